"""Geldigheid: evidence that says itself until when it holds, when that day has passed.

A membership that ended or a certificate past its date shows what was, not what is. Only what a sentence or
row itself says is judged; what registers show together is the work of the signalen.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from checker.bewijs.uitspraak import fold_keep_length
from checker.registers.datum import find_datums

_UNTIL = re.compile(r"geldig\b[^.;|]{0,30}\b(tot|t/m)\b|loopt af|liep af|afliep|afloopt|verliep|verlopen op|vervaldatum|einddatum|looptijd tot")
_REACH = 60


@lru_cache(maxsize=20_000)
def expired(sentence: str, peildatum: str) -> str:
    """The words that say that something ended before the peildatum; empty when there are none.

    The date may stand before the cue ("dat op 31 december 2024 afliep") or after it ("geldig tot ...").
    """
    text = fold_keep_length(sentence)
    if not peildatum or not _UNTIL.search(text):
        return ""
    today = date.fromisoformat(peildatum)
    for datum, start, end in find_datums(sentence):
        near = _UNTIL.search(text[max(0, start - _REACH) : min(len(text), end + _REACH // 4)])
        if near and datum.einde < today:
            return f"{near.group()} ({sentence[start:end]})"
    return ""
