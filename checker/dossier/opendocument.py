"""OpenDocument text and slides (odt, odp): an own walker over content.xml and styles.xml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.dossier.alinea import add_lines
from checker.dossier.eigenschappen import OPENDOCUMENT, add_properties
from checker.dossier.fouten import Beschadigd, Versleuteld
from checker.dossier.opendocument_stijlen import Opmaak
from checker.dossier.pakket import Pakket, attr, child, each, local
from checker.dossier.passage import Soort
from checker.dossier.schoon import clean, ends_sentence, split_label
from checker.dossier.tabel import Cel, Rij, add_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from checker.dossier.bouwer import Bouwer
    from checker.dossier.bron import Bron

_SKIP = {
    "tracked-changes", "annotation", "annotation-end", "note", "forms", "sequence-decls",
    "change", "change-start", "change-end", "bookmark", "bookmark-start", "bookmark-end", "ruby-text",
}  # fmt: skip
_INDEXES = {"table-of-content", "alphabetical-index", "illustration-index", "table-index", "user-index"}
_MAX_SPACES = 1_000
_MAX_REPEAT = 200
_FAKE_HEADING_LEVEL = 7


def read(bron: Bron, bouwer: Bouwer) -> None:
    """Read an OpenDocument text or presentation."""
    pakket = Pakket(bron.data, bron.limieten)
    if b"encryption-data" in pakket.read("META-INF/manifest.xml"):
        raise Versleuteld
    root = pakket.xml("content.xml")
    body = child(root, "body")
    content = next(iter(body), None) if body is not None else None
    if root is None or content is None:
        raise Beschadigd(oorzaak="de inhoud ontbreekt")
    styles = pakket.xml("styles.xml")
    opmaak = Opmaak([root, styles])
    opmaak.remove_struck(content)
    lezer = _Lezer(bouwer, opmaak)
    _headers(styles, bouwer, "header", "koptekst")
    lezer.slides(content) if local(content) == "presentation" else lezer.blocks(content)
    _headers(styles, bouwer, "footer", "voettekst")
    add_properties(pakket.xml("meta.xml"), OPENDOCUMENT, bouwer)


def _headers(styles: _Element | None, bouwer: Bouwer, kind: str, name: str) -> None:
    seen: set[str] = set()
    for element in each(styles, kind, f"{kind}-left", f"{kind}-first"):
        text = clean(" ".join(plain_text(p) for p in each(element, "p")))
        if text and text not in seen:
            seen.add(text)
            bouwer.los(Soort.KOPREGEL, text, name)


class _Lezer:
    """Walks the content of one document."""

    def __init__(self, bouwer: Bouwer, opmaak: Opmaak) -> None:
        self._bouwer = bouwer
        self._opmaak = opmaak

    def slides(self, content: _Element) -> None:
        """Read the pages of a presentation, each as a section."""
        pages = [e for e in content if local(e) == "page"]
        self._bouwer.paginas = len(pages)
        for nr, page in enumerate(pages, 1):
            self._bouwer.new_page(nr)
            self._bouwer.start_section()
            frames = [e for e in page if local(e) != "notes"]
            self._slide_title(frames)
            for frame in frames:
                if attr(frame, "class") != "title":
                    self.blocks(frame)
            for text in each(child(page, "notes"), "p"):
                self._bouwer.los(Soort.OPMERKING, plain_text(text), f"dia {nr}, notities")

    def _slide_title(self, frames: list[_Element]) -> None:
        for frame in frames:
            if attr(frame, "class") == "title":
                self._bouwer.kop(" ".join(plain_text(p) for p in each(frame, "p")), 1)

    def blocks(self, parent: Iterable[_Element]) -> None:
        """Add the blocks below an element in order."""
        for element in parent:
            tag = local(element)
            if tag == "tracked-changes":
                self._bouwer.eigenschappen["heeft_wijzigingen"] = "ja"
            elif tag in _INDEXES:
                for line in each(child(element, "index-body"), "p"):
                    self._bouwer.los(Soort.INHOUDSOPGAVE, plain_text(line))
            elif tag not in _SKIP:
                self._block(tag, element)

    def _block(self, tag: str, element: _Element) -> None:
        if tag == "h":
            self._heading(element)
        elif tag == "p":
            self._paragraph(element)
        elif tag == "list":
            self._list(element, 0)
        elif tag == "table":
            self._table(element)
        else:
            self.blocks(element)

    def _heading(self, element: _Element) -> None:
        level = attr(element, "outline-level")
        niveau = min(int(level), 9) if level.isdigit() else 1
        niveau = 0 if self._opmaak.is_title(attr(element, "style-name")) else niveau
        self._bouwer.kop(plain_text(element), niveau)
        self._beside(element)

    def _paragraph(self, element: _Element) -> None:
        text, style = plain_text(element), attr(element, "style-name")
        kenmerken = self._kenmerken(element)
        if self._opmaak.is_title(style):
            self._bouwer.kop(text, 0)
        elif self._is_bold(element) and _is_fake_heading(clean(text)):
            self._bouwer.kop(text, _FAKE_HEADING_LEVEL, kenmerken=kenmerken)
        else:
            add_lines(self._bouwer, text, kenmerken)
        self._beside(element)

    def _kenmerken(self, element: _Element) -> frozenset[str]:
        """The flags of a paragraph: of its style, and hidden when all its parts are."""
        found = self._opmaak.kenmerken(attr(element, "style-name"))
        spans = _only_spans(element)
        hidden = spans and all("verborgen" in self._opmaak.kenmerken(attr(e, "style-name")) for e in spans)
        return found | {"verborgen"} if hidden else found

    def _is_bold(self, element: _Element) -> bool:
        if self._opmaak.bold(attr(element, "style-name")):
            return True
        spans = _only_spans(element)
        return bool(spans) and all(self._opmaak.bold(attr(e, "style-name")) for e in spans)

    def _beside(self, element: _Element) -> None:
        """Add notes, comments and text boxes anchored in a paragraph."""
        self._notes(element)
        for found in each(element, "text-box"):
            before, self._bouwer.kenmerken = self._bouwer.kenmerken, frozenset({"tekstvak"})
            self.blocks(found)
            self._bouwer.kenmerken = before

    def _notes(self, element: _Element) -> None:
        for found in each(element, "note", "annotation"):
            is_note = local(found) == "note"
            source = child(found, "note-body") if is_note else found
            text = " ".join(plain_text(p) for p in each(source, "p"))
            self._bouwer.los(Soort.VOETNOOT if is_note else Soort.OPMERKING, text)

    def _list(self, element: _Element, level: int) -> None:
        for item in element:
            if local(item) not in {"list-item", "list-header"}:
                continue
            first = True
            for block in item:
                if local(block) == "list":
                    self._list(block, min(level + 1, 8))
                elif local(block) == "p" and first:
                    text = clean(plain_text(block))
                    self._bouwer.item(split_label(text)[1], niveau=level, kenmerken=self._kenmerken(block))
                    self._beside(block)
                    first = False
                elif local(block) == "p":
                    self._bouwer.vervolg(plain_text(block), kenmerken=self._kenmerken(block))
                    self._beside(block)
                else:
                    self.blocks([block])

    def _table(self, element: _Element) -> None:
        rows: list[Rij] = []
        nested: list[_Element] = []
        elements = _rows(element)
        for row in elements:
            in_header = any(local(a) == "table-header-rows" for a in row.iterancestors())
            rows.append(self._row(row, in_header=in_header))
            nested += [t for cell in row for t in cell if local(t) == "table"]
        add_table(self._bouwer, rows, beside=lambda nr: self._notes(elements[nr - 1]))
        for table in nested:
            self._table(table)

    def _row(self, row: _Element, *, in_header: bool) -> Rij:
        cells: Rij = []
        column = 0
        for cell in row:
            if local(cell) not in {"table-cell", "covered-table-cell"}:
                continue
            paragraphs = [p for p in each(cell, "p", "h") if _owner(p, cell)]
            text = clean(" ".join(plain_text(p, boxes=True) for p in paragraphs))
            bold = bool(text) and all(self._is_bold(p) for p in paragraphs if plain_text(p).strip())
            width = _number(cell, "number-columns-spanned")
            for _ in range(_number(cell, "number-columns-repeated")):
                if local(cell) == "table-cell":
                    cells.append(Cel(tekst=text, kolom=column, breedte=width, vet=bold, kop=in_header))
                column += 1
        return cells


def _only_spans(element: _Element) -> list[_Element]:
    """Return the spans of a paragraph that has no text beside them."""
    bare = not (element.text or "").strip() and not any((e.tail or "").strip() for e in element)
    return [e for e in element if local(e) == "span"] if bare else []


def _owner(paragraph: _Element, cell: _Element) -> bool:
    """Tell whether the nearest cell above a paragraph is this one; a note hangs on the cell, it is no part of it."""
    for above in paragraph.iterancestors():
        if local(above) in {"note", "annotation"}:
            return False
        if local(above) in {"table-cell", "covered-table-cell"}:
            return above is cell
    return False


def _rows(table: _Element) -> list[_Element]:
    rows: list[_Element] = []
    for element in table:
        if local(element) == "table-row":
            rows.append(element)
        elif local(element) in {"table-header-rows", "table-rows", "table-row-group"}:
            rows.extend(_rows(element))
    return rows


def _number(element: _Element, name: str) -> int:
    value = attr(element, name)
    return max(1, min(int(value), _MAX_REPEAT)) if value.isdigit() else 1


def _is_fake_heading(text: str) -> bool:
    closed = text.endswith((":", ";", ",")) or (ends_sentence(text) and text[-1] != "?")
    return 2 < len(text) <= 100 and not closed and not split_label(text)[0]


def plain_text(element: _Element, *, boxes: bool = False) -> str:
    """Return the text of a paragraph without notes, comments and text boxes."""
    parts: list[str] = []
    _collect(element, parts, boxes=boxes)
    return "".join(parts)


def _collect(element: _Element, parts: list[str], *, boxes: bool) -> None:
    parts.append(element.text or "")
    for inner in element:
        tag = local(inner)
        if tag == "s":
            count = attr(inner, "c")
            parts.append(" " * min(int(count) if count.isdigit() else 1, _MAX_SPACES))
        elif tag == "tab":
            parts.append("\t")
        elif tag == "line-break":
            parts.append("\n")
        elif tag not in _SKIP and (boxes or tag != "text-box"):
            _collect(inner, parts, boxes=boxes)
        parts.append(inner.tail or "")
