"""Build small dossiers from sentences and tables, for tests of signalen and registers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.bewijs.documentsoort import recognise
from checker.dossier.document import Document, Dossier, Toestand
from checker.dossier.passage import Passage, Soort, Vindplaats
from checker.profiel import Profiel
from checker.signalen import Signalering

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.resultaat import Signaal

PEILDATUM = "2026-02-15"
PROFIEL = Profiel(naam="Praktijk De Berk", bekend=True, wet=("jeugdwet",), medewerkers=6)


def document(pad: str, *regels: str, kop: str = "", soort: str = "docx", tabellen: Sequence[Sequence[Passage]] = ()) -> Document:
    """A document with a heading, sentences as paragraphs, and rows of tables."""
    passages = [Passage(nr=0, soort=Soort.KOP, tekst=kop or "Inhoud", vindplaats=Vindplaats(plaats="alinea 1"))]
    passages += [
        Passage(nr=nr, soort=Soort.ALINEA, tekst=tekst, vindplaats=Vindplaats(sectie=(kop or "Inhoud",), plaats=f"alinea {nr + 1}"))
        for nr, tekst in enumerate(regels, start=1)
    ]
    passages += [rij for tabel in tabellen for rij in tabel]
    return Document(pad=pad, sha256=pad, soort=soort, toestand=Toestand.GELEZEN, passages=tuple(passages))


def blad(naam: str, koppen: Sequence[str], *rijen: Sequence[str]) -> list[Passage]:
    """The rows of a sheet; an empty value leaves its cell out, as the reader does."""
    found = []
    for nr, rij in enumerate(rijen, start=2):
        cellen = tuple(
            (kop, waarde, f"{chr(65 + kolom)}{nr}") for kolom, (kop, waarde) in enumerate(zip(koppen, rij, strict=True)) if waarde
        )
        tekst = " | ".join(f"{kop}: {waarde}" for kop, waarde, _ref in cellen)
        found.append(Passage(
            nr=nr, soort=Soort.TABELRIJ, tekst=tekst, cellen=cellen,
            vindplaats=Vindplaats(sectie=(naam,), plaats=f"blad {naam}, rij {nr}"),
        ))
    return found


def signalen(*documenten: Document, peildatum: str = PEILDATUM, profiel: Profiel = PROFIEL) -> tuple[Signaal, ...]:
    """The signalen of a dossier of these documents."""
    dossier = Dossier(naam="Praktijk De Berk", documenten=tuple(documenten))
    soorten = [recognise(d) for d in documenten]
    return Signalering(dossier, soorten, peildatum, profiel).find()


def weerlegd(*documenten: Document) -> list[tuple[str, str]]:
    """What the documents say and a register belies: the words and where it shows."""
    dossier = Dossier(naam="Praktijk De Berk", documenten=tuple(documenten))
    found = Signalering(dossier, [recognise(d) for d in documenten], PEILDATUM, PROFIEL).weerleggingen()
    return [(weerlegging.citaat, weerlegging.register) for weerlegging in found]


def van_soort(soort: str, *documenten: Document, **rest: object) -> list[Signaal]:
    """The signalen of one soort."""
    return [s for s in signalen(*documenten, **rest) if s.soort == soort]  # type: ignore[arg-type]
