"""PDCA: which steps of the improvement cycle the evidence of a norm shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.bewijs.uitspraak import fold_keep_length
from checker.kaders.model import Niveau
from checker.signalen.laden import groep

if TYPE_CHECKING:
    from checker.resultaat import Bevinding, Bewijs

STAPPEN = ("plan", "do", "check", "act")


def find_pdca(bevinding: Bevinding) -> tuple[str, ...]:
    """The steps seen, in the order plan, do, check, act; the reports name the ones that miss.

    A described way of working is plan; evidence that something is in place or was done is do; a
    measurement or review is check; a change because of that is act.
    """
    seen = {step for bewijs in bevinding.bewijs for step in _steps(bewijs)}
    return tuple(step for step in STAPPEN if step in seen)


def _steps(bewijs: Bewijs) -> list[str]:
    text = fold_keep_length(bewijs.citaat)
    steps = [step for step in ("do", "check", "act") if groep("pdca.yaml", step).search(text)]
    if bewijs.niveau is Niveau.OPZET:
        # A plan to measure or to improve is still a plan.
        return ["plan", *(step for step in steps if step == "act" and "do" in steps)]
    return steps if "do" in steps else ["do", *steps]
