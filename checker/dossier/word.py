"""Word (docx, docm): the own walker over the main part and the parts beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.dossier.alinea import add_lines
from checker.dossier.eigenschappen import CORE, OFFICE, add_properties
from checker.dossier.fouten import Beschadigd
from checker.dossier.pakket import Pakket, attr, child, each, local
from checker.dossier.passage import Soort
from checker.dossier.schoon import clean, ends_sentence, split_label
from checker.dossier.tabel import Cel, Rij, add_table
from checker.dossier.webpagina import add_html
from checker.dossier.word_stijlen import Aard, Stijlen
from checker.dossier.word_tekst import Tekst, paragraph_text

if TYPE_CHECKING:
    from lxml.etree import _Element

    from checker.dossier.bouwer import Bouwer
    from checker.dossier.bron import Bron

_WRAPPERS = {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"}
_NOTES = {
    "footnotes": (Soort.VOETNOOT, "voetnoot"),
    "endnotes": (Soort.VOETNOOT, "eindnoot"),
    "comments": (Soort.OPMERKING, "opmerking"),
}
_FAKE_HEADING_LEVEL = 7
_HEADING_LENGTH = 100
_MANY_PARAGRAPHS = 8
_MAX_SPAN = 200


def read(bron: Bron, bouwer: Bouwer) -> None:
    """Read a Word file."""
    pakket = Pakket(bron.data, bron.limieten)
    main = next((t for k, t in pakket.relations("").values() if k == "officeDocument"), "")
    root = pakket.xml(main)
    body = child(root, "body")
    if root is None or body is None:
        raise Beschadigd(oorzaak="het hoofddeel ontbreekt")
    _Lezer(pakket, main, bouwer).read(body)
    add_properties(pakket.xml(CORE), OFFICE, bouwer)
    if any(name.endswith("vbaProject.bin") for name in pakket.names):
        bouwer.eigenschappen["macros"] = "ja"


class _Lezer:
    """Walks one document; keeps what its paragraphs share."""

    def __init__(self, pakket: Pakket, main: str, bouwer: Bouwer) -> None:
        self._pakket = pakket
        self._bouwer = bouwer
        self._relations = pakket.relations(main)
        self._stijlen = Stijlen(self._part("styles"), self._part("numbering"))
        self._notes = {
            (part, attr(note, "id")): note
            for part in _NOTES
            for note in each(self._part(part), part[:-1])
            if attr(note, "type") in {"", "normal"}
        }

    def _part(self, kind: str) -> _Element | None:
        targets = [target for k, target in self._relations.values() if k == kind]
        return self._pakket.xml(targets[0]) if targets else None

    def read(self, body: _Element) -> None:
        """Add headers, the body with its notes where they stand, and what nobody refers to."""
        self._headers("header", "koptekst")
        self._blocks(body, toc=False)
        self._headers("footer", "voettekst")
        for key in list(self._notes):
            self._note(*key)

    def _headers(self, kind: str, name: str) -> None:
        seen: set[str] = set()
        for found, target in self._relations.values():
            root = self._pakket.xml(target) if found == kind else None
            texts = [paragraph_text(p).plain for p in each(root, "p")]
            text = clean(" ".join(texts))
            if text and text not in seen:
                seen.add(text)
                self._bouwer.los(Soort.KOPREGEL, text, name)
            for drawn in each(root, "textpath"):  # letters drawn behind the text of every page: CONCEPT
                self._bouwer.los(Soort.KOPREGEL, attr(drawn, "string"), "watermerk")

    def _note(self, part: str, note_id: str) -> None:
        """Add a note or comment once, where the text refers to it."""
        element = self._notes.pop((part, note_id), None)
        if element is None:
            return
        soort, name = _NOTES[part]
        text = " ".join(paragraph_text(p).plain for p in each(element, "p"))
        self._bouwer.los(soort, text, f"{name} {note_id}")
        if part == "comments":
            self._bouwer.eigenschappen["heeft_opmerkingen"] = "ja"

    def _blocks(self, parent: _Element, *, toc: bool) -> None:
        for element in parent:
            tag = local(element)
            if tag == "p":
                self._paragraph(element, toc=toc)
            elif tag == "tbl":
                self._table(element)
            elif tag == "altChunk":
                self._chunk(element)
            elif tag in _WRAPPERS:
                gallery = next(each(child(element, "sdtPr"), "docPartGallery"), None)
                is_toc = gallery is not None and "content" in attr(gallery, "val").lower()
                self._blocks(element, toc=toc or is_toc)

    def _paragraph(self, element: _Element, *, toc: bool) -> None:
        text = paragraph_text(element)
        aard = self._stijlen.aard(child(element, "pPr")) if text.plain.strip() else Aard()
        if text.has_changes:
            self._bouwer.eigenschappen["heeft_wijzigingen"] = "ja"
        kenmerken = text.kenmerken | aard.kenmerken
        if toc or aard.inhoud:
            self._bouwer.los(Soort.INHOUDSOPGAVE, text.plain)
        else:
            self._add(text, aard, frozenset(kenmerken))
        self._beside(text)
        for box in text.boxes:
            before, self._bouwer.kenmerken = self._bouwer.kenmerken, frozenset({"tekstvak"})
            self._blocks(box, toc=False)
            self._bouwer.kenmerken = before

    def _beside(self, text: Tekst) -> None:
        """Add what hangs on the passage before: its hidden words, its notes and comments."""
        self._bouwer.los(Soort.ALINEA, "".join(text.hidden), kenmerken=frozenset({"verborgen"}))
        for key in text.notes:
            self._note(*key)
        for alt in text.alts:
            self._bouwer.los(Soort.OPMERKING, alt, "beschrijving van een afbeelding")

    def _add(self, text: Tekst, aard: Aard, kenmerken: frozenset[str]) -> None:
        bouwer = self._bouwer
        if aard.kop is not None:
            bouwer.kop(f"{aard.label} {text.plain}", aard.kop, kenmerken=kenmerken)
        elif aard.lijst is not None:
            bouwer.item(
                split_label(clean(text.plain))[1] if not aard.label else text.plain,
                niveau=aard.lijst,
                label=aard.label,
                kenmerken=kenmerken,
            )
        elif _is_fake_heading(text, bold=text.bold or aard.vet):
            bouwer.kop(text.plain, _FAKE_HEADING_LEVEL, kenmerken=kenmerken)
        else:
            add_lines(bouwer, text.plain, kenmerken)

    def _chunk(self, element: _Element) -> None:
        _, target = self._relations.get(attr(element, "id"), ("", ""))
        data = self._pakket.read(target)
        if data and target.lower().endswith(("html", "htm", "xhtml", "txt")):
            add_html(data, self._bouwer, 500)

    def _table(self, element: _Element) -> None:
        rows = [list(self._cells(row)) for row in _rows(element)]
        if _is_layout(rows):
            for row in rows:
                for cell, _ in row:
                    self._blocks(cell, toc=False)
            return
        kenmerken: set[str] = set()
        table: list[Rij] = []
        above: dict[int, str] = {}
        for row in rows:
            table.append([self._cel(cell, column, above, kenmerken) for cell, column in row])
        add_table(self._bouwer, table, kenmerken=frozenset(kenmerken), beside=lambda nr: self._beside_row(rows[nr - 1]))
        for cell in (cell for row in rows for cell, _ in row):
            for inner in _through(cell, "tbl"):
                self._table(inner)

    def _beside_row(self, row: list[tuple[_Element, int]]) -> None:
        for cell, _ in row:
            for paragraph in _through(cell, "p"):
                text = paragraph_text(paragraph)
                if "verborgen" in text.kenmerken:
                    text.hidden = text.parts
                self._beside(text)

    @staticmethod
    def _cells(row: _Element) -> list[tuple[_Element, int]]:
        column = 0
        cells = []
        for cell in _through(row, "tc"):
            cells.append((cell, column))
            column += _span(cell)
        return cells

    def _cel(self, cell: _Element, column: int, above: dict[int, str], kenmerken: set[str]) -> Cel:
        texts = [text for p in _through(cell, "p") if "verborgen" not in (text := paragraph_text(p)).kenmerken]
        plain = clean(" ".join(_with_boxes(t) for t in texts))
        for text in texts:
            kenmerken.update(text.kenmerken)
        merge = child(cell, "tcPr", "vMerge")
        if merge is not None and attr(merge, "val") != "restart" and not plain:
            plain = above.get(column, "") if column == 0 else ""
        above[column] = plain
        header = child(cell.getparent(), "trPr", "tblHeader") is not None
        bold = bool(plain) and all(t.bold for t in texts if t.plain.strip())
        return Cel(tekst=plain, kolom=column, breedte=_span(cell), vet=bold, kop=header)


def _is_fake_heading(text: Tekst, *, bold: bool) -> bool:
    plain = clean(text.plain)
    short = 2 < len(plain) <= _HEADING_LENGTH and "\n" not in text.plain.strip()
    closed = plain.endswith((":", ";", ",")) or (ends_sentence(plain) and plain[-1] != "?")
    return bold and short and not closed and not split_label(plain)[0] and "\t" not in text.plain


def _rows(table: _Element) -> list[_Element]:
    return list(_through(table, "tr"))


def _through(parent: _Element, wanted: str) -> list[_Element]:
    """Return the wanted children, looking through content controls and insertions."""
    found = []
    for element in parent:
        if local(element) == wanted:
            found.append(element)
        elif local(element) in _WRAPPERS:
            found.extend(_through(element, wanted))
    return found


def _with_boxes(text: Tekst) -> str:
    boxes = " ".join(paragraph_text(p).plain for box in text.boxes for p in each(box, "p"))
    return f"{text.plain} {boxes}"


def _span(cell: _Element) -> int:
    span = child(cell, "tcPr", "gridSpan")
    value = attr(span, "val") if span is not None else ""
    return max(1, min(int(value), _MAX_SPAN)) if value.isdigit() else 1


def _is_layout(rows: list[list[tuple[_Element, int]]]) -> bool:
    """Tell whether a table only arranges text: one column, or cells that are pages of text."""
    if all(len(row) <= 1 for row in rows):
        return True
    few_rows = len(rows) <= 2
    return few_rows and any(
        len([p for p in _through(cell, "p") if paragraph_text(p).plain.strip()]) >= _MANY_PARAGRAPHS
        for row in rows
        for cell, _ in row
    )
