"""Zoeker: the candidates for any onderdeel of one kader in one dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.bewijs.profielen import make_profielen
from checker.bewijs.zoeken import make_zoekvraag

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.begrippen.expressie import Term
    from checker.bewijs.verzamelen import Kandidaat, Verzamelaar
    from checker.kaders.model import Kader, Onderdeel


class Zoeker:
    """Brings a kader and a dossier together; call it with an onderdeel."""

    def __init__(self, verzamelaar: Verzamelaar, kader: Kader, termen: Mapping[str, tuple[Term, ...]]) -> None:
        """Compare the dossier with the kader's sentences once."""
        self._verzamelaar = verzamelaar
        self._termen = termen
        self._gelijkenis = verzamelaar.compare(make_profielen(kader, termen))
        self.soorten = frozenset(soort.naam for soort in verzamelaar.soorten)

    def __call__(self, onderdeel: Onderdeel, *, minimum: float | None = None) -> list[Kandidaat]:
        """All candidates for an onderdeel, best first."""
        return self._verzamelaar.collect(make_zoekvraag(onderdeel, self._termen), self._gelijkenis, minimum=minimum)
