"""Documentstatus: what a whole document says of itself: a concept, withdrawn, or valid until a day that has passed.

It says so in its name or folder, in a running header or watermark, or in a line above its first chapter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.bewijs.geldigheid import outside
from checker.bewijs.koppen import kolomnaam
from checker.bewijs.uitspraak import Uitspraak, find_cue, first_told, fold_keep_length
from checker.dossier.passage import Soort
from checker.taal.zinnen import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.dossier.document import Document
    from checker.dossier.passage import Passage

# So many passages from the start hold what a document says of itself, in sentences of at most so many words.
_FIRST, _LONGEST, _STATUS = 15, 16, 2
_KINDS = {"document_concept": "in_ontwikkeling", "document_oud": "historisch"}
_STATUS_LABELS = ("status", "documentstatus")
_NAMES = {"naam_concept": "in_ontwikkeling", "naam_oud": "historisch"}


def document_status(document: Document, peildatum: str) -> Uitspraak | None:
    """Why nothing in a document counts; None when it says no such thing of itself."""
    return _by_name(document.pad) or _by_text(document.passages) or _by_validity(document.passages, peildatum)


def _by_name(pad: str) -> Uitspraak | None:
    parts = pad.replace("\\", "/").split("/")
    parts[-1] = parts[-1].rsplit(".", 1)[0]
    for part in parts:
        name = fold_keep_length(part.replace("_", " ").replace("-", " ")).strip()
        told = first_told(_NAMES, name)
        if told:
            return Uitspraak(told.soort, f"{told.cue} in de bestandsnaam")
    return None


def _by_text(passages: Sequence[Passage]) -> Uitspraak | None:
    lines = [*_own_lines(passages), *(fold_keep_length(p.tekst) for p in passages if p.soort is Soort.KOPREGEL)]
    told = next((found for line in lines if (found := _told(line))), None)
    # A table of versions names its concepts beside what was settled.
    settled = any(find_cue("document_vast", line) and not _told(line) for line in _status_rows(passages))
    return told if not settled else None


def _told(line: str) -> Uitspraak | None:
    return first_told(_KINDS, line) if len(line.split()) <= _LONGEST else None


def _own_lines(passages: Sequence[Passage]) -> Iterator[str]:
    """The sentences above the first chapter, and the rows that name a status."""
    for passage in _opening(passages):
        for start, end in split_sentences(passage.tekst):
            yield fold_keep_length(passage.tekst[start:end])
    yield from _status_rows(passages)


def _opening(passages: Sequence[Passage]) -> list[Passage]:
    """What stands above the first chapter: up to the second heading; a heading that is nothing but a status belongs to it."""
    found: list[Passage] = []
    headings = 0
    for passage in passages[:_FIRST]:
        status = passage.soort is Soort.KOP and len(passage.tekst.split()) <= _STATUS
        headings += passage.soort is Soort.KOP and not (status and _told(fold_keep_length(passage.tekst)))
        if headings > 1:
            break
        if status or (passage.soort in (Soort.ALINEA, Soort.LIJSTITEM) and not passage.cellen):
            found.append(passage)
    return found


def _status_rows(passages: Sequence[Passage]) -> Iterator[str]:
    """Every "status: ..." of the tables at the start, as a line."""
    for passage in passages[:_FIRST]:
        cellen = passage.cellen
        labelled = [(kop, value) for kop, value, _ref in cellen] + ([(cellen[0][1], cellen[1][1])] if len(cellen) > 1 else [])
        yield from (f"status: {fold_keep_length(value)}" for label, value in labelled if kolomnaam(label) in _STATUS_LABELS)


def _by_validity(passages: Sequence[Passage], peildatum: str) -> Uitspraak | None:
    if any(find_cue("verlengt_zich", fold_keep_length(passage.tekst)) for passage in passages):
        return None
    for passage in _opening(passages):
        other = outside(passage.tekst, peildatum) if find_cue("geldigheidsregel", fold_keep_length(passage.tekst)) else None
        if other:
            return other
    return None
