"""Sinds: what a report tells about the time before this run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.verschil.vergelijken import compare
from checker.verschil.verloop import make_verloop

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.resultaat import Resultaat
    from checker.verschil.verloop import Meting, Reeks
    from checker.verschil.verschil import Verschil


@dataclass(frozen=True, slots=True, kw_only=True)
class Sinds:
    """The earlier run and how this one differs from it, and the course of all runs.

    Attributes:
        vorige: the run that this one is compared with; None when there is none that can be compared.
        verloop: empty when there are not two peildatums.
    """

    vorige: Resultaat | None
    verschil: Verschil | None
    verloop: tuple[Reeks, ...]


def look_back(vorige: Resultaat | None, nieuw: Resultaat, metingen: Iterable[Meting]) -> Sinds | None:
    """Compare a run with an earlier one; ``metingen`` are those of all stored runs, oldest first.

    Without an earlier run and without a course there is nothing to tell.
    """
    verloop = make_verloop(metingen, nieuw)
    if vorige is None and not verloop:
        return None
    return Sinds(vorige=vorige, verschil=compare(vorige, nieuw) if vorige else None, verloop=verloop)
