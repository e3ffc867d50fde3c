"""Old Office files (OLE): which kind it is, and whether a password is needed."""

from __future__ import annotations

import io
from typing import Any

from checker.dossier.fouten import Overgeslagen, Versleuteld

#: Streams at the top level, in the order in which they decide.
_STREAMS = (
    ("EncryptedPackage", ""),
    ("__properties_version1.0", "msg"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
)
_WORD_ENCRYPTED = 0x0100  # flag in the header of a Word stream
_FILEPASS = 0x002F  # record of a workbook that is locked
_SHEET_HEAD = 4_000
_PPT_ENCRYPTED = bytes.fromhex("dfc4d1f3")  # token in the Current User stream


def ole_kind(data: bytes) -> str:
    """Return doc, xls, ppt or msg by the streams at the top; embedded files lie deeper."""
    import olefile  # type: ignore[import-untyped]  # comes with python-oxmsg

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            names = {path[0] for path in ole.listdir() if len(path) == 1}
            kind = _kind(names)
            if _is_locked(ole, kind, names):
                raise Versleuteld
            return kind
    except (OSError, IndexError, ValueError, TypeError, AttributeError):
        return _kind({name for name, _ in _STREAMS if name.encode("utf-16-le") in data})


def _kind(names: set[str]) -> str:
    for stream, kind in _STREAMS:
        if stream in names:
            if not kind:
                raise Versleuteld
            return kind
    raise Overgeslagen(oorzaak="dit bestandssoort wordt niet gelezen")


def _is_locked(ole: Any, kind: str, names: set[str]) -> bool:
    if kind == "doc":
        flags = ole.openstream("WordDocument").read(12)[10:12]
        return bool(int.from_bytes(flags, "little") & _WORD_ENCRYPTED)
    if kind == "xls":
        return _has_filepass(ole.openstream("Workbook" if "Workbook" in names else "Book").read(_SHEET_HEAD))
    if kind == "ppt" and "Current User" in names:
        return bool(ole.openstream("Current User").read(16)[12:16] == _PPT_ENCRYPTED)
    return False


def _has_filepass(head: bytes) -> bool:
    """Walk the first records of a workbook."""
    at = 0
    while at + 4 <= len(head):
        record = int.from_bytes(head[at : at + 2], "little")
        if record == _FILEPASS:
            return True
        at += 4 + int.from_bytes(head[at + 2 : at + 4], "little")
    return False
