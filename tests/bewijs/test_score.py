"""The score: a visible sum, and passages that count together."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from checker.bewijs.score import NAMEN, SOORTEN, Delen, drempel, opbouw, samen, scores

DELEN = st.builds(Delen, **{naam: st.floats(0, 3, allow_nan=False) for naam in NAMEN})
KANSEN = st.lists(st.floats(0, 1, allow_nan=False), max_size=5)


@given(DELEN)
def test_the_shown_sum_is_the_score(delen: Delen) -> None:
    total = sum(opbouw(delen).values())
    assert math.isclose(scores([delen])[0], 1 / (1 + math.exp(-total)), abs_tol=0.02)


@given(st.lists(DELEN, max_size=6))
def test_a_score_does_not_depend_on_the_company(delen: list[Delen]) -> None:
    assert scores(delen) == [scores([d])[0] for d in delen]


def test_every_part_is_shown_once() -> None:
    shown = [naam for namen in SOORTEN.values() for naam in namen]
    assert sorted(shown) == sorted(NAMEN)


@given(KANSEN)
def test_together_is_a_chance_and_never_less_than_the_best(kansen: list[float]) -> None:
    together = samen(kansen)
    assert max(kansen, default=0.0) - 0.001 <= together <= 1


@given(KANSEN)
def test_order_does_not_matter(kansen: list[float]) -> None:
    assert samen(kansen) == samen(sorted(kansen))


def test_the_thresholds_stand_in_order() -> None:
    names = ("stil", "onzeker", "bewijs", "direct", "aangetoond", "zeker")
    assert sorted(names, key=drempel) == list(names)
