"""Sinds: the difference with an earlier run, arranged the way all writers print it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.kaders.model import Oordeel
from checker.rapporten.opmaak import OORDELEN, Stijl, aantal, datum, opsomming, stijl
from checker.verschil import Richting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.resultaat import Bewijs
    from checker.verschil import NormVerschil, Punt, Reeks, Verschil

MAX_PUNTEN = 12
GEEN_OORDEEL = "Geen oordeel"
NIET_IN_KADER = "Stond niet in het kader"
RICHTINGEN: Mapping[str, Stijl] = {
    Richting.BETER: Stijl(woord="Beter", kleur="1F6F43", tekstkleur="FFFFFF"),
    Richting.SLECHTER: Stijl(woord="Slechter", kleur="A4262C", tekstkleur="FFFFFF"),
    Richting.ANDERS: Stijl(woord="Anders", kleur="D9E6F2", tekstkleur="1B3A57"),
    Richting.NIEUW: Stijl(woord="Nieuw", kleur="D9E6F2", tekstkleur="1B3A57"),
    Richting.VERVALLEN: Stijl(woord="Vervallen", kleur="E1E4E8", tekstkleur="3A4149"),
    Richting.GELIJK: Stijl(woord="Gelijk", kleur="E1E4E8", tekstkleur="3A4149"),
}
KOPPEN: Mapping[str, str] = {
    Richting.BETER: "Beter geworden",
    Richting.SLECHTER: "Slechter geworden",
    Richting.ANDERS: "Gaat nu wel of juist niet meer gelden",
    Richting.NIEUW: "Nieuw in het kader",
    Richting.VERVALLEN: "Niet meer in het kader",
}


def oordeelwoord(oordeel: str) -> str:
    """The word for an oordeel; empty stays empty."""
    return stijl(OORDELEN, oordeel).woord if oordeel else ""


def vergeleken_met(verschil: Verschil) -> str:
    """Say which run this one is compared with, and whether anything changed."""
    met = f"Vergeleken met de toets op peildatum {datum(verschil.peildatum_oud)}."
    return met if any(tellingen(verschil).values()) else f"{met} Er is niets veranderd: dezelfde oordelen, citaten, documenten en signalen."


def tellingen(verschil: Verschil) -> dict[str, int]:
    """Everything that changed, counted; what stayed equal is not among it."""
    return {
        **{f"Normen: {RICHTINGEN[r].woord.lower()}": verschil.telling[r] for r in Richting if r is not Richting.GELIJK},
        "Citaten erbij": sum(len(n.erbij) for n in verschil.normen),
        "Citaten weg": sum(len(n.weg) for n in verschil.normen),
        "Documenten veranderd": len(verschil.documenten),
        "Signalen nieuw": len(verschil.signalen_nieuw),
        "Signalen weg": len(verschil.signalen_weg),
        "Oordelen van mensen veranderd": len(mensen(verschil)),
    }


def per_richting(verschil: Verschil) -> dict[Richting, tuple[NormVerschil, ...]]:
    """The normen that changed, by where they went."""
    groepen = {richting: tuple(n for n in verschil.normen if n.richting is richting) for richting in Richting if richting is not Richting.GELIJK}
    return {richting: normen for richting, normen in groepen.items() if normen}


def mensen(verschil: Verschil) -> tuple[NormVerschil, ...]:
    """The normen on which a person's verdict came, went or changed."""
    return tuple(n for n in verschil.normen if n.mens_oud != n.mens_nieuw)


def citaten(verschil: Verschil, *, erbij: bool) -> Iterator[tuple[NormVerschil, Bewijs]]:
    """Yield the quotes that came, or those that went, with their norm."""
    for norm in verschil.normen:
        for bewijs in norm.erbij if erbij else norm.weg:
            yield norm, bewijs


def wat_veranderde(norm: NormVerschil) -> str:
    """The quotes and onderdelen behind a change, in a few words."""
    delen = [
        f"{aantal(len(norm.erbij), 'citaat', 'citaten')} erbij" if norm.erbij else "",
        f"{aantal(len(norm.weg), 'citaat', 'citaten')} weg" if norm.weg else "",
        f"onderdelen gedekt van {norm.gedekt_oud} naar {norm.gedekt_nieuw}" if norm.gedekt_oud != norm.gedekt_nieuw else "",
    ]
    return opsomming([deel for deel in delen if deel]) or "De citaten zijn gelijk gebleven"


def aangetoond(punt: Punt) -> str:
    """The share that was shown, in words: "12 van 49"."""
    return f"{punt.telling[Oordeel.AANGETOOND]} van {punt.geldend}"


def beschrijf(reeks: Reeks) -> str:
    """A series in words, as the alt text of its picture."""
    punten = "; ".join(f"{datum(punt.peildatum)}: {aangetoond(punt)} aangetoond" for punt in reeks.punten[-MAX_PUNTEN:])
    return f"Verloop van {reeks.titel}. {punten}"
