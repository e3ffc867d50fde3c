"""Gescheiden: csv, a text with separated values, read as one sheet."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from typing import TYPE_CHECKING

from checker.dossier.codering import decode_or_warn
from checker.dossier.fouten import Beschadigd
from checker.dossier.rekenblad_rijen import Blad, Bladrij, Vak, add_sheet
from checker.dossier.schoon import clean

if TYPE_CHECKING:
    from checker.dossier.bouwer import Bouwer
    from checker.dossier.bron import Bron

_SIGNS = ";\t|,"  # the last one stands in texts and numbers too
_SAMPLE_ROWS = 20
_SAMPLE_LENGTH = 100_000  # characters
_SEP = re.compile(r"(?:sep=(.)|\"sep=(.)\")\n", re.IGNORECASE)  # tells Excel the sign; not a row


def read(bron: Bron, bouwer: Bouwer) -> None:
    """Read a text file with separated values."""
    text = re.sub(r"\r\n?", "\n", decode_or_warn(bron.data, bouwer))
    csv.field_size_limit(bron.limieten.tekst_tekens)
    sep = _SEP.match(text)
    sign = (sep[1] or sep[2]) if sep else _sign(text)
    if sep:
        text = "\n" + text[sep.end() :]  # the rows keep their numbers
    try:
        rows = [_row(nr, cells) for nr, cells in enumerate(csv.reader(io.StringIO(text), delimiter=sign), 1)]
    except (csv.Error, TypeError, ValueError) as error:
        raise Beschadigd(oorzaak="de regels hebben geen vaste kolommen") from error
    rows = [row for row in rows if row.vakken]
    blad = Blad(naam="csv", rijen=rows[: bron.limieten.rijen])
    if len(rows) > bron.limieten.rijen:
        bouwer.warn(f"De eerste {bron.limieten.rijen} rijen zijn gelezen.")
    add_sheet(blad, bouwer)


def _row(nr: int, cells: list[str]) -> Bladrij:
    return Bladrij(nr, tuple(Vak(j, clean(c), not _is_number(c)) for j, c in enumerate(cells) if clean(c)))


def _sign(text: str) -> str:
    """Return the sign that gives most rows the same number of cells, more than one."""
    return max(_SIGNS, key=lambda sign: _fit(text[:_SAMPLE_LENGTH], sign))


def _fit(sample: str, sign: str) -> int:
    widths: Counter[int] = Counter()
    try:
        for cells in csv.reader(io.StringIO(sample), delimiter=sign):
            widths[len(cells)] += bool(cells)
            if widths.total() >= _SAMPLE_ROWS:
                break
    except csv.Error:
        return 0
    del widths[1]
    return max(widths.values(), default=0)


def _is_number(text: str) -> bool:
    return bool(text.strip()) and not any(c.isalpha() for c in text) and any(c.isdigit() for c in text)
