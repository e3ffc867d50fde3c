"""Termijn: how often or within how long a demand wants something, and whether a passage says any such thing.

Demands in tenders are often half about time ("samen gemaakt en elke drie maanden geëvalueerd"). A passage that tells the rest and is
silent about time shows part of it. Whether the two times agree is for a person to read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_GETAL = r"(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|\d+)"
_EENHEID = r"(?:werkdag(?:en)?|dagen|week|weken|maand|maanden|kwartaal|halfjaar|half jaar|jaar)"
# How often, and within how long. Days are no rhythm: "het dagelijks leven", "elke dag".
_VAAK = rf"\b(?:elke?|iedere?|per|om de|eens in de) (?:{_GETAL} )?{_EENHEID}\b|\b\w*(?:wekelijks|maandelijks|kwartaals|jaarlijks)e?\b"
_BINNEN = rf"\b(?:binnen|uiterlijk|hooguit|hoogstens|maximaal)(?: \w+)? {_GETAL} (?:uur|dag|{_EENHEID})\b"
_SOORTEN = tuple(re.compile(pattern, re.IGNORECASE) for pattern in (_VAAK, _BINNEN))


def unanswered(eis: str, passages: Iterable[str]) -> str:
    """The words in which a demand asks for a time of which no passage tells anything alike; empty when there are none."""
    texts = tuple(passages)
    for soort in _SOORTEN:
        asked = soort.search(eis)
        if asked and not any(soort.search(text) for text in texts):
            return asked.group()
    return ""
