"""Actions, signalen and questions come back too: by id, only edits, and shown again in every output."""

from __future__ import annotations

import html
import json
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from checker.beoordelingen import Moment, Werkregel, append, find_changes, latest, merge, read, read_werkblad
from checker.beoordelingen.bladen import WERKBLADEN
from checker.rapporten import agenda, excel, resultaatbestand, werk, word
from checker.rapporten.excel import namen
from checker.rapporten.html import render
from checker.rapporten.opmaak import veilig
from tests.beoordelingen.bureau import _zet
from tests.rapporten.voorbeeld import VIJANDIG, maak_resultaat

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from checker.resultaat import Resultaat

Rij = dict[str, Any]
RESULTAAT = maak_resultaat()
MOMENT = Moment(datum="2026-12-01", wie="A. Bakker")
VORMEN = {vorm.naam: vorm for vorm in WERKBLADEN}
IDS = {id_: soort for id_, (soort, _) in werk.titels(RESULTAAT).items()}
TEKST = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Zl", "Zp"), include_characters="\n"), max_size=30).filter(lambda t: "_x" not in t)
DAG = st.one_of(st.just(""), st.dates(date(2000, 1, 1), date(2099, 12, 31)).map(str))
DATUMS = ("deadline", "nagegaan_op", "datum")


def lees(resultaat: Resultaat, pad: Path) -> dict[str, list[Rij]]:
    """Write the desk and read its tables back as rows by header, the sheet Normen too."""
    excel.write(resultaat, pad)
    boek = load_workbook(pad, data_only=True)
    bladen = {}
    for naam in (namen.NORMEN, *VORMEN):
        waarden = boek[naam].iter_rows(min_row=namen.KOPRIJ, values_only=True)
        koppen = [str(kop) for kop in next(waarden)]
        bladen[naam] = [dict(zip(koppen, rij, strict=True)) for rij in waarden if rij[0]]
    return bladen


def bewaar(pad: Path, bladen: dict[str, tuple[Sequence[str], Sequence[Rij | None]]], *, boven: int = 3) -> Path:
    """Save sheets with rows under headers in this order; None is a blank row."""
    from openpyxl import Workbook

    boek = Workbook()
    boek.remove(boek.active)  # type: ignore[arg-type]
    for naam, (koppen, rijen) in bladen.items():
        blad = boek.create_sheet(naam)
        for rij, cellen in enumerate([dict(zip(koppen, koppen, strict=True)), *rijen], boven + 1):
            for plek, kop in enumerate(koppen, 1):
                _zet(blad, rij, plek, (cellen or {}).get(kop))
    boek.save(pad)
    return pad


def als_bladen(bladen: dict[str, list[Rij]]) -> dict[str, tuple[list[str], list[Rij]]]:
    return {naam: (list(rijen[0]), rijen) for naam, rijen in bladen.items()}


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Rij]]:
    return lees(RESULTAAT, tmp_path_factory.mktemp("bureau") / "gapanalyse.xlsx")


def _veld(sleutel: str) -> st.SearchStrategy[str]:
    return DAG if sleutel in DATUMS else st.sampled_from(["", *namen.STATUSSEN]) if sleutel == "status" else TEKST


VELDEN = {
    vorm.soort: st.fixed_dictionaries({}, optional={sleutel: _veld(sleutel) for sleutel in (*vorm.mens.values(), "extra:Team")}) for vorm in WERKBLADEN
}


