"""Beweringen: what documents claim on the subjects that should be the same everywhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from checker.bewijs.uitspraak import by_rules
from checker.signalen import getallen
from checker.signalen.laden import patronen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.signalen.beeld import Beeld, Regel

_NAAM = r"[A-ZÀ-Þ][a-zà-ÿ]+(?: (?:van|de|den|der|el|ten|ter|'t|van de|van der|van den|te))* [A-ZÀ-Þ][\wÀ-ÿ-]+"
_AFSTAND = 70  # characters between a subject and how often it happens
_VOG = re.compile(r"\bvog('s)?\b|verklaring omtrent (het )?gedrag")
_ALLEN = re.compile(
    r"(?<!niet )\b(?:al|alle|al onze|iedere|elke) (?:onze |de |vaste )?(?P<wie>medewerkers?|(?:jeugd)?hulpverleners?|behandelaren|behandelaar|begeleiders?|professionals?)"
    r" (?:zijn|is|staan|staat)(?: [a-z]+){0,3}? (?:(?:skj|big)(?:-? of big)?-?geregistreerd|geregistreerd (?:in|bij) (?:het |de )?(?:skj|big)|ingeschreven (?:in|bij) (?:het )?(?:skj|big))"
)
_VOORAF = re.compile(
    r"voor (de |zijn |haar )?(eerste (werk)?dag|start|aanvang|indiensttreding|begin)|niet ouder( is| zijn| mag zijn)? dan (drie|3) maanden|voordat .{0,60}\b(begint|start|begin)\b|"
    r"begint (pas|niet) (als|voordat|zonder)|bij (aanvang|indiensttreding)|vooraf"
)
_HERHALING = re.compile(r"\b(elke|iedere|om de|per|eens in de|keer in de)\s$")  # "elke twee weken" is how often, not how long
_VROEGER = re.compile(r"\b(voorheen|vroeger|eerder was|destijds|tot (voor )?kort|was dat|oude termijn)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewering:
    """A claim: ``waarde`` is days, times a year, or a name; ``geteld`` tells what happened in a year."""

    onderwerp: str
    waarde: float | str
    regel: Regel
    citaat: str
    plaats: str
    geteld: bool = False


def find_beweringen(beeld: Beeld) -> tuple[Bewering, ...]:
    """All claims in the dossier, in order of subject, document and place."""
    worth = _worth()
    lines = [r for r in beeld.eigen_regels if worth.search(f"{r.laag} {r.koppen}") and not r.tekst.rstrip().endswith("?")]
    claims = [bewering for entry in onderwerpen() for bewering in _claims(beeld, entry, lines)]
    return (*claims, *_vog_beforehand(beeld), *_all_registered(beeld))


@cache
def onderwerpen() -> tuple[dict[str, Any], ...]:
    """The subjects of the data file."""
    return tuple(patronen("onderwerpen.yaml")["onderwerpen"])


@cache
def _worth() -> re.Pattern[str]:
    """What a line must hold to be about any of the subjects."""
    found = [entry["bij"] if "bij" in entry else entry["rol"].replace("oö", "o") for entry in onderwerpen()]
    return re.compile("|".join(f"(?:{pattern})" for pattern in found), re.IGNORECASE)


def _claims(beeld: Beeld, entry: dict[str, Any], lines: list[Regel]) -> Iterator[Bewering]:
    finder = {"termijn": _terms, "frequentie": _frequencies, "naam": _names, "keuze": _choices, "aantal": _numbers}[entry["soort"]]
    for regel in lines:
        if entry["soort"] == "naam" or _about(regel, entry):
            yield from finder(regel, entry)
    if entry["soort"] == "naam":
        yield from _register_names(beeld, entry)


def _vog_beforehand(beeld: Beeld) -> Iterator[Bewering]:
    """Promises that a VOG is there before the first day."""
    entry = {"id": "vog_vooraf"}
    for regel in beeld.eigen_regels:
        if _VOG.search(regel.laag) and _VOORAF.search(regel.laag) and not regel.rij:
            yield _make(regel, entry, 1.0, 0, len(regel.tekst))


def _all_registered(beeld: Beeld) -> Iterator[Bewering]:
    """Statements that everyone is registered; 1 when they are of all staff, 0 when of those who give help."""
    entry = {"id": "allen_geregistreerd"}
    for regel in beeld.eigen_regels:
        match = _ALLEN.search(regel.laag)
        if match and not regel.rij and by_rules(regel.tekst).soort == "bevestigd":
            yield _make(regel, entry, float(match["wie"].startswith("medewerker")), 0, len(regel.tekst))


def _about(regel: Regel, entry: dict[str, Any]) -> bool:
    text = f"{regel.laag} {regel.koppen}" if entry.get("kop") else regel.laag
    if not re.search(entry["bij"], text) or ("niet_bij" in entry and re.search(entry["niet_bij"], regel.laag)):
        return False
    return "en" not in entry or bool(re.search(entry["en"], regel.laag))


def _terms(regel: Regel, entry: dict[str, Any]) -> Iterator[Bewering]:
    text = _VROEGER.split(regel.laag)[0]
    found = [
        m for m in getallen.TERMIJN.finditer(text)
        if re.fullmatch(entry["eenheid"], m["eenheid"] or m["e2"]) and not _HERHALING.search(text[: m.start()])
    ]
    if found:
        match = max(found, key=getallen.term_days) if entry.get("kies") == "langste" else found[0]
        yield _make(regel, entry, getallen.term_days(match), match.start(), match.end())


def _frequencies(regel: Regel, entry: dict[str, Any]) -> Iterator[Bewering]:
    if entry.get("telling"):
        for match in re.finditer(rf"\b({getallen.GETAL}) (?:keer |maal )?(?:{entry['telling']})\b", regel.laag):
            value = getallen.number(match.group(1))
            inside = re.search(r"\b(in|van|tijdens|bij) (de )?$", regel.laag[: match.start()])
            if value is not None and value > 1 and not inside and re.search(r"\b(waren|was|gehad|gehouden|geweest|zijn)\b|20\d\d", regel.laag):
                yield _make(regel, entry, value, match.start(), match.end(), geteld=True)
                return
    found = getallen.frequency(regel.laag)
    if found and (regel.rij or _near(regel.laag, entry["bij"], found[1], found[2])):
        yield _make(regel, entry, found[0], found[1], found[2])


def _near(text: str, pattern: str, van: int, tot: int) -> bool:
    """Whether the subject stands close to the frequency, so that it is about that subject."""
    gaps = [
        text[match.end() : van] if match.end() <= van else text[tot : match.start()]
        for match in re.finditer(pattern, text)
    ]
    return any(len(gap) <= _AFSTAND and ";" not in gap for gap in gaps)


def _numbers(regel: Regel, entry: dict[str, Any]) -> Iterator[Bewering]:
    match = re.search(entry["patroon"].replace("{getal}", getallen.GETAL), regel.laag)
    value = getallen.number(match.group(1)) if match else None
    if match and value:
        yield _make(regel, entry, value, match.start(), match.end())


def _names(regel: Regel, entry: dict[str, Any]) -> Iterator[Bewering]:
    link = r"(?: [a-z&/ ]{0,60}?)?(?: \([^)]*\))?(?:,? is(?: nu| sinds [^,.]{3,20})?|:|,| \|) (?:mevrouw |de heer |mw\. |dhr\. )?"
    match = re.search(rf"(?:{entry['rol']})\w*(?:{link}| )({_NAAM})", regel.tekst)
    reverse = None if match else re.search(rf"({_NAAM}),? (?:is )?(?:(?:de|onze|als) )?(?:{entry['rol']})", regel.tekst)
    found = match or reverse
    if found and not re.search(r"\b(vervanger|plaatsvervang|voormalig|was tot|opvolger)", regel.tekst[: found.start(1)].lower()[-40:]):
        yield _make(regel, entry, found.group(1), found.start(1), found.end(1))


def _register_names(beeld: Beeld, entry: dict[str, Any]) -> Iterator[Bewering]:
    documents = {document.pad: document for document in beeld.documenten}
    for register in beeld.registers:
        if register.soort.naam != "medewerkers":
            continue
        functions = {text for text in {rij.tekst("functie") for rij in register.rijen} if re.search(entry["rol"], text)}
        for rij in register.rijen if functions else ():
            if rij.tekst("functie") in functions and rij.tekst("naam") and not rij.datum("uit_dienst"):
                regel = _row(documents[register.document], rij.passage, beeld)
                cel = rij.cellen["functie"]
                yield Bewering(
                    onderwerp=entry["id"], waarde=rij.tekst("naam"), regel=regel, citaat=cel.tekst,
                    plaats=f"{rij.passage.vindplaats.plaats}, cel {cel.ref}",
                )


def _row(document: Any, passage: Any, beeld: Beeld) -> Regel:
    from checker.signalen.beeld import Regel

    return Regel(
        document=document, soort=beeld.soort[document.pad], passage=passage, tekst=passage.tekst,
        laag=passage.tekst.lower(), koppen="", overgenomen=False,
    )


def _choices(regel: Regel, entry: dict[str, Any]) -> Iterator[Bewering]:
    if regel.rij or regel.soort in ("notulen", "verbeterregister") or by_rules(regel.tekst).soort == "ontkend":
        return
    found = [
        (name, match) for name, pattern in entry["keuzes"].items() if (match := re.search(pattern, regel.laag))
    ]
    if len(found) == 1:
        name, match = found[0]
        yield _make(regel, entry, name, match.start(), match.end())


def _make(
    regel: Regel, entry: dict[str, Any], value: float | str, van: int, tot: int, *, geteld: bool = False
) -> Bewering:
    citaat, plaats = regel.citaat(van, tot)
    return Bewering(
        onderwerp=entry["id"], waarde=value, regel=regel, citaat=citaat, plaats=plaats, geteld=geteld,
    )
