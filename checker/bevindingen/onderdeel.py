"""The outcome of one onderdeel: gedekt, deels or not, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.bevindingen.oordeel import DEELS, GEDEKT, NIET_GEDEKT, NIET_UIT_PAPIER, NVT, decisive
from checker.bevindingen.termijn import unanswered
from checker.bewijs.niveau import highest
from checker.bewijs.score import drempel, samen
from checker.bewijs.weerlegging import GEEN
from checker.bewijs.wegval import leans_on
from checker.dossier.versienaam import rang, stam
from checker.kaders.model import NIVEAU_RANG, Niveau

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.bevindingen.toepassing import Grond
    from checker.bewijs.verzamelen import Kandidaat
    from checker.bewijs.weerlegging import Weerleggingen
    from checker.kaders.model import Onderdeel

MAX_BEWIJS, MAX_TEGENBEWIJS = 3, 2
# Beside the best passage of an onderdeel only those are named that are nearly as likely.
_NEARLY = 0.8
# One sentence that carries several onderdelen alone carries in full the one it fits best, and others from this score.
_SHARED = 0.6
# A denial in the words of the onderdeel outweighs evidence that is at most twice as likely.
_DENIES = 0.5
_ALONE = "dezelfde zin moet ook een ander onderdeel dragen, en zegt dit minder stellig: lees haar na"
_UNSURE = "het bewijs is niet zeker genoeg om de hele norm aangetoond te noemen: lees het na"
_NOT_COUNTING = {
    "bevestigd": "de gevonden passage lijkt erop, maar te weinig om te tellen: lees haar zelf na",
    "ontkend": "de gevonden passage zegt dat dit er niet is",
    "voornemen": "het is alleen een voornemen",
    "in_ontwikkeling": "het is nog in ontwikkeling of onder revisie",
    "verwijzing": "er wordt alleen verwezen naar een andere plek",
    "definitie": "de passage geeft een definitie of een wettekst, niet de eigen werkwijze",
    "historisch": "de passage gaat over vroeger of over iets dat verlopen is",
    "sjabloon": "de passage is een voorbeeld of een niet ingevuld sjabloon",
    "vraag": "de passage is een vraag",
    "kopie": "de passage is de tekst van de norm zelf",
    "andere_organisatie": "de passage gaat over een andere organisatie, niet over de eigen werkwijze",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Weging:
    """What an onderdeel came to, with the candidates that made it so.

    Attributes:
        kans: how likely it is that its firm passages show it; 0 without any.
        dragers: how many sentences in other words show it in full, those included that are not named beside a likelier one.
        stil: nothing in the dossier even resembles the onderdeel.
        afgeleid: that it does not apply follows from the dossier, but nobody says so in words.
    """

    onderdeel: Onderdeel
    status: str
    niveau: Niveau
    bewijs: tuple[Kandidaat, ...]
    tegenbewijs: tuple[Kandidaat, ...]
    hiaat: str
    reden: str
    kans: float = 0.0
    dragers: int = 0
    stil: bool = False
    afgeleid: bool = False

    @property
    def vereist(self) -> bool:
        """Whether the norm demands the onderdeel."""
        return self.onderdeel.vereist


def weigh(
    onderdeel: Onderdeel, candidates: Sequence[Kandidaat], grond: Grond | None, weerlegd: Weerleggingen = GEEN
) -> Weging:
    """Decide the status of one onderdeel; the stricter side wins when passages disagree."""
    if grond is not None:
        return replace(_plain(onderdeel, NVT, "", grond.reden), afgeleid=grond.afgeleid)
    if not onderdeel.uit_papier:
        return _plain(onderdeel, NIET_UIT_PAPIER, f"Niet uit documenten vast te stellen: {_lower(onderdeel.tekst)}",
                      "Documenten kunnen dit niet laten zien; een gesprek of dossiertoets wel.")
    counting = _spread([k for k in candidates if k.telt])
    against = _against(candidates, unsure=not counting)
    status, reden = _status(onderdeel, counting, against, weerlegd)
    return Weging(
        onderdeel=onderdeel, status=status, niveau=highest([k.bewijs.niveau for k in counting]),
        bewijs=tuple(counting), tegenbewijs=against, hiaat="" if status == GEDEKT else _hiaat(onderdeel, status, reden),
        reden=reden, kans=_together([k for k in counting if not k.zwak]), stil=not candidates,
        dragers=len(_once([k for k in candidates if _in_full(onderdeel, k)])),
    )


def temper(wegingen: Sequence[Weging]) -> list[Weging]:
    """Doubt what is covered on too little: by a sentence that carries more, or in a norm that would be shown by it.

    What is enough to name an onderdeel covered is not enough to call a norm shown: a wrong "aangetoond" is worse. So of a
    norm of which all is covered, the least likely onderdeel counts partly when it is not likely enough.
    """
    wegingen = _share(wegingen)
    required = decisive(wegingen)
    covered = all(w.status == GEDEKT for w in required)
    least = min(required, key=lambda w: w.kans, default=None)
    if least is None or not covered or least.kans >= drempel("aangetoond"):
        return list(wegingen)
    return [_doubted(w, _UNSURE) if w is least else w for w in wegingen]


def _share(wegingen: Sequence[Weging]) -> list[Weging]:
    """The onderdelen with those that lean on one sentence alone, which says something else better, counted partly."""
    alone = [_alone(weging) for weging in wegingen]
    best: dict[str, float] = {}
    for said, score in alone:
        best[said] = max(score, best.get(said, 0.0))
    return [
        _doubted(weging, _ALONE) if score < min(_SHARED, best[said]) else weging
        for weging, (said, score) in zip(wegingen, alone, strict=True)
    ]


def _alone(weging: Weging) -> tuple[str, float]:
    """The words that alone cover an onderdeel, and how likely; no words, and certain, where more do or they are literal."""
    first = weging.bewijs[0] if weging.status == GEDEKT and weging.dragers == 1 else None
    return ("", 1.0) if first is None or first.letterlijk else (_said(first), first.bewijs.score)


def _doubted(weging: Weging, reden: str) -> Weging:
    return replace(weging, status=DEELS, reden=reden, hiaat=_hiaat(weging.onderdeel, DEELS, reden))


def _against(candidates: Sequence[Kandidaat], *, unsure: bool) -> tuple[Kandidaat, ...]:
    """What does not count but is worth reading, denials first; passages too unsure only where nothing counts, after the firm ones."""
    shown = sorted((k for k in candidates if k.sprekend), key=lambda k: not _denies(k))
    doubtful = _spread([k for k in shown if k.bevestigd]) if unsure else []
    return (*_once([k for k in shown if not k.bevestigd]), *doubtful)[:MAX_TEGENBEWIJS]


def _plain(onderdeel: Onderdeel, status: str, hiaat: str, reden: str) -> Weging:
    return Weging(
        onderdeel=onderdeel, status=status, niveau=Niveau.GEEN, bewijs=(), tegenbewijs=(), hiaat=hiaat, reden=reden
    )


def _status(
    onderdeel: Onderdeel, counting: Sequence[Kandidaat], against: Sequence[Kandidaat], weerlegd: Weerleggingen
) -> tuple[str, str]:
    if not counting:
        if against:
            return NIET_GEDEKT, _NOT_COUNTING[against[0].bewijs.uitspraak]
        return NIET_GEDEKT, "geen bewijs gevonden in de aangeleverde documenten"
    direct = [k for k in counting if _in_full(onderdeel, k)]
    if not direct:
        return DEELS, "alleen indirect bewijs: de passage wijst erop maar zegt het niet volledig of niet stellig"
    short = _short_of(onderdeel, direct, against) or _belied(direct, weerlegd)
    return (DEELS, short) if short else (GEDEKT, "direct en bevestigd bewijs gevonden")


def _short_of(onderdeel: Onderdeel, direct: Sequence[Kandidaat], against: Sequence[Kandidaat]) -> str:
    """Why passages that say it in full still show only a part; empty when they show all."""
    reached = [k for k in direct if NIVEAU_RANG[k.bewijs.niveau] >= NIVEAU_RANG[onderdeel.niveau]]
    if not reached:
        return f"het bewijs laat {direct[0].bewijs.niveau} zien, nodig is {onderdeel.niveau}"
    tijd = "" if _has_series(reached) else unanswered(onderdeel.tekst, (f"{k.bewijs.citaat} {k.bewijs.context}" for k in reached))
    if tijd:
        return f"het bewijs zegt niets over de gevraagde tijd ({tijd})"
    denial = _contradicted(direct, against)
    return f"een andere passage spreekt dit tegen ({denial.bewijs.document})" if denial else ""


def _belied(direct: Sequence[Kandidaat], weerlegd: Weerleggingen) -> str:
    """Why a promise that the practice's own register breaks shows only a part; empty when none does."""
    register = next(filter(None, (weerlegd.register(k.bewijs) for k in direct)), "")
    return f"het eigen register laat zien dat dit niet altijd gebeurt ({register})" if register else ""