def als_cel(sleutel: str, waarde: str, vorm: int) -> Any:
    if sleutel in DATUMS and waarde:
        dag = date.fromisoformat(waarde)
        return (dag, f"{dag:%d-%m-%Y}", waarde)[vorm]
    return waarde.upper() if sleutel == "status" and waarde and vorm else waarde or None


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_exactly_the_edits_arrive(data: st.DataObject, bureau: dict[str, list[Rij]], tmp_path: Path) -> None:
    """Rows shuffled, columns in any order, a column of one's own, blank rows, the title rows gone or more."""
    gekozen = data.draw(st.lists(st.sampled_from(sorted(IDS)), unique=True, max_size=6))
    edits = {id_: data.draw(VELDEN[IDS[id_]]) for id_ in gekozen}
    vorm = data.draw(st.integers(0, 2))
    bladen: dict[str, tuple[Sequence[str], Sequence[Rij | None]]] = {namen.NORMEN: (list(bureau[namen.NORMEN][0]), bureau[namen.NORMEN])}
    for naam, blad in VORMEN.items():
        koppen = {sleutel: kop for kop, sleutel in blad.mens.items()} | {"extra:Team": "Team"}
        rijen: list[Rij | None] = [
            dict(rij) | {koppen[s]: als_cel(s, w, vorm) for s, w in edits.get(rij[blad.id_kop], {}).items()} for rij in bureau[naam]
        ]
        bladen[naam] = (data.draw(st.permutations([*bureau[naam][0], "Team"])), data.draw(st.permutations([*rijen, None])))
    pad = bewaar(tmp_path / "terug.xlsx", dict(data.draw(st.permutations(list(bladen.items())))), boven=data.draw(st.integers(0, 9)))

    inlezing = find_changes(read_werkblad(pad), RESULTAAT, {}, MOMENT)
    samen = merge(RESULTAAT, latest(inlezing.nieuw))

    schoon = {id_: {s: veilig(w).strip() for s, w in velden.items()} for id_, velden in edits.items()}
    # The desk shows Open where nothing was filled in: to say so again, or to empty it, is no edit.
    gevuld = {id_: {s: w for s, w in velden.items() if w and (s, w) != ("status", "Open")} for id_, velden in schoon.items()}
    verwacht = {id_: velden for id_, velden in gevuld.items() if velden}
    assert samen.werk == verwacht
    assert inlezing.fouten == ()
    assert replace(samen, werk={}) == RESULTAAT

    opslag = tmp_path / "beoordelingen.jsonl"
    opslag.unlink(missing_ok=True)
    append(opslag, inlezing.nieuw)
    assert read(opslag) == inlezing.nieuw
    assert find_changes(read_werkblad(pad), RESULTAAT, latest(read(opslag)), MOMENT).nieuw == ()


def vul(bureau: dict[str, list[Rij]], naam: str, nummer: int, **cellen: Any) -> tuple[dict[str, list[Rij]], str]:
    """A copy of the desk with cells of one row changed, and the id of that row."""
    kopie = {blad: [dict(rij) for rij in rijen] for blad, rijen in bureau.items()}
    kopie[naam][nummer] |= {kop.replace("_", " "): waarde for kop, waarde in cellen.items()}
    return kopie, kopie[naam][nummer][VORMEN[naam].id_kop]


def lees_in(bladen: dict[str, list[Rij]], pad: Path, bekend: Any = None) -> Any:
    return find_changes(read_werkblad(bewaar(pad, als_bladen(bladen))), RESULTAAT, bekend or {}, MOMENT)


def test_untouched_desk_brings_nothing_and_ids_are_unique(bureau: dict[str, list[Rij]], tmp_path: Path) -> None:
    assert lees_in(bureau, tmp_path / "b.xlsx").nieuw == ()
    ids = [rij[blad.id_kop] for naam, blad in VORMEN.items() for rij in bureau[naam]]
    assert ids == list(IDS)
    assert len(set(ids)) == len(RESULTAAT.acties) + len(RESULTAAT.signalen) + len(werk.vragen(RESULTAAT))


def test_id_of_an_action_stays_when_its_counts_change() -> None:
    """The next run has other numbers and another order; the work stays with its document."""
    een, *rest = RESULTAAT.acties
    anders = replace(RESULTAAT, acties=(*rest, replace(een, nummer=9, titel="Vul de meldcode aan: 1 onderdeel", klasse="minor", norm_ids=("JIJ-1.1",))))
    assert {s.id for s in werk.acties(anders)} == {s.id for s in werk.acties(RESULTAAT)}
    assert werk.acties(anders)[-1].id == werk.acties(RESULTAAT)[0].id


