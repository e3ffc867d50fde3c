"""The data files of the signalen: read, checked and frozen. An entry without source or date is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from checker.kaders.laden import read_yaml
from checker.kaders.schema import validate

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

# A date in YAML is read as text, so that the schema can check its form.
_DATES = ("datum", "sinds")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verouderd:
    """A law, body or document that has been succeeded."""

    id: str
    patronen: tuple[re.Pattern[str], ...]
    alleen_bij: re.Pattern[str] | None
    niet_bij: re.Pattern[str] | None
    wetten: tuple[str, ...]
    nu: str
    sinds: str
    ernst: str
    bron: str
    geverifieerd: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Verouderdlijst:
    """The list, with the words and headings that make a mention historic."""

    historisch: re.Pattern[str]
    koppen: re.Pattern[str]
    regels: tuple[Verouderd, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Toetsregel:
    """A rule on a register or a term, with its source; ``extra`` holds what its check needs."""

    id: str
    register: str
    controle: str
    soort: str
    ernst: str
    wat: str
    doe: str
    bron: str
    extra: dict[str, Any]


def load_verouderd(source: Path | Traversable, bestand: str) -> Verouderdlijst:
    """Read a list of outdated references.

    Raises:
        OngeldigeYamlError, OngeldigKaderError: the file is broken, or an entry has no source or date.
    """
    raw = _as_text(read_yaml(source, bestand))
    validate(raw, "verouderd", source, bestand)
    return Verouderdlijst(
        historisch=_any(raw["historisch"]), koppen=_any(raw["koppen_historisch"]),
        regels=tuple(_verouderd(entry) for entry in raw["regels"]),
    )


def load_regels(source: Path | Traversable, bestand: str) -> tuple[Toetsregel, ...]:
    """Read the rules on registers and terms.

    Raises:
        OngeldigeYamlError, OngeldigKaderError: the file is broken, or a rule has no source or date.
    """
    raw = _as_text(read_yaml(source, bestand))
    validate(raw, "signaalregels", source, bestand)
    known = ("id", "register", "controle", "soort", "ernst", "wat", "doe", "bron", "datum")
    return tuple(
        Toetsregel(
            id=r["id"], register=r.get("register", ""), controle=r["controle"], soort=r["soort"], ernst=r["ernst"],
            wat=r["wat"], doe=r["doe"], bron=r["bron"],
            extra={key: value for key, value in r.items() if key not in known},
        )
        for r in raw["regels"]
    )


@cache
def verouderd() -> Verouderdlijst:
    """The list of this package."""
    return load_verouderd(_file("verouderd.yaml"), "verouderd.yaml")


@cache
def regels() -> tuple[Toetsregel, ...]:
    """The rules of this package."""
    return load_regels(_file("regels.yaml"), "regels.yaml")


@cache
def patronen(bestand: str) -> dict[str, Any]:
    """A data file of this package, as read."""
    raw: dict[str, Any] = read_yaml(_file(bestand), bestand)
    return raw


@cache
def groep(bestand: str, naam: str) -> re.Pattern[str]:
    """A named list of expressions of a data file, as one pattern."""
    return _any(patronen(bestand)[naam])


def _file(name: str) -> Traversable:
    from importlib.resources import files

    return files("checker.signalen").joinpath(name)


def _any(expressions: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{expression})" for expression in expressions))


def _verouderd(entry: dict[str, Any]) -> Verouderd:
    flags = re.NOFLAG if entry.get("hoofdletters") else re.IGNORECASE
    return Verouderd(
        id=entry["id"], patronen=tuple(re.compile(p, flags) for p in entry["patroon"]),
        alleen_bij=re.compile(entry["alleen_bij"]) if "alleen_bij" in entry else None,
        niet_bij=re.compile(entry["niet_bij"]) if "niet_bij" in entry else None,
        wetten=tuple(entry.get("alleen_bij_wet", ())), nu=entry["nu"], sinds=entry["sinds"], ernst=entry["ernst"],
        bron=entry["bron"], geverifieerd=entry["geverifieerd"],
    )


def _as_text(raw: Any) -> Any:
    """YAML reads 2026-11-22 as a date: back to text."""
    if isinstance(raw, dict):
        return {k: v.isoformat() if k in _DATES and hasattr(v, "isoformat") else _as_text(v) for k, v in raw.items()}
    return [_as_text(item) for item in raw] if isinstance(raw, list) else raw
