"""Scores, totals and rank: what counts, what stays apart, and who goes first."""

from __future__ import annotations

import pytest

from checker.bevindingen.onderdeel import weigh
from checker.catalogi import installed_catalogus
from checker.vergelijking.gevoeligheid import try_weights
from checker.vergelijking.stand import (
    NEE,
    NIET_GELEZEN,
    NIET_GEVONDEN,
    ONDERGRENS,
    VERIFIEREN,
    Mens,
    Stand,
    failed_stand,
    make_stand,
    rank,
    round_half,
)
from checker.vergelijking.teksten import beoordeling, gaps, waarom_niet_hoger
from tests.vergelijking import bouwstenen as b

TWEE = b.uitvraag(b.criterium("A", gewicht=30), b.criterium("B", gewicht=10))


def standen(demands: object, *parts: dict, mensen: dict | None = None) -> tuple[Stand, ...]:
    return rank([make_stand(part, demands, mensen or {}) for part in parts], demands)


def test_total_is_the_weighted_share_of_the_maximum() -> None:
    (stand,) = standen(TWEE, b.uittreksel("x", {"A": "aangetoond", "B": "gedeeltelijk"}))
    assert stand.totaal == pytest.approx(100 * (30 * 10 + 10 * 4) / (40 * 10))
    assert stand.rang == 1


def test_ties_stay_ties_and_the_next_rank_is_skipped() -> None:
    same = {"A": "aangetoond", "B": "aangetoond"}
    found = standen(TWEE, b.uittreksel("z", same), b.uittreksel("a", same), b.uittreksel("m", {"A": "grotendeels", "B": "aangetoond"}))
    assert [stand.rang for stand in found] == [1, 1, 3]


def test_unread_not_found_and_not_applicable_stay_apart() -> None:
    whole, part = standen(
        TWEE, b.uittreksel("heel", {"A": "niet_aangetoond", "B": "niet_van_toepassing"}),
        b.uittreksel("deels", {"A": "niet_aangetoond", "B": "gedeeltelijk"}, toestand="deels"),
    )
    assert [cel.toestand for cel in whole.cellen] == [NIET_GEVONDEN, "niet van toepassing"]
    assert [cel.toestand for cel in part.cellen] == [NIET_GELEZEN, ONDERGRENS]
    assert whole.totaal == 0
    assert whole.geteld == 1
    assert part.rang is None
    assert part.cellen[0].score is None
    assert "gelezen" in part.reden


def test_not_applicable_is_left_out_of_the_base() -> None:
    (stand,) = standen(TWEE, b.uittreksel("x", {"A": "niet_van_toepassing", "B": "aangetoond"}))
    assert stand.totaal == 100


def test_a_human_score_wins_and_settles_what_was_unread() -> None:
    part = b.uittreksel("x", {"A": "niet_aangetoond", "B": "aangetoond"}, toestand="deels")
    (before,) = standen(TWEE, part)
    (after,) = standen(TWEE, part, mensen={("x", "A"): Mens(consensus=6.0), ("x", "B"): Mens(scores=(2.0, 3.0, None))})
    assert before.rang is None
    assert after.rang == 1
    assert [cel.score for cel in after.cellen] == [6.0, 2.5]
    assert [cel.mens.bron for cel in after.cellen] == ["consensus", "gemiddelde"]
    assert after.totaal == pytest.approx(100 * (30 * 6 + 10 * 2.5) / 400)


def test_knock_out_and_equivalence() -> None:
    hard = b.uitvraag(b.criterium("A", soort="knock-out", minimum=10.0, gewicht=0), b.criterium("B"))
    soft = b.uitvraag(b.criterium("A", soort="knock-out", minimum=10.0, gewicht=0, gelijkwaardig=True), b.criterium("B"))
    missing = b.uittreksel("x", {"A": "niet_aangetoond", "B": "aangetoond"})
    (out,), (kept,) = standen(hard, missing), standen(soft, missing)
    assert out.cellen[0].minimum(hard.criteria[0]) == NEE
    assert (out.rang, out.knock_outs) == (None, 1)
    assert kept.cellen[0].minimum(soft.criteria[0]) == VERIFIEREN
    assert (kept.rang, kept.te_verifieren) == (1, 1)


def test_an_expired_proof_is_to_be_verified() -> None:
    demands = b.uitvraag(b.criterium("A", soort="knock-out", minimum=10.0, gewicht=0), b.criterium("B"))
    (stand,) = standen(demands, b.uittreksel("x", {"A": "aangetoond", "B": "aangetoond"}, verlopen=("cert.pdf",)))
    assert (stand.te_verifieren, stand.knock_outs) == (1, 0)


def test_unread_is_never_a_failed_minimum() -> None:
    demands = b.uitvraag(b.criterium("A", soort="knock-out", minimum=10.0, gewicht=0), b.criterium("B", minimum=6.0))
    (stand,) = standen(demands, b.uittreksel("x", {"A": "niet_aangetoond", "B": "gedeeltelijk"}, toestand="deels"))
    assert (stand.knock_outs, stand.te_verifieren) == (0, 2)


