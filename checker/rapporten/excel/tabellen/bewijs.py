"""Bewijs: a row per literal quote, with its place and why it counts or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rapporten.excel import namen
from checker.rapporten.excel.kolom import Cel, Kolom
from checker.rapporten.excel.verwijzingen import naar_norm
from checker.rapporten.opmaak import NIVEAUS, UITSPRAKEN, leesbaar, reden_niet_geteld, stijl, woord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.resultaat import Bevinding, Bewijs, Resultaat

UITLEG = "Letterlijke citaten met hun vindplaats. Wat niet meetelt staat er ook bij, met de reden."
VAST = 1
AFDRUK = 12

KOLOMMEN = (
    Kolom(kop=namen.NORM_ID, breedte=11),
    Kolom(kop="Nr", breedte=6, vorm="getal"),
    Kolom(kop="Telt mee", breedte=10),
    Kolom(kop="Citaat", breedte=62),
    Kolom(kop="Document", breedte=30),
    Kolom(kop="Pagina", breedte=9, vorm="getal"),
    Kolom(kop="Kop", breedte=24),
    Kolom(kop="Plaats", breedte=19),
    Kolom(kop="Uitspraak", breedte=19),
    Kolom(kop="Niveau", breedte=11, kleuren=NIVEAUS),
    Kolom(kop="Sterkte", breedte=11),
    Kolom(kop="Naar norm", breedte=12, vorm="link"),
    Kolom(kop="Score", breedte=8, vorm="breuk"),
    Kolom(kop="Gevonden woorden", breedte=26),
    Kolom(kop="Beslissende woorden", breedte=20),
    Kolom(kop="Onderdelen", breedte=18),
    Kolom(kop="Vingerafdruk", breedte=14),
)


def rijen(resultaat: Resultaat) -> Iterator[tuple[Cel, ...]]:
    """Yield what counts and then what does not, per norm."""
    for bevinding in resultaat.bevindingen:
        for nummer, bewijs in enumerate(bevinding.bewijs, 1):
            yield _rij(bevinding, bewijs, nummer, "Ja")
        for nummer, bewijs in enumerate(bevinding.tegenbewijs, len(bevinding.bewijs) + 1):
            yield _rij(bevinding, bewijs, nummer, "Nee")


def _rij(bevinding: Bevinding, bewijs: Bewijs, nummer: int, telt_mee: str) -> tuple[Cel, ...]:
    return (
        bevinding.norm_id,
        nummer,
        telt_mee,
        bewijs.citaat,
        bewijs.document,
        bewijs.pagina,
        " > ".join(bewijs.sectie),
        bewijs.plaats,
        woord(UITSPRAKEN, bewijs.uitspraak) if telt_mee == "Ja" else reden_niet_geteld(bewijs.uitspraak),
        stijl(NIVEAUS, bewijs.niveau).woord,
        leesbaar(bewijs.sterkte),
        naar_norm(),
        bewijs.score,
        ", ".join(bewijs.termen),
        bewijs.cue,
        ", ".join(bewijs.onderdelen),
        bewijs.vingerafdruk,
    )
