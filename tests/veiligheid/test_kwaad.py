"""A dossier full of hostile files: each gets its state and message, the good documents their same findings."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

import checker.dossier
from checker.cli import group
from tests.veiligheid.kwaad import kwaad

LIMITS = ("--limiet", "seconden=4", "--limiet", "pdf_paginas=300", "--limiet", "ocr_paginas=0")
GONE, CLOSED = "verdwenen.docx", "dicht.docx"


def toets(dossier: Path, uit: Path, *more: str) -> dict[str, object]:
    """Run checker toets; the resultaat."""
    arguments = ["toets", str(dossier), "--kader", "meldcode", "--peildatum", "2026-11-22", "--formaat", "json", "--geen-cache", "--uit", str(uit)]
    done = CliRunner().invoke(group, [*arguments, *LIMITS, *more], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return json.loads((uit / "resultaat.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def uitkomst(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict, dict, dict]:
    """The resultaat of the good documents alone and with the hostile ones, and what was expected."""
    folder = tmp_path_factory.mktemp("kwaad")
    klein = Path(__file__).resolve().parents[2] / "fixtures" / "klein"
    shutil.copytree(klein, folder / "goed")
    shutil.copytree(klein, folder / "vol")
    bad = kwaad()
    for name, (data, _toestand, _woord) in bad.items():
        (folder / "vol" / name).write_bytes(data)
    for name in (GONE, CLOSED):
        (folder / "vol" / name).write_bytes(bad["eigenlijk-pdf.docx"][0] + name.encode())
    digest = checker.dossier._digest

    def hostile_digest(path: Path) -> str:
        if path.name == CLOSED:
            raise PermissionError(13, "Permission denied")
        found = digest(path)
        if path.name == GONE:
            path.unlink()
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checker.dossier, "_digest", hostile_digest)
        full = toets(folder / "vol", folder / "uit-vol")
    return toets(folder / "goed", folder / "uit-goed"), full, {name: (toestand, woord) for name, (_data, toestand, woord) in bad.items()}


def test_every_file_has_its_state_and_message(uitkomst):
    _good, full, expected = uitkomst
    found = {d["pad"]: (d["toestand"], d["melding"]) for d in full["dossier"]["documenten"]}
    expected = {**expected, "bom.zip/nullen0.txt": ("te_groot", "Splits"), GONE: ("fout", "verdwenen"), CLOSED: ("fout", "leesrechten")}
    wrong = {name: found[name] for name, (toestand, woord) in expected.items() if found[name][0] != toestand or woord not in found[name][1]}
    assert wrong == {}


def test_archives_are_read_one_deep_and_lead_nowhere(uitkomst):
    _good, full, _expected = uitkomst
    found = {d["pad"]: d for d in full["dossier"]["documenten"]}
    assert found["nest.zip/dieper.zip"]["toestand"] == "overgeslagen"
    assert "in een ander ingepakt bestand" in found["nest.zip/dieper.zip"]["melding"]
    inside = sorted(pad for pad in found if pad.startswith("slinks.zip/"))
    assert len(inside) == 3
    assert all("/" not in pad.removeprefix("slinks.zip/") for pad in inside)
    assert "root:" not in json.dumps(full)


def test_the_findings_of_the_others_are_the_same_bytes(uitkomst):
    good, full, _expected = uitkomst
    assert json.dumps(full["bevindingen"]) == json.dumps(good["bevindingen"])
    own = [d["pad"] for d in good["dossier"]["documenten"]]
    for key in ("documenten",):
        assert [d for d in full["dossier"][key] if d["pad"] in own] == good["dossier"][key]
    assert [s for s in full["signalen"] if s["document"] in own] == [s for s in good["signalen"] if s["document"] in own]
