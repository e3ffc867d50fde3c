"""Maskeren: personal data of clients found in a text and replaced, in quotes and in every report.

Names of staff stay; what is hidden are BSNs, IBANs, birth dates beside names with that name, and
names, telephone numbers, mail and home addresses of clients.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.registers.datum import find_datums
from checker.signalen.roepnamen import DEEL, HOOFD, ROL, VOLLE_NAAM, find_roepnamen, is_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NEGEN = re.compile(r"(?<![\dA-Za-z-])(?:\d(?:[ .]?\d){7,8}|\d{3}-\d{3}-\d{3}|\d{4}-\d\d-\d{3})(?![ .-]?\d)(?![A-Za-z])")
_BSN_CUE = re.compile(r"\bbsn\b|burgerservicenummer|sofi-?nummer", re.IGNORECASE)
_BSN_GENOEMD = re.compile(r"(?:\bbsn|burgerservicenummer|sofi-?nummer)\D{0,25}?(\d(?:[ .-]?\d){8})", re.IGNORECASE)
_ANDER_CUE = re.compile(
    r"\brsin\b|\bbtw\b|\bkvk\b|kamer van koophandel|\bskj\b|\bbig\b|\bagb\b|register|polis|aansluit|factuur|rekening|"
    r"relatienummer|contractnummer|klantnummer|ordernummer|telefoon|\btel\b|registratie",
    re.IGNORECASE,
)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}\s?[A-Z]{4}(?:\s?\d){10}\b")
_GEBOREN = re.compile(r"\bgeb(?:oren)?\b|\bgeboorte-?(?:datum|dag)\b|\bgebdat", re.IGNORECASE)
# What may not stand between "geboren" and the date: "geboren te Utrecht op" is one story, a new sentence another.
_VERVOLG = re.compile(rf"[\d!?|;]|\.\s+{HOOFD}")
_TUSSENRUIMTE = 30
# A date as it was typed, also one that cannot be (31-02-2011) or that lacks its signs.
_DAG = re.compile(r"\d{1,4}\s?[-/. ]\s?\d{1,2}\s?[-/. ]\s?['’]?(?:\d{4}|\d{1,2})(?!\d)|\d{8}(?!\d)")
_GEEN_MENS = re.compile(r"\b(?:praktijk|organisatie|stichting|idee|plan|team|project) (?:is|werd) $", re.IGNORECASE)
_NAAM = re.compile(rf"(?:{VOLLE_NAAM}|{DEEL})(?=[\s,(:;–-]*(?:is\s+|werd\s+)?$)")
_ROL = r"(?:cli[eë]nt|jeugdige|kind|moeder|vader|ouders?|pleegkind|deelnemer|bewoner|zoon|dochter|gezin)"
# "Naam cliënt: Jan Smit", "Cliënt: Jan" before the end of a cell; what stands in a sentence finds roepnamen.
_CLIENTNAAM = re.compile(
    rf"\b(?:[Nn]aam\s+(?:van\s+)?(?:(?:de|het)\s+)?)?(?i:{_ROL})(?:naam|-naam)?\s?:\s*({VOLLE_NAAM}|{DEEL}(?=\s*(?:[|,;(]|$)))"
)
_GEEN_NAAM = re.compile(
    r"\b(Centraal|Centrum|Gezin\w*|Jeugd\w*|Wet|Wmo|Wlz|Zvw|Pgb|Zorg\w*|Thuis|Praktijk|Stichting|Raad|Kwaliteit|Hulp|Samen|Ouders?|Kind|Cliënt\w*|"
    r"Jeugdige|Onderzoek|Protocol|Plan|Veilig\w*|Ja|Nee|Alle|Geen|De|Het|Een|Is|Zijn|Heeft|Wij|Zie|Nvt|Onbekend|Gemeente|Utrecht|Nederland)\b"
)
#: Column headers over names of clients.
NAAMKOP = re.compile(
    rf"^\s*(?:(?:naam|voornaam|achternaam|roepnaam)\s+(?:van\s+)?(?:(?:de|het)\s+)?{_ROL}|{_ROL}(?:naam|-naam|\s+naam)?|ouder\(?s?\)?\s?(?:/|en|of)\s?verzorger\(?s?\)?|gezagdragers?)\s*$", re.IGNORECASE
)
_EEN = rf"(?:{VOLLE_NAAM}|{DEEL})"
_ALLEEN_NAAM = re.compile(rf"{_EEN}(?:(?:\s+en\s+|\s*[,;/&]\s*){_EEN})*")
_ADRES = re.compile(
    rf"\b(?:{HOOFD}[\w.'-]{{0,30}}\s){{0,3}}[\w'-]{{0,40}}(?:straat|laan|weg|plein|dijk|kade|gracht|hof|pad|singel|steeg|dreef|plantsoen|park|baan|veld|burg|markt)"
    r"\s\d{1,4}(?:\s?[a-zA-Z]|-\d{1,3})?\b(?:,?\s+[1-9]\d{3}\s?[A-Z]{2}\b(?:,?\s+[A-Z][\w'-]+)?)?"
    r"|\b[1-9]\d{3}\s?(?!SA|SD|SS)[A-Z]{2}\b"
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_CIJFERS = r"(?:[\s().-]{0,3}\d)"
#: A telephone number, Dutch or foreign, in every usual way of writing, and no date with a time.
TELEFOON = re.compile(
    r"(?<![\d.-])(?!\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d\b)"
    rf"(?:(?:(?:\+|00)31[\s.-]{{0,2}}(?:\(0\)|0)?|\(?0)[\s.-]?[1-9]{_CIJFERS}{{8}}|\+(?!31)\d{{2}}{_CIJFERS}{{7,11}})(?!\d)"
)
_CLIENT = re.compile(
    r"\b(cli[eë]nt|jeugdige|jongere|moeder|vader|ouder|oma|opa|grootmoeder|grootvader|kind|dochter|zoon|pleeg(moeder|vader|ouders?)|"
    r"gezin|mevrouw|voogd|zijn nummer|haar nummer)\b(?!\s?(telefoon|en jongere))",
    re.IGNORECASE,
)
_ALGEMEEN = re.compile(
    r"veilig thuis|inspectie|meldpunt|jeugdstem|vertrouwenspersoon|praktijk|kantoor|\b(?:wij|we|ons|onze|u)\b|secretariaat|klachtencommissie|"
    r"gemeente|mail(?:en)? (?:naar|ons)|bel(?:len)? (?:naar|ons|met)|ons op|contact op|huisarts|spoed|112|0800|0900|info@|privacy@|contact@",
    re.IGNORECASE,
)
_ZINSEINDE = re.compile(r"(?<!tel)(?<!nr)(?<!\b[A-Z])[.!?]\s")
_DICHTBIJ = 40
_VER = 120
#: What stands in the place of a name.
NAAM = "[naam]"
_KIND = {
    "bsn": "[BSN]", "mogelijk_bsn": "[mogelijk BSN]", "iban": "[IBAN]", "geboortedatum": "[geboortedatum]", "naam": NAAM, "clientnaam": NAAM,
    "mail": "[e-mailadres]", "telefoon": "[telefoonnummer]", "adres": "[adres]",
}
_AFGESCHERMD = re.compile("|".join(re.escape(word) for word in sorted(set(_KIND.values()))))
_LANGST = 120


@dataclass(frozen=True, slots=True, order=True)
class Vondst:
    """Personal data in a text: where, and of which kind."""

    van: int
    tot: int
    soort: str


class Spoor:
    """What else is known to be a name in a text; of itself nothing."""

    def find(self, text: str) -> Iterable[Vondst]:  # noqa: ARG002 - for those who know more
        """The names of clients that are known from elsewhere."""
        return ()

    def keeps(self, name: str) -> bool:  # noqa: ARG002
        """Whether a name is of the staff, and stays."""
        return False


NIETS = Spoor()


@lru_cache(maxsize=20_000)
def mask(text: str, kop: str = "", spoor: Spoor = NIETS) -> str:
    """The text with personal data of clients replaced; ``kop`` is the column header of a cell."""
    return _replace(text, find_known(text, kop, spoor))


@lru_cache(maxsize=20_000)
def mask_within(text: str, context: str, kop: str = "", spoor: Spoor = NIETS) -> str:
    """The text masked by what it says itself and by what stands around it in its context."""
    found = list(find_known(text, kop, spoor))
    start = context.find(text) if text else -1
    if start >= 0:
        found += [
            Vondst(max(v.van - start, 0), min(v.tot - start, len(text)), v.soort)
            for v in find_known(context, "", spoor) if v.van < start + len(text) and v.tot > start
        ]
    return _replace(text, _apart(found))


def _replace(text: str, found: Iterable[Vondst]) -> str:
    out, last = [], 0
    for vondst in found:
        out.append(text[last : vondst.van])
        out.append(_KIND[vondst.soort])
        last = vondst.tot
    return "".join([*out, text[last:]]) if out else text


def _apart(found: Iterable[Vondst]) -> tuple[Vondst, ...]:
    """In order and without overlap; what overlaps is hidden as one, of the kind that begins first."""
    kept: list[Vondst] = []
    for vondst in sorted(found):
        if not kept or vondst.van >= kept[-1].tot:
            kept.append(vondst)
        elif vondst.tot > kept[-1].tot:
            kept[-1] = Vondst(kept[-1].van, vondst.tot, kept[-1].soort)
    return tuple(kept)


def stands_masked(shown: str, text: str) -> bool:
    """Whether a text that was masked stands in another; what was hidden may be anything short."""
    parts = _AFGESCHERMD.split(shown)
    if len(parts) == 1:
        return False
    pattern = f".{{1,{_LANGST}}}?".join(re.escape(part) for part in parts)
    return re.search(pattern, text) is not None


def find_personal(text: str, kop: str = "") -> tuple[Vondst, ...]:
    """All personal data in a text, in order and without overlap; the stricter kind wins."""
    return _apart([*_bsn(text, kop), *_iban(text), *_birth(text, kop), *_names(text, kop), *_contact(text, kop)])


def find_known(text: str, kop: str, spoor: Spoor) -> tuple[Vondst, ...]:
    """The same with the names known from elsewhere, and without those of staff."""
    own = (v for v in find_personal(text, kop) if v.soort != "clientnaam" or not spoor.keeps(text[v.van : v.tot]))
    return _apart([*own, *spoor.find(text)])


def is_bsn(digits: str) -> bool:
    """The eleven-proof of a citizen service number; eight digits lack their leading zero."""
    number = digits.zfill(9)
    if len(number) != 9 or not number.isdigit() or number == "000000000":
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(weight * int(digit) for weight, digit in zip(weights, number, strict=True)) % 11 == 0


def _bsn(text: str, kop: str) -> Iterator[Vondst]:
    if not any(char.isdigit() for char in text):
        return
    yield from _named_bsn(text)
    for match in _NEGEN.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        before = text[max(0, match.start() - _DICHTBIJ) : match.start()]
        near = before + text[match.end() : match.end() + _DICHTBIJ]
        cue = bool(_BSN_CUE.search(near) or _BSN_CUE.search(kop))
        if not is_bsn(digits) or (len(digits) == 8 and not cue):
            continue
        if cue:
            yield Vondst(match.start(), match.end(), "bsn")
        elif not (_ANDER_CUE.search(before) or _ANDER_CUE.search(kop)):
            yield Vondst(match.start(), match.end(), "mogelijk_bsn")


def _named_bsn(text: str) -> Iterator[Vondst]:
    """The number right after the word BSN, whatever comes behind it."""
    for match in _BSN_GENOEMD.finditer(text):
        if is_bsn(re.sub(r"\D", "", match.group(1))):
            yield Vondst(match.start(1), match.end(1), "bsn")


def _iban(text: str) -> Iterator[Vondst]:
    for match in _IBAN.finditer(text):
        plain = re.sub(r"\s", "", match.group())
        moved = plain[4:] + plain[:4]
        if int("".join(str(int(char, 36)) for char in moved)) % 97 == 1:
            yield Vondst(match.start(), match.end(), "iban")


def _birth(text: str, kop: str) -> Iterator[Vondst]:
    cues = [match.span() for match in _GEBOREN.finditer(text)]
    column = bool(kop and _GEBOREN.search(kop))
    if not (cues or column) or not any(char.isdigit() for char in text):
        return
    dates = sorted({(van, tot) for _datum, van, tot in find_datums(text)} | {match.span() for match in _DAG.finditer(text)})
    if column:
        yield from (Vondst(*date, "geboortedatum") for date in dates)
        return
    for begin, end in cues:
        date = next((date for date in dates if date[0] >= end), None)
        if date is None or date[0] > end + _TUSSENRUIMTE or _VERVOLG.search(text[end : date[0]]) or _GEEN_MENS.search(text[:begin]):
            continue
        yield Vondst(*date, "geboortedatum")
        yield from _born(text, begin)


def _born(text: str, end: int) -> Iterator[Vondst]:
    """The name right before "geboren", without the role before it."""
    start = max(0, end - 60)
    name = _NAAM.search(text[start:end])
    if name:
        role = ROL.match(name[0])
        yield from _as_name(text, start + name.start() + (role.end() if role else 0), start + name.end(), "naam")


def _names(text: str, kop: str) -> Iterator[Vondst]:
    """Names of clients: behind a word that says so, or in a column of clients."""
    yield from _full_names(text, kop)
    yield from (vondst for span in find_roepnamen(text) for vondst in _as_name(text, *span, "clientnaam"))


def _as_name(text: str, van: int, tot: int, soort: str) -> Iterator[Vondst]:
    """A name up to a word that is none: "Noor van Jeugdzorg" is Noor; what begins with such a word is no name."""
    other = _GEEN_NAAM.search(text, van, tot)
    if other is None:
        yield Vondst(van, tot, soort)
        return
    words = text[van : other.start()].split()
    while words and not words[-1][0].isupper():
        words.pop()
    if words and not is_word(words[0]):
        yield Vondst(van, text.rindex(words[-1], van, other.start()) + len(words[-1]), soort)


def _full_names(text: str, kop: str) -> Iterator[Vondst]:
    if kop and NAAMKOP.search(kop):
        match = _ALLEEN_NAAM.fullmatch(text.strip())
        if match and not _GEEN_NAAM.search(text):
            yield Vondst(len(text) - len(text.lstrip()), len(text.rstrip()), "clientnaam")
        return
    for match in _CLIENTNAAM.finditer(text):
        yield from _as_name(text, *match.span(1), "clientnaam")


def _contact(text: str, kop: str) -> Iterator[Vondst]:
    """Mail, telephone and home addresses in a sentence about a client, not those of a service."""
    patterns = (("mail", _MAIL), ("telefoon", TELEFOON), ("adres", _ADRES))
    found = sorted(Vondst(*match.span(), soort) for soort, pattern in patterns for match in pattern.finditer(text))
    if not found:
        return
    known = [name.tot for name in _names(text, kop)]  # ends of what is surely about a client
    for vondst in found:
        near = text[max(0, vondst.van - 60) : vondst.van]
        around = near + text[vondst.van : vondst.tot + 20]
        cues = [max(0, vondst.van - 60) + cue.end() for cue in _CLIENT.finditer(near)]
        cues += [end for end in known if 0 <= vondst.van - end <= _VER]
        if cues and not _ALGEMEEN.search(around) and not _ZINSEINDE.search(text[max(cues) : vondst.van]):
            known.append(vondst.tot)
            yield vondst
