"""Eisen: the demands of a programme of requirements, read from an Excel sheet.

Headings may stand in any order and below a title; merged cells count for every row they cover;
empty rows and rows without a demand are passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.errors import CheckerError
from checker.kaderbouw.werkmap import cell_of, find_header, read_sheets
from checker.taal.woorden import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_KOPPEN = {
    "nummer": r"^(nr|nummer|no|volgnummer|eis ?nr|eisnummer|id|#|code)\b",
    "eis": r"^(eis|omschrijving|tekst|vereiste|norm|criterium|beschrijving|vraag|requirement)\b|omschrijving|tekst van de eis",
    "soort": r"^(soort|type|categorie|status|aard|ko\b|knock)",
    "gewicht": r"^(gewicht|weging|punten|wegingsfactor)",
    "bewijs": r"bewijs|aan te leveren|bijlage|document",
    "thema": r"^(thema|onderwerp|hoofdstuk|rubriek|perceel|onderdeel)",
}
_ZWAARTE = ((3, re.compile(r"knock|ko\b|uitsluit|minimum")), (2, re.compile(r"\beis\b|eisen|verplicht|must")))


class GeenEisenError(CheckerError):
    """A workbook without a sheet of demands."""

    _TEXT = (
        "In {bestand} staat geen blad met eisen: er is geen kopregel met een kolom voor de eis gevonden ({oorzaak}). "
        "Zet boven de kolommen bijvoorbeeld: Nummer, Eis, Soort, Gewicht, Bewijs."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Eis:
    """One demand: its number, text and kind; ``zwaarte`` 3 is a knock-out, 2 a demand, 1 a wish or criterion."""

    nummer: str
    tekst: str
    thema: str
    soort: str
    zwaarte: int
    bewijs: str
    rij: int


def read_eisen(path: Path) -> list[Eis]:
    """All demands of a workbook, in order of sheet and row.

    Raises:
        OnleesbareWerkmapError: no workbook.
        GeenEisenError: no sheet has a heading for the demand.
    """
    found: list[Eis] = []
    seen: list[str] = []
    for name, rows in read_sheets(path):
        seen.append(name)
        header = find_header(rows, _KOPPEN, ("eis",))
        if header is not None:
            found.extend(_eisen(rows, *header, len(found)))
    if not found:
        raise GeenEisenError(bestand=path, oorzaak=f"bekeken bladen: {', '.join(seen) or 'geen'}")
    return found


def _eisen(rows: Sequence[Sequence[str]], header: int, columns: dict[str, int], before: int) -> Iterator[Eis]:
    count = before
    for number, row in enumerate(rows[header + 1 :], start=header + 2):
        text = cell_of(row, columns, "eis")
        if len(text.split()) < 2 or len(set(row) - {""}) < 2:
            continue
        count += 1
        soort = cell_of(row, columns, "soort")
        yield Eis(
            nummer=re.sub(r"[^A-Za-z0-9.]+", ".", cell_of(row, columns, "nummer")).strip(".") or str(count), tekst=text,
            thema=cell_of(row, columns, "thema") or "Eisen", soort=soort, bewijs=cell_of(row, columns, "bewijs"), rij=number, zwaarte=_zwaarte(soort),
        )


def _zwaarte(soort: str) -> int:
    text = fold(soort)
    return next((weight for weight, pattern in _ZWAARTE if pattern.search(text)), 1 if text else 2)
