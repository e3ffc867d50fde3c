"""A client who is named once with a word that says so is hidden through the whole document; staff stay."""

from __future__ import annotations

import pytest

from checker.dossier.document import Dossier
from checker.signalen.afschermen import has_personal
from checker.signalen.maskeren import mask
from checker.signalen.namen import Naam, find_namen, split_name
from checker.signalen.roepnamen import find_roepnamen
from tests.signalen.hulp import blad, document, van_soort

PLAN = document(
    "plan Fleur vD.docx", tabellen=[
        blad("Plan", ("Naam cliënt", "Ouders", "Hulpverlener"), ("Fleur van Dijkhuizen", "Petra van Dijkhuizen en Mo El Idrissi", "Youssef Amrani")),
    ],
)
REGISTER = document("team.xlsx", soort="xlsx", tabellen=[blad("Team", ("Naam", "Functie"), ("Sanne de Wit", "begeleider"), ("Lotte Bakker", "begeleider"))])


def _namen(*documenten):
    return find_namen(Dossier(naam="x", documenten=documenten))


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("De moeder van Noor belde.", "De moeder van [naam] belde."),
        ("Met Sem (9 jaar) is afgesproken dat hij belt.", "Met [naam] (9 jaar) is afgesproken dat hij belt."),
        ("Noor (12) woont bij oma.", "[naam] (12) woont bij oma."),
        ("Opa Henk van Dijk haalt hem op.", "Opa [naam] haalt hem op."),
        ("Het meisje Yasmina wil stoppen.", "Het meisje [naam] wil stoppen."),
        ("Besproken: gezin Van Dam.", "Besproken: gezin [naam]."),
        ("De jeugdige Fleur komt.", "De jeugdige [naam] komt."),
        ("Bewaartermijn (15 jaar) voor dossiers van jeugdigen.", "Bewaartermijn (15 jaar) voor dossiers van jeugdigen."),
        ("Ouders van Marokkaanse afkomst.", "Ouders van Marokkaanse afkomst."),
        ("Ouders En Kinderen doen mee.", "Ouders En Kinderen doen mee."),
        ("Cliënt Tevredenheid wordt gemeten.", "Cliënt Tevredenheid wordt gemeten."),
        ("De ouders van Veilig Thuis.", "De ouders van Veilig Thuis."),
        ("Jeugdwet (12) over het kind.", "Jeugdwet (12) over het kind."),
        ("Stap (3): met de ouders.", "Stap (3): met de ouders."),
        ("De directeur Joris beslist.", "De directeur Joris beslist."),
    ],
)
def test_a_first_name_alone_is_hidden_by_the_word_beside_it(tekst, verwacht):
    """One name is a name when a word says whose it is; other words with a capital stay."""
    assert mask(tekst) == verwacht


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Fleur wil leren om nee te zeggen.", "[naam] wil leren om nee te zeggen."),
        ("Fleurs plan en Fleur's doel.", "[naam]s plan en [naam]'s doel."),
        ("FLEUR VAN DIJKHUIZEN", "[naam]"),
        ("Mevrouw Van Dijkhuizen vertelde.", "Mevrouw [naam] vertelde."),
        ("Opa Henk van Dijkhuizen haalt Fleur.", "Opa [naam] haalt [naam]."),
        ("Fleur v.D. en Mo kwamen.", "[naam] en [naam] kwamen."),
        ("De fleur is eraf.", "De fleur is eraf."),
        ("Youssef Amrani evalueert.", "Youssef Amrani evalueert."),
    ],
)
def test_every_form_of_a_name_is_followed_in_its_document(tekst, verwacht):
    """First name, surname with tussenvoegsel, whole name and possessive; the ordinary word and staff stay."""
    assert mask(tekst, "", _namen(PLAN).of(PLAN.pad)) == verwacht


def test_elsewhere_only_the_whole_name_is_hidden():
    """A first name alone may be that of a colleague."""
    known = _namen(PLAN, document("notulen.docx", "Niets.")).of("notulen.docx")
    assert mask("Fleur van Dijkhuizen komt. Fleur neemt de taart mee.", "", known) == "[naam] komt. Fleur neemt de taart mee."