def test_id_of_a_signaal_stays_when_its_document_moves_or_its_place_changes() -> None:
    verplaatst = tuple(replace(s, document=f"Nieuwe map/{s.document.rsplit('/', 1)[-1]}", plaats="alinea 1") for s in RESULTAAT.signalen)
    assert [s.id for s in werk.signalen(replace(RESULTAAT, signalen=verplaatst))] == [s.id for s in werk.signalen(RESULTAAT)]


def test_equal_signalen_have_an_id_of_their_own() -> None:
    dubbel = replace(RESULTAAT, signalen=(RESULTAAT.signalen[0], RESULTAAT.signalen[0]))
    een, twee = (s.id for s in werk.signalen(dubbel))
    assert twee == f"{een}-2"


@pytest.mark.parametrize(
    ("naam", "cellen", "woorden"),
    [
        (namen.ACTIEPLAN, {"Deadline": "ooit"}, 'kolom Deadline: "ooit" is geen datum'),
        (namen.ACTIEPLAN, {"Status": "Misschien"}, 'de status "Misschien" bestaat niet'),
        (namen.ACTIEPLAN, {"Resultaat nagegaan op": "maart 2026"}, "kolom Resultaat nagegaan op"),
        (namen.ACTIEPLAN, {"actie_id": "actie-bestaatniet"}, "deze actie staat niet in het resultaat"),
        (namen.ACTIEPLAN, {"actie_id": None}, "er staat geen actie_id"),
        (namen.SIGNALEN, {"Status": "Prima"}, 'de status "Prima" bestaat niet'),
        (namen.PRAKTIJKTOETS, {"Datum": "gisteren"}, "kolom Datum"),
    ],
)
def test_bad_row_is_skipped_whole_and_named(naam: str, cellen: Rij, woorden: str, bureau: dict[str, list[Rij]], tmp_path: Path) -> None:
    """The good cells of that row are left out too, and no other row or sheet."""
    goed = "Antwoord" if naam == namen.PRAKTIJKTOETS else "Eigenaar"
    bladen, id_ = vul(bureau, naam, 0, **{goed: "Sanne"})
    bladen[naam][1] |= {goed: "Piet", **cellen}
    inlezing = lees_in(bladen, tmp_path / "b.xlsx")
    assert [regel.id for regel in inlezing.nieuw] == [id_]
    [fout] = inlezing.fouten
    assert (fout.nummer, fout.blad) == (6, naam)
    assert woorden in fout.oorzaak
    assert fout.melding.startswith(f"Rij 6 van het blad {naam}")


def test_row_that_stands_twice_with_other_content_is_left_out(bureau: dict[str, list[Rij]], tmp_path: Path) -> None:
    bladen, _ = vul(bureau, namen.ACTIEPLAN, 0, Eigenaar="Sanne")
    bladen[namen.ACTIEPLAN].append({**bladen[namen.ACTIEPLAN][0], "Eigenaar": "Piet"})
    inlezing = lees_in(bladen, tmp_path / "b.xlsx")
    assert inlezing.nieuw == ()
    assert "deze actie staat met verschillende inhoud in rij 5 en 8" in inlezing.fouten[0].oorzaak


def test_sheet_without_ids_is_named_when_it_holds_work(bureau: dict[str, list[Rij]], tmp_path: Path) -> None:
    """A desk of an older checker: what is there is not lost in silence."""
    for waarde, hoeveel in ((None, 0), ("Sanne", 1)):
        bladen, _ = vul(bureau, namen.ACTIEPLAN, 0, Eigenaar=waarde)
        for rij in bladen[namen.ACTIEPLAN]:
            del rij[namen.ACTIE_ID], rij[namen.STAND]
        inlezing = lees_in(bladen, tmp_path / "oud.xlsx")
        assert inlezing.nieuw == ()
        assert [f.melding for f in inlezing.fouten] == [
            "Het blad Actieplan is overgeslagen: er is geen kolom actie_id. Neem over wat daar staat in een nieuwe gapanalyse.xlsx."
        ] * hoeveel


