"""Uitspraak: what a sentence says of itself, from cues with their scope.

The cues are data (``checker/taal/uitspraak.yaml``); the scope rules follow the measurements on Dutch
care documents: negation words are nearly always rules, the main clause decides, a status line governs
its whole section, a law as subject never speaks for the practice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.bewijs import vangnet
from checker.taal.woorden import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

_PUNCTUATION = r"[,;:()|–—]|\s-\s"
# Strongest first: the first group with a cue in scope decides (a status line comes before all).
_ORDER = ("definitie", "andere_organisatie", "ontkend", "in_ontwikkeling", "voornemen", "verwijzing", "historisch")
# These are looked for in the unmasked text: a rule that sounds like a denial may be part of them.
_UNMASKED = frozenset(("definitie", "verwijzing", "missietaal", "mogelijkheid"))
# These weaken a sentence that none of the above decides, in this order.
_WEAK = ("missietaal", "mogelijkheid", "zwak")
# These weaken only the clause they stand in.
_OWN_CLAUSE = frozenset(("mogelijkheid", "zwak"))
# From these chances on the net turns a sentence down, or lets it count as indirect only
# (chosen on sentences that are neither trained on nor in ``bench/uitspraken/apart.yaml``).
AFWIJZEN, TWIJFEL = 0.8, 0.65
# A box that was not ticked, or beside "nee" was.
_HOKJES = {"hokje_leeg": "voornemen", "hokje_nee": "ontkend"}
# General values are no way of working, but the labelling guide lets them count as indirect.
_HOOGSTENS_ZWAK = frozenset(("missie",))


@dataclass(frozen=True, slots=True)
class Uitspraak:
    """The kind of statement, the cue that decided, and whether it counts in full.

    ``zwak`` marks a bevestigd sentence with a weak cue: it counts at most as indirect.
    """

    soort: str
    cue: str = ""
    zwak: bool = False


BEVESTIGD = Uitspraak("bevestigd")


@cache
def cue_groups() -> dict[str, re.Pattern[str]]:
    """The compiled cue groups by name: what a sentence says of itself and of its time and reach, and what its surroundings say of it."""
    from importlib.resources import files

    import yaml

    raw: dict[str, list[str]] = {}
    for name in ("uitspraak.yaml", "omgeving.yaml", "geldigheid.yaml", "niveau.yaml"):
        raw |= yaml.safe_load(files("checker.taal").joinpath(name).read_text("utf-8"))
    return {name: re.compile("|".join(f"(?:{p})" for p in cues)) for name, cues in raw.items()}


def find_cue(group: str, text: str) -> str:
    """The first cue of a group in a folded text; empty when there is none."""
    match = cue_groups()[group].search(text)
    return match.group().strip() if match else ""


def first_told(groups: Mapping[str, str], text: str) -> Uitspraak | None:
    """What the first of some cue groups that has a cue in a folded text makes of it; ``groups`` name the kind of each."""
    for group, soort in groups.items():
        cue = find_cue(group, text)
        if cue:
            return Uitspraak(soort, cue)
    return None


@dataclass(frozen=True, slots=True)
class _Lezing:
    """What a sentence holds before it is known which of its words matter.

    Attributes:
        tekst: the folded text.
        vast: the outcome when the matched words cannot change it.
        cues: per group the (start, end, text) of its cues, in order.
        zinsdelen: (start, end) of the clauses, and whether each is a main clause.
        client: whether the client is the subject and the one who acts.
        regel: whether a rule that only sounds like a denial stands in it.
    """

    tekst: str
    vast: Uitspraak | None
    cues: dict[str, tuple[tuple[int, int, str], ...]]
    zinsdelen: tuple[tuple[int, int, bool], ...]
    client: bool
    regel: bool


def classify(sentence: str, spans: tuple[tuple[int, int], ...] = ()) -> Uitspraak:
    """Classify a sentence; ``spans`` are the offsets of the words that matched.

    The cue rules decide first; what they let through falls into the net when its words say otherwise.
    """
    ruled = by_rules(sentence, spans)
    if ruled.soort != vangnet.BEVESTIGD:
        return ruled
    caught = vangnet.judge(vangnet.part_of(sentence, spans))
    if caught.soort == "ontkend" and _read(sentence).regel:
        return ruled
    if caught.kans >= AFWIJZEN and caught.soort not in _HOOGSTENS_ZWAK:
        return Uitspraak(caught.soort, caught.cue)
    if caught.kans >= TWIJFEL and not ruled.zwak:
        return Uitspraak(vangnet.BEVESTIGD, caught.cue, zwak=True)
    return ruled


def by_rules(sentence: str, spans: tuple[tuple[int, int], ...] = ()) -> Uitspraak:
    """What the cue rules alone say; a cue counts in a clause with a matched word, or in a main clause."""
    lezing = _read(sentence)
    if lezing.vast:
        return lezing.vast
    for group in _ORDER:
        match = _first_in_scope(group, lezing, spans)
        if match:
            return Uitspraak(group, match)
    return _affirmed(lezing, spans)


@lru_cache(maxsize=20_000)
def _read(sentence: str) -> _Lezing:
    """The cues and clauses of a sentence; one sentence is classified for many onderdelen."""
    text = fold_keep_length(sentence)
    fixed = _fixed(sentence, text)
    if fixed:
        return _Lezing(text, fixed, {}, (), client=False, regel=False)
    masked = cue_groups()["schijnontkenning"].sub(lambda m: "_" * len(m.group()), text)
    cues = {
        group: tuple(
            (m.start(), m.end(), m.group().strip())
            for m in cue_groups()[group].finditer(text if group in _UNMASKED else masked) if m.group().strip()
        )
        for group in (*_ORDER, *_WEAK)
    }
    clauses = tuple((a, b, not find_cue("bijzin", text[a:b].strip())) for a, b in _clauses(text))
    return _Lezing(text, None, cues, clauses, client=bool(find_cue("client_onderwerp", text)) and not find_cue("lijdend", text), regel=masked != text)


def _fixed(sentence: str, text: str) -> Uitspraak | None:
    if sentence.rstrip(" *_\"'”’)").endswith("?") and (":" not in sentence or find_cue("vraaglabel", text)):
        return Uitspraak("vraag", "?")
    box = first_told(_HOKJES, text)
    if box:
        return box
    law = find_cue("wettekst", text)
    return Uitspraak("definitie", law) if law and not find_cue("eigen_onderwerp", text) else None


def _affirmed(lezing: _Lezing, spans: tuple[tuple[int, int], ...]) -> Uitspraak:
    for group in _WEAK:
        match = _first_in_scope(group, lezing, spans)
        if match and not (group == "mogelijkheid" and lezing.client):
            return Uitspraak("bevestigd", match, zwak=True)
    return BEVESTIGD


def _first_in_scope(group: str, lezing: _Lezing, spans: tuple[tuple[int, int], ...]) -> str:
    for start, end, cue in lezing.cues[group]:
        if _in_scope(lezing, (start, end), spans, own_clause=group in _OWN_CLAUSE):
            return cue
    return ""


def _in_scope(lezing: _Lezing, cue: tuple[int, int], spans: tuple[tuple[int, int], ...], *, own_clause: bool) -> bool:
    """Whether a cue governs the matched words: in their clause, or (unless ``own_clause``) in a main clause."""
    own = [c for c in lezing.zinsdelen if c[0] < cue[1] and cue[0] < c[1]]
    if any(a < c[1] and c[0] < b for c in own for a, b in spans):
        return True
    if spans and own_clause:
        return False
    return _introduces(lezing.tekst, cue, spans) or any(main for _a, _b, main in own)


def _introduces(text: str, cue: tuple[int, int], spans: tuple[tuple[int, int], ...]) -> bool:
    """What stands before a colon governs what follows, as in "in ontwikkeling: ..."."""
    colon = text.find(":", cue[1])
    return colon >= 0 and bool(spans) and all(start > colon for start, _ in spans)


def main_clauses(sentence: str) -> list[tuple[int, int]]:
    """(start, end) of the clauses of a sentence that are no "die ...", "als ..." or the like."""
    text = fold_keep_length(sentence)
    return [(a, b) for a, b in _clauses(text) if not find_cue("bijzin", text[a:b].strip())]


@cache
def _clause_edge() -> re.Pattern[str]:
    """Where a clause begins: at punctuation, or at a word that opens one."""
    return re.compile(f"{_PUNCTUATION}|{cue_groups()['tegenstelling'].pattern}")


def _clauses(text: str) -> list[tuple[int, int]]:
    edges = [0, *(m.start() for m in _clause_edge().finditer(text)), len(text)]
    clauses = []
    for a, b in pairwise(edges):
        stripped = text[a:b].lstrip(",;:()|–— ")
        clauses.append((b - len(stripped), b))
    return clauses


def fold_keep_length(text: str) -> str:
    """Lower case without accents, every character kept in its place so that offsets agree."""
    if text.isascii():
        return text.lower()
    out = []
    for char in text:
        folded = fold(char)
        out.append(folded if len(folded) == 1 else char.lower() if len(char.lower()) == 1 else char)
    return "".join(out)
