"""Actieplan: gaps grouped by the document that closes them; the heaviest first, and of those what closes most normen."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from checker.kaders.model import Oordeel
from checker.resultaat import Actie

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.kaders.catalogus import Catalogus
    from checker.kaders.kruis import Verband
    from checker.kaders.model import Onderdeel
    from checker.resultaat import Bevinding, OnderdeelUitkomst

    Groep = list[tuple[Bevinding, OnderdeelUitkomst]]

_OPEN = frozenset((Oordeel.GROTENDEELS, Oordeel.GEDEELTELIJK, Oordeel.NIET_AANGETOOND))
_STEP = {
    "klachtenregister": "check", "incidentenregister": "check", "verbeterregister": "act", "jaarverslag": "check",
    "auditverslag": "check", "directiebeoordeling": "act", "tevredenheidsonderzoek": "check", "dossiertoets": "check",
    "notulen": "do", "personeelsregister": "do", "scholingsoverzicht": "do", "certificaat": "do", "overeenkomst": "do",
}

_KLASSEN = ("major", "minor", "observatie")
#: How each kind of document is called in a sentence.
NAMEN = {
    "auditverslag": "het auditverslag", "beleidsplan": "het beleidsplan", "certificaat": "de certificaten en bewijzen", "directiebeoordeling": "de directiebeoordeling",
    "dossiertoets": "de dossiertoets", "folder": "de folder voor cliënten", "format": "de formulieren", "functieprofiel": "de functieprofielen",
    "gedragscode": "de gedragscode", "huisregels": "de huisregels", "hulpverleningsplan": "het hulpverleningsplan", "incidentenregister": "het incidentenregister",
    "inwerkprogramma": "het inwerkprogramma", "jaarplan": "het jaarplan", "jaarrekening": "de jaarrekening", "jaarverslag": "het jaarverslag",
    "klachtenregeling": "de klachtenregeling", "klachtenregister": "het klachtenregister", "kwaliteitshandboek": "het kwaliteitshandboek",
    "medezeggenschap": "de regeling voor medezeggenschap", "meldcode": "de meldcode", "methodiek": "de beschrijving van de methodiek",
    "missie_visie": "de missie en visie", "notulen": "de notulen", "organogram": "het organogram", "overeenkomst": "de overeenkomsten",
    "overig": "de overige documenten", "personeelsregister": "het personeelsregister", "privacyreglement": "het privacyreglement",
    "professioneel_statuut": "het professioneel statuut", "protocol": "de protocollen", "rie": "de RI&E", "risicoanalyse": "de risicoanalyse",
    "samenwerkingsafspraken": "de samenwerkingsafspraken", "scholingsoverzicht": "het scholingsoverzicht", "scholingsplan": "het scholingsplan",
    "stagebeleid": "het stagebeleid", "tevredenheidsonderzoek": "het tevredenheidsonderzoek", "toestemmingsformulier": "het toestemmingsformulier",
    "toezicht": "de beschrijving van het interne toezicht", "verbeterregister": "het verbeterregister", "verwerkingsregister": "het verwerkingsregister",
    "vrijwilligersbeleid": "het vrijwilligersbeleid", "website": "de website", "werkproces": "de beschrijving van de werkprocessen",
    "wervingsbeleid": "het wervingsbeleid",
}


def make_acties(bevindingen: Sequence[Bevinding], catalogus: Catalogus, verbanden: Sequence[Verband] = ()) -> tuple[Actie, ...]:
    """One action per kind of document that is missing or incomplete, the most useful first.

    The order is: major before minor before observatie; how many normen this one document would close, also those that a closed norm answers along
    ``gelijk`` or ``omvat``; then how many it would help, weighed; then the name of the document.
    """
    groups: dict[str, Groep] = defaultdict(list)
    onderdelen = {o.id: o for norm in catalogus.normen.values() for o in norm.onderdelen}
    for bevinding in bevindingen:
        if bevinding.oordeel in _OPEN:
            for uitkomst in bevinding.onderdelen:
                if uitkomst.hiaat and uitkomst.advies and onderdelen[uitkomst.id].uit_papier:
                    groups[onderdelen[uitkomst.id].documenten[0]].append((bevinding, uitkomst))
    closed = {soort: _closed(soort, pairs, onderdelen, _carried(bevindingen, verbanden)) for soort, pairs in groups.items()}
    ordered = sorted(groups.items(), key=lambda item: (_KLASSEN.index(_class(item[1])), -len(closed[item[0]]), -_weight(item[1]), item[0]))
    return tuple(_actie(number, soort, pairs, len(closed[soort])) for number, (soort, pairs) in enumerate(ordered, start=1))


def _carried(bevindingen: Sequence[Bevinding], verbanden: Sequence[Verband]) -> dict[str, list[str]]:
    """Norm -> the open normen that it answers as well when it is aangetoond."""
    still_open = {bevinding.norm_id for bevinding in bevindingen if bevinding.oordeel in _OPEN}
    found: dict[str, list[str]] = defaultdict(list)
    for verband in verbanden:
        if verband.draagt_oordeel and verband.naar in still_open:
            found[verband.van].append(verband.naar)
    return found


def _closed(soort: str, pairs: Groep, onderdelen: Mapping[str, Onderdeel], carried: Mapping[str, list[str]]) -> set[str]:
    """The normen that this document alone would close: every gap of theirs may stand in it."""
    closed: set[str] = set()
    for bevinding in {b.norm_id: b for b, _ in pairs}.values():
        gaps = [onderdelen[u.id] for u in bevinding.onderdelen if u.hiaat and u.vereist]
        if gaps and all(o.uit_papier and soort in o.documenten for o in gaps):
            closed |= {bevinding.norm_id, *carried.get(bevinding.norm_id, ())}
    return closed


def _weight(pairs: Sequence[tuple[Bevinding, OnderdeelUitkomst]]) -> float:
    return sum({bevinding.norm_id: bevinding.gewicht for bevinding, _ in pairs}.values())


def _actie(number: int, soort: str, pairs: Sequence[tuple[Bevinding, OnderdeelUitkomst]], closed: int) -> Actie:
    norm_ids = tuple(dict.fromkeys(bevinding.norm_id for bevinding, _ in pairs))
    return Actie(
        nummer=number, document=soort, klasse=_class(pairs), pdca=_STEP.get(soort, "plan"), norm_ids=norm_ids,
        onderdelen=tuple(uitkomst.id for _, uitkomst in pairs),
        titel=f"Vul {NAMEN.get(soort, soort.replace('_', ' '))} aan: {len(pairs)} {'onderdeel' if len(pairs) == 1 else 'onderdelen'} van "
        f"{len(norm_ids)} {'norm' if len(norm_ids) == 1 else 'normen'}{_closes(closed)}",
        benodigd_bewijs=" ".join(dict.fromkeys(uitkomst.advies for _, uitkomst in pairs[:6])),
    )


def _closes(count: int) -> str:
    return f". Daarmee {'is 1 norm' if count == 1 else f'zijn {count} normen'} rond" if count else ""


def _class(pairs: Sequence[tuple[Bevinding, OnderdeelUitkomst]]) -> str:
    """Major when a heavy norm shows nothing, observatie when only parts are weak (DNV's classes)."""
    if any(b.oordeel is Oordeel.NIET_AANGETOOND and b.gewicht >= 2 for b, _ in pairs):
        return "major"
    return "minor" if any(u.status == "niet_gedekt" for _, u in pairs) else "observatie"
