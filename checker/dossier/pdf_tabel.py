"""Ruled tables of a PDF page: which words stand in which cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.dossier.tabel import Cel, Rij
from checker.dossier.tekst import join_hyphens

if TYPE_CHECKING:
    from checker.dossier.pdf_woorden import Lijn, Woord

_TOLERANCE = 3.0
_MAX_LINES = 3_000
_MARKS = ".,;:!?()\"'"
_SPACE = 0.7  # of the font size: a wider gap is no space between words


@dataclass(slots=True)
class Raster:
    """One ruled table: its column and row edges, and the lines that really are drawn."""

    xs: list[float]
    ys: list[float]
    lijnen: list[Lijn]
    cellen: dict[tuple[int, int], list[Woord]] = field(default_factory=dict)

    def holds(self, word: Woord) -> bool:
        """Tell whether a word stands inside the table."""
        inside_x = self.xs[0] - _TOLERANCE <= (word.x0 + word.x1) / 2 <= self.xs[-1] + _TOLERANCE
        return inside_x and self.ys[0] - 1 <= word.base - 1 <= self.ys[-1] + 1

    def place(self, word: Woord) -> None:
        """Put a word in its cell; a cell without an upper edge belongs to the one above."""
        column = _index(self.xs, (word.x0 + min(word.x1, word.x0 + word.size)) / 2)
        row = _index(self.ys, word.base - 1)
        while row > 0 and not self._drawn(self.ys[row], column, is_h=True):
            row -= 1
        self.cellen.setdefault((row, column), []).append(word)

    def _drawn(self, at: float, index: int, *, is_h: bool) -> bool:
        edges = self.xs if is_h else self.ys
        middle = (edges[index] + edges[index + 1]) / 2
        return any(
            line.is_h == is_h and abs(line.at - at) <= _TOLERANCE and line.start - 1 <= middle <= line.end + 1
            for line in self.lijnen
        )

    def rows(self, known: frozenset[str]) -> list[Rij]:
        """Return the rows with their cells; lines in a cell are joined."""
        found: dict[int, Rij] = {}
        for row, column in sorted(self.cellen):
            row_cells = found.setdefault(row, [])
            words = self.cellen[row, column]
            if row_cells and self._runs_through(row, row_cells[-1].kolom, column):
                words = sorted([*self.cellen[row, row_cells[-1].kolom], *words], key=lambda w: round(w.base))
                column = row_cells.pop().kolom  # noqa: PLW2901 - the cell begins at its neighbour
                self.cellen[row, column] = words
            text = join_hyphens(_lines(words, known), known)
            width = self._width(row, column)
            row_cells.append(Cel(tekst=text, kolom=column, breedte=width, vet=all(w.bold for w in words)))
        return [found[row] for row in sorted(found)]

    def _runs_through(self, row: int, left: int, right: int) -> bool:
        """Tell whether text crosses an edge that is not drawn; bands of colour hide edges too."""
        if any(self._drawn(self.xs[at], row, is_h=False) for at in range(left + 1, right + 1)):
            return False
        return any(
            abs(a.base - b.base) < 0.4 * a.size and b.x0 - a.x1 <= _SPACE * a.size
            for a in self.cellen[row, left]
            for b in self.cellen[row, right]
            if a.x0 < b.x0
        )

    def _width(self, row: int, column: int) -> int:
        """Count the columns a cell spans: free of edges and of other text."""
        width = 1
        while (
            column + width < len(self.xs) - 1
            and not self._drawn(self.xs[column + width], row, is_h=False)
            and (row, column + width) not in self.cellen
        ):
            width += 1
        return width


def _index(edges: list[float], at: float) -> int:
    inside = [i for i in range(len(edges) - 1) if edges[i] <= at]
    return inside[-1] if inside else 0


def _lines(words: list[Woord], known: frozenset[str]) -> list[str]:
    lines: list[list[str]] = []
    base = float("-inf")
    for word in words:
        if abs(word.base - base) > 0.4 * word.size:
            lines.append([])
            base = word.base
        lines[-1].append(word.text)
    texts = [" ".join(line) for line in lines]
    if len(texts) > 1 and len(texts[-1]) == 1 and texts[-1].islower() and " " not in texts[0]:
        return ["".join(texts)]  # a column too narrow for its word
    return _whole_words(texts, known)


def _whole_words(texts: list[str], known: frozenset[str]) -> list[str]:
    """Join a word that a narrow column broke without a hyphen, when the document knows it."""
    joined = texts[:1]
    for text in texts[1:]:
        first = text.split(" ", 1)[0]
        whole = f"{joined[-1]}{first}".lower().strip(_MARKS)
        if " " not in joined[-1] and whole in known and first.lower().strip(_MARKS) not in known:
            joined[-1] += text
        else:
            joined.append(text)
    return joined


def find_tables(lijnen: list[Lijn]) -> list[Raster]:
    """Group lines that touch, and keep the groups that form two rows or columns at least."""
    tables = []
    for group in _groups(_merged(lijnen[:_MAX_LINES])):
        xs = _edges([line.at for line in group if not line.is_h])
        ys = _edges([line.at for line in group if line.is_h])
        if len(xs) >= 3 and len(ys) >= 2:
            tables.append(Raster(xs, ys, group))
    return tables


def _merged(lijnen: list[Lijn]) -> list[Lijn]:
    """Join pieces of one line, such as the border of each cell on its own."""
    from checker.dossier.pdf_woorden import Lijn

    merged: list[Lijn] = []
    for line in sorted(set(lijnen), key=lambda x: (x.is_h, round(x.at), x.start, x.end)):
        last = merged[-1] if merged else None
        if last is not None and last.is_h == line.is_h and abs(last.at - line.at) <= 1.5 and line.start <= last.end + _TOLERANCE:
            merged[-1] = Lijn(last.is_h, last.at, last.start, max(last.end, line.end))
        else:
            merged.append(line)
    return merged


def _groups(lijnen: list[Lijn]) -> list[list[Lijn]]:
    """Return the connected groups of crossing lines."""
    across = [line for line in lijnen if line.is_h]
    groups: list[list[Lijn]] = []
    for upright in (line for line in lijnen if not line.is_h):
        touching = [line for line in across if _cross(line, upright)]
        group = [upright, *touching]
        apart = []
        for other in groups:
            if any(line in other for line in touching):
                group.extend(line for line in other if line not in group)
            else:
                apart.append(other)
        groups = [*apart, group]
    return sorted(groups, key=lambda g: min(line.at if line.is_h else line.start for line in g))


def _cross(across: Lijn, upright: Lijn) -> bool:
    return (
        across.start - _TOLERANCE <= upright.at <= across.end + _TOLERANCE
        and upright.start - _TOLERANCE <= across.at <= upright.end + _TOLERANCE
    )


def _edges(values: list[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _TOLERANCE:
            edges.append(value)
    return edges
