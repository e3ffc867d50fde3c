"""Passages that resemble an onderdeel too little to count: shown, not counted, and counted when together they are enough."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from checker.bevindingen.onderdeel import temper, weigh
from checker.bevindingen.oordeel import DEELS, GEDEKT, NIET_GEDEKT
from checker.bewijs.score import drempel
from checker.bewijs.verzamelen import Kandidaat, Verzamelaar
from checker.bewijs.zoeker import Zoeker
from checker.catalogi import installed_catalogus
from checker.dossier import read_dossier
from checker.index import Index
from checker.kaders.model import Niveau, Onderdeel

BEWIJS, DIRECT, AANGETOOND = (drempel(name) for name in ("bewijs", "direct", "aangetoond"))
# Of two passages that are each as likely as this, one shows it with the chance that a norm needs.
SAMEN = round(1 - (1 - AANGETOOND) ** 0.5 + 0.001, 3)
DOSSIER = Path(__file__).resolve().parents[2] / "fixtures" / "praktijk-de-linde"


@cache
def example() -> tuple[Onderdeel, Kandidaat]:
    """An onderdeel that a description is enough for, and a firm passage that counts for it."""
    catalogus, _ = installed_catalogus()
    kader = next(kader for kader in catalogus.kaders if kader.id == "jij_kader")
    zoeker = Zoeker(Verzamelaar(Index(read_dossier(DOSSIER))), kader, catalogus)
    found = (
        (onderdeel, kandidaat) for norm in kader.normen for onderdeel in norm.onderdelen for kandidaat in zoeker(onderdeel)[:1]
        if onderdeel.niveau is Niveau.OPZET and kandidaat.direct and not kandidaat.zwak
    )
    return next(found)


def passages(*chances: float, first: int = 0) -> list[Kandidaat]:
    """Passages in several places and words, each as likely as told; their sentences are numbered from ``first``."""
    _onderdeel, kandidaat = example()
    return [
        replace(kandidaat, passage=number, zin=first + number, bewijs=replace(
            kandidaat.bewijs, citaat=f"{kandidaat.bewijs.citaat} ({first + number})", score=chance, sterkte="direct" if chance >= drempel("direct") else "indirect"))
        for number, chance in enumerate(chances)
    ]


def test_one_unsure_passage_does_not_count_but_is_shown() -> None:
    onderdeel, _ = example()
    found = weigh(onderdeel, passages(BEWIJS - 0.01), None)
    assert (found.status, found.bewijs, len(found.tegenbewijs)) == (NIET_GEDEKT, (), 1)
    assert "lees haar zelf na" in found.hiaat


def test_an_unsure_passage_is_left_out_beside_one_that_counts() -> None:
    onderdeel, _ = example()
    found = weigh(onderdeel, passages(DIRECT, BEWIJS - 0.01), None)
    assert (found.status, len(found.bewijs), found.tegenbewijs) == (GEDEKT, 1, ())


def test_what_hardly_resembles_is_not_shown() -> None:
    onderdeel, _ = example()
    found = weigh(onderdeel, passages(drempel("onzeker") - 0.01), None)
    assert (found.status, found.bewijs, found.tegenbewijs) == (NIET_GEDEKT, (), ())


@pytest.mark.parametrize(("chances", "status"), [((BEWIJS,), DEELS), ((BEWIJS, BEWIJS), DEELS), ((DIRECT,), GEDEKT), ((DIRECT, BEWIJS), GEDEKT)])
def test_full_cover_takes_a_passage_that_is_direct(chances: tuple[float, ...], status: str) -> None:
    onderdeel, _ = example()
    found = weigh(onderdeel, passages(*chances), None)
    assert (found.status, len(found.bewijs), found.tegenbewijs) == (status, len(chances), ())


def test_a_copy_makes_nothing_likelier() -> None:
    """What stands in two documents in the same words is named once and counts once."""
    onderdeel, _ = example()
    first, second = passages(DIRECT, DIRECT)
    copy = replace(second, bewijs=replace(second.bewijs, citaat=f"{first.bewijs.citaat} "))
    alone, twice = weigh(onderdeel, [first], None), weigh(onderdeel, [first, copy], None)
    assert (alone.kans, len(twice.bewijs)) == (twice.kans, 1)


def denied(score: float, *, sterk: bool) -> Kandidaat:
    """A passage that denies the onderdeel, in its own words or only alike."""
    _onderdeel, kandidaat = example()
    return replace(kandidaat, passage=9, sterk=sterk, bewijs=replace(kandidaat.bewijs, uitspraak="ontkend", score=score, citaat="Dat is er niet."))


@pytest.mark.parametrize(("score", "sterk", "status"), [(0.9, True, DEELS), (0.5, True, DEELS), (0.4, True, GEDEKT), (0.9, False, GEDEKT)])
def test_a_denial_in_the_words_of_the_onderdeel_wins(score: float, sterk: bool, status: str) -> None:
    """The stricter side wins unless the denial is much less likely; it is shown beside the evidence, first of what speaks against it."""
    onderdeel, _ = example()
    other = replace(denied(0.95, sterk=False), passage=8)
    found = weigh(onderdeel, [*passages(0.9), other, denied(score, sterk=sterk)], None)
    assert (found.status, found.tegenbewijs[0].sterk) == (status, sterk)


def test_passages_much_less_likely_than_the_best_are_not_named() -> None:
    onderdeel, _ = example()
    assert [k.bewijs.score for k in weigh(onderdeel, passages(0.9, 0.75, 0.5), None).bewijs] == [0.9, 0.75]


@pytest.mark.parametrize(("chances", "statuses"), [
    (((AANGETOOND + 0.1,), (AANGETOOND,)), [GEDEKT, GEDEKT]),
    (((DIRECT + 0.05,), (DIRECT,), (AANGETOOND,)), [GEDEKT, DEELS, GEDEKT]),
    (((DIRECT,),), [DEELS]),
    (((SAMEN, SAMEN),), [GEDEKT]),
    (((DIRECT,), ()), [GEDEKT, NIET_GEDEKT]),
    ((), []),
])
def test_a_norm_is_shown_only_when_each_onderdeel_is_likely_enough(chances: tuple[tuple[float, ...], ...], statuses: list[str]) -> None:
    """The least likely onderdeel counts partly when it is not likely enough to be covered, and all others are covered."""
    onderdeel, _ = example()
    found = temper([weigh(onderdeel, passages(*own, first=10 * place), None) for place, own in enumerate(chances)])
    assert [weging.status for weging in found] == statuses
    assert all(weging.hiaat for weging in found if weging.status != GEDEKT)


def test_weak_passages_never_cover_in_full() -> None:
    onderdeel, _ = example()
    weak = [replace(k, zwak=True, bewijs=replace(k.bewijs, sterkte="indirect")) for k in passages(0.9, 0.9)]
    assert weigh(onderdeel, weak, None).status == DEELS


@pytest.mark.parametrize(("paden", "verwacht"), [
    (("Handboek v3.2.docx", "Handboek v3.3.docx"), "Handboek v3.3.docx"),
    (("Handboek v9.docx", "Handboek v10.docx"), "Handboek v10.docx"),
    (("oud/Handboek v3.3.docx", "Handboek v3.2.docx"), "oud/Handboek v3.3.docx"),
    (("Jaarplan 01-03-2026.docx", "Jaarplan 31-12-2025.docx"), "Jaarplan 01-03-2026.docx"),
    (("Handboek v3.2.docx", "Protocol v3.3.docx"), "Handboek v3.2.docx"),
])
def test_what_two_versions_say_is_quoted_once_from_the_latest(paden: tuple[str, str], verwacht: str) -> None:
    """The order of files put the old handbook in the report; other documents keep their order."""
    onderdeel, _ = example()
    (een,) = passages(DIRECT)
    twee = [replace(een, document=nr, bewijs=replace(een.bewijs, document=pad)) for nr, pad in enumerate(paden)]
    found = weigh(onderdeel, twee, None)
    assert [k.bewijs.document for k in found.bewijs] == [verwacht]
    assert found.status == weigh(onderdeel, twee[:1], None).status


def test_a_later_version_that_shows_less_does_not_take_the_place() -> None:
    """A twin in a kind of document that shows another level is other evidence."""
    onderdeel, _ = example()
    (een,) = passages(DIRECT)
    later = replace(een, document=1, bewijs=replace(een.bewijs, document="Handboek v2.docx", niveau=Niveau.BESTAAN))
    eerst = replace(een, bewijs=replace(een.bewijs, document="Handboek v1.docx"))
    assert [k.bewijs.document for k in weigh(onderdeel, [eerst, later], None).bewijs] == ["Handboek v1.docx"]


def test_a_denial_in_two_versions_is_shown_once() -> None:
    onderdeel, _ = example()
    (een,) = passages(DIRECT)
    nee = [replace(een, document=nr, bewijs=replace(een.bewijs, uitspraak="ontkend", document=f"Handboek v{nr}.docx")) for nr in (1, 2)]
    assert [k.bewijs.document for k in weigh(onderdeel, nee, None).tegenbewijs] == ["Handboek v2.docx"]


@pytest.mark.parametrize(
    ("other", "statuses"),
    [((0, 0.55), [GEDEKT, DEELS]), ((0, 0.65), [GEDEKT, GEDEKT]), ((1, 0.55), [GEDEKT, GEDEKT])],
    ids=["says it less firmly", "says both firmly", "another sentence"],
)
def test_one_sentence_carries_in_full_what_it_fits_best(other: tuple[int, float], statuses: list[str]) -> None:
    """Of two onderdelen that lean on the same sentence alone the lesser counts partly, unless it is likely by itself; a third keeps the norm open."""
    onderdeel, _ = example()
    number, chance = other
    wegingen = [weigh(onderdeel, found, None) for found in (passages(0.8), passages(chance, first=number), [])]
    assert [weging.status for weging in temper(wegingen)] == [*statuses, NIET_GEDEKT]


def test_a_copy_in_another_file_is_the_same_sentence() -> None:
    """It neither carries an onderdeel beside its twin, nor is it another sentence than the twin that carries more."""
    onderdeel, _ = example()
    (firm,), (lesser,) = passages(0.8), passages(0.55)
    copies = [replace(lesser, zin=9, document=lesser.document + 1), lesser]
    found = temper([weigh(onderdeel, [firm], None), weigh(onderdeel, copies, None), weigh(onderdeel, [], None)])
    assert [weging.status for weging in found] == [GEDEKT, DEELS, NIET_GEDEKT]
