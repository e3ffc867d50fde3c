"""Stand: what a norm looked like when the desk was written, so that only edits come back.

The desk may be weeks old when it returns, and two people may each have a copy. With the fingerprints
of its cells a row that nobody touched stays untouched, whatever was stored in the meantime.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.rapporten.excel.kolom import tekst
from checker.rapporten.opmaak import OORDELEN, stijl

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.resultaat import Bevinding

EXTRA = "extra:"
"""Start of the keys in ``beoordeling`` that hold a column of the user's own."""
OPNIEUW = "opnieuw"
"""Key in ``beoordeling`` that says the evidence has changed since."""
_KORT = 8
_LANG = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Fingerprint of the evidence, per filled cell that of its text, and that of the words of the proposal."""

    bewijs: str
    velden: Mapping[str, str]
    voorstel: str = ""

    def same(self, sleutel: str, waarde: str) -> bool:
        """Whether a cell still holds what was written in it."""
        return self.velden.get(sleutel, "") == field_print(waarde)


def evidence_print(bevinding: Bevinding) -> str:
    """Fingerprint of the quoted texts that count; other changes in a document do not touch it."""
    citaten = sorted({" ".join(bewijs.citaat.split()) for bewijs in bevinding.bewijs})
    return _hash("\n".join(citaten), _LANG)


def clean(waarde: str) -> str:
    """Text as a cell holds it after the way out and back."""
    return tekst(waarde).strip()


def field_print(waarde: str) -> str:
    """Fingerprint of one cell; empty for an empty cell."""
    schoon = clean(waarde)
    return _hash(schoon, _KORT) if schoon else ""


def encode(bevinding: Bevinding) -> str:
    """The stand of a norm as one cell."""
    velden = {s: w for s, w in (bevinding.beoordeling or {}).items() if s != OPNIEUW}
    return _encode(evidence_print(bevinding), velden, voorstel=field_print(stijl(OORDELEN, bevinding.oordeel).woord))


def encode_velden(velden: Mapping[str, str]) -> str:
    """The stand of an action, signaal or question as one cell: nothing but its filled columns."""
    return _encode("", velden)


def _encode(bewijs: str, velden: Mapping[str, str], **meer: str) -> str:
    prints = {s: field_print(w) for s, w in sorted(velden.items()) if clean(w)}
    return json.dumps({"bewijs": bewijs, "velden": prints, **meer}, ensure_ascii=True)


def decode(cel: str) -> Stand | None:
    """Read a cell back; None when it is empty or was changed by hand."""
    try:
        data = json.loads(cel)
        velden = {str(sleutel): str(waarde) for sleutel, waarde in data["velden"].items()}
        return Stand(bewijs=str(data["bewijs"]), velden=velden, voorstel=str(data.get("voorstel", "")))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _hash(waarde: str, lengte: int) -> str:
    return hashlib.sha256(waarde.encode("utf-8", "surrogatepass")).hexdigest()[:lengte]
