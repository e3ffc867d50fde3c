"""Searching: the sentences that say an onderdeel, with an explainable score."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.begrippen.expressie import Groep, parse_expressie, parse_term
from checker.bewijs.uitspraak import Uitspraak, classify
from checker.dossier.passage import Soort

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy import ndarray

    from checker.begrippen.expressie import Expressie, Term
    from checker.index import Index, Treffer
    from checker.kaders.model import Onderdeel

    Treffers = dict[int, list[Treffer]]

# From here on an expressie is covered well: its groepen stand in the sentence, close together.
RAAK = 0.8
_MINIMUM = 0.6
_STEUN = 0.03
_MIN_WORDS = 3
_CLOSENESS = ((7, 1.0), (11, 0.95), (16, 0.85), (22, 0.7))
_FAR = 0.5
# A comment is a reader's, and what is hidden or quoted from another is not the practice's own word.
_UNQUOTABLE = frozenset((Soort.KOP, Soort.INHOUDSOPGAVE, Soort.KOPREGEL, Soort.OPMERKING))
_HIDDEN, QUOTED = "verborgen", "geciteerd"
# The older letters below an answer are part of the same exchange: they count, but only as indirect.
_LETTERS = frozenset(("eml", "msg"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoekvraag:
    """An onderdeel made ready for searching: its expressies and terms, parsed.

    ``letterlijk`` marks an onderdeel without ``zinnen``, as in a kader made from someone's list of demands: the
    score was not calibrated on such, so all words of an expressie in one sentence are enough.
    """

    onderdeel: Onderdeel
    expressies: tuple[Expressie, ...]
    steun: Groep
    uitsluit: Groep
    letterlijk: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """One groep of an expressie in a match: its word, quality and where it was found."""

    groep: str
    woord: str
    kwaliteit: float
    in_zin: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Vondst:
    """A sentence that matches an onderdeel, with the parts that make up the score."""

    onderdeel: str
    zin: int
    score: float
    expressie: str
    delen: tuple[Deel, ...]
    uitspraak: Uitspraak

    @property
    def direct(self) -> bool:
        """Whether the match is strong and nothing in the sentence weakens it."""
        return self.score >= RAAK and not self.uitspraak.zwak

    @property
    def bevestigd(self) -> bool:
        """Whether the sentence says it of its own practice, without denial or intention."""
        return self.uitspraak.soort == "bevestigd"


@dataclass(frozen=True, slots=True, eq=False)
class Dekking:
    """How much of any expressie stands in the sentences, matching or not.

    Attributes:
        deel: per unit of the index the best share of an expressie.
        kern: per unit whether the first, most telling groep of some expressie stands in it.
    """

    deel: ndarray
    kern: ndarray

    def wide(self, share: float) -> list[int]:
        """The units with a telling groep and at least this share of an expressie."""
        wide: list[int] = (self.kern & (self.deel >= share)).nonzero()[0].tolist()
        return wide


def find_dekking(vraag: Zoekvraag, index: Index) -> Dekking:
    """Per unit the best share of any expressie, and where a first groep stands."""
    import numpy as np

    count = len(index.zinnen)
    best, kern = np.zeros(count), np.zeros(count, dtype=bool)
    for expressie in vraag.expressies:
        groups = [index.sterkten(groep) for groep in expressie.groepen]
        kern[groups[0].zinnen] = True
        shares = np.zeros(count)
        for found in groups:
            shares[found.zinnen] += found.kwaliteit * (1 / len(groups))
        np.maximum(best, shares, out=best)
    excluded = index.sterkten(vraag.uitsluit).zinnen
    best[excluded], kern[excluded] = 0.0, False
    return Dekking(best, kern)


def make_zoekvraag(onderdeel: Onderdeel, begrippen: Mapping[str, tuple[Term, ...]]) -> Zoekvraag:
    """Parse the expressies and terms of an onderdeel.

    Raises:
        OnbekendBegripError, OngeldigeExpressieError: see ``checker.begrippen.expressie``.
    """
    return Zoekvraag(
        onderdeel=onderdeel,
        expressies=tuple(parse_expressie(text, begrippen) for text in onderdeel.kern),
        steun=Groep(f"steun van {onderdeel.id}", _terms(onderdeel.steun, begrippen)),
        uitsluit=Groep(f"uitsluit van {onderdeel.id}", _terms(onderdeel.uitsluit, begrippen)),
        letterlijk=not onderdeel.zinnen,
    )


def _terms(texts: tuple[str, ...], begrippen: Mapping[str, tuple[Term, ...]]) -> tuple[Term, ...]:
    found: list[Term] = []
    for text in texts:
        found.extend(begrippen[text[1:]] if text.startswith("@") else (parse_term(text),))
    return tuple(dict.fromkeys(found))


def find_vondsten(vraag: Zoekvraag, index: Index) -> list[Vondst]:
    """All sentences that match an onderdeel, best first; ties by order in the dossier."""
    excluded = index.treffers(vraag.uitsluit)
    support = index.treffers(vraag.steun)
    best: dict[int, Vondst] = {}
    for expressie in vraag.expressies:
        groups = [index.treffers(groep) for groep in expressie.groepen]
        for zin in _at_least_half(expressie, index):
            if zin in excluded or not is_quotable(index, zin):
                continue
            vondst = _match(vraag, expressie, groups, zin, index, _STEUN if zin in support else 0.0)
            if vondst and (zin not in best or vondst.score > best[zin].score):
                best[zin] = vondst
    return sorted(best.values(), key=lambda v: (-v.score, v.zin))


def _at_least_half(expressie: Expressie, index: Index) -> list[int]:
    """The sentences with the first groep and at least half of all groepen of an expressie."""
    import numpy as np

    places = [index.sterkten(groep).zinnen for groep in expressie.groepen]
    present = np.zeros(len(index.zinnen), dtype=np.int16)
    for found in places:
        present[found] += 1
    enough: list[int] = places[0][present[places[0]] * 2 >= len(places)].tolist()
    return enough


def quotable(index: Index) -> list[int]:
    """The sentences (ids) that can serve as a quote, in order."""
    return [unit.id for unit in index.zinnen if is_quotable(index, unit.id)]


def is_quotable(index: Index, zin: int) -> bool:
    """Whether a unit can serve as a quote: no heading, contents list, comment or running header, own words, and some of them."""
    unit = index.zinnen[zin]
    if unit.passage < 0 or len(unit.tokens) < _MIN_WORDS:
        return False
    document = index.dossier.documenten[unit.document]
    passage = document.passages[unit.passage]
    foreign = _HIDDEN in passage.kenmerken or (QUOTED in passage.kenmerken and document.soort not in _LETTERS)
    return passage.soort not in _UNQUOTABLE and not foreign


def _match(
    vraag: Zoekvraag, expressie: Expressie, groups: Sequence[Treffers], zin: int, index: Index, bonus: float
) -> Vondst | None:
    own = [found.get(zin, []) for found in groups]
    near = _nearest(own)
    delen: list[Deel] = []
    for groep, found, treffer in zip(expressie.groepen, groups, near, strict=True):
        deel = _own_part(groep, treffer) if treffer else _context_part(groep, found, zin, index)
        if deel is None:
            return None
        delen.append(deel)
    score = sum(deel.kwaliteit for deel in delen) / len(delen) + bonus
    if score < _MINIMUM:
        return None
    unit = index.zinnen[zin]
    spans = tuple((unit.tokens[t[0].plek].van, unit.tokens[t[0].plek].tot) for t in near if t and unit.tokens)
    return Vondst(
        onderdeel=vraag.onderdeel.id, zin=zin, score=round(min(score, 1.0), 3), expressie=expressie.bron,
        delen=tuple(delen), uitspraak=classify(unit.tekst, spans),
    )


def _nearest(own: Sequence[list[Treffer]]) -> list[tuple[Treffer, float] | None]:
    """Per groep the treffer that stands nearest to the first groep, with its quality by distance."""
    best: tuple[float, list[tuple[Treffer, float] | None]] = (-1.0, [])
    for anchor in own[0]:
        row: list[tuple[Treffer, float] | None] = [(anchor, anchor.kwaliteit)]
        for treffers in own[1:]:
            rated = [(t.kwaliteit * _closeness(abs(t.plek - anchor.plek)), -abs(t.plek - anchor.plek), t) for t in treffers]
            top = max(rated, key=lambda r: (r[0], r[1], r[2].plek), default=None)
            row.append((top[2], round(top[0], 3)) if top else None)
        total = sum(part[1] for part in row if part)
        if total > best[0]:
            best = (total, row)
    return best[1]


def _closeness(distance: int) -> float:
    """How much words belong together at a distance in tokens; beyond a long clause hardly."""
    for limit, factor in _CLOSENESS:
        if distance <= limit:
            return factor
    return _FAR


def _own_part(groep: Groep, treffer: tuple[Treffer, float]) -> Deel:
    return Deel(groep=groep.naam, woord=treffer[0].woord, kwaliteit=treffer[1], in_zin=True)


def _context_part(groep: Groep, found: Treffers, zin: int, index: Index) -> Deel | None:
    for unit, quality in index.context.get(zin, ()):
        treffers = found.get(unit)
        if treffers:
            best = max(treffers, key=lambda t: (t.kwaliteit, -t.plek))
            return Deel(groep=groep.naam, woord=best.woord, kwaliteit=round(best.kwaliteit * quality, 3), in_zin=False)
    return None
