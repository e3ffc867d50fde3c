"""The desk holds what the resultaat holds, and nothing in it can run."""

from __future__ import annotations

import zipfile
from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from checker.kaders.model import Oordeel
from checker.rapporten import excel, overzicht
from checker.rapporten.excel import namen
from checker.rapporten.excel.kolom import MAX_TEKENS, tekst
from checker.rapporten.opmaak import INGEKORT, OORDELEN, STATUSSEN, veilig
from checker.resultaat import DossierRegel, Resultaat
from tests.rapporten.voorbeeld import LANG, VIJANDIG, maak_resultaat

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.workbook.workbook import Workbook

RESULTAAT = maak_resultaat()
BLADEN = (
    *(namen.LEESMIJ, namen.SAMENVATTING, namen.NORMEN, namen.ONDERDELEN, namen.BEWIJS),
    *(namen.ACTIEPLAN, namen.SIGNALEN, namen.PRAKTIJKTOETS, namen.DOCUMENTEN),
    *(namen.KRUISTABEL, namen.LOGBOEK, namen.LIJSTEN),
)


@pytest.fixture(scope="module")
def pad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("excel") / "gapanalyse.xlsx"
    excel.write(RESULTAAT, path)
    return path


@pytest.fixture(scope="module")
def boek(pad: Path) -> Workbook:
    return load_workbook(pad, data_only=True)


@pytest.fixture(scope="module")
def formules(pad: Path) -> Workbook:
    return load_workbook(pad)


def rijen(boek: Workbook, blad: str) -> list[dict[str, Any]]:
    """Read the table of a sheet: rows by their headers."""
    waarden = boek[blad].iter_rows(min_row=namen.KOPRIJ, values_only=True)
    koppen = [str(kop) for kop in next(waarden)]
    gelezen = [dict(zip(koppen, rij, strict=True)) for rij in waarden]
    return [rij for rij in gelezen if rij[koppen[0]] is not None]


def test_sheets_stand_in_order_and_lijsten_is_hidden(boek: Workbook) -> None:
    assert tuple(boek.sheetnames) == BLADEN
    assert boek[namen.LIJSTEN].sheet_state == "hidden"
    assert boek.active is not None
    assert boek.active.title == namen.LEESMIJ


def test_every_norm_has_its_row(boek: Workbook) -> None:
    gelezen = rijen(boek, namen.NORMEN)
    assert [rij[namen.NORM_ID] for rij in gelezen] == [b.norm_id for b in RESULTAAT.bevindingen]
    for rij, bevinding in zip(gelezen, RESULTAAT.bevindingen, strict=True):
        assert rij[namen.VOORSTEL] == OORDELEN[bevinding.oordeel].woord
        assert rij["Motivering"] == bevinding.reden
        assert (rij["Ontbreekt"] or "").splitlines() == list(bevinding.hiaten)
        assert (rij["Advies"] or "").splitlines() == list(bevinding.advies)
        assert rij["Toetsvraag"] == bevinding.toetsvraag
        assert rij["Oordeel in het kader"] == bevinding.label
        alleen = overzicht.alleen_praktijk(bevinding)
        assert rij["Uit documenten te zien"].startswith("Nee" if alleen else "Ja")
        assert rij[namen.KADER_ID] == bevinding.kader_id


def test_verdict_of_a_person_stands_beside_the_proposal(boek: Workbook) -> None:
    rij = rijen(boek, namen.NORMEN)[0]
    assert rij[namen.VOORSTEL] == "Aangetoond"
    assert rij[namen.UW_OORDEEL] == "Grotendeels aangetoond"
    assert rij[namen.EINDOORDEEL] == "Grotendeels aangetoond"
    assert rij[namen.REDEN] == "Het register mist de laatste drie maanden."
    assert rij[namen.BEOORDELAAR] == "M. de Vries"
    assert rij[namen.BEOORDEELD_OP] == datetime(2026, 11, 23)  # noqa: DTZ001 - Excel has none
    assert rijen(boek, namen.NORMEN)[1][namen.UW_OORDEEL] is None


def test_every_onderdeel_has_its_row(boek: Workbook) -> None:
    verwacht = [
        (o.id, b.norm_id, o.tekst, STATUSSEN[o.status].woord, o.hiaat or None, len(o.bewijs))
        for b in RESULTAAT.bevindingen
        for o in b.onderdelen
    ]
    koppen = (namen.ONDERDEEL_ID, namen.NORM_ID, "Onderdeel", "Uitkomst", "Ontbreekt")
    gelezen = [(*(rij[kop] for kop in koppen), rij["Citaten die meetellen"]) for rij in rijen(boek, namen.ONDERDELEN)]
    assert gelezen == verwacht


