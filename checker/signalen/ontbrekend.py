"""Ontbrekend document: what a document refers to and what is not in the dossier."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from checker.dossier.passage import Soort
from checker.registers.soort import plain
from checker.resultaat import Signaal
from checker.signalen.aanwezig import Aanwezig
from checker.signalen.laden import patronen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.signalen.beeld import Beeld, Regel

_BESTAND = "documentnamen.yaml"
_BIJLAGE = re.compile(r"\bbijlage[n]? ([a-z]|\d{1,2}|[ivx]{1,4})\b(?! (van|bij|uit|in) (de|het) (wet|besluit|verordening|ministeri|avg|jeugdwet))")
_BESTANDNR = re.compile(r"\bbestand (\d{1,3})\b")
# Every sign fits in one place only: with more ways to read "a-a-a-a" the search would never end.
_BESTANDSNAAM = re.compile(r"\w[\w-]*(?:[. ][\w-]+)*\.(?:pdf|docx?|xlsx?|odt|ods|pptx?)\b", re.IGNORECASE)
_URL = re.compile(r"(?:https?://|www\.)\S*(?:[^.;]*\.(?:pdf|docx?|html?))?|\S+%20\S+", re.IGNORECASE)
_CODE = re.compile(r"\b([DPFW]) ?(\d{1,2}(?:\.\d{1,2}){1,3})\b")
_EIGENNAAM = re.compile(r"['\"‘“]?([A-Z][\wÀ-ÿ&-]+(?: (?:(?:en|van|voor|de|het|der|bij|in|op|alleen|met) )*[\wÀ-ÿ-]+){0,4})")
_EINDE = re.compile(r"[,.;:()]| (?:is|zijn|staat|staan|wordt|worden|die|dat|waarin|gebruiken|volgen|en het|en de|zie|op|te|versie)\b")
_LIJST_PLAATS = re.compile(r"plaats|locatie|vindplaats|waar|link|map|opgeslagen")
_LIJST_NAAM = re.compile(r"^(document(naam)?|naam|titel|omschrijving|stuk|naam document)$")
_ZIE = r"\b(volgens|conform|zie|raadpleeg|te vinden|staat in|beschreven in|uitgewerkt in|opgenomen in|verloopt|protocol)\b"
_DOE = "Voeg het toe aan het dossier, of pas de verwijzing aan. Een verwijzing alleen telt niet als bewijs."


def find_ontbrekend(beeld: Beeld) -> Iterator[Signaal]:
    """References that lead nowhere, one signaal per sentence."""
    aanwezig = Aanwezig(beeld)
    seen: set[tuple[str, str]] = set()
    for regel in beeld.regels:
        if regel.overgenomen or regel.passage.soort in (Soort.KOP, Soort.KOPREGEL) or regel.tekst.rstrip().endswith("?"):
            continue
        names = list(dict.fromkeys([*_listed(regel, aanwezig), *_missing(regel, aanwezig)]))
        fresh = [name for name in names if (regel.document.pad, plain(name)) not in seen]
        seen.update((regel.document.pad, plain(name)) for name in fresh)
        if fresh:
            yield _signaal(regel, fresh)


def _signaal(regel: Regel, names: list[str]) -> Signaal:
    place = _place_cell(regel)
    if place is not None:
        citaat, plaats = place
    else:
        start = max(0, regel.laag.find(names[0].lower()))
        citaat, plaats = regel.citaat(start, start + len(names[0]))
    listed = " en ".join(names)
    return Signaal(
        soort="ontbrekend_document", ernst="midden", document=regel.document.pad, plaats=plaats, citaat=citaat,
        melding=f"Hier wordt verwezen naar {listed}. Dat zit niet in het dossier. {_DOE}",
    )


def _missing(regel: Regel, aanwezig: Aanwezig) -> Iterator[str]:
    yield from _annexes(regel, aanwezig)
    for match in _BESTANDNR.finditer(regel.laag):
        if not aanwezig.bestand(int(match.group(1))):
            yield match.group()
    for match in _BESTANDSNAAM.finditer(_URL.sub(" ", regel.tekst)):
        if not aanwezig.bestandsnaam(match.group()):
            yield match.group()
    if not regel.rij and re.search(_ZIE, regel.laag):
        for match in _CODE.finditer(regel.tekst):
            form = match.group(1) == "F" and not re.search(rf"{_ZIE}[^.]{{0,25}}$", regel.laag[: match.start()])
            if not form and not aanwezig.code(match.group(1), match.group(2)):
                yield match.group()
    yield from _titled(regel, aanwezig)
    yield from _named(regel, aanwezig)


def _annexes(regel: Regel, aanwezig: Aanwezig) -> Iterator[str]:
    for match in _BIJLAGE.finditer(regel.laag):
        elsewhere = bool(re.search(r"bestand \d|handboek|personeelsbeleid", regel.laag[: match.start()]))
        if not aanwezig.bijlage(match.group(1), None if elsewhere else regel.document):
            yield match.group()


def _titled(regel: Regel, aanwezig: Aanwezig) -> Iterator[str]:
    """A kind of document with a proper name: "protocol Agressie", "convenant Samen voor de Jeugd"."""
    rules = patronen(_BESTAND)
    if not re.search(rules["gebruikt"], regel.laag):
        return
    for match in re.finditer(rf"\b({rules['soortwoorden']}) (?=['\"‘“]?[a-z])", regel.laag):
        title = _EIGENNAAM.match(regel.tekst, match.end())
        if title is None:
            continue
        name = _EINDE.split(title.group(1))[0].strip()
        national = re.search(rules["landelijk"], plain(name)) or re.search(r"landelijke?|wettelijke?", regel.laag[: match.start()][-25:])
        if name and not national and not _CODE.match(name) and not aanwezig.titel(name, regel):
            yield f"{regel.tekst[match.start() : match.end()]}{name}".replace("'", "")


def _named(regel: Regel, aanwezig: Aanwezig) -> Iterator[str]:
    """A document by its usual name, with where it would be, "volgens het ...", or that it will follow."""
    rules = patronen(_BESTAND)
    if not re.search(f"{rules['plaats']}|{rules['volgens']}|{rules['volgt']}", regel.laag):
        return
    for entry in rules["namen"]:
        match = re.search(rf"(?<![a-z-])(?:{entry['patroon']})", regel.laag)
        if match is None or not _points(regel, match, rules):
            continue
        if not aanwezig.document(entry["patroon"], entry["soort"], regel):
            yield regel.tekst[match.start() : match.end()]
    yield from _compound(regel, aanwezig, rules)


def _compound(regel: Regel, aanwezig: Aanwezig, rules: dict[str, Any]) -> Iterator[str]:
    """A compound such as "medicatiebeleid" that the list of names does not have."""
    known = "|".join(entry["patroon"] for entry in rules["namen"])
    for match in re.finditer(rf"(?<![a-z-])(?:{rules['samengesteld']})([a-z]+)", regel.laag):
        stem = match.group()[: match.start(1) - match.start()].rstrip("-s")
        if re.search(known, match.group()) or re.search(rules["landelijk"], stem) or not _points(regel, match, rules):
            continue
        if not aanwezig.document(re.escape(stem), "", regel):
            yield regel.tekst[match.start() : match.end()]


def _points(regel: Regel, match: re.Match[str], rules: dict[str, Any]) -> bool:
    before, after = regel.laag[: match.start()], regel.laag[match.end() :]
    if re.search(r"\b(geen|landelijke?|zonder|een eigen|van de (gemeente|leverancier))( [a-z]+)? $", before):
        return False
    if re.search(rules["plaats"], after) or re.search(rf"({rules['plaats']})[^.]{{0,60}}$", before):
        return True
    if re.search(rf"\b({rules['volgens']}) (het|de|ons|onze|een) ([a-z]+ )?$", before):
        return True
    return bool(re.match(rf"[^.,;]{{0,25}}?({rules['volgt']})", after))


def _listed(regel: Regel, aanwezig: Aanwezig) -> Iterator[str]:
    """A row of a list of documents whose document is somewhere else."""
    if _place_cell(regel) is None:
        return
    for kop, waarde, _ref in regel.passage.cellen:
        if _LIJST_NAAM.match(plain(kop)) and waarde and not aanwezig.titel(waarde, regel):
            yield waarde


def _place_cell(regel: Regel) -> tuple[str, str] | None:
    """The cell of a list of documents that says where one is kept, outside this dossier."""
    if not regel.rij or not any(_LIJST_NAAM.match(plain(kop)) for kop, _w, _r in regel.passage.cellen):
        return None
    for kop, waarde, ref in regel.passage.cellen:
        if _LIJST_PLAATS.search(plain(kop)) and re.search(patronen(_BESTAND)["plaats"], waarde.lower()):
            return waarde, f"{regel.passage.vindplaats.plaats}, cel {ref}"
    return None
