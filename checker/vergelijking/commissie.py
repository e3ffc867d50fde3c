"""Commissie: what people filled in, taken from the workbook of an earlier run."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING, Any

from checker.dossier.werkmap import check_workbook
from checker.errors import CheckerError
from checker.rapporten.bestand import vervang
from checker.vergelijking.stand import Mens
from checker.vergelijking.uitvraag import is_weight
from checker.vergelijking.werkmap import namen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from checker.vergelijking.uitvraag import Uitvraag


_TEKSTEN = (
    (namen.MOTIVERING, namen.DEFINITIEF, "motivering"), (namen.KNOCK_OUT, namen.GECONTROLEERD, "gecontroleerd"),
    (namen.KNOCK_OUT, namen.OPMERKING, "opmerking"),
)
_ANTWOORDEN = (
    (namen.VRAGEN, namen.ANTWOORD, namen.CRITERIUM_ID, namen.VRAAG), (namen.GELIJK, namen.UITLEG, namen.DOCUMENT, namen.CITAAT),
)


class WerkmapOnleesbaarError(CheckerError):
    """A workbook of an earlier run that cannot be read: nobody's scores may get lost."""

    _TEXT = "De werkmap {pad} van een eerdere run is niet te lezen. Daarin kunnen scores staan. Herstel of verplaats dat bestand, en draai opnieuw."


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbreng:
    """The scores and weights of people.

    ``meldingen`` name the rows that were not taken over; ``bewerkt`` says that another program saved the
    workbook: ours is never modified after its creation.
    """

    mensen: dict[tuple[str, str], Mens] = field(default_factory=dict)
    gewichten: dict[str, float] = field(default_factory=dict)
    meldingen: tuple[str, ...] = ()
    bewerkt: bool = False
    antwoorden: dict[tuple[str, str, str], str] = field(default_factory=dict)


def read_inbreng(path: Path, uitvraag: Uitvraag) -> Inbreng:
    """What people filled in; nothing when there is no workbook yet.

    Raises:
        WerkmapOnleesbaarError: there is one that cannot be read.
    """
    if not path.is_file():
        return Inbreng()
    from openpyxl import load_workbook

    danger = check_workbook(path)
    if danger is not None:
        raise WerkmapOnleesbaarError(pad=path) from danger
    try:
        book = load_workbook(path, read_only=True, data_only=True)
        inbreng = _collect(book, uitvraag)
        book.close()
    except Exception as error:  # openpyxl raises anything on a damaged file, also while the rows are read
        raise WerkmapOnleesbaarError(pad=path) from error
    return inbreng


def keep_copy(path: Path) -> Path:
    """Copy a workbook that people filled in, under a name that is free."""
    names = (path.with_name(f"{path.stem}-ingevuld{'' if n == 1 else f'-{n}'}{path.suffix}") for n in count(1))
    copy = next(name for name in names if not name.exists())
    with vervang(copy) as half:
        shutil.copyfile(path, half)
    return copy


def _collect(book: Workbook, uitvraag: Uitvraag) -> Inbreng:
    mensen: dict[tuple[str, str], Mens] = {}
    meldingen: list[str] = []
    for number, row in _rows(book, namen.BEOORDELAARS):
        mens, faults = _mens(row, uitvraag.maximum)
        meldingen += [f"Beoordelaars rij {number}: {fault}" for fault in faults]
        if mens != Mens():
            mensen[_key(row)] = mens
    for sheet, kop, veld in _TEKSTEN:
        for _, row in _rows(book, sheet):
            texts: dict[str, Any] = {veld: _text(row, kop)}
            if texts[veld]:
                mensen[_key(row)] = replace(mensen.get(_key(row), Mens()), **texts)
    gewichten, faults = _weights(book)
    bewerkt = book.properties.created != book.properties.modified
    return Inbreng(mensen=mensen, gewichten=gewichten, meldingen=(*meldingen, *faults), bewerkt=bewerkt, antwoorden=_answers(book))


def _answers(book: Workbook) -> dict[tuple[str, str, str], str]:
    """Answers by what they answer: a question, or a shared text."""
    found: dict[tuple[str, str, str], str] = {}
    for sheet, kop, *keys in _ANTWOORDEN:
        for _, row in _rows(book, sheet):
            text = _text(row, kop)
            if text:
                found[_text(row, namen.AANBIEDER), str(row.get(keys[0]) or ""), str(row.get(keys[1]) or "")] = text
    return found


def _text(row: dict[str, Any], kop: str) -> str:
    return str(row.get(kop) or "").strip()


def _key(row: dict[str, Any]) -> tuple[str, str]:
    return _text(row, namen.AANBIEDER), _text(row, namen.CRITERIUM_ID)


def _rows(book: Workbook, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of a sheet by header; columns may have moved."""
    if name not in book.sheetnames:
        return
    sheet: Worksheet = book[name]
    headers: list[str] = []
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        if not headers:
            headers = [str(cell) if cell is not None else "" for cell in cells] if namen.AANBIEDER in cells else []
        elif cells and any(cell is not None for cell in cells):
            yield number, dict(zip(headers, cells, strict=False))


def _mens(row: dict[str, Any], maximum: float) -> tuple[Mens, list[str]]:
    faults: list[str] = []

    def score(kop: str) -> float | None:
        value = row.get(kop)
        if value is None or value == "":
            return None
        if not is_weight(value) or value > maximum:
            faults.append(f"{kop} '{value}' is geen score van 0 tot en met {maximum:g}.")
            return None
        return float(value)

    scores = tuple(score(kop) for kop in namen.RATERS)
    mens = Mens(scores=scores, consensus=score(namen.CONSENSUS), toelichting=_text(row, namen.TOELICHTING))
    return mens, faults


def _weights(book: Workbook) -> tuple[dict[str, float], list[str]]:
    """The weights that were changed in the yellow row."""
    if namen.OVERZICHT not in book.sheetnames:
        return {}, []
    rows = list(book[namen.OVERZICHT].iter_rows(min_row=1, max_row=namen.KOP_RIJ, values_only=True))
    if len(rows) < namen.KOP_RIJ:
        return {}, []
    found: dict[str, float] = {}
    faults = []
    triples = zip(rows[namen.NORM_RIJ - 1], rows[namen.UITVRAAG_RIJ - 1], rows[namen.GEWICHT_RIJ - 1], strict=False)
    for norm, asked, weight in list(triples)[namen.EERSTE_CRITERIUM :]:
        if norm and weight != asked:
            if is_weight(weight):
                found[str(norm)] = float(str(weight))
            else:
                faults.append(f"Overzicht: het gewicht '{weight}' van {norm} is geen getal vanaf 0.")
    return found, faults
