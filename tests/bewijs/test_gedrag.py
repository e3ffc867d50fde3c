"""Behaviour: what happens to a verdict when the evidence is taken away, weakened or put in other words."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from checker.bevindingen.bevinding import find_bevinding
from checker.bevindingen.toepassing import Toepassing
from checker.bewijs.verzamelen import Verzamelaar
from checker.bewijs.zoeker import Zoeker
from checker.catalogi import installed_catalogus
from checker.dossier.document import Document, Dossier, Toestand
from checker.dossier.passage import Passage, Soort, Vindplaats
from checker.index import Index
from checker.kaders.catalogus import Catalogus
from checker.profiel import Profiel
from checker.resultaat import Bevinding

# A small complaints procedure, as a practice writes it.
ALINEAS = (
    "Bent u ontevreden, dan kunt u een klacht indienen bij de praktijkhouder of bij de onafhankelijke klachtencommissie.",
    "Onze praktijk is sinds 3 mei 2024 aangesloten bij de onafhankelijke klachtencommissie Regio Midden.",
    "De onafhankelijke vertrouwenspersoon van Jeugdstem komt op verzoek langs en ondersteunt jeugdigen en ouders bij een klacht.",
    "Elke klacht wordt binnen zes weken behandeld en de klager krijgt schriftelijk antwoord.",
)
NORM = "JIJ-3.4"


@cache
def catalogus() -> Catalogus:
    """The installed kaders."""
    return installed_catalogus()[0]


def judge(texts: tuple[str, ...], *, name: str = "klachtenregeling.txt", kop: str = "Klachten") -> Bevinding:
    """The finding on one norm in a dossier of one document with these paragraphs."""
    passages = tuple(
        Passage(nr=n, soort=Soort.ALINEA, tekst=t, vindplaats=Vindplaats(sectie=(kop,), plaats=f"alinea {n + 1}")) for n, t in enumerate(texts)
    )
    document = Document(pad=name, sha256="0" * 64, soort="txt", toestand=Toestand.GELEZEN, passages=passages)
    index = Index(Dossier(naam="proef", documenten=(document,)))
    kader = catalogus().kader("jij_kader")
    verzamelaar = Verzamelaar(index)
    zoeker = Zoeker(verzamelaar, kader, catalogus())
    norm = catalogus().normen[NORM]
    return find_bevinding(norm, kader, zoeker, Toepassing(Profiel(naam="proef", bekend=False), verzamelaar))


def covered(bevinding: Bevinding) -> int:
    """How much is covered: two for gedekt, one for deels."""
    return sum({"gedekt": 2, "deels": 1}.get(o.status, 0) for o in bevinding.onderdelen)


def test_the_text_is_found() -> None:
    """The procedure shows most of the norm."""
    assert covered(judge(ALINEAS)) >= 4


def test_deleting_the_evidence_lowers_the_verdict() -> None:
    """Without its paragraphs nothing is left."""
    assert covered(judge(("De praktijk is op werkdagen open van negen tot vijf.",))) == 0


@pytest.mark.parametrize("change", [
    lambda t: "Het is nog niet zo dat geldt: er is nog geen afspraak. " + t.replace(".", " nog niet.", 1),
    lambda t: "De praktijk streeft ernaar dat het volgende geldt: " + t[0].lower() + t[1:],
    lambda t: "Er wordt momenteel gewerkt aan de volgende afspraak, die is nog in ontwikkeling: " + t[0].lower() + t[1:],
])
def test_weakened_sentences_do_not_count_in_full(change: object) -> None:
    """Denied, intended or in development: never gedekt by that sentence."""
    weakened = judge(tuple(change(t) for t in ALINEAS))
    assert covered(weakened) < covered(judge(ALINEAS))
    assert all(o.status != "gedekt" for o in weakened.onderdelen)


def test_a_pointer_is_no_evidence() -> None:
    """'Zie bijlage' shows nothing by itself."""
    assert covered(judge(("De klachtenregeling is te vinden op onze website.", "Zie hiervoor het protocol klachten in bijlage 3."))) == 0


def test_a_section_under_revision_does_not_count() -> None:
    """The same text below a status line is in development."""
    assert covered(judge(("Onder revisie", *ALINEAS))) == 0


def test_without_trema_and_in_other_case_it_is_the_same() -> None:
    """Spelling of accents and capitals changes nothing."""
    plain = judge(tuple(t.replace("ë", "e").replace("é", "e") for t in ALINEAS))
    assert [o.status for o in judge(ALINEAS).onderdelen] == [o.status for o in plain.onderdelen]


def test_order_of_documents_does_not_matter() -> None:
    """The same documents in another order give the same findings."""
    def run(order: int) -> tuple[object, ...]:
        documents = [
            Document(
                pad=f"{n}.txt", sha256=str(n) * 64, soort="txt", toestand=Toestand.GELEZEN,
                passages=(Passage(nr=0, soort=Soort.ALINEA, tekst=t, vindplaats=Vindplaats(plaats="alinea 1")),),
            )
            for n, t in enumerate(ALINEAS)
        ]
        index = Index(Dossier(naam="proef", documenten=tuple(documents[::order])))
        kader = catalogus().kader("jij_kader")
        verzamelaar = Verzamelaar(index)
        toepassing = Toepassing(Profiel(naam="p", bekend=False), verzamelaar)
        found = find_bevinding(catalogus().normen[NORM], kader, Zoeker(verzamelaar, kader, catalogus()), toepassing)
        return (found.oordeel, sorted(b.citaat for b in found.bewijs))

    assert run(1) == run(-1)


def test_quotes_are_literal() -> None:
    """Every quote is a piece of one of the paragraphs."""
    found = judge(ALINEAS).bewijs
    assert found
    assert [bewijs.citaat for bewijs in found if not any(bewijs.citaat in text for text in ALINEAS)] == []


def test_a_norm_that_does_not_apply_says_why() -> None:
    """A profile flag that is false makes a norm not applicable, with its reason."""
    kader = catalogus().kader("seksueel_misbruik")
    norm = catalogus().normen["SM-5.1.1"]
    verzamelaar = Verzamelaar(Index(Dossier(naam="proef", documenten=())))
    profiel = replace(Profiel(naam="p", bekend=True), kenmerken={"pleegzorg": False})
    found = find_bevinding(norm, kader, Zoeker(verzamelaar, kader, catalogus()), Toepassing(profiel, verzamelaar))
    assert found.oordeel == "niet_van_toepassing"
    assert "praktijk.yaml" in found.reden
