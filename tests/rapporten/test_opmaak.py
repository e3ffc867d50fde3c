"""Text, words and numbers look the same, and safe, in every report."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.kaders.model import Niveau, Oordeel
from checker.rapporten import opmaak
from checker.rapporten.opmaak import Stijl, datum, getal, inkorten, opsomming, procent, veilig

_TABELLEN = (
    opmaak.OORDELEN,
    opmaak.STATUSSEN,
    opmaak.ERNST,
    opmaak.NIVEAUS,
    opmaak.ZEKERHEDEN,
    opmaak.KLASSEN,
    opmaak.TOESTANDEN,
)
_ALLES = st.text(st.characters(codec=None, exclude_categories=()))


@given(_ALLES)
def test_veilig_text_can_be_written_in_xml(text: str) -> None:
    """What remains is allowed in XML 1.0, can be encoded, and has no control of direction."""
    schoon = veilig(text)
    schoon.encode("utf-8")
    for teken in schoon:
        assert teken in "\t\n" or unicodedata.category(teken) not in {"Cc", "Cs"}
        assert unicodedata.bidirectional(teken) not in {"RLO", "LRO", "RLE", "LRE", "PDF", "RLI"}
        assert ord(teken) & 0xFFFE != 0xFFFE


@given(_ALLES)
def test_veilig_is_stable(text: str) -> None:
    assert veilig(veilig(text)) == veilig(text)


@given(st.text(st.characters(codec="ascii", categories=("L", "N", "P", "S", "Zs"))))
def test_veilig_keeps_plain_text(text: str) -> None:
    assert veilig(text) == text


def test_veilig_shows_what_it_takes_away_from_the_eye() -> None:
    assert veilig("a\u202egnp\x00\r\ne\u0301") == "a[U+202E]gnp\n\u00e9"


@given(st.text(), st.integers(min_value=20, max_value=80))
def test_inkorten_never_exceeds_the_maximum(text: str, maximum: int) -> None:
    kort = inkorten(text, maximum)
    assert len(kort) <= maximum
    assert kort == text or kort.endswith(opmaak.INGEKORT)


@pytest.mark.parametrize(
    ("iso", "nederlands"),
    [
        ("2026-11-22", "22 november 2026"),
        ("2026-03-01", "1 maart 2026"),
        ("2026-13-01", "2026-13-01"),
        ("2026-11-22T09:30:00", "22 november 2026"),
        ("2026-11-22 bellen met Jan", "2026-11-22 bellen met Jan"),
        ("onbekend", "onbekend"),
        ("", ""),
    ],
)
def test_datum(iso: str, nederlands: str) -> None:
    assert datum(iso) == nederlands


def test_getallen_zijn_nederlands() -> None:
    assert getal(1234.5, 1) == "1.234,5"
    assert procent(1, 3) == "33%"
    assert procent(0, 0) == "0%"
    assert opsomming(["a", "b", "c"]) == "a, b en c"


def test_remarks_become_sentences() -> None:
    assert opmaak.zin("geen bewijs gevonden ") == "Geen bewijs gevonden."
    assert opmaak.zin("Klopt dit?") == "Klopt dit?"
    assert opmaak.zin("") == ""


def test_every_word_of_the_contract_has_a_style() -> None:
    assert set(opmaak.OORDELEN) == set(Oordeel)
    assert set(opmaak.NIVEAUS) == set(Niveau)


def test_words_are_unique_and_readable() -> None:
    """Colour is never the only difference, and the text on it has enough contrast."""
    for tabel in _TABELLEN:
        woorden = [stijl.woord for stijl in tabel.values()]
        assert len(set(woorden)) == len(woorden)
        for stijl in tabel.values():
            assert _contrast(stijl) >= 4.5, stijl


def _contrast(stijl: Stijl) -> float:
    licht, donker = sorted((_helder(stijl.kleur), _helder(stijl.tekstkleur)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def _helder(kleur: str) -> float:
    delen = [int(kleur[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    rood, groen, blauw = (d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in delen)
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def test_an_unknown_key_is_shown_not_dropped() -> None:
    assert opmaak.stijl(opmaak.STATUSSEN, "iets_nieuws").woord == "Iets nieuws"


@pytest.mark.parametrize(
    ("sleutel", "woord"),
    [("rie", "RI&E"), ("missie_visie", "Missie en visie"), ("certificaat", "Certificaat of polis"), ("professioneel_statuut", "Professioneel statuut")],
)
def test_a_kind_of_document_reads_as_people_write_it(sleutel: str, woord: str) -> None:
    """A key that is no word by itself has its own spelling; the others lose their underscores."""
    assert opmaak.leesbaar(sleutel) == woord
