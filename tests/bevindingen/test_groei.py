"""Growth levels: one digit, all indicators of every lower level, the lowest department, four conclusions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.bevindingen.groei import Conclusie, conclude, grow, merge_departments, motivate
from checker.bevindingen.groeitabel import compare_sector, organisation
from checker.kaders.model import Niveau, Sectorgemiddelde
from checker.resultaat import OnderdeelUitkomst

STATUSES = ("gedekt", "deels", "niet_gedekt", "niet_uit_papier", "niet_van_toepassing")


def indicator(number: int, level: int | None, status: str) -> OnderdeelUitkomst:
    """One indicator with its outcome."""
    return OnderdeelUitkomst(
        id=f"X-1/{number}", tekst=f"Indicator {number}.", status=status, niveau=Niveau.OPZET, vereist=True, bewijs=(), tegenbewijs=(),
        hiaat="", advies="", reden="", groeiniveau=level,
    )


def stands(text: str) -> list[OnderdeelUitkomst]:
    """``1+ 1- 2+`` as indicators: level and whether it holds."""
    return [indicator(n, int(part[0]), "gedekt" if part[1] == "+" else "niet_gedekt") for n, part in enumerate(text.split(), start=1)]


LISTS = st.lists(st.tuples(st.integers(1, 5), st.sampled_from(STATUSES)), min_size=1, max_size=12).map(
    lambda pairs: [indicator(n, level, status) for n, (level, status) in enumerate(pairs, start=1)]
)


@pytest.mark.parametrize(("text", "niveau"), [
    ("1+ 1+ 2+ 2- 3+", 1),
    ("1- 2+ 3+", 0),
    ("1+ 2+ 3+ 4+ 5+", 5),
    ("1+ 3+", 1),
    ("2+ 3+", None),
])
def test_a_level_needs_all_indicators_of_it_and_of_every_lower_level(text: str, niveau: int | None) -> None:
    """A gap stops the count; a level nobody filled in is not passed over."""
    assert grow(stands(text)).niveau == niveau


def test_without_indicators_nothing_is_invented() -> None:
    """No level, and what to do."""
    stand = grow([indicator(1, None, "gedekt")])
    assert stand.niveau is None
    assert motivate(stand) == "Groeiniveau niet te bepalen: vul de indicatoren in."


def test_partly_covered_does_not_hold() -> None:
    """Deels is not gedekt."""
    assert grow([indicator(1, 1, "deels")]).niveau == 0


def test_motivation_names_what_is_missing_and_what_is_ahead() -> None:
    """The draft has the three parts of the model."""
    text = motivate(grow(stands("1+ 2- 4+")))
    assert "alle indicatoren van niveau 1 staan" in text
    assert "Voor niveau 2 ontbreekt in de documenten: Indicator 2." in text
    assert "Van een hoger niveau is er al: Indicator 3 (niveau 4)." in text


@given(LISTS)
def test_one_whole_digit_or_none(uitkomsten: list[OnderdeelUitkomst]) -> None:
    """Never between two levels, never outside 0 to 5, and every indicator at most once."""
    stand = grow(uitkomsten)
    assert stand.niveau in (None, 0, 1, 2, 3, 4, 5)
    ids = [u.id for u in (*stand.gehaald, *stand.hoger, *stand.ontbreekt)]
    assert len(ids) == len(set(ids))


@given(LISTS, st.data())
def test_more_coverage_never_lowers_the_level(uitkomsten: list[OnderdeelUitkomst], data: st.DataObject) -> None:
    """Covering one more indicator keeps or raises the level."""
    place = data.draw(st.integers(0, len(uitkomsten) - 1))
    if uitkomsten[place].status == "niet_van_toepassing":
        return
    more = [replace(u, status="gedekt") if n == place else u for n, u in enumerate(uitkomsten)]
    before, after = grow(uitkomsten).niveau, grow(more).niveau
    assert (before is None) == (after is None)
    assert before is None or after is None or after >= before


@given(st.lists(st.lists(st.sampled_from(STATUSES), min_size=4, max_size=4), min_size=1, max_size=4))
def test_the_lowest_department_is_the_score(afdelingen: list[list[str]]) -> None:
    """With the same indicators everywhere, the whole stands where its lowest department stands."""
    levels = (1, 2, 2, 3)
    lists = [[indicator(n, levels[n], status) for n, status in enumerate(own)] for own in afdelingen]
    single = [grow(own).niveau for own in lists]
    known = [niveau for niveau in single if niveau is not None]
    assert organisation(lists, len(lists)).niveau == min(known, default=None)


def test_a_department_that_was_not_judged_leaves_the_score_open() -> None:
    """A missing department may be the lowest."""
    assert organisation([stands("1+ 2+")], 2).niveau is None


def test_merging_takes_the_weakest_status() -> None:
    """Covered in one and partly in the other is partly."""
    assert [u.status for u in merge_departments([[indicator(1, 1, "gedekt")], [indicator(1, 1, "deels")]])] == ["deels"]


@pytest.mark.parametrize(("zelf", "text", "conclusie"), [
    (2, "1+ 2+ 3-", Conclusie.BEVESTIGD),
    (2, "1+ 2- 3-", Conclusie.NIET_BEVESTIGD),
    (2, "1+ 2+ 3- 3+", Conclusie.BEVESTIGD_HOGER),
    (2, "1+ 2- 3+", Conclusie.NIET_BEVESTIGD_HOGER),
    (0, "1-", Conclusie.BEVESTIGD),
    (1, "1+ 2+", Conclusie.BEVESTIGD_HOGER),
    (3, "1+ 2+", Conclusie.ONBEKEND),
    (3, "2+", Conclusie.ONBEKEND),
])
def test_self_evaluation_beside_inspection(zelf: int, text: str, conclusie: Conclusie) -> None:
    """The four conclusions, and no conclusion where the indicators do not reach."""
    assert conclude(zelf, grow(stands(text))) is conclusie


@pytest.mark.parametrize(("niveau", "words"), [(2, "0,1 lager"), (3, "0,9 hoger")])
def test_the_sector_mean_is_shown_with_its_year(niveau: int, words: str) -> None:
    """A mean of 2015 is called so."""
    text = compare_sector(niveau, Sectorgemiddelde(waarde=2.1, jaar=2015))
    assert "2015: 2,1" in text
    assert words in text
