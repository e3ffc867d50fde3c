"""Train and measure the network that judges whether a sentence shows an onderdeel (checker/bewijs/toonkans.py).

Usage: python -m bench.toonkans [--schrijf]
Trains on sentences that were judged for an onderdeel one by one: those of the practice dossiers that do not calibrate the score,
``bench/verwant``, and what was written for an onderdeel. Prints how well the score orders the candidates of the labelled dossiers
(mean of the precision at every piece of evidence) without the network and with it; these take no part in training, and each is kept apart from
the weights of the score. With --schrijf the network goes into checker/bewijs/data and the table into docs/kwaliteit.md (some four minutes).
Training needs PyTorch (pip install -e ".[train]"); the checker itself does not.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from bench.blad import publish
from bench.gegevens import digest_of, write_arrays
from bench.goud import ROOT, Goud, load_goud
from bench.ijking import Geval, all_gevallen, average_precision, fit
from bench.leerstof import judged_verwant, judged_zinnen, normen, onderdelen, read_zinnen
from bench.oefening import BETEKENIS, SCORE, TOONKANS, load_oefening
from checker.bewijs.betekenis import stukken, sums, text_vectors, unit_rows
from checker.bewijs.kenmerktabel import Kenmerktabel
from checker.bewijs.profielen import sentences_of
from checker.bewijs.score import values_of
from checker.bewijs.toonkans import inputs, net
from checker.bewijs.zoeken import quotable
from checker.dossier import read_dossier
from checker.index import Index

TARGET = ROOT / "checker" / "bewijs" / "data" / "toonkans.npz"
PAGE = ROOT / "docs" / "kwaliteit.md"
BEGIN, END = "<!-- toonkans: begin -->", "<!-- toonkans: eind -->"
# How much a judged sentence shows.
WAARDEN = {"direct": 1.0, "indirect": 0.4, "niet": 0.0, "geen": 0.0}
ANSWERS, RUNS, EPOCHS, BATCH, RATE, DECAY = 192, 2, 14, 256, 2e-3, 1e-2
DROP_INPUT, DROP_ANSWER = 0.1, 0.3


@dataclass(frozen=True, slots=True, eq=False)
class Zinsoordeel:
    """One judged sentence.

    Attributes:
        onderdeel: what it was judged for.
        tekst: the sentence.
        waarde: how much of the onderdeel it shows, 0 to 1.
        richting: its direction with what stands above it, when it comes from a dossier.
        eigen: it is a sentence of the kader itself, of which the direction of the onderdeel was made.
    """

    onderdeel: str
    tekst: str
    waarde: float
    richting: np.ndarray | None = None
    eigen: bool = False


def dossiers() -> list[Goud]:
    """The practice dossiers to train on."""
    return [*load_oefening(leert=BETEKENIS), *load_oefening(leert=TOONKANS)]


def loose() -> Iterator[tuple[str, str, str]]:
    """The judged sentences that stand in no dossier; what was judged is not taken once more as written for its onderdeel."""
    written = read_zinnen()
    judged = list(judged_verwant(written))
    yield from judged
    known = {(onderdeel, text) for onderdeel, _, text in judged}
    yield from ((key, "direct", text) for key, texts in written.items() for text in texts if (key, text) not in known)


def digest() -> str:
    """What tells whether the weights belong to the judged sentences and the vectors; a kader may change a word without new training."""
    pairs = [*loose(), *(pair for goud in dossiers() for pair in judged_zinnen(goud))]
    return digest_of([pairs, stukken().afdruk])[:16]


def read_oordelen() -> Iterator[Zinsoordeel]:
    """Everything to train on."""
    for onderdeel in onderdelen():
        yield from (Zinsoordeel(onderdeel.id, text, 1.0, eigen=True) for text in sentences_of(onderdeel))
    yield from (Zinsoordeel(onderdeel, text, WAARDEN[judgement]) for onderdeel, judgement, text in loose())
    for goud in dossiers():
        index = Index(read_dossier(goud.map))
        zinnen = quotable(index)
        rows = dict(zip((index.zinnen[zin].tekst for zin in zinnen), Kenmerktabel(index, zinnen).betekenis, strict=True))
        yield from (Zinsoordeel(onderdeel, text, WAARDEN[judgement], rows[text]) for onderdeel, judgement, text in judged_zinnen(goud))


def pairs_of(oordelen: Sequence[Zinsoordeel]) -> np.ndarray:
    """What the network sees of every judged sentence; one of the kader itself beside its onderdeel without that sentence."""
    plain = text_vectors(oordeel.tekst for oordeel in oordelen)
    rows = np.stack([row if oordeel.richting is None else oordeel.richting for oordeel, row in zip(oordelen, plain, strict=True)])
    place = {onderdeel.id: number for number, onderdeel in enumerate(onderdelen())}
    owner = np.array([place[oordeel.onderdeel] for oordeel in oordelen])
    norm_of = np.array([number for number, norm in enumerate(normen()) for _ in norm.onderdelen])
    eigen = np.array([oordeel.eigen for oordeel in oordelen])
    own = sums(rows[eigen], owner[eigen], len(place))
    of_norm = unit_rows(sums(unit_rows(own), norm_of, norm_of.max() + 1))
    asked = own[owner] - np.where(eigen[:, None], rows, 0)
    return inputs(rows, unit_rows(asked), of_norm[norm_of[owner]])


def train(seen: np.ndarray, wanted: np.ndarray, version: str) -> dict[str, Any]:
    """The weights as they are written: several runs side by side as one network, their sums averaged."""
    import torch

    x, y = torch.from_numpy(seen), torch.from_numpy(wanted.astype(np.float32))
    layers = [_run(x, y, seed) for seed in range(RUNS)]
    return {
        "verborgen": np.hstack([first.weight.detach().numpy().T for first, _ in layers]).astype(np.float16),
        "drempels": np.concatenate([first.bias.detach().numpy() for first, _ in layers]).astype(np.float16),
        "uitgang": np.concatenate([last.weight.detach().numpy()[0] for _, last in layers]).astype(np.float32) / RUNS,
        "vast": np.mean([float(last.bias.detach()) for _, last in layers]), "versie": np.array(version),
    }


def _run(x: Any, y: Any, seed: int) -> tuple[Any, Any]:
    """One run of training: both layers."""
    import torch
    from torch import nn

    order: Any = torch.randperm
    torch.manual_seed(seed)
    first, last = nn.Linear(x.shape[1], ANSWERS), nn.Linear(ANSWERS, 1)
    layers = nn.Sequential(nn.Dropout(DROP_INPUT), first, nn.ReLU(), nn.Dropout(DROP_ANSWER), last)
    optimizer = torch.optim.AdamW(layers.parameters(), RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=EPOCHS * -(-len(x) // BATCH) + 1)
    for _ in range(EPOCHS):
        for batch in order(len(x)).split(BATCH):
            loss: Any = nn.functional.binary_cross_entropy_with_logits(layers(x[batch]).squeeze(1), y[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return first, last


def measure() -> list[str]:
    """How well the score orders the candidates of every labelled dossier, kept apart, without the network and with it; a Markdown table."""
    labelled = load_goud()
    cases = all_gevallen(labelled, load_oefening(leert=SCORE))
    without = [replace(case, delen=replace(case.delen, toonkans=0.0, toonrang=0.0)) for case in cases]
    truth = np.array([case.goed == 1 for case in cases if not case.oefening])
    found = [np.concatenate([_kept_apart(goud.naam, some) for goud in labelled]) for some in (without, cases)]
    names = np.array([case.dossier for case in cases if not case.oefening])
    rows = [(goud.naam, names == goud.naam) for goud in labelled] + [("**alles**", names != "")]
    head = ["| dossier | kandidaten | bewijs | volgorde zonder toonkans | met toonkans |", "|---|---|---|---|---|"]
    return head + [
        f"| {name} | {own.sum()} | {truth[own].sum()} | {' | '.join(f'{average_precision(truth[own], way[own]):.2f}' for way in found)} |"
        for name, own in rows
    ]


def _kept_apart(name: str, cases: Sequence[Geval]) -> np.ndarray:
    """The sums behind the scores of one dossier, with weights fitted on the others."""
    weights = fit([case for case in cases if case.dossier != name])
    return weights.totals(np.array([values_of(case.delen) for case in cases if case.dossier == name]))


def main() -> None:
    """Train on request, and measure on the labelled dossiers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schrijf", action="store_true")
    arguments = parser.parse_args()
    if arguments.schrijf:
        oordelen = list(read_oordelen())
        write_arrays(train(pairs_of(oordelen), np.array([oordeel.waarde for oordeel in oordelen]), digest()), TARGET)
        net.cache_clear()
        print(f"{len(oordelen)} oordelen, {TARGET.stat().st_size // 1024} kB")
    publish(measure(), PAGE, BEGIN, END, write=arguments.schrijf)


if __name__ == "__main__":
    main()
