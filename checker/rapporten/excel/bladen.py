"""Bladen: the sheets that are one table, in the order of the workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rapporten.excel import namen
from checker.rapporten.excel.tabellen import bewijs, normen, onderdelen, werk

if TYPE_CHECKING:
    from checker.rapporten.excel.schrijver import Schrijver
    from checker.resultaat import Resultaat


def schrijf(schrijver: Schrijver, resultaat: Resultaat) -> None:
    """Write the sheets one by one."""
    for naam, deel, kolommen in (
        (namen.NORMEN, normen, normen.kolommen(resultaat)),
        (namen.ONDERDELEN, onderdelen, onderdelen.KOLOMMEN),
        (namen.BEWIJS, bewijs, bewijs.KOLOMMEN),
    ):
        blad = schrijver.blad(naam, naam, deel.UITLEG)
        laatste = schrijver.tabel(blad, namen.tabelnaam(naam), kolommen, deel.rijen(resultaat))
        blad.freeze_panes(namen.KOPRIJ, deel.VAST)
        blad.print_area(0, 0, laatste - 1, deel.AFDRUK - 1)
    werk.schrijf(schrijver, resultaat)
