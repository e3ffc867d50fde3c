"""Shared set-up: the repository's own helpers after the installed package, never before it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.append(str(ROOT))


@pytest.fixture
def linde() -> Path:
    """The labelled fixture dossier."""
    return ROOT / "fixtures" / "praktijk-de-linde"


@pytest.fixture
def klein() -> Path:
    """Three small text files of a solo practitioner."""
    return ROOT / "fixtures" / "klein"
