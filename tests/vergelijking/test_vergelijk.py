"""checker vergelijk from folders to workbook: the same figures everywhere, whatever happens on the way."""

from __future__ import annotations

import html
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.formula.translate import Translator

ROOT = Path(__file__).resolve().parent.parent.parent
AANBIEDERS = ROOT / "fixtures" / "aanbieders"
FILES = ("vergelijking.json", "vergelijking.xlsx", "vergelijking.html")


def command(folder: Path, uit: Path, *extra: object) -> list[str]:
    words = ["vergelijk", folder, "--uit", uit, "--peildatum", "2026-11-22", "--geen-cache", "--zonder-word", *extra]
    return [sys.executable, "-m", "checker", *map(str, words)]


def run(folder: Path, uit: Path, *extra: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(folder, uit, *extra), cwd=uit.parent, capture_output=True, text=True, check=False)


def data(uit: Path) -> dict[str, Any]:
    return json.loads((uit / "vergelijking.json").read_text("utf-8"))


def by_name(uit: Path) -> dict[str, Any]:
    return {a["aanbieder"]: a for a in data(uit)["aanbieders"]}


@pytest.fixture(scope="module")
def uit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("vergelijk") / "uit"
    done = run(AANBIEDERS, place)
    assert done.returncode == 0, done.stderr
    return place


