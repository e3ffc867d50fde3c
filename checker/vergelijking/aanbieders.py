"""Aanbieders: the folders of the providers, and a fingerprint of what each handed in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.dossier.bestanden import OWN_FOLDERS
from checker.errors import CheckerError
from checker.hergebruik import add_content, add_files
from checker.profiel import BESTAND, find_profiel

if TYPE_CHECKING:
    from pathlib import Path


class GeenAanbiedersError(CheckerError):
    """A folder without folders of aanbieders."""

    _TEXT = "In {map} staan geen mappen van aanbieders. Maak in deze map per aanbieder een eigen map met zijn documenten."


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbieder:
    """One provider: ``id`` is the name of the folder, the only key that is used."""

    id: str
    map: Path


def find_aanbieders(folder: Path, uit: Path) -> tuple[Aanbieder, ...]:
    """The folders of the aanbieders in order of name; hidden folders, kaders and the output are none.

    Raises:
        GeenAanbiedersError: there are none.
    """
    skip = uit.resolve()
    found = tuple(
        Aanbieder(id=path.name, map=path)
        for path in sorted(folder.iterdir(), key=lambda path: path.name)
        if path.is_dir() and not path.name.startswith(".") and path.name not in OWN_FOLDERS and path.resolve() != skip
    )
    if not found:
        raise GeenAanbiedersError(map=folder)
    return found


def loose_files(folder: Path) -> tuple[str, ...]:
    """Files beside the folders of the aanbieders, which belong to nobody and are not read."""
    names = (path.name for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    return tuple(sorted(name for name in names if not name.endswith((".yaml", ".yml"))))


def input_print(aanbieder: Aanbieder, vaste_invoer: str) -> str:
    """Fingerprint of all that decides the resultaat: every file by content, and the demands."""
    digest = hashlib.sha256(vaste_invoer.encode())
    add_files(digest, aanbieder.map)
    add_content(digest, find_profiel(aanbieder.map) or aanbieder.map / BESTAND)
    return digest.hexdigest()
