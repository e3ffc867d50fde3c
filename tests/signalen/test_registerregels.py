"""Rules on registers: who is seen, at which cell, and who is left alone."""

from __future__ import annotations

import pytest

from checker.dossier.passage import Passage, Soort, Vindplaats
from checker.profiel import Profiel
from tests.signalen.hulp import PROFIEL, blad, document, signalen, van_soort, weerlegd

KOPPEN = ("Naam", "Functie", "In dienst", "Uit dienst", "Register", "Nummer", "Geldig tot", "VOG", "Jaargesprek")
GOED = ("An Bos", "begeleider", "2020-01-01", "", "SKJ", "120011223", "2028-01-01", "2025-01-05", "2025-03-01")


def register(*rijen, koppen=KOPPEN):
    return document("07_Medewerkersoverzicht.xlsx", soort="xlsx", tabellen=[blad("Medewerkers", koppen, *rijen)])


def rij(**anders):
    namen = ("naam", "functie", "in_dienst", "uit_dienst", "register", "nummer", "geldig_tot", "vog", "jaargesprek")
    return tuple(anders.get(naam, waarde) for naam, waarde in zip(namen, GOED, strict=True))


def plekken(soort, *documenten, **rest):
    return [s.plaats.split("cel ")[1] for s in van_soort(soort, *documenten, **rest) if s.document.startswith("07")]


def test_a_row_in_order_gives_nothing():
    assert signalen(register(rij())) == ()


@pytest.mark.parametrize(
    ("datum", "gezien"), [("2026-02-14", True), ("2026-02-15", False), ("2026-02-16", False), ("jan 2026", True), ("feb 2026", False), ("46023", True)],
)
def test_a_registration_expires_the_day_after_its_last(datum, gezien):
    assert bool(plekken("verlopen", register(rij(geldig_tot=datum)))) is gezien


def test_who_has_left_is_left_alone():
    weg = rij(geldig_tot="2023-01-01", vog="", uit_dienst="2024-01-01")
    assert signalen(register(weg)) == ()
    assert plekken("verlopen", register(rij(geldig_tot="2023-01-01", uit_dienst="2027-01-01"))) == ["G2"]


def test_a_registration_that_lasts_longer_than_five_years_is_a_slip():
    assert plekken("tegenstrijdig", register(rij(geldig_tot="2033-01-01"))) == ["G2"]
    assert plekken("tegenstrijdig", register(rij(geldig_tot="2031-02-01"))) == []


@pytest.mark.parametrize(
    ("start", "vog", "gezien"),
    [
        ("2025-02-01", "2025-03-03", True), ("2025-02-01", "2025-02-01", False), ("2025-02-01", "2024-11-05", False),
        ("2025-02-01", "2024-10-30", True), ("2014-02-01", "2024-10-30", False),
    ],
)
def test_a_vog_is_there_at_the_start_and_not_older_than_three_months(start, vog, gezien):
    assert bool(plekken("tegenstrijdig", register(rij(in_dienst=start, vog=vog)))) is gezien


def test_a_vog_without_start_cannot_be_judged():
    assert signalen(register(rij(in_dienst="", vog="2019-01-01"))) == ()


def test_a_missing_vog_is_seen():
    assert plekken("tegenstrijdig", register(rij(), rij(naam="Bo Smit", vog=""))) == ["A3"]


def test_a_vog_is_only_too_old_by_the_practice_its_own_promise():
    oud = register(rij(vog="2022-01-05", in_dienst="2010-01-01"))
    assert plekken("verlopen", oud) == []
    beleid = document("06_Personeelsbeleid.docx", "De VOG wordt elke drie jaar vernieuwd.")
    (found,) = van_soort("verlopen", oud, beleid)
    assert found.plaats.endswith("cel H2")
    assert found.citaat2 == "De VOG wordt elke drie jaar vernieuwd."


def test_the_vog_of_someone_alone_is_at_most_three_years_old():
    oud = register(rij(vog="2022-01-05", in_dienst="2010-01-01"))
    solo = Profiel(naam="Praktijk De Berk", bekend=True, wet=("jeugdwet",), medewerkers=1)
    assert plekken("verlopen", oud, profiel=solo) == ["H2"]


def test_a_function_that_needs_a_registration_has_a_number():
    assert plekken("tegenstrijdig", register(rij(functie="regiebehandelaar", nummer="aangevraagd mei 2025"))) == ["F2"]
    assert plekken("tegenstrijdig", register(rij(functie="office", nummer="-", register="geen", geldig_tot=""))) == []


