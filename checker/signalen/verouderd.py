"""Verouderd: laws, bodies and documents that have been succeeded; historic mentions stay silent."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from checker.resultaat import Signaal
from checker.signalen import laden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.signalen.beeld import Beeld, Regel
    from checker.signalen.laden import Verouderd

_MEER_DAN = 3  # sentences per term and document; the rest says the same
_MELDCODE_OUD = (
    "In deze meldcode staat geen afwegingskader. Sinds 1-1-2019 is dat verplicht en zijn stap 4 en 5 anders. "
    "Neem het afwegingskader van de eigen beroepsgroep op en pas de stappen aan."
)


def find_verouderd(beeld: Beeld) -> Iterator[Signaal]:
    """The sentences that rely on something that has been succeeded."""
    seen: dict[tuple[str, str], int] = {}
    for regel in chain(beeld.regels, beeld.register_rows(_any_pattern())):
        if not regel.overgenomen or "wij" in regel.laag.split():
            for entry, van, tot in _matches(beeld, regel):
                key = (regel.document.pad, entry.id)
                seen[key] = seen.get(key, 0) + 1
                if seen[key] <= _MEER_DAN:
                    yield _signaal(regel, entry, van, tot)
    yield from _old_meldcode(beeld)


@cache
def _any_pattern() -> re.Pattern[str]:
    """Matches whatever any entry matches, and a little more."""
    found = [patroon.pattern for entry in laden.verouderd().regels for patroon in entry.patronen]
    return re.compile("|".join(f"(?:{pattern})" for pattern in found), re.IGNORECASE)


def _matches(beeld: Beeld, regel: Regel) -> Iterator[tuple[Verouderd, int, int]]:
    lijst = laden.verouderd()
    taken: list[tuple[int, int]] = []
    for entry in lijst.regels:
        for patroon in entry.patronen:
            match = patroon.search(regel.tekst)
            if match is None or any(a < match.end() and match.start() < b for a, b in taken):
                continue
            taken.append(match.span())
            if _applies(beeld, regel, entry):
                yield entry, match.start(), match.end()
            break


def _applies(beeld: Beeld, regel: Regel, entry: Verouderd) -> bool:
    lijst = laden.verouderd()
    if beeld.profiel.land != "nl" or (entry.wetten and not beeld.jeugdwet):
        return False
    if lijst.historisch.search(regel.laag) or lijst.koppen.search(regel.koppen):
        return False
    if entry.niet_bij and entry.niet_bij.search(regel.laag):
        return False
    return not entry.alleen_bij or bool(entry.alleen_bij.search(f"{regel.laag} {regel.koppen}"))


def _signaal(regel: Regel, entry: Verouderd, van: int, tot: int) -> Signaal:
    citaat, plaats = regel.citaat(van, tot)
    term = regel.tekst[van:tot]
    controle = "" if entry.geverifieerd else " Controleer dit: het is niet bij een bron nagekeken."
    return Signaal(
        soort="verouderd", ernst=entry.ernst, document=regel.document.pad, plaats=plaats, citaat=citaat,
        melding=(
            f'"{term}" is verouderd. Sinds {entry.sinds}: {entry.nu}. Pas de tekst aan en kijk of ook de '
            f"afspraak erachter nog klopt.{controle}"
        ),
    )


def _old_meldcode(beeld: Beeld) -> Iterator[Signaal]:
    """A meldcode with its steps but without afwegingskader is the model of before 2019."""
    for document in beeld.gelezen:
        if beeld.soort[document.pad] != "meldcode" or beeld.is_blad(document):
            continue
        own = beeld.per_document[document.pad]
        if any("afweging" in regel.laag or "afwegen" in regel.laag for regel in own):
            continue
        steps = [regel for regel in own if "stap 5" in regel.laag or "stap 4" in regel.laag]
        if steps:
            citaat, plaats = steps[0].citaat(0, len(steps[0].tekst))
            yield Signaal(
                soort="verouderd", ernst="hoog", document=document.pad, plaats=plaats, citaat=citaat, melding=_MELDCODE_OUD,
            )
