"""Zinnen: the sentences of a dossier, each with what stands around it, and where every word form stands in them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.taal.klassen import find_klassen
from checker.taal.scheidbaar import separable_verbs
from checker.taal.woorden import Token, tokenize
from checker.taal.zinnen import split_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.dossier.document import Document, Dossier
    from checker.dossier.passage import Passage

# A cell with so many words says something by itself.
_MIN_CELL = 4


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


class Zinnen:
    """A dossier cut into sentences; headings, leads and file names are units that sentences share as their context.

    Attributes:
        alle: all units, by id.
        context: per sentence the units around it, with how well each speaks for it (0 to 1), best first.
        plekken: per word form the (unit, token) places where it stands, in order.
    """

    def __init__(self, dossier: Dossier) -> None:
        """Read all passages of a dossier."""
        self.alle: list[Zin] = []
        self.context: dict[int, tuple[tuple[int, float], ...]] = {}
        self.plekken: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._units: dict[tuple[int, str], int] = {}
        first = {document.sha256: number for number, document in reversed(list(enumerate(dossier.documenten))) if document.sha256}
        for number, document in enumerate(dossier.documenten):
            if first.get(document.sha256, number) == number:  # a file that stands in the dossier twice says everything once
                self._add_document(number, document)

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
        zin = Zin(id=len(self.alle), document=document, passage=passage, van=van, tot=tot, tekst=sentence, tokens=tokens)
        self.alle.append(zin)
        for place, token in enumerate(tokens):
            for word in _forms(token.woord):
                self.plekken[word].append((zin.id, place))
        for klasse, offset in find_klassen(sentence):
            self.plekken[klasse].append((zin.id, _token_at(tokens, offset)))
        for verb, place in separable_verbs(sentence, tokens):
            self.plekken[verb].append((zin.id, place))
        return zin.id


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


def _token_at(tokens: tuple[Token, ...], offset: int) -> int:
    for place, token in enumerate(tokens):
        if token.tot > offset:
            return place
    return max(len(tokens) - 1, 0)
