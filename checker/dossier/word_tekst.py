"""Text of one Word paragraph: runs, tracked changes, symbols, boxes and pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.dossier.pakket import attr, child, local
from checker.dossier.word_stijlen import is_on

if TYPE_CHECKING:
    from lxml.etree import _Element

_DESCEND = {
    "sdt", "sdtContent", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo",
    "ruby", "rubyBase", "oMath", "oMathPara",
}  # fmt: skip
_INSERTED = {"ins", "moveTo"}
_REMOVED = {"del", "moveFrom"}
_DRAWN = {"drawing", "pict", "object", "AlternateContent"}
_NOTES = {
    "footnoteReference": "footnotes", "endnoteReference": "endnotes", "commentReference": "comments",
}  # fmt: skip
_STRUCK = {"strike", "dstrike"}
_UNSEEN = {"vanish", *_STRUCK}
_LOOKS = {"b", *_UNSEEN}
_FIXED = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


@dataclass(slots=True)
class Tekst:
    """What one paragraph says, and what hangs on it."""

    parts: list[str] = field(default_factory=list)
    bold: bool = True
    has_changes: bool = False
    kenmerken: set[str] = field(default_factory=set)
    hidden: list[str] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    alts: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def plain(self) -> str:
        """The text with its line breaks."""
        return "".join(self.parts)


def paragraph_text(paragraph: _Element) -> Tekst:
    """Read one paragraph; deleted and struck text is left out, hidden text stands apart from what is shown."""
    text = Tekst()
    _walk(paragraph, text)
    if text.hidden and not text.plain.strip():
        text.parts, text.hidden = text.hidden, []
        text.kenmerken.add("verborgen")
    if not text.plain.strip():
        text.bold = False
    return text


def _walk(parent: _Element, text: Tekst) -> None:
    for element in parent:
        tag = local(element)
        if tag == "r":
            _run(element, text)
        elif tag in _INSERTED:
            _inserted(element, text)
        elif tag in _REMOVED:
            text.has_changes = True
        elif tag == "sdt" and (box := child(element, "sdtPr", "checkbox")) is not None:
            text.parts.append(_box(box))
        elif tag in _DESCEND:
            _walk(element, text)
        elif (
            tag == "t"
            or (tag == "p" and local(parent) == "sdtContent")
            or (tag not in {"pPr", "rPr", "sdtPr"} and local(parent) in {"oMath", "oMathPara"})
        ):
            text.parts.append(_all_text(element))


def _inserted(element: _Element, text: Tekst) -> None:
    text.has_changes = True
    before = len(text.parts)
    _walk(element, text)
    if "".join(text.parts[before:]).strip():
        text.kenmerken.add("ingevoegd")


def _all_text(element: _Element) -> str:
    return "".join(str(part) for part in element.itertext())


def _run(run: _Element, text: Tekst) -> None:
    properties = child(run, "rPr")
    looks = set() if properties is None else {tag for e in properties if (tag := local(e)) in _LOOKS and is_on(e)}
    start = len(text.parts)
    for element in run:
        tag = local(element)
        if tag in _DRAWN:
            _drawing(element, text)
        elif tag in _NOTES:
            text.notes.append((_NOTES[tag], attr(element, "id")))
        else:
            text.parts.append(_piece(tag, element))
    written = text.parts[start:]
    if looks & _UNSEEN:
        del text.parts[start:]
        text.hidden += [] if looks & _STRUCK else written
    elif "".join(written).strip():
        text.bold = text.bold and "b" in looks


def _piece(tag: str, element: _Element) -> str:
    if tag == "t":
        return element.text or ""
    if tag == "br" and attr(element, "type") in {"page", "column"}:
        return "\n\n"
    if tag == "fldChar":
        return _box(child(element, "ffData", "checkBox"))
    return _symbol(element) if tag == "sym" else _FIXED.get(tag, "")


def _box(element: _Element | None) -> str:
    """The sign of a box to tick: of an old form field, or of a content control."""
    if element is None:
        return ""
    states = {local(e): is_on(e) for e in element}
    return "☒ " if states.get("checked", states.get("default", False)) else "☐ "


def _symbol(element: _Element) -> str:
    try:
        return chr(int(attr(element, "char"), 16))
    except (ValueError, OverflowError):
        return ""


def _drawing(element: _Element, text: Tekst) -> None:
    """Collect text boxes and descriptions; of alternatives only the first is shown."""
    tag = local(element)
    if tag == "AlternateContent":
        choice = next((e for e in element if local(e) == "Choice"), None)
        chosen = choice if choice is not None else next(iter(element), None)
        if chosen is not None:
            _drawing(chosen, text)
        return
    if tag == "txbxContent":
        text.boxes.append(element)
        return
    if tag == "docPr" and attr(element, "descr").strip():
        text.alts.append(attr(element, "descr"))
    if tag == "textpath" and attr(element, "string").strip():
        text.alts.append(attr(element, "string"))
    for inner in element:
        _drawing(inner, text)
