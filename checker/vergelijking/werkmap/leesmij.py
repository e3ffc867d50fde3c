"""Leesmij: how to work with the workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rapporten.excel.kolom import tekst
from checker.rapporten.opmaak import datum
from checker.vergelijking.werkmap import namen
from checker.vergelijking.werkmap.achteraf import sensitivity

if TYPE_CHECKING:
    from checker.rapporten.excel.schrijver import Schrijver
    from checker.vergelijking.verslag import Verslag

_BLADEN = (
    (namen.OVERZICHT, "Alle aanbieders en criteria met totaal en rang. De gele gewichten kunt u aanpassen."),
    (namen.KNOCK_OUT, "Eisen met een minimum: wat is er, tot wanneer geldig, wat moet u verifiëren."),
    (namen.BEWIJS, "De letterlijke citaten met hun vindplaats."),
    (namen.MOTIVERING, "Concepttekst per aanbieder en criterium."),
    (namen.VRAGEN, "Vragen voor de verificatie, per aanbieder."),
    (namen.BEOORDELAARS, "Hier scoort de commissie: drie beoordelaars en een consensus."),
    (namen.VEROUDERD, "Verouderde verwijzingen en verlopen datums."),
    (namen.GELIJK, "Passages die bij meer aanbieders staan."),
    (namen.GEVOELIGHEID, "Wat er met de volgorde gebeurt als één gewicht verandert."),
    (namen.LOGBOEK, "Versies, bestanden en vingerafdrukken."),
)
_REGELS = (
    "Het programma stelt voor, de commissie scoort. Een score van een mens gaat altijd vóór het voorstel: eerst de consensus, anders het gemiddelde.",
    "Niet gevonden betekent: alles is gelezen en er staat niets dat telt. Niet gelezen betekent: dat weten we niet.",
    "Een ondergrens betekent: er is iets gevonden, maar niet alle documenten konden worden gelezen.",
    "Wie niet geheel te lezen was, krijgt geen rang, tot u zelf scoort. Het totaal van zo'n aanbieder is een minimum.",
    "Niet van toepassing telt niet mee in het totaal. Gelijke totalen krijgen dezelfde rang.",
    "Bij een eis waar ook gelijkwaardig bewijs telt, is niet gevonden geen nee maar te verifiëren.",
    "Bewaar deze werkmap op dezelfde plek: bij een nieuwe run worden uw scores, gewichten en definitieve teksten overgenomen.",
)


def write_leesmij(schrijver: Schrijver, verslag: Verslag) -> None:
    """Write the sheet."""
    blad = schrijver.blad("Leesmij", "Leesmij", f"{verslag.uitvraag.titel}, peildatum {datum(verslag.peildatum)}", kop=0)
    blad.set_column(0, 0, 22)
    blad.set_column(1, 1, 100)
    row = 3
    for name, text in _BLADEN:
        blad.write_url(row, 0, f"internal:'{name}'!A1", schrijver.stijl("terug"), name)
        blad.write_string(row, 1, text, schrijver.stijl("tekst"))
        row += 1
    for text in (*_REGELS, sensitivity(verslag)):
        row += 1
        blad.set_row(row, 30)
        blad.write_string(row, 1, tekst(text), schrijver.stijl("tekst"))
