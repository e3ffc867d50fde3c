"""Roepnamen: names of children and their families by the word beside them, also a first name alone."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.taal.woorden import fold, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTERS = [chr(code) for code in (*range(0x41, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x1F00))]  # Latin, Greek, Cyrillic
#: A capital of any of these alphabets: "Şeyma" and "Élise" are names as much as "Sanne".
HOOFD = f"[{''.join(letter for letter in _LETTERS if letter.isupper())}]"
_KLEIN = f"[{''.join(letter for letter in _LETTERS if letter.islower())}]"
#: One part of a name with a capital, and what may stand before the last part.
DEEL = rf"{HOOFD}[\w'’-]+"
TUSSEN = r"(?:(?i:van|von|de|den|der|del|da|dos|du|el|al|ten|ter|ibn|bin|ben|la|le|di)|(?:in\s+|op\s+)?['’]t|het)"
_LETTER = rf"(?:(?:Ch|Ph|Th|{HOOFD})\.\s?)"
VOLLE_NAAM = rf"(?:{_LETTER}+|{DEEL}\s+{_LETTER}*)(?:{TUSSEN}\s+)*{DEEL}(?:\s+(?:{TUSSEN}\s+)*{DEEL}){{0,2}}"
_NAAM = rf"(?:{VOLLE_NAAM}|(?:IJ|{HOOFD}){_KLEIN}[\w'’-]*)(?![\w'’-])"
_VERWANT = (
    r"(?:(?:stief|pleeg|groot|schoon)?(?:moeder|vader|ouders?)|mama|papa|(?:half|stief)?(?:broer|zus)(?:je|tje)?s?|opa|oma|oom|tante|"
    r"zoon(?:tje)?|dochter(?:tje)?|(?:pleeg)?kind|gezin|jongen|meisje|cli[eë]nt|jeugdige|deelnemer|bewoner)"
)
#: The word before a name that says whose it is.
ROL = re.compile(rf"^{_VERWANT}\s+", re.IGNORECASE)
_FAMILIE = re.compile(r"(?:van|de|den|der|el|ten|ter)\s+(?:(?:de|den|der)\s+)?\w", re.IGNORECASE)
_HEER = r"(?:(?:mevrouw|meneer|mevr|mw|dhr|de\s+heer|(?:de\s+)?fam(?:ilie)?)\b\.?\s+)"
_VAN = re.compile(rf"\b({_VERWANT}|juf|meester|mentor|leerkracht)\s+van\s+{_HEER}?(?-i:({_NAAM}))(?!\s+(?:afkomst|komaf|herkomst|nationaliteit))", re.IGNORECASE)
_BIJ = re.compile(rf"\b({_VERWANT})\s+{_HEER}?(?-i:({_NAAM}))", re.IGNORECASE)
# "Moeder (Petra Jansen)" and "de moeder, mevrouw Jansen, belde"; after a comma alone another person may follow.
_NAAST = re.compile(rf"\b({_VERWANT})(?:\s*\({_HEER}?(?-i:({VOLLE_NAAM}))(?=\))|,\s+{_HEER}(?-i:({_NAAM}))(?=,))", re.IGNORECASE)
_EEN_VERWANT = re.compile(r"(?:(?:stief|pleeg|groot|schoon)?(?:moeder|vader)|mama|papa|opa|oma|oom|tante)", re.IGNORECASE)
_JAAR = re.compile(rf"\b({_NAAM})(?=\s*\((?:\d|[12]\d)\s?(?:jaar|jr)\b)")
_OUD = re.compile(rf"\b({_NAAM})(?=\s*\(1?\d\))")
_OVER_EEN_KIND = re.compile(rf"\b(?:met|kinderen|jongere|{_VERWANT})\b", re.IGNORECASE)
_VOORZETSEL = re.compile(r"\b(?:met|van|voor|door|en|dat|is|heet)\s+$", re.IGNORECASE)
_ZINSBEGIN = re.compile(r"(?:^|[.!?:;•|]|\n)\W*$")
# Words with a capital that stand where a name might.
_GEEN_NAAM = frozenset(
    "aan al als altijd artikel bij bijlage blad centraal daar daarna dan dat datum de deel deze die dit doel door dus een en er fase groep haar heeft "
    "het hier hij hoe hoofdstuk hun iedere elke ik in indien is je jij kan locatie maar mag met mijn module moet na naam niet niveau nog norm nu of om "
    "omdat ons onze ook op over paragraaf per stap tabel team thema tijdens tot trede tussen u uit uw van versie voor vraag waar waarom wanneer wat "
    "week werd wie wij wil wordt ze zij zijn zonder".split()
)
# First names that are in the word list as well.
_WOORD_EN_NAAM = frozenset(
    "bart bas ben boris daan david fleur floor guus hugo iris isa jan jasmijn jet jill joost joy julia koen kim lars lieve lily lot lotte luna madelief "
    "marijn mark max mees merel mila mohammed noor olaf olivia pim piet rik rob robin roos rosa ruben sam sanne sem sofie sterre storm sven teun tim tom "
    "tygo vera victor willem yara".split()
)


def find_roepnamen(text: str) -> Iterator[tuple[int, int]]:
    """Where a name stands: "de moeder van Noor", "cliënt Noor", "Noor (9 jaar)", and "met Noor (9)" in a text about a child."""
    if not any(char.isupper() for char in text):
        return
    for pattern in (_VAN, _BIJ):
        for match in pattern.finditer(text):
            span = _name(match, 2) if pattern is _VAN or not _FAMILIE.match(match[2]) else match.span(2)  # "gezin Van Dam"
            if span and (match[1][0].islower() or not _is_title(match[1], text[slice(*span)])):
                yield span
    yield from (match.span(2 if match[2] else 3) for match in _NAAST.finditer(text))
    if "(" in text:
        yield from _with_age(text)


def _with_age(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_JAAR, _OUD):
        for match in pattern.finditer(text):
            span = _name(match, 1)
            if span is None:
                continue
            word, before = is_word(text[slice(*span)]), text[: span[0]]
            placed = _VOORZETSEL.search(before)
            if (placed or not word) if pattern is _JAAR else (not word and (placed or _ZINSBEGIN.search(before)) and _OVER_EEN_KIND.search(text)):
                yield span


def _name(match: re.Match[str], group: int) -> tuple[int, int] | None:
    """The name in a match without the words before it that only begin a sentence; None when nothing is left."""
    van, tot = match.span(group)
    words = match[group].split()
    while words and fold(words[0]) in _GEEN_NAAM:
        van = match.string.index(words[1], van + len(words[0])) if len(words) > 1 else tot
        words = words[1:]
    return (van, tot) if words and words[-1][0].isupper() else None


def _is_title(role: str, name: str) -> bool:
    """Whether a role with a capital and what follows are a title ("Cliënt Tevredenheid") and no person."""
    parts = [part for part in name.split() if part[0].isupper()]
    if len(parts) > 1 and _EEN_VERWANT.fullmatch(role):
        return False
    return is_word(name) and all(fold(part) in lexicon() for part in parts)


@cache
def is_word(name: str) -> bool:
    """Whether the first word of a name is an ordinary word, and no first name as well."""
    first = fold(name.split(maxsplit=1)[0])
    return first in lexicon() and first not in _WOORD_EN_NAAM
