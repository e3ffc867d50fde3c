"""The desk in the hands of a person: read its sheet Normen, change it, save it in another shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl import Workbook, load_workbook

from checker.rapporten import excel
from checker.rapporten.excel import namen

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from checker.resultaat import Resultaat

Rij = dict[str, Any]


def lees(resultaat: Resultaat, pad: Path) -> list[Rij]:
    """Write the desk and read the table of Normen back as rows by header."""
    excel.write(resultaat, pad)
    waarden = load_workbook(pad, data_only=True)[namen.NORMEN].iter_rows(min_row=namen.KOPRIJ, values_only=True)
    koppen = [str(kop) for kop in next(waarden)]
    return [dict(zip(koppen, rij, strict=True)) for rij in waarden if rij[0]]


def bewaar(pad: Path, koppen: Sequence[str], rijen: Sequence[Rij | None], *, boven: int = 3) -> Path:
    """Save rows under headers in this order; None is a blank row."""
    boek = Workbook()
    blad = boek.active
    assert blad is not None
    blad.title = namen.NORMEN
    for nummer, kop in enumerate(koppen, 1):
        _zet(blad, boven + 1, nummer, kop)
    for nummer, rij in enumerate(rijen, boven + 2):
        for plek, kop in enumerate(koppen, 1):
            _zet(blad, nummer, plek, (rij or {}).get(kop))
    boek.save(pad)
    return pad


def _zet(blad: Any, rij: int, kolom: int, waarde: object) -> None:
    cel = blad.cell(rij, kolom)
    cel.value = waarde
    if isinstance(waarde, str):
        cel.data_type = "s"
