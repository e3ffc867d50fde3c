"""From an Excel sheet with indicators to the growth levels of an organisation with two departments."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from openpyxl import Workbook, load_workbook

from checker.cli import group
from checker.errors import CheckerError
from checker.kaderbouw.indicatoren import GeenIndicatorenError, read_indicatoren

INDICATOREN: list[list[object]] = [
    ["Onze indicatoren, ingevuld door de werkgroep"],
    ["Indicator", "Groeiniveau", "Thema", "Norm"],
    ["Er is een klachtenregeling voor ouders en jongeren.", 1, "Gebruikers", "Klachtenbehandeling"],
    ["Een klacht krijgt binnen een vaste termijn een reactie.", "niveau 2", None, None],
    [],
    ["Klachten worden elk jaar besproken in een evaluatie van de klachtenbehandeling.", 3, None, None],
    ["Er is niets geregeld voor klachten.", 0, None, None],
    ["Halve niveaus bestaan niet in dit model.", "2-3", None, None],
]
REGELING = "Klachtenregeling\n\nWij hebben een klachtenregeling voor ouders en jongeren. "
TERMIJN = "Op een klacht krijgt u binnen de vaste termijn van zes weken een reactie.\n"


def book(path: Path, rows: list[list[object]]) -> Path:
    """A workbook with one sheet."""
    made = Workbook()
    for row in rows:
        made.worksheets[0].append(row)
    made.save(path)
    return path


def run(*arguments: object) -> Result:
    """Run the command and expect it to do its work."""
    done = CliRunner().invoke(group, [str(argument) for argument in arguments])
    assert done.exit_code == 0, (done.output, done.exception)
    return done


@pytest.fixture(scope="module")
def uit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two departments judged by the same indicators; only the first tells a term."""
    base = tmp_path_factory.mktemp("groei")
    book(base / "indicatoren.xlsx", INDICATOREN)
    run("kader", "uit-excel", base / "indicatoren.xlsx", "--id", "eigen_groei", "--uit", base / "eigen_groei.yaml")
    run("kader", "controleer", base / "eigen_groei.yaml")
    for naam, text in (("Noord", REGELING + TERMIJN), ("Zuid", REGELING)):
        folder = base / naam
        (folder / "kaders").mkdir(parents=True)
        (folder / "kaders" / "eigen_groei.yaml").write_bytes((base / "eigen_groei.yaml").read_bytes())
        (folder / "klachten.txt").write_text(text, encoding="utf-8")
        run("toets", folder, "--kader", "eigen_groei", "--formaat", "json", "--uit", base / "uit" / naam, "--peildatum", "2026-11-22")
    return base / "uit"


def test_the_sheet_becomes_a_kader_with_levels(uit: Path) -> None:
    """Title rows, empty rows and fields that hold on are read; level 0 and half levels are not indicators."""
    kader = yaml.safe_load((uit.parent / "eigen_groei.yaml").read_text("utf-8"))
    assert (kader["schaal"]["soort"], kader["afgeleid"], kader["themas"]) == ("groeiniveau", True, ["Gebruikers"])
    assert [o["groeiniveau"] for o in kader["normen"][0]["onderdelen"]] == [1, 2, 3]
    lijst = read_indicatoren(uit.parent / "indicatoren.xlsx")
    assert lijst
    assert [remark.split(":")[0] for remark in lijst.opmerkingen] == ["blad Sheet, rij 7", "blad Sheet, rij 8"]


def test_the_label_of_the_bevinding_is_the_level(uit: Path) -> None:
    """The report prints the level where other kaders print their word."""
    labels = {n: json.loads((uit / n / "resultaat.json").read_text("utf-8"))["bevindingen"][0]["label"] for n in ("Noord", "Zuid")}
    assert labels == {"Noord": "groeiniveau 2", "Zuid": "groeiniveau 1"}


