"""A demand of several things becomes several onderdelen, and none of them is shown by the words of another."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from checker.begrippen import shared_begrippen
from checker.begrippen.expressie import parse_expressie
from checker.cli import group
from checker.kaderbouw.afleiden import make_kader
from checker.kaderbouw.eisen import Eis
from checker.kaderbouw.schrijven import write_kader
from checker.kaderbouw.tijd import find_grens

TERMEN = {naam: begrip.termen for naam, begrip in shared_begrippen().items()}


def kader(*eisen: str) -> dict[str, Any]:
    """The kader that is made of these demands."""
    rows = [Eis(nummer=str(n), tekst=text, thema="Eisen", soort="", zwaarte=2, bewijs="", rij=n) for n, text in enumerate(eisen, start=1)]
    return make_kader("pve", "Eisen", rows, TERMEN, "2026-11-23")


def onderdelen(eis: str) -> list[dict[str, Any]]:
    """What is checked one by one for a demand."""
    found: list[dict[str, Any]] = kader(eis)["normen"][0]["onderdelen"]
    return found


@pytest.mark.parametrize(("eis", "delen"), [
    ("De aanbieder heeft een klachtenregeling en is aangesloten bij een klachtencommissie.",
     ["De aanbieder heeft een klachtenregeling", "De aanbieder is aangesloten bij een klachtencommissie."]),
    ("Iedere medewerker heeft SKJ en VOG.", ["Iedere medewerker heeft SKJ.", "Iedere medewerker heeft VOG."]),
    ("Medewerkers beschikken over een VOG en zijn geregistreerd bij SKJ.", ["Medewerkers beschikken over een VOG", "Medewerkers zijn geregistreerd bij SKJ."]),
    ("De opdrachtnemer rapporteert wachttijd, uitval en cliënttevredenheid aan de gemeente.",
     [f"De opdrachtnemer rapporteert {wat} aan de gemeente." for wat in ("wachttijd", "uitval", "cliënttevredenheid")]),
    ("De aanbieder beschikt over: een privacyreglement; een klachtenregeling; een meldcode.",
     [f"De aanbieder beschikt over een {wat}" for wat in ("privacyreglement", "klachtenregeling", "meldcode")]),
])
def test_a_demand_of_several_things_is_cut(eis: str, delen: list[str]) -> None:
    """Clauses with one subject, two things with a begrip each, a series and a list: one onderdeel each."""
    assert delen == [onderdeel["tekst"] for onderdeel in onderdelen(eis)]


@pytest.mark.parametrize("eis", [
    "De aanbieder registreert en analyseert incidenten.",
    "De aanbieder biedt veilige en passende hulp.",
    "De aanbieder informeert de jeugdige en zijn ouders.",
    "Ouders en jeugdigen worden betrokken bij het plan.",
    "De aanbieder maakt afspraken tussen ouders en school.",
    "De aanbieder stelt een hulpplan op en evalueert dit met de ouders.",
    "De inschrijver heeft kennis en ervaring met de doelgroep.",
])
def test_what_belongs_together_stays_whole(eis: str) -> None:
    """A shared object, adjectives, "zijn" as a possessive, a subject, "tussen", a word that points back, and near synonyms."""
    assert [eis] == [onderdeel["tekst"] for onderdeel in onderdelen(eis)]


def test_parts_of_one_demand_share_no_expressie() -> None:
    """What is left of a demand without the thing that is asked shows none of its parts."""
    kerns = [text for onderdeel in onderdelen("De aanbieder rapporteert ieder kwartaal wachttijd, uitval en cliënttevredenheid aan het wijkteam.") for text in onderdeel["kern"]]
    assert len(kerns) == len(set(kerns))


def test_groepen_of_an_expressie_stand_on_different_words() -> None:
    """No expressie asks twice for one word: "@klacht + klacht" would be shown by any complaint."""
    made = kader("Een klacht wordt schriftelijk beantwoord.", "De aanbieder heeft een privacyreglement.")
    kerns = [text for norm in made["normen"] for o in norm["onderdelen"] for text in o["kern"]]
    assert not [text for text in kerns if "@klacht + klacht" in text or "@beleid" in text]
    assert all(parse_expressie(text, TERMEN) for text in kerns)


def test_a_demand_that_stays_whole_asks_for_all_it_names() -> None:
    """Three of the four would show a plan without its evaluation."""
    (onderdeel,) = onderdelen("De aanbieder stelt met ouders een hulpplan op en evalueert dit in samenspraak.")
    assert all("@evalueren" in text and "@hulpplan" in text for text in onderdeel["kern"])


@pytest.mark.parametrize(("eis", "wel", "niet"), [
    ("binnen 3 weken", {"3_weken", "drie_weken", "15_werkdagen", "21_dagen"}, {"4_weken", "zes_weken", "1_maand", "20_werkdagen"}),
    ("uiterlijk twee werkdagen", {"2_werkdagen", "een_dag", "48_uur"}, {"3_werkdagen", "een_week"}),
    ("binnen 13 weken", {"13_weken", "12_weken"}, {"14_weken"}),
])
def test_a_longest_time_admits_shorter_ones_only(eis: str, wel: set[str], niet: set[str]) -> None:
    """Every term of the begrip is a time that is not longer than what is asked."""
    grens = find_grens(f"Een klacht wordt {eis} beantwoord.")
    assert grens is not None
    assert wel <= set(grens.termen)
    assert not niet & set(grens.termen)


@pytest.mark.parametrize(("zin", "oordeel"), [
    ("U krijgt binnen drie weken een antwoord: een klacht beantwoorden wij schriftelijk.", "aangetoond"),
    ("U krijgt binnen zes weken een antwoord: een klacht beantwoorden wij schriftelijk.", "gedeeltelijk"),
])
def test_a_longer_time_than_asked_shows_only_a_part(zin: str, oordeel: str, tmp_path: Path) -> None:
    """From demand to verdict: three weeks are asked."""
    from checker.rapporten.resultaatbestand import read

    folder = tmp_path / "dossier"
    write_kader(kader("Een klacht wordt binnen 3 weken beantwoord."), folder / "kaders" / "pve.yaml")
    (folder / "klachten.txt").write_text(f"Klachtenregeling\n\n{zin}\n", encoding="utf-8")
    done = CliRunner().invoke(group, ["toets", str(folder), "--kader", "pve", "--formaat", "json", "--uit", str(tmp_path / "uit")])
    assert done.exit_code == 0, done.output
    assert [oordeel] == [str(b.oordeel) for b in read(tmp_path / "uit" / "resultaat.json").bevindingen]


def test_a_kader_without_examples_is_not_called_in_order(tmp_path: Path) -> None:
    """Nothing was tried: the command says so, and ends well because the form is right."""
    path = tmp_path / "pve.yaml"
    write_kader(kader("Iedere medewerker heeft SKJ en VOG."), path)
    done = CliRunner().invoke(group, ["kader", "controleer", str(path)])
    assert done.exit_code == 0, done.output
    assert "niet beproefd" in done.output
    assert "in orde" not in done.output
    assert "0 van 0" not in done.output


def test_the_terms_stand_in_the_file_under_a_name_of_this_kader() -> None:
    """Two programmes of requirements in one dossier may ask for the same time."""
    made = kader("Een klacht wordt binnen 3 weken beantwoord.")
    assert ["pve_hoogstens_3_weken"] == list(yaml.safe_load(yaml.safe_dump(made))["begrippen"])
