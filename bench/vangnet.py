"""Train and measure the net behind the cue rules (checker/bewijs/vangnet.py).

Usage: python -m bench.vangnet [--schrijf]
Trains on the sentences in bench/uitspraken (all but ``apart.yaml``) and the affirming sentences of the
kaders, and prints what rules and net make of ``apart.yaml``, which takes no part in training or tuning.
With --schrijf the weights go into checker/bewijs/data and the figures into docs/kwaliteit.md.
Training needs scikit-learn (pip install -e ".[train]"); the checker itself does not.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.blad import put_between
from bench.gegevens import read_yaml
from bench.goud import ROOT
from checker.bewijs.vangnet import BEVESTIGD, n_grams, tokens

FOLDER = ROOT / "bench" / "uitspraken"
APART = "apart.yaml"
TARGET = ROOT / "checker" / "bewijs" / "data" / "vangnet.json.gz"
PAGE = ROOT / "docs" / "kwaliteit.md"
BEGIN, END = "<!-- vangnet: begin -->", "<!-- vangnet: eind -->"
MIN_WORD, MIN_GRAM, STRENGTH, KADER_WEIGHT, SCALE, SMALLEST = 5, 3, 20.0, 0.25, 0.02, 3


@dataclass(frozen=True, slots=True)
class Zin:
    """A sentence with the kind a person gave it and how much it weighs in training."""

    tekst: str
    soort: str
    gewicht: float = 1.0


def read_zinnen(path: Path) -> list[Zin]:
    """The labelled sentences of one file."""
    return [Zin(str(item["zin"]), item["soort"]) for item in read_yaml(path)]


def training() -> list[Zin]:
    """Every sentence to train on, those written for it first."""
    return [zin for path in sorted(FOLDER.glob("*.yaml")) if path.name != APART for zin in read_zinnen(path)]


def kader_zinnen() -> list[Zin]:
    """The sentences of all kaders that tell that something is so; many, so each weighs little."""
    from checker.catalogi import installed_catalogus

    onderdelen = (o for kader in installed_catalogus()[0].kaders for norm in kader.normen for o in norm.onderdelen)
    return [Zin(text, BEVESTIGD, KADER_WEIGHT) for onderdeel in onderdelen for text in (*onderdeel.wel, *onderdeel.zinnen)]


def digest(zinnen: Sequence[Zin]) -> str:
    """What tells whether the weights belong to these sentences."""
    return hashlib.sha256(json.dumps([[z.tekst, z.soort] for z in zinnen], ensure_ascii=False).encode()).hexdigest()


def train(own: Sequence[Zin], kaders: Sequence[Zin]) -> dict[str, Any]:
    """The weights per n-gram and kind, as small whole numbers times ``schaal``."""
    import numpy as np
    from scipy.sparse import csr_matrix, diags
    from sklearn.linear_model import LogisticRegression

    zinnen = [*own, *kaders]
    words = Counter(word for zin in own for word in set(tokens(zin.tekst)))
    known = frozenset(word for word, count in words.items() if count >= MIN_WORD)
    grams = [set(n_grams(tokens(zin.tekst), known)) for zin in zinnen]
    counts = Counter(gram for found in grams[: len(own)] for gram in found)
    columns = {gram: number for number, gram in enumerate(sorted(g for g, count in counts.items() if count >= MIN_GRAM))}
    cells = [(row, columns[gram]) for row, found in enumerate(grams) for gram in found if gram in columns]
    rows, places = zip(*cells, strict=True)
    matrix = csr_matrix((np.ones(len(cells)), (rows, places)), shape=(len(zinnen), len(columns)))
    matrix = diags(1 / np.sqrt(np.maximum(1, np.asarray(matrix.sum(axis=1)).ravel()))) @ matrix
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    model.fit(matrix, [zin.soort for zin in zinnen], sample_weight=[zin.gewicht for zin in zinnen])
    weights = np.rint(model.coef_.T / SCALE).astype(int)
    return {
        "zinnen": digest(own), "soorten": [str(kind) for kind in model.classes_], "schaal": SCALE,
        "vast": [round(float(value), 4) for value in model.intercept_], "woorden": sorted(known),
        "gewichten": {gram: weights[number].tolist() for gram, number in columns.items() if abs(weights[number]).max() >= SMALLEST},
    }


def write(model: dict[str, Any], path: Path) -> None:
    """Write the weights; the same model gives the same bytes."""
    text = json.dumps(model, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    path.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))


def measure(zinnen: Sequence[Zin]) -> list[str]:
    """What becomes of labelled sentences, as a Markdown table: turned down, only indirect, or counted in full."""
    from checker.bewijs.uitspraak import classify

    lines = ["| soort zin | zinnen | afgewezen | telt hooguit indirect | telt volledig |", "|---|---|---|---|---|"]
    for kind in sorted({zin.soort for zin in zinnen}):
        found = [classify(zin.tekst) for zin in zinnen if zin.soort == kind]
        down = sum(u.soort != BEVESTIGD for u in found)
        weak = sum(u.soort == BEVESTIGD and u.zwak for u in found)
        lines.append(f"| {kind} | {len(found)} | {down} | {weak} | {len(found) - down - weak} |")
    return lines


def main() -> None:
    """Train on request, measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schrijf", action="store_true")
    arguments = parser.parse_args()
    if arguments.schrijf:
        model = train(training(), kader_zinnen())
        write(model, TARGET)
        print(f"{len(model['gewichten'])} woordgroepen, {TARGET.stat().st_size // 1024} kB")
    lines = measure(read_zinnen(FOLDER / APART))
    print("\n".join(lines))
    if arguments.schrijf:
        put_between(PAGE, BEGIN, END, lines)


if __name__ == "__main__":
    main()
