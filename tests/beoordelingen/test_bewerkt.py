"""What reviewers do to a desk: other names, copies, the wrong column, two of them at once; nothing is lost in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from checker.beoordelingen import Moment, find_changes, latest, merge, read_werkblad
from checker.beoordelingen.werkblad import WerkbladError
from checker.rapporten import excel
from checker.rapporten.excel import namen
from tests.rapporten.voorbeeld import maak_resultaat

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from openpyxl import Workbook

    from checker.beoordelingen import Inlezing
    from checker.beoordelingen.beoordeling import Regel

RESULTAAT = maak_resultaat()
VERDICT = {("Normen", 2, namen.UW_OORDEEL): "Aangetoond", ("Normen", 2, namen.REDEN): "Gezien"}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    excel.write(RESULTAAT, tmp_path / "gapanalyse.xlsx")
    return tmp_path / "gapanalyse.xlsx"


def fill(values: Mapping[tuple[str, int, str], object]) -> Callable[[Workbook], None]:
    """Fill cells: sheet, row from 1 under the headers, header."""

    def step(book: Workbook) -> None:
        for (sheet, number, kop), value in values.items():
            koppen = {cel.value: cel.column for cel in book[sheet][namen.KOPRIJ]}
            book[sheet].cell(namen.KOPRIJ + number, koppen[kop] or 1).value = value  # type: ignore[assignment]

    return step


def rename(sheet: str, name: str) -> Callable[[Workbook], None]:
    return lambda book: setattr(book[sheet], "title", name)


def header(sheet: str, old: str, new: str) -> Callable[[Workbook], None]:
    def step(book: Workbook) -> None:
        next(cel for cel in book[sheet][namen.KOPRIJ] if cel.value == old).value = new

    return step


def copy(sheet: str, name: str) -> Callable[[Workbook], None]:
    return lambda book: setattr(book.copy_worksheet(book[sheet]), "title", name)


def lees_in(desk: Path, *steps: Callable[[Workbook], Any], bekend: Mapping[str, Regel] | None = None, wie: str = "A. Bakker", naam: str = "terug") -> Inlezing:
    book = load_workbook(desk)
    for step in steps:
        step(book)
    book.save(desk.with_name(f"{naam}.xlsx"))
    return find_changes(read_werkblad(desk.with_name(f"{naam}.xlsx")), RESULTAAT, bekend or {}, Moment(datum="2026-12-01", wie=wie))


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ([rename("Normen", "Normen Rev A")], 'Het blad "Normen Rev A" is gelezen als Normen.'),
        ([header("Normen", "Uw oordeel", "Oordeel team")], 'Normen: de kolom "Oordeel team" is gelezen als Uw oordeel.'),
        ([rename("Normen", "NORMEN ")], ""),
        ([header("Normen", "Voorstel", "Voorstel checker")], ""),
        ([copy("Normen", "Normen (2)")], ""),
    ],
)
def test_a_verdict_survives_another_name(steps: list[Callable[[Workbook], Any]], said: str, desk: Path) -> None:
    """A sheet or header that was renamed is understood, and that is said; a copy that adds nothing is no news."""
    inlezing = lees_in(desk, fill(VERDICT), *steps)
    assert [(b.id, b.velden["oordeel"], b.velden["reden"]) for b in inlezing.nieuw] == [("JIJ-1.2", "aangetoond", "Gezien")]
    assert not [s for s in inlezing.nieuw[0].velden if s.startswith("extra:")]
    assert "\n".join(inlezing.meldingen) == said
    assert inlezing.fouten == ()


def test_a_renamed_sheet_with_work_is_understood(desk: Path) -> None:
    """The action plan is known by its ids."""
    inlezing = lees_in(desk, fill({("Actieplan", 1, "Eigenaar"): "Sanne"}), rename("Actieplan", "Plan van aanpak"))
    assert [regel.velden for regel in inlezing.nieuw] == [{"eigenaar": "Sanne"}]
    assert inlezing.meldingen == ('Het blad "Plan van aanpak" is gelezen als Actieplan.',)


def test_a_copy_that_was_filled_in_is_named(desk: Path) -> None:
    """What stands there alone is not taken over, and its rows are told."""
    inlezing = lees_in(desk, copy("Normen", "Normen (2)"), fill({("Normen (2)", 2, namen.EIGENAAR): "Sanne"}))
    assert inlezing.nieuw == ()
    assert [fout.melding for fout in inlezing.fouten] == [
        "Het blad Normen (2) is overgeslagen: het lijkt op Normen, en in rij 6 is iets anders ingevuld dan op het blad Normen zelf. Zet dat daarop over."
    ]


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ([rename("Normen", "A"), copy("A", "B")], 'er is geen blad Normen, en "A" en "B" lijken er allebei op. Geef het goede blad de naam Normen'),
        ([rename("Normen", "A"), header("A", "norm_id", "nummer")], "Kreeg dat blad of die kolom een andere naam, geef die dan terug"),
    ],
)
def test_a_desk_that_cannot_be_recognised_says_what_to_do(steps: list[Callable[[Workbook], Any]], words: str, desk: Path) -> None:
    """The name has to come back."""
    with pytest.raises(WerkbladError) as caught:
        lees_in(desk, *steps)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("kop", "waarde"), [(namen.VOORSTEL, "Aangetoond"), (namen.EINDOORDEEL, "Niet van toepassing"), (namen.LET_OP, "Onzin")],
)
def test_typing_in_a_column_of_the_checker_is_told(kop: str, waarde: str, desk: Path) -> None:
    """It is no verdict, and the person hears where a verdict belongs."""
    inlezing = lees_in(desk, fill({("Normen", 2, kop): waarde}))
    assert inlezing.nieuw == ()
    [melding] = inlezing.meldingen
    assert melding.startswith(f'Normen rij 6 (JIJ-1.2): in de kolom {kop} staat "{waarde}".')
    assert "Vul uw oordeel in bij Uw oordeel" in melding


def test_a_header_that_is_gone_beside_a_strange_one_is_told(desk: Path) -> None:
    """Which column holds the verdict is unknown, so that is asked."""
    inlezing = lees_in(desk, header("Normen", "Uw oordeel", "Eerste"), lambda book: book["Normen"].insert_cols(9), lambda book: book["Normen"].cell(4, 9, "Tweede"))
    assert inlezing.meldingen == (
        "Normen: er is geen kolom Uw oordeel. De kolom Eerste en Tweede is bewaard als kolom van uzelf. Hoort die bij Uw oordeel, "
        "geef haar dan die naam terug en lees opnieuw in.",
    )


def test_two_reviewers_who_disagree_are_both_reported(desk: Path) -> None:
    """The verdict that came first stays; the row of the second is left out and says what each of them wrote."""
    eerst = lees_in(desk, fill(VERDICT), wie="Rev A")
    ander = {("Normen", 2, namen.UW_OORDEEL): "Niet aangetoond", ("Normen", 2, namen.REDEN): "Ontbreekt", ("Normen", 3, namen.EIGENAAR): "Piet"}
    daarna = lees_in(desk, fill(ander), bekend=latest(eerst.nieuw), wie="Rev B")
    assert [b.velden for b in daarna.nieuw] == [{"eigenaar": "Piet"}]
    assert [fout.melding for fout in daarna.fouten] == [
        'Rij 6 (JIJ-1.2) is overgeslagen: sinds dit bestand werd gemaakt is hier op 1 december 2026 door Rev A iets anders ingelezen '
        '(Uw oordeel: "Aangetoond", en in dit bestand "Niet aangetoond"; Reden: "Gezien", en in dit bestand "Ontbreekt"). '
        "Wat al was ingelezen blijft staan. Kies samen wat geldt, en vul dat in de nieuwe gapanalyse.xlsx in."
    ]


def test_two_answers_to_one_question_are_both_reported(desk: Path) -> None:
    """On the other sheets too; the same answer twice is no conflict."""
    cel = ("Praktijktoets", 1, "Antwoord")
    eerst = lees_in(desk, fill({cel: "Ja"}))
    assert lees_in(desk, fill({cel: "Ja"}), bekend=latest(eerst.nieuw)).fouten == ()
    daarna = lees_in(desk, fill({cel: "Nee"}), bekend=latest(eerst.nieuw))
    assert daarna.nieuw == ()
    assert 'Antwoord: "Ja", en in dit bestand "Nee"' in daarna.fouten[0].melding


def test_a_new_desk_may_change_what_the_first_brought(desk: Path) -> None:
    """Whoever starts from the desk that shows a verdict has seen it."""
    bekend = latest(lees_in(desk, fill(VERDICT)).nieuw)
    excel.write(merge(RESULTAAT, bekend), desk)
    [regel] = lees_in(desk, fill({("Normen", 2, namen.REDEN): "Twee keer gezien"}), bekend=bekend).nieuw
    assert regel.velden["reden"] == "Twee keer gezien"


def test_a_withdrawn_verdict_leaves_no_name_behind(desk: Path) -> None:
    """Without verdict and reason nobody judged; other work in the row stays."""
    bekend = latest(lees_in(desk, fill({**VERDICT, ("Normen", 2, namen.EIGENAAR): "Sanne"})).nieuw)
    excel.write(merge(RESULTAAT, bekend), desk)
    [regel] = lees_in(desk, fill({("Normen", 2, namen.UW_OORDEEL): None, ("Normen", 2, namen.REDEN): None}), bekend=bekend).nieuw
    assert regel.velden == {"eigenaar": "Sanne"}


def test_a_formula_without_outcome_in_an_empty_cell_is_told(desk: Path) -> None:
    """The cell was empty and seems empty, but somebody filled it in."""
    inlezing = lees_in(desk, fill({("Normen", 2, namen.UW_OORDEEL): "=C6"}))
    assert inlezing.nieuw == ()
    assert "Uw oordeel: de formule heeft geen bewaarde uitkomst" in inlezing.fouten[0].melding
