"""Werk: the sheets to work with: action plan, signalen, questions for practice, documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rapporten import overzicht, werk
from checker.rapporten.excel import namen, stand
from checker.rapporten.excel.kolom import Cel, Kolom
from checker.rapporten.excel.tabellen.normen import als_datum
from checker.rapporten.opmaak import (
    ERNST,
    KLASSEN,
    PDCA_STAPPEN,
    SIGNAALSOORTEN,
    TOESTANDEN,
    TOETSSOORTEN,
    leesbaar,
    stijl,
    woord,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.rapporten.excel.schrijver import Schrijver
    from checker.resultaat import Resultaat


def _kenmerk(kop: str) -> tuple[Kolom, ...]:
    """The columns by which a row is known when it comes back."""
    return (Kolom(kop=kop, breedte=20), Kolom(kop=namen.STAND, breedte=12, vorm="code"))


_VOLGEN = (
    Kolom(kop=namen.EIGENAAR, breedte=16, mens=True),
    Kolom(kop=namen.DEADLINE, breedte=12, mens=True, vorm="datum"),
    Kolom(kop=namen.STATUS, breedte=11, mens=True, keuzes=namen.LIJST_STATUSSEN),
)
ACTIES = (
    Kolom(kop="actie_nr", breedte=10, vorm="getal"),
    Kolom(kop="Actie", breedte=38),
    Kolom(kop="Klasse", breedte=12, kleuren=KLASSEN),
    Kolom(kop="Stap", breedte=8),
    Kolom(kop="Document", breedte=28),
    Kolom(kop="Benodigd bewijs", breedte=40),
    *_VOLGEN,
    Kolom(kop="Oorzaak", breedte=26, mens=True),
    Kolom(kop="Resultaat nagegaan op", breedte=13, mens=True, vorm="datum"),
    Kolom(kop="Effect", breedte=26, mens=True),
    Kolom(kop="Normen", breedte=20),
    Kolom(kop="Onderdelen", breedte=20),
    *_kenmerk(namen.ACTIE_ID),
)
SIGNALEN = (
    Kolom(kop="signaal_nr", breedte=11, vorm="getal"),
    Kolom(kop="Ernst", breedte=11, kleuren=ERNST),
    Kolom(kop="Soort", breedte=22),
    Kolom(kop="Wat er aan de hand is", breedte=44),
    Kolom(kop="Citaat", breedte=40),
    Kolom(kop="Document", breedte=30),
    Kolom(kop="Plaats", breedte=18),
    Kolom(kop=namen.EIGENAAR, breedte=16, mens=True),
    Kolom(kop=namen.STATUS, breedte=11, mens=True, keuzes=namen.LIJST_STATUSSEN),
    Kolom(kop="Citaat in tweede document", breedte=34),
    Kolom(kop="Tweede document", breedte=26),
    Kolom(kop="Plaats in tweede document", breedte=18),
    Kolom(kop="Normen", breedte=18),
    *_kenmerk(namen.SIGNAAL_ID),
)
TOETSEN = (
    Kolom(kop="vraag_nr", breedte=10, vorm="getal"),
    Kolom(kop="Aan wie", breedte=22),
    Kolom(kop="Soort", breedte=14),
    Kolom(kop="Vraag", breedte=60),
    Kolom(kop="Normen", breedte=22),
    Kolom(kop="Antwoord", breedte=44, mens=True),
    Kolom(kop="Gesproken met", breedte=20, mens=True, uitleg="Noem de functie, niet de naam."),
    Kolom(kop="Datum", breedte=12, mens=True, vorm="datum"),
    *_kenmerk(namen.VRAAG_ID),
)
DOCUMENTEN = (
    Kolom(kop="Document", breedte=44),
    Kolom(kop="Toestand", breedte=18, kleuren=TOESTANDEN),
    Kolom(kop="Toelichting", breedte=44),
    Kolom(kop="Titel", breedte=30),
    Kolom(kop="Wat voor stuk", breedte=18),
    Kolom(kop="Bestandssoort", breedte=14),
    Kolom(kop="Pagina's", breedte=10, vorm="getal"),
    Kolom(kop="Passages", breedte=11, vorm="getal"),
    Kolom(kop="sha256", breedte=68),
)
ONTBREKEND = (Kolom(kop="Verwacht document", breedte=44), Kolom(kop="Gevraagd bij", breedte=18))

_TEKSTEN = {
    namen.ACTIEPLAN: "Wat te doen, het zwaarste eerst. Vul in wie het doet, wanneer, en hoe het staat.",
    namen.SIGNALEN: "Wat opvalt aan de documenten zelf. Een signaal kan meer normen raken.",
    namen.PRAKTIJKTOETS: "Wat op papier niet te zien is: vragen voor gesprekken en voor een dossiertoets.",
    namen.DOCUMENTEN: "Alle bestanden van het dossier, ook wat niet gelezen kon worden.",
}
_DATUMS = frozenset(("deadline", "nagegaan_op", "datum"))
_VASTE_KOLOMMEN = 2
_AFDRUK = {namen.ACTIEPLAN: 9, namen.SIGNALEN: 9, namen.PRAKTIJKTOETS: 8, namen.DOCUMENTEN: 8}


def schrijf(schrijver: Schrijver, resultaat: Resultaat) -> None:
    """Write the four sheets; Documenten gets a second table of what was expected."""
    for naam, soort, kolommen, rijen in (
        (namen.ACTIEPLAN, werk.ACTIE, ACTIES, acties(resultaat)),
        (namen.SIGNALEN, werk.SIGNAAL, SIGNALEN, signalen(resultaat)),
        (namen.PRAKTIJKTOETS, werk.VRAAG, TOETSEN, toetsen(resultaat)),
        (namen.DOCUMENTEN, "", DOCUMENTEN, documenten(resultaat)),
    ):
        eigen = tuple(Kolom(kop=kop, breedte=20, mens=True) for kop in _eigen(resultaat, soort, kolommen)) if soort else ()
        _blad(schrijver, resultaat, naam, (*kolommen, *eigen), rijen)


def _eigen(resultaat: Resultaat, soort: str, kolommen: tuple[Kolom, ...]) -> list[str]:
    """Headers of the columns that the user added to this sheet before."""
    bekend = {kolom.kop.casefold() for kolom in kolommen}
    koppen = {
        sleutel.removeprefix(stand.EXTRA)
        for id_, velden in resultaat.werk.items() if id_.startswith(f"{soort}-")
        for sleutel in velden if sleutel.startswith(stand.EXTRA)
    }
    return sorted(kop for kop in koppen if kop.casefold() not in bekend)


def _mens(soort: str, velden: dict[str, str], kolommen: dict[str, str]) -> dict[str, Cel]:
    """What people filled in, by the key of its column, as cells."""
    waarden = werk.getoond(soort, velden)
    return {sleutel: als_datum(waarden[sleutel]) if sleutel in _DATUMS and sleutel in waarden else waarden.get(sleutel) for sleutel in kolommen.values()}


def _slot(soort: str, id_: str, velden: dict[str, str], eigen: list[str]) -> tuple[Cel, ...]:
    """The id, the stand, and the user's own columns."""
    return (id_, stand.encode_velden(werk.getoond(soort, velden)), *(velden.get(f"{stand.EXTRA}{kop}") for kop in eigen))


