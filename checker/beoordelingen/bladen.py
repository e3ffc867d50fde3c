"""Bladen: the sheets of the desk that come back: how a row is known and which columns people fill."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.rapporten import werk
from checker.rapporten.excel import namen
from checker.rapporten.excel.tabellen import normen
from checker.rapporten.excel.tabellen.werk import ACTIES, SIGNALEN, TOETSEN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.rapporten.excel.kolom import Kolom

NORM = "norm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladvorm:
    """What a sheet looks like.

    Attributes:
        soort: what its rows are: norm, actie, signaal or vraag.
        id_kop: header of the column by which a row is known.
        mens: headers that people fill, with their keys.
        machine: headers in small letters that only the checker fills.
        koppen: all headers in order.
        wat: the word for a row in a message.
    """

    naam: str
    soort: str
    id_kop: str
    mens: Mapping[str, str]
    machine: frozenset[str]
    koppen: tuple[str, ...]
    wat: str

    @property
    def sleutels(self) -> dict[str, str]:
        """Key per human header in small letters."""
        return {kop.casefold(): sleutel for kop, sleutel in self.mens.items()}

    def kop(self, sleutel: str) -> str:
        """The header of a key, or the key when it is a column of the user's own."""
        return next((kop for kop, eigen in self.mens.items() if eigen == sleutel), sleutel)


def _koppen(kolommen: Sequence[Kolom]) -> tuple[str, ...]:
    return tuple(kolom.kop for kolom in kolommen)


def _machine(kolommen: Sequence[Kolom]) -> frozenset[str]:
    return frozenset(kolom.kop.casefold() for kolom in kolommen if not kolom.mens)


NORMEN = Bladvorm(
    naam=namen.NORMEN, soort=NORM, id_kop=namen.NORM_ID, mens=namen.MENSKOLOMMEN, machine=_machine(normen.KOLOMMEN),
    koppen=_koppen(normen.KOLOMMEN), wat="deze norm",
)
WERKBLADEN = (
    Bladvorm(
        naam=namen.ACTIEPLAN, soort=werk.ACTIE, id_kop=namen.ACTIE_ID, mens=namen.ACTIEKOLOMMEN, machine=_machine(ACTIES),
        koppen=_koppen(ACTIES), wat="deze actie",
    ),
    Bladvorm(
        naam=namen.SIGNALEN, soort=werk.SIGNAAL, id_kop=namen.SIGNAAL_ID, mens=namen.SIGNAALKOLOMMEN, machine=_machine(SIGNALEN),
        koppen=_koppen(SIGNALEN), wat="dit signaal",
    ),
    Bladvorm(
        naam=namen.PRAKTIJKTOETS, soort=werk.VRAAG, id_kop=namen.VRAAG_ID, mens=namen.VRAAGKOLOMMEN, machine=_machine(TOETSEN),
        koppen=_koppen(TOETSEN), wat="deze vraag",
    ),
)