def test_every_quote_has_its_row(boek: Workbook) -> None:
    verwacht = [
        (b.norm_id, telt, tekst(e.citaat), e.document, e.pagina, e.plaats, e.score)
        for b in RESULTAAT.bevindingen
        for telt, rij in (("Ja", b.bewijs), ("Nee", b.tegenbewijs))
        for e in rij
    ]
    koppen = (namen.NORM_ID, "Telt mee", "Citaat", "Document", "Pagina", "Plaats", "Score")
    gelezen = [tuple(rij[kop] for kop in koppen) for rij in rijen(boek, namen.BEWIJS)]
    assert gelezen == verwacht


def test_actions_signals_questions_and_documents_are_complete(boek: Workbook) -> None:
    acties = rijen(boek, namen.ACTIEPLAN)
    assert [(r["actie_nr"], r["Actie"], r["Normen"], r[namen.STATUS]) for r in acties] == [
        (a.nummer, a.titel, ", ".join(a.norm_ids), "Open") for a in RESULTAAT.acties
    ]
    signalen = rijen(boek, namen.SIGNALEN)
    assert Counter(r["Wat er aan de hand is"] for r in signalen) == Counter(s.melding for s in RESULTAAT.signalen)
    vragen = [v for rij in overzicht.praktijktoets_per_rol(RESULTAAT).values() for v in rij]
    assert [r["Vraag"] for r in rijen(boek, namen.PRAKTIJKTOETS)] == [v.vraag for v in vragen]
    documenten = {r["Document"]: r["sha256"] for r in rijen(boek, namen.DOCUMENTEN)}
    for document in RESULTAAT.dossier.documenten:
        assert documenten[veilig(document.pad)] == document.sha256
    for ontbrekend in overzicht.ontbrekende_documenten(RESULTAAT):
        assert ontbrekend.naam in documenten


def test_summary_counts_are_formulas_with_the_right_value(boek: Workbook, formules: Workbook) -> None:
    blad, bron = boek[namen.SAMENVATTING], formules[namen.SAMENVATTING]
    for nummer, kader in enumerate(overzicht.per_kader(RESULTAAT), namen.KOPRIJ + 1):
        assert blad.cell(nummer, 1).value == kader.kader.titel
        gelezen = [blad.cell(nummer, kolom).value for kolom in range(2, 8)]
        assert gelezen == [*kader.telling.aantallen.values(), kader.telling.totaal]
        assert [*kader.telling.aantallen.values()] == [kader.kader.telling[o] for o in Oordeel]
        assert str(bron.cell(nummer, 2).value).startswith("=COUNTIFS(tblNormen[kader_id]")


def test_counts_of_the_end_verdict_follow_the_person(boek: Workbook) -> None:
    waarden = boek[namen.SAMENVATTING].iter_rows(min_col=1, max_col=3, values_only=True)
    tabel = {rij[0]: rij[1:] for rij in waarden if rij[0] in {s.woord for s in OORDELEN.values()}}
    assert tabel["Aangetoond"] == (2, 1)
    assert tabel["Grotendeels aangetoond"] == (1, 2)


def test_kruistabel_counts_quotes_per_document(boek: Workbook) -> None:
    totalen = {rij[namen.NORM_ID]: rij["Totaal"] for rij in rijen(boek, namen.KRUISTABEL)}
    assert totalen == {b.norm_id: len(b.bewijs) for b in RESULTAAT.bevindingen if b.bewijs}


def test_links_lead_to_the_first_row_and_back(boek: Workbook, formules: Workbook) -> None:
    koppen = [cel.value for cel in formules[namen.NORMEN][namen.KOPRIJ]]
    cel = formules[namen.NORMEN].cell(namen.KOPRIJ + 1, koppen.index("Naar bewijs") + 1)
    assert str(cel.value) == ('=HYPERLINK("#Bewijs!A"&(4+MATCH($A5,tblBewijs[norm_id],0)),"3 citaten")')
    assert rijen(boek, namen.NORMEN)[0]["Naar bewijs"] == "3 citaten"
    assert rijen(boek, namen.BEWIJS)[0]["Naar norm"] == "naar norm"


def test_sheets_are_tables_that_freeze_filter_and_print(formules: Workbook) -> None:
    for naam in BLADEN[2:9]:
        blad = formules[naam]
        assert blad.tables[namen.tabelnaam(naam)].autoFilter is not None
        assert blad.freeze_panes is not None
        # A second table below the first has other columns: there the header of the first may not stand above it.
        assert blad.print_title_rows == ("$4:$4" if len(blad.tables) == 1 else None)
        assert blad.page_setup.orientation == "landscape"
        assert blad.page_setup.paperSize == 9
        assert blad.page_setup.fitToHeight == 0
        assert blad.sheet_properties.pageSetUpPr is not None
        assert blad.sheet_properties.pageSetUpPr.fitToPage
        assert blad.oddFooter is not None
        assert "Pagina" in str(blad.oddFooter.right.text)


