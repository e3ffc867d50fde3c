"""The outcome of one onderdeel: gedekt, deels or not, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.bevindingen.oordeel import DEELS, GEDEKT, NIET_GEDEKT, NIET_UIT_PAPIER, NVT
from checker.bewijs.niveau import highest
from checker.bewijs.score import drempel, samen
from checker.kaders.model import NIVEAU_RANG, Niveau

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.bevindingen.toepassing import Grond
    from checker.bewijs.verzamelen import Kandidaat
    from checker.kaders.model import Onderdeel

MAX_BEWIJS, MAX_TEGENBEWIJS = 3, 2
_NOT_COUNTING = {
    "bevestigd": "de gevonden passage lijkt erop, maar te weinig om te tellen: lees haar zelf na",
    "ontkend": "de gevonden passage zegt dat dit er niet is",
    "voornemen": "het is alleen een voornemen",
    "in_ontwikkeling": "het is nog in ontwikkeling of onder revisie",
    "verwijzing": "er wordt alleen verwezen naar een andere plek",
    "definitie": "de passage geeft een definitie of een wettekst, niet de eigen werkwijze",
    "historisch": "de passage gaat over vroeger of over iets dat verlopen is",
    "sjabloon": "de passage is een niet ingevuld sjabloon",
    "vraag": "de passage is een vraag",
    "kopie": "de passage is de tekst van de norm zelf",
    "andere_organisatie": "het document is van een andere organisatie",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Weging:
    """What an onderdeel came to, with the candidates that made it so.

    ``stil`` means that nothing in the dossier even resembles the onderdeel.
    """

    onderdeel: Onderdeel
    status: str
    niveau: Niveau
    bewijs: tuple[Kandidaat, ...]
    tegenbewijs: tuple[Kandidaat, ...]
    hiaat: str
    reden: str
    stil: bool = False


def weigh(onderdeel: Onderdeel, candidates: Sequence[Kandidaat], grond: Grond | None) -> Weging:
    """Decide the status of one onderdeel; the stricter side wins when passages disagree."""
    if grond is not None:
        return _plain(onderdeel, NVT, "", grond.reden)
    if not onderdeel.uit_papier:
        return _plain(onderdeel, NIET_UIT_PAPIER, f"Niet uit documenten vast te stellen: {_lower(onderdeel.tekst)}",
                      "Documenten kunnen dit niet laten zien; een gesprek of dossiertoets wel.")
    found = _spread([k for k in candidates if k.telt])
    likely = _together(found) >= drempel("deels")
    counting, unsure = (found, []) if likely else ([], found)
    against = (*(k for k in candidates if k.sprekend and not k.telt), *unsure)[:MAX_TEGENBEWIJS]
    status, reden = _status(onderdeel, counting, against)
    return Weging(
        onderdeel=onderdeel, status=status, niveau=highest([k.bewijs.niveau for k in counting]),
        bewijs=tuple(counting), tegenbewijs=against,
        hiaat="" if status == GEDEKT else _hiaat(onderdeel, status, reden), reden=reden, stil=not candidates,
    )


def _plain(onderdeel: Onderdeel, status: str, hiaat: str, reden: str) -> Weging:
    return Weging(
        onderdeel=onderdeel, status=status, niveau=Niveau.GEEN, bewijs=(), tegenbewijs=(), hiaat=hiaat, reden=reden
    )


def _status(onderdeel: Onderdeel, counting: Sequence[Kandidaat], against: Sequence[Kandidaat]) -> tuple[str, str]:
    if not counting:
        if against:
            return NIET_GEDEKT, _NOT_COUNTING[against[0].bewijs.uitspraak]
        return NIET_GEDEKT, "geen bewijs gevonden in de aangeleverde documenten"
    direct = [k for k in counting if _in_full(onderdeel, k)]
    if not direct or _together([k for k in counting if not k.zwak]) < drempel("gedekt"):
        return DEELS, "alleen indirect bewijs: de passage wijst erop maar zegt het niet volledig of niet stellig"
    reached = [k for k in direct if NIVEAU_RANG[k.bewijs.niveau] >= NIVEAU_RANG[onderdeel.niveau]]
    if not reached:
        return DEELS, f"het bewijs laat {direct[0].bewijs.niveau} zien, nodig is {onderdeel.niveau}"
    denial = _contradicted(direct, against)
    if denial:
        return DEELS, f"een andere passage spreekt dit tegen ({denial.bewijs.document})"
    return GEDEKT, "direct en bevestigd bewijs gevonden"


def _together(passages: Sequence[Kandidaat]) -> float:
    """How likely it is that at least one of these passages shows the onderdeel."""
    return samen([kandidaat.bewijs.score for kandidaat in passages])


def _in_full(onderdeel: Onderdeel, kandidaat: Kandidaat) -> bool:
    """Whether a passage counts in full; an indicator of a growth level must be said in its own words.

    Indicators of one thema resemble each other, so likeness to the thema is not enough to reach a level.
    """
    return kandidaat.direct and (kandidaat.sterk or onderdeel.groeiniveau is None)


def _contradicted(direct: Sequence[Kandidaat], against: Sequence[Kandidaat]) -> Kandidaat | None:
    """A denial at least as strong as the best evidence, in the words of the same onderdeel."""
    best = direct[0].bewijs.score
    for kandidaat in against:
        if kandidaat.bewijs.uitspraak == "ontkend" and kandidaat.sterk and kandidaat.bewijs.score >= best:
            return kandidaat
    return None


def _spread(counting: Sequence[Kandidaat]) -> list[Kandidaat]:
    """The best candidates, at most one per passage, so that several places show."""
    chosen: list[Kandidaat] = []
    seen: set[tuple[int, int]] = set()
    for kandidaat in counting:
        place = (kandidaat.document, kandidaat.passage)
        if place not in seen and len(chosen) < MAX_BEWIJS:
            chosen.append(kandidaat)
            seen.add(place)
    return chosen


def _hiaat(onderdeel: Onderdeel, status: str, reden: str) -> str:
    text = onderdeel.tekst.rstrip(".")
    lead = "Nog niet volledig" if status == DEELS else "Ontbreekt"
    return f"{lead}: {_lower(text)} ({reden})."


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
