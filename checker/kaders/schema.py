"""Schema errors in Dutch, with the line of the file where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.kaders.laden import OngeldigKaderError, schema

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from jsonschema.exceptions import ValidationError

_WORDS = {
    "required": "hier ontbreekt {value}.",
    "additionalProperties": "hier staat iets dat niet bestaat: {value}.",
    "enum": "'{instance}' mag hier niet; kies uit {rule}.",
    "type": "'{instance}' heeft de verkeerde vorm; verwacht: {rule}.",
    "pattern": "'{instance}' heeft niet de goede vorm.",
    "minLength": "deze tekst is te kort of leeg.",
    "minItems": "deze lijst is leeg.",
    "minimum": "het getal {instance} is te klein; minstens {rule}.",
    "maximum": "het getal {instance} is te groot; hoogstens {rule}.",
}
_TYPES = {
    "string": "tekst", "integer": "een heel getal", "number": "een getal", "array": "een lijst",
    "object": "een blok met sleutels", "boolean": "true of false",
}


def validate(raw: Any, name: str, source: Path | Traversable, bestand: str) -> None:
    """Check a parsed file against one of the schemas of this package.

    Raises:
        OngeldigKaderError: the first fault, with file, line and path.
    """
    from jsonschema import Draft202012Validator

    errors = sorted(
        Draft202012Validator(schema(name)).iter_errors(raw),
        key=lambda e: ([str(part) for part in e.absolute_path], e.message),
    )
    if errors:
        error = errors[0]
        raise OngeldigKaderError(
            bestand=bestand, regel=_line(source, error.absolute_path),
            pad=_path(error.absolute_path), melding=_message(error),
        )


def _path(parts: Iterable[object]) -> str:
    text = ""
    for part in parts:
        text += f"[{int(part) + 1}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text or "het hele bestand"


def _message(error: ValidationError) -> str:
    if error.validator == "type":
        rule = _TYPES.get(str(error.validator_value), str(error.validator_value))
    else:
        rule = ", ".join(map(str, error.validator_value)) if isinstance(error.validator_value, list) else str(error.validator_value)
    value = error.message.split("'")[1] if "'" in error.message else error.message
    template = _WORDS.get(str(error.validator), "dit klopt niet ({rule}).")
    return template.format(value=f"'{value}'", instance=str(error.instance)[:60], rule=rule)


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
