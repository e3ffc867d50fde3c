"""Checking a kader: is every entry complete, specific and true to its own examples?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.begrippen.expressie import parse_expressie
from checker.errors import CheckerError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.begrippen.expressie import Term
    from checker.kaders.model import Kader, Norm, Onderdeel

DOCUMENTSOORTEN = frozenset(
    "kwaliteitshandboek beleidsplan missie_visie jaarplan jaarverslag werkproces protocol meldcode klachtenregeling "
    "klachtenregister incidentenregister verbeterregister personeelsregister scholingsplan scholingsoverzicht notulen "
    "functieprofiel gedragscode privacyreglement verwerkingsregister hulpverleningsplan format overeenkomst certificaat "
    "auditverslag directiebeoordeling tevredenheidsonderzoek risicoanalyse rie wervingsbeleid vrijwilligersbeleid "
    "stagebeleid inwerkprogramma organogram website folder toestemmingsformulier dossiertoets samenwerkingsafspraken "
    "medezeggenschap toezicht jaarrekening methodiek huisregels professioneel_statuut overig".split()
)
MIN_VOORBEELDEN = 3
_MIN_KERN = 2
# Too general to be what an expressie turns on: they occur in nearly every sentence of the field.
ALGEMEEN = frozenset(
    "@client @jeugdige @ouder @gezin @professional @medewerker @team @informeren_client @samenspraak @vastleggen "
    "@periodiek #getal #naam #datum #jaar #termijn #frequentie hulp zorg client kwaliteit werken".split()
)


@dataclass(frozen=True, slots=True)
class Opmerking:
    """A fault (``ernst`` fout) or a doubt (``let op``) in a kader, with where it stands."""

    ernst: str
    plek: str
    tekst: str


def check_kader(kader: Kader, begrippen: Mapping[str, tuple[Term, ...]]) -> list[Opmerking]:
    """All faults of a kader that the schema cannot see, in the order of the file."""
    found: list[Opmerking] = []
    seen: set[str] = set()
    for norm in kader.normen:
        found.extend(_check_norm(kader, norm, seen))
        for onderdeel in norm.onderdelen:
            found.extend(_check_onderdeel(onderdeel, norm, begrippen, afgeleid=kader.afgeleid))
    return found


def _check_norm(kader: Kader, norm: Norm, seen: set[str]) -> Iterable[Opmerking]:
    if norm.id in seen:
        yield Opmerking("fout", norm.id, "deze norm staat er twee keer in.")
    seen.add(norm.id)
    if norm.thema not in kader.themas:
        yield Opmerking("fout", norm.id, f"het thema '{norm.thema}' staat niet bij themas.")
    if not norm.praktijktoets:
        yield Opmerking("fout", norm.id, "er is geen praktijktoets: wat moet een gesprek of dossiertoets laten zien?")
    for number, onderdeel in enumerate(norm.onderdelen, start=1):
        if onderdeel.id != f"{norm.id}/{number}":
            yield Opmerking("fout", onderdeel.id, f"het id moet {norm.id}/{number} zijn.")


def _check_onderdeel(
    onderdeel: Onderdeel, norm: Norm, begrippen: Mapping[str, tuple[Term, ...]], *, afgeleid: bool
) -> Iterable[Opmerking]:
    unknown = [soort for soort in onderdeel.documenten if soort not in DOCUMENTSOORTEN]
    if unknown:
        yield Opmerking("fout", onderdeel.id, f"onbekende documentsoort: {', '.join(unknown)}.")
    if not onderdeel.uit_papier:
        return
    yield from _check_expressies(onderdeel, begrippen)
    if not norm.scoren or afgeleid:
        return
    for name, examples in (("wel", onderdeel.wel), ("niet", onderdeel.niet)):
        if len(examples) < MIN_VOORBEELDEN:
            yield Opmerking("fout", onderdeel.id, f"er zijn {len(examples)} voorbeelden onder '{name}'; minstens {MIN_VOORBEELDEN} nodig.")


def _check_expressies(onderdeel: Onderdeel, begrippen: Mapping[str, tuple[Term, ...]]) -> Iterable[Opmerking]:
    try:
        for text in (*onderdeel.kern, *onderdeel.steun, *onderdeel.uitsluit):
            parse_expressie(text, begrippen)
    except CheckerError as error:
        yield Opmerking("fout", onderdeel.id, str(error))
        return
    if len(onderdeel.kern) < _MIN_KERN:
        yield Opmerking("fout", onderdeel.id, f"er is maar {len(onderdeel.kern)} expressie onder kern; minstens {_MIN_KERN}.")
    for text in onderdeel.kern:
        first = {part.strip() for part in text.split("+")[0].split("|")}
        if first <= ALGEMEEN:
            yield Opmerking("fout", onderdeel.id, f'de eerste groep van "{text}" is te algemeen.')