@pytest.fixture
def copy(uit: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Submissions and results that a test may change."""
    shutil.copytree(AANBIEDERS, tmp_path / "in")
    shutil.copytree(uit, tmp_path / "uit")
    return tmp_path / "in", tmp_path / "uit"


def test_six_submissions_each_get_what_they_deserve(uit: Path) -> None:
    found = by_name(uit)
    assert {name: a["toestand"] for name, a in found.items()} == {
        "boomgaard": "gelezen", "de_vaart": "gelezen", "horizon": "gelezen", "kompas": "gelezen", "leeg": "geen_documenten", "onleesbaar": "niet_gelezen",
    }
    assert found["boomgaard"]["rang"] == 1
    assert found["boomgaard"]["naam"] == "Stichting De Boomgaard"
    assert (found["de_vaart"]["rang"], found["de_vaart"]["te_verifieren"]) == (2, 1), "het certificaat is verlopen"
    assert found["kompas"]["knock_outs"] == 1, "de meldcode ontbreekt nog"
    assert {c["norm"]: c["minimum_gehaald"] for c in found["kompas"]["criteria"]}["PVE-3"] == "te verifiëren", "gelijkwaardig is geen nee"
    for name in ("leeg", "onleesbaar"):
        assert found[name]["totaal"] is None
        assert found[name]["rang"] is None
        assert found[name]["knock_outs"] == 0
        assert all(c["oordeel"] == "" for c in found[name]["criteria"])


def totals(path: Path) -> dict[str, tuple[Any, Any]]:
    sheet = load_workbook(path, data_only=True)["Overzicht"]
    return {row[0]: (row[3], row[2]) for row in sheet.iter_rows(min_row=11, values_only=True) if row[0]}


def test_workbook_has_its_sheets_and_the_totals_of_the_data(uit: Path) -> None:
    book = load_workbook(uit / "vergelijking.xlsx", data_only=True)
    wanted = {"Overzicht", "Knock-out", "Bewijs", "Motivering", "Vragen", "Beoordelaars", "Verouderd", "Logboek"}
    assert wanted <= set(book.sheetnames)
    shown = totals(uit / "vergelijking.xlsx")
    for name, a in by_name(uit).items():
        assert shown[name] == ("geen score" if a["totaal"] is None else a["totaal"], a["rang"] or "geen rang")


def test_every_quote_stands_in_the_submission_it_is_of(uit: Path) -> None:
    rows = load_workbook(uit / "vergelijking.xlsx", data_only=True)["Bewijs"].iter_rows(min_row=5, values_only=True)
    count = 0
    for aanbieder, _norm, _titel, citaat, document, *_ in rows:
        assert citaat in (AANBIEDERS / aanbieder / document).read_text("utf-8").replace("\n", " ")
        count += 1
    assert count > 10


def recalculated(source: Path, folder: Path) -> Path:
    """The workbook as LibreOffice calculates it, from formulas without kept values."""
    bare = folder / "kaal.xlsx"
    load_workbook(source).save(bare)
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profiel", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir",
         str(folder / "lo"), str(bare)], check=True, capture_output=True,
    )
    return folder / "lo" / "kaal.xlsx"


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice ontbreekt")
def test_every_formula_gives_the_kept_value_in_libreoffice(copy: tuple[Path, Path], tmp_path: Path) -> None:
    folder, uit = copy
    fill(uit / "vergelijking.xlsx", {("onleesbaar", "PVE-2"): {"Consensus": 6}, ("de_vaart", "PVE-5"): {"Beoordelaar 1": 4, "Beoordelaar 2": 9}})
    assert run(folder, uit).returncode == 0
    ours = load_workbook(uit / "vergelijking.xlsx", data_only=True)
    theirs = load_workbook(recalculated(uit / "vergelijking.xlsx", tmp_path), data_only=True)
    compared = 0
    for sheet in ours.sheetnames:
        for mine, other in zip(ours[sheet].iter_rows(), theirs[sheet].iter_rows(), strict=False):
            for one, two in zip(mine, other, strict=False):
                assert (one.value or "") == pytest.approx(two.value or ""), f"{sheet}!{one.coordinate}"
                compared += 1
    assert compared > 1000


def sort_rows(path: Path, sheet: str, column: str, header: int) -> None:
    """Sort a list as the buttons of its filter do: whole rows, with formulas that follow their own row."""
    book = load_workbook(path)
    blad = book[sheet]
    rows = [[(cell.coordinate, cell.value) for cell in row] for row in blad.iter_rows(min_row=header + 1) if row[0].value]
    key = [cell.value for cell in blad[header]].index(column)
    for number, row in enumerate(sorted(rows, key=lambda row: str(row[key][1]), reverse=True), start=header + 1):
        for place, (origin, value) in enumerate(row, start=1):
            goal = blad.cell(number, place)
            goal.value = Translator(value, origin).translate_formula(goal.coordinate) if str(value).startswith("=") else value
    book.save(path)


def by_row_name(path: Path, sheet: str, header: int) -> dict[tuple[Any, ...], tuple[Any, ...]]:
    rows = load_workbook(path, data_only=True)[sheet].iter_rows(min_row=header + 1, values_only=True)
    return {tuple(row[:2]): tuple(round(value, 4) if isinstance(value, int | float) else value or "" for value in row) for row in rows if row[0]}


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice ontbreekt")
def test_sorting_a_sheet_changes_no_figure(uit: Path, tmp_path: Path) -> None:
    """The rank and every score stay with the aanbieder they are of, whichever list is sorted."""
    sorted_ = tmp_path / "gesorteerd.xlsx"
    shutil.copy(uit / "vergelijking.xlsx", sorted_)
    lists = {"Beoordelaars": ("criterium_id", 4), "Knock-out": ("Eis", 4), "Motivering": ("criterium_id", 4), "Overzicht": ("Aanbieder", 10)}
    for sheet, (column, header) in lists.items():
        sort_rows(sorted_, sheet, column, header)
    again = recalculated(sorted_, tmp_path)
    for sheet, (_, header) in lists.items():
        assert by_row_name(again, sheet, header) == by_row_name(uit / "vergelijking.xlsx", sheet, header), sheet


def fill(path: Path, values: dict[tuple[str, str], dict[str, float]], weight: tuple[str, float] | None = None) -> None:
    """Fill cells as a committee does."""
    book = load_workbook(path)
    sheet = book["Beoordelaars"]
    heads = [cell.value for cell in sheet[4]]
    for row in sheet.iter_rows(min_row=5):
        for head, value in values.get((row[0].value, row[1].value), {}).items():
            row[heads.index(head)].value = value
    if weight:
        sheet = book["Overzicht"]
        column = [cell.value for cell in sheet[4]].index(weight[0])
        sheet[8][column].value = weight[1]
    book.save(path)


def test_scores_and_weights_of_people_come_back_and_win(copy: tuple[Path, Path]) -> None:
    folder, uit = copy
    fill(uit / "vergelijking.xlsx", {("boomgaard", "PVE-5"): {"Consensus": 1}, ("kompas", "PVE-1"): {"Consensus": 10}}, ("PVE-6", 0))
    done = run(folder, uit)
    assert done.returncode == 0, done.stderr
    found = by_name(uit)
    assert found["boomgaard"]["totaal"] == pytest.approx(100 * (20 * 10 + 20 * 10 + 40 * 1) / 800)
    assert found["boomgaard"]["knock_outs"] == 1, "onder het minimum van 4"
    assert found["kompas"]["rang"] is not None, "de commissie heeft de knock-out beslist"
    assert (uit / "vergelijking-ingevuld.xlsx").exists()
    assert totals(uit / "vergelijking.xlsx")["boomgaard"][0] == found["boomgaard"]["totaal"]
    before = data(uit)
    assert run(folder, uit).returncode == 0
    assert data(uit) == before, "nog eens draaien verandert niets"
    assert not (uit / "vergelijking-ingevuld-2.xlsx").exists(), "er is niets nieuws om te bewaren"


def test_a_score_outside_the_scale_is_named_and_left_out(copy: tuple[Path, Path]) -> None:
    folder, uit = copy
    fill(uit / "vergelijking.xlsx", {("boomgaard", "PVE-5"): {"Consensus": 11}})
    done = run(folder, uit)
    assert "11" in done.stdout
    assert by_name(uit)["boomgaard"]["totaal"] == 100


def test_texts_of_people_come_back_on_every_sheet(copy: tuple[Path, Path]) -> None:
    folder, uit = copy
    places = {"Motivering": "H8", "Knock-out": "M7", "Vragen": "E9", "Gelijke teksten": "I6", "Beoordelaars": "T12"}
    book = load_workbook(uit / "vergelijking.xlsx")
    for sheet, cell in places.items():
        book[sheet][cell] = f"Tekst op {sheet}"
    book.save(uit / "vergelijking.xlsx")
    assert run(folder, uit).returncode == 0
    again = load_workbook(uit / "vergelijking.xlsx")
    assert {sheet: again[sheet][cell].value for sheet, cell in places.items()} == {sheet: f"Tekst op {sheet}" for sheet in places}


def test_nothing_is_passed_over_in_silence(copy: tuple[Path, Path]) -> None:
    folder, uit = copy
    fill(uit / "vergelijking.xlsx", {("horizon", "PVE-2"): {"Consensus": 3}})
    shutil.move(folder / "horizon", folder.parent / "weg")
    (folder / "los.pdf").write_text("x", "utf-8")
    done = run(folder, uit)
    assert "los.pdf" in done.stdout
    assert "horizon" in done.stdout
    assert len(data(uit)["meldingen"]) == 2


def test_an_answer_that_has_no_row_any_more_and_a_score_on_another_proposal_are_named(copy: tuple[Path, Path]) -> None:
    """The aanbieder is gone, or it handed in something else after the committee scored."""
    folder, uit = copy
    book = load_workbook(uit / "vergelijking.xlsx")
    row = next(row for row in book["Vragen"].iter_rows(min_row=5) if row[0].value == "horizon")
    row[4].value = "Dat sturen wij na."
    book.save(uit / "vergelijking.xlsx")
    fill(uit / "vergelijking.xlsx", {("kompas", "PVE-6"): {"Consensus": 3}})
    shutil.move(folder / "horizon", folder.parent / "weg")
    (folder / "kompas" / "extra.txt").write_text("Wie wacht op hulp wordt elke week gebeld.", "utf-8")
    assert run(folder, uit).returncode == 0
    lost, moved = data(uit)["meldingen"]
    assert lost.startswith('Het antwoord "Dat sturen wij na." bij horizon (')
    assert moved.startswith("kompas: bij PVE-6 is het voorstel anders dan in de vorige vergelijking")


def test_gewichten_go_before_the_demands(copy: tuple[Path, Path], tmp_path: Path) -> None:
    folder, uit = copy
    weights = tmp_path / "gewichten.yaml"
    weights.write_text("PVE-6: 60\n", "utf-8")
    assert run(folder, uit, "--gewichten", weights).returncode == 0
    assert by_name(uit)["de_vaart"]["totaal"] == pytest.approx(100 * 56 / 140, abs=1e-4), "PVE-5 maar deels: niets over elke drie maanden"
    weights.write_text("XXX-1: 60\n", "utf-8")
    done = run(folder, uit, "--gewichten", weights)
    assert done.returncode == 2
    assert "XXX-1" in done.stderr


def test_the_same_input_gives_the_same_bytes(uit: Path, tmp_path: Path) -> None:
    again = tmp_path / "uit"
    assert run(AANBIEDERS, again, "--processen", 1).returncode == 0
    for name in FILES:
        assert (again / name).read_bytes() == (uit / name).read_bytes(), name


def test_an_uitvraag_saved_as_yml_counts(copy: tuple[Path, Path]) -> None:
    """Without it other demands would be judged, and nobody would hear of it."""
    folder, uit = copy
    before = {name: (a["rang"], a["totaal"], [c["norm"] for c in a["criteria"]]) for name, a in by_name(uit).items()}
    (folder / "uitvraag.yaml").rename(folder / "uitvraag.yml")
    assert run(folder, uit).returncode == 0
    assert before == {name: (a["rang"], a["totaal"], [c["norm"] for c in a["criteria"]]) for name, a in by_name(uit).items()}


def test_only_what_changed_is_judged_again(copy: tuple[Path, Path]) -> None:
    folder, uit = copy
    stamp = (uit / "aanbieders" / "boomgaard" / "resultaat.json").stat().st_mtime_ns
    (folder / "kompas" / "extra.txt").write_text("Wie wacht op hulp wordt elke week gebeld.", "utf-8")
    (uit / "aanbieders" / "horizon" / "resultaat.json").write_text("{}", "utf-8")
    done = run(folder, uit)
    assert "4 al eerder getoetst" in done.stdout
    assert (uit / "aanbieders" / "boomgaard" / "resultaat.json").stat().st_mtime_ns == stamp
    assert {c["norm"]: c["score"] for c in by_name(uit)["kompas"]["criteria"]}["PVE-6"] == 10
    assert by_name(uit)["horizon"]["toestand"] == "gelezen"


def test_one_broken_folder_never_stops_the_rest(copy: tuple[Path, Path]) -> None:
    folder, uit = copy
    (folder / "horizon" / "praktijk.yaml").write_text("naam: [", "utf-8")
    done = run(folder, uit)
    assert done.returncode == 0, done.stderr
    found = by_name(uit)
    assert found["horizon"]["toestand"] == "mislukt"
    assert "praktijk.yaml" in found["horizon"]["melding"]
    assert found["horizon"]["rang"] is None
    assert found["boomgaard"]["rang"] == 1


def test_a_killed_run_goes_on_and_ends_the_same(uit: Path, tmp_path: Path) -> None:
    place = tmp_path / "uit"
    rng = random.Random(8)
    for _ in range(10):
        process = subprocess.Popen(command(AANBIEDERS, place), cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(0.3 + rng.random() * 2.5)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    assert run(AANBIEDERS, place).returncode == 0
    for name in FILES:
        assert (place / name).read_bytes() == (uit / name).read_bytes(), name
    assert not list(place.rglob("*.deel"))


def test_copied_text_is_a_question(uit: Path) -> None:
    (group,) = data(uit)["gelijke_teksten"]
    assert {p["aanbieder"] for p in group["plekken"]} == {"boomgaard", "de_vaart"}
    rows = load_workbook(uit / "vergelijking.xlsx")["Gelijke teksten"].iter_rows(min_row=5, values_only=True)
    assert all(str(row[7]).endswith("?") for row in rows)


def test_the_page_needs_no_network_and_uses_words(uit: Path) -> None:
    page = html.unescape((uit / "vergelijking.html").read_text("utf-8"))
    assert "default-src 'none'" in page
    assert "http://" not in page
    assert "https://" not in page
    assert "<script" not in page
    for word in ("Niet aangetoond", "Niet gelezen", "Geen documenten", "geen rang"):
        assert word in page


def test_the_page_has_a_row_per_criterium_that_is_never_wider_than_six_aanbieders(uit: Path) -> None:
    """A criterium per column ran off the screen and off the paper from the fifth on."""
    page = html.unescape((uit / "vergelijking.html").read_text("utf-8"))
    found = data(uit)
    tables = page.split("<table>")[2:]
    per_table = [re.findall(r'<th scope="col">(.*?)</th>', table)[1:] for table in tables]
    assert sorted(name for names in per_table for name in names) == sorted(a["aanbieder"] for a in found["aanbieders"])
    assert all(len(names) <= 6 for names in per_table)
    for table in tables:
        assert [c["id"] for c in found["uitvraag"]["criteria"]] == re.findall(r'<th scope="row">(\S+) ', table)


def test_word_report_per_aanbieder(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    shutil.copytree(AANBIEDERS / "boomgaard", folder / "boomgaard")
    words = [w for w in command(folder, tmp_path / "uit", "--kader", "meldcode") if w != "--zonder-word"]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "uit" / "aanbieders" / "boomgaard" / "gaprapport.docx").stat().st_size > 5000


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("criteria: [{norm: BESTAAT-NIET}]", "BESTAAT-NIET"),
        ("criteria: [{norm: PVE-1, soort: wens}]", "wens"),
        ("criteria: [{norm: PVE-1, gewicht: -1}]", "-1"),
        ("schaal: {aangetoond: 1, grotendeels: 8, gedeeltelijk: 4, niet_aangetoond: 0}", "schaal"),
        ("kaders: [niets]", "niets"),
        ("criteria: [{norm: PVE-1, minimum: 40}]", "het minimum 40 van PVE-1 is hoger dan de hoogste score (10)."),
        ("kenmerken: {verblijff: false}", "'verblijff' bestaat niet; bedoelt u verblijf"),
        ("schaal: {aangetoond: 0, grotendeels: 4, gedeeltelijk: 8, niet_aangetoond: 10}", "De schaal in "),
        ("criteria: [{norm: PVE-1, gewicht: 1}, {norm: PVE-1, gewicht: 2}]", "de norm PVE-1 staat er twee keer"),
        ("titel: 3", "De uitvraag uitvraag.yaml klopt niet, regel 1, titel: '3' heeft de verkeerde vorm; verwacht: tekst."),
    ],
)
def test_a_wrong_uitvraag_says_what_is_wrong(text: str, part: str, tmp_path: Path) -> None:
    wrong = tmp_path / "uitvraag.yaml"
    wrong.write_text(text, "utf-8")
    done = run(AANBIEDERS, tmp_path / "uit", "--uitvraag", wrong)
    assert done.returncode == 2
    assert part in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_without_aanbieders(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "brief.txt").write_text("Niets", "utf-8")
    done = run(tmp_path / "in", tmp_path / "uit")
    assert done.returncode == 2
    assert "eigen map" in done.stderr
