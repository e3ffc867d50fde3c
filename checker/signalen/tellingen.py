"""Tellingen: what a report counts or concludes against the registers and its own figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.bewijs.weerlegging import Weerlegging
from checker.registers.datum import find_datums
from checker.registers.soort import plain
from checker.resultaat import Signaal
from checker.signalen.getallen import GETAL, number
from checker.signalen.registerregels import is_active

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.registers.register import Register, Rij
    from checker.signalen.beeld import Beeld, Regel
    from checker.signalen.beweringen import Bewering

_GETELD = {
    "klachten": (re.compile(rf"\b({GETAL}) (?:formele |schriftelijke )?klacht(?:en)?\b"), "ontvangen"),
    "incidenten": (re.compile(rf"\b({GETAL}) (?:incident(?:en)?|melding(?:en)?|vim-melding(?:en)?)\b"), "datum"),
}
_TOTAAL = re.compile(
    r"\b(er (waren|zijn|kwam|kwamen|was|werden)|kwam er|kwamen er|in totaal|zijn|werden|ontvingen (wij|we)|kregen (wij|we)|hadden (wij|we)|totaal)\b[^.;]{0,25}$"
)
_JAAR = re.compile(r"\b(20\d\d)\b")
_GESPREK = re.compile(
    r"\b(met|bij) (alle|iedere|elke|al onze) (vaste )?(medewerkers?|collega'?s?|behandelaren|hulpverleners|teamleden)\b[^.;]{0,40}\b"
    r"(jaargesprek|functioneringsgesprek|beoordelingsgesprek|ontwikkelgesprek|voortgangsgesprek)"
    r"|\b(jaargesprekken|functioneringsgesprekken)\b[^.;]{0,40}\b(met|bij) (alle|iedereen)|\balle (jaar|functionerings)gesprekken\b[^.;]{0,30}\b(gevoerd|gehouden)"
)
_NIET_GEHOUDEN = re.compile(r"^(niet (gehouden|gevoerd|gedaan)|nee|geen|overgeslagen|nog niet)\b")
_OP_ORDE = re.compile(r"\bdossier(s|voering|vorming)?\b[^.;]{0,70}\b(op orde|in orde|compleet|volledig bij|voldoende)\b")
_DEEL = re.compile(rf"\b({GETAL}) van de (?:in totaal )?({GETAL})\b")
_TEKORT = re.compile(r"\b(niet|geen|te laat|ontbr|onvolledig|zonder|mist|misten)")
_OP_TIJD = re.compile(r"(\d{1,3}) ?(?:%|procent)[^.|]{0,80}\b(?:op tijd|tijdig|binnen de (?:gestelde )?termijn)\b")
_OVERGESLAGEN = re.compile(r"\b(overgeslagen|niet doorgegaan|uitgevallen|vervallen|afgelast|niet gehouden)\b")
_GOED, _SLECHT, _TIJDIG = 0.7, 0.3, 80


def find_tellingen(beeld: Beeld, beweringen: Sequence[Bewering]) -> Iterator[Signaal]:
    """Counts and conclusions that the registers or the figures beside them contradict."""
    for regel in beeld.eigen_regels:
        yield from _counts(beeld, regel)
        yield from _talks(beeld, regel)
    yield from _files_in_order(beeld)
    yield from _on_time(beeld, beweringen)
    yield from _meetings(beeld, beweringen)


def belied_counts(beeld: Beeld) -> Iterator[Weerlegging]:
    """The counts and claims about everyone that a register belies."""
    for regel in beeld.eigen_regels:
        for signaal in (*_counts(beeld, regel), *_talks(beeld, regel)):
            if signaal.document == regel.document.pad and signaal.document2 != signaal.document:
                yield Weerlegging(document=signaal.document, citaat=signaal.citaat, register=f"{signaal.document2}, {signaal.plaats2}")


def _pair(first: tuple[str, str, str], second: tuple[str, str, str], ernst: str, melding: str) -> Iterator[Signaal]:
    for own, other in ((first, second), (second, first)):
        yield Signaal(
            soort="tegenstrijdig", ernst=ernst, document=own[0], plaats=own[1], citaat=own[2], melding=melding,
            document2=other[0], plaats2=other[1], citaat2=other[2],
        )


def _side(regel: Regel, van: int = 0, tot: int | None = None) -> tuple[str, str, str]:
    citaat, plaats = regel.citaat(van, len(regel.tekst) if tot is None else tot)
    return regel.document.pad, plaats, citaat


def _year(regel: Regel) -> int | None:
    """The year a sentence is about: named in it, else in the name or title of its document."""
    name = f"{regel.document.pad.rsplit('/', 1)[-1]} {regel.document.titel}"
    match = _JAAR.search(regel.laag) or _JAAR.search(name.replace("_", " "))
    return int(match.group(1)) if match else None


def _counts(beeld: Beeld, regel: Regel) -> Iterator[Signaal]:
    if regel.rij or regel.soort == "notulen":
        return
    for kind, (pattern, column) in _GETELD.items():
        match = pattern.search(regel.laag)
        year = _year(regel)
        if match is None or year is None or not _TOTAAL.search(regel.laag[: match.start()]):
            continue
        for register in beeld.registers:
            rows = [r for r in register.rijen if (d := r.datum(column)) and d.begin.year == year]
            value = number(match.group(1))
            if register.soort.naam == kind and rows and value is not None and len(rows) != round(value):
                yield from _pair(_side(regel), _rows(register, rows, column), "hoog", (
                    f'Hier staat "{match.group()}" over {year}, maar in het register staan er {len(rows)}. '
                    "Zoek uit welk getal klopt en verbeter het andere; geef een reden als er iets anders is geteld."
                ))
                return


def _rows(register: Register, rows: list[Rij], column: str) -> tuple[str, str, str]:
    first, last = rows[0], rows[-1]
    key = "nummer" if "nummer" in first.cellen and "nummer" in last.cellen else column
    place = f"{first.passage.vindplaats.plaats}, cel {first.cellen[key].ref}"
    if last is not first:
        place += f" tot en met {last.cellen[key].ref}"
    return register.document, place, first.cellen[key].tekst


def _talks(beeld: Beeld, regel: Regel) -> Iterator[Signaal]:
    """A claim that everyone had a yearly talk, against the register of staff."""
    match = _GESPREK.search(regel.laag)
    year = _year(regel)
    past = re.search(r"\b(is|zijn|werd|werden|was|waren|heeft|hebben)\b", regel.laag)
    if match is None or year is None or not past or re.search(r"\b(niet|geen)\b", regel.laag):
        return
    for register in beeld.registers:
        if register.soort.naam != "medewerkers" or not register.heeft("jaargesprek"):
            continue
        missing = [rij for rij in register.rijen if _no_talk(rij, register, year, beeld)]
        named = [rij for rij in missing if "jaargesprek" in rij.cellen][:5]
        if named:
            people = ", ".join(rij.tekst("naam") for rij in missing)
            melding = (
                f"Hier staat dat met iedereen een gesprek is gevoerd in {year}, maar in het register ontbreekt het bij: {people}. "
                "Vul het register aan of verbeter de tekst."
            )
            for rij in named:
                cel = rij.cellen["jaargesprek"]
                side = (register.document, f"{rij.passage.vindplaats.plaats}, cel {cel.ref}", cel.tekst)
                pair = list(_pair(_side(regel), side, "midden", melding))
                yield from pair if rij is named[0] else pair[1:]


def _no_talk(rij: Rij, register: Register, year: int, beeld: Beeld) -> bool:
    start = rij.datum("in_dienst")
    if not is_active(rij, beeld) or (start is not None and start.begin.year >= year):
        return False
    cel = rij.cellen.get("jaargesprek")
    if cel is None:
        return str(year) in register.koppen["jaargesprek"]
    return bool(_NIET_GEHOUDEN.match(plain(cel.tekst))) or (cel.datum is not None and cel.datum.einde.year < year)


def _files_in_order(beeld: Beeld) -> Iterator[Signaal]:
    """A conclusion "op orde" beside figures that say otherwise, in the same section."""
    for claim in beeld.eigen_regels:
        match = _OP_ORDE.search(claim.laag)
        if match is None or re.search(r"\b(niet|geen|onvoldoende|moet|nog)\b", match.group()):
            continue
        near = [
            r for r in beeld.per_document[claim.document.pad]
            if not r.overgenomen and r.passage.vindplaats.sectie == claim.passage.vindplaats.sectie and r is not claim
        ]
        worst = next((r for r in near if _is_bad(r)), None)
        if worst is not None:
            found = _DEEL.search(worst.laag)
            side = _side(worst, found.start(), found.end()) if found else _side(worst)
            yield from _pair(_side(claim), side, "midden", (
                "De conclusie is gunstig, maar de cijfers ernaast zijn dat niet. Pas de conclusie aan en zet de verbetering in het register."
            ))


def _is_bad(regel: Regel) -> bool:
    for match in _DEEL.finditer(regel.laag):
        part, whole = number(match.group(1)), number(match.group(2))
        if part is None or not whole or whole < 5:
            continue
        negative = _TEKORT.search(regel.laag[match.end() : match.end() + 60])
        if (negative and part / whole >= _SLECHT) or (not negative and part / whole <= _GOED):
            return True
    return False


def _on_time(beeld: Beeld, beweringen: Sequence[Bewering]) -> Iterator[Signaal]:
    """A share of plans evaluated in time against the promised frequency."""
    promise = next((b for b in beweringen if b.onderwerp == "evaluatie"), None)
    for regel in beeld.eigen_regels if promise else ():
        found = [m for m in _OP_TIJD.finditer(regel.laag) if int(m.group(1)) < _TIJDIG]
        if promise and found and re.search(r"evalu", regel.laag) and regel.soort != "notulen":
            yield Signaal(
                soort="tegenstrijdig", ernst="midden", document=regel.document.pad, plaats=_side(regel, found[-1].start(), found[-1].end())[1],
                citaat=_side(regel, found[-1].start(), found[-1].end())[2], document2=promise.regel.document.pad,
                plaats2=promise.plaats, citaat2=promise.citaat,
                melding=f"De praktijk belooft op vaste momenten te evalueren, maar volgens dit cijfer gebeurt dat in {found[-1].group(1)} procent "
                "van de gevallen op tijd. Zet een verbeteractie in het register en meet opnieuw.",
            )


def _meetings(beeld: Beeld, beweringen: Sequence[Bewering]) -> Iterator[Signaal]:
    """A promised monthly meeting against the dates in the minutes."""
    promise = next((b for b in beweringen if b.onderwerp == "teamoverleg" and not b.geteld), None)
    if promise is None or not isinstance(promise.waarde, float) or promise.waarde < 6:
        return
    for document in beeld.gelezen:
        if beeld.soort[document.pad] != "notulen":
            continue
        own = beeld.per_document[document.pad]
        dates = [(d.begin, r) for r in own if r.passage.soort.value == "kop" for d, _v, _t in find_datums(r.laag)]
        if len(dates) < 3:
            continue
        first, last = min(d for d, _r in dates), max(d for d, _r in dates)
        expected = ((last - first).days / 365.25) * promise.waarde + 1
        held = len({d for d, _r in dates})
        if expected - held >= 1 and held < expected * 0.95:
            skipped = next((r for r in own if _OVERGESLAGEN.search(r.laag) and not r.rij), None)
            side = _side(skipped if skipped is not None else dates[0][1])
            yield from _pair((promise.regel.document.pad, promise.plaats, promise.citaat), side, "laag", (
                f"De afspraak over het overleg geeft van {first:%d-%m-%Y} tot {last:%d-%m-%Y} ongeveer {round(expected)} verslagen; er zijn er {held}. "
                "Voeg de ontbrekende verslagen toe, of pas de afspraak aan."
            ))
