"""Andere organisatie: which documents and sentences speak for another organisation than the practice.

A protocol of another provider, a programma van eisen of the municipality or a sentence that quotes the rules
of the neighbours says nothing about the practice itself, however well it fits a norm.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from checker.bewijs.uitspraak import fold_keep_length
from checker.dossier.document import Toestand
from checker.dossier.passage import Soort
from checker.taal.woorden import fold
from checker.taal.zinnen import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.bewijs.documentsoort import Documentsoort
    from checker.dossier.document import Document, Dossier

_SOORTNAAM = (
    r"(?:(?:[Jj]eugd|[Gg]ezins|[Kk]inder|[Zz]org|[Tt]herapie|[Bb]ehandel|[Oo]rtho)?[Pp]raktijk|Stichting|Zorggroep|Zorgbureau|Zorgbedrijf|"
    r"Jeugdhulp|Jeugdzorg|Gezinshuis|Zorgboerderij|Coöperatie|Zorginstelling|Jeugdbureau|Expertisecentrum)"
)
_EIGENNAAM = r"(?:(?:De|Het|Den|'t|In|Op) )?[A-Z][\w'-]+(?: (?:en |van |de |& )?[A-Z][\w'-]+){0,3}"
_ORG = re.compile(rf"\b({_SOORTNAAM}) ({_EIGENNAAM})")
_DOET = re.compile(
    r"^(?: B\.?V\.?)?,? (?:bewaart|biedt|werkt|hanteert|heeft|beschikt|streeft|registreert|meldt|zorgt|stelt|verwerkt|houdt|evalueert|"
    r"vraagt|vindt|levert|voert|is een|staat|kent|gebruikt|onderschrijft|behandelt|verleent|garandeert|maakt|volgt|wil|ziet)\b"
)
_EIGENDOM = (
    r"(?:klachtenfunctionaris|medewerkers?|cli[eë]nten|bestuur(?:der)?|directie|directeur|cli[eë]ntenraad|beleid|team|behandelaar|"
    r"behandelaren|hulpverleners?|dossier|missie|visie|handboek|protocol|meldcode|klachtenregeling|vrijwilligers|aandachtsfunctionaris|"
    r"privacyreglement|gedragscode|kwaliteitsfunctionaris|raad van toezicht)"
)
_STIL = re.compile(
    r"samenwerk|partner|gemeente|school|wijkteam|commissie|register|jeugdstem|beroepsvereniging|verwijz|keten|convenant|overeenkomst|"
    r"opdrachtnemer|leverancier|verhuur|collega-|audit|certifi|klachtenportaal|geschillen|ondergetekende|werkte|opleiding|diploma|"
    r"onderaannemer|uitleg|bron|voorbeeld van|auteur|ontleend"
)
_STOP = frozenset((
    "praktijk", "jeugdpraktijk", "stichting", "jeugdhulp", "jeugdzorg", "zorggroep", "de", "het", "bv", "en", "van", "voor", "zorg", "systeemtherapie",
))
# Papers and mails of more than one party name others all the time.
_GEDEELD = frozenset(("overeenkomst", "samenwerkingsafspraken", "notulen", "certificaat"))
_MAILS = frozenset(("eml", "msg"))
_KOPPEN, _KORT = 6, 60  # passages in which a document says whose it is, and characters of a line that is no sentence
_EISEN = re.compile(
    r"^(\d+ )?(concept |definitief )?(bijlage \w+ )?(programma van eisen|pve|bestek|aanbestedings(document|leidraad)|inkoopdocument|toetsingskader|normenkader|"
    r"jeugdwet|wet |wmo 2015|besluit jeugdwet|uitvoeringsbesluit|verordening|nadere regels)\b"
)
_ANTWOORD = re.compile(r"\b(reactie|antwoord|inschrijving|plan van aanpak|uitwerking|invulling|zelf(evaluatie|toets|scan)|toelichting op|gap|onze|ons|hoe wij)\b")
_EISEND = re.compile(r"\b(opdrachtnemer|(jeugdhulp|zorg)?aanbieders?|inschrijver|gecontracteerde|opdrachtgever|artikel \d|het college|toetst de inspectie|de inspectie)\b")
_WIJ = re.compile(r"\b(wij|we|ons|onze|ik|mijn)\b")
_STUK = r"(?:handboek|protocol|beleid(?:splan)?|klachtenregeling|klachtenreglement|privacyreglement|gedragscode|meldcode|reglement|werkwijze|website|jaarverslag|statuut|huisregels)"
_UIT_STUK = re.compile(rf"^\W*(?:[Ii]n|[Vv]olgens|[Uu]it|[Oo]p) (?:het|de) (?:\w+ )?{_STUK} (?:van|bij) (?:de |het )?({_SOORTNAAM} {_EIGENNAAM})")
_BUREN = re.compile(
    r"^\W*(?:(?:bij|in|binnen|van) )?(?:onze|een|de|mijn) (?:vorige werkgever|(?:buur|zuster|collega)-?(?:praktijk|organisatie|instelling|aanbieder)|"
    r"andere (?:praktijk|organisatie|instelling|aanbieder)|(?:rechts)?voorganger)\b"
)


class Zin(NamedTuple):
    """A sentence: as written, folded at the same length, and whether it is a running header."""

    tekst: str
    laag: str
    kopregel: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Vreemd:
    """What in one document speaks for another.

    Attributes:
        naam: whose words they are, as the document writes it; "een ander" when it gives no name.
        geheel: the whole document is someone else's.
        zinnen: the sentences that are, as (nr of the passage, start, end) in the text of the passage.
    """

    naam: str
    geheel: bool
    zinnen: tuple[tuple[int, int, int], ...] = ()

    def covers(self, passage: int, van: int, tot: int) -> bool:
        """Whether this part of a passage is someone else's."""
        return self.geheel or any(nr == passage and van < b and a < tot for nr, a, b in self.zinnen)


