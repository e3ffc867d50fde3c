"""Score: how likely a sentence is evidence, as a sum of visible parts.

A logistic regression on parts and pairs of parts (a sentence that is alike in meaning counts for more when it
is also the likest of the dossier). Its weights are calibrated on labelled dossiers by ``python -m bench.ijking``
and kept in ``ijking.yaml`` with what they were measured on.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy import ndarray


@dataclass(frozen=True, slots=True, kw_only=True)
class Delen:
    """What the score of one sentence for one onderdeel is made of.

    Attributes:
        expressie: coverage of the best expressie, 0 to 1; 0 when none matches.
        dekking: share of the best expressie that stands in the sentence, also when it does not match.
        kern: 1 when the first, most telling groep of some expressie stands in the sentence.
        norm: similarity in words to all that the author wrote of the whole norm.
        norm_rang: log of the number of other normen of the kader that the sentence resembles more.
        omgeving: similarity of the sentences around it to the norm.
        rang: log of the sentence's place among all sentences of the dossier, by likeness to the onderdeel.
        betekenis: similarity in meaning to all that the author wrote of the onderdeel.
        betekenis_norm: the same, to the whole norm.
        betekenis_norm_rang: log of the number of other normen of the kader that it resembles more in meaning.
        betekenis_omgeving: similarity in meaning of the sentences around it to the norm.
        betekenis_rang: log of its place among all sentences of the dossier, by likeness in meaning to the onderdeel.
        betekenis_voorsprong: how much more it resembles this onderdeel in meaning than the likest other of the kader.
        betekenis_ervoor: similarity in meaning of the sentence before it to the onderdeel.
        toonkans: how likely a small network judges that it shows the onderdeel (``checker.bewijs.toonkans``).
        toonrang: log of the number of other candidates for the onderdeel that are likelier to show it.
        omvang: log of the number of sentences in the dossier, from sixty.
        verwacht: 1 when the document is of a kind where the onderdeel is expected.
        zwak: 1 when a weak cue stands in the sentence.
        cel: 1 for a table row.
        lengte: log of the number of words, up to sixteen.
    """

    expressie: float
    dekking: float
    kern: float
    norm: float
    norm_rang: float
    omgeving: float
    rang: float
    betekenis: float
    betekenis_norm: float
    betekenis_norm_rang: float
    betekenis_omgeving: float
    betekenis_rang: float
    betekenis_voorsprong: float
    betekenis_ervoor: float
    toonkans: float
    toonrang: float
    omvang: float
    verwacht: float
    zwak: float
    cel: float
    lengte: float


NAMEN = tuple(field.name for field in fields(Delen))
values_of = attrgetter(*NAMEN)
# The parts as a person reads them, in the order in which they are shown.
SOORTEN = {
    "woorden van de norm": ("expressie", "dekking", "kern"),
    "lijkt op de norm in woorden": ("norm", "norm_rang", "rang"),
    "lijkt op de norm in betekenis": ("betekenis", "betekenis_norm", "betekenis_norm_rang", "betekenis_rang", "betekenis_voorsprong"),
    "geleerd van beoordeelde zinnen": ("toonkans", "toonrang"),
    "plek in het dossier": ("omgeving", "betekenis_omgeving", "betekenis_ervoor", "omvang", "verwacht"),
    "vorm van de zin": ("zwak", "cel", "lengte"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Gewichten:
    """The calibrated weights over parts ``z`` brought to mean 0 and spread 1: vast + lineair·z + z·paren·z.

    Attributes:
        hoogste: what a part counts for at most; beyond it nothing was seen in the calibration, as in a kader of
            a few short demands or a dossier of a few sentences.
        paren: symmetric, (parts x parts).
    """

    hoogste: ndarray
    midden: ndarray
    schaal: ndarray
    vast: float
    lineair: ndarray
    paren: ndarray

    def bring(self, values: ndarray) -> ndarray:
        """Parts (in the last axis) at mean 0 and spread 1, none above its highest."""
        import numpy as np

        brought: ndarray = (np.minimum(values, self.hoogste) - self.midden) / self.schaal
        return brought

    def totals(self, values: ndarray) -> ndarray:
        """The sum behind the score of each row of parts."""
        z = self.bring(values)
        total: ndarray = self.vast + z @ self.lineair + ((z @ self.paren) * z).sum(axis=1)
        return total


@cache
def ijking() -> dict[str, Any]:
    """The calibrated weights and thresholds as they stand in the file."""
    from importlib.resources import files

    import yaml

    loaded: dict[str, Any] = yaml.safe_load(files("checker.bewijs").joinpath("ijking.yaml").read_text("utf-8"))
    return loaded


@cache
def _gewichten() -> Gewichten:
    return read_gewichten(ijking())


def read_gewichten(loaded: Mapping[str, Any]) -> Gewichten:
    """The weights of a calibration file as arrays, in the order of the parts."""
    import numpy as np

    def row(key: str) -> ndarray:
        return np.array([float(loaded[key][name]) for name in NAMEN])

    pairs = np.zeros((len(NAMEN), len(NAMEN)))
    place = {name: number for number, name in enumerate(NAMEN)}
    for pair, weight in loaded["paren"].items():
        first, second = (place[name] for name in pair.split("*"))
        pairs[first, second] += weight / 2
        pairs[second, first] += weight / 2
    return Gewichten(row("hoogste"), row("midden"), row("schaal"), float(loaded["vast"]), row("gewichten"), pairs)


def scores(delen: Sequence[Delen]) -> list[float]:
    """The score of each sentence, 0 to 1, rounded to three decimals."""
    import numpy as np

    if not delen:
        return []
    totals = _gewichten().totals(np.array([values_of(d) for d in delen]))
    found: list[float] = np.round(1 / (1 + np.exp(-totals)), 3).tolist()
    return found


def opbouw(delen: Delen) -> dict[str, float]:
    """What each kind of part adds to the sum behind a score; a pair counts half for each of its parts."""
    import numpy as np

    weights = _gewichten()
    parts = weights.bring(np.array(values_of(delen)))
    each = dict(zip(NAMEN, (parts * (weights.lineair + weights.paren @ parts)).tolist(), strict=True))
    return {"uitgangspunt": round(weights.vast, 2)} | {
        soort: round(sum(each[name] for name in names), 2) for soort, names in SOORTEN.items()
    }


def samen(kansen: Sequence[float]) -> float:
    """The chance that at least one of some passages is evidence, were they independent; 0 without passages."""
    none = 1.0
    for kans in kansen:
        none *= 1 - kans
    return round(1 - none, 3)


def drempel(name: str) -> float:
    """A calibrated threshold by name (see ijking.yaml)."""
    return float(ijking()["drempels"][name])
