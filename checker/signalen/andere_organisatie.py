"""Andere organisatie: a document that speaks for another provider, as copied formats do."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from checker.resultaat import Signaal
from checker.taal.woorden import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.signalen.beeld import Beeld, Regel

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
_GEEN_POLICY = frozenset(("overeenkomst", "samenwerkingsafspraken", "notulen", "certificaat"))


def find_andere_organisatie(beeld: Beeld) -> Iterator[Signaal]:
    """Sentences in which another provider acts as if the document were its own."""
    own = _own_words(beeld)
    if not own:
        return
    for document in beeld.gelezen:
        if beeld.soort[document.pad] in _GEEN_POLICY or document.soort in ("eml", "msg"):
            continue
        lines = [regel for regel in beeld.per_document[document.pad] if not regel.overgenomen]
        names = _foreign_names(lines, own)
        for regel in lines:
            yield from _mentions(regel, names)


def _own_words(beeld: Beeld) -> frozenset[str]:
    """The words that make the own name: from the profile, else the name most documents carry."""
    if beeld.profiel.bekend:
        words = frozenset(_words(beeld.profiel.naam.split(",")[0]))
        if words:
            return words
    counted: Counter[str] = Counter()
    for document in beeld.gelezen:
        text = " ".join(passage.tekst for passage in document.passages)
        counted.update({match.group(2) for match in _ORG.finditer(text)})
    if not counted or counted.most_common(1)[0][1] < 2:
        return frozenset()
    best = max(counted.values())
    return frozenset(_words(min(name for name, number in counted.items() if number == best)))


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"\w+", fold(name)) if word not in _STOP and len(word) > 2]


def _foreign_names(lines: list[Regel], own: frozenset[str]) -> dict[str, str]:
    """Names of other providers that speak in this document, by their proper name."""
    names: dict[str, str] = {}
    for regel in lines:
        for match in _ORG.finditer(regel.tekst):
            speaks = _DOET.match(regel.tekst[match.end() :]) and match.start() <= 4
            owned = re.search(rf"{_EIGENDOM} (?:van|bij) $", regel.tekst[: match.start()], re.IGNORECASE)
            among = regel.laag[: match.start()].endswith(("bij ", "binnen ")) and re.search(r"\b(wij|we)\b", regel.laag[match.end() :][:40])
            header = regel.passage.soort.value == "kopregel"
            foreign = not set(_words(match.group(2))) & own and not _quiet(regel, match.start(), match.end())
            if foreign and (speaks or owned or among or header):
                names[match.group(2)] = match.group()
    return names


def _quiet(regel: Regel, van: int, tot: int) -> bool:
    """Whether the words around a name make it a partner, a source or a body of the sector."""
    return bool(_STIL.search(regel.laag[max(0, van - 80) : tot + 25]))


def _mentions(regel: Regel, names: dict[str, str]) -> Iterator[Signaal]:
    for name in sorted(names):
        start = regel.tekst.find(name)
        if start < 0 or _quiet(regel, start, start + len(name)):
            continue
        citaat, plaats = regel.citaat(start, start + len(name))
        yield Signaal(
            soort="andere_organisatie", ernst="hoog", document=regel.document.pad, plaats=plaats, citaat=citaat,
            melding=(
                f"Hier staat de naam van een andere organisatie: {names[name]}. De tekst lijkt overgenomen en telt niet als "
                "eigen afspraak. Vervang de naam en kijk of de tekst past bij de eigen praktijk."
            ),
        )
        return
