"""Plain text (txt, md): headings, lists and paragraphs by what the lines look like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.dossier.schoon import clean, ends_sentence, split_label
from checker.dossier.tabel import Cel, Rij, add_table

if TYPE_CHECKING:
    from checker.dossier.bouwer import Bouwer
    from checker.dossier.bron import Bron

_MD_HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*$")
_UNDERLINE = re.compile(r"(=+|-+|\*{3,}|_{3,}|~{3,})$")
_NUMBERED = re.compile(r"((?:artikel|hoofdstuk|bijlage|deel|stap|fase)\s+\w{1,4}|\d{1,2}(?:\.\d{1,2})*\.?)\s", re.IGNORECASE)
_MD_MARKS = re.compile(r"(\*\*|__|`)(?=\S)(.+?)(?<=\S)\1")
_MD_LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)")
_MD_DIVIDER = re.compile(r"\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)+\|?$")
_HEADING_LENGTH = 80
_HEADING_WORDS = 11


@dataclass(frozen=True, slots=True)
class Regel:
    """One line: number from 1, indentation, and clean text."""

    nr: int
    indent: int
    text: str


def lees(bron: Bron, bouwer: Bouwer) -> None:
    """Read a text file."""
    add_text(decode(bron.data), bouwer, markdown=bron.suffix in {"md", "markdown"})


def decode(data: bytes) -> str:
    """Decode bytes of unknown encoding: UTF-8, then UTF-16 by its mark, then Windows."""
    for mark, codec in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig")):
        if data.startswith(mark):
            try:
                return data.decode(codec)
            except UnicodeDecodeError:
                continue
    return data.decode("cp1252", errors="replace")


def add_text(text: str, bouwer: Bouwer, *, markdown: bool = False, headings: bool = True) -> None:
    """Add the blocks of a text; a mail has no headings, only short lines."""
    lines = [
        Regel(nr, len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip()), clean(raw))
        for nr, raw in enumerate(text.splitlines(), 1)
    ]
    _Lezer(lines, bouwer, markdown=markdown, headings=headings).read()


class _Lezer:
    """Walks the lines of one text."""

    def __init__(self, lines: list[Regel], bouwer: Bouwer, *, markdown: bool, headings: bool) -> None:
        self._lines = lines
        self._bouwer = bouwer
        self._markdown = markdown
        self._headings = headings
        self._width = _wrap_width(lines)
        self._has_caps = any(is_caps(line.text) for line in lines)

    def read(self) -> None:
        i = 0
        while i < len(self._lines):
            i = self._block(i) if self._lines[i].text else i + 1

    def _block(self, i: int) -> int:
        line = self._lines[i]
        if self._markdown and line.text.startswith("|") and _MD_DIVIDER.match(self._text(i + 1)):
            return self._table(i)
        if _UNDERLINE.match(line.text) and len(line.text) >= 3:
            return i + 1
        level, heading = self._heading(i)
        if level is not None:
            self._bouwer.kop(self._plain(heading), level, plaats=f"regel {line.nr}")
            return i + 1
        label, rest = split_label(line.text)
        end = self._end(i)
        text = " ".join(x.text for x in self._lines[i:end])
        if label:
            text = join_hyphens([rest, *(x.text for x in self._lines[i + 1 : end])])
            self._bouwer.item(self._plain(text), niveau=self._depth(line), label=label, plaats=f"regel {line.nr}")
        else:
            text = join_hyphens([x.text for x in self._lines[i:end]])
            self._bouwer.alinea(self._plain(text), plaats=f"regel {line.nr}")
        return end

    def _text(self, i: int) -> str:
        return self._lines[i].text if 0 <= i < len(self._lines) else ""

    def _plain(self, text: str) -> str:
        if not self._markdown:
            return text
        return _MD_MARKS.sub(r"\2", _MD_LINK.sub(r"\1", text))

    @staticmethod
    def _depth(line: Regel) -> int:
        return min(line.indent // 2, 4) if line.indent >= 2 else 0

    def _end(self, i: int) -> int:
        """Return the line after the paragraph or item that starts here."""
        end = i + 1
        while self._width and self._continues(end - 1, end):
            end += 1
        return end

    def _continues(self, previous: int, i: int) -> bool:
        text = self._text(i)
        if not text or split_label(text)[0] or text.startswith(("|", ">")):
            return False
        if self._markdown and _MD_HEADING.match(text):
            return False
        before = self._text(previous)
        fits = len(before) + 1 + len(text.split(" ", 1)[0]) <= self._width - 4
        return not (fits and ends_sentence(before)) and self._heading(i)[0] is None

    def _heading(self, i: int) -> tuple[int | None, str]:
        text = self._text(i)
        if not self._headings:
            return None, text
        if self._markdown:
            match = _MD_HEADING.match(text)
            if match:
                return len(match[1]), match[2]
        under = _UNDERLINE.match(self._text(i + 1))
        if under and under[0][0] in "=-" and len(text) <= _HEADING_LENGTH and len(under[0]) >= 3:
            return (1 if under[0][0] == "=" else 2), text
        if self._markdown or not self._looks_like_heading(i):
            return None, text
        return self._level(text), text

    def _looks_like_heading(self, i: int) -> bool:
        text, after = self._text(i), self._text(i + 1)
        if not _is_heading_shape(text):
            return False
        after_blank = not self._text(i - 1)
        follow = after or self._text(i + 2)
        if is_caps(text):
            return True
        if not follow or (not after_blank and (not after or self._width)):
            return False
        sign, next_sign = split_label(text)[0], split_label(follow)[0]
        if not after and (self._lines[i].indent or next_sign):
            return after_blank and not sign
        if (sign and after and next_sign) or sign in {"-", "•", "*"}:
            return False
        return len(follow) > len(text) or bool(after and (ends_sentence(follow) or next_sign))

    def _level(self, text: str) -> int:
        base = 1 if self._has_caps else 0
        if is_caps(text) and not _NUMBERED.match(text):
            return 1
        match = _NUMBERED.match(f"{text} ")
        if match:
            return base + 1 + match[1].rstrip(".").count(".")
        return 4 if text.endswith("?") else 3

    def _table(self, i: int) -> int:
        rows: list[Rij] = []
        while self._text(i).startswith("|"):
            if not _MD_DIVIDER.match(self._text(i)):
                cells = self._text(i).strip("|").split("|")
                kop = not rows
                rows.append([Cel(tekst=self._plain(clean(c)), kolom=n, kop=kop) for n, c in enumerate(cells)])
            i += 1
        add_table(self._bouwer, rows)
        return i


def is_caps(text: str) -> bool:
    """Tell whether a short line is written in capitals, as headings are."""
    letters = [c for c in text if c.isalpha()]
    return (
        len(letters) >= 4
        and len(text) <= _HEADING_LENGTH
        and sum(c.isupper() for c in letters) >= 0.9 * len(letters)
        and (not text.endswith((".", ",", ";", ":")) or text.endswith((" B.V.", " N.V.")))
    )


def _is_heading_shape(text: str) -> bool:
    short = len(text) <= _HEADING_LENGTH and len(text.split()) <= _HEADING_WORDS
    if not short or not text or text[0] in "#|>[@" or not any(c.isalpha() for c in text):
        return False
    if ";" in text or text.endswith((",", ":", "-")) or "@" in text or "://" in text:
        return False
    start = split_label(text)[1].lstrip("\"'\u2018\u201c(")[:1]
    closed = ends_sentence(text) and not text.endswith(("?", " B.V.", " N.V."))
    return not closed and not start.islower()


def _wrap_width(lines: list[Regel]) -> int:
    """Return the width at which lines were wrapped by hand, or 0 when they were not."""
    pairs = [(a.text, b.text) for a, b in pairwise(lines) if a.text and b.text and not split_label(b.text)[0]]
    longest = max((len(line.text) for line in lines), default=0)
    if not pairs or not 40 <= longest <= 130:
        return 0
    broken = [a for a, b in pairs if len(a) >= 0.7 * longest and not ends_sentence(a)]
    return longest if len(broken) >= max(2, 0.3 * len(pairs)) else 0


def join_hyphens(lines: list[str], known: frozenset[str] = frozenset()) -> str:
    """Join lines to one text; a word broken at a line end becomes whole again.

    A hyphen stays when the parts form a known hyphenated word, before a capital or digit, and
    in "in- en uitstroom".
    """
    text = ""
    for line in lines:
        text = _join(text, line, known) if text else line
    return text


def _join(text: str, line: str, known: frozenset[str]) -> str:
    if not text.endswith(("-", "\u00ad", "\u2010")) or text.endswith((" -", "--")):
        return f"{text} {line}"
    head = text.rstrip("-\u00ad\u2010")
    first = line.split(" ", 1)[0].strip(".,;:!?()")
    if first in {"en", "of", "/", "&", "respectievelijk"}:
        return f"{head}- {line}"
    last = head.rsplit(" ", 1)[-1].lstrip("(\"'")
    abbreviation = last[-2:].isupper() and len(last) >= 2
    clash = line[:1] in "aeiou" and last[-1:] == line[:1] and last.lower() not in {"ge", "be"}
    if not line[:1].islower() or not last[-1:].isalpha() or abbreviation or clash:
        return f"{head}-{line}"
    if f"{last}-{first}".lower() in known:
        return f"{head}-{line}"
    return head + line
