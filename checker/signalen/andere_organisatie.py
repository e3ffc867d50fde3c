"""Andere organisatie: a document that speaks for another provider, as copied formats do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.bewijs.andere_organisatie import Zin, foreign_names, is_shared, mentioned, own_words
from checker.resultaat import Signaal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.signalen.beeld import Beeld, Regel


def find_andere_organisatie(beeld: Beeld) -> Iterator[Signaal]:
    """Sentences in which another provider acts as if the document were its own."""
    own = own_words(beeld.profiel.naam if beeld.profiel.bekend else "", beeld.gelezen)
    if not own:
        return
    for document in beeld.gelezen:
        if is_shared(document, beeld.soort[document.pad]):
            continue
        lines = [(regel, _zin(regel)) for regel in beeld.per_document[document.pad] if not regel.overgenomen]
        names = foreign_names((zin for _regel, zin in lines), own)
        for regel, zin in lines:
            name = mentioned(zin, names)
            if name:
                yield _signaal(regel, name, names[name])


def _zin(regel: Regel) -> Zin:
    return Zin(regel.tekst, regel.laag, regel.passage.soort.value == "kopregel")


def _signaal(regel: Regel, name: str, whole: str) -> Signaal:
    start = regel.tekst.find(name)
    citaat, plaats = regel.citaat(start, start + len(name))
    return Signaal(
        soort="andere_organisatie", ernst="hoog", document=regel.document.pad, plaats=plaats, citaat=citaat,
        melding=(
            f"Hier staat de naam van een andere organisatie: {whole}. De tekst lijkt overgenomen en telt niet als "
            "eigen afspraak. Vervang de naam en kijk of de tekst past bij de eigen praktijk."
        ),
    )
