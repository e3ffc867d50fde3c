"""Leesmij: how to use the workbook, with links to its sheets and the meaning of the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rapporten import overzicht
from checker.rapporten.excel import namen
from checker.rapporten.excel.kolom import tekst
from checker.rapporten.opmaak import NIVEAUS, OORDELEN, aantal, datum

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xlsxwriter.worksheet import Worksheet

    from checker.rapporten.excel.schrijver import Schrijver
    from checker.rapporten.opmaak import Stijl
    from checker.resultaat import Resultaat
    from checker.verschil import Sinds

_BLADEN = (
    (namen.SAMENVATTING, "De telling per kader, met grafieken. Telt mee met wat u invult."),
    (namen.NORMEN, "Per norm het voorstel en uw oordeel. Hier werkt u."),
    (namen.ONDERDELEN, "Per onderdeel van een norm: gevonden of niet, en wat ontbreekt."),
    (namen.BEWIJS, "De letterlijke citaten met document, pagina en plaats."),
    (namen.ACTIEPLAN, "Wat te doen. Vul eigenaar, deadline en status in."),
    (namen.SIGNALEN, "Wat opvalt aan de documenten: verouderd, tegenstrijdig, verlopen. Vul in wie het oppakt."),
    (namen.PRAKTIJKTOETS, "Vragen die papier niet kan beantwoorden. Vul het antwoord in."),
    (namen.DOCUMENTEN, "Alle bestanden, en wat verwacht werd maar er niet is."),
    (namen.KRUISTABEL, "Welk document welke norm ondersteunt."),
    (namen.SINDS, "Wat beter of slechter werd, welke citaten, documenten en signalen erbij kwamen of weg zijn."),
    (namen.VERLOOP, "De telling op elke peildatum, met een grafiek."),
    (namen.LOGBOEK, "Versies, profiel, aannames en vingerafdrukken."),
)
_OORDELEN = (
    "Elk vereist onderdeel heeft direct bewijs op het niveau dat nodig is.",
    "Meer dan de helft van de onderdelen heeft bewijs, of alles maar deels indirect.",
    "Ten minste één onderdeel heeft bewijs, hoogstens de helft.",
    "Er is niets gevonden dat meetelt.",
    "De norm geldt niet voor deze praktijk. De reden staat erbij.",
)
_NIVEAUS = (
    "Er is geen bewijs dat meetelt.",
    "Het is beschreven.",
    "Het is er: een naam, een datum, een handtekening of een lidmaatschap.",
    "Het werkt: er zijn resultaten over een periode.",
)
_WERKWIJZE = (
    "1. Begin bij Samenvatting en ga dan naar Normen. Filter op Voorstel of Thema.",
    "2. Klik op 'Naar bewijs' of 'Naar onderdelen' om te zien waar een voorstel op rust.",
    "3. Bent u het ergens niet mee eens? Vul de lichtgele kolommen in, met een reden.",
    "4. Bewaar dit bestand en lees het terug met: checker beoordeel resultaat.json gapanalyse.xlsx",
    "5. Ook wat u op Actieplan, Signalen en Praktijktoets invult komt zo terug. Laat de kolommen met een id en Stand staan. Sorteren, filteren en eigen kolommen toevoegen mag.",
    "6. Staat bij Let op 'Opnieuw beoordelen'? Het bewijs is veranderd sinds uw oordeel. Kijk opnieuw en zet bij Beoordeeld op een nieuwe datum.",
)
_GRENZEN = (
    "Een voorstel gaat alleen over documenten. Of iets in de praktijk gebeurt, blijkt uit gesprekken en dossiers.",
    "Bij twijfel kiest de checker het lagere oordeel. Zonder letterlijk citaat is er geen positief oordeel.",
    "Niet gevonden is iets anders dan niet te zeggen, niet van toepassing en niet gelezen. Die staan overal apart.",
)


def schrijf(schrijver: Schrijver, resultaat: Resultaat, terugblik: Sinds | None) -> None:
    """Write the first sheet; it lists the sheets that there are."""
    titel = f"Gapanalyse {resultaat.dossier.naam}"
    uitleg = f"Documenttoets op {datum(resultaat.peildatum)}. Voorstel; een mens beslist."
    blad = schrijver.blad(namen.LEESMIJ, titel, uitleg, kop=0)
    blad.set_column(0, 0, 26)
    blad.set_column(1, 1, 96)
    rij = _alinea(schrijver, blad, 3, "Wat is er bekeken?", (_omvang(resultaat),))
    rij = _alinea(schrijver, blad, rij, "Zo werkt u ermee", _WERKWIJZE)
    rij = _bladen(schrijver, blad, rij, terugblik)
    rij = _legenda(schrijver, blad, rij, "Wat de oordelen betekenen", OORDELEN, _OORDELEN)
    rij = _legenda(schrijver, blad, rij, "Wat de niveaus betekenen", NIVEAUS, _NIVEAUS)
    _alinea(schrijver, blad, rij, "Grenzen", _GRENZEN)
    blad.activate()


def _omvang(resultaat: Resultaat) -> str:
    documenten = len(resultaat.dossier.documenten)
    anders = len(overzicht.niet_gelezen(resultaat))
    rest = f" {aantal(anders, 'bestand is', 'bestanden zijn')} niet of niet helemaal gelezen."
    return (
        f"{aantal(len(resultaat.bevindingen), 'norm', 'normen')} uit "
        f"{aantal(len(resultaat.kaders), 'kader', 'kaders')}, in "
        f"{aantal(documenten, 'bestand', 'bestanden')}.{rest if anders else ''}"
    )


def _alinea(schrijver: Schrijver, blad: Worksheet, rij: int, kop: str, zinnen: tuple[str, ...]) -> int:
    blad.write_string(rij, 0, kop, schrijver.stijl("kop2"))
    for nummer, zin in enumerate(zinnen, rij + 1):
        blad.merge_range(nummer, 0, nummer, 1, "", schrijver.stijl("tekst"))
        blad.write_string(nummer, 0, tekst(zin), schrijver.stijl("tekst"))
        # Merged cells do not grow by themselves.
        blad.set_row(nummer, 14 * (1 + len(zin) // 130))
    return rij + len(zinnen) + 2


def _bladen(schrijver: Schrijver, blad: Worksheet, rij: int, terugblik: Sinds | None) -> int:
    blad.write_string(rij, 0, "De bladen", schrijver.stijl("kop2"))
    niet = {namen.SINDS: not (terugblik and terugblik.verschil), namen.VERLOOP: not (terugblik and terugblik.verloop)}
    er_zijn = [(naam, uitleg) for naam, uitleg in _BLADEN if not niet.get(naam)]
    for nummer, (naam, uitleg) in enumerate(er_zijn, rij + 1):
        blad.write_url(nummer, 0, f"internal:'{naam}'!A1", schrijver.stijl("vast_link"), naam)
        blad.write_string(nummer, 1, uitleg, schrijver.stijl("vast_tekst"))
    return rij + len(er_zijn) + 2


def _legenda(
    schrijver: Schrijver,
    blad: Worksheet,
    rij: int,
    kop: str,
    stijlen: Mapping[str, Stijl],
    zinnen: tuple[str, ...],
) -> int:
    blad.write_string(rij, 0, kop, schrijver.stijl("kop2"))
    for nummer, (stijl, zin) in enumerate(zip(stijlen.values(), zinnen, strict=True), rij + 1):
        blad.write_string(nummer, 0, stijl.woord, schrijver.kleur(stijl))
        blad.write_string(nummer, 1, zin, schrijver.stijl("vast_tekst"))
    return rij + len(zinnen) + 2
