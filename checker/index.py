"""Index: the sentences of a dossier, and where every term of the kaders occurs in them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.begrippen.expressie import Term
from checker.taal.klassen import find_klassen
from checker.taal.lemma import lemmas
from checker.taal.samenstelling import part_quality
from checker.taal.scheidbaar import separable_verbs
from checker.taal.woorden import Token, fold, tokenize
from checker.taal.zinnen import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy import ndarray

    from checker.begrippen.expressie import Groep
    from checker.dossier.document import Document, Dossier
    from checker.dossier.passage import Passage

_MIN_PART, _MAX_WINDOW_EXTRA = 4, 8
# A cell with so many words says something by itself; so many units fill the memory with what all kaders look up.
_MIN_CELL, _LARGE = 4, 3000


@dataclass(frozen=True, slots=True, kw_only=True)
class Zin:
    """One sentence of a passage; ``document`` and ``passage`` are positions in the dossier.

    ``van`` and ``tot`` are offsets in the passage's text; a context unit (heading, lead
    sentence, file name) has ``passage`` -1 and is never quoted itself.
    """

    id: int
    document: int
    passage: int
    van: int
    tot: int
    tekst: str
    tokens: tuple[Token, ...]


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
    """Sentences with their contexts and an inverted index on lemmas and compound parts."""

    def __init__(self, dossier: Dossier) -> None:
        """Read all passages of a dossier into sentences; contexts are shared units."""
        self.dossier = dossier
        self.zinnen: list[Zin] = []
        self.context: dict[int, tuple[tuple[int, float], ...]] = {}
        self._types: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._units: dict[tuple[int, str], int] = {}
        self._terms: dict[Term, dict[int, list[Treffer]]] = {}
        self._groups: dict[str, dict[int, list[Treffer]]] = {}
        self._strengths: dict[str, Sterkten] = {}
        self._lemma_types: dict[str, list[str]] = defaultdict(list)
        self._columns: dict[tuple[str, bool], dict[int, list[int]]] = {}
        first = {document.sha256: number for number, document in reversed(list(enumerate(dossier.documenten))) if document.sha256}
        for number, document in enumerate(dossier.documenten):
            if first.get(document.sha256, number) == number:  # a file that stands in the dossier twice says everything once
                self._add_document(number, document)
        # Per four letters the lemmas that hold them: where a term may be part of a compound.
        self._grams: dict[str, set[str]] = defaultdict(set)
        for word in sorted(self._types):
            for lemma in dict.fromkeys(lemmas(word)):
                self._lemma_types[lemma].append(word)
        for lemma in self._lemma_types:
            for start in range(len(lemma) - _MIN_PART + 1):
                self._grams[lemma[start : start + _MIN_PART]].add(lemma)

    # -- building ---------------------------------------------------------------------------

    def _add_document(self, number: int, document: Document) -> None:
        name = document.pad.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        title = self._unit(number, f"{name.replace('_', ' ').replace('-', ' ')} {document.titel}")
        previous: list[int] = []
        last_section: tuple[str, ...] | None = None
        for passage in document.passages:
            fixed = self._fixed_context(number, passage, title)
            cells = _cells_of(passage)
            if cells:
                self._add_cells(number, passage, cells, fixed)
                previous, last_section = [], None
                continue
            ids = [self._add(number, passage.nr, passage.tekst, van, tot) for van, tot in _units_of(passage)]
            self._add_contexts(ids, fixed, previous if passage.vindplaats.sectie == last_section else [])
            previous, last_section = ids, passage.vindplaats.sectie

    def _add_cells(self, number: int, passage: Passage, cells: Sequence[tuple[str, int, int]], fixed: list[tuple[int, float]]) -> None:
        """The telling cells of a table row, each a unit of its own below its column header and beside its row."""
        row = self._unit(number, passage.tekst)
        for kop, van, tot in cells:
            zin = self._add(number, passage.nr, passage.tekst, van, tot)
            above = [(self._unit(number, kop), 0.85)] if kop else []
            self.context[zin] = tuple(sorted([*above, (row, 0.75), *fixed], key=lambda pair: (-pair[1], pair[0])))

    def _fixed_context(self, number: int, passage: Passage, title: int) -> list[tuple[int, float]]:
        context: list[tuple[int, float]] = []
        if passage.inleiding:
            context.append((self._unit(number, passage.inleiding), 0.9))
        headings = [h for h in reversed(passage.vindplaats.sectie) if h][:2]
        for heading, quality in zip(headings, (0.85, 0.7), strict=False):
            context.append((self._unit(number, heading), quality))
        context.append((title, 0.65))
        return context

    def _add_contexts(self, ids: list[int], fixed: list[tuple[int, float]], before: list[int]) -> None:
        for position, zin in enumerate(ids):
            near = [(ids[position - 1], 0.75)] if position else [(z, 0.6) for z in before[-1:]]
            if position + 1 < len(ids):
                near.append((ids[position + 1], 0.6))
            self.context[zin] = tuple(sorted([*fixed, *near], key=lambda pair: (-pair[1], pair[0])))

    def _unit(self, number: int, text: str) -> int:
        key = (number, text)
        if key not in self._units:
            self._units[key] = self._add(number, -1, text, 0, len(text))
        return self._units[key]

    def _add(self, document: int, passage: int, text: str, van: int, tot: int) -> int:
        sentence = text[van:tot]
        tokens = tuple(tokenize(sentence))
        zin = Zin(id=len(self.zinnen), document=document, passage=passage, van=van, tot=tot, tekst=sentence, tokens=tokens)
        self.zinnen.append(zin)
        for place, token in enumerate(tokens):
            for word in _forms(token.woord):
                self._types[word].append((zin.id, place))
        for klasse, offset in find_klassen(sentence):
            self._types[klasse].append((zin.id, _token_at(tokens, offset)))
        for verb, place in separable_verbs(sentence, tokens):
            self._types[verb].append((zin.id, place))
        return zin.id

    # -- looking up -------------------------------------------------------------------------

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
        for type_, quality in self._matching_types(fold(word), whole=whole):
            for zin, place in self._types[type_]:
                yield zin, place, quality

    def _matching_types(self, word: str, *, whole: bool) -> list[tuple[str, float]]:
        keys = (word,) if whole else term_keys(word)
        exact = {type_: 1.0 for key in keys for type_ in self._lemma_types.get(key, ())}
        if not whole and len(word) >= _MIN_PART:
            for lemma in self._grams.get(word[:_MIN_PART], set()) & self._grams.get(word[-_MIN_PART:], set()):
                quality = part_quality(lemma, word)
                for type_ in self._lemma_types[lemma] if quality else ():
                    exact[type_] = max(quality, exact.get(type_, 0.0))
        return sorted(exact.items())


def _merge(first: list[Treffer], second: list[Treffer]) -> list[Treffer]:
    """All places of both, in order; where both stand the better one, or else the first."""
    places = {treffer.plek: treffer for treffer in first}
    for treffer in second:
        old = places.get(treffer.plek)
        if old is None or treffer.kwaliteit > old.kwaliteit:
            places[treffer.plek] = treffer
    return [places[plek] for plek in sorted(places)]


def _cells_of(passage: Passage) -> list[tuple[str, int, int]]:
    """The cells of a row that say something by themselves: column header, and where they stand in its text."""
    found: list[tuple[str, int, int]] = []
    start = 0
    for kop, value, _ref in passage.cellen:
        van = passage.tekst.find(value, start) if value else -1
        if van >= 0:
            start = van + len(value)
            if len(value.split()) >= _MIN_CELL:
                found.append((kop, van, start))
    return found


def _units_of(passage: Passage) -> list[tuple[int, int]]:
    """A table row is one unit; other text is split into sentences."""
    return [(0, len(passage.tekst))] if passage.cellen else split_sentences(passage.tekst)


def _forms(word: str) -> tuple[str, ...]:
    """A hyphenated word counts as itself and as its parts: *skj-registratie* holds *skj*."""
    return (word, *(part for part in word.split("-") if part)) if "-" in word else (word,)


def term_keys(word: str) -> tuple[str, ...]:
    """The lemmas a term of a kader stands for: itself and, for an inflected form, its base."""
    found = lemmas(word)
    return (word,) if word.endswith("en") and len(found) > 1 and found[0] == found[1] else found[:2]


def _token_at(tokens: tuple[Token, ...], offset: int) -> int:
    for place, token in enumerate(tokens):
        if token.tot > offset:
            return place
    return max(len(tokens) - 1, 0)


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
