"""Rijstatus: what the other cells of a table row, and the column it stands in, say of a cell.

"Wij evalueren elk plan | Aanwezig: nee" tells that it is not there, whatever the first cell says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.bewijs.geldigheid import begins_later, lies_ahead
from checker.bewijs.koppen import judge_kop, kolomnaam
from checker.bewijs.uitspraak import Uitspraak, find_cue, first_told, fold_keep_length

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.dossier.passage import Passage

    Cel = tuple[str, str, str]

_VALUES = {"status_nee": "ontkend", "status_open": "voornemen"}


def judge_row(passage: Passage, text: str, peildatum: str, kolommen: frozenset[str]) -> Uitspraak | None:
    """Why a cell (or the whole row, when it is one sentence) does not count; None when nothing in the row says so.

    ``kolommen`` are the column headers of the table: one to tick that this row lacks was left empty.
    """
    own = [cel for cel in passage.cellen if text in cel[1]] if text != passage.tekst else []
    others = [cel for cel in passage.cellen if cel not in own]
    return _by_column(own) or _by_status(others) or _by_date(others, peildatum) or _by_gap(passage, kolommen)


def _by_column(own: Sequence[Cel]) -> Uitspraak | None:
    return next((found for kop, _value, _ref in own if (found := judge_kop(kop))), None)


def _by_status(cellen: Sequence[Cel]) -> Uitspraak | None:
    """What a status column says; in a table without headers a cell that holds nothing but such a word."""
    for kop, value, _ref in cellen:
        header, told = kolomnaam(kop), fold_keep_length(value).strip()
        if find_cue("open_kolom", header) and find_cue("status_ja", told):
            return Uitspraak("voornemen", f"{kop}: {value}")
        if not header or find_cue("status_kolom", header):
            found = first_told(_VALUES, told)
            if found:
                return Uitspraak(found.soort, f"{kop}: {value}" if kop else value)
    return None


def _by_date(cellen: Sequence[Cel], peildatum: str) -> Uitspraak | None:
    """A row that begins with "Vanaf 2028", or is to be ready on a day to come, tells what is not there yet."""
    for number, (kop, value, _ref) in enumerate(cellen):
        later = begins_later(value, peildatum) if number == 0 else ""
        if not later and find_cue("datum_kolom", kolomnaam(kop)) and lies_ahead(value, peildatum):
            later = f"{kop}: {value}"
        if later:
            return Uitspraak("voornemen", later)
    return None


def _by_gap(passage: Passage, kolommen: frozenset[str]) -> Uitspraak | None:
    filled = {kolomnaam(kop) for kop, _value, _ref in passage.cellen}
    empty = sorted(kolom for kolom in kolommen - filled if find_cue("vink_kolom", kolom))
    return Uitspraak("ontkend", f"{empty[0]}: niet ingevuld") if empty else None
