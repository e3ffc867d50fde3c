"""Behaviour under change: labelled evidence weakened, put in other words, or read in another order.

Usage: python -m bench.gedrag [--dossier NAAM]... [--schrijf]
With --schrijf the table between its marks in docs/kwaliteit.md is replaced.

Every sentence of running text that the labellers cite is changed in the same way (``bench.verandering``), for all
normen at once. Counted are the quotes that the checker gave as evidence of a norm and that the labellers cite:
whether the changed sentence is still given for that norm; and the normen that had such a quote: whether the verdict
drops, stays or rises.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, field

from bench.blad import publish
from bench.goud import ROOT, SCHAAL
from bench.ingreep import Plek, edit_dossier, evidence
from bench.maten import Deel
from bench.proef import Lezing, Proef, catalogus, proeven
from bench.verandering import Verandering, veranderingen
from checker.resultaat import Bevinding

TARGET = ROOT / "docs" / "kwaliteit.md"
BEGIN, END = "<!-- gedrag: begin -->", "<!-- gedrag: eind -->"


@dataclass(slots=True)
class Uitkomst:
    """What became of the quotes and the verdicts after one change."""

    blijft: Deel = field(default_factory=Deel)
    daalt: Deel = field(default_factory=Deel)
    gelijk: Deel = field(default_factory=Deel)
    stijgt: Deel = field(default_factory=Deel)

    def add(self, before: Bevinding, after: Bevinding, changed: dict[str, str]) -> None:
        """Compare two findings on one norm; ``changed`` holds the old and the new sentences."""
        quoted = [changed[b.citaat] for b in before.bewijs if b.citaat in changed]
        if not quoted:
            return
        left = {b.citaat for b in after.bewijs}
        self.blijft.add(sum(new in left for new in quoted), len(quoted))
        step = SCHAAL.get(after.oordeel, 0) - SCHAAL.get(before.oordeel, 0)
        for share, hit in ((self.daalt, step < 0), (self.gelijk, step == 0), (self.stijgt, step > 0)):
            share.add(hit)


def running(proef: Proef) -> list[Plek]:
    """The cited sentences of a dossier that are no table row."""
    cited = proef.zinnen.cited(c for label in proef.goud.labels.values() for c in evidence(label))
    return [plek for plek in sorted(cited) if not proef.zinnen.passage(plek).cellen]


def changed_reading(proef: Proef, verandering: Verandering) -> tuple[Lezing, dict[str, str]]:
    """The dossier after one change, and the sentences that changed with what they became."""
    texts = {plek: proef.zinnen.text(plek) for plek in running(proef)}
    changed = {text: new for text in texts.values() if (new := verandering.edit(text)) != text}
    places = [plek for plek, text in texts.items() if text in changed]
    return proef.read(edit_dossier(proef.dossier, places, verandering.edit)), changed


def measure(proeven_: Sequence[Proef], verandering: Verandering) -> Uitkomst:
    """What one change does to all labelled normen."""
    uitkomst = Uitkomst()
    for proef in proeven_:
        lezing, changed = changed_reading(proef, verandering)
        for kader, norm in proef.normen():
            uitkomst.add(proef.judge(kader, norm), lezing.judge(kader, norm), changed)
    return uitkomst


def table(proeven_: Sequence[Proef]) -> list[str]:
    """Per change what became of quotes and verdicts."""
    lines = ["| verandering | moet nog tellen | citaat telt nog | normen | oordeel daalt | oordeel gelijk | oordeel stijgt |", "|" + "---|" * 7]
    for v in veranderingen(catalogus().termen):
        u = measure(proeven_, v)
        lines.append(f"| {v.naam} ({v.voorbeeld}) | {'nee' if v.verzwakt else 'ja'} | {u.blijft} | {u.gelijk.van} | {u.daalt} | {u.gelijk} | {u.stijgt} |")
    return lines


def main() -> None:
    """Measure, print and, on request, write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dossier", action="append", default=[])
    parser.add_argument("--schrijf", action="store_true")
    arguments = parser.parse_args()
    lines = table([p for p in proeven() if not arguments.dossier or p.goud.naam in arguments.dossier])
    publish(lines, TARGET, BEGIN, END, write=arguments.schrijf)


if __name__ == "__main__":
    main()
