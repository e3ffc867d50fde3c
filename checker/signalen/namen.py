"""Namen: a client named once with a word that says so is hidden through the whole document and in its path.

Inside its own document every form of a name is followed: the whole name, the first name, the surname. In
other documents only whole names are: a first name alone may be that of a colleague.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.signalen.maskeren import NAAM, Spoor, Vondst, find_personal
from checker.signalen.roepnamen import HOOFD, ROL, VOLLE_NAAM
from checker.taal.woorden import fold, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.dossier.document import Document, Dossier

_TUSSEN = frozenset("van von de den der del da dos du el al ten ter 't ’t het la le di bin ibn ben".split())
_VOORLETTER = re.compile(rf"(?:{HOOFD}\.?|(?:Ch|Ph|Th)\.)+")
_NAAMKOLOM = re.compile(r"(voor- en )?(achter|voor)?naam|medewerker|naam medewerker|collega|professional|stagiaire?|vrijwilliger|zzp'?er")
_WERKKOLOM = re.compile(r"functie|rol\b|\bvog|skj|\bbig\b|dienst|registratie|opleiding|contract|diploma")
_FUNCTIE = (
    r"(?:directeur|directeur-bestuurder|bestuurder|hulpverlener|(?:regie)?behandelaar|begeleider|gezinsbegeleider|medewerker|kwaliteitsmedewerker|auteur|"
    r"opsteller|opgesteld door|vastgesteld door|gedragswetenschapper|aandachtsfunctionaris|notulist|voorzitter|casemanager|casusregisseur|intaker|"
    r"klachtenfunctionaris|vertrouwenspersoon|coach|therapeut|orthopedagoog|psycholoog|jeugdprofessional|jeugd- en gezinsprofessional|"
    r"functionaris gegevensbescherming|actiehouder|eigenaar|verantwoordelijke?|aanwezig|wie)"
)
_TAAK = re.compile(r"\b(?:actiehouder|eigenaar|verantwoordelijke?|aanwezig|wie)\b", re.IGNORECASE)
_FUNCTIEKOLOM = re.compile(rf"{_FUNCTIE}n?", re.IGNORECASE)
_IN_FUNCTIE = re.compile(rf"\b(?i:{_FUNCTIE})(?:\s+is)?\s*:?\s+(?:mevrouw\s+|de heer\s+)?({VOLLE_NAAM})|({VOLLE_NAAM}),?\s+\(?(?i:{_FUNCTIE})\b")
_SAMEN = re.compile(r"\s+en\s+|\s*[,;/&]\s*")
_MENTOR = re.compile(r"\b(?:mentor|juf|meester|leerkracht)\s+van\s+$", re.IGNORECASE)
_ZINSBEGIN = re.compile(r"(?:^|[.!?:;•|]|\n)\W*$")
_VOORNAAMWOORD = re.compile(r"\s(?:je|jij|jullie|u|ik|we|wij|men|er|het|ze|zij)\b")
_AANSPREEK = re.compile(r"\b(?:mevrouw|meneer|mevr?\.?|mw\.?|dhr\.?|heer|familie|fam\.?|gezin)\s+$", re.IGNORECASE)
_INSTELLING = re.compile(r"\b(?:praktijk|stichting|organisatie|zorgaanbieder|school|locatie|groep|huize|kamer|bv|vof)\s+(?:de\s+|het\s+|'t\s+)?$", re.IGNORECASE)
_LIDWOORD = re.compile(r"\b(?:de|het|een)\s+$", re.IGNORECASE)
_WIT, _STREEP = r"\s+", r"[\s_.-]+"
_EINDE = r"(?=(?:['’]?s)?(?![\wÀ-ÿ]))"


@dataclass(frozen=True, slots=True)
class Naam:
    """A name in its parts: "Fleur", "van", "Dijkhuizen"; what is not known is empty."""

    voor: str
    tussen: str
    achter: str

    @property
    def heel(self) -> str:
        """The name as it is written in full; empty when a part is missing."""
        return " ".join(filter(None, (self.voor, self.tussen, self.achter))) if self.voor and self.achter else ""


def split_name(text: str) -> Naam:
    """Tell first names, tussenvoegsel and surname apart; initials are no first name."""
    words = text.split()
    at = next((i for i, word in enumerate(words) if fold(word) in _TUSSEN), len(words) - 1 if len(words) > 1 else len(words))
    end = at
    while end < len(words) - 1 and fold(words[end]) in _TUSSEN:
        end += 1
    voor = " ".join(word for word in words[:at] if not _VOORLETTER.fullmatch(word))
    return Naam(voor, " ".join(words[at:end]), " ".join(words[end:]))


class Bekend(Spoor):
    """The names of clients that are known for a text, and those of staff that stay."""

    def __init__(self, own: frozenset[Naam], whole: frozenset[str], staff: frozenset[str]) -> None:
        """``own`` are followed in every form, ``whole`` only as whole names."""
        self._own, self._staff = own, staff
        self._core = {naam.achter for naam in own if naam.achter and fold(naam.achter) in lexicon()}
        forms = [(f"(?i:{_loose(name, _WIT)})", "heel") for name in sorted(whole | {naam.heel for naam in own if naam.heel})]
        forms += [form for naam in sorted(own, key=lambda n: (n.heel, n.voor, n.achter)) for form in _forms(naam)]
        groups: dict[str, list[str]] = {"eigen": [_loose(name, _WIT) for name in sorted(staff)]}
        for pattern, kind in forms:
            groups.setdefault(kind, []).append(pattern)
        parts = [f"(?P<{kind}>{'|'.join(sorted(set(patterns), key=lambda p: (-len(p), p)))})" for kind, patterns in groups.items() if patterns]
        self._pattern = re.compile(rf"(?<![\wÀ-ÿ])(?:{'|'.join(parts)}){_EINDE}") if forms else None

    def find(self, text: str) -> Iterator[Vondst]:
        """Every form of a known name; an ordinary word that only looks like one stays."""
        if self._pattern is None:
            return
        for match in self._pattern.finditer(text):
            if match.lastgroup != "eigen" and self._is_name(match, text):
                yield Vondst(*match.span(), "clientnaam")

    def keeps(self, name: str) -> bool:
        """Whether this is the whole name of somebody of the staff."""
        return " ".join(name.split()) in self._staff

    def in_path(self, part: str) -> str:
        """A folder or file name without the names, in capitals or not, whatever stands between their words."""
        for naam in sorted(self._own, key=lambda n: -len(n.heel + n.voor)):
            for name in (naam.heel, f"{naam.tussen} {naam.achter}" if naam.tussen else "", naam.voor):
                if len(name) > 2:
                    initials = rf"(?:[\s_.-]*(?-i:{_initials(naam)}))?" if name == naam.voor and naam.achter else ""
                    part = re.sub(rf"(?i)(?<![^\W\d_]){_loose(name, _STREEP)}{initials}(?=s?(?:[\W\d_]|$))", NAAM, part)
        return part

    def _is_name(self, match: re.Match[str], text: str) -> bool:
        before, found = text[: match.start()], match.group()
        if match.lastgroup != "heel" and _INSTELLING.search(before):  # "praktijk De Linde"
            return False
        if match.lastgroup in ("voor", "achter") and fold(found) in lexicon() and _LIDWOORD.search(before):  # "De Linde"
            return False
        if match.lastgroup == "familie":  # "in de zomer" is not the family De Zomer
            return not (found.islower() and fold(found.split()[-1]) in lexicon())
        if match.lastgroup == "voor" and fold(found) in lexicon():  # "Wil je klagen?" is not the boy Wil
            return not (_ZINSBEGIN.search(before) and _VOORNAAMWOORD.match(text, match.end()))
        if match.lastgroup == "achter" and found in self._core:
            placed = any(naam.tussen for naam in self._own if naam.achter == found)  # "van Hoorn": the town is not the family
            return bool(_AANSPREEK.search(before)) or not (placed or _ZINSBEGIN.search(before))
        return True


def _loose(name: str, between: str) -> str:
    return between.join(re.sub("['’]", "['’]", re.escape(word)) for word in name.split())


def _initials(naam: Naam) -> str:
    letters = [*(word[0] for word in naam.tussen.split()), naam.achter[0]]
    return r"\.?\s?".join(re.escape(letter) for letter in letters) + r"\b\.?"


def _forms(naam: Naam) -> Iterator[tuple[str, str]]:
    if naam.voor:
        initials = rf"(?:\s{_initials(naam)})?" if naam.achter else ""
        for first in dict.fromkeys((naam.voor, naam.voor.upper(), naam.voor.split()[0])):
            yield f"{_loose(first, _WIT)}{initials}", "voor"
    if naam.tussen:
        yield rf"(?i:{_loose(f'{naam.tussen} {naam.achter}', _WIT)})(?:-{HOOFD}[\w'’-]+)?", "familie"
    if naam.heel:  # "R. Bloem" and "Bloem, Roos"
        tussen, achter = (_loose(part, _WIT) for part in (naam.tussen, naam.achter))
        between = rf"(?i:{tussen})\s+" if tussen else ""
        yield rf"{re.escape(naam.voor[0])}\.\s?(?:{HOOFD}\.\s?)*{between}{achter}", "initialen"
        yield rf"{achter},\s*(?:{tussen},?\s+)?{_loose(naam.voor, _WIT)}(?:\s+{tussen})?", "initialen"
    if len(naam.achter) > 2:
        yield _loose(naam.achter, _WIT), "achter"


@dataclass(frozen=True, slots=True)
class Namen:
    """The names of clients by document, and of the staff of the whole dossier."""

    per_document: dict[str, frozenset[Naam]] = field(default_factory=dict)
    staff: frozenset[str] = frozenset()
    _known: dict[frozenset[str], Bekend] = field(default_factory=dict)

    def of(self, *paden: str) -> Bekend:
        """What is known for a text that comes from these documents."""
        key = frozenset(pad for pad in paden if pad in self.per_document)
        if key not in self._known:
            own = frozenset(naam for pad in key for naam in self.per_document[pad])
            whole = frozenset(naam.heel for namen in self.per_document.values() for naam in namen if naam.heel)
            self._known[key] = Bekend(own, whole, self.staff)
        return self._known[key]

    def about(self, text: str, *paden: str) -> Bekend:
        """The same for a text about documents, also those it names."""
        return self.of(*paden, *(pad for pad in self.per_document if pad in text))

    def paths(self, paden: Iterable[str]) -> dict[str, str]:
        """The paths that change when names are hidden in them; no two documents get the same one."""
        alle = list(paden)
        taken, changed = set(alle), {}
        for pad in alle:
            hidden = self._hide(pad)
            if hidden != pad:
                stem, dot, suffix = hidden.rpartition(".") if "." in hidden.rpartition("/")[2] else (hidden, "", "")
                number = 1
                while hidden in taken:
                    number += 1
                    hidden = f"{stem} ({number}){dot}{suffix}"
                taken.add(hidden)
                changed[pad] = hidden
        return changed

    def _hide(self, pad: str) -> str:
        """Every folder, archive and file by the names in what it holds, and in what holds it."""
        parts = pad.split("/")
        prefixes = ["/".join(parts[: nr + 1]) for nr in range(len(parts))]
        found = []
        for nr, part in enumerate(parts):
            inside = [other for other in self.per_document if f"{other}/".startswith(f"{prefixes[nr]}/")]
            found.append(self.of(*inside, *prefixes[:nr]).in_path(part) if self.per_document else part)
        return "/".join(found)


def find_namen(dossier: Dossier) -> Namen:
    """The names of clients behind a word that says so, in every document."""
    cued = {document.pad: list(_cued(document)) for document in dossier.documenten}
    named = frozenset(split_name(name).heel for found in cued.values() for name, _mentor in found)
    staff = frozenset(name for document in dossier.documenten for name, sure in _staff(document) if sure or split_name(name).heel not in named)
    first = frozenset(name.split()[0] for name in staff)
    clients = {
        # The mentor of somebody may be that of a new colleague.
        pad: frozenset(split_name(name) for name, mentor in found if name not in staff and not (mentor and name in first))
        for pad, found in cued.items()
    }
    return Namen({pad: namen for pad, namen in clients.items() if namen}, staff)


def _cued(document: Document) -> Iterator[tuple[str, bool]]:
    """Names behind a word that says that it is a client's, and whether that word is of a mentor."""
    for text, kop in _units(document):
        for vondst in find_personal(text, kop):
            if vondst.soort not in ("clientnaam", "naam"):
                continue
            for name in _SAMEN.split(text[vondst.van : vondst.tot]):
                name = ROL.sub("", name)  # noqa: PLW2901 - "zoon Daan" is Daan
                if name:
                    yield name, bool(_MENTOR.search(text[: vondst.van]))


