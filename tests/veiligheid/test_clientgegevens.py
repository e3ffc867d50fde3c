"""Data of clients planted in documents appear in no report, on no screen, in no cache and in no temporary file."""

from __future__ import annotations

import gzip
import io
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.dossier.bouwsels import alinea, cel, docx, pdf, regels, tabel, xlsx

# Test numbers that pass the eleven-proof; names of nobody.
GEPLANT = (
    "111222333", "111.222.333", "123456782", "99999 0019", "12-03-2012", "12 maart 2012", "2012-03-12", "Sara Bakkeren", "Bakkeren", "Omar el Fassi",
    "Fassi", "06-12345678", "s.bakkeren@voorbeeld.nl", "Zonnebloemstraat 12", "3841 ZZ", "NL91ABNA0417164300",
)  # fmt: skip
ZIN = (
    "Bij signalen van huiselijk geweld in het gezin van cliënt Sara Bakkeren, geb. 12-03-2012, BSN 111222333, volgden wij op 3 februari 2026 "
    "alle stappen van de meldcode en legden wij de afweging vast."
)
CONTACT = (
    "De moeder van Sara Bakkeren is te bellen op 06-12345678 of te mailen op s.bakkeren@voorbeeld.nl; de cliënt woont op "
    "Zonnebloemstraat 12, 3841 ZZ Ermelo, rekening NL91ABNA0417164300."
)


FORMATS = tuple(word for formaat in ("docx", "html", "xlsx", "ics", "pakket") for word in ("--formaat", formaat))


def planted() -> dict[str, bytes]:
    """Documents in several formats with the same data."""
    row = tabel(cel("Naam cliënt") + cel("Geboortedatum") + cel("BSN") + cel("Afspraak"),
                cel("Omar el Fassi") + cel("12-03-2012") + cel("123456782") + cel("Stap 2: overleg met Veilig Thuis is gevoerd."))  # fmt: skip
    mail = f"From: a@praktijk.nl\nTo: b@praktijk.nl\nSubject: overleg meldcode\nDate: Tue, 3 Feb 2026 10:00:00 +0100\nContent-Type: text/plain; charset=utf-8\n\n{ZIN}\n\n{CONTACT}\n"
    return {
        "brief.docx": docx(alinea("Brief over Sara Bakkeren, geb. 12-03-2012", "Kop1") + alinea(ZIN) + alinea(CONTACT) + row),
        "lijst.xlsx": xlsx({"Cliënten": [["Naam cliënt", "Geboortedatum", "BSN", "Actie"], ["Omar el Fassi", "12 maart 2012", "111.222.333", "Meldcode gevolgd, Veilig Thuis gebeld."]]}),
        "plan.pdf": pdf(regels("Plan van de cliënt", "Cliënt: Sara Bakkeren", "BSN 99999 0019, geboren op 2012-03-12.", "Wij melden bij Veilig Thuis volgens de meldcode.")),
        "mail.eml": mail.encode(),
        "notitie.txt": f"{ZIN}\n\n{CONTACT}\n".encode(),
    }  # fmt: skip


def texts(path: Path) -> Iterator[str]:
    """All text of a file: as it is, unzipped, and out of a compressed cache entry."""
    yield from _unpacked(path.name, path.read_bytes())


def _unpacked(name: str, data: bytes) -> Iterator[str]:
    if data[:2] == b"\x1f\x8b":
        data = gzip.decompress(data)
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for part in package.namelist():
                yield from _unpacked(f"{name}/{part}", package.read(part))
        return
    yield data.decode("utf-8", "replace")


def leaks(folder: Path, wanted: tuple[str, ...]) -> list[tuple[str, str]]:
    """Files under a folder with a planted text in them."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [(path.name, secret) for path in files for text in texts(path) for secret in wanted if secret in text]


def run(*arguments: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run with a cache and a temporary folder that can be looked into."""
    for name in ("cache", "tijdelijk"):
        (cwd / name).mkdir(exist_ok=True)
    env = {**os.environ, "XDG_CACHE_HOME": str(cwd / "cache"), "LOCALAPPDATA": str(cwd / "cache"), "TMPDIR": str(cwd / "tijdelijk")}
    command = [sys.executable, "-m", "checker", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, env=env)


