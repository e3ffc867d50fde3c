"""The installed catalogus: kaders of the plugins plus those a dossier carries itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.errors import CheckerError
from checker.kaders.catalogus import Catalogus, make_catalogus, read_begrippen_file
from checker.kaders.controle import check_kader
from checker.kaders.laden import load_kader
from checker.plugins.laden import answers, hear, installed

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from checker.kaders.model import Kader
    from checker.plugins.laadfout import Laadfout

OWN_FOLDER = "kaders"


class OnbruikbaarKaderError(CheckerError):
    """A kader of the dossier that can be read and not used."""

    _TEXT = "Het kader {bestand} is niet te gebruiken: {plek}: {tekst} Verbeter het en controleer met: checker kader controleer {bestand}"


@dataclass(frozen=True, slots=True)
class Kaderfout:
    """A kader of the dossier with faults that do not stop a run: where, how many and the first of them."""

    bestand: str
    aantal: int
    eerste: str

    @property
    def melding(self) -> str:
        """What was seen and what to do, for the user."""
        count = "een fout" if self.aantal == 1 else f"{self.aantal} fouten"
        return f"Het kader {self.bestand} heeft {count} en toetst misschien niet wat u bedoelt: {self.eerste} Bekijk alles met: checker kader controleer {self.bestand}"


def installed_catalogus(dossier: Path | None = None) -> tuple[Catalogus, list[Laadfout | Kaderfout]]:
    """All kaders that can be used here, and what was left out.

    A plugin whose file is broken is left out with its cause; a broken kader in the dossier's own
    ``kaders/`` folder stops the run, because the user wrote it for this dossier.
    """
    read, failed = hear(_read)
    failures: list[Laadfout | Kaderfout] = [*installed()[1], *failed]
    loaded = [pair for _, (kaders, _begrippen) in read for pair in kaders]
    extra = [source for _, (_kaders, begrippen) in read for source in begrippen]
    own = [(path, *load_kader(path, str(path))) for path in _own_files(dossier)]
    catalogus = make_catalogus([*loaded, *((kader, begrippen) for _, kader, begrippen in own)], extra)
    failures.extend(remark for path, kader, _ in own for remark in _check_own(path, kader, catalogus))
    return catalogus, failures


def _own_files(dossier: Path | None) -> list[Path]:
    folder = dossier / OWN_FOLDER if dossier is not None else None
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in (".yaml", ".yml")) if folder and folder.is_dir() else []


def _check_own(path: Path, kader: Kader, catalogus: Catalogus) -> list[Kaderfout]:
    """What is wrong with a kader of the dossier but does not keep it from being used, as one remark.

    Raises:
        OnbruikbaarKaderError: something in it cannot be read.
    """
    remarks = [remark for remark in check_kader(kader, catalogus.termen_of(kader.id)) if remark.ernst == "fout" and not remark.beproeving]
    fatal = next((remark for remark in remarks if remark.fataal), None)
    if fatal is not None:
        raise OnbruikbaarKaderError(bestand=path, plek=fatal.plek, tekst=fatal.tekst)
    return [Kaderfout(str(path), len(remarks), f"{remarks[0].plek}: {remarks[0].tekst}")] if remarks else []


def _read(name: str, plugin: object) -> tuple[list[tuple[Kader, dict[str, Any]]], list[Traversable]]:
    """The kader of a plugin, and its file of begrippen once that could be read."""
    kaders = answers(plugin, "kader_bestand", lambda source: load_kader(source, name))
    return kaders, answers(plugin, "begrippen_bestand", _readable)


def _readable(source: Traversable) -> Traversable:
    read_begrippen_file(source)
    return source
