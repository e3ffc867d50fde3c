"""Tweelingen: what stands in the same words in two versions of one document is one signaal, at the latest version."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.dossier.versienaam import rang, stam

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.resultaat import Signaal

_Key = tuple[str, str, str, str, str, str]
# Data of clients must go from every file that holds them.
_OVERAL = frozenset({"persoonsgegevens", "onleesbaar"})


def fold_versies(found: Sequence[Signaal]) -> list[Signaal]:
    """The signalen without those that a later version of their document also has; that one says where else it stands."""
    groups: defaultdict[_Key, list[Signaal]] = defaultdict(list)
    for signaal in found:
        groups[_key(signaal)].append(signaal)
    latest = {key: max((_files(s) for s in group), key=_rank) for key, group in groups.items()}
    kept = []
    for signaal in found:
        key = _key(signaal)
        if not signaal.citaat or signaal.soort in _OVERAL:
            kept.append(signaal)
        elif _files(signaal) == latest[key]:
            kept.append(_told(signaal, groups[key]))
    return kept


def _key(signaal: Signaal) -> _Key:
    return signaal.soort, signaal.ernst, stam(signaal.document), signaal.citaat, stam(signaal.document2), signaal.citaat2


def _files(signaal: Signaal) -> tuple[str, str]:
    return signaal.document, signaal.document2


def _rank(files: tuple[str, str]) -> tuple[object, ...]:
    return *map(rang, files), files


def _told(signaal: Signaal, group: Sequence[Signaal]) -> Signaal:
    """The signaal with the names of the other versions that say the same."""
    elders = sorted({pad for s in group for pad in _files(s)} - {*_files(signaal), ""})
    if not elders:
        return signaal
    return replace(signaal, melding=f"{signaal.melding} Dit staat ook in {' en '.join(elders)}.")
