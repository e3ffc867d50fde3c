"""Help and usage errors are Dutch."""

from __future__ import annotations

import subprocess
import sys

import pytest


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
