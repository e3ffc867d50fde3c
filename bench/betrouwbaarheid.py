"""Reliability: mutated files for every reader, killed runs, and what isolation costs.

Usage: python -m bench.betrouwbaarheid [--aantal 10000] [--lezer docx] [--momenten 50] [--schrijf]
Every file is read by a worker process as in a real run, with the usual limits and without text
recognition. The same number gives the same files.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.afbreken import Afbraak, kill_runs
from bench.goud import ROOT
from bench.mutaties import mutate
from checker.dossier import Document, Limieten, Toestand, read_dossier
from checker.dossier.werker import Opdracht, Werker

TARGET = ROOT / "docs" / "betrouwbaarheid.md"
BEGIN, END = "<!-- tabel: begin -->", "<!-- tabel: eind -->"
LINDE, KLEIN = ROOT / "fixtures" / "praktijk-de-linde", ROOT / "fixtures" / "klein"
LEZERS: dict[str, tuple[str, ...]] = {
    "docx": ("05_Format_hulpverleningsplan.docx", "16_Inhuur_en_stage.docx"),
    "pdf": ("02_Werkproces_aanmelding_tot_nazorg.pdf", "15_Bewijs_klachtencommissie_scan.pdf"),
    "xlsx": ("08_Klachten_en_incidenten_2025-2026.xlsx", "09_Verbeterregister.xlsx"),
    "odt": ("10_Protocol_seksualiteit_en_grenzen.odt",),
    "pptx": ("13_Teamdag_2026.pptx",),
    "html": ("11_website_klachten_en_privacy.html",),
    "eml": ("12_mail_contractgesprek_2026-09.eml",),
    "md": ("14_Inwerkprogramma.md",),
}
LIMIETEN = Limieten(ocr_paginas=0)
_LANG, _DOOD = "duurt te lang", "leesproces"


@dataclass(slots=True, kw_only=True)
class Telling:
    """What became of the files of one reader."""

    uitkomst: Counter[str] = field(default_factory=Counter)
    seconden: list[float] = field(default_factory=list)
    geheugen: float = 0.0
    slot: threading.Lock = field(default_factory=threading.Lock)

    def note(self, soort: str, seconds: float, megabytes: float) -> None:
        """Count one file; called from several threads."""
        with self.slot:
            self.uitkomst[soort] += 1
            self.seconden.append(seconds)
            self.geheugen = max(self.geheugen, megabytes)


def outcome(document: Document) -> str:
    """Parsed, refused cleanly, hung (and stopped) or crashed (and survived)."""
    if document.toestand in (Toestand.GELEZEN, Toestand.DEELS):
        return "gelezen"
    if _LANG in document.melding:
        return "gestopt"
    return "gecrasht" if _DOOD in document.melding else "geweigerd"


def peak(werker: Werker) -> float:
    """Largest memory of the worker so far in MB, where the system tells it."""
    process = werker._process  # noqa: SLF001 - measuring from the outside
    if process is None:
        return 0.0
    try:
        lines = Path(f"/proc/{process.pid}/status").read_text("ascii", "replace").splitlines()
    except OSError:
        return 0.0
    return next((float(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def fuzz(lezer: str, seeds: Sequence[bytes], count: int, workers: int = 2) -> Telling:
    """Read ``count`` mutated files of one reader; the threads share the numbers."""
    telling = Telling()
    with tempfile.TemporaryDirectory() as folder:
        threads = [threading.Thread(target=_read_share, args=(lezer, seeds, range(first, count, workers), Path(folder), telling)) for first in range(workers)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return telling


def _read_share(lezer: str, seeds: Sequence[bytes], numbers: range, folder: Path, telling: Telling) -> None:
    werker = Werker(LIMIETEN)
    path = folder / f"stuk{numbers.start}.{lezer}"
    try:
        for number in numbers:
            rng = random.Random(f"{lezer} {number}")
            path.write_bytes(mutate(rng.choice(list(seeds)), rng))
            start = time.perf_counter()
            try:
                soort = outcome(werker.read(Opdracht(pad=path.name, path=path, sha256=""))[0])
            except Exception as error:  # noqa: BLE001 - this is what is measured
                soort = f"fout ({type(error).__name__})"
                werker.stop()
            telling.note(soort, time.perf_counter() - start, peak(werker))
    finally:
        werker.stop()


def overhead() -> dict[str, float]:
    """Milliseconds per document of the fixture: in this process, and in one worker."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path in sorted(LINDE.iterdir()):
            for nr in range(3):
                (folder / f"{nr}_{path.name}").write_bytes(path.read_bytes())
        count = len(list(folder.iterdir()))
        read_dossier(folder, limieten=LIMIETEN, workers=0)
        found = {}
        for label, workers in (("zonder leesproces", 0), ("met één leesproces", 1)):
            runs = []
            for _ in range(3):
                start = time.perf_counter()
                read_dossier(folder, limieten=LIMIETEN, workers=workers)
                runs.append((time.perf_counter() - start) * 1000 / count)
            found[label] = statistics.median(runs)
    return found


