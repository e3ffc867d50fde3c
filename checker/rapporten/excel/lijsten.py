"""Lijsten: the hidden sheet behind the drop-downs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rapporten.excel import namen
from checker.rapporten.opmaak import OORDELEN

if TYPE_CHECKING:
    from checker.rapporten.excel.schrijver import Schrijver


def schrijf(schrijver: Schrijver) -> None:
    """Write each list in a column under its name and define that name."""
    blad = schrijver.boek.add_worksheet(namen.LIJSTEN)
    woorden = tuple(stijl.woord for stijl in OORDELEN.values())
    lijsten = {namen.LIJST_OORDELEN: woorden, namen.LIJST_STATUSSEN: namen.STATUSSEN}
    for nummer, (naam, waarden) in enumerate(lijsten.items()):
        blad.write_string(0, nummer, naam)
        for rij, waarde in enumerate(waarden, 1):
            blad.write_string(rij, nummer, waarde)
        letter = "AB"[nummer]
        bereik = f"={namen.LIJSTEN}!${letter}$2:${letter}${len(waarden) + 1}"
        schrijver.boek.define_name(naam, bereik)
    blad.set_column(0, len(lijsten) - 1, 26)
    blad.hide()
