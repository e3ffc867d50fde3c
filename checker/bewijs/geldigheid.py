"""Geldigheid: evidence that says itself until when, or from when, it holds.

A membership that ended or a certificate past its date shows what was, not what is; "vanaf 2028" shows what is to come.
Only what a sentence or row itself says is judged; what registers show together is the work of the signalen. The words
are data (``checker/taal/geldigheid.yaml``).
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker.bewijs.uitspraak import Uitspraak, cue_groups, find_cue, fold_keep_length
from checker.registers.datum import find_datums, parse_datum

if TYPE_CHECKING:
    from collections.abc import Iterator

_REACH = 60
_TO = re.compile(r"\b(tot|t/m)\b")
_END = re.compile(r"\b(tot( en met)?|t/m)( einde?)?\s*$")
# "Tot 2024 evalueerden wij": over. "Van januari tot en met december ontvingen wij" tells of a period.
_OPENS = re.compile(r"^\W*tot( en met)?( einde?)?\s*$")
# Only what a sentence opens with is about all of it, not a next appointment named at its end.
_OPENING = 60
_YEAR = re.compile(r"(?<![\d/.-])20\d\d(?![\d/.-]\d|\d)")


@cache
def _before(group: str, between: str) -> re.Pattern[str]:
    """The cues of a group where no more than ``between`` stands behind them, at the end of a text."""
    return re.compile(f"(?:{cue_groups()[group].pattern}){between}$")


@lru_cache(maxsize=20_000)
def expired(sentence: str, peildatum: str) -> str:
    """The words that say that something ended before the peildatum; empty when there are none.

    The date may stand before the cue ("dat op 31 december 2024 afliep") or after it ("geldig tot ...").
    """
    text = fold_keep_length(sentence)
    if not peildatum or not (find_cue("loopt_af", text) or _TO.search(text)):
        return ""
    today = date.fromisoformat(peildatum)
    days = list(_days(sentence, text))
    if any(end_day >= today and _awaits_end(text[:start]) for end_day, start, _end in days):
        return ""
    for end_day, start, end in days:
        last = _awaits_end(text[:start])
        near = cue_groups()["loopt_af"].search(text[max(0, start - _REACH * (2 if last else 1)) : min(len(text), end + _REACH // 4)])
        if near and end_day < today and (last or not find_cue("einde_volgt", near.group())):
            return f"{near.group()} ({sentence[start:end]})"
        until = _END.search(text[:start])
        if until and end_day < today and _is_over(text[:start]):
            return f"{until.group().strip()} {sentence[start:end]}"
    return ""


@lru_cache(maxsize=20_000)
def begins_later(sentence: str, peildatum: str) -> str:
    """The words that say that something begins after the peildatum; empty when there are none."""
    text = fold_keep_length(sentence)
    if not peildatum or not find_cue("begin_volgt", text):
        return ""
    today = date.fromisoformat(peildatum)
    days = [(datum.begin, start, end) for datum, start, end in find_datums(sentence)]
    days += [(date(int(year.group()), 1, 1), year.start(), year.end()) for year in _YEAR.finditer(text)]
    for day, start, end in days:
        since = _before("begin_volgt", r"( begin)?\s*").search(text[:start])
        if since and since.start() < _OPENING and day > today:
            return f"{since.group().strip()} {sentence[start:end]}"
    return ""


def _awaits_end(text: str) -> bool:
    """Whether the day behind a text is the one that "geldig van ... tot" or "eindigt op" speaks of, not the one it began on."""
    return bool(_before("einde_volgt", r"[^.;|\d]{0,20}").search(text))


def _is_over(text: str) -> bool:
    """Whether the end named behind a text, when it is past, ends what the sentence tells of: "Tot ...", "liep tot en met ..."."""
    return bool(_OPENS.search(text) or _before("gold", r"[^.;]{0,60}").search(text))


def outside(sentence: str, peildatum: str) -> Uitspraak | None:
    """What makes a sentence speak of another time than the peildatum: of what is over, or of what is to come."""
    past, later = expired(sentence, peildatum), begins_later(sentence, peildatum)
    if past:
        return Uitspraak("historisch", past)
    return Uitspraak("voornemen", later) if later else None


def lies_ahead(cell: str, peildatum: str) -> bool:
    """Whether a cell is a date, quarter or year after the peildatum."""
    found = parse_datum(cell) if peildatum else None
    return found is not None and found.begin > date.fromisoformat(peildatum)


def _days(sentence: str, text: str) -> Iterator[tuple[date, int, int]]:
    """Every date with its last day, and every bare year with its last day: "tot 2023" may still mean all of 2023."""
    seen: list[tuple[int, int]] = []
    for datum, start, end in find_datums(sentence):
        seen.append((start, end))
        yield datum.einde, start, end
    for year in _YEAR.finditer(text):
        if not any(start <= year.start() < end for start, end in seen):
            yield date(int(year.group()), 12, 31), year.start(), year.end()
