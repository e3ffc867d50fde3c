"""Markdown: what its marks mean for a reader, before the lines are judged as plain text."""

from __future__ import annotations

import re

_STRUCK = re.compile(r"(?<!~)~~(?=[^\s~])(?:(?!\n[ \t]*\n).){1,2000}?(?<=\S)~~(?!~)|<(del|s|strike)>.{0,2000}?</\1>", re.DOTALL | re.IGNORECASE)
_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r"\s{0,3}(?:>\s?)+(?:#{1,6}\s+)?")
_MARKS = re.compile(
    r"(\*\*\*|\*\*|__|`)(?=\S)(?P<fat>.+?)(?<=\S)\1"
    r"|(?<![\w*])\*(?=[^\s*])(?P<star>[^*]+)(?<=\S)\*(?![\w*])|(?<!\w)_(?=[^\s_])(?P<low>[^_]+)(?<=\S)_(?!\w)"
)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)")
_FAT_LINE = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).)+)(?<=\S)\1")
_STARTS_BLOCK = re.compile(r"\s*(?:#{1,6}\s|[-*+•]\s|\d{1,2}[.)]\s|\||$)")


def without_unseen(text: str) -> str:
    """Leave out comments and struck-through text; every line keeps its number."""
    return _STRUCK.sub(lambda match: "\n" * match[0].count("\n"), _without_comments(text))


def _without_comments(text: str) -> str:
    parts: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts += [text[at:start], "\n" * text.count("\n", start, end)]
        at = end + 3
    return "".join([*parts, text[at:]])


def take_quotes(lines: list[str]) -> tuple[list[str], frozenset[int]]:
    """Return the lines without the signs of quotes and code, and the indexes of those lines.

    As a page shows it: a line below a quote belongs to it until a blank line, here also until
    a sentence ends.
    """
    plain, quoted = list(lines), set[int]()
    code = _code_lines(lines)
    for i, line in enumerate(lines):
        match = _QUOTE.match(line)
        if i in code:
            plain[i] = "" if _FENCE.match(line) else line
        elif match and match[0].strip():
            plain[i] = line[match.end() :]
        elif i - 1 not in quoted or i - 1 in code or not _goes_on(plain[i - 1], line):
            continue
        quoted.add(i)
    return plain, frozenset(quoted)


def _goes_on(above: str, line: str) -> bool:
    above = above.rstrip()
    return bool(above) and not above.endswith((".", "!", "?", ":")) and not _STARTS_BLOCK.match(line)


def _code_lines(lines: list[str]) -> set[int]:
    """The lines of blocks of code with their fences; a fence that is never closed is none."""
    found: set[int] = set()
    start, sign = -1, ""
    for i, line in enumerate(lines):
        match = _FENCE.match(line)
        if match and start < 0:
            start, sign = i, match[1]
        elif match and match[1].startswith(sign) and not line[match.end() :].strip():
            found.update(range(start, i + 1))
            start = -1
    return found


def plain_text(text: str) -> str:
    """Return the text without marks of emphasis and links."""
    return _MARKS.sub(lambda match: match["fat"] or match["star"] or match["low"], _LINK.sub(r"\1", text))


def fat_line(text: str) -> str:
    """Return the words of a line that is bold as a whole, or nothing."""
    match = _FAT_LINE.fullmatch(text)
    return match[2] if match else ""
