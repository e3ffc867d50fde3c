"""Cel: the value of one cell as text, and as an oordeel, a day or a status."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from checker.rapporten.excel.namen import STATUSSEN
from checker.rapporten.excel.stand import clean
from checker.rapporten.opmaak import OORDELEN
from checker.registers.datum import parse_datum

if TYPE_CHECKING:
    from collections.abc import Callable

_OORDELEN = {str(sleutel): str(sleutel) for sleutel in OORDELEN} | {
    stijl.woord.casefold(): str(sleutel) for sleutel, stijl in OORDELEN.items()
}
_STATUSSEN = {status.casefold(): status for status in STATUSSEN}
_FOUTWAARDEN = ("#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!")


class CelFoutError(ValueError):
    """A cell that cannot be taken over; its text is Dutch and follows "de kolom X: "."""


class ZonderUitkomstError(CelFoutError):
    """A formula of which the program that saved it kept no outcome: what the person meant is unknown."""


def as_text(waarde: object) -> str:
    """Write a value of Excel as text; a whole number has no decimals."""
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "Ja" if waarde else "Nee"
    if isinstance(waarde, float) and waarde.is_integer():
        return str(int(waarde))
    if isinstance(waarde, datetime) and waarde.time() == time():
        return waarde.date().isoformat()
    if isinstance(waarde, date | datetime):
        return waarde.isoformat()
    return clean(str(waarde))


def as_oordeel(waarde: object) -> str:
    """Read a verdict by its word or key."""
    text = _plain(waarde)
    if text and text.casefold() not in _OORDELEN:
        woorden = ", ".join(stijl.woord for stijl in OORDELEN.values())
        raise CelFoutError(f'het oordeel "{text[:60]}" bestaat niet. Kies uit: {woorden}')
    return _OORDELEN[text.casefold()] if text else ""


def as_status(waarde: object) -> str:
    """Read a status by its word."""
    text = _plain(waarde)
    if text and text.casefold() not in _STATUSSEN:
        raise CelFoutError(f'de status "{text[:60]}" bestaat niet. Kies uit: {", ".join(STATUSSEN)}')
    return _STATUSSEN[text.casefold()] if text else ""


def as_day(waarde: object) -> str:
    """Read a day: a date of Excel, its number, or a date in words."""
    if isinstance(waarde, date):
        return (waarde.date() if isinstance(waarde, datetime) else waarde).isoformat()
    text = _plain(waarde)
    if not text:
        return ""
    datum = parse_datum(text)
    if datum is None or not datum.dag:
        raise CelFoutError(f'"{text[:60]}" is geen datum. Schrijf dag-maand-jaar, zoals 31-12-2026')
    return datum.begin.isoformat()


def _plain(waarde: object) -> str:
    text = as_text(waarde)
    if text in _FOUTWAARDEN:
        raise CelFoutError(f"de formule geeft een fout ({text}). Vul de waarde zelf in")
    return text


READERS: dict[str, Callable[[object], str]] = {
    "oordeel": as_oordeel,
    "status": as_status,
    "deadline": as_day,
    "datum": as_day,
    "nagegaan_op": as_day,
}
"""How the columns are read that hold more than text."""


def read_cel(sleutel: str, waarde: object) -> str:
    """Read a cell of the column with this key.

    Raises:
        CelFoutError: the value does not fit the column.
    """
    return READERS.get(sleutel, _plain)(waarde)
