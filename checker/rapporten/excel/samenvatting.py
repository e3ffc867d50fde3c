"""Samenvatting: counts as live formulas, with charts and the largest risks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.kaders.model import Oordeel
from checker.rapporten import overzicht
from checker.rapporten.excel import grafieken, namen
from checker.rapporten.excel.kolom import Verwijzing
from checker.rapporten.excel.schrijver import aantal_regels, schrijf_cel
from checker.rapporten.excel.verwijzingen import naar_norm
from checker.rapporten.opmaak import OORDELEN, STATUSSEN, datum, stijl

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlsxwriter.worksheet import Worksheet

    from checker.rapporten.excel.kolom import Cel
    from checker.rapporten.excel.schrijver import Schrijver
    from checker.resultaat import Bevinding, Resultaat

_BREEDTES = (46, 14, 14, 14, 14, 14, 10, 15, 22)
_WOORDEN = tuple(stijl.woord for stijl in OORDELEN.values())
_KADERKOPPEN = ("Kader", *_WOORDEN, "Totaal", "Aangetoond van wat geldt", namen.KADER_ID)
_TELKOLOMMEN = "BCDEF"
_LIGGEND_PAST = 6


def schrijf(schrijver: Schrijver, resultaat: Resultaat) -> None:
    """Write the sheet from top to bottom."""
    uitleg = f"{resultaat.dossier.naam}, peildatum {datum(resultaat.peildatum)}"
    blad = schrijver.blad(namen.SAMENVATTING, "Samenvatting", uitleg, kop=0)
    if len(resultaat.kaders) > _LIGGEND_PAST:
        blad.set_portrait()
    for nummer, breedte in enumerate(_BREEDTES):
        blad.set_column(nummer, nummer, breedte)
    rij = _per_kader(schrijver, blad, resultaat)
    rij = grafieken.per_kader(schrijver.boek, blad, len(resultaat.kaders), rij + 1)
    rij = _totalen(schrijver, blad, resultaat, rij + 1)
    _risicos(schrijver, blad, resultaat, rij + 1)


def _koppen(schrijver: Schrijver, blad: Worksheet, rij: int, koppen: tuple[str, ...]) -> None:
    for nummer, kop in enumerate(koppen):
        blad.write_string(rij, nummer, kop, schrijver.stijl("kop_vast"))


def _rij(schrijver: Schrijver, blad: Worksheet, rij: int, cellen: tuple[Cel, ...], soort: str = "vast") -> None:
    for nummer, cel in enumerate(cellen):
        vorm = "tekst" if cel is None or isinstance(cel, str) else "getal"
        if isinstance(cel, Verwijzing) and cel.formule.startswith("=IFERROR"):
            vorm = "procent"
        schrijf_cel(blad, rij, nummer, cel, schrijver.stijl(f"{soort}_{vorm}"))


def _per_kader(schrijver: Schrijver, blad: Worksheet, resultaat: Resultaat) -> int:
    blad.set_row(namen.KOPRIJ - 1, 30)
    _koppen(schrijver, blad, namen.KOPRIJ - 1, _KADERKOPPEN)
    rij = namen.KOPRIJ
    for rij, deel in enumerate(overzicht.per_kader(resultaat), namen.KOPRIJ):
        aantallen = deel.telling.aantallen
        tellingen = (_tel_kader(nr, aantallen[o]) for nr, o in enumerate(Oordeel))
        cellen: tuple[Cel, ...] = (deel.kader.titel, *tellingen, *_randen(aantallen), deel.kader.kader_id)
        blad.set_row(rij, 13.2 * aantal_regels(deel.kader.titel, _BREEDTES[0]) + 4)
        _rij(schrijver, blad, rij, cellen)
    aantallen = overzicht.totaal(resultaat).aantallen
    sommen = (_som(nr, aantallen[o]) for nr, o in enumerate(Oordeel))
    _rij(schrijver, blad, rij + 1, ("Totaal", *sommen, *_randen(aantallen), None), "totaal")
    return rij + 2


def _tel_kader(nummer: int, waarde: int) -> Verwijzing:
    tabel, kop = namen.tabelnaam(namen.NORMEN), f"{_TELKOLOMMEN[nummer]}${namen.KOPRIJ}"
    formule = f"=COUNTIFS({tabel}[{namen.KADER_ID}],$I{{rij}},{tabel}[{namen.VOORSTEL}],{kop})"
    return Verwijzing(formule=formule, waarde=waarde)


def _som(nummer: int, waarde: int) -> Verwijzing:
    tabel, kop = namen.tabelnaam(namen.NORMEN), f"{_TELKOLOMMEN[nummer]}${namen.KOPRIJ}"
    return Verwijzing(formule=f"=COUNTIFS({tabel}[{namen.VOORSTEL}],{kop})", waarde=waarde)


def _randen(aantallen: dict[Oordeel, int]) -> tuple[Verwijzing, Verwijzing]:
    totaal = sum(aantallen.values())
    geldt = totaal - aantallen[Oordeel.NIET_VAN_TOEPASSING]
    deel = round(aantallen[Oordeel.AANGETOOND] / geldt, 4) if geldt else 0
    return (
        Verwijzing(formule="=SUM(B{rij}:F{rij})", waarde=totaal),
        Verwijzing(formule="=IFERROR(B{rij}/(G{rij}-F{rij}),0)", waarde=deel),
    )


def _totalen(schrijver: Schrijver, blad: Worksheet, resultaat: Resultaat, rij: int) -> int:
    """Write the proposal beside the end verdict, and the outcomes of the onderdelen."""
    blad.write_string(rij, 0, "Voorstel en eindoordeel", schrijver.stijl("kop2"))
    _koppen(schrijver, blad, rij + 1, ("Oordeel", "Voorstel", "Eindoordeel"))
    for nummer, cellen in enumerate(_oordelen(resultaat), rij + 2):
        _rij(schrijver, blad, nummer, cellen)
    eerste, laatste = rij + 2, rij + 1 + len(OORDELEN)
    schrijver.kleur_woorden(blad, (eerste, 0, laatste, 0), OORDELEN)
    start = laatste + 2
    blad.write_string(start, 0, "Onderdelen", schrijver.stijl("kop2"))
    _koppen(schrijver, blad, start + 1, ("Uitkomst", "Aantal"))
    for nummer, cellen in enumerate(_statussen(resultaat), start + 2):
        _rij(schrijver, blad, nummer, cellen)
    einde = start + 1 + len(STATUSSEN)
    schrijver.kleur_woorden(blad, (start + 2, 0, einde, 0), STATUSSEN)
    grafieken.onderdelen(schrijver.boek, blad, start + 2, rij)
    return _aandacht(schrijver, blad, resultaat, einde + 2)


def _aandacht(schrijver: Schrijver, blad: Worksheet, resultaat: Resultaat, rij: int) -> int:
    """Count what a person must look at; not found, cannot tell and not read stay apart."""
    blad.write_string(rij, 0, "Nog te bekijken", schrijver.stijl("kop2"))
    _koppen(schrijver, blad, rij + 1, ("Wat", "Aantal"))
    telling = overzicht.totaal(resultaat)
    hoog = sum(signaal.ernst == "hoog" for signaal in resultaat.signalen)
    open_acties = len(resultaat.acties)
    vragen = sum(map(len, overzicht.praktijktoets_per_rol(resultaat).values()))
    for nummer, cellen in enumerate(
        (
            ("Voorstellen die zeker een mens vragen", telling.te_beoordelen),
            ("Normen die papier niet kan laten zien", telling.niet_uit_papier),
            ("Bestanden die niet of deels gelezen zijn", len(overzicht.niet_gelezen(resultaat))),
            ("Signalen met ernst hoog", hoog),
            ("Vragen voor de praktijktoets", vragen),
            ("Acties in het actieplan", open_acties),
            ("Beoordelingen die opnieuw moeten", len(overzicht.opnieuw(resultaat))),
        ),
        rij + 2,
    ):
        _rij(schrijver, blad, nummer, cellen)
    return rij + 10


def _oordelen(resultaat: Resultaat) -> Iterator[tuple[Cel, ...]]:
    tabel = namen.tabelnaam(namen.NORMEN)
    for woord in _WOORDEN:
        voorstel = sum(stijl(OORDELEN, b.oordeel).woord == woord for b in resultaat.bevindingen)
        eind = sum(_eind(b) == woord for b in resultaat.bevindingen)
        yield (
            woord,
            Verwijzing(formule=f"=COUNTIFS({tabel}[{namen.VOORSTEL}],$A{{rij}})", waarde=voorstel),
            Verwijzing(formule=f"=COUNTIFS({tabel}[{namen.EINDOORDEEL}],$A{{rij}})", waarde=eind),
        )


def _eind(bevinding: Bevinding) -> str:
    eigen = (bevinding.beoordeling or {}).get("oordeel", "")
    return stijl(OORDELEN, eigen or bevinding.oordeel).woord


def _statussen(resultaat: Resultaat) -> Iterator[tuple[Cel, ...]]:
    onderdelen = [o for b in resultaat.bevindingen for o in b.onderdelen]
    tabel = namen.tabelnaam(namen.ONDERDELEN)
    for sleutel, uiterlijk in STATUSSEN.items():
        waarde = sum(o.status == sleutel for o in onderdelen)
        formule = f"=COUNTIFS({tabel}[Uitkomst],$A{{rij}})"
        yield (uiterlijk.woord, Verwijzing(formule=formule, waarde=waarde))


def _risicos(schrijver: Schrijver, blad: Worksheet, resultaat: Resultaat, rij: int) -> None:
    """List the largest gaps, each with a link to its norm."""
    grootste = overzicht.top_risicos(resultaat)
    blad.write_string(rij, 0, "Grootste risico's", schrijver.stijl("kop2"))
    if not grootste:
        blad.write_string(rij + 1, 0, "Geen hiaten in de documenten.", schrijver.stijl("tekst"))
        return
    _koppen(schrijver, blad, rij + 1, (namen.NORM_ID, "Link", "Norm en risico"))
    for nummer, bevinding in enumerate(grootste, rij + 2):
        zin = f"{bevinding.titel}. {bevinding.risico}".strip()
        blad.merge_range(nummer, 2, nummer, 8, "", schrijver.stijl("vast_tekst"))
        schrijf_cel(blad, nummer, 0, bevinding.norm_id, schrijver.stijl("vast_tekst"))
        schrijf_cel(blad, nummer, 1, naar_norm(), schrijver.stijl("vast_link"))
        schrijf_cel(blad, nummer, 2, zin, schrijver.stijl("vast_tekst"))
        blad.set_row(nummer, 13.2 * aantal_regels(zin, sum(_BREEDTES[2:])) + 4)
    blad.merge_range(rij + 1, 2, rij + 1, 8, "", schrijver.stijl("kop_vast"))
    blad.write_string(rij + 1, 2, "Norm en risico", schrijver.stijl("kop_vast"))
