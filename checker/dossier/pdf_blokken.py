"""Lines of a PDF become headings, paragraphs, list items and table rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.dossier.bouwer import is_contents_line
from checker.dossier.pdf_maat import Maat
from checker.dossier.pdf_tabel import Raster
from checker.dossier.schoon import clean, ends_sentence, split_label
from checker.dossier.tabel import Rij
from checker.dossier.tekst import is_caps, join_hyphens

if TYPE_CHECKING:
    from checker.dossier.pdf_regels import Pagina, Regel

_HEADING_SIZE = 1.15
_HEADING_LENGTH = 120
_NUMBERED = re.compile(r"(?:(?:artikel|hoofdstuk|bijlage|deel)\s+)?(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+\S", re.IGNORECASE)
_OTHER_LEADING = 1.35


@dataclass(slots=True)
class Blok:
    """One block; ``soort`` is kop, alinea, item, inhoud or tabel."""

    soort: str
    pagina: int
    regels: list[Regel] = field(default_factory=list)
    rijen: list[Rij] = field(default_factory=list)
    xs: tuple[float, ...] = ()
    label: str = ""
    niveau: int = 0

    def text(self, known: frozenset[str]) -> str:
        """The lines joined, without the list sign."""
        lines = [line.text for line in self.regels]
        if lines and self.label:
            lines[0] = split_label(lines[0])[1]
        return join_hyphens(lines, known)


def page_blocks(page: Pagina, maat: Maat, known: frozenset[str]) -> list[Blok]:
    """Return the blocks of one page in reading order."""
    blocks: list[Blok] = []
    tables = list(page.tabellen)
    right = _right_edges(page.regels)
    previous: Regel | None = None
    for index, line in enumerate(page.regels):
        while tables and tables[0][0] <= index:
            blocks.append(_table(tables.pop(0)[1], page.nr, known))
            previous = None
        kind = _kind(line, maat)
        if kind == "inhoud" and previous is not None:
            _take_first_half(blocks, previous, line, maat)
        if previous is not None and blocks and _joins(blocks[-1], previous, line, kind, maat, right):
            blocks[-1].regels.append(line)
        else:
            blocks.append(_start(line, kind, page.nr))
        previous = line
    blocks += [_table(table, page.nr, known) for _, table in tables]
    return blocks


def _take_first_half(blocks: list[Blok], above: Regel, line: Regel, maat: Maat) -> None:
    """An entry of a list of contents may take two lines, of which only the second ends in dots and a number."""
    below_entry = len(blocks) < 2 or blocks[-2].soort in {"inhoud", "kop"}
    alone = bool(blocks) and blocks[-1].soort in {"alinea", "item"} and len(blocks[-1].regels) == 1
    if alone and below_entry and not ends_sentence(above.text) and not _is_far(above, line, maat):
        blocks[-1].soort = "inhoud"


def _table(table: Raster | list[Rij], nr: int, known: frozenset[str]) -> Blok:
    if isinstance(table, Raster):
        return Blok("tabel", nr, rijen=table.rows(known), xs=tuple(round(x) for x in table.xs))
    return Blok("tabel", nr, rijen=table)


def _start(line: Regel, kind: str, nr: int) -> Blok:
    label = split_label(line.text)[0] if kind == "alinea" else ""
    return Blok("item" if label else kind, nr, [line], label=label)


def _kind(line: Regel, maat: Maat) -> str:
    text = line.text
    if is_contents_line(text):
        return "inhoud"
    if len(text) > _HEADING_LENGTH or not any(c.isalpha() for c in text):
        return "alinea"
    large = line.size >= _HEADING_SIZE * maat.size
    closed = text.endswith((":", ";", ",")) or (ends_sentence(text) and not text.endswith("?"))
    if large and (not closed or line.size >= 1.4 * maat.size):
        return "kop"
    sign = split_label(text)[0]
    is_item = bool(sign) and not sign[0].isdigit()
    if (line.bold or (is_caps(text) and line.size >= maat.size)) and not closed and not is_item:
        return "kop"
    return "alinea"


def _joins(block: Blok, above: Regel, line: Regel, kind: str, maat: Maat, right: dict[int, float]) -> bool:
    """Tell whether a line continues the block above it."""
    step = line.base - above.base
    if "inhoud" in {kind, block.soort} or block.soort == "tabel":
        return False
    if kind == "kop" or block.soort == "kop":
        return _joins_heading(block, above, line, step) and (kind == "kop" or not _ended(above, line, right))
    if step <= 0:
        return not ends_sentence(above.text) and not split_label(line.text)[0]
    if _is_far(above, line, maat) or _starts_item(block, above, line):
        return False
    if block.soort == "item" and _dedents(block, line):
        hangs = len(block.regels) > 1
        return not (hangs and ends_sentence(above.text)) and not _ended(above, line, right)
    indents = block.soort != "item" and _indents(above, line)
    return not (indents or _ended(above, line, right))


def _is_far(above: Regel, line: Regel, maat: Maat) -> bool:
    return line.base - above.base > _OTHER_LEADING * max(maat.leading, 1.05 * line.size) or abs(line.size - above.size) > 0.8


def _joins_heading(block: Blok, above: Regel, line: Regel, step: float) -> bool:
    same = block.soort == "kop" and line.size == above.size and line.bold == above.bold
    numbered = bool(_NUMBERED.match(line.text))
    return same and 0 < step <= 1.5 * line.size and not numbered and not above.text.endswith("?")


def _starts_item(block: Blok, above: Regel, line: Regel) -> bool:
    label = split_label(line.text)[0]
    if not label:
        return False
    if block.soort == "item" and abs(line.x0 - block.regels[0].x0) <= 2:
        return True
    indented = line.x0 > above.x0 + 2
    return indented or above.text.endswith((":", ";", ".", "?", "!")) or label in "•▪◦‣●○■□➢➤►✓✔"


def _dedents(block: Blok, line: Regel) -> bool:
    """Tell whether a line starts left of the text of the item."""
    first = block.regels[0]
    if len(block.regels) > 1:
        return line.x0 < block.regels[-1].x0 - 2
    body = first.words[1].x0 if len(first.words) > 1 else first.x0
    return line.x0 < body - 2 and line.x0 <= first.x0 + 2


def _ended(above: Regel, line: Regel, right: dict[int, float]) -> bool:
    """Tell whether the paragraph ended: the next word would have fitted on the line above."""
    if above.text.endswith("-") or (line.text[:1].islower() and not ends_sentence(above.text)):
        return False
    edge = right.get(round(above.x0 / 10), above.x1)
    first = line.words[0]
    room = edge - above.x1 - (first.x1 - first.x0)
    return room > 1.5 * line.size


def _indents(above: Regel, line: Regel) -> bool:
    """Tell whether a line starts with the small indent of a new paragraph."""
    return ends_sentence(above.text) and 0.8 * line.size < line.x0 - above.x0 < 4 * line.size


def _right_edges(lines: list[Regel]) -> dict[int, float]:
    """Return for each left edge (in tens of points) how far its lines reach."""
    edges: dict[int, float] = {}
    for line in lines:
        key = round(line.x0 / 10)
        edges[key] = max(edges.get(key, 0.0), line.x1)
    widest = max(edges.values(), default=0.0)
    return {key: widest if edge > 0.8 * widest else edge for key, edge in edges.items()}


def join_pages(blocks: list[Blok]) -> list[Blok]:
    """Join what a page end cut: sentences, and rows of a table that runs on."""
    joined: list[Blok] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last is None or last.pagina == block.pagina:
            joined.append(block)
        elif last.soort == block.soort == "tabel" and _same_columns(last, block):
            _continue_table(last, block)
        elif _runs_on(last, block):
            last.regels.extend(block.regels)
        else:
            joined.append(block)
    return joined


def _same_columns(a: Blok, b: Blok) -> bool:
    close = len(a.xs) == len(b.xs) and all(abs(x - y) <= 4 for x, y in zip(a.xs, b.xs, strict=True))
    return bool(a.xs) and close


def _continue_table(last: Blok, block: Blok) -> None:
    rows = list(block.rijen)
    if rows and [c.tekst for c in rows[0]] == [c.tekst for c in last.rijen[0]]:
        rows.pop(0)
    elif rows and last.rijen and rows[0] and rows[0][0].kolom > 0:
        _append_row(last.rijen[-1], rows.pop(0))
    last.rijen.extend(rows)


def _append_row(above: Rij, rest: Rij) -> None:
    """Add the rest of a row that was cut by the page end."""
    import dataclasses

    for cel in rest:
        at = next((i for i, c in enumerate(above) if c.kolom == cel.kolom), None)
        if at is None:
            above.append(cel)
        else:
            above[at] = dataclasses.replace(above[at], tekst=join_hyphens([above[at].tekst, cel.tekst]))


def _runs_on(last: Blok, block: Blok) -> bool:
    if last.soort not in {"alinea", "item"} or block.soort != "alinea":
        return False
    end, start = last.regels[-1], block.regels[0]
    if ends_sentence(end.text) or end.text.endswith((":", ";")) or abs(end.size - start.size) > 0.8:
        return False
    if end.text.endswith("-") or start.text[:1].islower():
        return True
    reach = max(line.x1 for line in [*last.regels, *block.regels])
    return len(last.regels) > 1 and end.x1 > 0.85 * reach


def set_levels(blocks: list[Blok], outline: dict[str, int]) -> None:
    """Give headings their level: from the bookmarks, else from number, size and weight."""
    for block in blocks:
        if block.soort == "kop" and _is_statement(block.text(frozenset())):
            block.soort = "alinea"
    koppen = [b for b in blocks if b.soort == "kop"]
    styles = sorted({_style(b) for b in koppen}, reverse=True)
    rank = {style: min(i + 1, 6) for i, style in enumerate(styles)}
    known: dict[tuple[float, bool], int] = {}
    for block in koppen:
        text = block.text(frozenset())
        level = outline.get(outline_key(text))
        if level is None:
            number = _NUMBERED.match(text)
            level = number[1].count(".") + 1 if number else known.get(_style(block))
        elif not outline:
            level = rank[_style(block)]
        if level is not None:
            known.setdefault(_style(block), level)
        block.niveau = level if level is not None else rank[_style(block)]
    _mark_title(koppen, outline)


def _is_statement(text: str) -> bool:
    """Tell whether bold text is a paragraph after all."""
    return len(text) > _HEADING_LENGTH or bool(re.search(r"[a-z]{3}[.!] [A-Z(]", text))


def _mark_title(koppen: list[Blok], outline: dict[str, int]) -> None:
    """The largest heading of the first page is the title when nothing else is that large."""
    if len(koppen) < 2 or koppen[0].pagina != 1:
        return
    first = koppen[0]
    larger = all(_style(b) < _style(first) for b in koppen[1:])
    if larger and outline_key(first.text(frozenset())) not in outline:
        first.niveau = 0


def _style(block: Blok) -> tuple[float, bool]:
    return block.regels[0].size, block.regels[0].bold


def outline_key(text: str) -> str:
    """Return a title without number, case and spaces, to compare bookmarks with headings."""
    bare = re.sub(r"^(?:\d+\.?)+\s*", "", clean(text))
    return "".join(c for c in bare.lower() if c.isalnum())
