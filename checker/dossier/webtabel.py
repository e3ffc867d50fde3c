"""Tables of web pages: what stands in their cells, and which of them only arrange the page."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from checker.dossier.alinea import add_lines
from checker.dossier.schoon import clean
from checker.dossier.tabel import Cel, add_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.dossier.bouwer import Bouwer

_MAX_SPAN = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Blok:
    """One block of text: kop, item, vervolg or alinea, with the level of a heading or a list."""

    tekst: str
    soort: str = "alinea"
    niveau: int = 0
    kenmerken: frozenset[str] = frozenset()

    def add(self, bouwer: Bouwer) -> None:
        """Hand the block over."""
        if self.soort == "kop":
            bouwer.kop(self.tekst, self.niveau, kenmerken=self.kenmerken)
        elif self.soort == "item":
            bouwer.item(self.tekst, niveau=self.niveau, kenmerken=self.kenmerken)
        elif self.soort == "vervolg":
            bouwer.vervolg(self.tekst, kenmerken=self.kenmerken)
        else:
            add_lines(bouwer, self.tekst, self.kenmerken)

    def bloks(self) -> Iterator[Blok]:
        """Itself: a block holds no others."""
        yield self


@dataclass(frozen=True, slots=True, kw_only=True)
class Webcel:
    """One cell: its blocks and tables; ``eigen`` is false for a cell that was merged from above."""

    kolom: int
    breedte: int = 1
    kop: bool = False
    eigen: bool = True
    delen: list[Blok | Tafel] = field(default_factory=list)

    def cel(self) -> Cel:
        """The cell with the text that is shown in it."""
        texts = (clean(blok.tekst) for deel in self.delen for blok in deel.bloks() if "verborgen" not in blok.kenmerken)
        return Cel(tekst=" ".join(text for text in texts if text), kolom=self.kolom, breedte=self.breedte, kop=self.kop, vet=self.kop)


class Tafel:
    """One table, filled by what the parser meets."""

    def __init__(self) -> None:
        self._rijen: list[list[Webcel]] = []
        self._open = False
        self._column = 0
        self._down: dict[int, tuple[Webcel, int]] = {}  # column -> cell merged downwards, rows it still covers
        self._begun: dict[int, tuple[Webcel, int]] = {}

    def start_row(self) -> None:
        """Begin a row."""
        self.end_row()
        self._rijen.append([])
        self._open, self._column = True, 0

    def start_cell(self, attrs: dict[str, str | None], *, kop: bool) -> None:
        """Begin a cell, right of those that are merged from above."""
        if not self._open:
            return
        self._merge()
        cel = Webcel(kolom=self._column, breedte=_span(attrs, "colspan"), kop=kop)
        self._rijen[-1].append(cel)
        self._begun[self._column] = cel, _span(attrs, "rowspan") - 1
        self._column += cel.breedte

    def _merge(self) -> None:
        while self._column in self._down:
            above = self._down[self._column][0]
            self._rijen[-1].append(replace(above, eigen=False))
            self._column += above.breedte

    def end_row(self) -> None:
        """End the row; one without cells of its own gets none from above."""
        if not self._open:
            return
        if self._rijen[-1]:
            for column in sorted(column for column in self._down if column >= self._column):
                self._column = column
                self._merge()
        left = {column: (cel, rows - 1) for column, (cel, rows) in self._down.items()} | self._begun
        self._down = {column: (cel, rows) for column, (cel, rows) in left.items() if rows > 0}
        self._begun = {}
        self._open = False

    def place(self, deel: Blok | Tafel) -> bool:
        """Put a block or table in the cell that is open; false when there is none."""
        if not self._open or not self._rijen[-1]:
            return False
        self._rijen[-1][-1].delen.append(deel)
        return True

    def bloks(self) -> Iterator[Blok]:
        """All blocks of the cells, those of tables inside too."""
        for cel in self._own():
            for deel in cel.delen:
                yield from deel.bloks()

    def _own(self) -> list[Webcel]:
        return [cel for rij in self._rijen for cel in rij if cel.eigen]

    def add(self, bouwer: Bouwer) -> None:
        """Hand the table over: as rows, or block by block when it is only layout."""
        self.end_row()
        if self._is_layout():
            for cel in self._own():
                for deel in cel.delen:
                    deel.add(bouwer)
            return
        shown = [blok.kenmerken for blok in self.bloks() if "verborgen" not in blok.kenmerken]
        kenmerken = frozenset.intersection(*shown) if shown else frozenset[str]()
        rows = [[cel.cel() for cel in rij] for rij in self._rijen]
        add_table(bouwer, rows, kenmerken=kenmerken, beside=lambda nr: self._beside(nr, bouwer))

    def _beside(self, nr: int, bouwer: Bouwer) -> None:
        """Add what of a row is not shown."""
        bloks = (blok for cel in self._rijen[nr - 1] if cel.eigen for deel in cel.delen for blok in deel.bloks())
        for blok in bloks:
            if "verborgen" in blok.kenmerken:
                blok.add(bouwer)

    def _is_layout(self) -> bool:
        """Tell whether the table only arranges text: one column, or tables in cells without column heads above."""
        if all(len(rij) <= 1 for rij in self._rijen):
            return True
        first = next(rij for rij in self._rijen if rij)
        heads = len(first) > 1 and all(cel.kop for cel in first) and len(self._rijen) > 1
        return not heads and any(isinstance(deel, Tafel) for cel in self._own() for deel in cel.delen)


def _span(attrs: dict[str, str | None], name: str) -> int:
    value = attrs.get(name) or "1"
    return max(1, min(int(value[:9]), _MAX_SPAN)) if value.isdecimal() else 1
