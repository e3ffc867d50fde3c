"""Gelijkenis: how much a sentence of the dossier resembles what the kader's author wrote.

Twice the same comparison: by words and begrippen (cosine on kenmerken weighed by rarity, tf-idf; Salton
and Buckley 1988), and by meaning (``betekenis``). Each against the profile of an onderdeel, of its norm,
and for what stands around the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.bewijs.toonkans import toonkansen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy import ndarray

    from checker.bewijs.kenmerktabel import Kenmerktabel
    from checker.bewijs.profielen import Profielen

_BLOCK = 1000
_AROUND = 3
_FIRST = 20
# A sentence that resembles nothing is measured against this, so that it does not come first by chance.
_LOWEST_TOP = 0.05
_DECIMALS = 5
# In a dossier of fewer sentences the first place says less; the score was calibrated on no smaller ones.
SMALLEST = 60


@dataclass(frozen=True, slots=True)
class Gelijkheid:
    """Similarity of one sentence to one onderdeel, by words or by meaning.

    Attributes:
        onderdeel: to what is written of the onderdeel.
        norm: to everything written of its norm as a whole.
        norm_rang: how many other normen of the kader it resembles more.
        omgeving: of the sentences around it to the norm as a whole: is this the place where it is about?
        rang: place of the sentence among all sentences of the dossier, from 0; as if there were at least sixty.
        voorsprong: how much more it resembles this onderdeel than the likest other one of the kader; below 0 when less.
        ervoor: of the sentence before it to the onderdeel; 0 at the beginning of a document.
    """

    onderdeel: float
    norm: float
    norm_rang: int
    omgeving: float
    rang: float
    voorsprong: float
    ervoor: float


class Vensters:
    """Which rows stand around each row in the same document.

    Attributes:
        volgt: per row whether the row before it is of the same document.
    """

    def __init__(self, documents: Sequence[int]) -> None:
        """Take per row its document; the rows of a document follow each other."""
        import numpy as np

        own = np.array(documents, dtype=np.intp)
        place = np.arange(len(own))
        self.volgt: ndarray = np.concatenate([[False], own[1:] == own[:-1]])[: len(own)]
        self._low = np.maximum(np.searchsorted(own, own, side="left"), place - _AROUND)
        self._high = np.minimum(np.searchsorted(own, own, side="right"), place + _AROUND + 1)

    def mean(self, values: ndarray) -> ndarray:
        """Per row the mean of its neighbours, itself left out; its own values without neighbours."""
        import numpy as np

        total = np.vstack([np.zeros((1, values.shape[1])), np.cumsum(values, axis=0, dtype=float)])
        others = (self._high - self._low - 1)[:, None]
        # The values are rounded, so their sum is too: without this a mean halfway falls up or down by what stood before it.
        sums = np.round(total[self._high] - total[self._low] - values, _DECIMALS)
        result: ndarray = np.where(others > 0, sums / np.maximum(others, 1), values)
        return np.round(result, _DECIMALS)


class Vergelijking:
    """Similarities of the sentences of a dossier to the onderdelen of a kader, seen in one way."""

    def __init__(self, whole: ndarray, topic: ndarray, norm_of: Sequence[int], vensters: Vensters) -> None:
        """Take similarities to the onderdelen (``whole``) and to the normen (``topic``), a row per sentence.

        ``norm_of`` gives per onderdeel the column of its norm.
        """
        self._whole, self._topic, self._norm_of = whole, topic, norm_of
        self._around, self._volgt = vensters.mean(topic), vensters.volgt
        self._top, self._second = _two_highest(whole)
        self._rank, self._first = _places_of(whole, self._top.clip(min=_LOWEST_TOP))

    def of(self, rows: Sequence[int], column: int) -> list[Gelijkheid]:
        """The similarities of some sentences to one onderdeel."""
        norm = self._norm_of[column]
        topic = self._topic[rows]
        own = topic[:, norm]
        better = (topic > own[:, None]).sum(axis=1)
        found = (
            self._whole[rows, column], own, better, self._around[rows, norm], self._places(rows, column), self._lead(rows, column),
            self._before(rows, column),
        )
        return [Gelijkheid(*values) for values in zip(*(column.tolist() for column in found), strict=True)]

    def _places(self, rows: Sequence[int], column: int) -> ndarray:
        """The places of some rows; in a small dossier each stands for several, with the middle one as its place."""
        stretch = max(1.0, SMALLEST / max(1, len(self._whole)))
        places: ndarray = self._rank[rows, column] * stretch + (stretch - 1) / 2
        return places

    def _lead(self, rows: Sequence[int], column: int) -> ndarray:
        import numpy as np

        own, top = self._whole[rows, column], self._top[rows]
        lead: ndarray = np.round(own - np.where(own >= top, self._second[rows], top), _DECIMALS)
        return lead

    def _before(self, rows: Sequence[int], column: int) -> ndarray:
        import numpy as np

        before: ndarray = np.where(self._volgt[rows], self._whole[np.array(rows, dtype=np.intp) - 1, column], 0.0)
        return before

    def nearest(self, column: int, count: int) -> list[int]:
        """The rows most like an onderdeel, measured against what else they resemble; equals of the last too, at most twenty."""
        return [row for row in self._first[:, column].tolist() if self._rank[row, column] < count]


class Gelijkenis:
    """Similarities of all quotable sentences of a dossier to the onderdelen of one kader."""

    def __init__(self, profielen: Profielen, tabel: Kenmerktabel, vensters: Vensters) -> None:
        """Compare by words and by meaning."""
        self._profielen, self._tabel = profielen, tabel
        self._ids = tabel.zinnen
        self._row = {zin: row for row, zin in enumerate(self._ids)}
        self._column = {onderdeel: column for column, onderdeel in enumerate(profielen.onderdelen)}
        whole, topic = _by_words(profielen, tabel)
        self._woorden = Vergelijking(whole, topic, profielen.norm_of, vensters)
        self._normen = profielen.summed(profielen.betekenis)
        whole, topic = (_rounded(tabel.betekenis @ meant.T) for meant in (profielen.betekenis, self._normen))
        self._betekenis = Vergelijking(whole, topic, profielen.norm_of, vensters)

    def of(self, zinnen: Sequence[int], onderdeel: str) -> list[tuple[Gelijkheid, Gelijkheid]]:
        """The similarities of some sentences to an onderdeel, each by words and by meaning."""
        rows, column = [self._row[zin] for zin in zinnen], self._column[onderdeel]
        return list(zip(self._woorden.of(rows, column), self._betekenis.of(rows, column), strict=True))

    def toonkansen(self, zinnen: Sequence[int], onderdeel: str) -> list[tuple[float, int]]:
        """How likely each sentence shows an onderdeel (``checker.bewijs.toonkans``), and how many of them are likelier to."""
        import numpy as np

        column = self._column[onderdeel]
        different, place = np.unique(self._tabel.gelijken[[self._row[zin] for zin in zinnen]], return_inverse=True)
        meant, parts = self._tabel.betekenis[different], self._tabel.toondelen[different]
        chances = toonkansen(meant, parts, self._profielen.betekenis[column], self._normen[self._profielen.norm_of[column]])[place]
        likelier = (chances > chances[:, None]).sum(axis=1)
        return list(zip(chances.tolist(), likelier.tolist(), strict=True))

    def nearest(self, onderdeel: str, count: int) -> list[int]:
        """The sentences most like an onderdeel by words and by meaning; at most ``count`` of each, and twenty."""
        column = self._column[onderdeel]
        rows = [*self._woorden.nearest(column, count), *self._betekenis.nearest(column, count)]
        return [self._ids[row] for row in dict.fromkeys(rows)]

    def shared(self, zin: int, onderdeel: str, count: int = 4) -> tuple[str, ...]:
        """The words and begrippen that make a sentence resemble an onderdeel, heaviest first."""
        row = self._row[zin]
        known, idf = self._profielen.kolommen, self._profielen.idf
        profiel = self._profielen.profiel[self._column[onderdeel]]
        parts = [
            (-round(float(quality * idf[known[name]] * profiel[known[name]]), 9), name)
            for name, quality in self._tabel.kenmerken(row) if name in known
        ]
        heavy = sorted(part for part in parts if part[0])
        return tuple(dict.fromkeys(name.removeprefix("@").replace("_", " ") for _value, name in heavy))[:count]


def _by_words(profielen: Profielen, tabel: Kenmerktabel) -> tuple[ndarray, ndarray]:
    """Similarities by words to onderdelen and normen, in blocks: memory does not grow with dossier times vocabulary."""
    import numpy as np

    normen = profielen.summed(profielen.profiel)
    count = len(tabel.zinnen)
    whole, topic = (np.zeros((count, len(rows)), dtype=np.float32) for rows in (profielen.profiel, normen))
    for start in range(0, count, _BLOCK):
        end = min(start + _BLOCK, count)
        weights = tabel.weigh(profielen, start, end)
        whole[start:end] = weights @ profielen.profiel.T
        topic[start:end] = weights @ normen.T
    return _rounded(whole), _rounded(topic)


def _two_highest(values: ndarray) -> tuple[ndarray, ndarray]:
    """The highest and the next value of every row; 0 where there is none."""
    import numpy as np

    highest = np.zeros((len(values), 2))
    count = min(2, values.shape[1])
    if count:
        highest[:, :count] = np.sort(np.partition(values, -count, axis=1)[:, -count:], axis=1)[:, ::-1]
    return highest[:, 0], highest[:, 1]


def _places_of(whole: ndarray, scale: ndarray) -> tuple[ndarray, ndarray]:
    """Per row and column how many rows are more alike, so that equal sentences have equal places, and per column the first rows in order."""
    import numpy as np

    values = -np.round(whole * np.abs(whole) / scale[:, None], 9)
    order = np.argsort(values, axis=0, kind="stable")
    ordered = np.take_along_axis(values, order, axis=0)
    number = np.arange(len(whole))[:, None]
    begins = np.ones(whole.shape, dtype=bool)
    begins[1:] = ordered[1:] != ordered[:-1]
    places = np.empty(whole.shape, dtype=np.int32)  # all kaders keep theirs to the end
    np.put_along_axis(places, order, np.maximum.accumulate(np.where(begins, number, 0), axis=0), axis=0)
    return places, order[:_FIRST].copy()


def _rounded(values: ndarray) -> ndarray:
    """Rounded, so that equal sentences are equally alike wherever they stand and on any machine."""
    import numpy as np

    result: ndarray = np.round(values.astype(float), _DECIMALS)
    return result
