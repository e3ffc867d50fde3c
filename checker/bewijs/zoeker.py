"""Zoeker: the candidates for any onderdeel of one kader in one dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.bewijs.profielen import make_profielen
from checker.bewijs.zoeken import make_zoekvraag

if TYPE_CHECKING:
    from checker.bewijs.verzamelen import Kandidaat, Verzamelaar
    from checker.kaders.catalogus import Catalogus
    from checker.kaders.model import Kader, Onderdeel


class Zoeker:
    """Brings a kader and a dossier together; call it with an onderdeel.

    Attributes:
        gelijkenis: how much every sentence resembles every onderdeel.
        soorten: the kinds of document in the dossier, also as a sheet or a chapter of another.
    """

    def __init__(self, verzamelaar: Verzamelaar, kader: Kader, catalogus: Catalogus) -> None:
        """Compare the dossier with the kader's sentences once.

        Only shared begrippen and the kader's own take part, so that no other plugin changes the outcome.
        """
        self._verzamelaar = verzamelaar
        self._termen = catalogus.termen
        known = catalogus.termen_of(kader.id)
        self.gelijkenis = verzamelaar.compare(make_profielen(kader, known), known)
        self.soorten = verzamelaar.aanwezig

    def __call__(self, onderdeel: Onderdeel, *, minimum: float | None = None) -> list[Kandidaat]:
        """All candidates for an onderdeel, best first."""
        return self._verzamelaar.collect(make_zoekvraag(onderdeel, self._termen), self.gelijkenis, minimum=minimum)
