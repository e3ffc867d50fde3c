"""checker kader begrippen: which words the shared begrippen know."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from checker.begrippen import shared_begrippen
from checker.cli import group


def shown(*words: str) -> set[str]:
    """The names of the begrippen that the command prints."""
    done = CliRunner().invoke(group, ["kader", "begrippen", *words])
    assert done.exit_code == 0, done.output
    return {line.split()[0].lstrip("@") for line in done.stdout.splitlines()}


def test_all_are_shown() -> None:
    """What an author may write behind an @ stands in the list."""
    assert set(shared_begrippen()) == shown()


@pytest.mark.parametrize("word", ["klacht", "Klacht"])
def test_a_word_is_sought_in_names_and_terms(word: str) -> None:
    """In capitals as well; a begrip that has nothing of it stays away."""
    expected = {naam for naam, begrip in shared_begrippen().items() if "klacht" in naam or any("klacht" in term.tekst for term in begrip.termen)}
    assert expected == shown(word) < shown()
