"""Gewichten: the weights that people changed on the sheet Overzicht, found by the words beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.vergelijking.getal import read_getal
from checker.vergelijking.terug import typed_over
from checker.vergelijking.uitvraag import is_weight
from checker.vergelijking.werkmap import namen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.vergelijking.terug import Rijen, Werkmap
    from checker.vergelijking.vorige import Vorige

_NODIG = (namen.NORM, namen.GEWICHT_UITVRAAG, namen.GEWICHT)
_ZOEK = 60


def read_gewichten_terug(werkmap: Werkmap, vorige: Vorige) -> tuple[dict[str, float], list[str]]:
    """The weights that differ from what was asked, and what was filled in there that does not count.

    Raises:
        WerkmapVeranderdError: the sheet, or the words beside its rows, cannot be found.
    """
    naam = werkmap.op_naam(namen.OVERZICHT) or next((blad for blad in werkmap.vreemd() if len(_labels(werkmap.waarden[blad])) > 1), "")
    if not naam:
        raise werkmap.fout(f"er is geen blad {namen.OVERZICHT}, en daar staan de gewichten", f"Geef het blad de naam {namen.OVERZICHT} terug.")
    rijen = werkmap.waarden[naam]
    labels = _labels(rijen)
    for nodig in _NODIG:
        if nodig not in labels:
            raise werkmap.fout(f'op het blad "{naam}" staat nergens het woord "{nodig}", dat voor zijn rij hoort', "Zet het terug in de eerste kolom.")
    criteria = {
        plek: str(norm).strip() for plek, norm in enumerate(rijen[labels[namen.NORM][0]]) if plek > labels[namen.NORM][1] and norm not in (None, "")
    }
    gewichten, meldingen = _gewichten(rijen, labels, criteria)
    if naam != namen.OVERZICHT:
        meldingen.insert(0, f'Het blad "{naam}" is gelezen als {namen.OVERZICHT}.')
    meldingen += _minima(rijen, labels, criteria, vorige)
    return gewichten, [*meldingen, *_typed(werkmap.getypt[naam], rijen, criteria)]


def _labels(rijen: Rijen) -> dict[str, tuple[int, int]]:
    """Row and column (from 0) of each word that stands before a row of the head."""
    gezocht = {label.casefold(): label for label in (*_NODIG, namen.MINIMUM)}
    gevonden: dict[str, tuple[int, int]] = {}
    for nummer, rij in enumerate(rijen[:_ZOEK]):
        for plek, cel in enumerate(rij):
            label = gezocht.get(cel.strip().casefold()) if isinstance(cel, str) else None
            if label:
                gevonden.setdefault(label, (nummer, plek))
    return gevonden


def _gewichten(rijen: Rijen, labels: Mapping[str, tuple[int, int]], criteria: Mapping[int, str]) -> tuple[dict[str, float], list[str]]:
    gevonden: dict[str, float] = {}
    meldingen: list[str] = []
    for plek, norm in criteria.items():
        gevraagd, cel = (_cel(rijen, labels[label][0], plek) for label in (namen.GEWICHT_UITVRAAG, namen.GEWICHT))
        if cel in (None, ""):
            meldingen.append(f"{namen.OVERZICHT}: het gewicht van {norm} is leeg. Het gewicht van de uitvraag geldt; laat u de norm niet meetellen, vul dan 0 in.")
            continue
        gewicht = read_getal(cel)
        if gewicht is None or not is_weight(gewicht):
            meldingen.append(f"{namen.OVERZICHT}: het gewicht '{cel}' van {norm} is geen getal vanaf 0. Het gewicht van de uitvraag geldt.")
        elif gewicht != read_getal(gevraagd):
            gevonden[norm] = gewicht
    return gevonden, meldingen


def _minima(rijen: Rijen, labels: Mapping[str, tuple[int, int]], criteria: Mapping[int, str], vorige: Vorige) -> list[str]:
    """A minimum is part of the demands: it is changed there."""
    if namen.MINIMUM not in labels:
        return []
    gezien = {norm: _cel(rijen, labels[namen.MINIMUM][0], plek) for plek, norm in criteria.items() if norm in vorige.minima}
    return [
        f"{namen.OVERZICHT}: het minimum '{cel}' van {norm} telt niet mee. Een minimum verandert u in uitvraag.yaml."
        for norm, cel in gezien.items() if read_getal(cel) != vorige.minima[norm]
    ]


def _typed(getypt: Rijen, rijen: Rijen, criteria: Mapping[int, str]) -> list[str]:
    """Scores and totals that were typed over."""
    kop = next((nummer for nummer, rij in enumerate(rijen[:_ZOEK]) if namen.AANBIEDER in rij), None)
    if kop is None:
        return []
    vast = [plek for plek, cel in enumerate(rijen[kop]) if cel in namen.OVERZICHT_REKENT]
    return typed_over(namen.OVERZICHT, getypt[kop + 1 :], kop + 2, [*vast, *criteria])


def _cel(rijen: Rijen, rij: int, plek: int) -> Any:
    return rijen[rij][plek] if plek < len(rijen[rij]) else None
