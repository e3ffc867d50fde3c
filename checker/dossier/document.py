"""Document: one file of a dossier with its state and its passages."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from checker.dossier.passage import Passage


class Toestand(StrEnum):
    """What became of a file: read, in part, or why not."""

    GELEZEN = "gelezen"
    DEELS = "deels"
    SCAN = "scan"
    VERSLEUTELD = "versleuteld"
    LEEG = "leeg"
    TE_GROOT = "te_groot"
    FOUT = "fout"
    OVERGESLAGEN = "overgeslagen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file of the dossier as read.

    Attributes:
        pad: path relative to the dossier, with forward slashes.
        soort: file type by content: docx, pdf, xlsx, odt, ods, pptx, md, txt, html, eml, ...
        paginas: number of pages, slides or sheets; None where the format has none.
        melding: Dutch sentence for the reader of the report; empty when all is well.
        titel: title from the properties or the first heading; may be empty.
        eigenschappen: (name, value) pairs worth judging by, such as ("gewijzigd", "2024-03-01"),
            ("auteur", "..."), ("heeft_wijzigingen", "ja"), ("macros", "ja").
    """

    pad: str
    sha256: str
    soort: str
    toestand: Toestand
    paginas: int | None = None
    melding: str = ""
    titel: str = ""
    eigenschappen: tuple[tuple[str, str], ...] = ()
    passages: tuple[Passage, ...] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """All documents of a folder, sorted by path, and the name of the practice."""

    naam: str
    documenten: tuple[Document, ...]
