"""Dates as people write them: property tests on days, months, serials and impossible dates."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.registers.datum import find_datums, looks_like_datum, parse_datum, plus_maanden

DAGEN = st.dates(min_value=date(1970, 1, 1), max_value=date(2069, 12, 31))
MAANDEN = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")
KORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
VORMEN = (
    lambda d: d.isoformat(),
    lambda d: f"{d.isoformat()}T00:00:00",
    lambda d: f"{d.isoformat()} 09:30",
    lambda d: f"{d.day}-{d.month}-{d.year}",
    lambda d: f"{d:%d-%m-%Y}",
    lambda d: f"{d:%d/%m/%Y}",
    lambda d: f"{d.day}.{d.month}.{d.year}",
    lambda d: f"{d:%d-%m-%y}",
    lambda d: f"{d.day} {MAANDEN[d.month - 1]} {d.year}",
    lambda d: f"{d.day} {MAANDEN[d.month - 1].upper()} {d.year}",
    lambda d: f"{d.day} {KORT[d.month - 1]} '{d:%y}",
    lambda d: f"{d.day} {KORT[d.month - 1]}. {d.year}",
    lambda d: f"{d.day}-{KORT[d.month - 1]}-{d.year}",
    lambda d: f"{d:%Y%m%d}",
    lambda d: f" {d.isoformat()} ",
)


@given(DAGEN, st.sampled_from(VORMEN))
def test_every_way_of_writing_gives_the_same_day(dag, vorm):
    datum = parse_datum(vorm(dag))
    assert datum is not None
    assert (datum.begin, datum.einde) == (dag, dag)


@given(DAGEN, st.sampled_from(VORMEN[:1] + VORMEN[3:6] + VORMEN[8:12]))
def test_a_date_is_found_in_running_text_at_its_place(dag, vorm):
    text = f"Geldig tot en met {vorm(dag)}, daarna niet meer."
    found = list(find_datums(text))
    assert [datum.begin for datum, _van, _tot in found] == [dag]
    assert text[found[0][1] : found[0][2]].strip(" .") in vorm(dag)


@given(st.dates(min_value=date(1940, 1, 1), max_value=date(2100, 12, 31)))
def test_an_excel_serial_is_the_day_excel_means(dag):
    serial = (dag - date(1899, 12, 30)).days
    assert parse_datum(str(serial)).begin == dag
    assert parse_datum(f"{serial}.5").begin == dag


@given(st.integers(1970, 2069), st.integers(1, 12))
def test_a_month_runs_to_its_last_day(jaar, maand):
    for text in (f"{MAANDEN[maand - 1]} {jaar}", f"{maand:02d}-{jaar}", f"{KORT[maand - 1]} '{jaar % 100:02d}"):
        datum = parse_datum(text)
        assert datum.begin == date(jaar, maand, 1)
        assert (datum.einde + timedelta(days=1)).day == 1
        assert not datum.dag


@pytest.mark.parametrize("jaar", [1900, 2023, 2025, 2100])
def test_29_february_exists_only_in_a_leap_year(jaar):
    assert parse_datum(f"29-02-{jaar}") is None
    assert looks_like_datum(f"29-02-{jaar}")
    assert parse_datum("29-02-2024").begin == date(2024, 2, 29)


@pytest.mark.parametrize("text", ["", " ", "-", "n.v.t.", "lopend", "zie map 3", "aangevraagd", "geen", "jan", "maart", "12", "123456", "99999", "1,5 fte"])
def test_what_is_no_date_stays_no_date(text):
    assert parse_datum(text) is None
    assert not looks_like_datum(text)


@pytest.mark.parametrize("text", ["31-02-2024", "2024-13-01", "32-01-2025", "1-1-2O24", "00-05-2024", "30 feb 2024"])
def test_a_date_that_cannot_exist_is_seen_as_meant(text):
    assert parse_datum(text) is None
    assert looks_like_datum(text)


@given(st.text(max_size=40))
def test_no_text_breaks_the_parser(text):
    parse_datum(text)
    looks_like_datum(text)
    list(find_datums(text))


@given(DAGEN, st.integers(1, 120))
def test_adding_months_never_skips_a_month(dag, maanden):
    later = plus_maanden(dag, maanden)
    assert (later.year - dag.year) * 12 + later.month - dag.month == maanden
    assert later.day <= dag.day


def test_a_phone_number_or_code_is_no_date():
    assert list(find_datums("Bel 0800-2000 of kijk bij artikel 4.1.6 en norm 3.4.2.")) == []


def test_future_dates_are_dates():
    assert parse_datum("31-12-2099") is None or parse_datum("31-12-2099").begin.year == 2099
    assert parse_datum("31 december 2060").begin == date(2060, 12, 31)
