"""Bevinding: the proposal per norm, with its evidence in order and its reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.bevindingen.groei import level_label, level_reason
from checker.bevindingen.onderdeel import Weging, temper, weigh
from checker.bevindingen.oordeel import DEELS, GEDEKT, NVT, explain, judge
from checker.bevindingen.rollen import find_rol
from checker.bewijs.niveau import highest
from checker.bewijs.score import drempel, opbouw
from checker.bewijs.weerlegging import GEEN
from checker.kaders.model import Niveau, Oordeel
from checker.resultaat import Bevinding, Bewijs, OnderdeelUitkomst, Praktijktoets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.bevindingen.toepassing import Toepassing
    from checker.bewijs.verzamelen import Kandidaat
    from checker.bewijs.weerlegging import Weerleggingen
    from checker.bewijs.zoeker import Zoeker
    from checker.kaders.model import Kader, Norm

_MAX_BEWIJS, _MAX_TEGENBEWIJS = 12, 6
# What a reader looks at first should be likely and about different onderdelen: measured on the labelled dossiers, .10 to .20 did best.
_FURTHER = 0.15
# More than scores differ: what speaks against it is shown in rounds, so that a denial of each onderdeel comes before doubts about one.
_IN_ROUNDS = 2.0


def find_bevinding(
    norm: Norm, kader: Kader, zoeker: Zoeker, toepassing: Toepassing, weerlegd: Weerleggingen = GEEN
) -> Bevinding:
    """Judge one norm on the dossier; ``weerlegd`` is what its own registers belie."""
    grond = toepassing.not_applicable(norm.toepassing)
    wegingen = []
    for onderdeel in norm.onderdelen:
        own = grond or toepassing.not_applicable(onderdeel.toepassing)
        candidates: Sequence[Kandidaat] = ()
        if own is None and onderdeel.uit_papier:
            candidates = zoeker(onderdeel)
        wegingen.append(weigh(onderdeel, candidates, own, weerlegd))
    return _assemble(norm, kader, temper(wegingen), zoeker.soorten)


def _assemble(norm: Norm, kader: Kader, wegingen: Sequence[Weging], soorten: frozenset[str]) -> Bevinding:
    bewijs, positions = _order([(w.onderdeel.id, w.bewijs) for w in wegingen], _MAX_BEWIJS, _FURTHER)
    tegen, against = _order([(w.onderdeel.id, w.tegenbewijs) for w in wegingen], _MAX_TEGENBEWIJS, _IN_ROUNDS)
    uitkomsten = tuple(
        _uitkomst(w, positions.get(w.onderdeel.id, ()), against.get(w.onderdeel.id, ())) for w in wegingen
    )
    oordeel = judge(uitkomsten)
    return Bevinding(
        norm_id=norm.id, kader_id=kader.id, nummer=norm.nummer, thema=norm.thema, element=norm.element,
        titel=norm.titel, toetsvraag=norm.toetsvraag, gewicht=norm.gewicht, oordeel=oordeel,
        label=level_label(norm, uitkomsten) or kader.schaal.labels[oordeel], niveau=_niveau(uitkomsten), zekerheid=_certainty(oordeel, wegingen),
        reden=_reason(oordeel, wegingen) + level_reason(norm, uitkomsten), risico=norm.risico, wet_nu=norm.wet_nu, pdca=(),
        onderdelen=uitkomsten, bewijs=bewijs, tegenbewijs=tegen,
        hiaten=tuple(w.hiaat for w in wegingen if w.hiaat),
        advies=tuple(dict.fromkeys(w.onderdeel.advies for w in wegingen if w.hiaat and w.onderdeel.uit_papier)),
        praktijktoets=_questions(norm, uitkomsten),
        ontbrekende_documenten=_missing(wegingen, soorten), sectorgemiddelde=norm.sectorgemiddelde,
    )


def _uitkomst(weging: Weging, bewijs: tuple[int, ...], tegen: tuple[int, ...]) -> OnderdeelUitkomst:
    onderdeel = weging.onderdeel
    return OnderdeelUitkomst(
        id=onderdeel.id, tekst=onderdeel.tekst, status=weging.status, niveau=weging.niveau,
        vereist=onderdeel.vereist, bewijs=bewijs, tegenbewijs=tegen, hiaat=weging.hiaat,
        advies=onderdeel.advies if weging.hiaat else "", reden=weging.reden,
        groeiniveau=onderdeel.groeiniveau,
    )


def _order(
    groups: Sequence[tuple[str, tuple[Kandidaat, ...]]], limit: int, further: float
) -> tuple[tuple[Bewijs, ...], dict[str, tuple[int, ...]]]:
    """Best first, where each further passage of an onderdeel stands as if it scored ``further`` less; a sentence stands there once."""
    rounds: list[tuple[int, Kandidaat, str]] = []
    for onderdeel, candidates in groups:
        rounds.extend((turn, kandidaat, onderdeel) for turn, kandidaat in enumerate(candidates))
    rounds.sort(key=lambda r: (further * r[0] - r[1].bewijs.score, r[1].zin))
    chosen: dict[int, Bewijs] = {}
    for _turn, kandidaat, onderdeel in rounds:
        old = chosen.get(kandidaat.zin)
        if old is None and len(chosen) < limit:
            chosen[kandidaat.zin] = replace(kandidaat.bewijs, opbouw=opbouw(kandidaat.delen))
        elif old is not None and onderdeel not in old.onderdelen:
            chosen[kandidaat.zin] = _merge(old, kandidaat.bewijs, onderdeel)
    place = {zin: number for number, zin in enumerate(chosen)}
    positions = {
        onderdeel: tuple(place[k.zin] for k in candidates if k.zin in place) for onderdeel, candidates in groups
    }
    return tuple(chosen.values()), positions


def _merge(old: Bewijs, new: Bewijs, onderdeel: str) -> Bewijs:
    strength = "direct" if "direct" in (old.sterkte, new.sterkte) else "indirect"
    return replace(
        old, onderdelen=(*old.onderdelen, onderdeel), sterkte=strength,
        termen=tuple(dict.fromkeys((*old.termen, *new.termen))),
    )


def _niveau(uitkomsten: Sequence[OnderdeelUitkomst]) -> Niveau:
    return highest([u.niveau for u in uitkomsten if u.status in (GEDEKT, DEELS)])


def _certainty(oordeel: Oordeel, wegingen: Sequence[Weging]) -> str:
    """How sure the proposal is; calibrated so that "zeker" agrees with the labels in 95% of cases.

    Certain are: not applicable by the words of profile or dossier, nothing that even resembles any onderdeel, and every onderdeel strongly covered.
    """
    if oordeel is Oordeel.NIET_VAN_TOEPASSING:
        return "waarschijnlijk" if any(w.afgeleid for w in wegingen) else "zeker"
    counted = [w for w in wegingen if w.status != NVT]
    if all(w.stil for w in counted) or all(_strong(w) for w in counted):
        return "zeker"
    clear = sum(w.stil or _strong(w) for w in counted)
    return "waarschijnlijk" if clear * 2 >= len(counted) else "te_beoordelen"


def _strong(weging: Weging) -> bool:
    return weging.status == GEDEKT and weging.bewijs[0].bewijs.score >= drempel("zeker")


def _reason(oordeel: Oordeel, wegingen: Sequence[Weging]) -> str:
    if oordeel is Oordeel.NIET_VAN_TOEPASSING:
        return next((w.reden for w in wegingen if w.reden), "De norm geldt niet voor deze praktijk.")
    return explain([w.status for w in wegingen])


def _questions(norm: Norm, uitkomsten: Sequence[OnderdeelUitkomst]) -> tuple[Praktijktoets, ...]:
    questions = [Praktijktoets(soort=v.soort, rol=v.rol, vraag=v.vraag) for v in norm.praktijktoets]
    by_id = {o.id: o for o in norm.onderdelen}
    for uitkomst in uitkomsten:
        if uitkomst.status not in (NVT, GEDEKT):
            onderdeel = by_id[uitkomst.id]
            questions.append(Praktijktoets(soort="interview", rol=find_rol(onderdeel), vraag=onderdeel.vraag))
    return tuple(dict.fromkeys(questions)) if any(u.status != NVT for u in uitkomsten) else ()


def _missing(wegingen: Sequence[Weging], present: frozenset[str]) -> tuple[str, ...]:
    """Kinds of document where the missing onderdelen are expected and of which there is none."""
    wanted: list[str] = []
    for weging in wegingen:
        if weging.hiaat and weging.onderdeel.uit_papier:
            wanted.extend(weging.onderdeel.documenten[:1])
    return tuple(dict.fromkeys(soort for soort in wanted if soort not in present))
