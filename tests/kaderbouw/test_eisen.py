"""A programme of requirements in Excel becomes a kader that works at once."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from openpyxl import Workbook

from checker.catalogi import installed_catalogus
from checker.cli import group
from checker.errors import CheckerError
from checker.kaderbouw.eisen import GeenEisenError, read_eisen
from checker.kaderbouw.schrijven import clean_id
from checker.kaderbouw.werkmap import OnleesbareWerkmapError


def workbook(path: Path, rows: list[list[object]], merge: tuple[str, ...] = ()) -> Path:
    """A workbook with one sheet."""
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for area in merge:
        sheet.merge_cells(area)
    book.save(path)
    return path


ROWS: list[list[object]] = [
    ["Programma van eisen jeugdhulp 2027"],
    [],
    ["Bewijsmiddel", "Omschrijving van de eis", "Soort", "Nr."],
    ["Klachtenregeling", "De aanbieder heeft een klachtenregeling. Een klacht wordt binnen zes weken beantwoord.", "Knock-out", 1],
    [],
    ["Register", "Medewerkers zijn geregistreerd bij SKJ of BIG.", "Eis", 2],
    ["Plan van aanpak", "De aanbieder beschrijft hoe hij met het wijkteam samenwerkt.", "Gunningscriterium", "3a"],
]


def test_headings_in_any_order_titles_and_empty_rows(tmp_path: Path) -> None:
    """The heading row is found below a title; empty rows are passed over."""
    found = read_eisen(workbook(tmp_path / "pve.xlsx", ROWS))
    assert [(e.nummer, e.zwaarte) for e in found] == [("1", 3), ("2", 2), ("3a", 1)]
    assert found[0].bewijs == "Klachtenregeling"
    assert found[1].rij == 6


def test_merged_cells_count_for_every_row(tmp_path: Path) -> None:
    """A theme that spans rows belongs to each of them."""
    rows: list[list[object]] = [["Thema", "Nummer", "Eis"], ["Veiligheid", "1", "Er is een meldcode vastgesteld."], [None, "2", "Er is een aandachtsfunctionaris."]]
    found = read_eisen(workbook(tmp_path / "pve.xlsx", rows, ("A2:A3",)))
    assert [e.thema for e in found] == ["Veiligheid", "Veiligheid"]


def test_a_workbook_without_demands_is_refused(tmp_path: Path) -> None:
    """The message names the sheets and the headings to use."""
    with pytest.raises(GeenEisenError, match="Nummer, Eis"):
        read_eisen(workbook(tmp_path / "x.xlsx", [["a", "b"], [1, 2]]))


def test_a_broken_workbook_is_refused(tmp_path: Path) -> None:
    """No traceback for a file that is no workbook."""
    (tmp_path / "x.xlsx").write_bytes(b"PK\x03\x04geen werkmap")
    with pytest.raises(OnleesbareWerkmapError):
        read_eisen(tmp_path / "x.xlsx")


def test_derived_kader_judges_a_dossier(tmp_path: Path) -> None:
    """From workbook to verdict: the demand that the dossier shows is found, and the kader is marked as derived."""
    workbook(tmp_path / "pve.xlsx", ROWS)
    folder = tmp_path / "dossier"
    (folder / "kaders").mkdir(parents=True)
    (folder / "klachten.txt").write_text(
        "Klachtenregeling\n\nWij hebben een klachtenregeling voor ouders en jeugdigen. U krijgt binnen zes weken een reactie op uw klacht van de klachtencommissie.\n",
        encoding="utf-8",
    )
    run = CliRunner()
    made = run.invoke(group, ["kader", "uit-excel", str(tmp_path / "pve.xlsx"), "--id", "pve", "--uit", str(folder / "kaders" / "pve.yaml")])
    assert made.exit_code == 0, made.output
    assert yaml.safe_load((folder / "kaders" / "pve.yaml").read_text("utf-8"))["afgeleid"] is True
    checked = run.invoke(group, ["kader", "controleer", str(folder / "kaders" / "pve.yaml")])
    assert checked.exit_code == 0, checked.output
    done = run.invoke(group, ["toets", str(folder), "--kader", "pve", "--formaat", "json", "--uit", str(tmp_path / "uit")])
    assert done.exit_code == 0, done.output
    from checker.rapporten.resultaatbestand import read

    found = {b.norm_id: b for b in read(tmp_path / "uit" / "resultaat.json").bevindingen}
    assert "klacht" in found["PVE-1"].bewijs[0].citaat
    assert not found["PVE-2"].bewijs


def test_new_kader_passes_its_own_check(tmp_path: Path) -> None:
    """The example to start from is in order."""
    run = CliRunner()
    path = tmp_path / "eigen.yaml"
    assert run.invoke(group, ["kader", "nieuw", "Eigen Kader", "--uit", str(path)]).exit_code == 0
    assert run.invoke(group, ["kader", "controleer", str(path)]).exit_code == 0
    assert isinstance(run.invoke(group, ["kader", "nieuw", "Eigen Kader", "--uit", str(path)]).exception, CheckerError)


@pytest.mark.parametrize(("name", "kader_id"), [("PvE Jeugd 2027", "pve_jeugd_2027"), ("2027 eisen", "eisen"), ("Cliënten", "clienten")])
def test_a_name_becomes_an_id(name: str, kader_id: str) -> None:
    """Ids are lower case with underscores."""
    assert kader_id == clean_id(name)


@pytest.mark.parametrize("name", ["jij", "jij_kader", "skj"])
def test_a_new_kader_does_not_take_the_ids_of_another(name: str, tmp_path: Path) -> None:
    """A kader named as one that is there gets an id and norm ids of its own, so that both can stand in a dossier."""
    path = tmp_path / "kaders" / "nieuw.yaml"
    path.parent.mkdir()
    assert CliRunner().invoke(group, ["kader", "nieuw", name, "--uit", str(path)]).exit_code == 0
    catalogus, left_out = installed_catalogus(tmp_path)
    assert (len(catalogus.kaders), left_out) == (len(installed_catalogus()[0].kaders) + 1, [])
