"""Kenmerken: a sentence as the begrippen and words it holds, for comparing sentences.

Words that belong to one begrip are one kenmerk, so that *de balans opmaken* and *evalueren* meet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.begrippen.expressie import Groep
from checker.taal.lemma import lemmas

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.begrippen.expressie import Term
    from checker.index import Index

# Words without content; they stand in every sentence.
_STOP = frozenset(
    "de het een en of van in op te aan bij met voor door is zijn wordt worden er die dat wie wat waar hoe als om ook "
    "niet geen we wij ik u je zij hun ons onze naar uit over tot dan maar heeft hebben was waren werd dit deze elke elk "
    "per zo nog al dus daar hier kan kunnen moet moeten zal zullen na zich eigen ander andere veel meer".split()
)
Kenmerken = dict[str, float]


def index_kenmerken(index: Index, begrippen: Mapping[str, tuple[Term, ...]]) -> list[Kenmerken]:
    """Per unit of the index its kenmerken with their quality (0 to 1); begrippen carry an @."""
    found = index_words(index)
    for naam in sorted(begrippen):
        for unit, quality in begrip_units(index, naam, begrippen[naam]).items():
            found[unit][f"@{naam}"] = quality
    return found


def begrip_units(index: Index, naam: str, termen: tuple[Term, ...]) -> dict[int, float]:
    """The units of the index where a begrip stands, with the quality of its best term there."""
    found = index.sterkten(Groep(f"@{naam}", termen))
    return dict(zip(found.zinnen.tolist(), found.kwaliteit.tolist(), strict=True))


def index_words(index: Index) -> list[Kenmerken]:
    """Per unit of the index its words with content, as lemmas."""
    found: list[Kenmerken] = [{} for _ in index.zinnen]
    for unit in index.zinnen:
        own = found[unit.id]
        for token in unit.tokens:
            if token.woord not in _STOP and len(token.woord) > 2:
                forms = lemmas(token.woord)
                own[forms[1] if len(forms) > 1 else forms[0]] = 1.0
    return found
