"""Sheets: every data row is one passage that knows its columns and its row number."""

from __future__ import annotations

import datetime as dt
import io

import pytest

from checker.dossier import Soort, Toestand
from checker.dossier.rekenblad import show
from checker.dossier.tabelkop import TABELKOP
from checker.registers.soort import soorten
from tests.dossier.bouwsels import pakket, uitgepakt, xlsx


def test_header_below_titles(lees):
    """Titles above the header are text; rows keep the numbers of the sheet."""
    rijen = [
        ["Klachtenregister 2024"],
        [],
        [None, "Nr", "Datum", "Uitkomst"],
        [None, "K1", dt.date(2024, 2, 13), "gegrond"],
        [None, "K2", dt.date(2024, 5, 6)],
    ]
    titel, first, second = lees(xlsx({"Klachten": rijen})).passages
    assert (titel.soort, titel.tekst, titel.vindplaats.plaats) == (
        Soort.ALINEA, "Klachtenregister 2024", "blad Klachten, cel A1",
    )  # fmt: skip
    assert first.tekst == "Nr: K1 | Datum: 2024-02-13 | Uitkomst: gegrond"
    assert first.cellen[1] == ("Datum", "2024-02-13", "C4")
    assert first.vindplaats.plaats == "blad Klachten, rij 4"
    assert first.vindplaats.sectie == ("Klachten",)
    assert second.tekst == "Nr: K2 | Datum: 2024-05-06"


def test_leading_empty_rows_do_not_shift(lees):
    """A sheet that starts at D10 still says D10."""
    rijen: list[list[object]] = [[] for _ in range(9)]
    rijen += [[None, None, None, "Naam", "Functie", "Uren"], [None, None, None, "Wies", "office", 32]]
    passage = lees(xlsx({"B": rijen})).passages[0]
    assert passage.cellen == (("Naam", "Wies", "D11"), ("Functie", "office", "E11"), ("Uren", "32", "F11"))


def test_form_sheet(lees):
    """Labels with values are pairs, not a table with a strange header."""
    rijen = [["Naam praktijk", "Zonnehoek"], ["Datum", dt.date(2025, 1, 2)], ["Aantal medewerkers", 7]]
    assert [p.cellen for p in lees(xlsx({"Blad1": rijen})).passages] == [
        (("Naam praktijk", "Zonnehoek", "B1"),),
        (("Datum", "2025-01-02", "B2"),),
        (("Aantal medewerkers", "7", "B3"),),
    ]


def test_notes_sheet(lees, blokken):
    """Loose sentences in one column are paragraphs."""
    rijen = [["Toelichting"], ["Peildatum 15 januari."], ["Bijgehouden door Wies."]]
    assert [kind for kind, _ in blokken(lees(xlsx({"T": rijen})))] == ["alinea"] * 3


@pytest.mark.parametrize(
    ("value", "percent", "text"),
    [
        (3.0, False, "3"), (2.5, False, "2,5"), (0.25, True, "25%"), (0.125, True, "12,5%"), (True, False, "waar"),
        (dt.datetime.fromisoformat("2024-03-01"), False, "2024-03-01"), (dt.datetime.fromisoformat("2024-03-01 09:30"), False, "2024-03-01 09:30"),
        (dt.time(9, 0), False, "09:00"), (dt.timedelta(days=1, hours=2), False, "26:00"), (dt.timedelta(minutes=-90), False, "-1:30"), (120066301.0, False, "120066301"), (99000417325.0, False, "99000417325"),
    ],
)  # fmt: skip
def test_values_as_shown(value, percent, text):
    """Numbers, dates and truth values read as a Dutch sheet shows them."""
    assert show(value, percent=percent) == text


