"""Toepassing: does a norm or onderdeel apply to this practice, and on what ground?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.begrippen.expressie import parse_groep
from checker.bewijs.gelijkenis import SMALLEST
from checker.bewijs.uitspraak import BEVESTIGD, by_rules, find_cue, fold_keep_length
from checker.kaders.kenmerken import KENMERKEN
from checker.profiel import BESTAND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.bewijs.verzamelen import Verzamelaar
    from checker.index import Zin
    from checker.profiel import Profiel

_ENOUGH = 3  # sentences about other work
_LONGEST = 30  # words of a denial of a whole kind of work
_NAMED = re.compile(r"(?:Stichting|Vereniging|Praktijk|Gemeente|Co(?:ö|o)peratie)\s+((?:(?:De|Het|de|het|van)\s+)?[A-Z][\w-]+)")
_OURS, _BEFORE = frozenset(("onze", "ons", "mijn")), 3


@dataclass(frozen=True, slots=True)
class Grond:
    """Why something does not apply: a sentence for the report and where it was found; ``afgeleid`` when nobody says so in words."""

    reden: str
    document: str = ""
    citaat: str = ""
    afgeleid: bool = False


class Toepassing:
    """Answers whether conditions hold, from the profile first and then from the dossier."""

    def __init__(self, profiel: Profiel, verzamelaar: Verzamelaar) -> None:
        """Keep the profile; the dossier is searched only for what it does not say."""
        self._profiel = profiel
        self._denied = dict(_denials(verzamelaar, profiel.naam))

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


def _denials(verzamelaar: Verzamelaar, name: str) -> Iterator[tuple[str, Grond]]:
    """Conditions that the dossier itself shows not to hold: it denies them and nowhere affirms them, or is about other work."""
    for condition, kenmerk in _kenmerken().items():
        mentions = list(_mentions(verzamelaar, kenmerk["woorden"]))
        denial = next((unit for unit, place in mentions if _denies(verzamelaar, unit, place, name)), None)
        if denial and not any(_owns(unit, place) for unit, place in mentions):
            document = verzamelaar.index.dossier.documenten[denial.document].pad
            yield condition, Grond(f'Het dossier zegt zelf: "{denial.tekst}" ({document}).', document, denial.tekst)
        elif "werkveld" in kenmerk:
            yield from ((condition, grond) for grond in _other_work(verzamelaar, **kenmerk["werkveld"]))


def _mentions(verzamelaar: Verzamelaar, terms: str) -> Iterator[tuple[Zin, int]]:
    """The sentences where any of the terms stands, in order, and at which token."""
    index = verzamelaar.index
    for zin, treffers in sorted(index.treffers(parse_groep(terms, {}, terms)).items()):
        if zin in verzamelaar.citeerbaar:
            yield index.zinnen[zin], treffers[0].plek


def _other_work(verzamelaar: Verzamelaar, *, naam: str, woorden: str, ander_werk: str) -> Iterator[Grond]:
    """The ground that a dossier of some size is about other work and nowhere names this field of work."""
    index = verzamelaar.index
    if len(verzamelaar.citeerbaar) < SMALLEST or index.treffers(parse_groep(woorden, {}, woorden)):
        return
    other = [unit for unit, _ in _mentions(verzamelaar, ander_werk) if verzamelaar.says(unit).soort == BEVESTIGD.soort]
    if len(other) >= _ENOUGH:
        telling = next((unit for unit in other if find_cue("eigen_stem", fold_keep_length(unit.tekst))), other[0])
        document = index.dossier.documenten[telling.document].pad
        reden = f'Het dossier gaat over ander werk ("{telling.tekst}", {document}) en noemt nergens {naam}. Klopt dat niet, zeg het dan in {BESTAND}.'
        yield Grond(reden, document, telling.tekst, afgeleid=True)


def _denies(verzamelaar: Verzamelaar, unit: Zin, place: int, name: str) -> bool:
    """Whether a sentence denies the whole kind of work for the practice itself, and nothing around it makes that void."""
    token = unit.tokens[place]
    own = by_rules(unit.tekst, ((token.van, token.tot),))
    if own.soort != "ontkend" or not _general(unit.tekst) or _of_another(unit.tekst, name):
        return False
    return verzamelaar.around(unit, BEVESTIGD).soort == BEVESTIGD.soort


def _general(sentence: str) -> bool:
    """A denial of the whole kind of work, not of a detail: short and about the practice."""
    return len(sentence.split()) <= _LONGEST and bool(find_cue("aanbod_ontkend", fold_keep_length(sentence)))


def _of_another(sentence: str, name: str) -> bool:
    """Whether the sentence opens with the name of an organisation that is not this practice."""
    named = _NAMED.match(sentence)
    return named is not None and not find_cue("eigen_stem", fold_keep_length(sentence)) and named.group(1).casefold() not in name.casefold()


def _owns(unit: Zin, place: int) -> bool:
    """Whether the practice calls it its own: "onze twaalf vrijwilligers"."""
    before = {token.woord for token in unit.tokens[max(0, place - _BEFORE) : place]}
    return bool(before & _OURS) and by_rules(unit.tekst).soort == "bevestigd"


def _kenmerken() -> dict[str, Any]:
    from importlib.resources import files

    import yaml

    raw: dict[str, Any] = yaml.safe_load(files("checker.bevindingen").joinpath("toepassing.yaml").read_text("utf-8"))
    return raw
