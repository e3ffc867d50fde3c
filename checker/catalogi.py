"""The installed catalogus: kaders of the plugins plus those a dossier carries itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.kaders.catalogus import Catalogus, make_catalogus
from checker.kaders.laden import load_kader
from checker.plugins import Laadfout, installed

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
        elif found is not None:
            loaded.append(found)
        begrippen = getattr(plugin, "begrippen_bestand", None)
        if begrippen is not None:
            extra.append(begrippen())
    if dossier is not None and (dossier / OWN_FOLDER).is_dir():
        loaded.extend(load_kader(path, str(path)) for path in sorted((dossier / OWN_FOLDER).glob("*.yaml")))
    return make_catalogus(loaded, extra), failures


def _ask(name: str, plugin: object) -> tuple[Kader, dict[str, Any]] | Laadfout | None:
    """The kader of a plugin, loaded; a fault in it costs only that plugin."""
    hook = getattr(plugin, "kader_bestand", None)
    if hook is None:
        return None
    try:
        source = hook()
        return None if source is None else load_kader(source, name)
    except Exception as error:  # noqa: BLE001 - a plugin may raise anything
        return Laadfout(name, _version(plugin), f"{error}")


def _version(plugin: object) -> str:
    return str(getattr(plugin, "__version__", "onbekend"))
