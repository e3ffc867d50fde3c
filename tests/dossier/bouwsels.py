"""Builders of small documents: each returns the bytes of one file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
EXTRA = (
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
STYLES = f"""<w:styles {W}>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="KopZorg"><w:name w:val="Kop zorg"/><w:basedOn w:val="Kop2"/></w:style>
<w:style w:type="paragraph" w:styleId="Lijst"><w:name w:val="List Bullet"/></w:style>
<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style>
</w:styles>"""


def pakket(delen: Mapping[str, str | bytes]) -> bytes:
    """Zip the parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in delen.items():
            package.writestr(name, data)
    return out.getvalue()


def uitgepakt(data: bytes) -> dict[str, bytes]:
    """The parts of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def rels(*pairs: tuple[str, str]) -> str:
    """Relations of (kind, target), with ids rId1, rId2."""
    rows = "".join(
        f'<Relationship Id="rId{nr}" Type="{REL}/{kind}" Target="{target}"/>' for nr, (kind, target) in enumerate(pairs, 1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def alinea(text: str, stijl: str = "", *, vet: bool = False, num: str = "") -> str:
    """One Word paragraph."""
    style = f'<w:pStyle w:val="{stijl}"/>' if stijl else ""
    number = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{num}"/></w:numPr>' if num else ""
    bold = "<w:rPr><w:b/></w:rPr>" if vet else ""
    run = f'<w:r>{bold}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f"<w:p><w:pPr>{style}{number}</w:pPr>{run}</w:p>"


def cel(text: str, extra: str = "", *, vet: bool = False) -> str:
    """One Word table cell; ``extra`` stands in its properties."""
    return f"<w:tc><w:tcPr>{extra}</w:tcPr>{alinea(text, vet=vet)}</w:tc>"


def tabel(*rijen: str) -> str:
    """A Word table of rows that are joined cells."""
    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{rij}</w:tr>" for rij in rijen) + "</w:tbl>"


def docx(body: str, parts: dict[str, str] | None = None, main_type: str = MAIN) -> bytes:
    """A Word file around a body; ``parts`` are extra parts by kind, such as footnotes."""
    extra = {"styles": STYLES, **(parts or {})}
    named = {f"word/{kind}.xml": xml for kind, xml in extra.items()}
    kinds = tuple((kind.rstrip("0123456789"), f"{kind}.xml") for kind in extra)
    return pakket(
        {
            "[Content_Types].xml": (
                '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                f'<Override PartName="/word/document.xml" ContentType="{main_type}"/></Types>'
            ),
            "_rels/.rels": rels(("officeDocument", "word/document.xml")),
            "word/document.xml": f"<w:document {W} {EXTRA}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": rels(*kinds),
            **named,
        }
    )


NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
</w:numbering>"""

ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"'
)


def odt(body: str, *, kind: str = "text", styles: str = "", manifest: str = "") -> bytes:
    """An OpenDocument file around a body."""
    return pakket(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": f"<office:document-content {ODF}><office:body><office:{kind}>{body}</office:{kind}>"
            "</office:body></office:document-content>",
            "styles.xml": f"<office:document-styles {ODF}>{styles}</office:document-styles>",
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
        }
    )


def xlsx(bladen: dict[str, list[list[object]]]) -> bytes:
    """A workbook of sheets with rows; None leaves a cell empty."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "dd-mm-yyyy"})
    for naam, rijen in bladen.items():
        sheet = book.add_worksheet(naam)
        for nr, rij in enumerate(rijen):
            for column, value in enumerate(rij):
                if value is not None:
                    sheet.write(nr, column, value)
    book.close()
    return out.getvalue()


Tekening = list[tuple[float, float, str] | tuple[float, float, str, str, float]]


def pdf(*paginas: Tekening, lijnen: list[tuple[float, float, float, float]] | None = None, **options: object) -> bytes:
    """A PDF: per page texts at (x, y from the top), optionally with font and size; lines on every page."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=True, **options)  # type: ignore[arg-type]
    for pagina in paginas:
        for x, y, text, *font in pagina:
            canvas.setFont(str(font[0]) if font else "Helvetica", float(font[1]) if font else 10.0)
            canvas.drawString(x, 842 - y, text)
        for x0, y0, x1, y1 in lijnen or []:
            canvas.line(x0, 842 - y0, x1, 842 - y1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def regels(*texts: str, x: float = 72, y: float = 120, stap: float = 13) -> Tekening:
    """Lines of body text under each other."""
    return [(x, y + stap * nr, text) for nr, text in enumerate(texts)]
