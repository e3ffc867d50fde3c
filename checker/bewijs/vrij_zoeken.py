"""Free search: the sentences that share most of the rare words of a question."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.begrippen.expressie import Groep, Term
from checker.taal.woorden import tokenize

if TYPE_CHECKING:
    from checker.index import Index

_STOP = frozenset(
    "de het een en of van in op te aan bij met voor door is zijn wordt worden er die dat wie wat waar hoe als om ook "
    "niet geen we wij ik u je zij hun ons onze naar uit over tot dan maar".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoekresultaat:
    """One found sentence with its place and the words of the question in it."""

    document: str
    pagina: int | None
    sectie: tuple[str, ...]
    plaats: str
    tekst: str
    woorden: tuple[str, ...]
    score: float


def search(index: Index, vraag: str, aantal: int) -> list[Zoekresultaat]:
    """The best sentences for a question: rare words weigh more (inverse document frequency)."""
    words = list(dict.fromkeys(t.woord for t in tokenize(vraag) if t.woord not in _STOP))
    scores: dict[int, float] = {}
    hits: dict[int, list[str]] = {}
    quotable = sum(1 for zin in index.zinnen if zin.passage >= 0) or 1
    for word in words:
        groep = Groep(word, (Term((word,), vast=False, heel=False),))
        found = {z: t for z, t in index.treffers(groep).items() if index.zinnen[z].passage >= 0}
        weight = math.log(1 + quotable / (1 + len(found)))
        for zin, treffers in found.items():
            scores[zin] = scores.get(zin, 0.0) + weight * max(t.kwaliteit for t in treffers)
            hits.setdefault(zin, []).append(word)
    best = sorted(scores, key=lambda z: (-scores[z], z))[:aantal]
    return [_result(index, zin, scores[zin], hits[zin]) for zin in best]


def _result(index: Index, zin: int, score: float, words: list[str]) -> Zoekresultaat:
    unit = index.zinnen[zin]
    document = index.dossier.documenten[unit.document]
    place = document.passages[unit.passage].vindplaats
    return Zoekresultaat(
        document=document.pad, pagina=place.pagina, sectie=place.sectie, plaats=place.plaats,
        tekst=unit.tekst, woorden=tuple(words), score=round(score, 3),
    )
