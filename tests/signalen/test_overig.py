"""Versions, other organisations, unread files, norms, PDCA and the labelled fixture."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.bewijs.documentsoort import recognise
from checker.cli import group
from checker.dossier import read_dossier
from checker.dossier.document import Document, Toestand
from checker.kaders.model import Niveau
from checker.profiel import read_profiel
from checker.resultaat import Bewijs
from checker.signalen import Signalering
from checker.signalen.pdca import find_pdca
from tests.rapporten.voorbeeld import maak_resultaat
from tests.signalen.hulp import document, van_soort

FIXTURES = Path(__file__).parents[2] / "fixtures"
TEKST = ("Wij werken met een vast team van begeleiders.", "Ieder gezin heeft een eigen begeleider.", "Wij evalueren met ouders en kind samen.")


def test_two_versions_of_one_document_are_seen():
    (found,) = van_soort("tegenstrijdig", document("Handboek_v3.1.docx", *TEKST), document("Handboek_v3.2.docx", *TEKST[:2], "Een zin die nieuw is in deze versie."))
    assert found.document2 == "Handboek_v3.2.docx"
    assert van_soort("tegenstrijdig", document("Notulen_januari.docx", *TEKST), document("Handboek.docx", "Heel iets anders dan hiervoor stond.")) == []


@pytest.mark.parametrize(("first", "second", "words"), [
    (document("a.docx", *TEKST), replace(document("b.docx", *TEKST), sha256="a.docx"), "Dit bestand staat twee keer in het dossier, ook als b.docx."),
    (document("Klachtenregeling.docx", *TEKST), document("Klachtenregeling.pdf", "Wie een klacht heeft, belt de directie van de praktijk.", soort="pdf"), "Klachtenregeling.pdf heeft dezelfde naam."),
])
def test_a_copy_and_a_namesake_are_told_apart(first, second, words):
    (found,) = van_soort("tegenstrijdig", first, second)
    assert found.melding.startswith(words)


def test_the_name_of_another_provider_in_a_copied_text():
    vreemd = document("05_Format.docx", "Stichting Het Kompas hanteert een gedragscode.", "Bel de klachtenfunctionaris van Het Kompas.")
    assert [s.citaat for s in van_soort("andere_organisatie", vreemd)] == [
        "Stichting Het Kompas hanteert een gedragscode.", "Bel de klachtenfunctionaris van Het Kompas.",
    ]


@pytest.mark.parametrize(
    "zin",
    [
        "Praktijk De Berk hanteert een gedragscode.", "Wij werken samen met Stichting Het Kompas.",
        "Stichting Het Kompas is onze onderaannemer.", "Zij werkte eerder bij Stichting Het Kompas.",
    ],
)
def test_the_own_name_and_partners_are_no_other_organisation(zin):
    assert van_soort("andere_organisatie", document("01_Handboek.docx", zin)) == []


@pytest.mark.parametrize("toestand", [Toestand.SCAN, Toestand.FOUT, Toestand.VERSLEUTELD])
def test_a_file_that_was_not_read_is_a_signaal(toestand):
    stuk = Document(pad="x.pdf", sha256="1", soort="pdf", toestand=toestand, melding="Dit bestand is niet gelezen.")
    (found,) = van_soort("onleesbaar", stuk)
    assert found.melding == "Dit bestand is niet gelezen."


def bewijs(citaat, niveau):
    return Bewijs(
        document="a.docx", sha256="1", pagina=None, sectie=(), plaats="alinea 1", citaat=citaat, uitspraak="bevestigd",
        niveau=niveau, sterkte="direct", score=1.0, termen=(),
    )


@pytest.mark.parametrize(
    ("stukken", "stappen"),
    [
        ([], ()),
        ([("Elk jaar houden wij een audit.", Niveau.OPZET)], ("plan",)),
        ([("Het gesprek is gevoerd op 3 mei 2025.", Niveau.BESTAAN)], ("do",)),
        ([("In 2025 is gemeten: 81% van de plannen op tijd.", Niveau.WERKING)], ("do", "check")),
        ([("Beleid.", Niveau.OPZET), ("Naar aanleiding van de meting is de brief aangepast; 9 van de 10 op tijd.", Niveau.WERKING)],
         ("plan", "do", "check", "act")),
    ],
)
def test_the_steps_of_the_cycle_that_evidence_shows(stukken, stappen):
    bevinding = replace(maak_resultaat().bevindingen[0], bewijs=tuple(bewijs(c, n) for c, n in stukken))
    assert find_pdca(bevinding) == stappen


def woorden(tekst):
    return re.findall(r"\w+", tekst.lower())


def past(goud, signaal):
    """Whether a found signaal is the labelled one: same document, and the quote or the cell agrees."""
    if goud["document"] != signaal.document:
        return False
    cel = goud.get("cel", "").split("!")[-1].split(":")[-1]
    if cel and re.search(rf"(^|\W){cel}(\W|$)", signaal.plaats):
        return True
    a, b = woorden(goud.get("citaat", "")), woorden(signaal.citaat)
    if not a:
        return not cel
    shared = len({*a} & {*b}) / min(len({*a}), max(1, len({*b})))
    return bool(b) and shared > 0.6


@pytest.fixture(scope="module")
def linde():
    folder = FIXTURES / "praktijk-de-linde"
    goud = json.loads((FIXTURES / "goud" / "praktijk-de-linde.json").read_text("utf-8"))
    dossier = read_dossier(folder)
    soorten = [recognise(d) for d in dossier.documenten]
    return goud, Signalering(dossier, soorten, goud["peildatum"], read_profiel(folder)).find(), dossier


def test_nine_in_ten_of_the_planted_signals_are_found(linde):
    goud, found, _dossier = linde
    planted = [g for g in goud["signalen"] if not g.get("alleen_met_ocr")]
    missed = [g for g in planted if not any(s.soort == g["soort"] and past(g, s) for s in found)]
    assert len(missed) <= len(planted) / 10, missed


def test_every_quote_stands_in_its_document(linde):
    _goud, found, dossier = linde
    texts = {d.pad: "\n".join([p.tekst for p in d.passages] + [w for p in d.passages for _k, w, _r in p.cellen]) for d in dossier.documenten}
    for s in found:
        if s.soort != "persoonsgegevens" and "[" not in s.citaat:
            assert s.citaat in texts[s.document], s


def test_the_quick_check_shows_signals_and_judges_nothing(tmp_path):
    result = CliRunner().invoke(group, ["toets", str(FIXTURES / "klein"), "--alleen-signalen", "--peildatum", "2026-02-15", "--uit", str(tmp_path / "uit")])
    assert result.exit_code == 0, result.output
    written = json.loads((tmp_path / "uit" / "resultaat.json").read_text("utf-8"))
    assert written["kaders"] == []
    assert written["bevindingen"] == []
    assert f"{len(written['signalen'])} signalen" in result.output
