"""Koppen: the headers of a sheet that came back, also those that somebody gave another name."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def find_renamed(verwacht: Sequence[str], gevonden: Sequence[str]) -> dict[int, str]:
    """Columns that stand where an expected one stood, under another name: their place (from 0) with the expected header.

    Only where between two known neighbours as many strange headers stand as are missing there, it is certain which is which.
    """
    weg, er = [_plain(kop) for kop in verwacht], [_plain(kop) for kop in gevonden]
    namen: dict[int, str] = {}
    for soort, i1, i2, j1, j2 in SequenceMatcher(None, weg, er, autojunk=False).get_opcodes():
        vreemd = not set(weg[i1:i2]) & set(er) and all(kop not in weg or er.count(kop) > 1 for kop in er[j1:j2])
        if soort == "replace" and i2 - i1 == j2 - j1 and vreemd:
            namen.update(zip(range(j1, j2), verwacht[i1:i2], strict=True))
    return namen


def find_known(verwacht: Sequence[str], gevonden: Sequence[str]) -> dict[int, str]:
    """Columns with an expected header, whatever its capitals: their place with that header."""
    bekend = {_plain(kop): kop for kop in verwacht}
    return {plek: bekend[_plain(kop)] for plek, kop in enumerate(gevonden) if _plain(kop) in bekend}


def _plain(kop: str) -> str:
    return " ".join(kop.split()).casefold()
