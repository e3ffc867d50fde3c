"""checker verschil: what changed between two runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.commands.nederlands import Opdracht
from checker.commands.vorige import find_resultaat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.resultaat import Bewijs
    from checker.verschil import NormVerschil, Reeks, Verschil

_KLEUR = {"beter": "green", "slechter": "red", "anders": "cyan", "nieuw": "cyan", "vervallen": "white", "gelijk": "white"}
_WAT = {"toegevoegd": ("+", "green"), "verwijderd": ("-", "red"), "gewijzigd": ("~", "yellow"), "verplaatst": (">", "cyan")}
_MAX_CITATEN = 3
_MAX_TEKENS = 160
_STAAF = 30


@click.command("verschil", cls=Opdracht)
@click.argument("oud", type=click.Path(path_type=Path))
@click.argument("nieuw", type=click.Path(path_type=Path))
@click.option("--xlsx", metavar="PAD", type=click.Path(path_type=Path), help="Schrijf het verschil ook als Excel-bestand.")
@click.option("--json", "as_json", is_flag=True, help="Geef het verschil als JSON.")
def command(*, oud: Path, nieuw: Path, xlsx: Path | None, as_json: bool) -> None:
    """Laat zien wat er per norm veranderde tussen OUD en NIEUW (resultaat.json of de map ervan)."""
    from checker.rapporten.excel.verschil import write
    from checker.rapporten.resultaatbestand import read
    from checker.verschil import NAAM, compare, make_verloop, measure
    from checker.verschil import read as read_verloop

    toen, nu = read(find_resultaat(oud)), read(find_resultaat(nieuw))
    verschil = compare(toen, nu)
    mappen = dict.fromkeys(find_resultaat(path).parent for path in (oud, nieuw))
    verloop = make_verloop([*measure(toen), *(meting for map_ in mappen for meting in read_verloop(map_ / NAAM))], nu)
    if xlsx is not None:
        write(verschil, verloop, xlsx)
    if as_json:
        print_json(verschil, verloop)
        return
    print_verschil(verschil)
    print_verloop(verloop)
    if xlsx is not None:
        click.echo(f"\nGeschreven: {xlsx}")


def print_json(verschil: Verschil, verloop: Sequence[Reeks]) -> None:
    """Print everything as JSON, the counts first."""
    import json

    from checker.rapporten.velden import to_plain

    click.echo(json.dumps({"telling": verschil.telling, **to_plain(verschil), "verloop": to_plain(tuple(verloop))}, ensure_ascii=True, indent=1))


def print_verschil(verschil: Verschil) -> None:
    """Print the counts, the normen that changed, the documents and the signalen."""
    from checker.rapporten.opmaak import datum

    click.secho(f"Van {datum(verschil.peildatum_oud)} naar {datum(verschil.peildatum_nieuw)}", bold=True)
    for zin in verschil.let_op:
        click.secho(f"Let op: {zin}", fg="yellow")
    parts = [click.style(f"{hoeveel} {richting}", fg=_KLEUR[richting]) for richting, hoeveel in verschil.telling.items() if hoeveel]
    click.echo(f"{len(verschil.normen)} normen: {', '.join(parts) or 'geen'}")
    for norm in verschil.normen:
        if norm.veranderd:
            _print_norm(norm)
    _print_documenten(verschil)
    _print_signalen(verschil)


def print_verloop(verloop: Sequence[Reeks]) -> None:
    """Print a bar per peildatum of the normen that were shown, of the normen that applied then."""
    from checker.kaders.model import Oordeel
    from checker.rapporten.opmaak import datum
    from checker.rapporten.sinds import aangetoond

    if verloop:
        click.secho("\nVerloop", bold=True)
    for reeks in verloop:
        click.echo(f"  {_plain(reeks.titel)}")
        for punt in reeks.punten:
            vol = round(_STAAF * punt.telling[Oordeel.AANGETOOND] / punt.geldend) if punt.geldend else 0
            click.echo(f"    {datum(punt.peildatum):>18}  {'#' * vol}{'.' * (_STAAF - vol)}  {aangetoond(punt)} aangetoond")


def _print_norm(norm: NormVerschil) -> None:
    from checker.rapporten.sinds import oordeelwoord

    toen, nu = oordeelwoord(norm.oud).lower(), oordeelwoord(norm.nieuw).lower()
    stap = f"{toen} -> {nu}" if norm.oud and norm.nieuw and norm.oud != norm.nieuw else nu or toen
    click.echo(f"\n{norm.norm_id}  {_plain(norm.titel)}")
    click.secho(f"  {norm.richting}: {stap}", fg=_KLEUR[norm.richting], bold=True)
    if norm.mens_oud != norm.mens_nieuw:
        click.echo(f"  mens: {oordeelwoord(norm.mens_oud).lower() or 'geen oordeel'} -> {oordeelwoord(norm.mens_nieuw).lower() or 'geen oordeel'}")
    if norm.opnieuw:
        click.secho("  opnieuw beoordelen: het bewijs is veranderd", fg="yellow")
    _print_citaten("+", "green", norm.erbij)
    _print_citaten("-", "red", norm.weg)


def _print_citaten(teken: str, kleur: str, citaten: Sequence[Bewijs]) -> None:
    for bewijs in citaten[:_MAX_CITATEN]:
        click.secho(f'  {teken} "{_plain(bewijs.citaat)}"', fg=kleur)
        click.echo(f"    {_plain(bewijs.document)}, {_plain(bewijs.plaats)}")
    if len(citaten) > _MAX_CITATEN:
        click.echo(f"  {teken} en nog {len(citaten) - _MAX_CITATEN}")


def _print_documenten(verschil: Verschil) -> None:
    click.secho("\nDocumenten", bold=True)
    for document in verschil.documenten:
        teken, kleur = _WAT[document.wat]
        was = f" (stond in {_plain(document.was)})" if document.was else ""
        click.secho(f"  {teken} {document.wat}: {_plain(document.pad)}{was}", fg=kleur)
    if not verschil.documenten:
        click.echo("  geen verschil")


def _print_signalen(verschil: Verschil) -> None:
    click.secho("\nSignalen", bold=True)
    for teken, wat, kleur, rij in (("+", "nieuw", "yellow", verschil.signalen_nieuw), ("-", "weg", "green", verschil.signalen_weg)):
        for signaal in rij:
            click.secho(f"  {teken} {wat}: {_plain(signaal.melding)} ({_plain(signaal.document)})", fg=kleur)
    if not verschil.signalen_nieuw and not verschil.signalen_weg:
        click.echo("  geen verschil")


def _plain(text: str) -> str:
    """One safe line for a terminal."""
    from checker.rapporten.opmaak import inkorten, veilig

    return inkorten(" ".join(veilig(text).split()), _MAX_TEKENS)
