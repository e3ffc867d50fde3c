"""Wetsregels: rules on what texts say about terms, complaint routes and supervision."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.bewijs.uitspraak import by_rules
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
_INSPECTIE = re.compile(r"\b(inspectie|igj|igz)\b")
_WMO_TOEZICHT = re.compile(r"toezichthouder|wmo-?toezicht|toezicht wmo|\bggd\b[^.]{0,40}(meld|calamiteit)|(meld|calamiteit)[^.]{0,60}\b(ggd|gemeente)\b")
_CERTIFICAAT = re.compile(r"certifica|keurmerk|\bhkz\b|\biso\b|scope|toepassingsgebied|reikwijdte")
_BUITEN = re.compile(
    r"\b(exclusief|met uitzondering van|uitgezonderd|geldt niet voor|niet van toepassing op|behalve|valt buiten|vallen buiten)\b(?P<wat>[^.;]{0,60})"
)
_WETTEN = {"wmo": r"\bwmo\b|maatschappelijke ondersteuning", "jeugdwet": r"jeugd", "wlz": r"\bwlz\b|langdurige zorg"}
_WETNAAM = {"wmo": "de Wmo", "jeugdwet": "de Jeugdwet", "wlz": "de Wlz"}
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
        if "klachtencommissie" in line.laag or line.document.pad in seen or by_rules(line.tekst).soort == "ontkend":
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


def _wmo_route(beeld: Beeld, _beweringen: Sequence[Bewering], regel: Toetsregel) -> Iterator[Signaal]:
    if "wmo" not in beeld.profiel.wet or any(_WMO_TOEZICHT.search(line.laag) for line in beeld.eigen_regels):
        return
    for line in beeld.eigen_regels:
        match = _INSPECTIE.search(line.laag)
        if match and "calamiteit" in f"{line.laag} {line.koppen}" and "meld" in line.laag:
            yield _signaal(regel, line, match.start(), match.end())
            return


def _scope(beeld: Beeld, _beweringen: Sequence[Bewering], regel: Toetsregel) -> Iterator[Signaal]:
    for line in beeld.eigen_regels:
        match = _BUITEN.search(line.laag)
        if match and (line.soort == "certificaat" or _CERTIFICAAT.search(f"{line.laag} {line.koppen}")):
            law = next((name for name, words in _WETTEN.items() if re.search(words, match.group("wat"))), None)
            if law and law in beeld.profiel.wet:
                yield _signaal(regel, line, match.start(), match.end(), wet=_WETNAAM[law])


_CONTROLES: dict[str, Callable[[Beeld, Sequence[Bewering], Toetsregel], Iterator[Signaal]]] = {
    "calamiteit_termijn": _calamity, "klachtroute": _complaint_route, "intern_toezicht": _supervision,
    "wmo_meldroute": _wmo_route, "certificaat_bereik": _scope,
}
