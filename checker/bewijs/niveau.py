"""Niveau: how far a sentence reaches, from the kind of document and its wording.

Described is ``opzet``; a name, a date, a membership or one filled-in case is ``bestaan``; results
over a period are ``werking`` (the usual meaning of opzet, bestaan and werking in Dutch audits).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.kaders.model import NIVEAU_RANG, Niveau
from checker.taal.klassen import find_klassen
from checker.taal.woorden import fold

if TYPE_CHECKING:
    from checker.bewijs.documentsoort import Documentsoort
    from checker.dossier.passage import Passage

_PAST = re.compile(
    r"\b(is|zijn|werd|werden|hebben|heeft|was|waren)\b[^.]{0,80}\b\w*(ge\w+(d|t|en)|besproken|ontvangen|afgerond|"
    r"ondertekend|vastgesteld|behaald|verricht|onderzocht|bezocht|opgesteld|aangepast|bijgewerkt|ingevoerd)\b|"
    r"\b(bespraken|evalueerden|volgden|namen|vulden|gaven|kwamen|waren er|deden|kregen|besloten)\b"
)
_RESULT = re.compile(
    r"\b(in|over|gedurende|tijdens) (heel )?20\d\d\b|\b20\d\d\b[^.]{0,60}\b\d+\b|\b\d+ (van de|keer|maal|klachten|"
    r"meldingen|incidenten|dossiers|medewerkers|respondenten|clienten|gezinnen)\b|gemiddeld|procent|%|rapportcijfer|trend"
)
_IN_PLACE = re.compile(
    r"aangesloten bij|lid van|lidmaatschap|gecertificeerd|ondertekend|vastgesteld (op|door|in)|ingangsdatum|geldig tot|"
    r"versie \d|datum:|d\.d\.|sinds (20|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)|"
    r"in dienst sinds|geregistreerd(e)? (in|bij|als)|skj-geregistreerd|big-geregistreerd"
)
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
        return wording if wording is Niveau.WERKING else Niveau.BESTAAN if _PAST.search(text) else Niveau.OPZET
    if soort.niveau is Niveau.BESTAAN:
        return Niveau.BESTAAN if wording is not Niveau.OPZET or soort.naam == "notulen" else Niveau.OPZET
    return min(wording, Niveau.BESTAAN, key=NIVEAU_RANG.__getitem__)


def _wording(text: str, sentence: str) -> Niveau:
    if _PAST.search(text) and _RESULT.search(text):
        return Niveau.WERKING
    classes = {name for name, _ in find_klassen(sentence)}
    if _IN_PLACE.search(text) or "#naam" in classes or ("#datum" in classes and _PAST.search(text)):
        return Niveau.BESTAAN
    return Niveau.OPZET


def highest(niveaus: list[Niveau]) -> Niveau:
    """The highest of several niveaus; ``geen`` when there are none."""
    return max(niveaus, key=NIVEAU_RANG.__getitem__, default=Niveau.GEEN)
