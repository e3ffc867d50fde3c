"""Vormen: what a plugin may answer to a hook, made sure of before it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import click

    from checker.resultaat import Signaal

_ERNST = frozenset({"hoog", "midden", "laag"})
_TEKSTEN = ("soort", "document", "plaats", "citaat", "melding")


def as_functions(answer: Mapping[str, Callable[..., Any]]) -> list[tuple[str, Callable[..., Any]]]:
    """Functions by name, in order of name.

    Raises:
        TypeError: it is something else.
    """
    pairs = sorted(dict(answer).items())
    if not all(isinstance(name, str) and callable(function) for name, function in pairs):
        raise TypeError("het geeft iets anders dan functies met een naam")
    return pairs


def as_commands(answer: Iterable[click.Command]) -> tuple[click.Command, ...]:
    """Commands, in their own order.

    Raises:
        TypeError: it is something else.
    """
    import click

    commands = tuple(answer)
    if not all(isinstance(command, click.Command) for command in commands):
        raise TypeError("het geeft iets anders dan opdrachten")
    return commands


def as_signalen(answer: Iterable[Signaal]) -> tuple[Signaal, ...]:
    """Signalen that can be printed, in their own order.

    Raises:
        TypeError: it is something else.
    """
    from checker.resultaat import Signaal

    signalen = tuple(answer)
    if not all(isinstance(s, Signaal) and s.ernst in _ERNST and all(isinstance(getattr(s, name), str) for name in _TEKSTEN) for s in signalen):
        raise TypeError("het geeft iets anders dan signalen met een ernst (hoog, midden of laag)")
    return signalen


# What a plugin brings before there is a dossier: heard once when it is loaded.
VOORAF: dict[str, Callable[[Any], object]] = {"lezers": as_functions, "schrijvers": as_functions, "opdrachten": as_commands}
