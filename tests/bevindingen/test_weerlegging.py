"""A promise that the practice's own register breaks counts only partly, and the reader is told where to look."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from checker.bevindingen.bevinding import find_bevinding
from checker.bevindingen.oordeel import DEELS, GEDEKT
from checker.bevindingen.toepassing import Toepassing
from checker.bewijs.verzamelen import Verzamelaar
from checker.bewijs.weerlegging import Weerlegging, Weerleggingen
from checker.bewijs.zoeker import Zoeker
from checker.catalogi import installed_catalogus
from checker.dossier import read_dossier
from checker.index import Index
from checker.profiel import Profiel

if TYPE_CHECKING:
    from pathlib import Path

PLEK = "register.xlsx, blad Medewerkers, rij 6, cel G6"


@pytest.mark.parametrize(
    ("document", "status"), [("handboek.md", DEELS), ("ander.md", GEDEKT)], ids=["this document", "the same words elsewhere"]
)
def test_a_belied_promise_counts_partly(document: str, status: str, tmp_path: Path) -> None:
    """The onderdeel falls from gedekt to deels, and its reason names the cell; what another document says is left alone."""
    catalogus, _ = installed_catalogus()
    kader, norm, onderdeel = next((k, n, o) for k in catalogus.kaders for n in k.normen for o in n.onderdelen if o.id == "JIJ-3.2/5")
    zin = onderdeel.wel[0]
    (tmp_path / "handboek.md").write_text(f"# Personeel\n\n{zin}\n", encoding="utf-8")
    verzamelaar = Verzamelaar(Index(read_dossier(tmp_path)))
    alone = replace(norm, onderdelen=(onderdeel,))
    weerlegd = Weerleggingen([Weerlegging(document=document, citaat=zin, register=PLEK)])
    toepassing = Toepassing(Profiel(naam="", bekend=False), verzamelaar)
    (found,) = find_bevinding(alone, kader, Zoeker(verzamelaar, kader, catalogus), toepassing, weerlegd).onderdelen
    assert (found.status, PLEK in found.reden) == (status, status == DEELS)
