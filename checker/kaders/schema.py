"""The schemas of what people write, and their errors in Dutch with the line of the file where they stand."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from checker.errors import CheckerError
from checker.kaders.kenmerken import KENMERKEN, meant
from checker.kaders.segment import SEGMENTEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from jsonschema.exceptions import ValidationError

_WORDS = {
    "required": "hier ontbreekt {value}.",
    "enum": "'{instance}' mag hier niet; kies uit {rule}.",
    "type": "'{instance}' heeft de verkeerde vorm; verwacht: {rule}.{quotes}",
    "pattern": "'{instance}' heeft niet de goede vorm: {rule}",
    "minLength": "deze tekst is te kort of leeg.",
    "minItems": "deze lijst is leeg.",
    "minimum": "het getal {instance} is te klein; minstens {rule}.",
    "maximum": "het getal {instance} is te groot; hoogstens {rule}.",
}
_TYPES = {
    "string": "tekst", "integer": "een heel getal", "number": "een getal", "array": "een lijst",
    "object": "een blok met sleutels", "boolean": "true of false",
}
# The patterns of the schemas, as an author follows them.
_PATTERNS = {
    r"^\d{4}-\d{2}-\d{2}$": 'schrijf een datum als jjjj-mm-dd, zoals "2026-11-22".',
    r"\?$": "een toetsvraag eindigt op een vraagteken.",
    r"^[a-z][a-z0-9_]*$": "gebruik kleine letters, cijfers en liggende streepjes, en begin met een letter, zoals pve_jeugd.",
    r"^[A-Z]+-[A-Za-z0-9.]+$": "schrijf hoofdletters, een streepje en een nummer, zoals PVE-1.2.",
    r"^[A-Z]+-[A-Za-z0-9.]+/[0-9]+$": "schrijf het id van de norm, een schuine streep en het volgnummer, zoals PVE-1.2/1.",
    r"^(jeugdhulp|wmo|sociaal-werk)(-[0-9]+[ab]?)?$": "dit segment bestaat niet; {segment}",
}
_FILES = {"kader": "Het kader", "praktijk": "Het profiel", "uitvraag": "De uitvraag"}


class OngeldigKaderError(CheckerError):
    """A kader, profiel or uitvraag (``wat``) that does not follow its schema."""

    _TEXT = "{wat} {bestand} klopt niet, regel {regel}: {pad}: {melding} Verbeter het bestand en probeer opnieuw."


@cache
def schema(name: str) -> dict[str, Any]:
    """A JSON Schema of this package by name."""
    import json
    from importlib.resources import files

    loaded: dict[str, Any] = json.loads(files("checker.schemas").joinpath(f"{name}.schema.json").read_text("utf-8"))
    return loaded


def validate(raw: Any, name: str, source: Path | Traversable, bestand: str) -> None:
    """Check a parsed file against one of the schemas of this package, and the names in a profile against the known ones.

    Raises:
        OngeldigKaderError: the first fault, with file, line and path.
    """
    from jsonschema import Draft202012Validator

    errors = sorted(
        Draft202012Validator(schema(name)).iter_errors(raw),
        key=lambda e: ([str(part) for part in e.absolute_path], e.message),
    )
    wat = _FILES.get(name, "Het bestand")
    if errors:
        error = errors[0]
        extra = _extra(error)
        raise OngeldigKaderError(
            wat=wat, bestand=bestand, regel=_line(source, [*error.absolute_path, *extra[:1]]),
            pad=_path(error.absolute_path), melding=_message(error, extra),
        )
    if name in ("praktijk", "uitvraag"):
        _check_names(raw, wat, source, bestand)


def _check_names(raw: Mapping[str, Any], wat: str, source: Path | Traversable, bestand: str) -> None:
    """Refuse a segment or kenmerk that does not exist: a typing error would silently change what applies."""
    for key, known, values in (("segmenten", SEGMENTEN, raw.get("segmenten") or ()), ("kenmerken", KENMERKEN, raw.get("kenmerken") or {})):
        for place, value in enumerate(values):
            if value not in known:
                path = [key, place if key == "segmenten" else value]
                melding = f"'{value}' bestaat niet; {meant(str(value), known)}"
                raise OngeldigKaderError(wat=wat, bestand=bestand, regel=_line(source, path), pad=_path(path), melding=melding)


def check_unique(raw: Mapping[str, Any], source: Path | Traversable, bestand: str) -> None:
    """Make sure that no norm and no onderdeel of a kader stands in it twice.

    Raises:
        OngeldigKaderError: the second of the two, with its line.
    """
    seen: dict[str, list[object]] = {}
    for place, norm in enumerate(raw["normen"]):
        parts: list[tuple[str, list[object]]] = [(part["id"], ["normen", place, "onderdelen", number, "id"]) for number, part in enumerate(norm["onderdelen"])]
        for key, path in ((norm["id"], ["normen", place, "id"]), *parts):
            if key in seen:
                melding = f"'{key}' staat er twee keer in (eerst op regel {_line(source, seen[key])}). Geef een van beide een ander id."
                raise OngeldigKaderError(wat=_FILES["kader"], bestand=bestand, regel=_line(source, path), pad=_path(path), melding=melding)
            seen[key] = path


def _path(parts: Iterable[object]) -> str:
    text = ""
    for part in parts:
        text += f"[{int(part) + 1}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text or "het hele bestand"


def _extra(error: ValidationError) -> list[str]:
    """The keys that should not be there."""
    if error.validator != "additionalProperties" or not isinstance(error.instance, dict):
        return []
    return [str(key) for key in error.instance if key not in _allowed(error)]


def _allowed(error: ValidationError) -> list[str]:
    return list(error.schema.get("properties", {})) if isinstance(error.schema, dict) else []


def _message(error: ValidationError, extra: Sequence[str]) -> str:
    if extra:
        return f"hier staat iets dat niet bestaat: '{extra[0]}'; {meant(extra[0], _allowed(error))}"
    value = error.message.split("'")[1] if "'" in error.message else error.message
    template = _WORDS.get(str(error.validator), "dit klopt niet ({rule}).")
    return template.format(value=f"'{value}'", instance=str(error.instance)[:60], rule=_rule(error), quotes=_quotes(error))


def _rule(error: ValidationError) -> str:
    rule: Any = error.validator_value
    if error.validator == "type":
        return " of ".join(_TYPES[kind] for kind in ([rule] if isinstance(rule, str) else rule) if kind in _TYPES)
    if error.validator == "pattern":
        return _PATTERNS.get(str(rule), f"het moet passen op {rule}.").format(segment=meant(str(error.instance), SEGMENTEN))
    return ", ".join(map(str, rule)) if isinstance(rule, list) else str(rule)


def _quotes(error: ValidationError) -> str:
    """What to type when YAML made a number or a date of what should be text."""
    if error.validator_value != "string" or isinstance(error.instance, dict | list) or error.instance is None:
        return ""
    key = next((part for part in reversed(error.absolute_path) if isinstance(part, str)), "waarde")
    return f' Zet aanhalingstekens om de waarde, zoals {key}: "{error.instance}".'


def _line(source: Path | Traversable, path: Iterable[object]) -> int:
    """The line of a path in a YAML file: walk the composed nodes."""
    import yaml

    # The same parser as the one that loaded it: the two differ in what they accept.
    node = yaml.compose(source.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    line = 1
    for part in path:
        found = None
        if isinstance(node, yaml.MappingNode):
            found = next((value for key, value in node.value if key.value == str(part)), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            found = node.value[part]
        if found is None:
            break
        node, line = found, found.start_mark.line + 1
    return line
