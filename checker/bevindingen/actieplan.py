"""Actieplan: gaps grouped by the document that closes them; what helps most normen comes first."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from checker.kaders.model import Oordeel
from checker.resultaat import Actie

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.kaders.catalogus import Catalogus
    from checker.resultaat import Bevinding, OnderdeelUitkomst

_OPEN = frozenset((Oordeel.GROTENDEELS, Oordeel.GEDEELTELIJK, Oordeel.NIET_AANGETOOND))
_STEP = {
    "klachtenregister": "check", "incidentenregister": "check", "verbeterregister": "act", "jaarverslag": "check",
    "auditverslag": "check", "directiebeoordeling": "act", "tevredenheidsonderzoek": "check", "dossiertoets": "check",
    "notulen": "do", "personeelsregister": "do", "scholingsoverzicht": "do", "certificaat": "do", "overeenkomst": "do",
}


def make_acties(bevindingen: Sequence[Bevinding], catalogus: Catalogus) -> tuple[Actie, ...]:
    """One action per kind of document and norm theme that is missing, heaviest first.

    The order is: how many normen it would help, weighed; then the name of the document.
    """
    groups: dict[str, list[tuple[Bevinding, OnderdeelUitkomst]]] = defaultdict(list)
    onderdelen = {o.id: o for norm in catalogus.normen.values() for o in norm.onderdelen}
    for bevinding in bevindingen:
        if bevinding.oordeel in _OPEN:
            for uitkomst in bevinding.onderdelen:
                if uitkomst.hiaat and uitkomst.advies and onderdelen[uitkomst.id].uit_papier:
                    groups[onderdelen[uitkomst.id].documenten[0]].append((bevinding, uitkomst))
    ordered = sorted(groups.items(), key=lambda item: (-_weight(item[1]), item[0]))
    return tuple(_actie(number, soort, pairs) for number, (soort, pairs) in enumerate(ordered, start=1))


def _weight(pairs: Sequence[tuple[Bevinding, OnderdeelUitkomst]]) -> float:
    return sum({bevinding.norm_id: bevinding.gewicht for bevinding, _ in pairs}.values())


def _actie(number: int, soort: str, pairs: Sequence[tuple[Bevinding, OnderdeelUitkomst]]) -> Actie:
    norm_ids = tuple(dict.fromkeys(bevinding.norm_id for bevinding, _ in pairs))
    name = soort.replace("_", " ")
    return Actie(
        nummer=number, document=soort, klasse=_class(pairs), pdca=_STEP.get(soort, "plan"), norm_ids=norm_ids,
        onderdelen=tuple(uitkomst.id for _, uitkomst in pairs),
        titel=f"Vul {name} aan: {len(pairs)} {'onderdeel' if len(pairs) == 1 else 'onderdelen'} van "
        f"{len(norm_ids)} {'norm' if len(norm_ids) == 1 else 'normen'}",
        benodigd_bewijs=" ".join(dict.fromkeys(uitkomst.advies for _, uitkomst in pairs[:6])),
    )


def _class(pairs: Sequence[tuple[Bevinding, OnderdeelUitkomst]]) -> str:
    """Major when a heavy norm shows nothing, observatie when only parts are weak (DNV's classes)."""
    if any(b.oordeel is Oordeel.NIET_AANGETOOND and b.gewicht >= 2 for b, _ in pairs):
        return "major"
    return "minor" if any(u.status == "niet_gedekt" for _, u in pairs) else "observatie"
