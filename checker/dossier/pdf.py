"""PDF: pages by pdfium with an own line walker, forms and comments, scans by recognition."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from checker.dossier import ocr
from checker.dossier.eigen import check_mark
from checker.dossier.eigenschappen import set_title
from checker.dossier.fouten import Beschadigd, Gescand, Versleuteld
from checker.dossier.passage import Soort
from checker.dossier.pdf_blokken import (
    Blok,
    join_pages,
    outline_key,
    page_blocks,
    set_levels,
)
from checker.dossier.pdf_formulier import fields_of
from checker.dossier.pdf_maat import known_words, measure
from checker.dossier.pdf_regels import Pagina, build_page, find_loose_tables, take_furniture
from checker.dossier.pdf_woorden import image_share, lines_of, words_of
from checker.dossier.tabel import add_table
from checker.dossier.tekst import add_text

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

    from checker.dossier.bouwer import Bouwer
    from checker.dossier.bron import Bron

_INDENT = 6  # points: more than the width of a digit
_SCAN_CHARS = 25
_SCAN_SHARE = 0.5
_UNREADABLE_SHARE = 0.3
_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")


def read(bron: Bron, bouwer: Bouwer) -> None:
    """Read a PDF."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(bron.data)
    except pypdfium2.PdfiumError as error:
        # PDFium repeats the error of the file before when a damaged file sets none of its own.
        if "password" in str(error).lower() and b"/Encrypt" in bron.data:
            raise Versleuteld from error
        _fallback(bron, bouwer)
        return
    try:
        _Lezer(pdf, bron, bouwer).read()
    finally:
        pdf.close()


def _fallback(bron: Bron, bouwer: Bouwer) -> None:
    """Read with a second library what the first cannot open."""
    import pypdf
    from pypdf.errors import PyPdfError

    try:
        reader = pypdf.PdfReader(io.BytesIO(bron.data))
        texts = [page.extract_text() for page in reader.pages[: bron.limieten.pdf_paginas]]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
        raise Beschadigd(oorzaak="het is geen geldige pdf") from error
    bouwer.paginas = len(texts)
    for nr, text in enumerate(texts, 1):
        bouwer.new_page(nr)
        add_text(text, bouwer)
    bouwer.warn("Deze pdf is beschadigd; de tekst is zo goed mogelijk gelezen.")


