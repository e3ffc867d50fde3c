"""Toonkans: how likely a sentence shows an onderdeel, judged by a small network on the directions of both.

Likeness weighs every dimension of ``checker.bewijs.betekenis`` alike. The network learned from sentences that were judged one by
one which agreement matters, what sentences that show something look like, and what an onderdeel asks for: a layer
over the products of both directions and the directions themselves. Trained by ``python -m bench.toonkans``.
It never sees which kader or onderdeel it is, only the direction of what was written of it: a kader it was not trained on takes part.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker.bewijs.geleerd import read_geleerd

if TYPE_CHECKING:
    from numpy import ndarray

_DECIMALS = 5
# How much larger the network sees each part of its input, so that all are about as large.
_PRODUCT, _LIKENESS, _DIRECTION = 12.0, 3.0, 8.0


@dataclass(frozen=True, slots=True, eq=False)
class Toonnet:
    """The trained network: two layers.

    Attributes:
        verborgen: (inputs x answers) weights of the first layer.
        drempels: (answers) its constants.
        uitgang: (answers) weights of the second layer.
        vast: its constant.
        versie: digest of what it was trained on, the vectors themselves included.
    """

    verborgen: ndarray
    drempels: ndarray
    uitgang: ndarray
    vast: float
    versie: str


def sentence_part(zinnen: ndarray) -> ndarray:
    """What the first layer makes of each sentence alone, whatever the onderdeel: made once per dossier."""
    size = zinnen.shape[1]
    part: ndarray = _DIRECTION * zinnen.astype("float32") @ net().verborgen[size + 2 : 2 * size + 2]
    return part


def toonkansen(zinnen: ndarray, parts: ndarray, onderdeel: ndarray, norm: ndarray) -> ndarray:
    """The chance, 0 to 1, that each sentence (a row) shows the onderdeel; rounded, so that equal sentences have equal chances.

    ``parts`` is what ``sentence_part`` gives for these sentences.
    """
    import numpy as np

    own, size = net(), len(onderdeel)
    asked = _DIRECTION * onderdeel @ own.verborgen[-size:] + own.drempels
    answers = np.maximum(_agreement(zinnen, onderdeel, norm) @ own.verborgen[: size + 2] + parts + asked, 0)
    chances: ndarray = np.round(1 / (1 + np.exp(-(answers @ own.uitgang + own.vast).astype(float))), _DECIMALS)
    return chances


def inputs(zinnen: ndarray, onderdelen: ndarray, normen: ndarray) -> ndarray:
    """What the network sees of each pair of a sentence and an onderdeel: (pairs x inputs), from rows of length 1."""
    import numpy as np

    own = (_DIRECTION * zinnen).astype(np.float32)
    return np.hstack([_agreement(zinnen, onderdelen, normen), own, _DIRECTION * onderdelen])


def _agreement(zinnen: ndarray, onderdelen: ndarray, normen: ndarray) -> ndarray:
    """Where a sentence and an onderdeel agree, and how much; one onderdeel and norm may stand for all."""
    import numpy as np

    products = zinnen * onderdelen
    alike = [products.sum(axis=1, keepdims=True), (zinnen * normen).sum(axis=1, keepdims=True)]
    return np.hstack([_PRODUCT * products, *(_LIKENESS * part for part in alike)]).astype(np.float32)


@cache
def net() -> Toonnet:
    """The network that comes with the program."""
    import numpy as np

    stored = read_geleerd("toonkans")
    hidden, constants, out = (stored[name].astype(np.float32) for name in ("verborgen", "drempels", "uitgang"))
    return Toonnet(hidden, constants, out, float(stored["vast"]), str(stored["versie"]))
