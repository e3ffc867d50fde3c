"""Beeld: a resultaat arranged for the page; what the template would have to compute."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from checker.rapporten import overzicht, werk
from checker.rapporten.gaten import los_advies, losse_hiaten
from checker.rapporten.opmaak import OORDELEN
from checker.rapporten.profiel import profielregels

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.rapporten.opmaak import Stijl
    from checker.rapporten.overzicht import (
        KaderOverzicht,
        OntbrekendDocument,
        Telling,
    )
    from checker.rapporten.werk import Stuk, Vraag
    from checker.resultaat import (
        Actie,
        Bevinding,
        Bewijs,
        DocumentRegel,
        OnderdeelUitkomst,
        Resultaat,
        Signaal,
    )

_GEEN_ANKER = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Staaf:
    """A part of a bar, in percents of its width."""

    oordeel: str
    stijl: Stijl
    aantal: int
    van: float
    breedte: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Citaatbeeld:
    """A quote between the text around it, with the onderdelen it is about."""

    bewijs: Bewijs
    voor: str
    na: str
    onderdelen: tuple[OnderdeelUitkomst, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Normbeeld:
    """A bevinding with all that belongs to it elsewhere in the resultaat."""

    bevinding: Bevinding
    anker: str
    bewijs: tuple[Citaatbeeld, ...]
    tegenbewijs: tuple[Citaatbeeld, ...]
    acties: tuple[Actie, ...]
    signalen: tuple[Signaal, ...]
    hiaten: tuple[str, ...]
    advies: tuple[str, ...]
    alleen_praktijk: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Themabeeld:
    """A thema with its normen; ``anker`` is the value of the filter."""

    anker: str
    thema: str
    telling: Telling
    normen: tuple[Normbeeld, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kaderbeeld:
    """A kader with its bar and themas."""

    anker: str
    overzicht: KaderOverzicht
    staven: tuple[Staaf, ...]
    themas: tuple[Themabeeld, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beeld:
    """The whole page."""

    totaal: Telling
    staven: tuple[Staaf, ...]
    kaders: tuple[Kaderbeeld, ...]
    ankers: dict[str, str]
    titels: dict[str, str]
    risicos: tuple[Bevinding, ...]
    knockouts: tuple[Bevinding, ...]
    dringend: tuple[Signaal, ...]
    acties: tuple[Stuk[Actie], ...]
    signalen: dict[str, tuple[Stuk[Signaal], ...]]
    toetsen: dict[str, tuple[Stuk[Vraag], ...]]
    ontbrekend: tuple[OntbrekendDocument, ...]
    niet_gelezen: tuple[DocumentRegel, ...]
    steun: dict[str, int]
    beoordeeld: int
    opnieuw: tuple[str, ...]
    profiel: tuple[tuple[str, str], ...]


def maak_beeld(resultaat: Resultaat) -> Beeld:
    """Arrange the resultaat."""
    totaal = overzicht.totaal(resultaat)
    return Beeld(
        totaal=totaal,
        staven=staven(totaal),
        kaders=_kaders(resultaat),
        ankers={b.norm_id: anker(b.norm_id) for b in resultaat.bevindingen},
        titels={b.norm_id: b.titel for b in resultaat.bevindingen},
        risicos=overzicht.top_risicos(resultaat),
        knockouts=overzicht.knockouts(resultaat),
        dringend=overzicht.dringend(resultaat),
        acties=werk.acties(resultaat),
        signalen={soort: tuple(groep) for soort, groep in groupby(werk.signalen(resultaat), key=lambda stuk: stuk.wat.soort)},
        toetsen={rol: tuple(groep) for rol, groep in groupby(werk.vragen(resultaat), key=lambda stuk: stuk.wat.rol)},
        ontbrekend=overzicht.ontbrekende_documenten(resultaat),
        niet_gelezen=overzicht.niet_gelezen(resultaat),
        steun=_steun(resultaat),
        beoordeeld=len(overzicht.beoordeeld(resultaat)),
        opnieuw=tuple(b.norm_id for b in overzicht.opnieuw(resultaat)),
        profiel=profielregels(resultaat.dossier.profiel),
    )


def anker(norm_id: str) -> str:
    """Name of the place of a norm in the page."""
    return "norm-" + _GEEN_ANKER.sub("-", norm_id)


def staven(telling: Telling) -> tuple[Staaf, ...]:
    """Divide a bar over the oordelen that occur."""
    gevuld = [(oordeel, n) for oordeel, n in telling.aantallen.items() if n]
    uit: list[Staaf] = []
    van = 0
    for oordeel, hoeveel in gevuld:
        uit.append(
            Staaf(
                oordeel=oordeel,
                stijl=OORDELEN[oordeel],
                aantal=hoeveel,
                van=round(100 * van / telling.totaal, 3),
                breedte=round(100 * hoeveel / telling.totaal, 3),
            )
        )
        van += hoeveel
    return tuple(uit)


def citaatbeeld(bevinding: Bevinding, bewijs: Bewijs) -> Citaatbeeld:
    """Split the context around the quote; without the quote in it there is no context."""
    voor, gevonden, na = bewijs.context.partition(bewijs.citaat or bewijs.context or " ")
    return Citaatbeeld(
        bewijs=bewijs,
        voor=voor if gevonden else "",
        na=na if gevonden else "",
        onderdelen=overzicht.onderdelen_van(bevinding, bewijs),
    )


def _kaders(resultaat: Resultaat) -> tuple[Kaderbeeld, ...]:
    acties = overzicht.acties_per_norm(resultaat)
    signalen = _signalen_per_norm(resultaat.signalen)
    return tuple(
        Kaderbeeld(
            anker=f"kader-{nummer}",
            overzicht=deel,
            staven=staven(deel.telling),
            themas=_themas(f"kader-{nummer}", deel, acties, signalen),
        )
        for nummer, deel in enumerate(overzicht.per_kader(resultaat), 1)
    )


def _themas(
    kader: str,
    deel: KaderOverzicht,
    acties: dict[str, tuple[Actie, ...]],
    signalen: dict[str, tuple[Signaal, ...]],
) -> tuple[Themabeeld, ...]:
    return tuple(
        Themabeeld(
            anker=f"{kader}-thema-{nummer}",
            thema=thema.thema,
            telling=thema.telling,
            normen=tuple(_norm(b, acties.get(b.norm_id, ()), signalen.get(b.norm_id, ())) for b in thema.bevindingen),
        )
        for nummer, thema in enumerate(deel.themas, 1)
    )


def _norm(bevinding: Bevinding, acties: tuple[Actie, ...], signalen: tuple[Signaal, ...]) -> Normbeeld:
    return Normbeeld(
        bevinding=bevinding,
        anker=anker(bevinding.norm_id),
        bewijs=tuple(citaatbeeld(bevinding, bewijs) for bewijs in bevinding.bewijs),
        tegenbewijs=tuple(citaatbeeld(bevinding, bewijs) for bewijs in bevinding.tegenbewijs),
        acties=acties,
        signalen=signalen,
        hiaten=losse_hiaten(bevinding),
        advies=los_advies(bevinding),
        alleen_praktijk=overzicht.alleen_praktijk(bevinding),
    )


def _signalen_per_norm(signalen: Iterable[Signaal]) -> dict[str, tuple[Signaal, ...]]:
    per_norm: dict[str, list[Signaal]] = {}
    for signaal in signalen:
        for norm_id in signaal.norm_ids:
            per_norm.setdefault(norm_id, []).append(signaal)
    return {norm_id: tuple(rij) for norm_id, rij in per_norm.items()}


def _steun(resultaat: Resultaat) -> dict[str, int]:
    """Count per document how many normen it supports."""
    steun: dict[str, int] = {}
    for rij in overzicht.kruistabel(resultaat).rijen:
        for document in rij.aantallen:
            steun[document] = steun.get(document, 0) + 1
    return steun
