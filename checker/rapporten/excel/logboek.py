"""Logboek: what made these verdicts: versions, kaders, profile, assumptions and hashes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rapporten.excel import namen
from checker.rapporten.excel.kolom import Cel, Kolom
from checker.rapporten.opmaak import datum
from checker.rapporten.profiel import profielregels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.rapporten.excel.schrijver import Schrijver
    from checker.resultaat import Resultaat

_UITLEG = "Waarmee dit oordeel is gemaakt. Met dezelfde invoer komt er hetzelfde uit."
_KOLOMMEN = (
    Kolom(kop="Groep", breedte=16),
    Kolom(kop="Wat", breedte=44),
    Kolom(kop="Waarde", breedte=84),
)


def schrijf(schrijver: Schrijver, resultaat: Resultaat) -> None:
    """Write the sheet."""
    blad = schrijver.blad(namen.LOGBOEK, "Logboek", _UITLEG)
    schrijver.tabel(blad, namen.tabelnaam(namen.LOGBOEK), _KOLOMMEN, _rijen(resultaat))
    blad.freeze_panes(namen.KOPRIJ, 0)


def _rijen(resultaat: Resultaat) -> Iterator[tuple[Cel, ...]]:
    yield ("Toets", "Dossier", resultaat.dossier.naam)
    yield ("Toets", "Peildatum", datum(resultaat.peildatum))
    yield ("Toets", "Versie van de checker", resultaat.checker)
    yield ("Toets", "Versie van het resultaat", str(resultaat.schema))
    for naam, versie in resultaat.versies.items():
        yield ("Versies", naam, versie)
    for kader in resultaat.kaders:
        jaar = f", {kader.jaar}" if kader.jaar else ""
        yield ("Kaders", kader.titel, f"{kader.uitgever}{jaar}, versie {kader.versie}")
        nagegaan = f" (nagegaan op {datum(kader.gecontroleerd_op)})"
        status = kader.status + (nagegaan if kader.gecontroleerd_op else "")
        yield ("Kaders", f"{kader.titel}: geldigheid", status)
    for naam, waarde in profielregels(resultaat.dossier.profiel):
        yield ("Profiel", naam, waarde)
    for aanname in resultaat.dossier.aannames:
        yield ("Aannames", aanname, None)
    for document in resultaat.dossier.documenten:
        yield ("Bestanden", document.pad, f"sha256 {document.sha256}")

