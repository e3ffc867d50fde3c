"""The measures of behaviour themselves: AUC, finding what was cited, edits and changes of a sentence."""

from __future__ import annotations

import pytest

from bench.auc import auc, independent, resampled, standard_error
from bench.ingreep import Citaat, Zinnen, edit_dossier, remove
from bench.verandering import denied_verb, phrase, plain_letters, plural, synonym_edit
from bench.weghalen import Geval, row
from checker.begrippen.expressie import parse_term
from checker.dossier.document import Document, Dossier, Toestand
from checker.dossier.passage import Passage, Soort, Vindplaats

KLACHT = "Elke klacht wordt binnen zes weken behandeld door de praktijkhouder."
OPEN = "De praktijk is op werkdagen open."
LEAD = "Wij leggen van ieder gezin het volgende vast:"
CELLS = (("Wat", "klacht over de wachttijd van de intake", "A2"), ("Stand", "klaar", "B2"))


def dossier() -> Dossier:
    """Two documents: a paragraph, a list item with its lead, a table row and a repeat."""
    place = Vindplaats(plaats="alinea 1")
    first = (
        Passage(nr=0, soort=Soort.ALINEA, tekst=f"{KLACHT} {OPEN}", vindplaats=place),
        Passage(nr=1, soort=Soort.ALINEA, tekst=LEAD, vindplaats=place),
        Passage(nr=2, soort=Soort.LIJSTITEM, tekst="de doelen van het gezin", vindplaats=place, inleiding=LEAD),
        Passage(nr=3, soort=Soort.TABELRIJ, tekst=" | ".join(f"{h}: {v}" for h, v, _ in CELLS), vindplaats=place, cellen=CELLS),
    )
    second = (
        Passage(nr=0, soort=Soort.ALINEA, tekst=KLACHT.lower(), vindplaats=place), Passage(nr=1, soort=Soort.ALINEA, tekst=OPEN, vindplaats=place),
        Passage(nr=2, soort=Soort.ALINEA, tekst="binnen zes weken", vindplaats=place),
    )
    return Dossier(
        naam="proef",
        documenten=tuple(
            Document(pad=f"{n}.txt", sha256="0" * 64, soort="txt", toestand=Toestand.GELEZEN, passages=passages)
            for n, passages in enumerate((first, second), start=1)
        ),
    )


def texts(changed: Dossier) -> list[str]:
    """The texts of all passages."""
    return [p.tekst for d in changed.documenten for p in d.passages]


@pytest.mark.parametrize(("positive", "negative", "expected"), [
    ((0.9, 0.8), (0.1, 0.2), 1.0),
    ((0.1, 0.2), (0.9, 0.8), 0.0),
    ((0.5, 0.5), (0.5,), 0.5),
    ((0.9, 0.3), (0.5, 0.3), 0.625),
    ((), (0.5,), 0.5),
])
def test_auc_is_the_share_of_pairs_in_order(positive: tuple[float, ...], negative: tuple[float, ...], expected: float) -> None:
    assert auc(positive, negative) == expected


def test_the_standard_error_is_that_of_hanley_and_mcneil() -> None:
    """Their example: an area of 0.893 on 51 abnormal and 58 normal cases has a standard error of 0.032."""
    assert standard_error(0.893, 51, 58) == pytest.approx(0.032, abs=0.0006)


def test_the_interval_lies_around_the_figure() -> None:
    found = independent([0.9, 0.8, 0.3], [0.4, 0.2])
    assert found is not None
    assert found.laag < found.waarde == pytest.approx(5 / 6)
    assert found.hoog == 1.0
    assert independent([0.9], []) is None


def test_the_bootstrap_holds_its_figure_and_repeats_itself() -> None:
    cases = [0.0, 1.0, 1.0, 1.0]
    mean = resampled(cases, lambda drawn: sum(drawn) / len(drawn))
    assert mean is not None
    assert mean.laag < mean.waarde == 0.75 < mean.hoog
    assert mean == resampled(cases, lambda drawn: sum(drawn) / len(drawn))


