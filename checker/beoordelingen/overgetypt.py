"""Overgetypt: columns of the checker in which somebody typed: that is no verdict, and it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.beoordelingen.bladen import NORMEN
from checker.beoordelingen.cel import as_text
from checker.rapporten.excel import namen
from checker.rapporten.excel.koppen import find_renamed
from checker.rapporten.excel.stand import decode, field_print
from checker.rapporten.excel.tabellen.normen import OPNIEUW_TEKST
from checker.rapporten.opmaak import inkorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    Rijen = list[tuple[object, ...]]

_MAX_CEL = 60


def find_typed(waarden: Rijen, formules: Rijen, begin: int, koppen: Sequence[str]) -> list[str]:
    """A sentence per cell of Normen that somebody typed over; ``begin`` is the row of the headers, from 0."""
    namen_ = dict(enumerate(koppen)) | find_renamed(NORMEN.koppen, koppen)
    plek = {kop.casefold(): nummer for nummer, kop in reversed(namen_.items())}
    meldingen = []
    for nummer in range(begin + 1, len(waarden)):
        rij = {kop: as_text(_cel(waarden[nummer], plaats)) for kop, plaats in plek.items()}
        formule = as_text(_cel(formules[nummer], plek.get(namen.EINDOORDEEL.casefold(), -1)))
        meldingen += [
            f'{namen.NORMEN} rij {nummer + 1} ({rij[namen.NORM_ID]}): in de kolom {kop} staat "{inkorten(rij[kop.casefold()], _MAX_CEL)}". '
            f"Die kolom is van de checker en telt niet mee. Vul uw oordeel in bij {namen.UW_OORDEEL}, met een reden."
            for kop in _typed(rij, formule) if rij.get(namen.NORM_ID)
        ]
    return meldingen


def _typed(rij: dict[str, str], formule: str) -> list[str]:
    voorstel, eind, let_op = (rij.get(kop.casefold(), "") for kop in (namen.VOORSTEL, namen.EINDOORDEEL, namen.LET_OP))
    stand = decode(rij.get(namen.STAND.casefold(), ""))
    uitkomsten = {voorstel.casefold(), rij.get(namen.UW_OORDEEL.casefold(), "").casefold(), ""}
    return [
        *([namen.VOORSTEL] if voorstel and stand is not None and stand.voorstel and stand.voorstel != field_print(voorstel) else []),
        *([namen.EINDOORDEEL] if voorstel and not formule.startswith("=") and eind.casefold() not in uitkomsten else []),
        *([namen.LET_OP] if let_op and let_op != OPNIEUW_TEKST else []),
    ]


def _cel(rij: Sequence[object], plek: int) -> object:
    return rij[plek] if 0 <= plek < len(rij) else None
