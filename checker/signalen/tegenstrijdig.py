"""Tegenstrijdig: two documents that say different things on one subject; both sides are shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from checker.resultaat import Signaal
from checker.signalen.beweringen import Bewering, onderwerpen
from checker.signalen.laden import groep, patronen
from checker.taal.woorden import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.signalen.beeld import Beeld, Regel

_DOE = "Kies wat geldt, pas de andere tekst aan en vertel het aan het team."
_PER_WAARDE = 2  # sides shown per document and subject
_JAAR = re.compile(r"\b(laatste|recentste|vorige)\b[^.;]{0,50}\b(20[012]\d)\b|\b(dateert|is) (van|uit) (20[012]\d)\b")


def find_tegenstrijdig(beeld: Beeld, beweringen: Sequence[Bewering]) -> Iterator[Signaal]:
    """Every claim that another document, or a count in a report, contradicts."""
    for entry in onderwerpen():
        own = [bewering for bewering in beweringen if bewering.onderwerp == entry["id"]]
        yield from _compare(own, entry)
    yield from _facilities(beeld)
    yield from _last_time(beeld)


def _compare(own: Sequence[Bewering], entry: dict[str, Any]) -> Iterator[Signaal]:
    shown: dict[str, list[object]] = {}
    values_of: dict[str, set[object]] = {}
    pairs: set[frozenset[tuple[str, object]]] = set()
    for bewering in own:
        values_of.setdefault(bewering.regel.document.pad, set()).add(bewering.waarde)
    for bewering in own:
        other = next((b for b in own if _conflict(bewering, b, entry) and not _shared(bewering, b, values_of)), None)
        values = shown.setdefault(bewering.regel.document.pad, [])
        if other is None or bewering.waarde in values or len(values) >= _PER_WAARDE:
            continue
        values.append(bewering.waarde)
        sides = frozenset(((bewering.regel.document.pad, bewering.waarde), (other.regel.document.pad, other.waarde)))
        if sides not in pairs:  # a signaal shows both sides: the other one would say the same again
            pairs.add(sides)
            yield _signaal(bewering, other, entry)


def _shared(a: Bewering, b: Bewering, values_of: dict[str, set[object]]) -> bool:
    """Names and choices that one document gives both of are not a contradiction."""
    if not isinstance(a.waarde, str):
        return False
    return a.waarde in values_of[b.regel.document.pad] or b.waarde in values_of[a.regel.document.pad]


def _conflict(a: Bewering, b: Bewering, entry: dict[str, Any]) -> bool:
    if a.regel is b.regel or (a.geteld and b.geteld):
        return False
    same_document = a.regel.document is b.regel.document
    if isinstance(a.waarde, str) or isinstance(b.waarde, str):
        return not same_document and not _same_name(str(a.waarde), str(b.waarde))
    if same_document and not (a.geteld or b.geteld):
        return False
    margin = float(entry["marge"])
    if a.geteld or b.geteld:  # a count may exceed a promise
        counted, promised = (a.waarde, b.waarde) if a.geteld else (b.waarde, a.waarde)
        return counted < promised * (1 - margin)
    return abs(a.waarde - b.waarde) > margin * max(a.waarde, b.waarde)


def _same_name(a: str, b: str) -> bool:
    return fold(a) == fold(b) or fold(a).split()[-1] == fold(b).split()[-1]


def _signaal(bewering: Bewering, other: Bewering, entry: dict[str, Any]) -> Signaal:
    return Signaal(
        soort="tegenstrijdig", ernst=entry["ernst"], document=bewering.regel.document.pad, plaats=bewering.plaats,
        citaat=bewering.citaat, document2=other.regel.document.pad, plaats2=other.plaats, citaat2=other.citaat,
        melding=f"Twee plekken zeggen iets anders over {entry['naam']}: hier \"{_short(bewering)}\", in "
        f'{other.regel.document.pad} "{_short(other)}". {_DOE}',
    )


def _short(bewering: Bewering) -> str:
    return bewering.citaat if len(bewering.citaat) <= 120 else bewering.citaat[:117] + "..."


def _facilities(beeld: Beeld) -> Iterator[Signaal]:
    """Something one document has and another says is still to come."""
    for entry in patronen("onderwerpen.yaml")["voorzieningen"]:
        lines = [r for r in beeld.eigen_regels if re.search(entry["bij"], r.laag) and not r.rij]
        absent = [r for r in lines if _is_absent(r)]
        present = [r for r in lines if r not in absent and re.search(r"\b(wij|we|onze|ons)\b", r.laag) and not _is_plan(r)]
        for missing in absent:
            other = next((r for r in present if r.document is not missing.document), None)
            if other is not None:
                yield _pair(missing, other, entry)
                break


def _is_absent(regel: Regel) -> bool:
    return any(groep("ontwikkeling.yaml", name).search(regel.laag) for name in ("sterk", "nog_niet"))


def _is_plan(regel: Regel) -> bool:
    return bool(groep("ontwikkeling.yaml", "voornemen").search(regel.laag)) or "niet" in regel.laag.split() or "geen" in regel.laag.split()


def _pair(side: Regel, other: Regel, entry: dict[str, Any]) -> Signaal:
    citaat, plaats = side.citaat(0, len(side.tekst))
    citaat2, plaats2 = other.citaat(0, len(other.tekst))
    return Signaal(
        soort="tegenstrijdig", ernst=entry["ernst"], document=side.document.pad, plaats=plaats, citaat=citaat,
        document2=other.document.pad, plaats2=plaats2, citaat2=citaat2,
        melding=f"Over {entry['naam']} zegt het ene document dat het er is en het andere dat het er nog niet is. {_DOE}",
    )


def _last_time(beeld: Beeld) -> Iterator[Signaal]:
    """A promised frequency against the year of the last time."""
    from checker.signalen.getallen import frequency

    for entry in patronen("onderwerpen.yaml")["laatste_keer"]:
        lines = [r for r in beeld.eigen_regels if re.search(entry["bij"], r.laag)]
        promises = [(r, found) for r in lines if (found := frequency(r.laag)) and not _JAAR.search(r.laag)]
        for regel in lines:
            match = _JAAR.search(regel.laag)
            if not match or not promises:
                continue
            year = int(match.group(2) or match.group(5))
            promise, (per_year, van, tot) = promises[0]
            if per_year >= 1 and beeld.peildatum.year - year >= 2:
                citaat, plaats = regel.citaat(match.start(), match.end())
                citaat2, plaats2 = promise.citaat(van, tot)
                yield Signaal(
                    soort="tegenstrijdig", ernst="midden", document=regel.document.pad, plaats=plaats, citaat=citaat,
                    document2=promise.document.pad, plaats2=plaats2, citaat2=citaat2,
                    melding=f"De praktijk belooft {entry['naam']} vaker dan hier blijkt: de laatste keer was in {year}. "
                    "Doe het alsnog, of pas de afspraak aan.",
                )
