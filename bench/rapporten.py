"""Writing the reports: seconds and memory of ``checker rapport`` for all kaders, and of each writer alone.

Usage: python -m bench.rapporten [--herhaal N]
The budget is 3 seconds and 300 MB on two cores for Word, Excel, HTML and JSON together.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.goud import ROOT

LINDE = ROOT / "fixtures" / "praktijk-de-linde"
BUDGET_SECONDS, BUDGET_MB = 3.0, 300.0


def measure(arguments: Sequence[str]) -> tuple[float, float]:
    """Seconds and peak megabytes of one whole process."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "checker", *arguments], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"checker {arguments[0]} ended with {process.returncode}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def every_kader() -> list[str]:
    """The options that choose all installed kaders."""
    from checker.catalogi import installed_catalogus

    return [part for kader in installed_catalogus()[0].kaders for part in ("--kader", kader.id)]


def main() -> None:
    """Measure and print a table; say whether the budget is met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--herhaal", type=int, default=5)
    runs = parser.parse_args().herhaal
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "bron"
        measure(["toets", str(LINDE), *every_kader(), "--peildatum", "2026-11-01", "--formaat", "json", "--uit", str(source)])
        command = ["rapport", str(source / "resultaat.json"), "--uit", str(Path(folder) / "uit")]
        jobs = [("Word, Excel, HTML en JSON", command)]
        jobs += [(f"alleen {formaat}", [*command, "--formaat", formaat]) for formaat in ("docx", "xlsx", "html", "json")]
        print("| wat | mediaan | laagste-hoogste | piekgeheugen |\n|---|---|---|---|")
        for name, arguments in jobs:
            seconds, memory = zip(*(measure(arguments) for _ in range(runs)), strict=True)
            print(f"| {name} | {statistics.median(seconds):.2f} s | {min(seconds):.2f}-{max(seconds):.2f} s | {max(memory):.0f} MB |", flush=True)
            if arguments is command:
                within = statistics.median(seconds) <= BUDGET_SECONDS and max(memory) <= BUDGET_MB
    print(f"\nBegroting ({BUDGET_SECONDS:.0f} s en {BUDGET_MB:.0f} MB): {'gehaald' if within else 'NIET gehaald'}")


if __name__ == "__main__":
    main()
