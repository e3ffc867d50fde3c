"""Registersoort: the kinds of register and how their columns are called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from checker.taal.woorden import fold

_SPACE = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """A column: its id, the heading in an empty register, its type and the headings it answers to."""

    id: str
    naam: str
    type: str
    kop: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Registersoort:
    """A kind of register; of every group in ``verplicht`` at least one column must be there.

    ``leeg`` are the columns of an empty register, in order; ``alleen_blad`` kinds are told apart from others by the name of their sheet or heading only.
    """

    naam: str
    titel: str
    blad: re.Pattern[str]
    alleen_blad: bool
    verplicht: tuple[tuple[str, ...], ...]
    leeg: tuple[str, ...]
    kolommen: tuple[Kolom, ...]

    def kolom(self, id_: str) -> Kolom:
        """The column with this id."""
        return next(kolom for kolom in self.kolommen if kolom.id == id_)

    def map_koppen(self, koppen: tuple[str, ...]) -> dict[str, str]:
        """Which heading stands for which column id; every heading and every id at most once."""
        found: dict[str, str] = {}
        free = {kop: plain(kop) for kop in koppen}
        for kolom in self.kolommen:
            fitting = [(_share(match, text), kop) for kop, text in free.items() if (match := kolom.kop.search(text))]
            if fitting:
                found[kolom.id] = min(fitting)[1]
                del free[found[kolom.id]]
        return found

    def fits(self, columns: dict[str, str], place: str) -> bool:
        """Whether the columns found make this register; ``place`` is its sheet and headings."""
        if self.alleen_blad and not self.blad.search(plain(place)):
            return False
        return all(any(id_ in columns for id_ in group) for group in self.verplicht)


def _share(match: re.Match[str], text: str) -> float:
    """How much of a heading is left over beside what matched: 0 is a full match."""
    return 1 - len(match.group()) / max(1, len(text))


def plain(text: str) -> str:
    """A heading without capitals, accents and punctuation."""
    return _SPACE.sub(" ", fold(text)).strip()


@cache
def soorten() -> tuple[Registersoort, ...]:
    """All kinds, in the order of the file."""
    from importlib.resources import files

    from checker.kaders.laden import read_yaml

    raw = read_yaml(files("checker.registers").joinpath("soorten.yaml"), "soorten.yaml")
    return tuple(
        Registersoort(
            naam=entry["soort"], titel=entry["titel"], blad=re.compile(entry["blad"]),
            alleen_blad=bool(entry.get("alleen_blad")), verplicht=tuple(tuple(g) for g in entry["verplicht"]), leeg=tuple(entry["leeg"]),
            kolommen=tuple(
                Kolom(id=k["id"], naam=k["naam"], type=k["type"], kop=re.compile(k["kop"])) for k in entry["kolommen"]
            ),
        )
        for entry in raw["soorten"]
    )


def soort(naam: str) -> Registersoort:
    """The kind with this name."""
    return next(kind for kind in soorten() if kind.naam == naam)
