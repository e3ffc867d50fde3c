"""Plain text, web pages, mail, OpenDocument and slides."""

from __future__ import annotations

import io
from email.message import EmailMessage

import pytest

from checker.dossier import Limieten, Soort, Toestand
from checker.dossier.bron import Bron
from checker.dossier.lezen import read_bytes
from tests.dossier.bouwsels import odt, pdf, regels


def test_unwrapped_text(lees, blokken):
    """One line per paragraph: capitals, short lines and questions are headings, the rest is not."""
    text = (
        "KLACHTEN\nLoopt er iets niet goed?\nVertel het ons.\n\n1. Praat met ons\nDe snelste route is direct praten met ons.\n\n"
        "Vertrouwenspersoon\nLiever iemand buiten de praktijk? Bel dan de vertrouwenspersoon.\nKIWA-keurmerk; HKZ-gecertificeerd\n"
    )
    assert blokken(lees(text.encode(), "a.txt")) == [
        ("kop", "KLACHTEN"),
        ("kop", "Loopt er iets niet goed?"),
        ("alinea", "Vertel het ons."),
        ("kop", "1. Praat met ons"),
        ("alinea", "De snelste route is direct praten met ons."),
        ("kop", "Vertrouwenspersoon"),
        ("alinea", "Liever iemand buiten de praktijk? Bel dan de vertrouwenspersoon."),
        ("alinea", "KIWA-keurmerk; HKZ-gecertificeerd"),
    ]


def test_wrapped_text(lees, blokken):
    """Lines wrapped by hand become paragraphs again, and broken words whole."""
    text = (
        "Wij bewaren het dossier twintig jaar, gerekend vanaf de laatste wij-\n"
        "ziging. Daarna vernietigen wij het, tenzij iemand anders een groot\n"
        "belang heeft bij bewaren.\n\n"
        "Nodig zijn:\n- een verklaring omtrent het gedrag die niet ouder is dan drie\n  maanden\n- een diploma\n"
    )
    document = lees(text.encode(), "a.txt")
    assert blokken(document) == [
        (
            "alinea",
            "Wij bewaren het dossier twintig jaar, gerekend vanaf de laatste wijziging. Daarna vernietigen wij het, tenzij iemand anders een groot belang heeft bij bewaren.",
        ),
        ("alinea", "Nodig zijn:"),
        ("lijstitem", "een verklaring omtrent het gedrag die niet ouder is dan drie maanden"),
        ("lijstitem", "een diploma"),
    ]
    assert document.passages[2].inleiding == "Nodig zijn:"
    assert document.passages[0].vindplaats.plaats == "regel 1"


def test_markdown(lees, blokken):
    """Marks of markdown go, its structure stays."""
    text = "# Beleid\n\n## Klachten\n\nWij **reageren** binnen [zes weken](x.md).\n\n| Wie | Taak |\n|---|---|\n| Wies | bevestigt |\n"
    document = lees(text.encode(), "a.md")
    assert blokken(document) == [
        ("kop", "Beleid"),
        ("kop", "Klachten"),
        ("alinea", "Wij reageren binnen zes weken."),
        ("tabelrij", "Wie: Wies | Taak: bevestigt"),
    ]
    assert document.passages[2].vindplaats.sectie == ("Beleid", "Klachten")


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(lees, codec):
    """Text reads alike in the encodings of Windows."""
    assert lees("Cliënten één keer per jaar.".encode(codec), "a.txt").passages[0].tekst == "Cliënten één keer per jaar."


@pytest.mark.parametrize("naam", ["a.txt", "a.md", "a.html", "a.csv"])
def test_one_broken_byte(lees, naam):
    """One bad byte costs one letter, not all accents of the file, and is said."""
    document = lees("Cliënten één keer per jaar, of váker.".encode().replace("á".encode(), b"\xe1"), naam)
    assert "Cliënten één keer per jaar" in document.passages[0].tekst
    assert (document.toestand, "een teken dat niet te lezen is" in document.melding) == (Toestand.DEELS, True)


