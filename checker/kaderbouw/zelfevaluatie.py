"""Zelfevaluatie: the scores that an organisation gives itself, read from Excel.

A score is one whole digit per norm and department (rule of the Flemish model); any other row is passed over and named.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.bevindingen.groeitabel import Zelfscore
from checker.errors import CheckerError
from checker.kaderbouw.werkmap import cell_of, find_header, read_digit, read_sheets
from checker.taal.woorden import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from checker.resultaat import Bevinding

_KOPPEN = {
    "score": r"^(score|zelfscore|(groei)?-?niveau|cijfer)",
    "motivering": r"^(motivering|duiding|toelichting)",
    "afdeling": r"^(afdeling|werkvorm|team|locatie|vestiging)",
    "nummer": r"^(nr|nummer|id|code)\b",
    "norm": r"^(norm|kwaliteitsthema|subthema|deelthema)",
    "thema": r"^(thema|domein|onderwerp)",
    "indicator": r"^indicator",
}


class GeenZelfevaluatieError(CheckerError):
    """A workbook without scores."""

    _TEXT = "In {bestand} staat geen zelfevaluatie. Zet boven de kolommen: Nummer, Norm, Score, Motivering, Afdeling; of maak een leeg bestand met 'checker kader sjabloon'."


@dataclass(frozen=True, slots=True, kw_only=True)
class Zelfevaluatie:
    """The scores of a workbook and what was passed over, as sentences that name the row."""

    scores: tuple[Zelfscore, ...]
    opmerkingen: tuple[str, ...]


def read_zelfevaluatie(path: Path, bevindingen: Iterable[Bevinding], afdelingen: Sequence[str]) -> Zelfevaluatie:
    """All scores on normen of a run; a norm is recognised by its id, number or title.

    Raises:
        OnleesbareWerkmapError: no workbook.
        GeenZelfevaluatieError: no sheet has headings for norm and score.
    """
    known = _names(bevindingen)
    departments = {fold(naam): naam for naam in afdelingen} | {"": ""}
    scores: dict[tuple[str, str], Zelfscore] = {}
    remarks: list[str] = []
    seen = False
    for name, rows in read_sheets(path):
        header = find_header(rows, _KOPPEN, ("score",))
        if header is None or "indicator" in header[1]:
            continue
        seen = True
        for number, row in enumerate(rows[header[0] + 1 :], start=header[0] + 2):
            found, remark = _read_row(row, header[1], known, departments)
            remark = remark or next((f"{z.norm_id} heeft al een score." for z in found if (z.norm_id, z.afdeling) in scores), "")
            if remark:
                remarks.append(f"blad {name}, rij {number}: {remark}")
            else:
                scores |= {(z.norm_id, z.afdeling): z for z in found}
    if not seen:
        raise GeenZelfevaluatieError(bestand=path)
    return Zelfevaluatie(scores=tuple(scores.values()), opmerkingen=tuple(remarks))


def _names(bevindingen: Iterable[Bevinding]) -> dict[str, list[str]]:
    """Folded id, number and title -> the normen that have it."""
    known: dict[str, list[str]] = {}
    for bevinding in bevindingen:
        for text in (bevinding.norm_id, bevinding.nummer, bevinding.titel):
            own = known.setdefault(fold(text), [])
            if bevinding.norm_id not in own:
                own.append(bevinding.norm_id)
    return known


def _read_row(
    row: Sequence[str], columns: Mapping[str, int], known: Mapping[str, list[str]], departments: Mapping[str, str]
) -> tuple[list[Zelfscore], str]:
    """The scores of a row, or why there are none; an empty row has neither."""
    text = cell_of(row, columns, "score")
    if not text:
        return [], ""
    names = [fold(cell_of(row, columns, kind)) for kind in ("nummer", "norm", "thema")]
    normen = next((known[name] for name in names if name and name in known), None)
    if normen is None:
        return [], "deze norm staat niet in het resultaat."
    score = read_digit(text)
    if score is None:
        return [], f'"{text[:40]}" is geen heel cijfer van 0 tot en met 5.'
    afdeling = departments.get(fold(cell_of(row, columns, "afdeling")))
    if afdeling is None:
        return [], f"deze afdeling is niet getoetst; kies uit: {', '.join(naam for naam in departments.values() if naam)}."
    motivering = cell_of(row, columns, "motivering")
    return [Zelfscore(norm_id=norm, afdeling=afdeling, score=score, motivering=motivering) for norm in normen], ""
