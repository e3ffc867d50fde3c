"""A verdict stands beside the next proposal; only where its quotes changed it must be looked at again."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from checker.beoordelingen import Moment, append, find_changes, latest, merge, read, read_werkblad
from checker.beoordelingen.bestand import BeoordelingOnleesbaarError
from checker.rapporten import excel, overzicht, resultaatbestand, word
from checker.rapporten.excel import namen
from checker.rapporten.html import render
from tests.beoordelingen.bureau import bewaar, lees
from tests.rapporten.voorbeeld import maak_resultaat

if TYPE_CHECKING:
    from pathlib import Path

    from checker.beoordelingen import Beoordeling
    from checker.resultaat import Bewijs, Resultaat

RESULTAAT = maak_resultaat()
MOMENT = Moment(datum="2026-12-01", wie="A. Bakker")


@pytest.fixture
def oordelen(tmp_path: Path) -> dict[str, Beoordeling]:
    """Verdicts on two normen with quotes and one without."""
    rijen = lees(RESULTAAT, tmp_path / "gapanalyse.xlsx")
    for rij in rijen:
        if rij["norm_id"] in ("JIJ-1.2", "JIJ-2.1", "KL-1.2"):
            rij |= {namen.UW_OORDEEL: "Aangetoond", namen.REDEN: "Zelf gezien", namen.EIGENAAR: "Sanne", namen.DEADLINE: "31-12-2026"}
    pad = bewaar(tmp_path / "terug.xlsx", list(rijen[0]), rijen)
    return latest(find_changes(read_werkblad(pad), RESULTAAT, {}, MOMENT).nieuw)


def anders(resultaat: Resultaat, norm_id: str, **velden: object) -> Resultaat:
    """The run with other evidence at one norm."""
    return replace(resultaat, bevindingen=tuple(replace(b, **velden) if b.norm_id == norm_id else b for b in resultaat.bevindingen))  # type: ignore[arg-type]


def bewijs_van(norm_id: str) -> tuple[Bewijs, ...]:
    return next(b.bewijs for b in RESULTAAT.bevindingen if b.norm_id == norm_id)


def opnieuw(resultaat: Resultaat, oordelen: dict[str, Beoordeling]) -> list[str]:
    return [b.norm_id for b in overzicht.opnieuw(merge(resultaat, oordelen))]


def test_changed_quote_reopens_that_verdict_alone(oordelen: dict[str, Beoordeling]) -> None:
    een, *rest = bewijs_van("JIJ-1.2")
    nieuw = anders(RESULTAAT, "JIJ-1.2", bewijs=(replace(een, citaat="Wij maken het plan zonder de jeugdige."), *rest))
    assert opnieuw(RESULTAAT, oordelen) == []
    assert opnieuw(nieuw, oordelen) == ["JIJ-1.2"]


def test_other_change_in_the_document_does_not(oordelen: dict[str, Beoordeling]) -> None:
    """Saved again, moved, another order or another score: the quoted words are the same."""
    bewijs = tuple(replace(b, sha256="f" * 64, plaats="alinea 99", document="nieuw/pad.docx", score=0.1) for b in reversed(bewijs_van("JIJ-2.1")))
    assert opnieuw(anders(RESULTAAT, "JIJ-2.1", bewijs=bewijs), oordelen) == []


def test_evidence_that_goes_or_comes_reopens(oordelen: dict[str, Beoordeling]) -> None:
    assert opnieuw(anders(RESULTAAT, "JIJ-1.2", bewijs=()), oordelen) == ["JIJ-1.2"]
    assert opnieuw(anders(RESULTAAT, "KL-1.2", bewijs=bewijs_van("JIJ-1.2")), oordelen) == ["KL-1.2"]


def test_verdict_on_the_new_evidence_closes_it(oordelen: dict[str, Beoordeling], tmp_path: Path) -> None:
    """A new day at the norm settles it; a new owner alone does not."""
    nieuw = merge(anders(RESULTAAT, "JIJ-1.2", bewijs=()), oordelen)
    rijen = lees(nieuw, tmp_path / "nieuw.xlsx")
    rij = next(r for r in rijen if r["norm_id"] == "JIJ-1.2")
    assert str(rij[namen.LET_OP]).startswith("Opnieuw beoordelen")
    for kop, waarde, over in ((namen.EIGENAAR, "Piet", ["JIJ-1.2"]), (namen.BEOORDEELD_OP, "05-12-2026", [])):
        pad = bewaar(tmp_path / "weer.xlsx", list(rij), [rij | {kop: waarde}])
        [beoordeling] = find_changes(read_werkblad(pad), nieuw, oordelen, MOMENT).nieuw
        assert opnieuw(nieuw, oordelen | {"JIJ-1.2": beoordeling}) == over


def test_desk_of_an_older_run_binds_to_the_evidence_it_showed(tmp_path: Path) -> None:
    """The person judged what was in that desk, not what was found since."""
    rijen = lees(RESULTAAT, tmp_path / "oud.xlsx")
    rij = next(r for r in rijen if r["norm_id"] == "JIJ-1.2") | {namen.UW_OORDEEL: "Aangetoond", namen.REDEN: "Gezien"}
    nieuw = anders(RESULTAAT, "JIJ-1.2", bewijs=())
    inlezing = find_changes(read_werkblad(bewaar(tmp_path / "terug.xlsx", list(rij), [rij])), nieuw, {}, MOMENT)
    assert opnieuw(nieuw, latest(inlezing.nieuw)) == ["JIJ-1.2"]


def test_file_only_grows_and_says_where_it_is_wrong(oordelen: dict[str, Beoordeling], tmp_path: Path) -> None:
    pad = tmp_path / "beoordelingen.jsonl"
    een, twee, drie = oordelen.values()
    append(pad, [een, twee])
    eerst = pad.read_bytes()
    append(pad, [])
    append(pad, [replace(drie, ingelezen_op="2027-01-01"), replace(een, eigenaar="Piet", ingelezen_op="2027-01-01")])
    assert pad.read_bytes().startswith(eerst)
    assert latest(read(pad))[een.norm_id].eigenaar == "Piet"
    for regel, woorden in (("{half", "regel 5 is geen geldige JSON"), ('{"norm_id": "X", "oordeel": "top", "ingelezen_op": "2026-01-01"}', "regel 5 klopt niet bij oordeel")):
        (tmp_path / "stuk.jsonl").write_bytes(pad.read_bytes() + regel.encode())
        with pytest.raises(BeoordelingOnleesbaarError, match=woorden):
            read(tmp_path / "stuk.jsonl")


def test_all_four_outputs_agree(oordelen: dict[str, Beoordeling], tmp_path: Path) -> None:
    """Verdict, reason, owner, deadline and the mark stand in Word, Excel, HTML and JSON alike."""
    samen = merge(anders(RESULTAAT, "JIJ-1.2", bewijs=()), oordelen)
    norm = next(b for b in samen.bevindingen if b.norm_id == "JIJ-1.2")
    excel.write(samen, tmp_path / "g.xlsx")
    rijen = load_workbook(tmp_path / "g.xlsx", data_only=True)[namen.NORMEN].iter_rows(min_row=namen.KOPRIJ, values_only=True)
    koppen = next(rijen)
    desk = {str(rij[0]): dict(zip(koppen, rij, strict=True)) for rij in rijen}
    tekst = " ".join(re.sub(r"<[^>]+>", " ", zipfile.ZipFile(io.BytesIO(word.maak(samen))).read("word/document.xml").decode()).split())
    pagina = html.unescape(render(samen))
    data = json.loads(resultaatbestand.dumps(samen))
    kern = next(b for b in data["bevindingen"] if b["norm_id"] == "JIJ-1.2")["beoordeling"]

    assert kern == norm.beoordeling == {
        "oordeel": "aangetoond", "reden": "Zelf gezien", "eigenaar": "Sanne", "deadline": "2026-12-31",
        "beoordelaar": "A. Bakker", "datum": "2026-12-01", "opnieuw": "ja",
    }
    assert (desk["JIJ-1.2"][namen.UW_OORDEEL], desk["JIJ-1.2"][namen.REDEN], desk["JIJ-1.2"][namen.EIGENAAR]) == ("Aangetoond", "Zelf gezien", "Sanne")
    for text in (tekst, pagina):
        assert "Zelf gezien" in text
        assert "31 december 2026" in text
        assert "het bewijs bij deze norm is veranderd sinds deze beoordeling" in text
    aantallen = {
        sum(str(r[namen.LET_OP] or "").startswith("Opnieuw") for r in desk.values()),
        tekst.count("is veranderd sinds deze beoordeling"),
        pagina.count("is veranderd sinds deze beoordeling"),
        sum((b["beoordeling"] or {}).get("opnieuw") == "ja" for b in data["bevindingen"]),
    }
    assert aantallen == {1}
    assert len(overzicht.beoordeeld(samen)) == sum(bool(r[namen.UW_OORDEEL]) for r in desk.values()) == 4
    zonder_tags = " ".join(re.sub(r"<[^>]+>", "", pagina).split())
    for text in (tekst, zonder_tags):
        assert "4 normen zijn al door een mens beoordeeld" in text
        assert "Bij 1 norm is het bewijs daarna veranderd: beoordeel die opnieuw" in text
    samenvatting = dict(load_workbook(tmp_path / "g.xlsx", data_only=True)[namen.SAMENVATTING].iter_rows(min_col=1, max_col=2, values_only=True))
    assert samenvatting["Beoordelingen die opnieuw moeten"] == 1
