"""Blad: the page a report is printed on: house style, margins, header, footer, sections."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.rapporten.word import eigenschappen, standaard, stijlen
from checker.rapporten.word.pakket import Pakket, SjabloonOngeldigError, lees, nieuw
from checker.rapporten.word.xml import R, W, Xml, alinea, samen, tekst, veld

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

DOCUMENT = "word/document.xml"
_PLEK = '<w:p><w:pPr><w:pStyle w:val="CheckerInhoud"/></w:pPr></w:p>'
_NS = f'xmlns:w="{W}" xmlns:r="{R}"'
_OPSOMMING = (
    '<w:abstractNum w:abstractNumId="{nr}"><w:multiLevelType w:val="hybridMultilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>'
    '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="340" w:hanging="227"/></w:pPr></w:lvl>'
    "</w:abstractNum>"
)
_NUM = '<w:num w:numId="{num}"><w:abstractNumId w:val="{nr}"/></w:num>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Blad:
    """A document that waits for its content.

    Attributes:
        pakket: the parts of the file.
        stijl_ids: id in this document per style id that the report uses.
        sectie: properties of the page, the base of every section.
        breedte: width of the text in twentieths of a point, upright.
        liggend: the same on a page on its side.
    """

    pakket: Pakket
    stijl_ids: dict[str, str]
    sectie: _Element
    breedte: int
    liggend: int


def maak(sjabloon: Path | None, kopregel: str, titel: str, peildatum: str) -> Blad:
    """Prepare a document: our own page, or the house style with what it lacks added."""
    pakket = lees(sjabloon) if sjabloon else _eigen()
    # An old copy of the styles that Word compares with the real ones: it would offer a repair.
    pakket.verwijder("stylesWithEffects")
    document = _ontleed(pakket, sjabloon)
    sectie = _sectie(document)
    pad = pakket.pad_van("styles")
    styles = pakket.xml(pad)
    ids = stijlen.vul_aan(styles, _opsomming(pakket), stijlen.accent_van(styles))
    stijlen.zet_taal(styles)
    pakket.zet(pad, styles)
    _kop_en_voet(pakket, sectie, kopregel, ids)
    pakket.zet(DOCUMENT, document)
    eigenschappen.zet(pakket, titel, peildatum)
    breedte, liggend = _breedtes(sectie)
    return Blad(pakket=pakket, stijl_ids=ids, sectie=sectie, breedte=breedte, liggend=liggend)


def _eigen() -> Pakket:
    delen = {
        DOCUMENT: standaard.DOCUMENT,
        "word/styles.xml": stijlen.basis(),
        "word/settings.xml": standaard.INSTELLINGEN,
        "word/fontTable.xml": standaard.LETTERS,
        "word/theme1.xml": standaard.thema(),
    }
    soorten = {
        "styles.xml": "styles",
        "settings.xml": "settings",
        "fontTable.xml": "fontTable",
        "theme1.xml": "theme",
    }
    return nieuw(delen, soorten)


def _ontleed(pakket: Pakket, sjabloon: Path | None) -> _Element:
    from lxml import etree

    try:
        document = pakket.xml(DOCUMENT)
    except etree.XMLSyntaxError as error:
        raise SjabloonOngeldigError(pad=sjabloon, oorzaak="het is beschadigd") from error
    if document.nsmap.get("w") != W or document.find(f"{{{W}}}body") is None:
        raise SjabloonOngeldigError(pad=sjabloon, oorzaak="het is een ander soort document")
    return document


def _sectie(document: _Element) -> _Element:
    """Mark where the content comes, and return the properties of the last section."""
    from lxml import etree

    body = document.find(f"{{{W}}}body")
    assert body is not None  # noqa: S101 - _ontleed refused a document without body
    sectie = body.find(f"{{{W}}}sectPr")
    if sectie is None:
        sectie = etree.fromstring(standaard.SECTIE.replace(">", f" {_NS}>", 1))
        body.append(sectie)
    _verwijder_leeg(body)
    plek = etree.fromstring(_PLEK.replace(">", f' xmlns:w="{W}">', 1))
    sectie.addprevious(plek)
    return sectie


def _verwijder_leeg(body: _Element) -> None:
    """Drop the empty paragraphs and page breaks at the end; stop at anything visible."""
    for element in reversed(list(body)[:-1]):
        zichtbaar = element.tag != f"{{{W}}}p" or any(
            deel.tag.rpartition("}")[2] in {"t", "drawing", "pict", "object", "sectPr"} for deel in element.iter("*")
        )
        if zichtbaar:
            return
        body.remove(element)


def _opsomming(pakket: Pakket) -> int:
    """Add a bulleted list to the numbering of the document and return its number."""
    from lxml import etree

    pad = pakket.pad_van("numbering")
    if not pad:
        lijst = _OPSOMMING.format(nr=1) + _NUM.format(num=1, nr=1)
        naam = pakket.vrije_naam("numbering")
        pakket.voeg_toe(naam, "numbering", f"<w:numbering {_NS}>{lijst}</w:numbering>")
        return 1
    root = pakket.xml(pad)
    nr = _vrij(root, "abstractNum", "abstractNumId")
    num = _vrij(root, "num", "numId")
    soort, gebruik = etree.fromstring(f"<x {_NS}>{_OPSOMMING.format(nr=nr)}{_NUM.format(num=num, nr=nr)}</x>")
    bestaand = root.findall(f"{{{W}}}num")
    if bestaand:
        bestaand[0].addprevious(soort)
        bestaand[-1].addnext(gebruik)
    else:
        root.extend([soort, gebruik])
    pakket.zet(pad, root)
    return num


def _vrij(root: _Element, naam: str, sleutel: str) -> int:
    nummers = [int(e.get(f"{{{W}}}{sleutel}", "0")) for e in root.findall(f"{{{W}}}{naam}")]
    return max(nummers, default=0) + 1


def _kop_en_voet(pakket: Pakket, sectie: _Element, kopregel: str, ids: dict[str, str]) -> None:
    """Add header and footer where the house style has none."""
    pagina = samen((tekst("Pagina "), veld("PAGE", "1"), tekst(" van "), veld("NUMPAGES", "1")))
    for soort, tag, inhoud in (
        ("footer", "ftr", alinea(pagina, "Footer")),
        ("header", "hdr", alinea(kopregel, "Header")),
    ):
        if sectie.find(f"{{{W}}}{soort}Reference") is not None:
            continue
        markup = stijlen.hernoem(f"<w:{tag} {_NS}>{inhoud}</w:{tag}>", ids)
        rel = pakket.voeg_toe(pakket.vrije_naam(soort), soort, markup)
        verwijzing = sectie.makeelement(f"{{{W}}}{soort}Reference", {})
        verwijzing.set(f"{{{W}}}type", "default")
        verwijzing.set(f"{{{R}}}id", rel)
        sectie.insert(0, verwijzing)


def _breedtes(sectie: _Element) -> tuple[int, int]:
    """Give the width of the text, upright and on its side."""
    maat, marge = sectie.find(f"{{{W}}}pgSz"), sectie.find(f"{{{W}}}pgMar")
    if maat is None or marge is None:
        return 9412, 14344
    zij = sum(_getal(marge, naam, 1247) for naam in ("left", "right", "gutter"))
    kort, lang = sorted((_getal(maat, "w", 11906), _getal(maat, "h", 16838)))
    return max(kort - zij, 4000), max(lang - zij, 6000)


def _getal(element: _Element, naam: str, anders: int) -> int:
    waarde = str(element.get(f"{{{W}}}{naam}", ""))
    return int(waarde) if waarde.isdigit() else anders


def sectie_einde(blad: Blad, *, liggend: bool, eerste: bool) -> Xml:
    """End a section: the pages before this point stand upright or on their side."""
    from lxml import etree

    kopie = _gedraaid(deepcopy(blad.sectie), liggend=liggend, eerste=eerste)
    markup = etree.tostring(kopie, encoding="unicode", with_tail=False)
    return Xml(f'<w:p><w:pPr><w:pStyle w:val="CheckerWit"/>{markup}</w:pPr></w:p>')


def _gedraaid(sectie: _Element, *, liggend: bool, eerste: bool) -> _Element:
    """Turn a section; it starts a page, and only the first restarts or hides its number."""
    eenmalig = () if eerste else ("titlePg", "pgNumType")
    for naam in ("type", *eenmalig):
        for element in sectie.findall(f"{{{W}}}{naam}"):
            sectie.remove(element)
    maat = sectie.find(f"{{{W}}}pgSz")
    if maat is not None:
        kort, lang = sorted((_getal(maat, "w", 11906), _getal(maat, "h", 16838)))
        maat.set(f"{{{W}}}w", str(lang if liggend else kort))
        maat.set(f"{{{W}}}h", str(kort if liggend else lang))
        maat.set(f"{{{W}}}orient", "landscape" if liggend else "portrait")
    return sectie


def vul(blad: Blad, inhoud: str, *, liggend: bool) -> bytes:
    """Put the content in its place and return the bytes of the file.

    The content is not parsed: a report of hundreds of pages would spend most of its time there.
    """
    document = blad.pakket.xml(DOCUMENT)
    sectie = document.find(f"{{{W}}}body/{{{W}}}sectPr")
    assert sectie is not None  # noqa: S101 - maak added it
    _gedraaid(sectie, liggend=liggend, eerste=False)
    blad.pakket.zet(DOCUMENT, document)
    omgeven = blad.pakket.delen[DOCUMENT]
    markup = stijlen.hernoem(inhoud, blad.stijl_ids)
    blad.pakket.delen[DOCUMENT] = omgeven.replace(_PLEK.encode(), markup.encode(), 1)
    return blad.pakket.bytes()