def test_web_page(lees, blokken):
    """Menus, scripts and cookie texts are no content; left-open tags do not lose text."""
    html = (
        "<!DOCTYPE html><html><head><title>Praktijk</title><style>p{}</style><script>var a='klacht'</script></head><body>"
        "<nav><ul><li>Home<li>Team</ul></nav><h1>Klachten</h1><p>Mail ons<br>of bel:<p>Nodig:<ul><li>naam<li>datum "
        "<b>en</b> uur</ul><div class='cookie-bar'>Wij gebruiken cookies.</div><p style='display: none'>oud</p>"
        "<table><tr><th>Wie<th>Taak<tr><td>Wies<td>bevestigt</table><footer>KvK 1</footer></body></html>"
    )
    document = lees(html.encode())
    assert blokken(document) == [
        ("kop", "Klachten"),
        ("alinea", "Mail ons of bel:"),
        ("alinea", "Nodig:"),
        ("lijstitem", "naam"),
        ("lijstitem", "datum en uur"),
        ("alinea", "oud"),
        ("tabelrij", "Wie: Wies | Taak: bevestigt"),
        ("kopregel", "Home"),
        ("kopregel", "Team"),
        ("kopregel", "Wij gebruiken cookies."),
        ("kopregel", "KvK 1"),
    ]
    assert document.titel == "Praktijk"
    assert document.passages[3].inleiding == "Nodig:"
    assert document.passages[5].kenmerken == {"verborgen"}


def test_deep_html(lees):
    """Deep nesting is a clear refusal, not silence."""
    document = lees(b"<html><body>" + b"<div>" * 5000 + b"tekst")
    assert (document.toestand, "te diep genest" in document.melding) == (Toestand.FOUT, True)


def _mail() -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Wies <w@voorbeeld.nl>", "Joris <j@voorbeeld.nl>", "Aansluiting"
    mail["Date"] = "Fri, 12 Dec 2025 17:42:10 +0100"
    mail.set_content("Dag Joris,\n\nDe aansluiting is aangevraagd.\n\nOp do 11 dec schreef Joris:\n> Is dat geregeld?\n")
    return mail


def test_mail_with_attachment():
    """The mail, its quoted part, and the attachment as its own document."""
    mail = _mail()
    mail.add_attachment(pdf(regels("Bewijs van lidmaatschap.")), maintype="application", subtype="pdf", filename="bewijs.pdf")
    first, second = read_bytes("map/m.eml", Bron(data=mail.as_bytes(), naam="m.eml"))
    assert [p.tekst for p in first.passages if "geciteerd" in p.kenmerken] == ["Op do 11 dec schreef Joris:", "Is dat geregeld?"]
    assert first.titel == "Aansluiting"
    assert dict(first.eigenschappen)["datum"] == "2025-12-12"
    assert (second.pad, second.soort, second.passages[0].tekst) == ("map/m.eml/bewijs.pdf", "pdf", "Bewijs van lidmaatschap.")


def test_mail_in_mail_is_bounded():
    """Mails inside mails are read to a depth, then named."""
    mail = _mail()
    for _ in range(4):
        outer = _mail()
        outer.add_attachment(mail)
        mail = outer
    documents = read_bytes("m.eml", Bron(data=mail.as_bytes(), naam="m.eml", limieten=Limieten(nesting_mail=2)))
    assert [d.toestand for d in documents] == [Toestand.GELEZEN] * 3 + [Toestand.TE_GROOT]