def test_a_broken_promise_is_shown_with_both_sides_in_one_signaal():
    beleid = document("06_Personeelsbeleid.docx", "Voor de eerste werkdag is er een VOG die niet ouder is dan drie maanden.")
    (found,) = van_soort("tegenstrijdig", register(rij(in_dienst="2025-02-01", vog="2025-03-03")), beleid)
    assert (found.document, found.document2) == ("07_Medewerkersoverzicht.xlsx", "06_Personeelsbeleid.docx")


def test_a_talk_with_everyone_against_the_register():
    verslag = document("03_Jaarverslag_2025.docx", "In 2025 is met alle medewerkers een jaargesprek gevoerd.")
    assert plekken("tegenstrijdig", register(rij(jaargesprek="2023-05-01")), verslag) == ["I2"]
    assert plekken("tegenstrijdig", register(rij(jaargesprek="2025-05-01")), verslag) == []
    assert plekken("tegenstrijdig", register(rij(jaargesprek="2023-05-01", in_dienst="2025-05-01", vog="2025-04-01")), verslag) == []


def test_a_name_that_left_and_is_still_on_the_website():
    weg = rij(naam="Karel Dam", uit_dienst="2024-01-01")
    site = document("10_Website.html", "Karel Dam en An Bos komen bij je thuis.", soort="html")
    verslag = document("03_Jaarverslag_2023.docx", "Karel Dam komt in dit verslag voor.")
    found = van_soort("tegenstrijdig", register(rij(), weg), site, verslag)
    assert [s.document for s in found] == ["10_Website.html"]


KLACHTEN = ("Nr", "Ontvangen", "Onderwerp", "Afgehandeld", "Uitkomst")


def klachten(*rijen):
    return document("08_Klachtenregister.xlsx", soort="xlsx", tabellen=[blad("Klachten", KLACHTEN, *rijen)])


def test_a_count_of_complaints_against_the_register():
    boek = klachten(("K1", "2025-01-05", "toon", "2025-01-20", "gegrond"), ("K2", "2025-05-05", "wachten", "2025-05-20", "gegrond"))
    fout = document("03_Jaarverslag_2025.docx", "In 2025 zijn er drie klachten ontvangen.")
    goed = document("03_Jaarverslag_2025.docx", "In 2025 zijn er twee klachten ontvangen.")
    found = van_soort("tegenstrijdig", boek, fout)
    assert {s.plaats for s in found} == {"alinea 2", "blad Klachten, rij 2, cel A2 tot en met A3"}
    assert van_soort("tegenstrijdig", boek, goed) == []


def test_a_complaint_that_took_longer_than_promised():
    regeling = document("04_Klachtenregeling.docx", "Binnen zes weken krijgt u een antwoord op uw klacht.")
    boek = klachten(("K1", "2025-01-05", "toon", "2025-04-20", "gegrond"), ("K2", "2025-05-05", "wachten", "2025-05-20", "gegrond"))
    found = [s for s in van_soort("tegenstrijdig", boek, regeling) if s.document.startswith("08")]
    assert [s.plaats for s in found] == ["blad Klachten, rij 2, cel D2"]
    langer = document("04_Klachtenregeling.docx", "Binnen zes weken krijgt u antwoord op uw klacht; dat kan met tien weken worden verlengd.")
    assert van_soort("tegenstrijdig", boek, langer) == []


def test_open_actions_one_by_one_when_older_than_a_year():
    koppen = ("Actie", "Eigenaar", "Gereed voor", "Status")
    rijen = [("a", "An", "2023-01-01", "open"), ("b", "An", "2025-12-01", "open"), ("c", "An", "2026-01-01", "loopt"),
             ("d", "An", "2020-01-01", "gesloten"), ("e", "An", "2027-01-01", "open")]
    lijst = document("09_Verbeterregister.xlsx", soort="xlsx", tabellen=[blad("Acties", koppen, *rijen)])
    found = van_soort("verlopen", lijst)
    assert [s.plaats for s in found] == ["blad Acties, rij 2, cel C2", "blad Acties, rij 3, cel C3"]
    assert "nog 1 acties" in found[1].melding


