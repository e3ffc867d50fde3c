"""Pakket: an office file as a zip, opened within limits and never unpacked to disk."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING

from checker.dossier.fouten import Beschadigd, TeGroot, Versleuteld

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from checker.dossier.limieten import Limieten

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)

_NO_MEMORY = 2  # error code of libxml2


class Pakket:
    """Parts of a zip by name; the sizes are checked before anything is unpacked."""

    def __init__(self, data: bytes, limieten: Limieten) -> None:
        self._limieten = limieten
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise Beschadigd(oorzaak="het bestand is afgebroken of geen geldig pakket") from error
        self._infos = {info.filename.lstrip("/"): info for info in self._zip.infolist()}
        self._check(len(data))

    def _check(self, size: int) -> None:
        infos, lim = self._zip.infolist(), self._limieten
        if len(infos) > lim.pakket_delen:
            raise TeGroot(wat="het aantal delen", maat=len(infos), grens=lim.pakket_delen)
        total = sum(info.file_size for info in infos if info.file_size <= lim.xml_bytes)  # a larger part is never unpacked
        if total > lim.pakket_bytes:
            raise TeGroot(wat="de inhoud", maat=_mb(total), grens=_mb(lim.pakket_bytes))
        if sum(info.compress_size for info in infos) > size * lim.pakket_overlap:
            raise Beschadigd(oorzaak="delen van het pakket overlappen elkaar")

    @property
    def infos(self) -> list[zipfile.ZipInfo]:
        """All parts, also those that share their name."""
        return self._zip.infolist()

    @property
    def names(self) -> list[str]:
        """Names of the parts in the order of the package."""
        return list(self._infos)

    def __contains__(self, name: str) -> bool:
        return name.lstrip("/") in self._infos

    def read(self, name: str) -> bytes:
        """Return one part; a part that is absent is empty."""
        info = self._infos.get(name.lstrip("/"))
        return b"" if info is None else self.unpack(info)

    def unpack(self, info: zipfile.ZipInfo) -> bytes:
        """Return the bytes of one part."""
        if info.flag_bits & 1:
            raise Versleuteld
        if info.file_size > self._limieten.xml_bytes:
            raise TeGroot(
                wat=f"het deel {info.filename}",
                maat=_mb(info.file_size),
                grens=_mb(self._limieten.xml_bytes),
            )
        try:
            with self._zip.open(info) as part:
                return part.read(info.file_size)
        except (*_BROKEN, RuntimeError) as error:
            raise Beschadigd(oorzaak=f"het deel {info.filename} is niet uit te pakken") from error

    def xml(self, name: str) -> _Element | None:
        """Parse one part without entities, network or DTD; absent or empty gives None."""
        data = self.read(name)
        return parse_xml(data, name) if data.strip() else None

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Return id -> (kind, target part) of the internal relations of a part."""
        folder, base = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for element in root if root is not None else ():
            target = element.get("Target", "")
            if element.get("TargetMode") == "External" or not target:
                continue
            path = target if target.startswith("/") else posixpath.join(folder, target)
            kind = element.get("Type", "").rpartition("/")[2]
            found[element.get("Id", "")] = (kind, posixpath.normpath(path).lstrip("/"))
        return found


def parse_xml(data: bytes, name: str) -> _Element:
    """Parse XML of unknown origin."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if getattr(error, "code", 0) == _NO_MEMORY:
            raise MemoryError from error
        raise Beschadigd(oorzaak=f"het deel {name} is geen geldige XML") from error


def local(element: _Element) -> str:
    """Return the tag without its namespace, so that strict and usual office files read alike."""
    tag = element.tag
    return tag[tag.rfind("}") + 1 :] if isinstance(tag, str) else ""


def attr(element: _Element, name: str) -> str:
    """Return an attribute by its name without namespace."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def child(element: _Element | None, *path: str) -> _Element | None:
    """Follow child names downwards; None where one is absent."""
    for name in path:
        if element is None:
            return None
        element = next((e for e in element if local(e) == name), None)
    return element


def each(element: _Element | None, *names: str) -> Iterator[_Element]:
    """Yield the element and its descendants with one of the names, or all without names."""
    if element is not None:
        for found in element.iter():
            if not names or local(found) in names:
                yield found


def _mb(size: int) -> str:
    return f"{max(1, round(size / 1024 / 1024))} MB"
