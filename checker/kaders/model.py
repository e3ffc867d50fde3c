"""What a kader is: themas, normen and their onderdelen, as frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Niveau(StrEnum):
    """How far evidence reaches: described, in place, or shown over a period."""

    GEEN = "geen"
    OPZET = "opzet"
    BESTAAN = "bestaan"
    WERKING = "werking"


NIVEAU_RANG = {niveau: rang for rang, niveau in enumerate(Niveau)}


class Oordeel(StrEnum):
    """The documentary verdict per norm (``docs/ontwerp.md``), weakest last."""

    AANGETOOND = "aangetoond"
    GROTENDEELS = "grotendeels"
    GEDEELTELIJK = "gedeeltelijk"
    NIET_AANGETOOND = "niet_aangetoond"
    NIET_VAN_TOEPASSING = "niet_van_toepassing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verklaring:
    """One statement about the status of a kader, with where and when it was found."""

    tekst: str
    bron: str
    datum: str
    geverifieerd: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bereik:
    """For whom a kader is meant and which purchasing segmenten may refer to it."""

    wet: tuple[str, ...]
    segmenten: tuple[str, ...]
    land: str
    brengt_mee: tuple[str, ...]
    toelichting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Schaal:
    """The labels a kader gives to the oordelen, or its growth levels."""

    soort: str
    labels: Mapping[str, str]
    toelichting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relation to a norm of another kader: ``gelijk``, ``omvat`` or ``raakt``."""

    norm: str
    soort: str
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Praktijkvraag:
    """What paper leaves open: a question to ask or a file sample to take."""

    soort: str
    rol: str
    vraag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderdeel:
    """The smallest checkable aspect of a norm.

    ``kern`` holds expressies (see ``checker.begrippen.expressie``): each is one way in which a
    document can say it. ``steun`` terms raise the score; ``uitsluit`` terms void a match;
    ``ook_telt`` names uitspraken that count here too; ``zinnen`` are further ways in which a practice tells it, to compare with.
    ``groeiniveau`` (1 to 5) makes it an indicator of that growth level; ``rol`` is who must be asked ``vraag``, empty when the words tell.
    """

    id: str
    tekst: str
    vereist: bool
    niveau: Niveau
    uit_papier: bool
    toepassing: str
    kern: tuple[str, ...]
    steun: tuple[str, ...]
    uitsluit: tuple[str, ...]
    documenten: tuple[str, ...]
    niet_genoeg: str
    advies: str
    vraag: str
    wel: tuple[str, ...]
    niet: tuple[str, ...]
    zinnen: tuple[str, ...] = ()
    ook_telt: tuple[str, ...] = ()
    groeiniveau: int | None = None
    rol: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sectorgemiddelde:
    """The mean growth level that a sector had in a year: to compare with, no minimum."""

    waarde: float
    jaar: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """One demand of a kader, in own words, with the lines of the source it rests on."""

    id: str
    kader_id: str
    nummer: str
    thema: str
    element: str
    titel: str
    toetsvraag: str
    bron_van: int
    bron_tot: int
    toepassing: str
    gewicht: float
    scoren: bool
    risico: str
    wet_nu: str
    links: tuple[Link, ...]
    praktijktoets: tuple[Praktijkvraag, ...]
    onderdelen: tuple[Onderdeel, ...]
    sectorgemiddelde: Sectorgemiddelde | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kader:
    """A quality framework: published once, read here as data."""

    id: str
    titel: str
    uitgever: str
    versie: str
    jaar: int
    bron: str
    bron_bestand: str
    status: str
    gecontroleerd_op: str
    verklaringen: tuple[Verklaring, ...]
    bereik: Bereik
    schaal: Schaal
    themas: tuple[str, ...]
    normen: tuple[Norm, ...]
    afgeleid: bool
