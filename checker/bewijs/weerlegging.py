"""Weerlegging: a promise or a count of the practice that its own register belies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.resultaat import Bewijs


@dataclass(frozen=True, slots=True, kw_only=True)
class Weerlegging:
    """What a document says and where a register shows otherwise.

    Attributes:
        document: the path of the document that says it.
        citaat: its words.
        register: the document and the place that show otherwise, as a reader may look it up.
    """

    document: str
    citaat: str
    register: str


class Weerleggingen:
    """The weerleggingen of a dossier, to be found by what was quoted."""

    def __init__(self, found: Iterable[Weerlegging] = ()) -> None:
        """Keep them in order."""
        self._found = tuple(found)

    def __iter__(self) -> Iterator[Weerlegging]:
        """All of them, in order."""
        return iter(self._found)

    def register(self, bewijs: Bewijs) -> str:
        """Where a register shows otherwise than this quote says; empty when none does."""
        quote = _plain(bewijs.citaat)
        same = (w.register for w in self._found if w.document == bewijs.document and _overlaps(_plain(w.citaat), quote))
        return next(same, "")


GEEN = Weerleggingen()


def _overlaps(said: str, quote: str) -> bool:
    return said in quote or quote in said


def _plain(text: str) -> str:
    return " ".join(text.split())
