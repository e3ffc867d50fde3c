"""One aanbieder: judged again when anything it follows from has changed or may come out otherwise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from checker.catalogi import installed_catalogus
from checker.dossier import Limieten
from checker.vergelijking.aanbieders import Aanbieder
from checker.vergelijking.toetsen import Toetser, Vraag

ZIN = "Bij een vermoeden van huiselijk geweld volgt de hulpverlener de vijf stappen van de meldcode. "


@pytest.fixture
def again(tmp_path: Path) -> Callable[..., bool]:
    """Judge the aanbieder as a new run does; whether it was judged now."""
    map_ = tmp_path / "in" / "a"
    map_.mkdir(parents=True)
    (map_ / "meldcode.txt").write_text(ZIN, "utf-8")
    catalogus = installed_catalogus()[0]
    norm = catalogus.kader("meldcode").normen[0].id
    vraag = Vraag(map=map_.parent, uit=tmp_path / "uit", normen=frozenset({norm}), peildatum="2026-11-22", cache=False, word=False)

    def run(limieten: Limieten | None = None) -> bool:
        return Toetser(replace(vraag, limieten=limieten or vraag.limieten), catalogus).run(Aanbieder(id="a", map=map_))

    return run


def test_the_same_input_is_not_judged_again(again: Callable[..., bool]) -> None:
    """What stands there is of the same documents, demands and program."""
    assert [again(), again()] == [True, False]


def test_another_program_judges_again(again: Callable[..., bool], monkeypatch: pytest.MonkeyPatch) -> None:
    """Other readers, weights, libraries, plugins or helper programs may judge otherwise."""
    again()
    monkeypatch.setattr("checker.hergebruik._program", lambda: ["another"])
    assert [again(), again()] == [True, False]


def test_a_document_that_was_not_finished_is_tried_again(again: Callable[..., bool], tmp_path: Path) -> None:
    """That a file was too large or took too long says something about that moment, not about the file."""
    (tmp_path / "in" / "a" / "lang.txt").write_text(ZIN * 100, "utf-8")
    limieten = Limieten(bestand_bytes=1_000)
    assert [again(limieten), again(limieten)] == [True, True]


@pytest.mark.parametrize("name", ["praktijk.yaml", "praktijk.yml"])
def test_another_profile_judges_again(name: str, again: Callable[..., bool], tmp_path: Path) -> None:
    """It gives at least the name, under either end of its own."""
    again()
    (tmp_path / "in" / "a" / name).write_text("naam: Praktijk\n", "utf-8")
    assert [again(), again()] == [True, False]
