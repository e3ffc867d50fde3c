"""Tabelkop: the column heads of a table that holds no rows yet, which show nothing of the practice."""

from __future__ import annotations

import re
from collections.abc import Sequence

TABELKOP = "tabelkop"  # marks such heads
_HEAD_LENGTH, _HEAD_WORDS = 60, 3.5  # characters of a head, and words of the heads on average
_MOST = 2 / 3
_HEAD = re.compile(
    r"\b(nr|nummer|naam|datum|data|start|gestart|begin|einde?|gestopt|wie|wat|wanneer|onderwerp|omschrijving|toelichting|opmerking(en)?|"
    r"functie|rol|taak|taken|opleiding|dienst(verband)?|uren|register|registratie|vog|geldig|instantie|waarvoor|soort|type|code|bron|actie|"
    r"verbeteractie|oorzaak|maatregel|status|eigenaar|streefdatum|termijn|uitkomst|resultaat|ontvangen|klager|afgehandeld|afgesloten|deelnemers?|"
    r"bewijs|certificaat|verwerker|leverancier|doel|gegevens|overeenkomst|stap|besluit|norm|score|onderdeel|document|versie|plaats|locatie|training|cursus|medewerker)\b",
    re.IGNORECASE,
)
_FILLED = re.compile(r"\d|:\s*\S|[☐☑☒]")  # a date, "Status: vast" or a box: no head
_NAMED = re.compile(r"\s[A-Z]")  # as in "Eigenaar Wies"


def are_heads(texts: Sequence[str]) -> bool:
    """Tell whether texts are as short as column heads are."""
    words = sum(len(text.split()) for text in texts)
    return all(len(text) <= _HEAD_LENGTH and text[-1] not in ".!;" for text in texts) and words <= _HEAD_WORDS * len(texts)


def name_heads(texts: Sequence[str], part: float = 1 / 3) -> bool:
    """Tell whether a part of the texts have a word that names a column."""
    return sum(bool(_HEAD.search(text)) for text in texts) >= part * len(texts)


def are_empty_heads(texts: Sequence[str], *, marked: bool) -> bool:
    """Tell whether the only row of a table in a text names its columns; ``marked`` when the document says so.

    Such a row is often filled in, as "Versie 2 | Datum 1 mei | Status vast": in doubt it is no head.
    """
    if len(texts) < 3 or not are_heads(texts) or any(_FILLED.search(text) for text in texts):
        return False
    return marked or (name_heads(texts, _MOST) and not any(_NAMED.search(text) for text in texts))
