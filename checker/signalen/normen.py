"""Normen: which norms of the judged kaders a signaal touches."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from checker.signalen.laden import patronen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.resultaat import Bevinding, Signaal

_HOOGSTENS = 8


class Geraakt:
    """Finds the norms by the evidence that stands at the same place, or by the document they ask for."""

    def __init__(self, bevindingen: Sequence[Bevinding]) -> None:
        """Read the places of all evidence once."""
        self._places: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._missing: dict[str, list[str]] = defaultdict(list)
        for bevinding in bevindingen:
            for bewijs in (*bevinding.bewijs, *bevinding.tegenbewijs):
                self._add(self._places[bewijs.document, bewijs.plaats], bevinding.norm_id)
            for kind in bevinding.ontbrekende_documenten:
                self._add(self._missing[kind], bevinding.norm_id)
        self._names = {entry["naam"]: entry["soort"] for entry in patronen("documentnamen.yaml")["namen"] if entry["soort"]}

    def norm_ids(self, signaal: Signaal) -> tuple[str, ...]:
        """The norms, at most a handful; none when no evidence stands there."""
        found: list[str] = []
        for document, plaats in ((signaal.document, signaal.plaats), (signaal.document2, signaal.plaats2)):
            for norm in self._places.get((document, plaats.split(", cel ")[0]), ()) if document else ():
                self._add(found, norm)
        if signaal.soort == "ontbrekend_document":
            for naam, soort in self._names.items():
                if naam.lower() in signaal.melding.lower():
                    for norm in self._missing.get(soort, ()):
                        self._add(found, norm)
        return tuple(found[:_HOOGSTENS])

    @staticmethod
    def _add(target: list[str], norm: str) -> None:
        if norm not in target:
            target.append(norm)
