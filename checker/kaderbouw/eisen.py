"""Eisen: the demands of a programme of requirements, read from an Excel sheet.

Headings may stand in any order and below a title; merged cells count for every row they cover;
empty rows and rows without a demand are passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.errors import CheckerError
from checker.taal.woorden import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_KOPPEN = {
    "nummer": r"^(nr|nummer|no|volgnummer|eis ?nr|eisnummer|id|#|code)\b",
    "eis": r"^(eis|omschrijving|tekst|vereiste|norm|criterium|beschrijving|vraag|requirement)\b|omschrijving|tekst van de eis",
    "soort": r"^(soort|type|categorie|status|aard|ko\b|knock)",
    "gewicht": r"^(gewicht|weging|punten|wegingsfactor)",
    "bewijs": r"bewijs|aan te leveren|bijlage|document",
    "thema": r"^(thema|onderwerp|hoofdstuk|rubriek|perceel|onderdeel)",
}
_ZWAARTE = ((3, re.compile(r"knock|ko\b|uitsluit|minimum")), (2, re.compile(r"\beis\b|eisen|verplicht|must")))
_MAX_HEADER_ROW = 30


class GeenEisenError(CheckerError):
    """A workbook without a sheet of demands."""

    _TEXT = (
        "In {bestand} staat geen blad met eisen: er is geen kopregel met een kolom voor de eis gevonden ({oorzaak}). "
        "Zet boven de kolommen bijvoorbeeld: Nummer, Eis, Soort, Gewicht, Bewijs."
    )


class OnleesbareWerkmapError(CheckerError):
    """A file that is no Excel workbook."""

    _TEXT = "Het bestand {bestand} is niet te lezen als Excel-werkmap: {oorzaak}. Sla het op als .xlsx en probeer opnieuw."


@dataclass(frozen=True, slots=True, kw_only=True)
class Eis:
    """One demand: its number, text and kind; ``zwaarte`` 3 is a knock-out, 2 a demand, 1 a wish or criterion."""

    nummer: str
    tekst: str
    thema: str
    soort: str
    zwaarte: int
    bewijs: str
    rij: int


def read_eisen(path: Path) -> list[Eis]:
    """All demands of a workbook, in order of sheet and row.

    Raises:
        OnleesbareWerkmapError: no workbook.
        GeenEisenError: no sheet has a heading for the demand.
    """
    found: list[Eis] = []
    seen: list[str] = []
    for name, rows in _sheets(path):
        seen.append(name)
        header = _find_header(rows)
        if header is not None:
            found.extend(_eisen(rows, *header, len(found)))
    if not found:
        raise GeenEisenError(bestand=path, oorzaak=f"bekeken bladen: {', '.join(seen) or 'geen'}")
    return found


def _sheets(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    import zipfile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        workbook = load_workbook(path, data_only=True)
    except FileNotFoundError as error:
        raise OnleesbareWerkmapError(bestand=path, oorzaak="het bestaat niet") from error
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise OnleesbareWerkmapError(bestand=path, oorzaak="het is beschadigd of een ander soort bestand") from error
    for sheet in workbook.worksheets:
        rows = [[_text(cell.value) for cell in row] for row in sheet.iter_rows()]
        for merged in sheet.merged_cells.ranges:
            value = rows[merged.min_row - 1][merged.min_col - 1]
            for row in range(merged.min_row - 1, min(merged.max_row, len(rows))):
                for column in range(merged.min_col - 1, min(merged.max_col, len(rows[row]))):
                    rows[row][column] = value
        yield sheet.title, rows


def _text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(str(value).split()) if value is not None else ""


def _find_header(rows: Sequence[Sequence[str]]) -> tuple[int, dict[str, int]] | None:
    """The row with the headings and the column of each; the row must have a column for the demand."""
    best: tuple[int, dict[str, int]] | None = None
    for number, row in enumerate(rows[:_MAX_HEADER_ROW]):
        columns: dict[str, int] = {}
        for kind, pattern in _KOPPEN.items():
            for column, cell in enumerate(row):
                if cell and column not in columns.values() and len(cell) < 60 and re.search(pattern, fold(cell)):
                    columns[kind] = column
                    break
        if "eis" in columns and len(columns) > 1 and len(set(row) - {""}) > 1 and (best is None or len(columns) > len(best[1])):
            best = (number, columns)
    return best


def _eisen(rows: Sequence[Sequence[str]], header: int, columns: dict[str, int], before: int) -> Iterator[Eis]:
    count = before
    for number, row in enumerate(rows[header + 1 :], start=header + 2):
        def cell(kind: str, row: Sequence[str] = row) -> str:
            column = columns.get(kind)
            return row[column] if column is not None and column < len(row) else ""

        text = cell("eis")
        if len(text.split()) < 2 or len(set(row) - {""}) < 2:
            continue
        count += 1
        soort = cell("soort")
        yield Eis(
            nummer=re.sub(r"[^A-Za-z0-9.]+", ".", cell("nummer")).strip(".") or str(count), tekst=text,
            thema=cell("thema") or "Eisen", soort=soort, bewijs=cell("bewijs"), rij=number, zwaarte=_zwaarte(soort),
        )


def _zwaarte(soort: str) -> int:
    text = fold(soort)
    return next((weight for weight, pattern in _ZWAARTE if pattern.search(text)), 1 if text else 2)
