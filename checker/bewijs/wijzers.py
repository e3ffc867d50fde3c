"""Wijzers: sentences that say of other sentences that they do not hold.

"Dit hebben we nog niet ingevoerd." speaks of what stands before it, "Het bovenstaande geldt pas vanaf 2028." of all
above it in the section, "De tekst hieronder is een voorbeeld." of all below it, "Dit protocol wordt herzien." of all around it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from checker.bewijs.geldigheid import begins_later
from checker.bewijs.koppen import judge_kop
from checker.bewijs.uitspraak import Uitspraak, by_rules, cue_groups, find_cue, first_told

_LONGEST = 18  # words of a sentence that does nothing but point
_SHORT, _LABEL = 6, 3  # words before a colon that are a lead of what follows, and that are nothing but a label
_NEAR = 60  # characters after "dit protocol" within which it is still the protocol that is in development
_TO_COME = frozenset(("ontkend", "voornemen", "in_ontwikkeling"))


class Bereik(Enum):
    """Which sentences a wijzer speaks of."""

    VORIGE = auto()  # the sentence before it, or all of the passage before it
    ERBOVEN = auto()  # all above it in its section
    ERONDER = auto()  # all below it in its section
    PASSAGE = auto()  # all of the passage it stands in


@dataclass(frozen=True, slots=True)
class Wijzer:
    """A sentence that points: where to, and what it says of what stands there."""

    bereik: Bereik
    uitspraak: Uitspraak


_SUBJECTS = (("wijst_breed", Bereik.ERBOVEN), ("wijst_vooruit", Bereik.ERONDER), ("wijst_terug", Bereik.VORIGE))
_SAYINGS = {"is_voorbeeld": "sjabloon", "geldt_straks": "voornemen", "geldt_niet": "ontkend"}


def read_wijzer(text: str, peildatum: str) -> Wijzer | None:
    """What a folded sentence points at, and why that does not hold; None for all other sentences."""
    elsewhere = _points_elsewhere(text, peildatum) if len(text.split()) <= _LONGEST else None
    return elsewhere or _points_around(text)


def _points_elsewhere(text: str, peildatum: str) -> Wijzer | None:
    """What a short folded sentence that does nothing but point says of others."""
    if find_cue("antwoord_nee", text):
        return Wijzer(Bereik.VORIGE, Uitspraak("ontkend", text.strip()))
    bereik = next((reach for group, reach in _SUBJECTS if find_cue(group, text)), None)
    said = _says(text, peildatum) if bereik else None
    return Wijzer(bereik, said) if bereik and said else None


def _points_around(text: str) -> Wijzer | None:
    """What a folded sentence says of the protocol, procedure or the like that it is part of: that it is in development."""
    subject = cue_groups()["wijst_rond"].search(text)
    told = cue_groups()["in_ontwikkeling"].search(text) if subject else None
    if subject and told and subject.start() <= told.start() <= subject.end() + _NEAR:
        return Wijzer(Bereik.PASSAGE, Uitspraak("in_ontwikkeling", told.group().strip()))
    return None


def announces(text: str, wijzer: Wijzer | None) -> Uitspraak | None:
    """What a folded sentence says of those after it in its paragraph.

    "In 2028 willen wij het volgende doen." speaks of what follows, and so does what stands before a colon in "Nog niet geregeld: ...".
    """
    if wijzer and wijzer.bereik is Bereik.ERONDER:
        return wijzer.uitspraak
    if find_cue("kondigt_aan", text) and len(text.split()) <= _LONGEST:
        found = by_rules(text)
        return found if found.soort in _TO_COME else None
    return judge_opening(text, _SHORT)


def judge_opening(text: str, longest: int = _LABEL) -> Uitspraak | None:
    """What a few words before a colon say of what follows, as in "Nog te doen: ..."; a case counts at most as indirect."""
    lead, colon, rest = text.partition(":")
    if not colon or not rest.strip() or len(lead.split()) > longest:
        return None
    casus = find_cue("aanloop_casus", lead.strip())
    return judge_kop(lead) or (Uitspraak("bevestigd", casus, zwak=True) if casus else None)


def _says(text: str, peildatum: str) -> Uitspraak | None:
    later = begins_later(text, peildatum) if find_cue("geldt_vanaf", text) else ""
    return first_told(_SAYINGS, text) or (Uitspraak("voornemen", later) if later else None)
