"""Werkmap: a workbook checked before a library opens it in this process, such as a desk or a list of demands."""

from __future__ import annotations

import re
from pathlib import Path

from checker.dossier.bron import Bron
from checker.dossier.fouten import Beschadigd, LeesFout, TeGroot, why_closed
from checker.dossier.limieten import Limieten
from checker.dossier.pakket import Pakket
from checker.dossier.rekenblad_delen import column_number, false_counts, read_parts

_MAX_CELLS = 2_000_000  # of one sheet; a library that counts all cells takes seconds for more
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?\bref\s*=\s*[\"']\s*([A-Za-z]{1,3})(\d+):([A-Za-z]{1,3})(\d+)")


def check_workbook(path: Path) -> LeesFout | None:
    """Return why an xlsx file may not be opened here, or None when it may."""
    limieten = Limieten()
    try:
        size = path.stat().st_size
        if size > limieten.bestand_bytes:
            return TeGroot(wat="het bestand", maat=f"{size >> 20} MB", grens=f"{limieten.bestand_bytes >> 20} MB")
        bron = Bron(data=path.read_bytes(), naam=path.name, limieten=limieten)
        return _check(Pakket(bron.data, limieten), bron)
    except OSError as error:
        return why_closed(error)
    except LeesFout as error:
        return error


def _check(pakket: Pakket, bron: Bron) -> LeesFout | None:
    if false_counts(pakket):
        return Beschadigd(oorzaak="het werkboek telt zijn eigen teksten verkeerd")
    cells = max((deel.cellen for deel in read_parts(bron).values()), default=0)
    merged = max((_area(pakket.read(name)) for name in pakket.names if "/worksheets/" in name), default=0)
    if max(cells, merged) > _MAX_CELLS:
        return TeGroot(wat="een blad", maat=f"{max(cells, merged)} cellen", grens=f"{_MAX_CELLS} cellen")
    return None


def _area(data: bytes) -> int:
    """The number of cells in the merged ranges of a sheet."""
    found = ((column_number(a), int(b[:15]), column_number(c), int(d[:15])) for a, b, c, d in _MERGED.findall(data))
    return sum((right - left + 1) * (bottom - top + 1) for left, top, right, bottom in found)
