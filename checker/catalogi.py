"""The installed catalogus: kaders of the plugins plus those a dossier carries itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.kaders.catalogus import Catalogus, make_catalogus, read_begrippen_file
from checker.kaders.laden import load_kader
from checker.plugins import Laadfout, cause, installed, make_failure

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from checker.kaders.model import Kader

OWN_FOLDER = "kaders"


def installed_catalogus(dossier: Path | None = None) -> tuple[Catalogus, list[Laadfout]]:
    """All kaders that can be used here, and what was left out.

    A plugin whose file is broken is left out with its cause; a broken kader in the dossier's own
    ``kaders/`` folder stops the run, because the user wrote it for this dossier.
    """
    manager, left_out = installed()
    failures = list(left_out)
    loaded: list[tuple[Kader, dict[str, Any]]] = []
    extra: list[Traversable] = []
    for name, plugin in sorted(manager.list_name_plugin()):
        if plugin is None:
            continue
        found = _ask(name, plugin)
        if isinstance(found, Laadfout):
            failures.append(found)
            continue
        loaded.extend(found[0])
        extra.extend(found[1])
    if dossier is not None and (dossier / OWN_FOLDER).is_dir():
        loaded.extend(load_kader(path, str(path)) for path in sorted((dossier / OWN_FOLDER).glob("*.yaml")))
    return make_catalogus(loaded, extra), failures


def _ask(name: str, plugin: object) -> tuple[list[tuple[Kader, dict[str, Any]]], list[Traversable]] | Laadfout:
    """The kader and the begrippen of a plugin, read; a fault in either costs only that plugin."""
    try:
        kaders, begrippen = _file(plugin, "kader_bestand"), _file(plugin, "begrippen_bestand")
        for source in begrippen:
            read_begrippen_file(source)
        return [load_kader(source, name) for source in kaders], begrippen
    except Exception as error:  # noqa: BLE001 - a plugin may raise anything
        return make_failure(name, plugin, cause(error))


def _file(plugin: object, hook: str) -> list[Traversable]:
    """What a plugin gives for a file: none or one."""
    source = getattr(plugin, hook, lambda: None)()
    return [] if source is None else [source]
