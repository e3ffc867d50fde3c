"""checker uitleg: why a norm got its verdict, and what would change it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.commands.nederlands import Opdracht
from checker.kaders.catalogus import OnbekendeNormError

if TYPE_CHECKING:
    from checker.kaders.catalogus import Catalogus
    from checker.resultaat import Bevinding, Bewijs, OnderdeelUitkomst

_STATUS_KLEUR = {"gedekt": "green", "deels": "yellow", "niet_gedekt": "red"}


@click.command("uitleg", cls=Opdracht)
@click.argument("resultaat", type=click.Path(path_type=Path))
@click.argument("norm_id")
def command(*, resultaat: Path, norm_id: str) -> None:
    """Laat zien waarom NORM_ID in RESULTAAT dit oordeel kreeg."""
    from checker.commands.gedeeld import open_catalogus
    from checker.rapporten.resultaatbestand import read

    loaded = read(resultaat)
    bevinding = next((b for b in loaded.bevindingen if b.norm_id.lower() == norm_id.lower()), None)
    if bevinding is None:
        raise OnbekendeNormError(norm_id=norm_id, waar=" in dit resultaat")
    _print_head(bevinding)
    catalogus = open_catalogus()
    for uitkomst in bevinding.onderdelen:
        _print_onderdeel(bevinding, uitkomst, catalogus)
    for vraag in bevinding.praktijktoets:
        click.echo(f"\nPraktijktoets ({vraag.soort}, {vraag.rol}): {vraag.vraag}")


def _print_head(bevinding: Bevinding) -> None:
    click.secho(f"{bevinding.norm_id}  {bevinding.titel}", bold=True)
    click.echo(bevinding.toetsvraag)
    click.secho(f"Voorstel: {bevinding.oordeel.replace('_', ' ')} ({bevinding.label}), niveau {bevinding.niveau}, {bevinding.zekerheid}", bold=True)
    click.echo(bevinding.reden)


def _print_onderdeel(bevinding: Bevinding, uitkomst: OnderdeelUitkomst, catalogus: Catalogus) -> None:
    click.secho(f"\n{uitkomst.id}  {uitkomst.tekst}", bold=True)
    click.secho(f"  {uitkomst.status.replace('_', ' ')}: {uitkomst.reden}", fg=_STATUS_KLEUR.get(uitkomst.status, "white"))
    for number in uitkomst.bewijs:
        _print_bewijs("+", bevinding.bewijs[number])
    for number in uitkomst.tegenbewijs:
        _print_bewijs("-", bevinding.tegenbewijs[number])
    norm = catalogus.normen.get(bevinding.norm_id)
    onderdeel = next((o for o in norm.onderdelen if o.id == uitkomst.id), None) if norm else None
    if onderdeel is None or uitkomst.status == "niet_van_toepassing":
        return
    click.echo("  Gezocht naar (één van deze is genoeg):")
    for expressie in onderdeel.kern:
        click.echo(f"    {expressie}")
    if uitkomst.status != "gedekt":
        click.echo(f"  Niet genoeg: {onderdeel.niet_genoeg}")
        if onderdeel.wel:
            click.echo(f'  Een zin als deze zou het oordeel veranderen: "{onderdeel.wel[0]}"')


def _print_bewijs(sign: str, bewijs: Bewijs) -> None:
    bewijs = _printable(bewijs)
    page = f", pagina {bewijs.pagina}" if bewijs.pagina else ""
    click.echo(f'  {sign} "{bewijs.citaat}"')
    click.echo(f"    {bewijs.document}{page}, {bewijs.plaats}; {bewijs.sterkte}, {bewijs.niveau}, {bewijs.uitspraak}, score {bewijs.score}")
    cue = f"; de woorden '{bewijs.cue}' beslisten" if bewijs.cue else ""
    click.echo(f"    gevonden woorden: {', '.join(bewijs.termen)}{cue}")
    if bewijs.opbouw:
        from checker.rapporten.opmaak import getal

        delen = [f"{naam} {getal(waarde, 1)}" for naam, waarde in bewijs.opbouw.items()]
        click.echo(f"    som: {'; '.join(delen)}; samen {getal(sum(bewijs.opbouw.values()), 1)}")


def _printable(bewijs: Bewijs) -> Bewijs:
    """A quote without characters that steer a terminal: its words and the name of its file come from the dossier."""
    from checker.rapporten.opmaak import veilig

    return replace(
        bewijs, citaat=veilig(bewijs.citaat), document=veilig(bewijs.document), plaats=veilig(bewijs.plaats), cue=veilig(bewijs.cue),
        termen=tuple(map(veilig, bewijs.termen)),
    )
