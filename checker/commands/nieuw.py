"""checker nieuw: make a dossier folder with its praktijk.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.commands.nederlands import Opdracht, ask_number, ask_text, ask_yes_no
from checker.errors import CheckerError
from checker.kaders.kenmerken import KENMERKEN, meant
from checker.kaders.segment import SEGMENTEN
from checker.profiel import BESTAND, find_profiel

if TYPE_CHECKING:
    from collections.abc import Mapping

_WETTEN = (("jeugdwet", "Jeugdwet"), ("wmo", "Wmo 2015"), ("wkkgz", "Wkkgz (zorg)"), ("wlz", "Wlz"))
# One plain question per kenmerk, by subject. What somebody does not know is not written: the normen about it are judged as usual.
_VRAGEN: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("Wat de praktijk biedt", (
        ("verblijf", "Biedt de praktijk verblijf (wonen, logeren of een groep)?"),
        ("pleegzorg", "Biedt de praktijk pleegzorg?"),
        ("gesloten_jeugdhulp", "Zijn er jeugdigen met een machtiging gesloten jeugdhulp?"),
        ("jeugdbescherming", "Geeft de praktijk ook hulp zonder hulpvraag (jeugdbescherming, reclassering)?"),
        ("burgerinitiatieven", "Ondersteunt de praktijk burgerinitiatieven?"),
    )),
    ("Wie er werken", (
        ("geregistreerden", "Werken er professionals met een registratie, zoals SKJ of BIG?"),
        ("vrijwilligers", "Werkt de praktijk met vrijwilligers?"),
        ("stagiaires", "Zijn er stagiaires?"),
        ("hbo_mbo_stage", "Is er een vaste relatie met hbo-opleidingen of mbo-stages?"),
        ("derden_zzp", "Huurt de praktijk zzp'ers of andere derden in?"),
    )),
    ("De organisatie", (
        ("raad_van_toezicht", "Is er een raad van toezicht of een ander toezichthoudend orgaan?"),
        ("leveranciers", "Zijn er leveranciers waar de praktijk niet zonder kan, zoals van het dossiersysteem?"),
        ("reorganisatie", "Is de organisatie de laatste tijd ingrijpend veranderd?"),
        ("wijkteam", "Is de praktijk een lokaal team, zoals een wijkteam?"),
        ("veilig_thuis_overdracht", "Draagt Veilig Thuis gezinnen aan de praktijk over?"),
        ("gemeente", "Is de organisatie zelf een gemeente?"),
    )),
)
_OPVANG = (
    ("nachtopvang_crisisopvang", "Nachtopvang of crisisopvang?"),
    ("gezinnen_crisisopvang", "Crisisopvang van kinderen of gezinnen?"),
    ("jongeren_opvang", "Opvang van jongeren?"),
    ("kortdurend_nachtopvang", "Cliënten die kort in de nachtopvang verblijven?"),
)
_ANDERE_CLIENTEN = ("niet_kortdurend_nachtopvang", "Heeft de praktijk ook andere cliënten dan die in kort nachtverblijf?")


class BestaatAlError(CheckerError):
    """There is a profile already."""

    _TEXT = "Er is al een {bestand} in {map}. Pas dat aan, of kies een andere map."


@click.command("nieuw", cls=Opdracht)
@click.argument("map_", metavar="MAP", type=click.Path(path_type=Path))
@click.option("--ja", is_flag=True, help="Stel geen vragen: schrijf een bestand dat u zelf invult.")
@click.option("--registers", is_flag=True, help="Zet ook lege registers (Excel) in de map, om in te vullen.")
def command(*, map_: Path, ja: bool, registers: bool) -> None:
    """Maak een dossier: stelt een paar vragen en schrijft praktijk.yaml."""
    path = map_ / BESTAND
    known = find_profiel(map_)
    if known:
        raise BestaatAlError(bestand=known.name, map=map_)
    answers = {"naam": map_.resolve().name} if ja else _ask(map_)
    map_.mkdir(parents=True, exist_ok=True)
    path.write_text(render(answers), encoding="utf-8")
    click.secho(f"Gemaakt: {path}", fg="green")
    if registers:
        _write_registers(map_ / "registers")
    click.echo(f"Zet nu de documenten van de praktijk in {map_} en toets ze met: checker toets {map_}")


def _write_registers(folder: Path) -> None:
    from checker.registers.leeg import write_leeg
    from checker.registers.soort import soorten

    folder.mkdir(exist_ok=True)
    for soort in soorten():
        target = folder / f"{soort.naam}.xlsx"
        if not target.exists():
            write_leeg(soort.naam, target)
    click.secho(f"Gemaakt: {len(soorten())} lege registers in {folder}", fg="green")


def _ask(folder: Path) -> dict[str, Any]:
    """The answers of the user; what was not answered is left out."""
    answers: dict[str, Any] = {"naam": ask_text("Naam van de praktijk", folder.resolve().name)}
    click.echo("Antwoord met j of n. Weet u het niet, druk dan op Enter: dan wordt het gewoon getoetst.")
    answers["wet"] = [key for key, title in _WETTEN if ask_yes_no(f"Werkt de praktijk onder de {title}?")]
    answers["segmenten"] = _ask_segmenten()
    answers["medewerkers"] = ask_number("Hoeveel mensen verlenen hulp?")
    answers["kenmerken"] = _ask_kenmerken()
    return {key: answer for key, answer in answers.items() if answer not in (None, [])}


def _ask_segmenten() -> list[str]:
    """Segments that exist; asks again until they do."""
    while True:
        text = ask_text("Inkoopsegmenten, met een komma ertussen (bijvoorbeeld jeugdhulp-4; leeg mag)", "")
        found = [part.strip().lower() for part in text.split(",") if part.strip()]
        unknown = [part for part in found if part not in SEGMENTEN]
        if not unknown:
            return list(dict.fromkeys(found))
        click.echo(f"Het segment '{unknown[0]}' bestaat niet; {meant(unknown[0], SEGMENTEN)}")


def _ask_kenmerken() -> dict[str, bool]:
    """Ja or nee per kenmerk that the user knows."""
    found: dict[str, bool | None] = {}
    for subject, questions in _VRAGEN:
        click.secho(f"\n{subject}", bold=True)
        found |= {key: ask_yes_no(question) for key, question in questions}
    click.secho("\nOpvang", bold=True)
    opvang = ask_yes_no("Biedt de praktijk opvang: nachtopvang, crisisopvang, of opvang van jongeren of gezinnen?")
    # Who offers no shelter at all has answered the four questions below it.
    found |= {key: ask_yes_no(question) if opvang else opvang for key, question in _OPVANG}
    if found["kortdurend_nachtopvang"]:
        found[_ANDERE_CLIENTEN[0]] = ask_yes_no(_ANDERE_CLIENTEN[1])
    return {key: answer for key, answer in found.items() if answer is not None}


def render(answers: Mapping[str, Any]) -> str:
    """The praktijk.yaml as text: what was answered, and the rest as remarks to fill in."""
    import yaml

    kenmerken = answers.get("kenmerken") or {}
    lines = ["# Wat de praktijk is en doet. De checker gebruikt dit om te bepalen welke normen gelden."]
    for key, example in (("naam", ""), ("wet", "[jeugdwet, wmo, wkkgz, wlz]"), ("segmenten", "[jeugdhulp-4]"), ("medewerkers", "12")):
        value = answers.get(key)
        lines.append(f"# {key}: {example}" if value is None else yaml.safe_dump({key: value}, allow_unicode=True, width=1000).rstrip())
    lines += ["land: nl", "# Ja (true) of nee (false). Staat er een # voor, dan is het niet bekend en wordt het gewoon getoetst: haal dan de # weg.", "kenmerken:"]
    lines += [
        f"  {key}: {str(kenmerken[key]).lower()}  # de praktijk {meaning}" if key in kenmerken else f"  # {key}: false  # de praktijk {meaning}"
        for key, meaning in KENMERKEN.items()
    ]
    return "\n".join(lines) + "\n"
