"""Segment: the purchasing segments of municipalities, and why a kader fits one.

The division is that of the annex of the source document (lines 2456-2479); a kader for which the source names no
segment number holds for the whole law. A kader without any segment is tied to none: it holds in every segment of the laws it names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.errors import CheckerError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.kaders.model import Kader

SEGMENTEN: dict[str, str] = {
    "jeugdhulp": "alle jeugdhulp",
    "jeugdhulp-1": "hoog specialistisch, weinig voorkomend (ook JeugdzorgPlus)",
    "jeugdhulp-2": "wonen (ook pleegzorg en gezinshuizen)",
    "jeugdhulp-3": "dagbesteding en dagbehandeling",
    "jeugdhulp-4": "specialistisch, veel voorkomend",
    "jeugdhulp-5": "crisis",
    "jeugdhulp-6": "gecertificeerde instellingen",
    "jeugdhulp-7": "jeugdhulp in strafrechtelijk kader",
    "wmo": "alle Wmo-ondersteuning",
    "wmo-1": "gericht op herstel (1a en 1b samen)",
    "wmo-1a": "meer problemen tegelijk, volwassenen, gericht op herstel (ook beschermd wonen en opvang)",
    "wmo-1b": "één probleem, gericht op herstel",
    "wmo-2": "blijvende ondersteuning, gericht op stabiliteit",
    "wmo-3": "ouderen",
    "sociaal-werk": "sociaal werk",
}
_WETTEN = {"jeugdhulp": "de hele jeugdhulp", "wmo": "de hele Wmo", "sociaal-werk": "al het sociaal werk"}
# The law under which a segment is bought, as in the wet of a kader and in words.
_ONDER = {"jeugdhulp": ("jeugdwet", "Jeugdwet"), "wmo": ("wmo", "Wmo"), "sociaal-werk": ("wmo", "Wmo")}


class OnbekendSegmentError(CheckerError):
    """A segment that the division does not have."""

    _TEXT = "Het segment '{segment}' bestaat niet. Kies uit: {bekend}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuze:
    """A kader that a purchaser may refer to, and why."""

    kader: Kader
    reden: str


def choose(kaders: Sequence[Kader], segment: str) -> list[Keuze]:
    """The kaders for a segment, in their order, then those that these bring along.

    The segments are Dutch, so only Dutch kaders take part.

    Raises:
        OnbekendSegmentError: there is no such segment.
    """
    segment = segment.strip().lower()
    if segment not in SEGMENTEN:
        raise OnbekendSegmentError(segment=segment, bekend=", ".join(SEGMENTEN))
    found = {kader.id: Keuze(kader=kader, reden=reason(kader, segment)) for kader in kaders if kader.bereik.land == "nl" and reason(kader, segment)}
    bringers = [keuze.kader for keuze in found.values()]
    for kader in kaders:
        by = [bringer.id for bringer in bringers if kader.id in bringer.bereik.brengt_mee]
        if by:
            along = f"komt mee met {', '.join(by)}"
            old = found.get(kader.id)
            found[kader.id] = Keuze(kader=kader, reden=f"{old.reden}; {along}" if old else along)
    return list(found.values())


def reason(kader: Kader, segment: str) -> str:
    """Why a kader fits a segment by itself; empty when it does not."""
    own = kader.bereik.segmenten
    law = next(name for name in _WETTEN if segment == name or segment.startswith(f"{name}-"))
    if not own:
        wet, name = _ONDER[law]
        return f"hoort bij geen segment in het bijzonder: geldt voor iedereen onder de {name}" if wet in kader.bereik.wet else ""
    if law in own:
        return f"geldt voor {_WETTEN[law]}"
    if segment in own:
        return f"segment {segment} is genoemd"
    parts = [name for name in own if name.startswith(segment)]
    if not parts:
        return ""
    return f"alleen voor {'segment' if len(parts) == 1 else 'de segmenten'} {', '.join(parts)}"
