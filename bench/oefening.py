"""Practice dossiers: invented and labelled for the calibration, apart from the labelled dossiers that measure.

In ``bench/dossiers`` stands per dossier a folder of documents and a file of labels. The documents were written with
a language model that saw no kader and no labelled dossier; another labelled the sentences per onderdeel by
the rules in ``LEESMIJ.md`` there, without seeing the program. One labeller each: they are practice, no measure of truth.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from bench.gegevens import read_yaml
from bench.goud import ROOT, SCHAAL, Goud
from checker.bevindingen.oordeel import DEELS, GEDEKT, NIET_GEDEKT, NIET_UIT_PAPIER, NVT, judge
from checker.catalogi import installed_catalogus
from checker.kaders.model import Niveau, Norm, Oordeel
from checker.resultaat import OnderdeelUitkomst

OEFENING, APART = ROOT / "bench" / "dossiers", ROOT / "bench" / "apart"
PEILDATUM = "2026-01-15"
# What a practice dossier is for: to train the sentence vectors on, only the network of ``checker.bewijs.toonkans``, or to calibrate the
# score on. What trains vectors trains that network too; what calibrates trains nothing.
BETEKENIS, TOONKANS, SCORE = "betekenis", "toonkans", "score"


def load_oefening(folder: Path = OEFENING, *, leert: str | None = None) -> list[Goud]:
    """The dossiers of one folder, in order of name, in the shape of the labelled ones; all, or those for one purpose."""
    return [_read(path, raw) for path, raw in _files(folder) if leert is None or raw["leert"] == leert]


@cache
def _files(folder: Path) -> tuple[tuple[Path, dict[str, Any]], ...]:
    """The label files of a folder with what they hold; asked for often, read once."""
    return tuple((path, read_yaml(path)) for path in sorted(folder.glob("*.yaml")))


def _read(path: Path, raw: dict[str, Any]) -> Goud:
    kaders = [kader for kader in installed_catalogus()[0].kaders if kader.id in raw["kaders"]]
    labels = {norm.id: _label(norm, raw) for kader in kaders for norm in kader.normen if norm.scoren}
    return Goud(naam=path.stem, map=path.with_suffix(""), bestand=path, peildatum=PEILDATUM, labels=labels, ruw=raw)


def _label(norm: Norm, raw: Mapping[str, Any]) -> dict[str, Any]:
    """The label of a norm: its verdict by the rules of the product, and its quotes with the onderdelen they show."""
    apart = frozenset(raw["niet_van_toepassing"])
    uitkomsten = [_uitkomst(norm, number, raw["bewijs"], apart) for number in range(1, len(norm.onderdelen) + 1)]
    oordeel = Oordeel.NIET_VAN_TOEPASSING if norm.id in apart else judge(uitkomsten)
    return {
        "norm_id": norm.id, "oordeel": oordeel if oordeel in SCHAAL else "nvt",
        "bewijs": [quote | {"sterkte": strength} for strength in ("direct", "indirect") for quote in _quotes(norm, raw, strength)],
        "valkuilen": list(_quotes(norm, raw, "niet")),
    }


def _uitkomst(norm: Norm, number: int, bewijs: Mapping[str, Mapping[str, Any]], apart: frozenset[str]) -> OnderdeelUitkomst:
    onderdeel = norm.onderdelen[number - 1]
    own = bewijs.get(onderdeel.id, {})
    status = NIET_UIT_PAPIER if not onderdeel.uit_papier else GEDEKT if "direct" in own else DEELS if "indirect" in own else NIET_GEDEKT
    return OnderdeelUitkomst(
        id=onderdeel.id, tekst="", status=NVT if onderdeel.id in apart else status, niveau=Niveau.GEEN, vereist=onderdeel.vereist,
        bewijs=(), tegenbewijs=(), hiaat="", advies="", reden="",
    )


def _quotes(norm: Norm, raw: Mapping[str, Any], strength: str) -> Iterator[dict[str, Any]]:
    """Every sentence of one strength once, with the numbers of the onderdelen for which it has it."""
    found: dict[int, list[int]] = {}
    for number, onderdeel in enumerate(norm.onderdelen, start=1):
        for zin in raw["bewijs"].get(onderdeel.id, {}).get(strength, ()):
            found.setdefault(zin, []).append(number)
    for zin, numbers in found.items():
        yield {"citaat": raw["zinnen"][zin], "onderdelen": numbers}
