"""Rows of a sheet: titles, header row, and data rows that know their column."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.dossier.passage import Soort
from checker.dossier.tabel import Cel, is_header, letter
from checker.dossier.tabelkop import TABELKOP, are_heads, name_heads

if TYPE_CHECKING:
    from checker.dossier.bouwer import Bouwer

_HEADER_LENGTH = 120
_LOOKAHEAD = 6
_HIDDEN = frozenset({"verborgen"})


@dataclass(frozen=True, slots=True)
class Vak:
    """One filled cell: column from 0, text, and whether the sheet holds it as text."""

    kolom: int
    tekst: str
    is_text: bool = True


@dataclass(frozen=True, slots=True)
class Bladrij:
    """One row with its number as shown in the sheet, and its filled cells."""

    nr: int
    vakken: tuple[Vak, ...]


@dataclass(slots=True, kw_only=True)
class Blad:
    """One sheet as read."""

    naam: str
    rijen: list[Bladrij]
    verborgen: bool = False
    verborgen_rijen: set[int] = field(default_factory=set)
    verborgen_kolommen: set[int] = field(default_factory=set)


def add_sheet(blad: Blad, bouwer: Bouwer) -> None:
    """Add the rows of a sheet; each data row becomes one passage, the heads of an empty table a heading."""
    headers: dict[int, str] = {}
    previous = 0
    rows = blad.rijen
    for i, rij in enumerate(rows):
        gap = bool(previous) and rij.nr > previous + 1
        previous = rij.nr
        if _is_header(rows, i) and _may_change(headers, rij, gap=gap):
            headers = {vak.kolom: vak.tekst.rstrip(": ") for vak in rij.vakken}
        elif (gap or not headers) and _names_empty_columns(rows, i):
            headers = {}
            text = " | ".join(vak.tekst for vak in rij.vakken)
            bouwer.los(Soort.KOP, text, f"blad {blad.naam}, rij {rij.nr}", _marks(blad, rij) | {TABELKOP})
        else:
            _add_row(blad, rij, headers, bouwer)


def _names_empty_columns(rows: list[Bladrij], i: int) -> bool:
    """Tell whether a row holds the heads of a table without data, which show nothing of the practice."""
    heads = rows[i].vakken
    if len(heads) < 3 or any(len(r.vakken) > 1 for r in rows[i + 1 :]):
        return False
    texts = [vak.tekst for vak in heads]
    return all(vak.is_text for vak in heads) and are_heads(texts) and name_heads(texts)


def _is_header(rows: list[Bladrij], i: int) -> bool:
    row = rows[i]
    texts = [vak for vak in row.vakken if vak.is_text]
    if len(texts) < 2 or len(texts) < len(row.vakken) or i + 1 >= len(rows):
        return False
    if any(len(vak.tekst) > _HEADER_LENGTH for vak in texts) or rows[i + 1].nr > row.nr + 2:
        return False
    after = rows[i + 1 : i + _LOOKAHEAD]
    if 2 * len(texts) < max(len(r.vakken) for r in after) or len(after[0].vakken) < 2:
        return False
    if any(not vak.is_text for r in after for vak in r.vakken) and len(texts) > 2:
        return True
    return is_header([_cells(r) for r in (row, *after)])


def _may_change(headers: dict[int, str], rij: Bladrij, *, gap: bool) -> bool:
    """Tell whether a row that looks like a header starts a new table."""
    if not headers:
        return True
    return gap and {vak.kolom for vak in rij.vakken} != set(headers)


def _cells(rij: Bladrij) -> list[Cel]:
    return [Cel(tekst=vak.tekst, kolom=n) for n, vak in enumerate(rij.vakken)]


def _marks(blad: Blad, rij: Bladrij) -> frozenset[str]:
    hidden = blad.verborgen or rij.nr in blad.verborgen_rijen
    hidden = hidden or all(vak.kolom in blad.verborgen_kolommen for vak in rij.vakken)
    return _HIDDEN if hidden else frozenset()


def _add_row(blad: Blad, rij: Bladrij, headers: dict[int, str], bouwer: Bouwer) -> None:
    kenmerken = _marks(blad, rij)
    vakken = rij.vakken
    if len(vakken) == 1 and len(headers) != 1:
        spot = f"blad {blad.naam}, cel {letter(vakken[0].kolom)}{rij.nr}"
        bouwer.alinea(vakken[0].tekst, plaats=spot, kenmerken=kenmerken)
        return
    place = f"blad {blad.naam}, rij {rij.nr}"
    if not headers and len(vakken) == 2:
        label, value = vakken
        pair = (label.tekst.rstrip(": "), value.tekst, f"{letter(value.kolom)}{rij.nr}")
        bouwer.rij([pair], place, kenmerken)
        return
    bouwer.rij(
        [(headers.get(v.kolom, ""), v.tekst, f"{letter(v.kolom)}{rij.nr}") for v in vakken],
        place,
        kenmerken,
    )
