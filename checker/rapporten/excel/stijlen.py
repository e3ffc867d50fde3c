"""Stijlen: the cell formats of the workbook, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rapporten.excel import namen

if TYPE_CHECKING:
    from checker.rapporten.opmaak import Stijl

INKT = "#1B2733"
BLAUW = "#1F4E79"
GRIJS = "#F3F5F7"
GEEL = "#FFF8DC"
LIJN = "#D3D9DF"
DATUMVORM = "dd-mm-yyyy"

_RAND = {"border": 1, "border_color": LIJN}
_INSPRONG = {"align": "left", "indent": 1}
_CEL = {"font_size": 10, "font_color": INKT, "valign": "top", "text_wrap": True, **_RAND, **_INSPRONG}
_VAST = {**_CEL, "bg_color": GRIJS, "locked": True}
_MENS = {**_CEL, "bg_color": GEEL, "locked": False}
_KOP = {**_CEL, "bold": True, "valign": "vcenter", "font_color": "#FFFFFF"}
_VORMEN: dict[str, dict[str, object]] = {
    "tekst": {},
    "getal": {"num_format": "#,##0", "align": "right", "text_wrap": False},
    "breuk": {"num_format": "0.00", "align": "right", "text_wrap": False},
    "procent": {"num_format": "0%", "align": "right", "text_wrap": False},
    "datum": {"num_format": DATUMVORM, "align": "left", "text_wrap": False},
    # Cut at the edge of its column: only the checker reads it.
    "code": {"font_color": "#8A949E", "align": "fill", "indent": 0, "text_wrap": False},
    "link": {"font_color": BLAUW, "underline": 1},
}

EIGENSCHAPPEN: dict[str, dict[str, object]] = {
    "titel": {"bold": True, "font_size": 16, "font_color": BLAUW, "valign": "vcenter"},
    "kop2": {"bold": True, "font_size": 12, "font_color": BLAUW, "valign": "vcenter"},
    "uitleg": {"font_size": 10, "font_color": "#4A5560"},
    "terug": {"font_size": 9, "font_color": BLAUW, "underline": 1},
    "kop_vast": {**_KOP, "bg_color": "#2F4152"},
    "kop_mens": {**_KOP, "bg_color": "#7A5A00", "locked": True},
    "kop_draai": {
        **_KOP,
        "bg_color": "#2F4152",
        "text_wrap": False,
        "align": "center",
        "indent": 0,
        "rotation": 90,
        "valign": "bottom",
    },
    "tekst": {"font_size": 10, "font_color": INKT, "valign": "top", "text_wrap": True},
    "vet": {"font_size": 10, "font_color": INKT, "valign": "top", "bold": True},
    "groot": {"font_size": 20, "bold": True, "font_color": BLAUW, "align": "left"},
    "totaal_tekst": {**_VAST, "bold": True, "top": 2},
    "totaal_getal": {**_VAST, **_VORMEN["getal"], "bold": True, "top": 2},
    "totaal_procent": {**_VAST, **_VORMEN["procent"], "bold": True, "top": 2},
    **{f"vast_{naam}": {**_VAST, **vorm} for naam, vorm in _VORMEN.items()},
    **{f"mens_{naam}": {**_MENS, **vorm} for naam, vorm in _VORMEN.items()},
}

TABBLADKLEUREN = {
    namen.LEESMIJ: "1F4E79",
    namen.SAMENVATTING: "1F4E79",
    namen.NORMEN: "E0B400",
    namen.ACTIEPLAN: "E0B400",
    namen.SIGNALEN: "E0B400",
    namen.PRAKTIJKTOETS: "E0B400",
}
"""Yellow tabs are those in which a person fills columns."""


def kleur(stijl: Stijl) -> dict[str, object]:
    """Properties that only colour a cell."""
    return {
        "bg_color": f"#{stijl.kleur}",
        "font_color": f"#{stijl.tekstkleur}",
    }
