"""Onderdelen: a row per checkable aspect of a norm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rapporten.excel import namen
from checker.rapporten.excel.kolom import Cel, Kolom
from checker.rapporten.excel.verwijzingen import naar, naar_norm
from checker.rapporten.gaten import zonder_reden
from checker.rapporten.opmaak import NIVEAUS, STATUSSEN, stijl

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.resultaat import Bevinding, OnderdeelUitkomst, Resultaat

UITLEG = "Per onderdeel van een norm: wat er te zien moet zijn, of dat gevonden is en wat ontbreekt."
VAST = 1
AFDRUK = 11

KOLOMMEN = (
    Kolom(kop=namen.ONDERDEEL_ID, breedte=15),
    Kolom(kop=namen.NORM_ID, breedte=11),
    Kolom(kop="Onderdeel", breedte=38),
    Kolom(kop="Uitkomst", breedte=24, kleuren=STATUSSEN),
    Kolom(kop="Ontbreekt", breedte=32),
    Kolom(kop="Advies", breedte=36),
    Kolom(kop="Reden", breedte=28),
    Kolom(kop="Vereist", breedte=10),
    Kolom(kop="Gevonden niveau", breedte=12, kleuren=NIVEAUS),
    Kolom(kop="Naar norm", breedte=12, vorm="link"),
    Kolom(kop="Naar bewijs", breedte=13, vorm="link"),
    Kolom(kop="Norm", breedte=30),
    Kolom(kop="Citaten die meetellen", breedte=11, vorm="getal"),
    Kolom(kop="Citaten die niet meetellen", breedte=11, vorm="getal"),
)


def rijen(resultaat: Resultaat) -> Iterator[tuple[Cel, ...]]:
    """Yield a row per onderdeel, in the order of the normen."""
    for bevinding in resultaat.bevindingen:
        for onderdeel in bevinding.onderdelen:
            yield _rij(bevinding, onderdeel)


def _rij(bevinding: Bevinding, onderdeel: OnderdeelUitkomst) -> tuple[Cel, ...]:
    gevonden = onderdeel.bewijs or onderdeel.tegenbewijs
    return (
        onderdeel.id,
        bevinding.norm_id,
        onderdeel.tekst,
        stijl(STATUSSEN, onderdeel.status).woord,
        zonder_reden(onderdeel),
        onderdeel.advies,
        onderdeel.reden,
        "Ja" if onderdeel.vereist else "Nee",
        stijl(NIVEAUS, onderdeel.niveau).woord,
        naar_norm("B"),
        naar(namen.BEWIJS, "naar bewijs", bron="B") if gevonden else "geen",
        bevinding.titel,
        len(onderdeel.bewijs),
        len(onderdeel.tegenbewijs),
    )
