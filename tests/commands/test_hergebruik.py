"""Nothing changed: the findings are taken over. Anything changed: judged again."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

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


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="geen pijpen op dit systeem")
def test_what_is_no_plain_file_of_the_dossier_is_not_opened(plek: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe or a device behind a link has no end: the digest leaves closed what the reader leaves closed."""
    folder = plek / "dossier"
    os.mkfifo(folder / "pijp")
    (folder / "nul.txt").symlink_to("/dev/zero")
    (plek / "buiten.txt").write_text("Niet van dit dossier.", "utf-8")
    (folder / "buiten.txt").symlink_to(plek / "buiten.txt")
    opened: list[str] = []
    plain = Path.open

    def note(path: Path, *args: Any, **kwargs: Any) -> Any:
        opened.append(path.name)
        assert path.name not in {"pijp", "nul.txt", "buiten.txt"}
        return plain(path, *args, **kwargs)

    monkeypatch.setattr(Path, "open", note)
    hergebruik.add_files(hashlib.sha256(), folder)
    assert opened


def test_a_file_that_is_too_large_to_read_is_not_read_for_the_digest(plek: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of it the size and the time take part."""
    monkeypatch.setattr(hergebruik, "_LARGEST", 10)
    path = plek / "groot.txt"
    prints = []
    for text, moment in (("a" * 20, 1), ("b" * 20, 1), ("b" * 20, 2), ("b" * 21, 2)):
        path.write_text(text, "utf-8")
        os.utime(path, (moment, moment))
        digest = hashlib.sha256()
        hergebruik.add_content(digest, path)
        prints.append(digest.hexdigest())
    assert prints[0] == prints[1]
    assert len({*prints[1:]}) == 3


def test_reports_among_the_documents_are_no_documents(plek: Path) -> None:
    """With the reports in the dossier itself every run gives the same bytes, taken over or judged again."""
    map_ = plek / "dossier"
    (map_ / "oud").mkdir()
    (map_ / "oud" / "rapport.html").write_text("<p>Een eigen rapport van de praktijk.</p>", "utf-8")
    given = sorted(path.relative_to(map_).as_posix() for path in map_.rglob("*") if path.is_file() and path.name != "praktijk.yaml")
    seen = []
    for keuzes in ((), (), ("--geen-cache",), ("--geen-cache",)):
        run(plek, "--uit", str(map_), "--formaat", "html", *keuzes)
        seen.append((map_ / "resultaat.json").read_bytes())
    assert len({*seen}) == 1
    assert [d["pad"] for d in json.loads(seen[0])["dossier"]["documenten"]] == given


def test_another_name_of_the_folder_is_another_toets(plek: Path) -> None:
    """Without a profile the folder gives the practice its name."""
    (plek / "dossier" / "praktijk.yaml").unlink(missing_ok=True)
    run(plek)
    (plek / "dossier").rename(plek / "ander")
    (plek / "dossier").symlink_to(plek / "ander")
    assert OVERGENOMEN not in run(plek)


def test_another_version_of_a_plugin_or_of_the_program_is_another_print(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file of the program and of the packages that bring plugins takes part, and the libraries by version."""
    monkeypatch.syspath_prepend(str(tmp_path))
    source = tmp_path / "los_pakket" / "__init__.py"
    source.parent.mkdir()
    source.write_text("# een\n", "utf-8")
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: [EntryPoint("los", "los_pakket", "checker")])
    before = hergebruik.program_print()
    assert before == hergebruik.program_print()
    source.write_text("# een en twee\n", "utf-8")
    assert hergebruik.program_print() != before
    lines = "".join(hergebruik._program())
    assert "hergebruik.py" in lines and "simplemma=" in lines
