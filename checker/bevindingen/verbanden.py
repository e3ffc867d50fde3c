"""Verbanden: what a finding on one norm tells about linked normen in the same run.

Evidence travels as a place to look, along every link that an author stated; that a norm is aangetoond travels only
along ``gelijk`` and ``omvat``. Neither changes a verdict: the dossier was already searched for every norm, and the
sentences that evidence a linked norm reach no threshold there unless that search found them itself (measured in
docs/kwaliteit.md).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.kaders.model import Oordeel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.kaders.kruis import Verband
    from checker.resultaat import Bevinding, Bewijs

_OPEN = frozenset((Oordeel.GROTENDEELS, Oordeel.GEDEELTELIJK, Oordeel.NIET_AANGETOOND))
_SHOWN = 2


def tell_linked(bevindingen: Sequence[Bevinding], verbanden: Sequence[Verband]) -> list[Bevinding]:
    """The bevindingen with, where a norm stays open, in the reason which linked normen to look at."""
    by_norm = {bevinding.norm_id: bevinding for bevinding in bevindingen}
    towards: dict[str, list[Verband]] = {}
    for verband in verbanden:
        if verband.van in by_norm:
            towards.setdefault(verband.naar, []).append(verband)
    return [_told(bevinding, towards.get(bevinding.norm_id, ()), by_norm) for bevinding in bevindingen]


def _told(bevinding: Bevinding, verbanden: Sequence[Verband], by_norm: Mapping[str, Bevinding]) -> Bevinding:
    if bevinding.oordeel not in _OPEN:
        return bevinding
    answered = [v for v in verbanden if v.draagt_oordeel and by_norm[v.van].oordeel is Oordeel.AANGETOOND]
    sentences = [_answered(v, by_norm[v.van]) for v in answered[:_SHOWN]]
    if not sentences and bevinding.oordeel is Oordeel.NIET_AANGETOOND:
        sentences = _places(bevinding, [by_norm[v.van] for v in verbanden])
    return replace(bevinding, reden=" ".join((bevinding.reden, *sentences))) if sentences else bevinding


def _answered(verband: Verband, other: Bevinding) -> str:
    asks = "vraagt hetzelfde" if verband.soort == "gelijk" else "vraagt dit ook"
    found = _best(other)
    place = f"; kijk in {found.document}, {found.plaats}" if found else ""
    return f"Norm {other.norm_id} {asks} en is aangetoond{place}."


def _places(bevinding: Bevinding, others: Sequence[Bevinding]) -> list[str]:
    """Where linked normen have direct evidence that this norm does not show yet."""
    own = {b.vingerafdruk for b in (*bevinding.bewijs, *bevinding.tegenbewijs)}
    found = [(other, _best(other)) for other in others]
    new = [(other.norm_id, b) for other, b in found if b and b.vingerafdruk not in own]
    new.sort(key=lambda pair: (-pair[1].score, pair[0]))
    by_place = {(b.document, b.plaats): norm_id for norm_id, b in reversed(new)}
    places = [f"{document}, {plaats} (bewijs bij {norm_id})" for (document, plaats), norm_id in reversed(by_place.items())][:_SHOWN]
    return [f"Misschien bruikbaar, over een verwant onderwerp: {'; '.join(places)}."] if places else []


def _best(bevinding: Bevinding) -> Bewijs | None:
    return next((b for b in bevinding.bewijs if b.sterkte == "direct"), None)
