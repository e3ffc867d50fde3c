"""Gegevens: the comparison as ``vergelijking.json``, for other programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from checker.rapporten.bestand import vervang

if TYPE_CHECKING:
    from pathlib import Path

    from checker.vergelijking.stand import Cel, Stand
    from checker.vergelijking.uitvraag import Criterium
    from checker.vergelijking.verslag import Verslag

BESTAND = "vergelijking.json"


def write(verslag: Verslag, path: Path) -> None:
    """Write the comparison; the same input gives the same bytes."""
    with vervang(path) as half:
        text = json.dumps(as_data(verslag), ensure_ascii=False, indent=1)
        half.write_bytes((text + "\n").encode("utf-8", "backslashreplace"))


def as_data(verslag: Verslag) -> dict[str, Any]:
    """The comparison as plain data."""
    uitvraag = verslag.uitvraag
    return {
        "schema": 1, "peildatum": verslag.peildatum, "checker": verslag.checker, "versies": dict(verslag.versies),
        "invoer": verslag.vaste_invoer,
        "uitvraag": {
            "titel": uitvraag.titel, "schaal": dict(uitvraag.schaal), "maximum": uitvraag.maximum, "verschil": uitvraag.verschil,
            "profiel": dict(uitvraag.profiel), "eigen_profiel": uitvraag.eigen_profiel, "criteria": [asdict(c) for c in uitvraag.criteria],
        },
        "aanbieders": [_stand(stand, uitvraag.criteria) for stand in verslag.standen],
        "gevoeligheid": [asdict(proef) for proef in verslag.proeven],
        "gelijke_teksten": [asdict(overlap) for overlap in verslag.overlap],
        "meldingen": list(verslag.invoer_meldingen),
    }


def _stand(stand: Stand, criteria: tuple[Criterium, ...]) -> dict[str, Any]:
    return {
        "aanbieder": stand.aanbieder, "naam": stand.naam, "toestand": stand.toestand, "melding": stand.melding,
        "rust_op": {"documenten": stand.documenten, "gelezen": stand.gelezen, "criteria_geteld": stand.geteld, "criteria": len(criteria)},
        "totaal": stand.totaal, "rang": stand.rang, "reden_zonder_rang": stand.reden, "knock_outs": stand.knock_outs,
        "te_verifieren": stand.te_verifieren, "niet_te_lezen": stand.onzeker, "invoer": stand.invoer,
        "resultaat": f"aanbieders/{stand.aanbieder}/resultaat.json",
        "criteria": [_cel(cel, criterium) for cel, criterium in zip(stand.cellen, criteria, strict=True)],
    }


def _cel(cel: Cel, criterium: Criterium) -> dict[str, Any]:
    return {
        "norm": cel.criterium, "oordeel": cel.oordeel, "toestand": cel.toestand, "niveau": cel.niveau, "voorstel": cel.voorstel,
        "score": cel.score, "score_rust_op": cel.mens.bron, "beoordelaars": list(cel.mens.scores), "consensus": cel.mens.consensus,
        "minimum_gehaald": cel.minimum(criterium), "citaten": cel.bewijs, "geldig_tot": cel.geldig_tot,
    }
