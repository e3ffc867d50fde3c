"""Tables of documents: which row is the header, and which table is only layout."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.dossier.passage import Soort
from checker.dossier.schoon import clean
from checker.dossier.tabelkop import TABELKOP, are_empty_heads

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.dossier.bouwer import Bouwer

_NUMBERISH = re.compile(r"[\d\s.,:/%€x+-]+(?:\s?(?:jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)\w*)?")
_COLUMN_WORDS = re.compile(
    r"\b(toelichting|omschrijving|waarde|antwoord|betekenis|wijziging|actie|taak|taken|inhoud|datum|"
    r"wie|wat|wanneer|uitkomst|resultaat|norm|bron|maatregel|termijn|eigenaar|aantal|percentage|"
    r"naam|functie|doel|onderdeel|beschrijving|voorbeeld|verantwoordelijke?|status|score|pagina)\b",
    re.IGNORECASE,
)
_SHORT = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Cel:
    """One cell: its text, first column (from 0), width, and how it looks."""

    tekst: str
    kolom: int
    breedte: int = 1
    vet: bool = False
    kop: bool = False


Rij = list[Cel]


def letter(column: int) -> str:
    """Return the letters of a column from 0: A, B, ... Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def add_table(
    bouwer: Bouwer, rijen: list[Rij], *, kenmerken: frozenset[str] = frozenset(), beside: Callable[[int], None] = lambda _nr: None
) -> None:
    """Add the rows of a table, or its cells as paragraphs when it is only layout.

    ``beside`` adds what hangs on a row, by its number from 1; it is called when the row is there, and first for rows without text.
    """
    filled = [(nr, rij) for nr, rij in enumerate(rijen, 1) if _texts(rij)]
    for nr in sorted({*range(1, len(rijen) + 1)} - {nr for nr, _ in filled}):
        beside(nr)
    width = max((cel.kolom + cel.breedte for _, rij in filled for cel in rij), default=0)
    if width <= 1 or all(len(_texts(rij)) <= 1 for _, rij in filled):
        filled = _as_paragraphs(bouwer, filled, kenmerken, beside)
    else:
        bouwer.tabellen += 1
        captions = next(i for i, (_, rij) in enumerate(filled) if i + 1 == len(filled) or not _is_caption(rij, width))
        filled = [*_as_paragraphs(bouwer, filled[:captions], kenmerken, beside), *filled[captions:]]
    filled = _as_heads(bouwer, filled, kenmerken, beside)
    rows = [rij for _, rij in filled]
    headers = _headers(rows[0]) if is_header(rows) else {}
    pairs = not headers and is_form(rows)
    for place, (nr, rij) in enumerate(filled):
        if place or not headers:
            cells = _as_pairs(rij, nr) if pairs else _with_headers(rij, headers, nr)
            bouwer.rij(cells, f"tabel {bouwer.tabellen}, rij {nr}", kenmerken)
        beside(nr)


def _as_paragraphs(
    bouwer: Bouwer, filled: list[tuple[int, Rij]], kenmerken: frozenset[str], beside: Callable[[int], None]
) -> list[tuple[int, Rij]]:
    """Add rows as paragraphs; nothing of them is left."""
    for nr, rij in filled:
        bouwer.alinea(" ".join(_texts(rij)), kenmerken=kenmerken)
        beside(nr)
    return []


def _as_heads(
    bouwer: Bouwer, filled: list[tuple[int, Rij]], kenmerken: frozenset[str], beside: Callable[[int], None]
) -> list[tuple[int, Rij]]:
    """Add the column heads of a table without rows as a heading; then nothing of it is left."""
    if len(filled) != 1:
        return filled
    nr, first = filled[0]
    texts = _texts(first)
    if not are_empty_heads(texts, marked=all(cel.kop for cel in first)):
        return filled
    bouwer.los(Soort.KOP, " | ".join(texts), f"tabel {bouwer.tabellen}, rij {nr}", kenmerken | {TABELKOP})
    beside(nr)
    return []


def is_header(rows: list[Rij]) -> bool:
    """Tell whether the first row names the columns."""
    if len(rows) < 2 or len(_texts(rows[0])) < 2:
        return False
    first = [cel for cel in rows[0] if clean(cel.tekst)]
    if all(cel.kop for cel in first):
        return True
    if any(len(clean(cel.tekst)) > _SHORT for cel in first):
        return False
    if all(cel.vet for cel in first) and not all(c.vet for rij in rows[1:] for c in rij if c.tekst):
        return True
    if any(_NUMBERISH.fullmatch(clean(cel.tekst)) for cel in first) or _labels_left(rows) or _goes_on_below(first[0], rows[1]):
        return False
    return len(first) >= 3 or _names_columns(first, rows)


def is_form(rows: list[Rij]) -> bool:
    """Tell whether each row is label and value: short labels at the left, two columns."""
    if any(len(rij) > 2 for rij in rows):
        return False
    labels = [clean(rij[0].tekst) for rij in rows if rij]
    return all(0 < len(label) <= _SHORT for label in labels)


def _goes_on_below(first: Cel, second: Rij) -> bool:
    """Tell whether the first cell is merged with the one below it: then it names rows, no column."""
    return any(cel.kolom == first.kolom and clean(cel.tekst) == clean(first.tekst) for cel in second)


def _labels_left(rows: list[Rij]) -> bool:
    left = [rij[0] for rij in rows if rij]
    if all(len(rij) <= 2 for rij in rows) and all(cel.vet for cel in left):
        return True
    return all(clean(cel.tekst).endswith(":") for cel in left)


def _names_columns(first: list[Cel], rows: list[Rij]) -> bool:
    if any(clean(cel.tekst).endswith((".", ":", ";")) for cel in first):
        return False
    if all(_COLUMN_WORDS.search(cel.tekst) for cel in first[1:]):
        return True
    values = [len(clean(cel.tekst)) for rij in rows[1:] for cel in rij[1:]]
    return sum(values) > 2 * len(values) * max(len(clean(cel.tekst)) for cel in first[1:])


def _texts(rij: Rij) -> list[str]:
    return [text for text in (clean(cel.tekst) for cel in rij) if text]


def _is_caption(rij: Rij, width: int) -> bool:
    filled = [cel for cel in rij if clean(cel.tekst)]
    return len(filled) == 1 and filled[0].kolom == 0 and (filled[0].breedte == width or len(rij) == 1)


def _headers(rij: Rij) -> dict[int, str]:
    found: dict[int, str] = {}
    for cel in rij:
        for column in range(cel.kolom, cel.kolom + min(cel.breedte, 200)):
            found[column] = clean(cel.tekst).rstrip(":")
    return found


def _with_headers(rij: Rij, headers: dict[int, str], nr: int) -> list[tuple[str, str, str]]:
    single = len(_texts(rij)) == 1 and rij[0].breedte > 1
    return [("" if single else headers.get(cel.kolom, ""), cel.tekst, f"{letter(cel.kolom)}{nr}") for cel in rij]


def _as_pairs(rij: Rij, nr: int) -> list[tuple[str, str, str]]:
    texts = [clean(cel.tekst) for cel in rij]
    if len(texts) == 2 and texts[1]:
        return [(texts[0].rstrip(": "), texts[1], f"{letter(rij[1].kolom)}{nr}")]
    return [("", cel.tekst, f"{letter(cel.kolom)}{nr}") for cel in rij]
