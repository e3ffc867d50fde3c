"""Beeld: the dossier as the signalen look at it, sentence by sentence, with its registers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from checker.bewijs.documentsoort import find_held
from checker.bewijs.uitspraak import fold_keep_length
from checker.dossier.document import Toestand
from checker.dossier.passage import Soort
from checker.dossier.tabelkop import TABELKOP
from checker.registers.register import Register, find_registers
from checker.taal.zinnen import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.bewijs.documentsoort import Documentsoort
    from checker.dossier.document import Document, Dossier
    from checker.dossier.passage import Passage
    from checker.profiel import Profiel

_BLADEN = frozenset(("xlsx", "xls", "xlsm", "xlsb", "ods", "csv"))
_EIGEN = frozenset(("naam", "nummer", "uren"))  # columns in which every cell differs
_CITAAT_KOP = re.compile(r"wettelijk kader|wet- en regelgeving|juridisch kader|wat zegt de wet|aangehaald")
_CITAAT_BRON = re.compile(r"\((jij-kader|uit (de|het) |kwaliteitskader|jeugdwet|vgl\.|artikel )[^)]*\)\s*$")
_MAX_CITAAT = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A sentence or a table row: ``laag`` is the text in lower case without accents, same length.

    ``koppen`` are the headings above it, folded; ``overgenomen`` text speaks for a law or a kader.
    """

    document: Document
    soort: str
    passage: Passage
    tekst: str
    laag: str
    koppen: str
    overgenomen: bool

    @property
    def rij(self) -> bool:
        """Whether this is a table row."""
        return bool(self.passage.cellen)

    def citaat(self, van: int, tot: int) -> tuple[str, str]:
        """The literal quote and the place for a match: of a table row the cell that holds it."""
        plaats = self.passage.vindplaats.plaats
        if not self.rij:
            return self.tekst[:_MAX_CITAAT], plaats
        found = self.tekst[van:tot]
        for _kop, waarde, ref in self.passage.cellen:
            if found in waarde or (waarde and waarde in found):
                return waarde[:_MAX_CITAAT], f"{plaats}, cel {ref}"
        tail = [(w, ref) for kop, w, ref in self.passage.cellen if w and kop and kop in found] or [
            (w, ref) for _kop, w, ref in self.passage.cellen if w and w[:20] in found
        ]
        waarde, ref = tail[-1] if tail else (self.passage.cellen[0][1], self.passage.cellen[0][2])
        return waarde[:_MAX_CITAAT], f"{plaats}, cel {ref}"


class Beeld:
    """Everything the signalen need: documents, sentences, registers, peildatum and profile."""

    def __init__(self, dossier: Dossier, soorten: Sequence[Documentsoort], peildatum: str, profiel: Profiel) -> None:
        """Look at a dossier as it was on the peildatum (``jjjj-mm-dd``)."""
        self.documenten = dossier.documenten
        self._soorten = {d.pad: s for d, s in zip(dossier.documenten, soorten, strict=True)}
        self.soort = {pad: soort.naam for pad, soort in self._soorten.items()}
        self.peildatum = date.fromisoformat(peildatum)
        self.profiel = profiel

    @cached_property
    def aanwezig(self) -> frozenset[str]:
        """All kinds of document in the dossier, also as a sheet of another."""
        return frozenset(kind for d in self.documenten for kind in find_held(d, self._soorten[d.pad]))

    @cached_property
    def registers(self) -> tuple[Register, ...]:
        """All registers, in order of document and table."""
        return tuple(register for document in self.documenten for register in find_registers(document))

    @cached_property
    def regels(self) -> tuple[Regel, ...]:
        """All sentences and table rows, except the rows of registers in sheets and the heads of empty tables."""
        rows = {
            id(rij.passage) for register in self.registers for rij in register.rijen
            if self._pad_soort[register.document] in _BLADEN
        }
        return tuple(
            regel for document in self.documenten for passage in document.passages
            if id(passage) not in rows and passage.soort is not Soort.INHOUDSOPGAVE and TABELKOP not in passage.kenmerken
            for regel in self._split(document, passage)
        )

    @cached_property
    def eigen_regels(self) -> tuple[Regel, ...]:
        """The sentences in which the practice speaks for itself: no headings, no copied law."""
        skip = (Soort.KOP, Soort.KOPREGEL)
        return tuple(r for r in self.regels if r.passage.soort not in skip and not r.overgenomen)

    def register_rows(self, pattern: re.Pattern[str]) -> Iterator[Regel]:
        """The rows of registers in sheets with a cell that matches; those are not among ``regels``."""
        documents = {document.pad: document for document in self.documenten}
        seen: dict[str, bool] = {}  # functions and remarks repeat: each text is searched once

        def matches(text: str) -> bool:
            if text not in seen:
                seen[text] = bool(pattern.search(text))
            return seen[text]

        for register in self.registers:
            if self._pad_soort[register.document] in _BLADEN:
                for rij in register.rijen:
                    cells = (c.tekst for id_, c in rij.cellen.items() if c.datum is None and id_ not in _EIGEN)
                    if any(matches(text) for text in cells):
                        yield from self._split(documents[register.document], rij.passage)

    @cached_property
    def per_document(self) -> dict[str, list[Regel]]:
        """The sentences and table rows of every document, by its path."""
        found: dict[str, list[Regel]] = {document.pad: [] for document in self.documenten}
        for regel in self.regels:
            found[regel.document.pad].append(regel)
        return found

    @cached_property
    def jeugdwet(self) -> bool:
        """Whether the practice works under the Jeugdwet, by its profile or else by its documents."""
        if self.profiel.bekend and self.profiel.wet:
            return "jeugdwet" in self.profiel.wet
        return any("jeugdwet" in regel.laag or "jeugdhulp" in regel.laag for regel in self.regels)

    @cached_property
    def _pad_soort(self) -> dict[str, str]:
        return {document.pad: document.soort for document in self.documenten}

    def is_blad(self, document: Document) -> bool:
        """Whether a document is a sheet: its tables keep things, they are no protocol."""
        return document.soort in _BLADEN

    @property
    def gelezen(self) -> tuple[Document, ...]:
        """The documents with text."""
        return tuple(d for d in self.documenten if d.toestand in (Toestand.GELEZEN, Toestand.DEELS))

    def _split(self, document: Document, passage: Passage) -> Iterator[Regel]:
        text = passage.tekst
        spans = [(0, len(text))] if passage.cellen else split_sentences(text)
        headings = " / ".join(fold_keep_length(kop) for kop in passage.vindplaats.sectie)
        mail = document.soort in ("eml", "msg")  # a quoted mail still speaks of this practice
        quoted = ("geciteerd" in passage.kenmerken and not mail) or bool(_CITAAT_KOP.search(headings))
        for van, tot in spans:
            low = fold_keep_length(text[van:tot])
            yield Regel(
                document=document, soort=self.soort[document.pad], passage=passage, tekst=text[van:tot], laag=low,
                koppen=headings, overgenomen=quoted or bool(_CITAAT_BRON.search(low)),
            )