def test_two_people_and_a_cell_that_is_emptied(bureau: dict[str, list[Rij]], tmp_path: Path) -> None:
    """Each changes a cell of the same action; then the next desk empties one of them again."""
    een, id_ = vul(bureau, namen.ACTIEPLAN, 0, Eigenaar="Sanne", Effect="Minder klachten")
    twee, _ = vul(bureau, namen.ACTIEPLAN, 0, Deadline="31-12-2026", Status="Bezig")
    eerst = lees_in(een, tmp_path / "een.xlsx").nieuw
    daarna = lees_in(twee, tmp_path / "twee.xlsx", latest(eerst)).nieuw
    bekend = latest(eerst, daarna)
    assert bekend[id_].velden == {"eigenaar": "Sanne", "effect": "Minder klachten", "deadline": "2026-12-31", "status": "Bezig"}
    samen = merge(RESULTAAT, bekend)
    volgende = lees(samen, tmp_path / "volgende.xlsx")
    rij = volgende[namen.ACTIEPLAN][0]
    assert (rij["Eigenaar"], rij["Deadline"], rij["Status"], rij["Effect"]) == ("Sanne", datetime(2026, 12, 31), "Bezig", "Minder klachten")  # noqa: DTZ001 - Excel has none
    leeg, _ = vul(volgende, namen.ACTIEPLAN, 0, Eigenaar=None)
    [regel] = find_changes(read_werkblad(bewaar(tmp_path / "leeg.xlsx", als_bladen(leeg))), samen, bekend, MOMENT).nieuw
    assert regel.velden == {"effect": "Minder klachten", "deadline": "2026-12-31", "status": "Bezig"}


def test_work_stands_in_all_outputs_and_deadlines_in_the_calendar(bureau: dict[str, list[Rij]], tmp_path: Path) -> None:
    """Word, Excel, HTML, JSON and ics say the same; hostile text is text."""
    bladen, actie = vul(bureau, namen.ACTIEPLAN, 0, Eigenaar=f"Sanne {veilig(VIJANDIG)}", Deadline=date(2026, 12, 31), Status="Bezig", Oorzaak="=1+1", Team="Rood")
    bladen[namen.ACTIEPLAN] = [{"Team": None, **rij} for rij in bladen[namen.ACTIEPLAN]]
    bladen[namen.SIGNALEN][0] |= {"Eigenaar": "Jan van Signalen", "Status": "Klaar"}
    bladen[namen.PRAKTIJKTOETS][0] |= {"Antwoord": "Ja, dat weten wij.", "Gesproken met": "Cliënt", "Datum": "01-12-2026"}
    inlezing = lees_in(bladen, tmp_path / "b.xlsx")
    assert [type(regel) for regel in inlezing.nieuw] == [Werkregel] * 3
    samen = merge(RESULTAAT, latest(inlezing.nieuw))
    assert samen.werk[actie]["extra:Team"] == "Rood"
    assert json.loads(resultaatbestand.dumps(samen))["werk"] == samen.werk
    resultaatbestand.write(samen, tmp_path / "r.json")
    assert resultaatbestand.read(tmp_path / "r.json") == samen

    document = Document(BytesIO(word.maak(samen)))
    velden = ["".join(t.text or "" for t in sdt.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t")) for sdt in document.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}sdt")][1:4]
    tekst = "\n".join(cel.text for tabel in document.tables for rij in tabel.rows for cel in rij.cells)
    assert velden[0].startswith("Sanne =HYPERLINK")
    assert velden[1:] == ["31 december 2026", "Bezig"]
    pagina = html.unescape(render(samen))
    for text in (tekst, pagina):
        for woorden in ("Oorzaak: =1+1", "Eigenaar: Jan van Signalen", "Ja, dat weten wij.", "1 december 2026"):
            assert woorden in text, woorden
    assert "<script>alert" not in render(samen)
    volgende = lees(samen, tmp_path / "volgende.xlsx")
    assert (volgende[namen.ACTIEPLAN][0]["Team"], volgende[namen.ACTIEPLAN][0]["Oorzaak"]) == ("Rood", "=1+1")
    assert (volgende[namen.SIGNALEN][0]["Status"], volgende[namen.PRAKTIJKTOETS][0]["Antwoord"]) == ("Klaar", "Ja, dat weten wij.")
    assert find_changes(read_werkblad(tmp_path / "volgende.xlsx"), samen, latest(inlezing.nieuw), MOMENT).nieuw == ()

    dagen = {dag.titel.split(" (")[0]: dag.dag for dag in agenda.find_dagen(samen)}
    assert dagen["Deadline actie: Stel de meldcode vast"] == date(2026, 12, 31)
    for status in werk.AF:
        klaar = replace(samen, werk={actie: samen.werk[actie] | {"status": status}})
        assert not any(dag.titel.startswith("Deadline actie") for dag in agenda.find_dagen(klaar))


