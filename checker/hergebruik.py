"""Hergebruik: when nothing changed since the last toets, its resultaat is the answer.

Kept is only which resultaat.json (its SHA-256) came out of which input (also a SHA-256): nothing of a
dossier. The resultaat itself stays where the user asked for it, and counts only when not a byte of it
was changed.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checker.dossier.bestanden import OWN_FILES, OWN_FOLDERS, files_of
from checker.dossier.limieten import Limieten
from checker.voorraad import get_json, put_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.resultaat import Resultaat

_KIND = "toetsen"
# Beside those that read documents: what decides which words and numbers a resultaat holds.
_LIBRARIES = ("numpy", "pluggy", "pyyaml", "simplemma")
_LARGEST = Limieten().pdf_bytes
# States of a document that may be other next time: it took too long or too much memory.
_ONZEKER = frozenset({"te_groot"})


def input_key(dossier: Path, outside: Path, *keuzes: object) -> str:
    """A digest of everything a resultaat follows from: files, choices, program, plugins and helper programs.

    Args:
        dossier: the folder with the documents; what a run leaves there under ``outside`` is left out.
        outside: the folder of the reports. Of it only the verdicts that people gave take part.
        keuzes: further choices, each with a ``repr`` that tells it from any other.
    """
    from checker.beoordelingen import NAAM

    root = dossier.resolve()
    digest = hashlib.sha256(repr((program_print(), keuzes, root.name)).encode("utf-8", "backslashreplace"))
    add_files(digest, root, outside)
    kaders = (path for folder in sorted(OWN_FOLDERS) for path in _files(root / folder))
    for path in (*(root / name for name in sorted(OWN_FILES)), *kaders, outside / NAAM):
        digest.update(f"\n{path.name}\0".encode("utf-8", "surrogatepass"))
        add_content(digest, path)
    return digest.hexdigest()


def add_files(digest: hashlib._Hash, folder: Path, uit: Path | None = None) -> None:
    """Add every file of a dossier as it will be read: its path, why it is left out, and what is in it.

    As the reader does, this opens no link to outside and nothing but plain files: a pipe has no end.
    """
    for bestand in files_of(folder, uit=uit):
        digest.update(f"\n{bestand.pad}\0{bestand.reden}\0".encode("utf-8", "surrogatepass"))
        if not bestand.reden or not bestand.path.is_symlink():
            add_content(digest, bestand.path)


def program_print() -> str:
    """A digest of what judges: Python, the readers and their helper programs, this program, its plugins and libraries."""
    from checker.dossier.cache import reader_version

    digest = hashlib.sha256(repr((sys.version, reader_version())).encode())
    for line in _program():
        digest.update(line.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def is_certain(toestanden: Iterable[str]) -> bool:
    """Whether documents in these states will be read the same next time."""
    return _ONZEKER.isdisjoint(toestanden)


def reuse(key: str, path: Path) -> Resultaat | None:
    """The resultaat of an earlier toets of the same input; None when there is none or it was changed."""
    from checker.rapporten.resultaatbestand import loads

    known = get_json(_KIND, key)
    try:
        data = path.read_bytes()
    except OSError:
        return None
    return loads(data) if known == {"resultaat": hashlib.sha256(data).hexdigest()} else None


def remember(key: str, path: Path, resultaat: Resultaat) -> None:
    """Keep that this resultaat.json came out of this input, unless reading may go otherwise next time."""
    if not is_certain(document.toestand for document in resultaat.dossier.documenten):
        return
    try:
        written = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return
    put_json(_KIND, key, {"resultaat": written})
    put_json(_KIND, written, {"resultaat": written})


def is_ours(data: bytes) -> bool:
    """Whether these are the bytes of a resultaat.json as a toets wrote it on this computer."""
    digest = hashlib.sha256(data).hexdigest()
    return bool(get_json(_KIND, digest) == {"resultaat": digest})


def _files(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(place) / name for name in sorted(names))


def add_content(digest: hashlib._Hash, path: Path) -> None:
    """Add what is in a plain file; of one that is too large to be read its size and time."""
    try:
        if not path.is_file():
            digest.update(b"\0geen bestand")
        elif (stand := path.stat()).st_size > _LARGEST:
            digest.update(f"\0{stand.st_size}\0{stand.st_mtime_ns}".encode())
        else:
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
    except OSError:
        digest.update(b"\0niet te lezen")


def _program() -> Iterable[str]:
    """Size and time of every file of the checker and of the packages that bring plugins."""
    from importlib.metadata import entry_points, version
    from importlib.util import find_spec

    from checker.plugins.laden import GROUP

    packages = {"checker", *(point.module.partition(".")[0] for point in entry_points(group=GROUP))}
    for package in sorted(packages):
        spec = find_spec(package)
        places = list(spec.submodule_search_locations or [spec.origin or ""]) if spec else []
        for place in places:
            for path in _files(Path(place)) if Path(place).is_dir() else [Path(place)]:
                if path.suffix != ".pyc" and path.is_file():
                    yield f"\n{path}\0{path.stat().st_size}\0{path.stat().st_mtime_ns}"
    yield from (f"\n{library}={version(library)}" for library in _LIBRARIES)
