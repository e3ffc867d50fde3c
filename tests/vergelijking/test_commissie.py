"""What a committee does to the workbook is understood, or refused in words; never passed over in silence."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from checker.vergelijking.commissie import Inbreng, read_inbreng
from checker.vergelijking.stand import Mens
from checker.vergelijking.terug import WerkmapVeranderdError
from tests.vergelijking import bouwstenen as b

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl import Workbook

DEMANDS = b.uitvraag(b.criterium("A-1", gewicht=30, minimum=4.0), b.criterium("A-2", gewicht=10))
PARTS = (b.uittreksel("x", {"A-1": "aangetoond", "A-2": "aangetoond"}), b.uittreksel("y", {"A-1": "aangetoond", "A-2": "gedeeltelijk"}))
SCORES = {("x", "A-1"): Mens(scores=(6.0, None, None)), ("y", "A-2"): Mens(consensus=7.0)}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return b.werkmap(tmp_path / "vergelijking.xlsx", DEMANDS, *PARTS, mensen=SCORES)


def change(path: Path, *steps: Callable[[Workbook], Any]) -> Inbreng:
    """Do what a person does, save, and read the workbook back."""
    book = load_workbook(path)
    for step in steps:
        step(book)
    book.save(path)
    return read_inbreng(path, DEMANDS)


def put(sheet: str, cell: str, value: object, *, as_: str = "") -> Callable[[Workbook], None]:
    def step(book: Workbook) -> None:
        book[sheet][cell].value = value
        if as_:
            book[sheet][cell].number_format = as_

    return step


def words_of_before(book: Workbook) -> None:
    """Overzicht as earlier versions wrote it: the words right before the scores, and the scores by number."""
    sheet = book["Overzicht"]
    sheet.move_range("A4:A9", 0, 11)
    for cell in (cell for cell in sheet[10] if str(cell.value).startswith(("Score ", "Oordeel "))):
        cell.value = str(cell.value).replace("A-", "")


def rename(sheet: str, name: str) -> Callable[[Workbook], None]:
    return lambda book: setattr(book[sheet], "title", name)


def on(sheet: str, method: str, *args: Any) -> Callable[[Workbook], Any]:
    return lambda book: getattr(book[sheet], method)(*args)


@pytest.mark.parametrize(
    "step",
    [
        rename("Beoordelaars", "beoordelaars "), rename("Beoordelaars", "Beoordelaars definitief"), rename("Beoordelaars", "Scores"),
        put("Beoordelaars", "G4", "Jan de Vries"), put("Beoordelaars", "A4", "Inschrijver"), put("Beoordelaars", "B4", "criterium"),
        put("Beoordelaars", "M4", "Gezamenlijk"), on("Beoordelaars", "insert_cols", 3), on("Beoordelaars", "insert_rows", 2, 3),
        on("Beoordelaars", "delete_cols", 9), put("Beoordelaars", "Z6", "eigen notitie"),
    ],
)
def test_scores_survive_what_people_do_to_the_sheet(step: Callable[[Workbook], Any], path: Path) -> None:
    """A sheet or header with another name, and rows and columns that moved."""
    assert change(path, step).mensen == SCORES


def test_names_over_the_columns_of_raters_stay(path: Path, tmp_path: Path) -> None:
    """Whoever puts their name there finds it again, and it still works the time after."""
    names = ("Jan de Vries", "Beoordelaar 2", "Els")
    found = change(path, put("Beoordelaars", "G4", names[0]), put("Beoordelaars", "I4", names[2]))
    assert (found.beoordelaars, found.mensen, found.meldingen) == (names, SCORES, ())
    again = b.werkmap(tmp_path / "vergelijking.xlsx", DEMANDS, *PARTS, inbreng=found)
    assert [cell.value for cell in load_workbook(again)["Beoordelaars"][4][6:9]] == list(names)
    assert read_inbreng(again, DEMANDS).mensen == SCORES


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ([rename("Beoordelaars", "Scores"), put("Scores", "A4", "?"), on("Scores", "delete_cols", 2, 14)], "er is geen blad Beoordelaars"),
        ([put("Beoordelaars", "G4", "Jan"), on("Beoordelaars", "move_range", "G4:G8", 0, 18)], 'geen kolom Beoordelaar 1, en wel de onbekende kolom "Jan"'),
        ([on("Beoordelaars", "delete_cols", 2)], "geen kolom criterium_id"),
        ([put("Beoordelaars", "W4", "Consensus")], "de kolom Consensus twee keer"),
        ([put("Beoordelaars", "A6", "x"), put("Beoordelaars", "B6", "A-1"), put("Beoordelaars", "G6", 9)], "staat x, A-1 twee keer, met iets anders erin (rij 5 en 6)"),
        ([put("Motivering", "H5", "a"), put("Motivering", "H6", "b"), put("Motivering", "B6", "A-1")], "op het blad Motivering staat x, A-1 twee keer"),
        ([rename("Overzicht", "Totaal"), put("Totaal", "A8", "gewichten"), put("Totaal", "A4", "n"), put("Totaal", "A7", "m")], "er is geen blad Overzicht"),
        ([put("Overzicht", "A8", "gewichten")], 'nergens het woord "Gewicht (aan te passen)"'),
    ],
)
def test_what_cannot_be_understood_is_refused(steps: list[Callable[[Workbook], Any]], words: str, path: Path) -> None:
    """What, where and what to do; nothing is written, so the workbook stays."""
    with pytest.raises(WerkmapVeranderdError) as caught:
        change(path, *steps)
    for part in (words, str(path), "Bewaar het bestand en draai opnieuw"):
        assert part in str(caught.value)


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ([rename("Beoordelaars", "Scores")], 'Het blad "Scores" is gelezen als Beoordelaars.'),
        ([put("Beoordelaars", "M4", "Gezamenlijk")], 'de kolom "Gezamenlijk" is gelezen als Consensus.'),
        ([put("Beoordelaars", "W4", "Notitie"), put("Beoordelaars", "W6", "let op")], 'Beoordelaars: de kolom "Notitie" is van uzelf'),
        ([on("Beoordelaars", "insert_cols", 1), put("Beoordelaars", "A6", "let op")], 'de kolom "A" is van uzelf'),
        ([lambda book: book.create_sheet("Notulen"), put("Notulen", "B2", "x")], 'Het blad "Notulen" is van uzelf'),
        ([lambda book: setattr(book.copy_worksheet(book["Beoordelaars"]), "title", "Beoordelaars (2)")], 'Het blad "Beoordelaars (2)" lijkt op Beoordelaars'),
        ([lambda book: book.remove(book["Vragen"])], "Er is geen blad Vragen meer"),
        ([put("Beoordelaars", "N5", 3)], "Beoordelaars: over de formule in N5 is iets heen getypt"),
        ([put("Beoordelaars", "F5", 3)], "Beoordelaars rij 5 (x, A-1): over het voorstel is 3 heen getypt"),
        ([put("Overzicht", "M11", 3), put("Overzicht", "C12", 1)], "Overzicht: over de formule in M11, C12 is iets heen getypt"),
        ([put("Overzicht", "M9", 8)], "het minimum '8' van A-1 telt niet mee"),
        ([put("Overzicht", "M8", None)], "het gewicht van A-1 is leeg"),
        ([put("Overzicht", "M8", "veel")], "het gewicht 'veel' van A-1 is geen getal vanaf 0"),
        ([put("Beoordelaars", "A5", None)], "Beoordelaars rij 5: er is iets ingevuld, maar bij Aanbieder staat niets"),
    ],
)
def test_what_does_not_come_along_is_said(steps: list[Callable[[Workbook], Any]], words: str, path: Path) -> None:
    """Nothing that somebody typed vanishes without a word."""
    assert words in "\n".join(change(path, *steps).meldingen)


def test_an_untouched_workbook_says_nothing(path: Path) -> None:
    """Neither as we wrote it nor as another program saved it."""
    assert read_inbreng(path, DEMANDS).meldingen == ()
    assert change(path).meldingen == ()


@pytest.mark.parametrize(
    "steps",
    [
        [on("Overzicht", "insert_rows", 3, 2)], [on("Overzicht", "insert_cols", 2)], [rename("Overzicht", "Totalen")], [],
        [words_of_before],
    ],
)
def test_changed_weights_are_found_by_their_words(steps: list[Callable[[Workbook], Any]], path: Path) -> None:
    """A row or column more, another name for the sheet, or a sheet of an earlier version, does not hide the yellow row."""
    inbreng = change(path, put("Overzicht", "M8", "12,5"), *steps)
    assert ({"A-1": 12.5}, SCORES) == (inbreng.gewichten, inbreng.mensen)


def test_an_answer_to_a_question_that_is_no_longer_asked_keeps_its_row(tmp_path: Path) -> None:
    """A question goes when the submission changes; what somebody wrote down does not."""
    antwoorden = {("x", "A-1", "Hoe ging het?"): "Goed.", ("y", "", "Is het bestand leesbaar?"): "Ja."}
    path = b.werkmap(tmp_path / "vergelijking.xlsx", DEMANDS, *PARTS, inbreng=Inbreng(antwoorden=antwoorden))
    rows = [row for row in load_workbook(path)["Vragen"].iter_rows(min_row=5, values_only=True) if row[4]]
    assert [("x", "A-1", "Eerder gevraagd, nu niet meer", "Hoe ging het?", "Goed."), ("y", None, "Eerder gevraagd, nu niet meer", "Is het bestand leesbaar?", "Ja.")] == rows
    assert antwoorden == read_inbreng(path, DEMANDS).antwoorden


def test_the_sheet_of_totals_can_be_read_on_paper(path: Path) -> None:
    """Totals, scores and verdicts begin a page of their own, at a size one can read, with the aanbieder on each; a column says of which norm it is."""
    sheet = load_workbook(path)["Overzicht"]
    koppen = [cel.value for cel in sheet[10]]
    assert ["Score A-1", "Score A-2", "Oordeel A-1", "Oordeel A-2"] == koppen[12:]
    assert [12, 14] == [einde.id for einde in sheet.col_breaks.brk]
    assert ("$A:$A", 70, False) == (sheet.print_title_cols, sheet.page_setup.scale, bool(sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage))


@pytest.mark.parametrize(("value", "score"), [("8", 8.0), ("8,5", 8.5), (" 7 ", 7.0), ("6.25", 6.25), (0, 0.0), (10, 10.0)])
def test_a_number_stored_as_text_is_a_score(value: object, score: float, path: Path) -> None:
    """Whoever types a comma, or pastes from elsewhere, means the number."""
    found = change(path, put("Beoordelaars", "G6", value))
    assert found.mensen["x", "A-2"].scores == (score, None, None)
    assert found.meldingen == ()


@pytest.mark.parametrize(
    ("value", "as_", "shown"),
    [
        (0.8, "0%", "80%"), (11, "", "11"), (-1, "", "-1"), ("acht", "", "acht"), (True, "", "True"), ("=C6", "", "=C6"), ("7 of 8", "", "7 of 8"),
        (datetime(2026, 5, 8), "", "08-05-2026 (een datum)"),  # noqa: DTZ001 - Excel has none
    ],
)
def test_what_is_no_score_is_named_and_kept(value: object, as_: str, shown: str, path: Path) -> None:
    """It does not count, its place is named, and it stands in the next workbook as it was."""
    found = change(path, put("Beoordelaars", "G6", value, as_=as_))
    assert f"Beoordelaars rij 6 (x, A-2): Beoordelaar 1 '{shown}' is geen score van 0 tot en met 10" in found.meldingen[0]
    assert found.mensen["x", "A-2"].score is None
    again = b.werkmap(path, DEMANDS, *PARTS, inbreng=found)
    assert load_workbook(again)["Beoordelaars"]["G6"].value == shown
    assert read_inbreng(again, DEMANDS).mensen == found.mensen
