"""Index: the sentences of a dossier, and where every term of the kaders occurs in them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.begrippen.expressie import Term
from checker.index.vormen import Vormen
from checker.index.zinnen import Zin, Zinnen
from checker.taal.woorden import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy import ndarray

    from checker.begrippen.expressie import Groep
    from checker.dossier.document import Dossier

__all__ = ["Index", "Sterkten", "Treffer", "Zin"]

_MAX_WINDOW_EXTRA = 8
# So many units fill the memory with what all kaders look up.
_LARGE = 3000


@dataclass(frozen=True, slots=True)
class Treffer:
    """A term found in a sentence: how well (0 to 1), at which token, by which word."""

    kwaliteit: float
    plek: int
    woord: str


@dataclass(frozen=True, slots=True, eq=False)
class Sterkten:
    """Where a groep stands: ``zinnen`` ascending, and per sentence its quality (0 to 1)."""

    zinnen: ndarray
    kwaliteit: ndarray


class Index:
    """Looks up where the terms of kaders stand in a dossier, and keeps what it found.

    Attributes:
        zinnen: all units, by id.
        context: per unit the units around it, with how well each speaks for it (0 to 1), best first.
    """

    def __init__(self, dossier: Dossier) -> None:
        """Read all passages of a dossier into sentences and their words."""
        read = Zinnen(dossier)
        self.dossier = dossier
        self.zinnen = read.alle
        self.context = read.context
        self._spots = read.plekken
        self._forms = Vormen(self._spots)
        self._terms: dict[Term, dict[int, list[Treffer]]] = {}
        self._groups: dict[str, dict[int, list[Treffer]]] = {}
        self._strengths: dict[str, Sterkten] = {}
        self._columns: dict[tuple[str, bool], dict[int, list[int]]] = {}

    def treffers(self, groep: Groep) -> dict[int, list[Treffer]]:
        """Per sentence every place where a term of the groep stands, the best term per place.

        Groepen with the same name hold the same terms, so that what was found is kept by name.
        """
        if groep.naam not in self._groups:
            best: dict[int, list[Treffer]] = {}
            for deel in groep.delen:
                for zin, treffers in (self._term(deel) if isinstance(deel, Term) else self.treffers(deel)).items():
                    best[zin] = _merge(best[zin], treffers) if zin in best else treffers
            self._groups[groep.naam] = best
        return self._groups[groep.naam]

    def sterkten(self, groep: Groep) -> Sterkten:
        """The sentences where a groep stands, with the quality of its best term there."""
        if groep.naam not in self._strengths:
            import numpy as np

            found = self.treffers(groep)
            units = np.array(sorted(found), dtype=np.intp)
            values = [found[zin][0].kwaliteit if len(found[zin]) == 1 else max(t.kwaliteit for t in found[zin]) for zin in units.tolist()]
            self._strengths[groep.naam] = Sterkten(units, np.array(values, dtype=float))
        return self._strengths[groep.naam]

    def release(self) -> None:
        """Forget what was looked up for one kader, of a dossier so large that this fills the memory.

        Begrippen stay: the next kader asks for them again.
        """
        if len(self.zinnen) < _LARGE:
            return
        self._groups = {naam: found for naam, found in self._groups.items() if naam.startswith("@")}
        self._strengths = {naam: found for naam, found in self._strengths.items() if naam.startswith("@")}
        self._terms.clear()
        self._columns.clear()

    def _term(self, term: Term) -> dict[int, list[Treffer]]:
        if term not in self._terms:
            self._terms[term] = self._single(term) if len(term.woorden) == 1 else self._several(term)
        return self._terms[term]

    def _single(self, term: Term) -> dict[int, list[Treffer]]:
        best: dict[int, list[Treffer]] = {}
        text = term.tekst
        for zin, place, quality in self._places(term.woorden[0], whole=term.heel):
            new = [Treffer(quality, place, text)]
            best[zin] = _merge(best[zin], new) if zin in best else new
        return best

    def _several(self, term: Term) -> dict[int, list[Treffer]]:
        words = term.woorden if term.vast else tuple(dict.fromkeys(term.woorden))
        columns = [self._by_sentence(word, whole=term.heel or term.vast) for word in words]
        common = set(columns[0]).intersection(*columns[1:])
        found: dict[int, list[Treffer]] = {}
        for zin in sorted(common):
            place = _nearby([column[zin] for column in columns], fixed=term.vast)
            if place is not None:
                found[zin] = [Treffer(1.0, place, term.tekst)]
        return found

    def _by_sentence(self, word: str, *, whole: bool) -> dict[int, list[int]]:
        if (word, whole) not in self._columns:
            places: dict[int, list[int]] = defaultdict(list)
            for zin, place, _quality in self._places(word, whole=whole):
                places[zin].append(place)
            self._columns[word, whole] = places
        return self._columns[word, whole]

    def _places(self, word: str, *, whole: bool) -> Iterable[tuple[int, int, float]]:
        for form, quality in self._forms.matching(fold(word), whole=whole):
            for zin, place in self._spots[form]:
                yield zin, place, quality


def _merge(first: list[Treffer], second: list[Treffer]) -> list[Treffer]:
    """All places of both, in order; where both stand the better one, or else the first."""
    if len(first) == len(second) == 1 and first[0].plek != second[0].plek:  # nearly always, and asked very often
        return [*first, *second] if first[0].plek < second[0].plek else [*second, *first]
    places = {treffer.plek: treffer for treffer in first}
    for treffer in second:
        old = places.get(treffer.plek)
        if old is None or treffer.kwaliteit > old.kwaliteit:
            places[treffer.plek] = treffer
    return [places[plek] for plek in sorted(places)]


def _nearby(columns: list[list[int]], *, fixed: bool) -> int | None:
    """The first place where all words stand together: in order, or within a small window."""
    window = len(columns) + _MAX_WINDOW_EXTRA
    for first in columns[0]:
        if fixed:
            if all(first + step in column for step, column in enumerate(columns)):
                return first
            continue
        near = [min(column, key=lambda p: (abs(p - first), p)) for column in columns[1:]]
        places = [first, *near]
        if len(set(places)) == len(places) and max(places) - min(places) < window:
            return min(places)
    return None
