"""What speaks for another organisation is found, and only when that is certain."""

from __future__ import annotations

import pytest

from checker.bewijs.andere_organisatie import find_vreemd
from checker.bewijs.documentsoort import recognise
from checker.dossier.document import Dossier
from tests.signalen.hulp import document

EIGEN = document("01_Handboek.docx", "Praktijk De Berk werkt met een vast team.", "Wij evalueren elk kwartaal.")


def vreemd(*documenten, praktijk="Praktijk De Berk"):
    dossier = Dossier(naam="x", documenten=documenten)
    return find_vreemd(dossier, praktijk, [recognise(d) for d in documenten])


@pytest.mark.parametrize(
    ("pad", "kop", "regels"),
    [
        ("05_Protocol.docx", "Protocol agressie Stichting De Horizon", ("Wij melden elk incident binnen een dag.",)),
        ("Protocol Stichting De Horizon.docx", "Protocol agressie", ("Onze medewerkers melden elk incident.",)),
        ("05_Protocol.docx", "Protocol agressie Stichting De Horizon", ("Stichting De Horizon meldt elk incident binnen een dag.",)),
        ("Programma van eisen gemeente.docx", "Programma van eisen", ("De aanbieder heeft een klachtenregeling.", "Opdrachtnemer meldt calamiteiten.")),
        ("bijlage 2.pdf", "Programma van eisen jeugdhulp 2026", ("De aanbieder evalueert elk half jaar.", "De aanbieder heeft een meldcode.")),
        ("Toetsingskader.pdf", "Toetsingskader jeugdhulp", ("De inspectie kijkt naar veiligheid.", "De aanbieder werkt met een plan.")),
        ("Jeugdwet.pdf", "Jeugdwet", ("Artikel 4.1.1 Goede hulp.", "Artikel 4.1.5: de jeugdhulpaanbieder regelt kwaliteit.")),
    ],
)
def test_a_document_of_someone_else_is_so_as_a_whole(pad, kop, regels):
    """Its name or heading says whose it is, and it speaks as that organisation or makes demands."""
    found = vreemd(EIGEN, document(pad, *regels, kop=kop))
    assert list(found) == [pad]
    assert found[pad].geheel
    assert found[pad].covers(1, 0, 5)


@pytest.mark.parametrize(
    ("pad", "kop", "regels"),
    [
        ("05_Protocol.docx", "Protocol agressie", ("Wij melden elk incident bij Stichting De Horizon.",)),
        ("05_Afspraken.docx", "Samenwerking Stichting De Horizon", ("Wij overleggen elke maand.",)),
        ("05_Protocol.docx", "Protocol Stichting De Horizon", ("Praktijk De Berk gebruikt dit protocol. Wij melden elk incident.",)),
        ("05_Protocol.docx", "Protocol Praktijk De Berk", ("Wij melden elk incident.",)),
        ("Reactie programma van eisen.docx", "Plan van aanpak", ("Als aanbieder evalueren wij elk kwartaal.", "Onze praktijk is een aanbieder.")),
        ("Wet en regelgeving.docx", "Wet- en regelgeving", ("Onze praktijk volgt de Jeugdwet.", "Als aanbieder hebben wij een plan; artikel 4 geldt.")),
        ("Overeenkomst Stichting De Horizon.docx", "Overeenkomst", ("Wij huren een ruimte.",)),
    ],
)
def test_what_may_be_of_the_practice_is_left_alone(pad, kop, regels):
    """A partner, an answer to demands or a text that names the practice is not someone else's."""
    assert vreemd(EIGEN, document(pad, *regels, kop=kop)) == {}


@pytest.mark.parametrize(
    "zin",
    [
        "In de klachtenregeling van Stichting De Horizon staat: wij handelen klachten binnen zes weken af.",
        "Volgens het protocol van Stichting De Horizon meldt elke medewerker een incident.",
        "Bij onze buurpraktijk is er elke maand intervisie.",
        "Een collega-aanbieder heeft een cliëntenraad.",
        "Een andere praktijk evalueert elk kwartaal.",
        "Bij onze rechtsvoorganger is er een klachtencommissie.", "Onze voorganger heeft een aandachtsfunctionaris.",
        "Stichting De Horizon hanteert een gedragscode.",
    ],
)
def test_a_sentence_about_someone_else(zin):
    """Only that sentence is someone else's."""
    found = vreemd(EIGEN, document("05_Notitie.docx", "Wij hebben een team.", zin))
    assert found["05_Notitie.docx"].zinnen == ((2, 0, len(zin)),)
    assert not found["05_Notitie.docx"].covers(1, 0, 5)


@pytest.mark.parametrize(
    "zin",
    [
        "Bij onze buurpraktijk volgen wij elke maand intervisie.", "Wij werken samen met onze buurpraktijk.",
        "Volgens het protocol van Stichting De Horizon melden wij elk incident.", "In het protocol van Praktijk De Berk staat wie meldt.",
        "Van onze rechtsvoorganger namen wij de klachtenregeling over.", "Voor elke andere vraag verwijzen wij door.", "In een andere praktijkruimte is het rustig.",
    ],
)
def test_a_sentence_of_the_practice_itself(zin):
    """The practice acts, with or after another."""
    assert vreemd(EIGEN, document("05_Notitie.docx", zin)) == {}


def test_a_name_that_most_documents_carry_is_never_someone_else():
    """A folder name in praktijk.yaml does not make the whole dossier of another."""
    docs = [document(f"{nr}_Protocol.docx", "Wij melden elk incident.", kop="Protocol Stichting De Horizon") for nr in range(3)]
    assert vreemd(*docs, praktijk="dossier 2026") == {}


def test_the_name_that_most_documents_carry_is_the_practice_when_none_is_given():
    """Without praktijk.yaml the one document under another name is someone else's."""
    own = [document(f"{nr}_Werkwijze.docx", "Wij werken met een team.", kop="Werkwijze Praktijk De Berk") for nr in range(3)]
    other = document("05_Protocol.docx", "Wij melden elk incident binnen een dag.", kop="Protocol agressie Stichting De Horizon")
    assert {pad: found.geheel for pad, found in vreemd(*own, other, praktijk="").items()} == {"05_Protocol.docx": True}


@pytest.mark.parametrize("koppen", [
    ("Protocol Stichting De Horizon",), ("Protocol Stichting De Horizon", "Werkwijze Praktijk De Berk"),
    ("Protocol Stichting De Horizon", "Werkwijze Praktijk De Berk", "Klachten Stichting De Horizon", "Personeel Praktijk De Berk"),
    ("Protocol Stichting De Horizon", "Werkwijze", "Klachten", "Personeel"),
])
def test_without_a_name_of_its_own_no_name_is_foreign(koppen):
    """When it is not certain whose dossier it is, nothing is lost."""
    assert vreemd(*(document(f"{nr}_Stuk.docx", "Wij melden elk incident.", kop=kop) for nr, kop in enumerate(koppen)), praktijk="") == {}
