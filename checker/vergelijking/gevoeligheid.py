"""Gevoeligheid: whether the order depends on one weight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.vergelijking.stand import round_half, sums

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.vergelijking.stand import Stand
    from checker.vergelijking.uitvraag import Uitvraag


@dataclass(frozen=True, slots=True, kw_only=True)
class Proef:
    """What happens to the order when one weight is doubled or halved; ``eerste`` share the first place."""

    criterium: str
    gewicht: float
    proefgewicht: float
    volgorde_anders: bool
    eerste_anders: bool
    eerste: tuple[str, ...]


def try_weights(standen: Sequence[Stand], uitvraag: Uitvraag) -> tuple[Proef, ...]:
    """Double and halve every weight in turn, for the aanbieders that are ranked."""
    ranked = [stand for stand in standen if stand.rang is not None]
    known = [sums(stand, uitvraag) for stand in ranked]
    base = _groups([stand.totaal or 0.0 for stand in ranked], ranked)
    proeven = []
    for place, criterium in enumerate(uitvraag.criteria):
        for factor in (2.0, 0.5):
            if criterium.gewicht > 0:
                extra = criterium.gewicht * (factor - 1)
                totals = [_with(pair, stand, place, extra, uitvraag.maximum) for pair, stand in zip(known, ranked, strict=True)]
                order = _groups(totals, ranked)
                proeven.append(
                    Proef(
                        criterium=criterium.id, gewicht=criterium.gewicht, proefgewicht=criterium.gewicht * factor,
                        volgorde_anders=order != base, eerste_anders=order[:1] != base[:1], eerste=order[0] if order else (),
                    )
                )
    return tuple(proeven)


def _with(pair: tuple[float, float], stand: Stand, place: int, extra: float, maximum: float) -> float:
    """The total of one aanbieder with ``extra`` weight on one criterium."""
    cell = stand.cellen[place]
    points, base = pair
    if not cell.telt:
        return round_half(100 * points / base, 4)
    return round_half(100 * (points + (cell.score or 0) * extra) / (base + extra * maximum), 4)


def _groups(totals: Sequence[float], standen: Sequence[Stand]) -> list[tuple[str, ...]]:
    """The order from high to low; those with the same total stand in one group."""
    groups: dict[float, list[str]] = {}
    for total, stand in zip(totals, standen, strict=True):
        groups.setdefault(total, []).append(stand.aanbieder)
    return [tuple(sorted(groups[total])) for total in sorted(groups, reverse=True)]
