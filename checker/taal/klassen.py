"""Classes of tokens: numbers, dates, terms, frequencies and names as pseudo words."""

from __future__ import annotations

import re
from functools import lru_cache

_MONTH = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    "jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec"
)
_NUMBER = r"(?:\d+|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|veertien|twintig|dertig)"
_PERIOD = (
    r"(?:dag(?:en)?|werkdag(?:en)?|week|weken|maand(?:en)?|kwartaal|kwartalen|jaar|jaren|uur|uren|etmaal|halfjaar)"
)
_PATTERNS = (
    ("#datum", rf"\b\d{{1,2}}\s+(?:{_MONTH})\.?(?:\s+'?\d{{2,4}})?\b|\b\d{{1,2}}[-/]\d{{1,2}}[-/]\d{{2,4}}\b"
               rf"|\b\d{{4}}-\d{{2}}-\d{{2}}\b|\b(?:{_MONTH})\s+20\d\d\b"),
    ("#jaar", r"\b(?:19|20)\d\d\b"),
    ("#frequentie", rf"\b(?:(?:half)?jaarlijks|(?:twee)?maandelijks|(?:twee)?wekelijks|dagelijks|(?:elk|elke|ieder|iedere|per|om de|eens per|"
                    rf"(?:een|één|twee|drie|vier|zes|\d+)\s?(?:keer|x|maal)\s(?:per|in de|in het))\s(?:{_NUMBER}\s)?(?:half\s?)?{_PERIOD}"
                    rf"|(?:twee|drie|vier|zes)maal per {_PERIOD}|kwartaal(?:lijks)?|periodiek|geregeld op vaste momenten)\b"),
    ("#termijn", rf"\b(?:binnen|na|uiterlijk|maximaal|hooguit|hoogstens|minimaal|ten minste|gedurende|tot)?\s?{_NUMBER}\s(?:werk)?{_PERIOD}\b"
                 rf"|\b(?:binnen|na)\s(?:een|de)\s{_PERIOD}\b"),
    ("#getal", rf"\b\d+(?:[.,]\d+)?\s?%?|\b(?!een\b){_NUMBER}\b"),
    ("#nummer", r"\b\d{8,}\b|\b\d{2,}[./-]\d{4,}\b"),
    ("#naam", r"(?<=[a-z,:;(] )(?!Veilig Thuis|Centrum Seksueel|Raad van|Sociaal Werk|Jeugd en)(?:[A-Z]\.\s?)*[A-Z][a-zé]{2,}(?:\s(?:van|de|den|der|el|ten|ter|'t))*(?:\s[A-Z][a-zé-]{2,})+"),
)
_COMPILED = tuple(
    (name, re.compile(pattern, 0 if name == "#naam" else re.IGNORECASE)) for name, pattern in _PATTERNS
)


@lru_cache(maxsize=50_000)
def find_klassen(text: str) -> tuple[tuple[str, int], ...]:
    """The classes that occur in a text with the offset where each starts."""
    return tuple((name, match.start()) for name, pattern in _COMPILED for match in pattern.finditer(text))
