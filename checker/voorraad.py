"""Voorraad: prepared data in the user's cache folder, made again when what it came from changes.

Only things that follow from the kaders are kept here (parsed files, profiles), and digests that tell
whether a toets can be taken over: no text of a dossier.
A file that is damaged or of another version counts as absent; failing to write is no failure.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy import ndarray

KINDS = ("begrippen", "kaders", "profielen", "toetsen")
_MONTH = 30 * 24 * 3600


def cache_root() -> Path:
    """The folder of this program in the user's cache folder, on any system."""
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return base / "checker"


def get_json(kind: str, key: str) -> Any:
    """Prepared data under a kind and key; None when it is not there or not whole."""
    path = cache_root() / kind / f"{key}.json"
    try:
        os.utime(path)
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None


def put_json(kind: str, key: str, value: Any) -> None:
    """Keep data under a kind and key."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    _write(cache_root() / kind / f"{key}.json", lambda path: path.write_bytes(text))


def get_arrays(kind: str, key: str) -> dict[str, ndarray] | None:
    """Prepared arrays by name; None when they are not there or not whole."""
    import zipfile

    import numpy as np

    path = cache_root() / kind / f"{key}.npz"
    try:
        os.utime(path)
        with np.load(path, allow_pickle=False) as stored:
            return {name: stored[name] for name in stored.files}
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None


def put_arrays(kind: str, key: str, arrays: Mapping[str, ndarray]) -> None:
    """Keep arrays under a kind and key."""
    import numpy as np

    def save(path: Path) -> None:
        with path.open("wb") as file:
            np.savez(file, **arrays)  # type: ignore[arg-type]

    _write(cache_root() / kind / f"{key}.npz", save)


def prune() -> None:
    """Remove what was not used for a month: data of kaders and programs that have changed since."""
    oldest = time.time() - _MONTH
    for kind in KINDS:
        try:
            for entry in os.scandir(cache_root() / kind):
                if entry.stat().st_mtime < oldest:
                    Path(entry.path).unlink(missing_ok=True)
        except OSError:
            continue


def _write(path: Path, save: Callable[[Path], object]) -> None:
    temporary = None
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
        os.close(handle)
        save(Path(temporary))
        Path(temporary).replace(path)
    except OSError:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
