"""What the surroundings of a sentence say about it: headings, leads, tables, status lines and sentences that point."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from checker.bewijs.bronvingers import copied_runs, is_copied
from checker.bewijs.documentstatus import document_status
from checker.bewijs.geldigheid import begins_later, expired
from checker.bewijs.omgeving import Omgeving
from checker.bewijs.uitspraak import classify
from checker.bewijs.zoeken import quotable
from checker.dossier import read_dossier
from checker.dossier.document import Document, Dossier, Toestand
from checker.dossier.passage import Passage, Soort, Vindplaats
from checker.index import Index
from checker.taal.zinnen import split_sentences

PEILDATUM = "2026-06-01"
CASES = yaml.safe_load((Path(__file__).parent / "omgeving.yaml").read_text("utf-8"))
ZINNEN = {
    "K": "Klachten behandelen wij binnen zes weken en wij zijn aangesloten bij een onafhankelijke klachtencommissie.",
    "V": "Elke medewerker levert voor de eerste werkdag een verklaring omtrent het gedrag in.",
    "E": "Wij evalueren het behandelplan elke drie maanden met de jeugdige en de ouders.",
    "T": "Het behandelplan evalueerden wij elke drie maanden met de jeugdige en de ouders.",
    "A": "Van elke medewerker een verklaring omtrent het gedrag opvragen",
    "B": "De verklaring omtrent het gedrag van elke medewerker is opgevraagd",
    "N": "Wij evalueren het behandelplan om de ... maanden met de jeugdige en de ouders.",
    "Q": "Hoe wij klachten behandelen met een onafhankelijke klachtencommissie",
    "I": "De klachtenregeling en de onafhankelijke klachtencommissie",
    "U": "Wij ontvingen op tijd uw jaarverslag met de cijfers over klachten en evaluaties.",
    "J": "De evaluatie van het behandelplan met jeugdige en ouders",
}


def judged(document: Document, sentence: str) -> str:
    """What a sentence says where it stands in a document."""
    omgeving = Omgeving(document, PEILDATUM)
    passage = next(p for p in document.passages if sentence in p.tekst)
    whole = sentence if passage.cellen else next(passage.tekst[a:b] for a, b in split_sentences(passage.tekst) if sentence in passage.tekst[a:b])
    found = omgeving.judge(passage, whole, classify(whole))
    return "zwak" if found.zwak else found.soort


@pytest.mark.parametrize("name", CASES)
def test_surroundings(name: str, tmp_path: Path) -> None:
    """Sentences that count by themselves get what their surroundings say of them, and no others do."""
    case = dict(CASES[name])
    text = case.pop("tekst")
    (tmp_path / "stuk.md").write_text(text.format(**ZINNEN), encoding="utf-8")
    (document,) = read_dossier(tmp_path).documenten
    there = [key for key in ZINNEN if "{" + key + "}" in text]
    assert {key: judged(document, ZINNEN[key]) for key in there} == {key: case.get(key, "bevestigd") for key in there}


@pytest.mark.parametrize(
    ("pad", "soort"),
    [
        ("klachten concept.md", "in_ontwikkeling"), ("concept_klachten.md", "in_ontwikkeling"), ("concepten/klachten.md", "in_ontwikkeling"),
        ("archief/klachten.md", "historisch"), ("Klachten OUD vervallen.md", "historisch"), ("Notulen concept besproken.md", ""),
        ("ouderavond.md", ""), ("archiefbeleid.md", ""), ("beleid/conceptontwikkeling jeugd.md", ""),
    ],
)
def test_name_of_a_document(pad: str, soort: str) -> None:
    """A file or folder name that says concept or old governs all of it; other words with those letters do not."""
    found = document_status(Document(pad=pad, sha256="", soort="md", toestand=Toestand.GELEZEN, passages=()), PEILDATUM)
    assert (found.soort if found else "") == soort


@pytest.mark.parametrize(
    ("sentence", "over"),
    [
        ("Het lidmaatschap liep tot en met 31 december 2022.", True), ("Tot 1 januari 2024 evalueerden wij elk plan.", True),
        ("Wij waren van 2019 tot en met 2022 aangesloten bij de commissie.", True), ("De aansluiting is geldig tot 2023.", True),
        ("Van 1 januari tot en met 31 december 2025 ontvingen wij drie klachten.", False), ("De aansluiting is geldig tot 2029.", False),
        ("In 2025 zijn drie klachten behandeld.", False),
    ],
)
def test_what_is_over(sentence: str, over: bool) -> None:
    """What held until a day before the peildatum is over; a period that is told of is not."""
    assert bool(expired(sentence, PEILDATUM)) == over


@pytest.mark.parametrize(
    ("sentence", "later"),
    [
        ("Vanaf 1 januari 2028 evalueren wij elk plan.", True), ("Per 1 maart 2027 zijn wij aangesloten.", True), ("Vanaf 2027 gebruiken wij de lijst.", True),
        ("Vanaf 1 januari 2024 evalueren wij elk plan.", False), ("Wij evalueren elk plan; de contracten van het team lopen door, ook vanaf 2028.", False),
    ],
)
def test_what_is_to_come(sentence: str, later: bool) -> None:
    """What begins after the peildatum is not there yet, when the sentence opens with it."""
    assert bool(begins_later(sentence, PEILDATUM)) == later


@pytest.mark.parametrize("soort", [Soort.VOETNOOT, Soort.OPMERKING])
def test_a_note_speaks_of_what_it_hangs_on(soort: Soort) -> None:
    """A footnote or comment that denies reaches the passage before it, also past another note."""
    blocks = [(Soort.ALINEA, ZINNEN["K"]), (Soort.VOETNOOT, "Zie ook de folder van de commissie."), (soort, "Dit hebben we nog niet ingevoerd."), (Soort.ALINEA, ZINNEN["V"])]
    passages = tuple(Passage(nr=n, soort=s, tekst=text, vindplaats=Vindplaats(sectie=("Kwaliteit",))) for n, (s, text) in enumerate(blocks))
    document = Document(pad="a.docx", sha256="", soort="docx", toestand=Toestand.GELEZEN, passages=passages)
    assert [judged(document, ZINNEN[key]) for key in "KV"] == ["ontkend", "bevestigd"]


def test_the_outer_lead_reaches_the_inner_items() -> None:
    """Of a list in a list both leads speak."""
    passage = Passage(nr=0, soort=Soort.LIJSTITEM, tekst=ZINNEN["K"], vindplaats=Vindplaats(), inleiding="Nog niet geregeld:\nKlachten:")
    assert judged(Document(pad="a.docx", sha256="", soort="docx", toestand=Toestand.GELEZEN, passages=(passage,)), ZINNEN["K"]) == "ontkend"


@pytest.mark.parametrize(("kenmerk", "soort", "left"), [("verborgen", "docx", "V"), ("geciteerd", "docx", "V"), ("geciteerd", "eml", "KV"), ("verborgen", "eml", "V")])
def test_what_is_hidden_or_quoted_cannot_be_quoted(kenmerk: str, soort: str, left: str) -> None:
    """What nobody sees on the page, or what another wrote, is no word of the practice; an older letter is part of the exchange."""
    passages = tuple(
        Passage(nr=n, soort=Soort.ALINEA, tekst=ZINNEN[key], vindplaats=Vindplaats(), kenmerken=marks)
        for n, (key, marks) in enumerate([("K", frozenset((kenmerk,))), ("V", frozenset[str]())])
    )
    index = Index(Dossier(naam="proef", documenten=(Document(pad=f"a.{soort}", sha256="", soort=soort, toestand=Toestand.GELEZEN, passages=passages),)))
    assert [index.zinnen[zin].tekst for zin in quotable(index)] == [ZINNEN[key] for key in left]


@pytest.mark.parametrize(
    ("text", "copied"),
    [
        ("het risico, de aard en de ernst van het geweld weegt de hulpverlener samen met de aandachtsfunctionaris van onze eigen praktijk", False),
        ("Wij werken met de meldcode huiselijk geweld en kindermishandeling.", False),
    ],
)
def test_own_words_around_those_of_the_law_are_no_copy(text: str, copied: bool) -> None:
    """A practice that does what a norm asks names it in the norm's words."""
    assert (bool(copied_runs(text)), is_copied(text)) == (True, copied)
