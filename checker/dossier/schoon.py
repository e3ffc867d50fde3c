"""Cleaning of text: literal for a reader, safe for every writer."""

from __future__ import annotations

import re
import unicodedata

#: Symbol fonts keep their signs in the private area; these are what a reader sees.
_SYMBOLS = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0A8: "☐", 0xF06F: "☐",
    0x25A1: "☐", 0xF0FE: "☒", 0xF0FD: "☒", 0xF078: "☒", 0xF0FC: "✓", 0xF02D: "-",
}  # fmt: skip
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
#: Boxes to tick: list signs that stay in the text, for ticked and not ticked mean the opposite.
BOXES = frozenset("☐☑☒")
_INVISIBLE = [0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFFFE, 0xFFFF]
_BREAKS = {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85}
_CONTROLS = [c for c in [*range(0x20), *range(0x7F, 0xA0)] if c not in _BREAKS]
_TABLE: dict[int, str | None] = {
    **dict.fromkeys([*_CONTROLS, *_INVISIBLE]),
    **_SYMBOLS,
    **_LIGATURES,
    0x2011: "-",
}
_SURROGATES = re.compile("[\ud800-\udfff]")
_LABEL = re.compile(
    r"(?P<teken>[•·▪◦‣●○■➢➤►✓✔❖]|\*(?!\*)|[-\u2013\u2014](?=\s)|o(?=\s))\s*(?=\S)"
    r"|(?P<nummer>\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)",
)


def clean(text: str) -> str:
    """Return the text in NFC with single spaces and without invisible characters."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", _SURROGATES.sub("", text))
    return " ".join(text.translate(_TABLE).split())


def split_label(text: str) -> tuple[str, str]:
    """Split a list sign or number from the text of an item; no sign gives ("", text).

    A box to tick is a sign too, and stays in the text.
    """
    if text[:1] in BOXES:
        return text[0], text
    match = _LABEL.match(text)
    if match is None:
        return "", text
    return match.group(0).strip(), text[match.end() :]


def ends_sentence(text: str) -> bool:
    """Tell whether the text ends as a sentence does."""
    return text.rstrip("\"'\u201d\u2019)]").endswith((".", "!", "?", "\u2026"))
