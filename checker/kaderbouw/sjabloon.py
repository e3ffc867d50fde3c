"""Sjabloon: an empty workbook for indicators per growth level and for a self-evaluation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.bevindingen.groei import HOOGSTE
from checker.kaderbouw.schrijven import BestandBestaatError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from checker.kaders.model import Kader, Norm

_WIDTHS = {"A": 12, "B": 26, "C": 42, "D": 12, "E": 70, "F": 70}


def write_sjabloon(kaders: Sequence[Kader], path: Path) -> None:
    """Write a row per norm and level to fill in; never over another file.

    Raises:
        BestandBestaatError: the file exists.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Font

    if path.exists():
        raise BestandBestaatError(bestand=path)
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in (("Indicatoren", _indicatoren(kaders)), ("Zelfevaluatie", _zelfevaluatie(kaders))):
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        for cell in sheet[1]:
            cell.font = Font(bold=True)
        for column, width in _WIDTHS.items():
            sheet.column_dimensions[column].width = width
        sheet.freeze_panes = "A2"
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)


def _themes(kaders: Sequence[Kader]) -> Iterator[Norm]:
    """The normen of which the kader follows the growth."""
    for kader in kaders:
        yield from (norm for norm in kader.normen if norm.sectorgemiddelde or any(o.groeiniveau for o in norm.onderdelen))


def _indicatoren(kaders: Sequence[Kader]) -> Iterator[tuple[str | int, ...]]:
    yield ("Nummer", "Thema", "Norm", "Niveau", "Indicator")
    for norm in _themes(kaders):
        yield from ((norm.id, norm.thema, norm.titel, level, "") for level in range(1, HOOGSTE + 1))


def _zelfevaluatie(kaders: Sequence[Kader]) -> Iterator[tuple[str | int, ...]]:
    yield ("Nummer", "Thema", "Norm", "Score", "Motivering", "Afdeling")
    yield from ((norm.id, norm.thema, norm.titel, "", "", "") for norm in _themes(kaders))
