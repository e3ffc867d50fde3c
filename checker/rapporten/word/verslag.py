"""Verslag: what every section of the report needs: the resultaat, widths, anchors, headings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.rapporten import overzicht
from checker.rapporten.opmaak import inkorten
from checker.rapporten.word.xml import Xml, afbreekbaar, alinea, bladwijzer, link, samen, tekst

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.rapporten.overzicht import KaderOverzicht, ThemaOverzicht
    from checker.resultaat import Actie, Bevinding, Resultaat


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """A heading as the table of contents lists it."""

    niveau: int
    tekst: str
    anker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslag:
    """A report in the making; ``koppen`` grows while the sections are written."""

    resultaat: Resultaat
    breedte: int
    liggend: int
    kaders: tuple[KaderOverzicht, ...]
    normankers: dict[str, str]
    nummers: dict[str, str]
    acties: dict[str, tuple[Actie, ...]]
    bevindingen: dict[str, Bevinding]
    koppen: list[Kop] = field(default_factory=list)

    def kop(self, niveau: int, text: str, anker: str = "", *, nieuwe_pagina: bool = False) -> Xml:
        """Write a heading that the table of contents can point to; chapters start a page."""
        nummer = len(self.koppen) + 1
        anker = anker or f"_Toc{nummer:08d}"
        self.koppen.append(Kop(niveau=niveau, tekst=text, anker=anker))
        runs = bladwijzer(anker, nummer, text)
        return alinea(runs, f"Heading{niveau}", nieuwe_pagina=nieuwe_pagina or niveau == 1)

    def normlink(self, norm_id: str) -> Xml:
        """Link to the norm in its chapter."""
        anker = self.normankers.get(norm_id)
        return link(anker, norm_id) if anker else tekst(norm_id)

    def normlinks(self, norm_ids: Iterable[str]) -> Xml:
        """Link to several normen."""
        delen: list[Xml] = []
        for norm_id in norm_ids:
            delen += [tekst(", "), self.normlink(norm_id)]
        return samen(delen[1:])

    def kaderanker(self, kader: KaderOverzicht) -> str:
        """Name the bookmark of the chapter of a kader, after its first norm."""
        return f"kader_{self.normankers[kader.bevindingen[0].norm_id]}"

    def themaanker(self, thema: ThemaOverzicht) -> str:
        """Name the bookmark of a thema, after its first norm."""
        return f"thema_{self.normankers[thema.bevindingen[0].norm_id]}"

    def document(self, pad: str) -> Xml:
        """Name a document by its number, linked to the appendix, and its file name."""
        naam = tekst(afbreekbaar(inkorten(pad.rsplit("/", 1)[-1], 160)))
        nummer = self.nummers.get(pad, "")
        return samen((link(documentanker(nummer), nummer), tekst(" "), naam)) if nummer else naam


def documentanker(nummer: str) -> str:
    """Name the bookmark of a document in the appendix."""
    return f"document{nummer}"


def maak(resultaat: Resultaat, breedte: int, liggend: int) -> Verslag:
    """Arrange a resultaat for the report."""
    return Verslag(
        resultaat=resultaat,
        breedte=breedte,
        liggend=liggend,
        kaders=overzicht.per_kader(resultaat),
        normankers={b.norm_id: f"norm{nr}" for nr, b in enumerate(resultaat.bevindingen, 1)},
        nummers={d.pad: f"D{nr}" for nr, d in enumerate(resultaat.dossier.documenten, 1)},
        acties=overzicht.acties_per_norm(resultaat),
        bevindingen={b.norm_id: b for b in resultaat.bevindingen},
    )
