"""Cache of read documents by content, in the user's own cache folder."""

from __future__ import annotations

import functools
import gzip
import hashlib
import json
import os
import shutil
import sys
import tempfile
import time
from dataclasses import astuple, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.dossier.codec import decode, encode
from checker.dossier.document import Document, Toestand
from checker.voorraad import cache_root

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.dossier.limieten import Limieten

_LIBRARIES = ("lxml", "pypdfium2", "pypdf", "python-calamine", "openpyxl", "python-oxmsg")
_KEPT = {Toestand.GELEZEN, Toestand.DEELS, Toestand.LEEG, Toestand.VERSLEUTELD}
_MONTH = 30 * 24 * 3600
_MAX_ENTRY = 200 * 1024 * 1024


def default_folder() -> Path:
    """Return the cache folder of the user on this system."""
    return cache_root() / "documenten"


class ReadCache:
    """Read documents on disk: readable by this user only, and never trusted.

    A file that is damaged, of another version or of another shape counts as absent.
    """

    def __init__(self, folder: Path | None = None, *, private: Callable[[Document], bool] | None = None) -> None:
        """Keep documents in a folder, except those that ``private`` says hold data of clients."""
        self._folder = folder or default_folder()
        self._private = private

    def get(self, key: str, pad: str) -> list[Document] | None:
        """Return the document of a file and its attachments, under the path it has now."""
        try:
            with gzip.open(self._path(key)) as entry:
                data = json.loads(entry.read(_MAX_ENTRY))
            documents = [decode(item) for item in data]
            os.utime(self._path(key))
        except (OSError, EOFError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return None
        return [replace(document, pad=pad + document.pad) for document in documents] or None

    def put(self, key: str, pad: str, documents: list[Document]) -> None:
        """Keep what was read; a failure to write is no failure to read."""
        if any(document.toestand not in _KEPT or (self._private and self._private(document)) for document in documents):
            return
        items = [encode(replace(d, pad=d.pad.removeprefix(pad))) for d in documents]
        try:
            self._write(self._path(key), items)
        except OSError:
            return

    def prune(self) -> None:
        """Remove what was not written or used for a month, and what a killed run left."""
        oldest = time.time() - _MONTH
        try:
            for entry in os.scandir(self._folder):
                if entry.name.endswith(".tmp") or entry.stat().st_mtime < oldest:
                    Path(entry.path).unlink(missing_ok=True)
        except OSError:
            return

    def clear(self) -> int:
        """Remove everything; return the number of files removed."""
        count = sum(1 for _ in self._folder.glob("*.json.gz"))
        shutil.rmtree(self._folder, ignore_errors=True)
        return count

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.json.gz"

    def _write(self, path: Path, items: list[dict[str, Any]]) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name == "posix":
            self._folder.chmod(0o700)
        text = json.dumps(items, ensure_ascii=False, separators=(",", ":")).encode()
        handle, temporary = tempfile.mkstemp(dir=self._folder, suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(gzip.compress(text, compresslevel=1, mtime=0))
            Path(temporary).replace(path)
        except OSError:
            Path(temporary).unlink(missing_ok=True)
            raise


def cache_key(digest: str, suffix: str, limieten: Limieten) -> str:
    """Return the key: content, hint of the name, limits, readers, and programs at hand."""
    parts = [digest, suffix, repr(astuple(limieten)), reader_version()]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@functools.cache
def reader_version() -> str:
    """Return a digest of the readers: their own source, library versions, helper programs."""
    from importlib import metadata

    from checker.dossier.ocr import at_hand
    from checker.dossier.oud import libreoffice

    digest = hashlib.sha256(sys.version.encode())
    for source in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(source.read_bytes())
    for library in _LIBRARIES:
        try:
            digest.update(f"{library}={metadata.version(library)}".encode())
        except metadata.PackageNotFoundError:
            digest.update(library.encode())
    for path in filter(None, (libreoffice(), *at_hand())):
        digest.update(_stand(path).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _stand(path: str) -> str:
    """A file that helps reading, as it is now: another version of it has another size or time."""
    try:
        stand = Path(path).stat()
    except OSError:
        return f"\n{path}"
    return f"\n{path}\0{stand.st_size}\0{stand.st_mtime_ns}"