def test_human_cells_are_open_yellow_and_have_choices(formules: Workbook) -> None:
    blad = formules[namen.NORMEN]
    koppen = [cel.value for cel in blad[namen.KOPRIJ]]
    for kop in namen.MENSKOLOMMEN:
        cel = blad.cell(namen.KOPRIJ + 1, koppen.index(kop) + 1)
        assert not cel.protection.locked
        assert cel.fill.fgColor.rgb == "FFFFF8DC"
    assert blad.cell(namen.KOPRIJ + 1, 1).protection.locked
    assert not blad.protection.sheet
    bronnen = {regel.formula1 for regel in blad.data_validations.dataValidation}
    assert {namen.LIJST_OORDELEN, namen.LIJST_STATUSSEN} <= bronnen
    assert formules.defined_names[namen.LIJST_OORDELEN].attr_text == "Lijsten!$A$2:$A$6"


def test_hostile_text_stays_text(pad: Path, boek: Workbook, formules: Workbook) -> None:
    citaten = [rij["Citaat"] for rij in rijen(boek, namen.BEWIJS)]
    assert veilig(VIJANDIG) in citaten
    for blad in formules.worksheets:
        for rij in blad.iter_rows():
            for cel in rij:
                if cel.data_type == "f":
                    assert str(cel.value).startswith(("=HYPERLINK(", "=COUNTIFS(", "=SUM(", "=IF(", "=IFERROR("))
                    assert "kwaad" not in str(cel.value)
    with zipfile.ZipFile(pad) as bestand:
        relaties = [naam for naam in bestand.namelist() if naam.endswith(".rels")]
        assert not any(b"External" in bestand.read(naam) for naam in relaties)


def test_long_quote_is_cut_with_a_notice(boek: Workbook) -> None:
    langste = max((str(rij["Citaat"]) for rij in rijen(boek, namen.BEWIJS)), key=len)
    assert LANG.startswith(langste.removesuffix(INGEKORT))
    assert langste.endswith(INGEKORT)
    assert len(langste) <= MAX_TEKENS


@pytest.mark.parametrize("value", ["😀" * 30_000, "a" * 40_000, "é" * 33_000, "\u202e" * 20_000])
def test_text_fits_a_cell_as_excel_counts(value: str) -> None:
    assert len(tekst(value).encode("utf-16-le")) // 2 <= MAX_TEKENS + len(INGEKORT)


@pytest.mark.parametrize("value", ["=1+1", "+31", "-2", "@x", "{=1}", "http://a.nl", "_x0041_"])
def test_odd_beginnings_are_kept_as_text(tmp_path: Path, value: str) -> None:
    eerste = replace(RESULTAAT.bevindingen[0], titel=value, beoordeling=None)
    excel.write(replace(RESULTAAT, bevindingen=(eerste,)), tmp_path / "t.xlsx")
    cel = load_workbook(tmp_path / "t.xlsx")[namen.NORMEN].cell(namen.KOPRIJ + 1, 2)
    assert cel.data_type == "s"
    assert str(cel.value).replace("_x005F_", "_") == value
    assert cel.hyperlink is None


def test_same_resultaat_gives_same_bytes(pad: Path, tmp_path: Path) -> None:
    excel.write(maak_resultaat(), tmp_path / "nog.xlsx")
    assert (tmp_path / "nog.xlsx").read_bytes() == pad.read_bytes()


def test_properties_carry_the_stated_date(formules: Workbook) -> None:
    assert formules.properties.title == "Gapanalyse Praktijk De Linde"
    assert formules.properties.created is not None
    assert formules.properties.created.date() == date(2026, 11, 22)


def test_charts_are_native_and_described(pad: Path) -> None:
    with zipfile.ZipFile(pad) as bestand:
        grafieken = [n for n in bestand.namelist() if n.startswith("xl/charts/chart")]
        tekening = bestand.read("xl/drawings/drawing1.xml").decode()
        eerste = bestand.read(min(grafieken)).decode()
    assert len(grafieken) == 2
    assert tekening.count('descr="Staafdiagram') == 2
    assert "<c:numCache>" in eerste


def test_empty_resultaat_gives_a_workbook(tmp_path: Path) -> None:
    dossier = DossierRegel(naam="Leeg", profiel={}, aannames=(), documenten=())
    leeg = Resultaat(
        schema=1,
        peildatum="onbekend",
        checker="0.1.0",
        dossier=dossier,
        kaders=(),
        bevindingen=(),
        signalen=(),
    )
    excel.write(leeg, tmp_path / "leeg.xlsx")
    assert rijen(load_workbook(tmp_path / "leeg.xlsx"), namen.NORMEN) == []
