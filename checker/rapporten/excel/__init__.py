"""Excel: the resultaat as a desk to work at, in one workbook."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from checker.dossier.eigen import MERK
from checker.rapporten.bestand import vervang
from checker.rapporten.opmaak import datum, veilig

if TYPE_CHECKING:
    from pathlib import Path

    from xlsxwriter import Workbook

    from checker.resultaat import Resultaat
    from checker.verschil import Sinds

_ZONDER_OMZETTING = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
}


def write(resultaat: Resultaat, path: Path, *, terugblik: Sinds | None = None) -> None:
    """Write the workbook; the same resultaat gives the same bytes.

    ``terugblik`` is the earlier run and the course of all runs, for the sheets about them.
    """
    from xlsxwriter import Workbook

    with vervang(path) as tijdelijk:
        boek = Workbook(str(tijdelijk), dict(_ZONDER_OMZETTING))
        _vul(boek, resultaat, terugblik)
        boek.close()


def _vul(boek: Workbook, resultaat: Resultaat, terugblik: Sinds | None) -> None:
    from checker.rapporten.excel import bladen, leesmij, lijsten, logboek, samenvatting, sinds
    from checker.rapporten.excel.kruistabel import schrijf_kruistabel
    from checker.rapporten.excel.schrijver import Schrijver

    schrijver = Schrijver(boek)
    leesmij.schrijf(schrijver, resultaat, terugblik)
    samenvatting.schrijf(schrijver, resultaat)
    bladen.schrijf(schrijver, resultaat)
    schrijf_kruistabel(schrijver, resultaat)
    sinds.schrijf(schrijver, terugblik)
    logboek.schrijf(schrijver, resultaat)
    lijsten.schrijf(schrijver)
    _eigenschappen(boek, resultaat)


def _eigenschappen(boek: Workbook, resultaat: Resultaat) -> None:
    naam = veilig(resultaat.dossier.naam)
    boek.set_properties(
        {
            "title": f"Gapanalyse {naam}",
            "subject": f"Documenttoets op {datum(resultaat.peildatum)}",
            "author": f"checker {veilig(resultaat.checker)}",
            "category": "Kwaliteit van zorg",
            "keywords": f"gapanalyse, kwaliteitskader, bewijs, {MERK}",
            "comments": "Voorstel op basis van documenten. Een mens beslist.",
            "created": _moment(resultaat.peildatum),
        }
    )
    boek.set_custom_property("Taal", "nl-NL")
    boek.set_custom_property("Peildatum", veilig(resultaat.peildatum))


def _moment(peildatum: str) -> datetime:
    """The stated run date, so that no clock reaches the file."""
    try:
        return datetime.fromisoformat(peildatum).replace(tzinfo=None)
    except ValueError:
        return datetime(2000, 1, 1)  # noqa: DTZ001 - Excel knows no time zones
