"""Mutated and random files: every reader parses or refuses, within its limits; the bench does this ten thousand times."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.betrouwbaarheid import LEZERS, LINDE, fuzz
from checker.dossier import Limieten, Toestand
from checker.dossier.bron import Bron
from checker.dossier.lezen import read_bytes
from checker.dossier.schoon import clean

SMALL = 40
BEGIN = {
    "html": b"<html><body>", "eml": b"From: a\nTo: b\nSubject: c\n", "md": b"# ", "txt": b"", "csv": b"a;b\n1;2\n", "docx": b"PK\x03\x04", "pdf": b"%PDF-1.7\n",
    "msg": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
}  # fmt: skip


@pytest.mark.parametrize("lezer", sorted(LEZERS))
def test_mutated_files_cost_no_process(lezer: str) -> None:
    """Read or refused: no hang, no lost process, no error of the run."""
    found = fuzz(lezer, [(LINDE / name).read_bytes() for name in LEZERS[lezer]], SMALL, workers=1)
    assert set(found.uitkomst) <= {"gelezen", "geweigerd"}
    assert found.uitkomst.total() == SMALL
    assert threading.active_count() < 20


@pytest.mark.parametrize("soort", sorted(BEGIN))
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rest=st.one_of(st.binary(max_size=400), st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace"))))
def test_any_bytes(soort: str, rest: bytes) -> None:
    """Whatever follows the first bytes of a format: a state, a message when it is not read, and clean text."""
    documents = read_bytes(f"x.{soort}", Bron(data=BEGIN[soort] + rest, naam=f"x.{soort}", limieten=Limieten(ocr_paginas=0)))
    for document in documents:
        assert document.melding or document.toestand == Toestand.GELEZEN
        assert all(passage.tekst == clean(passage.tekst) for passage in document.passages)


def test_the_name_of_a_part_leads_nowhere(tmp_path: Path) -> None:
    """A part of a package that is called like a file of the system is not that file."""
    from tests.dossier.bouwsels import pakket

    data = pakket({"/etc/hostname": "verzonnen", "../../x.txt": "Tekst.", "C:\\Windows\\x.txt": "Tekst."})
    documents = read_bytes("a.zip", Bron(data=data, naam="a.zip"))
    assert sorted(document.pad for document in documents[1:]) == ["a.zip/.._.._x.txt", "a.zip/C:_Windows_x.txt", "a.zip/etc_hostname"]
    assert documents[-1].passages or documents[1].passages