def startup() -> float:
    """Milliseconds to start a reading process."""
    runs = []
    for _ in range(5):
        werker = Werker(LIMIETEN)
        start = time.perf_counter()
        werker._running()  # noqa: SLF001
        runs.append((time.perf_counter() - start) * 1000)
        werker.stop()
    return statistics.median(runs)


def table(counts: dict[str, Telling], afbraak: Afbraak | None) -> str:
    """The figures as Markdown."""
    head = "| lezer | bestanden | gelezen | netjes geweigerd | gestopt op tijd | proces verloren | fout | mediaan ms | langste s | meeste geheugen MB |"
    rows = [head, "|---" * 10 + "|"]
    for lezer, telling in counts.items():
        found = telling.uitkomst
        faults = sum(number for soort, number in found.items() if soort.startswith("fout"))
        rows.append(
            f"| {lezer} | {found.total()} | {found['gelezen']} | {found['geweigerd']} | {found['gestopt']} | {found['gecrasht']} | {faults} "
            f"| {statistics.median(telling.seconden) * 1000:.1f} | {max(telling.seconden):.1f} | {telling.geheugen:.0f} |"
        )
    limits = f"Grenzen: {LIMIETEN.seconden:.0f} seconden en {LIMIETEN.geheugen_bytes >> 20} MB per bestand."
    costs = ", ".join(f"{label} {value:.1f} ms" for label, value in overhead().items())
    rows += ["", limits, "", f"Kosten van het leesproces per document van de fixture: {costs}; starten {startup():.0f} ms, één keer per leesproces."]
    if afbraak is not None:
        rows += [
            "", f"Afgebroken met SIGKILL op {afbraak.gedood + afbraak.uitgelopen} willekeurige momenten ({afbraak.gedood} midden in de run): "
            f"{afbraak.half} halve bestanden, {afbraak.verloren} verloren rapporten, {afbraak.fout_erna} verschillen in de run erna.",
        ]  # fmt: skip
    return "\n".join(rows)


def write(text: str) -> None:
    """Put the figures between the marks in the document."""
    document = TARGET.read_text("utf-8")
    before, rest = document.split(BEGIN, 1)
    TARGET.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.split(END, 1)[1]}", encoding="utf-8")


def main() -> None:
    """Measure and print, or write into the document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--aantal", type=int, default=10_000)
    parser.add_argument("--lezer", choices=sorted(LEZERS), action="append")
    parser.add_argument("--momenten", type=int, default=50)
    parser.add_argument("--schrijf", action="store_true")
    arguments = parser.parse_args()
    counts = {}
    for lezer in arguments.lezer or LEZERS:
        seeds = [(LINDE / name).read_bytes() for name in LEZERS[lezer]]
        start = time.perf_counter()
        counts[lezer] = fuzz(lezer, seeds, arguments.aantal)
        print(lezer, dict(counts[lezer].uitkomst), f"{time.perf_counter() - start:.0f} s", flush=True)
    afbraak = None
    if arguments.momenten:
        with tempfile.TemporaryDirectory() as folder:
            afbraak = kill_runs(KLEIN, Path(folder), arguments.momenten)
    text = table(counts, afbraak)
    print(text)
    print(f"Geheugen van dit programma: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    if arguments.schrijf:
        write(text)


if __name__ == "__main__":
    main()
