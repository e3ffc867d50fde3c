"""Stand: how each aanbieder does on each criterium, with scores, totals and rank.

The figures here are those of the workbook: each has a formula there that gives the same. Unread, not
found and not applicable stay apart, and a person's score always goes before the proposal.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from checker.kaders.model import Oordeel
from checker.vergelijking.uitvraag import KNOCK_OUT, Criterium, Uitvraag

BEOORDEELD, ONDERGRENS, NIET_GEVONDEN = "beoordeeld", "ondergrens", "niet gevonden"
NIET_GELEZEN, GEEN_DOCUMENTEN, NVT = "niet gelezen", "geen documenten", "niet van toepassing"
ONZEKER = frozenset({ONDERGRENS, NIET_GELEZEN, GEEN_DOCUMENTEN})
JA, NEE, VERIFIEREN = "ja", "nee", "te verifiëren"
BEOORDELAARS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Mens:
    """What people filled in for one cell: three raters, consensus, a remark, the final motivation, the check of a minimum.

    ``geweigerd`` holds by header what stands in a score cell and is no score: it does not count and is not thrown away.
    """

    scores: tuple[float | None, ...] = (None,) * BEOORDELAARS
    consensus: float | None = None
    toelichting: str = ""
    motivering: str = ""
    gecontroleerd: str = ""
    opmerking: str = ""
    geweigerd: Mapping[str, str] = field(default_factory=dict)

    @property
    def score(self) -> float | None:
        """The score of people: the consensus, else the mean of the raters."""
        if self.consensus is not None:
            return self.consensus
        given = [score for score in self.scores if score is not None]
        return round_half(sum(given) / len(given), 2) if given else None

    @property
    def bron(self) -> str:
        """What the score rests on."""
        if self.consensus is not None:
            return "consensus"
        return "gemiddelde" if self.score is not None else "voorstel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cel:
    """One aanbieder on one criterium.

    ``voorstel`` is the score of the machine, None where there is nothing to score; ``minimum`` is ja,
    nee or te verifiëren, and empty when the criterium has none.
    """

    criterium: str
    oordeel: str
    toestand: str
    niveau: str
    voorstel: float | None
    voorstel_minimum: str
    mens: Mens
    bewijs: int
    geldig_tot: str

    @property
    def score(self) -> float | None:
        """The score that counts: a person's, else the proposal."""
        human = self.mens.score
        return self.voorstel if human is None else human

    @property
    def telt(self) -> bool:
        """Whether it belongs in the total: not when it does not apply, unless a person scored it."""
        return self.toestand != NVT or self.score is not None

    @property
    def onzeker(self) -> bool:
        """Whether the score may change once everything is read; a person's score settles it."""
        return self.toestand in ONZEKER and self.mens.score is None

    def minimum(self, criterium: Criterium) -> str:
        """Whether the minimum is met."""
        human = self.mens.score
        if criterium.minimum is None or human is None:
            return self.voorstel_minimum
        return JA if human >= criterium.minimum else NEE


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """One aanbieder over all criteria; ``totaal`` is 0 to 100, ``rang`` None when it is not ranked."""

    aanbieder: str
    naam: str
    toestand: str
    melding: str
    documenten: int
    gelezen: int
    invoer: str
    cellen: tuple[Cel, ...]
    totaal: float | None = None
    knock_outs: int = 0
    te_verifieren: int = 0
    onzeker: int = 0
    geteld: int = 0
    rang: int | None = None
    reden: str = field(default="")

    @property
    def rangschikbaar(self) -> bool:
        """Whether it may be ranked: a total, nothing unread that matters, no failed minimum."""
        return self.totaal is not None and not self.onzeker and not self.knock_outs


def round_half(value: float, digits: int) -> float:
    """Round as a spreadsheet does: a half goes up, and the noise of binary fractions does not count."""
    factor = 10.0**digits
    return int(value * factor + 0.5 + 1e-7) / factor


def make_stand(uittreksel: Mapping[str, Any], uitvraag: Uitvraag, mensen: Mapping[tuple[str, str], Mens]) -> Stand:
    """The cells of one aanbieder from its uittreksel, without totals."""
    documents = [d for d in uittreksel["documenten"] if d["telt"]]
    name = str(uittreksel["aanbieder"])
    cells = tuple(
        _cel(criterium, uittreksel["bevindingen"].get(criterium.id), uittreksel["toestand"], uitvraag, mensen.get((name, criterium.id), Mens()))
        for criterium in uitvraag.criteria
    )
    return Stand(
        aanbieder=name, naam=uittreksel["naam"], toestand=uittreksel["toestand"], melding="", documenten=len(documents),
        gelezen=sum(bool(d["gelezen"]) for d in documents), invoer=uittreksel["invoer"], cellen=cells,
    )


