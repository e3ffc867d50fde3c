"""Verloop: how the counts of a dossier went from run to run, in a file to which lines are only added."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from checker.kaders.model import Oordeel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from checker.resultaat import Resultaat

NAAM = "verloop.jsonl"
_TEKSTEN = ("dossier", "peildatum", "kader_id", "versie", "checker")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meting:
    """The counts of one kader at one peildatum, as one line of the file.

    ``dossier`` is a fingerprint of its name: the file holds counts and no word of any document.
    """

    dossier: str
    peildatum: str
    kader_id: str
    versie: str
    checker: str
    telling: dict[str, int]

    @property
    def plek(self) -> tuple[str, str, str]:
        """What a later line with the same plek replaces."""
        return (self.dossier, self.peildatum, self.kader_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Punt:
    """How many normen had each oordeel at a peildatum, in the order of ``Oordeel``."""

    peildatum: str
    telling: dict[Oordeel, int]

    @property
    def geldend(self) -> int:
        """The normen that applied then."""
        return sum(self.telling.values()) - self.telling[Oordeel.NIET_VAN_TOEPASSING]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reeks:
    """The points of one kader, oldest first; without ``kader_id`` those of all kaders of the run together."""

    titel: str
    kader_id: str
    punten: tuple[Punt, ...]


def measure(resultaat: Resultaat) -> tuple[Meting, ...]:
    """One meting per kader of a run."""
    dossier = hashlib.sha256(resultaat.dossier.naam.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return tuple(
        Meting(
            dossier=dossier, peildatum=resultaat.peildatum, kader_id=kader.kader_id, versie=kader.versie, checker=resultaat.checker,
            telling={str(oordeel): kader.telling.get(oordeel, 0) for oordeel in Oordeel},
        )
        for kader in resultaat.kaders
    )


def read(path: Path) -> tuple[Meting, ...]:
    """The lines that can be read, oldest first; a line that broke off is left out, a file that is not there holds none."""
    try:
        regels = path.read_bytes().split(b"\n")
    except OSError:
        return ()
    return tuple(meting for regel in regels if (meting := _parse(regel)) is not None)


def append(path: Path, nieuw: Iterable[Meting]) -> None:
    """Add what the file does not end with yet; one write at the end, so that two runs at once lose no line.

    Raises:
        OSError: the file cannot be written.
    """
    laatste = {meting.plek: meting for meting in read(path)}
    erbij = [meting for meting in nieuw if laatste.get(meting.plek) != meting]
    if not erbij:
        return
    tekst = "".join(json.dumps(asdict(meting), ensure_ascii=True) + "\n" for meting in erbij)
    path.touch(mode=0o600)  # as every file beside the reports: for the owner alone
    with path.open("ab+") as bestand:
        if bestand.tell():
            bestand.seek(-1, 2)
            if bestand.read(1) != b"\n":  # a line that broke off ends here
                tekst = "\n" + tekst
        bestand.write(tekst.encode("ascii"))


def make_verloop(metingen: Iterable[Meting], resultaat: Resultaat) -> tuple[Reeks, ...]:
    """The series of the kaders of a run up to its peildatum; of fewer than two points there is nothing to see.

    Of a peildatum the last meting counts. With more kaders the first series is of all of them together, at
    the peildatums on which all were measured.
    """
    eigen = measure(resultaat)
    if not eigen:
        return ()
    alle = {m.plek: m for m in (*metingen, *eigen) if m.dossier == eigen[0].dossier and m.peildatum <= resultaat.peildatum}
    dagen = sorted({m.peildatum for m in alle.values()})
    ids = [kader.kader_id for kader in resultaat.kaders]
    reeksen = [
        Reeks(titel=kader.titel, kader_id=kader.kader_id, punten=tuple(_punten(alle, eigen[0].dossier, dagen, [kader.kader_id])))
        for kader in resultaat.kaders
    ]
    if len(ids) > 1:
        reeksen.insert(0, Reeks(titel="Alle kaders samen", kader_id="", punten=tuple(_punten(alle, eigen[0].dossier, dagen, ids))))
    return tuple(reeks for reeks in reeksen if len(reeks.punten) > 1)


def _punten(alle: dict[tuple[str, str, str], Meting], dossier: str, dagen: Iterable[str], ids: list[str]) -> Iterator[Punt]:
    for dag in dagen:
        delen = [alle[plek] for kader_id in ids if (plek := (dossier, dag, kader_id)) in alle]
        if len(delen) == len(ids):
            yield Punt(peildatum=dag, telling={oordeel: sum(m.telling[oordeel] for m in delen) for oordeel in Oordeel})


def _parse(regel: bytes) -> Meting | None:
    try:
        data: Any = json.loads(regel)
        teksten = {naam: data[naam] for naam in _TEKSTEN}
        telling = {str(oordeel): data["telling"][oordeel] for oordeel in Oordeel}
        date.fromisoformat(teksten["peildatum"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    goed = all(type(tekst) is str for tekst in teksten.values()) and all(type(n) is int and n >= 0 for n in telling.values())
    return Meting(**teksten, telling=telling) if goed else None
