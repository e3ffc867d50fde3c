"""Word: every construct that carries text is read once, in order, with its place."""

from __future__ import annotations

import io

import pytest

from checker.dossier import Soort, Toestand
from tests.dossier.bouwsels import MAIN, NUMBERING, W, alinea, cel, docx, pakket, rels, tabel, uitgepakt

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"

VAK = (
    "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx>"
    "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


def test_headings_give_the_path(lees, blokken):
    """Title stays out of the path; levels and derived styles count; siblings replace each other."""
    document = lees(
        docx(
            alinea("Handboek", "Titel")
            + alinea("1 Klachten", "Kop1")
            + alinea("1.1 Regeling", "KopZorg")
            + alinea("Wij behandelen klachten.")
            + alinea("2 Privacy", "Kop1")
            + alinea("Wij bewaren gegevens.")
        )
    )
    assert [p.vindplaats.sectie for p in document.passages if p.soort == Soort.ALINEA] == [
        ("1 Klachten", "1.1 Regeling"),
        ("2 Privacy",),
    ]
    assert document.titel == "Handboek"
    assert [kind for kind, _ in blokken(document)].count("kop") == 4


def test_bold_line_is_a_heading(lees, blokken):
    """A short bold line works as heading; a bold sentence or "Let op:" does not."""
    body = alinea("Klachten", vet=True) + alinea("Let op:", vet=True) + alinea("Dit is belangrijk.", vet=True)
    assert blokken(lees(docx(body))) == [("kop", "Klachten"), ("alinea", "Let op:"), ("alinea", "Dit is belangrijk.")]


def test_list_items_know_their_introduction(lees):
    """The sentence before a list belongs to its items, not to what follows."""
    body = (
        alinea("Wij bieden hulp. Wij bieden geen:")
        + alinea("verblijf", num="2")
        + alinea("pleegzorg", num="2")
        + alinea("Bel ons.")
        + alinea("los punt", num="2")
    )
    items = [p for p in lees(docx(body, {"numbering": NUMBERING})).passages if p.soort == Soort.LIJSTITEM]
    assert [(p.tekst, p.inleiding) for p in items] == [
        ("verblijf", "Wij bieden geen:"),
        ("pleegzorg", "Wij bieden geen:"),
        ("los punt", ""),
    ]


def test_numbers_of_headings_and_items(lees, blokken):
    """Automatic numbers are what a reader sees: in a heading as text, of an item as place."""
    body = alinea("Doel", "Kop1", num="1") + alinea("eerste", num="1")
    document = lees(docx(body, {"numbering": NUMBERING}))
    assert blokken(document) == [("kop", "1. Doel"), ("lijstitem", "eerste")]
    assert document.passages[1].vindplaats.plaats == "alinea 2, punt 2"


def test_tracked_changes(lees, blokken):
    """Inserted text is read and flagged, deleted and moved-away text is not read."""
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = (
        "<w:p><w:r><w:t xml:space='preserve'>De termijn is </w:t></w:r>"
        "<w:del><w:r><w:delText>acht</w:delText></w:r></w:del>"
        f"<w:ins>{run.format('zes')}</w:ins>{run.format(' weken.')}</w:p>"
        f"<w:p><w:moveFrom>{run.format('weg')}</w:moveFrom><w:moveTo>{run.format('Verplaatst.')}</w:moveTo></w:p>"
    )
    document = lees(docx(body.replace("> weken", " xml:space='preserve'> weken")))
    assert blokken(document) == [("alinea", "De termijn is zes weken."), ("alinea", "Verplaatst.")]
    assert document.passages[0].kenmerken == {"ingevoegd"}
    assert ("heeft_wijzigingen", "ja") in document.eigenschappen


@pytest.mark.parametrize(
    "wrapped",
    [
        "<w:sdt><w:sdtContent>{p}</w:sdtContent></w:sdt>",
        "<w:customXml>{p}</w:customXml>",
        "<w:p><w:sdt><w:sdtContent>{r}</w:sdtContent></w:sdt></w:p>",
        "<w:p><w:smartTag>{r}</w:smartTag></w:p>",
        "<w:p><w:fldSimple>{r}</w:fldSimple></w:p>",
        "<w:p><w:hyperlink>{r}</w:hyperlink></w:p>",
    ],
)
def test_text_inside_wrappers(lees, blokken, wrapped):
    """Content controls, fields and links show their text like any other."""
    run = "<w:r><w:t>Ingevuld antwoord.</w:t></w:r>"
    assert blokken(lees(docx(wrapped.format(p=f"<w:p>{run}</w:p>", r=run)))) == [("alinea", "Ingevuld antwoord.")]


def test_text_box_once(lees, blokken):
    """A text box is one passage, not a second time from its fallback."""
    document = lees(docx(alinea("Boven.") + VAK.format(alinea("In het vak."))))
    assert blokken(document) == [("alinea", "Boven."), ("alinea", "In het vak.")]
    assert document.passages[1].kenmerken == {"tekstvak"}


def test_hidden_text_is_flagged(lees):
    """Hidden text is kept and flagged."""
    body = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Verborgen zin.</w:t></w:r></w:p>"
    assert lees(docx(body)).passages[0].kenmerken == {"verborgen"}


def test_table_rows_know_their_columns(lees):
    """Each row is one passage with the column names; the header row is not repeated."""
    body = alinea("Taken", "Kop1") + tabel(
        cel("Wie", vet=True) + cel("Taak", vet=True) + cel("Termijn", vet=True),
        cel("Wies") + cel("bevestigt") + cel("5 dagen"),
        cel("Joris") + cel("hoort") + cel(""),
    )
    first, second = lees(docx(body)).passages[1:]
    assert first.tekst == "Wie: Wies | Taak: bevestigt | Termijn: 5 dagen"
    assert first.cellen == (("Wie", "Wies", "A2"), ("Taak", "bevestigt", "B2"), ("Termijn", "5 dagen", "C2"))
    assert first.vindplaats.plaats == "tabel 1, rij 2"
    assert second.tekst == "Wie: Joris | Taak: hoort"
    assert second.vindplaats.sectie == ("Taken",)


def test_merged_cells(lees):
    """A cell over two columns is read once; one merged downwards names each of its rows."""
    body = tabel(
        cel("Groep", vet=True) + cel("Naam", vet=True) + cel("Rol", vet=True),
        cel("Team A", '<w:vMerge w:val="restart"/>') + cel("Sanne") + cel("orthopedagoog"),
        cel("", "<w:vMerge/>") + cel("beide rollen", '<w:gridSpan w:val="2"/>'),
    )
    assert [p.tekst for p in lees(docx(body)).passages] == [
        "Groep: Team A | Naam: Sanne | Rol: orthopedagoog",
        "Groep: Team A | Naam: beide rollen",
    ]


def test_form_table(lees):
    """A table of labels and values reads as pairs."""
    body = tabel(cel("Naam:", vet=True) + cel("Jan"), cel("Datum:", vet=True) + cel("1 mei 2025"))
    assert [p.cellen for p in lees(docx(body)).passages] == [(("Naam", "Jan", "B1"),), (("Datum", "1 mei 2025", "B2"),)]


def test_layout_table_is_text(lees, blokken):
    """A frame of one cell is no table."""
    assert blokken(lees(docx(tabel(cel("Kader om een zin."))))) == [("alinea", "Kader om een zin.")]


def test_nested_table_and_control_rows(lees, blokken):
    """A table in a cell is read once; a row inside a content control is a row."""
    inner = tabel(cel("Stap", vet=True) + cel("Wie", vet=True), cel("1") + cel("intaker"))
    row = f"<w:sdt><w:sdtContent><w:tr>{cel('A') + cel('B') + cel('C')}</w:tr></w:sdtContent></w:sdt>"
    head = "".join(f"<w:tr>{r}</w:tr>" for r in [cel("K1", vet=True) + cel("K2", vet=True) + cel("K3", vet=True)])
    nested = f"<w:tr>{cel('x')}{cel('y')}<w:tc>{alinea('z')}{inner}</w:tc></w:tr>"
    assert [text for _, text in blokken(lees(docx(f"<w:tbl>{head}{row}{nested}</w:tbl>")))] == [
        "K1: A | K2: B | K3: C",
        "K1: x | K2: y | K3: z",
        "Stap: 1 | Wie: intaker",
    ]


def test_huge_span_is_cheap(lees):
    """A cell that claims twenty million columns is only a cell."""
    body = tabel(cel("a", '<w:gridSpan w:val="20000000"/>') + cel("b"), cel("c") + cel("d"))
    assert lees(docx(body)).toestand == Toestand.GELEZEN


def test_notes_stand_where_they_are_referred_to(lees, blokken):
    """Footnotes and comments follow their paragraph; headers stand once in front."""
    ref = '<w:p><w:r><w:t>Zin met noot.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    parts = {
        "footnotes": f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0">{alinea("--")}</w:footnote>'
        f'<w:footnote w:id="2">{alinea("De noot.")}</w:footnote></w:footnotes>',
        "comments": f'<w:comments {W}><w:comment w:id="0">{alinea("Klopt dit?")}</w:comment></w:comments>',
        "header1": f"<w:hdr {W}>{alinea('Versie 2')}</w:hdr>",
        "header2": f"<w:hdr {W}>{alinea('Versie 2')}</w:hdr>",
    }
    document = lees(docx(ref + alinea("Daarna."), parts))
    assert blokken(document) == [
        ("kopregel", "Versie 2"),
        ("alinea", "Zin met noot."),
        ("voetnoot", "De noot."),
        ("alinea", "Daarna."),
        ("opmerking", "Klopt dit?"),
    ]
    assert ("heeft_opmerkingen", "ja") in document.eigenschappen


