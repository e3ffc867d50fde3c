"""Small demands and submissions for the tests of the comparison."""

from __future__ import annotations

from typing import Any

from checker.vergelijking.uitvraag import Criterium, Uitvraag


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