def test_work_at_what_is_gone_waits_until_it_is_there_again(bureau: dict[str, list[Rij]], tmp_path: Path) -> None:
    bladen, id_ = vul(bureau, namen.ACTIEPLAN, 0, Eigenaar="Sanne")
    bekend = latest(lees_in(bladen, tmp_path / "b.xlsx").nieuw)
    zonder = merge(replace(RESULTAAT, acties=RESULTAAT.acties[1:]), bekend)
    assert zonder.werk == {}
    assert merge(RESULTAAT, bekend).werk == {id_: {"eigenaar": "Sanne"}}


def _naar(resultaat: Resultaat, rol: str) -> Resultaat:
    """The same resultaat of a checker that puts the questions of the last norm with any to someone else."""
    norm = next(b for b in reversed(resultaat.bevindingen) if b.praktijktoets and b.oordeel != "niet_van_toepassing")
    anders = replace(norm, praktijktoets=tuple(replace(toets, rol=rol) for toets in norm.praktijktoets))
    return replace(resultaat, bevindingen=tuple(anders if b is norm else b for b in resultaat.bevindingen))


def test_an_answer_stays_with_its_question_when_someone_else_is_asked(tmp_path: Path) -> None:
    """Stored answers, and desks that were written before, know the question by the rol it had then; a later answer replaces it."""
    toen, nu = _naar(RESULTAAT, "hulpverlener"), _naar(RESULTAAT, "bestuurder")
    bladen = lees(toen, tmp_path / "toen.xlsx")
    plek = next(i for i, rij in enumerate(bladen[namen.PRAKTIJKTOETS]) if rij["Aan wie"] == "Hulpverlener")
    bladen[namen.PRAKTIJKTOETS][plek] |= {"Antwoord": "Een cursus."}
    desk = read_werkblad(bewaar(tmp_path / "terug.xlsx", als_bladen(bladen)))
    stored = find_changes(desk, toen, {}, MOMENT).nieuw
    (id_,) = (r.id for r in find_changes(desk, nu, {}, MOMENT).nieuw)

    assert id_ in werk.titels(nu) and id_ not in werk.titels(toen)
    assert {id_: {"antwoord": "Een cursus."}} == merge(nu, latest(stored)).werk
    assert ((), ()) == (find_changes(desk, nu, latest(stored), MOMENT).nieuw, find_changes(desk, nu, latest(stored), MOMENT).fouten)

    later = Werkregel(soort="vraag", id=id_, velden={"antwoord": "Twee."}, ingelezen_op="2026-12-02")
    assert {id_: {"antwoord": "Twee."}} == merge(nu, latest(stored, (later,))).werk
    assert {stored[0].id: {"antwoord": "Twee."}} == merge(toen, latest(stored, (later,))).werk
