"""Kruistabel: normen against documents, with how many quotes support each norm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rapporten.excel import namen
from checker.rapporten.excel.kolom import tekst
from checker.rapporten.excel.schrijver import aantal_regels, schrijf_cel
from checker.rapporten.opmaak import OORDELEN, stijl
from checker.rapporten.overzicht import kruistabel

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from checker.rapporten.excel.schrijver import Schrijver
    from checker.rapporten.overzicht import Kruistabel
    from checker.resultaat import Resultaat

_UITLEG = "Aantal citaten dat meetelt, per norm en document. Leeg: geen citaat uit dat document."
_KOPPEN = (namen.NORM_ID, "Norm", namen.VOORSTEL, "Totaal")
_BREEDTES = (12, 44, 24, 9)
_MAX_DOCUMENTEN = 1_000
_MAX_NAAM = 38


def schrijf_kruistabel(schrijver: Schrijver, resultaat: Resultaat) -> None:
    """Write the sheet; documents without a quote have no column."""
    tabel = kruistabel(resultaat)
    getoond = tabel.documenten[:_MAX_DOCUMENTEN]
    meer = len(tabel.documenten) - len(getoond)
    uitleg = _UITLEG + (f" De laatste {meer} documenten staan er niet bij." if meer else "")
    blad = schrijver.blad(namen.KRUISTABEL, "Kruistabel", uitleg)
    _koppen(schrijver, blad, getoond)
    _rijen(schrijver, blad, tabel, getoond)
    kop, breed = namen.KOPRIJ - 1, len(_KOPPEN) + len(getoond) - 1
    laatste = max(kop + len(tabel.rijen), kop + 1)
    blad.autofilter(kop, 0, laatste, breed)
    blad.freeze_panes(namen.KOPRIJ, len(_KOPPEN))
    schrijver.kleur_woorden(blad, (kop + 1, 2, laatste, 2), OORDELEN)


def _koppen(schrijver: Schrijver, blad: Worksheet, documenten: tuple[str, ...]) -> None:
    rij = namen.KOPRIJ - 1
    blad.set_row(rij, 200 if documenten else 20)
    for nummer, kop in enumerate(_KOPPEN):
        blad.write_string(rij, nummer, kop, schrijver.stijl("kop_vast"))
        blad.set_column(nummer, nummer, _BREEDTES[nummer])
    for nummer, document in enumerate(documenten, len(_KOPPEN)):
        blad.write_string(rij, nummer, _kort(tekst(document)), schrijver.stijl("kop_draai"))
    if documenten:
        blad.set_column(len(_KOPPEN), len(_KOPPEN) + len(documenten) - 1, 6)


def _kort(document: str) -> str:
    """Keep the end of a long path: there stands the name of the file."""
    return document if len(document) <= _MAX_NAAM else "…" + document[1 - _MAX_NAAM :]


def _rijen(schrijver: Schrijver, blad: Worksheet, tabel: Kruistabel, documenten: tuple[str, ...]) -> None:
    getal, vast = schrijver.stijl("vast_getal"), schrijver.stijl("vast_tekst")
    for rij, kruisrij in enumerate(tabel.rijen, namen.KOPRIJ):
        bevinding = kruisrij.bevinding
        oordeel = stijl(OORDELEN, bevinding.oordeel).woord
        blad.set_row(rij, 13.2 * aantal_regels(bevinding.titel, _BREEDTES[1]) + 4)
        for nummer, cel in enumerate((bevinding.norm_id, bevinding.titel, oordeel)):
            schrijf_cel(blad, rij, nummer, cel, vast)
        blad.write_number(rij, 3, sum(kruisrij.aantallen.values()), getal)
        for nummer, document in enumerate(documenten, len(_KOPPEN)):
            schrijf_cel(blad, rij, nummer, kruisrij.aantallen.get(document), getal)
