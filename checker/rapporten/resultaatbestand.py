"""Resultaatbestand: a resultaat as ``resultaat.json``, written and read without loss."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from checker.errors import CheckerError
from checker.rapporten.bestand import vervang
from checker.rapporten.kanten import both_sides, one_side
from checker.rapporten.velden import from_plain, to_plain
from checker.resultaat import Bevinding, Resultaat

if TYPE_CHECKING:
    from pathlib import Path

    from jsonschema import ValidationError

_SURROGAAT = re.compile("[\ud800-\udfff]")
_SOORTEN = {
    "string": "een tekst",
    "integer": "een geheel getal",
    "number": "een getal",
    "boolean": "waar of onwaar",
    "array": "een lijst",
    "object": "een groep velden",
    "null": "leeg",
}


class ResultaatOnleesbaarError(CheckerError):
    """The file is not there, is no JSON or cannot be opened."""

    _TEXT = (
        "Het resultaat {pad} is niet te lezen: {oorzaak}. Kies het bestand resultaat.json uit de"
        " uitvoermap, of maak het opnieuw met `checker toets`."
    )


class ResultaatOngeldigError(CheckerError):
    """The file is JSON but not a resultaat of this schema."""

    _TEXT = (
        "Het resultaat {pad} klopt niet bij {plek}: {oorzaak}. Is het bestand met de hand"
        " veranderd? Zet de oude versie terug, of maak het opnieuw met `checker toets`."
    )


def write(resultaat: Resultaat, path: Path) -> None:
    """Write the resultaat as JSON; the same resultaat gives the same bytes."""
    with vervang(path) as tijdelijk:
        tijdelijk.write_bytes(dumps(resultaat).encode("utf-8"))


def dumps(resultaat: Resultaat) -> str:
    """Return the JSON text, in the order of the dataclasses, with a newline at the end."""
    text = json.dumps(to_plain(replace(resultaat, signalen=both_sides(resultaat.signalen))), ensure_ascii=False, indent=1, allow_nan=False)
    # A lone surrogate cannot be written as UTF-8, but JSON can spell it.
    return _SURROGAAT.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def read(path: Path) -> Resultaat:
    """Read a resultaat back; raise a CheckerError that says where it is wrong."""
    data = _load(path)
    _check_schema(data, path)
    resultaat = _from_plain(data)
    for nummer, bevinding in enumerate(resultaat.bevindingen):
        _check_posities(bevinding, f"bevindingen[{nummer}]", path)
    return resultaat


def loads(data: bytes) -> Resultaat:
    """Read back what ``dumps`` gave, without checks: only for bytes that are known to be ours."""
    return _from_plain(json.loads(data))


def _from_plain(data: object) -> Resultaat:
    resultaat: Resultaat = from_plain(Resultaat, data)
    return replace(resultaat, signalen=one_side(resultaat.signalen))


def _load(path: Path) -> object:
    try:
        return json.loads(path.read_bytes(), parse_constant=_refuse_constant)
    except OSError as error:
        oorzaak = "het bestand bestaat niet" if not path.exists() else "openen lukt niet"
        raise ResultaatOnleesbaarError(pad=path, oorzaak=oorzaak) from error
    except json.JSONDecodeError as error:
        oorzaak = f"het is geen geldige JSON (regel {error.lineno}, teken {error.colno})"
        raise ResultaatOnleesbaarError(pad=path, oorzaak=oorzaak) from error
    except (ValueError, RecursionError) as error:
        raise ResultaatOnleesbaarError(pad=path, oorzaak="het is geen geldige JSON") from error


def _refuse_constant(name: str) -> object:
    raise ValueError(name)


def _check_schema(data: object, path: Path) -> None:
    from importlib.resources import files

    from jsonschema import Draft202012Validator

    schema = json.loads((files("checker") / "schemas/resultaat.schema.json").read_bytes())
    error = next(Draft202012Validator(schema).iter_errors(data), None)
    if error is not None:
        plek = error.json_path.removeprefix("$").removeprefix(".") or "het begin"
        raise ResultaatOngeldigError(pad=path, plek=plek, oorzaak=_explain(error))


def _explain(error: ValidationError) -> str:
    """Say in Dutch what the schema asks and the file does not give."""
    waarde: Any = error.validator_value
    stuk: Any = error.instance
    if error.validator == "required":
        ontbreekt = [name for name in waarde if name not in stuk]
        return f"het veld {ontbreekt[0]} ontbreekt"
    if error.validator == "type":
        soorten = [waarde] if isinstance(waarde, str) else waarde
        return "hier hoort " + " of ".join(_SOORTEN[soort] for soort in soorten)
    if error.validator == "enum":
        return f"de waarde {_kort(stuk)} bestaat niet; kies uit {', '.join(waarde)}"
    if error.validator == "const":
        return f"hier hoort {waarde}, er staat {_kort(stuk)}"
    return f"de waarde {_kort(stuk)} past niet in het schema"


def _kort(waarde: object) -> str:
    text = json.dumps(waarde, ensure_ascii=True)
    return text if len(text) <= 60 else text[:60] + "…"


def _check_posities(bevinding: Bevinding, plek: str, path: Path) -> None:
    """Every position that an onderdeel names must exist in the lists of its bevinding."""
    for onderdeel in bevinding.onderdelen:
        buiten = [i for i in onderdeel.bewijs if i >= len(bevinding.bewijs)]
        buiten += [i for i in onderdeel.tegenbewijs if i >= len(bevinding.tegenbewijs)]
        if buiten:
            oorzaak = f"onderdeel {onderdeel.id} wijst naar bewijs {buiten[0]}, dat er niet is"
            raise ResultaatOngeldigError(pad=path, plek=plek, oorzaak=oorzaak)
