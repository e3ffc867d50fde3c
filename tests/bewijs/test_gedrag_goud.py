"""Behaviour on every labelled dossier: what happens when labelled evidence goes, is weakened or is put differently.

The rates are measured by ``bench.weghalen`` and ``bench.gedrag`` on all normen; here a fixed sample guards what must hold.
A verdict may rise by one step where a removed sentence made room for the next one: ranks are relative. Once in a sample, not more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bench.gedrag import Uitkomst, changed_reading
from bench.goud import SCHAAL, overlaps, quotes
from bench.ingreep import edit_dossier, evidence, remove
from bench.proef import Proef, catalogus, proeven
from bench.verandering import Verandering, plain_letters, veranderingen

if TYPE_CHECKING:
    from checker.kaders.model import Kader, Norm
    from checker.resultaat import Bevinding

IN_REPOSITORY = ("praktijk-de-linde",)
SHARED = ("praktijk-a", "praktijk-b", "praktijk-c", "zonnehoek")
SAMPLE = 12
VERANDERINGEN = {v.naam: v for v in veranderingen(catalogus().termen)}
# The share of quotes that may still count after a change that should end that; rates are in docs/kwaliteit.md.
WEAKENED = {"nog niet, vooraan": 0.05, "streeft ernaar": 0.05, "in ontwikkeling": 0.05, "wordt ontwikkeld": 0.0, "zie bijlage, in plaats van": 0.0}


@pytest.fixture(params=[*IN_REPOSITORY, *SHARED])
def proef(request: pytest.FixtureRequest) -> Proef:
    """A labelled dossier; those outside the repository only where they are."""
    found = {p.goud.naam: p for p in proeven()}
    if request.param in SHARED and request.param not in found:
        pytest.skip("labelled dossiers outside the repository are not here")
    return found[request.param]


def sample(proef: Proef) -> list[tuple[Kader, Norm]]:
    """Normen with labelled evidence, evenly spread over the kaders."""
    known = [(kader, norm) for kader, norm in proef.normen() if quotes(proef.goud.labels[norm.id], "bewijs")]
    return known[:: max(1, len(known) // SAMPLE)]


def steps(before: Bevinding, after: Bevinding) -> int:
    """Classes that a verdict went up; negative is down."""
    return SCHAAL.get(after.oordeel, 0) - SCHAAL.get(before.oordeel, 0)


def not_risen(rises: Sequence[int]) -> None:
    """At most one verdict of a sample rose, and by one class."""
    assert sum(step > 0 for step in rises) <= 1
    assert max(rises, default=0) <= 1


def test_without_its_evidence_a_norm_scores_and_counts_less(proef: Proef) -> None:
    """Taken out per norm: no labelled quote is left, scores drop on the whole and verdicts do not rise."""
    rises, lower = [], 0
    for kader, norm in sample(proef):
        cited = evidence(proef.goud.labels[norm.id])
        without = proef.read(edit_dossier(proef.dossier, proef.zinnen.cited(cited), remove))
        after = without.judge(kader, norm)
        assert not any(overlaps(b.citaat, c.tekst, 0.4) for b in after.bewijs for c in cited if len(b.citaat.split()) > 5)
        rises.append(steps(proef.judge(kader, norm), after))
        lower += sum(without.scores(kader, norm).values()) < sum(proef.lezing.scores(kader, norm).values())
    assert lower * 2 >= len(rises) > 0
    not_risen(rises)


@pytest.mark.parametrize("naam", WEAKENED)
def test_weakened_evidence_no_longer_counts(proef: Proef, naam: str) -> None:
    """Denied, intended, in development or only pointed at: the quote is gone and no verdict rises."""
    uitkomst, rises = compare(proef, VERANDERINGEN[naam])
    assert uitkomst.blijft.van
    assert uitkomst.blijft.raak <= WEAKENED[naam] * uitkomst.blijft.van
    not_risen(rises)


def test_a_plural_is_the_same_word(proef: Proef) -> None:
    """Nouns in the plural: the same quotes but for one at most; of the verdicts less than a quarter, on the edge of a threshold, may tip."""
    uitkomst, rises = compare(proef, VERANDERINGEN["meervoud"])
    assert uitkomst.blijft.van - uitkomst.blijft.raak <= 1
    assert 4 * (uitkomst.gelijk.van - uitkomst.gelijk.raak) < uitkomst.gelijk.van
    assert max(rises, default=0) <= 1


def test_spelling_without_accents_changes_nothing(proef: Proef) -> None:
    """Every accent of the dossier left out: the same verdicts, and the same quotes at the same places."""
    plain = proef.read(edit_dossier(proef.dossier, proef.zinnen.all(), plain_letters))
    for kader, norm in sample(proef):
        before, after = proef.judge(kader, norm), plain.judge(kader, norm)
        assert after.oordeel == before.oordeel
        assert [(b.document, b.plaats, b.citaat) for b in after.bewijs] == [(b.document, b.plaats, plain_letters(b.citaat)) for b in before.bewijs]


def test_the_order_of_the_files_changes_nothing(proef: Proef) -> None:
    """Read backwards: the same findings; quotes with the same score may stand in another order."""
    backwards = proef.read(replace(proef.dossier, documenten=proef.dossier.documenten[::-1]))
    for kader, norm in sample(proef):
        assert in_order(backwards.judge(kader, norm)) == in_order(proef.judge(kader, norm))


def in_order(bevinding: Bevinding) -> tuple[object, ...]:
    """A finding with its quotes in an order that does not come from the dossier."""
    by_place = [
        sorted(quotes_, key=lambda b: (b.document, b.plaats, b.citaat)) for quotes_ in (bevinding.bewijs, bevinding.tegenbewijs)
    ]
    outcomes = [replace(o, bewijs=(), tegenbewijs=()) for o in bevinding.onderdelen]
    return (replace(bevinding, bewijs=(), tegenbewijs=(), onderdelen=()), by_place, outcomes)


def compare(proef: Proef, verandering: Verandering) -> tuple[Uitkomst, list[int]]:
    """The outcome of a change on a sample of the normen, and how verdicts moved."""
    lezing, changed = changed_reading(proef, verandering)
    uitkomst, rises = Uitkomst(), []
    for kader, norm in sample(proef):
        before, after = proef.judge(kader, norm), lezing.judge(kader, norm)
        uitkomst.add(before, after, changed)
        rises.append(steps(before, after))
    return uitkomst, rises
