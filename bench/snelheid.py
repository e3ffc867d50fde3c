"""Speed and memory: start-up, a full run cold and warm, growth with pages.

Usage: python -m bench.snelheid [--schrijf]
Every figure is the median of repeated whole processes; peak memory is that of the largest process.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.goud import ROOT

TARGET = ROOT / "docs" / "snelheid.md"
BEGIN, END = "<!-- tabel: begin -->", "<!-- tabel: eind -->"
LINDE = ROOT / "fixtures" / "praktijk-de-linde"


def timed(arguments: Sequence[str], runs: int, env: dict[str, str] | None = None) -> tuple[float, float, float, float]:
    """Median, minimum and maximum seconds and peak megabytes of a command."""
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "checker", *arguments], check=True, capture_output=True, env={**os.environ, **(env or {})})
        seconds.append(time.perf_counter() - start)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return statistics.median(seconds), min(seconds), max(seconds), peak


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
        jobs: list[tuple[str, list[str], int]] = [
            ("checker --help", ["--help"], 7),
            ("checker kaders", ["kaders"], 5),
            ("praktijk-de-linde, één kader, alle rapporten", ["toets", str(LINDE), "--kader", "jij_kader", "--uit", str(place / "een")], arguments.herhaal),
            ("praktijk-de-linde, alle kaders, alle rapporten", ["toets", *every], arguments.herhaal),
        ]
        for count in (2, 4, 8):
            big = copies(LINDE, place / f"keer{count}", count)
            jobs.append((f"{count} keer de documenten, één kader, alleen json", ["toets", str(big), "--kader", "jij_kader", "--formaat", "json", "--uit", str(place / f"u{count}")], 1))
        for name, command, runs in jobs:
            median, low, high, peak = timed(command, runs)
            lines.append(f"| {name} | {median:.2f} s | {low:.2f}-{high:.2f} s | {peak:.0f} MB |")
            print(lines[-1], flush=True)
    if arguments.schrijf:
        text = TARGET.read_text("utf-8")
        head, rest = text.split(BEGIN)
        TARGET.write_text(f"{head}{BEGIN}\n\n" + "\n".join(lines) + f"\n\n{END}{rest.split(END)[1]}", encoding="utf-8")


def _kaders() -> list[str]:
    from checker.catalogi import installed_catalogus

    return [kader.id for kader in installed_catalogus()[0].kaders]


if __name__ == "__main__":
    main()
