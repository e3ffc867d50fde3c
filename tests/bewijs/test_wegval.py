"""What the dossier itself says is gone takes back the passages that lean on it, and nothing else."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from checker.bevindingen.bevinding import find_bevinding
from checker.bevindingen.toepassing import Toepassing
from checker.bewijs.verzamelen import Verzamelaar
from checker.bewijs.wegval import find_gone, leans_on
from checker.bewijs.zoeker import Zoeker
from checker.catalogi import installed_catalogus
from checker.dossier.document import Document, Dossier, Toestand
from checker.dossier.passage import Passage, Soort, Vindplaats
from checker.index import Index
from checker.kaders.catalogus import Catalogus
from checker.profiel import Profiel
from checker.resultaat import Bevinding

CASES = yaml.safe_load((Path(__file__).parent / "wegval.yaml").read_text("utf-8"))


@cache
def catalogus() -> Catalogus:
    """The installed kaders."""
    return installed_catalogus()[0]


def document(pad: str, text: str) -> Document:
    """A text of one paragraph."""
    passage = Passage(nr=0, soort=Soort.ALINEA, tekst=text, vindplaats=Vindplaats(plaats="alinea 1"))
    return Document(pad=pad, sha256=pad.ljust(64, "0"), soort="txt", toestand=Toestand.GELEZEN, passages=(passage,))


def judge(norm: str, zegt: str, ernaast: str) -> Bevinding:
    """The finding on a norm in a handbook with minutes beside it."""
    documents = (document("Handboek.txt", zegt), document("Notulen.txt", ernaast))
    verzamelaar = Verzamelaar(Index(Dossier(naam="proef", documenten=documents)), "2026-06-01")
    found = catalogus().normen[norm]
    kader = next(k for k in map(catalogus().kader, ("jij_kader", "meldcode")) if found in k.normen)
    return find_bevinding(found, kader, Zoeker(verzamelaar, kader, catalogus()), Toepassing(Profiel(naam="p", bekend=False), verzamelaar))


@pytest.mark.parametrize(("sentence", "gone"), CASES["weg"].items())
def test_what_is_gone(sentence: str, gone: list[str]) -> None:
    """A function that was left, a body that was dissolved, a contract that was ended."""
    assert find_gone(sentence)[0] == frozenset(gone)


@pytest.mark.parametrize("sentence", CASES["gebleven"])
def test_what_is_not_gone(sentence: str) -> None:
    """A rule for when it happens, another who left, a successor or a right that is lacking takes nothing away."""
    assert find_gone(sentence)[0] == frozenset()


@pytest.mark.parametrize("case", CASES["dossiers"])
def test_the_stricter_side_wins(case: dict[str, str]) -> None:
    """Evidence that leans on what is gone counts partly, with the denial beside it; other evidence in full."""
    found = judge(case["norm"], case["zegt"], case["ernaast"])
    onderdeel = next(o for o in found.onderdelen if o.id == case["onderdeel"])
    beside = [found.tegenbewijs[i].citaat for i in onderdeel.tegenbewijs if found.tegenbewijs[i].uitspraak == "ontkend"]
    assert (onderdeel.status, beside) == (case["status"], [case["ernaast"]] if case["status"] == "deels" else [])


def test_who_came_after_is_not_taken_back() -> None:
    """A quote that itself tells who is there now stands."""
    gone = frozenset(("klachtenfunctionaris",))
    quotes = ("Onze klachtenfunctionaris is bereikbaar via de website.", "Sinds mei 2026 is Els onze klachtenfunctionaris.", "Wij hebben een klachtenregeling.")
    assert [leans_on(quote, gone) for quote in quotes] == [True, False, False]