def _has_series(passages: Sequence[Kandidaat]) -> bool:
    """Whether something that was really done shows it: its dates tell how often, or how soon."""
    return any(k.bewijs.niveau == Niveau.WERKING for k in passages)


def _together(passages: Sequence[Kandidaat]) -> float:
    """How likely it is that at least one of these passages shows the onderdeel; a literal one does."""
    return samen([1.0 if kandidaat.letterlijk else kandidaat.bewijs.score for kandidaat in passages])


def _in_full(onderdeel: Onderdeel, kandidaat: Kandidaat) -> bool:
    """Whether a passage counts in full; an indicator of a growth level must be said in its own words.

    Indicators of one thema resemble each other, so likeness to the thema is not enough to reach a level.
    """
    return kandidaat.direct and (kandidaat.sterk or onderdeel.groeiniveau is None)


def _contradicted(direct: Sequence[Kandidaat], against: Sequence[Kandidaat]) -> Kandidaat | None:
    """A denial in the words of the onderdeel that is not much less likely than the best evidence, or of what the evidence leans on."""
    best = direct[0].bewijs.score
    return next((k for k in against if _takes_back(k, direct) or (_denies(k) and k.bewijs.score >= _DENIES * best)), None)


def _denies(kandidaat: Kandidaat) -> bool:
    return kandidaat.bewijs.uitspraak == "ontkend" and (kandidaat.sterk or bool(kandidaat.neemt_terug))


