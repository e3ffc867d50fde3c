"""Getallen: numbers, terms and frequencies as Dutch text writes them, made comparable."""

from __future__ import annotations

import re

_WOORDEN = {
    woord: getal
    for getal, namen in enumerate(
        "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien "
        "achttien negentien twintig eenentwintig tweeentwintig drieentwintig vierentwintig vijfentwintig zesentwintig "
        "zevenentwintig achtentwintig negenentwintig dertig".split()
    )
    for woord in [namen]
} | {"geen": 0, "anderhalf": 1.5, "half": 0.5, "veertig": 40, "vijftig": 50, "zestig": 60, "tachtig": 80, "honderd": 100}
GETAL = r"(?:\d+(?:,\d+)?|" + "|".join(sorted(_WOORDEN, key=len, reverse=True)) + ")"
_DAGEN = {
    "uur": 1 / 24, "uren": 1 / 24, "etmaal": 1, "dag": 1, "dagen": 1, "werkdag": 1.4, "werkdagen": 1.4, "week": 7, "weken": 7,
    "maand": 30.4, "maanden": 30.4, "kwartaal": 91.3, "kwartalen": 91.3, "jaar": 365.25, "jaren": 365.25,
}
_EENHEID = "|".join(sorted(_DAGEN, key=len, reverse=True))
TERMIJN = re.compile(rf"\b(?P<getal>{GETAL})[ -](?P<eenheid>{_EENHEID})\b|\((?P<e2>weken|maanden|dagen)\)\D{{0,12}}(?P<g2>\d+(?:,\d+)?)")
_WEEKDAG = r"(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:ochtend|middag)?"
_VAST = (
    (re.compile(r"\bhalfjaarlijks|\b(?:elk|ieder|per|om het) half ?jaar|\belke zes maanden|\btwee ?(?:keer|maal) per jaar|\btweemaal per jaar"), 2.0),
    (re.compile(r"\btwee ?maandelijks|\bom de (?:andere|twee) maanden?|\belke twee maanden"), 6.0),
    (re.compile(r"\btwee ?wekelijks|\b(?:elke|iedere|per|om de|eens per|een keer per) (?:twee|2) weken|\bom de (?:andere )?week|\beens in de twee weken"), 26.0),
    (re.compile(rf"\b(?:elke|iedere) (?:eerste|tweede|derde|vierde|laatste) {_WEEKDAG} van de maand|\bmaandelijks|\b(?:elke|iedere|per|eens per|een keer per|eenmaal per) maand"), 12.0),
    (re.compile(rf"\bwekelijks|\b(?:elke|iedere|per|eens per|een keer per) week|\b(?:elke|iedere) {_WEEKDAG}"), 52.0),
    (re.compile(r"\bdriemaandelijks|\b(?:elk|ieder|per|eens per|een keer per) kwartaal|\bkwartaallijks"), 4.0),
    (re.compile(r"\bjaarlijks|\b(?:elk|ieder|per|eens per|een keer per|eenmaal per|om het) jaar"), 1.0),
)
_KEER = re.compile(rf"\b(?:minimaal |minstens |ten minste |ongeveer )?({GETAL}) ?(?:keer|maal|x) (?:per|in het|in een) (jaar|maand|week|kwartaal)")
_ELKE = re.compile(rf"\b(?:elke|iedere|om de|eens per|eens in de|een keer per|een keer in de|per) ({GETAL}) ({_EENHEID})\b")
_PER_JAAR = {"jaar": 1, "maand": 12, "week": 52, "kwartaal": 4}


def number(text: str) -> float | None:
    """The value of a number in digits or words; None when it is neither."""
    plain = text.strip().replace(",", ".")
    if re.fullmatch(r"\d+(?:\.\d+)?", plain):
        return float(plain)
    value = _WOORDEN.get(plain.replace("ë", "e").replace("é", "e"))
    return None if value is None else float(value)


def term_days(match: re.Match[str]) -> float:
    """The length of a matched term in days; five working days count as a week."""
    value = number(match["getal"] or match["g2"]) or 0.0
    return value * _DAGEN[match["eenheid"] or match["e2"]]


def frequency(text: str) -> tuple[float, int, int] | None:
    """How often a year something happens, and where the text says so; text is folded."""
    if match := _KEER.search(text):
        return (number(match.group(1)) or 0.0) * _PER_JAAR[match.group(2)], match.start(), match.end()
    if match := _ELKE.search(text):
        days = (number(match.group(1)) or 0.0) * _DAGEN[match.group(2)]
        if days:
            return 365.25 / days, match.start(), match.end()
    for pattern, value in _VAST:
        if match := pattern.search(text):
            return value, match.start(), match.end()
    return None


def spoken_days(days: float) -> str:
    """A length in days as people say it."""
    if days >= 13 and days < 120:
        return f"{round(days / 7)} weken"
    if days >= 120:
        return f"{round(days / 30.4)} maanden"
    return f"{round(days)} dagen"