def test_a_skipped_step_of_the_meldcode():
    koppen = ("Datum", "Stap 1", "Stap 2", "Stap 3", "Stap 4", "Stap 5")
    lijst = document("08_Meldcode.xlsx", soort="xlsx", tabellen=[
        blad("Meldcode", koppen, ("2025-01-01", "x", "An", "niet gedaan", "licht", "geen melding"), ("2025-02-01", "x", "An", "ouders", "licht", "gemeld")),
    ])
    assert [s.citaat for s in van_soort("tegenstrijdig", lijst)] == ["niet gedaan"]


def test_a_broken_cell_is_reported_with_sheet_row_and_cell():
    (found,) = van_soort("onleesbaar", register(rij(), rij(geldig_tot="31-02-2027")))
    assert found.plaats == "blad Medewerkers, rij 3, cel G3"
    assert found.citaat == "31-02-2027"


def test_a_long_list_of_the_same_is_cut_and_says_so():
    found = van_soort("verlopen", register(*[rij(geldig_tot="2024-01-01")] * 50))
    assert len(found) == 40
    assert "nog voor 10 andere rijen" in found[-1].melding


def test_supervision_is_asked_above_the_limit_only():
    tekst = document("01_Handboek.docx", "Wij hebben geen raad van toezicht.")
    groot = Profiel(naam="De Berk", bekend=True, wet=("jeugdwet",), medewerkers=26)
    wonen = Profiel(naam="De Berk", bekend=True, wet=("jeugdwet",), medewerkers=11, kenmerken={"verblijf": True})
    assert van_soort("verouderd", tekst, profiel=groot)
    assert van_soort("verouderd", tekst, profiel=wonen)
    assert van_soort("verouderd", tekst, profiel=PROFIEL) == []
    assert van_soort("verouderd", tekst, profiel=groot, peildatum="2025-12-31") == []


WMO = Profiel(naam="De Berk", bekend=True, wet=("jeugdwet", "wmo"), medewerkers=6)


def test_who_also_works_under_the_wmo_has_its_route_for_calamities():
    alleen = document("05_Calamiteiten.docx", "Een calamiteit melden wij binnen drie werkdagen bij de IGJ.")
    beide = document("05_Calamiteiten.docx", "Een calamiteit melden wij bij de IGJ of bij de toezichthouder van de gemeente.")
    assert len(van_soort("tegenstrijdig", alleen, profiel=WMO)) == 1
    assert van_soort("tegenstrijdig", alleen) == []
    assert van_soort("tegenstrijdig", beide, profiel=WMO) == []


def test_a_certificate_that_leaves_out_what_the_practice_does():
    stuk = document("38_Certificaat_HKZ.pdf", "Toepassingsgebied: ambulante jeugdhulp, exclusief begeleiding onder de Wmo.", soort="pdf")
    assert [s.document for s in van_soort("tegenstrijdig", stuk, profiel=WMO)] == ["38_Certificaat_HKZ.pdf"]
    assert van_soort("tegenstrijdig", stuk) == []


def test_a_term_for_calamities_longer_than_the_inspectorate_allows():
    lang = document("05_Calamiteiten.docx", "Een calamiteit melden wij binnen twee weken bij de IGJ.")
    assert [s.ernst for s in van_soort("tegenstrijdig", lang)] == ["hoog"]


@pytest.mark.parametrize(("wet", "gezien"), [(("jeugdwet",), True), (("wkkgz",), False), (("jeugdwet", "wkkgz"), False)])
def test_the_complaint_route_of_another_law(wet, gezien):
    site = document("10_Website.html", "Komt u er niet uit, dan kunt u met uw klacht naar de geschillencommissie.", soort="html")
    profiel = Profiel(naam="De Berk", bekend=True, wet=wet, medewerkers=6)
    assert bool(van_soort("tegenstrijdig", site, profiel=profiel)) is gezien


def test_minutes_against_the_promised_meetings():
    boek = document("01_Handboek.docx", "Teamoverleg is er iedere maand.")

    def notulen(*maanden):
        koppen = [
            Passage(nr=nr, soort=Soort.KOP, tekst=f"Teamoverleg 10 {maand} 2025", vindplaats=Vindplaats(plaats=f"alinea {nr + 1}"))
            for nr, maand in enumerate(maanden, start=1)
        ]
        return document("12_Notulen_teamoverleg.docx", tabellen=[koppen])

    assert van_soort("tegenstrijdig", boek, notulen("januari", "april", "juni", "oktober"))
    assert van_soort("tegenstrijdig", boek, notulen("januari", "februari", "maart", "april", "mei")) == []


