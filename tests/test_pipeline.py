"""The stages in order: what is printed was found back in its source, and documents are listed one way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker import pipeline
from checker.bewijs.citaat import fingerprint, stands_in
from checker.bewijs.documentsoort import recognise
from checker.catalogi import installed_catalogus
from checker.commands.signalen import check_signalen
from checker.dossier.document import Document, Dossier, Toestand
from checker.dossier.passage import Passage, Soort, Vindplaats
from checker.pipeline import OnvindbaarCitaatError, Opdracht, dossier_regel, toets
from checker.profiel import Profiel
from checker.resultaat import Resultaat
from checker.signalen.namen import find_namen
from checker.vergelijking.toetsen import Toetser, Vraag

ZIN = "Bij een vermoeden van huiselijk geweld volgt de hulpverlener de vijf stappen van de meldcode."
PASSAGE = Passage(nr=0, soort=Soort.ALINEA, tekst=ZIN, vindplaats=Vindplaats(plaats="alinea 1"))
DOCUMENT = Document(
    pad="klachtenregeling.txt", sha256="1" * 64, soort="txt", toestand=Toestand.GELEZEN, titel="Dossier van cliënt met BSN 111222333", passages=(PASSAGE,),
)
DOSSIER = Dossier(naam="proef", documenten=(DOCUMENT,))
PROFIEL = Profiel(naam="proef", bekend=True, wet=("jeugdwet",), kenmerken={"verblijf": True})


@pytest.fixture(scope="module")
def opdracht() -> Opdracht:
    catalogus = installed_catalogus()[0]
    return Opdracht(dossier=DOSSIER, profiel=PROFIEL, kaders=(catalogus.kader("meldcode"),), catalogus=catalogus, peildatum="2026-11-22")


@pytest.fixture(scope="module")
def resultaat(opdracht: Opdracht) -> Resultaat:
    return toets(opdracht)


def test_a_quote_that_is_not_found_back_ends_the_run(opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every quote is looked up in its source before anything is told of it."""
    monkeypatch.setattr(pipeline, "stands_in", lambda *_: False)
    with pytest.raises(OnvindbaarCitaatError, match=r"klachtenregeling\.txt"):
        toets(opdracht)


def test_a_quote_stands_only_in_the_file_it_was_found_in(resultaat: Resultaat) -> None:
    """The same words in a file with another content are another quote, also when its own seal is right."""
    bewijs = next(b for bevinding in resultaat.bevindingen for b in (*bevinding.bewijs, *bevinding.tegenbewijs))
    ander = replace(DOCUMENT, sha256="2" * 64)
    assert stands_in(bewijs, DOCUMENT)
    assert not stands_in(bewijs, ander)
    assert not stands_in(replace(bewijs, vingerafdruk=fingerprint(ander.sha256, bewijs.citaat)), ander)


def test_a_dossier_is_listed_the_same_by_every_command(resultaat: Resultaat) -> None:
    """With the kind of document, the profile, and no data of clients in a title."""
    regel = dossier_regel(DOSSIER, [recognise(DOCUMENT)], PROFIEL, find_namen(DOSSIER))
    assert regel.documenten[0].documentsoort == recognise(DOCUMENT).naam != ""
    assert "111222333" not in regel.documenten[0].titel
    assert regel.profiel["kenmerken"] == {"verblijf": True}
    assert regel == resultaat.dossier == check_signalen(DOSSIER, PROFIEL, "2026-11-22").dossier


def test_a_submission_without_text_is_listed_as_any_other(opdracht: Opdracht, tmp_path) -> None:
    """Of an aanbieder of whom nothing could be read the same is told, but for what was assumed."""
    leeg = Dossier(naam="proef", documenten=(replace(DOCUMENT, toestand=Toestand.FOUT, passages=()),))
    vraag = Vraag(map=tmp_path, uit=tmp_path, normen=frozenset(), peildatum="2026-11-22")
    regel = Toetser(vraag, opdracht.catalogus)._judge(leeg, PROFIEL).dossier
    assert replace(regel, aannames=()) == dossier_regel(leeg, [recognise(leeg.documenten[0])], PROFIEL, find_namen(leeg))
