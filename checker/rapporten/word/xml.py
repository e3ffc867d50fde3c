"""Markup of Word: text goes in as str and comes out as Xml, escaped at one place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.rapporten.opmaak import veilig

if TYPE_CHECKING:
    from collections.abc import Iterable

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_PARAGRAPH = re.compile(r"(?:<w:pPr>(?P<stijl><w:pStyle [^>]*/>)?(?P<rest>.*?)</w:pPr>)?", re.DOTALL)
_LANG = re.compile(r"[^\s-]{24,}")
_NA_STREEP = re.compile(r"(?<=[_.])(?=[^_.])")
_TEKST = '<w:t xml:space="preserve">'


class Xml(str):
    """Markup that is well-formed and safe; plain text never has this type."""

    __slots__ = ()


def attribuut(text: str) -> str:
    """Escape text for use between the quotes of an attribute."""
    return " ".join(veilig(text).split()).translate(_ESCAPES)


def samen(delen: Iterable[Xml]) -> Xml:
    """Join markup."""
    return Xml("".join(delen))


def bij_tabel(inhoud: Xml) -> Xml:
    """Keep every paragraph that stands right before a table on one page with it."""
    parts = inhoud.split("<w:tbl>")
    return Xml("<w:tbl>".join([*(_houd_laatste(part) for part in parts[:-1]), parts[-1]]))


def bij_volgende(inhoud: Xml) -> Xml:
    """Keep all paragraphs of markup, those in cells too, on one page with what follows.

    Rows whose paragraphs all stay together need not be kept whole; LibreOffice leaves a table of rows that are behind.
    """
    first, *rest = inhoud.replace("<w:cantSplit/>", "").split("<w:p>")
    return Xml("<w:p>".join([first, *(_houd(part, 0) for part in rest)]))


def _houd(part: str, start: int) -> str:
    """The paragraph whose properties begin at ``start`` stays with what follows."""
    properties = _PARAGRAPH.match(part, start)
    if properties is None or "<w:keepNext/>" in properties[0]:
        return part
    stijl, rest = properties["stijl"] or "", properties["rest"] or ""
    return f"{part[:start]}<w:pPr>{stijl}<w:keepNext/>{rest}</w:pPr>{part[properties.end():]}"


def _houd_laatste(part: str) -> str:
    """Markup of which the last paragraph, if it ends there, stays with what follows."""
    start = part.rfind("<w:p>") + len("<w:p>")
    if not part.endswith("</w:p>") or start < part.rfind("<w:p "):
        return part
    return _houd(part, start)


def tekst(text: str, *, vet: bool = False, cursief: bool = False, kleur: str = "") -> Xml:
    """Write a run; newlines become line breaks and tabs stay tabs."""
    opmaak = "<w:b/>" * vet + "<w:i/>" * cursief
    if kleur:
        opmaak += f'<w:color w:val="{kleur}"/>'
    rpr = f"<w:rPr>{opmaak}</w:rPr>" if opmaak else ""
    return Xml(f"<w:r>{rpr}{_inhoud(text)}</w:r>")


def _inhoud(text: str) -> str:
    inhoud = veilig(text).translate(_ESCAPES)
    inhoud = inhoud.replace("\n", f"</w:t><w:br/>{_TEKST}")
    return f"{_TEKST}{inhoud}</w:t>".replace("\t", f"</w:t><w:tab/>{_TEKST}")


def afbreekbaar(naam: str) -> str:
    """A name that may break after its underscores and dots, where a word of it is wider than a column of a table.

    By a space without width: nobody sees it, and a name that fits has none.
    """
    return _LANG.sub(lambda woord: _NA_STREEP.sub("\u200b", woord[0]), naam)


def als_xml(inhoud: str) -> Xml:
    """Take markup as it is, and write plain text as a run."""
    return inhoud if isinstance(inhoud, Xml) else tekst(inhoud)


def alinea(inhoud: str, stijl: str = "", *, bij_volgende: bool = False, nieuwe_pagina: bool = False) -> Xml:
    """Write a paragraph of a style.

    Args:
        inhoud: runs, or plain text.
        stijl: id of the style; empty is the normal text.
        bij_volgende: keep on one page with what follows.
        nieuwe_pagina: start a page.
    """
    eigenschappen = f'<w:pStyle w:val="{stijl}"/>' if stijl else ""
    if bij_volgende:
        eigenschappen += "<w:keepNext/>"
    if nieuwe_pagina:
        eigenschappen += "<w:pageBreakBefore/>"
    ppr = f"<w:pPr>{eigenschappen}</w:pPr>" if eigenschappen else ""
    return Xml(f"<w:p>{ppr}{als_xml(inhoud)}</w:p>")


def lijst(punten: Iterable[str]) -> Xml:
    """Write a bulleted list."""
    return samen(alinea(punt, "CheckerLijst") for punt in punten)


def benoemd(naam: str, inhoud: str) -> Xml:
    """Write a bold word with what belongs to it: "Risico: ..."."""
    return samen((tekst(f"{naam}: ", vet=True), als_xml(inhoud)))


def link(anker: str, text: str) -> Xml:
    """Link to a bookmark in the report."""
    run = f'<w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>{_inhoud(text)}</w:r>'
    return Xml(f'<w:hyperlink w:anchor="{anker}" w:history="1">{run}</w:hyperlink>')


def bladwijzer(anker: str, nummer: int, inhoud: str) -> Xml:
    """Mark a place that links can point to."""
    return Xml(f'<w:bookmarkStart w:id="{nummer}" w:name="{anker}"/>{als_xml(inhoud)}<w:bookmarkEnd w:id="{nummer}"/>')


def veld(code: str, waarde: str) -> Xml:
    """Write a field with the value that shows until Word computes it."""
    return samen(
        (
            veldteken("begin"),
            veldcode(code),
            veldteken("separate"),
            tekst(waarde),
            veldteken("end"),
        )
    )


def veldteken(soort: str) -> Xml:
    """Write one of the marks of a field: begin, separate or end."""
    return Xml(f'<w:r><w:fldChar w:fldCharType="{soort}"/></w:r>')


def veldcode(code: str) -> Xml:
    """Write the instruction of a field."""
    return Xml(f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>')
