"""Tijd: the longest time that a demand allows, as a begrip with every time that is short enough.

"Binnen 3 weken" is not shown by a passage that says "binnen zes weken".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_WOORDEN = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
# Name, plural, length in days; a working week has five working days.
_EENHEDEN = (("uur", "uur", 1 / 24), ("dag", "dagen", 1.0), ("werkdag", "werkdagen", 7 / 5), ("week", "weken", 7.0), ("maand", "maanden", 30.0), ("jaar", "jaar", 365.0))
# What practices write; a number in between is rare and makes the list long.
_GETALLEN = (*range(1, 13), 14, 15, 20, 21, 24, 28, 30, 36, 42, 48, 60, 72, 90)
_GRENS = re.compile(
    rf"\b(?:binnen|uiterlijk|hooguit|hoogstens|maximaal|max\.?)(?: \w+)? (?P<getal>\d{{1,3}}|{'|'.join(_WOORDEN)}) (?P<eenheid>werkdag|dag|week|weken|maand|uur|jaar)(?:en)?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grens:
    """The longest time, such as 3 weken, and the termen for every time that is not longer."""

    titel: str
    termen: tuple[str, ...]

    def naam_in(self, kader_id: str) -> str:
        """The name of the begrip; with the kader in it, because all kaders of a run share their begrippen."""
        return f"{kader_id}_{self.titel.replace(' ', '_')}"


def find_grens(text: str) -> Grens | None:
    """The longest time that a demand allows; None when it names none, or more than one."""
    found = list(_GRENS.finditer(text))
    if len(found) != 1:
        return None
    word = found[0]["getal"].lower()
    number = int(word) if word.isdigit() else _WOORDEN.index(word) + 1
    place = next(p for p, (name, plural, _) in enumerate(_EENHEDEN) if found[0]["eenheid"].lower() in (name, plural))
    name, plural, size = _EENHEDEN[place]
    if number < 1:
        return None
    termen = [term for other in _EENHEDEN[: place + 1] for term in _terms(other, number * size) if _near(other[2], size)]
    return Grens(titel=f"hoogstens {number} {name if number == 1 else plural}", termen=tuple(dict.fromkeys([*termen, *_terms(_EENHEDEN[place], number * size, (number,))])))


def _near(smaller: float, size: float) -> bool:
    """Nobody states months in hours."""
    return size / smaller < 35


def _terms(eenheid: tuple[str, str, float], limit: float, numbers: tuple[int, ...] = _GETALLEN) -> list[str]:
    name, plural, size = eenheid
    found = []
    for number in numbers:
        # A hair of room: five working days are a week, also in floating point.
        if number * size <= limit + 1e-6:
            noun = name if number == 1 else plural
            found.append(f"{number}_{noun}")
            if number <= len(_WOORDEN):
                found.append(f"{_WOORDEN[number - 1]}_{noun}")
    return found
