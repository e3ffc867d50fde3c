"""Inlezen: which beoordelingen a desk brings, beside what was stored before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.beoordelingen.beoordeling import Beoordeling, Regel, Werkregel, from_velden
from checker.beoordelingen.bladen import NORMEN, WERKBLADEN, Bladvorm
from checker.beoordelingen.samenvoegen import settle
from checker.beoordelingen.werkblad import Foutrij, Rij, Werkblad
from checker.rapporten.excel.stand import EXTRA, OPNIEUW, Stand, evidence_print, field_print
from checker.rapporten.opmaak import OORDELEN, datum, inkorten, stijl
from checker.rapporten.werk import getoond, titels, vroeger

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.resultaat import Bevinding, Resultaat

_VAN_HET_OORDEEL = frozenset({"oordeel", "reden", "beoordelaar", "datum"})
_STEMPEL = frozenset({"beoordelaar", "datum"})
_MAX_CEL = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When the desk came back (ISO) and who brought it."""

    datum: str
    wie: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inlezing:
    """The lines that are new or changed, the rows that were left out, and what else there is to say of the file."""

    nieuw: tuple[Regel, ...]
    fouten: tuple[Foutrij, ...]
    meldingen: tuple[str, ...] = ()


def find_changes(blad: Werkblad, resultaat: Resultaat, bekend: Mapping[str, Regel], moment: Moment) -> Inlezing:
    """Compare the desk with what it held when it was written; only edits are taken over."""
    bekend = settle(bekend, resultaat)
    nieuw, fouten = _normen(blad, resultaat, bekend, moment)
    werk, gemist = _werk(blad, resultaat, bekend, moment)
    volgorde = {vorm.naam: plek for plek, vorm in enumerate((NORMEN, *WERKBLADEN))}
    alle = sorted((*blad.fouten, *fouten, *gemist), key=lambda f: (volgorde.get(f.blad, len(volgorde)), f.nummer))
    return Inlezing(nieuw=(*nieuw, *werk), fouten=tuple(alle), meldingen=blad.meldingen)


def _normen(blad: Werkblad, resultaat: Resultaat, bekend: Mapping[str, Regel], moment: Moment) -> tuple[list[Beoordeling], list[Foutrij]]:
    bevindingen = {b.norm_id: b for b in resultaat.bevindingen}
    nieuw: list[Beoordeling] = []
    fouten: list[Foutrij] = []
    for rij in blad.rijen:
        oud = bekend.get(rij.norm_id)
        gelezen = _judge(rij, bevindingen.get(rij.norm_id), oud if isinstance(oud, Beoordeling) else None, moment)
        if isinstance(gelezen, Beoordeling):
            nieuw.append(gelezen)
        elif gelezen:
            fouten.append(Foutrij(nummer=rij.nummer, norm_id=rij.norm_id, oorzaak=gelezen))
    volgorde = {norm_id: plek for plek, norm_id in enumerate(bevindingen)}
    return sorted(nieuw, key=lambda b: volgorde[b.norm_id]), fouten


def _werk(blad: Werkblad, resultaat: Resultaat, bekend: Mapping[str, Regel], moment: Moment) -> tuple[list[Werkregel], list[Foutrij]]:
    """The same for actions, signalen and questions."""
    er_zijn, anders = titels(resultaat), vroeger(resultaat)
    nieuw: dict[str, Werkregel] = {}
    fouten: list[Foutrij] = []
    for vorm in WERKBLADEN:
        for gelezen in blad.werk.get(vorm.soort, ()):
            rij = replace(gelezen, norm_id=anders.get(gelezen.norm_id, gelezen.norm_id))
            oud = bekend.get(rij.norm_id)
            huidig = oud.velden if isinstance(oud, Werkregel) else resultaat.werk.get(rij.norm_id, {})
            bewerkt = _edits(rij, getoond(vorm.soort, huidig))
            velden = {s: w for s, w in {**huidig, **bewerkt}.items() if w}
            botsing = _clash(rij, bewerkt, getoond(vorm.soort, huidig), vorm, oud)
            if botsing:
                fouten.append(Foutrij(nummer=rij.nummer, norm_id=rij.norm_id, oorzaak=botsing, blad=vorm.naam))
                continue
            if getoond(vorm.soort, velden) == getoond(vorm.soort, huidig):
                continue
            soort, wat = er_zijn.get(rij.norm_id, ("", ""))
            if soort != vorm.soort:
                fouten.append(Foutrij(nummer=rij.nummer, norm_id=rij.norm_id, oorzaak=f"{vorm.wat} staat niet in het resultaat", blad=vorm.naam))
                continue
            nieuw[rij.norm_id] = Werkregel(
                soort=soort, id=rij.norm_id, velden=velden, wat=wat, ingelezen_op=moment.datum, ingelezen_door=moment.wie,
            )
    return [nieuw[id_] for id_ in er_zijn if id_ in nieuw], fouten


