"""Verschil: what changed between two runs of the same dossier, and the course of all of them."""

from __future__ import annotations

from checker.verschil.sinds import Sinds, look_back
from checker.verschil.vergelijken import compare
from checker.verschil.verloop import NAAM, Meting, Punt, Reeks, append, make_verloop, measure, read
from checker.verschil.verschil import DocumentVerschil, NormVerschil, Richting, Verschil

__all__ = [
    "NAAM", "DocumentVerschil", "Meting", "NormVerschil", "Punt", "Reeks", "Richting", "Sinds", "Verschil",
    "append", "compare", "look_back", "make_verloop", "measure", "read",
]
