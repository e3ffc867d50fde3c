"""What is kept to work faster: never trusted, and gone when nobody uses it."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from checker import voorraad


@pytest.fixture(autouse=True)
def plek(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(voorraad, "cache_root", lambda: tmp_path)
    return tmp_path


def _age(path: Path, days: int) -> None:
    then = time.time() - days * 24 * 3600
    os.utime(path, (then, then))


def test_what_is_used_stays_and_the_rest_goes_after_a_month(plek: Path) -> None:
    for key in ("gebruikt", "vergeten"):
        voorraad.put_json("kaders", key, {"a": 1})
        _age(plek / "kaders" / f"{key}.json", 40)
    assert voorraad.get_json("kaders", "gebruikt") == {"a": 1}
    voorraad.prune()
    assert [path.name for path in (plek / "kaders").iterdir()] == ["gebruikt.json"]


def test_files_of_others_are_left_alone(plek: Path) -> None:
    other = plek / "anders" / "oud.json"
    other.parent.mkdir()
    other.write_text("{}", "utf-8")
    _age(other, 400)
    voorraad.prune()
    assert other.exists()


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe"])
def test_a_damaged_file_counts_as_absent(plek: Path, content: bytes) -> None:
    voorraad.put_json("kaders", "k", [1])
    (plek / "kaders" / "k.json").write_bytes(content)
    (plek / "profielen").mkdir()
    (plek / "profielen" / "k.npz").write_bytes(content)
    assert voorraad.get_json("kaders", "k") is None
    assert voorraad.get_arrays("profielen", "k") is None
