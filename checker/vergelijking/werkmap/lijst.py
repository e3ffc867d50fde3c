"""Lijst: a sheet that is written row by row, so that its memory does not grow with its length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rapporten.excel.schrijver import aantal_regels, schrijf_cel
from checker.vergelijking.werkmap import namen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.rapporten.excel.kolom import Cel, Kolom
    from checker.rapporten.excel.schrijver import Schrijver

_REGELHOOGTE = 13.2
_MAX_REGELS = 14
_MAX_RIJEN = 1_048_000


class Lijst:
    """One sheet with headers, a filter, frozen panes and drop-downs."""

    def __init__(self, schrijver: Schrijver, naam: str, uitleg: str, kolommen: Sequence[Kolom]) -> None:
        self._schrijver = schrijver
        self._kolommen = kolommen
        self.blad = schrijver.blad(naam, naam, uitleg, kop=namen.LIJST_KOP)
        self.rijen = 0
        self.blad.set_row(namen.LIJST_KOP - 1, 30)
        for nummer, kolom in enumerate(kolommen):
            self.blad.set_column(nummer, nummer, kolom.breedte)
            stijl = schrijver.stijl("kop_mens" if kolom.mens else "kop_vast")
            self.blad.write_string(namen.LIJST_KOP - 1, nummer, kolom.kop, stijl)
        self.blad.freeze_panes(namen.LIJST_KOP, 1)

    @property
    def volgende(self) -> int:
        """Row number (from 1) of the row that comes next."""
        return namen.LIJST_KOP + 1 + self.rijen

    def rij(self, cellen: Sequence[Cel]) -> None:
        """Add one row; beyond what a sheet can hold nothing is added."""
        if self.volgende > _MAX_RIJEN:
            return
        index = self.volgende - 1
        lines = max(aantal_regels(c, k.breedte) if isinstance(c, str) else 1 for c, k in zip(cellen, self._kolommen, strict=True))
        self.blad.set_row(index, min(lines, _MAX_REGELS) * _REGELHOOGTE + 4)
        for nummer, (cel, kolom) in enumerate(zip(cellen, self._kolommen, strict=True)):
            schrijf_cel(self.blad, index, nummer, cel, self._schrijver.stijl(kolom.opmaak))
        self.rijen += 1

    def close(self, regels: Mapping[int, dict[str, object]] | None = None) -> None:
        """Set the filter, the colours and the checks on what people fill in."""
        last = max(self.volgende - 2, namen.LIJST_KOP)
        self.blad.autofilter(namen.LIJST_KOP - 1, 0, last, len(self._kolommen) - 1)
        for nummer, kolom in enumerate(self._kolommen):
            plek = (namen.LIJST_KOP, nummer, last, nummer)
            if kolom.kleuren:
                self._schrijver.kleur_woorden(self.blad, plek, kolom.kleuren)
            if regels and nummer in regels:
                self.blad.data_validation(*plek, regels[nummer])
