"""Samenvoegen: the verdicts of people beside the proposals of a run."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.beoordelingen.beoordeling import Beoordeling, Werkregel
from checker.beoordelingen.bestand import NAAM, latest, read
from checker.rapporten.excel.stand import OPNIEUW, evidence_print
from checker.rapporten.werk import titels, vroeger

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from checker.beoordelingen.beoordeling import Regel
    from checker.resultaat import Bevinding, Resultaat

JA = "ja"


def merge(resultaat: Resultaat, bekend: Mapping[str, Regel]) -> Resultaat:
    """Put each beoordeling in its bevinding, and what was filled in elsewhere beside it; the proposal stays as it is.

    Where the quoted text is not what the verdict was based on, "opnieuw" is set, there alone.
    """
    bekend = settle(bekend, resultaat)
    oordelen = {id_: regel for id_, regel in bekend.items() if isinstance(regel, Beoordeling)}
    bevindingen = tuple(
        replace(b, beoordeling=_show(b, oordelen[b.norm_id])) if b.norm_id in oordelen else b for b in resultaat.bevindingen
    )
    werk = {id_: velden for id_, velden in resultaat.werk.items() if id_ not in bekend}
    werk |= {id_: regel.velden for id_, regel in bekend.items() if isinstance(regel, Werkregel) and regel.velden}
    er_zijn = titels(resultaat) if werk else {}
    return replace(resultaat, bevindingen=bevindingen, werk={id_: werk[id_] for id_ in er_zijn if id_ in werk})


def settle(bekend: Mapping[str, Regel], resultaat: Resultaat) -> dict[str, Regel]:
    """The same lines by the ids of this resultaat: an answer stays with its question, also when someone else is asked now."""
    anders = vroeger(resultaat)
    return latest(
        replace(regel, id=anders[regel.id]) if isinstance(regel, Werkregel) and regel.id in anders else regel for regel in bekend.values()
    )


def _show(bevinding: Bevinding, beoordeling: Beoordeling) -> dict[str, str] | None:
    velden = beoordeling.velden
    if beoordeling.oordeel and beoordeling.bewijs and beoordeling.bewijs != evidence_print(bevinding):
        velden[OPNIEUW] = JA
    return velden or None


def read_stored(*mappen: Path | None) -> dict[str, Regel]:
    """The last line per norm, action, signaal and question in these folders; of lines of the same moment the later folder counts.

    Raises:
        BeoordelingOnleesbaarError: a line of such a file is no beoordeling.
    """
    plekken = dict.fromkeys((map_ / NAAM).resolve() for map_ in mappen if map_ is not None)
    return latest(*(read(plek) for plek in plekken))