def test_table_of_contents(lees, blokken):
    """Contents lines are kept apart, by style and by their dots."""
    body = alinea("1 Klachten 4", "Inhopg1") + alinea("2 Privacy ........ 5") + alinea("Tekst.")
    assert blokken(lees(docx(body))) == [
        ("inhoudsopgave", "1 Klachten 4"),
        ("inhoudsopgave", "2 Privacy ........ 5"),
        ("alinea", "Tekst."),
    ]


def test_characters_are_literal_and_clean(lees, blokken):
    """Spaces are single, soft hyphens go, a non-breaking hyphen is a hyphen, accents are one character."""
    body = (
        "<w:p><w:r><w:t>jeugd\u00adhulp  é\u00a0n </w:t></w:r><w:r><w:tab/><w:t>zzp</w:t><w:noBreakHyphen/>"
        "<w:t>er</w:t></w:r></w:p>"
    )
    assert blokken(lees(docx(body))) == [("alinea", "jeugdhulp é n zzp-er")]


def test_typed_dashes_after_breaks_are_items(lees, blokken):
    """Line breaks with typed dashes make a list; breaks alone do not cut a sentence."""
    body = (
        "<w:p><w:r><w:t>Nodig:</w:t><w:br/><w:t>- een VOG</w:t><w:br/><w:t>- een diploma</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>Een zin</w:t><w:br/><w:t>over twee regels.</w:t></w:r></w:p>"
    )
    document = lees(docx(body))
    assert blokken(document) == [
        ("alinea", "Nodig:"),
        ("lijstitem", "een VOG"),
        ("lijstitem", "een diploma"),
        ("alinea", "Een zin over twee regels."),
    ]
    assert document.passages[1].inleiding == "Nodig:"


