"""checker kader: check a kader file, or make one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.commands import gedeeld
from checker.commands.nederlands import Groep
from checker.errors import CheckerError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.bewijs.voorbeelden import Voorbeelduitkomst
    from checker.kaderbouw.indicatoren import Indicatorenlijst
    from checker.kaders.model import Kader


@click.group("kader", cls=Groep)
def command() -> None:
    """Een kader controleren of maken."""


class GeenKaderbestandError(CheckerError):
    """The kader file to check is not there."""

    _TEXT = "Het kaderbestand {pad} {oorzaak}. Geef het bestand met het kader, bijvoorbeeld: checker kader controleer kaders/pve.yaml"


@command.command("controleer")
@click.argument("bestand", type=click.Path(path_type=Path))
def controleer(*, bestand: Path) -> None:
    """Controleer BESTAND (kader.yaml): vorm, volledigheid en alle voorbeeldzinnen."""
    from checker.begrippen import merge_begrippen, read_begrippen, shared_begrippen
    from checker.bewijs.voorbeelden import run_voorbeelden
    from checker.kaders.controle import check_kader, check_references
    from checker.kaders.laden import load_kader

    if not bestand.is_file():
        raise GeenKaderbestandError(pad=bestand, oorzaak="is een map" if bestand.is_dir() else "bestaat niet")
    kader, raw = load_kader(bestand, str(bestand))
    begrippen = merge_begrippen([*shared_begrippen().values(), *read_begrippen(raw, str(bestand))])
    termen = {naam: begrip.termen for naam, begrip in begrippen.items()}
    remarks = [*check_kader(kader, termen), *check_references(kader, gedeeld.open_catalogus().kaders)]
    for remark in remarks:
        click.secho(f"{remark.ernst}: {remark.plek}: {remark.tekst}", fg="red" if remark.ernst == "fout" else "yellow")
    faulty = any(r.ernst == "fout" for r in remarks)
    outcomes = [] if faulty else run_voorbeelden(kader, termen)
    _print_wrong(outcomes)
    wrong = sum(not o.goed for o in outcomes)
    count = sum(len(norm.onderdelen) for norm in kader.normen)
    tested = f", {len(outcomes) - wrong} van {len(outcomes)} voorbeelden goed" if outcomes else ""
    click.echo(f"{kader.titel}: {len(kader.normen)} normen, {count} onderdelen{tested}.")
    if wrong or faulty:
        raise click.exceptions.Exit(2)
    _print_in_order(kader)


def _print_wrong(outcomes: Sequence[Voorbeelduitkomst]) -> None:
    for outcome in outcomes:
        if not outcome.goed:
            click.secho(f"{outcome.onderdeel}: {'moet tellen' if outcome.moet_tellen else 'mag niet tellen'}: {outcome.zin}", fg="red")
            click.echo(f"    {outcome.uitleg}")


def _print_in_order(kader: Kader) -> None:
    """The last line; a kader of which no sentence was tried is not called in order."""
    onderdelen = [o for norm in kader.normen for o in norm.onderdelen if o.uit_papier and norm.scoren]
    untried = [o.id for o in onderdelen if not (o.wel and o.niet)]
    if not untried:
        click.secho("Dit kader is in orde.", fg="green")
        return
    which = "Geen enkel onderdeel heeft" if len(untried) == len(onderdelen) else f"{len(untried)} van de {len(onderdelen)} onderdelen hebben geen"
    what = "voorbeeldzinnen" if len(untried) == len(onderdelen) else f"voorbeeldzinnen ({', '.join(untried[:5])}{' …' if len(untried) > 5 else ''})"
    click.secho(
        f"De vorm klopt, maar dit kader is niet beproefd. {which} {what}: of het bewijs vindt en niet te veel goedkeurt, is dus niet nagegaan. "
        "Zet bij elk onderdeel onder voorbeelden minstens drie zinnen die moeten tellen (wel) en drie die niet mogen tellen (niet).",
        fg="yellow",
    )


@command.command("uit-excel")
@click.argument("bestand", type=click.Path(path_type=Path))
@click.option("--id", "kader_id", metavar="ID", help="Naam van het kader in kleine letters (standaard: uit de bestandsnaam).")
@click.option("--titel", metavar="TEKST", help="Titel in de rapporten (standaard: de bestandsnaam).")
@click.option("--uit", metavar="PAD", type=click.Path(path_type=Path), help="Waar het kader komt (standaard: ID.yaml).")
def uit_excel(*, bestand: Path, kader_id: str | None, titel: str | None, uit: Path | None) -> None:
    """Maak een kader van een programma van eisen, of van indicatoren per groeiniveau, in BESTAND (Excel)."""
    from checker.kaderbouw.indicatoren import read_indicatoren
    from checker.kaderbouw.schrijven import clean_id

    name = clean_id(kader_id or bestand.stem)
    target = uit or Path(f"{name}.yaml")
    lijst = read_indicatoren(bestand)
    made = from_eisen(bestand, name, titel, target) if lijst is None else from_indicatoren(lijst, name, titel or bestand.stem, target)
    click.secho(f"Gemaakt: {target} met {made}.", fg="green")
    click.echo("De begrippen zijn automatisch afgeleid: kijk ze na. Zet het bestand in de map kaders/ van een dossier en toets dat met:")
    click.echo(f"  checker toets MAP --kader {name}")


def from_eisen(bestand: Path, name: str, titel: str | None, target: Path) -> str:
    """Write the kader of a programme of requirements; tells what was made."""
    from datetime import date

    from checker.begrippen import shared_begrippen
    from checker.kaderbouw.afleiden import make_kader
    from checker.kaderbouw.eisen import read_eisen
    from checker.kaderbouw.schrijven import write_kader

    eisen = read_eisen(bestand)
    termen = {naam: begrip.termen for naam, begrip in shared_begrippen().items()}
    write_kader(make_kader(name, titel or bestand.stem, eisen, termen, date.today().isoformat()), target)  # noqa: DTZ011 - the user's day
    return f"{len(eisen)} eisen"


def from_indicatoren(lijst: Indicatorenlijst, name: str, titel: str, target: Path) -> str:
    """Write the kader of indicators per growth level, and show which rows were passed over; tells what was made."""
    from datetime import date

    from checker.begrippen import shared_begrippen
    from checker.kaderbouw.indicatoren import make_groeikader
    from checker.kaderbouw.schrijven import write_kader

    for remark in lijst.opmerkingen:
        click.secho(f"Overgeslagen: {remark}", fg="yellow", err=True)
    termen = {naam: begrip.termen for naam, begrip in shared_begrippen().items()}
    bekend = gedeeld.open_catalogus().kaders
    kader = make_groeikader(name, titel, lijst.indicatoren, termen, date.today().isoformat(), bekend)  # noqa: DTZ011 - the user's day
    write_kader(kader, target)
    return f"{len(lijst.indicatoren)} indicatoren bij {len(kader['normen'])} normen"


@command.command("sjabloon")
@click.argument("uit", metavar="PAD", type=click.Path(path_type=Path))
def sjabloon(*, uit: Path) -> None:
    """Maak een leeg Excel-bestand voor indicatoren per groeiniveau en de zelfevaluatie."""
    from checker.kaderbouw.sjabloon import write_sjabloon

    kaders = [kader for kader in gedeeld.open_catalogus().kaders if kader.schaal.soort == "groeiniveau"]
    write_sjabloon(kaders, uit)
    click.secho(f"Gemaakt: {uit}", fg="green")
    click.echo("Vul op het blad Indicatoren per niveau in wat er moet zijn, en maak er een kader van met:")
    click.echo(f"  checker kader uit-excel {uit} --id eigen_groeiniveaus")


@command.command("nieuw")
@click.argument("kader_id", metavar="ID")
@click.option("--uit", metavar="PAD", type=click.Path(path_type=Path), help="Waar het kader komt (standaard: ID.yaml).")
def nieuw(*, kader_id: str, uit: Path | None) -> None:
    """Maak een nieuw kader ID met één voorbeeldnorm om aan te passen."""
    from datetime import date

    from checker.commands.gedeeld import open_catalogus
    from checker.kaderbouw.schrijven import clean_id, example, free_prefix, write_kader

    catalogus = open_catalogus()
    name = clean_id(kader_id)
    name = f"eigen_{name}" if any(kader.id == name for kader in catalogus.kaders) else name
    target = uit or Path(f"{name}.yaml")
    write_kader(example(name, free_prefix(name, catalogus.normen), date.today().isoformat()), target)  # noqa: DTZ011 - the user's day
    click.secho(f"Gemaakt: {target}", fg="green")
    click.echo(f"Pas de voorbeeldnorm aan en controleer het kader met: checker kader controleer {target}")


@command.command("begrippen")
@click.argument("zoek", required=False)
def begrippen(*, zoek: str | None) -> None:
    """Toon de gedeelde begrippen, of alleen die waarin ZOEK voorkomt."""
    from checker.begrippen import shared_begrippen

    for naam, begrip in sorted(shared_begrippen().items()):
        words = [term.tekst for term in begrip.termen]
        if zoek is None or zoek.lower() in naam or any(zoek.lower() in word for word in words):
            click.secho(f"@{naam}", bold=True, nl=False)
            click.echo(f"  {', '.join(words[:12])}{' …' if len(words) > 12 else ''}")
