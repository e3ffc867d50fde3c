"""Small demands and submissions for the tests of the comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.vergelijking import gegevens
from checker.vergelijking.commissie import Inbreng
from checker.vergelijking.stand import make_stand, rank
from checker.vergelijking.toetsen import MAP
from checker.vergelijking.uittreksel import RESULTAAT, seal, write_uittreksel
from checker.vergelijking.uitvraag import Criterium, Uitvraag
from checker.vergelijking.verslag import Verslag
from checker.vergelijking.werkmap import write

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from checker.vergelijking.stand import Mens


def criterium(norm: str, **changes: Any) -> Criterium:
    gewicht = changes.pop("gewicht", 1.0)
    basis: dict[str, Any] = {
        "id": norm, "kader_id": "k", "nummer": norm, "titel": f"Titel {norm}", "soort": "gunningscriterium", "gewicht": gewicht,
        "gewicht_uitvraag": gewicht, "minimum": None, "bewijs": "", "gelijkwaardig": False,
    }
    return Criterium(**{**basis, **changes})


def uitvraag(*criteria: Criterium) -> Uitvraag:
    return Uitvraag(titel="Proef", criteria=criteria)


def uittreksel(naam: str, oordelen: dict[str, str], *, toestand: str = "gelezen", verlopen: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "schema": 1, "invoer": "i", "aanbieder": naam, "naam": naam.title(), "toestand": toestand, "versies": {}, "signalen": [],
        "documenten": [{"pad": "a.txt", "sha256": "s", "toestand": "gelezen", "melding": "", "passages": 1, "telt": True, "gelezen": toestand == "gelezen"}],
        "bevindingen": {
            norm: {
                "oordeel": oordeel, "label": oordeel, "niveau": "opzet", "zekerheid": "zeker", "reden": "Reden.", "hiaten": [], "aantal": 0,
                "bewijs": [], "geldig_tot": "", "verlopen": list(verlopen), "tegenbewijs": [], "praktijktoets": [],
            }
            for norm, oordeel in oordelen.items()
        },
    }


def werkmap(path: Path, demands: Uitvraag, *parts: dict[str, Any], mensen: Mapping[tuple[str, str], Mens] | None = None, inbreng: Inbreng | None = None) -> Path:
    """Write the workbook of these submissions, with what people filled in before."""
    given = inbreng or Inbreng(mensen=dict(mensen or {}))
    standen = rank([make_stand(part, demands, given.mensen) for part in parts], demands)
    verslag = Verslag(
        uit=path.parent, uitvraag=demands, peildatum="2026-11-22", checker="0", versies={}, vaste_invoer="i", standen=standen,
        proeven=(), overlap=(), antwoorden=given.antwoorden, invoer_meldingen=given.meldingen, beoordelaars=given.beoordelaars,
    )
    for part in parts:
        folder = path.parent / MAP / str(part["aanbieder"])
        folder.mkdir(parents=True, exist_ok=True)
        (folder / RESULTAAT).write_text("{}", "utf-8")
        write_uittreksel({**part, "resultaat": seal(folder / RESULTAAT)}, folder)
    write(verslag, path)
    gegevens.write(verslag, path.with_name(gegevens.BESTAND))
    return path
