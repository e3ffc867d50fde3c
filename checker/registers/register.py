"""Register: a table of a document whose headings show what it keeps, with typed rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.registers.datum import Datum, looks_like_datum, parse_datum
from checker.registers.soort import Registersoort, plain, soorten

if TYPE_CHECKING:
    from checker.dossier.document import Document
    from checker.dossier.passage import Passage

_LEEG = re.compile(r"^(n ?v ?t|geen|onbekend|niet van toepassing|nvt)?$")


@dataclass(frozen=True, slots=True)
class Cel:
    """A cell of a known column: what it says, its reference, and its date if it is one."""

    tekst: str
    ref: str
    datum: Datum | None = None

    @property
    def leeg(self) -> bool:
        """Whether nothing is filled in: empty, a dash, "n.v.t." or "geen"."""
        return bool(_LEEG.match(plain(self.tekst)))


@dataclass(frozen=True, slots=True)
class Rij:
    """A row of a register by column id, and the passage it stands in."""

    passage: Passage
    cellen: dict[str, Cel]

    def tekst(self, kolom: str) -> str:
        """The text of a column; empty when the cell is not filled in."""
        cel = self.cellen.get(kolom)
        return "" if cel is None else cel.tekst

    def datum(self, kolom: str) -> Datum | None:
        """The date in a column, if there is one."""
        cel = self.cellen.get(kolom)
        return None if cel is None else cel.datum


@dataclass(frozen=True, slots=True)
class Gebrek:
    """A cell that cannot be read as what its column asks; the rest of the register counts."""

    rij: Rij
    kolom: str
    cel: Cel


@dataclass(slots=True)
class Register:
    """A register as found: its kind, which heading is which column, its rows and its broken cells."""

    soort: Registersoort
    document: str
    plaats: str
    koppen: dict[str, str]
    rijen: list[Rij] = field(default_factory=list)
    gebreken: list[Gebrek] = field(default_factory=list)

    def heeft(self, kolom: str) -> bool:
        """Whether the register has this column."""
        return kolom in self.koppen


def find_registers(document: Document) -> tuple[Register, ...]:
    """The registers of a document, in order; a table that fits no kind is left out."""
    found = [_read(document.pad, place, rows) for place, rows in _tables(document).items()]
    return tuple(register for register in found if register is not None)


def find_kinds(document: Document) -> frozenset[str]:
    """The kinds of register in a document, by their headings alone: cheap for a register of any length."""
    chosen = [_choose(_koppen(rows), f"{place} {document.pad}") for place, rows in _tables(document).items()]
    return frozenset(found[0].naam for found in chosen if found is not None)


def _tables(document: Document) -> dict[str, list[Passage]]:
    tables: dict[str, list[Passage]] = {}
    for passage in document.passages:
        if passage.cellen:
            tables.setdefault(_table_of(passage), []).append(passage)
    return tables


def _koppen(rows: list[Passage]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(kop for passage in rows[:200] for kop, _value, _ref in passage.cellen if kop))


def _table_of(passage: Passage) -> str:
    """The sheet or table a row stands in: its place without the row number."""
    place = passage.vindplaats.plaats.rsplit(", rij", 1)[0]
    return f"{passage.vindplaats.pagina or ''}|{' / '.join(passage.vindplaats.sectie)}|{place}"


def _read(pad: str, place: str, rows: list[Passage]) -> Register | None:
    chosen = _choose(_koppen(rows), f"{place} {pad}")
    if chosen is None:
        return None
    kind, columns = chosen
    register = Register(kind, pad, place.rsplit("|", 1)[-1], columns)
    ids = {kop: id_ for id_, kop in columns.items()}
    types = {kolom.id: kolom.type for kolom in kind.kolommen}
    for passage in rows:
        _add_row(register, passage, ids, types)
    return register


def _choose(koppen: tuple[str, ...], place: str) -> tuple[Registersoort, dict[str, str]] | None:
    """The kind that fits: by the name of the sheet first, then by the most columns."""
    fitting = []
    for kind in soorten():
        columns = kind.map_koppen(koppen)
        if kind.fits(columns, place):
            named = bool(kind.blad.search(plain(place.rsplit(" ", 1)[0])))
            fitting.append((named, len(columns), kind, columns))
    if not fitting:
        return None
    best = max(fitting, key=lambda entry: (entry[0], entry[1]))
    return best[2], best[3]


def _add_row(register: Register, passage: Passage, ids: dict[str, str], types: dict[str, str]) -> None:
    cells: dict[str, Cel] = {}
    broken: list[tuple[str, Cel]] = []
    for kop, value, ref in passage.cellen:
        id_ = ids.get(kop)
        if id_ is None:
            continue
        datum = parse_datum(value) if types[id_] == "datum" else None
        cells[id_] = cel = Cel(value, ref, datum)
        if not _sound(cel, types[id_]):
            broken.append((id_, cel))
    rij = Rij(passage, cells)
    register.rijen.append(rij)
    register.gebreken.extend(Gebrek(rij, id_, cel) for id_, cel in broken)


def _sound(cel: Cel, type_: str) -> bool:
    """A date column may hold words ("lopend", "zie map 3"), but not a date that does not exist."""
    return type_ != "datum" or cel.datum is not None or not looks_like_datum(cel.tekst)
