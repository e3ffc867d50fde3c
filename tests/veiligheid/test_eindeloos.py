"""Texts that make a careless pattern search for ever: the run ends; a hang fails by its time limit alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TEKSTEN = {"streepjes": "a-", "datums": "1-1-", "samenstelling": "kwaliteits", "cijfers": "1", "punten": "A.", "haken": "(", "mail": "a.-@"}


@pytest.mark.parametrize("naam", sorted(TEKSTEN))
def test_endless_text_is_judged_to_its_end(naam: str, tmp_path: Path) -> None:
    (tmp_path / "dossier").mkdir()
    (tmp_path / "dossier" / "tekst.txt").write_text(TEKSTEN[naam] * (6000 // len(TEKSTEN[naam])) + " einde", encoding="utf-8")
    command = [sys.executable, "-m", "checker", "toets", "dossier", "--kader", "meldcode", "--formaat", "json", "--geen-cache", "--uit", "uit"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
