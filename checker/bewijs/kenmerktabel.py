"""Kenmerktabel: the sentences of a dossier by their kenmerken, as rows for any kader.

The words are read once for all kaders; a kader takes the columns that it knows. What stands in the
heading or the lead sentence of a sentence takes part at half weight.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.begrippen.expressie import Groep
from checker.bewijs.betekenis import sentence_vectors, unit_rows
from checker.bewijs.kenmerken import index_words
from checker.bewijs.toonkans import sentence_part

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy import ndarray

    from checker.begrippen.expressie import Term
    from checker.bewijs.profielen import Profielen
    from checker.index import Index

_CONTEXT_QUALITY, _CONTEXT_WEIGHT, _UNKNOWN_WEIGHT, _CONTEXT_MEANING = 0.8, 0.5, 0.5, 0.4


class Kenmerktabel:
    """The kenmerken of the quotable sentences of one dossier.

    Attributes:
        zinnen: the sentences (ids in the index), in order; row number -> sentence.
        betekenis: (sentences x dimensions of ``checker.bewijs.betekenis``), rows of length 1.
        gelijken: per row the first row of the same direction; what is asked of one holds for all.
        toondelen: what the network of ``checker.bewijs.toonkans`` makes of each sentence alone.
    """

    def __init__(self, index: Index, quotable: Sequence[int]) -> None:
        """Read the words of all rows; the begrippen come when a kader asks for them."""
        self.zinnen = list(quotable)
        self._index = index
        self._contexts = [_headings(index, zin) for zin in self.zinnen]
        self._words, self._ids, self._quality, self._start = _word_columns(index_words(index), self.zinnen, self._contexts)
        self.betekenis = _meanings(index, self.zinnen, self._contexts)
        self.gelijken = _first_equal(self.betekenis)
        self.toondelen = sentence_part(self.betekenis)
        self._begrippen: dict[str, tuple[ndarray, ndarray]] = {}
        self._in_row: list[list[tuple[str, float]]] = [[] for _ in self.zinnen]
        self._neighbours: ndarray | None = None

    def learn(self, begrippen: Mapping[str, tuple[Term, ...]]) -> None:
        """Look up the begrippen that a kader knows, each once for all kaders."""
        for naam in sorted(begrippen):
            if naam not in self._begrippen:
                rows, values = self._begrippen[naam] = self._begrip(naam, begrippen[naam])
                for row, value in zip(rows.tolist(), values.tolist(), strict=True):
                    self._in_row[row].append((f"@{naam}", value))

    def kenmerken(self, row: int) -> list[tuple[str, float]]:
        """The words and begrippen of one row with their weights."""
        part = slice(self._start[row], self._start[row + 1])
        words = [(self._words[number], float(weight)) for number, weight in zip(self._ids[part], self._quality[part], strict=True)]
        return [*words, *self._in_row[row]]

    def weigh(self, profielen: Profielen, first: int, last: int) -> ndarray:
        """Rows ``first`` to ``last`` in the kader's columns, of length 1; unknown words make a row longer."""
        import numpy as np

        matrix = np.zeros((last - first, len(profielen.kolommen)), dtype=np.float32)
        unknown = self._fill_words(matrix, profielen, first, last)
        for naam, (rows, values) in self._begrippen.items():
            column = profielen.kolommen.get(f"@{naam}")
            if column is not None:
                low, high = np.searchsorted(rows, (first, last))
                matrix[rows[low:high] - first, column] = values[low:high] * profielen.idf[column]
        lengths = np.sqrt(np.einsum("ij,ij->i", matrix, matrix) + unknown)
        matrix /= np.where(lengths == 0, 1.0, lengths)[:, None]
        return matrix

    def _fill_words(self, matrix: ndarray, profielen: Profielen, first: int, last: int) -> ndarray:
        """Put the words in their columns; per row the squared weight of the words the kader does not know."""
        import numpy as np

        to_column = np.array([profielen.kolommen.get(word, -1) for word in self._words], dtype=np.intp)
        part = slice(self._start[first], self._start[last])
        rows = np.repeat(np.arange(last - first), np.diff(self._start[first : last + 1]))
        columns, quality = to_column[self._ids[part]], self._quality[part]
        known = columns >= 0
        matrix[rows[known], columns[known]] = quality[known] * profielen.idf[columns[known]]
        strange = (quality[~known] * profielen.onbekend * _UNKNOWN_WEIGHT) ** 2
        unknown: ndarray = np.bincount(rows[~known], weights=strange, minlength=last - first)
        return unknown

    def _begrip(self, naam: str, termen: tuple[Term, ...]) -> tuple[ndarray, ndarray]:
        """The rows where a begrip stands, in the sentence or above it, and its weight there."""
        import numpy as np

        if self._neighbours is None:
            self._neighbours = _padded(self._contexts, len(self._index.zinnen))
        found = self._index.sterkten(Groep(f"@{naam}", termen))
        own = np.zeros(len(self._index.zinnen) + 1)
        own[found.zinnen] = np.minimum(1.0, found.kwaliteit)
        values = own[self.zinnen]
        if self._neighbours.shape[1]:
            values = np.maximum(values, _CONTEXT_WEIGHT * own[self._neighbours].max(axis=1, initial=0.0))
        rows = values.nonzero()[0]
        return rows, values[rows]


