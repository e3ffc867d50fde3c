"""Citaat: the literal words of a sentence, where they stand, and whether they are found back there."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.dossier.document import Document
    from checker.dossier.passage import Passage
    from checker.index import Zin
    from checker.resultaat import Bewijs

_CONTEXT, _MAX_QUOTE = 700, 600  # characters


def fingerprint(sha256: str, citaat: str) -> str:
    """Short hash that ties a quote to the file it was read from."""
    return hashlib.sha256(f"{sha256}\n{citaat}".encode()).hexdigest()[:16]


def quote(passage: Passage, unit: Zin) -> str:
    """The literal text of a sentence; of a table row the cell that says most."""
    if not passage.cellen or unit.tekst != passage.tekst:
        return unit.tekst[:_MAX_QUOTE]
    values = [value for _header, value, _ref in passage.cellen if value.strip()]
    return max(values, key=lambda v: (len(v), v))[:_MAX_QUOTE] if values else unit.tekst[:_MAX_QUOTE]


def place_of(passage: Passage, unit: Zin) -> str:
    """Where a sentence stands in its document; of a table row also the cell that its quote is from."""
    if not passage.cellen:
        return passage.vindplaats.plaats
    cell = quote(passage, unit)
    ref = next((ref for _h, value, ref in passage.cellen if value[:_MAX_QUOTE] == cell and ref), "")
    return f"{passage.vindplaats.plaats}, cel {ref}" if ref else passage.vindplaats.plaats


def context_of(passage: Passage, unit: Zin) -> str:
    """The passage around a sentence with its lead, cut off when it is long."""
    text = f"{passage.inleiding} {passage.tekst}".strip() if passage.inleiding else passage.tekst
    if len(text) <= _CONTEXT:
        return text
    start = max(0, unit.van - _CONTEXT // 3)
    return ("… " if start else "") + text[start : start + _CONTEXT] + " …"


def str_in(wanted: str, text: str) -> bool:
    """Whether a quote stands literally in a text."""
    return wanted in text


def stands_in(bewijs: Bewijs, document: Document, found: Callable[[str, str], bool] = str_in) -> bool:
    """Whether a quote is found back literally in its document (white space aside).

    ``found`` tells whether a quote stands in a text; it may know quotes in which something is masked.
    """
    wanted = " ".join(bewijs.citaat.split())
    if bewijs.sha256 != document.sha256 or bewijs.vingerafdruk != fingerprint(document.sha256, bewijs.citaat):
        return False
    for passage in document.passages:
        texts = [value for _h, value, _r in passage.cellen] if passage.cellen else [passage.tekst]
        if any(found(wanted, " ".join(text.split())) for text in texts):
            return True
    return False
