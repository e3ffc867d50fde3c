"""What interviews and file tests must still show, per person to ask."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from checker.rapporten import werk
from checker.rapporten.opmaak import TOETSSOORTEN, datum, leesbaar, woord
from checker.rapporten.word.tabel import Kolom, cel, cellen, tabel
from checker.rapporten.word.xml import Xml, alinea, benoemd, samen, tekst

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.rapporten.werk import Stuk, Vraag
    from checker.rapporten.word.verslag import Verslag

_KOLOMMEN = (
    Kolom(kop="Soort", deel=1.8),
    Kolom(kop="Vraag", deel=7),
    Kolom(kop="Norm", deel=3.2),
)
PRAKTIJKTOETS_ANKER, PRAKTIJKTOETS_KOP = "hoofdstuk_praktijktoets", "Nog te toetsen in de praktijk"
_INTRO = "Papier laat niet alles zien. Deze vragen moeten in gesprekken of met een steekproef uit dossiers worden beantwoord."


def praktijktoets(verslag: Verslag) -> Xml:
    """Write the questions with the answers that were given, grouped by rol; nothing when there are none."""
    stukken = werk.vragen(verslag.resultaat)
    if not stukken:
        return Xml("")
    kop = verslag.kop(1, PRAKTIJKTOETS_KOP, PRAKTIJKTOETS_ANKER)
    rollen = groupby(stukken, key=lambda stuk: stuk.wat.rol)
    return samen((kop, alinea(_INTRO), *(_rol(verslag, rol, list(groep)) for rol, groep in rollen)))


def _rol(verslag: Verslag, rol: str, stukken: Sequence[Stuk[Vraag]]) -> Xml:
    rijen = [
        (
            cel(woord(TOETSSOORTEN, stuk.wat.toets.soort)),
            cellen(tekst(stuk.wat.toets.vraag), _antwoord(stuk.velden)),
            cel(verslag.normlinks(stuk.wat.toets.norm_ids)),
        )
        for stuk in stukken
    ]
    naam = leesbaar(rol) or "Algemeen"
    inhoud = tabel(_KOLOMMEN, rijen, breedte=verslag.breedte, titel=f"Vragen voor: {naam}")
    return samen((verslag.kop(2, naam), inhoud))


def _antwoord(velden: dict[str, str]) -> str:
    """The answer with who gave it and when."""
    if not any(velden.get(sleutel) for sleutel in ("antwoord", "gesproken_met", "datum")):
        return ""
    delen = (velden.get("gesproken_met", ""), datum(velden["datum"]) if velden.get("datum") else "")
    bron = ", ".join(deel for deel in delen if deel)
    return benoemd("Antwoord", " ".join(deel for deel in (velden.get("antwoord", ""), f"({bron})" if bron else "") if deel))
