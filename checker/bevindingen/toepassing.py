"""Toepassing: does a norm or onderdeel apply to this practice, and on what ground?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.begrippen.expressie import parse_groep
from checker.bewijs.uitspraak import by_rules
from checker.profiel import BESTAND, KENMERKEN

if TYPE_CHECKING:
    from checker.index import Index
    from checker.profiel import Profiel


@dataclass(frozen=True, slots=True)
class Grond:
    """Why something does not apply: a sentence for the report and where it was found."""

    reden: str
    document: str = ""
    citaat: str = ""


class Toepassing:
    """Answers whether conditions hold, from the profile first and then from the dossier."""

    def __init__(self, profiel: Profiel, index: Index) -> None:
        """Keep the profile; the dossier is searched only for what it does not say."""
        self._profiel = profiel
        self._denied = _denials(index)

    def not_applicable(self, conditions: str) -> Grond | None:
        """The ground on which ``a+b`` does not hold; None when it applies or is not known."""
        for condition in (part.strip() for part in conditions.split("+") if part.strip()):
            holds = self._profiel.holds(condition)
            if holds is False:
                meaning = KENMERKEN.get(condition, condition.replace("_", " "))
                return Grond(f"Volgens {BESTAND} geldt niet dat de praktijk: {meaning}.")
            if holds is None and condition in self._denied:
                return self._denied[condition]
        return None


def _denials(index: Index) -> dict[str, Grond]:
    """Conditions that the dossier itself denies, with the sentence that does so."""
    found: dict[str, Grond] = {}
    for condition, group in _terms().items():
        groep = parse_groep(group, {}, group)
        for zin, treffers in sorted(index.treffers(groep).items()):
            unit = index.zinnen[zin]
            if unit.passage < 0 or condition in found:
                continue
            token = unit.tokens[treffers[0].plek]
            if by_rules(unit.tekst, ((token.van, token.tot),)).soort == "ontkend" and _general(unit.tekst):
                document = index.dossier.documenten[unit.document].pad
                found[condition] = Grond(f'Het dossier zegt zelf: "{unit.tekst}" ({document}).', document, unit.tekst)
    return found


def _general(sentence: str) -> bool:
    """A denial of the whole kind of work, not of a detail: short and about the practice."""
    from checker.bewijs.uitspraak import cue_groups, fold_keep_length

    words = sentence.split()
    return len(words) <= 30 and bool(cue_groups()["aanbod_ontkend"].search(fold_keep_length(sentence)))


def _terms() -> dict[str, str]:
    from importlib.resources import files

    import yaml

    raw = yaml.safe_load(files("checker.bevindingen").joinpath("toepassing.yaml").read_text("utf-8"))
    return {str(key): str(value[0]) for key, value in raw.items()}
