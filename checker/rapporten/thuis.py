"""Thuis: documents that hold data of clients, and so are not handed to others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.resultaat import Resultaat

_AFGESCHERMD = re.compile(r"\[naam\]")


def is_hidden(pad: str) -> bool:
    """Whether a name of a client was hidden in a path; such a file cannot be found by it, and stays at home."""
    return bool(_AFGESCHERMD.search(pad))


def find_thuis(resultaat: Resultaat) -> frozenset[str]:
    """The documents in which data of clients were seen, themselves, in an attachment or in what holds them."""
    gezien = {s.document for s in resultaat.signalen if s.soort == "persoonsgegevens" and s.document}
    paden = {b.document for bevinding in resultaat.bevindingen for b in bevinding.bewijs}
    return frozenset(pad for pad in paden if is_hidden(pad) or any(f"{pad}/".startswith(f"{g}/") or f"{g}/".startswith(f"{pad}/") for g in gezien))
