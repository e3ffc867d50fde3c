"""Personal data of clients is hidden everywhere; numbers that only look like it stay."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.signalen.maskeren import find_personal, is_bsn, mask, mask_within, stands_masked
from checker.signalen.persoonsgegevens import tell_shown
from tests.signalen.hulp import blad, document, signalen, van_soort

GELDIG = ("111222333", "123456782", "999990019")


@pytest.mark.parametrize("nummer", GELDIG)
def test_the_eleven_proof(nummer):
    assert is_bsn(nummer)
    assert not is_bsn(nummer[:-1] + str((int(nummer[-1]) + 1) % 10))


@given(st.integers(10_000_000, 999_999_999))
def test_one_digit_wrong_never_passes(number):
    text = str(number).zfill(9)
    if is_bsn(text):
        for place in range(9):
            changed = text[:place] + str((int(text[place]) + 1) % 10) + text[place + 1 :]
            assert not is_bsn(changed)


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Het BSN is 111222333.", "Het BSN is [BSN]."),
        ("burgerservicenummer: 111.222.333", "burgerservicenummer: [BSN]"),
        ("Nummer 111222333 staat in het dossier.", "Nummer [mogelijk BSN] staat in het dossier."),
        ("SKJ 123456782", "SKJ 123456782"),
        ("KvK 12345678, btw NL123456782B01", "KvK 12345678, btw NL123456782B01"),
        ("Jan Smit, geb. 14-03-2011, woont bij oma.", "[naam], geb. [geboortedatum], woont bij oma."),
        ("Vastgesteld op 14-03-2025 door An Bos.", "Vastgesteld op 14-03-2025 door An Bos."),
        ("De moeder is te bellen op 06-12345678.", "De moeder is te bellen op [telefoonnummer]."),
        ("Bel Veilig Thuis: 0800-2000.", "Bel Veilig Thuis: 0800-2000."),
        ("Rekening NL91ABNA0417164300 van de cliënt", "Rekening [IBAN] van de cliënt"),
        ("000000000", "000000000"),
        ("Geboortedatum: 12-05-11", "Geboortedatum: [geboortedatum]"),
        ("Sanne Bakker, geb. 12-05-11", "[naam], geb. [geboortedatum]"),
        ("geboren op 3 mei '12", "geboren op [geboortedatum]"),
        ("Geboortedatum cliënt: 31-02-2011", "Geboortedatum cliënt: [geboortedatum]"),
        ("Geb.dat. 12052011", "Geb.dat. [geboortedatum]"),
        ("Hij is thuis geboren. Op 12-05-2025 is het plan gemaakt.", "Hij is thuis geboren. Op 12-05-2025 is het plan gemaakt."),
        ("BSN: 111-222-333", "BSN: [BSN]"),
        ("burgerservicenummer 1112-22-333", "burgerservicenummer [BSN]"),
        ("Nummer 111-222-333 staat er.", "Nummer [mogelijk BSN] staat er."),
        ("Telefoon moeder: +31 (0)6 12345678", "Telefoon moeder: [telefoonnummer]"),
        ("moeder: 06.12.34.56.78", "moeder: [telefoonnummer]"),
        ("moeder: (06) 12 34 56 78", "moeder: [telefoonnummer]"),
        ("moeder: +32 475 12 34 56", "moeder: [telefoonnummer]"),
        ("Het kind komt op 01-02-2025 10:00.", "Het kind komt op 01-02-2025 10:00."),
    ],
)
def test_what_is_masked_and_what_stays(tekst, verwacht):
    assert mask(tekst) == verwacht


@given(st.text(max_size=120))
def test_masking_twice_is_masking_once(tekst):
    once = mask(tekst)
    assert mask(once) == once


@given(st.text(max_size=60), st.sampled_from(GELDIG), st.text(max_size=60))
def test_a_bsn_with_its_cue_never_survives(voor, nummer, na):
    assert nummer not in mask(f"{voor} BSN {nummer} {na}")


def test_finds_are_in_order_and_do_not_overlap():
    found = find_personal("BSN 111222333 en geb. 1-2-2010, BSN 123456782")
    assert [vondst.soort for vondst in found] == ["bsn", "geboortedatum", "bsn"]
    assert all(a.tot <= b.van for a, b in pairwise(found))


def test_no_signaal_of_any_soort_shows_a_bsn():
    tekst = "Het formulier met BSN 111222333 moet nog worden opgesteld volgens de Wbp."
    found = signalen(document("12_Notulen.docx", tekst))
    assert {s.soort for s in found} >= {"persoonsgegevens", "in_ontwikkeling", "verouderd"}
    assert all("111222333" not in s.citaat + s.melding for s in found)


def test_a_registration_number_beside_its_register_is_no_bsn():
    koppen = ("Naam", "Functie", "Register", "Nummer")
    lijst = document("07_Personeel.xlsx", soort="xlsx", tabellen=[blad("Personeel", koppen, ("An", "hulp", "SKJ", "123456782"))])
    assert van_soort("persoonsgegevens", lijst) == []
    kaal = document("x.xlsx", soort="xlsx", tabellen=[blad("Lijst", ("Naam", "BSN"), ("An", "11222333"))])
    found = van_soort("persoonsgegevens", kaal)
    assert not found or "BSN" in found[0].melding


@pytest.mark.parametrize(
    ("tekst", "kop", "verwacht"),
    [
        ("Naam cliënt: Jan de Vries | Datum: 1-2-2025", "", "Naam cliënt: [naam] | Datum: 1-2-2025"),
        ("Cliënt: Sanne | Trede: 3", "", "Cliënt: [naam] | Trede: 3"),
        ("De moeder van Fatima el Amrani belde.", "", "De moeder van [naam] belde."),
        ("De cliënt woont op Dorpsstraat 12, 3841 AB Harderwijk.", "", "De cliënt woont op [adres]."),
        ("J. de Wit", "Jeugdige", "[naam]"),
        ("Cliënt: Ja", "", "Cliënt: Ja"),
        ("Kind Centraal is onze werkwijze.", "", "Kind Centraal is onze werkwijze."),
        ("Medewerker: Jan de Vries, regiebehandelaar", "", "Medewerker: Jan de Vries, regiebehandelaar"),
        ("Jan de Vries", "Naam", "Jan de Vries"),
        ("Ons kantoor: Dorpsstraat 12, 3841 AB Harderwijk.", "", "Ons kantoor: Dorpsstraat 12, 3841 AB Harderwijk."),
    ],
)
def test_names_and_addresses_of_clients_not_of_staff(tekst, kop, verwacht):
    assert mask(tekst, kop) == verwacht


def test_a_quote_is_masked_by_what_stands_around_it():
    context = "Zij is geboren op 12-03-2012. Daarna volgde een plan."
    assert mask_within("12-03-2012. Daarna volgde", context) == "[geboortedatum]. Daarna volgde"
    assert mask_within("Staat elders", context) == "Staat elders"


def test_a_masked_quote_is_found_back_whatever_stood_around_it():
    passage = "Het BSN van de cliënt. Nummer 111222333 staat hier."
    assert stands_masked(mask("Nummer 111222333 staat hier."), passage)
    assert not stands_masked(mask("Nummer 111222333 staat elders."), passage)
    assert not stands_masked("Nummer", passage)


@pytest.mark.parametrize(
    "tekst",
    [
        "Belt een moeder naar de huisarts op 0341-123456?", "Een ouder kan ons bellen: 0341-123456.", "Voor een kind in gevaar: Veilig Thuis, 0341-123456.",
        "Een cliënt mailt naar klachtencommissie@voorbeeld.nl.",
    ],
)
def test_the_number_of_a_service_stays_beside_a_client(tekst):
    """Whom a client can call is no data of the client."""
    assert mask(tekst) == tekst


@pytest.mark.parametrize("tekst", ["BSN: 111-222-333", "Telefoon moeder: +31 (0)6 12345678", "moeder: 06.12.34.56.78", "Cliënt: Şeyma", "geb. 12-05-11", "moeder: +32 475 12 34 56"])
def test_what_is_masked_is_a_signaal_as_well(tekst):
    """The first look at a sentence sees every form that masking sees."""
    assert van_soort("persoonsgegevens", document("n.docx", tekst))


def test_a_first_name_with_an_age_in_a_cell_is_a_signaal():
    """A cell is looked at as a sentence is."""
    assert van_soort("persoonsgegevens", document("l.xlsx", soort="xlsx", tabellen=[blad("L", ("Verslag", "Actie"), ("Wij spraken met Noor (9 jaar).", "geen"))]))


def test_a_run_that_hides_nothing_does_not_claim_to():
    """With --toon-persoonsgegevens the signaal says that the reports may show the data."""
    (signaal,) = van_soort("persoonsgegevens", document("n.docx", "De moeder van Noor belde."))
    shown = tell_shown(signaal).melding
    assert "afgeschermd wat" in signaal.melding
    assert "afgeschermd wat" not in shown
    assert "leesbaar in deze rapporten" in shown


def test_a_client_in_a_register_is_a_signaal_and_not_shown():
    lijst = document("lijst.xlsx", soort="xlsx", tabellen=[blad("Lijst", ("Naam cliënt", "Trede"), ("Sanne Bos", "3"))])
    (signaal,) = van_soort("persoonsgegevens", lijst)
    assert "naam van een cliënt" in signaal.melding
    assert "Sanne" not in signaal.citaat
