"""The heads of a table without rows show nothing of the practice; one row that was filled in does."""

from __future__ import annotations

import pytest

from checker.dossier import Soort
from checker.dossier.tabelkop import TABELKOP
from tests.dossier.bouwsels import alinea, cel, docx, odt, tabel

_HEADS = ("Datum", "Soort klacht", "Uitkomst", "Afgehandeld")


def _files(*cells: str) -> list[tuple[str, bytes]]:
    odf = "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in cells)
    return [
        ("a.docx", docx(alinea("Begin.") + tabel("".join(cel(text) for text in cells), "".join(cel("") for _ in cells)))),
        ("a.odt", odt(f"<text:p>Begin.</text:p><table:table><table:table-row>{odf}</table:table-row></table:table>")),
        ("a.html", f"<html><body><p>Begin.</p><table><tr><td>{'<td>'.join(cells)}<tr><td><td></table>".encode()),
    ]


@pytest.mark.parametrize(
    ("naam", "data"), [*_files(*_HEADS), ("a.md", f"Begin.\n\n| {' | '.join(_HEADS)} |\n|---|---|---|---|\n|  |  |  |  |\n".encode())]
)
def test_heads_without_rows(lees, naam, data):
    """They are a heading with a mark, in every format as in a sheet."""
    _, heads = lees(data, naam).passages
    assert (heads.soort, heads.tekst, heads.cellen) == (Soort.KOP, " | ".join(_HEADS), ())
    assert heads.kenmerken == {TABELKOP}
    assert heads.vindplaats.plaats == "tabel 1, rij 1"


@pytest.mark.parametrize(
    "cells",
    [
        ("Versie 2.1", "Datum 1 mei", "Status vast"), ("Versie: concept", "Status: vast", "Eigenaar: Wies"), ("Status vast", "Eigenaar Wies", "Naam Bos"),
        ("Wies Bos", "orthopedagoog", "SKJ"), ("Datum", "Elke klacht wordt door de klachtenfunctionaris behandeld.", "Wies"), ("Naam", "Wies"),
        ("☒ Naam", "☐ Datum", "☐ Status"), ("Veilig", "Samen", "Deskundig"), ("VOG", "Wies", "mei"),
    ],
)  # fmt: skip
def test_one_row_that_was_filled_in(lees, cells):
    """In doubt a single row stays a row, so that nothing that was filled in is lost."""
    assert [[p.soort for p in lees(data, naam).passages[1:]] for naam, data in _files(*cells)] == [[Soort.TABELRIJ]] * 3


def test_heads_that_the_document_marks(lees):
    """Heads that are marked as such need no word that names a column."""
    first, second = lees(b"<html><body><table><tr><th>Kind<th>Ouder<th>Datum VOG</table><table><tr><th>Kind<th>12<th>Ouder</table>").passages
    assert (first.soort, second.soort) == (Soort.KOP, Soort.TABELRIJ)


def test_heads_above_rows_that_wait_to_be_filled_in(lees):
    """Rows with nothing but a label keep the head of their column, and the heads are no passage."""
    text = b"| Gebied | Niveau | Voorbeeld |\n|---|---|---|\n| Bejegening |  |  |\n| Reflecteren |  |  |\n"
    assert [p.tekst for p in lees(text, "a.md").passages] == ["Gebied: Bejegening", "Gebied: Reflecteren"]
