"""Edits of a dossier in memory: cited sentences taken out or put differently, all else as it was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from bench.goud import overlaps, quotes, words
from checker.dossier.document import Document, Dossier
from checker.dossier.passage import Passage
from checker.taal.zinnen import split_sentences

# Every key under which labellers cite evidence, agreed upon or not, direct or indirect.
BEWIJS = ("bewijs", "bewijs_mogelijk", "bewijs_ook", "bewijs_overig")
_SHARE, _SIZE, _LONG = 0.4, 3, 5

Edit = Callable[[str], str]


@dataclass(frozen=True, slots=True, order=True)
class Plek:
    """A sentence or table row: positions of its document and passage, offsets in the passage."""

    document: int
    passage: int
    van: int
    tot: int


@dataclass(frozen=True, slots=True)
class Citaat:
    """What a labeller cites: the text, and the end of the path of its document."""

    document: str
    tekst: str


class Zinnen:
    """The sentences of a dossier, to be found by what labellers cite."""

    def __init__(self, dossier: Dossier) -> None:
        """Note for every three words in a row in which sentences they stand."""
        self.dossier = dossier
        self._texts: dict[Plek, tuple[str, ...]] = dict(_texts(dossier))
        self._triples: dict[tuple[str, ...], list[Plek]] = defaultdict(list)
        for plek, texts in self._texts.items():
            for triple in sorted({t for text in texts for t in _triples(text)}):
                self._triples[triple].append(plek)

    def cited(self, citaten: Iterable[Citaat]) -> frozenset[Plek]:
        """The sentences that would be called a hit on one of the quotes (``overlaps``), wherever they stand.

        A text of a few words is a hit by chance in any long quote that holds them; it counts only in the cited
        document and when all of it stands in the quote.
        """
        found: set[Plek] = set()
        for citaat in citaten:
            near = {plek for triple in _triples(citaat.tekst) for plek in self._triples.get(triple, ())}
            found.update(plek for plek in near if any(self._hit(plek, text, citaat) for text in self._texts[plek]))
        return frozenset(found)

    def _hit(self, plek: Plek, text: str, citaat: Citaat) -> bool:
        if len(words(text)) >= _LONG:
            return overlaps(text, citaat.tekst, _SHARE)
        return self.dossier.documenten[plek.document].pad.endswith(citaat.document) and _spaced(text) in _spaced(citaat.tekst)

    def all(self) -> frozenset[Plek]:
        """Every sentence and table row."""
        return frozenset(self._texts)

    def text(self, plek: Plek) -> str:
        """The text of a sentence or row."""
        return self.passage(plek).tekst[plek.van : plek.tot]

    def passage(self, plek: Plek) -> Passage:
        """The passage in which a sentence stands."""
        return self.dossier.documenten[plek.document].passages[plek.passage]


def evidence(label: dict[str, Any], *keys: str) -> list[Citaat]:
    """What the labellers cite as evidence of a norm; without ``keys`` all of it."""
    return [Citaat(q.get("document", ""), q["citaat"]) for q in quotes(label, *(keys or BEWIJS))]


def edit_dossier(dossier: Dossier, plekken: Iterable[Plek], edit: Edit) -> Dossier:
    """A dossier with ``edit`` done on some sentences; a row loses its cells when nothing is left of it.

    A list item keeps its lead sentence apart; when that sentence is edited, it is edited there too.
    """
    per_document: dict[int, list[Plek]] = defaultdict(list)
    for plek in sorted(plekken):
        per_document[plek.document].append(plek)
    return replace(
        dossier,
        documenten=tuple(
            _edit_document(document, per_document[number], edit) if number in per_document else document
            for number, document in enumerate(dossier.documenten)
        ),
    )


def remove(text: str) -> str:
    """The edit that takes a sentence out."""
    del text
    return ""


def _edit_document(document: Document, plekken: list[Plek], edit: Edit) -> Document:
    per_passage: dict[int, list[Plek]] = defaultdict(list)
    for plek in plekken:
        per_passage[plek.passage].append(plek)
    old = sorted({document.passages[p.passage].tekst[p.van : p.tot] for p in plekken})
    return replace(
        document,
        passages=tuple(_edit_lead(_edit_passage(p, per_passage.get(n, []), edit), old, edit) for n, p in enumerate(document.passages)),
    )


def _edit_passage(passage: Passage, plekken: list[Plek], edit: Edit) -> Passage:
    if not plekken:
        return passage
    if passage.cellen:
        return _edit_row(passage, edit)
    text = passage.tekst
    for plek in reversed(plekken):
        text = text[: plek.van] + edit(text[plek.van : plek.tot]) + text[plek.tot :]
    return replace(passage, tekst=text.strip() and text)


def _edit_row(passage: Passage, edit: Edit) -> Passage:
    cells = tuple((header, edit(value), ref) for header, value, ref in passage.cellen)
    if not any(value for _header, value, _ref in cells):
        return replace(passage, tekst="", cellen=())
    text = passage.tekst
    for (_h, old, _r), (_header, new, _ref) in zip(passage.cellen, cells, strict=True):
        text = text.replace(old, new, 1) if old else text
    return replace(passage, tekst=text, cellen=cells)


def _edit_lead(passage: Passage, old: list[str], edit: Edit) -> Passage:
    lead = passage.inleiding
    for text in old:
        if lead and text in lead:
            lead = lead.replace(text, edit(text)).strip()
    return passage if lead == passage.inleiding else replace(passage, inleiding=lead)


def _texts(dossier: Dossier) -> Iterator[tuple[Plek, tuple[str, ...]]]:
    for number, document in enumerate(dossier.documenten):
        for position, passage in enumerate(document.passages):
            if passage.cellen:
                yield Plek(number, position, 0, len(passage.tekst)), (passage.tekst, *(v for _h, v, _r in passage.cellen if v))
            else:
                for van, tot in split_sentences(passage.tekst):
                    yield Plek(number, position, van, tot), (passage.tekst[van:tot],)


def _triples(text: str) -> set[tuple[str, ...]]:
    row = words(text)
    return {tuple(row[i : i + _SIZE]) for i in range(len(row) - _SIZE + 1)}


def _spaced(text: str) -> str:
    return f" {' '.join(words(text))} "
