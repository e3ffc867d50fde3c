"""The short Word report, and how briefly the full one says what is missing."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from docx import Document

from checker.commands.samenvatting import print_samenvatting
from checker.dossier.bestanden import is_report
from checker.kaders.model import Niveau, Oordeel
from checker.rapporten import html, word
from checker.rapporten.formaten import FORMATEN, OP_VERZOEK, choose_formaten, write_all
from checker.rapporten.gaten import hiaten_per_reden, zonder_reden
from checker.rapporten.opmaak import veilig
from checker.rapporten.overzicht import dringend
from checker.rapporten.word import kort
from tests.rapporten.voorbeeld import maak_resultaat
from tests.rapporten.voorbeeld_bouw import bevinding, onderdeel

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as DocumentType

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
GEEN = "geen bewijs gevonden in de aangeleverde documenten"
TEKST = "Cliënten weten waar zij terecht kunnen"
HIAAT = f"Ontbreekt: cliënten weten waar zij terecht kunnen ({GEEN})."
ADVIES = "Zet het telefoonnummer op de website."
VRAAG = "Waar gaat u heen met een klacht?"
LEEG = bevinding(
    "JIJ-1.1", Oordeel.NIET_AANGETOOND, "Klachten", hiaten=(HIAAT,), advies=(ADVIES,),
    onderdelen=(onderdeel("a", TEKST, "niet_gedekt", niveau=Niveau.GEEN, hiaat=HIAAT, advies=ADVIES, reden=f"{GEEN}."),),
)


def _tekst(document: DocumentType) -> str:
    alineas = document.element.body.iter(f"{_W}p")
    return "\n".join("".join(t.text or "" for t in alinea.iter(f"{_W}t")) for alinea in alineas)


def _lees(inhoud: bytes) -> DocumentType:
    return Document(BytesIO(inhoud))


@pytest.fixture(scope="module")
def rapport() -> DocumentType:
    return _lees(kort.maak(maak_resultaat()))


def test_short_report_names_every_norm_with_its_verdict_once(rapport: DocumentType) -> None:
    rijen = [[cel.text for cel in rij.cells] for tabel in rapport.tables for rij in tabel.rows[1:] if tabel.rows[0].cells[-1].text == "Acties"]
    geldend = [b.norm_id for b in maak_resultaat().bevindingen if b.oordeel != Oordeel.NIET_VAN_TOEPASSING]
    assert [rij[0] for rij in rijen] == geldend
    tekst = _tekst(rapport)
    for b in maak_resultaat().bevindingen:
        assert b.norm_id in tekst


def test_short_report_keeps_what_is_urgent_and_leaves_out_the_quotes(rapport: DocumentType) -> None:
    resultaat, tekst = maak_resultaat(), _tekst(rapport)
    assert all(veilig(signaal.melding) in tekst for signaal in dringend(resultaat))
    assert not any(bewijs.citaat in tekst for b in resultaat.bevindingen for bewijs in b.bewijs if bewijs.citaat)
    assert all(actie.titel in tekst for actie in resultaat.acties)


def test_every_link_of_the_short_report_has_a_target(rapport: DocumentType) -> None:
    body = rapport.element.body
    doelen = [e.get(f"{_W}name") for e in body.iter(f"{_W}bookmarkStart")]
    assert {e.get(f"{_W}anchor") for e in body.iter(f"{_W}hyperlink")} <= set(doelen)
    nummers = [e.get(f"{_W}id") for e in body.iter(f"{_W}bookmarkStart")]
    assert len(set(doelen)) == len(doelen)
    assert len(set(nummers)) == len(nummers)


def test_short_report_takes_the_place_of_the_full_one(tmp_path: Path) -> None:
    assert choose_formaten((), "kort") == ("kort", "html", "json", "xlsx")
    namen = {pad.name for pad in write_all(maak_resultaat(), tmp_path, choose_formaten(("docx",), "kort"))}
    assert namen == {"gaprapport-kort.docx", "resultaat.json"}


def test_no_report_of_ours_is_read_as_a_document_of_the_practice() -> None:
    assert all(is_report(naam) for _, naam in (FORMATEN | OP_VERZOEK).values())


@pytest.mark.parametrize("schrijf", [lambda r: _tekst(_lees(word.maak(r))), html.render], ids=["word", "html"])
def test_a_gap_and_its_advice_are_said_once_at_a_norm(schrijf: object) -> None:
    kaal = replace(maak_resultaat(), bevindingen=(LEEG,), acties=(), signalen=())
    tekst = schrijf(kaal)  # type: ignore[operator]
    assert tekst.count(ADVIES) == 1
    assert tekst.count(GEEN) + tekst.count(GEEN.capitalize()) <= 1


def test_gap_that_says_more_than_its_onderdeel_stays() -> None:
    eigen = "Er is een regeling van 2014, maar geen nummer."
    norm = replace(LEEG, hiaten=(eigen, "Los hiaat."), onderdelen=(replace(LEEG.onderdelen[0], hiaat=eigen),))
    tekst = _tekst(_lees(word.maak(replace(maak_resultaat(), bevindingen=(norm,)))))
    assert tekst.count(eigen) == 1
    assert tekst.count("Los hiaat.") == 1


def test_a_reason_that_several_gaps_have_is_said_once() -> None:
    """In the cell of a norm; beside the onderdeel it stands in a column of its own."""
    een, twee = (replace(LEEG.onderdelen[0], reden=GEEN, hiaat=f"Ontbreekt: {wat} ({GEEN}).") for wat in ("een", "twee"))
    ander = replace(een, reden="te oud", hiaat="Nog niet volledig: drie (te oud).")
    norm = replace(LEEG, onderdelen=(een, ander, twee), hiaten=(een.hiaat, ander.hiaat, twee.hiaat, "Los hiaat."))
    assert hiaten_per_reden(norm) == (f"{GEEN.capitalize()}:", "- Ontbreekt: een.", "- Ontbreekt: twee.", ander.hiaat, "Los hiaat.")
    assert zonder_reden(ander) == "Nog niet volledig: drie."


def test_questions_stand_once_with_the_way_to_them_at_the_norm() -> None:
    from checker.resultaat import Praktijktoets

    norm = replace(LEEG, praktijktoets=(Praktijktoets(soort="interview", rol="cliënt", vraag=VRAAG),))
    tekst = _tekst(_lees(word.maak(replace(maak_resultaat(), bevindingen=(norm,)))))
    assert tekst.count(VRAAG) == 1
    assert "Gesprek en dossiertoets: 1 vraag aan cliënt, zie Nog te toetsen in de praktijk." in tekst


@pytest.mark.parametrize(("hoeveel", "verwacht"), [(61, True), (60, False)])
def test_a_long_report_is_printed_with_the_way_to_the_short_one(hoeveel: int, verwacht: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    print_samenvatting(replace(maak_resultaat(), bevindingen=(LEEG,) * hoeveel), [tmp_path / "gaprapport.docx"])
    assert (f'checker rapport "{tmp_path / "resultaat.json"}" --soort kort' in capsys.readouterr().out) == verwacht
