"""What interviews and file tests must still show, per person to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rapporten.opmaak import TOETSSOORTEN, leesbaar, woord
from checker.rapporten.overzicht import Toetsvraag, praktijktoets_per_rol
from checker.rapporten.word.tabel import Kolom, cel, tabel
from checker.rapporten.word.xml import Xml, alinea, samen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.rapporten.word.verslag import Verslag

_KOLOMMEN = (
    Kolom(kop="Soort", deel=1.8),
    Kolom(kop="Vraag", deel=7),
    Kolom(kop="Norm", deel=3.2),
)
_INTRO = "Papier laat niet alles zien. Deze vragen moeten in gesprekken of met een steekproef uit dossiers worden beantwoord."


def praktijktoets(verslag: Verslag) -> Xml:
    """Write the questions, grouped by rol; nothing when there are none."""
    rollen = praktijktoets_per_rol(verslag.resultaat)
    if not rollen:
        return Xml("")
    kop = verslag.kop(1, "Nog te toetsen in de praktijk")
    return samen((kop, alinea(_INTRO), *(_rol(verslag, rol, rollen[rol]) for rol in rollen)))


def _rol(verslag: Verslag, rol: str, vragen: Sequence[Toetsvraag]) -> Xml:
    rijen = [
        (
            cel(woord(TOETSSOORTEN, toets.soort)),
            cel(toets.vraag),
            cel(verslag.normlinks(toets.norm_ids)),
        )
        for toets in vragen
    ]
    naam = leesbaar(rol) or "Algemeen"
    inhoud = tabel(_KOLOMMEN, rijen, breedte=verslag.breedte, titel=f"Vragen voor: {naam}")
    return samen((verslag.kop(2, naam), inhoud))
