"""Vorige: the figures that the earlier run wrote beside its workbook, to see which of them somebody typed over."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.vergelijking.gegevens import BESTAND

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Vorige:
    """Minimum per criterium, and the proposal per aanbieder and criterium; None where there was none."""

    minima: Mapping[str, float | None] = field(default_factory=dict)
    voorstellen: Mapping[tuple[str, str], float | None] = field(default_factory=dict)


def read_vorige(uit: Path) -> Vorige:
    """Read them; nothing when they are not there or damaged: they only serve to warn."""
    try:
        data = json.loads((uit / BESTAND).read_bytes())
        return Vorige(
            minima={c["id"]: c["minimum"] for c in data["uitvraag"]["criteria"]},
            voorstellen={(a["aanbieder"], c["norm"]): c["voorstel"] for a in data["aanbieders"] for c in a["criteria"]},
        )
    except (OSError, ValueError, KeyError, TypeError):
        return Vorige()
