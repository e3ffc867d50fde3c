"""Agenda: deadlines of people and dates that have passed, as a calendar file (RFC 5545)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from checker.rapporten import werk
from checker.rapporten.bestand import vervang
from checker.rapporten.opmaak import veilig
from checker.registers.datum import find_datums

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checker.resultaat import Resultaat, Signaal

_REGEL = 75  # RFC 5545, 3.1: octets per line, the line break left out
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\t": " "})


@dataclass(frozen=True, slots=True, kw_only=True)
class Dag:
    """One day in the calendar: what is due then and why."""

    dag: date
    titel: str
    uitleg: str


def write(resultaat: Resultaat, path: Path) -> None:
    """Write the calendar; the same resultaat gives the same bytes."""
    with vervang(path) as tijdelijk:
        tijdelijk.write_bytes(render(resultaat).encode("utf-8"))


def render(resultaat: Resultaat) -> str:
    """Return the calendar as text with the line ends that the standard asks for."""
    stempel = "".join(c for c in resultaat.peildatum[:10] if c.isdigit()).ljust(8, "0")
    regels = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//checker//gapanalyse//NL", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    regels.append(f"X-WR-CALNAME:{_text(f'Verbeterpunten {resultaat.dossier.naam}')}")
    for dag in find_dagen(resultaat):
        regels += _event(dag, stempel)
    return "".join(f"{_fold(regel)}\r\n" for regel in (*regels, "END:VCALENDAR"))


def find_dagen(resultaat: Resultaat) -> tuple[Dag, ...]:
    """All days: deadlines of work that is still to be done, and dates at which something expired."""
    gevonden = dict.fromkeys((*_deadlines(resultaat), *_acties(resultaat), *_verlopen(resultaat)))
    return tuple(sorted(gevonden, key=lambda d: (d.dag, d.titel, d.uitleg)))


def _deadlines(resultaat: Resultaat) -> Iterator[Dag]:
    for bevinding in resultaat.bevindingen:
        mens = bevinding.beoordeling or {}
        dag = _iso(mens.get("deadline", ""))
        if dag is None or mens.get("status") in werk.AF:
            continue
        wie = f" ({mens['eigenaar']})" if mens.get("eigenaar") else ""
        ontbreekt = "\n".join(f"- {hiaat}" for hiaat in bevinding.hiaten)
        yield Dag(dag=dag, titel=f"Deadline {bevinding.norm_id}: {bevinding.titel}{wie}", uitleg=ontbreekt or bevinding.reden)


def _acties(resultaat: Resultaat) -> Iterator[Dag]:
    for stuk in werk.acties(resultaat):
        dag = _iso(stuk.velden.get("deadline", ""))
        if dag is None or stuk.velden.get("status") in werk.AF:
            continue
        wie = f" ({stuk.velden['eigenaar']})" if stuk.velden.get("eigenaar") else ""
        yield Dag(dag=dag, titel=f"Deadline actie: {stuk.wat.titel}{wie}", uitleg=f"{stuk.wat.benodigd_bewijs}\nNormen: {', '.join(stuk.wat.norm_ids)}")


def _verlopen(resultaat: Resultaat) -> Iterator[Dag]:
    for signaal in resultaat.signalen:
        dag = _verloopdag(signaal) if signaal.soort == "verlopen" else None
        if dag is not None:
            yield Dag(
                dag=dag, titel=f"Verlopen: {signaal.document.rsplit('/', 1)[-1]}",
                uitleg=f'{signaal.melding}\n"{signaal.citaat}"\n{signaal.document}, {signaal.plaats}',
            )


def _verloopdag(signaal: Signaal) -> date | None:
    """The date that the message names, else the last one in the quote; of a month or year its end."""
    for text in (signaal.melding, signaal.citaat):
        datums = [datum for datum, _, _ in find_datums(text)]
        if datums:
            return datums[-1].einde
    return None


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _event(dag: Dag, stempel: str) -> Iterator[str]:
    kenmerk = hashlib.sha256(f"{dag.dag}\n{dag.titel}\n{dag.uitleg}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
    yield "BEGIN:VEVENT"
    yield f"UID:{kenmerk}@checker"
    yield f"DTSTAMP:{stempel}T000000Z"
    yield f"DTSTART;VALUE=DATE:{dag.dag.isoformat().replace('-', '')}"  # without an end it takes that one day
    yield f"SUMMARY:{_text(dag.titel)}"
    yield f"DESCRIPTION:{_text(dag.uitleg)}"
    yield "TRANSP:TRANSPARENT"
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P7D", f"DESCRIPTION:{_text(dag.titel)}", "END:VALARM")
    yield "END:VEVENT"


def _text(text: str) -> str:
    return veilig(text).translate(_ESCAPES)


def _fold(regel: str) -> str:
    """Break a long line between characters, never inside one."""
    delen: list[str] = []
    deel, maat = "", 0
    for teken in regel:
        lengte = len(teken.encode("utf-8"))
        if maat + lengte > _REGEL - bool(delen):
            delen.append(deel)
            deel, maat = "", 0
        deel, maat = deel + teken, maat + lengte
    return "\r\n ".join([*delen, deel])
