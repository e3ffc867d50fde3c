"""Leerstof: everything the sentence vectors (checker/bewijs/betekenis.py) are trained on.

- ``bench/zinnen``: ways in which a practice shows an onderdeel, beside what the kaders themselves hold;
- ``bench/woorden.yaml``: words that say nearly the same;
- ``bench/verwant`` and the practice dossiers that are for it (``bench/dossiers``): sentences judged for an onderdeel they resemble.

All of it was written or judged for this with a language model that saw no labelled dossier. No labelled dossier, none kept
apart and none of the practice dossiers that the score is calibrated on takes part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.gegevens import digest_of, read_yaml
from bench.goud import ROOT, Goud
from bench.oefening import BETEKENIS, load_oefening
from checker.kaders.model import Norm, Onderdeel

ZINNEN, VERWANT, WOORDEN = (ROOT / "bench" / name for name in ("zinnen", "verwant", "woorden.yaml"))


@dataclass(frozen=True, slots=True)
class Zin:
    """A sentence that shows an onderdeel; ``los`` when it does not come from a kader."""

    tekst: str
    onderdeel: str
    los: bool = False

    @property
    def norm(self) -> str:
        """The id of its norm."""
        return self.onderdeel.rsplit("/", 1)[0]


@dataclass(frozen=True, slots=True)
class Leerstof:
    """What to learn from.

    Attributes:
        zinnen: sentences that show an onderdeel.
        naast: per onderdeel the sentences that resemble it and do not show it.
        woorden: groups of words that say nearly the same.
    """

    zinnen: tuple[Zin, ...]
    naast: Mapping[str, tuple[str, ...]]
    woorden: tuple[tuple[str, ...], ...]

    def digest(self) -> str:
        """What tells whether the vectors belong to this; a kader may change a word without new training."""
        loose = [[zin.tekst, zin.onderdeel] for zin in self.zinnen if zin.los]
        return digest_of([loose, dict(self.naast), self.woorden])[:16]


def read_leerstof() -> Leerstof:
    """All there is, in a fixed order."""
    from checker.bewijs.profielen import sentences_of

    every = onderdelen()
    written = read_zinnen()
    judged = [*judged_verwant(written), *(item for goud in load_oefening(leert=BETEKENIS) for item in judged_zinnen(goud))]
    shown, beside = _texts(judged, "direct"), _texts(judged, "geen")
    own = [Zin(text, onderdeel.id) for onderdeel in every for text in sentences_of(onderdeel)]
    loose = [
        Zin(text, onderdeel.id, los=True)
        for source in (written, shown)
        for onderdeel in every
        for text in source.get(onderdeel.id, ())
    ]
    words = tuple((word, *same) for word, same in read_yaml(WOORDEN).items())
    return Leerstof((*own, *loose), {key: tuple(texts) for key, texts in beside.items()}, words)


def normen() -> list[Norm]:
    """The normen of all kaders, in order."""
    from checker.catalogi import installed_catalogus

    return [norm for kader in installed_catalogus()[0].kaders for norm in kader.normen]


def onderdelen() -> list[Onderdeel]:
    """The onderdelen of all kaders, in order."""
    return [onderdeel for norm in normen() for onderdeel in norm.onderdelen]


def read_zinnen() -> dict[str, list[str]]:
    """Per onderdeel the sentences of ``bench/zinnen``."""
    return _per_onderdeel(ZINNEN)


def _per_onderdeel(folder: Path) -> dict[str, Any]:
    return {key: found for path in sorted(folder.glob("*.yaml")) for key, found in read_yaml(path).items()}


def judged_verwant(written: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str, str]]:
    """Every judged sentence of ``bench/verwant``: onderdeel, judgement and text; the file points at the ``written`` ones."""
    for onderdeel, judged in _per_onderdeel(VERWANT).items():
        for judgement, places in judged.items():
            for place in places:
                other, number = place.rsplit(" ", 1)
                yield onderdeel, judgement, written[other][int(number) - 1]


def judged_zinnen(goud: Goud) -> Iterator[tuple[str, str, str]]:
    """Every judged sentence of a practice dossier: onderdeel, judgement and text."""
    raw = goud.ruw
    for onderdeel, judged in raw["bewijs"].items():
        for judgement, numbers in judged.items():
            yield from ((onderdeel, judgement, raw["zinnen"][number]) for number in numbers)
    for onderdeel, numbers in raw["geen"].items():
        yield from ((onderdeel, "geen", raw["zinnen"][number]) for number in numbers)


def _texts(judged: Sequence[tuple[str, str, str]], wanted: str) -> dict[str, list[str]]:
    """Per onderdeel the different texts with one judgement."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for onderdeel, judgement, text in judged:
        if judgement == wanted:
            found[onderdeel][text] = None
    return {onderdeel: list(texts) for onderdeel, texts in found.items()}
