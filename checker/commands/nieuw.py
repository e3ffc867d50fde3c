"""checker nieuw: make a dossier folder with its praktijk.yaml."""

from __future__ import annotations

from pathlib import Path

import click

from checker.commands.nederlands import Opdracht
from checker.errors import CheckerError
from checker.profiel import BESTAND, KENMERKEN

_WETTEN = (("jeugdwet", "Jeugdwet"), ("wmo", "Wmo 2015"), ("wkkgz", "Wkkgz (zorg)"), ("wlz", "Wlz"))
# Asked of everyone; the other kenmerken are written down as "nee" with a remark to check.
_GEVRAAGD = (
    "verblijf", "pleegzorg", "gesloten_jeugdhulp", "vrijwilligers", "stagiaires", "hbo_mbo_stage", "derden_zzp",
    "raad_van_toezicht", "burgerinitiatieven", "jeugdbescherming", "wijkteam",
)


class BestaatAlError(CheckerError):
    """There is a praktijk.yaml already."""

    _TEXT = "Er is al een {bestand} in {map}. Pas dat aan, of kies een andere map."


@click.command("nieuw", cls=Opdracht)
@click.argument("map_", metavar="MAP", type=click.Path(path_type=Path))
@click.option("--ja", is_flag=True, help="Stel geen vragen: schrijf een bestand dat u zelf invult.")
@click.option("--registers", is_flag=True, help="Zet ook lege registers (Excel) in de map, om in te vullen.")
def command(*, map_: Path, ja: bool, registers: bool) -> None:
    """Maak een dossier: stelt een paar vragen en schrijft praktijk.yaml."""
    path = map_ / BESTAND
    if path.exists():
        raise BestaatAlError(bestand=BESTAND, map=map_)
    answers = _defaults(map_) if ja else _ask(map_)
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


def _defaults(folder: Path) -> dict[str, object]:
    return {"naam": folder.resolve().name, "wet": ["jeugdwet"], "segmenten": [], "medewerkers": 0, "kenmerken": dict.fromkeys(KENMERKEN, False)}


def _ask(folder: Path) -> dict[str, object]:
    naam = click.prompt("Naam van de praktijk", default=folder.resolve().name)
    wetten = [key for key, title in _WETTEN if click.confirm(f"Werkt de praktijk onder de {title}?", default=key == "jeugdwet")]
    segmenten = click.prompt("Inkoopsegmenten, met een komma ertussen (bijvoorbeeld jeugdhulp-4; leeg mag)", default="", show_default=False)
    medewerkers = click.prompt("Hoeveel mensen verlenen hulp?", type=click.IntRange(min=0), default=1)
    kenmerken = dict.fromkeys(KENMERKEN, False)
    for key in _GEVRAAGD:
        kenmerken[key] = click.confirm(f"De praktijk {KENMERKEN[key]}?", default=False)
    return {
        "naam": naam, "wet": wetten, "medewerkers": medewerkers, "kenmerken": kenmerken,
        "segmenten": [part.strip() for part in segmenten.split(",") if part.strip()],
    }


def render(answers: dict[str, object]) -> str:
    """The praktijk.yaml as text, with a remark on every kenmerk."""
    import yaml

    kenmerken = answers["kenmerken"]
    assert isinstance(kenmerken, dict)  # noqa: S101 - made above
    head = {key: answers[key] for key in ("naam", "wet", "segmenten", "medewerkers")}
    head["land"] = "nl"
    lines = [
        "# Wat de praktijk is en doet. De checker gebruikt dit om te bepalen welke normen gelden.",
        yaml.safe_dump(head, allow_unicode=True, sort_keys=False).rstrip(),
        "# Ja (true) of nee (false). Een regel weghalen betekent: niet bekend, dus wel toetsen.",
        "kenmerken:",
    ]
    for key, meaning in KENMERKEN.items():
        value = True if key == "niet_kortdurend_nachtopvang" else bool(kenmerken[key])
        lines.append(f"  {key}: {str(value).lower()}  # de praktijk {meaning}")
    return "\n".join(lines) + "\n"
