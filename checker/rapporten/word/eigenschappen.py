"""Core properties of the file: title, language, maker; the date is the peildatum, not a clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.dossier.eigen import MERK
from checker.rapporten.word.pakket import TYPES
from checker.rapporten.word.xml import attribuut

if TYPE_CHECKING:
    from checker.rapporten.word.pakket import Pakket

_PAD = "docProps/core.xml"
_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


def zet(pakket: Pakket, titel: str, peildatum: str) -> None:
    """Write the properties, over those of the house style."""
    if _REL.encode() not in pakket.delen.get("_rels/.rels", b""):
        _meld_aan(pakket)
    pad = next((naam for naam in pakket.delen if naam.lower() == _PAD.lower()), _PAD)
    dag = peildatum if len(peildatum) == len("2026-11-22") else "1980-01-01"
    datum = f' xsi:type="dcterms:W3CDTF">{attribuut(dag)}T00:00:00Z</dcterms:'
    pakket.delen[pad] = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<cp:coreProperties xmlns:cp="{_CP}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{attribuut(titel)}</dc:title><dc:subject>Gaprapport</dc:subject>"
        f"<dc:creator>checker</dc:creator><cp:keywords>{MERK}</cp:keywords><cp:lastModifiedBy>checker</cp:lastModifiedBy>"
        f"<cp:revision>1</cp:revision><dcterms:created{datum}created>"
        f"<dcterms:modified{datum}modified><dc:language>nl-NL</dc:language>"
        "</cp:coreProperties>"
    ).encode()


def _meld_aan(pakket: Pakket) -> None:
    """Register the part in the package."""
    types = pakket.xml(TYPES)
    deel = types.makeelement(types.tag.replace("Types", "Override"), {})
    deel.set("PartName", f"/{_PAD}")
    deel.set("ContentType", _TYPE)
    types.append(deel)
    pakket.zet(TYPES, types)
    rels = pakket.xml("_rels/.rels")
    rel = rels.makeelement(rels.tag.replace("Relationships", "Relationship"), {})
    rel.set("Id", "rIdCheckerCore")
    rel.set("Type", _REL)
    rel.set("Target", _PAD)
    rels.append(rel)
    pakket.zet("_rels/.rels", rels)
