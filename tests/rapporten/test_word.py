"""The Word report, read back, says what the resultaat says."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from docx import Document
from lxml import etree
from openpyxl import load_workbook

from checker.kaders.model import Oordeel
from checker.profiel import read_profiel
from checker.rapporten import excel
from checker.rapporten.excel import namen
from checker.rapporten.html import render
from checker.rapporten.opmaak import OORDELEN, inkorten, veilig
from checker.rapporten.overzicht import totaal
from checker.rapporten.word import maak, write
from checker.rapporten.word.xml import W, afbreekbaar
from tests.rapporten.voorbeeld import VIJANDIG, bevinding, maak_resultaat

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as DocumentType
    from docx.table import Table

    from checker.resultaat import Resultaat

_N = f"{{{W}}}"


@pytest.fixture(scope="module")
def rapport() -> DocumentType:
    return Document(BytesIO(maak(maak_resultaat())))


def _alle_tekst(document: DocumentType) -> str:
    alineas = document.element.body.iter(f"{_N}p")
    return "\n".join("".join(t.text or "" for t in alinea.iter(f"{_N}t")) for alinea in alineas)


def _tabel(document: DocumentType, titel: str) -> Table:
    """Find a table by its alt text."""
    for tabel in document.tables:
        bijschrift = tabel._tbl.tblPr.find(f"{_N}tblCaption")
        if bijschrift is not None and str(bijschrift.get(f"{_N}val")).startswith(titel):
            return tabel
    raise AssertionError(titel)


def _koppen(document: DocumentType) -> list[str]:
    return [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]


def test_sections_of_a_gap_report(rapport: DocumentType) -> None:
    assert _koppen(rapport) == [
        "Managementsamenvatting",
        "Leeswijzer: methode en beperkingen",
        "JIJ-kader",
        "Kwaliteitslabel Sociaal Werk",
        "Wat opvalt in de documenten",
        "Nog te toetsen in de praktijk",
        "Actieplan",
        "Bijlage: documenten en versies",
        "Bijlage: kruistabel",
    ]


def test_counts_equal_the_resultaat(rapport: DocumentType) -> None:
    telling = totaal(maak_resultaat())
    laatste = _tabel(rapport, "Aantal normen per kader").rows[-1]
    cijfers = [int(cel.text) for cel in laatste.cells[1:]]
    assert cijfers == [telling.totaal, *telling.aantallen.values(), telling.niet_uit_papier]


def test_every_quote_stands_with_its_place(rapport: DocumentType) -> None:
    for bevinding_ in maak_resultaat().bevindingen:
        if not bevinding_.bewijs:
            continue
        tabel = _tabel(rapport, f"Citaten die norm {bevinding_.norm_id}")
        for rij, bewijs in zip(tabel.rows[1:], bevinding_.bewijs, strict=True):
            assert rij.cells[1].text == f"“{veilig(inkorten(bewijs.citaat))}”"
            assert bewijs.plaats in rij.cells[2].text
            assert bewijs.document.rsplit("/", 1)[-1] in rij.cells[2].text


def test_every_verdict_stands_in_its_overview(rapport: DocumentType) -> None:
    rijen = {
        rij.cells[0].text: rij.cells[2].text
        for tabel in rapport.tables
        for rij in tabel.rows[1:]
        if len(tabel.columns) == 6 and tabel.rows[0].cells[2].text == "Voorstel"
    }
    for b in maak_resultaat().bevindingen:
        if b.oordeel != Oordeel.NIET_VAN_TOEPASSING:
            assert rijen[b.norm_id].startswith(OORDELEN[b.oordeel].woord)
            assert b.label in rijen[b.norm_id]


def test_not_applicable_stands_in_a_compact_table_with_its_reason(rapport: DocumentType) -> None:
    tabel = _tabel(rapport, "Normen van het thema Veiligheid die niet van toepassing zijn")
    assert [cel.text for cel in tabel.rows[1].cells][0::2] == [
        "JIJ-3.1",
        "De praktijk biedt geen gesloten jeugdhulp (praktijk.yaml).",
    ]


def test_cannot_tell_is_not_called_not_found(rapport: DocumentType) -> None:
    tekst = _alle_tekst(rapport)
    blok = tekst[tekst.rindex("JIJ-2.2  Medewerkers") : tekst.rindex("JIJ-3.2  De meldcode")]
    assert "Papier kan dit niet laten zien" in blok
    assert "Geen bewijs gevonden" not in blok


def test_human_verdict_stands_beside_the_proposal(rapport: DocumentType) -> None:
    tekst = _alle_tekst(rapport)
    assert "Beoordeling door een mens: Grotendeels aangetoond (M. de Vries, 23 november 2026)" in tekst


def test_everything_of_a_norm_is_printed(rapport: DocumentType) -> None:
    tekst = _alle_tekst(rapport)
    for b in maak_resultaat().bevindingen:
        verwacht = (b.titel, b.reden, b.wet_nu, *b.hiaten, *b.advies, *b.ontbrekende_documenten)
        for deel in (*verwacht, *(p.vraag for p in b.praktijktoets)):
            assert deel in tekst
        for weg in b.tegenbewijs:
            assert weg.citaat in tekst


def test_signalen_acties_and_documents_are_printed(rapport: DocumentType) -> None:
    resultaat = maak_resultaat()
    tekst = _alle_tekst(rapport)
    for signaal in resultaat.signalen:
        assert signaal.melding in tekst
        assert veilig(signaal.citaat) in tekst
    for actie in resultaat.acties:
        assert actie.titel in tekst
        assert actie.benodigd_bewijs in tekst
    rijen = _tabel(rapport, "Documenten in het dossier").rows[1:]
    for rij, document in zip(rijen, resultaat.dossier.documenten, strict=True):
        assert veilig(document.pad) in rij.cells[1].text
        assert rij.cells[5].text == document.sha256[:10]


def test_action_plan_has_fields_to_fill_in(rapport: DocumentType) -> None:
    velden = [e.get(f"{_N}val") for e in rapport.element.body.iter(f"{_N}alias")]
    assert velden == ["Actiehouder", "Deadline", "Status"] * 3


def test_contents_is_filled_and_every_link_has_a_target(rapport: DocumentType) -> None:
    body = rapport.element.body
    doelen = {e.get(f"{_N}name") for e in body.iter(f"{_N}bookmarkStart")}
    links = [e.get(f"{_N}anchor") for e in body.iter(f"{_N}hyperlink")]
    assert set(links) <= doelen
    inhoud = next(body.iter(f"{_N}sdtContent"))
    regels = ["".join(t.text or "" for t in p.iter(f"{_N}t")) for p in inhoud.iter(f"{_N}p")]
    assert regels[:2] == ["Inhoud", "Managementsamenvatting"]
    assert set(_koppen(rapport)) <= set(regels)


def test_bookmark_ids_are_unique(rapport: DocumentType) -> None:
    ids = [e.get(f"{_N}id") for e in rapport.element.body.iter(f"{_N}bookmarkStart")]
    assert len(ids) == len(set(ids))


def test_tables_are_accessible(rapport: DocumentType) -> None:
    """Every table has alt text; header rows repeat; rows stay whole."""
    for tabel in rapport.element.body.iter(f"{_N}tbl"):
        eigenschappen = tabel.find(f"{_N}tblPr")
        assert eigenschappen.find(f"{_N}tblCaption").get(f"{_N}val")
        stijl = eigenschappen.find(f"{_N}tblStyle").get(f"{_N}val")
        rijen = tabel.findall(f"{_N}tr")
        assert (rijen[0].find(f"{_N}trPr/{_N}tblHeader") is not None) == (stijl == "CheckerTabel")
        breedtes = {len(rij.findall(f"{_N}tc")) for rij in rijen}
        assert breedtes == {len(tabel.findall(f"{_N}tblGrid/{_N}gridCol"))}
        assert all(rij.find(f"{_N}trPr/{_N}cantSplit") is not None or _stays_with_what_follows(rij) for rij in rijen)


def _stays_with_what_follows(rij: etree._Element) -> bool:
    return all(zin.find(f"{_N}pPr/{_N}keepNext") is not None for zin in rij.iter(f"{_N}p"))


def test_the_strip_of_a_norm_stays_with_its_reason(rapport: DocumentType) -> None:
    """Every line of it, and no row that is kept whole: with such a row LibreOffice leaves the strip at the foot of the page."""
    rijen = [
        rij for tabel in rapport.element.body.iter(f"{_N}tbl") for rij in tabel.findall(f"{_N}tr")
        if tabel.find(f"{_N}tblPr/{_N}tblCaption").get(f"{_N}val").startswith("Voorstel voor norm")
    ]
    assert rijen
    assert all(_stays_with_what_follows(rij) and rij.find(f"{_N}trPr/{_N}cantSplit") is None for rij in rijen)


@pytest.mark.parametrize(("naam", "regels"), [
    ("Kwaliteitshandboek_met_een_hele_lange_naam_v3.docx", ["Kwaliteitshandboek_", "met_", "een_", "hele_", "lange_", "naam_", "v3.", "docx"]),
    ("01_Kwaliteitshandboek.pdf", ["01_", "Kwaliteitshandboek.", "pdf"]),
    ("meldcode_v3.docx", ["meldcode_v3.docx"]),
    ("een lange naam met spaties en-streepjes_v3.docx", ["een lange naam met spaties en-streepjes_v3.docx"]),
])
def test_a_long_name_breaks_between_its_words(naam: str, regels: list[str]) -> None:
    """Else Word breaks it in the middle of one."""
    assert regels == afbreekbaar(naam).split("\u200b")


def test_every_style_that_is_used_exists(rapport: DocumentType) -> None:
    bekend = {stijl.style_id for stijl in rapport.styles}
    for soort in ("pStyle", "rStyle", "tblStyle"):
        assert {e.get(f"{_N}val") for e in rapport.element.body.iter(f"{_N}{soort}")} <= bekend


def test_page_numbers_header_language_and_properties(rapport: DocumentType) -> None:
    sectie = rapport.sections[0]
    voet = etree.tostring(sectie.footer._element, encoding="unicode")
    assert " PAGE " in voet
    assert " NUMPAGES " in voet
    assert "Praktijk De Linde" in sectie.header.paragraphs[0].text
    assert rapport.core_properties.title == "Gaprapport kwaliteitskaders Praktijk De Linde"
    assert rapport.core_properties.language == "nl-NL"
    taal = rapport.styles.element.find(f".//{_N}docDefaults//{_N}lang")
    assert taal.get(f"{_N}val") == "nl-NL"
    assert [s.orientation for s in rapport.sections] == [0, 1, 0, 1]


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    write(maak_resultaat(), tmp_path / "een.docx")
    write(maak_resultaat(), tmp_path / "map" / "twee.docx")
    een, twee = (tmp_path / "een.docx").read_bytes(), (tmp_path / "map" / "twee.docx").read_bytes()
    assert een == twee


def _overal_vijandig() -> Resultaat:
    resultaat = maak_resultaat()
    vuil = f"</w:t></w:r>{VIJANDIG}<w:r>"
    norm = bevinding(
        f"JIJ-{vuil}",
        Oordeel.NIET_AANGETOOND,
        vuil,
        thema=vuil,
        reden=vuil,
        risico=vuil,
        label=vuil,
        wet_nu=vuil,
        zekerheid=vuil,
        pdca=(vuil,),
        hiaten=(vuil,),
        advies=(vuil,),
        ontbrekende_documenten=(vuil,),
        beoordeling={"oordeel": vuil, "reden": vuil, "beoordelaar": vuil, "datum": vuil},
    )
    kaders = (replace(resultaat.kaders[0], titel=vuil, versie=vuil, status=vuil, uitgever=vuil),)
    dossier = replace(resultaat.dossier, naam=vuil, aannames=(vuil,), profiel={"wet": [vuil]})
    return replace(resultaat, kaders=kaders, bevindingen=(norm,), dossier=dossier, versies={vuil: vuil})


def test_hostile_text_is_text_everywhere() -> None:
    inhoud = maak(_overal_vijandig())
    with ZipFile(BytesIO(inhoud)) as archief:
        for naam in archief.namelist():
            if naam.endswith((".xml", ".rels")):
                etree.fromstring(archief.read(naam))
        markup = archief.read("word/document.xml").decode()
    assert "<script" not in markup
    assert "\u202e" not in markup
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", markup)
    assert "<script>alert('x')</script>" in _alle_tekst(Document(BytesIO(inhoud)))


def test_an_empty_run_still_gives_a_readable_report() -> None:
    """No section without content: what does not exist is left out or said."""
    resultaat = maak_resultaat()
    leeg = replace(
        resultaat,
        kaders=(),
        bevindingen=(),
        signalen=(),
        acties=(),
        dossier=replace(resultaat.dossier, documenten=(), aannames=(), profiel={}),
    )
    document = Document(BytesIO(maak(leeg)))
    assert "Actieplan" not in _koppen(document)
    assert "Bijlage: kruistabel" not in _koppen(document)
    tekst = _alle_tekst(document)
    assert "Er zijn geen documenten aangeleverd." in tekst
    assert "Er zijn geen tegenstrijdigheden gevonden in de aangeleverde documenten." in tekst


def test_no_heading_stands_without_content(rapport: DocumentType) -> None:
    """A heading is followed by text, a table, or a heading below it."""
    kinderen = [k for k in rapport.element.body if k.tag in {f"{_N}p", f"{_N}tbl"}]
    for deze, volgende in pairwise(kinderen):
        niveau, erna = _niveau(deze), _niveau(volgende)
        if niveau and erna:
            assert erna > niveau


def test_a_sentence_between_heading_and_table_stays_with_the_table(rapport: DocumentType) -> None:
    """Else a heading with its sentence is left alone at the foot of a page."""
    kinderen = [k for k in rapport.element.body if k.tag in {f"{_N}p", f"{_N}tbl"}]
    los = [
        "".join(t.text or "" for t in zin.iter(f"{_N}t"))
        for kop, zin, na in zip(kinderen, kinderen[1:], kinderen[2:], strict=False)
        if kop.tag == zin.tag == f"{_N}p" and na.tag == f"{_N}tbl" and _niveau(kop) and not _niveau(zin) and zin.find(f"{_N}pPr/{_N}keepNext") is None
    ]
    assert los == []


def _niveau(element: etree._Element) -> int:
    stijl = element.find(f"{_N}pPr/{_N}pStyle")
    waarde = "" if stijl is None else str(stijl.get(f"{_N}val"))
    return int(waarde[-1]) if waarde.startswith("Heading") else 0


def test_many_documents_become_a_list_instead_of_a_wide_table() -> None:
    resultaat = maak_resultaat()
    eerste = resultaat.bevindingen[0]
    regel = resultaat.dossier.documenten[0]
    paden = [f"map/bestand {nr}.docx" for nr in range(30)]
    bewijs = tuple(replace(eerste.bewijs[0], document=pad) for pad in paden)
    breed = replace(
        resultaat,
        bevindingen=(replace(eerste, bewijs=bewijs, onderdelen=()),),
        dossier=replace(resultaat.dossier, documenten=tuple(replace(regel, pad=pad) for pad in paden)),
    )
    tabel = _tabel(Document(BytesIO(maak(breed))), "Kruistabel van normen en documenten: JIJ")
    assert len(tabel.columns) == 2
    assert tabel.rows[1].cells[1].text.endswith("D29 (1), D30 (1)")


def test_flags_of_the_profile_are_written_in_words(tmp_path: Path) -> None:
    """The same plain words in Word, Excel and HTML: no key of praktijk.yaml, and yes apart from no."""
    resultaat = maak_resultaat()
    profiel: dict[str, object] = {"kenmerken": {"derden_zzp": True, "verblijf": False}, "wet": ["wmo"], "medewerkers": None}
    uit = replace(resultaat, dossier=replace(resultaat.dossier, profiel=profiel))
    verwacht = {"Kenmerken": "Huurt zzp'ers of andere derden in", "Geldt niet": "Biedt verblijf (wonen, logeren, groep)", "Wet": "Wmo"}
    colofon = {rij.cells[0].text: rij.cells[1].text for rij in _tabel(Document(BytesIO(maak(uit))), "Colofon").rows}
    assert {naam: colofon[naam] for naam in verwacht} == verwacht
    assert "Medewerkers" not in colofon
    excel.write(uit, tmp_path / "g.xlsx")
    logboek = load_workbook(tmp_path / "g.xlsx")[namen.LOGBOEK].iter_rows(values_only=True)
    assert {rij[1]: rij[2] for rij in logboek if rij[0] == "Profiel"} == verwacht
    pagina = unescape(render(uit))
    assert all(f"<dt>{naam}</dt><dd>{waarde}</dd>" in pagina for naam, waarde in verwacht.items())


def test_what_the_profile_does_not_say_is_told_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "praktijk.yaml").write_text("naam: De Linde\nkenmerken: {verblijf: true}\n", encoding="utf-8")
    [aanname] = read_profiel(tmp_path).aannames
    assert "biedt pleegzorg; " in aanname
    assert "biedt verblijf" not in aanname
    assert not any("_" in woord for woord in aanname.split())


def test_urgent_signalen_stand_in_the_summary_with_the_way_to_the_rest() -> None:
    """At most ten, one sentence each with the words it is about; how many there are stands in the heading."""
    een = next(s for s in maak_resultaat().signalen if s.citaat)
    hoog = tuple(replace(een, soort="verlopen", ernst="hoog", melding=f"Nummer {n} is verlopen. Vraag een nieuwe.") for n in range(12))
    tekst = _alle_tekst(Document(BytesIO(maak(replace(maak_resultaat(), signalen=hoog)))))
    kort = tekst[tekst.rindex("Dringend: 12 signalen met ernst hoog") : tekst.rindex("Grootste risico's")]
    assert "Nummer 9 is verlopen." in kort
    assert "Nummer 10 is verlopen" not in kort
    assert een.citaat[:40] in kort
    assert "Nog 2 signalen met ernst hoog: zie Wat opvalt in de documenten" in kort


@pytest.mark.parametrize(
    ("mens", "verwacht"),
    [
        ({"beoordelaar": "M. de Vries", "datum": "2026-11-23"}, ""), ({"eigenaar": "Joris"}, "Afspraken: Eigenaar: Joris."),
        ({"oordeel": "aangetoond"}, "Beoordeling door een mens: Aangetoond."), (None, ""),
    ],
)
def test_a_verdict_that_was_withdrawn_is_no_verdict(mens: dict[str, str] | None, verwacht: str) -> None:
    """A name and a date alone judge nothing; who takes it up is an agreement."""
    een = replace(maak_resultaat().bevindingen[0], beoordeling=mens)
    resultaat = replace(maak_resultaat(), bevindingen=(een,))
    tekst, pagina = _alle_tekst(Document(BytesIO(maak(resultaat)))), render(resultaat)
    assert ("Beoordeling door een mens" in tekst, "Beoordeling door een mens" in pagina) == (("mens" in verwacht),) * 2
    assert verwacht in tekst


def test_a_kader_of_which_no_norm_applies_takes_one_paragraph() -> None:
    """The reason stands there once, with every norm; its heading and all links to it stay."""
    nvt = tuple(
        replace(b, oordeel=Oordeel.NIET_VAN_TOEPASSING, reden="de praktijk biedt geen verblijf") if b.kader_id == "jij_kader" else b
        for b in maak_resultaat().bevindingen
    )
    document = Document(BytesIO(maak(replace(maak_resultaat(), bevindingen=nvt))))
    tekst = _alle_tekst(document)
    assert tekst.count("De praktijk biedt geen verblijf.") == 1
    assert "Geen van deze normen is van toepassing" in tekst
    assert "JIJ-kader" in _koppen(document)
    test_contents_is_filled_and_every_link_has_a_target(document)
