"""Speed and memory: start-up, a full run cold and warm, growth with pages.

Usage: python -m bench.snelheid [--schrijf]
Every figure is the median of repeated whole processes; peak memory is that of the largest process of the command.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.blad import put_between
from bench.goud import ROOT

TARGET = ROOT / "docs" / "snelheid.md"
BEGIN, END = "<!-- tabel: begin -->", "<!-- tabel: eind -->"
# What of the cache holds documents that were read, and what tells that a toets can be taken over.
READ, JUDGED = ("documenten",), ("toetsen",)
LINDE = ROOT / "fixtures" / "praktijk-de-linde"


def timed(arguments: Sequence[str], runs: int, forget: Sequence[str] = ()) -> tuple[float, float, float, float]:
    """Median, minimum and maximum seconds and peak megabytes of a command.

    ``forget`` names what is thrown out of the cache folder before every run.
    """
    seconds, peak = [], 0
    for _ in range(runs):
        for kind in forget:
            shutil.rmtree(Path(os.environ["XDG_CACHE_HOME"]) / "checker" / kind, ignore_errors=True)
        start = time.perf_counter()
        process = subprocess.Popen([sys.executable, "-m", "checker", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _pid, status, used = os.wait4(process.pid, 0)
        seconds.append(time.perf_counter() - start)
        peak = max(peak, used.ru_maxrss)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, process.args)
    return statistics.median(seconds), min(seconds), max(seconds), peak / 1024


def copies(source: Path, target: Path, count: int) -> Path:
    """A dossier with the readable documents of a fixture ``count`` times."""
    for number in range(count):
        shutil.copytree(source, target / f"deel-{number:02d}", ignore=shutil.ignore_patterns("praktijk.yaml", "17_*", "15_*"))
    return target


def main() -> None:
    """Measure and print; on request write the table in docs/snelheid.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schrijf", action="store_true")
    parser.add_argument("--herhaal", type=int, default=3)
    arguments = parser.parse_args()
    lines = ["| wat | mediaan | laagste-hoogste | piekgeheugen |", "|---|---|---|---|"]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        every = [str(LINDE), "--uit", str(place / "uit")]
        for kader in _kaders():
            every += ["--kader", kader]
        os.environ["XDG_CACHE_HOME"] = str(place / "cache")  # a cache of its own, empty at first
        one = ["toets", str(LINDE), "--kader", "jij_kader", "--uit", str(place / "een")]
        everything = ["toets", *every]
        jobs: list[tuple[str, list[str], int, tuple[str, ...]]] = [
            ("checker --help", ["--help"], 7, ()),
            ("checker kaders", ["kaders"], 5, ()),
            ("praktijk-de-linde, alle kaders, alle rapporten, allereerste keer na de installatie", everything, 1, ("",)),
            ("idem, koud: documenten nog niet gelezen", everything, arguments.herhaal, (*READ, *JUDGED)),
            ("idem, documenten gelezen, maar er is iets anders gekozen", everything, arguments.herhaal, JUDGED),
            ("idem, niets veranderd", everything, arguments.herhaal, ()),
            ("praktijk-de-linde, één kader, alle rapporten, koud", one, arguments.herhaal, (*READ, *JUDGED)),
            ("idem, niets veranderd", one, arguments.herhaal, ()),
        ]
        for count in (2, 4, 8):
            big = copies(LINDE, place / f"keer{count}", count)
            jobs.append((f"{count} keer de documenten, één kader, alleen json", ["toets", str(big), "--kader", "jij_kader", "--formaat", "json", "--uit", str(place / f"u{count}")], 1, READ))
        for name, command, runs, forget in jobs:
            median, low, high, peak = timed(command, runs, forget)
            lines.append(f"| {name} | {median:.2f} s | {low:.2f}-{high:.2f} s | {peak:.0f} MB |")
            print(lines[-1], flush=True)
    if arguments.schrijf:
        put_between(TARGET, BEGIN, END, lines)


def _kaders() -> list[str]:
    from checker.catalogi import installed_catalogus

    return [kader.id for kader in installed_catalogus()[0].kaders]


if __name__ == "__main__":
    main()
