"""Looking back from the command line: what stands in the folder, what is chosen, and what cannot be used."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

if TYPE_CHECKING:
    from pathlib import Path

REPORTS = ("gaprapport.docx", "gapanalyse.xlsx", "rapport.html", "resultaat.json")
KOP = "Sinds de vorige keer"


def run(*arguments: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "checker", *map(str, arguments)], cwd=cwd, capture_output=True, text=True, check=False, env=dict(os.environ))


def toets(dossier: Path, cwd: Path, dag: str, *meer: object) -> subprocess.CompletedProcess[str]:
    done = run("toets", dossier, "--kader", "meldcode", "--uit", "uit", "--peildatum", dag, *meer, cwd=cwd)
    assert done.returncode == 0, done.stderr
    return done


def tekst(pad: Path) -> str:
    with ZipFile(pad / "gaprapport.docx") as archief:
        return archief.read("word/document.xml").decode()


def inhoud(map_: Path) -> dict[str, bytes]:
    return {pad.name: pad.read_bytes() for pad in sorted(map_.iterdir())}


@pytest.fixture
def dossier(klein: Path, tmp_path: Path) -> Path:
    return shutil.copytree(klein, tmp_path / "dossier")


def verander(dossier: Path) -> None:
    code = dossier / "meldcode.md"
    code.write_text(code.read_text("utf-8").replace("Ik bel dezelfde dag", "Ik bel de volgende dag"), "utf-8")


def test_second_run_tells_what_changed_and_everything_can_be_written_again(dossier: Path, tmp_path: Path) -> None:
    """The first run has nothing to look back at; the same run again gives the same bytes, and so does checker rapport."""
    uit = tmp_path / "uit"
    toets(dossier, tmp_path, "2026-10-01")
    eerste = inhoud(uit)
    assert KOP not in tekst(uit)
    toets(dossier, tmp_path, "2026-10-01")
    assert inhoud(uit) == eerste
    verander(dossier)
    toets(dossier, tmp_path, "2026-11-01")
    tweede = inhoud(uit)
    assert KOP in tekst(uit)
    assert "Ik bel dezelfde dag" in tekst(uit).split(KOP, 2)[2].split("Leeswijzer")[0]
    assert tweede["vorig-resultaat.json"] == eerste["resultaat.json"]
    assert len((uit / "verloop.jsonl").read_text("ascii").splitlines()) == 2
    toets(dossier, tmp_path, "2026-11-01")
    assert inhoud(uit) == tweede
    for name in REPORTS[:3]:
        (uit / name).unlink()
    assert run("rapport", uit / "resultaat.json", cwd=tmp_path).returncode == 0
    assert inhoud(uit) == tweede


def test_a_verdict_taken_in_between_does_not_make_another_run(dossier: Path, tmp_path: Path) -> None:
    """After checker beoordeel the chapter still looks back at the earlier run, and the next toets of the same day too."""
    toets(dossier, tmp_path, "2026-10-01")
    verander(dossier)
    toets(dossier, tmp_path, "2026-11-01")
    norm = json.loads((tmp_path / "uit/resultaat.json").read_text("utf-8"))["bevindingen"][0]
    regel = {"norm_id": norm["norm_id"], "oordeel": norm["oordeel"], "reden": "Gezien", "ingelezen_op": "2026-11-02"}
    (tmp_path / "uit/beoordelingen.jsonl").write_text(json.dumps(regel) + "\n", encoding="utf-8")
    toets(dossier, tmp_path, "2026-11-01")
    assert json.loads((tmp_path / "uit/vorig-resultaat.json").read_text("utf-8"))["peildatum"] == "2026-10-01"
    assert "Oordelen van mensen" in tekst(tmp_path / "uit")


def test_chosen_run_is_compared_with_and_brings_its_course(dossier: Path, tmp_path: Path) -> None:
    toets(dossier, tmp_path, "2026-10-01")
    shutil.move(tmp_path / "uit", tmp_path / "eerder")
    verander(dossier)
    toets(dossier, tmp_path, "2026-11-01", "--vorige", "eerder")
    assert "1 oktober 2026" in tekst(tmp_path / "uit").split(KOP, 2)[2]
    assert "Verloop van Meldcode" in tekst(tmp_path / "uit")
    assert [json.loads(regel)["peildatum"] for regel in (tmp_path / "uit/verloop.jsonl").read_text("ascii").splitlines()] == ["2026-10-01", "2026-11-01"]
    verschil = run("verschil", "eerder", "uit", "--xlsx", "v.xlsx", cwd=tmp_path)
    assert "Verloop" in verschil.stdout
    assert "1 oktober 2026  " in verschil.stdout


def test_what_cannot_be_compared_with_is_named_and_the_run_goes_on(dossier: Path, linde: Path, tmp_path: Path) -> None:
    """A broken file, another dossier, a quick check without kaders: no chapter, no failure."""
    uit = tmp_path / "uit"
    toets(dossier, tmp_path, "2026-10-01")
    (uit / "resultaat.json").write_text('{"schema": 1', encoding="utf-8")
    done = toets(dossier, tmp_path, "2026-11-01")
    assert "vergelijkt niet met de vorige keer" in done.stderr
    assert "geen geldige JSON" in done.stderr
    assert "Vergeleken met" not in tekst(uit)
    (dossier / "praktijk.yaml").write_text("naam: Een andere praktijk\n", encoding="utf-8")
    done = toets(dossier, tmp_path, "2026-12-01")
    assert "is van een ander dossier" in done.stderr
    assert KOP not in tekst(uit)
    assert run("toets", dossier, "--alleen-signalen", "--uit", "uit", cwd=tmp_path).returncode == 0
    assert KOP not in tekst(uit)
    toets(dossier, tmp_path, "2026-12-02")


def test_chosen_run_that_cannot_be_read_stops_before_the_work(dossier: Path, tmp_path: Path) -> None:
    done = run("toets", dossier, "--kader", "meldcode", "--uit", "uit", "--vorige", "nergens.json", cwd=tmp_path)
    assert done.returncode == 2
    assert "nergens.json is niet te lezen: het bestand bestaat niet" in done.stderr
    assert not (tmp_path / "uit/resultaat.json").exists()


def test_changed_quote_of_the_earlier_run_is_not_printed(dossier: Path, tmp_path: Path) -> None:
    toets(dossier, tmp_path, "2026-10-01")
    pad = tmp_path / "uit/resultaat.json"
    data = json.loads(pad.read_text("utf-8"))
    next(b for f in data["bevindingen"] for b in f["bewijs"])["citaat"] = "Wij voldoen aan alles."
    pad.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    done = toets(dossier, tmp_path, "2026-11-01")
    assert "vergelijkt niet met de vorige keer" in done.stderr
    assert "Wij voldoen aan alles." not in tekst(tmp_path / "uit")


def test_data_of_clients_in_the_earlier_run_are_masked(dossier: Path, tmp_path: Path) -> None:
    """Once written with --toon-persoonsgegevens, never again without."""
    code = dossier / "meldcode.md"
    code.write_text(code.read_text("utf-8").replace("Ik bel dezelfde dag", "Voor cliënt met BSN 111222333 bel ik dezelfde dag"), "utf-8")
    open_run = subprocess.run(
        [sys.executable, "-m", "checker", "toets", str(dossier), "--kader", "meldcode", "--uit", "uit", "--peildatum", "2026-10-01", "--toon-persoonsgegevens"],
        cwd=tmp_path, input="TONEN\n", capture_output=True, text=True, check=True,
    )
    assert "111222333" in (tmp_path / "uit/resultaat.json").read_text("utf-8"), open_run.stdout
    verander(dossier)
    code.write_text(code.read_text("utf-8").replace("Voor cliënt met BSN 111222333 bel ik dezelfde dag", "Ik bel"), "utf-8")
    toets(dossier, tmp_path, "2026-11-01")
    for pad in (tmp_path / "uit").iterdir():
        data = pad.read_bytes()
        if pad.suffix in (".docx", ".xlsx"):
            with ZipFile(pad) as archief:
                data = b"".join(archief.read(naam) for naam in archief.namelist())
        assert b"111222333" not in data, pad.name
    assert KOP in tekst(tmp_path / "uit")


def test_own_files_in_a_dossier_are_no_documents(dossier: Path, tmp_path: Path) -> None:
    """A folder with reports that was put among the documents is named as such, the new files too."""
    toets(dossier, tmp_path, "2026-10-01")
    verander(dossier)
    toets(dossier, tmp_path, "2026-11-01")
    shutil.copytree(tmp_path / "uit", dossier / "oud rapport")
    toets(dossier, tmp_path, "2026-11-02")
    documenten = json.loads((tmp_path / "uit/resultaat.json").read_text("utf-8"))["dossier"]["documenten"]
    eigen = {d["pad"].rsplit("/", 1)[1]: d["toestand"] for d in documenten if d["pad"].startswith("oud rapport/")}
    assert eigen == {**dict.fromkeys(REPORTS, "overgeslagen"), "vorig-resultaat.json": "overgeslagen", "verloop.jsonl": "overgeslagen"}
