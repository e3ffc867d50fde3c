"""Dekking: how much of an expressie a sentence holds, and what an author's ``uitsluit`` takes away."""

from __future__ import annotations

from checker.bewijs.profielen import text_dossier
from checker.bewijs.zoeken import find_dekking, make_zoekvraag
from checker.index import Index
from checker.kaders.model import Niveau, Onderdeel

ONDERDEEL = Onderdeel(
    id="X-1/1", tekst="Klachten worden op tijd afgehandeld.", vereist=True, niveau=Niveau.OPZET, uit_papier=True, toepassing="",
    kern=("klacht + afhandelen",), steun=(), uitsluit=("parkeren",), documenten=(), niet_genoeg="", advies="", vraag="",
    wel=(), niet=(),
)


def test_a_sentence_with_an_excluded_word_holds_nothing_of_an_expressie() -> None:
    """What the author says is about something else gets no credit for the words it happens to share."""
    index = Index(text_dossier(["De klacht is afgehandeld.", "De klacht over het parkeren is afgehandeld."]))
    dekking = find_dekking(make_zoekvraag(ONDERDEEL, {}), index)
    zinnen = [unit.id for unit in index.zinnen if unit.passage >= 0]
    assert [(1.0, True), (0.0, False)] == [(float(dekking.deel[zin]), bool(dekking.kern[zin])) for zin in zinnen]
