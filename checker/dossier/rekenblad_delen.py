"""Parts of an xlsx that the value reader lacks: comments, hidden rows, percentages, struck cells, guards."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.dossier.pakket import Pakket, attr, child, each, local
from checker.dossier.schoon import clean

if TYPE_CHECKING:
    from lxml.etree import _Element

    from checker.dossier.bron import Bron

_CELL = re.compile(rb"<(?:\w+:)?c\b[^>]*?\br\s*=\s*[\"']\s*([A-Za-z]{1,3})(\d+)")
_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*?\br\s*=\s*[\"']\s*(\d+)")
_TEXTS = re.compile(rb"<(?:\w+:)?sst\b[^>]*>")
_COUNT = re.compile(rb"\b(?:uniqueCount|count)\s*=\s*[\"']\s*(\d+)")
_STYLED = re.compile(rb'<(?:\w+:)?c\b(?=[^>]*?\br="([A-Z]{1,3}\d{1,7})")[^>]*?\bs="(\d+)"')
_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\b(?=[^>]*?\bhidden="(?:1|true)")[^>]*?\br="(\d+)"')
_HIDDEN_COLUMN = re.compile(rb'<(?:\w+:)?col\b(?=[^>]*?\bhidden="(?:1|true)")(?=[^>]*?\bmin="(\d+)")[^>]*?\bmax="(\d+)"')
_EMPTY_FORMULA = re.compile(rb"</(?:\w+:)?f>\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>")
_ERROR = re.compile(rb'<(?:\w+:)?c\b[^>]*?\bt="e"')
_PERCENT_IDS = {9, 10}
_MAX_COLUMNS = 16_384


@dataclass(slots=True)
class Bladdeel:
    """What one sheet part says beside its values."""

    cellen: int = 0
    opmerkingen: list[tuple[str, str]] = field(default_factory=list)
    rijen_verborgen: set[int] = field(default_factory=set)
    kolommen_verborgen: set[int] = field(default_factory=set)
    procent: set[str] = field(default_factory=set)
    doorgehaald: set[str] = field(default_factory=set)
    formules_zonder_waarde: int = 0
    fouten: int = 0


def read_parts(bron: Bron) -> dict[str, Bladdeel]:
    """Return sheet name -> what stands beside its values."""
    pakket = Pakket(bron.data, bron.limieten)
    main = next((t for k, t in pakket.relations("").values() if k == "officeDocument"), "")
    if not main.endswith(".xml"):
        return {}
    relations = pakket.relations(main)
    style_part = next((t for k, t in relations.values() if k == "styles"), "")
    styles = pakket.xml(style_part) if style_part else None
    percent, struck = _percent_styles(styles), _struck_styles(styles)
    found: dict[str, Bladdeel] = {}
    for sheet in each(child(pakket.xml(main), "sheets"), "sheet"):
        rel = next((str(v) for k, v in sheet.attrib.items() if str(k).endswith("}id")), "")
        target = relations.get(rel, ("", ""))[1]
        if target:
            found[attr(sheet, "name")] = _sheet(pakket, target, percent, struck)
    return found


def _sheet(pakket: Pakket, part: str, percent: set[int], struck: set[int]) -> Bladdeel:
    data = pakket.read(part)
    deel = Bladdeel(cellen=_box(data))
    deel.rijen_verborgen = {int(m[1]) for m in _HIDDEN_ROW.finditer(data)}
    for match in _HIDDEN_COLUMN.finditer(data):
        last = min(int(match[2]), _MAX_COLUMNS)
        deel.kolommen_verborgen.update(range(int(match[1]) - 1, last))
    for match in _STYLED.finditer(data) if percent or struck else ():
        if int(match[2]) in percent:
            deel.procent.add(match[1].decode())
        if int(match[2]) in struck:
            deel.doorgehaald.add(match[1].decode())
    deel.formules_zonder_waarde = len(_EMPTY_FORMULA.findall(data))
    deel.fouten = len(_ERROR.findall(data))
    for kind, target in pakket.relations(part).values():
        if kind == "comments":
            for comment in each(pakket.xml(target), "comment"):
                text = clean("".join(t.text or "" for t in each(child(comment, "text"), "t")))
                deel.opmerkingen.append((attr(comment, "ref"), text))
    return deel


def _box(data: bytes) -> int:
    """Return the number of cells between the first and the last used row and column."""
    rows: set[int] = set()
    columns: set[bytes] = set()
    for match in _CELL.finditer(data):
        columns.add(match[1].upper())
        rows.add(_number(match[2]))
    if not rows:
        return 0
    rows.update(_number(match[1]) for match in _ROW.finditer(data))
    numbers = [column_number(c) for c in columns]
    return (max(rows) - min(rows) + 1) * (max(numbers) - min(numbers) + 1)


def _number(digits: bytes) -> int:
    """A number of a part that may be broken: enough digits to be too large."""
    return int(digits[:15])


def false_counts(pakket: Pakket) -> bool:
    """Whether a list of texts says that it is longer than its part: the value reader makes room for it."""
    for name in pakket.names:
        if name.lower().endswith("sharedstrings.xml"):
            data = pakket.read(name)
            head = _TEXTS.search(data)
            if head and any(_number(match[1]) > len(data) for match in _COUNT.finditer(head.group())):
                return True
    return False


def column_number(letters: bytes) -> int:
    """The number of a column from its letters: A is 1."""
    number = 0
    for sign in letters.upper():
        number = number * 26 + sign - 64
    return number


def _percent_styles(root: _Element | None) -> set[int]:
    """The styles of cells that show a number as a percentage."""
    formats = set(_PERCENT_IDS)
    for fmt in each(child(root, "numFmts"), "numFmt"):
        if "%" in attr(fmt, "formatCode") and attr(fmt, "numFmtId").isdigit():
            formats.add(int(attr(fmt, "numFmtId")))
    return _cell_styles(root, "numFmtId", formats)


def _struck_styles(root: _Element | None) -> set[int]:
    """The styles of cells whose text is struck through."""
    found = child(root, "fonts")
    fonts = [font for font in found if local(font) == "font"] if found is not None else []
    signs = [child(font, "strike") for font in fonts]
    return _cell_styles(root, "fontId", {nr for nr, sign in enumerate(signs) if sign is not None and attr(sign, "val") not in {"0", "false"}})


def _cell_styles(root: _Element | None, name: str, wanted: set[int]) -> set[int]:
    cell_formats = child(root, "cellXfs")
    xfs = [e for e in cell_formats if local(e) == "xf"] if cell_formats is not None else []
    return {nr for nr, xf in enumerate(xfs) if attr(xf, name).isdigit() and int(attr(xf, name)) in wanted}
