"""Train and measure the sentence vectors (checker/bewijs/betekenis.py).

Usage: python -m bench.betekenis [--schrijf]
Prints at which place the quotes of the labelled dossiers stand among all sentences, by words and by meaning.
With --schrijf the vectors are first trained again, on ``bench.leerstof`` (a quarter of an hour). Three things are learned at once: two
sentences of one onderdeel point the same way and sentences of other onderdelen do not; a sentence that shows an onderdeel stands
nearer than those that only resemble it; words that say nearly the same stand near each other. The labelled dossiers take no part
in it. The table goes into docs/kwaliteit.md.
Training needs PyTorch and SciPy (pip install -e ".[train]"); the checker itself does not.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

import numpy as np

from bench.blad import publish
from bench.gegevens import write_arrays
from bench.goud import ROOT, overlaps, quotes
from bench.leerstof import read_leerstof
from bench.leren import train
from bench.proef import Proef, proeven
from checker.bewijs.betekenis import stukken

TARGET = ROOT / "checker" / "bewijs" / "data" / "betekenis.npz"
PAGE = ROOT / "docs" / "kwaliteit.md"
BEGIN, END = "<!-- betekenis: begin -->", "<!-- betekenis: eind -->"


def measure() -> list[str]:
    """At which place the quotes of the labelled dossiers stand, by words and by meaning, as a Markdown table."""
    lines = ["| dossier | citaten | in woorden: eerste 3 | eerste 10 | in betekenis: eerste 3 | eerste 10 |", "|---|---|---|---|---|---|"]
    everything: list[tuple[float, float]] = []
    for proef in proeven():
        places = list(_places(proef))
        everything += places
        lines.append(_line(proef.goud.naam, places))
    return [*lines, _line("**alles**", everything)]


def _line(name: str, places: Sequence[tuple[float, float]]) -> str:
    ranks = np.array(places)
    shares = [f"{np.mean(ranks[:, way] < top):.2f}" for way in (0, 1) for top in (3, 10)]
    return f"| {name} | {len(places)} | {' | '.join(shares)} |"


def _places(proef: Proef) -> Iterator[tuple[float, float]]:
    """Per direct quote its best place for an onderdeel of its norm, by words and by meaning, from 0."""
    lezing = proef.lezing
    sentences = {zin: lezing.index.zinnen[zin].tekst for zin in lezing.verzamelaar.citeerbaar}
    for kader, norm in proef.normen():
        label = proef.goud.labels[norm.id]
        if label["oordeel"] == "nvt":
            continue
        gelijkenis = lezing.zoeker(kader).gelijkenis
        for citaat in (quote["citaat"] for quote in quotes(label, "bewijs") if quote.get("sterkte") != "indirect"):
            own = [zin for zin, text in sentences.items() if overlaps(citaat, text, 0.4)]
            if own:
                alike = [pair for onderdeel in norm.onderdelen for pair in gelijkenis.of(own, onderdeel.id)]
                yield min(words.rang for words, _ in alike), min(meaning.rang for _, meaning in alike)


def main() -> None:
    """Train on request, and measure on the labelled dossiers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schrijf", action="store_true")
    arguments = parser.parse_args()
    if arguments.schrijf:
        write_arrays(train(read_leerstof()), TARGET)
        stukken.cache_clear()
        print(f"{TARGET}: {TARGET.stat().st_size // 1024} kB")
    publish(measure(), PAGE, BEGIN, END, write=arguments.schrijf)


if __name__ == "__main__":
    main()
