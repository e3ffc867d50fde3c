"""The net behind the cue rules: what it catches, what it lets through, and that it only takes away."""

from __future__ import annotations

import gzip
import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.vangnet import APART, FOLDER, TARGET, digest, read_zinnen, training
from checker.bewijs.uitspraak import by_rules, classify
from checker.bewijs.vangnet import BEVESTIGD, Vangst, judge, n_grams, part_of, tokens
from checker.bewijs.zinsnet import ROWS, log_chances, net, rows_of

GETRAIND = training()
APARTE = {name: read_zinnen(FOLDER / name) for name in APART}


def test_the_weights_belong_to_the_sentences() -> None:
    """Who changes a sentence trains again: python -m bench.vangnet --schrijf."""
    assert json.loads(gzip.decompress(TARGET.read_bytes()))["zinnen"] == digest(GETRAIND)
    assert net().versie == digest(GETRAIND)


def test_both_readers_know_the_same_kinds() -> None:
    assert tuple(json.loads(gzip.decompress(TARGET.read_bytes()))["soorten"]) == net().soorten


def test_no_sentence_is_both_trained_on_and_kept_apart() -> None:
    assert {zin.tekst for zin in GETRAIND}.isdisjoint(zin.tekst for zinnen in APARTE.values() for zin in zinnen)


@pytest.mark.parametrize(("name", "share"), [("apart.yaml", 1 / 20), ("apart_zacht.yaml", 1 / 8), ("apart_paren.yaml", 1 / 4)])
def test_few_kept_apart_sentences_count_in_full_although_they_affirm_nothing(name: str, share: float) -> None:
    """A false "voldoet" is the worst outcome (the rules alone: four, five and six in ten)."""
    others = [classify(zin.tekst) for zin in APARTE[name] if zin.soort != BEVESTIGD]
    assert sum(u.soort == BEVESTIGD and not u.zwak for u in others) <= len(others) * share


@pytest.mark.parametrize("name", APART)
def test_few_kept_apart_affirmations_are_turned_down(name: str) -> None:
    """They were written to look like a denial or a plan: one in ten at most."""
    own = [classify(zin.tekst) for zin in APARTE[name] if zin.soort == BEVESTIGD]
    assert sum(u.soort != BEVESTIGD for u in own) <= len(own) / 10


@given(st.sampled_from([*GETRAIND, *(zin for zinnen in APARTE.values() for zin in zinnen)]))
def test_the_net_only_takes_away(zin: object) -> None:
    text = zin.tekst  # type: ignore[attr-defined]
    ruled, final = by_rules(text), classify(text)
    if ruled.soort != BEVESTIGD:
        assert final == ruled
    if final.soort == BEVESTIGD and ruled.zwak:
        assert final.zwak


@pytest.mark.parametrize("text", ["", "...", "12-03-2025", "Kleiburg Oudergroep Zomerdip"])
def test_without_a_known_word_nothing_is_said(text: str) -> None:
    assert judge(text) == Vangst(BEVESTIGD, 0.0, "")


def test_numbers_years_months_and_names_are_one_word_each() -> None:
    assert tokens("In 2027 belt Karin op 3 maart: SKJ?") == ["in", "<jaar>", "belt", "<naam>", "op", "<getal>", "<maand>", ":", "skj", "?"]


def test_unknown_words_are_only_places() -> None:
    assert "moeten we *" in set(n_grams(tokens("moeten we afspreken"), frozenset({"moeten", "we"})))


def test_a_part_speaks_for_itself() -> None:
    sentence = "De intaker belt elk gezin; een folder moet nog worden gemaakt."
    place = sentence.index("belt")
    assert part_of(sentence, [(place, place + 4)]) == "De intaker belt elk gezin;"
    assert part_of(sentence, []) == sentence
    assert part_of("Wij bellen, maar dat moet nog beter.", [(4, 10)]) == "Wij bellen, maar dat moet nog beter."


@given(st.lists(st.text(min_size=1, max_size=12), max_size=80))
def test_the_network_gives_chances_for_any_words(words: list[str]) -> None:
    chances = np.exp(log_chances(words))
    assert chances.sum() == pytest.approx(1, abs=1e-4)
    assert np.isfinite(chances).all()


def test_a_word_has_rows_of_its_own_and_of_its_pieces() -> None:
    assert len(rows_of("plan")) == 1 + 4 + 3 + 2  # "<plan>" and its runs of three, four and five letters
    assert len(rows_of("<jaar>")) == 1, "a stand-in has no pieces"
    assert all(0 <= row < ROWS for row in rows_of("kwaliteitshandboek"))


def test_word_order_matters_to_the_network() -> None:
    one, other = (log_chances(tokens(text)) for text in ("de klacht is nog niet afgehandeld", "nog afgehandeld is niet de klacht"))
    assert not np.allclose(one, other, atol=0.05)


def test_the_cue_that_is_shown_tells_something() -> None:
    caught = judge("De stichting gaat agressietraining aanbieden aan alle invalkrachten.")
    assert "gaat" in caught.cue
    cues = {judge(zin.tekst).cue for zinnen in APARTE.values() for zin in zinnen}
    assert cues.isdisjoint({"de", "een", "(", "te", "de <naam>"})
