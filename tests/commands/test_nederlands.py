"""Help and usage errors are Dutch."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from checker.catalogi import installed_catalogus
from checker.cli import group
from checker.commands.keuzes import parse_peildatum
from checker.commands.nederlands import cause, translate


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The installed command."""
    return subprocess.run([sys.executable, "-m", "checker", *arguments], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("arguments", "message"), [
    (("toets",), "Er ontbreekt iets: DOSSIER. Met 'checker toets --help' ziet u wat kan."),
    (("toest",), "De opdracht toest bestaat niet."),
    (("toets", "x", "--formaat", "pdf"), "'pdf' is geen formaat. Kies uit: docx, html, json, xlsx, ics, pakket."),
    (("toets", "x", "--faal-onder", "300"), "geef een heel getal van 0 tot en met 100."),
    (("toets", "x", "--kadr", "y"), "De keuze --kadr bestaat niet."),
    (("uitleg", "nergens.json", "JIJ-1.1"), "nergens.json"),
    (("kader", "controleer", "nee.yaml"), "Het kaderbestand nee.yaml bestaat niet. Geef het bestand met het kader"),
    (("toets", "docs", "--peildatum", "31-13-2026"), "Schrijf jaar-maand-dag (2026-03-01) of dag-maand-jaar (1-3-2026)."),
    (("kaders", "bestaatniet"), "Het kader 'bestaatniet' bestaat niet. Kies uit:"),
])
def test_wrong_use_gives_status_two_and_one_dutch_sentence(arguments: tuple[str, ...], message: str) -> None:
    """What is wrong and what to do; no traceback."""
    done = run(*arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [(), ("toets",), ("kaders",), ("nieuw",), ("uitleg",), ("zoek",), ("rapport",), ("kader",), ("wis",)])
def test_help_is_dutch(arguments: tuple[str, ...]) -> None:
    """No English headings in any help text."""
    text = run(*arguments, "--help").stdout
    assert text.startswith("Gebruik: ")
    for english in ("Usage", "Options", "Commands", "Show this message", "PATH", "INTEGER"):
        assert english not in text


@pytest.mark.parametrize("arguments", [(), ("kader",)])
def test_a_command_with_nothing_behind_it_shows_its_help_and_no_fault(arguments: tuple[str, ...]) -> None:
    """Help is the answer; the status still says that nothing was done."""
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout.startswith("Gebruik: ")
    assert "Fout" not in done.stderr


@pytest.mark.parametrize(("text", "expected"), [("2026-12-31", "2026-12-31"), ("31-12-2026", "2026-12-31"), ("1/3/2026", "2026-03-01")])
def test_a_peildatum_may_be_written_as_in_excel(text: str, expected: str) -> None:
    """The desk asks for day-month-year, so the command reads it too."""
    assert expected == parse_peildatum(text)


@pytest.mark.parametrize(("error", "dutch"), [
    (PermissionError(errno.EACCES, "Permission denied"), "dat mag niet: u hebt er geen rechten voor"),
    (FileNotFoundError(errno.ENOENT, "No such file or directory"), "het bestaat niet"),
])
def test_the_system_speaks_dutch(error: OSError, dutch: str) -> None:
    """What the system says in English is said in Dutch."""
    assert dutch == cause(error)


@pytest.mark.parametrize(("message", "dutch"), [
    ("Path '/tmp/geenrecht' is not readable.", "/tmp/geenrecht mag niet gelezen worden."),
    ("Directory 'x' does not exist.", "x bestaat niet."),
])
def test_what_click_says_of_a_path_is_dutch(message: str, dutch: str) -> None:
    """The only English that click itself puts in a value."""
    assert dutch in translate(click.BadParameter(message, param_hint="DOSSIER"))


def test_uitleg_takes_the_folder_and_speaks_plainly(klein: Path, tmp_path: Path) -> None:
    """As verschil does; the code of the kader only when it is asked for, and no raw values."""
    invoke = CliRunner().invoke
    assert invoke(group, ["toets", str(klein), "--kader", "meldcode", "--formaat", "json", "--uit", str(tmp_path)]).exit_code == 0
    norm_id = installed_catalogus()[0].kader("meldcode").normen[0].id
    shown = invoke(group, ["uitleg", str(tmp_path), norm_id])
    assert shown.exit_code == 0, shown.output
    assert "samen met" in shown.output
    assert [code for code in (" + @", "|", "=", "#", "te_beoordelen") if code in shown.output.split("som:")[0]] == []
    assert "Zo staat het in het kader" in invoke(group, ["uitleg", str(tmp_path), norm_id, "--expressies"]).output


@pytest.mark.parametrize(("arguments", "shown"), [
    (("--debug", "toets", "nergens"), True),
    (("toets", "nergens"), False),
    (("zoek", "nergens", "--", "--debug"), False),
])
def test_where_a_fault_arose_is_shown_only_on_request(arguments: tuple[str, ...], shown: bool) -> None:
    """The choice stands before the command; behind it the same word is an argument of that command."""
    done = run(*arguments)
    assert done.returncode == 2
    assert ("Traceback" in done.stderr) is shown