def find_vreemd(dossier: Dossier, praktijk: str, soorten: Sequence[Documentsoort]) -> dict[str, Vreemd]:
    """What in a dossier speaks for another than ``praktijk``, by the path of the document; only what is certain.

    Args:
        dossier: the documents.
        praktijk: the name of the practice; when it is empty, only what more than half of the documents carry is its name,
            and without such a name no other name is foreign.
        soorten: the kind of every document, in order.
    """
    read = [(d, s.naam) for d, s in zip(dossier.documenten, soorten, strict=True) if d.toestand in (Toestand.GELEZEN, Toestand.DEELS)]
    own = own_words(praktijk, ()) or (frozenset() if praktijk else _carried([d for d, _soort in read]))
    counted: Counter[str] = Counter()
    for document, _soort in read:
        counted.update({name for text in (*_top(document), *(p.tekst for p in document.passages)) for name in _names(text)})
    attested = any(_words_in(document) & own for document, _soort in read)
    rare = frozenset(name for name, number in counted.items() if attested or (len(read) > 1 and number * 2 <= len(read)))
    found = {}
    for document, soort in read:
        vreemd = _whole(document, soort, own, rare) or _parts(document, soort, own)
        if vreemd:
            found[document.pad] = vreemd
    return found


def _whole(document: Document, soort: str, own: frozenset[str], rare: frozenset[str]) -> Vreemd | None:
    """The whole document, when it says so itself: a demand of others, or the name of a provider above what it does."""
    if _words_in(document) & own:
        return None
    top, zinnen = _top(document), [zin for *_place, zin in _sentences(document)]
    if _demands(top, zinnen):
        return Vreemd(naam=top[0], geheel=True)
    if not own or is_shared(document, soort):
        return None
    for title in (*top, *(p.tekst for p in document.passages if p.soort is Soort.KOPREGEL)):
        for match in _ORG.finditer(title):
            speaks = any(_WIJ.search(zin.laag) for zin in zinnen) or match.group(2) in foreign_names(zinnen, own)
            if match.group(2) in rare and speaks and not is_quiet(fold_keep_length(title), *match.span()):
                return Vreemd(naam=match.group(), geheel=True)
    return None


def _demands(top: list[str], zinnen: list[Zin]) -> bool:
    """Whether a document is the demands or the law itself, and not an answer to them."""
    heads = [" ".join(re.findall(r"\w+", fold(text))) for text in top[:3]]
    if not any(_EISEN.search(head) and not _ANTWOORD.search(head) for head in heads):
        return False
    return sum(bool(_EISEND.search(zin.laag)) for zin in zinnen) > 1 and not any("onze praktijk" in zin.laag for zin in zinnen)


def _top(document: Document) -> list[str]:
    """Where a document says whose it is: its name, its title and the headings and short lines it begins with."""
    stem = document.pad.rsplit("/", 1)[-1].rsplit(".", 1)[0].replace("_", " ")
    lines = [
        p.tekst for p in document.passages[:_KOPPEN]
        if p.soort is Soort.KOP or (p.soort is Soort.ALINEA and len(p.tekst) <= _KORT and p.tekst[-1:] not in ".:;!?")
    ]
    return [stem, document.titel, *lines]


def _parts(document: Document, soort: str, own: frozenset[str]) -> Vreemd | None:
    """The sentences that name another provider as the one who acts, or tell what others do."""
    sentences = list(_sentences(document))
    shared = is_shared(document, soort)
    names = {} if shared or not own else foreign_names((zin for *_place, zin in sentences), own)
    found, whose = [], ""
    for nr, van, tot, zin in sentences:
        name = mentioned(zin, names)
        name = name if name and not _acts_itself(zin, name) else _told_of(zin, own)
        if name:
            found.append((nr, van, tot))
            whose = whose or names.get(name, name)
    return Vreemd(naam=whose, geheel=False, zinnen=tuple(found)) if found else None


