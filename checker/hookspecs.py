"""The contract with plugins: every hook on one screen. A hook that a plugin leaves out is skipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from importlib.resources.abc import Traversable
    from pathlib import Path

    import click

    from checker.dossier.document import Document, Dossier
    from checker.resultaat import Resultaat, Signaal

hookspec = pluggy.HookspecMarker("checker")


@hookspec
def kader_bestand() -> Traversable | None:
    """Give the kader.yaml of this plugin."""


@hookspec
def begrippen_bestand() -> Traversable | None:
    """Give a YAML file with begrippen that all kaders may use."""


@hookspec
def lezers() -> Mapping[str, Callable[[Path, str], Document]] | None:
    """Give readers for further file types: suffix such as ".xyz" -> reader(path, pad)."""


@hookspec
def signalen(dossier: Dossier, peildatum: str) -> Iterable[Signaal] | None:
    """Give observations on the documents; rules may only lower a verdict or ask a question."""


@hookspec
def schrijvers() -> Mapping[str, Callable[[Resultaat, Path], None]] | None:
    """Give report writers for further formats: name -> writer(resultaat, path)."""


@hookspec
def opdrachten() -> Iterable[click.Command] | None:
    """Give further commands for the command line."""
