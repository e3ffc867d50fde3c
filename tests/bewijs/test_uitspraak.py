"""What sentences say of themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from checker.bewijs.omgeving import Omgeving
from checker.bewijs.uitspraak import BEVESTIGD, classify
from checker.dossier.document import Document, Toestand
from checker.dossier.passage import Passage, Soort, Vindplaats

CASES = yaml.safe_load((Path(__file__).parent.parent / "taal" / "uitspraken.yaml").read_text("utf-8"))


@pytest.mark.parametrize(("kind", "sentence"), [(kind, s) for kind, rows in CASES.items() for s in rows if kind != "zwak"])
def test_sentence_says(kind: str, sentence: str) -> None:
    """Every collected sentence gets its kind."""
    assert kind == classify(sentence).soort


@pytest.mark.parametrize("sentence", CASES["zwak"])
def test_weak_sentence_counts_at_most_as_indirect(sentence: str) -> None:
    """A weak cue never leaves a sentence silently affirmed."""
    found = classify(sentence)
    assert (found.soort, found.zwak) == ("bevestigd", True)


@pytest.mark.parametrize(
    "sentence",
    [
        "We zoeken binnen 48 uur een oplossing met het wijkteam.",
        "Wij zoeken een andere aanbieder als je meer hulp nodig hebt.",
        "Op papier krijgt u onze klachtenregeling mee.",
        "Wat u vertelt, bespreken wij alleen in het team.",
        "Alle drie de teams evalueren elk plan na drie maanden.",
        "Het plan staat op papier en is door ouders getekend.",
    ],
)
def test_what_only_resembles_a_weak_cue_counts_in_full(sentence: str) -> None:
    """A search for help is no vacancy, what is handed over on paper no promise, and 'only in the team' a rule."""
    assert classify(sentence) == BEVESTIGD


def test_a_cue_in_another_clause_does_not_count() -> None:
    """A relative clause with a denial says nothing of the matched words in the main clause."""
    sentence = "De intaker bespreekt de klachtenregeling, die wij niet per post versturen."
    start = sentence.index("klachtenregeling")
    assert classify(sentence, ((start, start + 16),)) == BEVESTIGD


def document(*blocks: tuple[Soort, str, tuple[str, ...]]) -> Document:
    """A document of some blocks with their headings."""
    passages = tuple(Passage(nr=n, soort=s, tekst=t, vindplaats=Vindplaats(sectie=h)) for n, (s, t, h) in enumerate(blocks))
    return Document(pad="a.txt", sha256="", soort="txt", toestand=Toestand.GELEZEN, passages=passages)


def judge(doc: Document, number: int) -> str:
    """The final uitspraak of a passage's text."""
    passage = doc.passages[number]
    return Omgeving(doc).judge(passage, passage.tekst, classify(passage.tekst)).soort


def test_a_status_line_governs_its_section() -> None:
    """'Onder revisie' under a heading makes the section a thing in development, and no other section."""
    doc = document(
        (Soort.KOP, "Klachten", ()), (Soort.ALINEA, "Onder revisie", ("Klachten",)),
        (Soort.ALINEA, "De commissie behandelt een klacht binnen zes weken.", ("Klachten",)),
        (Soort.ALINEA, "De intaker belt binnen twee dagen.", ("Aanmelding",)),
    )
    assert (judge(doc, 2), judge(doc, 3)) == ("in_ontwikkeling", "bevestigd")


def test_what_explains_a_column_is_a_definition() -> None:
    """A legend says what a column holds, not that anyone has it."""
    row = Passage(nr=0, soort=Soort.TABELRIJ, tekst="VOG bij start: 12-03-2024", vindplaats=Vindplaats(), cellen=(("VOG bij start", "12-03-2024", "B2"),))
    text = "VOG bij start: datum van afgifte van de verklaring waarmee iemand is begonnen."
    legend = Passage(nr=1, soort=Soort.ALINEA, tekst=text, vindplaats=Vindplaats())
    doc = Document(pad="a.xlsx", sha256="", soort="xlsx", toestand=Toestand.GELEZEN, passages=(row, legend))
    assert judge(doc, 1) == "definitie"


def test_a_denial_of_the_sentence_before_reaches_it() -> None:
    """'Dat hebben we nog niet' says it of what stands before, not of the rest of the passage."""
    first, rest = "Een geldig bewijs van de klachtencommissie hangt in de hal.", "Ouders krijgen de folder bij de start."
    text = f"{first} Dat hebben we op dit moment niet. {rest}"
    doc = document((Soort.ALINEA, text, ()))
    judged = [Omgeving(doc).judge(doc.passages[0], sentence, classify(sentence)).soort for sentence in (first, rest)]
    assert judged == ["ontkend", "bevestigd"]


def test_back_reference_reaches_its_passage() -> None:
    """Good sentences followed by 'deze werkwijze is nog in ontwikkeling' do not count."""
    doc = document((Soort.ALINEA, "Wij evalueren elke zes weken. Deze werkwijze is nog in ontwikkeling en wordt in het team besproken.", ()))
    first = "Wij evalueren elke zes weken."
    assert Omgeving(doc).judge(doc.passages[0], first, classify(first)).soort == "in_ontwikkeling"


def test_placeholder_is_a_template() -> None:
    """What still has to be filled in shows nothing."""
    doc = document((Soort.ALINEA, "De aandachtsfunctionaris is [naam invullen].", ()))
    assert judge(doc, 0) == "sjabloon"


def test_definitions_under_their_heading() -> None:
    """A sentence under 'Begrippen' is a definition unless the practice itself speaks."""
    doc = document(
        (Soort.ALINEA, "Calamiteit: een onverwachte gebeurtenis met ernstig gevolg.", ("Begrippen",)),
        (Soort.ALINEA, "Wij melden een calamiteit binnen drie werkdagen.", ("Begrippen",)),
    )
    assert (judge(doc, 0), judge(doc, 1)) == ("definitie", "bevestigd")
