"""Codering: the text of bytes that do not say how they were written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.dossier.bouwer import Bouwer

_LOST = "\ufffd"  # stands where a byte is no letter


def decode(data: bytes) -> str:
    """Decode bytes of unknown encoding: UTF-8, then UTF-16 by its mark, then Windows."""
    for mark, codec in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig")):
        if data.startswith(mark):
            try:
                return data.decode(codec)
            except UnicodeDecodeError:
                continue
    return _broken_utf8(data) or data.decode("cp1252", errors="replace")


def decode_or_warn(data: bytes, bouwer: Bouwer) -> str:
    """Decode, and say it when signs are lost."""
    text = decode(data)
    lost = text.count(_LOST)
    if lost and _LOST.encode() not in data:
        signs = "staat een teken dat niet te lezen is" if lost == 1 else f"staan {lost} tekens die niet te lezen zijn"
        bouwer.warn(f"In dit bestand {signs}. Sla het opnieuw op als UTF-8 en draai de toets nog een keer.")
    return text


def _broken_utf8(data: bytes) -> str:
    """Decode UTF-8 with some broken bytes; text of Windows hardly ever has a letter that is whole in UTF-8."""
    text = data.decode("utf-8-sig", errors="replace")
    lost = text.count(_LOST)
    whole = sum(not sign.isascii() for sign in text) - lost
    return text if whole >= lost else ""
