"""Begrippen: the concepts all kaders share, one list of termen per begrip."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker.begrippen.expressie import Term, parse_term
from checker.errors import CheckerError
from checker.voorraad import get_json, put_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class DubbelBegripError(CheckerError):
    """Two files define the same begrip."""

    _TEXT = "Het begrip '{naam}' staat in {eerste} en in {tweede}. Houd er één of geef een van beide een andere naam."


@dataclass(frozen=True, slots=True, kw_only=True)
class Begrip:
    """A concept: its title, the terms that say it and what it must not be confused with."""

    naam: str
    titel: str
    termen: tuple[Term, ...]
    niet: str
    herkomst: str


def read_begrippen(raw: Mapping[str, Mapping[str, object]], herkomst: str) -> list[Begrip]:
    """Turn the ``begrippen`` mapping of a YAML file into Begrippen, in its order."""
    found = []
    for naam, entry in raw.items():
        termen = entry["termen"]
        assert isinstance(termen, list)  # noqa: S101 - the schema has checked it
        found.append(
            Begrip(
                naam=naam, titel=str(entry.get("titel", naam)), niet=str(entry.get("niet", "")),
                termen=tuple(dict.fromkeys(parse_term(str(t)) for t in termen)), herkomst=herkomst,
            )
        )
    return found


def merge_begrippen(groups: Iterable[Begrip]) -> dict[str, Begrip]:
    """All begrippen by name.

    Raises:
        DubbelBegripError: a name is defined twice.
    """
    merged: dict[str, Begrip] = {}
    for begrip in groups:
        if begrip.naam in merged:
            raise DubbelBegripError(
                naam=begrip.naam, eerste=merged[begrip.naam].herkomst, tweede=begrip.herkomst
            )
        merged[begrip.naam] = begrip
    return merged


@cache
def shared_begrippen() -> dict[str, Begrip]:
    """The begrippen of the core, from the YAML files in this package."""
    import hashlib
    from importlib.resources import files

    sources = sorted((f for f in files("checker.begrippen").iterdir() if f.name.endswith(".yaml")), key=lambda f: f.name)
    texts = [(file.name, file.read_bytes()) for file in sources]
    key = hashlib.sha256(b"\n".join(text for _, text in texts)).hexdigest()
    raw = get_json("begrippen", key)
    if raw is None:
        import yaml

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        raw = {name: yaml.load(text, Loader=loader)["begrippen"] for name, text in texts}  # noqa: S506 - a safe loader
        put_json("begrippen", key, raw)
    return merge_begrippen(begrip for name in sorted(raw) for begrip in read_begrippen(raw[name], name))
