"""Uittreksel: what the comparison needs of one resultaat, kept beside it as a small file.

The comparison reads these one by one, so that its memory does not grow with the texts.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any

from checker.rapporten.bestand import vervang
from checker.registers.datum import find_datums

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from checker.resultaat import Bevinding, Bewijs, DocumentRegel, Resultaat

BESTAND = "uittreksel.json"
RESULTAAT = "resultaat.json"
_READ = frozenset({"gelezen", "leeg"})
# Why a file that is left out is no missing evidence; any other file that was not read may hold some.
_NO_DOCUMENT = re.compile(r"verborgen bestand|tijdelijk bestand|eigen rapport|apart gelezen")
_TOT = re.compile(r"(geldig|vervalt|verloopt|loopt|afloop\w*|einddatum|tot( en met)?|t/?m)\W*(tot|op|t/?m|af|en met|\s)*[: ]*$")
_MAX_BEWIJS = 5


def make_uittreksel(resultaat: Resultaat, aanbieder_id: str, invoer: str, digest: str) -> dict[str, Any]:
    """The parts of a resultaat that the comparison prints; ``digest`` seals the resultaat it came from."""
    documenten = resultaat.dossier.documenten
    verlopen = {s.document for s in resultaat.signalen if s.soort == "verlopen"}
    return {
        "schema": 1, "invoer": invoer, "resultaat": digest, "aanbieder": aanbieder_id, "naam": resultaat.dossier.naam,
        "toestand": dossier_state(documenten), "checker": resultaat.checker, "versies": resultaat.versies,
        "documenten": [
            {
                "pad": d.pad, "sha256": d.sha256, "toestand": d.toestand, "melding": d.melding, "passages": d.passages,
                "telt": not is_no_document(d), "gelezen": d.toestand in _READ,
            }
            for d in documenten
        ],
        "bevindingen": {b.norm_id: _bevinding(b, verlopen) for b in resultaat.bevindingen},
        "signalen": [
            {"soort": s.soort, "ernst": s.ernst, "document": s.document, "plaats": s.plaats, "citaat": s.citaat, "melding": s.melding}
            for s in resultaat.signalen if s.soort in {"verouderd", "verlopen"}
        ],
    }


def dossier_state(documenten: Sequence[DocumentRegel]) -> str:
    """How far a submission could be read: gelezen, deels, niet_gelezen or geen_documenten."""
    counted = [d for d in documenten if not is_no_document(d)]
    if not any(d.toestand != "leeg" for d in counted):
        return "geen_documenten"
    if not any(d.passages for d in counted):
        return "niet_gelezen"
    return "gelezen" if all(d.toestand in _READ for d in counted) else "deels"


def is_no_document(document: DocumentRegel) -> bool:
    """Whether a file was left out because it is no document: hidden, temporary, or a container that was unpacked."""
    return document.toestand == "overgeslagen" and bool(_NO_DOCUMENT.search(document.melding))


def _bevinding(bevinding: Bevinding, verlopen: set[str]) -> dict[str, Any]:
    return {
        "oordeel": str(bevinding.oordeel), "label": bevinding.label, "niveau": str(bevinding.niveau), "zekerheid": bevinding.zekerheid,
        "reden": bevinding.reden, "hiaten": list(bevinding.hiaten), "aantal": len(bevinding.bewijs),
        "bewijs": [_bewijs(b) for b in bevinding.bewijs[:_MAX_BEWIJS]], "geldig_tot": valid_until(bevinding.bewijs),
        "verlopen": sorted({b.document for b in bevinding.bewijs} & verlopen),
        "tegenbewijs": [_bewijs(b) for b in bevinding.tegenbewijs[:2]],
        "praktijktoets": [{"soort": t.soort, "rol": t.rol, "vraag": t.vraag} for t in bevinding.praktijktoets],
    }


def _bewijs(bewijs: Bewijs) -> dict[str, Any]:
    return {
        "citaat": bewijs.citaat, "document": bewijs.document, "pagina": bewijs.pagina, "plaats": bewijs.plaats,
        "sectie": list(bewijs.sectie), "niveau": str(bewijs.niveau), "sterkte": bewijs.sterkte, "uitspraak": bewijs.uitspraak,
    }


def valid_until(quotes: Sequence[Bewijs]) -> str:
    """The first date until which a quoted proof says to be valid, as ISO text; empty when none does."""
    for text in (text for bewijs in quotes for text in (bewijs.citaat, bewijs.context)):
        low = text.lower()
        for datum, start, _end in find_datums(low):
            if _TOT.search(low[:start]):
                return datum.einde.isoformat()
    return ""


def write_uittreksel(uittreksel: dict[str, Any], folder: Path) -> None:
    """Write it as the last file of a provider: its presence says that the provider is done."""
    with vervang(folder / BESTAND) as half:
        text = json.dumps(uittreksel, ensure_ascii=False, separators=(",", ":"))
        half.write_bytes(text.encode("utf-8", "backslashreplace"))


def read_uittreksel(folder: Path) -> dict[str, Any] | None:
    """Read it back; None when it is not there, damaged, or not of the resultaat beside it."""
    try:
        data: dict[str, Any] = json.loads((folder / BESTAND).read_bytes())
        if data["schema"] == 1 and data["resultaat"] == seal(folder / RESULTAAT):
            return data
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return None


def seal(path: Path) -> str:
    """Fingerprint of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
