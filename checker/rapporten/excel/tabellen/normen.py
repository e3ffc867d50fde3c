"""Normen: a row per norm, the proposal of the machine beside the verdict of a person."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from checker.rapporten.excel import namen, stand
from checker.rapporten.excel.kolom import Cel, Kolom, Verwijzing, regels
from checker.rapporten.excel.verwijzingen import naar
from checker.rapporten.gaten import hiaten_per_reden
from checker.rapporten.opmaak import NIVEAUS, OORDELEN, ZEKERHEDEN, stijl
from checker.rapporten.overzicht import alleen_praktijk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.resultaat import Bevinding, Resultaat

UITLEG = "Grijs: voorstel van de checker. Lichtgeel: vult u in. Een ander oordeel heeft een reden nodig."
VAST = 2
AFDRUK = 12

KOLOMMEN = (
    Kolom(kop=namen.NORM_ID, breedte=12),
    Kolom(kop="Norm", breedte=28),
    Kolom(kop=namen.VOORSTEL, breedte=19, kleuren=OORDELEN),
    Kolom(kop="Motivering", breedte=36),
    Kolom(kop="Ontbreekt", breedte=46),
    Kolom(kop="Naar onderdelen", breedte=13, vorm="link"),
    Kolom(kop="Naar bewijs", breedte=13, vorm="link"),
    Kolom(
        kop=namen.UW_OORDEEL,
        breedte=19,
        mens=True,
        keuzes=namen.LIJST_OORDELEN,
        kleuren=OORDELEN,
        uitleg="Kies alleen een oordeel als u het voorstel hebt bekeken.",
    ),
    Kolom(
        kop=namen.REDEN,
        breedte=28,
        mens=True,
        uitleg="Waarom dit oordeel? Zonder reden wordt het niet overgenomen.",
    ),
    Kolom(kop=namen.EIGENAAR, breedte=14, mens=True),
    Kolom(kop=namen.DEADLINE, breedte=12, mens=True, vorm="datum"),
    Kolom(kop=namen.STATUS, breedte=11, mens=True, keuzes=namen.LIJST_STATUSSEN),
    Kolom(kop=namen.BEOORDELAAR, breedte=17, mens=True),
    Kolom(kop=namen.BEOORDEELD_OP, breedte=13, mens=True, vorm="datum"),
    Kolom(kop=namen.EINDOORDEEL, breedte=17, kleuren=OORDELEN),
    Kolom(kop=namen.LET_OP, breedte=24),
    Kolom(kop="Oordeel in het kader", breedte=18),
    Kolom(kop="Niveau", breedte=10, kleuren=NIVEAUS),
    Kolom(kop="Zekerheid", breedte=14, kleuren=ZEKERHEDEN),
    Kolom(kop="Uit documenten te zien", breedte=22),
    Kolom(kop="Advies", breedte=40),
    Kolom(kop="Risico", breedte=34),
    Kolom(kop="Wet nu", breedte=34),
    Kolom(kop="Toetsvraag", breedte=40),
    Kolom(kop="Verwachte documenten die er niet zijn", breedte=30),
    Kolom(kop="Kader", breedte=26),
    Kolom(kop="Thema", breedte=24),
    Kolom(kop="Nummer", breedte=9),
    Kolom(kop="Gewicht", breedte=9, vorm="breuk"),
    Kolom(kop=namen.KADER_ID, breedte=20),
    Kolom(kop=namen.STAND, breedte=12, vorm="code"),
)
OPNIEUW_TEKST = "Opnieuw beoordelen: het bewijs is veranderd. Vul daarna bij Beoordeeld op een nieuwe datum in."


def kolommen(resultaat: Resultaat) -> tuple[Kolom, ...]:
    """The columns, and at the end those that the user added to the desk before."""
    return (*KOLOMMEN, *(Kolom(kop=kop, breedte=20, mens=True) for kop in _eigen(resultaat)))


def _eigen(resultaat: Resultaat) -> list[str]:
    koppen = {s.removeprefix(stand.EXTRA) for b in resultaat.bevindingen for s in b.beoordeling or {} if s.startswith(stand.EXTRA)}
    bekend = {kolom.kop.casefold() for kolom in KOLOMMEN}
    return sorted(kop for kop in koppen if kop.casefold() not in bekend)


def rijen(resultaat: Resultaat) -> Iterator[tuple[Cel, ...]]:
    """Yield a row per bevinding."""
    titels = {kader.kader_id: kader.titel for kader in resultaat.kaders}
    eigen = _eigen(resultaat)
    for bevinding in resultaat.bevindingen:
        beoordeling = bevinding.beoordeling or {}
        yield (
            *_voorstel(bevinding),
            *_mens(bevinding),
            _eindoordeel(bevinding),
            OPNIEUW_TEKST if beoordeling.get(stand.OPNIEUW) else None,
            *_uitleg(bevinding),
            titels.get(bevinding.kader_id, bevinding.kader_id),
            bevinding.thema,
            bevinding.nummer,
            bevinding.gewicht,
            bevinding.kader_id,
            stand.encode(bevinding),
            *(beoordeling.get(f"{stand.EXTRA}{kop}") for kop in eigen),
        )


def _voorstel(bevinding: Bevinding) -> tuple[Cel, ...]:
    return (
        bevinding.norm_id,
        bevinding.titel,
        stijl(OORDELEN, bevinding.oordeel).woord,
        bevinding.reden,
        regels(hiaten_per_reden(bevinding)),
        _naar_onderdelen(bevinding),
        _naar_bewijs(bevinding),
    )


def _naar_onderdelen(bevinding: Bevinding) -> Cel:
    gedekt = sum(o.status == "gedekt" for o in bevinding.onderdelen)
    if not bevinding.onderdelen:
        return "geen"
    return naar(namen.ONDERDELEN, f"{gedekt} van {len(bevinding.onderdelen)}")


def _naar_bewijs(bevinding: Bevinding) -> Cel:
    if bevinding.bewijs:
        return naar(namen.BEWIJS, _aantal(len(bevinding.bewijs), "citaat", "citaten"))
    if bevinding.tegenbewijs:
        return naar(namen.BEWIJS, "telt niet mee")
    return "geen"


def _aantal(hoeveel: int, een: str, meer: str) -> str:
    return f"{hoeveel} {een if hoeveel == 1 else meer}"


def _mens(bevinding: Bevinding) -> tuple[Cel, ...]:
    beoordeling = bevinding.beoordeling or {}
    return tuple(_menselijk(kop, beoordeling.get(sleutel, "")) for kop, sleutel in namen.MENSKOLOMMEN.items())


def _menselijk(kop: str, waarde: str) -> Cel:
    if kop == namen.UW_OORDEEL and waarde:
        return stijl(OORDELEN, waarde).woord
    if kop in (namen.DEADLINE, namen.BEOORDEELD_OP) and waarde:
        return als_datum(waarde)
    return waarde


def als_datum(waarde: str) -> Cel:
    """Turn an ISO date into a date of Excel; leave anything else as text."""
    try:
        return date.fromisoformat(waarde[:10])
    except ValueError:
        return waarde


def _eindoordeel(bevinding: Bevinding) -> Verwijzing:
    eigen = (bevinding.beoordeling or {}).get("oordeel", "")
    waarde = stijl(OORDELEN, eigen or bevinding.oordeel).woord
    return Verwijzing(formule='=IF($H{rij}="",$C{rij},$H{rij})', waarde=waarde)


def _uitleg(bevinding: Bevinding) -> tuple[Cel, ...]:
    return (
        bevinding.label,
        stijl(NIVEAUS, bevinding.niveau).woord,
        stijl(ZEKERHEDEN, bevinding.zekerheid).woord,
        "Nee, alleen in de praktijk" if alleen_praktijk(bevinding) else "Ja",
        regels(bevinding.advies),
        bevinding.risico,
        bevinding.wet_nu,
        bevinding.toetsvraag,
        regels(bevinding.ontbrekende_documenten),
    )
