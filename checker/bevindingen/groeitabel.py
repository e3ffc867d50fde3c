"""Groeitabel: the growth levels of an organisation, from the resultaten of its departments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.bevindingen.groei import Conclusie, Groeistand, conclude, grow, merge_departments
from checker.bevindingen.oordeel import NVT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.kaders.model import Sectorgemiddelde
    from checker.resultaat import Bevinding, OnderdeelUitkomst, Resultaat


@dataclass(frozen=True, slots=True, kw_only=True)
class Zelfscore:
    """What a department, or with an empty name the whole organisation, gives itself on a norm."""

    norm_id: str
    afdeling: str
    score: int
    motivering: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """The level of one department or of the organisation, beside its self-evaluation."""

    naam: str
    stand: Groeistand
    zelf: int | None
    conclusie: Conclusie | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Groeiregel:
    """A norm with the level of the organisation and of every department, the lowest first."""

    norm_id: str
    kader_id: str
    titel: str
    organisatie: Stand
    afdelingen: tuple[Stand, ...]
    sectorgemiddelde: Sectorgemiddelde | None
    motiveringen: tuple[str, ...]


def make_tabel(afdelingen: Mapping[str, Resultaat], zelf: Sequence[Zelfscore] = ()) -> list[Groeiregel]:
    """The normen with growth levels, in order of the first resultaat that has them."""
    per_norm: dict[str, dict[str, Bevinding]] = {}
    for naam, resultaat in afdelingen.items():
        for bevinding in resultaat.bevindingen:
            if bevinding.sectorgemiddelde or any(u.groeiniveau for u in bevinding.onderdelen):
                per_norm.setdefault(bevinding.norm_id, {})[naam] = bevinding
    return [_regel(found, tuple(afdelingen), [z for z in zelf if z.norm_id == norm_id]) for norm_id, found in per_norm.items()]


def _regel(found: Mapping[str, Bevinding], names: Sequence[str], zelf: Sequence[Zelfscore]) -> Groeiregel:
    first = next(iter(found.values()))
    scores = {z.afdeling: z.score for z in zelf}
    stands = [
        _stand(naam, grow(found[naam].onderdelen) if naam in found else Groeistand(niveau=None, oorzaak="niet getoetst"), scores.get(naam, scores.get("")))
        for naam in names
    ]
    return Groeiregel(
        norm_id=first.norm_id, kader_id=first.kader_id, titel=first.titel, sectorgemiddelde=first.sectorgemiddelde,
        organisatie=_stand("", organisation([found[naam].onderdelen for naam in names if naam in found], len(names)), min(scores.values(), default=None)),
        afdelingen=tuple(sorted(stands, key=lambda s: (s.stand.niveau is not None, s.stand.niveau or 0))),
        motiveringen=tuple(dict.fromkeys(z.motivering for z in zelf if z.motivering)),
    )


def organisation(afdelingen: Sequence[Sequence[OnderdeelUitkomst]], count: int) -> Groeistand:
    """The level of the whole: that of its lowest department; unknown when a department is not known.

    A department to which the norm does not apply does not count.
    """
    applying = [uitkomsten for uitkomsten in afdelingen if any(u.status != NVT for u in uitkomsten)]
    stands = [grow(uitkomsten) for uitkomsten in applying]
    if len(afdelingen) < count:
        return Groeistand(niveau=None, oorzaak="niet te bepalen: niet elke afdeling is op deze norm getoetst")
    unknown = next((stand for stand in stands if stand.niveau is None), None)
    return unknown or grow(merge_departments(applying or afdelingen))


def _stand(naam: str, stand: Groeistand, zelf: int | None) -> Stand:
    return Stand(naam=naam, stand=stand, zelf=zelf, conclusie=None if zelf is None else conclude(zelf, stand))


def compare_sector(niveau: int | None, sector: Sectorgemiddelde) -> str:
    """The level, when known, beside the mean of the sector, with its year; a mean is no minimum."""
    mean = f"gemiddelde van de sector in {sector.jaar}: {_comma(sector.waarde)} (geen minimum)"
    if niveau is None:
        return mean
    difference = round(niveau - sector.waarde, 1)
    where = "gelijk aan het gemiddelde" if not difference else f"{_comma(abs(difference))} {'hoger' if difference > 0 else 'lager'}"
    return f"{mean}; de organisatie is {where}"


def _comma(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
