"""Kader files that must be refused, and the words of the refusal beside each."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import group
from checker.kaders.laden import OngeldigeYamlError, load_kader
from checker.kaders.schema import OngeldigKaderError

FOLDER = Path(__file__).parent / "fout"
CASES = sorted(path.stem for path in FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("name", CASES)
def test_refusal_names_file_line_path_and_fault(name: str) -> None:
    """The message equals the golden text beside the file."""
    path = FOLDER / f"{name}.yaml"
    with pytest.raises((OngeldigKaderError, OngeldigeYamlError)) as caught:
        load_kader(path, path.name)
    assert (FOLDER / f"{name}.fout.txt").read_text("utf-8").strip() == str(caught.value)


def test_the_command_says_the_same() -> None:
    """checker kader controleer ends with the same sentence."""
    path = FOLDER / "verkeerd_niveau.yaml"
    outcome = CliRunner().invoke(group, ["kader", "controleer", str(path)])
    assert "kies uit opzet, bestaan, werking" in str(outcome.exception)
