"""Styles of the report, built in code; a house style wins where it has the same style."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.rapporten.word.tabelstijlen import (
    KENMERKEN,
    STROOK,
    TABEL_BASIS,
    stijlmarkup,
    tabelstijl,
)
from checker.rapporten.word.xml import W, attribuut

if TYPE_CHECKING:
    from lxml.etree import _Element

ACCENT = "1F4E79"
_GRIJS = "5A6570"
_LETTER = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>'
_ONDERLIJN = f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="10" w:color="{ACCENT}"/></w:pBdr>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Alineastijl:
    """A paragraph style: spacing and size in the units of Word (1/20 and 1/2 point)."""

    id: str
    naam: str
    op: str = "Normal"
    voor: int = 0
    na: int = 0
    maat: int = 0
    regel: int = 0
    kleur: str = ""
    letter: str = ""
    alinea: str = ""
    kop: int = 0


_STIJLEN = (
    Alineastijl(id="Title", naam="Title", voor=1200, na=120, maat=60, kleur=ACCENT, letter="<w:b/>"),
    Alineastijl(id="Subtitle", naam="Subtitle", na=600, maat=30, kleur=_GRIJS, alinea=_ONDERLIJN),
    Alineastijl(
        id="Heading1",
        naam="heading 1",
        voor=0,
        na=200,
        maat=36,
        kleur=ACCENT,
        kop=1,
        letter="<w:b/>",
    ),
    Alineastijl(
        id="Heading2",
        naam="heading 2",
        voor=400,
        na=120,
        maat=28,
        kleur=ACCENT,
        kop=2,
        letter="<w:b/>",
    ),
    Alineastijl(
        id="Heading3",
        naam="heading 3",
        voor=360,
        na=80,
        maat=24,
        kop=3,
        letter="<w:b/>",
        kleur="1B2733",
    ),
    Alineastijl(
        id="Heading4",
        naam="heading 4",
        voor=160,
        na=60,
        maat=20,
        kleur=ACCENT,
        kop=4,
        letter="<w:b/>",
    ),
    Alineastijl(
        id="TOCHeading",
        naam="TOC Heading",
        na=200,
        maat=36,
        kleur=ACCENT,
        letter="<w:b/>",
        alinea="<w:keepNext/>",
    ),
    Alineastijl(id="TOC1", naam="toc 1", maat=20, voor=80, na=10, regel=247, letter="<w:b/>"),
    Alineastijl(id="TOC2", naam="toc 2", maat=20, na=10, regel=247, alinea='<w:ind w:left="340"/>'),
    Alineastijl(id="Header", naam="header", maat=17, kleur=_GRIJS),
    Alineastijl(id="Footer", naam="footer", maat=17, kleur=_GRIJS, alinea='<w:jc w:val="right"/>'),
    Alineastijl(id="CheckerCel", naam="Checker cel", maat=18, na=20, regel=247),
    Alineastijl(
        id="CheckerCelKop",
        naam="Checker celkop",
        op="CheckerCel",
        maat=18,
        letter="<w:b/>",
        alinea="<w:keepNext/>",
    ),
    Alineastijl(id="CheckerBijschrift", naam="Checker bijschrift", op="CheckerCel", maat=16, kleur=_GRIJS),
    Alineastijl(id="CheckerLegenda", naam="Checker legenda", op="CheckerCel", maat=18, na=200),
    Alineastijl(
        id="CheckerStaaf",
        naam="Checker staaf",
        op="CheckerCel",
        maat=22,
        na=0,
        letter="<w:b/>",
        alinea='<w:jc w:val="center"/>',
    ),
    Alineastijl(
        id="CheckerVraag",
        naam="Checker toetsvraag",
        na=120,
        kleur=_GRIJS,
        letter="<w:i/>",
        alinea="<w:keepNext/>",
    ),
    Alineastijl(id="CheckerSlot", naam="Checker slotregel", voor=120, na=60),
    Alineastijl(id="CheckerWit", naam="Checker witregel", maat=10, na=0, regel=200),
)


def vul_aan(styles: _Element, numbering: int, accent: str) -> dict[str, str]:
    """Add the styles that are missing and tell which id each has in this document.

    A style counts as present when its name is, whatever its id: Word writes Kop1 for
    "heading 1" in a Dutch template.
    """
    aanwezig = {
        str(naam.get(f"{{{W}}}val")).lower(): str(stijl.get(f"{{{W}}}styleId"))
        for stijl in styles.iter(f"{{{W}}}style")
        if (naam := stijl.find(f"{{{W}}}name")) is not None
    }
    stijlen = _alle(numbering, accent)
    ids = {id_: aanwezig[wie.lower()] for id_, wie, _ in stijlen if wie.lower() in aanwezig}
    for _, stijlnaam, markup in stijlen:
        if stijlnaam.lower() not in aanwezig:
            styles.append(_element(hernoem(markup, ids)))
    return ids


def hernoem(markup: str, ids: dict[str, str]) -> str:
    """Let markup refer to styles by the ids that this document has for them."""
    for id_, eigen in ids.items():
        if id_ != eigen:
            for element in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
                markup = markup.replace(f'<w:{element} w:val="{id_}"/>', f'<w:{element} w:val="{attribuut(eigen)}"/>')
    return markup


def accent_van(styles: _Element) -> str:
    """Give the colour of the first heading of a house style, or our own."""
    for stijl in styles.iter(f"{{{W}}}style"):
        naam = stijl.find(f"{{{W}}}name")
        kleur = stijl.find(f"{{{W}}}rPr/{{{W}}}color")
        if naam is not None and str(naam.get(f"{{{W}}}val")).lower() == "heading 1":
            waarde = "" if kleur is None else str(kleur.get(f"{{{W}}}val"))
            return waarde if re.fullmatch("[0-9A-Fa-f]{6}", waarde) else ACCENT
    return ACCENT


def zet_taal(styles: _Element) -> None:
    """Make Dutch the language of the text, so that a screen reader and speller read it well."""
    for taal in styles.findall(f"{{{W}}}docDefaults/{{{W}}}rPrDefault/{{{W}}}rPr/{{{W}}}lang"):
        taal.set(f"{{{W}}}val", "nl-NL")


def basis() -> str:
    """Write the styles part of a report without house style: only the defaults."""
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{_LETTER}'
        '<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="nl-NL" w:eastAsia="nl-NL"'
        ' w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="120" w:line="271" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults></w:styles>"
    )


def _alle(numbering: int, accent: str) -> list[tuple[str, str, str]]:
    vast = [
        (
            "Normal",
            "Normal",
            stijlmarkup("paragraph", "Normal", "Normal", "<w:qFormat/>", standaard=True),
        ),
        ("TableNormal", "Normal Table", TABEL_BASIS),
        (
            "Hyperlink",
            "Hyperlink",
            stijlmarkup(
                "character",
                "Hyperlink",
                "Hyperlink",
                f'<w:rPr><w:color w:val="{accent}"/><w:u w:val="single"/></w:rPr>',
            ),
        ),
        (
            "PlaceholderText",
            "Placeholder Text",
            stijlmarkup(
                "character",
                "PlaceholderText",
                "Placeholder Text",
                f'<w:rPr><w:color w:val="{_GRIJS}"/></w:rPr>',
            ),
        ),
        ("CheckerLijst", "Checker lijst", _lijst(numbering)),
        ("CheckerTabel", "Checker tabel", tabelstijl(accent)),
        ("CheckerKenmerken", "Checker kenmerken", KENMERKEN),
        ("CheckerStrook", "Checker strook", STROOK),
    ]
    return vast + [(stijl.id, stijl.naam, _alinea(stijl)) for stijl in _STIJLEN]


def _element(markup: str) -> _Element:
    from lxml import etree

    return etree.fromstring(markup.replace(">", f' xmlns:w="{W}">', 1))


def _alinea(stijl: Alineastijl) -> str:
    regel = f' w:line="{stijl.regel}" w:lineRule="auto"' if stijl.regel else ""
    houd = "<w:keepNext/><w:keepLines/>" if stijl.kop else ""
    # The order of the elements is fixed by the schema: keep, break, spacing, indent, jc, outline.
    voor, inspringing = stijl.alinea, ""
    if stijl.alinea.startswith(("<w:ind", "<w:jc")):
        voor, inspringing = "", stijl.alinea
    ppr = f'{houd}{voor}<w:spacing w:before="{stijl.voor}" w:after="{stijl.na}"{regel}/>{inspringing}' + (
        f'<w:outlineLvl w:val="{stijl.kop - 1}"/>' if stijl.kop else ""
    )
    kleur = f'<w:color w:val="{stijl.kleur}"/>' if stijl.kleur else ""
    maat = f'<w:sz w:val="{stijl.maat}"/><w:szCs w:val="{stijl.maat}"/>' if stijl.maat else ""
    rest = (
        f'<w:basedOn w:val="{stijl.op}"/>'
        + ('<w:next w:val="Normal"/>' if stijl.kop else "")
        + "<w:qFormat/>"
        + f"<w:pPr>{ppr}</w:pPr><w:rPr>{stijl.letter}{kleur}{maat}</w:rPr>"
    )
    return stijlmarkup("paragraph", stijl.id, stijl.naam, rest)


def _lijst(numbering: int) -> str:
    return stijlmarkup(
        "paragraph",
        "CheckerLijst",
        "Checker lijst",
        '<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:numPr><w:numId'
        f' w:val="{numbering}"/></w:numPr><w:spacing w:after="60"/></w:pPr>',
    )
