"""PDF: lines become the paragraphs, headings, lists and rows that a reader sees."""

from __future__ import annotations

import io

import pytest

from checker.dossier import Limieten, Soort, Toestand
from tests.dossier.bouwsels import pdf, regels
from tests.veiligheid.kwaad import pdf_met_kringboom

VOL = "Deze regel is zo lang dat hij tot aan de rechterkant van de bladspiegel loopt en"


def test_wrapped_lines_are_one_paragraph(lees, blokken):
    """A line break inside a sentence is no paragraph; a short last line ends one."""
    data = pdf(
        regels(VOL, "hier verder gaat.", "Een nieuwe alinea begint hier en loopt door tot de kant van het blad en", "stopt.")
    )
    assert blokken(lees(data)) == [
        ("alinea", f"{VOL} hier verder gaat."),
        ("alinea", "Een nieuwe alinea begint hier en loopt door tot de kant van het blad en stopt."),
    ]


@pytest.mark.parametrize(
    ("einde", "begin", "samen"),
    [
        ("de risico-", "inventarisatie", "de risico-inventarisatie"),
        ("de gedrags-", "wetenschapper", "de gedragswetenschapper"),
        ("in-", "en uitstroom", "in- en uitstroom"),
        ("het EU-", "Recht", "het EU-Recht"),
        ("de-", "escalatie", "de-escalatie"),
        ("een NVRG-", "registratie", "een NVRG-registratie"),
    ],
)
def test_hyphens_at_line_ends(lees, einde, begin, samen):
    """A broken word becomes whole; a real hyphen stays, also when the document uses it elsewhere."""
    data = pdf(regels(f"{VOL} {einde}", f"{begin} volgt.", "Elders staat risico-inventarisatie voluit."))
    assert f"en {samen} volgt." in lees(data).passages[0].tekst


def test_running_headers_are_kept_once(lees, blokken):
    """Headers and numbered footers leave the flow and stand once in the document; a word cut by the page end is whole."""
    flow = ("Pagina 1 is af.", "Pagina 2 zegt dat wij de klachtenre-", "geling kennen.")
    paginas = [
        [(72, 30, "Handboek versie 2"), *regels(text, y=700), (72, 810, f"Vertrouwelijk - pagina {nr}")]
        for nr, text in enumerate(flow, 1)
    ]
    texts = blokken(lees(pdf(*paginas)))
    assert [t for k, t in texts if k == "kopregel"] == ["Handboek versie 2", "Vertrouwelijk - pagina 1"]
    assert ("alinea", "Pagina 2 zegt dat wij de klachtenregeling kennen.") in texts


def test_sentence_over_a_page_end(lees):
    """A sentence that runs on is one passage, placed where it begins."""
    data = pdf(regels(VOL, y=700), regels("op de volgende bladzijde eindigt.", "", y=100))
    passage = lees(data).passages[0]
    assert passage.tekst == f"{VOL} op de volgende bladzijde eindigt."
    assert passage.vindplaats.pagina == 1


def test_headings_by_size_weight_and_number(lees):
    """Large or bold short lines are headings; numbers give the level; a bold sentence is text."""
    data = pdf(
        [
            (72, 80, "Beleidsplan", "Helvetica-Bold", 20),
            (72, 120, "1 Missie", "Helvetica-Bold", 14),
            (72, 140, "Wij helpen gezinnen."),
            (72, 170, "1.1 Visie", "Helvetica-Bold", 12),
            (72, 190, "Wij kijken naar patronen."),
            (72, 220, "Begrippen", "Helvetica-Bold", 10),
            (72, 240, "Dit is vet maar een zin.", "Helvetica-Bold", 10),
            (72, 260, "Gewone tekst die de maat van het lopende verhaal bepaalt, en nog wat meer."),
        ]
    )
    document = lees(data)
    assert [(p.tekst, p.vindplaats.sectie) for p in document.passages if p.soort == Soort.KOP] == [
        ("Beleidsplan", ()),
        ("1 Missie", ()),
        ("1.1 Visie", ("1 Missie",)),
        ("Begrippen", ("1 Missie", "1.1 Visie")),
    ]
    assert "Dit is vet maar een zin." in [p.tekst for p in document.passages if p.soort == Soort.ALINEA]


def test_bullets_with_hanging_lines(lees):
    """Signs and numbers start items; a hanging line belongs to its item; the lead is kept."""
    data = pdf(
        [
            *regels("Een medewerker heeft nodig:"),
            (80, 133, "• een verklaring omtrent het gedrag die niet ouder is dan drie"),
            (90, 146, "maanden"),
            (80, 159, "• een diploma"),
            (72, 185, "Daarna volgt gewone tekst die weer van de kantlijn af begint."),
        ]
    )
    items = [p for p in lees(data).passages if p.soort == Soort.LIJSTITEM]
    assert [p.tekst for p in items] == ["een verklaring omtrent het gedrag die niet ouder is dan drie maanden", "een diploma"]
    assert {p.inleiding for p in items} == {"Een medewerker heeft nodig:"}


