"""Ontkenningen: what one text promises or affirms and another says does not happen.

Three shapes, chosen for being sure rather than for finding much: a frequency against "is niet doorgegaan", the same
participle and noun with and without "niet", and something that acts in one text and is absent in another.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.bewijs.uitspraak import by_rules
from checker.resultaat import Signaal
from checker.signalen.getallen import frequency
from checker.taal.lemma import lemmas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.signalen.beeld import Beeld, Regel

_UIT = (
    r"niet (?:meer |weer )?(?:door ?gegaan|gehouden|uitgevoerd|plaatsgevonden|gevoerd|georganiseerd|gebeurd|gelukt)|uitgevallen|overgeslagen|afgezegd"
)
_NIET_GEBEURD = re.compile(rf"\b(?:is|zijn|was|waren|ging|gaat)\b(?P<tussen>[^.;:]{{0,60}}?)\b(?:{_UIT})\b")
_NIET_DEELWOORD = re.compile(r"\bniet (?:meer |langer )?(?P<wat>(?:aan|in|op|af|uit|mee)?(?:ge|be|ver|ont|her)[a-z]{3,}(?:d|t|en))\b")
_GEEN = re.compile(r"\b(?:(?:wij|we|ik|praktijk) (?:hebben|heb|heeft)|(?:hebben|heb|heeft) (?:wij|we|ik)|er (?:is|zijn)) (?:nu |momenteel |op dit moment |nog |meer )?geen (?:eigen )?(?P<wat>[a-z-]{8,})\b")
_HANDELT = r"(?:adviseert|vergadert|komt|bespreekt|overlegt|denkt|geeft|krijgt|kijkt|beoordeelt|behandelt|toetst|houdt|bestaat)"
_WIJ = re.compile(r"\b(wij|we|ik|ons|onze|praktijk)\b")
_ONTKENT = re.compile(r"\b(niet|geen|nooit|niemand)\b")
_MITS = re.compile(r"\b(als|wanneer|indien|mocht|tenzij|mits|zodra|totdat|voordat|hoeft|hoeven)\b")
_BINNEN_IN = re.compile(r"\b(in|tijdens|op|over|na|van|uit)( de| het| een| elke| onze| dit)?( [a-z]+e)? $")
_WOORD = re.compile(r"[a-z][a-z-]{5,}")
_AFSTAND, _WOORDEN = 70, 35  # characters between a subject and how often it happens; words of a sentence that is about one thing
_ALGEMEEN = frozenset(
    "praktijk medewerker medewerkers client clienten ouder ouders jongere jongeren jeugdige jeugdigen kinderen gezinnen hulpverlener hulpverleners "
    "organisatie gesprek gesprekken afspraak afspraken overleg contact bijeenkomst bijeenkomsten document documenten dossier plannen "
    "gemeente verwijzer moeder januari februari augustus september oktober november december werken worden hebben moeten kunnen "
    "onafhankelijke onafhankelijk sommige enkele andere volgende vorige laatste eerste tweede derde maanden kwartaal vanwege wegens".split()
)
_DOE = "Zorg dat het gebeurt, of pas de afspraak aan, en leg vast waarom het anders liep."


def find_ontkenningen(beeld: Beeld) -> Iterator[Signaal]:
    """Pairs of sentences of which the one affirms what the other denies, each pair once."""
    lines = [r for r in beeld.eigen_regels if not r.rij and not r.tekst.rstrip().endswith("?") and len(r.tekst.split()) <= _WOORDEN]
    promises = [r for r in lines if not _ONTKENT.search(r.laag) and not _MITS.search(r.laag)]
    for regel in lines:
        other = _denied(regel, promises)
        if other is not None and by_rules(other.tekst).soort == "bevestigd":
            yield _signaal(other, regel)


def _denied(regel: Regel, promises: list[Regel]) -> Regel | None:
    """The sentence that this one denies, when it denies one."""
    if _MITS.search(regel.laag):
        return None
    event = _NIET_GEBEURD.search(regel.laag)
    if event:
        return _promised(regel, event, promises)
    if by_rules(regel.tekst).soort != "ontkend" or not _WIJ.search(regel.laag):
        return None
    done, absent = _NIET_DEELWOORD.search(regel.laag), _GEEN.search(regel.laag)
    if done:
        return _affirmed(regel, done["wat"], promises)
    return _acting(regel, absent["wat"], promises) if absent else None


def _promised(regel: Regel, event: re.Match[str], promises: list[Regel]) -> Regel | None:
    """The promise of how often the subject of "is niet doorgegaan" happens, first of the same document."""
    near_first = sorted(promises, key=lambda p: p.document is not regel.document)
    for subject in _subjects(regel.laag, event):
        for promise in near_first:
            found = frequency(promise.laag)
            if found and promise is not regel and _near(promise.laag, subject, found[1], found[2]):
                return promise
    return None


def _subjects(text: str, event: re.Match[str]) -> list[str]:
    """The telling words that "is niet doorgegaan" is said of: before it, or between its verbs; not within "in de ..."."""
    spans = ((max(0, event.start() - _AFSTAND), event.start()), event.span("tussen"))
    return [
        _stem(word.group()) for van, tot in spans for word in _WOORD.finditer(text, van, tot)
        if _is_telling(word.group()) and not _BINNEN_IN.search(text[: word.start()])
    ]


def _near(text: str, subject: str, van: int, tot: int) -> bool:
    for word in _WOORD.finditer(text):
        gap = text[word.end() : van] if word.end() <= van else text[tot : word.start()]
        if _stem(word.group()) == subject and len(gap) <= _AFSTAND and not _BINNEN_IN.search(text[: word.start()]):
            return True
    return False


def _affirmed(regel: Regel, done: str, promises: list[Regel]) -> Regel | None:
    """The sentence in another document with the same participle and most of the same telling words, without "niet"."""
    words = _telling(regel.laag) - {_stem(done)}
    for promise in promises:
        if promise.document is regel.document or done not in promise.laag.split() or not _WIJ.search(promise.laag):
            continue
        shared = words & _telling(promise.laag)
        if any(len(word) >= 8 for word in shared) and 2 * len(shared) >= len(words):
            return promise
    return None


def _acting(regel: Regel, what: str, promises: list[Regel]) -> Regel | None:
    """The sentence in another document in which the absent one acts, or that says it is there."""
    if not _is_telling(what):
        return None
    acts = re.compile(
        rf"(^|\b(de|onze|het|een) )(eigen )?{re.escape(what)} {_HANDELT}\b|\b(wij|we) hebben (sinds [^,]{{3,20}} )?een (eigen |actieve )?{re.escape(what)}\b"
    )
    return next((p for p in promises if p.document is not regel.document and acts.search(p.laag)), None)


def _telling(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in _WOORD.findall(text) if _is_telling(word))


def _is_telling(word: str) -> bool:
    return word not in _ALGEMEEN


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    return next(iter(lemmas(word)), word)


def _signaal(promise: Regel, denial: Regel) -> Signaal:
    citaat, plaats = promise.citaat(0, len(promise.tekst))
    citaat2, plaats2 = denial.citaat(0, len(denial.tekst))
    where = "verderop" if promise.document is denial.document else f"in {denial.document.pad}"
    return Signaal(
        soort="tegenstrijdig", ernst="midden", document=promise.document.pad, plaats=plaats, citaat=citaat,
        document2=denial.document.pad, plaats2=plaats2, citaat2=citaat2,
        melding=f'Wat hier staat, gebeurt volgens de praktijk zelf niet: {where} staat "{citaat2[:160]}" {_DOE}',
    )
