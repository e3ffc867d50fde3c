"""Quality on every labelled dossier, per dossier and per kader.

Usage: python -m bench.kwaliteit [--kader ID]... [--dossier NAAM]... [--schrijf]
With --schrijf the tables between the marks in docs/kwaliteit.md are replaced.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from bench.blad import publish
from bench.goud import ROOT, Goud, load_goud, overlaps
from bench.maten import Deel, Maten, kappa
from checker.catalogi import installed_catalogus
from checker.dossier import read_dossier
from checker.pipeline import Opdracht, toets
from checker.profiel import read_profiel
from checker.rapporten.resultaatbestand import dumps

TARGET = ROOT / "docs" / "kwaliteit.md"
BEGIN, END = "<!-- tabel: begin -->", "<!-- tabel: eind -->"
COLUMNS = (
    ("te mild", "te_mild"), ("ernstig te mild", "ernstig"), ("te streng", "te_streng"), ("bewijs in top 3", "bewijs_3"),
    ("bewijs in top 5", "bewijs_5"), ("precisie top 3", "precisie_3"), ("valkuil gebruikt", "valkuil"), ("n.v.t. goed", "nvt"), ("'zeker' klopt", "zeker"),
)


def judge(goud: Goud, kader_ids: Sequence[str]) -> dict[str, Any]:
    """The resultaat of a labelled dossier as it stands in its file."""
    catalogus, _ = installed_catalogus()
    wanted = [k for k in catalogus.kaders if (not kader_ids or k.id in kader_ids) and any(n.id in goud.labels for n in k.normen)]
    profiel = read_profiel(goud.map)
    opdracht = Opdracht(
        dossier=read_dossier(goud.map, naam=profiel.naam), profiel=profiel, kaders=tuple(wanted), catalogus=catalogus, peildatum=goud.peildatum
    )
    plain: dict[str, Any] = json.loads(dumps(toets(opdracht)))
    return plain


def labelled_pairs(goud: Goud, resultaat: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Every bevinding of a resultaat that has a label, after its label."""
    for bevinding in resultaat["bevindingen"]:
        if bevinding["norm_id"] in goud.labels:
            yield goud.labels[bevinding["norm_id"]], bevinding


def measure(goud: Goud, resultaat: dict[str, Any]) -> dict[str, Maten]:
    """The measures per kader of one dossier."""
    found: dict[str, Maten] = defaultdict(Maten)
    for label, bevinding in labelled_pairs(goud, resultaat):
        found[bevinding["kader_id"]].add(label, bevinding)
    return found


def signalen(goud: Goud, resultaat: dict[str, Any]) -> tuple[Deel, Deel]:
    """Planted signals found, and ``geen_signaal`` cases raised, of one dossier."""
    predicted = resultaat["signalen"]
    hits, false = Deel(), Deel()
    used: set[int] = set()
    for planted in goud.ruw.get("signalen", ()):
        if not planted.get("alleen_met_ocr"):
            match = [i for i, s in enumerate(predicted) if s["soort"] == planted["soort"] and _fits(planted, s)]
            hits.add(bool(match))
            used.update(i for i, s in enumerate(predicted) if _fits(planted, s))
    for quiet in goud.ruw.get("geen_signaal", ()):
        false.add(any(i not in used and _fits(quiet, s) for i, s in enumerate(predicted)))
    return hits, false


def _fits(planted: dict[str, Any], found: dict[str, Any]) -> bool:
    sides = [(planted["document"], planted.get("citaat") or "")]
    other = planted.get("tegen") or {}
    if other:
        sides.append((other["document"], str(other.get("citaat") or "")))
    cells = {str(c).split("!")[-1].upper() for c in (planted.get("cel"), planted.get("cell"), planted.get("plaats")) if c and not isinstance(c, list)}
    for document, citaat in sides:
        if document.rsplit("/", 1)[-1] != found["document"].rsplit("/", 1)[-1]:
            continue
        if citaat and found["citaat"] and overlaps(citaat, found["citaat"], 0.4):
            return True
        if any(cell in found["plaats"].upper().replace("$", "") for cell in cells) or (not citaat and not cells):
            return True
    return False


def table(rows: Sequence[tuple[str, str, Maten]]) -> list[str]:
    """The measures as a Markdown table."""
    lines = [
        "| dossier | kader | normen | gelijk | kappa | " + " | ".join(title for title, _ in COLUMNS) + " |",
        "|" + "---|" * (5 + len(COLUMNS)),
    ]
    for dossier, kader, maten in rows:
        value = kappa(maten.paren)
        shares = " | ".join(str(getattr(maten, name)) for _, name in COLUMNS)
        lines.append(f"| {dossier} | {kader} | {maten.gelijk.van} | {maten.gelijk} | {'-' if value is None else f'{value:.2f}'} | {shares} |")
    return lines


def main() -> None:
    """Measure, print and, on request, write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kader", action="append", default=[])
    parser.add_argument("--dossier", action="append", default=[])
    parser.add_argument("--schrijf", action="store_true")
    arguments = parser.parse_args()
    rows: list[tuple[str, str, Maten]] = []
    signals = ["| dossier | signalen gevonden | ten onrechte |", "|---|---|---|"]
    for goud in load_goud():
        if arguments.dossier and goud.naam not in arguments.dossier:
            continue
        resultaat = judge(goud, arguments.kader)
        rows.extend((goud.naam, kader, maten) for kader, maten in sorted(measure(goud, resultaat).items()))
        if goud.ruw.get("signalen"):
            hits, false = signalen(goud, resultaat)
            signals.append(f"| {goud.naam} | {hits} | {false} |")
    publish([*table(rows), "", *signals], TARGET, BEGIN, END, write=arguments.schrijf)


if __name__ == "__main__":
    main()
