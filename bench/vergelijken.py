"""Comparing many aanbieders: time per aanbieder and memory, at a small and a large number.

Usage: python -m bench.vergelijken [AANTAL ...] [--documenten N] [--processen N]
Memory is that of all processes together, sampled, and of the largest process as the system counts it.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.goud import ROOT

SOURCE = ROOT / "fixtures" / "aanbieders"
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096
_TIK = 0.25


def make_aanbieders(folder: Path, count: int, documents: int) -> Path:
    """Aanbieders with texts of their own: sentences of the fixture among words that differ."""
    rng = random.Random(8)
    texts = [path.read_text("utf-8") for path in sorted(SOURCE.glob("*/*")) if path.suffix in {".md", ".txt"}]
    sentences = sorted({part.strip() for text in texts for part in text.replace("\n", " ").split(". ") if len(part.split()) > 5})
    words = sorted({word for text in texts for word in text.lower().split() if word.isalpha()})
    shutil.copytree(SOURCE / "kaders", folder / "kaders")
    shutil.copy(SOURCE / "uitvraag.yaml", folder)
    for number in range(count):
        place = folder / f"aanbieder-{number:04d}"
        place.mkdir()
        for document in range(documents):
            (place / f"document-{document:02d}.md").write_text(_text(rng, sentences, words), "utf-8")
    return folder


def _text(rng: random.Random, sentences: list[str], words: list[str]) -> str:
    """About one page: ten paragraphs of which two hold a sentence that may count."""
    parts = ["# " + " ".join(rng.choices(words, k=4)).capitalize()]
    for place in range(10):
        own = " ".join(rng.choices(words, k=35)).capitalize() + "."
        parts.append(f"{rng.choice(sentences)}. {own}" if place % 5 == 0 else own)
    return "\n\n".join(parts) + "\n"


def family(pid: int) -> list[int]:
    """A process and all that it started."""
    found = [pid]
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split():
        found += family(int(child))
    return found


def memory(pid: int) -> float:
    """Megabytes of a process and all that it started, shared pages counted each time."""
    total = 0
    try:
        for member in family(pid):
            total += int(Path(f"/proc/{member}/statm").read_text("ascii").split()[1]) * _PAGE
    except OSError:
        return 0.0
    return total / 2**20


def measure(folder: Path, uit: Path, extra: list[str]) -> tuple[float, float, float]:
    """Seconds, peak megabytes of all processes, and of the largest."""
    words = ["vergelijk", str(folder), "--uit", str(uit), "--peildatum", "2026-11-22", "--geen-cache", *extra]
    start, peak = time.perf_counter(), 0.0
    process = subprocess.Popen([sys.executable, "-m", "checker", *words], stdout=subprocess.DEVNULL)
    while process.poll() is None:
        peak = max(peak, memory(process.pid))
        time.sleep(_TIK)
    if process.returncode:
        raise SystemExit(process.returncode)
    return time.perf_counter() - start, peak, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("aantallen", nargs="*", type=int, default=[40, 400])
    parser.add_argument("--documenten", type=int, default=30)
    parser.add_argument("--processen", type=int)
    arguments = parser.parse_args()
    extra = ["--processen", str(arguments.processen)] if arguments.processen else []
    print("| aanbieders | seconden | per aanbieder | geheugen samen | grootste proces | nog eens (alles klaar) |")
    print("|---|---|---|---|---|---|")
    for count in sorted(arguments.aantallen):
        with tempfile.TemporaryDirectory() as name:
            place = Path(name)
            (place / "in").mkdir()
            folder = make_aanbieders(place / "in", count, arguments.documenten)
            seconds, peak, largest = measure(folder, place / "uit", extra)
            again, _, _ = measure(folder, place / "uit", extra)
        print(f"| {count} | {seconds:.1f} | {seconds / count:.3f} | {peak:.0f} MB | {largest:.0f} MB | {again:.1f} s |", flush=True)


if __name__ == "__main__":
    main()