def _acts_itself(zin: Zin, name: str) -> bool:
    """Whether a sentence with the name of another still has "wij" who act, and not within that other: "bij ... werken wij"."""
    inside = re.search(rf"\b(?:[Bb]ij|[Bb]innen) (?:{_SOORTNAAM} )?{re.escape(name)}", zin.tekst)
    return bool(_WIJ.search(_before_quote(zin.laag))) and not inside


def _told_of(zin: Zin, own: frozenset[str]) -> str:
    """Of whom a sentence tells that begins with the text of another provider, or with the neighbours."""
    piece = _UIT_STUK.match(zin.tekst)
    if piece and own and not set(_words(piece.group(1))) & own and not _WIJ.search(_before_quote(zin.laag[piece.end() :])):
        return piece.group(1)
    buren = _BUREN.match(zin.laag)
    return "een ander" if buren and not _WIJ.search(zin.laag[buren.end() :]) else ""


def _before_quote(text: str) -> str:
    """What is said before a colon or quotation marks: behind those the other one speaks."""
    return re.split(r"[:\"“‘„]", text, maxsplit=1)[0]


def _sentences(document: Document) -> Iterable[tuple[int, int, int, Zin]]:
    for passage in document.passages:
        spans = [(0, len(passage.tekst))] if passage.cellen else split_sentences(passage.tekst)
        for van, tot in spans:
            text = passage.tekst[van:tot]
            yield passage.nr, van, tot, Zin(text, fold_keep_length(text), passage.soort is Soort.KOPREGEL)


def own_words(praktijk: str, documenten: Iterable[Document]) -> frozenset[str]:
    """The words that make the own name: of the practice, else of the name that most documents carry."""
    words = frozenset(_words(praktijk.split(",", maxsplit=1)[0]))
    if words:
        return words
    counted: Counter[str] = Counter()
    for document in documenten:
        counted.update(_names(" ".join(passage.tekst for passage in document.passages)))
    if not counted or counted.most_common(1)[0][1] < 2:
        return frozenset()
    best = max(counted.values())
    return frozenset(_words(min(name for name, number in counted.items() if number == best)))


def _carried(documenten: Sequence[Document]) -> frozenset[str]:
    """The words of the one name that more than half of the documents carry; empty when there is none, or more than one."""
    counted = Counter(name for d in documenten for name in {found for text in (d.titel, *(p.tekst for p in d.passages)) for found in _names(text)})
    often = [name for name, number in counted.items() if number > 1 and number * 2 > len(documenten)]
    return frozenset(_words(often[0])) if len(often) == 1 else frozenset()


def _names(text: str) -> set[str]:
    return {match.group(2) for match in _ORG.finditer(text)}


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"\w+", fold(name)) if word not in _STOP and len(word) > 2]


def _words_in(document: Document) -> set[str]:
    return {word for passage in document.passages for word in re.findall(r"\w+", fold(passage.tekst))}


def foreign_names(zinnen: Iterable[Zin], own: frozenset[str]) -> dict[str, str]:
    """Names of other providers that speak in a document, by their proper name."""
    names: dict[str, str] = {}
    for zin in zinnen:
        for match in _ORG.finditer(zin.tekst):
            speaks = _DOET.match(zin.tekst[match.end() :]) and match.start() <= 4
            owned = re.search(rf"{_EIGENDOM} (?:van|bij) $", zin.tekst[: match.start()], re.IGNORECASE)
            among = zin.laag[: match.start()].endswith(("bij ", "binnen ")) and re.search(r"\b(wij|we)\b", zin.laag[match.end() :][:40])
            foreign = not set(_words(match.group(2))) & own and not is_quiet(zin.laag, match.start(), match.end())
            if foreign and (speaks or owned or among or zin.kopregel):
                names[match.group(2)] = match.group()
    return names


def is_quiet(laag: str, van: int, tot: int) -> bool:
    """Whether the words around a name make it a partner, a source or a body of the sector."""
    return bool(_STIL.search(laag[max(0, van - 80) : tot + 25]))


def mentioned(zin: Zin, names: Mapping[str, str]) -> str:
    """The first of these names (by its proper name) that a sentence holds as more than a partner; empty when there is none."""
    for name in sorted(names):
        start = zin.tekst.find(name)
        if start >= 0 and not is_quiet(zin.laag, start, start + len(name)):
            return name
    return ""


def is_shared(document: Document, soort: str) -> bool:
    """Whether a document is of more than one party, so that it names others all the time."""
    return soort in _GEDEELD or document.soort in _MAILS
