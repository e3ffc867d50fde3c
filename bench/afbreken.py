"""Afbreken: kill a run at a random moment and look at what it left."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

VERLOOP = "verloop.jsonl"
RAPPORTEN = ("gapanalyse.xlsx", "gaprapport.docx", "rapport.html", "resultaat.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Afbraak:
    """What 50 killed runs left behind."""

    gedood: int
    uitgelopen: int
    half: int
    verloren: int
    fout_erna: int


def command(dossier: Path, uit: Path) -> list[str]:
    """The run that is killed."""
    options = ["--kader", "meldcode", "--peildatum", "2026-11-22", "--uit", str(uit)]
    return [sys.executable, "-m", "checker", "toets", str(dossier), *options]


def is_whole(path: Path) -> bool:
    """Whether a report can be opened to its end."""
    if path.suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(path) as package:
            return package.testzip() is None
    text = path.read_text("utf-8")
    if path.suffix == ".json":
        return bool(json.loads(text))
    return text.rstrip().endswith("</html>")


def kill_runs(dossier: Path, folder: Path, moments: int, seed: int = 1) -> Afbraak:
    """Kill ``moments`` runs that replace earlier reports; after each look, and run to the end once more."""
    env = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "TMPDIR": str(folder)}
    uit, choose = folder / "uit", random.Random(seed)
    start = time.perf_counter()
    subprocess.run(command(dossier, uit), env=env, check=True, capture_output=True)
    length = time.perf_counter() - start
    right = {name: (uit / name).read_bytes() for name in RAPPORTEN}
    killed = half = lost = wrong = 0
    for _ in range(moments):
        # Without this a run takes over the findings of the first one and is never killed in its midst.
        shutil.rmtree(folder / "cache" / "checker" / "toetsen", ignore_errors=True)
        killed += _kill_one(command(dossier, uit), env, choose.uniform(0.0, length))
        present = [uit / name for name in RAPPORTEN if (uit / name).exists()]
        lost += len(RAPPORTEN) - len(present)
        half += sum(not is_whole(path) for path in present)
    subprocess.run(command(dossier, uit), env=env, check=True, capture_output=True)
    wrong += sum((uit / name).read_bytes() != right[name] for name in RAPPORTEN)
    wrong += len([path for path in uit.iterdir() if path.name not in (*RAPPORTEN, VERLOOP)])
    return Afbraak(gedood=killed, uitgelopen=moments - killed, half=half, verloren=lost, fout_erna=wrong)


def _kill_one(arguments: list[str], env: dict[str, str], moment: float) -> bool:
    """Start a run and kill it and what it started; False when it was done before."""
    process = subprocess.Popen(arguments, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(timeout=moment)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return True
    return False
