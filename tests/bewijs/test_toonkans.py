"""The network that judges whether a sentence shows an onderdeel: what it belongs to, and that it orders better than likeness."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.ijking import all_gevallen, average_precision
from bench.oefening import BETEKENIS, SCORE, TOONKANS, load_oefening
from bench.toonkans import digest, dossiers
from checker.bewijs.betekenis import stukken, text_vectors, unit_rows
from checker.bewijs.toonkans import inputs, net, sentence_part, toonkansen

ZINNEN = (
    "Elke klacht gaat naar de onafhankelijke klachtencommissie waarbij wij zijn aangesloten.",
    "Ouders kunnen een klacht indienen met het formulier op de site.",
    "Wij drinken om tien uur koffie.",
    "De medewerkers volgen elk jaar een training over de meldcode.",
)


def vectors(*sentences: str) -> np.ndarray:
    return text_vectors(sentences)


def test_the_weights_belong_to_the_judged_sentences_and_the_vectors() -> None:
    """Who changes either trains again: python -m bench.toonkans --schrijf."""
    assert net().versie == digest()


def test_the_network_reads_what_the_vectors_give() -> None:
    rows = vectors(*ZINNEN)
    assert inputs(rows, rows, rows).shape == (len(ZINNEN), len(net().verborgen))
    assert net().verborgen.shape[1] == len(net().drempels) == len(net().uitgang)
    assert rows.shape[1] == stukken().waarden.shape[1]


def test_what_calibrates_the_score_trained_nothing() -> None:
    """Chances of sentences it has learned by heart would look too good in the calibration."""
    names = {goud.naam for goud in dossiers()}
    assert names == {goud.naam for purpose in (BETEKENIS, TOONKANS) for goud in load_oefening(leert=purpose)}
    assert names.isdisjoint(goud.naam for goud in load_oefening(leert=SCORE))


def test_one_onderdeel_for_all_sentences_gives_what_the_network_gives_pair_by_pair() -> None:
    rows, (onderdeel, norm) = vectors(*ZINNEN), vectors(*ZINNEN[1:3])
    own = net()
    seen = inputs(rows, np.broadcast_to(onderdeel, rows.shape), np.broadcast_to(norm, rows.shape))
    plain = np.maximum(seen @ own.verborgen + own.drempels, 0) @ own.uitgang + own.vast
    assert np.allclose(toonkansen(rows, sentence_part(rows), onderdeel, norm), 1 / (1 + np.exp(-plain)), atol=1e-4)


@given(st.permutations(range(len(ZINNEN))), st.sampled_from(ZINNEN))
def test_a_sentence_has_its_chance_whatever_stands_beside_it(order: list[int], asked: str) -> None:
    rows, (onderdeel,) = vectors(*ZINNEN), vectors(asked)
    assert toonkansen(rows[order], sentence_part(rows[order]), onderdeel, onderdeel).tolist() == toonkansen(rows, sentence_part(rows), onderdeel, onderdeel)[order].tolist()


@given(st.lists(st.text(max_size=60), min_size=1, max_size=4))
def test_any_text_has_a_chance(texts: list[str]) -> None:
    rows, (onderdeel,) = vectors(*texts), vectors(ZINNEN[0])
    assert all(0 <= kans <= 1 for kans in toonkansen(rows, sentence_part(rows), onderdeel, onderdeel))


def test_what_shows_an_onderdeel_is_likelier_than_what_is_about_something_else() -> None:
    asked = unit_rows(vectors("De aanbieder is aangesloten bij een onafhankelijke klachtencommissie.", "Klachten worden onafhankelijk behandeld.").sum(axis=0, keepdims=True))[0]
    rows = vectors(*ZINNEN)
    kansen = toonkansen(rows, sentence_part(rows), asked, asked)
    assert kansen[0] > 0.5 > kansen[1] > kansen[2]
    assert kansen[0] > 0.5 > kansen[3]


def test_it_orders_judged_sentences_better_than_likeness() -> None:
    """Of some practice dossiers that took no part in training (over all 24: .48 and .53 when it was made)."""
    cases = all_gevallen([], load_oefening(leert=SCORE)[:4])
    truth = np.array([case.goed == 1 for case in cases])
    likeness, chances = (average_precision(truth, np.array([getattr(case.delen, part) for case in cases])) for part in ("betekenis", "toonkans"))
    assert truth.sum() > 500
    assert chances > likeness


@pytest.mark.parametrize("goud", load_oefening(leert=TOONKANS), ids=lambda goud: goud.naam)
def test_a_dossier_to_learn_from_says_what_shows_nothing_as_well(goud: object) -> None:
    raw = goud.ruw  # type: ignore[attr-defined]
    assert raw["geen"] and any("direct" in judged for judged in raw["bewijs"].values())
