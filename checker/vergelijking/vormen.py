"""Vormen: the lists of the workbook that come back, and which columns of them people fill."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.vergelijking.werkmap import achteraf, beoordelaars, bladen, namen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.rapporten.excel.kolom import Kolom


@dataclass(frozen=True, slots=True, kw_only=True)
class Vorm:
    """What a list looks like.

    Attributes:
        koppen: all headers in order.
        sleutels: headers by which a row is known.
        mens: headers that people fill.
        rekent: headers of columns with a formula.
    """

    naam: str
    koppen: tuple[str, ...]
    sleutels: tuple[str, ...]
    mens: tuple[str, ...]
    rekent: frozenset[str] = frozenset()


def _vorm(naam: str, kolommen: Sequence[Kolom], *sleutels: str, rekent: Sequence[str] = ()) -> Vorm:
    return Vorm(
        naam=naam, koppen=tuple(k.kop for k in kolommen), sleutels=(namen.AANBIEDER, *sleutels), mens=tuple(k.kop for k in kolommen if k.mens),
        rekent=frozenset(rekent),
    )


BEOORDELAARS = _vorm(namen.BEOORDELAARS, beoordelaars.KOLOMMEN, namen.CRITERIUM_ID, rekent=beoordelaars.REKENT)
MOTIVERING = _vorm(namen.MOTIVERING, bladen.MOTIVERING, namen.CRITERIUM_ID)
KNOCK_OUT = _vorm(namen.KNOCK_OUT, bladen.KNOCK_OUT, namen.CRITERIUM_ID, rekent=("Uitkomst",))
VRAGEN = _vorm(namen.VRAGEN, bladen.VRAGEN, namen.CRITERIUM_ID, namen.VRAAG)
GELIJK = _vorm(namen.GELIJK, achteraf.GELIJK, namen.DOCUMENT, namen.CITAAT)
VORMEN = (BEOORDELAARS, MOTIVERING, KNOCK_OUT, VRAGEN, GELIJK)
BEKEND = frozenset(
    {"Leesmij", namen.OVERZICHT, namen.BEWIJS, namen.VEROUDERD, namen.GEVOELIGHEID, namen.LOGBOEK, *(vorm.naam for vorm in VORMEN)}
)
"""Every sheet that the checker writes."""
