"""The shared begrippen follow their schema, name each thing once and can be parsed."""

from __future__ import annotations

from importlib.resources import files

import pytest
import yaml
from jsonschema import Draft202012Validator

from checker.begrippen import DubbelBegripError, merge_begrippen, read_begrippen, shared_begrippen
from checker.begrippen.expressie import OnbekendBegripError, OngeldigeExpressieError, parse_expressie
from checker.kaders.schema import schema

FILES = sorted(f.name for f in files("checker.begrippen").iterdir() if f.name.endswith(".yaml"))


@pytest.mark.parametrize("name", FILES)
def test_file_follows_the_schema(name: str) -> None:
    """Every begrip has a title and terms."""
    raw = yaml.safe_load(files("checker.begrippen").joinpath(name).read_text("utf-8"))
    assert [e.message for e in Draft202012Validator(schema("begrippen")).iter_errors(raw)] == []


def test_every_term_has_words() -> None:
    """No term is empty after reading."""
    assert [b.naam for b in shared_begrippen().values() if not b.termen or not all(t.woorden for t in b.termen)] == []


def test_a_name_stands_for_one_begrip() -> None:
    """Two files with the same name are refused, both named."""
    one = read_begrippen({"plan": {"titel": "plan", "termen": ["plan"]}}, "een.yaml")
    two = read_begrippen({"plan": {"titel": "plan", "termen": ["plan"]}}, "twee.yaml")
    with pytest.raises(DubbelBegripError, match=r"een\.yaml.*twee\.yaml"):
        merge_begrippen([*one, *two])


def test_an_expressie_is_groepen_of_alternatives() -> None:
    """Plus joins, a bar offers alternatives, a begrip stands for its terms."""
    termen = {naam: b.termen for naam, b in shared_begrippen().items()}
    found = parse_expressie("@hulpplan|draaiboek + raad_van_toezicht + =ouder + #termijn", termen)
    assert [len(termen["hulpplan"]) + 1, 1, 1, 1] == [len(g.termen) for g in found.groepen]
    assert (found.groepen[1].termen[0].vast, found.groepen[1].termen[0].heel) == (True, False)
    assert found.groepen[2].termen[0].heel


@pytest.mark.parametrize(("text", "error"), [("@bestaatniet + plan", OnbekendBegripError), ("plan + ", OngeldigeExpressieError), ("plan | + x", OngeldigeExpressieError), ("#onzin", OngeldigeExpressieError)])
def test_a_faulty_expressie_is_refused(text: str, error: type[Exception]) -> None:
    """The message shows the expressie."""
    with pytest.raises(error, match=text.strip()[:4].replace("|", r"\|").replace("+", r"\+")):
        parse_expressie(text, {})
