"""What a document shows but does not say: struck through, hidden, quoted, and boxes to tick."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest

from tests.dossier.bouwsels import alinea, cel, docx, odt, tabel

_STYLES = (
    '<style:style style:name="D" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
)
_NOT_STRUCK = '<w:strike w:val="0"/>'


def _run(text: str, looks: str = "") -> str:
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _odt(body: str) -> bytes:
    return odt(body, styles=_STYLES)


def _pptx() -> bytes:
    from pptx import Presentation

    show = Presentation()
    slide = show.slides.add_slide(show.slide_layouts[5])
    slide.shapes.title.text = "Dia"
    frame = slide.shapes.add_textbox(0, 0, 9, 9).text_frame
    for text, strike in (("Wij doen dit ", ""), ("wel", "sngStrike"), ("niet.", "noStrike")):
        run = frame.paragraphs[0].add_run()
        run.text = text
        if strike:
            run._r.get_or_add_rPr().set("strike", strike)
    out = io.BytesIO()
    show.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("naam", "data"),
    [
        ("a.docx", docx(f"<w:p>{_run('Wij doen dit ')}{_run('wel', '<w:strike/>')}{_run('niet.')}</w:p>")),
        ("a.docx", docx(f"<w:p>{_run('Wij doen dit ')}{_run('wel', '<w:dstrike/>')}{_run('niet.', _NOT_STRUCK)}</w:p>")),
        ("a.odt", _odt('<text:p>Wij doen dit <text:span text:style-name="D">wel</text:span>niet.</text:p>')),
        ("a.pptx", _pptx()),
        ("a.html", b"<html><body><p>Wij doen dit <del>wel</del>niet."),
        ("a.html", b"<html><body><p>Wij doen dit <s>wel</s><strike>ook</strike>niet."),
        ("a.html", b"<html><body><p>Wij doen dit <span style='text-decoration: line-through'>wel</span>niet."),
        ("a.md", b"Wij doen dit ~~wel~~niet."),
        ("a.md", b"Wij doen dit <del>wel</del><!-- toch --> niet."),
    ],
)
def test_struck_text_is_not_read(lees: Callable[..., Any], naam: str, data: bytes) -> None:
    """Who strikes words through takes them back, in every format as in a tracked deletion; so with comments in markdown."""
    passage = lees(data, naam).passages[-1]
    assert (passage.tekst, passage.kenmerken) == ("Wij doen dit niet.", frozenset())


def test_a_comment_keeps_the_numbers_of_the_lines(lees: Callable[..., Any]) -> None:
    """The place of a passage is a line of the file as a person opens it."""
    document = lees(b"<!-- een\ntwee -->\n\nWij ~~doen\nniet~~ wel.\n\nSlot.\n", "a.md")
    assert document.passages[-1].vindplaats.plaats == "regel 7"


def test_signs_that_are_never_closed_hide_nothing(lees: Callable[..., Any]) -> None:
    """A forgotten sign costs no text."""
    text = "<!-- Let op.\n\nWij ~~doen dit.\n\n```\n\nWij blijven."
    assert [p.kenmerken for p in lees(text.encode(), "a.md").passages if "Wij" in p.tekst] == [frozenset(), frozenset()]


@pytest.mark.parametrize(
    ("naam", "data"),
    [
        ("a.docx", docx(f"<w:p>{_run('Wij melden.')}{_run('Geheim.', '<w:vanish/>')}</w:p>")),
        ("a.html", b"<html><body><p>Wij melden.<span hidden>Geheim.</span></p>"),
        ("a.html", b"<html><body><p>Wij melden.</p><h2 style='display:none'>Geheim.</h2>"),
    ],
)
def test_hidden_words_stand_apart(lees: Callable[..., Any], naam: str, data: bytes) -> None:
    """One hidden word does not hide its paragraph, and is not read as shown."""
    assert [(p.tekst, sorted(p.kenmerken)) for p in lees(data, naam).passages] == [("Wij melden.", []), ("Geheim.", ["verborgen"])]


def test_a_hidden_cell_hides_no_table(lees: Callable[..., Any]) -> None:
    """The rows stay as they are shown; what is hidden follows its row."""
    hidden = f"<w:tc><w:p>{_run('Geheim.', '<w:vanish/>')}</w:p></w:tc>"
    body = tabel(cel("Wie", vet=True) + cel("Taak", vet=True) + cel("Dag", vet=True), cel("Wies") + hidden + cel("ma"), cel("Jan") + cel("x") + cel("di"))
    assert [(p.tekst, sorted(p.kenmerken)) for p in lees(docx(body)).passages] == [
        ("Wie: Wies | Dag: ma", []),
        ("Geheim.", ["verborgen"]),
        ("Wie: Jan | Taak: x | Dag: di", []),
    ]


def test_hidden_odt(lees: Callable[..., Any]) -> None:
    """A paragraph of which every part is hidden is hidden."""
    document = lees(_odt('<text:p><text:span text:style-name="H">Geheim.</text:span></text:p>'))
    assert [(p.tekst, sorted(p.kenmerken)) for p in document.passages] == [("Geheim.", ["verborgen"])]


def _quoting_docx(stijl: str) -> bytes:
    from docx import Document

    document = Document()
    document.add_paragraph("Een ander zegt dit.", style=stijl)
    document.add_paragraph("Wij zeggen dit.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("naam", "data"),
    [
        ("a.docx", _quoting_docx("Quote")),
        ("a.docx", _quoting_docx("Intense Quote")),
        ("a.odt", odt('<text:p text:style-name="Quotations">Een ander zegt dit.</text:p><text:p>Wij zeggen dit.</text:p>')),
        ("a.html", b"<html><body><blockquote><p>Een ander zegt dit.</p></blockquote><p>Wij zeggen dit."),
        ("a.md", b"> Een ander\nzegt dit.\nWij zeggen dit."),
        ("a.md", b"```\nEen ander zegt dit.\n```\nWij zeggen dit."),
        ("a.eml", b"From: a\nTo: b\nSubject: c\nDate: d\n\nOp 1 mei schreef Jan:\n> Een ander zegt dit.\n\nWij zeggen dit.\n"),
    ],
)
def test_quotes_are_flagged(lees: Callable[..., Any], naam: str, data: bytes) -> None:
    """What another says is quoted; what stands below it is not."""
    texts = {p.tekst: sorted(p.kenmerken) for p in lees(data, naam).passages}
    quoted = [kenmerken for text, kenmerken in texts.items() if "ander" in text or text == "zegt dit."]
    assert (all(kenmerken == ["geciteerd"] for kenmerken in quoted), texts["Wij zeggen dit."]) == (True, [])
    assert quoted


@pytest.mark.parametrize(("naam", "data"), [("a.md", b"# Ons\n\n> ## Hun\n\nTekst."), ("a.html", b"<html><body><h1>Ons</h1><blockquote><h2>Hun</h2></blockquote><p>Tekst.")])
def test_a_quoted_heading_stands_above_nothing(lees: Callable[..., Any], naam: str, data: bytes) -> None:
    """The text after a quote belongs to the headings of the document itself."""
    assert lees(data, naam).passages[-1].vindplaats.sectie == ("Ons",)


_CONTROL = (
    '<w:p><w:sdt><w:sdtPr><w14:checkbox xmlns:w14="x"><w14:checked w14:val="{0}"/></w14:checkbox></w:sdtPr>'
    "<w:sdtContent><w:r><w:t>?</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>Wij melden.</w:t></w:r></w:p>"
)
_FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="{0}"/></w:checkBox></w:ffData></w:fldChar></w:r>'
    "<w:r><w:t>Wij melden.</w:t></w:r></w:p>"
)


@pytest.mark.parametrize(
    ("naam", "leeg", "vol"),
    [
        ("a.docx", docx(_CONTROL.format("0")), docx(_CONTROL.format("1"))),
        ("a.docx", docx(_FIELD.format("0")), docx(_FIELD.format("1"))),
        ("a.docx", docx(alinea("☐ Wij melden.")), docx(alinea("☒ Wij melden."))),
        ("a.odt", odt("<text:p>☐ Wij melden.</text:p>"), odt("<text:p>☒ Wij melden.</text:p>")),
        ("a.md", b"- [ ] Wij melden.", b"- [x] Wij melden."),
        ("a.txt", b"[] Wij melden.", b"[X] Wij melden."),
        ("a.txt", "☐ Wij melden.".encode(), "☒ Wij melden.".encode()),
        ("a.html", b"<html><body><input type=checkbox>Wij melden.", b"<html><body><input type=checkbox checked>Wij melden."),
    ],
)
def test_a_box_stays_in_the_text(lees: Callable[..., Any], naam: str, leeg: bytes, vol: bytes) -> None:
    """Ticked and not ticked mean the opposite: both read alike in every format."""
    assert [p.tekst for p in lees(leeg, naam).passages] == ["☐ Wij melden."]
    assert [p.tekst for p in lees(vol, naam).passages] == ["☒ Wij melden."]


@pytest.mark.parametrize(
    ("regel", "soort", "tekst"),
    [
        ("**Evalueert u het behandelplan elke drie maanden met de jeugdige en de ouders?**", "alinea", "Evalueert u het behandelplan elke drie maanden met de jeugdige en de ouders?"),
        ("*Let op:* wij melden.", "alinea", "Let op: wij melden."),
        ("***Let op:*** wij _melden_ in meld_boek_1.", "alinea", "Let op: wij melden in meld_boek_1."),
        ("**Klachten**", "kop", "Klachten"),
        ("* **Wie:** Wies meldt.", "lijstitem", "Wie: Wies meldt."),
    ],
)
def test_emphasis_is_no_list_sign(lees: Callable[..., Any], blokken: Callable[..., Any], regel: str, soort: str, tekst: str) -> None:
    """Stars around words go; a short line that is bold as a whole is a heading, as in Word."""
    assert blokken(lees(regel.encode(), "a.md")) == [(soort, tekst)]
