"""Overig: what people wrote on the other sheets of the desk, which only the workbook itself holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.beoordelingen.cel import as_text
from checker.rapporten.excel import namen
from checker.rapporten.excel.tabellen.werk import ACTIES, SIGNALEN, TOETSEN

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_BLADEN = {namen.ACTIEPLAN: ACTIES, namen.SIGNALEN: SIGNALEN, namen.PRAKTIJKTOETS: TOETSEN}
_ZEGT_NIETS = frozenset(("", namen.STATUSSEN[0]))  # a new desk has the first status filled in


def filled_sheets(path: Path) -> tuple[str, ...]:
    """The sheets besides Normen on which a person filled something in."""
    import warnings

    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells about extensions it does not keep
        boek = load_workbook(path, read_only=True, data_only=True)
    gevuld = tuple(
        naam for naam, kolommen in _BLADEN.items()
        if naam in boek.sheetnames and _filled(boek[naam].iter_rows(values_only=True), {k.kop for k in kolommen if k.mens})
    )
    boek.close()
    return gevuld


def _filled(rijen: Iterable[tuple[object, ...]], koppen: set[str]) -> bool:
    plekken: list[int] = []
    for rij in rijen:
        if plekken and any(as_text(rij[plek]) not in _ZEGT_NIETS for plek in plekken if plek < len(rij)):
            return True
        plekken = plekken or [plek for plek, kop in enumerate(rij) if kop in koppen]
    return False
