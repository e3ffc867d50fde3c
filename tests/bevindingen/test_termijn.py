"""A demand that asks for a time is not shown in full by a passage that tells no time of that kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.bevindingen.onderdeel import weigh
from checker.bevindingen.oordeel import DEELS, GEDEKT
from checker.bevindingen.termijn import unanswered
from checker.kaders.model import Niveau
from tests.bevindingen.test_onzeker import example, passages

PLAN = "Het plan wordt samen met de jeugdige gemaakt en elke drie maanden geëvalueerd."


@pytest.mark.parametrize(("eis", "passage", "asked"), [
    (PLAN, "Wij maken het plan binnen zes weken samen met de jeugdige.", "elke drie maanden"),
    (PLAN, "Ieder kwartaal kijken we met het gezin of het plan nog past.", ""),
    (PLAN, "Het plan wordt driemaandelijks besproken.", ""),
    (PLAN, "Eens in de drie maanden leggen we het plan weer op tafel.", ""),
    ("Elk jaar worden klachten geanalyseerd", "De klachten worden geanalyseerd.", "Elk jaar"),
    ("Elk jaar worden klachten geanalyseerd", "De jaarlijkse analyse van klachten ligt er.", ""),
    ("De melding is binnen drie werkdagen gedaan", "De melding wordt gedaan.", "binnen drie werkdagen"),
    ("De melding is binnen drie werkdagen gedaan", "Uiterlijk de derde dag, binnen 48 uur als het kan, is er gemeld.", ""),
    ("De hulpverlener helpt met praktische zaken in het dagelijks leven", "Wij helpen met de was.", ""),
    ("De bestuurder kent de dagelijkse hulp", "De bestuurder loopt mee.", ""),
])
def test_what_is_asked_and_not_told(eis: str, passage: str, asked: str) -> None:
    assert unanswered(eis, [passage]) == asked


def test_one_passage_that_tells_the_time_is_enough() -> None:
    assert unanswered(PLAN, ["Het plan maken we samen.", "Elke twaalf weken kijken we terug."]) == ""


def test_without_the_time_an_onderdeel_is_shown_in_part() -> None:
    onderdeel, _ = example()
    asked = replace(onderdeel, tekst=PLAN)
    silent = [replace(k, bewijs=replace(k.bewijs, citaat="Wij maken het plan samen.", context="")) for k in passages(0.9)]
    found = weigh(asked, silent, None)
    assert found.status == DEELS
    assert "elke drie maanden" in found.hiaat
    around = [replace(k, bewijs=replace(k.bewijs, context="Wij maken het plan samen. Elk kwartaal kijken we terug.")) for k in silent]
    assert weigh(asked, around, None).status == GEDEKT


def test_what_was_really_done_needs_no_word_for_it() -> None:
    """A series in a register shows by its dates how often."""
    onderdeel, _ = example()
    done = [replace(k, bewijs=replace(k.bewijs, citaat="Geëvalueerd", context="", niveau=Niveau.WERKING)) for k in passages(0.9)]
    assert weigh(replace(onderdeel, tekst=PLAN), done, None).status == GEDEKT
