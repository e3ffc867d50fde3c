"""The files of a dossier folder: which are read, and why the others are left out."""

from __future__ import annotations

import os
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path

from checker.dossier.eigen import REDEN as EIGEN_RAPPORT

#: Files and folders that the checker itself keeps in a dossier.
OWN_FILES = frozenset({"praktijk.yaml", "praktijk.yml", "beoordelingen.jsonl"})
OWN_FOLDERS = frozenset({"kaders"})
_KADERS = frozenset({".yaml", ".yml"})
_NO_KADER = "in de map kaders leest de checker alleen kaders (yaml); hoort dit document bij het dossier, zet het dan in een andere map"
_REPORTS = re.compile(
    r"(vorig-)?resultaat\.json|verloop\.jsonl|gaprapport(-kort)?\.docx|gapanalyse(-ingevuld(-\d+)?)?\.xlsx|rapport\.html"
    r"|aanbesteding\.docx|agenda\.ics|bewijspakket\.zip|verschil\.xlsx|beoordelingen\.jsonl"
)
_SYSTEM = frozenset({"thumbs.db", "desktop.ini", ".ds_store", "ehthumbs.db", "icon\r"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestand:
    """One file: its path in the dossier, its real path, and why it is left out (or "")."""

    pad: str
    path: Path
    reden: str = ""


def files_of(folder: Path, exclude: Container[str] = (), uit: Path | None = None) -> list[Bestand]:
    """Return every file under a folder, sorted by its path in the dossier.

    Args:
        folder: the dossier.
        exclude: names or paths in the dossier of files that are no documents at all; a folder
            leaves out all that is in it.
        uit: the folder for the reports. What a run leaves there is no part of the dossier: all of a
            folder in the dossier, of the dossier itself only the reports.
    """
    root, place = folder.resolve(), uit.resolve() if uit else None
    found = [_judge(root, path) for path in _walk(root) if not _is_own(root, path, exclude)]
    return sorted((bestand for bestand in found if not place or not _is_output(bestand, root, place)), key=lambda bestand: bestand.pad)


def is_report(name: str) -> bool:
    """Whether a file has a name under which the checker itself writes."""
    return bool(_REPORTS.fullmatch(name))


def _walk(folder: Path) -> Iterator[Path]:
    """Yield files in a fixed order; folders behind a link are named, not entered."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(path)
        else:
            yield path


def _is_own(root: Path, path: Path, exclude: Container[str]) -> bool:
    parts = path.relative_to(root).parts
    if parts[-1] in exclude or any("/".join(parts[:depth]) in exclude for depth in range(1, len(parts) + 1)):
        return True
    own_kader = len(parts) == 2 and parts[0] in OWN_FOLDERS and path.suffix.lower() in _KADERS
    return own_kader or (len(parts) == 1 and parts[0] in OWN_FILES)


def _is_output(bestand: Bestand, root: Path, uit: Path) -> bool:
    if uit == root:
        return bestand.path.parent == root and bestand.reden == EIGEN_RAPPORT
    return uit.is_relative_to(root) and bestand.path.is_relative_to(uit)


def _judge(root: Path, path: Path) -> Bestand:
    pad = path.relative_to(root).as_posix()
    return Bestand(pad=pad, path=path, reden=_reason(root, path))


def _reason(root: Path, path: Path) -> str:
    checks = {
        "dit is een verwijzing naar een bestand of map buiten het dossier": path.is_symlink() and not _inside(root, path),
        "dit is een verwijzing naar een andere map": path.is_symlink() and path.is_dir(),
        "dit is een map die niet te openen is": path.is_dir(),
        "dit is een tijdelijk bestand van Word of Excel; sluit het document": path.name.startswith(("~$", ".~lock")),
        "dit is een verborgen bestand of systeembestand": _is_system(root, path),
        # The text of a norm may lie beside its kader, and would prove every norm.
        _NO_KADER: path.relative_to(root).parts[0] in OWN_FOLDERS and path.parent != root,
        EIGEN_RAPPORT: is_report(path.name) and (path.parent / "resultaat.json").exists(),
        "dit is geen gewoon bestand": not path.is_file(),
    }
    return next((reason for reason, holds in checks.items() if holds), "")


def _is_system(root: Path, path: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
    return hidden or path.name.lower() in _SYSTEM


def _inside(root: Path, path: Path) -> bool:
    try:
        return path.resolve().is_relative_to(root)
    except (OSError, RuntimeError):
        return False
