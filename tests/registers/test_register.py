"""Registers are recognised by their headings, in any order; a broken row leaves the rest whole."""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.dossier import read_dossier
from checker.registers.leeg import OnbekendRegisterError, RegisterBestaatError, write_leeg
from checker.registers.register import find_registers
from checker.registers.soort import soort, soorten
from tests.signalen.hulp import blad, document

KOPPEN = {
    "medewerkers": [
        ("Personeel", ["Medewerker", "Rol", "Startdatum", "SKJ nr.", "Reg. geldig t/m", "VOG d.d.", "Contracturen"]),
        ("Overzicht", ["Naam medewerker", "Functienaam", "Indiensttreding", "Registratienummer", "Herregistratie voor", "Datum VOG"]),
        ("ZZP", ["Naam", "Functie", "BIG-nummer", "Registratie geldig tot", "Afgiftedatum VOG", "Datum start", "Datum uit dienst"]),
    ],
    "klachten": [
        ("Klachten", ["Datum", "Klacht", "Ingediend door", "Status"]),
        ("Register", ["Nr", "Datum ontvangst", "Omschrijving klacht", "Datum afhandeling", "Uitkomst"]),
    ],
    "verbeteracties": [
        ("Acties", ["Actie", "Verantwoordelijke", "Deadline", "Status"]),
        ("Verbeterplan", ["Verbeterpunt", "Actiehouder", "Gereed op", "Voortgang"]),
    ],
    "incidenten": [
        ("Incidenten", ["Datum incident", "Omschrijving", "Soort", "Genomen maatregel"]),
        ("MIC", ["Nr", "Datum melding", "Incident", "Oorzaak", "Actie"]),
    ],
    "scholing": [("Scholing", ["Training", "Datum", "Deelnemer", "Punten"]), ("Opleidingen", ["Cursus", "Wanneer", "Medewerker", "Certificaat"])],
    "verzekeringen": [("Polissen", ["Polis", "Verzekeraar", "Einddatum"])],
    "verwerkers": [("AVG", ["Leverancier", "Soort gegevens", "Verwerkersovereenkomst d.d."])],
    "vrijwilligers": [("Vrijwilligers", ["Naam", "Taak", "VOG", "Gestart"])],
    "meldcode": [("Meldcode", ["Datum", "Stap 1", "Stap 2", "Stap 3", "Stap 4", "Stap 5"])],
}
GEVALLEN = [(kind, naam, koppen) for kind, sets in KOPPEN.items() for naam, koppen in sets]


def lees(naam, koppen, *rijen, soort="xlsx"):
    return find_registers(document("bestand.xlsx", soort=soort, tabellen=[blad(naam, koppen, *rijen)]))


@given(st.sampled_from(GEVALLEN), st.randoms(use_true_random=False))
@settings(max_examples=120)
def test_a_register_is_recognised_with_its_headings_in_any_order(geval, random):
    kind, naam, koppen = geval
    shuffled = random.sample(koppen, len(koppen))
    (register,) = lees(naam, shuffled, ["01-02-2024"] * len(koppen))
    (plain,) = lees(naam, koppen, ["01-02-2024"] * len(koppen))
    assert register.soort.naam == kind
    assert register.koppen == plain.koppen


@given(st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=6, unique=True))
def test_strange_headings_never_break_the_reader(koppen):
    lees("Blad1", koppen, ["x"] * len(koppen))


@pytest.mark.parametrize("naam", ["Agenda", "Wachtlijst"])
def test_a_table_that_is_no_register_is_left_out(naam):
    assert lees(naam, ["Week", "Wat", "Met wie"], ["1", "kennismaken", "Wies"]) == ()


def test_values_get_their_type_and_keep_their_cell():
    (register,) = lees("Personeel", ["Naam", "Functie", "In dienst", "VOG"], ["An Bos", "begeleider", "1 mrt '24", "45352"])
    (rij,) = register.rijen
    assert rij.datum("in_dienst").begin == rij.datum("vog").begin == date(2024, 3, 1)
    assert rij.cellen["vog"].ref == "D2"
    assert rij.datum("functie") is None


def test_a_broken_row_is_named_and_the_rest_counts():
    (register,) = lees(
        "Personeel", ["Naam", "Functie", "Geldig tot"],
        ["An Bos", "begeleider", "31-02-2027"], ["Bo Smit", "begeleider", "31-12-2027"], ["Cas Vos", "begeleider", "zie map"],
    )
    assert [(g.kolom, g.cel.ref, g.cel.tekst) for g in register.gebreken] == [("geldig_tot", "C2", "31-02-2027")]
    assert len(register.rijen) == 3
    assert register.rijen[1].datum("geldig_tot").begin == date(2027, 12, 31)


def test_every_kind_can_be_written_empty_and_is_recognised_again(tmp_path):
    for kind in soorten():
        write_leeg(kind.naam, tmp_path / f"{kind.naam}.xlsx")
        koppen = tuple(kind.kolom(id_).naam for id_ in kind.leeg)
        columns = kind.map_koppen(koppen)
        assert set(columns) == set(kind.leeg), kind.naam
        assert kind.fits(columns, kind.titel)
    assert len(read_dossier(tmp_path).documenten) == len(soorten())


def test_an_empty_register_is_never_written_over(tmp_path):
    path = tmp_path / "klachten.xlsx"
    write_leeg("klachten", path)
    with pytest.raises(RegisterBestaatError, match="bestaat al"):
        write_leeg("klachten", path)
    with pytest.raises(OnbekendRegisterError, match="medewerkers"):
        write_leeg("huisdieren", tmp_path / "x.xlsx")


@pytest.mark.parametrize("kind", [kind.naam for kind in soorten()])
def test_every_kind_has_a_schema_of_its_columns(kind):
    path = files("checker.schemas").joinpath(f"registers/{kind}.schema.json")
    schema = json.loads(path.read_text("utf-8"))
    properties = schema["items"]["properties"]
    assert set(properties) == {kolom.id for kolom in soort(kind).kolommen}
    assert all(value["description"] for value in properties.values())
    assert [[e["required"][0] for e in group["anyOf"]] for group in schema["items"]["allOf"]] == [list(g) for g in soort(kind).verplicht]


def test_rows_of_a_register_follow_its_schema():
    from jsonschema import Draft202012Validator

    (register,) = lees(
        "Klachten", ["Nr", "Ontvangen", "Onderwerp", "Afgehandeld", "Uitkomst"], ["K1", "2025-01-05", "toon", "2025-01-20", "gegrond"],
    )
    schema = json.loads(files("checker.schemas").joinpath("registers/klachten.schema.json").read_text("utf-8"))
    rows = [{id_: cel.datum.begin.isoformat() if cel.datum else cel.tekst for id_, cel in rij.cellen.items()} for rij in register.rijen]
    assert list(Draft202012Validator(schema).iter_errors(rows)) == []
    assert list(Draft202012Validator(schema).iter_errors([{"nummer": "K1"}]))
