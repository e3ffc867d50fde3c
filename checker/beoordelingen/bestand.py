"""Bestand: ``beoordelingen.jsonl``, to which lines are only ever added."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from checker.beoordelingen.beoordeling import Beoordeling, Werkregel
from checker.errors import CheckerError
from checker.rapporten.bestand import vervang
from checker.rapporten.velden import from_plain, to_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from checker.beoordelingen.beoordeling import Regel

NAAM = "beoordelingen.jsonl"


class BeoordelingOnleesbaarError(CheckerError):
    """A line of the file does not hold a beoordeling."""

    _TEXT = (
        "De beoordelingen in {pad} zijn niet te lezen: regel {regel} {oorzaak}. Is het bestand met de hand veranderd?"
        " Zet de oude versie terug, of haal alleen deze regel weg."
    )


def read(path: Path) -> tuple[Regel, ...]:
    """Read all lines, oldest first; a file that is not there holds none.

    Raises:
        BeoordelingOnleesbaarError: a line is no beoordeling.
    """
    return tuple(_parse(path)) if path.exists() else ()


def latest(*lijsten: Iterable[Regel]) -> dict[str, Regel]:
    """The last line per norm, action, signaal and question; of several files the one that came back last counts."""
    alle = sorted((b for lijst in lijsten for b in lijst), key=lambda b: b.ingelezen_op)
    return {b.id: b for b in alle}


def append(path: Path, nieuw: Sequence[Regel]) -> None:
    """Add lines; the lines that are there keep their bytes, also when writing breaks off."""
    if not nieuw:
        return
    oud = path.read_bytes() if path.exists() else b""
    if oud and not oud.endswith(b"\n"):
        oud += b"\n"
    regels = "".join(json.dumps(to_plain(b), ensure_ascii=False) + "\n" for b in nieuw)
    with vervang(path) as tijdelijk:
        tijdelijk.write_bytes(oud + regels.encode("utf-8"))
        tijdelijk.chmod(0o600)


def _parse(path: Path) -> Iterator[Regel]:
    soorten = {Beoordeling: _checker("beoordeling"), Werkregel: _checker("werkregel")}
    for nummer, regel in enumerate(path.read_bytes().split(b"\n"), 1):
        if not regel.strip():
            continue
        try:
            data = json.loads(regel.decode("utf-8-sig"))
        except ValueError as error:
            raise BeoordelingOnleesbaarError(pad=path, regel=nummer, oorzaak="is geen geldige JSON") from error
        soort = Werkregel if isinstance(data, dict) and "soort" in data else Beoordeling
        fout = next(soorten[soort].iter_errors(data), None)
        if fout is not None:
            veld = fout.json_path.removeprefix("$").removeprefix(".") or "het geheel"
            raise BeoordelingOnleesbaarError(pad=path, regel=nummer, oorzaak=f"klopt niet bij {veld}")
        yield from_plain(soort, data)


def _checker(naam: str) -> Any:
    from importlib.resources import files

    from jsonschema import Draft202012Validator

    return Draft202012Validator(json.loads((files("checker") / f"schemas/{naam}.schema.json").read_bytes()))
