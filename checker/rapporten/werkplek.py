"""Werkplek: a folder beside the reports where they are made, gone whatever happens."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PREFIX = ".checker-"
_HOUR = 3600


@contextmanager
def werkplek(folder: Path) -> Iterator[Path]:
    """Yield a new folder in ``folder``, for the owner alone; what a killed run left is removed first."""
    clear_leftovers(folder)
    with tempfile.TemporaryDirectory(prefix=f"{_PREFIX}{os.getpid()}-", dir=folder) as name:
        yield Path(name)


def clear_leftovers(folder: Path) -> None:
    """Remove the half work of runs that were killed; that of a run still going stays."""
    for path in sorted(folder.glob(f"{_PREFIX}*")):
        if path.is_dir() and not path.is_symlink() and not _is_running(path):
            shutil.rmtree(path, ignore_errors=True)


def _is_running(path: Path) -> bool:
    """Whether the process in the name still runs; on Windows, where asking may end it, by age."""
    number = path.name.removeprefix(_PREFIX).partition("-")[0]
    if os.name != "posix" or not number.isdecimal():
        return time.time() - path.stat().st_mtime < _HOUR
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return int(number) != os.getpid()
