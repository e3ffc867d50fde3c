"""What kind a document is, and which kinds of document a file holds."""

from __future__ import annotations

import pytest

from checker.bewijs.documentsoort import find_held, find_present, recognise
from checker.dossier.document import Document, Toestand
from checker.dossier.passage import Passage, Soort, Vindplaats
from checker.dossier.tabelkop import TABELKOP
from tests.signalen.hulp import blad, document, van_soort

MEDEWERKERS = blad("Medewerkers", ("Naam", "Functie", "SKJ-nummer", "VOG"), ("An Bos", "begeleider", "120011223", "2025-01-05"))
SCHOLING = blad("Scholing", ("Datum", "Training", "Wie"), ("2025-03-11", "LIRIK", "An Bos"))
LANG = "Elke medewerker gaat respectvol om met jongeren en ouders, neemt geen cadeaus aan, leent geen geld uit en maakt geen afspraken in eigen tijd."


@pytest.mark.parametrize("pad", ["register personeel+scholing.xlsx", "Lijst.xlsx"])
def test_every_filled_sheet_is_a_document_of_its_own(pad):
    """One workbook with two registers holds both, whatever its name says."""
    werkboek = document(pad, soort="xlsx", tabellen=[MEDEWERKERS, SCHOLING])
    assert find_present(werkboek, recognise(werkboek)) >= {"personeelsregister", "scholingsoverzicht"}
    boek = document("01_Handboek.docx", "De scholing staat in het personeelsregister, zie het verwerkingsregister op Teams.")
    assert [s.citaat for s in van_soort("ontbrekend_document", boek, werkboek)] == [boek.passages[1].tekst]


def test_an_empty_register_is_not_there_yet():
    """Column heads alone hold no kind: klachten.xlsx without rows is no klachtenregeling."""
    kop = Passage(nr=0, soort=Soort.KOP, tekst="Nr | Ontvangen", vindplaats=Vindplaats(plaats="rij 1"), kenmerken=frozenset({TABELKOP}))
    leeg = Document(pad="klachten.xlsx", sha256="1", soort="xlsx", toestand=Toestand.GELEZEN, passages=(kop,))
    assert recognise(leeg).naam == "klachtenregeling"
    assert find_present(leeg, recognise(leeg)) == frozenset()


def test_a_file_that_was_not_read_is_there_by_its_name():
    """A locked file is in the folder: what it is called is all there is to go by."""
    dicht = Document(pad="Jaarverslag.pdf", sha256="1", soort="pdf", toestand=Toestand.VERSLEUTELD)
    assert find_present(dicht, recognise(dicht)) == {"jaarverslag"}


@pytest.mark.parametrize(
    ("kop", "tekst", "aanwezig"),
    [
        ("Gedragscode", LANG, True), ("4.5 Gedragscode", LANG, True), ("Gedragscode", "Alle medewerkers tekenen de gedragscode.", False),
        ("Gedragscode", f"De gedragscode ligt in map 3 op Teams. {LANG}", False), ("Wie de gedragscode tekent", LANG, False),
    ],
)
def test_a_chapter_is_that_document_when_it_holds_it(kop, tekst, aanwezig):
    """A chapter with text of its own is there; one that points elsewhere or says little is not."""
    boek = document("01_Handboek.docx", tekst, kop=kop)
    assert ("gedragscode" in find_present(boek, recognise(boek))) is aanwezig
    assert "gedragscode" not in find_held(boek, recognise(boek))


@pytest.mark.parametrize(
    ("pad", "titel", "soort"),
    [
        ("plan Fleur.docx", "Hulpverleningsplan", "hulpverleningsplan"), ("05_Format_hulpverleningsplan.docx", "", "format"),
        ("Hulpverleningsplan Fleur.docx", "", "hulpverleningsplan"), ("werkwijze.docx", "Werken met het hulpverleningsplan", "werkproces"),
    ],
)
def test_a_plan_is_known_by_its_title(pad, titel, soort):
    """A title that is just the name of the plan makes it one; a format stays a format."""
    assert recognise(Document(pad=pad, sha256="1", soort="docx", toestand=Toestand.GELEZEN, titel=titel)).naam == soort