def _units(document: Document) -> Iterator[tuple[str, str]]:
    yield document.titel, ""
    for passage in document.passages:
        if passage.cellen:
            yield from ((value, kop) for kop, value, _ref in passage.cellen)
        else:
            yield passage.tekst, ""
        if passage.inleiding:
            yield passage.inleiding, ""


def _staff(document: Document) -> Iterator[tuple[str, bool]]:
    """Whole names of staff: in a register, in a column of a function, beside a function in a sentence.

    And whether that is sure: who has a task or is present may be the client as well.
    """
    for passage in document.passages:
        koppen = [fold(kop) for kop, _value, _ref in passage.cellen]
        register = any(_WERKKOLOM.search(kop) for kop in koppen)
        for (kop, value, _ref), folded in zip(passage.cellen, koppen, strict=True):
            if (register and _NAAMKOLOM.fullmatch(folded.strip())) or _FUNCTIEKOLOM.fullmatch(kop.strip()):
                sure = not _TAAK.search(kop)
                yield from ((" ".join(name.split()), sure) for name in _SAMEN.split(value) if re.fullmatch(VOLLE_NAAM, name.strip()))
        texts = [value for _kop, value, _ref in passage.cellen] or [passage.tekst]
        yield from ((" ".join((match[1] or match[2]).split()), not _TAAK.search(match[0])) for text in texts for match in _IN_FUNCTIE.finditer(text))
