"""Calibration: fit the weights of the score on labelled dossiers.

Usage: python -m bench.ijking [--schrijf]
Every dossier is once kept apart: the printed figures are on dossiers that took no part in the fit.
With --schrijf the weights of all dossiers together go into checker/bewijs/ijking.yaml.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np

from bench.goud import ROOT, Goud, load_goud, overlaps, quotes
from checker.bewijs.score import NAMEN, Delen
from checker.bewijs.verzamelen import Verzamelaar
from checker.bewijs.zoeker import Zoeker
from checker.catalogi import installed_catalogus
from checker.dossier import read_dossier
from checker.index import Index

TARGET = ROOT / "checker" / "bewijs" / "ijking.yaml"
RIDGE = 0.3


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


def fit(cases: Sequence[Geval]) -> np.ndarray:
    """Ridge logistic regression by Newton's method; the last weight is the constant."""
    x = np.array([[*astuple(case.delen), 1.0] for case in cases])
    y = np.array([float(case.goed) for case in cases])
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
    """Fit, print the figures per kept-apart dossier, and write the weights on request."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schrijf", action="store_true")
    arguments = parser.parse_args()
    cases = [case for goud in load_goud() for case in gevallen(goud)]
    names = sorted({case.dossier for case in cases})
    for name in names:
        w = fit([case for case in cases if case.dossier != name])
        own = [case for case in cases if case.dossier == name]
        values = np.array([[*astuple(case.delen), 1.0] for case in own]) @ w
        truth = np.array([float(case.goed) for case in own])
        print(f"{name:20} gevallen {len(own):5}, goed {int(truth.sum()):4}, gemiddelde precisie {average_precision(truth, values):.3f}")
    if arguments.schrijf:
        write(fit(cases), names, len(cases), TARGET)


def write(weights: np.ndarray, names: Sequence[str], count: int, path: Path) -> None:
    """Replace the weights in the YAML file; the thresholds stay."""
    import yaml

    old = yaml.safe_load(path.read_text("utf-8"))
    new = {
        "gemeten_op": f"{count} kandidaten uit {', '.join(names)}",
        "vast": round(float(weights[-1]), 3),
        "gewichten": {name: round(float(value), 3) for name, value in zip(NAMEN, weights[:-1], strict=True)},
        "drempels": old["drempels"],
    }
    head = "# Gewichten van de score (checker/bewijs/score.py). Gemaakt met: python -m bench.ijking --schrijf\n"
    path.write_text(head + yaml.safe_dump(new, allow_unicode=True, sort_keys=False), encoding="utf-8")
    print(f"Geschreven: {path}")


if __name__ == "__main__":
    main()
