"""Gelijkenis: how much a sentence of the dossier resembles what the kader's author wrote.

Cosine similarity on kenmerken weighed by rarity (tf-idf; Salton and Buckley 1988), against the
profile of an onderdeel, of its norm, and for what stands around the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy import ndarray

    from checker.bewijs.kenmerktabel import Kenmerktabel
    from checker.bewijs.profielen import Profielen

_BLOCK = 1000
_AROUND = 3
_FIRST = 20


@dataclass(frozen=True, slots=True)
class Gelijkheid:
    """Similarity of one sentence to one onderdeel.

    Attributes:
        norm: to everything written of its norm as a whole.
        norm_rang: how many other normen of the kader it resembles more.
        omgeving: of the sentences around it to the norm as a whole: is this the place where it is about?
        rang: place of the sentence among all sentences of the dossier, from 0.
    """

    norm: float
    norm_rang: int
    omgeving: float
    rang: int


class Gelijkenis:
    """Similarities of all quotable sentences of a dossier to the onderdelen of one kader."""

    def __init__(self, profielen: Profielen, tabel: Kenmerktabel, documents: Sequence[int]) -> None:
        """Compare in blocks of rows, so that memory does not grow with the dossier times the vocabulary.

        ``documents`` gives per row of the tabel the document that it stands in.
        """
        import numpy as np

        self._profielen, self._tabel = profielen, tabel
        self._ids = tabel.zinnen
        self._row = {zin: row for row, zin in enumerate(self._ids)}
        self._column = {onderdeel: column for column, onderdeel in enumerate(profielen.onderdelen)}
        normen, self._norm = _norm_profiles(profielen)
        count = len(self._ids)
        self._whole: ndarray = np.zeros((count, len(profielen.onderdelen)))
        self._topic: ndarray = np.zeros((count, normen.shape[0]))
        for start in range(0, count, _BLOCK):
            end = min(start + _BLOCK, count)
            weights = tabel.weigh(profielen, start, end)
            self._whole[start:end] = weights @ profielen.profiel.T
            self._topic[start:end] = weights @ normen.T
        self._around = _window_mean(self._topic, documents)
        top = self._whole.max(axis=1, initial=0.0)
        self._top: ndarray = np.where(top == 0, 1.0, top)
        self._ranks: dict[str, tuple[ndarray, list[int]]] = {}

    def of(self, zin: int, onderdeel: str) -> Gelijkheid:
        """The similarity of a sentence to an onderdeel; all zero for a sentence that is not quotable."""
        row = self._row.get(zin)
        if row is None:
            return Gelijkheid(0.0, self._topic.shape[1], 0.0, len(self._ids))
        norm = self._norm[self._column[onderdeel]]
        own = self._topic[row, norm]
        better = int((self._topic[row] > own).sum())
        return Gelijkheid(float(own), better, float(self._around[row, norm]), int(self._rank(onderdeel)[0][row]))

    def nearest(self, onderdeel: str, count: int) -> list[int]:
        """The sentences most like an onderdeel, measured against what else they resemble; at most twenty."""
        return [self._ids[row] for row in self._rank(onderdeel)[1][:count]]

    def shared(self, zin: int, onderdeel: str, count: int = 4) -> tuple[str, ...]:
        """The words and begrippen that make a sentence resemble an onderdeel, heaviest first."""
        row = self._row.get(zin)
        if row is None:
            return ()
        known, idf = self._profielen.kolommen, self._profielen.idf
        profiel = self._profielen.profiel[self._column[onderdeel]]
        parts = [
            (-round(float(quality * idf[known[name]] * profiel[known[name]]), 9), name)
            for name, quality in self._tabel.kenmerken(row) if name in known
        ]
        heavy = sorted(part for part in parts if part[0])
        return tuple(name.removeprefix("@").replace("_", " ") for _value, name in heavy[:count])

    def _rank(self, onderdeel: str) -> tuple[ndarray, list[int]]:
        """Per row its place, and the first rows in order."""
        if onderdeel not in self._ranks:
            import numpy as np

            own = self._whole[:, self._column[onderdeel]]
            order = np.argsort(-np.round(own * own / self._top, 9), kind="stable")
            places = np.empty(len(order), dtype=np.intp)
            places[order] = np.arange(len(order))
            self._ranks[onderdeel] = places, order[:_FIRST].tolist()
        return self._ranks[onderdeel]


def _norm_profiles(profielen: Profielen) -> tuple[ndarray, list[int]]:
    """One profile per norm (the sum of its onderdelen, length 1), and per onderdeel its row."""
    import numpy as np

    ids = [onderdeel.rsplit("/", 1)[0] for onderdeel in profielen.onderdelen]
    rows = {norm: row for row, norm in enumerate(dict.fromkeys(ids))}
    summed = np.zeros((len(rows), profielen.profiel.shape[1]))
    for number, norm in enumerate(ids):
        summed[rows[norm]] += profielen.profiel[number]
    lengths = np.linalg.norm(summed, axis=1, keepdims=True)
    return summed / np.where(lengths == 0, 1.0, lengths), [rows[norm] for norm in ids]


def _window_mean(values: ndarray, documents: Sequence[int]) -> ndarray:
    """Per row the mean of its neighbours in the same document, itself left out."""
    import numpy as np

    result = np.zeros_like(values)
    total = np.vstack([np.zeros((1, values.shape[1])), np.cumsum(values, axis=0)])
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for row, document in enumerate(documents):
        first.setdefault(document, row)
        last[document] = row + 1
    for row, document in enumerate(documents):
        low, high = max(first[document], row - _AROUND), min(last[document], row + _AROUND + 1)
        if high - low > 1:
            result[row] = (total[high] - total[low] - values[row]) / (high - low - 1)
    return result
