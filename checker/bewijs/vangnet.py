"""Vangnet: catches sentences that deny, intend or ask in words that no cue rule knows.

The cue rules are exact but know few of the ways to say such things: on sentences written apart they
recognised four in ten (docs/kwaliteit.md). Behind them stand two readers that are wrong about other sentences: a
multinomial logistic regression on word n-grams (Wang and Manning 2012 show how far these reach on short texts) and the
small network of ``checker.bewijs.zinsnet``; the mean of their log odds decides. Both are trained on the sentences in
``bench/uitspraken`` by ``python -m bench.vangnet``. The net only ever takes away: a sentence that the
rules already turned down stays so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from checker.bewijs import zinsnet
from checker.taal.woorden import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BEVESTIGD = "bevestigd"
ANY = "*"
_LONGEST, _WIDEST = 4, 5
# Among so many of the heaviest n-grams one is looked for that holds more than these words: it is shown as the cue.
_CUES = 3
_LITTLE = frozenset("de het een te in van en is op aan met dat die ons onze voor wordt we wij u er ook".split())
_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|[?:;,()]")
_YEAR = re.compile(r"20\d\d")
_MONTHS = frozenset("januari februari maart april juni juli augustus september oktober november december".split())
# A pointer between brackets says nothing of the sentence that it stands in.
_POINTER = re.compile(r"\s*\((?:zie|vgl)\b[^()]*\)", re.IGNORECASE)
# A part after these speaks of something else than the part before.
_PARTS = re.compile(r";|, maar (?!dat\b|dit\b|die\b|daar|hier|nog\b|niet\b)")
# What follows the matched words in a relative clause is beside the point, unless it says "not yet".
_RELATIVE = re.compile(r", (die|dat|waar\w*|wie|wat) (?!.*\bnog\b)")


@dataclass(frozen=True, slots=True)
class Vangst:
    """What the net makes of a sentence.

    Attributes:
        soort: the likeliest kind other than bevestigd.
        kans: how likely it is that the sentence is not a plain affirmation, 0 to 1.
        cue: the words that weigh heaviest for that.
    """

    soort: str
    kans: float
    cue: str


def tokens(sentence: str) -> list[str]:
    """The words of a sentence, folded, with numbers, years, months and names as one word each; no "(zie ...)"."""
    found: list[str] = []
    for match in _TOKEN.finditer(_POINTER.sub("", sentence)):
        word = match.group()
        folded = fold(word)
        if _YEAR.fullmatch(word):
            found.append("<jaar>")
        elif word[0].isdigit():
            found.append("<getal>")
        elif folded in _MONTHS:
            found.append("<maand>")
        elif found and found[-1] != ":" and word[0].isupper() and not (len(word) > 1 and word.isupper()):
            found.append("<naam>")
        else:
            found.append(folded)
    return found


def n_grams(words: Sequence[str], known: frozenset[str]) -> Iterator[str]:
    """Runs of up to four words, and pairs up to five apart; a word that is not ``known`` is only a place."""
    row = ["^", *(word if word in known else ANY for word in words), "$"]
    for place, word in enumerate(row):
        if word != ANY:
            yield word
            for gap in range(2, _WIDEST + 1):
                if place + gap < len(row) and row[place + gap] != ANY:
                    yield f"{word} .. {row[place + gap]}"
        for size in range(2, _LONGEST + 1):
            run = row[place : place + size]
            if len(run) == size and (word != ANY or (size < _LONGEST and run[-1] != ANY)):
                yield " ".join(run)


@lru_cache(maxsize=20_000)
def judge(sentence: str) -> Vangst:
    """What a whole sentence says, as far as its words tell."""
    import numpy as np

    model = _model()
    words = tokens(sentence)
    found = sorted({gram for gram in n_grams(words, model["woorden"]) if gram in model["gewichten"]})
    if not found or not any(word.isalpha() and word in model["woorden"] for word in words):
        return Vangst(BEVESTIGD, 0.0, "")
    rows = np.array([model["gewichten"][gram] for gram in found]) * (model["schaal"] / np.sqrt(len(found)))
    kinds, own = model["soorten"], model["soorten"].index(BEVESTIGD)
    first, second = zinsnet.log_softmax(np.array(model["vast"]) + rows.sum(axis=0)), zinsnet.log_chances(words)
    best = max((number for number in range(len(kinds)) if number != own), key=lambda number: float(first[number] + second[number]))
    heaviest = [found[number] for number in (rows[:, own] - rows[:, best]).argsort(kind="stable")[:_CUES]]
    return Vangst(kinds[best], round(_other(first[own], second[own]), 3), _readable(heaviest))


def _other(*logs: float) -> float:
    """The chance of another kind when some readers give a kind these log chances: the mean of their log odds.

    That of all kinds, not kind by kind: two readers who both hold a sentence for no affirmation need not agree on what it is.
    """
    from math import exp, expm1, log

    odds = sum(log(max(-expm1(value), 1e-12)) - value for value in logs) / len(logs)
    return 1 / (1 + exp(-odds))


def part_of(sentence: str, spans: Sequence[tuple[int, int]]) -> str:
    """The part of a sentence in which the matched words stand; the whole without such words or parts."""
    edges = [0, *(match.end() for match in _PARTS.finditer(sentence)), len(sentence)]
    if not spans:
        return sentence
    start, end = min(a for a, _ in spans), max(b for _, b in spans)
    first = max(edge for edge in edges if edge <= start)
    aside = _RELATIVE.search(sentence, end)
    last = min([edge for edge in edges if edge >= end] + ([aside.start()] if aside else []))
    return sentence[first:last].strip()


def _readable(grams: Sequence[str]) -> str:
    """The first of some n-grams that tells a reader something."""
    for gram in grams:
        words = [word for word in gram.replace("..", "…").replace(ANY, "…").split() if word not in ("^", "$")]
        if any(word == "?" or (word.isalpha() and word not in _LITTLE) for word in words):
            return " ".join(words)
    return "zinsbouw"


@cache
def _model() -> dict[str, Any]:
    """The trained weights: per n-gram a whole number per kind, to be multiplied by ``schaal``."""
    import gzip
    import json
    from importlib.resources import files

    raw: dict[str, Any] = json.loads(gzip.decompress(files("checker.bewijs").joinpath("data/vangnet.json.gz").read_bytes()))
    return raw | {"woorden": frozenset(raw["woorden"])}
