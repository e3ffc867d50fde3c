"""Train the small network behind the cue rules (checker/bewijs/zinsnet.py); needs PyTorch.

Part of ``python -m bench.vangnet --schrijf``. Words are left out by chance, so that no single word decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from bench.gegevens import as_bytes
from checker.bewijs.vangnet import tokens
from checker.bewijs.zinsnet import ROWS, framed, rows_of

DIMENSIONS, FILTERS, WIDTHS = 64, 96, (1, 3, 5)
EPOCHS, BATCH, RATE, DECAY, SMOOTHING, SEED = 12, 64, 4e-3, 1e-3, 0.05, 0
DROP_WORD, DROP_INPUT, DROP_ANSWER = 0.15, 0.2, 0.4
# Below every answer: what stands in a place where a shorter sentence has no word.
NOWHERE = 1e4


def train(texts: Sequence[str], kinds: Sequence[str], shares: Sequence[float], digest: str) -> dict[str, Any]:
    """The network as it is written, from sentences with their kind and how much each counts."""
    import torch

    torch.manual_seed(SEED)
    chance = np.random.default_rng(SEED)
    soorten = sorted(set(kinds))
    read = [[rows_of(word) for word in framed(tokens(text))] for text in texts]
    wanted = torch.tensor([soorten.index(kind) for kind in kinds])
    weight = torch.tensor(shares)
    layers = _layers(len(soorten))
    optimizer = torch.optim.AdamW(layers.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * -(-len(read) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps + 1)
    for _ in range(EPOCHS):
        order = chance.permutation(len(read))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            values = _answer(layers, [read[number] for number in batch])
            losses = torch.nn.functional.cross_entropy(values, wanted[batch], reduction="none", label_smoothing=SMOOTHING)
            loss: Any = (losses * weight[batch]).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return _written(layers, soorten, digest)


def _layers(kinds: int) -> Any:
    """The vectors, the filters and the way out, begun by chance."""
    import torch

    words = torch.nn.EmbeddingBag(ROWS, DIMENSIONS, mode="mean")
    torch.nn.init.normal_(words.weight, std=0.1)
    filters = [torch.nn.Conv1d(DIMENSIONS, FILTERS, width, padding=width // 2) for width in WIDTHS]
    return torch.nn.ModuleDict(
        {"woorden": words, "filters": torch.nn.ModuleList(filters), "uitgang": torch.nn.Linear(2 * FILTERS * len(WIDTHS), kinds)}
    )


def _answer(layers: Any, sentences: Sequence[Sequence[Sequence[int]]]) -> Any:
    """The values per kind of some sentences, part of their words and answers left out by chance."""
    import torch
    from torch.nn.functional import dropout, relu

    words = [rows for sentence in sentences for rows in sentence]
    starts = np.cumsum([0, *(len(rows) for rows in words[:-1])])
    vectors = layers["woorden"](torch.tensor([row for rows in words for row in rows]), torch.from_numpy(starts))
    vectors = vectors * (torch.rand(len(words), 1) > DROP_WORD)
    lengths = [len(sentence) for sentence in sentences]
    padded = torch.nn.utils.rnn.pad_sequence(list(vectors.split(lengths)), batch_first=True)
    there = (torch.arange(padded.shape[1]) < torch.tensor(lengths)[:, None])[:, None, :].float()
    found = []
    for layer in layers["filters"]:
        seen = relu(layer(dropout(padded, DROP_INPUT).transpose(1, 2)))
        found += [(seen - NOWHERE * (1 - there)).amax(dim=2), (seen * there).sum(dim=2) / there.sum(dim=2)]
    return layers["uitgang"](dropout(torch.cat(found, dim=1), DROP_ANSWER))


def _written(layers: Any, soorten: Sequence[str], digest: str) -> dict[str, Any]:
    """The trained numbers, small: the vectors as bytes with a scale per row, the rest as half floats."""
    vectors, scale = as_bytes(layers["woorden"].weight.detach().numpy())
    filters = {}
    for width, layer in zip(WIDTHS, layers["filters"], strict=True):
        filters[f"filter_{width}"] = layer.weight.detach().numpy().transpose(2, 1, 0).astype(np.float16)
        filters[f"constant_{width}"] = layer.bias.detach().numpy().astype(np.float16)
    return {
        "rijen": vectors, "schaal": scale, **filters,
        "uitgang": layers["uitgang"].weight.detach().numpy().T.astype(np.float16),
        "vast": layers["uitgang"].bias.detach().numpy().astype(np.float16),
        "soorten": np.array(soorten), "versie": np.array(digest),
    }
