"""Type of a file by its content; the name only chooses between kinds of plain text."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from checker.dossier.fouten import Beschadigd, Leeg, Overgeslagen
from checker.dossier.ole import ole_kind

if TYPE_CHECKING:
    from checker.dossier.bron import Bron

_HEAD = 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_MAIL_FIELD = re.compile(
    rb"(?:from|to|cc|subject|date|received|return-path|message-id|mime-version|content-type|delivered-to|"
    rb"x-[\w-]+|reply-to|sender|thread-\w+|dkim-signature|authentication-results)\s*:",
    re.IGNORECASE,
)
_OFFICE = {
    b"wordprocessingml": "docx", b"ms-word.document.macroEnabled": "docm", b"spreadsheetml": "xlsx",
    b"ms-excel.sheet.macroEnabled": "xlsm", b"ms-excel.sheet.binary": "xlsb", b"presentationml": "pptx",
    b"ms-powerpoint": "pptx",
}  # fmt: skip
_MAIN_PARTS = {"word/": "docx", "xl/": "xlsx", "ppt/": "pptx"}
_OPEN = {"text": "odt", "spreadsheet": "ods", "presentation": "odp"}
_PICTURES = {b"\x89PNG\r\n": "png", b"\xff\xd8\xff": "jpg", b"II*\x00": "tiff", b"MM\x00*": "tiff"}
_PACKED = "een ingepakt bestand"
_OTHER = {
    b"GIF8": "een plaatje", b"\x1f\x8b": _PACKED, b"Rar!": _PACKED, b"7z\xbc\xaf": _PACKED, b"MZ": "een programma", b"\x7fELF": "een programma",
    b"ID3": "geluid", b"RIFF": "beeld of geluid", b"OggS": "geluid", b"SQLite format 3": "een database",
}  # fmt: skip


def recognise(bron: Bron) -> str:
    """Return the kind of the file: docx, pdf, xlsx, odt, txt and so on."""
    data = bron.data
    if not data.strip(b"\x00 \t\r\n"):
        raise Leeg(oorzaak="het bestand is leeg")
    if b"%PDF" in data[:_HEAD]:
        return "pdf"
    if data.startswith(b"PK"):
        return _zip_kind(data)
    if data.startswith(_OLE):
        return ole_kind(data)
    return _flat_kind(bron)


def _flat_kind(bron: Bron) -> str:
    data = bron.data
    if data.lstrip()[:5] == b"{\\rtf":
        return "rtf"
    picture = next((kind for start, kind in _PICTURES.items() if data.startswith(start)), "")
    if picture:
        return picture
    other = next((what for start, what in _OTHER.items() if data.startswith(start)), "")
    if other == _PACKED:
        raise Overgeslagen(oorzaak="dit is een ingepakt bestand; pak het uit en zet de documenten zelf in de map")
    if other or data[4:8] == b"ftyp":
        raise Overgeslagen(oorzaak=f"dit is {other or 'beeld of geluid'}, geen document")
    return _text_kind(bron)


def _zip_kind(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
            mimetype = _head(package, "mimetype") if "mimetype" in names else b""
            types = _head(package, "[Content_Types].xml") if "[Content_Types].xml" in names else b""
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise Beschadigd(oorzaak="het bestand is afgebroken of geen geldig pakket") from error
    if b"opendocument" in mimetype:
        family = mimetype.decode("ascii", "replace").rpartition("opendocument.")[2].split("-")[0]
        if family in _OPEN:
            return _OPEN[family]
    kind = _office_kind(types)
    return kind or _by_parts(names)


def _office_kind(types: bytes) -> str:
    """Take the type of the main part; an embedded sheet must not win."""
    for match in re.finditer(rb'ContentType="([^"]*\.main\+xml|[^"]*binary\.macroEnabled\.main)"', types):
        for mark, kind in _OFFICE.items():
            if mark.lower() in match[1].lower():
                return kind
    return ""


def _by_parts(names: set[str]) -> str:
    for start, kind in _MAIN_PARTS.items():
        if any(name.startswith(start) for name in names):
            return kind
    if "content.xml" in names:
        return "odt"
    return "zip"


def _head(package: zipfile.ZipFile, name: str) -> bytes:
    with package.open(name) as part:
        return part.read(200_000)


def _text_kind(bron: Bron) -> str:
    head = bron.data[: 4 * _HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _by_name(bron)
    if b"\x00" in head:
        raise Overgeslagen(oorzaak="dit bestandssoort wordt niet gelezen")
    if _HTML.search(head) and head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        return "html"
    lines = head.lstrip(b"\xef\xbb\xbf\r\n ").splitlines()[:30]
    fields = [line for line in lines if _MAIL_FIELD.match(line)]
    if lines and _MAIL_FIELD.match(lines[0]) and len(fields) >= 3:
        return "eml"
    return _by_name(bron)


def _by_name(bron: Bron) -> str:
    suffix = PurePosixPath(bron.naam).suffix.lower()
    if suffix in {".html", ".htm", ".xhtml"}:
        return "html"
    if suffix in {".md", ".markdown"}:
        return "md"
    if suffix in {".csv", ".tsv"}:
        return "csv"
    if suffix in {".exe", ".dll", ".py", ".js", ".css", ".json", ".jsonl", ".xml", ".yaml", ".yml", ".ini", ".log", ".lnk", ".url"}:
        raise Overgeslagen(oorzaak=f"een bestand van het soort {suffix} is geen document")
    return "txt"
