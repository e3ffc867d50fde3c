"""Beoordelingen: what people decided at the desk, kept line by line and shown beside the proposals."""

from __future__ import annotations

from checker.beoordelingen.beoordeling import Beoordeling, Regel, Werkregel
from checker.beoordelingen.bestand import NAAM, append, latest, read
from checker.beoordelingen.inlezen import Inlezing, Moment, find_changes
from checker.beoordelingen.samenvoegen import merge, read_stored
from checker.beoordelingen.werkblad import Foutrij, read_werkblad

__all__ = [
    "NAAM", "Beoordeling", "Foutrij", "Inlezing", "Moment", "Regel", "Werkregel",
    "append", "find_changes", "latest", "merge", "read", "read_stored", "read_werkblad",
]
