"""Groei: the growth level (0 to 5) that follows from the indicators of a norm.

The rules are those of the Flemish model (presentation of the quality day of 21 October 2016): a level holds only
when all indicators of it and of every lower level hold, a score is one whole digit, and the organisation scores
as its lowest department. Indicators come from the kader; where there are none, there is no level.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from checker.bevindingen.oordeel import DEELS, GEDEKT, NIET_GEDEKT, NIET_UIT_PAPIER, NVT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.kaders.model import Norm
    from checker.resultaat import OnderdeelUitkomst

HOOGSTE = 5
VUL_IN = "niet te bepalen: vul de indicatoren in"
_WEAKEST_FIRST = (NIET_GEDEKT, NIET_UIT_PAPIER, DEELS, GEDEKT)
_SHOWN = 4


class Conclusie(StrEnum):
    """What an inspection says of a self-evaluation, and the case in which papers cannot tell."""

    BEVESTIGD = "niveau bevestigd, geen indicatoren van een hoger niveau"
    NIET_BEVESTIGD = "niveau niet bevestigd, geen indicatoren van een hoger niveau"
    BEVESTIGD_HOGER = "niveau bevestigd, al wel indicatoren van een hoger niveau"
    NIET_BEVESTIGD_HOGER = "niveau niet bevestigd, al wel indicatoren van een hoger niveau"
    ONBEKEND = "niet te bepalen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Groeistand:
    """Where a norm stands on the levels.

    Attributes:
        niveau: 0 to 5, or None when it cannot be told.
        gehaald: the indicators that hold, of this level and lower.
        hoger: the indicators of higher levels that hold already.
        ontbreekt: the indicators of the next level that do not hold.
        oorzaak: why there is no level, or why it goes no higher though nothing is missing.
    """

    niveau: int | None
    gehaald: tuple[OnderdeelUitkomst, ...] = ()
    hoger: tuple[OnderdeelUitkomst, ...] = ()
    ontbreekt: tuple[OnderdeelUitkomst, ...] = ()
    oorzaak: str = ""

    @property
    def label(self) -> str:
        """One digit, or that it cannot be told."""
        return f"groeiniveau {self.niveau}" if self.niveau is not None else "groeiniveau niet te bepalen"


def grow(uitkomsten: Iterable[OnderdeelUitkomst]) -> Groeistand:
    """The level that the outcomes of the indicators hold up; onderdelen without a level do not count."""
    indicatoren = sorted((u for u in uitkomsten if u.groeiniveau), key=_level)
    if not indicatoren:
        return Groeistand(niveau=None, oorzaak=VUL_IN)
    applying = [u for u in indicatoren if u.status != NVT]
    if not applying:
        return Groeistand(niveau=None, oorzaak="niet van toepassing")
    defined = {_level(u) for u in indicatoren}
    level = 0
    while level + 1 in defined and all(u.status == GEDEKT for u in applying if _level(u) == level + 1):
        level += 1
    if 1 not in defined:
        return Groeistand(niveau=None, hoger=_holding(applying, 1, HOOGSTE), oorzaak="niet te bepalen: vul de indicatoren van niveau 1 in")
    return Groeistand(
        niveau=level, gehaald=_holding(applying, 1, level), hoger=_holding(applying, level + 1, HOOGSTE),
        ontbreekt=tuple(u for u in applying if _level(u) == level + 1 and u.status != GEDEKT),
        oorzaak="" if level == HOOGSTE or level + 1 in defined else f"voor niveau {level + 1} zijn geen indicatoren ingevuld",
    )


def _level(uitkomst: OnderdeelUitkomst) -> int:
    return uitkomst.groeiniveau or 0


def _holding(uitkomsten: Sequence[OnderdeelUitkomst], van: int, tot: int) -> tuple[OnderdeelUitkomst, ...]:
    return tuple(u for u in uitkomsten if van <= _level(u) <= tot and u.status == GEDEKT)


def merge_departments(afdelingen: Sequence[Sequence[OnderdeelUitkomst]]) -> list[OnderdeelUitkomst]:
    """Every onderdeel as weak as it is in the department where it is weakest; so the lowest department counts."""
    weakest: dict[str, OnderdeelUitkomst] = {}
    for uitkomsten in afdelingen:
        for uitkomst in uitkomsten:
            old = weakest.setdefault(uitkomst.id, uitkomst)
            if uitkomst.status != NVT and (old.status == NVT or _rank(uitkomst) < _rank(old)):
                weakest[uitkomst.id] = replace(old, status=uitkomst.status, hiaat=uitkomst.hiaat, reden=uitkomst.reden)
    return list(weakest.values())


def _rank(uitkomst: OnderdeelUitkomst) -> int:
    return _WEAKEST_FIRST.index(uitkomst.status)


def conclude(zelf: int, stand: Groeistand) -> Conclusie:
    """Put a self-evaluation beside what the documents show; one of the four conclusions."""
    if stand.niveau is None or (stand.niveau < zelf and not stand.ontbreekt):
        return Conclusie.ONBEKEND
    higher = any(_level(u) > zelf for u in (*stand.gehaald, *stand.hoger))
    if stand.niveau >= zelf:
        return Conclusie.BEVESTIGD_HOGER if higher else Conclusie.BEVESTIGD
    return Conclusie.NIET_BEVESTIGD_HOGER if higher else Conclusie.NIET_BEVESTIGD


def motivate(stand: Groeistand) -> str:
    """A draft of the motivation per thema: why this level, what already holds of a higher one, what is missing."""
    if stand.niveau is None:
        return _sentence(f"Groeiniveau {stand.oorzaak}")
    parts = [_held(stand)]
    if stand.ontbreekt:
        parts.append(f"Voor niveau {stand.niveau + 1} ontbreekt in de documenten: {_list(stand.ontbreekt)}.")
    if stand.hoger:
        parts.append(f"Van een hoger niveau is er al: {_list(stand.hoger, level=True)}.")
    if stand.oorzaak:
        parts.append(_sentence(stand.oorzaak))
    return " ".join(parts)


def _held(stand: Groeistand) -> str:
    if stand.niveau == 0:
        return "Niveau 0: nog niet alle indicatoren van niveau 1 staan in de documenten."
    levels = "niveau 1" if stand.niveau == 1 else f"niveau 1 tot en met {stand.niveau}"
    return f"Niveau {stand.niveau}: alle indicatoren van {levels} staan in de documenten ({_list(stand.gehaald)})."


def _list(uitkomsten: Sequence[OnderdeelUitkomst], *, level: bool = False) -> str:
    texts = [u.tekst.rstrip(".") + (f" (niveau {u.groeiniveau})" if level else "") for u in uitkomsten]
    rest = len(texts) - _SHOWN
    return "; ".join(texts[:_SHOWN]) + (f"; en nog {rest}" if rest > 0 else "")


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def level_label(norm: Norm, uitkomsten: Sequence[OnderdeelUitkomst]) -> str:
    """The label of a norm with indicators; empty for any other norm and where it does not apply."""
    return grow(uitkomsten).label if _graded(norm, uitkomsten) else ""


def level_reason(norm: Norm, uitkomsten: Sequence[OnderdeelUitkomst]) -> str:
    """What the reason of a bevinding says about the level; empty where there are no levels."""
    if _graded(norm, uitkomsten):
        return " " + motivate(grow(uitkomsten))
    return f" Groeiniveau {VUL_IN}." if norm.sectorgemiddelde else ""


def _graded(norm: Norm, uitkomsten: Sequence[OnderdeelUitkomst]) -> bool:
    return any(o.groeiniveau for o in norm.onderdelen) and any(u.status != NVT for u in uitkomsten)
