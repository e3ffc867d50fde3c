"""Train and measure the net behind the cue rules (checker/bewijs/vangnet.py).

Usage: python -m bench.vangnet [--schrijf]
Trains on the sentences in bench/uitspraken (all but the files in ``APART``) and on affirming sentences of the kaders and
bench/zinnen, and prints what rules and net make of those in ``APART``, which take no part in training or tuning.
With --schrijf the weights go into checker/bewijs/data and the figures into docs/kwaliteit.md (some three minutes).
Training needs scikit-learn and PyTorch (pip install -e ".[train]"); the checker itself does not.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import zinsnet
from bench.blad import publish
from bench.gegevens import digest_of, read_yaml, write_arrays
from bench.goud import ROOT
from bench.leerstof import onderdelen
from bench.leerstof import read_zinnen as read_loose
from checker.bewijs.vangnet import BEVESTIGD, n_grams, tokens

FOLDER = ROOT / "bench" / "uitspraken"
# The files kept apart, each of another writer, with the name of their table in docs/kwaliteit.md.
APART = {"apart.yaml": "vangnet", "apart_zacht.yaml": "vangnet zacht", "apart_paren.yaml": "vangnet paren"}
DATA = ROOT / "checker" / "bewijs" / "data"
TARGET, NET = DATA / "vangnet.json.gz", DATA / "zinsnet.npz"
PAGE = ROOT / "docs" / "kwaliteit.md"
MIN_WORD, MIN_GRAM, STRENGTH, SCALE, SMALLEST = 5, 5, 20.0, 0.02, 3
# What a sentence that was written to affirm an onderdeel weighs, and how many of ``bench/zinnen`` take part per onderdeel.
AFFIRMING_WEIGHT, LOOSE = 0.25, 7
# What an example of a kader weighs, which must count.
EXAMPLE_WEIGHT = 2.0


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
    return [zin for path in sorted(FOLDER.glob("*.yaml")) if path.name not in APART for zin in read_zinnen(path)]


def affirming() -> list[Zin]:
    """Sentences that tell that something is so, of the kaders and of ``bench/zinnen``.

    The examples of the kaders must count; of the others there are many, so each weighs little.
    """
    every = onderdelen()
    written = [text for onderdeel in every for text in onderdeel.zinnen]
    loose = [text for texts in read_loose().values() for text in texts[:LOOSE]]
    return [
        *(Zin(text, BEVESTIGD, EXAMPLE_WEIGHT) for onderdeel in every for text in onderdeel.wel),
        *(Zin(text, BEVESTIGD, AFFIRMING_WEIGHT) for text in (*written, *loose)),
    ]


def digest(zinnen: Sequence[Zin]) -> str:
    """What tells whether the weights belong to these sentences."""
    return digest_of([[z.tekst, z.soort] for z in zinnen])


def train(own: Sequence[Zin], beside: Sequence[Zin]) -> dict[str, Any]:
    """The weights per n-gram and kind, as small whole numbers times ``schaal``."""
    import numpy as np
    from scipy.sparse import csr_matrix, diags
    from sklearn.linear_model import LogisticRegression

    zinnen = [*own, *beside]
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
        _train_both()
    for name, mark in APART.items():
        print(f"\n{name}")
        publish(measure(read_zinnen(FOLDER / name)), PAGE, f"<!-- {mark}: begin -->", f"<!-- {mark}: eind -->", write=arguments.schrijf)


def _train_both() -> None:
    own, beside = training(), affirming()
    model = train(own, beside)
    write(model, TARGET)
    every = [*own, *beside]
    network = zinsnet.train([z.tekst for z in every], [z.soort for z in every], [z.gewicht for z in every], digest(own))
    write_arrays(network, NET)
    print(f"{len(model['gewichten'])} woordgroepen, {TARGET.stat().st_size // 1024} kB; net {NET.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
