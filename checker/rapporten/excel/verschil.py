"""Verschil: two runs compared as a workbook of its own, in the look of the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.dossier.eigen import MERK
from checker.rapporten.bestand import vervang
from checker.rapporten.excel import namen
from checker.rapporten.excel.kolom import Cel, Kolom
from checker.rapporten.excel.schrijver import Schrijver, schrijf_cel
from checker.rapporten.excel.sinds import schrijf_verloop
from checker.rapporten.opmaak import OORDELEN, SIGNAALSOORTEN, datum, hoofdletter, woord
from checker.rapporten.overzicht import plaats
from checker.rapporten.sinds import RICHTINGEN, oordeelwoord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from checker.verschil import Reeks, Verschil

_NORMEN = (
    Kolom(kop=namen.NORM_ID, breedte=12), Kolom(kop="Norm", breedte=38), Kolom(kop="Verandering", breedte=13, kleuren=RICHTINGEN),
    Kolom(kop="Voorstel toen", breedte=22, kleuren=OORDELEN), Kolom(kop="Voorstel nu", breedte=22, kleuren=OORDELEN),
    Kolom(kop="Gedekt toen", breedte=10, vorm="getal"), Kolom(kop="Gedekt nu", breedte=10, vorm="getal"),
    Kolom(kop="Citaten erbij", breedte=10, vorm="getal"), Kolom(kop="Citaten weg", breedte=10, vorm="getal"),
    Kolom(kop="Mens toen", breedte=22, kleuren=OORDELEN), Kolom(kop="Mens nu", breedte=22, kleuren=OORDELEN),
    Kolom(kop=namen.LET_OP, breedte=22), Kolom(kop=namen.KADER_ID, breedte=22),
)
_BEWIJS = (
    Kolom(kop=namen.NORM_ID, breedte=12), Kolom(kop="Verandering", breedte=13), Kolom(kop="Citaat", breedte=70),
    Kolom(kop="Document", breedte=36), Kolom(kop="Plaats", breedte=36),
)
_DOCUMENTEN = (Kolom(kop="Document", breedte=60), Kolom(kop="Verandering", breedte=14), Kolom(kop="Stond eerst in", breedte=60))
_SIGNALEN = (
    Kolom(kop="Verandering", breedte=13), Kolom(kop="Soort", breedte=26), Kolom(kop="Ernst", breedte=10),
    Kolom(kop="Wat er aan de hand is", breedte=56), Kolom(kop="Citaat", breedte=46), Kolom(kop="Document", breedte=36), Kolom(kop="Plaats", breedte=22),
)


def write(verschil: Verschil, verloop: tuple[Reeks, ...], path: Path) -> None:
    """Write the workbook, with the course of all runs when there is one; the same input gives the same bytes."""
    from xlsxwriter import Workbook

    with vervang(path) as tijdelijk:
        boek = Workbook(str(tijdelijk), {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
        boek.set_properties({"title": "Verschil tussen twee resultaten", "keywords": MERK, "created": _created()})
        schrijver = Schrijver(boek)
        _leesmij(schrijver, verschil)
        _blad(schrijver, namen.NORMEN, "Wat er per norm veranderde. Filter op Verandering.", _NORMEN, _normen(verschil), vast=2)
        _blad(schrijver, namen.BEWIJS, "Citaten die erbij kwamen en die er niet meer zijn.", _BEWIJS, _bewijs(verschil))
        _blad(schrijver, namen.DOCUMENTEN, "Documenten die erbij kwamen, weg zijn of anders zijn.", _DOCUMENTEN, _documenten(verschil))
        _blad(schrijver, namen.SIGNALEN, "Signalen die nieuw of opgelost zijn.", _SIGNALEN, _signalen(verschil))
        schrijf_verloop(schrijver, verloop)
        boek.close()


def _created() -> object:
    """A fixed moment: no clock reaches the file."""
    from datetime import datetime

    return datetime(2000, 1, 1)  # noqa: DTZ001 - Excel knows no time zones


def _blad(
    schrijver: Schrijver, naam: str, uitleg: str, kolommen: Sequence[Kolom], rijen: Iterable[Sequence[Cel]], *, vast: int = 1
) -> None:
    blad = schrijver.blad(naam, naam, uitleg)
    schrijver.tabel(blad, namen.tabelnaam(naam), kolommen, rijen)
    blad.freeze_panes(namen.KOPRIJ, vast)


def _leesmij(schrijver: Schrijver, verschil: Verschil) -> None:
    uitleg = f"Van {datum(verschil.peildatum_oud)} naar {datum(verschil.peildatum_nieuw)}."
    blad = schrijver.blad(namen.LEESMIJ, "Verschil", uitleg, kop=0)
    blad.set_column(0, 0, 26)
    blad.set_column(1, 1, 96)
    rij = 3
    for richting, hoeveel in verschil.telling.items():
        schrijf_cel(blad, rij, 0, RICHTINGEN[richting].woord, schrijver.stijl("vast_tekst"))
        schrijf_cel(blad, rij, 1, hoeveel, schrijver.stijl("vast_getal"))
        rij += 1
    for zin in verschil.let_op:
        rij += 1
        schrijf_cel(blad, rij, 0, namen.LET_OP, schrijver.stijl("vet"))
        schrijf_cel(blad, rij, 1, zin, schrijver.stijl("tekst"))
    blad.activate()


def _normen(verschil: Verschil) -> Iterator[tuple[Cel, ...]]:
    for norm in verschil.normen:
        yield (
            norm.norm_id, norm.titel, RICHTINGEN[norm.richting].woord, oordeelwoord(norm.oud), oordeelwoord(norm.nieuw),
            norm.gedekt_oud, norm.gedekt_nieuw, len(norm.erbij), len(norm.weg),
            oordeelwoord(norm.mens_oud), oordeelwoord(norm.mens_nieuw), "Opnieuw beoordelen" if norm.opnieuw else None, norm.kader_id,
        )


def _bewijs(verschil: Verschil) -> Iterator[tuple[Cel, ...]]:
    for norm in verschil.normen:
        for wat, rij in (("Erbij", norm.erbij), ("Weg", norm.weg)):
            for bewijs in rij:
                yield (norm.norm_id, wat, bewijs.citaat, bewijs.document, plaats(bewijs))


def _documenten(verschil: Verschil) -> Iterator[tuple[Cel, ...]]:
    for document in verschil.documenten:
        yield (document.pad, hoofdletter(document.wat), document.was)


def _signalen(verschil: Verschil) -> Iterator[tuple[Cel, ...]]:
    for wat, rij in (("Nieuw", verschil.signalen_nieuw), ("Weg", verschil.signalen_weg)):
        for signaal in rij:
            soort = woord(SIGNAALSOORTEN, signaal.soort)
            yield (wat, soort, hoofdletter(signaal.ernst), signaal.melding, signaal.citaat, signaal.document, signaal.plaats)
