"""When the dossier itself says that something does not apply, and when it only seems to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.bevindingen.toepassing import Toepassing
from checker.bewijs.verzamelen import Verzamelaar
from checker.dossier import read_dossier
from checker.index import Index
from checker.profiel import Profiel

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("# Team\n\nWij werken niet met vrijwilligers.\n", True),
        ("# Voorbeeldteksten\n\nWij werken niet met vrijwilligers.\n", False),
        ("# Team\n\nStichting De Horizon werkt niet met vrijwilligers.\n", False),
        ("# Team\n\nStichting De Linde werkt niet met vrijwilligers.\n", True),
        ("# Team\n\nWij werken niet met vrijwilligers.\n\n# Welzijn\n\nOnze twaalf vrijwilligers krijgen begeleiding.\n", False),
        ("# Team\n\n> Wij werken niet met vrijwilligers.\n", False),
        ("# Team\n\nStatus: concept\n\nWij werken niet met vrijwilligers.\n", False),
    ],
)
def test_only_the_practice_itself_says_that_something_does_not_apply(text: str, denied: bool, tmp_path: Path) -> None:
    """A denial counts when the practice says it, in a text that holds, and nowhere says the opposite."""
    (tmp_path / "team.md").write_text(text, encoding="utf-8")
    verzamelaar = Verzamelaar(Index(read_dossier(tmp_path)), "2026-06-01", "Stichting De Linde")
    ground = Toepassing(Profiel(naam="Stichting De Linde", bekend=False), verzamelaar).not_applicable("vrijwilligers")
    assert (ground is not None) == denied


JEUGDHULP = ("Wij geven ambulante jeugdhulp.", "De behandeling duurt een jaar.", "Diagnostiek doet de orthopedagoog.")


@pytest.mark.parametrize(
    ("lines", "length", "shown"),
    [
        (JEUGDHULP, 60, True),
        (JEUGDHULP[:2], 60, False),
        (JEUGDHULP, 10, False),
        ((*JEUGDHULP, "Onze opbouwwerker zit in het dorpshuis."), 60, False),
        (("Wij geven geen jeugdhulp.", "Wij doen geen diagnostiek.", "Therapie bieden wij niet."), 60, False),
    ],
    ids=["other work", "hardly named", "too little to tell", "this work too", "not even that"],
)
def test_a_dossier_about_other_work_shows_what_does_not_apply(lines: tuple[str, ...], length: int, shown: bool, tmp_path: Path) -> None:
    """A field of work that a dossier of some size nowhere names is not the practice's, if it is about other work; that is no certainty."""
    rest = [f"De sleutel van kast {number} hangt bij de balie." for number in range(length)]
    (tmp_path / "handboek.md").write_text("# Handboek\n\n" + "\n\n".join([*lines, *rest]) + "\n", encoding="utf-8")
    verzamelaar = Verzamelaar(Index(read_dossier(tmp_path)), "2026-06-01")
    ground = Toepassing(Profiel(naam="", bekend=False), verzamelaar).not_applicable("burgerinitiatieven")
    assert (ground is not None) == shown
    assert ground is None or (ground.citaat == JEUGDHULP[0] and ground.afgeleid)


def test_what_another_organisation_says_is_no_evidence(tmp_path: Path) -> None:
    """With the name of the practice known, a rule of someone else is marked as theirs."""
    text = "# Klachtenregeling Stichting De Horizon\n\nStichting De Horizon biedt jeugdhulp. Wij behandelen een klacht binnen zes weken.\n"
    (tmp_path / "klachtenregeling Horizon.md").write_text(text, encoding="utf-8")
    (tmp_path / "handboek De Linde.md").write_text("# Handboek Praktijk De Linde\n\nWij evalueren elk plan.\n", encoding="utf-8")
    verzamelaar = Verzamelaar(Index(read_dossier(tmp_path)), "2026-06-01", "Praktijk De Linde")
    units = [verzamelaar.index.zinnen[zin] for zin in sorted(verzamelaar.citeerbaar)]
    assert {unit.tekst: verzamelaar.says(unit).soort for unit in units} == {
        "Wij evalueren elk plan.": "bevestigd", "Stichting De Horizon biedt jeugdhulp.": "andere_organisatie",
        "Wij behandelen een klacht binnen zes weken.": "andere_organisatie",
    }
