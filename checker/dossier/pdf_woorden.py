"""Words of a PDF page with box and font, and the ruling lines drawn on it."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")
_SPACES = {0x0A, 0x0D, 0x20, 0x09, 0xA0}
_NO_CHARS = {0, 0xFFFF}
_MAX_CHARS = 200_000
_MAX_OBJECTS = 20_000
_THIN = 3.0
_PATH, _IMAGE, _FORM = 2, 3, 5


@dataclass(slots=True)
class Woord:
    """One word; y grows downwards from the top of the page, ``base`` is the line it stands on."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Lijn:
    """A ruling line: horizontal when ``is_h``, at ``at``, from ``start`` to ``end``."""

    is_h: bool
    at: float
    start: float
    end: float


def words_of(page: PdfPage) -> list[Woord]:
    """Return the words of a page in the order in which they were drawn."""
    import pypdfium2.raw as c

    text_page = page.get_textpage()
    try:
        return _Teller(c, text_page.raw, page.get_height()).words()
    finally:
        text_page.close()


class _Teller:
    """Walks the characters of one page with raw calls, because those are ten times faster."""

    def __init__(self, c: Any, raw: Any, height: float) -> None:
        self._c = c
        self._raw = raw
        self._height = height
        self._box = c.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._name = ctypes.create_string_buffer(256)
        self._flags = ctypes.c_int()
        self._words: list[Woord] = []
        self._chars: list[str] = []
        self._first = 0

    def words(self) -> list[Woord]:
        """Collect the words."""
        count = min(self._c.FPDFText_CountChars(self._raw), _MAX_CHARS)
        get = self._c.FPDFText_GetUnicode
        for i in range(count):
            code = get(self._raw, i)
            if code in _SPACES or code in _NO_CHARS:
                self._flush(i - 1)
            elif code in {0xFFFE, 0x02, 0xAD}:
                self._hyphen(i)
            elif 0x20 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF:
                if not self._chars:
                    self._first = i
                self._chars.append(chr(code))
        self._flush(count - 1)
        return self._words

    def _hyphen(self, i: int) -> None:
        """End the line at a hyphen that the library glues to the next line."""
        if self._chars:
            self._chars.append("-")
            self._flush(i)

    def _flush(self, last: int) -> None:
        if not self._chars:
            return
        x0, _, top, bottom = self._edges(self._first)
        _, x1, *_ = self._edges(last)
        size = self._c.FPDFText_GetFontSize(self._raw, self._first)
        height = bottom - top
        text, self._chars = "".join(self._chars), []
        self._words.append(
            Woord(
                text=text,
                x0=x0,
                x1=max(x0, x1),
                top=top,
                bottom=bottom,
                base=self._base(self._first),
                size=round((size if size > 2 else height / 1.2) * 2) / 2,
                bold=self._is_bold(self._first),
            ),
        )

    def _edges(self, i: int) -> tuple[float, float, float, float]:
        box = self._box
        self._c.FPDFText_GetLooseCharBox(self._raw, i, box)
        return box.left, box.right, self._height - box.top, self._height - box.bottom

    def _base(self, i: int) -> float:
        self._c.FPDFText_GetCharOrigin(self._raw, i, self._x, self._y)
        return float(self._height - self._y.value)

    def _is_bold(self, i: int) -> bool:
        length = self._c.FPDFText_GetFontInfo(self._raw, i, self._name, 256, self._flags)
        name = self._name.value.lower() if 0 < length <= 256 else b""
        return any(mark.encode() in name for mark in _BOLD_NAMES)


def lines_of(page: PdfPage) -> list[Lijn]:
    """Return the ruling lines of a page: thin paths and the edges of stroked boxes."""
    import pypdfium2.raw as c

    found: list[Lijn] = []
    height = page.get_height()
    for i in range(min(c.FPDFPage_CountObjects(page.raw), _MAX_OBJECTS)):
        obj = c.FPDFPage_GetObject(page.raw, i)
        if c.FPDFPageObj_GetType(obj) == _PATH:
            left, bottom, right, top = _bounds(c, obj)
            box = (left, height - top, right, height - bottom)
            found.extend(_edges_of(c, obj, box))
    return found


def _edges_of(c: Any, obj: Any, box: tuple[float, float, float, float]) -> list[Lijn]:
    left, top, right, bottom = box
    if bottom - top <= _THIN and right - left > 4 * _THIN:
        return [Lijn(is_h=True, at=(top + bottom) / 2, start=left, end=right)]
    if right - left <= _THIN and bottom - top > 2 * _THIN:
        return [Lijn(is_h=False, at=(left + right) / 2, start=top, end=bottom)]
    if right - left <= _THIN or bottom - top <= 2 * _THIN:
        return []
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    c.FPDFPath_GetDrawMode(obj, fill, stroke)
    if c.FPDFPath_CountSegments(obj) > 6 or not (stroke.value or fill.value):
        return []
    return [
        Lijn(is_h=True, at=top, start=left, end=right),
        Lijn(is_h=True, at=bottom, start=left, end=right),
        Lijn(is_h=False, at=left, start=top, end=bottom),
        Lijn(is_h=False, at=right, start=top, end=bottom),
    ]


def _bounds(c: Any, obj: Any) -> tuple[float, float, float, float]:
    values = [ctypes.c_float() for _ in range(4)]
    c.FPDFPageObj_GetBounds(obj, *values)
    left, bottom, right, top = (v.value for v in values)
    return left, bottom, right, top


def image_share(page: PdfPage) -> float:
    """Return the share of the page under its largest picture, also inside one form."""
    import pypdfium2.raw as c

    area = max(1.0, page.get_width() * page.get_height())
    largest = 0.0
    for i in range(min(c.FPDFPage_CountObjects(page.raw), _MAX_OBJECTS)):
        obj = c.FPDFPage_GetObject(page.raw, i)
        if c.FPDFPageObj_GetType(obj) in {_IMAGE, _FORM}:
            left, bottom, right, top = _bounds(c, obj)
            largest = max(largest, (right - left) * (top - bottom))
    return float(largest / area)
