"""Names and texts of a hostile dossier: no formula, markup or control sign reaches a report or the screen."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from checker.rapporten.opmaak import veilig

pytestmark = pytest.mark.skipif(os.name != "posix", reason="zulke namen bestaan elders niet")
AANVAL = '=HYPERLINK("http://kwaad.example";"klik") <script>alert(1)</script> ]]> {{ 7*7 }} \x1b[2J\x07 \u202egnp.exe \x00\ufffe'
NAMEN = (
    b"=cmd_calc.txt", b"<script>alert(1)<_script>.txt", b"\x1b[2Jwis.txt", b"regel\nregel.txt", "\u202etxt.exe.txt".encode(), b"kapot\xff\xfe.txt",
    b"{{ 7*7 }}.txt", b"'\"&.txt", b"-rf.txt", b"a" * 240 + b".txt", "leeg\u200b\u2066.docx".encode(), b"con.txt",
)  # fmt: skip


@pytest.fixture(scope="module")
def gedraaid(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[bytes]]:
    """A run over files with hostile names and texts that are quoted as evidence."""
    folder = tmp_path_factory.mktemp("namen")
    (folder / "dossier").mkdir()
    text = f"Bij signalen van huiselijk geweld volgen wij de vijf stappen van de meldcode. {AANVAL} Wij melden bij Veilig Thuis.".replace("\0", "")
    for name in NAMEN:
        Path(os.fsdecode(os.fsencode(folder / "dossier") + b"/" + name)).write_bytes(b"" if name.endswith(b"docx") else text.encode("utf-8", "replace"))
    done = subprocess.run(
        [sys.executable, "-m", "checker", "toets", "dossier", "--kader", "meldcode", "--geen-cache", "--uit", "uit"], cwd=folder, capture_output=True, check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder / "uit", done


def test_every_file_is_named(gedraaid):
    uit, _done = gedraaid
    documents = json.loads((uit / "resultaat.json").read_text("utf-8"))["dossier"]["documenten"]
    assert len(documents) == len(NAMEN)
    assert sum(document["toestand"] == "gelezen" for document in documents) == len(NAMEN) - 1


def test_the_screen_gets_no_control_signs(gedraaid):
    _uit, done = gedraaid
    shown = (done.stdout + done.stderr).decode("utf-8")
    assert "\x1b[2J" not in shown
    assert "\u202e" not in shown
    assert "[U+2066]" in shown


def test_html_has_no_markup_of_a_document(gedraaid):
    uit, _done = gedraaid
    page = (uit / "rapport.html").read_text("utf-8")
    assert "<script>alert" not in page
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert ">49<" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("name", ["gaprapport.docx", "gapanalyse.xlsx"])
def test_office_files_are_valid_xml_without_formulas_of_a_document(gedraaid, name):
    uit, _done = gedraaid
    with zipfile.ZipFile(uit / name) as package:
        for part in package.namelist():
            if not part.endswith((".xml", ".rels")):
                continue
            data = package.read(part)
            root = etree.parse(io.BytesIO(data)).getroot()
            assert "\u202e".encode() not in data
            formulas = [element.text or "" for element in root.iter("{*}f", "{*}instrText")]
            assert not any("kwaad" in formula or "cmd" in formula for formula in formulas), part
            targets = [element.get("Target", "") for element in root.iter("{*}Relationship")]
            assert not any("kwaad.example" in target for target in targets), part


def test_safe_text_is_safe():
    assert veilig(AANVAL).isprintable()
