"""Files that are opened outside a reading process: YAML, JSON and Excel of a stranger are refused, not followed."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.mutaties import mutate
from checker.beoordelingen.werkblad import WerkbladError, read_werkblad
from checker.dossier.werkmap import check_workbook
from checker.errors import CheckerError
from checker.kaders.laden import read_yaml
from checker.profiel import read_profiel
from checker.rapporten.resultaatbestand import read
from checker.vergelijking.commissie import WerkmapOnleesbaarError, read_inbreng
from checker.vergelijking.uitvraag import Uitvraag
from checker.vergelijking.werkmap import namen
from tests.dossier.bouwsels import pakket, uitgepakt, xlsx
from tests.veiligheid.kwaad import hoek_xlsx, validatie_xlsx, xlsx_met

FUZZ = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
LACHEN = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*{'a' if n == 0 else f'b{n - 1}'}, *{'a' if n == 0 else f'b{n - 1}'}]\n" for n in range(40))
DIEP = {"lijsten": "[" * 100_000, "groepen": "{a: " * 100_000, "punten": "- " * 50_000 + "x", "lachen": LACHEN, "zichzelf": "&a [*a, *a]" * 30}


@pytest.mark.parametrize("naam", sorted(DIEP))
def test_yaml_that_crashes_the_parser_or_never_ends(naam: str, tmp_path: Path) -> None:
    """In a process of its own: the parser in C would take the program down with it."""
    (tmp_path / "praktijk.yaml").write_text(DIEP[naam], encoding="utf-8")
    (tmp_path / "tekst.txt").write_text("Tekst.", encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "checker", "toets", str(tmp_path)], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert "praktijk.yaml" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("data", "goed"),
    [
        (xlsx({"a": [["x", "y"]]}), True),
        (validatie_xlsx(), True),
        (hoek_xlsx(), False),
        (xlsx_met(b"</sheetData>", b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'), False),
        (pakket({**uitgepakt(xlsx({"a": [["x"]]})), "xl/worksheets/sheet1.xml": b"<a>" + b" " * 70_000_000}), False),
        (b"geen werkmap", False),
    ],
)
def test_a_workbook_is_weighed_before_it_is_opened(data: bytes, goed: bool, tmp_path: Path) -> None:
    """A validation over all cells is nothing; a cell in the far corner is."""
    path = tmp_path / "eisen.xlsx"
    path.write_bytes(data)
    assert (check_workbook(path) is None) is goed


def test_a_workbook_that_came_back_is_weighed_too(tmp_path: Path) -> None:
    """The desk and the committee's workbook return from other people's computers."""
    path = tmp_path / "terug.xlsx"
    path.write_bytes(hoek_xlsx())
    with pytest.raises(WerkbladError, match="te groot"):
        read_werkblad(path)
    with pytest.raises(WerkmapOnleesbaarError):
        read_inbreng(path, Uitvraag(titel="t", criteria=()))


def test_a_committee_workbook_that_breaks_off_in_a_sheet_is_refused(tmp_path: Path) -> None:
    """The package opens; the fault shows only while the rows are read."""
    parts = uitgepakt(xlsx({namen.BEOORDELAARS: [["a", "b"]] * 30}))
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"][:-400]
    path = tmp_path / "vergelijking.xlsx"
    path.write_bytes(pakket(parts))
    with pytest.raises(WerkmapOnleesbaarError):
        read_inbreng(path, Uitvraag(titel="t", criteria=()))


@FUZZ
@given(text=st.one_of(st.text(max_size=300), st.recursive(st.none() | st.integers() | st.text(max_size=9), lambda inner: st.lists(inner, max_size=4), max_leaves=9).map(json.dumps)))
def test_any_text_as_yaml(text: str, tmp_path: Path) -> None:
    """A praktijk.yaml of any content gives a profile or one sentence."""
    (tmp_path / "praktijk.yaml").write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        read_yaml(tmp_path / "praktijk.yaml", "praktijk.yaml")
        read_profiel(tmp_path)
    except CheckerError as error:
        assert "praktijk.yaml" in str(error)


@FUZZ
@given(number=st.integers(0, 10**9))
def test_a_broken_resultaat(number: int, tmp_path: Path) -> None:
    """A changed resultaat.json is read or refused with its name, never more."""
    from tests.rapporten.voorbeeld import maak_resultaat

    seed = tmp_path / "goed.json"
    if not seed.exists():
        from checker.rapporten.resultaatbestand import write

        write(maak_resultaat(), seed)
    path = tmp_path / "resultaat.json"
    path.write_bytes(mutate(seed.read_bytes(), random.Random(number)))
    try:
        read(path)
    except CheckerError as error:
        assert "resultaat.json" in str(error)
