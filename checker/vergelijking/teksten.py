"""Teksten: drafts of the motivation and the questions for verification, from what was found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from checker.rapporten.opmaak import OORDELEN, TOETSSOORTEN, aantal, datum, getal, inkorten, stijl, woord, zin
from checker.vergelijking.stand import GEEN_DOCUMENTEN, NIET_GELEZEN, NIET_GEVONDEN, NVT, ONDERGRENS, VERIFIEREN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.vergelijking.stand import Cel, Stand
    from checker.vergelijking.uitvraag import Criterium

_CITAAT = 300
# A gap as a bevinding words it: what kind, which onderdeel, and why.
_HIAAT = re.compile(r"([^:()]+): (.+) \(([^()]+)\)\.")


def feit(cel: Cel, found: Mapping[str, Any] | None, stand: Stand) -> str:
    """What stands in the submission, or what was looked through."""
    if cel.toestand == GEEN_DOCUMENTEN:
        return "De inschrijving bevat geen documenten."
    read = f"{stand.gelezen} van {aantal(stand.documenten, 'document', 'documenten')} geheel gelezen"
    quotes = list(found["bewijs"][:2]) if found else []
    if not quotes:
        return f"Niets gevonden dat telt ({read})." if found else f"Niets te beoordelen ({read})."
    return " ".join(f"In {place(q)} staat: “{inkorten(q['citaat'], _CITAAT)}”" for q in quotes) + f" ({read}.)"


def beoordeling(cel: Cel, found: Mapping[str, Any] | None, maximum: float) -> str:
    """The verdict in words, with its reason; a score of people goes first and the proposal is named as such."""
    if cel.mens.score is None:
        return _voorstel(cel, found, maximum)
    return f"Score van de commissie: {number(cel.mens.score)} van {number(maximum)} ({cel.mens.bron}). Uit de documenten: {_voorstel(cel, found, maximum)}"


def _voorstel(cel: Cel, found: Mapping[str, Any] | None, maximum: float) -> str:
    vaste = {
        NIET_GELEZEN: "Geen oordeel: niet alles kon worden gelezen, dus niet vinden betekent hier niet ontbreken.",
        GEEN_DOCUMENTEN: "Geen oordeel: er is niets ingediend dat te lezen is.",
    }
    if cel.toestand in vaste or found is None:
        return vaste.get(cel.toestand, vaste[NIET_GELEZEN])
    if cel.toestand == NVT:
        return f"Niet van toepassing. {found['reden']}"
    score = f"voorstel {number(cel.voorstel)} van {number(maximum)}"
    ten_minste = " Dit is een ondergrens: niet alle documenten konden worden gelezen." if cel.toestand == ONDERGRENS else ""
    return f"{stijl(OORDELEN, cel.oordeel).woord} ({score}). {found['reden']}{ten_minste}"


def waarom_niet_hoger(cel: Cel, found: Mapping[str, Any] | None, maximum: float) -> str:
    """What kept the score from the maximum; why people gave less than the proposal is theirs to write."""
    if cel.mens.score is not None:
        return _waarom_mensen(cel, found, cel.mens.score, maximum)
    if cel.toestand in {NIET_GELEZEN, GEEN_DOCUMENTEN}:
        return "Er is nog geen score."
    if cel.toestand == NVT or found is None:
        return ""
    if cel.voorstel is not None and cel.voorstel >= maximum:
        return "Het voorstel is de hoogste score."
    return gaps(found["hiaten"]) or "Het gevonden bewijs is niet volledig of niet rechtstreeks."


def _waarom_mensen(cel: Cel, found: Mapping[str, Any] | None, score: float, maximum: float) -> str:
    if score >= maximum:
        return "De score is de hoogste."
    if cel.mens.toelichting:
        return f"Toelichting van de commissie: {cel.mens.toelichting}"
    if cel.voorstel is not None and score < cel.voorstel:
        return f"De commissie gaf minder dan het voorstel ({number(cel.voorstel)}). Schrijf op waarom."
    return (gaps(found["hiaten"]) if found else "") or "Schrijf op waarom de score niet hoger is."


def gaps(hiaten: Sequence[str]) -> str:
    """All gaps of a criterium: those with the same lead and reason in one sentence, the others as they are."""
    groups: dict[tuple[str, str], list[str]] = {}
    for hiaat in hiaten:
        found = _HIAAT.fullmatch(hiaat.strip())
        lead, what, reason = found.groups() if found else ("", zin(hiaat), "")
        groups.setdefault((lead, reason), []).append(what)
    sentences = [f"{lead} ({reason}): {'; '.join(rij)}." if lead else " ".join(rij) for (lead, reason), rij in groups.items()]
    return " ".join(sentences)


def vragen(stand: Stand, uittreksel: Mapping[str, Any] | None, criteria: tuple[Criterium, ...]) -> Iterator[tuple[str, str, str]]:
    """Questions to verify with one aanbieder: criterium id or empty, why, and the question."""
    if uittreksel is None:
        return
    if stand.toestand == "geen_documenten":
        yield "", "Geen documenten", "Uw map bevat geen documenten. Klopt dat, of is er bij het aanleveren iets misgegaan?"
    for document in uittreksel["documenten"]:
        if document["telt"] and not document["gelezen"]:
            yield "", "Niet gelezen", f"Het bestand {document['pad']} kon niet geheel worden gelezen ({document['melding']}) Kunt u de inhoud leesbaar aanleveren?"
    for cel, criterium in zip(stand.cellen, criteria, strict=True):
        found = uittreksel["bevindingen"].get(criterium.id)
        if found is not None:
            yield from _vragen(cel, criterium, found)


def _vragen(cel: Cel, criterium: Criterium, found: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    if found["verlopen"]:
        yield criterium.id, "Verlopen", f"In {', '.join(found['verlopen'])} staat een datum die voorbij is. Is er een geldig bewijs op de dag van inschrijving?"
    if cel.toestand == NVT:
        yield criterium.id, "Niet van toepassing", f"Waaruit blijkt dat dit voor u niet geldt: {criterium.titel}?"
        return
    if criterium.gelijkwaardig and cel.toestand == NIET_GEVONDEN:
        proof = criterium.bewijs or criterium.titel
        yield criterium.id, "Gelijkwaardig", f"Gevraagd is: {proof}. Heeft u een gelijkwaardig bewijs, en waar staat dat in uw inschrijving?"
    elif cel.minimum(criterium) == VERIFIEREN:
        yield criterium.id, "Te verifiëren", f"Waar in uw inschrijving staat het bewijs voor: {criterium.bewijs or criterium.titel}?"
    if cel.voorstel is not None:
        for toets in found["praktijktoets"][:1]:
            yield criterium.id, f"{woord(TOETSSOORTEN, toets['soort'])} ({toets['rol']})", toets["vraag"]


def place(quote: Mapping[str, Any]) -> str:
    """Document, page and place of a quote."""
    page = f", pagina {quote['pagina']}" if quote["pagina"] else ""
    where = f", {quote['plaats']}" if quote["plaats"] else ""
    return f"{quote['document']}{page}{where}"


def number(value: float | None) -> str:
    """A score as Dutch readers write it, without needless decimals."""
    if value is None:
        return "geen"
    return getal(value) if value == int(value) else getal(value, 2).rstrip("0")


def valid(cel: Cel) -> str:
    """Until when a proof says to be valid, in Dutch."""
    return datum(cel.geldig_tot) if cel.geldig_tot else ""
