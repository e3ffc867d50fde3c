"""Zinsnet: a small convolutional network that reads what a sentence says of itself (Kim 2014).

A word is the mean of the vectors of itself and its pieces (those of ``checker.bewijs.betekenis``), hashed into a fixed number
of rows so that no word is unknown (Bojanowski et al. 2017). Filters over one, three and five words look for ways of saying; the strongest and the mean answer
of each go into one value per kind. Trained by ``python -m bench.vangnet`` (see ``bench.zinsnet``).
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker.bewijs.betekenis import SHORTEST, pieces
from checker.bewijs.geleerd import read_geleerd

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy import ndarray

# So many rows the words and pieces share, and so many words of a sentence are read.
ROWS, LONGEST = 20_000, 60
START, END = "^", "$"


@dataclass(frozen=True, slots=True, eq=False)
class Net:
    """The trained network.

    Attributes:
        rijen: (ROWS x dimensions) whole numbers from -127 to 127.
        schaal: (ROWS) what the numbers of a row are to be multiplied by.
        filters: per width a (width x dimensions x filters) array and its constants.
        uitgang: (answers x kinds), the answers of each width in order: strongest, then mean.
        vast: (kinds) the constants of the kinds.
        soorten: the kinds, in order.
        versie: digest of what it was trained on.
    """

    rijen: ndarray
    schaal: ndarray
    filters: tuple[tuple[ndarray, ndarray], ...]
    uitgang: ndarray
    vast: ndarray
    soorten: tuple[str, ...]
    versie: str


def rows_of(word: str) -> list[int]:
    """The rows that a word is made of: its own, and those of its pieces; a short word or a stand-in has none."""
    marked = f"<{word}>"
    apart = len(word) > SHORTEST and not word.startswith("<")
    parts = [f"#{piece}" for piece in pieces(word) if piece != marked] if apart else []
    return [zlib.crc32(part.encode()) % ROWS for part in (marked, *parts)]


def framed(words: Sequence[str]) -> list[str]:
    """The words that are read, between a start and an end."""
    return [START, *words[:LONGEST], END]


def log_chances(words: Sequence[str]) -> ndarray:
    """The log of the chance of each kind, in the order of ``net().soorten``."""
    import numpy as np

    own = net()
    rows = np.stack([_word(word) for word in framed(words)])
    answers = []
    for filters, constants in own.filters:
        half = len(filters) // 2
        padded = np.pad(rows, ((half, half), (0, 0)))
        seen = sum((padded[place : place + len(rows)] @ part for place, part in enumerate(filters)), start=constants)
        active = np.maximum(seen, 0)
        answers += [active.max(axis=0), active.mean(axis=0)]
    return log_softmax(np.concatenate(answers) @ own.uitgang + own.vast)


def log_softmax(values: ndarray) -> ndarray:
    """The log of the chance of each kind, from a value per kind."""
    import numpy as np

    shifted = values - values.max()
    result: ndarray = shifted - np.log(np.exp(shifted).sum())
    return result


@lru_cache(maxsize=20_000)
def _word(word: str) -> ndarray:
    own = net()
    rows = rows_of(word)
    mean: ndarray = (own.rijen[rows] * own.schaal[rows, None]).mean(axis=0)
    return mean


@cache
def net() -> Net:
    """The network that comes with the program."""
    import numpy as np

    stored = read_geleerd("zinsnet")
    widths = sorted(int(name.removeprefix("filter_")) for name in stored if name.startswith("filter_"))
    return Net(
        stored["rijen"], stored["schaal"].astype(np.float32),
        tuple((stored[f"filter_{w}"].astype(np.float32), stored[f"constant_{w}"].astype(np.float32)) for w in widths),
        stored["uitgang"].astype(np.float32), stored["vast"].astype(np.float32),
        tuple(str(kind) for kind in stored["soorten"]), str(stored["versie"]),
    )
