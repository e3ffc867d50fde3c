"""Limits on what one file may cost to read, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from checker.errors import CheckerError

_MB = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limieten:
    """Bounds per file and per dossier; real dossiers stay far below them.

    They are set by who runs the program, never by a file in the dossier: that may be a stranger's.

    Attributes:
        bestand_bytes: a larger office file is a container of pictures or an attack.
        pdf_bytes: scans make PDFs larger than office files.
        bestanden: number of files in a dossier; more is a whole disk by mistake.
        pakket_delen: parts in an office package (largest seen in practice: 382).
        pakket_bytes: declared unpacked size of a package (largest seen: 114 MB).
        xml_bytes: one XML part; parsing costs about twenty times its size in memory.
        archief_bestanden: documents in one archive; a whole dossier fits in it.
        pakket_overlap: compressed parts together against the file; more means overlapping parts.
        tekst_tekens: text taken from one file; beyond it the rest is left out and said so.
        pdf_paginas: pages read of one PDF.
        pixels: pixels of one rendered page, for text recognition.
        cellen: bounding box of one sheet; one far corner cell otherwise fills the memory.
        rijen: rows read of one sheet.
        nesting_mail: mails inside mails.
        nesting_html: open elements in a web page.
        seconden: time for one file.
        seconden_pagina: extra time for each page.
        seconden_ocr: time to recognise one scanned page.
        seconden_omzetten: time for LibreOffice to convert an old file.
        ocr_paginas: scanned pages recognised per file; 0 switches recognition off.
        geheugen_bytes: address space of a reading process, where the system can bound it.
    """

    bestand_bytes: int = 100 * _MB
    pdf_bytes: int = 300 * _MB
    bestanden: int = 2_000
    pakket_delen: int = 10_000
    pakket_bytes: int = 300 * _MB
    xml_bytes: int = 64 * _MB
    archief_bestanden: int = 500
    pakket_overlap: float = 1.1
    tekst_tekens: int = 20_000_000
    pdf_paginas: int = 5_000
    pixels: int = 25_000_000
    cellen: int = 20_000_000
    rijen: int = 200_000
    nesting_mail: int = 5
    nesting_html: int = 500
    seconden: float = 10.0
    seconden_pagina: float = 0.1
    seconden_ocr: float = 30.0
    seconden_omzetten: float = 60.0
    ocr_paginas: int = 200
    geheugen_bytes: int = 2 * 1024 * _MB


class OngeldigeLimiet(CheckerError):  # noqa: N818 - errors have Dutch names
    """A limit that does not exist or has no number."""

    _TEXT = (
        "De limiet '{tekst}' klopt niet: {oorzaak}. Schrijf NAAM=GETAL, bijvoorbeeld seconden=30 of "
        "pdf_bytes=500MB. Deze namen bestaan: {namen}."
    )


def parse_limieten(texts: Iterable[str]) -> Limieten:
    """Return the limits with those replaced that are given as ``name=number``.

    Raises:
        OngeldigeLimiet: a name that is no limit, or no number above zero.
    """
    kinds = {field.name: float if field.type == "float" else int for field in fields(Limieten)}
    given: dict[str, Any] = {}
    for text in texts:
        name, _, number = (part.strip() for part in text.partition("="))
        if name not in kinds:
            raise OngeldigeLimiet(tekst=text, oorzaak="deze naam bestaat niet", namen=", ".join(sorted(kinds)))
        value = _number(number)
        if value is None or (value == 0 and name != "ocr_paginas"):
            raise OngeldigeLimiet(tekst=text, oorzaak="er staat geen getal groter dan nul", namen=", ".join(sorted(kinds)))
        given[name] = kinds[name](value)
    return Limieten(**given)


def _number(text: str) -> float | None:
    """A number from zero on, with MB for a size; None when it is none."""
    plain = text.upper().removesuffix("MB").strip()
    if not plain.replace(".", "", 1).isdecimal() or len(plain) > 15:
        return None
    return float(plain) * (_MB if plain != text.upper().strip() else 1)
