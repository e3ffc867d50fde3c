"""Betekenis: sentences as vectors, so that evidence in other words stands near what a kader's author wrote.

A word is the sum of the vectors of its pieces, runs of three to five letters (Bojanowski et al. 2017), a
sentence the sum of its different words. The vectors are trained by ``python -m bench.betekenis`` so that
sentences which show the same onderdeel point the same way (contrastive loss of van den Oord et al. 2018).
Pieces, not words: a compound or a form that no author used still has a direction.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker.bewijs.geleerd import read_geleerd
from checker.taal.woorden import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy import ndarray

SHORTEST, LONGEST = 3, 5
_BLOCK = 500


@dataclass(frozen=True, slots=True, eq=False)
class Stukken:
    """The trained vectors.

    Attributes:
        nummers: piece -> row.
        waarden: (pieces x dimensions) whole numbers from -127 to 127.
        schaal: per piece what its numbers are to be multiplied by.
        versie: digest of what they were trained on.
        afdruk: digest of the numbers; the same leerstof can be learned in another way.
    """

    nummers: dict[str, int]
    waarden: ndarray
    schaal: ndarray
    versie: str
    afdruk: str


def pieces(word: str) -> Iterator[str]:
    """The pieces of a word, its edges marked: *vog* gives ``<vo``, ``vog``, ``og>``, ``<vog``, ``vog>``, ``<vog>``."""
    marked = f"<{word}>"
    for size in range(SHORTEST, LONGEST + 1):
        for start in range(len(marked) - size + 1):
            yield marked[start : start + size]
    if len(marked) > LONGEST:
        yield marked


def content(words: Iterable[str]) -> tuple[str, ...]:
    """The different words that hold a letter, in order."""
    return tuple(dict.fromkeys(word for word in words if any(map(str.isalpha, word))))


@cache
def stukken() -> Stukken:
    """The vectors that come with the program."""
    stored = read_geleerd("betekenis")
    numbers = {name: row for row, name in enumerate(bytes(stored["stukken"]).decode().split("\n"))}
    return Stukken(numbers, stored["waarden"], stored["schaal"], str(stored["versie"]), str(stored["afdruk"]))


def sentence_vectors(sentences: Sequence[Sequence[str]]) -> ndarray:
    """One row of length 1 per sentence, from its words; zeros where no piece is known."""
    known = stukken()
    words: dict[str, int] = {}
    rows = [[words.setdefault(word, len(words)) for word in content(sentence)] for sentence in sentences]
    table = _sum_rows(known.waarden, known.schaal, [_numbers(word, known.nummers) for word in words])
    vectors = _sum_rows(table, None, rows)
    return unit_rows(vectors)


def text_vectors(texts: Iterable[str]) -> ndarray:
    """One row of length 1 per text, as ``sentence_vectors``."""
    return sentence_vectors([[token.woord for token in tokenize(text)] for text in texts])


def sums(rows: ndarray, owners: Sequence[int] | ndarray, count: int) -> ndarray:
    """Per owner, of ``count``, the sum of its rows."""
    import numpy as np

    result = np.zeros((count, rows.shape[1]), dtype=rows.dtype)
    np.add.at(result, np.array(owners, dtype=np.intp), rows)
    return result


def unit_rows(matrix: ndarray) -> ndarray:
    """The rows at length 1; a row of zeros stays so."""
    import numpy as np

    lengths: ndarray = np.linalg.norm(matrix, axis=1, keepdims=True)
    result: ndarray = matrix / np.where(lengths == 0, 1.0, lengths)
    return result


def _numbers(word: str, known: dict[str, int]) -> list[int]:
    return [known[piece] for piece in pieces(word) if piece in known]


def _sum_rows(table: ndarray, scale: ndarray | None, groups: Sequence[Sequence[int]]) -> ndarray:
    """Per group the sum of its rows of the table, in blocks so that memory stays small."""
    import numpy as np

    result = np.zeros((len(groups), table.shape[1]), dtype=np.float32)
    filled = [number for number, group in enumerate(groups) if group]
    for first in range(0, len(filled), _BLOCK):
        part = filled[first : first + _BLOCK]
        sizes = np.array([len(groups[number]) for number in part])
        picked = np.concatenate([np.array(groups[number], dtype=np.intp) for number in part])
        values = table[picked].astype(np.float32)
        if scale is not None:
            values *= scale[picked, None]
        result[part] = np.add.reduceat(values, np.concatenate([[0], np.cumsum(sizes)[:-1]]), axis=0)
    return result
