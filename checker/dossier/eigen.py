"""Eigen: reports of the checker itself, which quote every norm and so would prove every norm."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from checker.dossier.fouten import Overgeslagen

if TYPE_CHECKING:
    from checker.dossier.bouwer import Bouwer

#: Stands in the keywords of every office file, and as generator of every page, that the checker writes.
MERK = "rapport van de checker"
REDEN = "dit is een eigen rapport van de checker"
#: Sentences at the start of a report: they stay in a print to pdf, and stood in reports before they bore the mark.
_MERKZINNEN = (
    "de checker heeft documenten gelezen en doet per norm een voorstel",
    "dit is een voorstel. het gaat alleen over wat in de documenten staat. een mens beslist",
    "lees het terug met: checker beoordeel resultaat.json",
    "prodid:-//checker//",
)
_HEAD = 40  # passages: further on it is a document that quotes a report


def check_mark(text: str) -> None:
    """Leave out a file whose properties bear the mark.

    Raises:
        Overgeslagen: they do.
    """
    if MERK in text.lower():
        raise Overgeslagen(oorzaak=REDEN)


def check_start(bouwer: Bouwer) -> None:
    """Leave out a file that begins as a report of the checker does.

    Raises:
        Overgeslagen: it does.
    """
    for passage in islice(bouwer.passages, _HEAD):
        text = passage.tekst.lower()
        if any(zin in text for zin in _MERKZINNEN):
            raise Overgeslagen(oorzaak=REDEN)
