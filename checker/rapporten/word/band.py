"""Band: what every gap report has around its chapters: cover, contents, page header and pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rapporten.opmaak import datum
from checker.rapporten.word import blad as bladen
from checker.rapporten.word import verslag as verslagen
from checker.rapporten.word.inhoud import inhoudsopgave
from checker.rapporten.word.voorkant import voorkant
from checker.rapporten.word.xml import Xml, bij_tabel, samen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from checker.rapporten.word.blad import Blad
    from checker.rapporten.word.verslag import Verslag
    from checker.resultaat import Resultaat


def bind(resultaat: Resultaat, sjabloon: Path | None, soort: str, schrijf: Callable[[Verslag], list[tuple[Xml, bool]]]) -> bytes:
    """Return a report as bytes.

    Args:
        resultaat: the run to print.
        sjabloon: house style, if any.
        soort: what the report is called, on the cover, above the pages and in the properties.
        schrijf: writes the sections in reading order; True stands for pages on their side.
    """
    naam = resultaat.dossier.naam
    kopregel = f"{naam}  ·  {soort}  ·  peildatum {datum(resultaat.peildatum)}"
    blad = bladen.maak(sjabloon, kopregel, f"{soort} {naam}", resultaat.peildatum)
    verslag = verslagen.maak(resultaat, blad.breedte, blad.liggend)
    eerste, *rest = schrijf(verslag)
    voor = samen((voorkant(verslag, soort), inhoudsopgave(verslag.koppen)))
    return _bind(blad, [(samen((voor, eerste[0])), eerste[1]), *rest])


def _bind(blad: Blad, delen: list[tuple[Xml, bool]]) -> bytes:
    """Put the sections one after another, each with its own page."""
    markup: list[Xml] = []
    for nr, (inhoud, liggend) in enumerate(delen):
        markup.append(inhoud)
        if nr < len(delen) - 1:
            markup.append(bladen.sectie_einde(blad, liggend=liggend, eerste=nr == 0))
    return bladen.vul(blad, bij_tabel(samen(markup)), liggend=delen[-1][1])
