"""Antwoord: what a practice can answer to each demand of a tender, from its own verified quotes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.kaders.model import Oordeel
from checker.rapporten.overzicht import alleen_praktijk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.resultaat import Bevinding, Bewijs, Resultaat

BEANTWOORD, DEELS, AANVULLEN, NVT = "beantwoord", "deels", "aanvullen", "nvt"
_PER_ONDERDEEL = 3
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
    """

    bevinding: Bevinding
    stand: str
    alineas: tuple[Alinea, ...]
    ontbreekt: tuple[str, ...]
    toelichting: str = ""

    @property
    def documenten(self) -> tuple[str, ...]:
        """The documents that are quoted, each once."""
        return tuple(dict.fromkeys(b.document for alinea in self.alineas for b in alinea.citaten))


def answer_all(resultaat: Resultaat) -> tuple[Antwoord, ...]:
    """Answer every demand, in the order of the resultaat."""
    return tuple(_answer(bevinding) for bevinding in resultaat.bevindingen)


def number_documents(antwoorden: Sequence[Antwoord]) -> dict[str, str]:
    """Number the quoted documents as appendices, in the order in which they are first quoted."""
    paden = dict.fromkeys(pad for antwoord in antwoorden for pad in antwoord.documenten)
    return {pad: f"B{nummer}" for nummer, pad in enumerate(paden, 1)}


def _answer(bevinding: Bevinding) -> Antwoord:
    mens = bevinding.beoordeling or {}
    oordeel = mens.get("oordeel") or str(bevinding.oordeel)
    if oordeel == Oordeel.NIET_VAN_TOEPASSING:
        reden = mens.get("reden") if mens.get("oordeel") else ""
        return Antwoord(bevinding=bevinding, stand=NVT, alineas=(), ontbreekt=(), toelichting=reden or bevinding.reden)
    alineas = tuple(_alineas(bevinding))
    if not alineas:
        return Antwoord(bevinding=bevinding, stand=AANVULLEN, alineas=(), ontbreekt=_missing(bevinding))
    if oordeel == Oordeel.AANGETOOND:
        return Antwoord(bevinding=bevinding, stand=BEANTWOORD, alineas=alineas, ontbreekt=())
    return Antwoord(bevinding=bevinding, stand=DEELS, alineas=alineas, ontbreekt=_missing(bevinding))


def _alineas(bevinding: Bevinding) -> Iterator[Alinea]:
    """The quotes per onderdeel; a quote that serves several is used once."""
    gebruikt: set[int] = set()
    for onderdeel in bevinding.onderdelen:
        eigen = [plek for plek in onderdeel.bewijs if plek not in gebruikt][:_PER_ONDERDEEL]
        gebruikt.update(eigen)
        if eigen:
            yield Alinea(onderwerp=onderdeel.tekst, citaten=tuple(bevinding.bewijs[plek] for plek in eigen))
    if not gebruikt and bevinding.bewijs:
        yield Alinea(onderwerp="", citaten=bevinding.bewijs[:_PER_ONDERDEEL])


def _missing(bevinding: Bevinding) -> tuple[str, ...]:
    if alleen_praktijk(bevinding):
        return (_PRAKTIJK,)
    return bevinding.hiaten or (bevinding.reden,)
