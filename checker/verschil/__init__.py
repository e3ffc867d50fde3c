"""Verschil: what changed between two runs of the same dossier."""

from __future__ import annotations

from checker.verschil.blad import write
from checker.verschil.vergelijken import compare
from checker.verschil.verschil import DocumentVerschil, NormVerschil, Richting, Verschil

__all__ = ["DocumentVerschil", "NormVerschil", "Richting", "Verschil", "compare", "write"]
