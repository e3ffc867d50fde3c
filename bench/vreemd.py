"""Vreemd: read every file under a folder of foreign files and count what became of them.

Usage: python -m bench.vreemd MAP [--toon] [--limiet NAAM=GETAL]
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from bench.betrouwbaarheid import outcome
from checker.dossier import Document, read_dossier
from checker.dossier.limieten import parse_limieten

KOLOMMEN = ("gelezen", "geweigerd", "gestopt", "gecrasht")


def count(documents: tuple[Document, ...]) -> dict[str, Counter[str]]:
    """Kind of file -> outcome -> number."""
    found: dict[str, Counter[str]] = {}
    for document in documents:
        found.setdefault(document.soort, Counter())[outcome(document)] += 1
    return dict(sorted(found.items()))


def main() -> None:
    """Print a table per kind, and with --toon every file that was not read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("map", type=Path)
    parser.add_argument("--toon", action="store_true", help="noem elk bestand dat niet gelezen is")
    parser.add_argument("--limiet", action="append", default=[])
    arguments = parser.parse_args()
    limieten = parse_limieten(["ocr_paginas=0", "bestanden=100000", *arguments.limiet])
    documents = read_dossier(arguments.map, limieten=limieten).documenten
    counts = count(documents)
    print("| soort | bestanden | " + " | ".join(KOLOMMEN) + " |")
    print("|---" * (len(KOLOMMEN) + 2) + "|")
    for soort, counted in [*counts.items(), ("alle", sum(counts.values(), Counter[str]()))]:
        print(f"| {soort} | {counted.total()} | " + " | ".join(str(counted[kolom]) for kolom in KOLOMMEN) + " |")
    if arguments.toon:
        for document in documents:
            if outcome(document) != "gelezen":
                print(f"{document.pad}: {document.toestand}: {document.melding}".encode("utf-8", "replace").decode())


if __name__ == "__main__":
    main()
