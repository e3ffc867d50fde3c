"""The command: toets, fill in, beoordeel, toets again."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from checker.rapporten.excel import namen

if TYPE_CHECKING:
    from pathlib import Path

TOETS = ("--kader", "meldcode", "--peildatum", "2026-11-22", "--uit", "uit")


def run(*arguments: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "checker", *map(str, arguments)], cwd=cwd, capture_output=True, text=True, check=False, env=dict(os.environ))


def vul_in(pad: Path, rij: int, naam: str = namen.NORMEN, **cellen: str) -> None:
    boek = load_workbook(pad)
    blad = boek[naam]
    koppen = {cel.value: cel.column for cel in blad[namen.KOPRIJ]}
    for kop, waarde in cellen.items():
        blad.cell(namen.KOPRIJ + rij, koppen[kop.replace("_", " ")]).value = waarde
    boek.save(pad)


def mensen(pad: Path) -> dict[str, dict[str, str]]:
    data = json.loads((pad / "resultaat.json").read_text("utf-8"))
    return {b["norm_id"]: b["beoordeling"] for b in data["bevindingen"] if b["beoordeling"]}


def test_desk_comes_back_and_stays(klein: Path, tmp_path: Path) -> None:
    """Verdicts survive the next run; a changed document marks its own verdict alone."""
    dossier = tmp_path / "dossier"
    shutil.copytree(klein, dossier)
    assert run("toets", dossier, *TOETS, cwd=tmp_path).returncode == 0
    desk = tmp_path / "uit/gapanalyse.xlsx"
    vul_in(desk, 6, Uw_oordeel="Aangetoond", Reden="Nagevraagd")
    vul_in(desk, 2, Uw_oordeel="Aangetoond", Reden="Gezien in het dossier")
    vul_in(desk, 3, Uw_oordeel="Helemaal goed")
    done = run("beoordeel", "uit/resultaat.json", desk, "--wie", "A. Bakker", "--datum", "2026-11-23", "--dossier", dossier, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "2 normen overgenomen" in done.stdout
    assert "Rij 7 (MC-3) is overgeslagen" in done.stderr
    assert len((dossier / "beoordelingen.jsonl").read_text("utf-8").splitlines()) == 2
    assert load_workbook(tmp_path / "uit/gapanalyse-ingevuld.xlsx")[namen.NORMEN]["H7"].value == "Helemaal goed"
    assert {n: m["beoordelaar"] for n, m in mensen(tmp_path / "uit").items()} == {"MC-6": "A. Bakker", "MC-2": "A. Bakker"}

    code = dossier / "meldcode.md"
    code.write_text(code.read_text("utf-8").replace("Ik bel dezelfde dag", "Ik bel de volgende dag"), "utf-8")
    done = run("toets", dossier, *TOETS, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert {n: m.get("opnieuw", "") for n, m in mensen(tmp_path / "uit").items()} == {"MC-6": "", "MC-2": "ja"}
    assert "beoordelingen.jsonl" not in (tmp_path / "uit/resultaat.json").read_text("utf-8")


def test_work_on_the_other_sheets_comes_back_and_stays(klein: Path, tmp_path: Path) -> None:
    """Owner and deadline of an action, an owner of a signaal and an answer: kept, shown again and in the calendar."""
    assert run("toets", klein, *TOETS, "--formaat", "xlsx", "--formaat", "ics", cwd=tmp_path).returncode == 0
    desk = tmp_path / "uit/gapanalyse.xlsx"
    vul_in(desk, 1, namen.ACTIEPLAN, Eigenaar="Sanne", Deadline="31-12-2026")
    vul_in(desk, 1, namen.SIGNALEN, Status="Klaar")
    vul_in(desk, 1, namen.PRAKTIJKTOETS, Antwoord="Dat doen wij samen.")
    vul_in(desk, 2, namen.PRAKTIJKTOETS, Datum="ooit")
    done = run("beoordeel", "uit/resultaat.json", desk, "--wie", "A. Bakker", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "1 actie, 1 signaal en 1 vraag overgenomen" in done.stdout
    assert "Rij 6 van het blad Praktijktoets" in done.stderr
    assert "DTSTART;VALUE=DATE:20261231" in (tmp_path / "uit/agenda.ics").read_text("utf-8")
    assert "Er is niets nieuws ingevuld." in run("beoordeel", "uit/resultaat.json", "uit/gapanalyse.xlsx", cwd=tmp_path).stdout

    done = run("toets", klein, *TOETS, "--peildatum", "2026-11-30", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    boek = load_workbook(desk)
    acties = {cel.value: boek[namen.ACTIEPLAN].cell(5, cel.column).value for cel in boek[namen.ACTIEPLAN][namen.KOPRIJ]}
    assert (acties["Eigenaar"], f"{acties['Deadline']:%Y-%m-%d}") == ("Sanne", "2026-12-31")
    assert len((tmp_path / "uit/beoordelingen.jsonl").read_text("utf-8").splitlines()) == 3


def test_same_desk_twice_adds_nothing(klein: Path, tmp_path: Path) -> None:
    assert run("toets", klein, *TOETS, cwd=tmp_path).returncode == 0
    desk = tmp_path / "uit/gapanalyse.xlsx"
    vul_in(desk, 1, Eigenaar="Sanne")
    shutil.copy(desk, tmp_path / "mijn.xlsx")
    for zin in ("1 norm overgenomen", "Er is niets nieuws ingevuld."):
        assert zin in run("beoordeel", "uit/resultaat.json", "mijn.xlsx", cwd=tmp_path).stdout
    assert len((tmp_path / "uit/beoordelingen.jsonl").read_text("utf-8").splitlines()) == 1


def test_next_run_keeps_a_desk_that_was_not_taken_in(klein: Path, tmp_path: Path) -> None:
    """Work that a person saved is never overwritten; an untouched desk is."""
    for _ in range(2):
        assert run("toets", klein, *TOETS, cwd=tmp_path).returncode == 0
    assert not list((tmp_path / "uit").glob("*-ingevuld*"))
    vul_in(tmp_path / "uit/gapanalyse.xlsx", 1, Eigenaar="Sanne")
    assert run("toets", klein, *TOETS, cwd=tmp_path).returncode == 0
    assert load_workbook(tmp_path / "uit/gapanalyse-ingevuld.xlsx")[namen.NORMEN]["J5"].value == "Sanne"


def test_a_skipped_row_names_the_file_that_still_holds_it(klein: Path, tmp_path: Path) -> None:
    """The new desk does not show a row that was left out; the copy does, and a file elsewhere stays as it is."""
    assert run("toets", klein, *TOETS, cwd=tmp_path).returncode == 0
    desk = tmp_path / "uit/gapanalyse.xlsx"
    vul_in(desk, 1, Eigenaar="Sanne")
    vul_in(desk, 2, Uw_oordeel="Helemaal goed")
    shutil.copy(desk, tmp_path / "mijn.xlsx")
    assert "Wat daar is ingevuld staat nog in uit/gapanalyse-ingevuld.xlsx." in run("beoordeel", "uit/resultaat.json", "uit/gapanalyse.xlsx", cwd=tmp_path).stderr
    done = run("beoordeel", "uit/resultaat.json", "mijn.xlsx", cwd=tmp_path)
    assert "Wat daar is ingevuld staat nog in mijn.xlsx." in done.stderr
    assert "Er is niets nieuws overgenomen." in done.stdout


def test_the_folder_of_a_result_is_as_good_as_its_file(klein: Path, tmp_path: Path) -> None:
    """uitleg and verschil take the folder; so do the commands that write."""
    assert run("toets", klein, *TOETS, cwd=tmp_path).returncode == 0
    vul_in(tmp_path / "uit/gapanalyse.xlsx", 1, Uw_oordeel="Aangetoond", Reden="Nagevraagd")
    for arguments in (("beoordeel", "uit", "uit/gapanalyse.xlsx"), ("rapport", "uit")):
        done = run(*arguments, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
    assert [m["reden"] for m in mensen(tmp_path / "uit").values()] == ["Nagevraagd"]
    assert (tmp_path / "uit" / "beoordelingen.jsonl").is_file()
    assert not (tmp_path / "beoordelingen.jsonl").exists()
