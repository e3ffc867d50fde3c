"""Hostile and broken files: each gets a state and a message, and costs little."""

from __future__ import annotations

import io
import zipfile

import pytest

from checker.dossier import Limieten, Toestand, read_dossier
from checker.dossier.bron import Bron
from checker.dossier.fouten import LeesFout
from checker.dossier.herkennen import recognise
from checker.dossier.lezen import read_bytes
from checker.dossier.ole import _has_filepass
from tests.dossier.bouwsels import W, alinea, docx, odt, pakket, pdf, regels, uitgepakt, xlsx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _ole(stream: str) -> bytes:
    return OLE + bytes(500) + stream.encode("utf-16-le") + bytes(500)


@pytest.mark.parametrize(
    ("data", "toestand", "woord"),
    [
        (b"", Toestand.LEEG, "leeg"),
        (b" \n\x00", Toestand.LEEG, "leeg"),
        (docx(alinea("Tekst."))[:300], Toestand.FOUT, "afgebroken"),
        (docx(""), Toestand.LEEG, "geen tekst"),
        (_ole("EncryptedPackage"), Toestand.VERSLEUTELD, "wachtwoord"),
        (_ole("Workbook"), Toestand.FOUT, "beschadigd"),
        (b"MZ\x90\x00" + bytes(99), Toestand.OVERGESLAGEN, "programma"),
        (bytes(range(256)) * 9, Toestand.OVERGESLAGEN, "niet gelezen"),
        (pakket({"los.txt": "x"}), Toestand.OVERGESLAGEN, "apart gelezen"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(90), Toestand.OVERGESLAGEN, "pak het uit"),
        (b"PK\x03\x04" + b"rommel" * 50, Toestand.FOUT, "pakket"),
        (b"%PDF-1.7\n" + b"rommel" * 50, Toestand.FOUT, "pdf"),
    ],
)
def test_state_and_message(lees, data, toestand, woord):
    """Each refusal has its own state and says what is wrong."""
    document = lees(data, "stuk.docx")
    assert document.toestand == toestand
    assert woord in document.melding
    assert document.passages == ()


@pytest.mark.parametrize(
    ("data", "soort"),
    [
        (docx(alinea("x")), "docx"), (xlsx({"a": [["x"]]}), "xlsx"), (odt("<text:p>x</text:p>"), "odt"),
        (pdf(regels("x")), "pdf"), (b"<html><body><p>x</body></html>", "html"), (b"{\\rtf1 x}", "rtf"),
        (b"From: a\nTo: b\nSubject: c\n\nx", "eml"), (_ole("WordDocument"), "doc"), (_ole("__properties_version1.0"), "msg"),
        (b"Subject: dit is gewone tekst\n\nmeer", "txt"), (b"\n\n  %PDF-1.4 x", "pdf"),
    ],
)  # fmt: skip
def test_kind_by_content(data, soort):
    """The name of a file says nothing about its content."""
    assert recognise(Bron(data=data, naam="verkeerd.xyz")) == soort


def test_embedded_sheet_does_not_win():
    """A presentation with a workbook inside stays a presentation."""
    types = (
        '<Types><Override PartName="/ppt/embeddings/a.xlsx" ContentType="application/vnd.openxmlformats-officedocument.'
        'spreadsheetml.sheet"/><Override PartName="/ppt/presentation.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.presentationml.presentation.main+xml"/></Types>'
    )
    assert recognise(Bron(data=pakket({"[Content_Types].xml": types, "xl/x": ""}))) == "pptx"


def test_password_of_old_sheet():
    """A locked record in the head of an old workbook means a password."""
    start, locked = b"\x09\x08\x04\x00abcd", b"\x2f\x00\x02\x00ab"
    assert _has_filepass(start + locked)
    assert not _has_filepass(start + b"\x2f")


def test_declared_size(lees):
    """A part that unpacks beyond the limit is refused before it is unpacked."""
    delen = {**uitgepakt(docx(alinea("x"))), "word/document.xml": b"<a>" + b" " * 3_000_000}
    document = lees(pakket(delen), limieten=Limieten(xml_bytes=1_000_000))
    assert document.toestand == Toestand.TE_GROOT
    assert "word/document.xml" in document.melding


def test_declared_size_of_all_parts_together(lees):
    """Many parts that each stay below the limit are refused when together they do not."""
    delen = {**uitgepakt(docx(alinea("x"))), **{f"word/media/{nr}.xml": b" " * 400_000 for nr in range(4)}}
    document = lees(pakket(delen), limieten=Limieten(xml_bytes=1_000_000, pakket_bytes=1_500_000))
    assert document.toestand == Toestand.TE_GROOT
    assert "de inhoud" in document.melding


