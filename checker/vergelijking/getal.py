"""Getal: a number as people fill it in."""

from __future__ import annotations

import re

_GETAL = re.compile(r"\d+(?:[.,]\d+)?")


def read_getal(waarde: object) -> float | None:
    """A number, also when it was stored as text with a comma or a point; None for anything else."""
    if isinstance(waarde, int | float) and not isinstance(waarde, bool):
        return float(waarde)
    text = waarde.strip() if isinstance(waarde, str) else ""
    return float(text.replace(",", ".")) if _GETAL.fullmatch(text) else None
