"""Calibration: fit the weights of the score on labelled dossiers.

Usage: python -m bench.ijking [--schrijf]
Every dossier is once kept apart: the printed figures are on dossiers that took no part in the fit.
With --schrijf the weights of all dossiers together go into checker/bewijs/ijking.yaml, the table of the dossiers
kept apart into docs/kwaliteit.md. The thresholds are a person's choice and stay.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import numpy as np

from bench.blad import put_between
from bench.goud import ROOT, Goud, load_goud, overlaps, quotes
from bench.kwaliteit import judge, labelled_pairs, table
from bench.maten import Maten
from checker.bewijs.score import NAMEN, Delen, Gewichten, values_of
from checker.bewijs.verzamelen import Verzamelaar
from checker.bewijs.zoeker import Zoeker
from checker.catalogi import installed_catalogus
from checker.dossier import read_dossier
from checker.index import Index

PAGE = ROOT / "docs" / "kwaliteit.md"
BEGIN, END = "<!-- ijking: begin -->", "<!-- ijking: eind -->"
TARGET = ROOT / "checker" / "bewijs" / "ijking.yaml"
RIDGE, HIGHEST = 1000.0, 97


@dataclass(frozen=True, slots=True)
class Geval:
    """One candidate with its parts and whether the labels call it evidence."""

    dossier: str
    delen: Delen
    goed: bool


def gevallen(goud: Goud) -> Iterator[Geval]:
    """All candidates of a labelled dossier that say something of their own practice."""
    catalogus, _ = installed_catalogus()
    verzamelaar = Verzamelaar(Index(read_dossier(goud.map)))
    for kader in catalogus.kaders:
        if not any(norm.id in goud.labels for norm in kader.normen):
            continue
        zoeker = Zoeker(verzamelaar, kader, catalogus)
        for norm in kader.normen:
            label = goud.labels.get(norm.id)
            if label is None or label["oordeel"] == "nvt":
                continue
            for number, onderdeel in enumerate(norm.onderdelen, start=1):
                good = [
                    q["citaat"] for q in quotes(label, "bewijs", "bewijs_ook", "bewijs_mogelijk")
                    if not q.get("onderdelen") or number in q["onderdelen"]
                ]
                for kandidaat in zoeker(onderdeel, minimum=0.0):
                    if kandidaat.bevestigd:
                        hit = any(overlaps(kandidaat.bewijs.citaat, citaat, 0.4) for citaat in good)
                        yield Geval(goud.naam, kandidaat.delen, hit)


def fit(cases: Sequence[Geval]) -> Gewichten:
    """Ridge logistic regression on the parts and all their pairs, by Newton's method."""
    parts = np.array([values_of(case.delen) for case in cases])
    hoogste = np.where(np.isin(parts, (0.0, 1.0)).all(axis=0), 1.0, np.percentile(parts, HIGHEST, axis=0))
    parts = np.minimum(parts, hoogste)
    midden, schaal = parts.mean(axis=0), _spread(parts)
    z = (parts - midden) / schaal
    first, second = np.triu_indices(z.shape[1])
    x = np.hstack([z, z[:, first] * z[:, second]])
    mean, spread = x.mean(axis=0), _spread(x)
    w = _newton(np.hstack([(x - mean) / spread, np.ones((len(x), 1))]), np.array([float(case.goed) for case in cases]))
    own = w[:-1] / spread
    pairs = np.zeros((z.shape[1], z.shape[1]))
    pairs[first, second] = own[z.shape[1] :]
    return Gewichten(hoogste, midden, schaal, float(w[-1] - own @ mean), own[: z.shape[1]], (pairs + pairs.T) / 2)


def _spread(values: np.ndarray) -> np.ndarray:
    spread: np.ndarray = values.std(axis=0)
    return np.where(spread == 0, 1.0, spread)


def _newton(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The weights that fit best under the ridge; the last is the constant and goes free."""
    w = np.zeros(x.shape[1])
    penalty = np.diag([*[RIDGE] * (x.shape[1] - 1), 0.0])
    for _ in range(50):
        p = 1 / (1 + np.exp(-(x @ w)))
        gradient = x.T @ (p - y) + penalty @ w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + penalty
        step = np.linalg.solve(hessian, gradient)
        w -= step
        if np.abs(step).max() < 1e-8:
            break
    return w


def average_precision(truth: np.ndarray, values: np.ndarray) -> float:
    """Mean of the precision at every hit, in order of value."""
    order = np.argsort(-values, kind="stable")
    hits = truth[order]
    if not hits.any():
        return 0.0
    return float(((np.cumsum(hits) / np.arange(1, len(hits) + 1))[hits.astype(bool)]).mean())


def main() -> None:
    """Fit, print the figures per kept-apart dossier, and write weights and table on request."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schrijf", action="store_true")
    arguments = parser.parse_args()
    labelled = load_goud()
    cases = [case for goud in labelled for case in gevallen(goud)]
    apart: list[tuple[str, str, Maten]] = []
    total = Maten()
    for goud in labelled:
        weights = fit([case for case in cases if case.dossier != goud.naam])
        own = [case for case in cases if case.dossier == goud.naam]
        values, truth = weights.totals(np.array([values_of(case.delen) for case in own])), np.array([float(case.goed) for case in own])
        print(f"{goud.naam:20} gevallen {len(own):5}, goed {int(truth.sum()):4}, gemiddelde precisie {average_precision(truth, values):.3f}")
        with patch("checker.bewijs.score._gewichten", lambda weights=weights: weights):
            resultaat = judge(goud, [])
        measured = Maten()
        for label, bevinding in labelled_pairs(goud, resultaat):
            measured.add(label, bevinding)
            total.add(label, bevinding)
        apart.append((goud.naam, "", measured))
    lines = table([*apart, ("**alles**", "", total)])
    print("\n".join(lines))
    if arguments.schrijf:
        write(fit(cases), [goud.naam for goud in labelled], len(cases), TARGET)
        put_between(PAGE, BEGIN, END, lines)


def write(weights: Gewichten, names: Sequence[str], count: int, path: Path) -> None:
    """Replace the weights in the YAML file; the thresholds stay."""
    import yaml

    old = yaml.safe_load(path.read_text("utf-8"))
    first, second = np.triu_indices(len(NAMEN))
    pairs = {f"{NAMEN[a]}*{NAMEN[b]}": round(float(weights.paren[a, b] * (1 if a == b else 2)), 4) for a, b in zip(first, second, strict=True)}
    new = {
        "gemeten_op": f"{count} kandidaten uit {', '.join(names)}",
        "vast": round(weights.vast, 4),
        **{key: {name: round(float(value), 4) for name, value in zip(NAMEN, row, strict=True)}
           for key, row in (("hoogste", weights.hoogste), ("midden", weights.midden), ("schaal", weights.schaal), ("gewichten", weights.lineair))},
        "paren": pairs,
        "drempels": old["drempels"],
    }
    head = "# Gewichten van de score (checker/bewijs/score.py). Gemaakt met: python -m bench.ijking --schrijf\n"
    path.write_text(head + yaml.safe_dump(new, allow_unicode=True, sort_keys=False), encoding="utf-8")
    print(f"Geschreven: {path}")


if __name__ == "__main__":
    main()
