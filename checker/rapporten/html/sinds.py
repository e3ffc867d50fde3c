"""Sinds: the difference with an earlier run, arranged for the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.rapporten.html.beeld import staven
from checker.rapporten.overzicht import Telling, plaats
from checker.rapporten.sinds import KOPPEN, aangetoond, citaten, mensen, per_richting, tellingen, vergeleken_met, wat_veranderde

if TYPE_CHECKING:
    from checker.rapporten.html.beeld import Staaf
    from checker.resultaat import Bewijs, Signaal
    from checker.verschil import DocumentVerschil, NormVerschil, Punt, Reeks, Sinds, Verschil


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetbeeld:
    """A bar at a peildatum."""

    peildatum: str
    staven: tuple[Staaf, ...]
    aangetoond: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reeksbeeld:
    """The bars of one kader, oldest first."""

    titel: str
    metingen: tuple[Meetbeeld, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Normregel:
    """A norm that changed and what lies behind it."""

    norm: NormVerschil
    wat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Citaatregel:
    """A quote that came or went, at its norm and place."""

    norm_id: str
    bewijs: Bewijs
    plaats: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschilbeeld:
    """What changed, group by group; a group without content is left out."""

    kern: str
    let_op: tuple[str, ...]
    tellingen: dict[str, int]
    normen: dict[str, tuple[Normregel, ...]]
    citaten: dict[str, tuple[Citaatregel, ...]]
    documenten: tuple[DocumentVerschil, ...]
    signalen: dict[str, tuple[Signaal, ...]]
    mensen: tuple[NormVerschil, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sindsbeeld:
    """The section of the page about the time before this run."""

    verschil: Verschilbeeld | None
    verloop: tuple[Reeksbeeld, ...]


def maak_sindsbeeld(terugblik: Sinds) -> Sindsbeeld:
    """Arrange the difference and the course."""
    return Sindsbeeld(
        verschil=_verschil(terugblik.verschil) if terugblik.verschil else None, verloop=tuple(_reeks(reeks) for reeks in terugblik.verloop),
    )


def _verschil(verschil: Verschil) -> Verschilbeeld:
    citaatgroepen = {
        naam: tuple(Citaatregel(norm_id=norm.norm_id, bewijs=bewijs, plaats=plaats(bewijs)) for norm, bewijs in citaten(verschil, erbij=erbij))
        for naam, erbij in (("Nieuw bewijs", True), ("Bewijs dat er niet meer is", False))
    }
    signaalgroepen = {"Nieuwe signalen": verschil.signalen_nieuw, "Signalen die weg zijn": verschil.signalen_weg}
    return Verschilbeeld(
        kern=vergeleken_met(verschil), let_op=verschil.let_op, tellingen={naam: n for naam, n in tellingen(verschil).items() if n},
        normen={KOPPEN[r]: tuple(Normregel(norm=n, wat=wat_veranderde(n)) for n in normen) for r, normen in per_richting(verschil).items()},
        citaten={naam: rij for naam, rij in citaatgroepen.items() if rij}, documenten=verschil.documenten,
        signalen={naam: rij for naam, rij in signaalgroepen.items() if rij}, mensen=mensen(verschil),
    )


def _reeks(reeks: Reeks) -> Reeksbeeld:
    return Reeksbeeld(titel=reeks.titel, metingen=tuple(_meting(punt) for punt in reeks.punten))


def _meting(punt: Punt) -> Meetbeeld:
    telling = Telling(aantallen=punt.telling, niet_uit_papier=0, te_beoordelen=0)
    return Meetbeeld(peildatum=punt.peildatum, staven=staven(telling), aangetoond=aangetoond(punt))
