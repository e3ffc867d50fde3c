"""Kolom: what a column of a sheet is called, how wide it is and who fills it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from checker.rapporten.opmaak import inkorten, veilig

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.rapporten.opmaak import Stijl

MAX_TEKENS = 32_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Verwijzing:
    """A formula with the value it has now; ``{rij}`` becomes the row number."""

    formule: str
    waarde: str | float


Cel = str | int | float | date | Verwijzing | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """A column.

    Attributes:
        kop: the header, by which the column is found when the workbook comes back.
        mens: True when a person fills it: light yellow and open.
        vorm: tekst, getal, breuk, datum, link or code.
        keuzes: name of the list in Lijsten that a drop-down shows.
        kleuren: words that get a colour.
        uitleg: shown when a person selects the cell.
    """

    kop: str
    breedte: float
    mens: bool = False
    vorm: str = "tekst"
    keuzes: str = ""
    kleuren: Mapping[str, Stijl] | None = None
    uitleg: str = ""

    @property
    def opmaak(self) -> str:
        """Name of the cell format."""
        return f"{'mens' if self.mens else 'vast'}_{self.vorm}"


def tekst(value: str) -> str:
    """Return text that Excel accepts: safe, and cut with a notice when it is too long."""
    if len(value) <= MAX_TEKENS // 2 and value.isascii() and value.isprintable():
        return value
    value = veilig(value)
    if _lengte(value) <= MAX_TEKENS:
        return value
    # Excel counts in UTF-16, where an emoji takes two places.
    past = value.encode("utf-16-le")[: MAX_TEKENS * 2].decode("utf-16-le", "ignore")
    return inkorten(value, len(past))


def _lengte(value: str) -> int:
    return len(value) if len(value) <= MAX_TEKENS // 2 else len(value.encode("utf-16-le")) // 2


def regels(delen: tuple[str, ...]) -> str:
    """Join with line breaks, as one cell shows a list."""
    return "\n".join(delen)
