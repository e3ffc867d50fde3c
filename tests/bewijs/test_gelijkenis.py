"""Likeness: places in small dossiers, the lead over other onderdelen, and the sentence before."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as from_numpy

from checker.bewijs.gelijkenis import SMALLEST, Vensters, Vergelijking
from checker.bewijs.kenmerktabel import Kenmerktabel
from checker.bewijs.profielen import text_dossier
from checker.bewijs.zoeken import quotable
from checker.index import Index

MATRIX = from_numpy.arrays(float, st.tuples(st.integers(1, 12), st.integers(1, 5)), elements=st.floats(-1, 1, width=16))


def compare(whole: np.ndarray, documents: list[int] | None = None) -> Vergelijking:
    """Every onderdeel is a norm of its own."""
    return Vergelijking(whole, whole, range(whole.shape[1]), Vensters(documents or [0] * len(whole)))


@given(MATRIX)
def test_the_lead_is_over_the_likest_other_onderdeel(whole: np.ndarray) -> None:
    found = compare(whole)
    for column in range(whole.shape[1]):
        others = np.delete(whole, column, axis=1)
        for row, alike in enumerate(found.of(range(len(whole)), column)):
            expected = whole[row, column] - (others[row].max() if others.size else 0.0)
            assert alike.voorsprong == pytest.approx(expected, abs=1e-5)


@given(MATRIX, st.data())
def test_before_is_the_sentence_before_in_the_same_document(whole: np.ndarray, data: st.DataObject) -> None:
    documents = sorted(data.draw(st.lists(st.integers(0, 2), min_size=len(whole), max_size=len(whole))))
    found = compare(whole, documents).of(range(len(whole)), 0)
    for row, alike in enumerate(found):
        first = row == 0 or documents[row] != documents[row - 1]
        assert alike.ervoor == (0.0 if first else whole[row - 1, 0])


@pytest.mark.parametrize(("count", "first", "last"), [(1, 29.5, 29.5), (30, 0.5, 58.5), (60, 0.0, 59.0), (200, 0.0, 199.0)])
def test_places_in_a_small_dossier_are_stretched(count: int, first: float, last: float) -> None:
    """The only sentence of a dossier does not come first: it stands in the middle of as many as were ever calibrated on."""
    places = [alike.rang for alike in compare(np.linspace(1, 0, count)[:, None]).of(range(count), 0)]
    assert (places[0], places[-1]) == (first, last)
    assert SMALLEST == 60


def test_the_surroundings_do_not_depend_on_the_file_before() -> None:
    """A document has the same means wherever it stands in the dossier, also where a mean lies halfway two roundings."""
    random = np.random.default_rng(1)
    for _ in range(50):
        before, own = np.round(random.random((7, 3)), 5), np.round(random.random((5, 3)), 5)
        alone, after = Vensters([0] * 5).mean(own), Vensters([0] * 7 + [1] * 5).mean(np.vstack([before, own]))[7:]
        assert alone.tolist() == after.tolist()


@given(MATRIX)
def test_a_place_is_how_many_rows_are_more_alike(whole: np.ndarray) -> None:
    """Equal rows share a place; the nearest are all rows of the first places."""
    found = compare(whole)
    scale = np.maximum(np.max(np.hstack([whole, np.zeros((len(whole), 2))]), axis=1), 0.05)
    values = np.round(whole * np.abs(whole) / scale[:, None], 9)
    for column in range(whole.shape[1]):
        places = (values[:, column] > values[:, column][:, None]).sum(axis=1)
        assert found.nearest(column, 3) == sorted(np.flatnonzero(places < 3), key=lambda row: (places[row], row))


def test_the_same_sentence_has_the_same_chance_in_every_document() -> None:
    """To the last decimal: else the order of two copies would decide which of them counts."""
    zin = "Elke zes maanden evalueren wij het plan met het gezin."
    index = Index(text_dossier([zin, "Wij houden de sleutels bij van het gebouw.", zin, zin]))
    tabel = Kenmerktabel(index, quotable(index))
    assert tabel.gelijken.tolist() == [0, 1, 0, 0]