def test_hidden_comments_percent_and_errors(lees):
    """What the value reader lacks is read beside it: comments, hidden rows and sheets, percentages, faults."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("Open")
    sheet.write_row(0, 0, ["Doel", "Score", "Wie"])
    sheet.write_row(1, 0, ["wachttijd", 0, "Wies"])
    sheet.write(1, 1, 0.4, book.add_format({"num_format": "0%"}))
    sheet.write_row(2, 0, ["uitval", 3, "Joris"])
    sheet.set_row(2, None, None, {"hidden": True})
    sheet.write_comment("A2", "nakijken")
    sheet.write_formula("A4", "=1/0", None, "#DIV/0!")
    secret = book.add_worksheet("Geheim")
    secret.write_row(0, 0, ["oude tekst"])
    secret.very_hidden()
    book.close()
    document = lees(out.getvalue())
    by_text = {p.tekst: p for p in document.passages}
    assert by_text["Doel: wachttijd | Score: 40% | Wie: Wies"].kenmerken == frozenset()
    assert by_text["Doel: uitval | Score: 3 | Wie: Joris"].kenmerken == {"verborgen"}
    assert by_text["oude tekst"].kenmerken == {"verborgen"}
    assert by_text["nakijken"].vindplaats.plaats == "blad Open, cel A2"
    assert document.toestand == Toestand.DEELS
    assert "foutwaarde" in document.melding


def test_a_row_of_hidden_columns_is_hidden(lees):
    """What stands in hidden columns alone is seen by nobody; a row that also shows something is not hidden."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("Open")
    for nr, row in enumerate([["Doel", "Score", "Wie"], ["wachttijd", 4, "Wies"], [None, None, "Joris"]]):
        sheet.write_row(nr, 0, row)
    sheet.set_column(2, 2, None, None, {"hidden": True})
    book.close()
    assert {p.tekst: p.kenmerken for p in lees(out.getvalue()).passages} == {
        "Doel: wachttijd | Score: 4 | Wie: Wies": frozenset(), "Joris": {"verborgen"},
    }


def _with_sheet(cells: str) -> bytes:
    delen = uitgepakt(xlsx({"Blad1": [["x"]]}))
    delen["xl/worksheets/sheet1.xml"] = (
        f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{cells}</sheetData></worksheet>'
    ).encode()
    return pakket(delen)


def test_formula_without_value(lees):
    """A formula that was never calculated is named, not read as an empty cell."""
    document = lees(_with_sheet('<row r="1"><c r="A1"><f>SUM(B1:B9)</f></c><c r="B1"><v>4</v></c></row>'))
    assert "formules zonder opgeslagen waarde" in document.melding
    assert document.toestand == Toestand.DEELS


def test_far_corner_cell(lees):
    """Two cells at the far ends of the sheet cost nothing."""
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    document = lees(_with_sheet(far))
    assert [(p.tekst, p.vindplaats.plaats) for p in document.passages] == [
        ("1", "blad Blad1, cel A1"),
        ("2", "blad Blad1, cel XFD1048576"),
    ]


