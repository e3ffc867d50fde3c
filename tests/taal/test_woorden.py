"""Words, lemmas, compounds and separable verbs of the field."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.taal.lemma import lemmas
from checker.taal.samenstelling import part_quality
from checker.taal.scheidbaar import separable_verbs
from checker.taal.woorden import fold, tokenize
from checker.taal.zinnen import split_sentences


@pytest.mark.parametrize(("form", "lemma"), [
    ("geëvalueerd", "evalueren"), ("evalueert", "evalueren"), ("vastgelegd", "vastleggen"), ("behandelaren", "behandelaar"),
    ("calamiteiten", "calamiteit"), ("gesprekken", "gesprek"), ("hanteert", "hanteren"), ("cliënten", "client"), ("gezinnen", "gezin"),
    ("scholingsplannen", "scholingsplan"), ("getoetst", "toetsen"), ("besproken", "bespreken"), ("jongeren", "jongere"),
])
def test_a_form_has_its_lemma(form: str, lemma: str) -> None:
    """Inflected forms of the field's words share a key with their base."""
    assert lemma in lemmas(fold(form))


@pytest.mark.parametrize(("word", "part"), [
    ("behandelplan", "plan"), ("klachtenregeling", "klacht"), ("medewerkersoverleg", "overleg"), ("hulpverleningsplan", "hulpverlening"),
])
def test_a_part_of_a_compound_is_found(word: str, part: str) -> None:
    """A term stands in a compound when the rest is a word too."""
    assert part_quality(word, part) > 0


@pytest.mark.parametrize(("word", "part"), [("elektronisch", "lek"), ("commissie", "missie"), ("revisie", "visie"), ("gedragswetenschapper", "wets")])
def test_a_chance_substring_is_no_part(word: str, part: str) -> None:
    """Letters that happen to spell a term are no match."""
    assert part_quality(word, part) == 0


def test_the_head_of_a_compound_counts_more_than_its_modifier() -> None:
    """A behandelplan is a plan; a planbord is not."""
    assert part_quality("behandelplan", "plan") > part_quality("planbord", "plan")


@pytest.mark.parametrize(("text", "verb"), [
    ("De behandelaar legt de afspraken met ouders vast in het plan.", "vastleggen"),
    ("Leg de afspraak vast.", "vastleggen"),
    ("Wij stellen het plan na zes weken bij.", "bijstellen"),
    ("Hij brengt de zorgen in bij het overleg.", "inbrengen"),
    ("Het is aan ons om dat vast te leggen.", "vastleggen"),
])
def test_separable_verb(text: str, verb: str) -> None:
    """A verb and its particle are one word, wherever they stand."""
    assert verb in [found for found, _ in separable_verbs(text, tuple(tokenize(text)))]


def test_sentences_keep_abbreviations_and_numbers_whole() -> None:
    """A full stop after an abbreviation or an initial ends nothing."""
    text = "Zie art. 4.1 m.b.t. de meldcode. Dr. A. de Vries belt. Klaar?"
    assert [text[a:b] for a, b in split_sentences(text)] == ["Zie art. 4.1 m.b.t. de meldcode.", "Dr. A. de Vries belt.", "Klaar?"]


@given(st.text(max_size=300))
def test_no_word_is_lost_between_sentences(text: str) -> None:
    """Sentences are cut at white space only: together they hold all other characters."""
    spans = split_sentences(text)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(a < b for a, b in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


@given(st.text(max_size=200))
def test_tokens_point_at_their_text(text: str) -> None:
    """The offsets of a token give back the word it was made of."""
    for token in tokenize(text):
        assert fold(text[token.van : token.tot]) == token.woord
