"""Samenvoegen: the verdicts of people beside the proposals of a run."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.beoordelingen.bestand import NAAM, latest, read
from checker.rapporten.excel.stand import OPNIEUW, evidence_print

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from checker.beoordelingen.beoordeling import Beoordeling
    from checker.resultaat import Bevinding, Resultaat

JA = "ja"


def merge(resultaat: Resultaat, bekend: Mapping[str, Beoordeling]) -> Resultaat:
    """Put each beoordeling in its bevinding; the proposal stays as it is.

    Where the quoted text is not what the verdict was based on, "opnieuw" is set, there alone.
    """
    bevindingen = tuple(
        replace(b, beoordeling=_show(b, bekend[b.norm_id])) if b.norm_id in bekend else b for b in resultaat.bevindingen
    )
    return replace(resultaat, bevindingen=bevindingen)


def _show(bevinding: Bevinding, beoordeling: Beoordeling) -> dict[str, str] | None:
    velden = beoordeling.velden
    if beoordeling.oordeel and beoordeling.bewijs and beoordeling.bewijs != evidence_print(bevinding):
        velden[OPNIEUW] = JA
    return velden or None


def read_stored(*mappen: Path | None) -> dict[str, Beoordeling]:
    """The last beoordeling per norm in these folders; of lines of the same moment the later folder counts.

    Raises:
        BeoordelingOnleesbaarError: a line of such a file is no beoordeling.
    """
    plekken = dict.fromkeys((map_ / NAAM).resolve() for map_ in mappen if map_ is not None)
    return latest(*(read(plek) for plek in plekken))
