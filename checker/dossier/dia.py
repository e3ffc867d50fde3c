"""Slides (pptx): text of shapes, groups, tables, charts and notes in reading order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.dossier.eigenschappen import CORE, OFFICE, add_properties
from checker.dossier.fouten import Beschadigd
from checker.dossier.pakket import Pakket, attr, child, each, local
from checker.dossier.passage import Soort
from checker.dossier.schoon import clean
from checker.dossier.tabel import Cel, Rij, add_table

if TYPE_CHECKING:
    from lxml.etree import _Element

    from checker.dossier.bouwer import Bouwer
    from checker.dossier.bron import Bron

_TITLES = {"title", "ctrTitle"}
_FURNITURE = {"ftr", "dt", "hdr"}
_NUMBERS = {"sldNum"}
_PART_NAMES = {"chart": "grafiek", "comments": "opmerking"}
_ITEM_COUNT = 2


def read(bron: Bron, bouwer: Bouwer) -> None:
    """Read a presentation."""
    pakket = Pakket(bron.data, bron.limieten)
    main = next((t for k, t in pakket.relations("").values() if k == "officeDocument"), "")
    root = pakket.xml(main)
    if root is None:
        raise Beschadigd(oorzaak="het hoofddeel ontbreekt")
    relations = pakket.relations(main)
    ids = [_relation_id(e) for e in each(child(root, "sldIdLst"), "sldId")]
    slides = [relations[i][1] for i in ids if i in relations]
    bouwer.paginas = len(slides)
    for nr, part in enumerate(slides, 1):
        bouwer.new_page(nr)
        _Dia(pakket, part, nr, bouwer).read()
    add_properties(pakket.xml(CORE), OFFICE, bouwer)


def _relation_id(element: _Element) -> str:
    return next((str(v) for k, v in element.attrib.items() if str(k).endswith("}id")), "")


class _Dia:
    """One slide."""

    def __init__(self, pakket: Pakket, part: str, nr: int, bouwer: Bouwer) -> None:
        self._pakket = pakket
        self._relations = pakket.relations(part)
        self._root = pakket.xml(part)
        self._nr = nr
        self._bouwer = bouwer
        self._furniture: list[str] = []

    def read(self) -> None:
        """Add the title as heading, then the shapes, then notes."""
        tree = child(self._root, "cSld", "spTree")
        if self._root is None or tree is None:
            self._bouwer.warn(f"Dia {self._nr} is niet te lezen.")
            return
        self._bouwer.start_section()
        before = self._bouwer.kenmerken
        if attr(self._root, "show") in {"0", "false"}:
            self._bouwer.kenmerken = before | {"verborgen"}
        for shape in tree:
            if _placeholder(shape) in _TITLES:
                self._bouwer.kop(" ".join(_paragraphs(shape)), 1, plaats=self._place)
        self._shapes(tree)
        self._parts()
        self._bouwer.kenmerken = before

    @property
    def _place(self) -> str:
        return f"dia {self._nr}"

    def _shapes(self, tree: _Element) -> None:
        for shape in tree:
            tag = local(shape)
            if tag == "grpSp":
                self._shapes(shape)
            elif tag == "AlternateContent":
                chosen = next(iter(shape), None)
                if chosen is not None:
                    self._shapes(chosen)
            elif tag == "graphicFrame":
                for table in each(shape, "tbl"):
                    add_table(self._bouwer, _rows(table))
            elif tag in {"sp", "cxnSp", "pic"} and _placeholder(shape) not in _TITLES | _NUMBERS:
                self._shape(shape)

    def _shape(self, shape: _Element) -> None:
        texts = _paragraphs(shape)
        if _placeholder(shape) in _FURNITURE:
            self._bouwer.los(Soort.KOPREGEL, " ".join(texts), self._place)
        elif len(texts) >= _ITEM_COUNT and _placeholder(shape) != "subTitle":
            for text, level in _levels(shape):
                if text.endswith(":") and not level:
                    self._bouwer.alinea(text, plaats=self._place)
                else:
                    self._bouwer.item(text, niveau=level, plaats=self._place)
        else:
            for text in texts:
                self._bouwer.alinea(text, plaats=self._place)
        described = attr(next(each(shape, "cNvPr"), shape), "descr")
        self._bouwer.los(Soort.OPMERKING, described, f"{self._place}, beschrijving van een afbeelding")

    def _parts(self) -> None:
        """Add notes, labels of charts, and text of diagrams."""
        for kind, target in self._relations.values():
            root = self._pakket.xml(target) if kind in {"notesSlide", "chart", "diagramData", "comments"} else None
            if root is None:
                continue
            if kind == "notesSlide":
                shapes = [s for s in each(root, "sp") if _placeholder(s) == "body"]
                for text in (t for s in shapes for t in _paragraphs(s)):
                    self._bouwer.los(Soort.OPMERKING, text, f"{self._place}, notities")
            elif kind == "diagramData":
                for text in _paragraphs(root):
                    self._bouwer.alinea(text, plaats=self._place)
            else:
                words = [clean(e.text or "") for e in each(root, "v", "t", "text")]
                words = [w for w in dict.fromkeys(words) if not re.fullmatch(r"[\d.,E+-]*", w)]
                self._bouwer.los(Soort.OPMERKING, " | ".join(words), f"{self._place}, {_PART_NAMES[kind]}")


def _placeholder(shape: _Element) -> str:
    for properties in shape:
        if local(properties).startswith("nv"):
            found = next(each(properties, "ph"), None)
            return (attr(found, "type") or "body") if found is not None else ""
    return ""


def _levels(shape: _Element) -> list[tuple[str, int]]:
    found = []
    for paragraph in each(shape, "p"):
        text = clean(_text(paragraph))
        properties = child(paragraph, "pPr")
        level = attr(properties, "lvl") if properties is not None else ""
        if text:
            found.append((text, min(int(level), 8) if level.isdigit() else 0))
    return found


def _paragraphs(shape: _Element) -> list[str]:
    return [text for text in (clean(_text(p)) for p in each(shape, "p")) if text]


def _text(paragraph: _Element) -> str:
    """The text of a paragraph without what is struck through."""
    return "".join(" " if local(e) == "br" else (e.text or "") for e in each(paragraph, "t", "br") if not _struck(e))


def _struck(text: _Element) -> bool:
    properties = child(text.getparent(), "rPr")
    return properties is not None and attr(properties, "strike") not in {"", "noStrike"}


def _rows(table: _Element) -> list[Rij]:
    rows: list[Rij] = []
    header = attr(child(table, "tblPr"), "firstRow") if child(table, "tblPr") is not None else ""  # type: ignore[arg-type]
    for row in (e for e in table if local(e) == "tr"):
        cells: Rij = []
        for column, cell in enumerate(e for e in row if local(e) == "tc"):
            if attr(cell, "hMerge") in {"1", "true"}:
                continue
            text = " ".join(_paragraphs(cell))
            span = attr(cell, "gridSpan")
            width = max(1, min(int(span), 200)) if span.isdigit() else 1
            cells.append(Cel(tekst=text, kolom=column, breedte=width, kop=header == "1" and not rows))
        rows.append(cells)
    return rows
