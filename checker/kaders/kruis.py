"""Kruis: which normen of different kaders ask about the same thing.

Links that an author stated (``gelijk``, ``omvat``, ``raakt``) come first; the rest are derived: two onderdelen
whose expressies turn on the same shared begrippen or words touch each other (``raakt``).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.kaders.controle import ALGEMEEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.kaders.model import Kader, Link, Norm, Onderdeel

# Share of the weight of the lesser onderdeel that two onderdelen must have in common.
_SHARED = 0.35
_INVERSE = {"gelijk": "gelijk", "omvat": "valt onder", "raakt": "raakt"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verband:
    """A relation between a norm of one kader and a norm of another.

    ``soort`` is gelijk, omvat, valt onder or raakt, read from ``van`` to ``naar``; ``gesteld`` tells a
    stated link from a derived one; ``reden`` is the author's reason or what is shared.
    """

    van: str
    naar: str
    soort: str
    gesteld: bool
    reden: str

    @property
    def draagt_oordeel(self) -> bool:
        """Whether a verdict on ``van`` also answers ``naar``."""
        return self.soort in ("gelijk", "omvat")


def cross(first: Kader, second: Kader) -> list[Verband]:
    """All relations from normen of one kader to normen of another, in order of both kaders."""
    own = {norm.id for norm in first.normen}
    stated = {(v.van, v.naar): v for v in stated_links((first, second)) if v.van in own and v.naar not in own}
    derived = _derived(first.normen, second.normen)
    order = {norm.id: place for place, norm in enumerate((*first.normen, *second.normen))}
    found = {**derived, **stated}
    return sorted(found.values(), key=lambda v: (order[v.naar], not v.gesteld, order[v.van]))


def stated_links(kaders: Sequence[Kader]) -> list[Verband]:
    """All relations that authors stated between normen of these kaders, both ways, in order of the kaders.

    Of a pair that is stated from both sides, the statement of the norm itself counts.
    """
    normen = [norm for kader in kaders for norm in kader.normen]
    known = {norm.id for norm in normen}
    found: dict[tuple[str, str], Verband] = {}
    for turned in (False, True):
        for norm in normen:
            for link in norm.links:
                if link.norm in known:
                    verband = _from_link(norm.id, link, turned=turned)
                    found.setdefault((verband.van, verband.naar), verband)
    return list(found.values())


def _from_link(source: str, link: Link, *, turned: bool) -> Verband:
    if turned:
        return Verband(van=link.norm, naar=source, soort=_INVERSE[link.soort], gesteld=True, reden=link.reden)
    return Verband(van=source, naar=link.norm, soort=link.soort, gesteld=True, reden=link.reden)


def _derived(first: Sequence[Norm], second: Sequence[Norm]) -> dict[tuple[str, str], Verband]:
    """Normen of which an onderdeel shares enough telling words with an onderdeel of the other."""
    keys = {o.id: _keys(o) for norm in (*first, *second) for o in norm.onderdelen}
    count = Counter(key for own in keys.values() for key in own)
    weight = {key: math.log(1 + len(keys) / number) for key, number in count.items()}
    holders: dict[str, list[tuple[Norm, Onderdeel]]] = defaultdict(list)
    for norm in second:
        for onderdeel in norm.onderdelen:
            for key in keys[onderdeel.id]:
                holders[key].append((norm, onderdeel))
    found: dict[tuple[str, str], Verband] = {}
    for norm in first:
        for onderdeel in norm.onderdelen:
            for other, shared in _touching(keys, onderdeel.id, holders, weight):
                found.setdefault((norm.id, other), Verband(van=norm.id, naar=other, soort="raakt", gesteld=False, reden=f"allebei over {shared}"))
    return found


def _touching(
    keys: dict[str, frozenset[str]], own: str, holders: dict[str, list[tuple[Norm, Onderdeel]]], weight: dict[str, float]
) -> Iterable[tuple[str, str]]:
    common: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key in sorted(keys[own]):
        for norm, onderdeel in holders.get(key, ()):
            common[norm.id, onderdeel.id].append(key)
    for (norm_id, onderdeel_id), shared in sorted(common.items()):
        lesser = min(sum(weight[k] for k in keys[own]), sum(weight[k] for k in keys[onderdeel_id]))
        if len(shared) > 1 and sum(weight[k] for k in shared) >= _SHARED * lesser:
            names = sorted(shared, key=lambda k: (-weight[k], k))[:3]
            yield norm_id, ", ".join(name.lstrip("@=").replace("_", " ") for name in names)


def _keys(onderdeel: Onderdeel) -> frozenset[str]:
    """What the expressies of an onderdeel turn on: the terms of their first groepen."""
    found = {part.strip() for text in onderdeel.kern for part in text.split("+")[0].split("|")}
    return frozenset(part for part in found if part and part not in ALGEMEEN)