def test_strict_namespace(lees, blokken):
    """The strict variant of the format reads alike."""
    strict = W.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", STRICT)
    body = f"<w:document {strict}><w:body>{alinea('Strikt.')}</w:body></w:document>"
    data = pakket(
        {
            "[Content_Types].xml": f'<Types><Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>',
            "_rels/.rels": rels(("officeDocument", "word/document.xml")),
            "word/document.xml": body,
        }
    )
    assert blokken(lees(data)) == [("alinea", "Strikt.")]


def test_macros_are_named(lees):
    """A file with macros is read; the macros are only mentioned."""
    document = lees(docx(alinea("Tekst."), main_type="application/vnd.ms-word.document.macroEnabled.main+xml"), "a.docx")
    assert document.soort == "docm"
    with_macro = pakket({**uitgepakt(docx(alinea("Tekst."))), "word/vbaProject.bin": b"x"})
    assert ("macros", "ja") in lees(with_macro).eigenschappen


def test_properties(lees):
    """Author, dates and title are kept; the date of an empty template and a made-up title are not."""
    core = (
        '<cp:p xmlns:cp="c" xmlns:dc="d" xmlns:t="t"><dc:creator>Wies</dc:creator><dc:title>{}</dc:title>'
        "<t:created>2013-12-23T23:15:00Z</t:created><t:modified>2025-03-03T10:00:00Z</t:modified></cp:p>"
    )
    delen = uitgepakt(docx(alinea("Beleid", "Kop1")))
    document = lees(pakket({**delen, "docProps/core.xml": core.format("Handboek")}))
    assert document.eigenschappen == (("auteur", "Wies"), ("gewijzigd", "2025-03-03"))
    assert document.titel == "Handboek"
    made_up = lees(pakket({**delen, "docProps/core.xml": core.format("Microsoft Word - handboek")}))
    assert made_up.titel == "Beleid"


def test_python_docx_agrees(lees):
    """A document of another writer gives all its words in order."""
    import docx as library

    source = library.Document()
    source.add_heading("Beleid", 1)
    source.add_paragraph("Een alinea.")
    source.add_paragraph("punt", style="List Bullet")
    out = io.BytesIO()
    source.save(out)
    document = lees(out.getvalue())
    assert [(p.soort, p.tekst) for p in document.passages] == [
        (Soort.KOP, "Beleid"),
        (Soort.ALINEA, "Een alinea."),
        (Soort.LIJSTITEM, "punt"),
    ]
