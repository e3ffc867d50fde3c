"""Hostile and broken files as bytes, each with the state and a word of the message it must get."""

from __future__ import annotations

import io
import itertools
import zipfile

from tests.dossier.bouwsels import W, alinea, docx, pakket, pdf, regels, uitgepakt, xlsx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MB = 1024 * 1024
SHEET = "xl/worksheets/sheet1.xml"


def ruwe_pdf(objects: list[str]) -> bytes:
    """A PDF of raw objects; the first is the catalogue."""
    out, offsets = io.BytesIO(), []
    out.write(b"%PDF-1.7\n")
    for nr, body in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(f"{nr} 0 obj\n{body}\nendobj\n".encode("latin-1"))
    start = out.tell()
    rows = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}".encode())
    out.write(f"trailer << /Root 1 0 R /Size {len(objects) + 1} >>\nstartxref\n{start}\n%%EOF".encode())
    return out.getvalue()


def stroom(text: str, extra: str = "") -> str:
    """A stream object."""
    return f"<< {extra} /Length {len(text)} >>\nstream\n{text}\nendstream"


def pdf_die_zichzelf_roept() -> bytes:
    """A drawing that draws itself fifty times, and so on: pdfium never ends."""
    zelf = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>"
    return ruwe_pdf([
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
        stroom("/X Do"), stroom("/X Do " * 50, zelf),
    ])  # fmt: skip


def pdf_met_kringboom() -> bytes:
    """A page tree that holds itself."""
    return ruwe_pdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000000 >>"])


def pdf_met_paginas(count: int) -> bytes:
    """Many pages that share one text."""
    kids = " ".join(f"{5 + nr} 0 R" for nr in range(count))
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /Font << /F 4 0 R >> >> >>"
    return ruwe_pdf([
        "<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        stroom("BT /F 12 Tf 72 700 Td (Blad) Tj ET"), "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", *[page] * count,
    ])  # fmt: skip


def pdf_met_wachtwoord() -> bytes:
    """A PDF that asks for a password."""
    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(regels("Geheim."))))
    writer.encrypt("geheim", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def pdf_van_een_scan() -> bytes:
    """A PDF with a picture alone."""
    picture = stroom("0" * 48, "/Type /XObject /Subtype /Image /Width 4 /Height 4 /ColorSpace /DeviceRGB /BitsPerComponent 8")
    return ruwe_pdf([
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
        stroom("595 0 0 842 0 0 cm /X Do"), picture,
    ])  # fmt: skip


def lachende_docx() -> bytes:
    """Entities that grow to a billion words."""
    names = ["b0", *(f"b{nr}" for nr in range(1, 10))]
    dtd = '<!DOCTYPE a [<!ENTITY b0 "ha">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in itertools.pairwise(names)
    )
    body = f"{dtd}]><w:document {W}><w:body><w:p><w:r><w:t>&b9;</w:t></w:r></w:p></w:body></w:document>"
    return pakket({**uitgepakt(docx("")), "word/document.xml": body.encode()})


def xlsx_met(old: bytes, new: bytes) -> bytes:
    """A workbook with one small sheet in which something is replaced."""
    parts = uitgepakt(xlsx({"Blad": [["a", "b"], ["c", "d"]]}))
    parts[SHEET] = parts[SHEET].replace(old, new)
    return pakket(parts)


def validatie_xlsx() -> bytes:
    """A validation over all seventeen billion cells of a sheet."""
    rule = (
        b'</sheetData><dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"ja,nee"</formula1>'
        b"</dataValidation></dataValidations>"
    )
    return xlsx_met(b"</sheetData>", rule)


def hoek_xlsx() -> bytes:
    """A cell in the farthest corner: a full sheet for who counts all cells between."""
    return xlsx_met(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>hoek</t></is></c></row></sheetData>')


def zip_in_zip(depth: int) -> bytes:
    """Archives inside archives around one text."""
    data = b"Binnenste tekst."
    for level in range(depth):
        data = pakket({"tekst.txt" if level == 0 else "dieper.zip": data})
    return data


def zipbom(size: int) -> bytes:
    """An archive of zeroes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for nr in range(4):
            with package.open(f"nullen{nr}.txt", "w") as part:
                for _ in range(size // 4 // MB):
                    part.write(bytes(MB))
    return out.getvalue()


def slinkse_zip() -> bytes:
    """An archive whose names point out of it, with a symbolic link."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("../../../ontsnapt.txt", "Buiten.")
        package.writestr("/ontsnapt.txt", "Buiten.")
        link = zipfile.ZipInfo("koppeling.txt")
        link.external_attr = 0o120777 << 16
        package.writestr(link, "/etc/passwd")
    return out.getvalue()


def kwaad() -> dict[str, tuple[bytes, str, str]]:
    """Name -> bytes, the state of the document, and words of its message."""
    bom = {**uitgepakt(docx("")), "word/document.xml": f"<w:document {W}>".encode() + b" " * (70 * MB)}
    return {
        "bom.docx": (pakket(bom), "te_groot", "Splits"),
        "bom.zip": (zipbom(320 * MB), "overgeslagen", "apart vermeld"),
        "lachen.docx": (lachende_docx(), "fout", "beschadigd"),
        "validatie.xlsx": (validatie_xlsx(), "gelezen", ""),
        "hoek.xlsx": (hoek_xlsx(), "gelezen", ""),
        "tienduizend.pdf": (pdf_met_paginas(10_000), "deels", "van 10000 pagina"),
        "lus.pdf": (pdf_die_zichzelf_roept(), "te_groot", "duurt te lang"),
        "kring.pdf": (pdf_met_kringboom(), "fout", "beschadigd"),
        "nest.zip": (zip_in_zip(4), "overgeslagen", "apart gelezen"),
        "slinks.zip": (slinkse_zip(), "overgeslagen", "apart gelezen"),
        "afgekapt.docx": (docx(alinea("Tekst."))[:400], "fout", "sla het opnieuw op"),
        "wachtwoord.pdf": (pdf_met_wachtwoord(), "versleuteld", "zonder wachtwoord"),
        "wachtwoord.xlsx": (OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500), "versleuteld", "zonder wachtwoord"),
        "scan.pdf": (pdf_van_een_scan(), "scan", "afbeeldingen"),
        "nul.docx": (b"", "leeg", "leeg"),
        "eigenlijk-pdf.docx": (pdf(regels("Los blad.")), "gelezen", ""),
        "eigenlijk-programma.pdf": (b"MZ\x90\x00" + bytes(200), "overgeslagen", "programma"),
    }
