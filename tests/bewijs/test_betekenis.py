"""Sentence vectors: what a word is made of, what does not matter, and that they belong to their sentences."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.leerstof import VERWANT, ZINNEN, onderdelen, read_leerstof, read_zinnen
from checker.bewijs.betekenis import content, pieces, sentence_vectors, stukken, text_vectors, unit_rows
from checker.catalogi import installed_catalogus

LEERSTOF = read_leerstof()
LOS = [zin for zin in LEERSTOF.zinnen if zin.los]
ONDERDELEN = {onderdeel.id for onderdeel in onderdelen()}


def vectors(*sentences: str) -> np.ndarray:
    return text_vectors(sentences)


def test_the_vectors_belong_to_the_leerstof() -> None:
    """Who changes it trains again: python -m bench.betekenis --schrijf."""
    assert stukken().versie == LEERSTOF.digest()


def test_what_is_kept_of_a_kader_follows_the_numbers_themselves() -> None:
    """Vectors learned again from the same leerstof are others: profielen of the old ones must not be taken from the voorraad."""
    assert stukken().afdruk == hashlib.sha256(stukken().waarden.tobytes()).hexdigest()[:16]


def test_every_onderdeel_has_sentences_of_its_own_and_no_other_has() -> None:
    assert set(read_zinnen()) == ONDERDELEN
    assert len(list(ZINNEN.glob("*.yaml"))) == len(list(VERWANT.glob("*.yaml"))) == len(installed_catalogus()[0].kaders)


def test_no_sentence_stands_twice_under_one_onderdeel() -> None:
    written = read_zinnen()
    assert {key for key, texts in written.items() if len(set(texts)) < len(texts)} == set()


def test_no_sentence_both_shows_an_onderdeel_and_only_resembles_it() -> None:
    shown = {(zin.onderdeel, zin.tekst) for zin in LOS}
    assert shown & {(key, text) for key, texts in LEERSTOF.naast.items() for text in texts} == set()
    assert set(LEERSTOF.naast) <= ONDERDELEN


def test_a_group_of_words_is_a_word_with_others_that_say_nearly_the_same() -> None:
    assert [group for group in LEERSTOF.woorden if len(group) < 3 or len(set(group)) < len(group)] == []


def test_a_word_is_its_runs_of_letters_with_its_edges() -> None:
    assert list(pieces("vog")) == ["<vo", "vog", "og>", "<vog", "vog>", "<vog>"]
    assert list(pieces("klacht"))[-1] == "<klacht>"


def test_words_count_once_and_numbers_not() -> None:
    assert content(["de", "klacht", "12", "de", "2026", "24_7x"]) == ("de", "klacht", "24_7x")


@given(st.lists(st.sampled_from("intake klacht gezin evalueren medezeggenschap vog 12 kwartaal".split()), min_size=1, max_size=12), st.randoms())
def test_order_and_repetition_do_not_matter(words: list[str], chance: object) -> None:
    mixed = [*words, *words]
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    first, second = sentence_vectors([words, mixed])
    assert np.allclose(first, second, atol=1e-5)


@given(st.lists(st.text(max_size=30), max_size=5))
def test_any_text_gives_a_row_of_length_one_or_zeros(texts: list[str]) -> None:
    rows = vectors(*texts)
    assert rows.shape == (len(texts), stukken().waarden.shape[1])
    assert all(abs(length - 1) < 1e-4 or length == 0 for length in np.linalg.norm(rows, axis=1))


def test_a_sentence_without_known_pieces_points_nowhere() -> None:
    assert not vectors("12 345", "").any()
    assert not unit_rows(np.zeros((2, 3))).any()


def test_sentences_come_out_the_same_alone_and_among_many() -> None:
    texts = [zin.tekst for zin in LOS[:2500]]
    assert np.allclose(vectors(*texts)[2400], vectors(texts[2400])[0], atol=1e-5)


@pytest.mark.parametrize(
    ("asked", "near", "far"),
    [
        ("Wie ontevreden is kan terecht bij een onafhankelijke commissie.", "Klachten behandelen wij binnen zes weken.",
         "Medewerkers volgen elk jaar twee trainingen."),
        ("Oma en de buurvrouw komen langs om mee te denken.", "We brengen met het gezin het sociale netwerk in kaart.",
         "De boekhouder controleert de jaarrekening."),
        ("Na het ongeluk zaten we bij elkaar om te kijken wat er misging.", "Incidenten worden geanalyseerd en besproken in het team.",
         "De website is vernieuwd."),
    ],
)
def test_other_words_for_the_same_stand_nearer_than_something_else(asked: str, near: str, far: str) -> None:
    own, same, other = vectors(asked, near, far)
    assert own @ same > own @ other
