"""The verdict rules of the design, and that they never get milder with less evidence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.bevindingen.oordeel import explain, judge
from checker.kaders.model import Niveau, Oordeel
from checker.resultaat import OnderdeelUitkomst

RANK = [Oordeel.NIET_AANGETOOND, Oordeel.GEDEELTELIJK, Oordeel.GROTENDEELS, Oordeel.AANGETOOND]


def outcomes(*statuses: str) -> list[OnderdeelUitkomst]:
    """Onderdelen with the given statuses."""
    return [
        OnderdeelUitkomst(id=str(n), tekst="", status=s, niveau=Niveau.OPZET, vereist=True, bewijs=(), tegenbewijs=(), hiaat="", advies="", reden="")
        for n, s in enumerate(statuses)
    ]


@pytest.mark.parametrize(("statuses", "oordeel"), [
    (("gedekt", "gedekt"), Oordeel.AANGETOOND),
    (("gedekt", "deels"), Oordeel.GROTENDEELS),
    (("gedekt", "gedekt", "niet_gedekt"), Oordeel.GROTENDEELS),
    (("gedekt", "niet_gedekt"), Oordeel.GEDEELTELIJK),
    (("deels", "deels"), Oordeel.GEDEELTELIJK),
    (("gedekt", "deels", "niet_gedekt"), Oordeel.GEDEELTELIJK),
    (("niet_gedekt", "niet_gedekt"), Oordeel.NIET_AANGETOOND),
    (("gedekt", "niet_uit_papier"), Oordeel.GEDEELTELIJK),
    (("gedekt", "niet_van_toepassing"), Oordeel.AANGETOOND),
    (("niet_van_toepassing",), Oordeel.NIET_VAN_TOEPASSING),
])
def test_verdict_follows_from_the_onderdelen(statuses: tuple[str, ...], oordeel: Oordeel) -> None:
    """The rules of the labelling guide, case by case."""
    assert oordeel == judge(outcomes(*statuses))


@given(st.lists(st.sampled_from(["gedekt", "deels", "niet_gedekt"]), min_size=1, max_size=8), st.data())
def test_less_evidence_is_never_milder(statuses: list[str], data: st.DataObject) -> None:
    """Lowering one onderdeel never raises the verdict."""
    place = data.draw(st.integers(0, len(statuses) - 1))
    weaker = {"gedekt": "deels", "deels": "niet_gedekt", "niet_gedekt": "niet_gedekt"}
    lowered = [weaker[s] if n == place else s for n, s in enumerate(statuses)]
    assert RANK.index(judge(outcomes(*lowered))) <= RANK.index(judge(outcomes(*statuses)))


@pytest.mark.parametrize(("vereist", "oordeel"), [((True, False), Oordeel.AANGETOOND), ((False, True), Oordeel.NIET_AANGETOOND), ((False, False), Oordeel.GEDEELTELIJK)])
def test_only_what_is_vereist_decides(vereist: tuple[bool, bool], oordeel: Oordeel) -> None:
    """Of one onderdeel that is gedekt and one that is not, those that the norm demands decide; all do when it demands none."""
    assert oordeel == judge([replace(u, vereist=v) for u, v in zip(outcomes("gedekt", "niet_gedekt"), vereist, strict=True)])


@pytest.mark.parametrize(("statuses", "zin"), [
    (("gedekt",), "Het onderdeel is gedekt met direct bewijs."),
    (("deels", "niet_van_toepassing"), "Het onderdeel is deels gedekt."),
    (("niet_gedekt",), "Voor het onderdeel is geen bewijs gevonden dat telt."),
    (("niet_uit_papier",), "Het onderdeel is niet uit documenten vast te stellen."),
    (("gedekt", "deels", "niet_gedekt"), "1 van de 3 onderdelen is gedekt met direct bewijs, 1 deels; voor 1 is geen bewijs gevonden dat telt."),
    (("gedekt", "gedekt"), "2 van de 2 onderdelen zijn gedekt met direct bewijs."),
    (("niet_gedekt", "niet_gedekt"), "Geen van de 2 onderdelen is gedekt met direct bewijs; voor 2 is geen bewijs gevonden dat telt."),
    (("gedekt", "niet_uit_papier"), "1 van de 2 onderdelen is gedekt met direct bewijs; 1 is niet uit documenten vast te stellen."),
])
def test_reason_counts_in_good_dutch_and_keeps_not_found_apart_from_cannot_tell(statuses: tuple[str, ...], zin: str) -> None:
    """One onderdeel is no plural, none is no zero, and what paper cannot show is not called missing."""
    assert explain(statuses) == zin
