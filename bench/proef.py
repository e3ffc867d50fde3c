"""One labelled dossier judged norm by norm, as it is or after an edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property

from bench.goud import Goud, load_goud
from bench.ingreep import Zinnen
from checker.bevindingen.bevinding import find_bevinding
from checker.bevindingen.oordeel import NIET_UIT_PAPIER, NVT
from checker.bevindingen.toepassing import Toepassing
from checker.bewijs.verzamelen import Verzamelaar
from checker.bewijs.zoeker import Zoeker
from checker.catalogi import installed_catalogus
from checker.dossier import read_dossier
from checker.dossier.document import Dossier
from checker.index import Index
from checker.kaders.catalogus import Catalogus
from checker.kaders.model import Kader, Norm
from checker.profiel import read_profiel
from checker.resultaat import Bevinding
from checker.signalen import Signalering


@cache
def catalogus() -> Catalogus:
    """The installed kaders."""
    return installed_catalogus()[0]


@cache
def proeven() -> tuple[Proef, ...]:
    """Every labelled dossier that can be found, ready to be judged."""
    return tuple(Proef(goud) for goud in load_goud())


@dataclass(frozen=True)
class Proef:
    """A labelled dossier with its labelled normen."""

    goud: Goud
    _bevindingen: dict[str, Bevinding] = field(default_factory=dict)

    @cached_property
    def dossier(self) -> Dossier:
        """The dossier as read."""
        return read_dossier(self.goud.map)

    @cached_property
    def zinnen(self) -> Zinnen:
        """Its sentences, to be found by their quotes."""
        return Zinnen(self.dossier)

    @cached_property
    def lezing(self) -> Lezing:
        """The dossier as it is, ready to be judged."""
        return self.read(self.dossier)

    def judge(self, kader: Kader, norm: Norm) -> Bevinding:
        """The finding on the dossier as it is; asked for often, made once."""
        if norm.id not in self._bevindingen:
            self._bevindingen[norm.id] = self.lezing.judge(kader, norm)
        return self._bevindingen[norm.id]

    def read(self, dossier: Dossier) -> Lezing:
        """Another version of the dossier, with the same profile and date."""
        return Lezing(self.goud, dossier)

    def normen(self) -> list[tuple[Kader, Norm]]:
        """The normen with a label, in order of the kaders."""
        return [(kader, norm) for kader in catalogus().kaders for norm in kader.normen if norm.scoren and norm.id in self.goud.labels]


class Lezing:
    """One version of a dossier: judges a norm and scores its onderdelen."""

    def __init__(self, goud: Goud, dossier: Dossier) -> None:
        """Index the dossier; kaders are compared with it when they are first asked for."""
        self.index = Index(dossier)
        profiel = read_profiel(goud.map)
        self.verzamelaar = Verzamelaar(self.index, goud.peildatum, profiel.naam if profiel.bekend else "")
        self._toepassing = Toepassing(profiel, self.verzamelaar)
        self._weerlegd = Signalering(dossier, self.verzamelaar.soorten, goud.peildatum, profiel).weerleggingen()
        self._zoekers: dict[str, Zoeker] = {}

    def judge(self, kader: Kader, norm: Norm) -> Bevinding:
        """The finding on a norm, as the product makes it."""
        return find_bevinding(norm, kader, self.zoeker(kader), self._toepassing, self._weerlegd)

    def scores(self, kader: Kader, norm: Norm) -> dict[str, float]:
        """Per onderdeel the score of the best sentence that says it of the own practice; 0 when there is none."""
        zoeker = self.zoeker(kader)
        return {
            onderdeel.id: max((k.bewijs.score for k in zoeker(onderdeel, minimum=0.0) if k.bevestigd), default=0.0)
            for onderdeel in norm.onderdelen
            if onderdeel.uit_papier
        }

    def zoeker(self, kader: Kader) -> Zoeker:
        """The dossier beside one kader; made once."""
        if kader.id not in self._zoekers:
            self._zoekers[kader.id] = Zoeker(self.verzamelaar, kader, catalogus())
        return self._zoekers[kader.id]


def measured(bevinding: Bevinding) -> tuple[str, ...]:
    """The onderdelen of a finding that apply and that paper can show."""
    return tuple(o.id for o in bevinding.onderdelen if o.status not in (NVT, NIET_UIT_PAPIER))
