"""A folder: every file is listed with its state, whatever reads it and in whatever order."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import pytest

from checker.dossier import (
    Document,
    DossierOntbreekt,
    Limieten,
    Passage,
    ReadCache,
    Soort,
    Toestand,
    Vindplaats,
    read_document,
    read_dossier,
)
from checker.dossier.werker import Opdracht, Werker
from tests.dossier.bouwsels import alinea, docx, pdf, regels, xlsx


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """A small dossier with everything that is not a document too."""
    dossier = tmp_path / "dossier"
    (dossier / "sub").mkdir(parents=True)
    (dossier / "kaders").mkdir()
    (dossier / "uit").mkdir()
    files = {
        "b.docx": docx(alinea("Handboek.")),
        "a.pdf": pdf(regels("Beleid.")),
        "sub/c.xlsx": xlsx({"B": [["Naam", "Rol", "Uren"], ["Wies", "office", 3]]}),
        "leeg.docx": b"",
        ".DS_Store": b"x",
        "~$b.docx": b"x",
        "Thumbs.db": b"x",
        "praktijk.yaml": b"naam: x",
        "beoordelingen.jsonl": b"{}",
        "kaders/eigen.yaml": b"x",
        "kaders/beleid.txt": b"Elke klacht wordt behandeld.",
        "uit/resultaat.json": b"{}",
        "uit/gaprapport.docx": docx(alinea("Rapport.")),
        "uit/notitie.txt": b"Dit hoort wel bij het dossier.",
    }
    for name, data in files.items():
        (dossier / name).write_bytes(data)
    return dossier


def test_every_file_is_listed(map_):
    """What is not read says why; the checker's own settings are no documents."""
    states = {d.pad: d.toestand for d in read_dossier(map_, workers=0).documenten}
    left_out = Toestand.OVERGESLAGEN
    assert states == {
        ".DS_Store": left_out,
        "Thumbs.db": left_out,
        "a.pdf": Toestand.GELEZEN,
        "b.docx": Toestand.GELEZEN,
        "kaders/beleid.txt": left_out,
        "leeg.docx": Toestand.LEEG,
        "sub/c.xlsx": Toestand.GELEZEN,
        "uit/gaprapport.docx": left_out,
        "uit/notitie.txt": Toestand.GELEZEN,
        "uit/resultaat.json": left_out,
        "~$b.docx": left_out,
    }
    assert list(states) == sorted(states)


def test_every_unread_file_has_a_message(map_):
    """No state without a sentence."""
    documents = read_dossier(map_, workers=0).documenten
    assert all(d.melding for d in documents if d.toestand != Toestand.GELEZEN)
    assert any("zet het dan in een andere map" in d.melding for d in documents if d.pad == "kaders/beleid.txt")
    assert all("eigen rapport van de checker" in d.melding for d in documents if d.pad.startswith("uit/gap"))


def test_workers_give_the_same(map_):
    """The number of workers and the cache change nothing in the result."""
    here = read_dossier(map_, workers=0)
    assert read_dossier(map_, workers=1) == here
    assert read_dossier(map_, workers=3) == here


def test_names(map_):
    """The name is given or that of the folder; excluded names are no documents."""
    assert read_dossier(map_, workers=0).naam == "dossier"
    dossier = read_dossier(map_, naam="Zonnehoek", exclude={"b.docx", "sub/c.xlsx"}, workers=0)
    assert dossier.naam == "Zonnehoek"
    assert {"b.docx", "sub/c.xlsx"}.isdisjoint(d.pad for d in dossier.documenten)


def test_progress_names_every_file(map_):
    """Progress counts what is read, left out and refused alike."""
    seen: list[str] = []
    dossier = read_dossier(map_, progress=seen.append, workers=0)
    assert sorted(seen) == [d.pad for d in dossier.documenten]


def test_missing_folder(tmp_path):
    """A wrong path is a clear error."""
    with pytest.raises(DossierOntbreekt, match="bestaat niet"):
        read_dossier(tmp_path / "weg")


def test_links_outside(map_, tmp_path):
    """A link to a file or folder outside is listed and not followed; one inside is read."""
    (tmp_path / "geheim.txt").write_text("Geheim.")
    try:
        (map_ / "link.txt").symlink_to(tmp_path / "geheim.txt")
        (map_ / "boven").symlink_to(tmp_path)
        (map_ / "binnen.docx").symlink_to(map_ / "b.docx")
    except OSError:
        pytest.skip("geen symlinks op dit systeem")
    states = {d.pad: (d.toestand, d.passages) for d in read_dossier(map_, workers=0).documenten}
    assert states["link.txt"] == states["boven"] == (Toestand.OVERGESLAGEN, ())
    assert states["binnen.docx"][0] == Toestand.GELEZEN


@pytest.mark.skipif(sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="beheerder leest alles")
def test_no_permission(map_):
    """A file without read permission is named."""
    (map_ / "b.docx").chmod(0)
    documents = {d.pad: d for d in read_dossier(map_, workers=0).documenten}
    assert documents["b.docx"].toestand == Toestand.FOUT
    assert "recht" in documents["b.docx"].melding


