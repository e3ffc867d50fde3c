"""Bijdragen: the readers, report writers, commands and signalen that plugins bring beside their kader."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from checker.errors import CheckerError
from checker.plugins.laadfout import Laadfout, cause, kind
from checker.plugins.laden import answers, hear
from checker.plugins.vormen import as_commands, as_functions, as_signalen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import click

    from checker.dossier.document import Document, Dossier
    from checker.resultaat import Resultaat, Signaal

T = TypeVar("T")


class SchrijverError(CheckerError):
    """A plugin cannot write the report it was asked for."""

    _TEXT = (
        "De plugin '{plugin}' kan het rapport {formaat} niet schrijven ({oorzaak}). Er is niets geschreven; eerdere rapporten zijn er nog. "
        "Kies een ander --formaat of installeer een andere versie van de plugin."
    )


def plugin_readers() -> dict[str, Callable[[Path, str], Document]]:
    """Readers of plugins by suffix, such as ".xyz"; the first plugin by name wins."""
    found: dict[str, Callable[[Path, str], Document]] = {}
    for _, readers in _ask("lezers", as_functions)[0]:
        for suffix, reader in readers:
            found.setdefault(suffix.lower(), reader)
    return found


def plugin_writers() -> dict[str, Callable[[Resultaat, Path], None]]:
    """Report writers of plugins by format; the first plugin by name wins."""
    found: dict[str, Callable[[Resultaat, Path], None]] = {}
    for name, writers in _ask("schrijvers", as_functions)[0]:
        for formaat, writer in writers:
            found.setdefault(formaat, partial(_write, name, formaat, writer))
    return found


def plugin_commands() -> tuple[click.Command, ...]:
    """Commands of plugins, in order of plugin."""
    return tuple(command for _, commands in _ask("opdrachten", as_commands)[0] for command in commands)


def plugin_signalen(dossier: Dossier, peildatum: str) -> tuple[tuple[Signaal, ...], tuple[Laadfout, ...]]:
    """Observations of plugins on a dossier, in order of plugin, and the plugins that failed at it."""
    said, failures = _ask("signalen", as_signalen, kind, dossier=dossier, peildatum=peildatum)
    return tuple(signaal for _, group in said for signaal in group), failures


def _ask(
    hook: str, shape: Callable[[Any], T], told: Callable[[Exception], str] = cause, **arguments: object
) -> tuple[list[tuple[str, T]], tuple[Laadfout, ...]]:
    """What each plugin answers to a hook, and the plugins that failed at it."""
    said, failures = hear(lambda _, plugin: answers(plugin, hook, shape, **arguments), told)
    return [(name, answer) for name, group in said for answer in group], failures


def _write(plugin: str, formaat: str, writer: Callable[[Resultaat, Path], None], resultaat: Resultaat, path: Path) -> None:
    try:
        writer(resultaat, path)
    except OSError:
        raise
    except Exception as error:
        raise SchrijverError(plugin=plugin, formaat=formaat, oorzaak=kind(error)) from error