def _meanings(index: Index, zinnen: Sequence[int], contexts: Sequence[Sequence[int]]) -> ndarray:
    """The direction of every sentence, with a part of what stands above it."""
    own = sentence_vectors([_words_of(index, (zin,)) for zin in zinnen])
    above = sentence_vectors([_words_of(index, units) for units in contexts])
    return unit_rows(own + _CONTEXT_MEANING * above)


def _first_equal(rows: ndarray) -> ndarray:
    """Per row the number of the first row with the same values."""
    import numpy as np

    first: dict[bytes, int] = {}
    return np.array([first.setdefault(row.tobytes(), number) for number, row in enumerate(rows)], dtype=np.intp)


def _words_of(index: Index, units: Sequence[int]) -> list[str]:
    return [token.woord for unit in units for token in index.zinnen[unit].tokens]


def _headings(index: Index, zin: int) -> list[int]:
    """The heading and lead sentence that belong to a sentence."""
    return [unit for unit, quality in index.context.get(zin, ()) if quality > _CONTEXT_QUALITY and index.zinnen[unit].passage < 0]


def _word_columns(
    words: Sequence[Mapping[str, float]], zinnen: Sequence[int], contexts: Sequence[Sequence[int]]
) -> tuple[list[str], ndarray, ndarray, ndarray]:
    """All words, and per row its word numbers with their weights (row r from ``start[r]`` to ``start[r + 1]``)."""
    import numpy as np

    numbers: dict[str, int] = {}
    ids: list[int] = []
    quality: list[float] = []
    start = [0]
    for zin, above in zip(zinnen, contexts, strict=True):
        own = dict.fromkeys((word for unit in above for word in words[unit]), _CONTEXT_WEIGHT) | dict.fromkeys(words[zin], 1.0)
        ids.extend(numbers.setdefault(word, len(numbers)) for word in own)
        quality.extend(own.values())
        start.append(len(ids))
    return list(numbers), np.array(ids, dtype=np.intp), np.array(quality, dtype=float), np.array(start, dtype=np.intp)


def _padded(contexts: Sequence[Sequence[int]], nothing: int) -> ndarray:
    """The contexts as a rectangle; short rows end in a unit where nothing stands."""
    import numpy as np

    width = max(map(len, contexts), default=0)
    padded: ndarray = np.full((len(contexts), width), nothing, dtype=np.intp)
    for row, above in enumerate(contexts):
        padded[row, : len(above)] = above
    return padded
