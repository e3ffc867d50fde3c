"""Blad: a page of the manual with a table that a bench makes, between two marks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def publish(lines: Sequence[str], path: Path, begin: str, end: str, *, write: bool) -> None:
    """Print a table, and put it between two marks of a page on request."""
    print("\n".join(lines))
    if write:
        put_between(path, begin, end, lines)


def put_between(path: Path, begin: str, end: str, lines: Sequence[str]) -> None:
    """Replace what stands between two marks of a page; the marks and the rest stay."""
    head, rest = path.read_text("utf-8").split(begin)
    path.write_text(f"{head}{begin}\n\n" + "\n".join(lines) + f"\n\n{end}{rest.split(end)[1]}", encoding="utf-8")
