"""Vormen: which of the word forms in a dossier a word of a term stands for."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from checker.taal.lemma import lemmas
from checker.taal.samenstelling import part_quality

if TYPE_CHECKING:
    from collections.abc import Iterable

_MIN_PART = 4


class Vormen:
    """The word forms of a dossier, found by their lemma and by the parts of a compound."""

    def __init__(self, forms: Iterable[str]) -> None:
        """Sort the forms by lemma, and the lemmas by the letters in them."""
        self._of_lemma: dict[str, list[str]] = defaultdict(list)
        # Per four letters the lemmas that hold them: where a term may be part of a compound.
        self._grams: dict[str, set[str]] = defaultdict(set)
        for form in sorted(forms):
            for lemma in dict.fromkeys(lemmas(form)):
                self._of_lemma[lemma].append(form)
        for lemma in self._of_lemma:
            for start in range(len(lemma) - _MIN_PART + 1):
                self._grams[lemma[start : start + _MIN_PART]].add(lemma)

    def matching(self, word: str, *, whole: bool) -> list[tuple[str, float]]:
        """The forms a folded word of a term stands for, with how well (0 to 1).

        A term that is meant ``whole`` stands for no base of the word and is no part of a compound.
        """
        keys = (word,) if whole else _term_keys(word)
        exact = {form: 1.0 for key in keys for form in self._of_lemma.get(key, ())}
        if not whole and len(word) >= _MIN_PART:
            for lemma in self._grams.get(word[:_MIN_PART], set()) & self._grams.get(word[-_MIN_PART:], set()):
                quality = part_quality(lemma, word)
                for form in self._of_lemma[lemma] if quality else ():
                    exact[form] = max(quality, exact.get(form, 0.0))
        return sorted(exact.items())


def _term_keys(word: str) -> tuple[str, ...]:
    """The lemmas a term of a kader stands for: itself and, for an inflected form, its base."""
    found = lemmas(word)
    return (word,) if word.endswith("en") and len(found) > 1 and found[0] == found[1] else found[:2]