def test_hanging_sentence_of_an_item(lees):
    """A new sentence on a hanging line still belongs to the item."""
    data = pdf(
        [
            (72, 100, "1. Meldingen van het eerste kwartaal zijn besproken in het team en dat viel niet mee voor ons."),
            (88, 113, "Verder niets bijzonders."),
            (72, 126, "2. Rondvraag."),
        ]
    )
    assert [p.tekst for p in lees(data).passages] == [
        "Meldingen van het eerste kwartaal zijn besproken in het team en dat viel niet mee voor ons. Verder niets bijzonders.",
        "Rondvraag.",
    ]


def test_bold_quotation_is_text(lees):
    """Bold lines that run on are a paragraph, not a heading per line."""
    bold = (
        "De aanbieder verleent verantwoorde hulp, waaronder wordt verstaan hulp van een goed niveau, die",
        "doelmatig is,",
        "(vrij naar de wet)",
    )
    data = pdf(
        [(72, 100 + 13 * nr, text, "Helvetica-Bold", 10) for nr, text in enumerate(bold)]
        + [(72, 180 + 13 * nr, f"{VOL} {nr}") for nr in range(4)]
    )
    document = lees(data)
    assert Soort.KOP not in {p.soort for p in document.passages}
    assert document.passages[0].tekst.startswith(f"{bold[0]} {bold[1]}")


def test_bands_of_colour_hide_edges(lees):
    """Where an edge is not drawn the words still stand in their columns; text across an edge is one cell."""
    lijnen = [line for line in _ruled(100, 3) if line[0] != 270 or line[0] != line[2]]
    lijnen += [(270, 100, 270, 130), (270, 160, 270, 190)]
    data = pdf(
        [
            (75, 112, "Wie"),
            (275, 112, "Taak"),
            (75, 142, "Wies"),
            (275, 142, "bevestigt"),
            (75, 172, "Joris"),
            (275, 172, "hoort"),
        ],
        lijnen=lijnen,
    )
    assert [p.tekst for p in lees(data).passages] == ["Wie: Wies | Taak: bevestigt", "Wie: Joris | Taak: hoort"]


def _ruled(y0: float, rows: int) -> list[tuple[float, float, float, float]]:
    bottom = y0 + 30 * rows
    across = [(70, y0 + 30 * n, 470, y0 + 30 * n) for n in range(rows + 1)]
    return [*across, *((x, y0, x, bottom) for x in (70, 270, 470))]


def test_ruled_table(lees):
    """Ruling lines make rows and cells; a cell of two lines is one text."""
    data = pdf(
        [
            (72, 80, "Boven de tabel staat een zin."),
            (75, 112, "Wie"), (275, 112, "Taak"),
            (75, 142, "Wies"), (275, 142, "bevestigt de ont-"), (275, 154, "vangst"),
            (75, 172, "Joris"), (275, 172, "hoort"),
            (72, 230, "Onder de tabel ook."),
        ],
        lijnen=_ruled(100, 3),
    )  # fmt: skip
    assert [p.tekst for p in lees(data).passages] == [
        "Boven de tabel staat een zin.",
        "Wie: Wies | Taak: bevestigt de ontvangst",
        "Wie: Joris | Taak: hoort",
        "Onder de tabel ook.",
    ]


def test_word_broken_by_a_narrow_column(lees):
    """A word that the document knows is whole again in a column too narrow for it."""
    data = pdf(
        [
            (72, 80, "Elke maand is er werkbegeleiding voor iedereen."),
            (75, 112, "Wat"), (275, 112, "Wie"),
            (75, 142, "Werkbegeleid"), (75, 154, "ing"), (275, 142, "Sanne"),
        ],
        lijnen=_ruled(100, 2),
    )  # fmt: skip
    assert lees(data).passages[1].tekst == "Wat: Werkbegeleiding | Wie: Sanne"


def test_table_over_a_page_end(lees):
    """Rows on the next page keep the columns of the table; a row that was cut is joined."""
    lijnen = _ruled(100, 2)
    first = [(75.0, 112.0, "Wie"), (275.0, 112.0, "Taak"), (75.0, 142.0, "Wies"), (275.0, 142.0, "bevestigt")]
    second = [(275.0, 112.0, "binnen een week"), (75.0, 142.0, "Joris"), (275.0, 142.0, "hoort")]
    rows = [p.tekst for p in lees(pdf(first, second, lijnen=lijnen)).passages]
    assert rows == ["Wie: Wies | Taak: bevestigt binnen een week", "Wie: Joris | Taak: hoort"]


def test_table_without_ruling(lees):
    """Aligned columns over three rows or more make a table."""
    rows = [
        ("Functie", "Fte", "Register"),
        ("psycholoog", "0,8", "BIG"),
        ("orthopedagoog", "0,6", "SKJ"),
        ("begeleider", "1,0", "SKJ"),
    ]
    data = pdf([(x, 100 + 15 * n, t) for n, row in enumerate(rows) for x, t in zip((72, 220, 330), row, strict=True)])
    assert lees(data).passages[0].tekst == "Functie: psycholoog | Fte: 0,8 | Register: BIG"


