"""Text recognition of scans with the program Tesseract, in Dutch."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from checker.dossier.fouten import Gescand, Leeg
from checker.dossier.oud import lifted_limits
from checker.dossier.tekst import join_hyphens

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

    from checker.dossier.bouwer import Bouwer
    from checker.dossier.bron import Bron

_DPI = 200
_PLACES = (r"C:\Program Files\Tesseract-OCR\tesseract.exe", "/opt/homebrew/bin/tesseract")
_WORDS = ("tessdata", "tesseract*/tessdata", "tesseract*/*/tessdata")  # beside the program, or in the share beside its folder
_WORD_LEVEL = "5"
_MIN_CONFIDENCE = 30.0


def at_hand() -> tuple[str, ...]:
    """Return the files that recognition would work with, without starting it: the program and its Dutch words."""
    program = _program()
    if not program:
        return ()
    bases = sorted({Path(program).parent, Path(program).resolve().parent})
    roots = [root for base in bases for root in (base, base.parent / "share")]
    folders = [folder for root in roots for pattern in _WORDS for folder in root.glob(pattern)]
    given = os.environ.get("TESSDATA_PREFIX")
    folders += [Path(given), Path(given, "tessdata")] if given else []
    return (program, *sorted(str(folder / "nld.traineddata") for folder in folders))


def _program() -> str:
    return shutil.which("tesseract") or next((p for p in _PLACES if Path(p).exists()), "")


@functools.cache
def tesseract() -> str:
    """Return the path of Tesseract when it knows Dutch, or nothing."""
    program = _program()
    if not program:
        return ""
    try:
        result = subprocess.run([program, "--list-langs"], capture_output=True, timeout=10, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return program if b"nld" in result.stdout + result.stderr else ""


def advies() -> str:
    """Say what to do about a scan that was not read."""
    return (
        "Installeer Tesseract met de taal Nederlands (nld) en draai de toets nog een keer."
        if not tesseract()
        else "De tekstherkenning vond geen leesbare tekst of stond uit."
    )


def pages_of(pdf: PdfDocument, numbers: list[int], bron: Bron) -> dict[int, str]:
    """Recognise pages of a PDF; pages without a result are absent."""
    found: dict[int, str] = {}
    for nr in numbers[: bron.limieten.ocr_paginas]:
        if not tesseract():
            break
        bron.more_time(bron.limieten.seconden_ocr)
        text = _recognise(_picture(pdf, nr, bron.limieten.pixels), bron.limieten.seconden_ocr)
        if text:
            found[nr] = text
    return found


def read_image(bron: Bron, bouwer: Bouwer) -> None:
    """Read a photo or scan that is a file of its own."""
    if not tesseract() or not bron.limieten.ocr_paginas:
        raise Gescand(advies=advies())
    bron.more_time(bron.limieten.seconden_ocr)
    text = _recognise(bron.data, bron.limieten.seconden_ocr)
    if not text:
        raise Leeg(oorzaak="op dit plaatje is geen tekst herkend")
    bouwer.paginas = 1
    bouwer.new_page(1)
    for part in text.split("\n\n"):
        bouwer.alinea(part, kenmerken=frozenset({"ocr"}))
    bouwer.meldingen.append("Dit plaatje is met tekstherkenning gelezen; vergelijk citaten met het origineel.")


def _picture(pdf: PdfDocument, nr: int, pixels: int) -> bytes:
    """Render a page in grey as a plain picture file (PGM), which needs no picture library."""
    page = pdf[nr - 1]
    area = page.get_width() * page.get_height()
    scale = min(_DPI / 72, (pixels / max(area, 1.0)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    raw = bytes(bitmap.buffer)
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    rows = b"".join(raw[y * stride : y * stride + width] for y in range(height))
    return b"P5 %d %d 255\n" % (width, height) + rows


def _recognise(picture: bytes, seconds: float) -> str:
    command = [tesseract(), "stdin", "stdout", "-l", "nld", "--dpi", str(_DPI), "tsv"]
    env = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        with lifted_limits():
            result = subprocess.run(  # noqa: S603
                command, input=picture, capture_output=True, timeout=seconds, check=False, env=env
            )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return _paragraphs(result.stdout.decode("utf-8", "replace"))


def _paragraphs(tsv: str) -> str:
    """Join the recognised words by line and paragraph."""
    lines: dict[tuple[str, str], dict[str, list[str]]] = {}
    for row in tsv.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] != _WORD_LEVEL or not cells[11].strip():
            continue
        if float(cells[10]) >= _MIN_CONFIDENCE:
            paragraph = lines.setdefault((cells[2], cells[3]), {})
            paragraph.setdefault(cells[4], []).append(cells[11])
    texts = (join_hyphens([" ".join(words) for words in p.values()]) for p in lines.values())
    return "\n\n".join(text for text in texts if any(c.isalpha() for c in text))
