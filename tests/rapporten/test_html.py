"""The page shows what the resultaat holds, is safe, and is built for everyone."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.rapporten import html, overzicht
from checker.rapporten.opmaak import OORDELEN, veilig
from checker.resultaat import DossierRegel, Resultaat
from tests.rapporten.voorbeeld import LANG, VIJANDIG, maak_resultaat

if TYPE_CHECKING:
    from pathlib import Path

RESULTAAT = maak_resultaat()
_LEEG = {"meta", "link", "input", "br", "img", "hr", "rect"}


class Pagina(HTMLParser):
    """The tags and the text of a page; fails on tags that do not close in order."""

    def __init__(self, bron: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.teksten: list[str] = []
        self._open: list[str] = []
        self.feed(bron)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs))
        self.tags.append((tag, dict(attrs)))
        if tag not in _LEEG - {"rect"}:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self._open or self._open[-1] not in ("script", "style"):
            self.teksten.append(data)

    def met(self, tag: str) -> list[dict[str, str | None]]:
        return [attributen for naam, attributen in self.tags if naam == tag]

    @property
    def tekst(self) -> str:
        return " ".join("".join(self.teksten).split())


@pytest.fixture(scope="module")
def bron() -> str:
    return html.render(RESULTAAT)


@pytest.fixture(scope="module")
def pagina(bron: str) -> Pagina:
    return Pagina(bron)


def plat(text: str) -> str:
    return " ".join(veilig(text).split())


def test_every_word_of_the_findings_is_on_the_page(pagina: Pagina) -> None:
    for b in RESULTAAT.bevindingen:
        delen = [b.norm_id, b.titel, b.toetsvraag, b.reden, b.label, b.risico, b.wet_nu]
        delen += [*b.hiaten, *b.advies, *b.ontbrekende_documenten]
        delen += [deel for o in b.onderdelen for deel in (o.tekst, o.hiaat, o.advies, o.reden)]
        delen += [deel for t in b.praktijktoets for deel in (t.vraag, t.rol)]
        for deel in delen:
            assert plat(deel) in pagina.tekst


def test_every_quote_with_its_place_is_on_the_page(pagina: Pagina) -> None:
    for b in RESULTAAT.bevindingen:
        for bewijs in (*b.bewijs, *b.tegenbewijs):
            citaat = plat(bewijs.citaat[: html.MAX_CITAAT - 100])
            assert citaat in pagina.tekst
            assert plat(bewijs.document) in pagina.tekst
            assert plat(bewijs.plaats) in pagina.tekst
            assert plat(bewijs.cue) in pagina.tekst


def test_actions_signals_and_documents_are_on_the_page(pagina: Pagina) -> None:
    for actie in RESULTAAT.acties:
        assert plat(actie.titel) in pagina.tekst
        assert plat(actie.benodigd_bewijs) in pagina.tekst
    for signaal in RESULTAAT.signalen:
        for deel in (signaal.melding, signaal.citaat, signaal.citaat2, signaal.plaats2):
            assert plat(deel) in pagina.tekst
    for document in RESULTAAT.dossier.documenten:
        assert plat(document.pad) in pagina.tekst
        assert plat(document.melding) in pagina.tekst


def test_counts_are_those_of_the_resultaat(pagina: Pagina) -> None:
    labels = [str(a["aria-label"]) for a in pagina.met("svg")]
    for kader, label in zip(overzicht.per_kader(RESULTAAT), labels, strict=False):
        assert label.startswith(f"{kader.kader.titel}: ")
        gelezen = {naam: int(n) for n, naam in re.findall(r"(\d+) ([a-z ]+)", label)}
        assert gelezen == {OORDELEN[o].woord.lower(): n for o, n in kader.telling.aantallen.items() if n}
    normen = [a for a in pagina.met("details") if "norm" in str(a["class"])]
    assert [a["data-oordeel"] for a in normen] == [str(b.oordeel) for b in RESULTAAT.bevindingen]


def test_hostile_text_is_shown_and_does_nothing(bron: str, pagina: Pagina) -> None:
    assert plat(VIJANDIG) in pagina.tekst
    assert "<script>alert" not in bron
    assert len(pagina.met("script")) == 1
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\ud800-\udfff]", bron)


def test_page_fetches_nothing(bron: str, pagina: Pagina) -> None:
    for tag, attributen in pagina.tags:
        assert tag not in {"img", "link", "iframe", "object", "embed", "base"}
        assert not {"src", "srcset", "style", "action"} & set(attributen)
        assert not any(naam.startswith("on") for naam in attributen)
        assert str(attributen.get("href", "#")).startswith("#")
    assert "@import" not in bron
    assert "url(" not in bron


def test_policy_names_the_hash_of_our_own_style_and_script(bron: str, pagina: Pagina) -> None:
    beleid = str(pagina.met("meta")[1]["content"])
    assert "default-src 'none'" in beleid
    assert "unsafe" not in beleid
    for tag in ("style", "script"):
        inhoud = bron.split(f"<{tag}>", 1)[1].split(f"</{tag}>", 1)[0]
        kenmerk = b64encode(sha256(inhoud.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{kenmerk}'" in beleid


def test_headings_language_and_landmarks(pagina: Pagina) -> None:
    assert pagina.met("html")[0]["lang"] == "nl"
    niveaus = [int(tag[1]) for tag, _ in pagina.tags if re.fullmatch(r"h[1-6]", tag)]
    assert niveaus.count(1) == 1
    assert niveaus[0] == 1
    assert all(na - voor <= 1 for voor, na in pairwise(niveaus))
    assert len(pagina.met("main")) == 1
    assert all("scope" in a for a in pagina.met("th"))
    assert next(a["href"] for a in pagina.met("a")) == "#inhoud"


def test_ids_are_unique_and_links_and_labels_lead_somewhere(pagina: Pagina) -> None:
    ids = [a["id"] for _, a in pagina.tags if "id" in a]
    assert len(ids) == len(set(ids))
    assert {str(a["href"])[1:] for a in pagina.met("a")} <= set(ids)
    assert {a["for"] for a in pagina.met("label")} <= set(ids)
    velden = {a["id"] for tag in ("input", "select") for a in pagina.met(tag)}
    assert velden == {a["for"] for a in pagina.met("label")}


def test_verdicts_are_words(pagina: Pagina) -> None:
    for b in RESULTAAT.bevindingen:
        assert OORDELEN[b.oordeel].woord in pagina.tekst
    assert "Mens: grotendeels aangetoond" in pagina.tekst
    assert "M. de Vries, 23 november 2026" in pagina.tekst
    assert "Alleen in de praktijk te zien" in pagina.tekst


def test_long_quote_is_cut_with_a_notice(pagina: Pagina) -> None:
    assert plat(LANG) not in pagina.tekst
    assert "(ingekort)" in pagina.tekst


def test_same_resultaat_gives_same_bytes(bron: str, tmp_path: Path) -> None:
    html.write(maak_resultaat(), tmp_path / "rapport.html")
    assert (tmp_path / "rapport.html").read_bytes() == bron.encode()


def test_empty_resultaat_gives_a_page() -> None:
    dossier = DossierRegel(naam="Leeg", profiel={}, aannames=(), documenten=())
    leeg = Resultaat(
        schema=1,
        peildatum="2026-11-22",
        checker="0.1.0",
        dossier=dossier,
        kaders=(),
        bevindingen=(),
        signalen=(),
    )
    pagina = Pagina(html.render(leeg))
    assert "Er zijn geen signalen." in pagina.tekst
    assert "Er zijn geen acties." in pagina.tekst


@settings(max_examples=25, deadline=None)
@given(text=st.text(st.characters(), max_size=40))
def test_any_text_anywhere_leaves_the_page_whole(text: str) -> None:
    b = RESULTAAT.bevindingen[0]
    bewijs = replace(b.bewijs[0], citaat=text, document=text, context=text, termen=(text,))
    b = replace(b, norm_id=text, titel=text, thema=text, label=text, bewijs=(bewijs,))
    kader = replace(RESULTAAT.kaders[0], titel=text)
    dossier = replace(RESULTAAT.dossier, naam=text, profiel={text: [text]})
    vreemd = replace(RESULTAAT, dossier=dossier, kaders=(kader,), bevindingen=(b,), versies={text: text})
    assert plat(text) in Pagina(html.render(vreemd)).tekst