def _judge(rij: Rij, bevinding: Bevinding | None, oud: Beoordeling | None, moment: Moment) -> Beoordeling | str | None:
    """The new beoordeling, why the row cannot be taken over, or None when nothing changed."""
    if bevinding is None:
        return "deze norm staat niet in het resultaat" if any(rij.velden.values()) else None
    huidig = oud.velden if oud else {s: w for s, w in (bevinding.beoordeling or {}).items() if s != OPNIEUW and w}
    bewerkt = _edits(rij, huidig)
    botsing = _clash(rij, bewerkt, huidig, NORMEN, oud)
    if botsing:
        return botsing
    velden = _keep_stamp({s: w for s, w in {**huidig, **bewerkt}.items() if w}, huidig, bewerkt)
    if velden == huidig:
        return None
    afwijkend = velden.get("oordeel", bevinding.oordeel) != bevinding.oordeel
    if afwijkend and not velden.get("reden") and bewerkt.keys() & {"oordeel", "reden"}:
        return "het oordeel wijkt af van het voorstel en er staat geen reden bij"
    return from_velden(
        rij.norm_id, _stamp(velden, bewerkt, moment), bewijs=_evidence(rij.stand, bevinding, oud, bewerkt),
        voorstel=str(bevinding.oordeel), ingelezen_op=moment.datum, ingelezen_door=moment.wie,
    )


def _edits(rij: Rij, huidig: Mapping[str, str]) -> dict[str, str]:
    """The cells that a person changed since the desk was written.

    A desk without its stand is compared with what is stored; its empty name and date say nothing.
    """
    if rij.stand is not None:
        stand = rij.stand
        return {s: w for s, w in rij.velden.items() if not stand.same(s, w)}
    return {
        s: w for s, w in rij.velden.items()
        if field_print(w) != field_print(huidig.get(s, "")) and (w or s not in _STEMPEL)
    }


def _clash(rij: Rij, bewerkt: Mapping[str, str], huidig: Mapping[str, str], vorm: Bladvorm, oud: Regel | None) -> str:
    """Where this desk and another one that came back in the meantime changed the same cell differently; empty when nowhere.

    The stand tells what the cell held when this desk was written.
    """
    stand = rij.stand
    if stand is None:
        return ""
    cellen = [
        f"{vorm.kop(s.removeprefix(EXTRA))}: {_show(s, huidig.get(s, ''))}, en in dit bestand {_show(s, w)}"
        for s, w in bewerkt.items() if not stand.same(s, huidig.get(s, "")) and field_print(w) != field_print(huidig.get(s, ""))
    ]
    if not cellen:
        return ""
    wie = f" door {oud.ingelezen_door}" if oud and oud.ingelezen_door else ""
    wanneer = f" op {datum(oud.ingelezen_op[:10])}" if oud and oud.ingelezen_op else ""
    return (
        f"sinds dit bestand werd gemaakt is hier{wanneer}{wie} iets anders ingelezen ({'; '.join(cellen)}). Wat al was ingelezen blijft staan. "
        "Kies samen wat geldt, en vul dat in de nieuwe gapanalyse.xlsx in"
    )


def _show(sleutel: str, waarde: str) -> str:
    if not waarde:
        return "leeg"
    return f'"{stijl(OORDELEN, waarde).woord if sleutel == "oordeel" else inkorten(datum(waarde), _MAX_CEL)}"'


def _keep_stamp(velden: dict[str, str], huidig: Mapping[str, str], bewerkt: Mapping[str, str]) -> dict[str, str]:
    """A verdict that stays keeps its name and day: these can be replaced, not emptied. A verdict that is withdrawn takes them along."""
    if bewerkt.keys() & {"oordeel", "reden"} and not velden.get("oordeel") and not velden.get("reden"):
        return {s: w for s, w in velden.items() if s not in _STEMPEL or bewerkt.get(s)}
    if not velden.get("oordeel") or any(velden.get(s) != huidig.get(s) for s in ("oordeel", "reden")):
        return velden
    return {s: huidig[s] for s in sorted(_STEMPEL) if s in huidig} | velden


def _stamp(velden: dict[str, str], bewerkt: Mapping[str, str], moment: Moment) -> dict[str, str]:
    """Give a new verdict its name and day where the desk does not tell them."""
    if not bewerkt.keys() & {"oordeel", "reden"} or not velden.get("oordeel"):
        return velden
    stempel = {"datum": moment.datum[:10]} | ({"beoordelaar": moment.wie} if moment.wie else {})
    return velden | {s: w for s, w in stempel.items() if not bewerkt.get(s)}


def _evidence(stand: Stand | None, bevinding: Bevinding, oud: Beoordeling | None, bewerkt: Mapping[str, str]) -> str:
    """The evidence that the verdict rests on: that of the desk, unless only owner or status changed."""
    if oud is not None and oud.bewijs and not bewerkt.keys() & _VAN_HET_OORDEEL:
        return oud.bewijs
    return stand.bewijs if stand is not None else evidence_print(bevinding)
