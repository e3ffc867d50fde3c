"""Loading and hearing plugins: each on its own, so that a broken one is left out and the rest runs."""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING, Any, TypeVar

import pluggy

from checker import hookspecs
from checker.plugins.laadfout import Laadfout, cause
from checker.plugins.vormen import VOORAF

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

GROUP = "checker"
T = TypeVar("T")


def load_plugins(found: Sequence[EntryPoint] | None = None) -> tuple[pluggy.PluginManager, list[Laadfout]]:
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


def hear(listen: Callable[[str, object], T], told: Callable[[Exception], str] = cause) -> tuple[list[tuple[str, T]], tuple[Laadfout, ...]]:
    """What each plugin says, by name and in that order, and the plugins that failed at it.

    Args:
        listen: takes the name of a plugin and the plugin, and raises what it likes.
        told: a fault in the words for the user.
    """
    said: list[tuple[str, T]] = []
    failures: list[Laadfout] = []
    for name, plugin in sorted((name, plugin) for name, plugin in installed()[0].list_name_plugin() if plugin is not None):
        try:
            said.append((name, listen(name, plugin)))
        except Exception as error:  # noqa: BLE001 - a plugin may raise anything
            failures.append(_failure(name, plugin, told(error)))
    return said, tuple(failures)


def answers(plugin: object, hook: str, shape: Callable[[Any], T], **arguments: object) -> list[T]:
    """What this installed plugin alone answers to a hook: nothing or one thing, in this shape."""
    return _answers(installed()[0], plugin, hook, shape, **arguments)


def _load(manager: pluggy.PluginManager, point: EntryPoint) -> Laadfout | None:
    """Load one plugin and hear what it brings; one that fails at any of it brings nothing."""
    version = point.dist.version if point.dist else "onbekend"
    if manager.has_plugin(point.name):
        return Laadfout(point.name, version, "er is al een plugin met deze naam")
    try:
        plugin = point.load()
        manager.register(plugin, name=point.name)
        manager.check_pending()
        for hook, shape in VOORAF.items():
            _answers(manager, plugin, hook, shape)
    except Exception as error:  # noqa: BLE001 - a plugin may raise anything
        manager.unregister(name=point.name) if manager.has_plugin(point.name) else None
        return Laadfout(point.name, version, cause(error))
    return None


def _answers(manager: pluggy.PluginManager, plugin: object, hook: str, shape: Callable[[Any], T], **arguments: object) -> list[T]:
    others = [other for other in manager.get_plugins() if other is not plugin]
    return [shape(answer) for answer in manager.subset_hook_caller(hook, others)(**arguments)]


def _failure(name: str, plugin: object, oorzaak: str) -> Laadfout:
    """Why a plugin that was loaded is left out after all."""
    point = next((point for point in entry_points(group=GROUP) if point.name == name), None)
    version = point.dist.version if point and point.dist else getattr(plugin, "__version__", "onbekend")
    return Laadfout(name, str(version), oorzaak)
