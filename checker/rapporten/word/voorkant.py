"""Title page and colofon: whose report, which kaders, what was read, who must confirm it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rapporten.opmaak import aantal, datum, leesbaar
from checker.rapporten.overzicht import niet_gelezen
from checker.rapporten.profiel import profielregels
from checker.rapporten.word.tabel import Kolom, cel, cellen, kenmerken, tabel
from checker.rapporten.word.xml import Xml, alinea, benoemd, samen

if TYPE_CHECKING:
    from checker.rapporten.word.verslag import Verslag
    from checker.resultaat import KaderRegel


def voorkant(verslag: Verslag, titel: str) -> Xml:
    """Write the title page with the colofon."""
    resultaat = verslag.resultaat
    return samen(
        (
            alinea(titel, "Title", nieuwe_pagina=True),
            alinea(resultaat.dossier.naam, "Subtitle"),
            kenmerken(_feiten(verslag), breedte=verslag.breedte, titel="Colofon"),
            alinea(benoemd("Status van dit rapport", _STATUS)),
            alinea(_KADERS_KOP, bij_volgende=True),
            _kaders(verslag),
        )
    )


_STATUS = (
    "voorstel, te bevestigen door een deskundige. De checker heeft documenten gelezen en doet per"
    " norm een voorstel. Een mens beslist. Dit rapport gaat over wat op papier staat, niet over wat"
    " in de praktijk gebeurt."
)
_KADERS_KOP = "Aan deze kaders is getoetst:"


def _feiten(verslag: Verslag) -> list[tuple[str, str]]:
    resultaat = verslag.resultaat
    documenten = len(resultaat.dossier.documenten)
    gemist = len(niet_gelezen(resultaat))
    gelezen = f"{aantal(documenten, 'bestand', 'bestanden')} in het dossier"
    rest = f", waarvan {gemist} niet of niet helemaal gelezen" if gemist else ", alle gelezen"
    return [
        ("Praktijk", resultaat.dossier.naam),
        ("Peildatum", datum(resultaat.peildatum)),
        *((naam, waarde) for naam, waarde in profielregels(resultaat.dossier.profiel) if naam != "Naam"),
        ("Documenten", f"{gelezen}{rest}. De lijst staat in de bijlage."),
        ("Gemaakt door", f"checker {resultaat.checker} (voorstel van de computer)"),
    ]


def _kaders(verslag: Verslag) -> Xml:
    kolommen = (
        Kolom(kop="Kader", deel=4),
        Kolom(kop="Versie", deel=2),
        Kolom(kop="Status van het kader", deel=4),
        Kolom(kop="Normen", deel=1.2),
    )
    rijen = [
        (
            cellen(k.kader.titel, k.kader.uitgever),
            cel(_versie(k.kader)),
            cel(_kaderstatus(k.kader)),
            cel(str(k.telling.totaal)),
        )
        for k in verslag.kaders
    ]
    return tabel(kolommen, rijen, breedte=verslag.breedte, titel="Getoetste kaders")


def _versie(kader: KaderRegel) -> str:
    return f"{kader.versie} ({kader.jaar})" if str(kader.jaar) not in kader.versie else kader.versie


def _kaderstatus(kader: KaderRegel) -> str:
    gecontroleerd = kader.gecontroleerd_op
    wanneer = f"Gecontroleerd op {datum(gecontroleerd)}." if gecontroleerd else ""
    afgeleid = "Dit kader is afgeleid van andere kaders." if kader.afgeleid else ""
    status = f"{leesbaar(kader.status).rstrip('.')}." if kader.status else ""
    return " ".join(deel for deel in (status, wanneer, afgeleid) if deel)

