"""Antwoord: what a practice can answer to each demand of a tender, from its own verified quotes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.kaders.model import Oordeel
from checker.rapporten.opmaak import hoofdletter
from checker.rapporten.overzicht import alleen_praktijk
from checker.rapporten.thuis import find_thuis

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.resultaat import Bevinding, Bewijs, Resultaat, Signaal

BEANTWOORD, DEELS, AANVULLEN, NVT = "beantwoord", "deels", "aanvullen", "nvt"
_PER_ONDERDEEL = 3
_THUIS = "het bewijs staat in een document met gegevens van cliënten, en dat gaat niet mee. Beschrijf hier zelf hoe u dit doet."
_PRAKTIJK = "Dit blijkt niet uit documenten. Schrijf zelf hoe u dit doet, met een voorbeeld."


@dataclass(frozen=True, slots=True, kw_only=True)
class Alinea:
    """What an answer says about one aspect: its quotes, best first."""

    onderwerp: str
    citaten: tuple[Bewijs, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Antwoord:
    """The answer to one demand.

    Attributes:
        stand: beantwoord, deels, aanvullen or nvt; a person's verdict goes before the proposal, but
            without a quote nothing is answered.
        ontbreekt: what still has to be written or added.
        toelichting: why the demand does not apply.
        botst: where the dossier says something else than a quote in this answer.
    """

    bevinding: Bevinding
    stand: str
    alineas: tuple[Alinea, ...]
    ontbreekt: tuple[str, ...]
    toelichting: str = ""
    botst: tuple[Signaal, ...] = ()

    @property
    def documenten(self) -> tuple[str, ...]:
        """The documents that are quoted, each once."""
        return tuple(dict.fromkeys(b.document for alinea in self.alineas for b in alinea.citaten))


def answer_all(resultaat: Resultaat) -> tuple[Antwoord, ...]:
    """Answer every demand, in the order of the resultaat; what holds data of clients is not quoted."""
    thuis, botsingen = find_thuis(resultaat), _botsingen(resultaat)
    antwoorden = (_answer(bevinding, thuis) for bevinding in resultaat.bevindingen)
    return tuple(replace(antwoord, botst=_botst(antwoord, botsingen)) for antwoord in antwoorden)


def warn_documents(resultaat: Resultaat) -> dict[str, tuple[str, ...]]:
    """Per document what makes it unfit as an appendix: it is expired, or there is another version of it."""
    gevonden: dict[str, dict[str, None]] = {}
    for signaal in resultaat.signalen:
        if signaal.soort == "verlopen" and ", rij " not in signaal.plaats:  # a row is about a person or a thing, not about the document
            gevonden.setdefault(signaal.document, {})[signaal.melding] = None
        elif signaal.soort == "tegenstrijdig" and not signaal.citaat and signaal.document2:
            gevonden.setdefault(signaal.document, {})[signaal.melding] = None
            gevonden.setdefault(signaal.document2, {})[f"Hiervan staat ook {signaal.document} in het dossier. Stuur alleen de geldende versie mee."] = None
    return {pad: tuple(meldingen) for pad, meldingen in gevonden.items()}


def _botsingen(resultaat: Resultaat) -> dict[tuple[str, str], list[Signaal]]:
    """The contradictions by the places where they stand."""
    gevonden: dict[tuple[str, str], list[Signaal]] = {}
    for signaal in resultaat.signalen:
        if signaal.soort == "tegenstrijdig" and signaal.citaat:
            for document, plek in ((signaal.document, signaal.plaats), (signaal.document2, signaal.plaats2)):
                gevonden.setdefault((document, plek.split(", cel ")[0]), []).append(signaal)
    return gevonden


def _botst(antwoord: Antwoord, botsingen: Mapping[tuple[str, str], Sequence[Signaal]]) -> tuple[Signaal, ...]:
    citaten = (b for alinea in antwoord.alineas for b in alinea.citaten)
    gevonden = (
        signaal for b in citaten for signaal in botsingen.get((b.document, b.plaats.split(", cel ")[0]), ())
        if any(deel and (deel in b.citaat or b.citaat in deel) for deel in (signaal.citaat, signaal.citaat2))
    )
    per_onderwerp: dict[str, Signaal] = {}  # both sides of a contradiction tell it
    for signaal in gevonden:
        per_onderwerp.setdefault(signaal.melding.partition(":")[0], signaal)
    return tuple(per_onderwerp.values())


def number_documents(antwoorden: Sequence[Antwoord]) -> dict[str, str]:
    """Number the quoted documents as appendices, in the order in which they are first quoted."""
    paden = dict.fromkeys(pad for antwoord in antwoorden for pad in antwoord.documenten)
    return {pad: f"B{nummer}" for nummer, pad in enumerate(paden, 1)}


def _answer(bevinding: Bevinding, thuis: frozenset[str]) -> Antwoord:
    mens = bevinding.beoordeling or {}
    oordeel = mens.get("oordeel") or str(bevinding.oordeel)
    if oordeel == Oordeel.NIET_VAN_TOEPASSING:
        reden = mens.get("reden") if mens.get("oordeel") else ""
        return Antwoord(bevinding=bevinding, stand=NVT, alineas=(), ontbreekt=(), toelichting=reden or bevinding.reden)
    alineas, achter = tuple(_alineas(bevinding, thuis)), _held_back(bevinding, thuis)
    if not alineas:
        return Antwoord(bevinding=bevinding, stand=AANVULLEN, alineas=(), ontbreekt=achter or _missing(bevinding))
    if oordeel == Oordeel.AANGETOOND:
        return Antwoord(bevinding=bevinding, stand=DEELS if achter else BEANTWOORD, alineas=alineas, ontbreekt=achter)
    return Antwoord(bevinding=bevinding, stand=DEELS, alineas=alineas, ontbreekt=(*achter, *_missing(bevinding)))


def _held_back(bevinding: Bevinding, thuis: frozenset[str]) -> tuple[str, ...]:
    """The onderdelen of which all evidence stands in documents that stay at home."""
    leeg = [o for o in bevinding.onderdelen if o.bewijs and all(bevinding.bewijs[plek].document in thuis for plek in o.bewijs)]
    los = not bevinding.onderdelen and bevinding.bewijs and all(b.document in thuis for b in bevinding.bewijs)
    return (*(f"{o.tekst.strip().rstrip('.?')}: {_THUIS}" for o in leeg), *[hoofdletter(_THUIS)] * bool(los))


def _alineas(bevinding: Bevinding, thuis: frozenset[str]) -> Iterator[Alinea]:
    """The quotes per onderdeel; a quote that serves several is used once."""
    gebruikt: set[int] = set()
    vrij = [plek for plek, bewijs in enumerate(bevinding.bewijs) if bewijs.document not in thuis]
    for onderdeel in bevinding.onderdelen:
        eigen = [plek for plek in onderdeel.bewijs if plek in vrij and plek not in gebruikt][:_PER_ONDERDEEL]
        gebruikt.update(eigen)
        if eigen:
            yield Alinea(onderwerp=onderdeel.tekst, citaten=tuple(bevinding.bewijs[plek] for plek in eigen))
    if not gebruikt and vrij:
        yield Alinea(onderwerp="", citaten=tuple(bevinding.bewijs[plek] for plek in vrij[:_PER_ONDERDEEL]))


def _missing(bevinding: Bevinding) -> tuple[str, ...]:
    if alleen_praktijk(bevinding):
        return (_PRAKTIJK,)
    return bevinding.hiaten or (bevinding.reden,)