def _blad(
    schrijver: Schrijver,
    resultaat: Resultaat,
    naam: str,
    kolommen: tuple[Kolom, ...],
    rijen: Iterable[tuple[Cel, ...]],
) -> None:
    missend = list(ontbrekend(resultaat)) if naam == namen.DOCUMENTEN else []
    blad = schrijver.blad(naam, naam, _TEKSTEN[naam], herhaal=not missend)
    laatste = schrijver.tabel(blad, namen.tabelnaam(naam), kolommen, rijen)
    blad.freeze_panes(namen.KOPRIJ, 1 if naam == namen.DOCUMENTEN else _VASTE_KOLOMMEN)
    if missend:
        kop = laatste + 4
        titel = "Verwacht en niet gevonden"
        blad.write_string(kop - 2, 0, titel, schrijver.stijl("kop2"))
        laatste = schrijver.tabel(blad, "tblVerwacht", ONTBREKEND, missend, kop=kop, breedtes=False)
    blad.print_area(0, 0, laatste - 1, _AFDRUK[naam] - 1)


def acties(resultaat: Resultaat) -> Iterator[tuple[Cel, ...]]:
    """Yield a row per action, with open columns for the owner."""
    eigen = _eigen(resultaat, werk.ACTIE, ACTIES)
    for stuk in werk.acties(resultaat):
        actie, mens = stuk.wat, _mens(werk.ACTIE, stuk.velden, namen.ACTIEKOLOMMEN)
        yield (
            actie.nummer,
            actie.titel,
            stijl(KLASSEN, actie.klasse).woord,
            PDCA_STAPPEN.get(actie.pdca, actie.pdca),
            actie.document,
            actie.benodigd_bewijs,
            *mens.values(),
            ", ".join(actie.norm_ids),
            ", ".join(actie.onderdelen),
            *_slot(werk.ACTIE, stuk.id, stuk.velden, eigen),
        )


