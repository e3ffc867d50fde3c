"""Nothing changed: the findings are taken over. Anything changed: judged again."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker import hergebruik
from checker.cli import group

KLEIN = Path(__file__).parents[2] / "fixtures" / "klein"
OVERGENOMEN = "Er is niets veranderd sinds de vorige toets"


@pytest.fixture
def plek(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A dossier that may be changed, with its own cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path))
    shutil.copytree(KLEIN, tmp_path / "dossier")
    return tmp_path


def run(plek: Path, *keuzes: str) -> str:
    vast = ["toets", str(plek / "dossier"), "--kader", "meldcode", "--peildatum", "2026-03-01", "--formaat", "json", "--uit", str(plek / "uit")]
    outcome = CliRunner().invoke(group, [*vast, *keuzes], catch_exceptions=False)
    assert outcome.exit_code == 0, outcome.output
    return outcome.output


def test_the_same_input_gives_the_same_bytes_without_judging_again(plek: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run(plek)
    written = (plek / "uit" / "resultaat.json").read_bytes()
    monkeypatch.setattr("checker.pipeline.toets", lambda *_, **__: pytest.fail("judged again"))
    again = run(plek)
    assert OVERGENOMEN not in first and OVERGENOMEN in again
    assert (plek / "uit" / "resultaat.json").read_bytes() == written


def test_the_rest_of_what_is_printed_is_equal(plek: Path) -> None:
    first = run(plek).splitlines()
    assert [line for line in run(plek).splitlines() if not line.startswith(OVERGENOMEN)] == first


def _word(plek: Path) -> None:
    document = next(path for path in sorted((plek / "dossier").rglob("*")) if path.suffix in {".txt", ".md"})
    document.write_text(document.read_text("utf-8") + "\nEen zin erbij.\n", "utf-8")


def _new(plek: Path) -> None:
    (plek / "dossier" / "nieuw.txt").write_text("Wij hebben een meldcode.\n", "utf-8")


def _gone(plek: Path) -> None:
    (plek / "dossier" / "nieuw.txt").unlink(missing_ok=True)
    next(path for path in sorted((plek / "dossier").iterdir()) if path.suffix != ".yaml").unlink()


def _resultaat(plek: Path) -> None:
    path = plek / "uit" / "resultaat.json"
    data = json.loads(path.read_text("utf-8"))
    data["bevindingen"][0]["oordeel"] = "aangetoond"
    path.write_text(json.dumps(data), "utf-8")


def _profiel(plek: Path) -> None:
    path = plek / "dossier" / "praktijk.yaml"
    path.write_text((path.read_text("utf-8") if path.exists() else "") + "\n# nagekeken\n", "utf-8")


def _beoordeling(plek: Path) -> None:
    (plek / "uit" / "beoordelingen.jsonl").write_text("", "utf-8")


@pytest.mark.parametrize("change", [_word, _new, _gone, _resultaat, _profiel, _beoordeling])
def test_whatever_changed_is_judged_again(plek: Path, change: Callable[[Path], None]) -> None:
    run(plek)
    change(plek)
    assert OVERGENOMEN not in run(plek)


@pytest.mark.parametrize("waar", ["dossier", "dossier/rapporten", "."])
def test_reports_among_or_above_the_documents_hide_no_change(plek: Path, waar: str) -> None:
    """Reports in the dossier itself, in a folder of it, or in the folder above it."""
    uit = ("--uit", str(plek / waar))
    run(plek, *uit)
    assert OVERGENOMEN in run(plek, *uit)
    _word(plek)
    assert OVERGENOMEN not in run(plek, *uit)


@pytest.mark.parametrize("keuzes", [["--peildatum", "2026-03-02"], ["--kader", "jij_kader"], ["--limiet", "seconden=9"], ["--geen-cache"]])
def test_another_choice_is_another_toets(plek: Path, keuzes: list[str]) -> None:
    run(plek)
    assert OVERGENOMEN not in run(plek, *keuzes)


def test_another_program_is_another_toets(plek: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(plek)
    monkeypatch.setattr(hergebruik, "_program", lambda: ["another"])
    assert OVERGENOMEN not in run(plek)


def test_a_document_beyond_a_limit_is_tried_again(plek: Path) -> None:
    (plek / "dossier" / "lang.txt").write_text("woord " * 40_000, "utf-8")
    for _ in range(2):
        assert OVERGENOMEN not in run(plek, "--limiet", "bestand_bytes=200000")
    states = [d["toestand"] for d in json.loads((plek / "uit" / "resultaat.json").read_text("utf-8"))["dossier"]["documenten"]]
    assert "te_groot" in states


def test_nothing_of_the_dossier_is_kept(plek: Path) -> None:
    run(plek)
    kept = [path.read_text("utf-8") for path in (plek / "cache").rglob("toetsen/*.json")]
    assert kept and all(set(json.loads(text)) == {"resultaat"} and len(text) < 100 for text in kept)


def test_only_the_bytes_that_a_toets_wrote_are_ours(plek: Path) -> None:
    run(plek)
    data = (plek / "uit" / "resultaat.json").read_bytes()
    assert hergebruik.is_ours(data)
    assert not hergebruik.is_ours(data + b" ") and not hergebruik.is_ours(b"")
