"""The deletion test: what is left of a score and a verdict when the evidence is taken out of the dossier?

Usage: python -m bench.weghalen [--kader ID]... [--dossier NAAM]... [--toon] [--schrijf]
With --schrijf the table between its marks in docs/kwaliteit.md is replaced; --toon lists every norm.

Definition. A norm takes part when its label is not n.v.t., the labellers cite direct evidence for it and the checker
does not call it n.v.t. For each such norm, on its own:

- *with*: the dossier as it is;
- *without*: the same dossier less every sentence and table row that the labellers cite for the norm under any key
  (agreed, possible, further; direct and indirect). A sentence is cited when it shares 40% of the word triples of the
  shorter text with a quote, the same rule by which ``meet.py`` calls a quote right; so repeats elsewhere go too, and
  nothing is left that the measure of quality would call evidence. Headings above it, its document and all else stay.
  The index, the ranks and the surroundings are made anew; norms do not affect each other.

The score of an onderdeel is that of its best sentence with uitspraak *bevestigd* (0 without one); the score of a norm
is the mean over its onderdelen that apply and that paper can show, the same onderdelen on both sides.

Reported: the AUC of scores with against scores without, pooled over norms, and over the onderdelen that the labels
call direct (dossiers with labels per onderdeel), with a bootstrap over norms because both scores belong to one norm;
the share of norms whose score drops; the share whose verdict drops, stays and rises; and on untouched dossiers the
AUC of norms labelled as shown (at least gedeeltelijk) against norms labelled niet_aangetoond (Hanley and McNeil).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

from bench.auc import auc, independent, resampled
from bench.blad import publish
from bench.goud import ROOT, SCHAAL, quotes
from bench.ingreep import edit_dossier, evidence, remove
from bench.maten import Deel
from bench.proef import Proef, measured, proeven
from checker.kaders.model import Kader, Norm
from checker.resultaat import Bevinding

TARGET = ROOT / "docs" / "kwaliteit.md"
BEGIN, END = "<!-- weghalen: begin -->", "<!-- weghalen: eind -->"
HEAD = (
    "kader", "normen", "AUC met/zonder", "onderdelen", "AUC onderdelen", "score daalt",
    "oordeel daalt", "oordeel blijft", "oordeel stijgt", "AUC gevonden/afwezig",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Geval:
    """One norm on one dossier: its scores and verdict with and, when evidence is labelled, without that evidence.

    ``direct`` holds the pairs of scores of the onderdelen that the labels call direct.
    """

    dossier: str
    kader: str
    norm: str
    label: str
    met: float
    oordeel: str
    zonder: float | None = None
    daarna: str = ""
    direct: tuple[tuple[float, float], ...] = ()

    @property
    def verschil(self) -> int:
        """Steps that the verdict went up by the deletion; negative is down."""
        return SCHAAL.get(self.daarna, SCHAAL[self.oordeel]) - SCHAAL[self.oordeel]


def gevallen(proef: Proef, kader_ids: Sequence[str]) -> Iterator[Geval]:
    """Every labelled norm of a dossier that label and checker both call applicable."""
    for kader, norm in proef.normen():
        if (not kader_ids or kader.id in kader_ids) and proef.goud.labels[norm.id]["oordeel"] in SCHAAL:
            bevinding = proef.judge(kader, norm)
            if measured(bevinding):
                yield _geval(proef, kader, norm, bevinding)


def _geval(proef: Proef, kader: Kader, norm: Norm, bevinding: Bevinding) -> Geval:
    label = proef.goud.labels[norm.id]
    ids = measured(bevinding)
    scores = proef.lezing.scores(kader, norm)
    met = fmean(scores[i] for i in ids)
    if not any(q.get("sterkte") != "indirect" for q in quotes(label, "bewijs")):
        return Geval(dossier=proef.goud.naam, kader=kader.id, norm=norm.id, label=label["oordeel"], met=met, oordeel=bevinding.oordeel)
    after = proef.read(edit_dossier(proef.dossier, proef.zinnen.cited(evidence(label)), remove))
    left = after.scores(kader, norm)
    numbers = {o.id: str(n) for n, o in enumerate(norm.onderdelen, start=1)}
    states = label.get("onderdelen", {})
    return Geval(
        dossier=proef.goud.naam, kader=kader.id, norm=norm.id, label=label["oordeel"], met=met, oordeel=bevinding.oordeel,
        zonder=fmean(left[i] for i in ids), daarna=after.judge(kader, norm).oordeel,
        direct=tuple((scores[i], left[i]) for i in ids if states.get(numbers[i]) == "direct"),
    )


def row(title: str, cases: Sequence[Geval]) -> str:
    """One row of the table."""
    pairs = [(c.met, c.zonder) for c in cases if c.zonder is not None]
    taken = [c for c in cases if c.zonder is not None]
    split = [c.direct for c in taken if c.direct]
    lower = [c for c in taken if c.oordeel != "niet_aangetoond"]
    cells = (
        title, len(taken), resampled(pairs, _pooled), sum(map(len, split)), resampled(split, lambda s: _pooled([p for d in s for p in d])),
        Deel(sum(b < a for a, b in pairs), len(pairs)),
        Deel(sum(c.verschil < 0 for c in lower), len(lower)), Deel(sum(c.verschil == 0 for c in lower), len(lower)),
        Deel(sum(c.verschil > 0 for c in taken), len(taken)),
        independent([c.met for c in cases if c.label != "niet_aangetoond"], [c.met for c in cases if c.label == "niet_aangetoond"]),
    )
    return "| " + " | ".join("-" if cell is None else str(cell) for cell in cells) + " |"


def _pooled(pairs: Sequence[tuple[float, float]]) -> float:
    return auc([met for met, _ in pairs], [zonder for _, zonder in pairs])


def table(cases: Sequence[Geval]) -> list[str]:
    """All rows: per dossier, per kader and all together."""
    lines = ["| " + " | ".join(HEAD) + " |", "|" + "---|" * len(HEAD)]
    lines.extend(row(k, [c for c in cases if c.kader == k]) for k in sorted({c.kader for c in cases}))
    lines.extend(row(f"*{d}*", [c for c in cases if c.dossier == d]) for d in sorted({c.dossier for c in cases}))
    return [*lines, row("**alles**", cases)]


def main() -> None:
    """Measure, print and, on request, write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kader", action="append", default=[])
    parser.add_argument("--dossier", action="append", default=[])
    parser.add_argument("--toon", action="store_true")
    parser.add_argument("--schrijf", action="store_true")
    arguments = parser.parse_args()
    cases = [c for p in proeven() if not arguments.dossier or p.goud.naam in arguments.dossier for c in gevallen(p, arguments.kader)]
    if arguments.toon:
        for c in cases:
            print(c.dossier, c.norm, c.label, f"{c.met:.3f}", c.oordeel, "" if c.zonder is None else f"-> {c.zonder:.3f} {c.daarna}")
    publish(table(cases), TARGET, BEGIN, END, write=arguments.schrijf)


if __name__ == "__main__":
    main()
