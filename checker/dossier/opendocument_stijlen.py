"""Styles of an OpenDocument file: what they say about the text they dress."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.dossier.pakket import attr, child, each

if TYPE_CHECKING:
    from lxml.etree import _Element

_QUOTE = re.compile(r"(?:intense )?quote|quotations|(?:duidelijk |blok)?citaat", re.IGNORECASE)


class Opmaak:
    """What the styles say: bold, title, hidden, quoted, struck through, by style name with its parents."""

    def __init__(self, roots: list[_Element | None]) -> None:
        self._parent: dict[str, str] = {}
        self._bold: dict[str, bool] = {}
        self._hidden: set[str] = set()
        self._struck: set[str] = set()
        for root in roots:
            for style in each(root, "style"):
                self._add(style)

    def _add(self, style: _Element) -> None:
        name = attr(style, "name")
        self._parent[name] = attr(style, "parent-style-name")
        text = child(style, "text-properties")
        if text is not None:
            weight = attr(text, "font-weight")
            if weight:
                self._bold[name] = weight == "bold"
            if attr(text, "display") == "none":
                self._hidden.add(name)
            if {attr(text, "text-line-through-style"), attr(text, "text-line-through-type")} - {"", "none"}:
                self._struck.add(name)

    def chain(self, name: str) -> list[str]:
        """Return the style and its parents."""
        names: list[str] = []
        while name and name not in names and len(names) < 20:
            names.append(name)
            name = self._parent.get(name, "")
        return names

    def bold(self, name: str) -> bool:
        """Tell whether text in this style is bold."""
        return next((self._bold[n] for n in self.chain(name) if n in self._bold), False)

    def remove_struck(self, content: _Element) -> None:
        """Empty what is struck through; the text behind it stays."""
        for element in list(each(content, "span", "p", "h")) if self._struck else ():
            if any(name in self._struck for name in self.chain(attr(element, "style-name"))):
                tail = element.tail
                element.clear()
                element.tail = tail

    def kenmerken(self, name: str) -> frozenset[str]:
        """Return the flags that the style gives its text."""
        chain = self.chain(name)
        found = {"verborgen"} if any(n in self._hidden for n in chain) else set()
        return frozenset(found | ({"geciteerd"} if any(_QUOTE.fullmatch(n.replace("_20_", " ")) for n in chain) else set()))

    def is_title(self, name: str) -> bool:
        """Tell whether this is the style of the title."""
        return any(n in {"Title", "Titel"} for n in self.chain(name))