def signalen(resultaat: Resultaat) -> Iterator[tuple[Cel, ...]]:
    """Yield a row per signaal, grouped by soort."""
    eigen = _eigen(resultaat, werk.SIGNAAL, SIGNALEN)
    for stuk in werk.signalen(resultaat):
        signaal, mens = stuk.wat, _mens(werk.SIGNAAL, stuk.velden, namen.SIGNAALKOLOMMEN)
        yield (
            stuk.nummer,
            stijl(ERNST, signaal.ernst).woord,
            woord(SIGNAALSOORTEN, signaal.soort),
            signaal.melding,
            signaal.citaat,
            signaal.document,
            signaal.plaats,
            *mens.values(),
            signaal.citaat2,
            signaal.document2,
            signaal.plaats2,
            ", ".join(signaal.norm_ids),
            *_slot(werk.SIGNAAL, stuk.id, stuk.velden, eigen),
        )


def toetsen(resultaat: Resultaat) -> Iterator[tuple[Cel, ...]]:
    """Yield a row per question; the same question for more normen is asked once."""
    eigen = _eigen(resultaat, werk.VRAAG, TOETSEN)
    for stuk in werk.vragen(resultaat):
        vraag, mens = stuk.wat, _mens(werk.VRAAG, stuk.velden, namen.VRAAGKOLOMMEN)
        yield (
            stuk.nummer,
            leesbaar(vraag.rol),
            woord(TOETSSOORTEN, vraag.toets.soort),
            vraag.toets.vraag,
            ", ".join(vraag.toets.norm_ids),
            *mens.values(),
            *_slot(werk.VRAAG, stuk.id, stuk.velden, eigen),
        )


def documenten(resultaat: Resultaat) -> Iterator[tuple[Cel, ...]]:
    """Yield a row per file, read or not."""
    for document in resultaat.dossier.documenten:
        yield (
            document.pad,
            stijl(TOESTANDEN, document.toestand).woord,
            document.melding,
            document.titel,
            leesbaar(document.documentsoort),
            document.soort,
            document.paginas,
            document.passages,
            document.sha256,
        )


def ontbrekend(resultaat: Resultaat) -> Iterator[tuple[Cel, ...]]:
    """Yield a row per document that normen ask for and the dossier has not."""
    for document in overzicht.ontbrekende_documenten(resultaat):
        yield (document.naam, ", ".join(document.norm_ids))
