"""The installed catalogus: kaders of the plugins plus those a dossier carries itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.kaders.catalogus import Catalogus, load_catalogus
from checker.kaders.laden import load_kader
from checker.plugins import Laadfout, load_plugins

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

OWN_FOLDER = "kaders"


def installed_catalogus(dossier: Path | None = None) -> tuple[Catalogus, list[Laadfout]]:
    """All kaders that can be used here, and what was left out.

    A plugin whose file is broken is left out with its cause; a broken kader in the dossier's own
    ``kaders/`` folder stops the run, because the user wrote it for this dossier.
    """
    manager, failures = load_plugins()
    sources: list[tuple[str, Any]] = []
    extra: list[Traversable] = []
    for name, plugin in sorted(manager.list_name_plugin()):
        if plugin is None:
            continue
        source, failure = _ask(name, plugin)
        if failure:
            failures.append(failure)
        elif source is not None:
            sources.append((name, source))
        begrippen = getattr(plugin, "begrippen_bestand", None)
        if begrippen is not None:
            extra.append(begrippen())
    if dossier is not None and (dossier / OWN_FOLDER).is_dir():
        sources.extend((str(path), path) for path in sorted((dossier / OWN_FOLDER).glob("*.yaml")))
    return load_catalogus(sources, extra), failures


def _ask(name: str, plugin: object) -> tuple[Any, Laadfout | None]:
    """The kader file of a plugin, read once to see that it is whole."""
    hook = getattr(plugin, "kader_bestand", None)
    if hook is None:
        return None, None
    try:
        source = hook()
        if source is not None:
            load_kader(source, name)
    except Exception as error:  # noqa: BLE001 - a plugin may raise anything
        return None, Laadfout(name, _version(plugin), f"{error}")
    return source, None


def _version(plugin: object) -> str:
    return str(getattr(plugin, "__version__", "onbekend"))
