"""Parts of the comparison: sketches, states of a submission, dates, lost workers."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.dossier.document import Document, Dossier, Toestand
from checker.dossier.passage import Passage, Soort, Vindplaats
from checker.kaders.model import Niveau
from checker.resultaat import Bewijs, DocumentRegel
from checker.vergelijking import werkers
from checker.vergelijking.aanbieders import Aanbieder, GeenAanbiedersError, find_aanbieders
from checker.vergelijking.overlap import find_overlap
from checker.vergelijking.schets import normalise, read_schets, sketch, write_schets
from checker.vergelijking.toetsen import Vraag
from checker.vergelijking.uittreksel import dossier_state, valid_until

TEKST = (
    "Elke nieuwe medewerker loopt de eerste drie maanden mee met een ervaren collega, krijgt wekelijks werkbegeleiding en bespreekt "
    "na afloop met de teamleider wat nog geleerd moet worden."
)


def place(tmp_path: Path, naam: str, *texts: str) -> tuple[str, Path]:
    passages = tuple(
        Passage(nr=n, soort=Soort.ALINEA, tekst=text, vindplaats=Vindplaats(plaats=f"alinea {n + 1}")) for n, text in enumerate(texts)
    )
    folder = tmp_path / naam
    folder.mkdir()
    document = Document(pad="a.txt", sha256="s", soort="txt", toestand=Toestand.GELEZEN, passages=passages)
    write_schets(Dossier(naam=naam, documenten=(document,)), folder)
    return naam, folder


def test_nearly_the_same_passage_is_found(tmp_path: Path) -> None:
    almost = TEKST.replace("wekelijks", "elke week")
    folders = [place(tmp_path, "a", TEKST), place(tmp_path, "b", "Iets anders.", almost), place(tmp_path, "c", TEKST[::-1])]
    (group,) = find_overlap(folders)
    assert [(p.aanbieder, p.plaats) for p in group.plekken] == [("a", "alinea 1"), ("b", "alinea 2")]


def test_the_same_text_twice_in_one_submission_is_no_overlap(tmp_path: Path) -> None:
    assert find_overlap([place(tmp_path, "a", TEKST, TEKST), place(tmp_path, "b", "Kort.")]) == ()


def test_a_part_of_the_range_at_a_time_gives_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = [place(tmp_path, naam, TEKST, f"{naam} " * 30) for naam in "abcdef"]
    whole = find_overlap(folders)
    monkeypatch.setattr("checker.vergelijking.overlap._DEEL_NUMMERS", 3)
    assert find_overlap(folders) == whole
    assert whole[0].aanbieders == 6


def test_sketch_keeps_no_personal_data(tmp_path: Path) -> None:
    _, folder = place(tmp_path, "a", TEKST + " BSN 999990019.")
    assert "999990019" not in (folder / "passages.jsonl").read_text("utf-8")
    assert len(list(read_schets(folder))) == 1


def test_sketch_does_not_see_capitals_and_punctuation() -> None:
    assert sketch(normalise(TEKST)) == sketch(normalise(TEKST.upper().replace(",", ";")))


def regel(toestand: str, melding: str = "", passages: int = 0) -> DocumentRegel:
    return DocumentRegel(pad="x", sha256="", soort="txt", toestand=toestand, paginas=None, passages=passages, melding=melding)


@pytest.mark.parametrize(
    ("documenten", "wanted"),
    [
        ([], "geen_documenten"),
        ([regel("overgeslagen", "Overgeslagen: dit is een verborgen bestand of systeembestand.")], "geen_documenten"),
        ([regel("leeg")], "geen_documenten"),
        ([regel("fout")], "niet_gelezen"),
        ([regel("overgeslagen", "Overgeslagen: dit is beeld of geluid, geen document.")], "niet_gelezen"),
        ([regel("gelezen", passages=3), regel("leeg")], "gelezen"),
        ([regel("gelezen", passages=3), regel("scan")], "deels"),
        ([regel("gelezen", passages=3), regel("overgeslagen", "Overgeslagen: dit is beeld of geluid, geen document.")], "deels"),
    ],
)
def test_how_far_a_submission_could_be_read(documenten: list[DocumentRegel], wanted: str) -> None:
    assert dossier_state(documenten) == wanted


@pytest.mark.parametrize(
    ("citaat", "wanted"),
    [
        ("Het certificaat is geldig tot 30 juni 2028.", "2028-06-30"),
        ("Geldig t/m: 01-02-2027", "2027-02-01"),
        ("Vastgesteld op 3 februari 2026.", ""),
    ],
)
def test_until_when_a_proof_is_valid(citaat: str, wanted: str) -> None:
    bewijs = Bewijs(
        document="a", sha256="", pagina=None, sectie=(), plaats="", citaat=citaat, uitspraak="bevestigd", niveau=Niveau.OPZET,
        sterkte="direct", score=1.0, termen=(),
    )
    assert valid_until([bewijs]) == wanted


def test_which_folders_are_aanbieders(tmp_path: Path) -> None:
    for name in ("b", "a", ".git", "kaders", "uit"):
        (tmp_path / name).mkdir()
    assert [a.id for a in find_aanbieders(tmp_path, tmp_path / "uit")] == ["a", "b"]
    with pytest.raises(GeenAanbiedersError):
        find_aanbieders(tmp_path / "b", tmp_path / "uit")


def die(pipe: object, _vraag: Vraag) -> None:
    """A worker that ends at the second aanbieder it gets."""
    while True:
        aanbieder = pipe.recv()  # type: ignore[attr-defined]
        if aanbieder.id == "dood":
            raise SystemExit(1)
        pipe.send(werkers.Uitkomst(aanbieder=aanbieder.id, nieuw=True))  # type: ignore[attr-defined]


@pytest.mark.parametrize("per_process", [1, 40])
def test_a_worker_that_dies_costs_one_aanbieder(per_process: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import multiprocessing

    monkeypatch.setattr(werkers, "_PER_PROCES", per_process)
    real = multiprocessing.get_context
    monkeypatch.setattr(werkers, "_serve", die)
    monkeypatch.setattr(werkers.multiprocessing, "get_context", lambda _method: real("fork"))
    names = ["a", "dood", "b", "c"]
    heard: list[str] = []
    vraag = Vraag(map=tmp_path, uit=tmp_path, normen=frozenset(), peildatum="2026-11-22")
    done = werkers.run_all([Aanbieder(id=n, map=tmp_path) for n in names], vraag, processen=1, progress=heard.append)
    assert sorted(done) == sorted(names) == sorted(heard)
    assert [n for n in names if done[n].fout] == ["dood"]
