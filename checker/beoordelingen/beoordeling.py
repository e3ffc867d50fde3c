"""Beoordeling: one decision of a person on one norm, or work at an action, signaal or question, as one line of the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.rapporten.excel.namen import MENSKOLOMMEN
from checker.rapporten.excel.stand import EXTRA

if TYPE_CHECKING:
    from collections.abc import Mapping

SLEUTELS = tuple(MENSKOLOMMEN.values())
"""Keys of the human columns: oordeel, reden, eigenaar, deadline, status, beoordelaar, datum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beoordeling:
    """What a person filled in for a norm.

    Attributes:
        oordeel: key of an Oordeel, or empty when only the other columns are filled.
        datum: day of the verdict; ``deadline`` is the day the work is due (both ISO).
        extra: the user's own columns by their header.
        bewijs: fingerprint of the quotes that the verdict rests on.
        voorstel: what the checker proposed then.
        ingelezen_op: day on which the desk came back, and by whom.
    """

    norm_id: str
    oordeel: str = ""
    reden: str = ""
    beoordelaar: str = ""
    datum: str = ""
    eigenaar: str = ""
    deadline: str = ""
    status: str = ""
    extra: dict[str, str] = field(default_factory=dict)
    bewijs: str = ""
    voorstel: str = ""
    ingelezen_op: str = ""
    ingelezen_door: str = ""

    @property
    def id(self) -> str:
        """What a later line with the same id replaces."""
        return self.norm_id

    @property
    def velden(self) -> dict[str, str]:
        """The filled columns as ``Bevinding.beoordeling`` holds them."""
        eigen = {f"{EXTRA}{kop}": waarde for kop, waarde in sorted(self.extra.items())}
        alle = {sleutel: str(getattr(self, sleutel)) for sleutel in SLEUTELS} | eigen
        return {sleutel: waarde for sleutel, waarde in alle.items() if waarde}


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkregel:
    """What a person filled in at an action, signaal or question.

    Attributes:
        soort: actie, signaal or vraag; ``id`` is that of the row.
        velden: the filled columns as ``Resultaat.werk`` holds them; empty when everything was cleared.
        wat: the words of the action, signaal or question then.
    """

    soort: str
    id: str
    velden: dict[str, str]
    wat: str = ""
    ingelezen_op: str = ""
    ingelezen_door: str = ""


Regel = Beoordeling | Werkregel


def from_velden(norm_id: str, velden: Mapping[str, str], **meer: str) -> Beoordeling:
    """Build a beoordeling of filled columns; ``meer`` holds what no column says."""
    vast = {sleutel: velden.get(sleutel, "") for sleutel in SLEUTELS}
    extra = {s.removeprefix(EXTRA): waarde for s, waarde in sorted(velden.items()) if s.startswith(EXTRA) and waarde}
    return Beoordeling(norm_id=norm_id, extra=extra, **vast, **meer)
