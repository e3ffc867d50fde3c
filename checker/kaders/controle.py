"""Checking a kader: is every entry complete, specific and true to its own examples?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from checker.begrippen.expressie import parse_expressie
from checker.errors import CheckerError
from checker.kaders.kenmerken import KENMERKEN, meant
from checker.kaders.segment import SEGMENTEN

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
    """A fault (``ernst`` fout) or a doubt (``let op``) in a kader, with where it stands.

    With a fault that is ``fataal`` the kader cannot be used at all; with another one it can, and says less than it seems to.
    One that is ``beproeving`` only tells that the kader was not tried enough: a matter of who writes it.
    """

    ernst: str
    plek: str
    tekst: str
    fataal: bool = False
    beproeving: bool = False


def check_kader(kader: Kader, begrippen: Mapping[str, tuple[Term, ...]]) -> list[Opmerking]:
    """All faults of a kader that the schema cannot see, in the order of the file."""
    found: list[Opmerking] = list(_check_head(kader))
    for norm in kader.normen:
        found.extend(_check_norm(kader, norm))
        for onderdeel in norm.onderdelen:
            found.extend(_check_onderdeel(onderdeel, norm, begrippen, afgeleid=kader.afgeleid))
    return found


def check_references(kader: Kader, kaders: Iterable[Kader]) -> list[Opmerking]:
    """Links to normen and kaders that are not among those that can be used here: perhaps a typing error, perhaps not installed."""
    others = list(kaders)
    normen = {norm.id for other in (kader, *others) for norm in other.normen}
    ids = {other.id for other in others}
    found = [
        Opmerking("let op", "bereik.brengt_mee", f"het kader '{wanted}' is hier niet bekend en komt dus niet mee; {meant(wanted, sorted(ids))}")
        for wanted in kader.bereik.brengt_mee if wanted not in ids
    ]
    for norm in kader.normen:
        found.extend(
            Opmerking("let op", norm.id, f"de link naar {link.norm} leidt nergens heen: die norm staat in geen kader dat hier bekend is.")
            for link in norm.links if link.norm not in normen
        )
    return found


def _check_head(kader: Kader) -> Iterable[Opmerking]:
    for segment in kader.bereik.segmenten:
        if segment not in SEGMENTEN:
            yield Opmerking("fout", "bereik.segmenten", f"het segment '{segment}' bestaat niet; {meant(segment, SEGMENTEN)}")
    if not _is_date(kader.gecontroleerd_op):
        yield Opmerking("fout", "gecontroleerd_op", f"'{kader.gecontroleerd_op}' is geen dag die bestaat.")
    for number, verklaring in enumerate(kader.verklaringen, start=1):
        if len(verklaring.datum) == len("jjjj-mm-dd") and not _is_date(verklaring.datum):
            yield Opmerking("fout", f"verklaringen[{number}]", f"'{verklaring.datum}' is geen dag die bestaat.")


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _check_toepassing(plek: str, toepassing: str) -> Iterable[Opmerking]:
    for condition in (part.strip() for part in toepassing.split("+")):
        if condition and condition not in KENMERKEN:
            yield Opmerking("fout", plek, f"de voorwaarde '{condition}' onder toepassing bestaat niet; {meant(condition, KENMERKEN)}")


def _check_norm(kader: Kader, norm: Norm) -> Iterable[Opmerking]:
    if norm.bron_tot < norm.bron_van:
        yield Opmerking("fout", norm.id, f"bron_tot ({norm.bron_tot}) ligt voor bron_van ({norm.bron_van}).")
    yield from _check_toepassing(norm.id, norm.toepassing)
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
    yield from _check_toepassing(onderdeel.id, onderdeel.toepassing)
    if not onderdeel.uit_papier:
        return
    yield from _check_expressies(onderdeel, begrippen)
    if not norm.scoren or afgeleid:
        return
    for name, examples in (("wel", onderdeel.wel), ("niet", onderdeel.niet)):
        if len(examples) < MIN_VOORBEELDEN:
            yield Opmerking("fout", onderdeel.id, f"onder '{name}' staan te weinig voorbeelden: {len(examples)}, en er zijn er minstens {MIN_VOORBEELDEN} nodig.", beproeving=True)


def _check_expressies(onderdeel: Onderdeel, begrippen: Mapping[str, tuple[Term, ...]]) -> Iterable[Opmerking]:
    try:
        for text in (*onderdeel.kern, *onderdeel.steun, *onderdeel.uitsluit):
            parse_expressie(text, begrippen)
    except CheckerError as error:
        yield Opmerking("fout", onderdeel.id, str(error), fataal=True)
        return
    if len(onderdeel.kern) < _MIN_KERN:
        yield Opmerking("fout", onderdeel.id, f"er is maar {len(onderdeel.kern)} expressie onder kern; minstens {_MIN_KERN}.", beproeving=True)
    for text in onderdeel.kern:
        first = {part.strip() for part in text.split("+")[0].split("|")}
        if first <= ALGEMEEN:
            yield Opmerking("fout", onderdeel.id, f'de eerste groep van "{text}" is te algemeen.')
