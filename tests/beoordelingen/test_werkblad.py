"""Rows that cannot be taken over are left out whole and named; what is no desk is refused."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from xlsxwriter import Workbook

from checker.beoordelingen import Moment, find_changes, read_werkblad
from checker.beoordelingen.cel import as_day, as_text
from checker.beoordelingen.werkblad import WerkbladError
from checker.rapporten.excel import namen
from tests.beoordelingen.bureau import bewaar, lees
from tests.rapporten.voorbeeld import maak_resultaat

if TYPE_CHECKING:
    from pathlib import Path

    from checker.beoordelingen import Inlezing

RESULTAAT = maak_resultaat()
MOMENT = Moment(datum="2026-12-01", wie="A. Bakker")


def lees_in(pad: Path) -> Inlezing:
    return find_changes(read_werkblad(pad), RESULTAAT, {}, MOMENT)


@pytest.mark.parametrize(
    ("cellen", "woorden"),
    [
        ({namen.UW_OORDEEL: "Prima"}, 'kolom Uw oordeel: het oordeel "Prima" bestaat niet'),
        ({namen.DEADLINE: "ooit"}, 'kolom Deadline: "ooit" is geen datum'),
        ({namen.DEADLINE: "31-02-2026"}, "is geen datum"),
        ({namen.BEOORDEELD_OP: "maart 2026"}, "kolom Beoordeeld op"),
        ({namen.STATUS: "Misschien"}, 'de status "Misschien" bestaat niet'),
        ({namen.UW_OORDEEL: "Niet van toepassing"}, "er staat geen reden bij"),
        ({namen.EIGENAAR: "#REF!"}, "de formule geeft een fout (#REF!)"),
        ({namen.NORM_ID: "XX-9"}, "deze norm staat niet in het resultaat"),
        ({namen.NORM_ID: None}, "er staat geen norm_id"),
    ],
)
def test_bad_row_is_skipped_whole_and_named(cellen: dict[str, Any], woorden: str, tmp_path: Path) -> None:
    """One wrong cell leaves out the good cells of that row too, and no other row."""
    goed = {namen.NORM_ID: "JIJ-1.2", namen.EIGENAAR: "Sanne"}
    slecht = {namen.NORM_ID: "JIJ-2.1", namen.EIGENAAR: "Piet", **cellen}
    pad = bewaar(tmp_path / "fout.xlsx", [namen.NORM_ID, *namen.MENSKOLOMMEN], [goed, None, slecht])
    inlezing = lees_in(pad)
    assert [b.norm_id for b in inlezing.nieuw] == ["JIJ-1.2"]
    [fout] = inlezing.fouten
    assert fout.nummer == 7
    assert woorden in fout.oorzaak
    assert fout.melding.startswith("Rij 7")


def test_two_faults_in_a_row_are_both_named(tmp_path: Path) -> None:
    rij = {namen.NORM_ID: "JIJ-2.1", namen.UW_OORDEEL: "Prima", namen.DEADLINE: "ooit"}
    [fout] = lees_in(bewaar(tmp_path / "fout.xlsx", list(rij), [rij])).fouten
    assert "Uw oordeel" in fout.oorzaak
    assert "Deadline" in fout.oorzaak


def test_norm_that_stands_twice_with_other_content_is_left_out(tmp_path: Path) -> None:
    """Which of the two holds cannot be known; the same content twice is no problem."""
    een, twee = ({namen.NORM_ID: "JIJ-1.2", namen.EIGENAAR: naam} for naam in ("Sanne", "Piet"))
    koppen = [namen.NORM_ID, namen.EIGENAAR]
    dubbel = lees_in(bewaar(tmp_path / "dubbel.xlsx", koppen, [een, twee]))
    assert dubbel.nieuw == ()
    assert [f.nummer for f in dubbel.fouten] == [5, 6]
    gelijk = lees_in(bewaar(tmp_path / "gelijk.xlsx", koppen, [een, een]))
    assert [b.eigenaar for b in gelijk.nieuw] == ["Sanne"]


def _formules(pad: Path, waarde: object) -> Path:
    boek = Workbook(str(pad))
    blad = boek.add_worksheet(namen.NORMEN)
    blad.write_row(0, 0, [namen.NORM_ID, namen.EIGENAAR, "Rest"])
    blad.write_string(1, 0, "JIJ-1.2")
    blad.write_formula(1, 1, '="San"&"ne"', None, waarde)
    blad.write_formula(1, 2, "=1+1", None, 2)
    boek.close()
    return pad


def test_formula_gives_the_value_that_was_saved(tmp_path: Path) -> None:
    [beoordeling] = lees_in(_formules(tmp_path / "f.xlsx", "Sanne")).nieuw
    assert beoordeling.eigenaar == "Sanne"
    assert beoordeling.extra == {"Rest": "2"}


def test_formula_without_saved_value_does_not_read_as_empty(tmp_path: Path) -> None:
    """A program that does not compute leaves no value; that must not erase what was stored."""
    from openpyxl import load_workbook

    pad = _formules(tmp_path / "f.xlsx", "Sanne")
    boek = load_workbook(pad)
    boek.save(pad)
    inlezing = lees_in(pad)
    assert inlezing.nieuw == ()
    assert "geen bewaarde uitkomst" in inlezing.fouten[0].oorzaak


@pytest.mark.parametrize(
    ("cel", "dag"),
    [(datetime.fromisoformat("2026-12-31T09:30"), "2026-12-31"), ("31-12-2026", "2026-12-31"), ("31 december 2026", "2026-12-31"), (46387, "2026-12-31"), ("", "")],
)
def test_day_is_read_as_people_write_it(cel: object, dag: str) -> None:
    assert as_day(cel) == dag


def test_numbers_and_truth_become_text() -> None:
    assert [as_text(w) for w in (None, 3.0, 2.5, True, "a\r\nb ")] == ["", "3", "2.5", "Ja", "a\nb"]


def test_desk_with_other_sheet_first_and_renamed_headers_case(tmp_path: Path) -> None:
    """Headers are found whatever their capitals."""
    rij = {"NORM_ID": "JIJ-1.2", "eigenaar": "Sanne"}
    [beoordeling] = lees_in(bewaar(tmp_path / "b.xlsx", list(rij), [rij])).nieuw
    assert beoordeling.eigenaar == "Sanne"


def test_what_is_no_desk_is_refused_in_dutch(tmp_path: Path) -> None:
    (tmp_path / "tekst.xlsx").write_text("geen werkmap")
    zonder = bewaar(tmp_path / "zonder.xlsx", ["naam"], [{"naam": "x"}])
    dubbel = bewaar(tmp_path / "dubbel.xlsx", [namen.NORM_ID, namen.STATUS, namen.STATUS.upper()], [])
    for pad, woorden in (
        (tmp_path / "weg.xlsx", "bestaat niet"), (tmp_path / "tekst.xlsx", "geen Excel-werkmap"),
        (zonder, "kolom norm_id"), (dubbel, "twee keer"),
    ):
        with pytest.raises(WerkbladError, match=woorden):
            read_werkblad(pad)


def test_untouched_desk_brings_nothing(tmp_path: Path) -> None:
    """Also the example's verdict, which stands in the desk already, is not stored again."""
    rijen = lees(RESULTAAT, tmp_path / "gapanalyse.xlsx")
    assert rijen[0][namen.UW_OORDEEL] == "Grotendeels aangetoond"
    assert lees_in(tmp_path / "gapanalyse.xlsx").nieuw == ()
    assert lees_in(tmp_path / "gapanalyse.xlsx").fouten == ()
