"""Bron: the bytes of one file with what a reader may ask for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from checker.dossier.limieten import Limieten


def _no_extra_time(_seconds: float) -> None:
    """Ignore a request for time: nobody holds a clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bron:
    """What a reader gets.

    Attributes:
        naam: file name; only a hint between kinds of plain text.
        in_archief: whether the file came out of an archive; an archive in an archive stays closed.
        more_time: asks the watching process for extra seconds, for example per scanned page.
    """

    data: bytes
    naam: str = ""
    in_archief: bool = False
    limieten: Limieten = field(default_factory=Limieten)
    more_time: Callable[[float], None] = _no_extra_time

    @property
    def suffix(self) -> str:
        """Last part of the name after the dot, in lower case."""
        _, dot, suffix = self.naam.rpartition(".")
        return suffix.lower() if dot else ""
