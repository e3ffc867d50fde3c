"""Formaten: which reports there are, and writing them together."""

from __future__ import annotations

import shutil
from importlib import import_module
from itertools import count
from typing import TYPE_CHECKING, Any

from checker.errors import CheckerError
from checker.rapporten.bestand import RapportNietGeschrevenError, vervang
from checker.rapporten.werkplek import werkplek

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from checker.resultaat import Resultaat
    from checker.verschil import Sinds

# Format -> (module with write(), file name)
FORMATEN = {
    "docx": ("checker.rapporten.word", "gaprapport.docx"),
    "html": ("checker.rapporten.html", "rapport.html"),
    "json": ("checker.rapporten.resultaatbestand", "resultaat.json"),
    "xlsx": ("checker.rapporten.excel", "gapanalyse.xlsx"),
}
RESULTAAT = FORMATEN["json"][1]
# Formats that are only written when they are asked for; the same shape as above.
OP_VERZOEK = {
    "aanbesteding": ("checker.rapporten.word.aanbesteding", "aanbesteding.docx"),
    "kort": ("checker.rapporten.word.kort", "gaprapport-kort.docx"),
    "ics": ("checker.rapporten.agenda", "agenda.ics"),
    "pakket": ("checker.rapporten.bewijspakket", "bewijspakket.zip"),
}
SOORTEN = ("gap", "kort", "aanbesteding")
_MET_SJABLOON = frozenset({"docx", "kort", "aanbesteding"})
_MET_DOSSIER = frozenset({"pakket"})
_MET_TERUGBLIK = frozenset({"docx", "kort", "html", "xlsx"})
VORIG = "vorig-resultaat.json"
"""The run that the reports in a folder are compared with: with it they can be written again."""


class DossierNodigError(CheckerError):
    """A format that holds the documents themselves, without the dossier."""

    _TEXT = "Voor het formaat {formaat} is het dossier nodig. Geef de map: checker rapport resultaat.json --formaat {formaat} --dossier MAP"


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


def choose_formaten(formaten: Sequence[str], soort: str = "gap") -> tuple[str, ...]:
    """The formats to write: those asked for or the usual four; ``soort`` decides which Word document."""
    gekozen = formaten or tuple(sorted(FORMATEN))
    if soort == SOORTEN[0]:
        return tuple(gekozen)
    return tuple(dict.fromkeys((soort, *(formaat for formaat in gekozen if formaat != "docx"))))


def write_all(
    resultaat: Resultaat, folder: Path, formaten: Sequence[str], *, sjabloon: Path | None = None, dossier: Path | None = None,
    extra: Mapping[str, Callable[[Resultaat, Path], None]] | None = None, terugblik: Sinds | None = None,
) -> list[Path]:
    """Write the reports asked for; all of them or, when one fails, none.

    resultaat.json is always written: the other commands start from it. The reports are made in a
    folder beside the target and put in place together. A desk that somebody worked in is kept beside
    the new one. ``dossier`` is where the documents are; ``extra`` holds the writers of plugins. The run that
    ``terugblik`` compares with is kept as vorig-resultaat.json.

    Raises:
        RapportNietGeschrevenError: a report cannot be written (disk full, file open elsewhere).
        DossierNodigError: a format needs the documents and ``dossier`` is not given.
    """
    wanted = sorted({*formaten, "json"})
    for formaat in wanted:
        if formaat in _MET_DOSSIER and dossier is None:
            raise DossierNodigError(formaat=formaat)
    try:
        with werkplek(folder) as workplace:
            made = [_write(resultaat, workplace, formaat, _options(formaat, sjabloon, dossier, terugblik), extra or {}) for formaat in wanted]
            beside = [_write_vorige(terugblik.vorige, workplace)] if terugblik and terugblik.vorige else []
            kept = [_keep(folder / path.name) for path in made]
            _put_all([*beside, *made], folder, workplace)
            return [*(folder / path.name for path in made), *(path for path in kept if path)]
    except OSError as error:
        raise RapportNietGeschrevenError(pad=folder, oorzaak=error.strerror or type(error).__name__) from error


def _options(formaat: str, sjabloon: Path | None, dossier: Path | None, terugblik: Sinds | None) -> dict[str, Any]:
    """What a writer takes besides the resultaat and the path."""
    return {
        **({"sjabloon": sjabloon} if formaat in _MET_SJABLOON else {}),
        **({"dossier": dossier} if formaat in _MET_DOSSIER else {}),
        **({"terugblik": terugblik} if terugblik and formaat in _MET_TERUGBLIK else {}),
    }


def _write(
    resultaat: Resultaat, folder: Path, formaat: str, options: Mapping[str, Any], extra: Mapping[str, Callable[[Resultaat, Path], None]],
) -> Path:
    if formaat in extra:
        path = folder / f"rapport.{formaat}"
        extra[formaat](resultaat, path)
    else:
        module, name = (FORMATEN | OP_VERZOEK)[formaat]
        path = folder / name
        import_module(module).write(resultaat, path, **options)
    path.chmod(0o600)
    return path


def _write_vorige(vorige: Resultaat, folder: Path) -> Path:
    from checker.rapporten.resultaatbestand import write

    path = folder / VORIG
    write(vorige, path)
    return path


def _put_all(made: Sequence[Path], folder: Path, workplace: Path) -> None:
    """Put the reports in place as one set: when one cannot be replaced, those before it go back.

    Raises:
        RapportNietGeschrevenError: a report is open in a program that does not let go of it.
    """
    back = {path: workplace / f"terug-{path.name}" for path in made if (folder / path.name).exists()}
    for path, copy in back.items():
        shutil.copy2(folder / path.name, copy)
    done: list[Path] = []
    for path in made:
        target = folder / path.name
        try:
            path.replace(target)
        except OSError as error:
            for earlier in done:
                _restore(folder / earlier.name, back.get(earlier))
            raise RapportNietGeschrevenError(pad=target, oorzaak=error.strerror or type(error).__name__) from error
        done.append(path)


def _restore(target: Path, copy: Path | None) -> None:
    if copy is None:
        target.unlink(missing_ok=True)
    else:
        copy.replace(target)


def _keep(target: Path) -> Path | None:
    """Copy a desk that was saved by a person, under a name that is free; None when there is nothing to keep."""
    if target.suffix != ".xlsx" or not target.exists() or not _saved_by_hand(target):
        return None
    numbers = (f"-{nummer}" if nummer > 1 else "" for nummer in count(1))
    names = (target.with_name(f"{target.stem}-ingevuld{nummer}.xlsx") for nummer in numbers)
    copy = next(path for path in names if not path.exists())
    with vervang(copy) as half:
        shutil.copy2(target, half)
    return copy


def _saved_by_hand(path: Path) -> bool:
    """Whether another program saved the workbook: ours is never modified after its creation."""
    import re
    import zipfile

    try:
        with zipfile.ZipFile(path) as archive:
            core = archive.read("docProps/core.xml").decode("utf-8", "replace")
    except (zipfile.BadZipFile, KeyError, OSError):
        return True
    moments = re.findall(r"<dcterms:(?:created|modified)[^>]*>([^<]*)<", core)
    return len(set(moments)) != 1
