"""Pakket: the parts of a Word file as bytes, read within limits and written reproducibly."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from checker.errors import CheckerError
from checker.rapporten.word.xml import R

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

TYPES = "[Content_Types].xml"
_CT = "http://schemas.openxmlformats.org/package/2006/content-types"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAX_UITGEPAKT = 60_000_000
# Zip files cannot hold a date before 1980; a fixed one makes two runs identical.
_DATUM = (1980, 1, 1, 0, 0, 0)


class SjabloonOngeldigError(CheckerError):
    """The house style cannot be used."""

    _TEXT = (
        "De huisstijl {pad} kan niet worden gebruikt: {oorzaak}. Open het bestand in Word,"
        " sla het op als gewoon Word-document (.docx) en probeer het opnieuw."
    )


@dataclass(frozen=True, slots=True)
class Pakket:
    """The parts of a document by name; changed in place while the report is built."""

    delen: dict[str, bytes]

    def xml(self, naam: str) -> _Element:
        """Parse a part, without entities or network."""
        from lxml import etree

        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        return etree.fromstring(self.delen[naam], parser)

    def zet(self, naam: str, element: _Element) -> None:
        """Store a part."""
        from lxml import etree

        self.delen[naam] = etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)

    def voeg_toe(self, naam: str, soort: str, inhoud: str) -> str:
        """Add a part to the document and return the id of its relation.

        Args:
            naam: name inside ``word/``.
            soort: kind of part: header, footer, numbering.
            inhoud: markup of the part.
        """
        self.delen[f"word/{naam}"] = _kop(inhoud)
        types = self.xml(TYPES)
        deel = types.makeelement(f"{{{_CT}}}Override", {})
        deel.set("PartName", f"/word/{naam}")
        deel.set("ContentType", inhoudstype(soort))
        types.append(deel)
        self.zet(TYPES, types)
        return self._relatie(naam, soort)

    def _relatie(self, naam: str, soort: str) -> str:
        pad = "word/_rels/document.xml.rels"
        rels = self.xml(pad)
        bezet = {rel.get("Id") for rel in rels}
        rel_id = next(f"rIdC{nr}" for nr in range(1, 1000) if f"rIdC{nr}" not in bezet)
        rel = rels.makeelement(f"{{{_REL}}}Relationship", {})
        rel.set("Id", rel_id)
        rel.set("Type", f"{R}/{soort}")
        rel.set("Target", naam)
        rels.append(rel)
        self.zet(pad, rels)
        return rel_id

    def pad_van(self, soort: str) -> str:
        """Give the path of the part that the document relates to as styles, numbering, ...

        Empty when the document has no such part.
        """
        for rel in self.xml("word/_rels/document.xml.rels"):
            if rel.get("Type", "").endswith(f"/{soort}") and rel.get("TargetMode") != "External":
                doel = rel.get("Target", "")
                return doel.lstrip("/") if doel.startswith("/") else f"word/{doel}"
        return ""

    def verwijder(self, soort: str) -> None:
        """Remove the part that the document relates to as ``soort``, when there is one."""
        pad = self.pad_van(soort)
        if not pad:
            return
        self.delen.pop(pad, None)
        for naam, sleutel, waarde in (
            (TYPES, "PartName", f"/{pad}"),
            ("word/_rels/document.xml.rels", "Target", pad.removeprefix("word/")),
        ):
            root = self.xml(naam)
            for deel in [deel for deel in root if deel.get(sleutel) == waarde]:
                root.remove(deel)
            self.zet(naam, root)

    def vrije_naam(self, soort: str) -> str:
        """Give a file name for a new part that no part has yet."""
        namen = (f"checker_{soort}{nr}.xml" for nr in range(1, 1000))
        return next(naam for naam in namen if f"word/{naam}" not in self.delen)

    def bytes(self) -> bytes:
        """Pack the parts: fixed order, fixed dates, so equal input gives equal bytes."""
        buffer = BytesIO()
        namen = sorted(self.delen, key=lambda naam: (naam != TYPES, naam))
        with ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=5) as archief:
            for naam in namen:
                info = ZipInfo(naam, _DATUM)
                info.compress_type = ZIP_DEFLATED
                info.create_system = 0
                archief.writestr(info, self.delen[naam])
        return buffer.getvalue()


def inhoudstype(soort: str) -> str:
    """Give the content type of a kind of part of a Word document."""
    if soort == "theme":
        return "application/vnd.openxmlformats-officedocument.theme+xml"
    return f"application/vnd.openxmlformats-officedocument.wordprocessingml.{soort}+xml"


def _kop(inhoud: str) -> bytes:
    kop = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f"{kop}{inhoud}".encode()


def lees(pad: Path) -> Pakket:
    """Read a house style (docx or dotx); macros and zip bombs are refused."""
    try:
        with ZipFile(pad) as archief:
            if sum(info.file_size for info in archief.infolist()) > _MAX_UITGEPAKT:
                raise SjabloonOngeldigError(pad=pad, oorzaak="het is te groot")
            delen = {info.filename: archief.read(info) for info in archief.infolist() if not info.is_dir()}
    except (OSError, BadZipFile, NotImplementedError, RuntimeError) as error:
        raise SjabloonOngeldigError(pad=pad, oorzaak="het is geen leesbaar bestand") from error
    return _gecontroleerd(Pakket(delen), pad)


def _gecontroleerd(pakket: Pakket, pad: Path) -> Pakket:
    nodig = (TYPES, "word/document.xml", "word/_rels/document.xml.rels")
    if any(naam not in pakket.delen for naam in nodig) or not pakket.pad_van("styles"):
        raise SjabloonOngeldigError(pad=pad, oorzaak="het is geen Word-document")
    if any(naam.lower().endswith("vbaproject.bin") for naam in pakket.delen):
        raise SjabloonOngeldigError(pad=pad, oorzaak="er zitten macro's in")
    types = pakket.delen[TYPES].decode("utf-8", "replace")
    types = types.replace(inhoudstype("template.main"), inhoudstype("document.main"))
    pakket.delen[TYPES] = types.encode()
    return pakket


def nieuw(delen: dict[str, str], soorten: dict[str, str]) -> Pakket:
    """Make a document of parts by name; ``soorten`` gives the kind of parts related to it."""
    doc = "/word/document.xml"
    rels = "".join(
        f'<Relationship Id="rId{nr}" Type="{R}/{soort}" Target="{naam}"/>' for nr, (naam, soort) in enumerate(soorten.items(), 1)
    )
    overrides = "".join(
        f'<Override PartName="/word/{naam}" ContentType="{inhoudstype(soort)}"/>' for naam, soort in soorten.items()
    )
    vast = {
        TYPES: f'<Types xmlns="{_CT}"><Default Extension="rels" ContentType="application/vnd.'
        'openxmlformats-package.relationships+xml"/><Default Extension="xml"'
        f' ContentType="application/xml"/><Override PartName="{doc}"'
        f' ContentType="{inhoudstype("document.main")}"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_REL}"><Relationship Id="rId1"'
        f' Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_REL}">{rels}</Relationships>',
    }
    return Pakket({naam: _kop(inhoud) for naam, inhoud in {**vast, **delen}.items()})
