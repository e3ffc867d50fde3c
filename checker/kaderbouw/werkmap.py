"""Werkmap: the sheets of an Excel workbook as rows of text, merged cells filled in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from checker.dossier.werkmap import check_workbook
from checker.errors import CheckerError
from checker.taal.woorden import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

_MAX_HEADER_ROW, _MAX_HEADING = 30, 60


class OnleesbareWerkmapError(CheckerError):
    """A file that is no Excel workbook."""

    _TEXT = "Het bestand {bestand} is niet te lezen als Excel-werkmap: {oorzaak}. Sla het op als .xlsx en probeer opnieuw."


def read_sheets(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """Name and rows of every sheet; the value of merged cells stands in each of them.

    Raises:
        OnleesbareWerkmapError: no workbook.
    """
    import zipfile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    danger = check_workbook(path) if path.is_file() else None
    if danger is not None:
        raise OnleesbareWerkmapError(bestand=path, oorzaak=str(danger).rstrip("."))
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


def find_header(rows: Sequence[Sequence[str]], koppen: Mapping[str, str], needed: Sequence[str]) -> tuple[int, dict[str, int]] | None:
    """The row with the headings and the column of each kind; it must have the needed kinds and one more."""
    best: tuple[int, dict[str, int]] | None = None
    for number, row in enumerate(rows[:_MAX_HEADER_ROW]):
        columns = _columns(row, koppen)
        fits = all(kind in columns for kind in needed) and len(columns) > len(needed) and len(set(row) - {""}) > 1
        if fits and (best is None or len(columns) > len(best[1])):
            best = (number, columns)
    return best


def _columns(row: Sequence[str], koppen: Mapping[str, str]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for kind, pattern in koppen.items():
        for column, cell in enumerate(row):
            if cell and column not in columns.values() and len(cell) < _MAX_HEADING and re.search(pattern, fold(cell)):
                columns[kind] = column
                break
    return columns


def cell_of(row: Sequence[str], columns: Mapping[str, int], kind: str) -> str:
    """The text of a row under a heading; empty when there is none."""
    column = columns.get(kind)
    return row[column] if column is not None and column < len(row) else ""


def read_digit(text: str) -> int | None:
    """One whole growth level in a cell ("3", "niveau 3"); None for anything else, such as 2,5 or "tussen 2 en 3"."""
    found = re.fullmatch(r"(?:groei)?(?:niveau|score)?\s*([0-5])", fold(text).strip())
    return int(found[1]) if found else None
