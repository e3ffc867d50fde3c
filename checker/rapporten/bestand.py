"""Bestand: a report appears whole or not at all."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from checker.errors import CheckerError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class RapportNietGeschrevenError(CheckerError):
    """The place of a report cannot be written."""

    _TEXT = (
        "{pad} kan niet worden geschreven ({oorzaak}). Is het bestand nog open in een ander"
        " programma? Sluit het, of kies een andere map met --uit. Een eerder rapport is niet veranderd."
    )


@contextmanager
def vervang(path: Path) -> Iterator[Path]:
    """Yield a path beside ``path``; what is written there replaces it only when all went well."""
    tijdelijk = path.with_name(f".{path.name}.deel")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield tijdelijk
        tijdelijk.chmod(0o600)  # a report quotes documents: for the owner alone
        os.replace(tijdelijk, path)  # noqa: PTH105 - same call, no new object
    except OSError as error:
        oorzaak = error.strerror or type(error).__name__
        raise RapportNietGeschrevenError(pad=path, oorzaak=oorzaak) from error
    finally:
        tijdelijk.unlink(missing_ok=True)
