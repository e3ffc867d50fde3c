"""Reading of bytes in this process, for tests of one format."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.dossier import Document, Limieten, Soort
from checker.dossier.bron import Bron
from checker.dossier.lezen import read_bytes

Lees = Callable[..., Document]


@pytest.fixture
def lees() -> Lees:
    """Read bytes as a file with a name; the first document."""

    def read(data: bytes, naam: str = "bestand", limieten: Limieten | None = None) -> Document:
        return read_bytes(naam, Bron(data=data, naam=naam, limieten=limieten or Limieten()))[0]

    return read


@pytest.fixture
def blokken() -> Callable[[Document], list[tuple[str, str]]]:
    """Return (kind, text) of the passages, the shortest way to say what was read."""

    def short(document: Document) -> list[tuple[str, str]]:
        return [(Soort(p.soort).value, p.tekst) for p in document.passages]

    return short
