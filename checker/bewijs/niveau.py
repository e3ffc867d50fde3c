"""Niveau: how far a sentence reaches, from the kind of document and its wording.

Described is ``opzet``; a name, a date, a membership or one filled-in case is ``bestaan``; results
over a period are ``werking`` (the usual meaning of opzet, bestaan and werking in Dutch audits). The
words are data (``checker/taal/niveau.yaml``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.bewijs.uitspraak import find_cue
from checker.kaders.model import NIVEAU_RANG, Niveau
from checker.taal.klassen import find_klassen
from checker.taal.woorden import fold

if TYPE_CHECKING:
    from checker.bewijs.documentsoort import Documentsoort
    from checker.dossier.passage import Passage

_PERIODIC = frozenset(("jaarverslag", "tevredenheidsonderzoek", "auditverslag", "directiebeoordeling", "dossiertoets"))


def passage_niveau(sentence: str, passage: Passage, soort: Documentsoort) -> Niveau:
    """The niveau one sentence shows, capped by what its kind of document can show.

    A name or date in a description lifts it to ``bestaan``; figures or outcomes in the past, in a
    document about a period or a register, to ``werking``.
    """
    text = fold(sentence)
    wording = _wording(text, sentence)
    if passage.cellen and soort.niveau is Niveau.WERKING:
        return Niveau.WERKING
    if passage.cellen and soort.niveau is Niveau.BESTAAN:
        return Niveau.BESTAAN
    if soort.naam in _PERIODIC:
        return wording if wording is Niveau.WERKING else Niveau.BESTAAN if find_cue("gedaan", text) else Niveau.OPZET
    if soort.niveau is Niveau.BESTAAN:
        return Niveau.BESTAAN if wording is not Niveau.OPZET or soort.naam == "notulen" else Niveau.OPZET
    return min(wording, Niveau.BESTAAN, key=NIVEAU_RANG.__getitem__)


def _wording(text: str, sentence: str) -> Niveau:
    if find_cue("gedaan", text) and find_cue("uitkomst", text):
        return Niveau.WERKING
    classes = {name for name, _ in find_klassen(sentence)}
    if find_cue("ingericht", text) or "#naam" in classes or ("#datum" in classes and find_cue("gedaan", text)):
        return Niveau.BESTAAN
    return Niveau.OPZET


def highest(niveaus: list[Niveau]) -> Niveau:
    """The highest of several niveaus; ``geen`` when there are none."""
    return max(niveaus, key=NIVEAU_RANG.__getitem__, default=Niveau.GEEN)
