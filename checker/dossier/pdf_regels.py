"""Lines of a PDF page in reading order: columns, borderless tables, running headers."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.dossier.pdf_tabel import Raster, find_tables
from checker.dossier.schoon import clean, split_label
from checker.dossier.tabel import Cel, Rij

if TYPE_CHECKING:
    from checker.dossier.pdf_woorden import Lijn, Woord

_GAP = 2.0
_EDGE = 0.1
_MIN_REPEATS = 3
_REPEAT_SHARE = 0.3
_PAGE_NUMBER = re.compile(r"(?:pagina|pag\.?|page|blad)?\s*-?\s*\d{1,4}\s*-?", re.IGNORECASE)
_PAGE_OF = re.compile(r"(?:^|pagina |page |blad )\d{1,4} ?(?:van|/|of) ?\d{1,4}$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_MIN_COLUMN_LINES = 8
_ALIGN = 4.0
_MIN_TABLE_ROWS = 3


@dataclass(slots=True)
class Regel:
    """Words on one line."""

    words: list[Woord]

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return clean(" ".join(w.text for w in self.words))

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return max(w.x1 for w in self.words)

    @property
    def base(self) -> float:
        """Height of the line from the top of the page."""
        return self.words[0].base

    @property
    def size(self) -> float:
        """Font size most words have."""
        return Counter(w.size for w in self.words).most_common(1)[0][0]

    @property
    def bold(self) -> bool:
        """Whether every word is bold."""
        return all(w.bold for w in self.words)

    def segments(self) -> list[list[Woord]]:
        """Split at gaps wider than a space can be; a list sign stays with its text."""
        parts: list[list[Woord]] = []
        for word in self.words:
            if (parts and word.x0 - parts[-1][-1].x1 <= _GAP * word.size) or (
                parts and len(parts[-1]) == 1 and len(parts) == 1 and _is_sign(parts[0][0].text)
            ):
                parts[-1].append(word)
            else:
                parts.append([word])
        return parts


@dataclass(slots=True)
class Pagina:
    """One page: its lines and tables in reading order."""

    nr: int
    hoogte: float
    regels: list[Regel] = field(default_factory=list)
    tabellen: list[tuple[int, Raster | list[Rij]]] = field(default_factory=list)
    links: str = ""


def _is_sign(text: str) -> bool:
    return bool(split_label(f"{text} x")[0])


def build_page(nr: int, height: float, words: list[Woord], lijnen: list[Lijn]) -> Pagina:
    """Put the words of ruled tables apart and the others in lines."""
    rasters = find_tables(lijnen)
    page = Pagina(nr, height)
    loose: list[Woord] = []
    seen: list[Raster] = []
    starts: list[tuple[int, Raster]] = []
    for word in words:
        raster = next((r for r in rasters if r.holds(word)), None)
        if raster is None:
            loose.append(word)
            continue
        raster.place(word)
        if raster not in seen:
            seen.append(raster)
            starts.append((len(loose), raster))
    page.regels = _lines(loose)
    page.tabellen = [(_line_at(page.regels, count), raster) for count, raster in starts]
    if not rasters:
        page.regels = _columns(page.regels)
    return page


def _line_at(lines: list[Regel], count: int) -> int:
    """Return the index of the line that starts after so many words."""
    total = 0
    for index, line in enumerate(lines):
        if total >= count:
            return index
        total += len(line.words)
    return len(lines)


def _lines(words: list[Woord]) -> list[Regel]:
    lines: list[Regel] = []
    for word in words:
        last = lines[-1].words[-1] if lines else None
        if last is not None and _same_line(last, word):
            lines[-1].words.append(word)
        else:
            lines.append(Regel([word]))
    return lines


def _same_line(last: Woord, word: Woord) -> bool:
    level = abs(word.base - last.base) <= 0.4 * max(word.size, last.size)
    return level and word.x0 >= last.x1 - 0.5 * word.size


def _columns(lines: list[Regel]) -> list[Regel]:
    """Reorder lines that were drawn across two columns of running text."""
    split = [(line, line.segments()) for line in lines]
    double = [(line, parts) for line, parts in split if len(parts) == 2]
    if len(double) < _MIN_COLUMN_LINES or len(double) < 0.5 * len(lines):
        return lines
    gutter = Counter(round(parts[1][0].x0) for _, parts in double).most_common(1)[0][0]
    sides = [[" ".join(w.text for w in parts[k]) for _, parts in double] for k in (0, 1)]
    long_text = all(sum(map(len, side)) / len(side) > 25 for side in sides)
    if not long_text or any(w.x0 < gutter - 2 < w.x1 for _, parts in double for p in parts for w in p):
        return lines
    return _by_column(split, gutter)


def _by_column(split: list[tuple[Regel, list[list[Woord]]]], gutter: float) -> list[Regel]:
    ordered: list[Regel] = []
    left: list[Regel] = []
    right: list[Regel] = []
    for line, _ in split:
        crosses = any(w.x0 < gutter - 2 < w.x1 for w in line.words) or (
            len(line.segments()) == 1 and line.x0 < gutter - 2 < line.x1
        )
        if crosses:
            ordered += [*left, *right, line]
            left, right = [], []
            continue
        for words, side in (
            ([w for w in line.words if w.x0 < gutter - 2], left),
            ([w for w in line.words if w.x0 >= gutter - 2], right),
        ):
            if words:
                side.append(Regel(words))
    return [*ordered, *left, *right]


def take_furniture(pages: list[Pagina]) -> list[tuple[int, str]]:
    """Take running headers and footers out of the pages; return each once with its page."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_key(line) for line in page.regels if _at_edge(page, line)})
    needed = max(2, min(_MIN_REPEATS, len(pages)), round(_REPEAT_SHARE * len(pages)))
    repeated = {key for key, count in counts.items() if count >= needed}
    found: dict[str, tuple[int, str]] = {}
    for page in pages:
        kept: list[Regel] = []
        for line in page.regels:
            if _at_edge(page, line) and (_key(line) in repeated or _is_page_number(line.text)):
                found.setdefault(_key(line), (page.nr, line.text))
                page.tabellen = [(at - (at > len(kept)), t) for at, t in page.tabellen]
            else:
                kept.append(line)
        page.regels = kept
    return list(found.values())


