"""Measures of quality, as defined by ``meet.py`` beside the labels, with confidence intervals."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from bench.goud import SCHAAL, overlaps, quotes

_ALIAS = {"niet_van_toepassing": "nvt"}


@dataclass(slots=True)
class Deel:
    """A share: so many of so many."""

    raak: int = 0
    van: int = 0

    def add(self, hit: int, total: int = 1) -> None:
        """Count ``hit`` of ``total``."""
        self.raak += hit
        self.van += total

    def __str__(self) -> str:
        """The share with its 95% Wilson interval."""
        if not self.van:
            return "-"
        low, high = wilson(self.raak, self.van)
        return f"{self.raak / self.van:.2f} ({low:.2f}-{high:.2f})"


def wilson(hits: int, total: int, z: float = 1.96) -> tuple[float, float]:
    """The Wilson score interval of a share (Wilson 1927)."""
    share = hits / total
    centre = share + z * z / (2 * total)
    spread = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    scale = 1 + z * z / total
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)


def kappa(pairs: Sequence[tuple[int, int]], classes: int = 4) -> float | None:
    """Quadratically weighted kappa (Cohen 1968) of (label, proposal) pairs; None without pairs."""
    if not pairs:
        return None
    seen = Counter(pairs)
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    grid = [(i, j) for i in range(classes) for j in range(classes)]
    observed = sum((i - j) ** 2 * seen[(i, j)] for i, j in grid)
    expected = sum((i - j) ** 2 * first[i] * second[j] / len(pairs) for i, j in grid)
    return 1 - observed / expected if expected else 1.0


@dataclass(slots=True)
class Maten:
    """All measures over some normen; ``add`` takes one norm after the other."""

    paren: list[tuple[int, int]] = field(default_factory=list)
    gelijk: Deel = field(default_factory=Deel)
    te_mild: Deel = field(default_factory=Deel)
    ernstig: Deel = field(default_factory=Deel)
    te_streng: Deel = field(default_factory=Deel)
    bewijs_3: Deel = field(default_factory=Deel)
    bewijs_5: Deel = field(default_factory=Deel)
    precisie_3: Deel = field(default_factory=Deel)
    valkuil: Deel = field(default_factory=Deel)
    nvt: Deel = field(default_factory=Deel)
    zeker: Deel = field(default_factory=Deel)

    def add(self, label: dict[str, Any], bevinding: dict[str, Any]) -> None:
        """Compare one bevinding of a resultaat with its label."""
        wanted, found = label["oordeel"], _ALIAS.get(bevinding["oordeel"], bevinding["oordeel"])
        self.gelijk.add(wanted == found)
        if bevinding["zekerheid"] == "zeker":
            self.zeker.add(wanted == found)
        if wanted == "nvt":
            self.nvt.add(found == "nvt")
        if wanted in SCHAAL and found in SCHAAL:
            self._add_pair(SCHAAL[wanted], SCHAAL[found])
        self._add_quotes(label, [b["citaat"] for b in bevinding["bewijs"]])

    def _add_pair(self, wanted: int, found: int) -> None:
        self.paren.append((wanted, found))
        self.te_mild.add(found > wanted)
        self.ernstig.add(found - wanted >= 2)
        self.te_streng.add(found < wanted)

    def _add_quotes(self, label: dict[str, Any], cited: Sequence[str]) -> None:
        direct = [q["citaat"] for q in quotes(label, "bewijs") if q.get("sterkte") != "indirect"]
        for count, share in ((3, self.bewijs_3), (5, self.bewijs_5)):
            possible = min(count, len(direct))
            share.add(min(possible, sum(_any(q, cited[:count], 0.4) for q in direct)), possible)
        right = [q["citaat"] for q in quotes(label, "bewijs", "bewijs_mogelijk", "bewijs_ook", "bewijs_overig")]
        for quote in cited[:3]:
            self.precisie_3.add(_any(quote, right, 0.4))
        for trap in quotes(label, "valkuilen"):
            self.valkuil.add(_any(trap["citaat"], cited, 0.6))


def _any(text: str, others: Iterable[str], threshold: float) -> bool:
    return any(overlaps(text, other, threshold) for other in others)
