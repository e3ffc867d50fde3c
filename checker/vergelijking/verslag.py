"""Verslag: all that the comparison found, as every file of it prints."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from checker.vergelijking.toetsen import MAP
from checker.vergelijking.uittreksel import read_uittreksel
from checker.vergelijking.werkmap.namen import RATERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from checker.vergelijking.gevoeligheid import Proef
    from checker.vergelijking.overlap import Overlap
    from checker.vergelijking.stand import Stand
    from checker.vergelijking.uitvraag import Uitvraag


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslag:
    """The comparison; the texts stay on disk and come one aanbieder at a time.

    ``invoer_meldingen`` names what people filled in that could not be used; ``antwoorden`` are their answers
    by aanbieder, norm and question, and by aanbieder, document and quote of a shared text; ``beoordelaars`` are the
    names over their columns.
    """

    uit: Path
    uitvraag: Uitvraag
    peildatum: str
    checker: str
    versies: Mapping[str, str]
    vaste_invoer: str
    standen: tuple[Stand, ...]
    proeven: tuple[Proef, ...]
    overlap: tuple[Overlap, ...]
    invoer_meldingen: tuple[str, ...] = ()
    antwoorden: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    beoordelaars: tuple[str, ...] = RATERS

    def texts(self) -> Iterator[tuple[Stand, dict[str, Any] | None]]:
        """Every aanbieder with its uittreksel; None for one that could not be judged."""
        for stand in self.standen:
            known = None if stand.toestand == "mislukt" else read_uittreksel(self.uit / MAP / stand.aanbieder)
            yield stand, known