def test_a_name_of_staff_stays_whole_beside_a_client_with_the_same_first_name():
    """What the register names stays readable, also in the document of a client with that name."""
    plan = document("plan.docx", "De moeder van Sanne belde met Sanne de Wit. Sanne is blij.", "De mentor van Lotte is Sanne de Wit.")
    known = _namen(plan, REGISTER).of("plan.docx")
    assert mask("Sanne is blij met Sanne de Wit.", "", known) == "[naam] is blij met Sanne de Wit."
    assert mask("Lotte werkt hier net.", "", known) == "Lotte werkt hier net."


def test_a_first_name_that_begins_a_question_is_a_verb():
    """"Wil je klagen?" stays in the document of a boy called Wil."""
    known = _namen(document("a.docx", tabellen=[blad("A", ("Naam cliënt",), ("Wil Jansen",))])).of("a.docx")
    assert mask("Wil je klagen? Vandaag kwam Wil.", "", known) == "Wil je klagen? Vandaag kwam [naam]."


def test_a_town_that_is_also_a_surname_stays():
    """"van Hoorn" is the family, "in Hoorn" the town."""
    known = _namen(document("a.docx", tabellen=[blad("A", ("Naam cliënt",), ("Tim van Hoorn",))])).of("a.docx")
    assert mask("Tim woont in Hoorn, mevrouw Hoorn ook; de tante van Hoorn niet.", "", known) == "[naam] woont in Hoorn, mevrouw [naam] ook; de tante [naam] niet."


def test_a_path_shows_no_name_and_stays_the_only_one():
    """The names found in a document are hidden in its path, with initials; two paths never become one."""
    sem = document("Plan_sem.docx", "De vader van Sem belde.")
    tim = document("Plan_Tim.docx", "De vader van Tim belde.")
    scan = document("Tim.zip/scan tim.pdf", "De vader van Tim belde.")
    assert _namen(PLAN, sem, tim, scan).paths(["plan Fleur vD.docx", "Plan_sem.docx", "Plan_Tim.docx", "Tim.zip/scan tim.pdf", "team.xlsx"]) == {
        "plan Fleur vD.docx": "plan [naam].docx", "Plan_sem.docx": "Plan_[naam].docx", "Plan_Tim.docx": "Plan_[naam] (2).docx",
        "Tim.zip/scan tim.pdf": "[naam].zip/scan [naam].pdf",
    }


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Fleur van Dijkhuizen", Naam("Fleur", "van", "Dijkhuizen")), ("J. de Wit", Naam("", "de", "Wit")), ("Noor", Naam("Noor", "", "")),
        ("Van Dam", Naam("", "Van", "Dam")), ("Anna Maria van der Berg", Naam("Anna Maria", "van der", "Berg")), ("Mo El Idrissi", Naam("Mo", "El", "Idrissi")),
    ],
)
def test_the_parts_of_a_name(tekst, verwacht):
    """Initials are no first name; one word alone is one."""
    assert split_name(tekst) == verwacht


def test_no_signaal_claims_that_all_is_hidden():
    """What only rules can find is not promised to be hidden."""
    (signaal,) = van_soort("persoonsgegevens", document("n.docx", "De moeder van Noor belde."))
    assert "afgeschermd wat de checker herkent" in signaal.melding
    assert "Noor" not in signaal.citaat


def test_a_quote_of_a_signaal_hides_what_its_document_names_elsewhere():
    """The reader of a signaal sees no name that stands with its word on another page."""
    nota = document("n.docx", "De moeder van Noor belde.", "Noor moet nog een nieuw plan krijgen; dat moet nog worden opgesteld.")
    from checker.bewijs.documentsoort import recognise
    from checker.signalen import Signalering
    from tests.signalen.hulp import PEILDATUM, PROFIEL

    dossier = Dossier(naam="x", documenten=(nota,))
    found = Signalering(dossier, [recognise(nota)], PEILDATUM, PROFIEL).find(namen=find_namen(dossier))
    assert [s.soort for s in found if s.soort == "in_ontwikkeling"]
    assert all("Noor" not in s.citaat + s.melding for s in found)


def test_a_document_with_only_a_first_name_is_private():
    """What names a child is not kept on this computer."""
    assert has_personal(document("n.docx", "De moeder van Noor belde."))
    assert list(find_roepnamen("geen hoofdletters hier van noor")) == []
