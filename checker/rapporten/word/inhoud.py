"""Table of contents that is filled at once: links inside the field, so nothing needs updating."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rapporten.word.xml import Xml, alinea, link, samen, veldcode, veldteken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.rapporten.word.verslag import Kop

_NIVEAUS = 2
# Longer lists are not read; each chapter then has its own table with links to its themas.
_MAX_REGELS = 80
_BLOK = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
    "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
)


def inhoudsopgave(koppen: Sequence[Kop]) -> Xml:
    """Write the headings as links inside a TOC field: two levels, or one when there are many."""
    niveaus = _NIVEAUS
    if sum(kop.niveau <= niveaus for kop in koppen) > _MAX_REGELS:
        niveaus = 1
    gekozen = [kop for kop in koppen if kop.niveau <= niveaus]
    begin = samen(
        (
            veldteken("begin"),
            veldcode(f'TOC \\o "1-{niveaus}" \\h \\z \\u'),
            veldteken("separate"),
        )
    )
    regels = [
        _regel(
            kop,
            voor=begin if nr == 0 else Xml(""),
            na=veldteken("end") if nr == len(gekozen) - 1 else Xml(""),
        )
        for nr, kop in enumerate(gekozen)
    ]
    titel = alinea("Inhoud", "TOCHeading", nieuwe_pagina=True)
    return Xml(_BLOK.format(f"{titel}{samen(regels)}"))


def _regel(kop: Kop, voor: Xml, na: Xml) -> Xml:
    return alinea(samen((voor, _zonder_streep(kop), na)), f"TOC{kop.niveau}")


def _zonder_streep(kop: Kop) -> Xml:
    """Links in a table of contents look like text, as Word makes them."""
    return Xml(link(kop.anker, kop.tekst).replace('<w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>', ""))
