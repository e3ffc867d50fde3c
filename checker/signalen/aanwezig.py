"""Aanwezig: which documents, annexes, codes and titles a dossier holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.bewijs.uitspraak import fold_keep_length
from checker.dossier.passage import Soort
from checker.dossier.tabelkop import TABELKOP
from checker.registers.soort import plain

if TYPE_CHECKING:
    from checker.dossier.document import Document
    from checker.dossier.passage import Passage
    from checker.signalen.beeld import Beeld, Regel

_LEADING = re.compile(r"^(\d{1,3})[ ._-]")
_FIRST = 8
_STOP = frozenset(("voor", "van", "met", "het", "een", "versie", "alleen", "over", "naar", "tot", "bij"))


class Aanwezig:
    """Answers whether a reference leads to something in the dossier."""

    def __init__(self, beeld: Beeld) -> None:
        """Read names, titles, headings and codes once."""
        self._beeld = beeld
        self._names = {d.pad: plain(f"{_stem(d)} {d.titel}") for d in beeld.documenten}
        self._numbers = {
            int(match.group(1)) for d in beeld.documenten if (match := _LEADING.match(d.pad.rsplit("/", 1)[-1]))
        }
        self._numbered = len(self._numbers) * 2 >= len(beeld.documenten)
        self._codes = self._read_codes()

    def bestand(self, number: int) -> bool:
        """Whether a file has this number; in a dossier without numbers nothing is known to miss."""
        return not self._numbered or number in self._numbers

    def bestandsnaam(self, name: str) -> bool:
        """Whether a file has this name."""
        wanted = plain(name)
        return any(plain(d.pad.rsplit("/", 1)[-1]).endswith(wanted) for d in self._beeld.documenten)

    def code(self, letter: str, number: str) -> bool:
        """Whether a document carries this code in its name, title, first lines or running header."""
        return f"{letter}{number}".lower() in self._codes

    def bijlage(self, mark: str, document: Document | None) -> bool:
        """Whether a heading or file is this annex: of one document, or of any when it is None."""
        start = re.compile(rf"^bijlagen? {re.escape(mark)}\b")
        for own in [document] if document is not None else self._beeld.documenten:
            if any(p.soort is Soort.KOP and start.match(plain(p.tekst)) for p in own.passages):
                return True
            if any(start.match(plain(p.tekst)) and _is_title(p) for p in own.passages if p.soort is Soort.ALINEA):
                return True
        return any(re.search(rf"\bbijlage {re.escape(mark)}\b", name) for name in self._names.values())

    def titel(self, name: str, regel: Regel) -> bool:
        """Whether a file, title or other heading has the words of this name."""
        words = [w for w in plain(name).split() if len(w) > 3 and w not in _STOP] or plain(name).split()
        first = words[:2]
        if any(all(w[:7] in text for w in first) for pad, text in self._names.items()):
            return True
        return any(all(w[:7] in heading for w in words[:3]) for heading in self._headings(regel))

    def document(self, pattern: str, kind: str, regel: Regel) -> bool:
        """Whether a file is of this kind or is named so, or another section has it as its heading."""
        if kind and kind in self._beeld.aanwezig:
            return True
        search = re.compile(pattern)
        if any(search.search(fold_keep_length(_stem(d).replace("_", " "))) for d in self._beeld.documenten):
            return True
        if any(search.search(fold_keep_length(d.titel)) for d in self._beeld.documenten):
            return True
        return any(search.search(heading) for heading in self._headings(regel, folded=True))

    def _headings(self, regel: Regel, *, folded: bool = False) -> list[str]:
        """All headings with text of their own below them, but not those above the reference itself."""
        own = set(regel.passage.vindplaats.sectie)
        make = fold_keep_length if folded else plain
        return [
            make(p.tekst) for d in self._beeld.documenten for p in d.passages
            if p.soort is Soort.KOP and TABELKOP not in p.kenmerken and not (d.pad == regel.document.pad and p.tekst in own)
        ]

    def _read_codes(self) -> frozenset[str]:
        codes: set[str] = set()
        for document in self._beeld.documenten:
            first = " ".join(p.tekst for p in document.passages[:_FIRST] if _is_title(p))
            running = " ".join(p.tekst for p in document.passages if p.soort is Soort.KOPREGEL)
            text = f"{_stem(document).replace('_', ' ')} {first} {running}"
            codes.update(f"{a}{b}".lower() for a, b in re.findall(r"\b([A-Z]) ?(\d{1,2}(?:\.\d{1,2})+)", text))
        return frozenset(codes)


def _is_title(passage: Passage) -> bool:
    """A heading or a short line; a sentence with a code refers to another document."""
    return passage.soort is Soort.KOP or (len(passage.tekst) <= 60 and not passage.tekst.rstrip().endswith("."))


def _stem(document: Document) -> str:
    return document.pad.rsplit("/", 1)[-1].rsplit(".", 1)[0]