def test_open_document(lees, blokken):
    """Headings, lists with numbers, tables, notes, hidden repeats and deleted text of odt."""
    body = (
        "<text:tracked-changes><text:changed-region><text:p>weg</text:p></text:changed-region></text:tracked-changes>"
        '<text:h text:outline-level="1">Protocol</text:h>'
        '<text:p>Volg<text:s text:c="2000000000"/>deze stappen:<text:note><text:note-body><text:p>Zie wet.</text:p>'
        "</text:note-body></text:note></text:p>"
        "<text:list><text:list-item><text:p>Luister.</text:p></text:list-item></text:list>"
        "<text:p><draw:frame><draw:text-box><text:p>In een vak.</text:p></draw:text-box></draw:frame></text:p>"
        "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Kleur</text:p></table:table-cell>"
        "<table:table-cell><text:p>Actie</text:p></table:table-cell></table:table-row></table:table-header-rows>"
        "<table:table-row><table:table-cell><text:p>Rood</text:p></table:table-cell><table:table-cell>"
        '<text:p>stop</text:p></table:table-cell><table:table-cell table:number-columns-repeated="1000000"/>'
        "</table:table-row></table:table>"
    )
    document = lees(odt(body))
    assert document.soort == "odt"
    assert blokken(document) == [
        ("kop", "Protocol"),
        ("alinea", "Volg deze stappen:"),
        ("voetnoot", "Zie wet."),
        ("lijstitem", "Luister."),
        ("alinea", "In een vak."),
        ("tabelrij", "Kleur: Rood | Actie: stop"),
    ]
    assert document.passages[3].inleiding == "Volg deze stappen:"
    assert document.passages[4].kenmerken == {"tekstvak"}


def test_encrypted_open_document(lees):
    """A password on an odt is a state of its own."""
    assert lees(odt("<text:p>x</text:p>", manifest="<encryption-data/>")).toestand == Toestand.VERSLEUTELD


def test_slides(lees):
    """Titles, groups, tables and notes of slides, with the slide as page."""
    from pptx import Presentation
    from pptx.util import Inches

    show = Presentation()
    slide = show.slides.add_slide(show.slide_layouts[1])
    slide.shapes.title.text = "Klachten"
    slide.placeholders[1].text = "eerste punt\ntweede punt"
    group = slide.shapes.add_group_shape()
    group.shapes.add_textbox(0, 0, Inches(1), Inches(1)).text_frame.text = "In de groep."
    table = slide.shapes.add_table(2, 2, 0, 0, Inches(4), Inches(1)).table
    for row, values in enumerate((("Wie", "Taak"), ("Wies", "bevestigt"))):
        for column, value in enumerate(values):
            table.cell(row, column).text = value
    slide.notes_slide.notes_text_frame.text = "Vertel dit rustig."
    out = io.BytesIO()
    show.save(out)
    document = lees(out.getvalue())
    assert (document.soort, document.paginas) == ("pptx", 1)
    assert [(p.soort, p.tekst) for p in document.passages] == [
        (Soort.KOP, "Klachten"),
        (Soort.LIJSTITEM, "eerste punt"),
        (Soort.LIJSTITEM, "tweede punt"),
        (Soort.ALINEA, "In de groep."),
        (Soort.TABELRIJ, "Wie: Wies | Taak: bevestigt"),
        (Soort.OPMERKING, "Vertel dit rustig."),
    ]
    assert {p.vindplaats.pagina for p in document.passages} == {1}
    assert document.passages[1].vindplaats.sectie == ("Klachten",)


def test_footer_of_slides_once(lees):
    """A footer that stands on every slide is one passage; slide numbers are none."""
    from lxml.etree import SubElement
    from pptx import Presentation
    from pptx.oxml.ns import qn

    show = Presentation()
    for _ in range(3):
        slide = show.slides.add_slide(show.slide_layouts[1])
        slide.shapes.title.text = "Dia"
        for kind, text in (("ftr", "Zonnehoek 2025"), ("sldNum", "7")):
            box = slide.shapes.add_textbox(0, 0, 9, 9)
            box.text_frame.text = text
            holder = box._element.find(qn("p:nvSpPr")).find(qn("p:nvPr"))
            SubElement(holder, qn("p:ph")).set("type", kind)
    out = io.BytesIO()
    show.save(out)
    texts = [(p.soort, p.tekst) for p in lees(out.getvalue()).passages]
    assert texts.count((Soort.KOPREGEL, "Zonnehoek 2025")) == 1
    assert "7" not in [text for _, text in texts]
