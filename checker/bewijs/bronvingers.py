"""Bronvingers: recognising sentences copied from the published text of a kader.

A document that repeats the words of a norm proves nothing. The texts themselves are not shipped, only
fingerprints of every eight consecutive words, made by ``python -m bench.vingers``.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache

WORDS = 8
SIZE = 6
_WORD = re.compile(r"\w+")
_OWN_VOICE = re.compile(r"\b(wij|we|ons|onze|ik|mijn)\b")
_MOST, _WHOLE = 0.7, 0.95


def shingles(text: str) -> list[bytes]:
    """The fingerprints of every eight consecutive words of a text."""
    words = _WORD.findall(text.lower())
    return [
        hashlib.blake2b(" ".join(words[i : i + WORDS]).encode(), digest_size=SIZE).digest()
        for i in range(len(words) - WORDS + 1)
    ]


@cache
def _known() -> frozenset[bytes]:
    from importlib.resources import files

    data = files("checker.bewijs").joinpath("data/bronvingers.bin").read_bytes()
    return frozenset(data[i : i + SIZE] for i in range(0, len(data), SIZE))


def copied_runs(text: str) -> list[int]:
    """Where eight words begin, counted in words, that the source of a kader holds too."""
    return [place for place, mark in enumerate(shingles(text)) if mark in _known()]


def is_copied(text: str) -> bool:
    """Whether most words of a text stand in runs of eight that the source of a kader holds too.

    A practice that does what a norm asks uses its words; a sentence in its own voice is a copy only as a whole.
    """
    runs = copied_runs(text)
    if not runs:
        return False
    covered = {word for place in runs for word in range(place, place + WORDS)}
    return len(covered) / len(_WORD.findall(text)) >= (_WHOLE if _OWN_VOICE.search(text.lower()) else _MOST)
