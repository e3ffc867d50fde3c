"""Signalen: observations on documents; they only lower a verdict or raise a question."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.bewijs.weerlegging import Weerleggingen
from checker.signalen.afschermen import NIEMAND, shield_signaal
from checker.signalen.andere_organisatie import find_andere_organisatie
from checker.signalen.beeld import Beeld
from checker.signalen.beweringen import find_beweringen
from checker.signalen.normen import Geraakt
from checker.signalen.onleesbaar import find_onleesbaar
from checker.signalen.ontbrekend import find_ontbrekend
from checker.signalen.ontkenningen import find_ontkenningen
from checker.signalen.ontwikkeling import find_ontwikkeling
from checker.signalen.personen import find_personen
from checker.signalen.persoonsgegevens import find_persoonsgegevens
from checker.signalen.registerregels import belied_promises, find_registerregels
from checker.signalen.sjabloon import find_sjabloon
from checker.signalen.tegenstrijdig import find_tegenstrijdig
from checker.signalen.tellingen import belied_counts, find_tellingen
from checker.signalen.tweelingen import fold_versies
from checker.signalen.verlopen import find_verlopen
from checker.signalen.verouderd import find_verouderd
from checker.signalen.versies import find_versies
from checker.signalen.wetsregels import find_wetsregels

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.bewijs.documentsoort import Documentsoort
    from checker.dossier.document import Dossier
    from checker.profiel import Profiel
    from checker.resultaat import Bevinding, Signaal
    from checker.signalen.namen import Namen

# What looks at documents alone, and what also needs the claims they make.
_ZOEKERS = (
    find_onleesbaar, find_verouderd, find_persoonsgegevens, find_sjabloon, find_andere_organisatie, find_versies,
    find_ontbrekend, find_ontwikkeling, find_ontkenningen, find_verlopen, find_personen,
)
_MET_BEWERINGEN = (find_tegenstrijdig, find_registerregels, find_tellingen, find_wetsregels)
_HOOGSTENS = 60
_CIJFERS = re.compile(r"(\d+)")


class Signalering:
    """What stands out in one dossier; it is looked at once, before and after the normen are judged."""

    def __init__(self, dossier: Dossier, soorten: Sequence[Documentsoort], peildatum: str, profiel: Profiel) -> None:
        """Look at the documents and the claims they make, as they are on the peildatum (``jjjj-mm-dd``)."""
        self._beeld = Beeld(dossier, soorten, peildatum, profiel)
        self._beweringen = find_beweringen(self._beeld)

    def weerleggingen(self) -> Weerleggingen:
        """What the documents promise or count and a register belies."""
        return Weerleggingen((*belied_promises(self._beeld, self._beweringen), *belied_counts(self._beeld)))

    def find(self, bevindingen: Sequence[Bevinding] = (), namen: Namen = NIEMAND) -> tuple[Signaal, ...]:
        """All signalen, in order of document, place and soort, with the normen of the bevindingen they touch; quotes are masked."""
        found = [signaal for zoeker in _ZOEKERS for signaal in zoeker(self._beeld)]
        found.extend(signaal for zoeker in _MET_BEWERINGEN for signaal in zoeker(self._beeld, self._beweringen))
        geraakt = Geraakt(bevindingen)
        return tuple(_finish(signaal, geraakt, namen) for signaal in _limited(fold_versies(_ordered(found))))


def _limited(found: list[Signaal]) -> list[Signaal]:
    """At most so many of one soort per document; the last one says how many more there are."""
    totals = Counter((s.document, s.soort) for s in found)
    seen: Counter[tuple[str, str]] = Counter()
    kept = []
    for signaal in found:
        key = (signaal.document, signaal.soort)
        seen[key] += 1
        more = totals[key] - _HOOGSTENS
        if seen[key] == _HOOGSTENS and more > 0:
            kept.append(replace(signaal, melding=f"{signaal.melding} In dit document zijn er nog {more} van deze soort."))
        elif seen[key] <= _HOOGSTENS:
            kept.append(signaal)
    return kept


def _ordered(found: Iterable[Signaal]) -> list[Signaal]:
    """By document, place (numbers as numbers) and soort; the same observation once."""
    unique: dict[tuple[str, ...], Signaal] = {}
    for s in found:
        unique.setdefault((s.soort, s.document, s.plaats, s.citaat, s.melding[:24], s.document2, s.citaat2), s)
    return sorted(unique.values(), key=lambda s: (s.document, _natural(s.plaats), s.soort, s.citaat, s.melding))


def _natural(place: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdigit() else (-1, part) for part in _CIJFERS.split(place)]


def _finish(signaal: Signaal, geraakt: Geraakt, namen: Namen) -> Signaal:
    return replace(shield_signaal(signaal, namen), norm_ids=geraakt.norm_ids(signaal))
