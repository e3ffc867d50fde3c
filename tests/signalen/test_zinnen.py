"""Sentences that must and must not raise a signaal, and pairs that do or do not contradict each other."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from checker.dossier.passage import Passage, Soort, Vindplaats
from checker.dossier.tabelkop import TABELKOP
from tests.signalen.hulp import blad, document, signalen, van_soort

HIER = Path(__file__).parent
ZINNEN = yaml.safe_load((HIER / "zinnen.yaml").read_text("utf-8"))
PAREN = yaml.safe_load((HIER / "paren.yaml").read_text("utf-8"))
WEL = [(soort, zin) for soort, groep in ZINNEN.items() for zin in groep["wel"]]
NIET = [(soort, zin) for soort, groep in ZINNEN.items() for zin in groep["niet"]]


@pytest.mark.parametrize(("soort", "zin"), WEL)
def test_a_sentence_that_must_be_seen(soort, zin):
    found = van_soort(soort, document("01_Kwaliteitshandboek.docx", zin))
    assert found
    assert found[0].document == "01_Kwaliteitshandboek.docx"
    assert found[0].plaats == "alinea 2"
    assert found[0].melding.endswith((".", ". "))
    assert soort == "persoonsgegevens" or found[0].citaat in zin


@pytest.mark.parametrize(("soort", "zin"), NIET)
def test_a_sentence_that_must_stay_silent(soort, zin):
    assert van_soort(soort, document("01_Kwaliteitshandboek.docx", zin)) == []


@pytest.mark.parametrize(("een", "ander"), PAREN["tegen"])
def test_two_documents_that_contradict_show_both_sides(een, ander):
    found = van_soort("tegenstrijdig", document("01_Kwaliteitshandboek.docx", een), document("03_Jaarverslag_2025.docx", ander))
    paren = [{s.document, s.document2 or s.document} for s in found if s.document2]
    assert paren == [{"01_Kwaliteitshandboek.docx", "03_Jaarverslag_2025.docx"}]  # both sides, in one signaal
    for s in found:
        assert s.citaat in (een, ander)
        assert not s.document2 or s.document2 != s.document


@pytest.mark.parametrize(("een", "ander"), PAREN["gelijk"])
def test_two_documents_that_agree_stay_silent(een, ander):
    assert van_soort("tegenstrijdig", document("01_Kwaliteitshandboek.docx", een), document("03_Jaarverslag_2025.docx", ander)) == []


@pytest.mark.parametrize(
    ("belofte", "verslag"),
    [
        ("Elke zes weken is er intervisie onder leiding van een externe begeleider.", "Intervisie van september is weer niet doorgegaan."),
        ("Twee keer per jaar nodigen we ouders uit voor een ouderavond.", "In 2025 is de ouderavond niet doorgegaan."),
        ("De eerste afspraak is binnen drie weken.", "De eerste afspraak is nu gemiddeld na acht weken."),
        ("Wij zijn aangesloten bij een onafhankelijke klachtencommissie.", "Sinds mei zijn wij niet meer aangesloten bij de klachtencommissie."),
    ],
)
def test_minutes_that_say_it_does_not_happen(belofte, verslag):
    """A rule of the handbook against what the minutes tell: one signaal, at the rule."""
    (found,) = van_soort("tegenstrijdig", document("01_Kwaliteitshandboek.docx", belofte), document("06_Notulen.docx", verslag))
    assert {found.citaat, found.citaat2} == {belofte, verslag}


def test_a_rule_that_is_denied_in_the_same_document():
    """Further on the same text says that what it promises did not happen."""
    found = van_soort("tegenstrijdig", document("01_Handboek.docx", "Elke maand is er intervisie.", "De intervisie is in mei niet doorgegaan."))
    assert [(s.citaat, s.citaat2) for s in found] == [("Elke maand is er intervisie.", "De intervisie is in mei niet doorgegaan.")]


def test_a_reference_is_solved_by_the_document_itself():
    verwijzing = document("01_Handboek.docx", "De werkwijze is beschreven in het protocol Vermissing.")
    assert van_soort("ontbrekend_document", verwijzing)
    assert van_soort("ontbrekend_document", verwijzing, document("05_Protocol_vermissing.docx", "Bel de politie.")) == []


def test_an_annex_with_its_heading_is_there_and_in_another_document_it_is_not():
    tekst = "Het stroomschema staat in bijlage 2."
    assert van_soort("ontbrekend_document", document("01_Handboek.docx", tekst, kop="Bijlage 2 Stroomschema")) == []
    assert van_soort("ontbrekend_document", document("01_Handboek.docx", tekst), document("02_Beleid.docx", kop="Bijlage 2 Iets anders"))


def test_a_numbered_file_that_is_there_and_one_that_is_not():
    boek = document("01_Handboek.docx", "Zie bestand 02.", "Zie ook bestand 09.")
    found = van_soort("ontbrekend_document", boek, document("02_Beleid.docx", "Tekst."))
    assert [s.citaat for s in found] == ["Zie ook bestand 09."]


def test_a_law_that_is_quoted_is_not_the_practice():
    tekst = "Calamiteiten worden gemeld bij de IGZ."
    assert van_soort("verouderd", document("01_Handboek.docx", tekst, kop="Bijlage A Wettelijk kader")) == []
    assert van_soort("verouderd", document("01_Handboek.docx", tekst, kop="3 Calamiteiten"))


def test_what_is_not_checked_at_a_source_is_low_and_asks_to_check():
    (found,) = van_soort("verouderd", document("01_Handboek.docx", "Wij sluiten een bewerkersovereenkomst."))
    assert found.ernst == "laag"
    assert "Controleer dit" in found.melding


def test_a_meldcode_without_afwegingskader_is_the_old_model():
    stappen = ("Stap 4: weeg wat je weet.", "Stap 5: beslis.")
    assert van_soort("verouderd", document("05_Meldcode.docx", *stappen))
    assert van_soort("verouderd", document("05_Meldcode.docx", *stappen, "Wij gebruiken het afwegingskader.")) == []


@pytest.mark.parametrize("rijen", [(), (("1", "2026-01-05", "gezien", "gevoerd", "gewogen", "hulp organiseren"),)])
def test_a_register_of_steps_is_no_meldcode(rijen):
    """A sheet named after the meldcode keeps what was done, filled in or not: it is no old model."""
    koppen = ("Nr", "Start", "Signalen (stap 1)", "Gesprek (stap 3)", "Weging (stap 4)", "Besluit (stap 5)")
    kop = Passage(nr=0, soort=Soort.KOP, tekst=" | ".join(koppen), vindplaats=Vindplaats(plaats="blad Meldcode, rij 1"), kenmerken=frozenset({TABELKOP}))
    assert signalen(document("meldcode.xlsx", kop="Meldcode", soort="xlsx", tabellen=[[kop], blad("Meldcode", koppen, *rijen)])) == ()


def test_a_column_of_an_empty_table_is_no_section():
    """A column named after a document does not put that document in the dossier."""
    kop = Passage(nr=0, soort=Soort.KOP, tekst="Naam | Gedragscode getekend", vindplaats=Vindplaats(plaats="rij 1"), kenmerken=frozenset({TABELKOP}))
    boek = document("01_Handboek.docx", "Wij werken volgens de gedragscode.")
    assert van_soort("ontbrekend_document", boek, document("lijst.xlsx", soort="xlsx", tabellen=[[kop]]))


def test_the_order_is_fixed_and_nothing_is_said_twice():
    documenten = (
        document("02_b.docx", "Het beleid is in ontwikkeling.", *["Bel het AMK."] * 3), document("01_a.docx", "Bel het AMK."),
    )
    found = signalen(*documenten)
    assert found == signalen(*documenten)
    assert [s.document for s in found] == sorted(s.document for s in found)
    places = [int(s.plaats.split()[1]) for s in found if s.document == "02_b.docx"]
    assert places == sorted(places)
    assert len({(s.soort, s.document, s.plaats, s.citaat) for s in found}) == len(found)


def test_a_flood_of_one_soort_is_cut_and_counted():
    zinnen = [f"Onderdeel {nr} van het beleid is in ontwikkeling." for nr in range(100)]
    found = van_soort("in_ontwikkeling", document("01_Handboek.docx", *zinnen))
    assert len(found) == 60
    assert "nog 40 van deze soort" in found[-1].melding
