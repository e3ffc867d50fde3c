"""Passage: the smallest quotable unit of a document, with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Soort(StrEnum):
    """What kind of block a passage is in its document."""

    KOP = "kop"
    ALINEA = "alinea"
    LIJSTITEM = "lijstitem"
    TABELRIJ = "tabelrij"
    KOPREGEL = "kopregel"  # running header or footer, kept once per document
    VOETNOOT = "voetnoot"
    OPMERKING = "opmerking"  # comment, note of a slide
    FORMULIER = "formulier"  # form field with its value
    INHOUDSOPGAVE = "inhoudsopgave"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vindplaats:
    """Where a passage stands: page (from 1) where the format has pages, headings, and a spot.

    ``plaats`` is what a person can look up: "alinea 12", "tabel 2, rij 4",
    "blad Klachten, rij 7", "dia 3", "regel 40".
    """

    pagina: int | None = None
    sectie: tuple[str, ...] = ()
    plaats: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A block of text of one document, in reading order.

    Attributes:
        nr: position in the document, from 0, without gaps.
        tekst: the literal text; for a table row the cells joined as "kolom: waarde | ...".
        citaatbron: for a table row the literal cell texts; quotes are taken from here.
            Empty means that ``tekst`` is literal.
        inleiding: for a list item what introduces its list; in a list inside an item first what
            introduces the outer list, then that item, each on a line of its own.
        cellen: for a table row (column header, value, cell reference such as "B4") per cell.
        kenmerken: flags such as "verborgen", "ingevoegd" (tracked insertion), "ocr",
            "geciteerd" (said by somebody else), "tekstvak".
    """

    nr: int
    soort: Soort
    tekst: str
    vindplaats: Vindplaats
    inleiding: str = ""
    cellen: tuple[tuple[str, str, str], ...] = ()
    kenmerken: frozenset[str] = field(default_factory=frozenset)
