"""checker groei: the growth levels of an organisation, beside its self-evaluation and the sector."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.commands.nederlands import Opdracht
from checker.errors import CheckerError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.bevindingen.groeitabel import Groeiregel, Stand
    from checker.resultaat import Resultaat


class GeenGroeiniveausError(CheckerError):
    """No norm with growth levels in the resultaten."""

    _TEXT = (
        "In {bron} staat geen norm met groeiniveaus. Toets eerst aan een kader met groeiniveaus, "
        "bijvoorbeeld: checker toets MAP --kader vlaams_kwaliteitskader"
    )


class GeenResultatenError(CheckerError):
    """A folder in which no resultaat was found."""

    _TEXT = "In {pad} staat geen resultaat.json, ook niet een map dieper. Maak er een met: checker toets MAP --uit {pad}"


@click.command("groei", cls=Opdracht)
@click.argument("resultaten", metavar="RESULTAAT...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--zelf", metavar="PAD", type=click.Path(path_type=Path), help="Excel-bestand met de zelfevaluatie: een heel cijfer per norm en per afdeling.")
@click.option("--json", "as_json", is_flag=True, help="Geef de tabel als JSON.")
def command(*, resultaten: tuple[Path, ...], zelf: Path | None, as_json: bool) -> None:
    """Toon de groeiniveaus van een organisatie: per afdeling een RESULTAAT (bestand, map, of map met een map per afdeling)."""
    from checker.bevindingen.groeitabel import make_tabel
    from checker.kaderbouw.zelfevaluatie import read_zelfevaluatie

    afdelingen = read_afdelingen(resultaten)
    regels = make_tabel(afdelingen)
    if not regels:
        raise GeenGroeiniveausError(bron=", ".join(afdelingen))
    remarks: Sequence[str] = ()
    if zelf is not None:
        levelled = {regel.norm_id for regel in regels}
        bevindingen = [b for resultaat in afdelingen.values() for b in resultaat.bevindingen if b.norm_id in levelled]
        gelezen = read_zelfevaluatie(zelf, bevindingen, tuple(afdelingen))
        regels, remarks = make_tabel(afdelingen, gelezen.scores), gelezen.opmerkingen
    for remark in remarks:
        click.secho(f"Overgeslagen: {_plain(remark)}", fg="yellow", err=True)
    if as_json:
        _print_json(regels)
    else:
        print_tabel(regels, afdelingen)


def read_afdelingen(paths: Sequence[Path]) -> dict[str, Resultaat]:
    """The resultaat of every department by its name; of two with one name, the folder is added.

    Raises:
        GeenResultatenError: a folder holds none.
        ResultaatOnleesbaarError, ResultaatOngeldigError: a file is broken.
    """
    from checker.rapporten.resultaatbestand import read

    found: dict[str, Resultaat] = {}
    for file in dict.fromkeys(file for path in paths for file in _files(path)):
        resultaat = read(file)
        name = resultaat.dossier.naam
        if name in found:
            name = f"{name} ({file.resolve().parent.name})"
        while name in found:
            name += "'"
        found[name] = resultaat
    return found


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    own = path / "resultaat.json"
    files = [own] if own.is_file() else sorted(path.glob("*/resultaat.json"))
    if not files:
        raise GeenResultatenError(pad=path)
    return files


def print_tabel(regels: Sequence[Groeiregel], afdelingen: dict[str, Resultaat]) -> None:
    """Print a block per norm: level, self-evaluation, departments, sector and a draft of the motivation."""
    known = [regel.organisatie.stand.niveau for regel in regels if regel.organisatie.stand.niveau is not None]
    click.secho(f"Groeiniveaus uit de documenten: {', '.join(map(_plain, afdelingen))}", bold=True)
    if len(afdelingen) > 1:
        click.echo("Het niveau van de organisatie is dat van de laagste afdeling.")
    click.echo(f"{len(known)} van de {len(regels)} normen hebben een niveau; een niveau zegt hoe ver een proces is ingericht, niet wat het oplevert.")
    if any(kader.afgeleid and kader.kader_id in {r.kader_id for r in regels} for resultaat in afdelingen.values() for kader in resultaat.kaders):
        click.secho("Let op: dit kader is automatisch afgeleid; kijk de begrippen na voordat u op een niveau afgaat.", fg="yellow")
    for regel in regels:
        _print_regel(regel, several=len(afdelingen) > 1)
    if len(known) < len(regels):
        click.echo("\nIndicatoren invullen: maak een leeg bestand met 'checker kader sjabloon PAD', en een kader ervan met 'checker kader uit-excel PAD'.")
    click.echo("\nDe motiveringen zijn een voorstel op grond van de documenten; de organisatie stelt het niveau zelf vast.")


def _print_regel(regel: Groeiregel, *, several: bool) -> None:
    from checker.bevindingen.groei import motivate
    from checker.bevindingen.groeitabel import compare_sector

    stand = regel.organisatie.stand
    click.secho(f"\n{regel.norm_id}  {_plain(regel.titel)}", bold=True)
    click.echo(f"  {_beside(regel.organisatie)}")
    if several:
        for afdeling in regel.afdelingen:
            click.echo(f"    {_plain(afdeling.naam)}: {_beside(afdeling)}")
    if regel.sectorgemiddelde:
        click.echo(f"  {compare_sector(stand.niveau, regel.sectorgemiddelde)}")
    if stand.niveau is not None:
        click.echo(f"  motivering (voorstel): {_plain(motivate(stand))}")
    for text in regel.motiveringen:
        click.echo(f"  motivering (zelfevaluatie): {_plain(text)}")
    if regel.organisatie.zelf is not None and not regel.motiveringen:
        click.secho("  de zelfevaluatie heeft nog geen motivering", fg="yellow")


def _beside(stand: Stand) -> str:
    own = stand.stand
    text = own.label if own.niveau is not None else f"groeiniveau {own.oorzaak}"
    return text if stand.zelf is None else f"{text}; zelfevaluatie {stand.zelf}: {stand.conclusie}"


def _print_json(regels: Sequence[Groeiregel]) -> None:
    import json

    click.echo(json.dumps({"normen": [_regel_json(regel) for regel in regels]}, ensure_ascii=False, indent=1))


def _regel_json(regel: Groeiregel) -> dict[str, Any]:
    from checker.bevindingen.groei import motivate
    from checker.rapporten.velden import to_plain

    return {
        "norm_id": regel.norm_id, "kader_id": regel.kader_id, "titel": regel.titel, **_stand_json(regel.organisatie),
        "motivering": motivate(regel.organisatie.stand), "motivering_zelfevaluatie": list(regel.motiveringen),
        "sectorgemiddelde": to_plain(regel.sectorgemiddelde) if regel.sectorgemiddelde else None,
        "afdelingen": [{"naam": stand.naam, **_stand_json(stand)} for stand in regel.afdelingen],
    }


def _stand_json(stand: Stand) -> dict[str, Any]:
    return {
        "niveau": stand.stand.niveau, "oorzaak": stand.stand.oorzaak, "zelfevaluatie": stand.zelf,
        "conclusie": str(stand.conclusie) if stand.conclusie else None,
        "hoger": [u.id for u in stand.stand.hoger], "ontbreekt": [u.id for u in stand.stand.ontbreekt],
    }


def _plain(text: str) -> str:
    from checker.rapporten.opmaak import veilig

    return " ".join(veilig(text).split())