@pytest.fixture(scope="module")
def gedraaid(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """A run over the labelled fixture with the planted documents beside it."""
    folder = tmp_path_factory.mktemp("client")
    linde = Path(__file__).resolve().parents[2] / "fixtures" / "praktijk-de-linde"
    shutil.copytree(linde, folder / "dossier")
    for name, data in planted().items():
        (folder / "dossier" / name).write_bytes(data)
    done = run("toets", "dossier", "--kader", "meldcode", "--kader", "jij_kader", "--peildatum", "2026-11-22", "--limiet", "ocr_paginas=0", *FORMATS, "--uit", "uit", cwd=folder)
    assert done.returncode == 0, done.stderr
    tender = run("rapport", "uit/resultaat.json", "--soort", "aanbesteding", "--formaat", "docx", cwd=folder)
    assert tender.returncode == 0, tender.stderr
    return folder, done


def test_the_planted_documents_were_read_and_quoted(gedraaid):
    """Without this the other tests prove nothing."""
    folder, _done = gedraaid
    text = (folder / "uit" / "resultaat.json").read_text("utf-8")
    assert text.count("[BSN]") >= 4
    assert all(f'"document": "{name}"' in text for name in planted())
    for kind in ("[naam]", "[geboortedatum]", "[telefoonnummer]", "[e-mailadres]", "[adres]"):
        assert kind in text, kind


def test_no_report_shows_them(gedraaid):
    folder, _done = gedraaid
    assert leaks(folder / "uit", GEPLANT) == []
    assert leaks(folder / "uit", ("Daan Verhulst", "21-08-2014")) == []


def test_no_screen_shows_them(gedraaid):
    folder, done = gedraaid
    others = [
        run("toets", "dossier", "--alleen-signalen", "--limiet", "ocr_paginas=0", cwd=folder), run("zoek", "dossier", "meldcode cliënt", "--limiet", "ocr_paginas=0", cwd=folder),
        run("uitleg", "uit/resultaat.json", "MC-01", cwd=folder),
    ]  # fmt: skip
    assert all(other.stdout for other in others[:2])
    shown = "".join(text for process in (done, *others) for text in (process.stdout, process.stderr))
    assert [secret for secret in GEPLANT if secret in shown] == []


def test_the_cache_keeps_none_of_their_documents_and_wis_empties_it(gedraaid):
    folder, _done = gedraaid
    assert leaks(folder / "cache", GEPLANT) == []
    assert leaks(folder / "cache", ("Daan Verhulst", "21-08-2014")) == []
    entries = list((folder / "cache").rglob("*.json.gz"))
    assert len(entries) > 5  # the other documents are kept
    assert run("wis", cwd=folder).returncode == 0
    assert [path for path in (folder / "cache").rglob("*") if path.is_file()] == []


def test_nothing_is_left_in_the_temporary_folder(gedraaid):
    folder, _done = gedraaid
    assert [path.name for path in (folder / "tijdelijk").rglob("*")] == []


@pytest.mark.skipif(os.name != "posix", reason="rechten van POSIX")
def test_reports_are_for_the_owner_alone(gedraaid):
    folder, _done = gedraaid
    modes = {path.name: path.stat().st_mode & 0o777 for path in (folder / "uit").iterdir()}
    assert set(modes) >= {"gapanalyse.xlsx", "gaprapport.docx", "rapport.html", "resultaat.json", "bewijspakket.zip"}
    assert set(modes.values()) == {0o600}


def test_masked_quotes_are_found_back_in_the_dossier(gedraaid):
    folder, _done = gedraaid
    done = run("rapport", "uit/resultaat.json", "--dossier", "dossier", "--limiet", "ocr_paginas=0", "--uit", "weer", cwd=folder)
    assert done.returncode == 0, done.stderr


def test_showing_them_needs_a_typed_word(klein, tmp_path):
    (tmp_path / "dossier").mkdir()
    (tmp_path / "dossier" / "notitie.txt").write_bytes(planted()["notitie.txt"])
    done = run("toets", "dossier", "--toon-persoonsgegevens", cwd=tmp_path)
    assert done.returncode == 2
    assert not (tmp_path / "dossier-rapport").exists()
