"""One way to read a dossier, for every command: with the readers of plugins, without what the checker wrote in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.dossier import Dossier, Limieten, ReadCache


def report_folder(dossier: Path) -> Path:
    """Where the reports of a dossier come when nobody says where."""
    return Path(f"{dossier.resolve().name}-rapport")


def read(
    dossier: Path, limieten: Limieten, uit: Path | None = None, *, naam: str = "",
    cache: ReadCache | None = None, progress: Callable[[str], None] | None = None,
) -> Dossier:
    """Read a dossier; what a run left in ``uit``, the folder of its reports, is no document."""
    from checker.commands.gedeeld import tell_left_out
    from checker.dossier import read_dossier
    from checker.plugins.bijdragen import plugin_readers
    from checker.plugins.laden import installed

    tell_left_out(installed()[1])
    return read_dossier(dossier, naam=naam, limieten=limieten, uit=uit, cache=cache, progress=progress, lezers=plugin_readers())
