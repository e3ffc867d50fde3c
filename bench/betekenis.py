"""Train and measure the sentence vectors (checker/bewijs/betekenis.py).

Usage: python -m bench.betekenis [--schrijf]
Prints at which place the quotes of the labelled dossiers stand among all sentences, by words and by meaning.
With --schrijf the vectors are first trained again, on what the authors of the kaders wrote per onderdeel and on the
sentences in bench/zinnen (ten minutes): two sentences of one onderdeel come to point the same way, sentences of
other onderdelen do not. The labelled dossiers take no part in it. The table goes into docs/kwaliteit.md.
Training needs PyTorch and SciPy (pip install -e ".[train]"); the checker itself does not.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from bench.blad import put_between
from bench.goud import ROOT, overlaps, quotes
from bench.proef import Proef, proeven
from bench.vangnet import training as uitspraken
from checker.bewijs.betekenis import content, pieces, stukken, unit_rows
from checker.taal.woorden import tokenize

FOLDER = ROOT / "bench" / "zinnen"
TARGET = ROOT / "checker" / "bewijs" / "data" / "betekenis.npz"
PAGE = ROOT / "docs" / "kwaliteit.md"
BEGIN, END = "<!-- betekenis: begin -->", "<!-- betekenis: eind -->"
MIN_SENTENCES = 6
DIMENSIONS, KEPT_DIMENSIONS, RUNS = 256, 160, 3
EPOCHS, BATCH, SIDE, OTHERS = 150, 512, 2, 512
RATE, DROP, TEMPERATURE, NEIGHBOUR = 4e-3, 0.2, 0.05, 2.0
LARGEST = 127


@dataclass(frozen=True, slots=True)
class Zin:
    """A sentence that shows an onderdeel; ``los`` when it comes from bench/zinnen."""

    tekst: str
    kader: str
    onderdeel: str
    los: bool = False

    @property
    def norm(self) -> str:
        """The id of its norm."""
        return self.onderdeel.rsplit("/", 1)[0]


def read_zinnen() -> list[Zin]:
    """Every sentence to train on: those of the kaders, then those written for this."""
    from checker.bewijs.profielen import sentences_of
    from checker.catalogi import installed_catalogus

    kaders = installed_catalogus()[0].kaders
    onderdelen = [(kader.id, onderdeel) for kader in kaders for norm in kader.normen for onderdeel in norm.onderdelen]
    written = {key: texts for path in sorted(FOLDER.glob("*.yaml")) for key, texts in yaml.safe_load(path.read_text("utf-8")).items()}
    own = [Zin(text, kader, onderdeel.id) for kader, onderdeel in onderdelen for text in sentences_of(onderdeel)]
    return own + [Zin(text, kader, onderdeel.id, los=True) for kader, onderdeel in onderdelen for text in written.get(onderdeel.id, ())]


def digest(zinnen: Sequence[Zin]) -> str:
    """What tells whether the vectors belong to the sentences of bench/zinnen; a kader may change a word without new training."""
    return hashlib.sha256(json.dumps([[z.tekst, z.onderdeel] for z in zinnen if z.los], ensure_ascii=False).encode()).hexdigest()[:16]


def sentence_pieces(text: str) -> Counter[str]:
    """How often each piece of a word stands in a sentence; a word that comes back counts once."""
    return Counter(piece for word in content(token.woord for token in tokenize(text)) for piece in pieces(word))


class Matrix:
    """Sentences as rows over pieces, weighed by rarity (tf-idf)."""

    def __init__(self, texts: Sequence[str], columns: dict[str, int], idf: np.ndarray) -> None:
        """Count the known pieces of every text."""
        from scipy.sparse import csr_matrix, diags

        cells = [(row, columns[p], n) for row, text in enumerate(texts) for p, n in sentence_pieces(text).items() if p in columns]
        rows, places, counts = (np.array(part) for part in zip(*cells, strict=True))
        matrix = csr_matrix((counts * idf[places], (rows, places)), shape=(len(texts), len(columns)))
        lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
        self.rows = diags(1 / np.where(lengths == 0, 1.0, lengths)) @ matrix

    def pick(self, rows: np.ndarray, chance: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """The pieces of some rows, where each row starts, and their weights; part is left out by chance."""
        part = self.rows[rows]
        kept = (chance.random(part.nnz) > DROP).astype(np.float32)
        return part.indices.astype(np.int64), part.indptr[:-1].astype(np.int64), part.data.astype(np.float32) * kept


def vocabulary(texts: Sequence[str]) -> tuple[dict[str, int], np.ndarray]:
    """The pieces that stand in enough sentences, numbered, and how rare each is."""
    found = Counter(piece for text in texts for piece in sentence_pieces(text))
    known = sorted(piece for piece, count in found.items() if count >= MIN_SENTENCES)
    idf = np.array([1 + np.log((1 + len(texts)) / (1 + found[piece])) for piece in known])
    return {piece: number for number, piece in enumerate(known)}, idf


def train(zinnen: Sequence[Zin]) -> dict[str, Any]:
    """The vectors per piece, as they are written: several runs beside each other, turned to their main directions."""
    columns, idf = vocabulary([zin.tekst for zin in zinnen])
    matrix = Matrix([zin.tekst for zin in zinnen], columns, idf)
    others = Matrix([zin.tekst for zin in uitspraken()], columns, idf)
    runs = [_fit(zinnen, matrix, others, seed) for seed in range(RUNS)]
    weights = np.hstack([run / np.linalg.norm(matrix.rows @ run, axis=1).mean() for run in runs])
    rotated = (weights @ _main_axes(unit_rows(matrix.rows @ weights))) * idf[:, None]
    scale = np.abs(rotated).max(axis=1) / LARGEST
    return {
        "stukken": np.frombuffer("\n".join(columns).encode(), dtype=np.uint8),
        "waarden": np.rint(rotated / scale[:, None]).astype(np.int8), "schaal": scale.astype(np.float32),
        "versie": np.array(digest(zinnen)),
    }


def _main_axes(vectors: np.ndarray) -> np.ndarray:
    """The directions in which the sentences differ most; the rest is left out to keep the file small."""
    _values, axes = np.linalg.eigh(vectors.T @ vectors)
    return axes[:, ::-1][:, :KEPT_DIMENSIONS]


def _fit(zinnen: Sequence[Zin], matrix: Matrix, others: Matrix, seed: int) -> np.ndarray:
    """Contrastive training: a sentence against the other sentences of its onderdeel, among many other onderdelen."""
    import torch

    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    of: dict[str, list[int]] = defaultdict(list)
    for number, zin in enumerate(zinnen):
        of[zin.onderdeel].append(number)
    keys = np.array(sorted(of))
    table = torch.nn.EmbeddingBag(matrix.rows.shape[1], DIMENSIONS, mode="sum")
    torch.nn.init.normal_(table.weight, std=DIMENSIONS**-0.5)
    optimizer = torch.optim.Adam(table.parameters(), lr=RATE)
    steps = EPOCHS * -(-len(keys) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=RATE, total_steps=steps + 1)

    def encode(source: Matrix, rows: np.ndarray) -> Any:
        indices, starts, values = (torch.from_numpy(part) for part in source.pick(rows, chance))
        return torch.nn.functional.normalize(table(indices, starts, per_sample_weights=values), dim=1)

    for _ in range(EPOCHS):
        order = chance.permutation(keys)
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            picked = [chance.permutation(of[key])[: 1 + SIDE] for key in batch]
            groups = torch.tensor([number for number, rows in enumerate(picked) for _ in rows[1:]])
            first = encode(matrix, np.array([rows[0] for rows in picked]))
            rest = encode(matrix, np.concatenate([rows[1:] for rows in picked]))
            side = torch.nn.functional.normalize(torch.zeros(len(batch), DIMENSIONS).index_add_(0, groups, rest), dim=1)
            norm = np.array([zinnen[rows[0]].norm for rows in picked])
            near = torch.from_numpy((norm[:, None] == norm) & ~np.eye(len(batch), dtype=bool))
            loss = _loss(torch, first, side, encode(others, chance.integers(0, others.rows.shape[0], OTHERS)), near)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    weights: np.ndarray = table.weight.detach().numpy().astype(float)
    return weights


def _loss(torch: Any, first: Any, side: Any, others: Any, near: Any) -> Any:
    """Both ways: which onderdeel belongs to a sentence, and which sentence to an onderdeel; a neighbour counts less."""
    alike = first @ side.T / TEMPERATURE - near.float() * NEIGHBOUR
    own = torch.arange(len(first))
    back = torch.cat([alike.T, side @ others.T / TEMPERATURE], dim=1)
    return (torch.nn.functional.cross_entropy(alike, own) + torch.nn.functional.cross_entropy(back, own)) / 2


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


def write(made: dict[str, Any], path: Path) -> None:
    """Write the vectors; the same vectors give the same bytes."""
    np.savez_compressed(path, **made)


def main() -> None:
    """Train on request, and measure on the labelled dossiers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schrijf", action="store_true")
    arguments = parser.parse_args()
    if arguments.schrijf:
        zinnen = read_zinnen()
        write(train(zinnen), TARGET)
        stukken.cache_clear()
        print(f"{len(zinnen)} zinnen, {TARGET.stat().st_size // 1024} kB")
    lines = measure()
    print("\n".join(lines))
    if arguments.schrijf:
        put_between(PAGE, BEGIN, END, lines)


if __name__ == "__main__":
    main()
