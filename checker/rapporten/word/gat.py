"""The end of a norm: what else is missing, the risk, and where to read on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rapporten.gaten import los_advies, losse_hiaten
from checker.rapporten.opmaak import aantal, leesbaar, opsomming, zin
from checker.rapporten.word.praktijktoets import PRAKTIJKTOETS_ANKER, PRAKTIJKTOETS_KOP
from checker.rapporten.word.xml import Xml, alinea, benoemd, lijst, link, samen, tekst

if TYPE_CHECKING:
    from checker.rapporten.word.verslag import Verslag
    from checker.resultaat import Bevinding

_KOP = "Wat ontbreekt en wat u kunt doen"


def gat(verslag: Verslag, bevinding: Bevinding) -> Xml:
    """Write what the table of onderdelen does not say; the questions and the actions stand in their own chapters, once."""
    punten = [*map(zin, losse_hiaten(bevinding)), *los_advies(bevinding)]
    return samen(
        (
            samen((alinea(_KOP, "Heading4"), lijst(punten))) if punten else Xml(""),
            _regel("Documenten die ontbreken", opsomming([leesbaar(naam) for naam in bevinding.ontbrekende_documenten])),
            _regel("Risico", bevinding.risico if bevinding.hiaten else ""),
            _regel("Wet nu", bevinding.wet_nu),
            _vragen(bevinding),
            _acties(verslag, bevinding),
        )
    )


def _regel(naam: str, waarde: str) -> Xml:
    return alinea(benoemd(naam, waarde)) if waarde else Xml("")


def _vragen(bevinding: Bevinding) -> Xml:
    """How many questions there are for whom, with the way to them."""
    if not bevinding.praktijktoets:
        return Xml("")
    rollen = opsomming(list(dict.fromkeys(toets.rol for toets in bevinding.praktijktoets if toets.rol)))
    hoeveel = aantal(len(bevinding.praktijktoets), "vraag", "vragen") + (f" aan {rollen}" if rollen else "")
    verwijzing = samen((tekst(f"{hoeveel}, zie "), link(PRAKTIJKTOETS_ANKER, PRAKTIJKTOETS_KOP), tekst(".")))
    return alinea(benoemd("Gesprek en dossiertoets", verwijzing))


def _acties(verslag: Verslag, bevinding: Bevinding) -> Xml:
    nummers = [str(actie.nummer) for actie in verslag.acties.get(bevinding.norm_id, ())]
    return alinea(benoemd("In het actieplan", f"actie {opsomming(nummers)}"), "CheckerSlot") if nummers else Xml("")
