"""The data of the bench: YAML that is read, fast where libyaml is there, and trained numbers that are written small."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import yaml

_LARGEST = 127
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path) -> Any:
    """What a YAML file holds."""
    return yaml.load(path.read_text("utf-8"), Loader=_LOADER)


def digest_of(value: Any) -> str:
    """What tells two values of plain data apart."""
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()


def as_bytes(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Rows of numbers as whole numbers from -127 to 127, and per row what they are to be multiplied by."""
    scale = np.abs(rows).max(axis=1) / _LARGEST
    return np.rint(rows / np.where(scale == 0, 1, scale)[:, None]).astype(np.int8), scale.astype(np.float32)


def write_arrays(arrays: dict[str, Any], path: Path) -> None:
    """Write trained numbers; the same numbers give the same bytes."""
    np.savez_compressed(path, **arrays)
