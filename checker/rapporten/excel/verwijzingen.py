"""Verwijzingen: links between sheets that keep working after sorting."""

from __future__ import annotations

from checker.rapporten.excel.kolom import Verwijzing
from checker.rapporten.excel.namen import KOPRIJ, NORM_ID, NORMEN, tabelnaam


def naar(blad: str, woorden: str, *, bron: str = "A", kolom: str = NORM_ID) -> Verwijzing:
    """Link to the first row of ``blad`` whose ``kolom`` holds the id in column ``bron``.

    The row is looked up when it is clicked, so sorting either sheet does no harm. ``woorden``
    comes from the code, never from a document.
    """
    zoek = f"MATCH(${bron}{{rij}},{tabelnaam(blad)}[{kolom}],0)"
    formule = f'=HYPERLINK("#{blad}!A"&({KOPRIJ}+{zoek}),"{woorden}")'
    return Verwijzing(formule=formule, waarde=woorden)


def naar_norm(bron: str = "A") -> Verwijzing:
    """Link back to the row of the norm."""
    return naar(NORMEN, "naar norm", bron=bron)
