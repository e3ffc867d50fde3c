"""The gap report as a Word document: what a practice hands in, and a municipality can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rapporten.bestand import vervang
from checker.rapporten.word.actieplan import actieplan, heeft_acties
from checker.rapporten.word.band import bind
from checker.rapporten.word.bijlagen import documenten, kruistabellen, versies
from checker.rapporten.word.kaders import kaders
from checker.rapporten.word.leeswijzer import leeswijzer
from checker.rapporten.word.praktijktoets import praktijktoets
from checker.rapporten.word.samenvatting import samenvatting
from checker.rapporten.word.signalen import signalen
from checker.rapporten.word.sinds import sinds
from checker.rapporten.word.xml import Xml, samen

if TYPE_CHECKING:
    from pathlib import Path

    from checker.rapporten.word.verslag import Verslag
    from checker.resultaat import Resultaat
    from checker.verschil import Sinds

BESTAND = "gaprapport.docx"


def write(resultaat: Resultaat, path: Path, *, sjabloon: Path | None = None, terugblik: Sinds | None = None) -> None:
    """Write the Word report; equal input gives equal bytes.

    Args:
        resultaat: the run to print.
        path: the file to write; it is replaced only when the report is whole.
        sjabloon: house style whose styles, header, footer and pages are kept.
        terugblik: the earlier run and the course of all runs, for the chapter about them.
    """
    inhoud = maak(resultaat, sjabloon, terugblik)
    with vervang(path) as tijdelijk:
        tijdelijk.write_bytes(inhoud)


def maak(resultaat: Resultaat, sjabloon: Path | None = None, terugblik: Sinds | None = None) -> bytes:
    """Return the Word report as bytes."""
    return bind(resultaat, sjabloon, "Gaprapport kwaliteitskaders", lambda verslag: _delen(verslag, terugblik))


def _delen(verslag: Verslag, terugblik: Sinds | None) -> list[tuple[Xml, bool]]:
    """Write the sections of pages in reading order; True stands for pages on their side."""
    hoofd = samen(
        (
            samenvatting(verslag),
            sinds(verslag, terugblik),
            leeswijzer(verslag),
            kaders(verslag),
            signalen(verslag),
            praktijktoets(verslag),
        )
    )
    delen = [(hoofd, False)]
    if heeft_acties(verslag):
        delen.append((actieplan(verslag), True))
    delen.append((samen((documenten(verslag), versies(verslag))), False))
    kruis = kruistabellen(verslag)
    return [*delen, (kruis, True)] if kruis else delen