def test_number_of_files(map_):
    """Files beyond the limit are named one by one."""
    documents = read_dossier(map_, limieten=Limieten(bestanden=2), workers=0).documenten
    assert [d.toestand for d in documents].count(Toestand.TE_GROOT) == len(documents) - 2


def test_a_file_that_hangs(map_):
    """A worker that takes too long is killed; its file is named and the next one is read."""
    werker = Werker(Limieten(seconden=0.0))
    slow = Opdracht(pad="b.docx", path=map_ / "b.docx", sha256="")
    try:
        document = werker.read(slow)[0]
        assert document.toestand == Toestand.TE_GROOT
        assert "duurt te lang" in document.melding
    finally:
        werker.stop()


def test_a_worker_that_dies(map_, monkeypatch):
    """A crash costs one file; the worker after it is a new one."""
    werker = Werker(Limieten())
    order = Opdracht(pad="b.docx", path=map_ / "b.docx", sha256="")
    try:
        assert werker.read(order)[0].toestand == Toestand.GELEZEN
        werker._process.kill()
        werker._process.wait()
        monkeypatch.setattr(werker, "_running", lambda: werker._process)
        lost = werker.read(order)[0]
        assert (lost.toestand, "leesproces is gestopt" in lost.melding) == (Toestand.TE_GROOT, True)
        monkeypatch.undo()
        assert werker.read(order)[0].toestand == Toestand.GELEZEN
    finally:
        werker.stop()


@pytest.mark.skipif(sys.platform != "linux", reason="alleen hier is geheugen te begrenzen")
def test_memory_is_bounded(map_):
    """A file that wants too much memory is refused, the others are read."""
    (map_ / "groot.docx").write_bytes(docx(alinea("x") * 300_000))
    small = Limieten(geheugen_bytes=150 * 1024 * 1024)
    documents = {d.pad: d for d in read_dossier(map_, limieten=small, workers=1).documenten}
    assert documents["groot.docx"].toestand == Toestand.TE_GROOT
    assert documents["uit/notitie.txt"].toestand == Toestand.GELEZEN


def test_cache(map_, tmp_path):
    """The second reading takes the same from the cache, for other names too; damage is ignored."""
    cache = ReadCache(tmp_path / "cache")
    first = read_dossier(map_, cache=cache, workers=0)
    entries = sorted((tmp_path / "cache").iterdir())
    assert read_dossier(map_, cache=cache, workers=0) == first
    (map_ / "b.docx").rename(map_ / "z.docx")
    assert read_dossier(map_, cache=cache, workers=0).documenten[-2].pad == "z.docx"
    assert sorted((tmp_path / "cache").iterdir()) == entries
    for entry in entries:
        entry.write_bytes(b"rommel")
    (map_ / "z.docx").rename(map_ / "b.docx")
    assert read_dossier(map_, cache=cache, workers=0) == first
    assert cache.clear() == len(entries)
    assert not (tmp_path / "cache").exists()


@pytest.mark.skipif(os.name != "posix", reason="rechten van POSIX")
def test_cache_is_private(map_, tmp_path):
    """Only the user may read what was read."""
    read_dossier(map_, cache=ReadCache(tmp_path / "cache"), workers=0)
    assert (tmp_path / "cache").stat().st_mode & 0o777 == 0o700
    assert {p.stat().st_mode & 0o777 for p in (tmp_path / "cache").iterdir()} == {0o600}


def test_one_document(map_):
    """One file can be read on its own."""
    assert [p.tekst for p in read_document(map_ / "b.docx").passages] == ["Handboek."]


def test_what_a_plugin_reads_gets_the_place_of_its_file(map_):
    """Passages without gaps in their numbers, and the path and digest of the file: quotes are found back by these."""
    (map_ / "d.xyz").write_text("Een eigen formaat.")

    def lees(path, pad):
        passages = [Passage(nr=nr, soort=Soort.ALINEA, tekst=f"Zin {nr}.", vindplaats=Vindplaats(plaats=f"alinea {nr}")) for nr in (4, 7)]
        return Document(pad="elders", sha256="", soort="xyz", toestand=Toestand.GELEZEN, passages=passages)

    document = next(d for d in read_dossier(map_, workers=0, lezers={".xyz": lees}).documenten if d.soort == "xyz")
    assert (document.pad, [p.nr for p in document.passages]) == ("d.xyz", [0, 1])
    assert document.sha256 == hashlib.sha256(b"Een eigen formaat.").hexdigest()


def test_a_plugin_that_gives_no_document_costs_one_file(map_):
    """The file is named, the rest is read."""
    (map_ / "d.xyz").write_text("Een eigen formaat.")
    documents = {d.pad: d for d in read_dossier(map_, workers=0, lezers={".xyz": lambda path, pad: None}).documenten}
    assert documents["d.xyz"].toestand == Toestand.FOUT
    assert documents["a.pdf"].toestand == Toestand.GELEZEN
