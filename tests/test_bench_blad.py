"""A table of a bench goes between its marks, and nowhere else."""

from __future__ import annotations

from pathlib import Path

from bench.blad import put_between


def test_only_what_stands_between_the_marks_changes(tmp_path: Path) -> None:
    page = tmp_path / "blad.md"
    page.write_text("voor\n<!-- a -->\noud\n<!-- z -->\nna\n", "utf-8")
    for _ in range(2):
        put_between(page, "<!-- a -->", "<!-- z -->", ["| een |", "| twee |"])
    assert page.read_text("utf-8") == "voor\n<!-- a -->\n\n| een |\n| twee |\n\n<!-- z -->\nna\n"