def _at_edge(page: Pagina, line: Regel) -> bool:
    return line.base <= _EDGE * page.hoogte or line.base >= (1 - _EDGE) * page.hoogte


def _key(line: Regel) -> str:
    return _DIGITS.sub("0", line.text)


def _is_page_number(text: str) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(text) or _PAGE_OF.search(text))


def find_loose_tables(page: Pagina) -> None:
    """Turn runs of lines whose parts stand in columns into tables without ruling."""
    index = 0
    kept: list[Regel] = []
    tables: list[tuple[int, Raster | list[Rij]]] = []
    old = list(page.tabellen)
    while index < len(page.regels):
        while old and old[0][0] <= index:
            tables.append((len(kept), old.pop(0)[1]))
        rows, end = _run(page.regels, index)
        if len(rows) >= _MIN_TABLE_ROWS:
            tables.append((len(kept), rows))
            index = end
        else:
            kept.append(page.regels[index])
            index += 1
    tables += [(len(kept), table) for _, table in old]
    page.regels, page.tabellen = kept, tables


def _run(lines: list[Regel], start: int) -> tuple[list[Rij], int]:
    """Return the rows of the loose table that starts here, and the line after it."""
    parts = lines[start].segments()
    if len(parts) < 2:
        return [], start
    columns = [p[0].x0 for p in parts]
    rows: list[Rij] = []
    full = 0
    end = start
    while end < len(lines):
        parts = lines[end].segments()
        spots = [_column(columns, p[0].x0) for p in parts]
        if None in spots or (len(parts) == 1 and (spots[0] == 0 or not rows)):
            break
        if len(parts) == 1 or spots[0] != 0:
            _append(rows, parts, spots)
        else:
            full += 1
            rows.append([_cel(p, s or 0) for p, s in zip(parts, spots, strict=True)])
        end += 1
    return (rows, end) if full >= _MIN_TABLE_ROWS and _is_tabular(rows) else ([], start)


def _is_tabular(rows: list[Rij]) -> bool:
    lengths = [len(cel.tekst) for row in rows for cel in row]
    return sum(lengths) / len(lengths) <= 45


def _column(columns: list[float], x0: float) -> int | None:
    return next((i for i, x in enumerate(columns) if abs(x - x0) <= _ALIGN), None)


def _cel(words: list[Woord], column: int) -> Cel:
    text = clean(" ".join(w.text for w in words))
    return Cel(tekst=text, kolom=column, vet=all(w.bold for w in words))


def _append(rows: list[Rij], parts: list[list[Woord]], spots: list[int | None]) -> None:
    """Add the parts of a continuation line to the cells above them."""
    for words, spot in zip(parts, spots, strict=True):
        new = _cel(words, spot or 0)
        row = rows[-1]
        at = next((i for i, cel in enumerate(row) if cel.kolom == new.kolom), None)
        if at is None:
            row.append(new)
        else:
            row[at] = Cel(tekst=f"{row[at].tekst} {new.tekst}", kolom=new.kolom, vet=row[at].vet)
