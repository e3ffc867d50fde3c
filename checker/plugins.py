"""Loading plugins: each on its own, so that a broken one is left out and the rest runs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING

import pluggy

from checker import hookspecs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from checker.dossier.document import Document, Dossier
    from checker.resultaat import Resultaat, Signaal

GROUP = "checker"


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


def plugin_readers() -> dict[str, Callable[[Path, str], Document]]:
    """Readers of plugins by suffix, such as ".xyz"; the first plugin by name wins."""
    found: dict[str, Callable[[Path, str], Document]] = {}
    for readers in installed()[0].hook.lezers():
        for suffix, reader in sorted((readers or {}).items()):
            found.setdefault(suffix.lower(), reader)
    return found


def plugin_writers() -> dict[str, Callable[[Resultaat, Path], None]]:
    """Report writers of plugins by format; the first plugin by name wins."""
    found: dict[str, Callable[[Resultaat, Path], None]] = {}
    for writers in installed()[0].hook.schrijvers():
        for formaat, writer in sorted((writers or {}).items()):
            found.setdefault(formaat, writer)
    return found


def plugin_signalen(dossier: Dossier, peildatum: str) -> tuple[Signaal, ...]:
    """Observations of plugins on a dossier, in order of plugin."""
    groups = installed()[0].hook.signalen(dossier=dossier, peildatum=peildatum)
    return tuple(signaal for group in groups for signaal in group or ())


def _load(manager: pluggy.PluginManager, point: EntryPoint) -> Laadfout | None:
    version = point.dist.version if point.dist else "onbekend"
    if manager.has_plugin(point.name):
        return Laadfout(point.name, version, "er is al een plugin met deze naam")
    try:
        plugin = point.load()
        manager.register(plugin, name=point.name)
        manager.check_pending()
    except Exception as error:  # noqa: BLE001 - a plugin may raise anything
        manager.unregister(name=point.name) if manager.has_plugin(point.name) else None
        return Laadfout(point.name, version, f"{type(error).__name__}: {error}")
    return None
