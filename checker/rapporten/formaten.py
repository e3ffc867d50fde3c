"""Formaten: which reports there are, and writing them together."""

from __future__ import annotations

import shutil
import tempfile
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import CheckerError
from checker.rapporten.bestand import RapportNietGeschrevenError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from checker.resultaat import Resultaat

# Format -> (module with write(), file name)
FORMATEN = {
    "docx": ("checker.rapporten.word", "gaprapport.docx"),
    "html": ("checker.rapporten.html", "rapport.html"),
    "json": ("checker.rapporten.resultaatbestand", "resultaat.json"),
    "xlsx": ("checker.rapporten.excel", "gapanalyse.xlsx"),
}


class SjabloonError(CheckerError):
    """A house style that cannot be used."""

    _TEXT = "Het sjabloon {pad} is niet bruikbaar: {oorzaak}. Geef een Word-bestand (.docx) met uw huisstijl."


def check_sjabloon(path: Path | None) -> None:
    """Make sure a house style is a Word file before the long work starts.

    Raises:
        SjabloonError: it is not there or no docx.
    """
    if path is None:
        return
    if not path.is_file():
        raise SjabloonError(pad=path, oorzaak="het bestand bestaat niet")
    import zipfile

    if not zipfile.is_zipfile(path):
        raise SjabloonError(pad=path, oorzaak="het is geen Word-bestand")


def write_all(
    resultaat: Resultaat, folder: Path, formaten: Sequence[str], *, sjabloon: Path | None = None,
    extra: Mapping[str, Callable[[Resultaat, Path], None]] | None = None,
) -> list[Path]:
    """Write the reports asked for; all of them or, when one fails, none.

    resultaat.json is always written: the other commands start from it. The reports are made in a
    folder beside the target and put in place together. ``extra`` holds the writers of plugins.

    Raises:
        RapportNietGeschrevenError: a report cannot be written (disk full, file open elsewhere).
    """
    wanted = sorted({*formaten, "json"})
    try:
        with tempfile.TemporaryDirectory(prefix=".checker-", dir=folder) as workplace:
            made = [_write(resultaat, Path(workplace), formaat, sjabloon, extra or {}) for formaat in wanted]
            return [_put(path, folder / path.name) for path in made]
    except OSError as error:
        raise RapportNietGeschrevenError(pad=folder, oorzaak=error.strerror or type(error).__name__) from error


def _write(
    resultaat: Resultaat, folder: Path, formaat: str, sjabloon: Path | None, extra: Mapping[str, Callable[[Resultaat, Path], None]]
) -> Path:
    if formaat in extra:
        path = folder / f"rapport.{formaat}"
        extra[formaat](resultaat, path)
        path.chmod(0o600)
        return path
    module, name = FORMATEN[formaat]
    writer = import_module(module)
    path = folder / name
    if formaat == "docx":
        writer.write(resultaat, path, sjabloon=sjabloon)
    else:
        writer.write(resultaat, path)
    path.chmod(0o600)
    return path


def _put(path: Path, target: Path) -> Path:
    shutil.move(path, target)
    return target
