"""Plain text (txt, md): headings, lists and paragraphs by what the lines look like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.dossier.codering import decode_or_warn
from checker.dossier.markdown import fat_line, plain_text, take_quotes, without_unseen
from checker.dossier.schoon import BOXES, clean, ends_sentence, split_label
from checker.dossier.tabel import Cel, Rij, add_table

if TYPE_CHECKING:
    from checker.dossier.bouwer import Bouwer
    from checker.dossier.bron import Bron

_MD_HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*$")
_UNDERLINE = re.compile(r"(=+|-+|\*{3,}|_{3,}|~{3,})$")
_NUMBERED = re.compile(r"((?:artikel|hoofdstuk|bijlage|deel|stap|fase)\s+\w{1,4}|\d{1,2}(?:\.\d{1,2})*\.?)\s", re.IGNORECASE)
_MD_DIVIDER = re.compile(r"\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)+\|?$")
_TYPED_BOX = re.compile(r"((?:[-*+•]\s+)?)\[([ xX]?)\]\s+(?=\S)")
_LABELLED = re.compile(r"[\w -]{1,25}:(?:\s|$)")
_GECITEERD = frozenset({"geciteerd"})
_FAT_LEVEL = 7
_HEADING_LENGTH = 80
_HEADING_WORDS = 11
_FULL_LINE = 40  # characters: a shorter line was ended on purpose


@dataclass(frozen=True, slots=True)
class Regel:
    """One line: number from 1, indentation, clean text, and whether somebody else says it."""

    nr: int
    indent: int
    text: str
    quoted: bool = False

    @property
    def kenmerken(self) -> frozenset[str]:
        """The flags of a passage that starts here."""
        return _GECITEERD if self.quoted else frozenset()


def read(bron: Bron, bouwer: Bouwer) -> None:
    """Read a text file."""
    add_text(decode_or_warn(bron.data, bouwer), bouwer, markdown=bron.suffix in {"md", "markdown"})


def add_text(
    text: str, bouwer: Bouwer, *, markdown: bool = False, headings: bool = True, quoted: frozenset[int] = frozenset()
) -> None:
    """Add the blocks of a text; a mail has no headings, only short lines.

    ``quoted`` are the lines, from 0, that somebody else wrote.
    """
    raws = (without_unseen(text) if markdown else text).splitlines()
    if markdown:
        raws, quoted = take_quotes(raws)
    lines = [
        Regel(i + 1, len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip()), _boxed(clean(raw)), i in quoted) for i, raw in enumerate(raws)
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
        self._in_item = False
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
            self._in_item = False
            return i + 1
        end = self._end(i)
        self._running(line, [x.text for x in self._lines[i:end]])
        return end

    def _running(self, line: Regel, texts: list[str]) -> None:
        """Add a paragraph or an item; an indented paragraph below an item belongs to it."""
        label, rest = self._split(texts[0])
        text, plaats = self._plain(join_hyphens([rest, *texts[1:]])), f"regel {line.nr}"
        if label:
            self._bouwer.item(text, niveau=self._depth(line), label=label, plaats=plaats, kenmerken=line.kenmerken)
        elif self._in_item and line.indent >= 2:
            self._bouwer.vervolg(text, plaats=plaats, kenmerken=line.kenmerken)
        else:
            self._bouwer.alinea(text, plaats=plaats, kenmerken=line.kenmerken)
        self._in_item = bool(label) or (self._in_item and line.indent >= 2)

    def _split(self, text: str) -> tuple[str, str]:
        """Split the list sign; a star that touches its word is emphasis in markdown."""
        if self._markdown and text.startswith("*") and not text.startswith("* "):
            return "", text
        return split_label(text)

    def _text(self, i: int) -> str:
        return self._lines[i].text if 0 <= i < len(self._lines) else ""

    def _plain(self, text: str) -> str:
        return plain_text(text) if self._markdown else text

    @staticmethod
    def _depth(line: Regel) -> int:
        return min(line.indent // 2, 4) if line.indent >= 2 else 0

    def _end(self, i: int) -> int:
        """Return the line after the paragraph or item that starts here."""
        end = i + 1
        while self._continues(end - 1, end):
            end += 1
        return end

    def _continues(self, previous: int, i: int) -> bool:
        text = self._text(i)
        if not text or self._split(text)[0] or text.startswith(("|", ">")) or self._lines[previous].quoted != self._lines[i].quoted:
            return False
        if self._markdown and _MD_HEADING.match(text):
            return False
        before = self._text(previous)
        if not self._width:
            return len(before) >= _FULL_LINE and _goes_on(text) and not before.endswith((".", "!", "?", ":", ";")) and "|" not in before
        fits = len(before) + 1 + len(text.split(" ", 1)[0]) <= self._width - 4
        return not (fits and ends_sentence(before)) and self._heading(i)[0] is None

    def _heading(self, i: int) -> tuple[int | None, str]:
        text = self._text(i)
        if not self._headings or self._lines[i].quoted:
            return None, text
        if self._markdown:
            match = _MD_HEADING.match(text)
            if match:
                return len(match[1]), match[2]
            if not self._text(i - 1) and _is_heading_shape(fat_line(text)):
                return _FAT_LEVEL, text
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
        if (after and self._wraps(text, after)) or not follow or (not after_blank and (not after or self._width)):
            return False
        sign, next_sign = split_label(text)[0], split_label(follow)[0]
        if not after and (self._lines[i].indent or next_sign):
            return after_blank and not sign
        if (sign and after and next_sign) or sign in {"-", "•", "*", *BOXES}:
            return False
        return len(follow) > len(text) or bool(after and (ends_sentence(follow) or next_sign))

    def _wraps(self, text: str, after: str) -> bool:
        """Tell whether a line was broken where it ends: its sentence goes on, or the next word did not fit."""
        full = len(text) + 1 + len(after.split(" ", 1)[0]) > self._width - 4
        open_line = len(text) >= _FULL_LINE and not split_label(after)[0]
        return open_line and (_goes_on(after) or bool(self._width and full))

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
        kenmerken = self._lines[i].kenmerken
        while self._text(i).startswith("|"):
            if not _MD_DIVIDER.match(self._text(i)):
                cells = self._text(i).strip("|").split("|")
                kop = not rows
                rows.append([Cel(tekst=self._plain(clean(c)), kolom=n, kop=kop) for n, c in enumerate(cells)])
            i += 1
        add_table(self._bouwer, rows, kenmerken=kenmerken)
        return i


def _boxed(text: str) -> str:
    """Show a typed box, such as "- [x]", as the sign that other formats have."""
    match = _TYPED_BOX.match(text)
    return f"{match[1]}{'☐' if match[2] in {'', ' '} else '☒'} {text[match.end() :]}" if match else text


def _goes_on(text: str) -> bool:
    """Tell whether a line is the middle of a sentence; "auteur: ..." is a line of its own."""
    return text[:1].islower() and not _LABELLED.match(text)


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
