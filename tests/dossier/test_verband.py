"""What hangs together: an item and what introduces it, a note and its passage, an entry and its page, a line and the next."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import Any

import pytest

from tests.dossier.bouwsels import NUMBERING, Tekening, W, alinea, cel, docx, odt, pdf, tabel, xlsx

_LEAD, _INNER = "Nog niet geregeld:", "Personeel"
_BULLETS = NUMBERING.replace('<w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>', '<w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl>')


def _item(text: str, niveau: int) -> str:
    return f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{niveau}"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


@pytest.mark.parametrize(
    ("naam", "data"),
    [
        ("a.txt", b"Nog niet geregeld:\n\n- Personeel\n  - een VOG.\n- klachten.\n"),
        ("a.md", b"**Nog niet geregeld:**\n\n* Personeel\n    * een VOG.\n* klachten.\n"),
        ("a.docx", docx(alinea(_LEAD) + _item(_INNER, 0) + _item("een VOG.", 1) + _item("klachten.", 0), {"numbering": _BULLETS})),
        (
            "a.odt",
            odt(
                f"<text:p>{_LEAD}</text:p><text:list><text:list-item><text:p>{_INNER}</text:p><text:list><text:list-item><text:p>een VOG.</text:p>"
                "</text:list-item></text:list></text:list-item><text:list-item><text:p>klachten.</text:p></text:list-item></text:list>"
            ),
        ),
        ("a.html", b"<html><body><p>Nog niet geregeld:</p><ul><li>Personeel<ul><li>een VOG.</li></ul></li><li>klachten.</li></ul>"),
        ("a.pdf", pdf([(72, 120, _LEAD), (72, 140, "• Personeel"), (90, 153, "• een VOG."), (72, 166, "• klachten.")])),
    ],
)
def test_an_item_knows_every_list_it_stands_in(lees: Callable[..., Any], naam: str, data: bytes) -> None:
    """What introduces the outer list governs the inner one too: both stand in the introduction, the outer first."""
    items = {p.tekst: p.inleiding for p in lees(data, naam).passages[1:]}
    assert items == {_INNER: _LEAD, "een VOG.": f"{_LEAD}\n{_INNER}", "klachten.": _LEAD}


@pytest.mark.parametrize(
    ("naam", "data"),
    [
        ("a.md", b"Nog niet geregeld:\n\n- een VOG.\n\n  Die is oud.\n\n- klachten.\n"),
        ("a.html", b"<html><body><p>Nog niet geregeld:</p><ul><li><p>een VOG.</p><p>Die is oud.</p></li><li>klachten.</li></ul>"),
        (
            "a.odt",
            odt(
                f"<text:p>{_LEAD}</text:p><text:list><text:list-item><text:p>een VOG.</text:p><text:p>Die is oud.</text:p></text:list-item>"
                "<text:list-item><text:p>klachten.</text:p></text:list-item></text:list>"
            ),
        ),
    ],
)
def test_a_second_paragraph_does_not_end_the_list(lees: Callable[..., Any], naam: str, data: bytes) -> None:
    """It belongs to its item, and the items after it are still introduced."""
    assert [(p.tekst, p.inleiding) for p in lees(data, naam).passages[1:]] == [("een VOG.", _LEAD), ("Die is oud.", _LEAD), ("klachten.", _LEAD)]


_ENTRIES = ("Inleiding", "Evaluatie van het behandelplan met de jeugdige en de ouders", "Bijlage 2")


@pytest.mark.parametrize(
    ("naam", "data"),
    [
        ("a.txt", b"INHOUD\n\nInleiding\t3\nEvaluatie van het behandelplan met de jeugdige en de ouders\t5\nBijlage 2\t12\n\nKLACHTEN\n\nGroep 3.\n"),
        ("a.md", b"# Inhoudsopgave\n\n- Inleiding 3\n- Evaluatie van het behandelplan met de jeugdige en de ouders 5\n- Bijlage 2 12\n\n# Klachten\n\nGroep 3.\n"),
        (
            "a.docx",
            docx(
                alinea("Inhoud", "Kop1")
                + "".join(f"<w:p><w:r><w:t>{t}</w:t></w:r><w:r><w:tab/><w:t>{n}</w:t></w:r></w:p>" for t, n in zip(_ENTRIES, (3, 5, 12), strict=True))
                + alinea("Klachten", "Kop1") + alinea("Groep 3.")
            ),
        ),
    ],
)
def test_a_typed_list_of_contents(lees: Callable[..., Any], naam: str, data: bytes) -> None:
    """Under its title a line with a page number is an entry, until the next heading."""
    soorten = [(p.soort.value, p.tekst) for p in lees(data, naam).passages[1:]]
    assert [text for soort, text in soorten if soort == "inhoudsopgave"] == [f"{t} {n}" for t, n in zip(_ENTRIES, (3, 5, 12), strict=True)]
    assert [soort for soort, _ in soorten[3:]] == ["kop", "alinea"]


def test_headings_and_rows_with_a_number_are_no_entries(lees: Callable[..., Any], blokken: Callable[..., Any]) -> None:
    """A part that is called by its number begins the text; after it a row with a number is a row."""
    body = alinea("Inhoud", "Kop1") + alinea("Klachten 4") + alinea("Hoofdstuk 1", "Kop1") + tabel(cel("Wie", vet=True) + cel("Aantal", vet=True), cel("Wies") + cel("5"))
    assert [soort for soort, _ in blokken(lees(docx(body)))] == ["kop", "inhoudsopgave", "kop", "tabelrij"]


def test_an_entry_on_two_lines(lees: Callable[..., Any], blokken: Callable[..., Any]) -> None:
    """Of a long entry only the second line has the dots and the page."""
    page: Tekening = [
        (72, 80, "Inhoud", "Helvetica-Bold", 14), (72, 110, "Inleiding .............................. 3"),
        (72, 123, "Evaluatie van het behandelplan met de jeugdige"), (72, 136, "en de ouders ........................... 5"), (72, 180, "Wij melden."),
    ]  # fmt: skip
    assert [soort for soort, _ in blokken(lees(pdf(page)))] == ["kop", *["inhoudsopgave"] * 3, "alinea"]


_ZIN = "Op dit moment hebben wij in onze kleine praktijk nog niet geregeld dat wij het behandelplan elke drie maanden evalueren met de ouders."


@pytest.mark.parametrize("breedte", [48, 56, 64, 72, 80])
@pytest.mark.parametrize("omgeving", ["{}\n", "Onze praktijk ligt aan de rand van het dorp en heeft een grote tuin.\n\n{}\n\nDe koffie staat klaar in de wachtkamer.\n"])
def test_a_wrapped_sentence_stays_whole(lees: Callable[..., Any], breedte: int, omgeving: str) -> None:
    """The first line of a paragraph that was wrapped by hand is no heading, however short the text around it."""
    text = "\n".join(textwrap.fill(part, breedte) for part in omgeving.format(_ZIN).split("\n"))
    assert [p.tekst for p in lees(text.encode(), "a.txt").passages if "moment" in p.tekst or "geregeld" in p.tekst] == [_ZIN]


@pytest.mark.parametrize(
    ("text", "soorten"),
    [
        ("Praktijk De Linde, kwaliteitshandboek voor het team\nauteur: Wies\nversie: 2\n", ["alinea"] * 3),
        ("Wie: Wies, die dit voor de zomer heeft opgepakt | 10 mei\ntoestemming nalopen | Jan\n", ["alinea"] * 2),
        ("Artikel 1 Begrippen die in deze regeling voorkomen\na. klacht: een uiting van onvrede;\n", ["kop", "lijstitem"]),
    ],
)
def test_lines_that_were_ended_on_purpose(lees: Callable[..., Any], blokken: Callable[..., Any], text: str, soorten: list[str]) -> None:
    """A line that starts with a label, a list sign or is part of a typed table does not go on with the line above."""
    assert [soort for soort, _ in blokken(lees(text.encode(), "a.txt"))] == soorten


_REF = '<w:r><w:{0} w:id="1"/></w:r>'
_PARTS = {
    "footnotes": f'<w:footnotes {W}><w:footnote w:id="1">{alinea("De noot.")}</w:footnote></w:footnotes>',
    "comments": f'<w:comments {W}><w:comment w:id="1">{alinea("Klopt dit?")}</w:comment></w:comments>',
}
_BOX = f"<w:r><w:pict><v:textbox><w:txbxContent>{alinea('Vak.')}</w:txbxContent></v:textbox></w:pict></w:r>"
_NOTED = f"<w:p><w:r><w:t>Zin.</w:t></w:r>{_BOX}{_REF.format('footnoteReference')}{_REF.format('commentReference')}</w:p>"


def test_notes_come_before_what_else_hangs_on_a_paragraph(lees: Callable[..., Any]) -> None:
    """A note and a comment belong to the passage before them that is neither."""
    assert [p.tekst for p in lees(docx(_NOTED + alinea("Daarna."), _PARTS)).passages] == ["Zin.", "De noot.", "Klopt dit?", "Vak.", "Daarna."]


def test_notes_of_a_table_follow_their_row(lees: Callable[..., Any]) -> None:
    """Not the table: its last row is another statement."""
    noted = f"<w:tc><w:p><w:r><w:t>x</w:t></w:r>{_REF.format('footnoteReference')}</w:p></w:tc>"
    body = tabel(cel("Wie", vet=True) + cel("Taak", vet=True), cel("Wies") + noted, cel("Jan") + cel("y"))
    assert [p.tekst for p in lees(docx(body, {"footnotes": _PARTS["footnotes"]})).passages] == ["Wie: Wies | Taak: x", "De noot.", "Wie: Jan | Taak: y"]


def test_notes_in_cells_of_open_document(lees: Callable[..., Any]) -> None:
    """They are read too, behind their row."""
    note = "<text:note><text:note-body><text:p>De noot.</text:p></text:note-body></text:note>"
    rows = "".join(
        "<table:table-row>" + "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in row) + "</table:table-row>"
        for row in (("Wie", "Taak", "Dag"), ("Wies", f"x{note}", "ma"), ("Jan", "y", "di"))
    )
    assert [p.tekst for p in lees(odt(f"<table:table>{rows}</table:table>")).passages] == [
        "Wie: Wies | Taak: x | Dag: ma", "De noot.", "Wie: Jan | Taak: y | Dag: di",
    ]  # fmt: skip


def test_a_watermark_is_read_as_a_header(lees: Callable[..., Any], blokken: Callable[..., Any]) -> None:
    """Letters drawn behind every page tell the status of the document."""
    drawn = '<w:p><w:r><w:pict><v:shape><v:textpath string="CONCEPT"/></v:shape></w:pict></w:r></w:p>'
    header = f'<w:hdr {W} xmlns:v="urn:schemas-microsoft-com:vml">{drawn}</w:hdr>'
    assert blokken(lees(docx(alinea("Wij melden."), {"header1": header, "header2": header}))) == [("kopregel", "CONCEPT"), ("alinea", "Wij melden.")]


@pytest.mark.parametrize(
    ("naam", "data"),
    [
        ("a.md", b"Nog niet geregeld:\n\n| Wat | Wie | Tijd |\n|---|---|---|\n| VOG | Wies | mei |\n| BHV | Wies | juni |\n\nSlot.\n\n| Wat | Wie | Tijd |\n|---|---|---|\n| VCA | Wies | mei |\n"),
        (
            "a.docx",
            docx(
                alinea(_LEAD) + tabel(cel("Wat") + cel("Wie") + cel("Tijd"), cel("VOG") + cel("Wies") + cel("mei"), cel("BHV") + cel("Wies") + cel("juni"))
                + alinea("Slot.") + tabel(cel("VCA") + cel("Wies") + cel("mei"))
            ),
        ),
        (
            "a.html",
            b"<html><body><p>Nog niet geregeld:</p><table><tr><td>Wat<td>Wie<td>Tijd<tr><td>VOG<td>Wies<td>mei<tr><td>BHV<td>Wies<td>juni</table>"
            b"<p>Slot.</p><table><tr><td>VCA<td>Wies<td>mei</table>",
        ),
        ("a.xlsx", xlsx({"B": [[_LEAD], ["Wat", "Wie", "Tijd"], ["VOG", "Wies", "mei"], ["BHV", "Wies", "juni"]], "C": [["VCA", "Wies", "mei"]]})),
    ],
)  # fmt: skip
def test_rows_know_the_line_above_their_table(lees: Callable[..., Any], naam: str, data: bytes) -> None:
    """A line that ends in a colon introduces every row below it, up to the next paragraph or sheet."""
    rows = [(p.tekst.partition(" |")[0].removeprefix("Wat: "), p.inleiding) for p in lees(data, naam).passages if p.cellen]
    assert rows == [("VOG", _LEAD), ("BHV", _LEAD), ("VCA", "")]


def test_an_item_below_a_table_is_not_introduced_by_its_lead(lees: Callable[..., Any]) -> None:
    """The line introduced the table; nor does a sentence that only points at the table introduce its rows."""
    table = "<table><tr><td>VOG<td>Wies<td>mei</table>"
    html = f"<html><body><p>{_LEAD}</p>{table}<ul><li>klachten</ul><p>Zie de volgende tabel.</p>{table}"
    assert [(p.tekst, p.inleiding) for p in lees(html.encode()).passages if p.tekst.startswith(("VOG", "kl"))] == [
        ("VOG | Wies | mei", _LEAD), ("klachten", ""), ("VOG | Wies | mei", ""),
    ]  # fmt: skip
