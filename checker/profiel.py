"""Profiel: what a practice is and does, from ``praktijk.yaml``; it decides what applies."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from checker.kaders.kenmerken import KENMERKEN
from checker.kaders.laden import find_yaml, read_yaml
from checker.kaders.schema import validate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_NAAM = "praktijk"
BESTAND = f"{_NAAM}.yaml"

# Negations: true unless the profile says otherwise.
STANDAARD_WAAR = frozenset(("niet_kortdurend_nachtopvang",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Profiel:
    """The practice: laws, segments, flags and size; ``aannames`` say what was not stated.

    ``bekend`` is False when there is no praktijk.yaml: then nothing is left out on a guess.
    """

    naam: str
    bekend: bool
    wet: tuple[str, ...] = ()
    land: str = "nl"
    segmenten: tuple[str, ...] = ()
    kenmerken: Mapping[str, bool] = field(default_factory=dict)
    medewerkers: int | None = None
    kaders: tuple[str, ...] = ()
    aannames: tuple[str, ...] = ()

    def holds(self, condition: str) -> bool | None:
        """Whether one condition holds: True, False, or None when the profile does not say."""
        value = self.kenmerken.get(condition)
        if value is None and condition in STANDAARD_WAAR:
            return True
        return value


def find_profiel(dossier: Path) -> Path | None:
    """The file with the profile of a dossier; None when there is none.

    Raises:
        DubbelBestandError: there are two.
    """
    return find_yaml(dossier, _NAAM)


def read_profiel(dossier: Path) -> Profiel:
    """Read ``praktijk.yaml`` of a dossier; without it a profile that assumes nothing.

    Raises:
        OngeldigeYamlError, OngeldigKaderError: the file is broken.
        DubbelBestandError: there are two.
    """
    path = find_profiel(dossier)
    if path is None:
        return Profiel(
            naam=dossier.resolve().name, bekend=False,
            aannames=(
                "Er is geen praktijk.yaml: alle normen zijn getoetst, behalve waar het dossier zelf laat zien dat een norm niet geldt.",
            ),
        )
    raw = read_yaml(path, path.name) or {}
    validate(raw, "praktijk", path, path.name)
    return _build(raw, dossier.resolve().name)


def _build(raw: dict[str, Any], fallback: str) -> Profiel:
    kenmerken = {str(key): bool(value) for key, value in (raw.get("kenmerken") or {}).items()}
    missing = [naam for naam in KENMERKEN if naam not in kenmerken and naam not in STANDAARD_WAAR]
    aannames = []
    if missing:
        aannames.append(
            "Niet is opgegeven of dit voor de praktijk geldt; de normen hierover zijn daarom gewoon getoetst: "
            + "; ".join(KENMERKEN[naam] for naam in missing)
            + ". Geldt iets niet? Zet het dan in praktijk.yaml op false (nee)."
        )
    return Profiel(
        naam=raw.get("naam") or fallback, bekend=True, wet=tuple(raw.get("wet") or ()),
        land=raw.get("land", "nl"), segmenten=tuple(raw.get("segmenten") or ()), kenmerken=kenmerken,
        medewerkers=raw.get("medewerkers"), kaders=tuple(raw.get("kaders") or ()), aannames=tuple(aannames),
    )
