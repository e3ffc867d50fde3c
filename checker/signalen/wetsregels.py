"""Wetsregels: rules on what texts say about terms, complaint routes and supervision."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.resultaat import Signaal
from checker.signalen.laden import regels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checker.signalen.beeld import Beeld, Regel
    from checker.signalen.beweringen import Bewering
    from checker.signalen.laden import Toetsregel

_WKKGZ = re.compile(r"\bwkkgz\b|wet kwaliteit,? klachten en geschillen|geschillen(commissie|instantie)")
_KLACHT = re.compile(r"klacht|klagen|geschil|kom(t|en)? (je|u|jullie|wij) er (samen |met ons |onderling )?niet uit|niet tevreden")
_STIL = re.compile(r"\b(en/of|norm|geldt niet|niet van toepassing|toelichting|voorheen|opdrachtnemer|opdrachtgever|partijen|contractant)\b")
_GEEN_TOEZICHT = re.compile(
    r"\b(geen|zonder) (een )?(raad van toezicht|raad van commissarissen|intern toezicht|toezichthouder|toezichthoudend orgaan)\b|"
    r"\bintern toezicht\b[^.]{0,40}\b(niet (verplicht|nodig|ingericht|van toepassing)|ontbreekt)\b"
)
_DAG = 1.4  # a working day in days


def find_wetsregels(beeld: Beeld, beweringen: Sequence[Bewering]) -> Iterator[Signaal]:
    """Texts that promise less than the law asks, or describe the route of another law."""
    for regel in regels():
        if not regel.register:
            yield from _CONTROLES[regel.controle](beeld, beweringen, regel)


def _signaal(regel: Toetsregel, line: Regel, van: int, tot: int, **feiten: object) -> Signaal:
    citaat, plaats = line.citaat(van, tot)
    what = regel.wat.format_map(feiten)
    return Signaal(
        soort=regel.soort, ernst=regel.ernst, document=line.document.pad, plaats=plaats, citaat=citaat,
        melding=f"{what[0].upper()}{what[1:]}. {regel.doe.format_map(feiten)}",
    )


def _calamity(beeld: Beeld, beweringen: Sequence[Bewering], regel: Toetsregel) -> Iterator[Signaal]:
    limit = regel.extra["werkdagen"] * _DAG
    for bewering in beweringen:
        late = bewering.onderwerp == "calamiteit" and isinstance(bewering.waarde, float) and bewering.waarde > limit + 0.1
        if late and beeld.jeugdwet:
            yield _signaal(regel, bewering.regel, 0, len(bewering.regel.tekst))


def _complaint_route(beeld: Beeld, _beweringen: Sequence[Bewering], regel: Toetsregel) -> Iterator[Signaal]:
    if not beeld.jeugdwet or "wkkgz" in beeld.profiel.wet:
        return
    seen: set[str] = set()
    for line in beeld.eigen_regels:
        match = _WKKGZ.search(line.laag)
        if match is None or _STIL.search(line.laag) or not _KLACHT.search(f"{line.laag} {line.koppen}"):
            continue
        if "klachtencommissie" in line.laag or line.document.pad in seen:
            continue
        seen.add(line.document.pad)
        yield _signaal(regel, line, match.start(), match.end())


def _supervision(beeld: Beeld, _beweringen: Sequence[Bewering], regel: Toetsregel) -> Iterator[Signaal]:
    number = beeld.profiel.medewerkers or 0
    stay = beeld.profiel.kenmerken.get("verblijf", False)
    limit = regel.extra["met_verblijf"] if stay else regel.extra["zonder_verblijf"]
    if not beeld.jeugdwet or number <= limit or beeld.peildatum.isoformat() < regel.extra["sinds"]:
        return
    for line in beeld.eigen_regels:
        match = _GEEN_TOEZICHT.search(line.laag)
        if match:
            yield _signaal(regel, line, match.start(), match.end(), medewerkers=number)


_CONTROLES: dict[str, Callable[[Beeld, Sequence[Bewering], Toetsregel], Iterator[Signaal]]] = {
    "calamiteit_termijn": _calamity, "klachtroute": _complaint_route, "intern_toezicht": _supervision,
}
