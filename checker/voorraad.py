"""Voorraad: prepared data in the user's cache folder, made again when what it came from changes.

Only things that follow from the kaders are kept here (parsed files, profiles): nothing of a dossier.
A file that is damaged or of another version counts as absent; failing to write is no failure.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy import ndarray


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
    try:
        return json.loads((cache_root() / kind / f"{key}.json").read_bytes())
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

    try:
        with np.load(cache_root() / kind / f"{key}.npz", allow_pickle=False) as stored:
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
