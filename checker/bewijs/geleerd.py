"""Geleerd: the trained numbers that come with the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import ndarray


def read_geleerd(name: str) -> dict[str, ndarray]:
    """The arrays of ``checker/bewijs/data/<name>.npz``, by their names."""
    from importlib.resources import as_file, files

    import numpy as np

    with as_file(files("checker.bewijs").joinpath(f"data/{name}.npz")) as path, np.load(path, allow_pickle=False) as stored:
        return dict(stored)
