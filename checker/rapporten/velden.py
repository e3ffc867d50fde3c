"""Velden: frozen dataclasses to plain JSON values and back, led by their type hints."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable

# What a missing field means; files that hold only the contract's fields stay readable.
_ZONDER_WAARDE: dict[str, object] = {"vereist": True, "gewicht": 1.0, "niveau": "geen"}


def to_plain(value: object) -> Any:
    """Return ``value`` as dicts, lists and scalars, in the order of its fields."""
    if is_dataclass(value) and not isinstance(value, type):
        names = _names(type(value))
        return {name: to_plain(getattr(value, name)) for name in names}
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: to_plain(item) for key, item in value.items()}
    return value.value if isinstance(value, Enum) else value


def from_plain(cls: type[Any], data: Any) -> Any:
    """Build a dataclass from what ``to_plain`` made of it; unknown keys are left out."""
    readers = _readers(cls)  # type: ignore[arg-type]
    known = {name: read(data[name] if name in data else default()) for name, read, default in readers}
    return cls(**known)


@cache
def _names(cls: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls))


@cache
def _readers(
    cls: type[Any],
) -> tuple[tuple[str, Callable[[Any], Any], Callable[[], Any]], ...]:
    hints = get_type_hints(cls)
    return tuple((f.name, _reader(hints[f.name]), _default(f, hints[f.name])) for f in fields(cls))


def _reader(hint: Any) -> Callable[[Any], Any]:
    if get_origin(hint) is tuple:
        item = _reader(get_args(hint)[0])
        return lambda values: tuple(item(value) for value in values)
    if isinstance(hint, UnionType):
        inner = _reader(next(arg for arg in get_args(hint) if arg is not type(None)))
        return lambda value: None if value is None else inner(value)
    if isinstance(hint, type) and is_dataclass(hint):
        return lambda data: from_plain(hint, data)
    if hint is float or (isinstance(hint, type) and issubclass(hint, Enum)):
        return hint
    return lambda value: value


def _default(field: Field[Any], hint: Any) -> Callable[[], Any]:
    if field.default_factory is not MISSING:
        return field.default_factory
    if field.default is not MISSING:
        return lambda: field.default
    if field.name in _ZONDER_WAARDE:
        return lambda: _ZONDER_WAARDE[field.name]
    if isinstance(hint, UnionType):
        return lambda: None
    return get_origin(hint) or hint  # type: ignore[no-any-return]
