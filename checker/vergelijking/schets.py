"""Schets: the passages of a submission as a few numbers each, to find copied answers.

Of every long passage the smallest fingerprints of its word groups are kept (a bottom-k sketch, Broder
1997): passages that are nearly the same share most of them, and no other text has to be compared.
"""

from __future__ import annotations

import json
import re
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from checker.rapporten.bestand import vervang
from checker.signalen.maskeren import mask
from checker.signalen.namen import find_namen
from checker.taal.woorden import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checker.dossier.document import Dossier

BESTAND = "passages.jsonl"
GROEP = 5
MIN_WOORDEN = 18
_KEPT = 4
_WOORD = re.compile(r"\w+")


def write_schets(dossier: Dossier, folder: Path) -> None:
    """Write one line per long passage: its place, its text with personal data hidden, its sketch."""
    namen = find_namen(dossier)
    paden = namen.paths(document.pad for document in dossier.documenten)
    with vervang(folder / BESTAND) as half, half.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        for document in dossier.documenten:
            for passage in document.passages:
                words = normalise(passage.tekst)
                if len(words) >= MIN_WOORDEN:
                    row = [paden.get(document.pad, document.pad), passage.vindplaats.plaats, mask(passage.tekst, "", namen.of(document.pad)), sketch(words)]
                    file.write(json.dumps(row, ensure_ascii=False) + "\n")


def read_schets(folder: Path) -> Iterator[tuple[str, str, str, list[int]]]:
    """The lines back, one by one: document, place, text and sketch."""
    try:
        with (folder / BESTAND).open(encoding="utf-8") as file:
            for line in file:
                row: Any = json.loads(line)
                yield row[0], row[1], row[2], row[3]
    except (OSError, ValueError):
        return


def normalise(text: str) -> list[str]:
    """The words of a text as they are compared: no capitals, accents or punctuation."""
    return _WOORD.findall(fold(text))


def shingles(words: list[str]) -> set[str]:
    """Every group of five words in a row."""
    return {" ".join(words[place : place + GROEP]) for place in range(len(words) - GROEP + 1)}


def sketch(words: list[str]) -> list[int]:
    """The smallest fingerprints of the word groups, in order."""
    numbers = {int.from_bytes(blake2b(group.encode("utf-8", "replace"), digest_size=7).digest(), "big") for group in shingles(words)}
    return sorted(numbers)[:_KEPT]
