"""Profielen in the voorraad: they are made again when what reads a sentence changes."""

from __future__ import annotations

import importlib.resources
import shutil
from pathlib import Path

import pytest

from checker.bewijs.profielen import reading_version

CHECKER = Path(str(importlib.resources.files("checker")))
READERS = sorted(path.relative_to(CHECKER).as_posix() for folder in ("index", "taal") for path in (CHECKER / folder).glob("*.py"))


@pytest.fixture(scope="module")
def code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the code that decides which words a sentence holds."""
    copy = tmp_path_factory.mktemp("code") / "checker"
    for folder in ("", "index", "taal", "bewijs"):
        (copy / folder).mkdir()
        for path in (CHECKER / folder).glob("*.py"):
            shutil.copy(path, copy / folder / path.name)
    return copy


@pytest.mark.parametrize("reader", READERS)
def test_what_reads_sentences_is_part_of_the_version(reader: str, code: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module that moves out of sight would leave vectors of the old code in use after an update."""
    monkeypatch.setattr(importlib.resources, "files", lambda package: code.parent.joinpath(*package.split(".")))
    before = reading_version.__wrapped__()
    with (code / reader).open("a") as file:
        file.write("\n# changed\n")
    assert reading_version.__wrapped__() != before
