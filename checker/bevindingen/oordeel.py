"""Oordeel: the strict rules from onderdelen to a verdict (ONTWERP section 7, the labelling guide)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from checker.kaders.model import Oordeel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.resultaat import OnderdeelUitkomst

GEDEKT, DEELS, NIET_GEDEKT = "gedekt", "deels", "niet_gedekt"
NIET_UIT_PAPIER, NVT = "niet_uit_papier", "niet_van_toepassing"


class Geteld(Protocol):
    """What counts towards a verdict: whether it is demanded, and what it came to."""

    @property
    def vereist(self) -> bool:
        """Whether the norm demands it."""

    @property
    def status(self) -> str:
        """One of the statuses above."""


Onderdeel = TypeVar("Onderdeel", bound=Geteld)


def decisive(onderdelen: Sequence[Onderdeel]) -> list[Onderdeel]:
    """The onderdelen that decide: those that apply and are vereist, or all that apply when none is."""
    counted = [o for o in onderdelen if o.status != NVT]
    return [o for o in counted if o.vereist] or counted


def judge(uitkomsten: Sequence[OnderdeelUitkomst]) -> Oordeel:
    """The verdict that follows from the onderdelen that apply.

    - aangetoond: every vereist onderdeel is gedekt;
    - grotendeels: more than half is gedekt, or none is missing and at least one is gedekt;
    - gedeeltelijk: at least one onderdeel is gedekt or deels;
    - niet_aangetoond: none;
    - niet_van_toepassing: no onderdeel applies.
    """
    required = decisive(uitkomsten)
    if not required:
        return Oordeel.NIET_VAN_TOEPASSING
    full = sum(u.status == GEDEKT for u in required)
    some = sum(u.status in (GEDEKT, DEELS) for u in required)
    if full == len(required):
        return Oordeel.AANGETOOND
    if full * 2 > len(required) or (full and some == len(required)):
        return Oordeel.GROTENDEELS
    return Oordeel.GEDEELTELIJK if some else Oordeel.NIET_AANGETOOND


_ONE = {
    GEDEKT: "Het onderdeel is gedekt met direct bewijs.", DEELS: "Het onderdeel is deels gedekt.",
    NIET_GEDEKT: "Voor het onderdeel is geen bewijs gevonden dat telt.", NIET_UIT_PAPIER: "Het onderdeel is niet uit documenten vast te stellen.",
}


def explain(statuses: Sequence[str]) -> str:
    """Count in a sentence what is covered, partly covered, not found, and cannot be told from documents."""
    counted = [status for status in statuses if status != NVT]
    if len(counted) == 1:
        return _ONE[counted[0]]
    full, part, paper = (counted.count(status) for status in (GEDEKT, DEELS, NIET_UIT_PAPIER))
    text = f"{full or 'Geen'} van de {len(counted)} onderdelen {'is' if full <= 1 else 'zijn'} gedekt met direct bewijs"
    text += f", {part} deels" if part else ""
    missing = len(counted) - full - part - paper
    text += f"; voor {missing} is geen bewijs gevonden dat telt" if missing else ""
    text += f"; {paper} {'is' if paper == 1 else 'zijn'} niet uit documenten vast te stellen" if paper else ""
    return f"{text}."
