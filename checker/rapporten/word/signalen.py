"""Observations about documents: outdated, contradictory, missing, and the rest."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from checker.rapporten import werk
from checker.rapporten.opmaak import ERNST, SIGNAALSOORTEN, aantal, inkorten, leesbaar, stijl, woord
from checker.rapporten.overzicht import ontbrekende_documenten
from checker.rapporten.word.samenvatting import SIGNALEN_ANKER, SIGNALEN_KOP
from checker.rapporten.word.tabel import Cel, Kolom, cel, cellen, tabel, woordcel
from checker.rapporten.word.xml import Xml, alinea, samen, tekst

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.rapporten.werk import Stuk
    from checker.rapporten.word.verslag import Verslag
    from checker.resultaat import Signaal

_EIGEN_HOOFDSTUK = ("verouderd", "tegenstrijdig", "ontbrekend_document")
_ELDERS = "het volledige gaprapport of gapanalyse.xlsx"
_KOLOMMEN = (
    Kolom(kop="Ernst", deel=1.2),
    Kolom(kop="Wat er opvalt", deel=4.4),
    Kolom(kop="Citaat", deel=3.4),
    Kolom(kop="Vindplaats", deel=3),
)
_TEGEN = (
    Kolom(kop="Ernst", deel=1.2),
    Kolom(kop="Wat er botst", deel=4.2),
    Kolom(kop="Hier staat", deel=3.3),
    Kolom(kop="Maar hier staat", deel=3.3),
)
_ONTBREEKT = (
    Kolom(kop="Document", deel=5),
    Kolom(kop="Nodig voor normen", deel=7),
)


def signalen(verslag: Verslag) -> Xml:
    """Write the chapters on signalen."""
    soorten = {soort: tuple(groep) for soort, groep in groupby(werk.signalen(verslag.resultaat), key=lambda stuk: stuk.wat.soort)}
    return samen(
        (
            verslag.kop(1, SIGNALEN_KOP, SIGNALEN_ANKER),
            verslag.kop(2, "Verouderde verwijzingen"),
            _lijst(verslag, soorten.get("verouderd", ()), "Er zijn geen verouderde verwijzingen"),
            verslag.kop(2, "Tegenstrijdigheden tussen documenten"),
            _tegenstrijdig(verslag, soorten.get("tegenstrijdig", ())),
            _ontbrekend(verslag, soorten.get("ontbrekend_document", ())),
            *_overig(verslag, soorten),
        )
    )


def hoog(verslag: Verslag) -> Xml:
    """Write the short chapter: only what cannot wait, and how much more there is."""
    stukken = werk.signalen(verslag.resultaat)
    dringend = [stuk for stuk in stukken if stuk.wat.ernst == "hoog"]
    kop = verslag.kop(1, SIGNALEN_KOP, SIGNALEN_ANKER)
    rest = len(stukken) - len(dringend)
    meer = f"Nog {aantal(rest, 'signaal', 'signalen')} met ernst midden of laag: zie {_ELDERS}." if rest else ""
    return samen((kop, _lijst(verslag, dringend, "Er zijn geen signalen met ernst hoog"), alinea(meer) if meer else Xml("")))


def _lijst(verslag: Verslag, rij: Sequence[Stuk[Signaal]], leeg: str = "") -> Xml:
    if not rij:
        return alinea(f"{leeg} gevonden in de aangeleverde documenten.")
    rijen = [
        (
            woordcel(stijl(ERNST, s.ernst)),
            cellen(s.melding, _normen(verslag, s), _afspraak(stuk.velden)),
            cel(f"“{inkorten(s.citaat)}”" if s.citaat else "Geen citaat"),
            _plek(verslag, s.document, s.plaats),
        )
        for stuk in rij
        for s in (stuk.wat,)
    ]
    titel = woord(SIGNAALSOORTEN, rij[0].wat.soort)
    return tabel(_KOLOMMEN, rijen, breedte=verslag.breedte, titel=titel)


def _normen(verslag: Verslag, signaal: Signaal) -> str:
    if not signaal.norm_ids:
        return ""
    return samen((tekst("Normen: "), verslag.normlinks(signaal.norm_ids)))


def _afspraak(velden: dict[str, str]) -> str:
    """Who takes it up and how far it is, when somebody filled that in."""
    delen = [(leesbaar(sleutel), inkorten(velden[sleutel])) for sleutel in ("eigenaar", "status") if velden.get(sleutel)]
    return tekst(". ".join(f"{naam}: {waarde}" for naam, waarde in delen), cursief=True) if delen else ""


def _plek(verslag: Verslag, document: str, plaats: str) -> Cel:
    return cellen(verslag.document(document) if document else "", inkorten(plaats, 200))


def _tegenstrijdig(verslag: Verslag, rij: Sequence[Stuk[Signaal]]) -> Xml:
    if not rij:
        return alinea("Er zijn geen tegenstrijdigheden gevonden in de aangeleverde documenten.")
    rijen = [
        (
            woordcel(stijl(ERNST, s.ernst)),
            cellen(s.melding, _normen(verslag, s), _afspraak(stuk.velden)),
            _kant(verslag, s.document, s.plaats, s.citaat),
            _kant(verslag, s.document2, s.plaats2, s.citaat2),
        )
        for stuk in rij
        for s in (stuk.wat,)
    ]
    return tabel(_TEGEN, rijen, breedte=verslag.breedte, titel="Tegenstrijdigheden")


def _kant(verslag: Verslag, document: str, plaats: str, citaat: str) -> Cel:
    plek = _plek(verslag, document, plaats)
    aanhaling = cellen(f"“{inkorten(citaat)}”" if citaat else "")
    return Cel(inhoud=samen((aanhaling.inhoud, plek.inhoud)))


def _ontbrekend(verslag: Verslag, rij: Sequence[Stuk[Signaal]]) -> Xml:
    documenten = ontbrekende_documenten(verslag.resultaat)
    kop = verslag.kop(2, "Ontbrekende documenten")
    if not rij and not documenten:
        return samen((kop, alinea("Er zijn geen ontbrekende documenten gevonden.")))
    delen = [kop]
    if documenten:
        rijen = [(cel(leesbaar(d.naam)), cel(verslag.normlinks(d.norm_ids))) for d in documenten]
        delen += [
            alinea("Deze documenten zijn nodig voor een norm en zitten niet in het dossier:", bij_volgende=True),
            tabel(_ONTBREEKT, rijen, breedte=verslag.breedte, titel="Ontbrekende documenten"),
        ]
    if rij:
        delen += [
            alinea("Naar deze documenten wordt verwezen, maar ze zitten niet in het dossier:", bij_volgende=True),
            _lijst(verslag, rij),
        ]
    return samen(delen)


def _overig(verslag: Verslag, soorten: dict[str, tuple[Stuk[Signaal], ...]]) -> list[Xml]:
    delen: list[Xml] = []
    for soort, rij in soorten.items():
        if soort not in _EIGEN_HOOFDSTUK:
            delen += [verslag.kop(2, woord(SIGNAALSOORTEN, soort)), _lijst(verslag, rij)]
    return delen
