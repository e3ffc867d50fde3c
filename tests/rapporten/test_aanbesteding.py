"""The answer document of a tender: own words with places, what is missing, the appendices."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

from docx import Document

from checker.kaders.model import Oordeel
from checker.rapporten.antwoord import AANVULLEN, BEANTWOORD, DEELS, NVT, answer_all, number_documents
from checker.rapporten.formaten import choose_formaten, write_all
from checker.rapporten.opmaak import inkorten, veilig
from checker.rapporten.word import aanbesteding
from checker.resultaat import Signaal
from tests.rapporten.voorbeeld import maak_resultaat

if TYPE_CHECKING:
    from pathlib import Path

    from checker.resultaat import Resultaat

RESULTAAT = replace(maak_resultaat(), signalen=tuple(s for s in maak_resultaat().signalen if s.soort != "persoonsgegevens"))
ANTWOORDEN = {a.bevinding.norm_id: a for a in answer_all(RESULTAAT)}


def plat(inhoud: bytes) -> str:
    """All text of a document in one line, without the marks of Word."""
    xml = zipfile.ZipFile(io.BytesIO(inhoud)).read("word/document.xml").decode()
    tekst = re.sub(r"</w:p>", " ", xml)
    tekst = re.sub(r"<[^>]+>", "", tekst)
    for markering, teken in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        tekst = tekst.replace(markering, teken)
    return " ".join(tekst.split())


TEKST = plat(aanbesteding.maak(RESULTAAT))


def test_a_persons_verdict_goes_first_but_nothing_is_answered_without_a_quote() -> None:
    assert ANTWOORDEN["JIJ-1.1"].stand == DEELS  # a person lowered the proposal
    assert ANTWOORDEN["KL-1.1"].stand == BEANTWOORD
    assert ANTWOORDEN["JIJ-3.1"].stand == NVT
    assert ANTWOORDEN["KL-1.2"].stand == AANVULLEN
    een = RESULTAAT.bevindingen[-1]
    optimist = replace(een, beoordeling={"oordeel": str(Oordeel.AANGETOOND), "reden": "Het is zo."})
    [antwoord] = answer_all(replace(RESULTAAT, bevindingen=(optimist,)))
    assert antwoord.stand == AANVULLEN
    nvt = replace(RESULTAAT.bevindingen[0], beoordeling={"oordeel": "niet_van_toepassing", "reden": "Wij doen dit niet."})
    [antwoord] = answer_all(replace(RESULTAAT, bevindingen=(nvt,)))
    assert (antwoord.stand, antwoord.toelichting, antwoord.documenten) == (NVT, "Wij doen dit niet.", ())


def test_every_demand_and_every_used_quote_is_printed_with_its_place() -> None:
    for antwoord in ANTWOORDEN.values():
        assert antwoord.bevinding.norm_id in TEKST
        for alinea in antwoord.alineas:
            for bewijs in alinea.citaten:
                assert " ".join(veilig(inkorten(" ".join(bewijs.citaat.split()), 600)).split()) in TEKST
                assert bewijs.plaats in TEKST


def test_only_quotes_that_count_are_used_and_each_once_per_demand() -> None:
    for antwoord in ANTWOORDEN.values():
        gebruikt = [bewijs for alinea in antwoord.alineas for bewijs in alinea.citaten]
        assert len(gebruikt) == len(set(gebruikt))
        assert set(gebruikt) <= set(antwoord.bevinding.bewijs)


def test_what_is_missing_is_marked() -> None:
    aan_te_vullen = [a for a in ANTWOORDEN.values() if a.ontbreekt]
    assert {a.stand for a in aan_te_vullen} == {DEELS, AANVULLEN}
    for antwoord in aan_te_vullen:
        assert f"Nog aan te vullen bij {antwoord.bevinding.norm_id}" in zipfile.ZipFile(io.BytesIO(aanbesteding.maak(RESULTAAT))).read("word/document.xml").decode()
    assert "Geen meting van tevredenheid gevonden." in TEKST


def test_appendices_are_the_quoted_documents_and_nothing_else() -> None:
    document = Document(io.BytesIO(aanbesteding.maak(RESULTAAT)))
    rijen = [[cel.text.split("\n")[0] for cel in rij.cells] for rij in document.tables[-1].rows][1:]
    nummers = number_documents(tuple(ANTWOORDEN.values()))
    assert [(rij[0], rij[1]) for rij in rijen] == [(nummer, pad) for pad, nummer in nummers.items()]
    geciteerd = {b.document for a in ANTWOORDEN.values() for deel in a.alineas for b in deel.citaten}
    assert set(nummers) == geciteerd
    for rij in rijen:
        assert set(rij[3].split(", ")) == {a.bevinding.norm_id for a in ANTWOORDEN.values() if rij[1] in a.documenten}


def test_links_lead_somewhere_and_bytes_are_the_same() -> None:
    inhoud = aanbesteding.maak(RESULTAAT)
    assert inhoud == aanbesteding.maak(RESULTAAT)
    xml = zipfile.ZipFile(io.BytesIO(inhoud)).read("word/document.xml").decode()
    ankers = re.findall(r'<w:bookmarkStart w:id="(\d+)" w:name="([^"]+)"', xml)
    assert set(re.findall(r'w:anchor="([^"]+)"', xml)) <= {naam for _, naam in ankers}
    assert len({nummer for nummer, _ in ankers}) == len(ankers)


def test_kind_replaces_the_word_report() -> None:
    assert choose_formaten((), "aanbesteding") == ("aanbesteding", "html", "json", "xlsx")
    assert choose_formaten(("html",), "aanbesteding") == ("aanbesteding", "html")
    assert choose_formaten((), "gap") == ("docx", "html", "json", "xlsx")


def test_empty_run_gives_a_document(tmp_path: Path) -> None:
    leeg = replace(RESULTAAT, bevindingen=(), kaders=(), acties=(), signalen=())
    [pad] = [p for p in write_all(leeg, tmp_path, ("aanbesteding",)) if p.suffix == ".docx"]
    assert "Er is geen document geciteerd." in plat(pad.read_bytes())


def _met_signaal(**velden: str) -> Resultaat:
    kop = {"soort": "tegenstrijdig", "ernst": "hoog", "plaats": "", "citaat": "", "melding": "Er klopt iets niet."}
    return replace(RESULTAAT, signalen=(Signaal(**{**kop, **velden}),))  # type: ignore[arg-type]


def test_a_document_with_data_of_clients_is_not_quoted_and_no_appendix() -> None:
    """What it showed has to be written by the practice itself."""
    bevinding = next(b for b in RESULTAAT.bevindingen if b.norm_id == "KL-1.1")
    pad = bevinding.bewijs[0].document
    resultaat = replace(_met_signaal(soort="persoonsgegevens", document=pad), bevindingen=(bevinding,))
    [antwoord] = answer_all(resultaat)
    assert pad not in antwoord.documenten
    assert antwoord.stand != BEANTWOORD
    assert any("gegevens van cliënten" in punt for punt in antwoord.ontbreekt)
    assert plat(aanbesteding.maak(resultaat)).count(pad) == 1  # only to say that it stays at home


def test_a_quote_that_the_dossier_contradicts_carries_a_warning() -> None:
    """The warning names the other place."""
    bewijs = ANTWOORDEN["KL-1.1"].alineas[0].citaten[0]
    resultaat = _met_signaal(document="ander.docx", plaats="alinea 4", citaat="Iets anders.", document2=bewijs.document, plaats2=bewijs.plaats, citaat2=bewijs.citaat)
    tekst = plat(aanbesteding.maak(resultaat))
    assert "Let op: uw documenten spreken elkaar hier tegen" in tekst
    assert "Er klopt iets niet. (ander.docx, alinea 4)" in tekst
    assert "spreken elkaar hier tegen" not in TEKST


def test_an_expired_appendix_and_an_older_version_are_marked() -> None:
    """The list of appendices says so beside the document; an expired row of a register does not make the register expired."""
    pad = ANTWOORDEN["KL-1.1"].documenten[0]
    assert "Let op: De geldigheid is voorbij." in plat(aanbesteding.maak(_met_signaal(soort="verlopen", document=pad, plaats="alinea 2", melding="De geldigheid is voorbij.")))
    assert "Hiervan staat ook nieuw.docx in het dossier" in plat(aanbesteding.maak(_met_signaal(document="nieuw.docx", document2=pad)))
    assert "voorbij" not in plat(aanbesteding.maak(_met_signaal(soort="verlopen", document=pad, plaats="blad 1, rij 2", melding="Dat is voorbij.")))