def failed_stand(aanbieder: str, melding: str, uitvraag: Uitvraag, mensen: Mapping[tuple[str, str], Mens]) -> Stand:
    """An aanbieder that could not be judged: nothing is known of it."""
    cells = tuple(_cel(c, None, "mislukt", uitvraag, mensen.get((aanbieder, c.id), Mens())) for c in uitvraag.criteria)
    return Stand(
        aanbieder=aanbieder, naam=aanbieder, toestand="mislukt", melding=melding, documenten=0, gelezen=0, invoer="", cellen=cells
    )


def _cel(criterium: Criterium, found: Mapping[str, Any] | None, dossier: str, uitvraag: Uitvraag, mens: Mens) -> Cel:
    oordeel = str(found["oordeel"]) if found else ""
    toestand = _toestand(oordeel, dossier)
    voorstel = uitvraag.schaal.get(oordeel) if toestand in {BEOORDEELD, ONDERGRENS, NIET_GEVONDEN} else None
    verlopen = bool(found and found["verlopen"])
    return Cel(
        criterium=criterium.id, oordeel=oordeel if toestand != NIET_GELEZEN else "", toestand=toestand,
        niveau=str(found["niveau"]) if found else "", voorstel=voorstel, mens=mens,
        voorstel_minimum=_minimum(criterium, toestand, voorstel, verlopen=verlopen),
        bewijs=int(found["aantal"]) if found else 0, geldig_tot=str(found["geldig_tot"]) if found else "",
    )


def _toestand(oordeel: str, dossier: str) -> str:
    if dossier == "geen_documenten":
        return GEEN_DOCUMENTEN
    if not oordeel:
        return NIET_GELEZEN
    if oordeel == Oordeel.NIET_VAN_TOEPASSING:
        return NVT
    whole = dossier == "gelezen"
    if oordeel == Oordeel.NIET_AANGETOOND:
        return NIET_GEVONDEN if whole else NIET_GELEZEN
    return BEOORDEELD if whole or oordeel == Oordeel.AANGETOOND else ONDERGRENS


def _minimum(criterium: Criterium, toestand: str, voorstel: float | None, *, verlopen: bool) -> str:
    """The proposal on a minimum; no certificate is no automatic no when equivalent proof counts."""
    if criterium.minimum is None:
        return ""
    if toestand == NVT:
        return NVT
    if voorstel is None:
        return VERIFIEREN
    if voorstel >= criterium.minimum:
        return VERIFIEREN if verlopen and criterium.soort == KNOCK_OUT else JA
    some = criterium.soort == KNOCK_OUT and toestand != NIET_GEVONDEN
    return VERIFIEREN if toestand == ONDERGRENS or criterium.gelijkwaardig or some else NEE


def rank(standen: Sequence[Stand], uitvraag: Uitvraag) -> tuple[Stand, ...]:
    """Totals and rank of all aanbieders; equal totals share a rank."""
    counted = [_total(stand, uitvraag) for stand in standen]
    totals = sorted(stand.totaal for stand in counted if stand.rangschikbaar and stand.totaal is not None)
    return tuple(
        replace(stand, rang=1 + len(totals) - bisect_right(totals, stand.totaal)) if stand.rangschikbaar and stand.totaal is not None
        else replace(stand, reden=_why_not(stand, uitvraag))
        for stand in counted
    )


def sums(stand: Stand, uitvraag: Uitvraag) -> tuple[float, float]:
    """Weighted points, and the most that could be had on what applies."""
    pairs = [(cell, c.gewicht) for cell, c in zip(stand.cellen, uitvraag.criteria, strict=True) if cell.telt]
    return sum((cell.score or 0) * weight for cell, weight in pairs), sum(weight for _, weight in pairs) * uitvraag.maximum


def _total(stand: Stand, uitvraag: Uitvraag) -> Stand:
    pairs = list(zip(stand.cellen, uitvraag.criteria, strict=True))
    points, base = sums(stand, uitvraag)
    scored = [cell for cell, c in pairs if c.gewicht > 0 and cell.score is not None]
    minima = [cell.minimum(c) for cell, c in pairs]
    return replace(
        stand, totaal=round_half(100 * points / base, 4) if scored else None,
        knock_outs=minima.count(NEE), te_verifieren=minima.count(VERIFIEREN), geteld=len(scored),
        onzeker=sum(cell.onzeker for cell, c in pairs if c.gewicht > 0),
    )


def _why_not(stand: Stand, uitvraag: Uitvraag) -> str:
    if stand.toestand == "mislukt":
        return "Niet getoetst."
    if stand.toestand == "geen_documenten":
        return "Er zijn geen documenten."
    if stand.knock_outs:
        failed = [cell for cell, c in zip(stand.cellen, uitvraag.criteria, strict=True) if cell.minimum(c) == NEE]
        wie = "het voorstel" if any(cell.mens.score is None for cell in failed) else "de beoordelaars"
        return f"Een minimum of knock-out is volgens {wie} niet gehaald."
    if stand.onzeker:
        return "Niet alles kon worden gelezen. Vul zelf een score in, of vraag het document opnieuw op."
    return "Er is geen score om op te rangschikken."
