"""checker nieuw asks in Dutch, and writes what was answered and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from checker.cli import group
from checker.commands import nieuw
from checker.kaders.kenmerken import KENMERKEN
from checker.profiel import read_profiel
from checker.registers.soort import soorten


def ask(folder: Path, *answers: str) -> Result:
    """A run with these answers; Enter for every further question."""
    return CliRunner().invoke(group, ["nieuw", str(folder)], input="\n".join([*answers, *[""] * 40]))


@pytest.mark.parametrize(("answer", "wet"), [("j", ["jeugdwet"]), ("Ja", ["jeugdwet"]), ("JA.", ["jeugdwet"]), ("n", []), ("Nee", []), ("", [])])
def test_dutch_answers_in_any_case(answer: str, wet: list[str], tmp_path: Path) -> None:
    """J, ja, n and nee are understood; Enter is no answer."""
    done = ask(tmp_path / "d", "Praktijk", answer)
    assert done.exit_code == 0, done.output
    assert wet == list(read_profiel(tmp_path / "d").wet)


def test_a_wrong_answer_is_asked_again_in_dutch(tmp_path: Path) -> None:
    """No English word of the library, and the question comes back with what may be typed."""
    done = ask(tmp_path / "d", "Praktijk", "misschien", "j", "", "", "", "jeugdhulp4", "jeugdhulp-4", "een paar", "3")
    assert "Antwoord met j (ja) of n (nee)" in done.output
    assert "bedoelt u jeugdhulp-4?" in done.output
    assert "'een paar' is geen heel getal" in done.output
    assert "Error" not in done.output
    assert "[y/N]" not in done.output.replace("[Y/n]", "[y/N]")
    profiel = read_profiel(tmp_path / "d")
    assert (("jeugdhulp-4",), 3) == (profiel.segmenten, profiel.medewerkers)


def test_what_was_not_answered_is_not_written(tmp_path: Path) -> None:
    """Unknown is not "no": the cover of a report to hand in would say "Geldt niet" of what nobody said."""
    done = ask(tmp_path / "d", "Praktijk", "j", "", "", "", "", "", "n")
    assert done.exit_code == 0, done.output
    profiel = read_profiel(tmp_path / "d")
    assert {"verblijf": False} == dict(profiel.kenmerken)
    assert profiel.medewerkers is None
    assert profiel.bekend


def test_no_shelter_answers_the_questions_about_shelter(tmp_path: Path) -> None:
    """One no for four kenmerken; that there are other clients than in short stay is never stated for an ambulant practice."""
    before = 7 + sum(len(questions) for _, questions in nieuw._VRAGEN)
    ask(tmp_path / "d", "Praktijk", *[""] * (before - 1), "nee")
    assert dict.fromkeys(("nachtopvang_crisisopvang", "gezinnen_crisisopvang", "jongeren_opvang", "kortdurend_nachtopvang"), False) == dict(read_profiel(tmp_path / "d").kenmerken)


def test_without_questions_nothing_is_stated(tmp_path: Path) -> None:
    """--ja gives a file to fill in: every kenmerk stands there as a remark, and the file can be read."""
    assert CliRunner().invoke(group, ["nieuw", str(tmp_path / "d"), "--ja"]).exit_code == 0
    text = (tmp_path / "d" / "praktijk.yaml").read_text("utf-8")
    assert {"naam": "d", "land": "nl", "kenmerken": None} == yaml.safe_load(text)
    assert [naam for naam in KENMERKEN if f"  # {naam}: false" not in text] == []
    assert dict(read_profiel(tmp_path / "d").kenmerken) == {}


@pytest.mark.parametrize("name", ["praktijk.yaml", "praktijk.yml"])
def test_what_was_filled_in_is_never_put_aside(name: str, tmp_path: Path) -> None:
    """A second profile would go before the first, under either name."""
    (tmp_path / name).write_text("naam: Praktijk\nkenmerken: {verblijf: false}\n", encoding="utf-8")
    done = CliRunner().invoke(group, ["nieuw", str(tmp_path), "--ja"])
    assert f"Er is al een {name}" in str(done.exception)
    assert [name] == [path.name for path in tmp_path.iterdir()]


def test_empty_registers_come_beside_the_profile(tmp_path: Path) -> None:
    """One of every kind, and one that was filled in stays."""
    own = tmp_path / "d" / "registers" / "klachten.xlsx"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"ingevuld")
    done = CliRunner().invoke(group, ["nieuw", str(tmp_path / "d"), "--ja", "--registers"])
    assert done.exit_code == 0, done.output
    assert {f"{soort.naam}.xlsx" for soort in soorten()} == {path.name for path in own.parent.iterdir()}
    assert own.read_bytes() == b"ingevuld"


def test_every_kenmerk_is_asked() -> None:
    """No kenmerk is left that only somebody who edits the file can state."""
    asked = {key for _, questions in nieuw._VRAGEN for key, _ in questions} | {key for key, _ in nieuw._OPVANG} | {nieuw._ANDERE_CLIENTEN[0]}
    assert set(KENMERKEN) == asked
