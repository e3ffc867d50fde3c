"""Dossier: a folder of documents, read into passages that know their place."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from checker.dossier.bestanden import Bestand, files_of
from checker.dossier.cache import ReadCache, cache_key
from checker.dossier.document import Document, Dossier, Toestand
from checker.dossier.fouten import LeesFout, Overgeslagen, TeGroot, why_closed
from checker.dossier.lezen import failed, suffix_kind
from checker.dossier.limieten import Limieten
from checker.dossier.passage import Passage, Soort, Vindplaats
from checker.dossier.werker import Opdracht, default_workers, read_all, read_here
from checker.errors import CheckerError

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping

__all__ = [
    "Document",
    "Dossier",
    "DossierOntbreekt",
    "Limieten",
    "Passage",
    "ReadCache",
    "Soort",
    "Toestand",
    "Vindplaats",
    "read_document",
    "read_dossier",
]  # fmt: skip

_STANDARD = Limieten()


class DossierOntbreekt(CheckerError):  # noqa: N818 - errors have Dutch names
    """The folder of the dossier is not there."""

    _TEXT = "De map {map} bestaat niet of is geen map. Controleer het pad en probeer het opnieuw."


def read_dossier(  # noqa: PLR0913 - each is a choice of the caller
    path: Path,
    *,
    naam: str = "",
    limieten: Limieten = _STANDARD,
    exclude: Container[str] = (),
    uit: Path | None = None,
    progress: Callable[[str], None] | None = None,
    workers: int | None = None,
    cache: ReadCache | None = None,
    lezers: Mapping[str, Callable[[Path, str], Document]] | None = None,
) -> Dossier:
    """Read every file under a folder; one bad file never stops the reading.

    Args:
        path: the folder.
        naam: name of the practice; without it the name of the folder.
        limieten: bounds per file.
        exclude: names or paths in the dossier of files that are no documents.
        uit: the folder for the reports, which are no documents either (see ``files_of``).
        progress: called with the path of each file when it is done.
        workers: number of reading processes; 0 reads here, without protection.
        cache: where read documents are kept; None keeps nothing.
        lezers: further readers by suffix, such as ".xyz"; they run in this process.
    """
    if not path.is_dir():
        raise DossierOntbreekt(map=path)
    found = files_of(path, exclude, uit)
    lezing = _Lezing(limieten, cache, progress, lezers or {})
    for bestand in found[limieten.bestanden :]:
        lezing.refuse(bestand, TeGroot(wat="het aantal bestanden", maat=len(found), grens=limieten.bestanden))
    lezing.read(found[: limieten.bestanden], workers)
    documents = sorted(lezing.documents, key=lambda document: document.pad)
    return Dossier(naam=naam or path.resolve().name, documenten=tuple(documents))


def read_document(path: Path, *, limieten: Limieten = _STANDARD) -> Document:
    """Read one file in this process; attachments of a mail are left out."""
    return read_here(Opdracht(pad=path.name, path=path, sha256=""), limieten)[0]


class _Lezing:
    """One reading: what is known at once, what the cache knows, what workers read."""

    def __init__(
        self, limieten: Limieten, cache: ReadCache | None, progress: Callable[[str], None] | None,
        lezers: Mapping[str, Callable[[Path, str], Document]],
    ) -> None:
        self._limieten = limieten
        self._lezers = lezers
        self._cache = cache
        self._progress = progress
        self.documents: list[Document] = []

    def read(self, found: list[Bestand], workers: int | None) -> None:
        """Read the files that are not left out."""
        orders: list[Opdracht] = []
        for bestand in found:
            order = self._prepare(bestand)
            if order is not None and not self._by_plugin(order) and not self._from_cache(order):
                orders.append(order)
        if workers == 0:
            for order in orders:
                self._done(order, read_here(order, self._limieten))
        elif orders:
            orders.sort(key=lambda order: (-order.bytes, order.pad))
            count = workers or default_workers(len(orders))
            read_all(orders, self._limieten, count, self._done)

    def refuse(self, bestand: Bestand, reason: LeesFout, digest: str = "") -> None:
        """Note a file that is not read."""
        soort = suffix_kind(bestand.path.suffix.lower().lstrip("."))
        self._add(bestand.pad, [failed(bestand.pad, digest, reason, soort)])

    def _prepare(self, bestand: Bestand) -> Opdracht | None:
        if bestand.reden:
            self.refuse(bestand, Overgeslagen(oorzaak=bestand.reden), _digest_or_empty(bestand))
            return None
        try:
            size = bestand.path.stat().st_size
            limit = self._limieten.pdf_bytes
            if size > limit:
                self.refuse(bestand, TeGroot(wat="het bestand", maat=f"{size >> 20} MB", grens=f"{limit >> 20} MB"))
                return None
            digest = _digest(bestand.path)
        except OSError as error:
            self.refuse(bestand, why_closed(error))
            return None
        return Opdracht(pad=bestand.pad, path=bestand.path, sha256=digest, bytes=size)

    def _by_plugin(self, order: Opdracht) -> bool:
        """Read a file of a type that a plugin knows; a fault of the plugin costs only this file."""
        reader = self._lezers.get(order.path.suffix.lower())
        if reader is None:
            return False
        try:
            document = _own_place(reader(order.path, order.pad), order)
        except Exception as error:  # noqa: BLE001 - a plugin may raise anything
            reason = LeesFout(oorzaak=f"de plugin voor dit soort bestand liep vast ({type(error).__name__})")
            document = failed(order.pad, order.sha256, reason, order.path.suffix.lstrip("."))
        self._add(order.pad, [document])
        return True

    def _key(self, order: Opdracht) -> str:
        return cache_key(order.sha256, order.path.suffix.lower(), self._limieten)

    def _from_cache(self, order: Opdracht) -> bool:
        documents = self._cache.get(self._key(order), order.pad) if self._cache else None
        if documents is not None:
            self._add(order.pad, documents)
        return documents is not None

    def _done(self, order: Opdracht, documents: list[Document]) -> None:
        if self._cache is not None and documents[0].sha256 == order.sha256:
            self._cache.put(self._key(order), order.pad, documents)
        self._add(order.pad, documents)

    def _add(self, pad: str, documents: list[Document]) -> None:
        self.documents.extend(documents)
        if self._progress is not None:
            self._progress(pad)


def _own_place(document: Document, order: Opdracht) -> Document:
    """What a plugin read, under the path and digest of its file and with its passages numbered without gaps."""
    passages = tuple(replace(passage, nr=nr) for nr, passage in enumerate(document.passages))
    return replace(document, pad=order.pad, sha256=order.sha256, passages=passages)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _digest_or_empty(bestand: Bestand) -> str:
    """Return the digest of a file that is left out, when it is a plain file of the dossier."""
    if bestand.path.is_symlink() or not bestand.path.is_file():
        return ""
    try:
        return _digest(bestand.path)
    except OSError:
        return ""