def test_what_was_cited_is_found_with_its_repeats() -> None:
    zinnen = Zinnen(dossier())
    found = zinnen.cited([Citaat("1.txt", KLACHT)])
    assert sorted(zinnen.text(plek) for plek in found) == sorted([KLACHT, KLACHT.lower()])


def test_a_few_words_count_only_where_they_were_cited() -> None:
    zinnen = Zinnen(dossier())
    assert "binnen zes weken" in {zinnen.text(plek) for plek in zinnen.cited([Citaat("2.txt", KLACHT)])}
    assert "binnen zes weken" not in {zinnen.text(plek) for plek in zinnen.cited([Citaat("1.txt", KLACHT)])}


def test_a_cell_stands_for_its_row() -> None:
    found = Zinnen(dossier()).cited([Citaat("1.txt", CELLS[0][1])])
    assert [plek.passage for plek in found] == [3]


def test_taking_out_leaves_all_else_as_it_was() -> None:
    zinnen = Zinnen(dossier())
    cited = zinnen.cited([Citaat("1.txt", KLACHT), Citaat("1.txt", LEAD), Citaat("1.txt", CELLS[0][1])])
    left = edit_dossier(dossier(), cited, remove)
    assert texts(left) == [f" {OPEN}", "", "de doelen van het gezin", "", "", OPEN, "binnen zes weken"]
    assert left.documenten[0].passages[2].inleiding == ""
    assert left.documenten[0].passages[3].cellen == ()
    assert edit_dossier(dossier(), cited, str) == dossier()


@pytest.mark.parametrize(("text", "expected"), [
    ("Wij bespreken dit plan.", "Wij bespreken nog niet dit plan."),
    ("Elk jaar evalueren we het plan.", "Elk jaar evalueren we nog niet het plan."),
    ("Wie een klacht heeft, belt ons.", "Wie een klacht heeft, belt ons."),
    ("Is het plan niet klaar, dan bellen we.", "Is het plan niet klaar, dan bellen we."),
    ("Geen werkwoord hier.", "Geen werkwoord hier."),
])
def test_a_denial_goes_behind_the_verb_of_a_main_clause(text: str, expected: str) -> None:
    assert denied_verb(text) == expected


def test_other_words_for_the_same() -> None:
    begrippen = {"a": (parse_term("klachtenregeling"), parse_term("klachtprocedure")), "b": (parse_term("gesprek"), parse_term("overleg over plannen"))}
    assert synonym_edit(begrippen)("De Klachtenregeling van dit gesprek.") == "De Klachtprocedure van dit gesprek."
    assert plural("Het werkplan en de registratie gingen mee.") == "Het werkplannen en de registraties gingen mee."
    assert phrase("De kwaliteitsprocedure staat vast.") == "De procedure voor kwaliteit staat vast."
    assert plain_letters("Cliënten één keer") == "Clienten een keer"


def test_a_row_counts_drops_only_where_there_was_something_to_lose() -> None:
    def case(label: str, met: float, oordeel: str, zonder: float | None = None, daarna: str = "") -> Geval:
        return Geval(dossier="d", kader="k", norm="n", label=label, met=met, oordeel=oordeel, zonder=zonder, daarna=daarna)

    cells = row("k", [
        case("aangetoond", 0.9, "aangetoond", 0.1, "niet_aangetoond"), case("gedeeltelijk", 0.2, "niet_aangetoond", 0.2, "gedeeltelijk"),
        case("niet_aangetoond", 0.1, "niet_aangetoond"),
    ]).split(" | ")
    assert cells[1] == "2"
    assert cells[2].startswith("0.88")
    assert [cell[:4] for cell in cells[5:9]] == ["0.50", "1.00", "0.00", "0.50"]
    assert cells[9].startswith("1.00")
