"""Uitspraak: what a sentence says of itself, from cues with their scope.

The cues are data (``checker/taal/uitspraak.yaml``); the scope rules follow the measurements on Dutch
care documents: negation words are nearly always rules, the main clause decides, a status line governs
its whole section, a law as subject never speaks for the practice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from checker.taal.woorden import fold

_SUBORDINATE = re.compile(
    r"^(die|dat|waarbij|zodat|indien|wanneer|als|tenzij|omdat|waarin|waarop|waarvan|waardoor|terwijl|voordat|"
    r"totdat|mits|nadat|opdat|waarmee|aangezien|doordat|ook als|mocht|mochten|bij)\b"
)
_CLAUSE = re.compile(r"[,;:()|–—]|\s-\s|\bmaar\b|\bhoewel\b|\bechter\b")
# Strongest first: the first group with a cue in scope decides (a status line comes before all).
_ORDER = ("definitie", "ontkend", "in_ontwikkeling", "voornemen", "verwijzing", "historisch")
# These are looked for in the unmasked text: a rule that sounds like a denial may be part of them.
_UNMASKED = frozenset(("definitie", "verwijzing"))
# These weaken only the clause they stand in.
_OWN_CLAUSE = frozenset(("mogelijkheid", "zwak"))


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
    """The compiled cue groups by name."""
    from importlib.resources import files

    import yaml

    raw = yaml.safe_load(files("checker.taal").joinpath("uitspraak.yaml").read_text("utf-8"))
    return {name: re.compile("|".join(f"(?:{p})" for p in cues)) for name, cues in raw.items()}


def find_cue(group: str, text: str) -> str:
    """The first cue of a group in a folded text; empty when there is none."""
    match = cue_groups()[group].search(text)
    return match.group().strip() if match else ""


def classify(sentence: str, spans: tuple[tuple[int, int], ...] = ()) -> Uitspraak:
    """Classify a sentence; ``spans`` are the offsets of the words that matched.

    A cue counts when it stands in a clause with a matched word, or in a main clause.
    """
    text = fold_keep_length(sentence)
    if sentence.rstrip().endswith("?") and ":" not in sentence:
        return Uitspraak("vraag", "?")
    masked = cue_groups()["schijnontkenning"].sub(lambda m: "_" * len(m.group()), text)
    law = find_cue("wettekst", text)
    if law and not find_cue("eigen_onderwerp", text):
        return Uitspraak("definitie", law)
    for group in _ORDER:
        searched = text if group in _UNMASKED else masked
        match = _first_in_scope(group, searched, spans)
        if match:
            return Uitspraak(group, match)
    return _affirmed(text, spans)


def _affirmed(text: str, spans: tuple[tuple[int, int], ...]) -> Uitspraak:
    mission = _first_in_scope("missietaal", text, spans)
    if mission:
        return Uitspraak("bevestigd", mission, zwak=True)
    may = _first_in_scope("mogelijkheid", text, spans)
    if may and not find_cue("client_onderwerp", text):
        return Uitspraak("bevestigd", may, zwak=True)
    masked = cue_groups()["schijnontkenning"].sub(lambda m: "_" * len(m.group()), text)
    weak = _first_in_scope("zwak", masked, spans)
    return Uitspraak("bevestigd", weak, zwak=True) if weak else BEVESTIGD


def _first_in_scope(group: str, text: str, spans: tuple[tuple[int, int], ...]) -> str:
    for match in cue_groups()[group].finditer(text):
        if match.group().strip() and _in_scope(text, match.span(), spans, own_clause=group in _OWN_CLAUSE):
            return match.group().strip()
    return ""


def _in_scope(text: str, cue: tuple[int, int], spans: tuple[tuple[int, int], ...], *, own_clause: bool) -> bool:
    """Whether a cue governs the matched words: in their clause, or (unless ``own_clause``) in a main clause."""
    own = [c for c in _clauses(text) if c[0] < cue[1] and cue[0] < c[1]]
    if any(a < c[1] and c[0] < b for c in own for a, b in spans):
        return True
    if spans and own_clause:
        return False
    if _introduces(text, cue, spans):
        return True
    return any(not _SUBORDINATE.match(text[a:b].strip()) for a, b in own)


def _introduces(text: str, cue: tuple[int, int], spans: tuple[tuple[int, int], ...]) -> bool:
    """What stands before a colon governs what follows, as in "in ontwikkeling: ..."."""
    colon = text.find(":", cue[1])
    return colon >= 0 and bool(spans) and all(start > colon for start, _ in spans)


def _clauses(text: str) -> list[tuple[int, int]]:
    edges = [0, *(m.start() for m in _CLAUSE.finditer(text)), len(text)]
    clauses = []
    for a, b in pairwise(edges):
        stripped = text[a:b].lstrip(",;:()|–— ")
        clauses.append((b - len(stripped), b))
    return clauses


def fold_keep_length(text: str) -> str:
    """Lower case without accents, every character kept in its place so that offsets agree."""
    out = []
    for char in text:
        folded = fold(char)
        out.append(folded if len(folded) == 1 else char.lower() if len(char.lower()) == 1 else char)
    return "".join(out)