def test_the_last_time_was_longer_ago_than_promised():
    boek = document("01_Handboek.docx", "De RI&E wordt jaarlijks geactualiseerd.")
    oud = document("02_Arbo.docx", "De laatste RI&E dateert van 2021.")
    nieuw = document("02_Arbo.docx", "De laatste RI&E dateert van 2025.")
    assert [s.document for s in van_soort("tegenstrijdig", boek, oud)] == ["02_Arbo.docx"]
    assert van_soort("tegenstrijdig", boek, nieuw) == []


def test_a_favourable_conclusion_beside_poor_figures():
    goed = document("03_Jaarverslag_2025.docx", "De dossiers zijn op orde.", "Negen van de tien plannen waren op tijd.")
    slecht = document("03_Jaarverslag_2025.docx", "De dossiers zijn op orde.", "In zes van de tien dossiers ontbrak het plan.")
    assert van_soort("tegenstrijdig", goed) == []
    assert len(van_soort("tegenstrijdig", slecht)) == 2


def test_an_old_name_in_a_register_is_seen_at_its_cell():
    (found,) = van_soort("verouderd", register(rij(functie="jeugdzorgwerker")))
    assert (found.citaat, found.plaats) == ("jeugdzorgwerker", "blad Medewerkers, rij 2, cel B2")


@pytest.mark.parametrize(
    ("zin", "rijen", "cel"),
    [
        ("Al onze medewerkers zijn SKJ-geregistreerd en volgen jaarlijks scholing.", (rij(), rij(naam="Bo Smit", geldig_tot="2025-05-31")), "G3"),
        ("Al onze medewerkers zijn SKJ-geregistreerd.", (rij(), rij(naam="Bo Smit", nummer="", geldig_tot="")), "A3"),
        ("Alle hulpverleners zijn geregistreerd in het SKJ.", (rij(), rij(naam="Bo Smit", geldig_tot="2025-05-31")), "G3"),
        ("Alle hulpverleners zijn geregistreerd in het SKJ.", (rij(), rij(naam="Bo Smit", nummer="", geldig_tot="")), ""),
        ("Al onze medewerkers zijn SKJ-geregistreerd.", (rij(), rij(naam="Bo Smit", geldig_tot="2025-05-31", uit_dienst="2024-01-01")), ""),
        ("Niet al onze medewerkers zijn SKJ-geregistreerd.", (rij(), rij(naam="Bo Smit", nummer="", geldig_tot="")), ""),
        ("Al onze medewerkers zijn SKJ-geregistreerd.", (rij(),), ""),
    ],
)
def test_everyone_registered_against_the_register(zin, rijen, cel):
    """The first row that breaks the promise is shown with the promise, once."""
    found = [s for s in van_soort("tegenstrijdig", register(*rijen), document("11_Website.html", zin)) if zin in (s.citaat, s.citaat2)]
    assert [s.plaats.split("cel ")[1] for s in found if s.document.startswith("07")] == ([cel] if cel else [])
    assert len(found) == bool(cel)


BELOFTE = "Voor de eerste werkdag is er een VOG die niet ouder is dan drie maanden."


@pytest.mark.parametrize(
    ("vog", "cel"), [("2020-02-03", "H2"), ("", "A2"), ("2019-12-20", "")], ids=["na de eerste dag", "ontbreekt", "op tijd"]
)
def test_a_row_that_breaks_a_promise_belies_it(vog, cel):
    """The words of the promise and the cell that shows otherwise, so that the promise no longer counts in full."""
    found = weerlegd(document("handboek.docx", BELOFTE), register(rij(vog=vog), rij(naam="Bo Smit", in_dienst="")))
    assert found == ([(BELOFTE, f"07_Medewerkersoverzicht.xlsx, blad Medewerkers, rij 2, cel {cel}")] if cel else [])


def test_a_fault_in_a_register_without_a_promise_belies_nothing():
    assert weerlegd(document("handboek.docx", "Wij bespreken elk plan met het gezin."), register(rij(vog=""), rij(naam="Bo Smit"))) == []


def test_a_claim_about_everyone_is_belied_by_the_one_who_was_left_out():
    claim = "Met iedere medewerker is in 2025 een jaargesprek gehouden."
    found = weerlegd(document("jaarverslag 2025.docx", claim), register(rij(), rij(naam="Bo Smit", jaargesprek="niet gehouden")))
    assert found == [(claim, "07_Medewerkersoverzicht.xlsx, blad Medewerkers, rij 3, cel I3")]
