"""AUC: how well a score tells two groups apart, with its uncertainty.

The share of pairs in which the first group scores higher, ties half (Mann and Whitney 1947;
Hanley and McNeil 1982).
"""

from __future__ import annotations

import math
import random
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")
_ROUNDS, _SEED, _Z = 1000, 1982, 1.96


@dataclass(frozen=True, slots=True)
class Schatting:
    """A figure with its 95% interval."""

    waarde: float
    laag: float
    hoog: float

    def __str__(self) -> str:
        """The figure with its interval, rounded."""
        return f"{self.waarde:.2f} ({self.laag:.2f}-{self.hoog:.2f})"


def auc(positive: Sequence[float], negative: Sequence[float]) -> float:
    """P(a positive scores higher than a negative), ties half; 0.5 when a group is empty."""
    if not positive or not negative:
        return 0.5
    row = sorted(negative)
    below = sum(bisect_left(row, value) + bisect_right(row, value) for value in positive)
    return below / (2 * len(positive) * len(negative))


def independent(positive: Sequence[float], negative: Sequence[float]) -> Schatting | None:
    """The AUC of two groups of different cases, with the interval of Hanley and McNeil; None without pairs."""
    n, m = len(positive), len(negative)
    if not n or not m:
        return None
    area = auc(positive, negative)
    spread = _Z * standard_error(area, n, m)
    return Schatting(area, max(0.0, area - spread), min(1.0, area + spread))


def standard_error(area: float, positive: int, negative: int) -> float:
    """The standard error of an AUC over groups of these sizes (Hanley and McNeil 1982)."""
    q1, q2 = area / (2 - area), 2 * area * area / (1 + area)
    variance = area * (1 - area) + (positive - 1) * (q1 - area * area) + (negative - 1) * (q2 - area * area)
    return math.sqrt(variance / (positive * negative))


def resampled(cases: Sequence[T], figure: Callable[[Sequence[T]], float]) -> Schatting | None:
    """A figure over cases that hang together, with the percentile interval of a bootstrap over the cases."""
    if not cases:
        return None
    source = random.Random(_SEED)
    drawn = sorted(figure(source.choices(cases, k=len(cases))) for _ in range(_ROUNDS))
    return Schatting(figure(cases), drawn[round(0.025 * (_ROUNDS - 1))], drawn[round(0.975 * (_ROUNDS - 1))])
