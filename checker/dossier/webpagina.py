"""Web pages: headings, lists and tables; menus and footers are kept apart from the text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from checker.dossier.codering import decode_or_warn
from checker.dossier.eigen import check_mark
from checker.dossier.fouten import Beschadigd
from checker.dossier.passage import Soort
from checker.dossier.schoon import clean
from checker.dossier.webtabel import Blok, Tafel

if TYPE_CHECKING:
    from checker.dossier.bouwer import Bouwer
    from checker.dossier.bron import Bron

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_SILENT = {"del", "s", "strike", "script", "style", "template", "noscript", "svg", "iframe", "object", "title", "math"}
_VOID = {"br", "img", "hr", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr"}
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_BLOCKS = {
    "p", "div", "section", "article", "main", "blockquote", "ul", "ol", "li", "table", "tr", "td", "th", "dl",
    "dt", "dd", "body", "header", "footer", "nav", "aside", "form", "fieldset", "address", "figure", "figcaption",
    "caption", "pre", "details", "summary", "thead", "tbody", "tfoot", "legend", "hr", "option", "button", *_HEADINGS,
}  # fmt: skip
_FURNITURE = {"nav", "footer", "button"}
_FURNITURE_NAME = re.compile(r"\b(cookie\w*|menu|navbar|navigatie|breadcrumbs?|consent|skip-?link)\b", re.IGNORECASE)


def read(bron: Bron, bouwer: Bouwer) -> None:
    """Read a web page."""
    add_html(bron.data, bouwer, bron.limieten.nesting_html)


def add_html(data: bytes | str, bouwer: Bouwer, max_depth: int) -> None:
    """Add the blocks of an HTML text."""
    parser = _Lezer(bouwer, max_depth)
    parser.feed(_decode(data, bouwer) if isinstance(data, bytes) else data)
    parser.close()
    parser.finish()


def _decode(data: bytes, bouwer: Bouwer) -> str:
    match = _CHARSET.search(data[:2048])
    if match and match[1].lower() not in {b"utf-8", b"utf8"}:
        try:
            return data.decode(match[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode_or_warn(data, bouwer)


class _Lezer(HTMLParser):
    """Turns the events of the parser into blocks."""

    def __init__(self, bouwer: Bouwer, max_depth: int) -> None:
        super().__init__(convert_charrefs=True)
        self._bouwer = bouwer
        self._max_depth = max_depth
        self._open: list[tuple[str, str]] = []  # tag and what it does: silent, furniture, hidden, ""
        self._text: list[str] = []
        self._hidden: list[str] = []
        self._title: list[str] = []
        self._furniture: list[str] = []
        self._tables: list[Tafel] = []
        self._fresh_item = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; a block ends the text before it."""
        if tag == "br":
            self._text.append("\n")
        if tag == "img":
            self._text.append(f" {dict(attrs).get('alt') or ''} ")
        if tag in _BLOCKS:
            self._implied_end(tag)
            self._flush()
        if tag in _VOID:
            self._input(tag, dict(attrs))
            return
        if len(self._open) >= self._max_depth:
            raise Beschadigd(oorzaak="de pagina is te diep genest")
        self._open.append((tag, _role(tag, attrs)))
        self._enter(tag, dict(attrs))

    def _input(self, tag: str, attrs: dict[str, str | None]) -> None:
        if tag == "meta" and attrs.get("name") == "generator":
            check_mark(attrs.get("content") or "")
        value = attrs.get("value") or ""
        if tag == "input" and attrs.get("type") in {"checkbox", "radio"}:
            self._text.append(" ☒ " if "checked" in attrs else " ☐ ")
        if tag == "input" and attrs.get("type") in {None, "text", "email", "date"} and value:
            self._text.append(f" {value} ")

    def _implied_end(self, tag: str) -> None:
        """Close what HTML lets writers leave open: p, li, td, tr."""
        closes = {"li": {"p", "li"}, "tr": {"p", "td", "th", "tr"}, "td": {"p", "td", "th"}, "th": {"p", "td", "th"},
                  "dt": {"p", "dt", "dd"}, "dd": {"p", "dt", "dd"}}.get(tag, {"p"})  # fmt: skip
        while self._open and self._open[-1][0] in closes:
            self.handle_endtag(self._open[-1][0])

    def _enter(self, tag: str, attrs: dict[str, str | None]) -> None:
        if tag == "table":
            self._tables.append(Tafel())
        elif tag == "tr" and self._tables:
            self._tables[-1].start_row()
        elif tag in {"td", "th"} and self._tables:
            self._tables[-1].start_cell(attrs, kop=tag == "th")
        elif tag == "li":
            self._fresh_item = True

    def handle_endtag(self, tag: str) -> None:
        """Close an element; an end without a start is ignored."""
        if tag not in (name for name, _ in self._open):
            return
        while self._open:
            name = self._open[-1][0]
            if name in _BLOCKS:
                self._flush()
            self._open.pop()
            self._leave(name)
            if name == tag:
                return

    def _leave(self, tag: str) -> None:
        if tag == "tr" and self._tables:
            self._tables[-1].end_row()
        elif tag == "table" and self._tables:
            self._deliver(self._tables.pop())
        elif tag == "li":
            self._fresh_item = False

    def handle_data(self, data: str) -> None:
        """Collect text."""
        if any(role == "silent" for _, role in self._open):
            if self._open[-1][0] == "title":
                self._title.append(data)
            return
        in_pre = any(tag == "pre" for tag, _ in self._open)
        seen = self._hidden if any(role == "hidden" for _, role in self._open) else self._text
        seen.append(data if in_pre else re.sub(r"\s+", " ", data))

    def _flush(self) -> None:
        """End a block; what of it is not shown follows it, also out of a table."""
        raw, self._text = "".join(self._text), []
        hidden, self._hidden = "".join(self._hidden), []
        self._place(raw)
        if clean(hidden):
            self._emit(hidden, self._kenmerken() | {"verborgen"})

    def _kenmerken(self) -> frozenset[str]:
        return frozenset({"geciteerd"} if any(tag == "blockquote" for tag, _ in self._open) else set())

    def _place(self, raw: str) -> None:
        text = clean(raw)
        if not text:
            return
        roles = {role for _, role in self._open}
        if "furniture" in roles:
            self._furniture.append(text)
        else:
            self._emit(raw, self._kenmerken())

    def _emit(self, raw: str, kenmerken: frozenset[str]) -> None:
        tags = [tag for tag, _ in self._open]
        heading = next((_HEADINGS[t] for t in reversed(tags) if t in _HEADINGS), None)
        if heading is None and "summary" in tags[-2:]:
            heading = 6
        depth = sum(t in {"ul", "ol"} for t in tags)
        if heading is not None:
            blok = Blok(tekst=raw, soort="kop", niveau=heading, kenmerken=kenmerken)
        elif "li" in tags and self._fresh_item:
            blok = Blok(tekst=raw, soort="item", niveau=max(0, min(depth, 9) - 1), kenmerken=kenmerken)
            self._fresh_item = False
        else:
            blok = Blok(tekst=raw, soort="vervolg" if "li" in tags else "alinea", kenmerken=kenmerken)
        self._deliver(blok)

    def _deliver(self, deel: Blok | Tafel) -> None:
        """Put a block or table in the innermost cell that is open, or else in the document."""
        if not any(table.place(deel) for table in reversed(self._tables)):
            deel.add(self._bouwer)

    def finish(self) -> None:
        """Close what is still open, and add the menu and footer texts once."""
        while self._open:
            self.handle_endtag(self._open[-1][0])
        self._flush()
        self._bouwer.titel = clean("".join(self._title)) or self._bouwer.titel
        for text in dict.fromkeys(self._furniture):
            self._bouwer.los(Soort.KOPREGEL, text, "menu of voettekst")


def _role(tag: str, attrs: list[tuple[str, str | None]]) -> str:
    if tag in _SILENT:
        return "silent"
    values = {name: value or "" for name, value in attrs}
    label = f"{values.get('class', '')} {values.get('id', '')}"
    if tag in _FURNITURE or values.get("role") == "navigation" or _FURNITURE_NAME.search(label):
        return "furniture"
    style = values.get("style", "").replace(" ", "").lower()
    if "line-through" in style:
        return "silent"
    if "hidden" in values or "display:none" in style or "visibility:hidden" in style:
        return "hidden"
    return ""
