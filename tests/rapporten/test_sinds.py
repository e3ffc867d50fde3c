"""The chapter about the time before: the same changes and numbers in Word, Excel and HTML."""

from __future__ import annotations

import html as html_
import re
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from docx import Document
from lxml import etree
from openpyxl import load_workbook

from checker.rapporten import excel, html, word
from checker.rapporten.excel import namen
from checker.rapporten.opmaak import inkorten, veilig
from checker.rapporten.sinds import tellingen
from checker.verschil import Richting, look_back, measure
from tests.rapporten.voorbeeld import VIJANDIG, maak_resultaat
from tests.verschil.test_verschil import NIEUW, OUD

if TYPE_CHECKING:
    from pathlib import Path

    from checker.verschil import Sinds, Verschil

_N = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def kijk_terug(oud: Any = OUD, nieuw: Any = NIEUW) -> Sinds:
    terugblik = look_back(oud, nieuw, measure(oud))
    assert terugblik is not None
    return terugblik


TERUGBLIK = kijk_terug()
assert TERUGBLIK.verschil is not None
VERSCHIL: Verschil = TERUGBLIK.verschil


@pytest.fixture(scope="module")
def document() -> Any:
    return Document(BytesIO(word.maak(NIEUW, terugblik=TERUGBLIK)))


@pytest.fixture(scope="module")
def boek(tmp_path_factory: pytest.TempPathFactory) -> Any:
    pad = tmp_path_factory.mktemp("sinds") / "g.xlsx"
    excel.write(NIEUW, pad, terugblik=TERUGBLIK)
    return load_workbook(pad, data_only=True)


@pytest.fixture(scope="module")
def pagina() -> str:
    return html.render(NIEUW, TERUGBLIK)


def _tabellen(document: Any) -> dict[str, list[list[str]]]:
    return {
        str(tabel._tbl.tblPr.find(f"{_N}tblCaption").get(f"{_N}val")): [[cel.text for cel in rij.cells] for rij in tabel.rows]
        for tabel in document.tables
    }


def _sectie(pagina: str) -> str:
    return html_.unescape(re.sub(r"<[^>]+>", " ", pagina.split('<section id="sinds"')[1].split("</section>", maxsplit=1)[0]))


def _rijen(boek: Any, blad: str) -> list[tuple[Any, ...]]:
    return [rij for rij in boek[blad].iter_rows(min_row=namen.KOPRIJ + 1, values_only=True) if rij[0]]


def test_counts_are_the_same_in_word_excel_and_html(document: Any, boek: Any, pagina: str) -> None:
    """Word and HTML print them; of Excel the rows are counted."""
    verwacht = {naam: n for naam, n in tellingen(VERSCHIL).items() if n}
    in_word = {naam: int(n) for naam, n in _tabellen(document)["Wat er veranderde, in getallen"]}
    in_html = {naam: int(n) for naam, n in re.findall(r"<dt>([^<]+)</dt><dd>(\d+)</dd>", pagina.split('id="sinds"')[1].split("<h3>", maxsplit=1)[0])}
    soorten = [(rij[0], rij[1]) for rij in _rijen(boek, namen.SINDS)]
    in_excel = {
        **{f"Normen: {r!s}": soorten.count(("Norm", str(r).capitalize())) for r in Richting},
        "Citaten erbij": soorten.count(("Citaat", "Erbij")), "Citaten weg": soorten.count(("Citaat", "Weg")),
        "Documenten veranderd": sum(soort == "Document" for soort, _ in soorten),
        "Signalen nieuw": soorten.count(("Signaal", "Nieuw")), "Signalen weg": soorten.count(("Signaal", "Weg")),
        "Oordelen van mensen veranderd": sum(soort == "Mens" for soort, _ in soorten),
    }
    assert in_word == in_html == {naam: n for naam, n in in_excel.items() if n} == verwacht
    assert {"Normen: beter", "Normen: slechter", "Normen: vervallen", "Citaten weg", "Signalen nieuw"} <= verwacht.keys()


def test_every_change_stands_in_all_three(document: Any, boek: Any, pagina: str) -> None:
    tekst = "\n".join("".join(t.text or "" for t in p.iter(f"{_N}t")) for p in document.element.body.iter(f"{_N}p"))
    hoofdstuk = tekst[tekst.rindex("Sinds de vorige keer\n") : tekst.rindex("Leeswijzer: methode")]
    blad = "\n".join(str(cel) for rij in _rijen(boek, namen.SINDS) for cel in rij if cel)
    deel = " ".join(_sectie(pagina).split())
    veranderd = [n for n in VERSCHIL.normen if n.veranderd]
    stukken = [s for n in veranderd for s in (n.norm_id, *(veilig(inkorten(b.citaat)) for b in (*n.erbij, *n.weg)))]
    stukken += [veilig(p) for d in VERSCHIL.documenten for p in (d.pad, d.was) if p]
    stukken += [s.melding for s in (*VERSCHIL.signalen_nieuw, *VERSCHIL.signalen_weg)]
    assert len(stukken) > 12
    for stuk in stukken:
        assert stuk in hoofdstuk
        assert stuk in blad
        assert " ".join(stuk.split()) in deel


