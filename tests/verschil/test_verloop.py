"""The course of all runs: a file that only grows, survives broken lines and holds counts alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.kaders.model import Oordeel
from checker.verschil import append, make_verloop, measure, read
from tests.rapporten.voorbeeld import maak_resultaat

if TYPE_CHECKING:
    from pathlib import Path

    from checker.resultaat import Resultaat

NU = maak_resultaat()


def op(peildatum: str, **telling: int) -> Resultaat:
    """The example at another peildatum, with other counts for its first kader."""
    eerste, *rest = NU.kaders
    return replace(NU, peildatum=peildatum, kaders=(replace(eerste, telling=eerste.telling | telling), *rest))


def test_file_only_grows_and_the_same_run_adds_nothing(tmp_path: Path) -> None:
    pad = tmp_path / "verloop.jsonl"
    append(pad, measure(op("2026-01-01")))
    eerst = pad.read_bytes()
    append(pad, measure(op("2026-01-01")))
    assert pad.read_bytes() == eerst
    append(pad, measure(op("2026-01-01", aangetoond=5)))
    assert pad.read_bytes().startswith(eerst)
    assert [m.telling["aangetoond"] for m in read(pad) if m.kader_id == "jij_kader"] == [NU.kaders[0].telling["aangetoond"], 5]


def test_broken_lines_are_left_out_and_the_next_line_stays_whole(tmp_path: Path) -> None:
    """A run that was killed while writing, a hand that changed something, another program's bytes."""
    pad = tmp_path / "verloop.jsonl"
    append(pad, measure(op("2026-01-01")))
    heel = pad.read_bytes()
    fout = heel.replace(b'"2026-01-01"', b'"ooit"') + heel.replace(b'"aangetoond": 1', b'"aangetoond": -1') + b'\xff\xfe\n[]\n"x"\n' + b"[" * 50_000 + b"\n"
    pad.write_bytes(heel + fout + heel[:70])
    assert [m for m in read(pad) if m.telling["aangetoond"] >= 0] == list(read(pad))
    append(pad, measure(op("2026-02-01")))
    assert [m.peildatum for m in read(pad) if m.kader_id == "jij_kader"] == ["2026-01-01", "2026-02-01"]
    assert read(tmp_path / "weg.jsonl") == read(tmp_path) == ()


def test_no_word_of_the_dossier_is_in_the_file(tmp_path: Path) -> None:
    append(tmp_path / "v.jsonl", measure(NU))
    tekst = (tmp_path / "v.jsonl").read_text("ascii")
    for woord in (NU.dossier.naam, *(d.pad for d in NU.dossier.documenten), *(b.titel for b in NU.bevindingen)):
        assert woord not in tekst


def test_of_a_peildatum_the_last_counts_and_later_or_other_runs_do_not() -> None:
    ander = replace(NU, peildatum="2026-03-01", dossier=replace(NU.dossier, naam="Praktijk De Eik"))
    metingen = [m for r in (op("2026-01-01", aangetoond=1), op("2026-01-01", aangetoond=4), ander, op("2027-01-01")) for m in measure(r)]
    samen, jij, label = make_verloop(metingen, NU)
    assert [p.peildatum for p in jij.punten] == ["2026-01-01", NU.peildatum]
    assert [p.telling[Oordeel.AANGETOOND] for p in jij.punten] == [4, NU.kaders[0].telling["aangetoond"]]
    assert (samen.kader_id, label.kader_id) == ("", "kwaliteitslabel")
    assert samen.punten[-1].telling == {o: sum(k.telling[o] for k in NU.kaders) for o in Oordeel}


def test_kaders_together_only_where_all_were_measured() -> None:
    alleen_jij = replace(op("2026-01-01"), kaders=op("2026-01-01").kaders[:1])
    assert [reeks.kader_id for reeks in make_verloop(measure(alleen_jij), NU)] == ["jij_kader"]
    assert make_verloop((), NU) == ()
    assert make_verloop(measure(op("2026-01-01")), replace(NU, kaders=(), bevindingen=())) == ()
