"""Styles and numbering of a Word file: what a paragraph is, and its number."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.dossier.pakket import attr, child, local

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = re.compile(r"(?:heading|kop|berschrift|titre)\s*(\d)", re.IGNORECASE)
_LIST = re.compile(r"(?:list|lijst)(?!\s*paragraph|\s*alinea)", re.IGNORECASE)
_LIST_LEVEL = re.compile(r"(\d)$")
_TOC = re.compile(r"(?:toc|inhopg|inhoudsopgave)\s*(?:\d|heading|kop)?", re.IGNORECASE)
_QUOTE = re.compile(r"(?:intense )?quote|quotations|(?:duidelijk |blok)?citaat", re.IGNORECASE)
_BODY_LEVEL = 9


@dataclass(slots=True, kw_only=True)
class Stijl:
    """A paragraph style with what it takes from the style below it."""

    naam: str
    basis: str = ""
    niveau: int | None = None
    nummering: str = ""
    diepte: str = ""
    vet: bool = False
    verborgen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Aard:
    """What a paragraph is: ``kop`` level (0 is the title), list level, or contents line."""

    kop: int | None = None
    lijst: int | None = None
    inhoud: bool = False
    label: str = ""
    vet: bool = False
    verborgen: bool = False
    geciteerd: bool = False

    @property
    def kenmerken(self) -> frozenset[str]:
        """The flags that the style gives its paragraph."""
        return frozenset({"verborgen"} if self.verborgen else set()) | frozenset({"geciteerd"} if self.geciteerd else set())


@dataclass(slots=True)
class Nummering:
    """Counters of the numbered lists of one document."""

    formats: dict[str, dict[int, tuple[str, str, int]]] = field(default_factory=dict)
    abstract: dict[str, str] = field(default_factory=dict)
    counters: dict[str, dict[int, int]] = field(default_factory=dict)

    def is_bullet(self, num_id: str, level: int) -> bool:
        """Tell whether the level has a sign instead of a number."""
        fmt = self.formats.get(self.abstract.get(num_id, ""), {}).get(level)
        return fmt is None or fmt[0] in {"bullet", "none"}

    def next_label(self, num_id: str, level: int) -> str:
        """Count one further and return the label as printed, such as "4.1"."""
        key = self.abstract.get(num_id, num_id)
        levels = self.formats.get(key, {})
        counter = self.counters.setdefault(key, {})
        start = levels.get(level, ("", "", 1))[2]
        counter[level] = counter.get(level, start - 1) + 1
        for deeper in [lvl for lvl in counter if lvl > level]:
            del counter[deeper]
        if self.is_bullet(num_id, level):
            return ""
        pattern = levels[level][1]
        return re.sub(r"%(\d)", lambda m: self._number(levels, counter, int(m[1]) - 1), pattern)

    @staticmethod
    def _number(levels: dict[int, tuple[str, str, int]], counter: dict[int, int], level: int) -> str:
        fmt, _, start = levels.get(level, ("decimal", "", 1))
        number = counter.get(level, start)
        if fmt in {"lowerLetter", "upperLetter"}:
            text = chr(96 + (number - 1) % 26 + 1)
            return text.upper() if fmt == "upperLetter" else text
        if fmt in {"lowerRoman", "upperRoman"}:
            return _roman(number) if fmt == "lowerRoman" else _roman(number).upper()
        return str(number)


class Stijlen:
    """Styles by id, and the numbering they and the paragraphs point to."""

    def __init__(self, styles: _Element | None, numbering: _Element | None) -> None:
        self._stijlen = dict(_styles(styles))
        self._default = next((k for k, s in self._stijlen.items() if s.basis == "*"), "")
        self.nummering = _numbering(numbering)

    def aard(self, properties: _Element | None) -> Aard:
        """Tell what a paragraph with these properties is, counting its number."""
        chain = self._chain(_val(properties, "pStyle") or self._default)
        if any(_TOC.fullmatch(s.naam) for s in chain):
            return Aard(inhoud=True)
        kop = _heading_level(properties, chain)
        num_id, level = self._numbering_of(properties, chain)
        label = self.nummering.next_label(num_id, level) if num_id else ""
        vet = any(s.vet for s in chain)
        verborgen = any(s.verborgen for s in chain)
        geciteerd = any(_QUOTE.fullmatch(s.naam) for s in chain)
        if kop is not None:
            return Aard(kop=kop, label=label, vet=vet, verborgen=verborgen)
        lijst = level if num_id else _list_style(chain)
        return Aard(lijst=lijst, label=label, vet=vet, verborgen=verborgen, geciteerd=geciteerd)

    def _chain(self, style_id: str) -> list[Stijl]:
        chain: list[Stijl] = []
        while style_id in self._stijlen and len(chain) < 20:
            chain.append(self._stijlen[style_id])
            style_id = chain[-1].basis
        return chain

    @staticmethod
    def _numbering_of(properties: _Element | None, chain: list[Stijl]) -> tuple[str, int]:
        own = child(properties, "numPr") if properties is not None else None
        num_id = _val(own, "numId") or next((s.nummering for s in chain if s.nummering), "")
        depth = _val(own, "ilvl") or next((s.diepte for s in chain if s.nummering), "")
        if num_id in {"", "0"}:
            return "", 0
        return num_id, min(int(depth), 8) if depth.isdigit() else 0


def _heading_level(properties: _Element | None, chain: list[Stijl]) -> int | None:
    outline = _val(properties, "outlineLvl")
    if outline.isdigit():
        return int(outline) + 1 if int(outline) < _BODY_LEVEL else None
    if any(s.naam.lower() in {"title", "titel"} for s in chain):
        return 0
    for stijl in chain:
        if stijl.niveau is not None:
            return stijl.niveau + 1 if stijl.niveau < _BODY_LEVEL else None
        match = _HEADING.match(stijl.naam)
        if match:
            return int(match[1])
    return None


def _list_style(chain: list[Stijl]) -> int | None:
    for stijl in chain:
        if _LIST.match(stijl.naam) and "continue" not in stijl.naam.lower():
            depth = _LIST_LEVEL.search(stijl.naam)
            return int(depth[1]) - 1 if depth else 0
    return None


def _styles(root: _Element | None) -> list[tuple[str, Stijl]]:
    found = []
    for element in root if root is not None else ():
        if local(element) != "style" or attr(element, "type") not in {"paragraph", ""}:
            continue
        ppr, rpr = child(element, "pPr"), child(element, "rPr")
        outline = _val(ppr, "outlineLvl")
        is_default = attr(element, "default") in {"1", "true"}
        stijl = Stijl(
            naam=_val(element, "name"),
            basis=_val(element, "basedOn") or ("*" if is_default else ""),
            niveau=int(outline) if outline.isdigit() else None,
            nummering=_val(child(ppr, "numPr"), "numId"),
            diepte=_val(child(ppr, "numPr"), "ilvl"),
            vet=is_on(child(rpr, "b")),
            verborgen=is_on(child(rpr, "vanish")),
        )
        found.append((attr(element, "styleId"), stijl))
    return found


def _numbering(root: _Element | None) -> Nummering:
    nummering = Nummering()
    for element in root if root is not None else ():
        if local(element) == "abstractNum":
            levels = nummering.formats.setdefault(attr(element, "abstractNumId"), {})
            for lvl in element:
                if local(lvl) == "lvl" and attr(lvl, "ilvl").isdigit():
                    start = _val(lvl, "start")
                    levels[int(attr(lvl, "ilvl"))] = (
                        _val(lvl, "numFmt"),
                        _val(lvl, "lvlText"),
                        int(start) if start.isdigit() else 1,
                    )
        elif local(element) == "num":
            nummering.abstract[attr(element, "numId")] = _val(element, "abstractNumId")
    return nummering


def is_on(element: _Element | None) -> bool:
    """Tell whether a toggle property is there and not switched off."""
    return element is not None and attr(element, "val") not in {"0", "false", "off", "none"}


def _val(element: _Element | None, name: str) -> str:
    found = child(element, name)
    return attr(found, "val") if found is not None else ""


def _roman(number: int) -> str:
    text = ""
    for value, sign in ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
                        (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):  # fmt: skip
        while number >= value and len(text) < 20:
            text += sign
            number -= value
    return text
