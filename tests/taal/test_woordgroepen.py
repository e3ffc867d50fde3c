"""The groups of cue words: each is asked for by name somewhere, for one that nobody asks does nothing."""

from __future__ import annotations

import ast
from importlib.resources import files
from pathlib import Path

from checker.bewijs.uitspraak import cue_groups


def strings(path: Path) -> set[str]:
    """Every string in a module."""
    tree = ast.parse(path.read_text("utf-8"))
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_every_group_is_asked_for() -> None:
    """An author who adds words to it would wait in vain for them to count."""
    judges = (path for stage in ("bewijs", "bevindingen") for path in Path(str(files("checker"))).joinpath(stage).glob("*.py"))
    assert set(cue_groups()) <= set().union(*map(strings, judges))