@pytest.mark.parametrize("across", [True, False])
def test_two_columns(lees, across):
    """Columns read one after the other, whether drawn line by line across or column by column."""
    left = [f"Links staat regel {n} van de lopende tekst" for n in range(10)]
    right = [f"rechts staat regel {n} van de lopende tekst" for n in range(10)]
    a = [(60.0, 100.0 + 13 * n, t) for n, t in enumerate(left)]
    b = [(320.0, 100.0 + 13 * n, t) for n, t in enumerate(right)]
    drawn = [x for pair in zip(a, b, strict=True) for x in pair] if across else [*a, *b]
    text = " ".join(p.tekst for p in lees(pdf(drawn)).passages)
    assert text.index("Links staat regel 9") < text.index("rechts staat regel 0")


def test_form_fields(lees):
    """What someone filled in is read with its name."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, invariant=True)
    canvas.drawString(72, 700, "Naam:")
    canvas.acroForm.textfield(name="naam_klager", value="Jan de Vries", x=150, y=690, width=200, height=20)
    canvas.acroForm.checkbox(name="akkoord", checked=True, x=150, y=650)
    canvas.save()
    fields = [p.tekst for p in lees(out.getvalue()).passages if p.soort == Soort.FORMULIER]
    assert fields == ["naam_klager: Jan de Vries", "☒ akkoord: aangevinkt"]


def test_bookmarks_give_levels(lees):
    """The outline of the file decides the level of its headings."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, invariant=True)
    y = 780
    for title, level in (("Klachten", 0), ("Regeling", 1), ("Privacy", 0)):
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(72, y, title)
        canvas.bookmarkPage(title)
        canvas.addOutlineEntry(title, title, level)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(72, y - 20, "Onder deze kop staat een gewone zin met genoeg woorden erin.")
        y -= 60
    canvas.save()
    paths = [p.vindplaats.sectie for p in lees(out.getvalue()).passages if p.soort == Soort.ALINEA]
    assert paths == [("Klachten",), ("Klachten", "Regeling"), ("Privacy",)]


def _scan() -> bytes:
    from PIL import Image, ImageDraw, ImageFont
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    picture = Image.new("L", (1240, 1754), 255)
    ImageDraw.Draw(picture).text((150, 200), "Bewijs van aansluiting", fill=0, font=ImageFont.load_default(48))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=True)
    canvas.drawImage(ImageReader(picture), 0, 0, 595, 842)
    canvas.save()
    return out.getvalue()


def test_scan_without_recognition(lees):
    """A picture of a page is no empty document: it is named, with what to do."""
    document = lees(_scan(), limieten=Limieten(ocr_paginas=0))
    assert document.toestand == Toestand.SCAN
    assert "afbeeldingen zonder tekst" in document.melding


def test_scan_with_recognition(lees):
    """With the program the text is read and flagged as recognised."""
    from checker.dossier.ocr import tesseract

    if not tesseract():
        pytest.skip("tesseract met nld ontbreekt")
    document = lees(_scan())
    assert document.toestand == Toestand.GELEZEN
    assert [(p.tekst, p.kenmerken) for p in document.passages] == [("Bewijs van aansluiting", frozenset({"ocr"}))]
    assert "tekstherkenning" in document.melding


def test_password(lees):
    """A user password gives a clear state; an owner password only forbids copying."""
    assert lees(pdf(regels("Geheim."), encrypt="wachtwoord")).toestand == Toestand.VERSLEUTELD


def test_broken_and_too_long(lees):
    """A cut file is no stop; pages beyond the limit are named."""
    data = pdf(regels("Een."), regels("Twee."), regels("Drie."))
    assert lees(b"%PDF-1.4\nniets").toestand == Toestand.FOUT
    document = lees(data, limieten=Limieten(pdf_paginas=2))
    assert document.toestand == Toestand.DEELS
    assert [p.tekst for p in document.passages] == ["Een.", "Twee."]
    assert "eerste 2 van 3 pagina's" in document.melding


def test_pages_are_counted(lees):
    """Page numbers count from one and paragraphs start anew on each page."""
    places = [p.vindplaats for p in lees(pdf(regels("Een."), regels("Twee."))).passages]
    assert [(v.pagina, v.plaats) for v in places] == [(1, "alinea 1"), (2, "alinea 1")]


def test_a_damaged_file_after_a_locked_one_is_damaged(lees):
    """PDFium keeps the error of the file before; the state of a file may not depend on its neighbours."""
    import pypdf

    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("geheim")
    locked = io.BytesIO()
    writer.write(locked)
    assert lees(locked.getvalue()).toestand is Toestand.VERSLEUTELD
    assert lees(pdf_met_kringboom()).toestand is Toestand.FOUT