def _takes_back(kandidaat: Kandidaat, direct: Sequence[Kandidaat]) -> bool:
    return any(leans_on(k.bewijs.citaat, kandidaat.neemt_terug) for k in direct)


def _spread(counting: Sequence[Kandidaat]) -> list[Kandidaat]:
    """The best candidates and those nearly as likely as the first: at most one per passage, and no sentence twice.

    What stands in two documents in the same words is said once: a copy makes nothing likelier.
    """
    chosen: list[Kandidaat] = []
    places: set[tuple[int, int]] = set()
    for kandidaat in _once(counting):
        place = (kandidaat.document, kandidaat.passage)
        nearly = not chosen or kandidaat.bewijs.score >= _NEARLY * chosen[0].bewijs.score
        if nearly and place not in places and len(chosen) < MAX_BEWIJS:
            chosen.append(kandidaat)
            places.add(place)
    return chosen


def _once(candidates: Sequence[Kandidaat]) -> list[Kandidaat]:
    """Each sentence once, in order; of the versions of one document the latest is quoted."""
    found: dict[tuple[str, str], Kandidaat] = {}
    for kandidaat in candidates:
        key = (_said(kandidaat), kandidaat.bewijs.uitspraak)
        found[key] = _later(found[key], kandidaat) if key in found else kandidaat
    return list(found.values())


def _said(kandidaat: Kandidaat) -> str:
    """The words of a quote, the same for a copy of it in another file."""
    return " ".join(kandidaat.bewijs.citaat.split()).casefold()


def _later(first: Kandidaat, twin: Kandidaat) -> Kandidaat:
    """Of two candidates in the same words the one in the later version, if it is worth the same; else the first."""
    old, new = first.bewijs.document, twin.bewijs.document
    later = stam(old) == stam(new) and rang(new) > rang(old)
    return twin if later and _worth(first) == _worth(twin) else first


def _worth(kandidaat: Kandidaat) -> tuple[bool, bool, bool, str]:
    return kandidaat.telt, kandidaat.direct, kandidaat.zwak, kandidaat.bewijs.niveau


def _hiaat(onderdeel: Onderdeel, status: str, reden: str) -> str:
    text = onderdeel.tekst.rstrip(".")
    lead = "Nog niet volledig" if status == DEELS else "Ontbreekt"
    return f"{lead}: {_lower(text)} ({reden})."


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
