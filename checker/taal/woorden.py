"""Tokens: the words of a text, folded for matching, with their offsets."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*", re.UNICODE)
_FOLD = {"ĳ": "ij", "’": "'", "‘": "'", "–": "-", "—": "-"}


@dataclass(frozen=True, slots=True)
class Token:
    """A folded word and where it stands in its text."""

    woord: str
    van: int
    tot: int


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Lower case without accents: *Cliënt* and *client* are one word."""
    for old, new in _FOLD.items():
        word = word.replace(old, new)
    decomposed = unicodedata.normalize("NFD", word.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def tokenize(text: str) -> list[Token]:
    """Split a text into words; hyphens and inner full stops stay inside a word."""
    tokens: list[Token] = []
    for match in _WORD.finditer(text):
        tokens.append(Token(fold(match.group()), match.start(), match.end()))
    return tokens


@cache
def lexicon() -> frozenset[str]:
    """The OpenTaal word list (BSD-3-Clause), folded: 348,336 words."""
    import gzip
    from importlib.resources import files

    data = files("checker.taal").joinpath("data/woorden.txt.gz").read_bytes()
    return frozenset(gzip.decompress(data).decode("utf-8").split("\n"))
