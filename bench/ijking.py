"""Calibration: fit the weights of the score on labelled dossiers.

Usage: python -m bench.ijking [--schrijf]
The weights follow from the practice dossiers that are for it (bench/dossiers) and the labelled ones together. Every dossier is once kept
apart: the printed figures are on dossiers that took no part in the fit, the practice dossiers per kader and in parts.
The dossiers in bench/apart take no part in any fit; they are judged with the weights of all others.
With --schrijf those weights go into checker/bewijs/ijking.yaml, the three tables into docs/kwaliteit.md.
The thresholds are a person's choice and stay. Takes some minutes.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from bench.blad import publish
from bench.gegevens import read_yaml
from bench.goud import ROOT, Goud, load_goud, overlaps, quotes
from bench.kwaliteit import judge, labelled_pairs, table
from bench.maten import Maten
from bench.oefening import APART, SCORE, load_oefening
from checker.bewijs.score import NAMEN, Delen, Gewichten, values_of
from checker.bewijs.verzamelen import Kandidaat, Verzamelaar
from checker.bewijs.zoeker import Zoeker
from checker.catalogi import installed_catalogus
from checker.dossier import read_dossier
from checker.index import Index

PAGE = ROOT / "docs" / "kwaliteit.md"
TARGET = ROOT / "checker" / "bewijs" / "ijking.yaml"
RIDGE, HIGHEST = 1000.0, 97
PARTS = 6
BEWIJS = ("bewijs", "bewijs_ook", "bewijs_mogelijk")
NEVER = -20.0
# What an indirect sentence of a practice dossier counts for as evidence; there is much of it, and half of it is doubtful.
INDIRECT = 0.5
# Of the many practice candidates that no label names one in so many takes part, counted so often.
THINNED = 5
# A labelled dossier with its resultaat as plain data.
Oordeling = tuple[Goud, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Geval:
    """One candidate with its parts, how much of evidence the labels call it (0 to 1), and how often it counts."""

    dossier: str
    delen: Delen
    goed: float
    oefening: bool
    keer: int = 1


def gevallen(goud: Goud, *, oefening: bool) -> Iterator[Geval]:
    """All candidates of a dossier that say something of its own practice.

    Evidence is every quote of the labels; in the practice dossiers, which are labelled more broadly, an indirect one is half.
    """
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
            found = [(number, k) for number, o in enumerate(norm.onderdelen, start=1) for k in zoeker(o, minimum=0.0) if k.bevestigd]
            likest = _likest(found)
            for number, kandidaat in found:
                cited = [q for q in quotes(label, *BEWIJS) if overlaps(kandidaat.bewijs.citaat, q["citaat"], 0.4)]
                own = [q for q in cited if number in q.get("onderdelen", (likest[kandidaat.zin],))]
                if own or all("onderdelen" in q for q in cited):
                    yield Geval(goud.naam, kandidaat.delen, max((_worth(q, oefening=oefening) for q in own), default=0.0), oefening)


def _likest(found: Sequence[tuple[int, Kandidaat]]) -> dict[int, int]:
    """Per sentence the onderdeel of a norm that it resembles most in meaning.

    Of a quote without numbers it is not known which onderdelen it shows: it counts for this one, and is left out for the others.
    """
    ordered = sorted(found, key=lambda pair: (pair[1].delen.betekenis, -pair[0]))
    return {kandidaat.zin: number for number, kandidaat in ordered}


def _worth(quote: dict[str, Any], *, oefening: bool) -> float:
    return INDIRECT if oefening and quote["sterkte"] == "indirect" else 1.0


def thinned(cases: Iterable[Geval]) -> Iterator[Geval]:
    """All that is evidence, and of the rest a part that counts for all of it."""
    passed = 0
    for case in cases:
        passed += not case.goed
        if case.goed:
            yield case
        elif passed % THINNED == 0:
            yield replace(case, keer=THINNED)


def all_gevallen(labelled: Sequence[Goud], practice: Sequence[Goud]) -> list[Geval]:
    """The candidates of all dossiers, whatever weights the file holds and for whatever parts."""
    nothing = np.zeros(len(NAMEN))
    blank = Gewichten(nothing, nothing, nothing + 1, NEVER, nothing, np.outer(nothing, nothing))
    with patch("checker.bewijs.score._gewichten", lambda: blank):
        return [
            *(case for goud in labelled for case in gevallen(goud, oefening=False)),
            *(case for goud in practice for case in thinned(gevallen(goud, oefening=True))),
        ]


def fit(cases: Sequence[Geval]) -> Gewichten:
    """Ridge logistic regression on the parts and all their pairs, by Newton's method; both sources count equally."""
    parts = np.array([values_of(case.delen) for case in cases])
    hoogste = np.where(np.isin(parts, (0.0, 1.0)).all(axis=0), 1.0, np.percentile(parts, HIGHEST, axis=0))
    parts = np.minimum(parts, hoogste)
    midden, schaal = parts.mean(axis=0), _spread(parts)
    z = (parts - midden) / schaal
    first, second = np.triu_indices(z.shape[1])
    x = np.hstack([z, z[:, first] * z[:, second]])
    mean, spread = x.mean(axis=0), _spread(x)
    truth = np.array([case.goed for case in cases])
    w = _newton(np.hstack([(x - mean) / spread, np.ones((len(x), 1))]), truth, _shares(cases))
    own = w[:-1] / spread
    pairs = np.zeros((z.shape[1], z.shape[1]))
    pairs[first, second] = own[z.shape[1] :]
    return Gewichten(hoogste, midden, schaal, float(w[-1] - own @ mean), own[: z.shape[1]], (pairs + pairs.T) / 2)


