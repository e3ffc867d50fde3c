"""Overzicht: a resultaat arranged the way all writers print it; no judgement, only order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.kaders.model import Oordeel
from checker.rapporten.opmaak import SIGNAALSOORTEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.resultaat import (
        Actie,
        Bevinding,
        Bewijs,
        DocumentRegel,
        KaderRegel,
        OnderdeelUitkomst,
        Resultaat,
        Signaal,
    )

_TEKORT = {Oordeel.NIET_AANGETOOND: 3, Oordeel.GEDEELTELIJK: 2, Oordeel.GROTENDEELS: 1}
_ERNST_RANG = {"hoog": 0, "midden": 1, "laag": 2}
_DRINGEND = ("persoonsgegevens", "verlopen", "tegenstrijdig")
ZWAAR = 2
"""From this gewicht on a norm is heavy."""
_GELEZEN = ("gelezen",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How many normen have each oordeel, in the fixed order of ``Oordeel``.

    ``niet_uit_papier`` counts the normen of which no onderdeel can be shown by documents; they
    are among the ``niet_aangetoond`` ones and are named apart: not found is not cannot tell.
    """

    aantallen: dict[Oordeel, int]
    niet_uit_papier: int
    te_beoordelen: int

    @property
    def totaal(self) -> int:
        """All normen, the ones that do not apply included."""
        return sum(self.aantallen.values())

    @property
    def van_toepassing(self) -> int:
        """The normen that apply to this praktijk."""
        return self.totaal - self.aantallen[Oordeel.NIET_VAN_TOEPASSING]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemaOverzicht:
    """A thema of a kader with its bevindingen in the order of the kader."""

    thema: str
    bevindingen: tuple[Bevinding, ...]
    telling: Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class KaderOverzicht:
    """A kader with its themas in order and the count over all of them."""

    kader: KaderRegel
    themas: tuple[ThemaOverzicht, ...]
    telling: Telling

    @property
    def bevindingen(self) -> tuple[Bevinding, ...]:
        """All bevindingen of the kader, in order."""
        return tuple(bevinding for thema in self.themas for bevinding in thema.bevindingen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kruisrij:
    """A norm with per document how many quotes support it (documents without are left out)."""

    bevinding: Bevinding
    aantallen: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kruistabel:
    """Normen against documents; ``documenten`` are the columns: those with at least one quote."""

    documenten: tuple[str, ...]
    rijen: tuple[Kruisrij, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Toetsvraag:
    """A question for practice with the normen it serves; equal questions are asked once."""

    soort: str
    vraag: str
    norm_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OntbrekendDocument:
    """A document that is asked for and not found, with the normen that need it."""

    naam: str
    norm_ids: tuple[str, ...]


def alleen_praktijk(bevinding: Bevinding) -> bool:
    """Say whether paper cannot show any onderdeel that applies: practice must answer."""
    statussen = [o.status for o in bevinding.onderdelen if o.status != "niet_van_toepassing"]
    return bool(statussen) and all(status == "niet_uit_papier" for status in statussen)


def tel(bevindingen: Iterable[Bevinding]) -> Telling:
    """Count bevindingen per oordeel; every oordeel is present, also with 0."""
    rij = list(bevindingen)
    per_oordeel = Counter(b.oordeel for b in rij)
    return Telling(
        aantallen={oordeel: per_oordeel[oordeel] for oordeel in Oordeel},
        niet_uit_papier=sum(alleen_praktijk(b) for b in rij if b.oordeel != Oordeel.NIET_VAN_TOEPASSING),
        te_beoordelen=sum(b.zekerheid == "te_beoordelen" for b in rij),
    )


def per_kader(resultaat: Resultaat) -> tuple[KaderOverzicht, ...]:
    """Group bevindingen by kader and thema, both in the order of the resultaat."""
    groepen: dict[str, dict[str, list[Bevinding]]] = {k.kader_id: {} for k in resultaat.kaders}
    for bevinding in resultaat.bevindingen:
        themas = groepen.setdefault(bevinding.kader_id, {})
        themas.setdefault(bevinding.thema, []).append(bevinding)
    return tuple(_kader(kader, groepen[kader.kader_id]) for kader in resultaat.kaders)


def _kader(kader: KaderRegel, themas: dict[str, list[Bevinding]]) -> KaderOverzicht:
    delen = tuple(ThemaOverzicht(thema=thema, bevindingen=tuple(rij), telling=tel(rij)) for thema, rij in themas.items())
    return KaderOverzicht(kader=kader, themas=delen, telling=tel(b for deel in delen for b in deel.bevindingen))


def totaal(resultaat: Resultaat) -> Telling:
    """Count all bevindingen of the run."""
    return tel(resultaat.bevindingen)


def top_risicos(resultaat: Resultaat, hoeveel: int = 5) -> tuple[Bevinding, ...]:
    """Give the normen with the largest gap times gewicht, worst first.

    Normen that paper cannot show are left out: there is no gap in the documents to rank.
    """
    kandidaten = [b for b in resultaat.bevindingen if b.oordeel in _TEKORT and not alleen_praktijk(b)]
    kandidaten.sort(key=lambda b: (-b.gewicht * _TEKORT[b.oordeel], -_TEKORT[b.oordeel]))
    return tuple(kandidaten[:hoeveel])


def knockouts(resultaat: Resultaat) -> tuple[Bevinding, ...]:
    """Give the heavy normen with no evidence at all, heaviest first."""
    gevonden = [b for b in resultaat.bevindingen if b.gewicht >= ZWAAR and b.oordeel == Oordeel.NIET_AANGETOOND and not alleen_praktijk(b)]
    return tuple(sorted(gevonden, key=lambda b: -b.gewicht))


def dringend(resultaat: Resultaat) -> tuple[Signaal, ...]:
    """Give the signalen of high severity, people and what they may do first, each observation once.

    A contradiction stands at both its places, and a document may hold data of clients on every page.
    """
    hoog: dict[tuple[str, str], Signaal] = {}
    for s in resultaat.signalen:
        if s.ernst == "hoog":
            kern = s.document if s.soort == "persoonsgegevens" else s.melding.partition(":")[0]
            hoog.setdefault((s.soort, kern), s)
    return tuple(sorted(hoog.values(), key=_rang))


def _rang(signaal: Signaal) -> int:
    if ", rij " in signaal.plaats and signaal.soort in ("verlopen", "tegenstrijdig"):
        return 0
    return 1 + next((nr for nr, soort in enumerate(_DRINGEND) if soort == signaal.soort), len(_DRINGEND))


def signalen_per_soort(resultaat: Resultaat) -> dict[str, tuple[Signaal, ...]]:
    """Group signalen by soort in the order of the reports, the most serious first."""
    groepen: dict[str, list[Signaal]] = {soort: [] for soort in SIGNAALSOORTEN}
    for signaal in resultaat.signalen:
        groepen.setdefault(signaal.soort, []).append(signaal)
    return {
        soort: tuple(sorted(rij, key=lambda s: _ERNST_RANG.get(s.ernst, len(_ERNST_RANG))))
        for soort, rij in groepen.items()
        if rij
    }


def kruistabel(resultaat: Resultaat, kader_id: str | None = None) -> Kruistabel:
    """Count quotes that support a norm per document; normen without quotes are left out."""
    rijen = [
        Kruisrij(bevinding=b, aantallen=dict(Counter(bewijs.document for bewijs in b.bewijs)))
        for b in resultaat.bevindingen
        if b.bewijs and kader_id in (None, b.kader_id)
    ]
    gebruikt = {document for rij in rijen for document in rij.aantallen}
    return Kruistabel(documenten=tuple(sorted(gebruikt)), rijen=tuple(rijen))


def praktijktoets_per_rol(resultaat: Resultaat) -> dict[str, tuple[Toetsvraag, ...]]:
    """Group the questions for practice by who must be asked; interviews before file tests."""
    groepen: dict[str, dict[tuple[str, str], list[str]]] = {}
    for bevinding in resultaat.bevindingen:
        if bevinding.oordeel == Oordeel.NIET_VAN_TOEPASSING:
            continue
        for toets in bevinding.praktijktoets:
            vragen = groepen.setdefault(toets.rol, {})
            normen = vragen.setdefault((toets.soort, toets.vraag), [])
            if bevinding.norm_id not in normen:
                normen.append(bevinding.norm_id)
    return {rol: _toetsvragen(groepen[rol]) for rol in sorted(groepen)}


def _toetsvragen(vragen: dict[tuple[str, str], list[str]]) -> tuple[Toetsvraag, ...]:
    rij = [Toetsvraag(soort=soort, vraag=vraag, norm_ids=tuple(normen)) for (soort, vraag), normen in vragen.items()]
    return tuple(sorted(rij, key=lambda toets: toets.soort != "interview"))


def ontbrekende_documenten(resultaat: Resultaat) -> tuple[OntbrekendDocument, ...]:
    """List the documents that normen ask for and that are not in the dossier, most asked first."""
    normen: dict[str, list[str]] = {}
    for bevinding in resultaat.bevindingen:
        for naam in bevinding.ontbrekende_documenten:
            normen.setdefault(naam, []).append(bevinding.norm_id)
    rij = [OntbrekendDocument(naam=n, norm_ids=tuple(ids)) for n, ids in normen.items()]
    return tuple(sorted(rij, key=lambda document: (-len(document.norm_ids), document.naam)))


def niet_gelezen(resultaat: Resultaat) -> tuple[DocumentRegel, ...]:
    """List the files that were not read in full: their content is unknown to this report."""
    return tuple(d for d in resultaat.dossier.documenten if d.toestand not in _GELEZEN)


def onderdelen_van(bevinding: Bevinding, bewijs: Bewijs) -> tuple[OnderdeelUitkomst, ...]:
    """Give the onderdelen that a quote supports, in the order of the norm."""
    return tuple(o for o in bevinding.onderdelen if o.id in bewijs.onderdelen)


def acties_per_norm(resultaat: Resultaat) -> dict[str, tuple[Actie, ...]]:
    """Give per norm id the actions that help it."""
    per_norm: dict[str, list[Actie]] = {}
    for actie in resultaat.acties:
        for norm_id in actie.norm_ids:
            per_norm.setdefault(norm_id, []).append(actie)
    return {norm_id: tuple(acties) for norm_id, acties in per_norm.items()}


def beoordeeld(resultaat: Resultaat) -> tuple[Bevinding, ...]:
    """Give the normen on which a person gave a verdict."""
    return tuple(b for b in resultaat.bevindingen if (b.beoordeling or {}).get("oordeel"))


def opnieuw(resultaat: Resultaat) -> tuple[Bevinding, ...]:
    """Give the normen whose evidence changed after a person judged them."""
    return tuple(b for b in beoordeeld(resultaat) if (b.beoordeling or {}).get("opnieuw"))


def plaats(bewijs: Bewijs) -> str:
    """Write a place in one line: "pagina 3, Klachten > Termijnen, alinea 12"."""
    delen = [f"pagina {bewijs.pagina}" if bewijs.pagina else "", " > ".join(bewijs.sectie)]
    return ", ".join(deel for deel in (*delen, bewijs.plaats) if deel)
