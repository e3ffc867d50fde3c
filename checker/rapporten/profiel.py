"""Profiel: what is known about the practice, in the words that people read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.kaders.kenmerken import KENMERKEN
from checker.rapporten.opmaak import hoofdletter, leesbaar, opsomming

if TYPE_CHECKING:
    from collections.abc import Mapping

_WETTEN = {"wmo": "Wmo", "wkkgz": "Wkkgz", "wlz": "Wlz", "jeugdwet": "Jeugdwet"}
_LANDEN = {"nl": "Nederland", "vl": "Vlaanderen"}
_WOORDEN: Mapping[str, Mapping[str, str]] = {"wet": _WETTEN, "land": _LANDEN, "kenmerken": KENMERKEN}


def profielregels(profiel: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """Name and value of everything that the profile states; what is empty is left out."""
    regels = []
    for sleutel, waarde in profiel.items():
        woorden = _WOORDEN.get(sleutel, {})
        if isinstance(waarde, dict):
            regels.append((leesbaar(sleutel), _waarde([naam for naam, aan in waarde.items() if aan], woorden)))
            regels.append(("Geldt niet", _waarde([naam for naam, aan in waarde.items() if not aan], woorden)))
        else:
            regels.append((leesbaar(sleutel), _waarde(waarde, woorden)))
    return tuple((naam, tekst) for naam, tekst in regels if tekst)


def _waarde(waarde: object, woorden: Mapping[str, str]) -> str:
    if isinstance(waarde, bool):
        return "Ja" if waarde else "Nee"
    delen = waarde if isinstance(waarde, list | tuple) else [waarde] if waarde else []
    namen = [woorden.get(str(deel)) or str(deel).replace("_", " ") for deel in delen]
    # Descriptions hold commas and "of" themselves.
    return hoofdletter("; ".join(namen) if woorden is KENMERKEN else opsomming(namen))