def test_empty_and_failed_get_no_score_and_no_rank() -> None:
    empty = make_stand(b.uittreksel("leeg", {}, toestand="geen_documenten"), TWEE, {})
    failed = failed_stand("stuk", "Niet getoetst.", TWEE, {})
    for stand in rank([empty, failed], TWEE):
        assert stand.totaal is None
        assert stand.rang is None
        assert stand.reden


def test_sensitivity_sees_an_order_that_hangs_on_one_weight() -> None:
    demands = b.uitvraag(b.criterium("A", gewicht=10), b.criterium("B", gewicht=9))
    found = standen(demands, b.uittreksel("x", {"A": "aangetoond", "B": "gedeeltelijk"}), b.uittreksel("y", {"A": "gedeeltelijk", "B": "aangetoond"}))
    proeven = {(p.criterium, p.proefgewicht): p for p in try_weights(found, demands)}
    assert not proeven["A", 20].volgorde_anders
    assert proeven["A", 5].eerste_anders
    assert proeven["A", 5].eerste == ("y",)
    for (norm, weight), proef in proeven.items():
        again = rank(found, demands.with_weights({norm: weight}))
        assert proef.eerste == tuple(s.aanbieder for s in again if s.rang == 1)


def test_texts_follow_the_score_of_people() -> None:
    """A draft never says that the proposal is the highest where the committee gave less."""
    part = b.uittreksel("x", {"A": "aangetoond", "B": "aangetoond"})
    mensen = {("x", "A"): Mens(scores=(5.0, 6.0, None)), ("x", "B"): Mens(consensus=7.0, toelichting="Te algemeen.")}
    (stand,) = standen(TWEE, part, mensen=mensen)
    found = [part["bevindingen"][norm] for norm in ("A", "B")]
    assert [beoordeling(cel, f, 10) for cel, f in zip(stand.cellen, found, strict=True)] == [
        "Score van de commissie: 5,5 van 10 (gemiddelde). Uit de documenten: Aangetoond (voorstel 10 van 10). Reden.",
        "Score van de commissie: 7 van 10 (consensus). Uit de documenten: Aangetoond (voorstel 10 van 10). Reden.",
    ]
    assert [waarom_niet_hoger(cel, f, 10) for cel, f in zip(stand.cellen, found, strict=True)] == [
        "De commissie gaf minder dan het voorstel (10). Schrijf op waarom.", "Toelichting van de commissie: Te algemeen.",
    ]


@pytest.mark.parametrize(("mensen", "wie"), [({("x", "A"): Mens(consensus=3.0)}, "de beoordelaars"), ({}, "het voorstel")])
def test_who_says_that_a_minimum_failed(mensen: dict, wie: str) -> None:
    """The score of people is not laid at the door of the proposal."""
    demands = b.uitvraag(b.criterium("A", minimum=6.0), b.criterium("B"))
    (stand,) = standen(demands, b.uittreksel("x", {"A": "niet_aangetoond", "B": "aangetoond"}), mensen=mensen)
    assert stand.reden == f"Een minimum of knock-out is volgens {wie} niet gehaald."


@pytest.mark.parametrize(("value", "digits", "rounded"), [(2.5, 0, 3.0), (0.125, 2, 0.13), (1.005, 2, 1.01), (6.25, 1, 6.3), (2.4, 0, 2.0)])
def test_a_half_goes_up_as_in_a_sheet(value: float, digits: int, rounded: float) -> None:
    """The workbook counts along with its own formulas: a half may not go to the nearest even number."""
    assert round_half(value, digits) == rounded


@pytest.mark.parametrize(("hiaten", "zin"), [
    (("Ontbreekt: a (niets gevonden).", "Nog niet volledig: b (indirect).", "Ontbreekt: c (mits d) (niets gevonden)."), "Ontbreekt (niets gevonden): a; c (mits d). Nog niet volledig (indirect): b."),
    (("Er is geen meldcode.", "Er is geen register"), "Er is geen meldcode. Er is geen register."),
    (tuple(f"Ontbreekt: {letter} (niets gevonden)." for letter in "abcdefgh"), "Ontbreekt (niets gevonden): a; b; c; d; e; f; g; h."),
    ((), ""),
])
def test_a_motivation_names_every_gap_and_each_reason_once(hiaten: tuple[str, ...], zin: str) -> None:
    """Only the first four were named, with the same reason behind each."""
    assert gaps(hiaten) == zin


def test_a_gap_that_a_bevinding_words_is_taken_apart() -> None:
    """The wording of a real gap fits the pattern: its reason stands once."""
    onderdeel = next(o for k in installed_catalogus()[0].kaders for n in k.normen for o in n.onderdelen if o.uit_papier)
    hiaat = weigh(onderdeel, (), None).hiaat
    assert gaps((hiaat, hiaat)).count("geen bewijs gevonden in de aangeleverde documenten") == 1
