"""Hostile text in quotes, names of documents, the name of the practice and human columns: harmless in every format."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from docx import Document
from lxml import etree
from openpyxl import load_workbook

from checker.rapporten import agenda
from checker.rapporten.excel import namen
from checker.rapporten.excel.verschil import write as write_verschil
from checker.rapporten.formaten import FORMATEN, OP_VERZOEK, write_all
from checker.rapporten.opmaak import veilig
from checker.rapporten.werk import titels
from checker.verschil import compare, look_back, measure
from tests.rapporten.voorbeeld import maak_resultaat

if TYPE_CHECKING:
    from pathlib import Path

    from checker.resultaat import Resultaat

TEKSTEN = {
    "formule": "=cmd|'/c calc'!A0",
    "plus": '+HYPERLINK("http://kwaad.example","klik")',
    "besturing": "voor\x00\x01\x08\x0b\x0c\x1b\x85na ]]> & {{ 7*7 }} {% raw %}",
    "lang": "lang woord " * 2_800,
    "emoji": "👩‍👧 klacht 🧾 é e\u0301 \U0001f3f3\ufe0f",
    "rechts": "\u202egnp.exe\u202c \u2067שלום\u2069 مرحبا",
    "script": "</script><script>alert('x')</script><img src=x onerror=alert(1)>\"'>",
    "surrogaat": "half \ud83d teken \ufffe \uffff",
    "regels": "een\r\ntwee\u2028drie\nBEGIN:VEVENT\r\nUID:kwaad",
}
_FOUT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def vijandig(tekst: str) -> Resultaat:
    """The example with the text everywhere that a document, a file name or a person can bring it."""
    basis = maak_resultaat()
    bestand = f"map/{tekst.replace('/', ' ')[:120]}.docx"
    bewijs = replace(basis.bevindingen[0].bewijs[0], citaat=tekst, document=bestand, plaats=tekst, sectie=(tekst,), context=f"{tekst} {tekst}", cue=tekst, termen=(tekst,))
    mens = {"oordeel": "gedeeltelijk", "reden": tekst, "eigenaar": tekst, "deadline": "2026-12-31", "status": "Bezig", "beoordelaar": tekst, "datum": "2026-11-30", "extra:Eigen": tekst}
    een, *rest = basis.bevindingen
    een = replace(een, bewijs=(bewijs,), tegenbewijs=(bewijs,), onderdelen=(replace(een.onderdelen[0], bewijs=(0,), tekst=tekst),), hiaten=(tekst,), beoordeling=mens)
    document = replace(basis.dossier.documenten[0], pad=bestand, titel=tekst, melding=tekst, sha256=hashlib.sha256(b"inhoud").hexdigest())
    signaal = replace(basis.signalen[2], citaat=tekst, citaat2=tekst, document=bestand, document2=bestand, plaats=tekst, melding=tekst)
    verlopen = replace(basis.signalen[5], citaat=f"geldig tot 1 mei 2025 {tekst}", document=bestand)
    vuil = replace(
        basis, bevindingen=(een, *(replace(b, bewijs=(), onderdelen=()) for b in rest)), signalen=(signaal, verlopen),
        dossier=replace(basis.dossier, naam=tekst, documenten=(document,), aannames=(tekst,)),
    )
    velden = {"eigenaar": tekst, "deadline": "2026-12-31", "oorzaak": tekst, "effect": tekst, "antwoord": tekst, "gesproken_met": tekst, "extra:Eigen": tekst}
    return replace(vuil, werk=dict.fromkeys(titels(vuil), velden))


@pytest.fixture(params=sorted(TEKSTEN))
def gemaakt(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Path]:
    """Every format, with an earlier run that is as hostile; the text is returned with the folder."""
    tekst = TEKSTEN[request.param]
    nieuw = vijandig(tekst)
    oud = replace(vijandig(f"{tekst} eerder"), peildatum="2026-01-01", dossier=replace(nieuw.dossier, documenten=()))
    bron = tmp_path / "dossier" / nieuw.dossier.documenten[0].pad
    uit = tmp_path / "uit"
    uit.mkdir()
    formaten = [*FORMATEN, *OP_VERZOEK]
    try:
        bron.parent.mkdir(parents=True)
        bron.write_bytes(b"inhoud")
    except (OSError, ValueError):
        formaten.remove("pakket")  # no file can have this name
    write_all(nieuw, uit, formaten, dossier=tmp_path / "dossier", terugblik=look_back(oud, nieuw, measure(oud)))
    write_verschil(compare(oud, nieuw), (), uit / "verschil.xlsx")
    return tekst, uit


def _delen(pad: Path) -> dict[str, str]:
    """The text parts of a report; of a zip every part that is text."""
    if not pad.read_bytes().startswith(b"PK"):
        return {pad.name: pad.read_text("utf-8")}
    with ZipFile(pad) as archief:
        return {naam: archief.read(naam).decode("utf-8") for naam in archief.namelist() if naam.endswith((".xml", ".rels", ".html"))}


def test_every_format_is_whole_and_nothing_in_it_can_run(gemaakt: tuple[str, Path]) -> None:
    """Parts are well-formed, without a control character or direction mark; markup of the text stays text."""
    _, uit = gemaakt
    assert {pad.suffix for pad in uit.iterdir()} >= {".docx", ".xlsx", ".html", ".json", ".ics"}
    for pad in uit.iterdir():
        for naam, inhoud in _delen(pad).items():
            if naam.endswith((".xml", ".rels")):
                etree.fromstring(inhoud.encode())
            if pad.suffix != ".json":  # holds the text as it was found, for programs
                assert not _FOUT.search(inhoud.replace("\r\n", "\n") if pad.suffix == ".ics" else inhoud), (pad.name, naam)
            if naam.endswith((".xml", ".html")):
                assert "<script>alert" not in inhoud
                assert "<img" not in inhoud
    json.loads((uit / "resultaat.json").read_text("utf-8"))


def test_no_cell_of_a_workbook_is_a_formula_of_the_text(gemaakt: tuple[str, Path]) -> None:
    tekst, uit = gemaakt
    gezien = 0
    for pad in (uit / "gapanalyse.xlsx", uit / "verschil.xlsx"):
        for blad in load_workbook(pad).worksheets:
            for rij in blad.iter_rows():
                for cel in rij:
                    if cel.data_type == "f":
                        assert re.match(r"=(HYPERLINK\(\"#|COUNTIFS?\(|IF\(|IFERROR\(|SUM\()", str(cel.value)), cel.value
                    assert len(str(cel.value or "")) <= 32_767
                    gezien += plat(tekst)[:100] in plat(cel.value or "")
    assert gezien > 10


def plat(tekst: object) -> str:
    return " ".join(veilig(str(tekst)).split())


def test_the_text_can_be_read_in_word_and_the_calendar_has_no_day_too_many(gemaakt: tuple[str, Path]) -> None:
    tekst, uit = gemaakt
    for naam in ("gaprapport.docx", "aanbesteding.docx"):
        alles = plat(" ".join("".join(t.text or "" for t in p.iter("{*}t")) for p in Document(str(uit / naam)).element.body.iter("{*}p")))
        assert plat(tekst)[:100] in alles
    ics = (uit / "agenda.ics").read_bytes().decode()
    assert ics.count("\r\nBEGIN:VEVENT\r\n") == len(agenda.find_dagen(vijandig(tekst)))
    assert all(len(regel.encode()) <= 75 for regel in ics.split("\r\n"))
    assert "\r\nUID:kwaad" not in ics


def test_the_human_columns_come_back_from_the_desk(gemaakt: tuple[str, Path]) -> None:
    """What is harmless in the workbook is still the same text when it returns: nothing new is stored."""
    from checker.beoordelingen import Moment, find_changes, read_werkblad

    tekst, uit = gemaakt
    inlezing = find_changes(read_werkblad(uit / "gapanalyse.xlsx"), vijandig(tekst), {}, Moment(datum="2026-12-01"))
    assert (inlezing.nieuw, inlezing.fouten) == ((), ())


def test_sheets_hold_the_text_in_the_columns_of_people(gemaakt: tuple[str, Path]) -> None:
    tekst, uit = gemaakt
    boek: Any = load_workbook(uit / "gapanalyse.xlsx")
    for blad, kop in ((namen.NORMEN, namen.REDEN), (namen.ACTIEPLAN, "Oorzaak"), (namen.SIGNALEN, namen.EIGENAAR), (namen.PRAKTIJKTOETS, "Antwoord")):
        koppen = [cel.value for cel in boek[blad][namen.KOPRIJ]]
        assert plat(boek[blad].cell(namen.KOPRIJ + 1, koppen.index(kop) + 1).value)[:100] == plat(tekst)[:100]
