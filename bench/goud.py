"""Labelled dossiers: where they are and how a quote is compared with a label.

The comparison follows ``meet.py`` beside the labels: two texts overlap when they share at least a
part of the word triples of the shorter one.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("CHECKER_GOUD", ROOT.parent / "shared" / "goud"))
SCHAAL = {"niet_aangetoond": 0, "gedeeltelijk": 1, "grotendeels": 2, "aangetoond": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Goud:
    """One labelled dossier: its folder, its peildatum and its labels by norm id."""

    naam: str
    map: Path
    bestand: Path
    peildatum: str
    labels: dict[str, dict[str, Any]]
    ruw: dict[str, Any]


def load_goud() -> list[Goud]:
    """All labelled dossiers that can be found, in order of name."""
    found = []
    for labels, dossiers in ((SHARED, SHARED / "dossiers"), (ROOT / "fixtures" / "goud", ROOT / "fixtures")):
        for path in sorted(labels.glob("*.json")) if labels.is_dir() else []:
            raw = json.loads(path.read_text("utf-8"))
            folder = dossiers / raw["dossier"]
            if folder.is_dir():
                found.append(
                    Goud(
                        naam=raw["dossier"], map=folder, bestand=path, peildatum=raw.get("peildatum", "2026-11-22"),
                        labels={label["norm_id"]: label for label in raw["labels"]}, ruw=raw,
                    )
                )
    return sorted(found, key=lambda g: g.naam)


def words(text: str) -> list[str]:
    """Lower-case words of a text without punctuation."""
    return "".join(char.lower() if char.isalnum() else " " for char in text).split()


def overlaps(first: str, second: str, threshold: float) -> bool:
    """Whether the shorter of two texts shares at least ``threshold`` of its word triples."""
    a, b = words(first), words(second)
    size = 3 if min(len(a), len(b)) >= 3 else 1
    triples_a = {tuple(a[i : i + size]) for i in range(len(a) - size + 1)}
    triples_b = {tuple(b[i : i + size]) for i in range(len(b) - size + 1)}
    if not triples_a or not triples_b:
        return False
    return len(triples_a & triples_b) / min(len(triples_a), len(triples_b)) >= threshold


def quotes(label: dict[str, Any], *keys: str) -> list[dict[str, Any]]:
    """The quotes of a label under some keys, as mappings."""
    return [q if isinstance(q, dict) else {"citaat": q} for key in keys for q in label.get(key, ())]