def test_course_of_all_runs_is_a_picture_with_words(document: Any, boek: Any, pagina: str) -> None:
    """The bars in Word have an alt text, those on the page a label, the chart in Excel a table."""
    samen = TERUGBLIK.verloop[0]
    geldend = [f"{p.telling[next(iter(p.telling))]} van {p.geldend}" for p in samen.punten]
    [titel] = [naam for naam in _tabellen(document) if naam.startswith("Verloop van Alle kaders samen")]
    assert re.findall(r"(\d+ van \d+) aangetoond", titel) == geldend
    rijen = _rijen(boek, namen.VERLOOP)
    assert [sum(rij[2:7]) for rij in rijen] == [rij[7] for rij in rijen] == [sum(p.telling.values()) for r in TERUGBLIK.verloop for p in r.punten]
    assert len(boek[namen.VERLOOP]._charts) == 1
    labels = re.findall(r'aria-label="Alle kaders samen, ([^:"]+):', pagina)
    assert labels == ["22 november 2026", "10 januari 2027"]
    assert all(woorden in _sectie(pagina) for woorden in geldend)


def test_rows_of_the_picture_fill_the_grid(document: Any) -> None:
    """A row that is too short or too long shifts in Word, and with more than 63 columns it refuses the file."""
    for tabel in document.element.body.iter(f"{_N}tbl"):
        kolommen = len(tabel.findall(f"{_N}tblGrid/{_N}gridCol"))
        assert kolommen <= 63
        for rij in tabel.findall(f"{_N}tr"):
            spans = [cel.find(f"{_N}tcPr/{_N}gridSpan") for cel in rij.findall(f"{_N}tc")]
            assert sum(1 if span is None else int(span.get(f"{_N}val")) for span in spans) == kolommen


def test_without_an_earlier_run_nothing_is_added(tmp_path: Path) -> None:
    assert look_back(None, NIEUW, ()) is None
    assert b"Sinds de vorige keer" not in html.render(NIEUW).encode()
    excel.write(NIEUW, tmp_path / "g.xlsx")
    boek = load_workbook(tmp_path / "g.xlsx")
    assert not {namen.SINDS, namen.VERLOOP} & set(boek.sheetnames)
    assert not {namen.SINDS, namen.VERLOOP} & {cel.value for cel in boek[namen.LEESMIJ]["A"]}


def test_leesmij_lists_every_sheet(boek: Any) -> None:
    genoemd = [cel.value for cel in boek[namen.LEESMIJ]["A"] if cel.value in boek.sheetnames]
    assert genoemd == [naam for naam in boek.sheetnames if naam not in (namen.LEESMIJ, namen.LIJSTEN)]


def test_an_unchanged_dossier_is_said_to_be_unchanged() -> None:
    later = replace(OUD, peildatum="2027-01-10")
    zin = "Vergeleken met de toets op peildatum 22 november 2026. Er is niets veranderd"
    inhoud = Document(BytesIO(word.maak(later, terugblik=kijk_terug(OUD, later))))
    assert any(p.text.startswith(zin) for p in inhoud.paragraphs)
    assert zin in _sectie(html.render(later, kijk_terug(OUD, later)))


def test_kader_of_one_of_the_runs_is_named_and_not_counted() -> None:
    """Another choice of kaders is no change of the dossier."""
    alleen = replace(OUD, kaders=OUD.kaders[:1], bevindingen=tuple(b for b in OUD.bevindingen if b.kader_id == "jij_kader"))
    for oud, nieuw, woorden in ((OUD, alleen, "De vorige keer wel getoetst en nu niet"), (alleen, OUD, "Alleen nu getoetst")):
        verschil = kijk_terug(oud, nieuw).verschil
        assert verschil is not None
        assert verschil.telling["nieuw"] == verschil.telling["vervallen"] == 0
        assert [zin for zin in verschil.let_op if zin.startswith(woorden)] == [f"{woorden}{' en dus niet vergeleken' if nieuw is OUD else ''}: Kwaliteitslabel Sociaal Werk."]


def test_hostile_text_of_the_earlier_run_is_text(tmp_path: Path) -> None:
    vuil = f"</w:t></w:r>{VIJANDIG}"
    een = replace(OUD.bevindingen[1], norm_id=f"JIJ-{vuil}", titel=vuil, bewijs=(replace(OUD.bevindingen[1].bewijs[0], citaat=vuil * 200, document=vuil, plaats=vuil),))
    signaal = replace(OUD.signalen[0], melding=vuil, document=vuil, citaat=vuil)
    kaders = tuple(replace(k, titel=f"={vuil}") for k in OUD.kaders)
    documenten = (*OUD.dossier.documenten, replace(OUD.dossier.documenten[0], pad=vuil, sha256="7" * 64))
    oud = replace(OUD, bevindingen=(*OUD.bevindingen, een), signalen=(signaal,), kaders=kaders, dossier=replace(OUD.dossier, documenten=documenten))
    nieuw = replace(NIEUW, kaders=kaders)
    terugblik = kijk_terug(oud, nieuw)
    with ZipFile(BytesIO(word.maak(nieuw, terugblik=terugblik))) as archief:
        markup = archief.read("word/document.xml").decode()
    etree.fromstring(markup.encode())
    excel.write(nieuw, tmp_path / "g.xlsx", terugblik=terugblik)
    formules = [cel for blad in (namen.SINDS, namen.VERLOOP) for rij in load_workbook(tmp_path / "g.xlsx")[blad].iter_rows() for cel in rij if cel.data_type == "f"]
    with ZipFile(tmp_path / "g.xlsx") as archief:
        bladen = "".join(archief.read(n).decode() for n in archief.namelist() if n.endswith(".xml"))
    for tekst in (markup, html.render(nieuw, terugblik), bladen):
        assert "<script>alert" not in tekst
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\ud800-\udfff]", tekst)
    assert formules == []


def test_example_of_the_other_tests_is_untouched() -> None:
    assert maak_resultaat() == OUD
