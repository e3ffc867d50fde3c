"""Learn the sentence vectors (checker/bewijs/betekenis.py) from the leerstof; needs PyTorch and SciPy.

Contrastive learning (van den Oord et al. 2018) of a vector per piece of a word: what belongs together comes to point the same
way among much that does not. Three things at once: sentences of one onderdeel belong together; a sentence that shows an onderdeel is
nearer to it than those that only resemble it; words that say nearly the same belong together.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from bench.gegevens import as_bytes
from bench.leerstof import Leerstof
from bench.vangnet import training as uitspraken
from checker.bewijs.betekenis import content, pieces, unit_rows
from checker.taal.woorden import tokenize

MIN_SENTENCES = 10
DIMENSIONS, KEPT_DIMENSIONS, RUNS = 256, 160, 3
EPOCHS, BATCH, SIDE, OTHERS, BESIDE, WORDS = 200, 512, 2, 512, 4, 512
RATE, DROP, TEMPERATURE, NEIGHBOUR = 4e-3, 0.2, 0.05, 2.0
BESIDE_WEIGHT, WORDS_WEIGHT = 0.5, 1.0


def train(leerstof: Leerstof) -> dict[str, Any]:
    """The vectors per piece, as they are written: several runs beside each other, turned to their main directions."""
    stof = Stof(leerstof)
    runs = [Les(stof, seed).learn() for seed in range(RUNS)]
    weights = np.hstack([run / np.linalg.norm(stof.zinnen.rows @ run, axis=1).mean() for run in runs])
    rotated = (weights @ _main_axes(unit_rows(stof.zinnen.rows @ weights))) * stof.idf[:, None]
    values, scale = as_bytes(rotated)
    return {
        "stukken": np.frombuffer("\n".join(stof.columns).encode(), dtype=np.uint8), "waarden": values, "schaal": scale,
        "versie": np.array(leerstof.digest()), "afdruk": np.array(hashlib.sha256(values.tobytes()).hexdigest()[:16]),
    }


def _main_axes(vectors: np.ndarray) -> np.ndarray:
    """The directions in which the sentences differ most; the rest is left out to keep the file small."""
    _values, axes = np.linalg.eigh(vectors.T @ vectors)
    return axes[:, ::-1][:, :KEPT_DIMENSIONS]


def sentence_pieces(text: str) -> Counter[str]:
    """How often each piece of a word stands in a sentence; a word that comes back counts once."""
    return Counter(piece for word in content(token.woord for token in tokenize(text)) for piece in pieces(word))


def vocabulary(texts: Sequence[str]) -> tuple[dict[str, int], np.ndarray]:
    """The pieces that stand in enough sentences, numbered, and how rare each is."""
    found = Counter(piece for text in texts for piece in sentence_pieces(text))
    known = sorted(piece for piece, count in found.items() if count >= MIN_SENTENCES)
    idf = np.array([1 + np.log((1 + len(texts)) / (1 + found[piece])) for piece in known])
    return {piece: number for number, piece in enumerate(known)}, idf


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


class Stof:
    """The leerstof counted: every text a row over the pieces, and which rows belong to what.

    Attributes:
        zinnen, naast, woorden, andere: what shows an onderdeel, what resembles one, words, and sentences about anything.
        own, beside: per onderdeel its rows in ``zinnen`` and in ``naast``.
        groups: per group of words its rows in ``woorden``.
        norm_of: per onderdeel its norm.
    """

    def __init__(self, leerstof: Leerstof) -> None:
        """Read and count all texts."""
        zinnen = [zin.tekst for zin in leerstof.zinnen]
        naast = [(key, text) for key, texts in leerstof.naast.items() for text in texts]
        woorden = [word for group in leerstof.woorden for word in group]
        self.columns, self.idf = vocabulary([*zinnen, *(text for _, text in naast), *woorden])
        self.zinnen, self.naast, self.woorden, self.andere = (
            Matrix(texts, self.columns, self.idf)
            for texts in (zinnen, [text for _, text in naast], woorden, [zin.tekst for zin in uitspraken()])
        )
        self.own = _numbered(zin.onderdeel for zin in leerstof.zinnen)
        self.beside = _numbered(key for key, _ in naast)
        ends = np.cumsum([len(group) for group in leerstof.woorden])
        self.groups = [np.arange(end - len(group), end) for group, end in zip(leerstof.woorden, ends, strict=True)]
        self.norm_of = {zin.onderdeel: zin.norm for zin in leerstof.zinnen}


def _numbered(keys: Iterable[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        found[key].append(number)
    return found


class Les:
    """One run of training."""

    def __init__(self, stof: Stof, seed: int) -> None:
        """Begin with vectors by chance."""
        import torch

        torch.manual_seed(seed)
        self._torch, self._stof, self._chance = torch, stof, np.random.default_rng(seed)
        self._table = torch.nn.EmbeddingBag(stof.zinnen.rows.shape[1], DIMENSIONS, mode="sum")
        torch.nn.init.normal_(self._table.weight, std=DIMENSIONS**-0.5)

    def learn(self) -> np.ndarray:
        """The vectors (pieces x dimensions) after all epochs."""
        torch, keys = self._torch, np.array(sorted(self._stof.own))
        optimizer = torch.optim.Adam(self._table.parameters(), lr=RATE)
        steps = EPOCHS * -(-len(keys) // BATCH)
        schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=RATE, total_steps=steps + 1)
        for _ in range(EPOCHS):
            order = self._chance.permutation(keys)
            for start in range(0, len(order), BATCH):
                loss = self._onderdelen_loss(order[start : start + BATCH].tolist()) + WORDS_WEIGHT * self._words_loss()
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
                schedule.step()
        weights: np.ndarray = self._table.weight.detach().numpy().astype(float)
        return weights

    def _onderdelen_loss(self, batch: Sequence[str]) -> Any:
        """A sentence against the other sentences of its onderdeel, among other onderdelen and what only resembles it."""
        stof = self._stof
        picked = [self._chance.permutation(stof.own[key])[: 1 + SIDE] for key in batch]
        first, side = self._pairs(stof.zinnen, picked)
        norm = np.array([stof.norm_of[key] for key in batch])
        near = self._torch.from_numpy((norm[:, None] == norm) & ~np.eye(len(batch), dtype=bool))
        alike = first @ side.T / TEMPERATURE - near.float() * NEIGHBOUR
        other = self._encode(stof.andere, self._chance.integers(0, stof.andere.rows.shape[0], OTHERS))
        back = self._torch.cat([alike.T, side @ other.T / TEMPERATURE], dim=1)
        return (self._right(alike) + self._right(back)) / 2 + BESIDE_WEIGHT * self._beside_loss(batch, first, side)

    def _beside_loss(self, batch: Sequence[str], first: Any, side: Any) -> Any:
        """A sentence that shows an onderdeel against some that only resemble it."""
        stof, torch = self._stof, self._torch
        rows = [row for row, key in enumerate(batch) if len(stof.beside.get(key, ())) >= BESIDE]
        if not rows:
            return 0.0
        picked = np.concatenate([self._chance.permutation(stof.beside[batch[row]])[:BESIDE] for row in rows])
        beside = self._encode(stof.naast, picked).view(len(rows), BESIDE, -1)
        own = (first[rows] * side[rows]).sum(1, keepdim=True)
        far = torch.einsum("bd,bnd->bn", side[rows], beside)
        return torch.nn.functional.cross_entropy(torch.cat([own, far], 1) / TEMPERATURE, torch.zeros(len(rows), dtype=torch.long))

    def _words_loss(self) -> Any:
        """A word against others of its group, among the words of other groups."""
        groups = self._stof.groups
        picked = [self._chance.permutation(groups[number])[: 1 + SIDE] for number in self._chance.integers(0, len(groups), WORDS)]
        first, side = self._pairs(self._stof.woorden, picked)
        alike = first @ side.T / TEMPERATURE
        return (self._right(alike) + self._right(alike.T)) / 2

    def _pairs(self, source: Matrix, picked: Sequence[np.ndarray]) -> tuple[Any, Any]:
        """Per group the direction of its first row and that of its other rows together."""
        torch = self._torch
        owner = torch.tensor([number for number, rows in enumerate(picked) for _ in rows[1:]])
        first = self._encode(source, np.array([rows[0] for rows in picked]))
        rest = self._encode(source, np.concatenate([rows[1:] for rows in picked]))
        side = torch.zeros(len(picked), DIMENSIONS).index_add_(0, owner, rest)
        return first, torch.nn.functional.normalize(side, dim=1)

    def _encode(self, source: Matrix, rows: np.ndarray) -> Any:
        indices, starts, values = (self._torch.from_numpy(part) for part in source.pick(rows, self._chance))
        return self._torch.nn.functional.normalize(self._table(indices, starts, per_sample_weights=values), dim=1)

    def _right(self, alike: Any) -> Any:
        """The loss of rows that should each be most alike to the column of the same number."""
        return self._torch.nn.functional.cross_entropy(alike, self._torch.arange(len(alike)))
