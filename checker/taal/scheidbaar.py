"""Separable verbs: *legt de afspraken vast* holds the verb *vastleggen*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.taal.lemma import verb_infinitives
from checker.taal.woorden import lexicon

if TYPE_CHECKING:
    from checker.taal.woorden import Token

# Particles that are no preposition: they may stand anywhere after the verb.
_LOOSE = frozenset("vast mee terug samen weg af deel los open bij gelijk stil bekend klaar plaats na toe".split())
# Particles that are also a preposition: only at the end of a clause.
_FINAL = frozenset("op aan in uit voor door over om onder".split())
# After these words a particle has ended its clause: "brengt de zorgen in bij het overleg".
_AFTER = frozenset(
    "en of als wanneer zodat maar want dat te op bij in aan voor met over tegen naar door tijdens via na uit van tot hoe hoeveel wat wie waarom welke waar wanneer".split()
)
_MAX_DISTANCE = 18
# Function words that look like a verb form: "en" is no form of a verb, nor is "met" of "meten".
_NO_VERB = frozenset(
    "en of met het een de van voor dat die dit als dan er hij zij wij we ze ik u je hun ons onze zijn haar wie wat waar hoe om te tot uit "
    "over door naar bij aan op in na al ook nog maar want niet geen per zo mee toe af los vast samen weg terug heel veel meer samen eens".split()
)


def separable_verbs(text: str, tokens: tuple[Token, ...]) -> list[tuple[str, int]]:
    """Separable verbs a sentence may hold, as (infinitive, token position of the finite verb).

    A particle may belong to any verb form before it; all that the word list knows are given.
    """
    found: list[tuple[str, int]] = []
    for place, token in enumerate(tokens):
        if token.woord in _LOOSE or (token.woord in _FINAL and _ends_clause(text, tokens, place)):
            found.extend(_verbs_before(tokens, place, token.woord) or _verb_after_te(tokens, place))
    return found


def _ends_clause(text: str, tokens: tuple[Token, ...], place: int) -> bool:
    if place + 1 == len(tokens) or tokens[place + 1].woord in _AFTER:
        return True
    return any(mark in text[tokens[place].tot : tokens[place + 1].van] for mark in ",.;:)")


def _verb_after_te(tokens: tuple[Token, ...], place: int) -> list[tuple[str, int]]:
    if place + 2 < len(tokens) and tokens[place + 1].woord == "te":
        verb = tokens[place].woord + tokens[place + 2].woord
        return [(verb, place + 2)] if verb in lexicon() else []
    return []


def _verbs_before(tokens: tuple[Token, ...], place: int, particle: str) -> list[tuple[str, int]]:
    words = lexicon()
    return [
        (particle + infinitive, back)
        for back in range(place - 1, max(-1, place - _MAX_DISTANCE), -1)
        for infinitive in (() if tokens[back].woord in _NO_VERB else verb_infinitives(tokens[back].woord))
        if particle + infinitive in words
    ]