def test_overlapping_parts(lees):
    """Parts that share their bytes are a bomb."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, part in uitgepakt(docx(alinea("x"))).items():
            package.writestr(name, part)
        package.writestr("groot.bin", bytes(60_000))
        for nr in range(50):
            info = package.getinfo("groot.bin")
            copy = zipfile.ZipInfo(f"kopie{nr}.bin")
            copy.file_size, copy.compress_size, copy.header_offset, copy.CRC = (
                info.file_size,
                info.compress_size,
                info.header_offset,
                info.CRC,
            )
            package.filelist.append(copy)
            package.NameToInfo[copy.filename] = copy
    assert "overlappen" in lees(out.getvalue()).melding


@pytest.mark.parametrize(
    "dtd",
    [
        '<!DOCTYPE a [<!ENTITY b "'
        + "x" * 100
        + '">'
        + "".join(f'<!ENTITY b{n} "{f"&b{n - 1 if n else str()};" * 30}">' for n in range(9))
        + "]>",
        '<!DOCTYPE a [<!ENTITY b8 SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_entities(lees, dtd):
    """Entities are never expanded, neither grown nor fetched."""
    body = f"{dtd}<w:document {W}><w:body><w:p><w:r><w:t>voor&b8;na</w:t></w:r></w:p></w:body></w:document>"
    document = lees(pakket({**uitgepakt(docx("")), "word/document.xml": body.encode()}))
    text = "".join(p.tekst for p in document.passages)
    assert "root:" not in text
    assert len(text) < 100


def test_text_limit_keeps_what_was_read(lees):
    """Beyond the limit of text the rest is left out, and that is said."""
    document = lees(docx(alinea("a" * 50) * 9), limieten=Limieten(tekst_tekens=120))
    assert (document.toestand, len(document.passages)) == (Toestand.DEELS, 2)
    assert "deels gelezen" in document.melding


def test_too_large_file(lees):
    """A file beyond its size is not opened."""
    assert lees(docx(alinea("x")), limieten=Limieten(bestand_bytes=10)).toestand == Toestand.TE_GROOT


def test_every_reason_is_dutch_and_complete():
    """Each reason says what to do, and fills its own text."""
    facts = {"oorzaak": "o", "wat": "w", "maat": 1, "grens": 2, "advies": "a.", "soort": "doc", "nieuw": "docx"}
    for reason in LeesFout.__subclasses__():
        assert "{" not in str(reason(**facts))


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/worksheets/sheet1.xml", b'r="A2"', b'r="A999999999"'),
        ("xl/worksheets/sheet1.xml", b'r="A2"', b"r='a99999999999999999999'"),
        ("xl/worksheets/sheet1.xml", b'<row r="2"', b'<row r="1048000000"'),
        ("xl/sharedStrings.xml", b'uniqueCount="', b'uniqueCount="9999999999'),
    ],
)
def test_numbers_of_a_workbook_that_ask_for_all_memory(tmp_path, part, old, new):
    """A cell far away or a false count costs no reading process."""
    parts = uitgepakt(xlsx({"a": [["een", "twee"], ["drie", "vier"]]}))
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new, 1)
    (tmp_path / "boek.xlsx").write_bytes(pakket(parts))
    (document,) = read_dossier(tmp_path, workers=1).documenten
    assert "leesproces" not in document.melding


def test_a_paragraph_that_nobody_writes(lees):
    """Endless text is cut at spaces into passages of bounded length; nothing is lost."""
    document = lees(("woord " * 5000 + "a" * 9000).encode(), "x.txt")
    assert max(len(p.tekst) for p in document.passages) <= 4000
    assert sum(len(p.tekst.replace(" ", "")) for p in document.passages) == 5000 * 5 + 9000


def test_deep_xml(lees):
    """XML that nests too deep is a broken file, not a crash."""
    deep = f"<w:document {W}><w:body>{'<w:sdt>' * 3000}{'</w:sdt>' * 3000}</w:body></w:document>"
    assert lees(pakket({**uitgepakt(docx("")), "word/document.xml": deep})).toestand == Toestand.FOUT


def _locked(data: bytes) -> bytes:
    """An archive of which the last part needs a password."""
    changed = bytearray(data)
    changed[data.rfind(b"PK\x01\x02") + 8] |= 1
    return bytes(changed)


@pytest.mark.parametrize(
    ("data", "toestand"),
    [
        (_locked(pakket({"goed.txt": "Goed.", "slecht.txt": "Slecht."})), Toestand.VERSLEUTELD),
        (pakket({"goed.txt": "Goed.", "slecht.txt": b"\x00" * 2000}), Toestand.TE_GROOT),
        (pakket({"goed.txt": "Goed.", "slecht.txt": b"\x00" * 90_000}), Toestand.TE_GROOT),
    ],
)
def test_one_bad_part_of_an_archive(data, toestand):
    """What cannot be unpacked is named; the documents beside it are read."""
    limits = Limieten(xml_bytes=1000, pakket_bytes=50_000)
    _, good, bad = read_bytes("a.zip", Bron(data=data, naam="a.zip", limieten=limits))
    assert (good.pad, good.passages[0].tekst) == ("a.zip/goed.txt", "Goed.")
    assert (bad.pad, bad.soort, bad.toestand, bool(bad.melding)) == ("a.zip/slecht.txt", "txt", toestand, True)


def test_an_archive_within_its_parts_but_too_large_together(lees):
    """The parts that would be unpacked count together."""
    data = pakket({f"{nr}.txt": "a" * 900 for nr in range(9)})
    assert lees(data, "a.zip", Limieten(xml_bytes=1000, pakket_bytes=5000)).toestand == Toestand.TE_GROOT


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_parts_of_an_archive_with_one_name():
    """Both are read: neither says that it replaces the other."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for text in ("Oud.", "Nieuw."):
            package.writestr("beleid.txt", text)
    found = read_bytes("a.zip", Bron(data=out.getvalue(), naam="a.zip"))[1:]
    assert [(d.pad, d.passages[0].tekst) for d in found] == [("a.zip/beleid.txt", "Oud."), ("a.zip/2 beleid.txt", "Nieuw.")]