def test_merged_downwards(lees):
    """A cell merged over rows gives its value to each of them."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("B")
    sheet.write_row(0, 0, ["Team", "Naam", "Uren"])
    sheet.merge_range("A2:A3", "Noord")
    sheet.write_row(1, 1, ["Wies", 8])
    sheet.write_row(2, 1, ["Joris", 4])
    book.close()
    assert [p.tekst for p in lees(out.getvalue()).passages] == [
        "Team: Noord | Naam: Wies | Uren: 8",
        "Team: Noord | Naam: Joris | Uren: 4",
    ]


def test_csv(lees):
    """A text with semicolons is a table too."""
    document = lees("Nr;Datum;Uitkomst\n1;2024-01-02;gegrond\n".encode("cp1252"), "klachten.csv")
    assert document.soort == "csv"
    assert document.passages[0].tekst == "Nr: 1 | Datum: 2024-01-02 | Uitkomst: gegrond"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Nr;Wie;Hoe\n1;Wies;"rustig, lief, slim"\n2;Joris;"groot, sterk, snel"\n', ["Nr: 1 | Wie: Wies | Hoe: rustig, lief, slim", "Nr: 2 | Wie: Joris | Hoe: groot, sterk, snel"]),
        ("Doel;Norm;Score\r1,5;2,5;3,5\r", ["Doel: 1,5 | Norm: 2,5 | Score: 3,5"]),
        ("Doel;Norm;Score\n1;2;3\r\n4;5;6\r", ["Doel: 1 | Norm: 2 | Score: 3", "Doel: 4 | Norm: 5 | Score: 6"]),
        ("1,5;2,5;3,5\n1,6;2,6;3,6\n", ["1,5 | 2,5 | 3,5", "1,6 | 2,6 | 3,6"]),
        ("sep=,\nDoel,Norm,Score\n1,2,3\n", ["Doel: 1 | Norm: 2 | Score: 3"]),
        ('"sep=;"\r\nDoel;Norm;Score\r\n1;2;3\r\n', ["Doel: 1 | Norm: 2 | Score: 3"]),
    ],
)  # fmt: skip
def test_signs_and_line_ends_of_csv(lees, text, expected):
    """The sign is the one that gives rows one length, quotes respected; every line end ends a row."""
    passages = lees(text.encode(), "a.csv").passages
    assert [p.tekst for p in passages] == expected
    assert passages[0].vindplaats.plaats == f"blad csv, rij {1 + (':' in expected[0]) + ('sep=' in text)}"


def test_percentages_of_a_sheet_with_a_far_cell(lees):
    """The slow road shows values as the usual one does."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("B")
    sheet.write(0, 0, 0.85, book.add_format({"num_format": "0%"}))
    sheet.write(1_048_575, 16_383, "ver")
    book.close()
    assert [p.tekst for p in lees(out.getvalue()).passages] == ["85%", "ver"]


def test_cells_that_are_struck_through(lees):
    """A value that is struck through is withdrawn, as in other formats."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("B")
    sheet.write_row(0, 0, ["Wat", "Wie", "Termijn"])
    sheet.write_row(1, 0, ["VOG", "Wies"])
    sheet.write(1, 2, "zes weken", book.add_format({"font_strikeout": True}))
    sheet.write_row(2, 0, ["BHV", "Joris", "mei"], book.add_format({"bold": True}))
    book.close()
    assert [p.tekst for p in lees(out.getvalue()).passages] == ["Wat: VOG | Wie: Wies", "Wat: BHV | Wie: Joris | Termijn: mei"]


def _koppen(soort):
    return [soort.kolom(id_).naam for id_ in soort.leeg]


@pytest.mark.parametrize("koppen", [_koppen(soort) for soort in soorten()], ids=[soort.naam for soort in soorten()])
def test_heads_without_rows_are_a_heading(lees, koppen):
    """The column heads of an empty register are structure: no table row that can be quoted."""
    for rijen in ([koppen], [["Register van de praktijk"], [], koppen], [koppen, [1], [2]]):
        *_, passage = [p for p in lees(xlsx({"Blad1": rijen})).passages if p.tekst.startswith(koppen[0])]
        assert (passage.soort, passage.cellen) == (Soort.KOP, ())
        assert passage.kenmerken == {TABELKOP}


def test_heads_of_an_empty_second_table(lees):
    """Heads below a filled table are no row of that table."""
    rijen = [["Naam", "Functie", "Uren"], ["Wies", "office", 32], [], ["Datum", "Training", "Wie", "Certificaat"]]
    first, second = lees(xlsx({"B": rijen})).passages
    assert first.tekst == "Naam: Wies | Functie: office | Uren: 32"
    assert (second.soort, second.tekst) == (Soort.KOP, "Datum | Training | Wie | Certificaat")


@pytest.mark.parametrize(
    "rij",
    [
        ["Wies Bos", "orthopedagoog", "SKJ"], ["Intervisie", "elke zes weken met het hele team", "Wies"], ["Naam praktijk", "Zonnehoek"],
        ["Wat gaat goed", "Wij maken met ieder gezin samen een plan.", "Dat blijft zo"], ["Naam", "Wies", 32],
    ],
)
def test_one_row_that_was_filled_in_stays_a_row(lees, rij):
    """A single row without heads keeps its cells."""
    (passage,) = lees(xlsx({"B": [rij]})).passages
    assert passage.soort is Soort.TABELRIJ
    assert passage.kenmerken == frozenset()
