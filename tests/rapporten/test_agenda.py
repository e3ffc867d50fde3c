"""The calendar: one day per deadline and expiry date, in lines that every program reads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from checker.rapporten import agenda
from checker.resultaat import Resultaat
from tests.rapporten.voorbeeld import VIJANDIG, maak_resultaat


def met_deadline(**velden: str) -> Resultaat:
    een, *rest = maak_resultaat().bevindingen
    return replace(maak_resultaat(), bevindingen=(replace(een, beoordeling={"deadline": "2026-12-31", **velden}), *rest))


def lees(tekst: str) -> list[dict[str, str]]:
    """A small reader of the standard: unfold, split, unescape; the alarm inside an event is skipped."""
    regels = tekst.replace("\r\n ", "").split("\r\n")
    assert (regels[0], regels[-2], regels[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR", "")
    dagen: list[dict[str, str]] = []
    binnen = ""
    for regel in regels:
        naam, _, waarde = regel.partition(":")
        if naam == "BEGIN":
            binnen = waarde
            dagen += [{}] if waarde == "VEVENT" else []
        elif naam == "END":
            binnen = "VEVENT" if waarde == "VALARM" else ""
        elif binnen == "VEVENT":
            dagen[-1][naam] = waarde.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
    return dagen


def test_deadlines_and_expiry_dates_are_days() -> None:
    dagen = lees(agenda.render(met_deadline(eigenaar="Sanne, Piet; en \\ Jan")))
    assert [(d["DTSTART;VALUE=DATE"], d["SUMMARY"]) for d in dagen] == [
        ("20250501", "Verlopen: Kwaliteitshandboek 2025.docx"),
        ("20261231", "Deadline JIJ-1.1: De klachtenregeling werkt (Sanne, Piet; en \\ Jan)"),
    ]
    assert "geldig tot 1 mei 2025" in dagen[0]["DESCRIPTION"]
    assert len({d["UID"] for d in dagen}) == 2


def test_what_is_done_or_has_no_date_is_left_out() -> None:
    for velden in ({"status": "Klaar"}, {"status": "Vervalt"}, {"deadline": ""}, {"deadline": "ooit"}):
        assert [d.dag for d in agenda.find_dagen(met_deadline(**velden))] == [date(2025, 5, 1)]
    signaal = replace(maak_resultaat().signalen[5], citaat="de polis is verlopen")
    assert agenda.find_dagen(replace(maak_resultaat(), signalen=(signaal,))) == ()


def test_lines_are_short_and_hostile_text_stays_inside() -> None:
    tekst = agenda.render(met_deadline(eigenaar=VIJANDIG + "\nBEGIN:VEVENT\r\nUID:kwaad 😀" + "é" * 200))
    assert all(len(regel.encode()) <= 75 for regel in tekst.split("\r\n"))
    assert "\n" not in tekst.replace("\r\n", "")
    assert len(lees(tekst)) == 2
    assert "é" * 200 in lees(tekst)[1]["SUMMARY"]


def test_last_day_of_the_calendar_and_empty_run() -> None:
    assert "DTSTART;VALUE=DATE:99991231" in agenda.render(met_deadline(deadline="9999-12-31"))
    assert lees(agenda.render(replace(maak_resultaat(), bevindingen=(), signalen=()))) == []
