"""Score: how likely a sentence is evidence, as a sum of visible parts.

A logistic sum; its weights are calibrated on labelled dossiers by ``python -m bench.ijking`` and kept
in ``ijking.yaml`` with the date and what they were measured on.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from functools import cache
from operator import attrgetter
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Delen:
    """What the score of one sentence for one onderdeel is made of.

    Attributes:
        expressie: coverage of the best expressie, 0 to 1; 0 when none matches.
        dekking: share of the best expressie that stands in the sentence, also when it does not match.
        kern: 1 when the first, most telling groep of some expressie stands in the sentence.
        norm: similarity to all that the author wrote of the whole norm.
        norm_rang: log of the number of other normen of the kader that the sentence resembles more.
        omgeving: similarity of the sentences around it to the norm.
        rang: log of the sentence's place among all sentences of the dossier, by likeness to the onderdeel.
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
    verwacht: float
    zwak: float
    cel: float
    lengte: float


NAMEN = tuple(field.name for field in fields(Delen))
_values = attrgetter(*NAMEN)


@cache
def _weights() -> tuple[float, ...]:
    return tuple(float(ijking()["gewichten"][name]) for name in NAMEN)


@cache
def ijking() -> dict[str, Any]:
    """The calibrated weights and thresholds."""
    from importlib.resources import files

    import yaml

    loaded: dict[str, Any] = yaml.safe_load(files("checker.bewijs").joinpath("ijking.yaml").read_text("utf-8"))
    return loaded


def score(delen: Delen) -> float:
    """The score of a sentence, 0 to 1, rounded to three decimals."""
    total: float = ijking()["vast"] + sum(weight * value for weight, value in zip(_weights(), _values(delen), strict=True))
    return round(1 / (1 + math.exp(-total)), 3)


def drempel(name: str) -> float:
    """A calibrated threshold: ``direct``, ``indirect``, ``zeker`` or ``stil`` (see ijking.yaml)."""
    return float(ijking()["drempels"][name])
