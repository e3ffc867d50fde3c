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


def is_copied(text: str) -> bool:
    """Whether a text shares eight consecutive words with the source of a kader."""
    return not _known().isdisjoint(shingles(text))
