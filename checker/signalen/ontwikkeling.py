"""In ontwikkeling: what the practice itself says is not there yet, with the sentence that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.dossier.passage import Soort
from checker.resultaat import Signaal
from checker.signalen.laden import groep, patronen

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from checker.signalen.beeld import Beeld, Regel

_BESTAND = "ontwikkeling.yaml"
_MELDING = {
    "sterk": "Dit is nog niet klaar en telt daarom niet als bewijs. Maak het af, stel het vast en zet er een datum bij.",
    "nog_niet": "De praktijk zegt hier zelf dat dit er nog niet is. Regel het, of leg vast waarom het niet nodig is.",
    "voornemen": "Dit is een voornemen. Zet het in het jaarplan met een eigenaar en een datum, en voeg het resultaat toe.",
}
_ERNST = {"sterk": "midden", "nog_niet": "midden", "voornemen": "laag"}


def find_ontwikkeling(beeld: Beeld) -> Iterator[Signaal]:
    """Sentences, cells and status lines that say that something is being made."""
    for regel in beeld.regels:
        if regel.overgenomen or regel.passage.soort is Soort.KOPREGEL or regel.tekst.rstrip().endswith("?"):
            continue
        found = _judge(beeld, regel)
        if found:
            kind, match = found
            citaat, plaats = regel.citaat(match.start(), match.end())
            yield Signaal(
                soort="in_ontwikkeling", ernst=_ERNST[kind], document=regel.document.pad, plaats=plaats, citaat=citaat,
                melding=_MELDING[kind],
            )


def _judge(beeld: Beeld, regel: Regel) -> tuple[str, re.Match[str]] | None:
    rules = patronen(_BESTAND)
    kind = beeld.soort[regel.document.pad]
    groups = ["sterk"]
    if kind not in rules["verslagen"]:
        groups.append("nog_niet")
    if kind not in (*rules["plandocumenten"], *rules["verslagen"]):
        groups.append("voornemen")
    for name in groups:
        match = groep(_BESTAND, name).search(regel.laag)
        if match and not groep(_BESTAND, "uitsluiten").search(regel.laag):
            return name, match
    return None
