"""checker uitleg: why a norm got its verdict, and what would change it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.commands.nederlands import Opdracht
from checker.kaders.catalogus import OnbekendeNormError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.kaders.catalogus import Catalogus
    from checker.kaders.model import Onderdeel
    from checker.resultaat import Bevinding, Bewijs, OnderdeelUitkomst

_MAX_WOORDEN = 4
_KLASSEN = {
    "#getal": "een getal", "#datum": "een datum", "#jaar": "een jaartal", "#termijn": "een termijn", "#frequentie": "hoe vaak", "#naam": "een naam",
    "#nummer": "een nummer",
}
_STATUS_KLEUR = {"gedekt": "green", "deels": "yellow", "niet_gedekt": "red"}


@click.command("uitleg", cls=Opdracht)
@click.argument("resultaat", type=click.Path(path_type=Path))
@click.argument("norm_id")
@click.option("--expressies", is_flag=True, help="Toon ook de expressies van het kader waarmee is gezocht.")
def command(*, resultaat: Path, norm_id: str, expressies: bool) -> None:
    """Laat zien waarom NORM_ID in RESULTAAT (resultaat.json of de map ervan) dit oordeel kreeg."""
    from checker.commands.gedeeld import open_catalogus
    from checker.commands.vorige import find_resultaat
    from checker.rapporten.resultaatbestand import read

    loaded = read(find_resultaat(resultaat))
    bevinding = next((b for b in loaded.bevindingen if b.norm_id.lower() == norm_id.lower()), None)
    if bevinding is None:
        raise OnbekendeNormError(norm_id=norm_id, waar=" in dit resultaat")
    _print_head(bevinding)
    catalogus = open_catalogus()
    for uitkomst in bevinding.onderdelen:
        _print_onderdeel(bevinding, uitkomst, catalogus, expressies=expressies)
    for vraag in bevinding.praktijktoets:
        click.echo(f"\nPraktijktoets ({vraag.soort}, {vraag.rol}): {vraag.vraag}")


def _print_head(bevinding: Bevinding) -> None:
    click.secho(f"{bevinding.norm_id}  {bevinding.titel}", bold=True)
    click.echo(bevinding.toetsvraag)
    click.secho(f"Voorstel: {bevinding.oordeel.replace('_', ' ')} ({bevinding.label}), niveau {bevinding.niveau}, {_leesbaar(bevinding.zekerheid)}", bold=True)
    click.echo(bevinding.reden)


def _print_onderdeel(bevinding: Bevinding, uitkomst: OnderdeelUitkomst, catalogus: Catalogus, *, expressies: bool) -> None:
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
    _print_gezocht(onderdeel, {naam: begrip.titel for naam, begrip in catalogus.begrippen.items()}, expressies=expressies)
    if uitkomst.status != "gedekt":
        click.echo(f"  Niet genoeg: {onderdeel.niet_genoeg}")
        if onderdeel.wel:
            click.echo(f'  Een zin als deze zou het oordeel veranderen: "{onderdeel.wel[0]}"')


def _print_gezocht(onderdeel: Onderdeel, titels: Mapping[str, str], *, expressies: bool) -> None:
    click.echo("  Gezocht naar een zin met (één van deze is genoeg; … staat voor meer woorden):")
    for tekst in dict.fromkeys(plain(expressie, titels) for expressie in onderdeel.kern):
        click.echo(f"    - {tekst}")
    if expressies:
        click.echo("  Zo staat het in het kader:")
        for expressie in onderdeel.kern:
            click.echo(f"    {expressie}")


def plain(expressie: str, titels: Mapping[str, str]) -> str:
    """An expressie as an owner reads it: what must stand together, with a few of the words for each."""
    return ", samen met ".join(_groep(groep, titels) for groep in expressie.split("+"))


def _groep(groep: str, titels: Mapping[str, str]) -> str:
    names = list(dict.fromkeys(_naam(part.strip(), titels) for part in groep.split("|")))
    return " of ".join(names[:_MAX_WOORDEN]) + (" …" if len(names) > _MAX_WOORDEN else "")


def _naam(part: str, titels: Mapping[str, str]) -> str:
    if part.startswith("@") and part[1:] in titels:
        return titels[part[1:]].lower()
    return _KLASSEN.get(part) or " ".join(_KLASSEN.get(word, word) for word in part.lstrip("@=").replace("_", " ").split())


def _leesbaar(waarde: str) -> str:
    return str(waarde).replace("_", " ")


def _print_bewijs(sign: str, bewijs: Bewijs) -> None:
    from checker.rapporten.opmaak import getal

    bewijs = _printable(bewijs)
    page = f", pagina {bewijs.pagina}" if bewijs.pagina else ""
    click.echo(f'  {sign} "{bewijs.citaat}"')
    click.echo(f"    {bewijs.document}{page}, {bewijs.plaats}; {_leesbaar(bewijs.sterkte)}, {bewijs.niveau}, {_leesbaar(bewijs.uitspraak)}, score {getal(bewijs.score, 2)}")
    cue = f"; de woorden '{bewijs.cue}' beslisten" if bewijs.cue else ""
    click.echo(f"    gevonden woorden: {', '.join(bewijs.termen)}{cue}")
    if bewijs.opbouw:
        delen = [f"{naam} {getal(waarde, 1)}" for naam, waarde in bewijs.opbouw.items()]
        click.echo(f"    som: {'; '.join(delen)}; samen {getal(sum(bewijs.opbouw.values()), 1)}")


def _printable(bewijs: Bewijs) -> Bewijs:
    """A quote without characters that steer a terminal: its words and the name of its file come from the dossier."""
    from checker.rapporten.opmaak import veilig

    return replace(
        bewijs, citaat=veilig(bewijs.citaat), document=veilig(bewijs.document), plaats=veilig(bewijs.plaats), cue=veilig(bewijs.cue),
        termen=tuple(map(veilig, bewijs.termen)),
    )