class _Lezer:
    """Reads one document page by page, then puts the blocks in order."""

    def __init__(self, pdf: PdfDocument, bron: Bron, bouwer: Bouwer) -> None:
        self._pdf = pdf
        self._bron = bron
        self._bouwer = bouwer
        self._scans: list[int] = []
        self._unread: list[int] = []
        self._garbled: list[int] = []
        self._edges: list[tuple[int, float]] = []  # page and left edge of an item and those it stands in
        self._fields: dict[int, list[tuple[Soort, str]]] = {}

    def read(self) -> None:
        """Read all pages and add the passages."""
        lim = self._bron.limieten
        total = len(self._pdf)
        self._bouwer.paginas = total
        self._bron.more_time(lim.seconden_pagina * min(total, lim.pdf_paginas))
        self._properties()
        if self._pdf.get_formtype():
            self._pdf.init_forms()
        pages = [self._page(nr) for nr in range(1, min(total, lim.pdf_paginas) + 1)]
        if total > lim.pdf_paginas:
            self._bouwer.warn(f"Alleen de eerste {lim.pdf_paginas} van {total} pagina's zijn gelezen.")
        recognised = ocr.pages_of(self._pdf, self._scans, self._bron)
        self._emit(pages, recognised)
        self._report(recognised)

    def _page(self, nr: int) -> Pagina:
        import pypdfium2

        try:
            page = self._pdf[nr - 1]
        except pypdfium2.PdfiumError:
            self._bouwer.warn(f"Pagina {nr} is niet te lezen.")
            return Pagina(nr, 1.0)
        words = words_of(page)
        self._fields[nr] = fields_of(self._pdf, page)
        chars = sum(len(word.text) for word in words)
        if chars < _SCAN_CHARS and image_share(page) > _SCAN_SHARE:
            self._scans.append(nr)
        elif _unreadable(words_text := "".join(w.text for w in words)) and words_text:
            self._garbled.append(nr)
            self._scans.append(nr)
            return Pagina(nr, page.get_height())
        return self._build(nr, page, words)

    @staticmethod
    def _build(nr: int, page: PdfPage, words: list) -> Pagina:  # type: ignore[type-arg]
        return build_page(nr, page.get_height(), words, lines_of(page))

    def _emit(self, pages: list[Pagina], recognised: dict[int, str]) -> None:
        furniture = take_furniture(pages)
        for page in pages:
            find_loose_tables(page)
        maat, known = measure(pages), known_words(pages)
        blocks = [block for page in pages for block in page_blocks(page, maat, known)]
        blocks = join_pages(blocks)
        set_levels(blocks, self._outline())
        by_page: dict[int, list[Blok]] = {}
        for block in blocks:
            by_page.setdefault(block.pagina, []).append(block)
        for page in pages:
            self._bouwer.new_page(page.nr)
            for text in (t for nr, t in furniture if nr == page.nr):
                self._bouwer.los(Soort.KOPREGEL, text, "kop- of voettekst")
            for block in by_page.get(page.nr, []):
                self._add(block, known)
            self._beside(page.nr, recognised)

    def _add(self, block: Blok, known: frozenset[str]) -> None:
        if block.soort == "tabel":
            add_table(self._bouwer, block.rijen)
        elif block.soort == "kop":
            self._bouwer.kop(block.text(known), block.niveau)
        elif block.soort == "item":
            self._bouwer.item(block.text(known), niveau=self._depth(block), label=block.label)
        elif block.soort == "inhoud":
            self._bouwer.los(Soort.INHOUDSOPGAVE, block.text(known))
        else:
            self._bouwer.alinea(block.text(known))

    def _depth(self, block: Blok) -> int:
        """The level of an item: how many items above it, on the same page, start further to the left."""
        x, edges = block.regels[0].x0, self._edges
        if not edges or edges[0][0] != block.pagina or self._bouwer.passages[-1].soort is not Soort.LIJSTITEM:
            edges.clear()
        while edges and x < edges[-1][1] + _INDENT:
            edges.pop()
        edges.append((block.pagina, x))
        return min(len(edges) - 1, 8)

    def _beside(self, nr: int, recognised: dict[int, str]) -> None:
        for soort, text in self._fields.get(nr, []):
            self._bouwer.los(soort, text, "formulierveld" if soort == Soort.FORMULIER else "opmerking")
        if nr in recognised:
            before, self._bouwer.kenmerken = self._bouwer.kenmerken, frozenset({"ocr"})
            for text in recognised[nr].split("\n\n"):
                self._bouwer.alinea(text)
            self._bouwer.kenmerken = before

    def _outline(self) -> dict[str, int]:
        import pypdfium2

        found: dict[str, int] = {}
        try:
            for mark in self._pdf.get_toc(max_depth=8):
                found.setdefault(outline_key(mark.get_title()), min(mark.level + 1, 8))
        except (pypdfium2.PdfiumError, ValueError, UnicodeError):
            return {}
        return found

    def _properties(self) -> None:
        meta = self._pdf.get_metadata_dict(skip_empty=True)
        check_mark(meta.get("Keywords", ""))
        set_title(meta.get("Title", ""), self._bouwer)
        if "Author" in meta:
            self._bouwer.eigenschappen["auteur"] = meta["Author"]
        for key, name in (("CreationDate", "gemaakt"), ("ModDate", "gewijzigd")):
            match = _DATE.match(meta.get(key, ""))
            if match:
                self._bouwer.eigenschappen[name] = "-".join(match.groups())

    def _report(self, recognised: dict[int, str]) -> None:
        unread = [nr for nr in self._scans if nr not in recognised]
        if recognised:
            self._bouwer.meldingen.append(
                f"{_pages(sorted(recognised))} gescand en met tekstherkenning gelezen; vergelijk citaten met het origineel."
            )
        if unread and not self._bouwer.passages:
            raise Gescand(advies=ocr.advies())
        if unread:
            self._bouwer.warn(f"{_pages(unread)} een scan zonder tekst en niet gelezen. {ocr.advies()}")


def _unreadable(text: str) -> bool:
    """Tell whether the font of a page does not say which letters it shows."""
    odd = sum(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" for c in text)
    return odd > _UNREADABLE_SHARE * max(1, len(text))


def _pages(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"Pagina {numbers[0]} is"
    return f"Pagina's {', '.join(map(str, numbers))} zijn"
