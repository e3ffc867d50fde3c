"""Datum: a day, month or year as people write it in Dutch documents and sheets."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAANDEN = {
    naam: nummer
    for nummer, namen in enumerate(
        (
            "januari jan", "februari feb febr", "maart mrt maa", "april apr", "mei", "juni jun", "juli jul",
            "augustus aug", "september sep sept", "oktober okt oct", "november nov", "december dec",
        ),
        start=1,
    )
    for naam in namen.split()
}
_MAAND = "|".join(sorted(_MAANDEN, key=len, reverse=True))
_JAAR = r"(?:(?:19|20)\d\d)"
_KORT = rf"(?:{_JAAR}|['’‘]\s?\d\d|\d\d)"
_PROZA = re.compile(
    rf"(?<![\d.,])(?P<ij>{_JAAR})-(?P<im>\d{{1,2}})-(?P<id>\d{{1,2}})(?!\d)"
    rf"|(?<![\d.,])(?P<sj>{_JAAR})/(?P<sm>\d{{1,2}})/(?P<sd>\d{{1,2}})(?!\d)"
    rf"|(?<![\d.,/-])(?P<nd>\d{{1,2}})\s?[-/.]\s?(?P<nm>\d{{1,2}})\s?[-/.]\s?(?P<nj>{_JAAR}|\d\d)(?![\d/-])"
    rf"|(?<![\d.,])(?P<wd>\d{{1,2}})\s?[-.]?\s?(?P<wm>{_MAAND})\b\.?[\s-]*(?P<wj>{_KORT})(?!\d)"
    rf"|\b(?P<sz>einde?|begin|medio|q[1-4]|(?:het )?voorjaar|(?:de )?zomer|(?:het )?najaar)(?: van)? (?P<sy>{_JAAR})(?!\d)"
    rf"|\b(?P<mm>{_MAAND})\b\.?[\s-]*(?P<mj>{_JAAR}|['’‘]\s?\d\d)(?!\d)",
    re.IGNORECASE,
)
_CEL_MAAND = re.compile(rf"(?P<m>\d{{1,2}})[-/](?P<j>{_JAAR})")
_CEL_JAAR = re.compile(rf"{_JAAR}")
_CEL_GETAL = re.compile(r"\d{5}(?:[.,]\d+)?")
_CEL_KAAL = re.compile(r"(?P<j>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)")
_TIJD = re.compile(r"[T\s]\d{1,2}:\d\d.*$")
_DELEN = {
    "q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12), "begin": (1, 3), "voorjaar": (3, 6), "medio": (5, 7),
    "zomer": (6, 8), "najaar": (9, 12), "eind": (10, 12), "einde": (10, 12),
}
_NUL = date(1899, 12, 30)  # Excel counts from here, its leap year 1900 included
_EERSTE_DAG, _LAATSTE_DAG = 14_000, 80_000  # 1938 to 2119: outside this a number is no date
_EEUWGRENS = 70


@dataclass(frozen=True, slots=True, order=True)
class Datum:
    """A date with the precision it was written in: ``begin`` and ``einde`` are the same for a day."""

    begin: date
    einde: date

    @property
    def dag(self) -> bool:
        """Whether a single day was written."""
        return self.begin == self.einde

    def nl(self) -> str:
        """The date as Dutch readers write it; only the parts that were written."""
        if self.dag:
            return f"{self.begin:%d-%m-%Y}"
        return f"{self.begin:%m-%Y}" if self.begin.month == self.einde.month else str(self.begin.year)


@lru_cache(maxsize=20_000)
def parse_datum(text: str) -> Datum | None:
    """Read a cell as one date; None when it holds no date or something besides a date."""
    clean = _TIJD.sub("", text.strip()).strip(" .")
    if match := _PROZA.fullmatch(clean):
        return _from_match(match)
    if match := _CEL_KAAL.fullmatch(clean):
        return _dag(int(match["j"]), int(match["m"]), int(match["d"]))
    if match := _CEL_MAAND.fullmatch(clean):
        return _maand(int(match["j"]), int(match["m"]))
    if _CEL_JAAR.fullmatch(clean):
        return Datum(date(int(clean), 1, 1), date(int(clean), 12, 31))
    if _CEL_GETAL.fullmatch(clean):
        return _serial(int(clean[:5]))
    return None


def find_datums(text: str) -> Iterator[tuple[Datum, int, int]]:
    """The dates in running text with their offsets; impossible dates are left out."""
    for match in _PROZA.finditer(text):
        datum = _from_match(match)
        if datum is not None:
            yield datum, match.start(), match.end()


def looks_like_datum(text: str) -> bool:
    """Whether a cell seems meant as a date: mostly digits with date signs, or a month name."""
    clean = _TIJD.sub("", text.strip())
    digits = sum(char.isdigit() for char in clean)
    return bool(re.fullmatch(r"[\doOlI]{1,4}\s?[-/.]\s?[\doOlI]{1,2}\s?[-/.]\s?[\doOlI]{1,4}", clean)) or (
        digits >= 2 and bool(re.fullmatch(rf"\d{{1,2}}\s(?:{_MAAND})\.?\s\S{{2,4}}", clean, re.IGNORECASE))
    )


def plus_maanden(dag: date, maanden: int) -> date:
    """The same day some months later; the last day of a shorter month."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + maanden, 12)
    return date(jaar, maand + 1, min(dag.day, monthrange(jaar, maand + 1)[1]))


def _from_match(match: re.Match[str]) -> Datum | None:
    if match["ij"]:
        return _dag(int(match["ij"]), int(match["im"]), int(match["id"]))
    if match["sj"]:
        return _dag(int(match["sj"]), int(match["sm"]), int(match["sd"]))
    if match["nd"]:
        return _dag(_jaar(match["nj"]), int(match["nm"]), int(match["nd"]))
    if match["wd"]:
        return _dag(_jaar(match["wj"]), _MAANDEN[match["wm"].lower()], int(match["wd"]))
    if match["sz"]:
        return _deel(int(match["sy"]), match["sz"].lower().split()[-1])
    return _maand(_jaar(match["mj"]), _MAANDEN[match["mm"].lower()])


def _deel(jaar: int, naam: str) -> Datum:
    eerste, laatste = _DELEN[naam]
    return Datum(date(jaar, eerste, 1), date(jaar, laatste, monthrange(jaar, laatste)[1]))


def _jaar(text: str) -> int:
    number = int(text.strip("'’‘ "))
    if number >= 1000:
        return number
    return number + (1900 if number >= _EEUWGRENS else 2000)


def _dag(jaar: int, maand: int, dag: int) -> Datum | None:
    try:
        value = date(jaar, maand, dag)
    except ValueError:
        return None
    return Datum(value, value)


def _maand(jaar: int, maand: int) -> Datum | None:
    if not 1 <= maand <= 12:
        return None
    return Datum(date(jaar, maand, 1), date(jaar, maand, monthrange(jaar, maand)[1]))


def _serial(number: int) -> Datum | None:
    if not _EERSTE_DAG <= number <= _LAATSTE_DAG:
        return None
    value = _NUL + timedelta(days=number)
    return Datum(value, value)
