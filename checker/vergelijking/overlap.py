"""Overlap: passages that stand (nearly) literally in several submissions; a question, never a verdict.

The sketches are read a part of their range at a time, so that memory does not grow with the number
of aanbieders.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.vergelijking.schets import normalise, read_schets, shingles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_GELIJK = 0.6
_MAX_GROEPEN = 200
_MAX_PLEKKEN = 20
_DEEL_NUMMERS = 100_000
_BREED = 1 << 56


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """Where a shared passage stands."""

    aanbieder: str
    document: str
    plaats: str
    citaat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """One passage in several submissions; ``aanbieders`` counts all of them, ``plekken`` shows some."""

    aanbieders: int
    woorden: int
    plekken: tuple[Plek, ...]


def find_overlap(folders: Sequence[tuple[str, Path]]) -> tuple[Overlap, ...]:
    """The shared passages, those in most submissions first.

    Args:
        folders: per aanbieder its name and the folder with its sketch.
    """
    groups: dict[tuple[tuple[int, int], ...], int] = {}
    for number in range(parts := _parts(folders)):
        for group, owners in _shared(folders, number, parts):
            groups[group] = max(owners, groups.get(group, 0))
    largest = sorted(groups, key=lambda group: (-groups[group], group))[: _MAX_GROEPEN * 2]
    found = [overlap for overlap in (_verify(groups[group], texts) for group, texts in _texts(largest, folders)) if overlap]
    found.sort(key=lambda o: (-o.aanbieders, -o.woorden, o.plekken[0].aanbieder, o.plekken[0].document, o.plekken[0].plaats))
    return _distinct(found)


def _parts(folders: Sequence[tuple[str, Path]]) -> int:
    """In how many parts the range is read."""
    total = sum(len(numbers) for _, folder in folders for *_, numbers in read_schets(folder))
    return max(1, -(-total // _DEEL_NUMMERS))


def _shared(folders: Sequence[tuple[str, Path]], part: int, parts: int) -> Iterator[tuple[tuple[tuple[int, int], ...], int]]:
    """Groups of (aanbieder, line) that share a number in one part of the range: those shown, and how many aanbieders."""
    import numpy as np

    low, high = _BREED * part // parts, _BREED * (part + 1) // parts
    numbers, owners, lines = array("Q"), array("I"), array("I")
    for owner, (_, folder) in enumerate(folders):
        for line, (*_, sketch) in enumerate(read_schets(folder)):
            for number in sketch:
                if low <= number < high:
                    numbers.append(number)
                    owners.append(owner)
                    lines.append(line)
    if not numbers:
        return
    values = np.frombuffer(numbers, dtype=np.uint64)
    order = np.argsort(values, kind="stable")
    starts = np.flatnonzero(np.diff(values[order], prepend=values[order[0]] + np.uint64(1)))
    for start, end in zip(starts, [*starts[1:], len(order)], strict=True):
        members = order[start:end]
        count = len({owners[m] for m in members}) if len(members) > 1 else 1
        if count > 1:
            yield _sample(sorted((owners[m], lines[m]) for m in members)), count


def _texts(
    groups: Sequence[tuple[tuple[int, int], ...]], folders: Sequence[tuple[str, Path]]
) -> Iterator[tuple[tuple[tuple[int, int], ...], dict[tuple[int, int], Plek]]]:
    """Every group with the texts of its members; each sketch is read once more."""
    wanted: dict[int, set[int]] = {}
    for members in groups:
        for owner, line in members:
            wanted.setdefault(owner, set()).add(line)
    texts: dict[tuple[int, int], Plek] = {}
    for owner in sorted(wanted):
        name, folder = folders[owner]
        for line, (document, plaats, text, _) in enumerate(read_schets(folder)):
            if line in wanted[owner]:
                texts[owner, line] = Plek(aanbieder=name, document=document, plaats=plaats, citaat=text)
    for group in groups:
        yield group, {member: texts[member] for member in group if member in texts}


def _sample(group: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """One line per aanbieder, and not more than are shown."""
    first: dict[int, int] = {}
    for owner, line in group:
        first.setdefault(owner, line)
    return tuple(sorted(first.items())[:_MAX_PLEKKEN])


def _verify(total: int, texts: dict[tuple[int, int], Plek]) -> Overlap | None:
    """Keep the members that share most word groups with the first; None when fewer than two are left."""
    members = sorted(texts)
    if not members:
        return None
    first = shingles(normalise(texts[members[0]].citaat))
    same = [m for m in members if _alike(first, shingles(normalise(texts[m].citaat)))]
    if len(same) < 2:
        return None
    dropped = len(members) - len(same)
    plekken = tuple(texts[m] for m in same)
    return Overlap(aanbieders=total - dropped, woorden=len(normalise(plekken[0].citaat)), plekken=plekken)


def _alike(one: set[str], other: set[str]) -> bool:
    return len(one & other) >= _GELIJK * len(one | other) if one | other else False


def _distinct(found: Sequence[Overlap]) -> tuple[Overlap, ...]:
    """Leave out groups all of whose places stand in a larger group already."""
    seen: set[tuple[str, str, str, str]] = set()
    kept = []
    for overlap in found:
        places = {(p.aanbieder, p.document, p.plaats, p.citaat) for p in overlap.plekken}
        if not places <= seen:
            kept.append(overlap)
            seen |= places
    return tuple(kept[:_MAX_GROEPEN])