def _spread(values: np.ndarray) -> np.ndarray:
    spread: np.ndarray = values.std(axis=0)
    return np.where(spread == 0, 1.0, spread)


def _shares(cases: Sequence[Geval]) -> np.ndarray:
    """How much each candidate counts: the many of the practice dossiers together as much as the labelled ones."""
    practice, times = np.array([case.oefening for case in cases]), np.array([float(case.keer) for case in cases])
    labelled = (~practice).sum()
    share = labelled / max(1.0, times[practice].sum()) if labelled else 1.0
    return np.where(practice, times * share, 1.0)


def _newton(x: np.ndarray, y: np.ndarray, shares: np.ndarray) -> np.ndarray:
    """The weights that fit best under the ridge; the last is the constant and goes free."""
    w = np.zeros(x.shape[1])
    penalty = np.diag([*[RIDGE] * (x.shape[1] - 1), 0.0])
    for _ in range(50):
        p = 1 / (1 + np.exp(-(x @ w)))
        gradient = x.T @ (shares * (p - y)) + penalty @ w
        hessian = (x * (shares * p * (1 - p))[:, None]).T @ x + penalty
        step = np.linalg.solve(hessian, gradient)
        w -= step
        if np.abs(step).max() < 1e-8:
            break
    return w


def average_precision(truth: np.ndarray, values: np.ndarray) -> float:
    """Mean of the precision at every hit, in order of value."""
    order = np.argsort(-values, kind="stable")
    hits = truth[order].astype(float)
    if not hits.any():
        return 0.0
    return float(((np.cumsum(hits) / np.arange(1, len(hits) + 1))[hits.astype(bool)]).mean())


def kept_apart(dossiers: Sequence[Goud], cases: Sequence[Geval], parts: int) -> Iterator[Oordeling]:
    """Every dossier judged with weights of which its part is no part; as many parts as dossiers keep each apart."""
    for part in range(parts):
        own = dossiers[part::parts]
        names = {goud.naam for goud in own}
        weights = fit([case for case in cases if case.dossier not in names])
        for goud in own:
            _print_precision(goud.naam, weights, cases)
            yield goud, _judge(goud, weights)


def per_dossier(judged: Iterable[Oordeling]) -> list[str]:
    """The measures per dossier and over all, as a table."""
    rows, _ = _measured(judged, lambda goud, _: goud.naam)
    return table([*((name, "", maten) for name, maten in rows.items() if name), ("**alles**", "", rows[""])])


def per_kader(judged: Iterable[Oordeling]) -> list[str]:
    """The measures of some dossiers together, per kader and over all, as a table."""
    rows, dossiers = _measured(judged, lambda _, bevinding: str(bevinding["kader_id"]))
    named = [(f"{len(dossiers[kader])} dossiers", kader, rows[kader]) for kader in sorted(rows) if kader]
    return table([*named, (f"**{len(dossiers[''])} dossiers**", "", rows[""])])


def _measured(
    judged: Iterable[Oordeling], row_of: Callable[[Goud, dict[str, Any]], str]
) -> tuple[dict[str, Maten], dict[str, set[str]]]:
    """Per row, and under "" over all, the measures and the names of the dossiers behind them."""
    rows: dict[str, Maten] = defaultdict(Maten)
    dossiers: dict[str, set[str]] = defaultdict(set)
    for goud, resultaat in judged:
        for label, bevinding in labelled_pairs(goud, resultaat):
            for row in (row_of(goud, bevinding), ""):
                rows[row].add(label, bevinding)
                dossiers[row].add(goud.naam)
    return rows, dossiers


def _judge(goud: Goud, weights: Gewichten) -> dict[str, Any]:
    with patch("checker.bewijs.score._gewichten", lambda: weights):
        return judge(goud, [])


def _print_precision(name: str, weights: Gewichten, cases: Sequence[Geval]) -> None:
    own = [case for case in cases if case.dossier == name]
    values, truth = weights.totals(np.array([values_of(case.delen) for case in own])), np.array([case.goed == 1 for case in own])
    print(f"{name:28} gevallen {len(own):5}, goed {int(truth.sum()):4}, gemiddelde precisie {average_precision(truth, values):.3f}")


def main() -> None:
    """Fit, print the figures of dossiers kept apart, and write weights and tables on request."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schrijf", action="store_true")
    arguments = parser.parse_args()
    labelled, practice = load_goud(), load_oefening(leert=SCORE)
    cases = all_gevallen(labelled, practice)
    weights = fit(cases)
    if arguments.schrijf:
        write(weights, [goud.naam for goud in labelled], len(practice), len(cases), TARGET)
    never_used = ((goud, _judge(goud, weights)) for goud in load_oefening(APART))
    tables = {
        "ijking": per_dossier(kept_apart(labelled, cases, len(labelled))),
        "oefening": per_kader(kept_apart(practice, cases, PARTS)),
        "apart": per_kader(never_used),
    }
    for name, lines in tables.items():
        publish(lines, PAGE, f"<!-- {name}: begin -->", f"<!-- {name}: eind -->", write=arguments.schrijf)


def write(weights: Gewichten, names: Sequence[str], practice: int, count: int, path: Path) -> None:
    """Replace the weights in the YAML file; the thresholds stay."""
    import yaml

    old = read_yaml(path)
    first, second = np.triu_indices(len(NAMEN))
    pairs = {f"{NAMEN[a]}*{NAMEN[b]}": round(float(weights.paren[a, b] * (1 if a == b else 2)), 4) for a, b in zip(first, second, strict=True)}
    new = {
        "gemeten_op": f"{count} kandidaten uit {practice} oefendossiers, {', '.join(names)}",
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
