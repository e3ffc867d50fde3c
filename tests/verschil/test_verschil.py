"""Two runs compared: per norm, quote, document and signaal."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from click.testing import CliRunner
from openpyxl import load_workbook

from checker.commands.verschil import command
from checker.kaders.model import Oordeel
from checker.rapporten import resultaatbestand
from checker.rapporten.excel import namen
from checker.rapporten.excel.verschil import write
from checker.verschil import Richting, compare
from tests.rapporten.voorbeeld import maak_resultaat

if TYPE_CHECKING:
    from pathlib import Path

    from checker.resultaat import Resultaat

OUD = maak_resultaat()


def _nieuw() -> Resultaat:
    """The next run: one norm up, one down, one gone, one new, one no longer applicable; documents moved about."""
    normen = {b.norm_id: b for b in OUD.bevindingen}
    citaat = replace(normen["JIJ-1.2"].bewijs[0], citaat="Er is een cliëntenraad sinds 2024.")
    normen["JIJ-1.2"] = replace(normen["JIJ-1.2"], oordeel=Oordeel.AANGETOOND, bewijs=(*normen["JIJ-1.2"].bewijs, citaat))
    normen["JIJ-1.1"] = replace(normen["JIJ-1.1"], oordeel=Oordeel.GEDEELTELIJK, bewijs=normen["JIJ-1.1"].bewijs[1:], onderdelen=())
    normen["JIJ-2.1"] = replace(normen["JIJ-2.1"], oordeel=Oordeel.NIET_VAN_TOEPASSING)
    normen["KL-9.9"] = replace(normen.pop("KL-1.2"), norm_id="KL-9.9")
    eerste, tweede, derde, *rest = OUD.dossier.documenten
    documenten = (replace(eerste, sha256="9" * 64), replace(tweede, pad="Nieuwe map/Klachtenregeling.pdf"), *rest, replace(derde, pad="Extra.xlsx", sha256="8" * 64))
    signalen = tuple(replace(s, document=documenten[1].pad) if s.document == tweede.pad else s for s in OUD.signalen[1:])
    return replace(
        OUD, peildatum="2027-01-10", bevindingen=tuple(normen.values()), dossier=replace(OUD.dossier, documenten=documenten),
        signalen=(*signalen, replace(OUD.signalen[0], citaat="Wij bellen Bureau Jeugdzorg.")),
    )


NIEUW = _nieuw()
VERSCHIL = compare(OUD, NIEUW)


def test_same_run_gives_no_difference() -> None:
    leeg = compare(OUD, OUD)
    assert not any(n.veranderd for n in leeg.normen)
    assert (leeg.documenten, leeg.signalen_nieuw, leeg.signalen_weg, leeg.let_op) == ((), (), (), ())
    assert leeg.telling["gelijk"] == len(OUD.bevindingen)


def test_every_norm_goes_somewhere() -> None:
    richting = {n.norm_id: n.richting for n in VERSCHIL.normen}
    assert richting["JIJ-1.2"] is Richting.BETER
    assert richting["JIJ-1.1"] is Richting.SLECHTER
    assert richting["JIJ-2.1"] is Richting.ANDERS
    assert richting["KL-9.9"] is Richting.NIEUW
    assert richting["KL-1.2"] is Richting.VERVALLEN
    assert sum(VERSCHIL.telling.values()) == len(VERSCHIL.normen) == len({*richting})


def test_back_and_forth_are_each_others_mirror() -> None:
    terug = compare(NIEUW, OUD)
    assert terug.telling["beter"] == VERSCHIL.telling["slechter"]
    assert {n.norm_id: n.erbij for n in terug.normen} == {n.norm_id: n.weg for n in VERSCHIL.normen}
    assert set(terug.signalen_weg) == set(VERSCHIL.signalen_nieuw)


def test_quotes_that_came_and_went() -> None:
    normen = {n.norm_id: n for n in VERSCHIL.normen}
    assert [b.citaat for b in normen["JIJ-1.2"].erbij] == ["Er is een cliëntenraad sinds 2024."]
    assert [b.citaat for b in normen["JIJ-1.1"].weg] == [OUD.bevindingen[0].bewijs[0].citaat]
    assert normen["JIJ-1.2"].weg == ()


def test_documents_by_content() -> None:
    """Changed, moved with the same content, added and gone."""
    gevonden = {(d.wat, d.pad, d.was) for d in VERSCHIL.documenten}
    een, twee, drie = (d.pad for d in OUD.dossier.documenten[:3])
    assert gevonden == {("gewijzigd", een, ""), ("verplaatst", "Nieuwe map/Klachtenregeling.pdf", twee), ("toegevoegd", "Extra.xlsx", ""), ("verwijderd", drie, "")}


def test_signalen_move_along_with_their_document() -> None:
    """Only the one quote that is another is new; the contradiction in the moved document is not."""
    assert [s.citaat for s in VERSCHIL.signalen_nieuw] == ["Wij bellen Bureau Jeugdzorg."]
    assert VERSCHIL.signalen_weg == (OUD.signalen[0],)


def test_incomparable_runs_are_named() -> None:
    ander = replace(NIEUW, dossier=replace(NIEUW.dossier, naam="Praktijk De Eik"), kaders=tuple(replace(k, versie="3.0") for k in NIEUW.kaders), checker="9.0")
    let_op = " ".join(compare(ander, OUD).let_op)
    for woorden in ("verschillende dossiers", "latere peildatum", "andere versie (3.0, nu 2.0)", "De checker heeft een andere versie"):
        assert woorden in let_op


def test_workbook_holds_the_same(tmp_path: Path) -> None:
    write(VERSCHIL, (), tmp_path / "een.xlsx")
    write(VERSCHIL, (), tmp_path / "twee.xlsx")
    assert (tmp_path / "een.xlsx").read_bytes() == (tmp_path / "twee.xlsx").read_bytes()
    boek = load_workbook(tmp_path / "een.xlsx")
    tabel = {blad: [r for r in boek[blad].iter_rows(min_row=namen.KOPRIJ + 1, values_only=True) if r[0]] for blad in (namen.NORMEN, namen.BEWIJS, namen.DOCUMENTEN, namen.SIGNALEN)}
    assert [(r[0], str(r[2]).lower()) for r in tabel[namen.NORMEN]] == [(n.norm_id, str(n.richting)) for n in VERSCHIL.normen]
    assert len(tabel[namen.BEWIJS]) == sum(len(n.erbij) + len(n.weg) for n in VERSCHIL.normen)
    assert len(tabel[namen.DOCUMENTEN]) == len(VERSCHIL.documenten)
    assert len(tabel[namen.SIGNALEN]) == 2


def test_command_says_it_in_words_and_json(tmp_path: Path) -> None:
    for naam, resultaat in (("oud", OUD), ("nieuw", NIEUW)):
        (tmp_path / naam).mkdir()
        resultaatbestand.write(resultaat, tmp_path / naam / "resultaat.json")
    paden = [str(tmp_path / "oud"), str(tmp_path / "nieuw/resultaat.json")]
    tekst = CliRunner().invoke(command, [*paden, "--xlsx", str(tmp_path / "v.xlsx")])
    assert tekst.exit_code == 0
    assert "beter: grotendeels aangetoond -> aangetoond" in tekst.output
    assert '+ "Er is een cliëntenraad sinds 2024."' in tekst.output
    assert "verplaatst: Nieuwe map/Klachtenregeling.pdf (stond in" in tekst.output
    assert "\u202e" not in tekst.output
    assert (tmp_path / "v.xlsx").exists()
    data = json.loads(CliRunner().invoke(command, [*paden, "--json"]).output)
    assert data["telling"] == VERSCHIL.telling
    assert [n["norm_id"] for n in data["normen"]] == [n.norm_id for n in VERSCHIL.normen]


def test_files_that_were_not_opened_are_not_each_others_copy() -> None:
    """Without a digest of the content one is gone and another is new; nothing was moved."""
    dicht = OUD.dossier.documenten[0]
    toen = replace(OUD, dossier=replace(OUD.dossier, documenten=(replace(dicht, pad="a.pdf", sha256=""),)))
    nu = replace(OUD, dossier=replace(OUD.dossier, documenten=(replace(dicht, pad="b.pdf", sha256=""),)))
    assert [(d.pad, d.wat, d.was) for d in compare(toen, nu).documenten] == [("b.pdf", "toegevoegd", ""), ("a.pdf", "verwijderd", "")]