def test_the_lowest_department_is_the_score_of_the_organisation(uit: Path, tmp_path: Path) -> None:
    """Departments are folders below one; the self-evaluation stands beside each."""
    zelf = book(tmp_path / "zelf.xlsx", [
        ["Norm", "Afdeling", "Score", "Motivering"], ["Klachtenbehandeling", "Noord", 2, "Regeling en termijn liggen vast."],
        ["Klachtenbehandeling", "Zuid", 2, ""], ["Klachtenbehandeling", "Oost", 1, ""], ["Iets anders", "Noord", 1, ""], ["Klachtenbehandeling", "Noord", "2,5", ""],
    ])
    norm = json.loads(run("groei", uit, "--json", "--zelf", zelf).stdout)["normen"][0]
    assert (norm["niveau"], norm["zelfevaluatie"], norm["conclusie"]) == (1, 2, "niveau niet bevestigd, geen indicatoren van een hoger niveau")
    assert [(a["naam"], a["niveau"], a["conclusie"]) for a in norm["afdelingen"]] == [
        ("Zuid", 1, "niveau niet bevestigd, geen indicatoren van een hoger niveau"),
        ("Noord", 2, "niveau bevestigd, geen indicatoren van een hoger niveau"),
    ]
    told = run("groei", uit, "--zelf", zelf)
    for words in ("rij 4", "rij 5", "rij 6", '"2,5" is geen heel cijfer', "laagste afdeling", "Regeling en termijn liggen vast."):
        assert words in told.output


def test_a_norm_that_is_known_gets_its_sector_mean_and_a_link(tmp_path: Path) -> None:
    """By id or title, not by resemblance; the kader then belongs to the same country."""
    rows: list[list[object]] = [
        ["Nummer", "Thema", "Niveau", "Indicator"], ["VK-3.3", "Effect", 1, "Er wordt af en toe gevraagd wat de hulp opleverde."],
        ["", "Iets eigens", 1, "Er is een eigen afspraak over iets anders."],
    ]
    run("kader", "uit-excel", book(tmp_path / "i.xlsx", rows), "--id", "eigen", "--uit", tmp_path / "eigen.yaml")
    kader = yaml.safe_load((tmp_path / "eigen.yaml").read_text("utf-8"))
    first, second = kader["normen"]
    assert (first["nummer"], first["sectorgemiddelde"], first["links"][0]["norm"]) == ("VK-3.3", {"waarde": 1.5, "jaar": 2015}, "VK-3.3")
    assert "sectorgemiddelde" not in second
    assert kader["bereik"]["land"] == "vl"
    run("kader", "controleer", tmp_path / "eigen.yaml")


def test_every_report_prints_the_level(uit: Path, tmp_path: Path) -> None:
    """Word, Excel and HTML are written from a resultaat with levels, and the page names the level."""
    run("rapport", uit / "Noord" / "resultaat.json", "--uit", tmp_path)
    assert {".docx", ".html", ".xlsx"} <= {path.suffix for path in tmp_path.iterdir()}
    assert "roeiniveau 2" in (tmp_path / "rapport.html").read_text("utf-8")


def test_an_empty_sheet_of_indicators_is_refused(tmp_path: Path) -> None:
    """The message says what each row needs."""
    with pytest.raises(GeenIndicatorenError, match="een niveau"):
        read_indicatoren(book(tmp_path / "x.xlsx", [["Thema", "Niveau", "Indicator"], ["Klachten", 1, ""]]))


def test_an_empty_form_can_be_made_and_is_no_kader_yet(tmp_path: Path) -> None:
    """The form has the normen of the kaders with levels, and nobody's indicators."""
    run("kader", "sjabloon", tmp_path / "leeg.xlsx")
    sheet = load_workbook(tmp_path / "leeg.xlsx")["Indicatoren"]
    assert [cell.value for cell in sheet[1]] == ["Nummer", "Thema", "Norm", "Niveau", "Indicator"]
    assert all(not row[4] for row in sheet.iter_rows(min_row=2, values_only=True))


def test_the_sector_means_are_those_of_2015() -> None:
    """The sixteen themas have a mean of 2015; only two of them are below level 2; the other demands have none."""
    from checker.catalogi import installed_catalogus

    means = {norm.id: norm.sectorgemiddelde for norm in installed_catalogus()[0].kader("vlaams_kwaliteitskader").normen}
    found = {norm_id: mean.waarde for norm_id, mean in means.items() if mean and mean.jaar == 2015}
    assert len(found) == 16
    assert sorted(norm_id for norm_id, mean in found.items() if mean < 2) == ["VK-3.3", "VK-5.1"]
    assert not any(norm_id.startswith("VK-S") for norm_id in found)


def test_a_result_without_levels_is_refused(klein: Path, tmp_path: Path) -> None:
    """The message says which kader has them."""
    run("toets", klein, "--kader", "meldcode", "--formaat", "json", "--uit", tmp_path)
    done = CliRunner().invoke(group, ["groei", str(tmp_path)])
    assert isinstance(done.exception, CheckerError)
    assert "vlaams_kwaliteitskader" in str(done.exception)
