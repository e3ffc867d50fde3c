"""checker toets from folder to reports, and what it says when that cannot be."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FORMATS = ("gaprapport.docx", "gapanalyse.xlsx", "rapport.html", "resultaat.json")


def run(*arguments: object, cwd: Path, seed: str = "0", **env: str) -> subprocess.CompletedProcess[str]:
    """Run the installed command in a folder of its own."""
    return subprocess.run(
        [sys.executable, "-m", "checker", *map(str, arguments)], cwd=cwd, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONHASHSEED": seed, **env},
    )


def test_small_dossier_gives_four_reports(klein: Path, tmp_path: Path) -> None:
    """One command writes the four files and names them."""
    done = run("toets", klein, "--kader", "meldcode", "--peildatum", "2026-11-22", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for name in FORMATS:
        assert (tmp_path / "klein-rapport" / name).stat().st_size > 0
        assert name in done.stdout


def test_result_is_the_same_with_other_seed_and_file_order(klein: Path, tmp_path: Path) -> None:
    """Same input, same bytes: hash seed and the order of files on disk do not matter."""
    copy = tmp_path / "klein"
    copy.mkdir()
    for path in sorted(klein.iterdir(), reverse=True):
        shutil.copy(path, copy / path.name)
    for place, seed, uit in ((klein, "1", "een"), (copy, "2", "twee")):
        done = run("toets", place, "--kader", "jij_kader", "--peildatum", "2026-11-22", "--uit", uit, cwd=tmp_path, seed=seed)
        assert done.returncode == 0, done.stderr
    for name in FORMATS:
        assert (tmp_path / "een" / name).read_bytes() == (tmp_path / "twee" / name).read_bytes(), name


def test_every_quote_stands_in_its_source(linde: Path, tmp_path: Path) -> None:
    """All quotes of the fixture are found back in the documents as read again, also where a name of a client is hidden."""
    from checker.dossier import read_dossier
    from checker.signalen.maskeren import stands_masked

    done = run("toets", linde, "--kader", "jij_kader", "--formaat", "json", "--uit", "uit", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    texts = {
        d.pad: "\n".join([" ".join(p.tekst.split()) for p in d.passages] + [" ".join(v.split()) for p in d.passages for _, v, _ in p.cellen])
        for d in read_dossier(linde).documenten
    }
    quotes = [
        b for f in json.loads((tmp_path / "uit" / "resultaat.json").read_text("utf-8"))["bevindingen"] for b in (*f["bewijs"], *f["tegenbewijs"])
    ]
    assert len(quotes) > 20
    shown = [(" ".join(b["citaat"].split()), texts[b["document"]]) for b in quotes]
    assert [citaat for citaat, text in shown if citaat not in text and not stands_masked(citaat, text)] == []


def test_a_changed_quote_is_refused(klein: Path, tmp_path: Path) -> None:
    """A quote that was changed in resultaat.json is not printed: no report is written."""
    assert run("toets", klein, "--kader", "jij_kader", "--formaat", "json", "--uit", "uit", cwd=tmp_path).returncode == 0
    path = tmp_path / "uit" / "resultaat.json"
    raw = json.loads(path.read_text("utf-8"))
    first = next(b for f in raw["bevindingen"] for b in f["bewijs"])
    first["citaat"] = "Wij voldoen aan alles."
    path.write_text(json.dumps(raw, ensure_ascii=False), encoding="utf-8")
    done = run("rapport", path, "--formaat", "docx", cwd=tmp_path)
    assert done.returncode == 2
    assert "niet teruggevonden" in done.stderr
    assert not (tmp_path / "uit" / "gaprapport.docx").exists()


def test_reports_can_be_written_again(klein: Path, tmp_path: Path) -> None:
    """checker rapport gives the same bytes as checker toets."""
    assert run("toets", klein, "--kader", "meldcode", "--uit", "uit", cwd=tmp_path).returncode == 0
    assert run("rapport", "uit/resultaat.json", "--uit", "weer", "--dossier", klein, cwd=tmp_path).returncode == 0
    for name in FORMATS:
        assert (tmp_path / "uit" / name).read_bytes() == (tmp_path / "weer" / name).read_bytes(), name


def test_faal_onder_gives_status_one(klein: Path, tmp_path: Path) -> None:
    """The exit status tells a script that the share asked for was not reached."""
    assert run("toets", klein, "--kader", "meldcode", "--faal-onder", "100", "--formaat", "json", cwd=tmp_path).returncode == 1


def bad_cases(folder: Path) -> dict[str, tuple[list[object], str]]:
    """Name of a fault -> arguments and words that the message must hold."""
    (folder / "leeg").mkdir()
    (folder / "kapot").mkdir()
    (folder / "kapot" / "plan.docx").write_bytes(b"PK\x03\x04 dit is geen docx")
    for name, text in (("profiel", "wet: [jeugdwetje]\n"), ("yaml", "naam: [\n"), ("kader", "")):
        (folder / name).mkdir()
        (folder / name / "tekst.txt").write_text("Wij evalueren elke zes weken met het gezin.", encoding="utf-8")
        if text:
            (folder / name / "praktijk.yaml").write_text(text, encoding="utf-8")
    (folder / "kader" / "kaders").mkdir()
    (folder / "kader" / "kaders" / "eigen.yaml").write_text("id: eigen\ntitel: Eigen kader\n", encoding="utf-8")
    (folder / "bestand.txt").write_text("x", encoding="utf-8")
    return {
        "map bestaat niet": (["nergens"], "bestaat niet"),
        "is een bestand": (["bestand.txt"], "is een bestand en geen map"),
        "lege map": (["leeg"], "de map is leeg"),
        "niets leesbaar": (["kapot"], "plan.docx"),
        "kapot profiel": (["profiel"], "kies uit jeugdwet"),
        "kapotte yaml": (["yaml"], "praktijk.yaml"),
        "kapot eigen kader": (["kader"], "eigen.yaml"),
        "geen datum": (["kader", "--peildatum", "31 februari"], "is geen datum"),
    }


@pytest.mark.parametrize("name", [
    "map bestaat niet", "is een bestand", "lege map", "niets leesbaar", "kapot profiel", "kapotte yaml", "kapot eigen kader", "geen datum",
])
def test_bad_input_gives_one_dutch_sentence(name: str, tmp_path: Path) -> None:
    """Exit status 2, the cause in the message, no traceback, nothing written."""
    arguments, words = bad_cases(tmp_path)[name]
    before = sorted(p.name for p in tmp_path.iterdir())
    done = run("toets", *arguments, cwd=tmp_path)
    assert done.returncode == 2, done.stdout
    assert words in done.stderr
    assert ".." not in done.stderr
    assert "Traceback" not in done.stderr
    left = [n for n in sorted(p.name for p in tmp_path.iterdir()) if n not in before]
    assert left == [] or all(not any((tmp_path / n).iterdir()) for n in left)


def test_unknown_kader_names_the_known_ones(klein: Path, tmp_path: Path) -> None:
    """The message helps to choose."""
    done = run("toets", klein, "--kader", "bestaatniet", cwd=tmp_path)
    assert done.returncode == 2
    assert "jij_kader" in done.stderr


def test_output_folder_that_cannot_be_made(klein: Path, tmp_path: Path) -> None:
    """A file in the way of the output folder is named."""
    (tmp_path / "weg").write_text("x", encoding="utf-8")
    done = run("toets", klein, "--uit", tmp_path / "weg" / "onder", cwd=tmp_path)
    assert done.returncode == 2
    assert "Kies een andere map met --uit" in done.stderr


def test_full_disk_leaves_the_earlier_report(klein: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk is full while writing, the earlier reports are untouched and the message says so."""
    import errno

    from click.testing import CliRunner

    from checker.cli import group
    from checker.errors import CheckerError
    from checker.rapporten import excel

    uit = tmp_path / "uit"
    arguments = ["toets", str(klein), "--kader", "meldcode", "--uit", str(uit)]
    assert CliRunner().invoke(group, arguments).exit_code == 0
    before = {name: (uit / name).read_bytes() for name in FORMATS}

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(excel, "write", full)
    failed = CliRunner().invoke(group, arguments)
    assert isinstance(failed.exception, CheckerError)
    assert {name: (uit / name).read_bytes() for name in FORMATS} == before
    assert sorted(p.name for p in uit.iterdir()) == sorted((*FORMATS, "verloop.jsonl"))
