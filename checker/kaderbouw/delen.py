"""Delen: a demand cut into what can be checked one by one.

"Heeft een klachtenregeling en is aangesloten bij een commissie" is two demands: who shows the first only has half. Cut is only what is
surely two things; where it is not sure the demand stays whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.taal.lemma import lemmas
from checker.taal.woorden import fold
from checker.taal.zinnen import split_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_MAX_DELEN, _MIN_WORDS = 8, 3
_STUK = r"\b(?:(?:een|de|het|zijn|haar|hun|\w+e) ){0,2}[\w-]*\w"  # a noun, with an article or adjective before it
_REEKS = re.compile(rf"(?P<items>{_STUK}(?:, {_STUK})+,? en (?:ook )?{_STUK})(?P<rest>.*)$")
_PAAR = re.compile(rf"(?P<een>{_STUK}) en (?:ook )?(?P<twee>{_STUK})(?P<rest>.*)$")
_BIJZIN = re.compile(r"^(?:die|dat|wie|wat|waar\w*|zodat|omdat|indien|als|of|tot)\b", re.IGNORECASE)
_PERSOON = frozenset("is zijn heeft hebben wordt worden kan kunnen moet moeten dient dienen zal zullen".split())
# A plural looks like an infinitive and like many nouns; these are what demands begin with.
_MEERVOUD = frozenset("beschikken hanteren werken voldoen volgen voeren bieden leveren maken houden zorgen dragen krijgen ontvangen".split())
_NA_ZIJN = re.compile(r"(?:aan|in|op|be|ver|ont)?ge\w+[dtn]$|(?:be|ver|ont)\w+d$|(?:in|bij|op|lid|aantoonbaar|bevoegd|bekwaam)$")
_TERUG = re.compile(r"\b(?:dit|deze|dat|die|ze|hem|hier\w*|daar\w*)\b")
_GEEN_PERSOON = frozenset("niet met uit tot dat wat het dit met cliënt client".split())


def cut(text: str, own: Callable[[str], frozenset[str]]) -> list[str]:
    """The parts of a demand, each a sentence that can be read alone; the demand itself when it is one thing.

    ``own`` gives the begrippen that a text is about: two nouns are two things only when each has one that the other has not.
    """
    found = [part for a, b in split_sentences(text) for clause in _puntlijst(text[a:b]) for part in _clauses(clause)]
    parts = [part for whole in found for part in _nouns(whole, own)]
    kept = [part for part in parts if len(part.split()) >= _MIN_WORDS]
    # What does not fit stands together in the last part: nothing of a demand is lost.
    return [*kept[: _MAX_DELEN - 1], " ".join(kept[_MAX_DELEN - 1 :])] if len(kept) > _MAX_DELEN else kept or [text]


def _puntlijst(text: str) -> list[str]:
    """A list with semicolons, each item behind what stands before the colon."""
    head, colon, items = text.rpartition(": ") if text.count(":") == 1 else ("", "", text)
    parts = [part.strip(" -•.") for part in items.split(";")]
    parts = [re.sub(r"^en ", "", part) for part in parts if part]
    return [f"{head} {part}".strip() if colon else part for part in parts] if len(parts) > 1 else [text]


def _clauses(text: str) -> list[str]:
    """Two clauses with one subject: "heeft een regeling en is aangesloten bij een commissie"."""
    words = text.split()
    first = _first_verb(words)
    if first is None:
        return [text]
    for place in range(first + 2, len(words) - 2):
        # A verb right before "en" shares its object with the next ("registreert en bespreekt incidenten"), and what is
        # said of "dit" cannot be checked without it.
        if words[place] == "en" and _begins(words[place + 1 : place + 3]) and not _is_verb(words[place - 1]) and not _TERUG.search(" ".join(words[place:])):
            left, right = " ".join(words[:place]).rstrip(","), " ".join([*words[:first], *words[place + 1 :]])
            return [left, *_clauses(right)]
    return [text]


def _first_verb(words: Sequence[str]) -> int | None:
    return next((place for place, word in enumerate(words) if _is_verb(word) or word in _MEERVOUD), None)


def _begins(words: Sequence[str]) -> bool:
    """Whether a second clause begins here; "zijn" is a verb only before what can follow it ("zijn geregistreerd", not "zijn ouders")."""
    return _is_verb(words[0]) and (words[0] != "zijn" or bool(_NA_ZIJN.match(words[1])))


def _is_verb(word: str) -> bool:
    """Whether a word is a verb of a third person."""
    word = fold(word.strip(",.;"))
    if word in _PERSOON:
        return True
    return word.endswith("t") and word not in _GEEN_PERSOON and len(word) > 3 and any(form.endswith("en") and form != word for form in lemmas(word)[1:2])


def _nouns(text: str, own: Callable[[str], frozenset[str]]) -> list[str]:
    """Several things that are asked in one breath: "rapporteert wachttijd, uitval en tevredenheid"."""
    words = text.split()
    verb = _first_verb(words)
    if verb is None:
        return [text]
    before, after = " ".join(words[: verb + 1]), " ".join(words[verb + 1 :])
    return _series(before, after) or _pair(before, after, own) or [text]


def _series(before: str, after: str) -> list[str]:
    found = _REEKS.search(after)
    if found is None or _BIJZIN.match(found["rest"].strip()):
        return []
    items = re.split(r",? en (?:ook )?|, ", found["items"])
    head = f"{before} {after[: found.start()]}".strip()
    return [f"{head} {item}{found['rest']}" for item in items] if not any(_BIJZIN.match(item) or _is_verb(item) for item in items) else []


def _pair(before: str, after: str, own: Callable[[str], frozenset[str]]) -> list[str]:
    for found in re.finditer(r"\ben\b", after):
        match = _PAAR.fullmatch(after, _start(after, found.start()))
        if match is None or _BIJZIN.match(match["twee"]) or re.search(r"\b(?:tussen|zowel)\b", after[: found.start()]):
            continue
        one, two = own(match["een"]), own(match["twee"])
        if one - two and two - one:
            head = f"{before} {after[: match.start()]}".strip()
            return [f"{head} {match['een']}{match['rest']}", f"{head} {match['twee']}{match['rest']}"]
    return []


def _start(text: str, en: int) -> int:
    """Where the noun before "en" begins, with the article or adjective before it."""
    match = re.search(rf"{_STUK} $", text[:en])
    return match.start() if match else en
