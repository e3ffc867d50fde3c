"""Examples as tests: every example sentence of a kader read as if it stood alone in a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.bewijs.profielen import text_dossier
from checker.bewijs.zoeken import Vondst, Zoekvraag, find_vondsten, make_zoekvraag
from checker.index import Index

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.begrippen.expressie import Term
    from checker.kaders.model import Kader


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorbeelduitkomst:
    """What became of one example: ``goed`` when it counted as it should, and why."""

    onderdeel: str
    zin: str
    moet_tellen: bool
    goed: bool
    uitleg: str


def run_voorbeelden(kader: Kader, begrippen: Mapping[str, tuple[Term, ...]]) -> list[Voorbeelduitkomst]:
    """Run all examples of a kader, in the order of the file."""
    cases = list(_cases(kader, begrippen))
    index = Index(text_dossier([zin for _, zin, _ in cases]))
    found: dict[str, dict[int, Vondst]] = {}
    results = []
    for number, (vraag, zin, moet) in enumerate(cases):
        per_document = found.setdefault(vraag.onderdeel.id, {})
        if not per_document:
            for vondst in find_vondsten(vraag, index):
                _keep_best(per_document, index.zinnen[vondst.zin].document, vondst)
        results.append(_judge(vraag, zin, moet, per_document.get(number), index))
    return results


def _keep_best(per_document: dict[int, Vondst], document: int, vondst: Vondst) -> None:
    old = per_document.get(document)
    if old is None or (vondst.bevestigd and vondst.direct) > (old.bevestigd and old.direct):
        per_document[document] = vondst


def _cases(kader: Kader, begrippen: Mapping[str, tuple[Term, ...]]) -> Iterator[tuple[Zoekvraag, str, bool]]:
    for norm in kader.normen:
        for onderdeel in norm.onderdelen:
            if onderdeel.wel or onderdeel.niet:
                vraag = make_zoekvraag(onderdeel, begrippen)
                yield from ((vraag, zin, True) for zin in onderdeel.wel)
                yield from ((vraag, zin, False) for zin in onderdeel.niet)


def _judge(vraag: Zoekvraag, zin: str, moet: bool, vondst: Vondst | None, index: Index) -> Voorbeelduitkomst:  # noqa: FBT001
    counts = vondst is not None and vondst.bevestigd and (vondst.direct or not moet)
    if not moet and vondst is not None and vondst.bevestigd:
        counts = vondst.direct
    if vondst is None:
        uitleg = f"geen expressie past; {_nearest(vraag, zin, index)}"
    else:
        cue = f" ('{vondst.uitspraak.cue}')" if vondst.uitspraak.cue else ""
        zwak = ", zwak" if vondst.uitspraak.zwak else ""
        uitleg = f"{vondst.expressie} = {vondst.score}; {vondst.uitspraak.soort}{zwak}{cue}"
    return Voorbeelduitkomst(
        onderdeel=vraag.onderdeel.id, zin=zin, moet_tellen=moet, goed=counts == moet, uitleg=uitleg
    )


def _nearest(vraag: Zoekvraag, zin: str, index: Index) -> str:
    """The expressie that misses least, for the author of the kader."""
    ids = [unit.id for unit in index.zinnen if unit.passage >= 0 and unit.tekst in zin]
    best: tuple[int, str] = (99, "er is geen expressie")
    for expressie in vraag.expressies:
        missing = [
            groep.naam for groep in expressie.groepen if not any(i in index.treffers(groep) for i in ids)
        ]
        if len(missing) < best[0]:
            best = (len(missing), f"dichtstbij: \"{expressie.bron}\", mist {' en '.join(missing) or '(andere zin)'}")
    return best[1]
