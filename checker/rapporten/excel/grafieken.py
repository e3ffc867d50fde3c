"""Grafieken: native charts on the counts of Samenvatting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rapporten.excel.namen import KOPRIJ, SAMENVATTING
from checker.rapporten.opmaak import OORDELEN, STATUSSEN

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_RIJHOOGTE = 20
_BREEDTE = 1100
_LETTER = {"size": 9, "color": "#1B2733"}


def per_kader(boek: Workbook, blad: Worksheet, kaders: int, rij: int) -> int:
    """Put a stacked bar per kader at ``rij``; return the row below it."""
    grafiek = boek.add_chart({"type": "bar", "subtype": "percent_stacked"})
    eerste, laatste = KOPRIJ, KOPRIJ + max(kaders, 1) - 1
    for kolom, stijl in enumerate(OORDELEN.values(), 1):
        grafiek.add_series(
            {
                "name": [SAMENVATTING, KOPRIJ - 1, kolom],
                "categories": [SAMENVATTING, eerste, 0, laatste, 0],
                "values": [SAMENVATTING, eerste, kolom, laatste, kolom],
                "fill": {"color": f"#{stijl.kleur}"},
                "border": {"color": "#FFFFFF", "width": 0.75},
                "gap": 45,
                "data_labels": {
                    "value": True,
                    "num_format": "0;;",
                    "font": {"size": 9, "color": f"#{stijl.tekstkleur}"},
                },
            }
        )
    _uiterlijk(grafiek, "Oordeel per kader (aantal normen)")
    grafiek.set_y_axis({"reverse": True, "num_font": _LETTER, "line": {"none": True}})
    hoogte = 130 + 34 * max(kaders, 1)
    grafiek.set_size({"width": _BREEDTE, "height": hoogte})
    uitleg = "Staafdiagram: per kader hoeveel normen elk oordeel hebben. De getallen staan erboven."
    blad.insert_chart(rij, 0, grafiek, {"description": uitleg, "object_position": 2})
    return rij + hoogte // _RIJHOOGTE + 2


def onderdelen(boek: Workbook, blad: Worksheet, eerste: int, rij: int) -> None:
    """Put a bar chart of the outcomes of the onderdelen beside the small tables."""
    grafiek = boek.add_chart({"type": "bar"})
    laatste = eerste + len(STATUSSEN) - 1
    kleuren = [{"fill": {"color": f"#{stijl.kleur}"}} for stijl in STATUSSEN.values()]
    grafiek.add_series(
        {
            "categories": [SAMENVATTING, eerste, 0, laatste, 0],
            "values": [SAMENVATTING, eerste, 1, laatste, 1],
            "points": kleuren,
            "gap": 45,
            "data_labels": {"value": True, "font": _LETTER},
        }
    )
    _uiterlijk(grafiek, "Uitkomst van de onderdelen")
    grafiek.set_legend({"none": True})
    grafiek.set_y_axis({"reverse": True, "num_font": _LETTER, "line": {"none": True}})
    grafiek.set_size({"width": 640, "height": 420})
    uitleg = "Staafdiagram: hoeveel onderdelen elke uitkomst hebben. De getallen staan ernaast."
    blad.insert_chart(rij, 3, grafiek, {"description": uitleg, "x_offset": 20})


def _uiterlijk(grafiek: object, titel: str) -> None:
    grafiek.set_title(  # type: ignore[attr-defined]
        {"name": titel, "name_font": {"size": 12, "color": "#1F4E79"}, "overlay": False}
    )
    grafiek.set_legend({"position": "bottom", "font": _LETTER})  # type: ignore[attr-defined]
    grafiek.set_x_axis(  # type: ignore[attr-defined]
        {"major_gridlines": {"visible": False}, "visible": False}
    )
    grafiek.set_chartarea({"border": {"color": "#D3D9DF"}})  # type: ignore[attr-defined]
