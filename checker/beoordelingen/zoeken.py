"""Zoeken: which sheet of a workbook is which, also when somebody gave it another name or made a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.beoordelingen.bladen import NORMEN, WERKBLADEN, Bladvorm
from checker.beoordelingen.cel import as_text
from checker.rapporten.excel import namen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Rijen = list[tuple[object, ...]]

_ZOEK_KOP = 40
VORMEN = (NORMEN, *WERKBLADEN)
_ANDERE = (
    namen.LEESMIJ, namen.SAMENVATTING, namen.ONDERDELEN, namen.BEWIJS, namen.DOCUMENTEN, namen.KRUISTABEL, namen.SINDS, namen.VERLOOP, namen.LOGBOEK,
    namen.LIJSTEN,
)


class TweeBladenError(ValueError):
    """Two sheets that may both be the one; its text is Dutch."""


def may_come_back(naam: str) -> bool:
    """Whether people may have filled in a sheet with this name: it is none of the others that the checker writes."""
    return plain(naam) not in {plain(ander) for ander in _ANDERE}


def choose(bladen: Mapping[str, Rijen]) -> dict[str, str]:
    """The sheet of every form, by its name or else by what it holds: name of the form -> name of the sheet.

    Raises:
        TweeBladenError: no sheet has the name and more than one looks like it.
    """
    op_naam = {plain(naam): naam for naam in reversed(list(bladen))}
    gekozen = {vorm.naam: op_naam[plain(vorm.naam)] for vorm in VORMEN if plain(vorm.naam) in op_naam}
    for vorm in VORMEN:
        if vorm.naam in gekozen:
            continue
        lijkt = [naam for naam, rijen in bladen.items() if naam not in gekozen.values() and looks_like(rijen, vorm)]
        if len(lijkt) > 1:
            raise TweeBladenError(f'er is geen blad {vorm.naam}, en "{lijkt[0]}" en "{lijkt[1]}" lijken er allebei op. Geef het goede blad de naam {vorm.naam}')
        if lijkt:
            gekozen[vorm.naam] = lijkt[0]
    return gekozen


def looks_like(rijen: Sequence[Sequence[object]], vorm: Bladvorm) -> bool:
    """Whether a sheet holds the ids of a form and a column that people fill in it."""
    gevonden = find_kop(rijen, vorm)
    return gevonden is not None and any(kop.casefold() in vorm.sleutels for kop in gevonden[1])


def find_kop(rijen: Sequence[Sequence[object]], vorm: Bladvorm) -> tuple[int, list[str]] | None:
    """The row of the headers (from 0) and the headers; None when no row holds that of the id."""
    for nummer, rij in enumerate(rijen[:_ZOEK_KOP]):
        koppen = [as_text(cel) for cel in rij]
        if vorm.id_kop in (kop.casefold() for kop in koppen):
            return nummer, koppen
    return None


def plain(naam: str) -> str:
    """A name without the differences that nobody sees."""
    return naam.strip().casefold()
