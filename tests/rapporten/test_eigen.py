"""A report of the checker is no evidence, whatever its name is and wherever it lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.dossier import Toestand, eigen, read_document
from checker.rapporten import agenda, bewijspakket, excel, html, word
from checker.rapporten.excel import verschil
from checker.rapporten.word import aanbesteding
from checker.verschil import compare
from tests.rapporten.voorbeeld import maak_resultaat

_MET_MERK = ("stuk.docx", "antwoord.docx", "bureau.xlsx", "verschil.xlsx", "pagina.html", "index.html")
_MET_BEGIN = ("stuk.docx", "bureau.xlsx", "pagina.html", "dagen.ics")


@pytest.fixture(scope="module")
def rapporten(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every report, under a name that says nothing."""
    folder, resultaat = tmp_path_factory.mktemp("stukken"), maak_resultaat()
    word.write(resultaat, folder / "stuk.docx")
    aanbesteding.write(resultaat, folder / "antwoord.docx")
    excel.write(resultaat, folder / "bureau.xlsx")
    verschil.write(compare(resultaat, resultaat), (), folder / "verschil.xlsx")
    html.write(resultaat, folder / "pagina.html")
    agenda.write(resultaat, folder / "dagen.ics")
    (folder / "index.html").write_text(bewijspakket.index(resultaat, ()), encoding="utf-8")
    return folder


@pytest.mark.parametrize("naam", _MET_MERK)
def test_the_mark_is_enough(rapporten: Path, naam: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Properties and generator name the maker: a report is known when its first page is gone."""
    monkeypatch.setattr(eigen, "_MERKZINNEN", ())
    document = read_document(rapporten / naam)
    assert (document.toestand, document.passages) == (Toestand.OVERGESLAGEN, ())
    assert document.melding == "Overgeslagen: dit is een eigen rapport van de checker."


@pytest.mark.parametrize("naam", _MET_BEGIN)
def test_the_start_is_enough(rapporten: Path, naam: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A report from before the mark, or a print of one, begins with the same sentences."""
    monkeypatch.setattr(eigen, "MERK", "een merk dat nergens staat")
    assert read_document(rapporten / naam).toestand is Toestand.OVERGESLAGEN
