"""Werkmap: the comparison as the workbook that an assessment committee works in."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from checker.rapporten.bestand import vervang
from checker.rapporten.opmaak import datum, veilig
from checker.vergelijking.werkmap import namen

if TYPE_CHECKING:
    from pathlib import Path

    from xlsxwriter import Workbook

    from checker.vergelijking.verslag import Verslag

BESTAND = "vergelijking.xlsx"
_OPTIES = {
    "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "nan_inf_to_errors": True,
}


def write(verslag: Verslag, path: Path) -> None:
    """Write the workbook row by row; the same input gives the same bytes."""
    from xlsxwriter import Workbook

    with vervang(path) as half:
        boek = Workbook(str(half), dict(_OPTIES))
        _fill(boek, verslag)
        boek.close()


def _fill(boek: Workbook, verslag: Verslag) -> None:
    from checker.rapporten.excel.schrijver import Schrijver
    from checker.vergelijking.werkmap.achteraf import Achteraf
    from checker.vergelijking.werkmap.beoordelaars import Beoordelaars, Plek
    from checker.vergelijking.werkmap.bladen import Bladen
    from checker.vergelijking.werkmap.leesmij import write_leesmij
    from checker.vergelijking.werkmap.overzicht import write_overzicht

    schrijver = Schrijver(boek)
    write_leesmij(schrijver, verslag)
    write_overzicht(schrijver, verslag)
    bladen = Bladen(schrijver, verslag.uitvraag, verslag.antwoorden, Plek(aanbieders=len(verslag.standen), criteria=len(verslag.uitvraag.criteria)))
    beoordelaars = Beoordelaars(schrijver, verslag.uitvraag, verslag.beoordelaars)
    achteraf = Achteraf(schrijver, verslag)
    for nummer, (stand, uittreksel) in enumerate(verslag.texts()):
        bladen.add(stand, uittreksel, nummer)
        beoordelaars.add(stand)
        achteraf.add(stand, uittreksel)
    bladen.close()
    beoordelaars.close()
    achteraf.close()
    boek.get_worksheet_by_name(namen.OVERZICHT).activate()
    _properties(boek, verslag)


def _properties(boek: Workbook, verslag: Verslag) -> None:
    boek.set_properties(
        {
            "title": veilig(verslag.uitvraag.titel), "subject": f"Vergelijking van aanbieders op {datum(verslag.peildatum)}",
            "author": f"checker {verslag.checker}", "comments": "Voorstel op basis van documenten. De commissie beslist.",
            "created": datetime.fromisoformat(verslag.peildatum),
        }
    )
    boek.set_custom_property("Peildatum", verslag.peildatum)
