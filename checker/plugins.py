"""Loading plugins: each on its own, so that a broken one is left out and the rest runs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING, Any, TypeVar

import pluggy

from checker import hookspecs
from checker.errors import CheckerError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    import click

    from checker.dossier.document import Document, Dossier
    from checker.resultaat import Resultaat, Signaal

GROUP = "checker"
T = TypeVar("T")


class SchrijverError(CheckerError):
    """A plugin cannot write the report it was asked for."""

    _TEXT = (
        "De plugin '{plugin}' kan het rapport {formaat} niet schrijven ({oorzaak}). Er is niets geschreven; eerdere rapporten zijn er nog. "
        "Kies een ander --formaat of installeer een andere versie van de plugin."
    )


@dataclass(frozen=True, slots=True)
class Laadfout:
    """A plugin that was left out: its name and version, and why."""

    naam: str
    versie: str
    oorzaak: str

    @property
    def melding(self) -> str:
        """What happened and what to do, for the user."""
        return (
            f"De plugin '{self.naam}' (versie {self.versie}) is overgeslagen: {self.oorzaak}. "
            f"Installeer een andere versie of verwijder de plugin."
        )


def load_plugins(
    found: Sequence[EntryPoint] | None = None,
) -> tuple[pluggy.PluginManager, list[Laadfout]]:
    """Load every entry point of the group ``checker``, in order of name.

    Args:
        found: entry points to load instead of the installed ones; for tests.
    """
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(hookspecs)
    failures: list[Laadfout] = []
    points = entry_points(group=GROUP) if found is None else found
    for point in sorted(points, key=lambda p: (p.name, p.value)):
        failure = _load(manager, point)
        if failure:
            failures.append(failure)
    return manager, failures


@cache
def installed() -> tuple[pluggy.PluginManager, tuple[Laadfout, ...]]:
    """The plugins installed on this computer, loaded once."""
    manager, failures = load_plugins()
    return manager, tuple(failures)


def ask(hook: str, shape: Callable[[Any], T], **arguments: object) -> tuple[list[tuple[str, T]], tuple[Laadfout, ...]]:
    """What each plugin answers to a hook, in order of name, and the plugins that failed at it.

    Args:
        hook: the name of the hook.
        shape: makes an answer usable, and raises what it likes when that cannot be.
        arguments: what the hook is called with.
    """
    manager = installed()[0]
    answers: list[tuple[str, T]] = []
    failures: list[Laadfout] = []
    for name, plugin in sorted((name, plugin) for name, plugin in manager.list_name_plugin() if plugin is not None):
        try:
            answers.extend((name, answer) for answer in _answers(manager, plugin, hook, shape, **arguments))
        except Exception as error:  # noqa: BLE001 - a plugin may raise anything
            failures.append(make_failure(name, plugin, _kind(error) if arguments else cause(error)))
    return answers, tuple(failures)


def make_failure(name: str, plugin: object, oorzaak: str) -> Laadfout:
    """Why a plugin that was loaded is left out after all."""
    point = next((point for point in entry_points(group=GROUP) if point.name == name), None)
    version = point.dist.version if point and point.dist else getattr(plugin, "__version__", "onbekend")
    return Laadfout(name, str(version), oorzaak)


def cause(error: Exception) -> str:
    """A fault in words: those of the checker are sentences, of any other its kind comes first."""
    return str(error) if isinstance(error, CheckerError) else f"{type(error).__name__}: {error}"


def plugin_readers() -> dict[str, Callable[[Path, str], Document]]:
    """Readers of plugins by suffix, such as ".xyz"; the first plugin by name wins."""
    found: dict[str, Callable[[Path, str], Document]] = {}
    for _, readers in ask("lezers", _functions)[0]:
        for suffix, reader in readers:
            found.setdefault(suffix.lower(), reader)
    return found


def plugin_writers() -> dict[str, Callable[[Resultaat, Path], None]]:
    """Report writers of plugins by format; the first plugin by name wins."""
    found: dict[str, Callable[[Resultaat, Path], None]] = {}
    for name, writers in ask("schrijvers", _functions)[0]:
        for formaat, writer in writers:
            found.setdefault(formaat, partial(_write, name, formaat, writer))
    return found


def plugin_commands() -> tuple[click.Command, ...]:
    """Commands of plugins, in order of plugin."""
    return tuple(command for _, commands in ask("opdrachten", _commands)[0] for command in commands)


def plugin_signalen(dossier: Dossier, peildatum: str) -> tuple[tuple[Signaal, ...], tuple[Laadfout, ...]]:
    """Observations of plugins on a dossier, in order of plugin, and the plugins that failed at it."""
    answers, failures = ask("signalen", _signalen, dossier=dossier, peildatum=peildatum)
    return tuple(signaal for _, group in answers for signaal in group), failures


def _load(manager: pluggy.PluginManager, point: EntryPoint) -> Laadfout | None:
    """Load one plugin and hear what it brings; one that fails at any of it brings nothing."""
    version = point.dist.version if point.dist else "onbekend"
    if manager.has_plugin(point.name):
        return Laadfout(point.name, version, "er is al een plugin met deze naam")
    try:
        plugin = point.load()
        manager.register(plugin, name=point.name)
        manager.check_pending()
        for hook, shape in _BRINGS.items():
            _answers(manager, plugin, hook, shape)
    except Exception as error:  # noqa: BLE001 - a plugin may raise anything
        manager.unregister(name=point.name) if manager.has_plugin(point.name) else None
        return Laadfout(point.name, version, cause(error))
    return None


def _answers(manager: pluggy.PluginManager, plugin: object, hook: str, shape: Callable[[Any], T], **arguments: object) -> list[T]:
    """What this plugin alone answers to a hook: nothing or one thing."""
    others = [other for other in manager.get_plugins() if other is not plugin]
    return [shape(answer) for answer in manager.subset_hook_caller(hook, others)(**arguments)]


def _functions(answer: Mapping[str, Callable[..., Any]]) -> list[tuple[str, Callable[..., Any]]]:
    pairs = sorted(dict(answer).items())
    if not all(isinstance(name, str) and callable(function) for name, function in pairs):
        raise TypeError("het geeft iets anders dan functies met een naam")
    return pairs


def _commands(answer: Iterable[click.Command]) -> tuple[click.Command, ...]:
    import click

    commands = tuple(answer)
    if not all(isinstance(command, click.Command) for command in commands):
        raise TypeError("het geeft iets anders dan opdrachten")
    return commands


def _signalen(answer: Iterable[Signaal]) -> tuple[Signaal, ...]:
    from checker.resultaat import Signaal

    signalen = tuple(answer)
    if not all(isinstance(s, Signaal) and s.ernst in _ERNST and all(isinstance(getattr(s, name), str) for name in _TEKSTEN) for s in signalen):
        raise TypeError("het geeft iets anders dan signalen met een ernst (hoog, midden of laag)")
    return signalen


def _write(plugin: str, formaat: str, writer: Callable[[Resultaat, Path], None], resultaat: Resultaat, path: Path) -> None:
    try:
        writer(resultaat, path)
    except OSError:
        raise
    except Exception as error:
        raise SchrijverError(plugin=plugin, formaat=formaat, oorzaak=_kind(error)) from error


def _kind(error: Exception) -> str:
    """The kind of a fault alone: what a plugin says of one on a dossier may hold text of a document."""
    return type(error).__name__


# What a plugin brings before there is a dossier: heard once when it is loaded.
_BRINGS: dict[str, Callable[[Any], object]] = {"lezers": _functions, "schrijvers": _functions, "opdrachten": _commands}
_ERNST = frozenset({"hoog", "midden", "laag"})
_TEKSTEN = ("soort", "document", "plaats", "citaat", "melding")
