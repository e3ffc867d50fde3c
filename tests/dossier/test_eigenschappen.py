"""Properties: no visible text is lost or doubled, passages count without gaps, reading is stable."""

from __future__ import annotations

import html
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.dossier import Document
from checker.dossier.bron import Bron
from checker.dossier.codec import decode, encode
from checker.dossier.lezen import read_bytes
from checker.dossier.schoon import clean
from checker.dossier.tekst import join_hyphens
from tests.dossier.bouwsels import alinea, cel, docx, tabel

WOORD = st.text("abcdeéëxyzABC0123456789'()", min_size=1, max_size=9)
ZIN = st.lists(WOORD, min_size=1, max_size=12).map(" ".join)
ZINNEN = st.lists(ZIN, min_size=1, max_size=12)


def _words(text: str) -> list[str]:
    return re.findall(r"[\w'()]+", text)


def _read(data: bytes, naam: str) -> Document:
    return read_bytes(naam, Bron(data=data, naam=naam))[0]


def _all_words(document: Document) -> list[str]:
    return [word for p in document.passages for word in _words(p.tekst)]


@given(ZINNEN, st.sampled_from(["", "Kop1", "Lijst"]), st.booleans())
@settings(max_examples=60, deadline=None)
def test_word_keeps_all_text(zinnen, stijl, vet):
    """Every word of a docx is read once, in order."""
    texts = [f"Zin: {zin}" for zin in zinnen]
    document = _read(docx("".join(alinea(text, stijl, vet=vet) for text in texts)), "a.docx")
    assert _all_words(document) == [word for text in texts for word in _words(text)]
    assert [p.nr for p in document.passages] == list(range(len(document.passages)))


@given(st.lists(st.tuples(ZIN, ZIN, ZIN), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_tables_keep_all_cells(rijen):
    """Every cell of a table stands in a row, or names its column."""
    document = _read(docx(tabel(*("".join(cel(text) for text in rij) for rij in rijen))), "a.docx")
    read = set(_all_words(document))
    assert {word for rij in rijen for text in rij for word in _words(text)} <= read


@given(ZINNEN)
@settings(max_examples=100, deadline=None)
def test_text_keeps_all_words(zinnen):
    """Every word of a text file is read once, in order, up to the signs of lists."""
    text = "\n".join(f"Zin: {zin}." for zin in zinnen)
    document = _read(text.encode(), "a.txt")
    assert _all_words(document) == _words(text)


@given(ZINNEN, st.sampled_from(["p", "div", "h2", "li", "td", "span", "blockquote"]))
@settings(max_examples=100, deadline=None)
def test_html_keeps_all_words(zinnen, tag):
    """Every word of a web page is read, whatever element holds it."""
    body = " ".join(f"<{tag}>Zin: {html.escape(zin)}.</{tag}>" for zin in zinnen)
    document = _read(f"<html><body>{body}</body></html>".encode(), "a.html")
    expected = [word for zin in zinnen for word in _words(f"Zin: {zin}.")]
    assert _all_words(document) == expected


@given(st.text())
def test_clean_is_stable(text):
    """Cleaning twice changes nothing, and nothing invisible is left."""
    once = clean(text)
    assert clean(once) == once
    assert not re.search("[\x00-\x1f\u00ad\ufffe\ud800-\udfff]|  ", once)


@given(st.binary(max_size=400), st.sampled_from(["a.docx", "a.txt", "a.html", "a.csv", "a.eml", "a.md"]))
@settings(max_examples=150, deadline=None)
def test_any_bytes_give_a_document(data, naam):
    """No bytes whatever stop the reading, and the document survives the pipe."""
    document = _read(data, naam)
    assert decode(encode(document)) == document


@given(ZINNEN)
def test_join_keeps_letters(zinnen):
    """Joining lines changes only spaces and hyphens."""
    joined = join_hyphens(zinnen)
    assert joined.replace(" ", "").replace("-", "") == "".join(zinnen).replace(" ", "").replace("-", "")
