"""Wegval: which functions, bodies and contracts the dossier itself says are gone.

"Onze aandachtsfunctionaris is vertrokken" holds too few words to resemble any onderdeel, but it takes back every passage
that leans on that function. So what is gone is looked up by the word itself, across all documents.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.bewijs.uitspraak import cue_groups, find_cue, fold_keep_length, main_clauses

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.index import Zin

# Whom a contract is with, as it is written: "het contract met Quasir", "aangesloten bij De Horizon".
_NAME = re.compile(r"\b(?:bij|met|van)\s+((?:(?:[Dd]e|[Hh]et) )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)*)")
_AND = re.compile(r"\b[Ee]n\b")
_BESIDE = re.compile(r"\b(?:die|wie|dat|waar\w*|omdat|(?<!gestopt )(?<!opgehouden )als|wanneer|zodra|nadat|indien)\b")
_ARTICLE = re.compile(r"^(?:de|het) ")


def find_gone(sentence: str, after: str = "") -> tuple[frozenset[str], str]:
    """The functions, bodies and partners (folded) that a sentence says are gone, and the words that say so.

    ``after`` is the sentence behind it: who is followed up is not gone.
    """
    if find_cue("opgevolgd", fold_keep_length(f"{sentence} {after}")):
        return frozenset(), ""
    parts = [part for a, b in main_clauses(sentence) for part in _AND.split(_BESIDE.split(sentence[a:b])[0])]
    for part in parts:
        text = fold_keep_length(part)
        cue = find_cue("weggevallen", text)
        if cue:
            own = _functions([text]) or _partners(part, text)
            return frozenset(own or (_functions(map(fold_keep_length, parts)) if find_cue("open_plek", text) else ())), cue
        lacking = frozenset(match.group(1) for match in cue_groups()["geen_functie"].finditer(text))
        if lacking:
            return lacking, text.strip()
    return frozenset(), ""


def leans_on(quote: str, gone: Iterable[str]) -> bool:
    """Whether a quote names something that is gone, and does not itself tell who came after."""
    text = fold_keep_length(quote)
    named = any(re.search(rf"\b{re.escape(word)}\b", text) for word in gone)
    return named and not find_cue("opgevolgd", text)


def gone_in(zinnen: Iterable[Zin]) -> dict[int, tuple[frozenset[str], str]]:
    """Per sentence (by its id) what it says is gone, and the words that say so; only the sentences that do."""
    rows = list(zinnen)
    found = {}
    for number, unit in enumerate(rows):
        follower = rows[number + 1] if number + 1 < len(rows) else None
        beside = follower is not None and (follower.document, follower.passage) == (unit.document, unit.passage)
        gone, cue = find_gone(unit.tekst, follower.tekst if follower and beside else "")
        if gone:
            found[unit.id] = (gone, cue)
    return found


def _functions(texts: Iterable[str]) -> set[str]:
    return {match.group() for text in texts for match in cue_groups()["functie"].finditer(text)}


def _partners(part: str, text: str) -> set[str]:
    """With whom a contract or membership ended."""
    if not find_cue("verbintenis", text):
        return set()
    return {_ARTICLE.sub("", fold_keep_length(match.group(1))) for match in _NAME.finditer(part)}
