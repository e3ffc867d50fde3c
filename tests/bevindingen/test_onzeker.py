"""Passages that resemble an onderdeel too little to count: shown, not counted, and counted when together they are enough."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from checker.bevindingen.onderdeel import weigh
from checker.bevindingen.oordeel import DEELS, GEDEKT, NIET_GEDEKT
from checker.bewijs.score import drempel
from checker.bewijs.verzamelen import Kandidaat, Verzamelaar
from checker.bewijs.zoeker import Zoeker
from checker.catalogi import installed_catalogus
from checker.dossier import read_dossier
from checker.index import Index
from checker.kaders.model import Niveau, Onderdeel

DOSSIER = Path(__file__).resolve().parents[2] / "fixtures" / "praktijk-de-linde"


@cache
def example() -> tuple[Onderdeel, Kandidaat]:
    """An onderdeel that a description is enough for, and a firm passage that counts for it."""
    catalogus, _ = installed_catalogus()
    kader = next(kader for kader in catalogus.kaders if kader.id == "jij_kader")
    zoeker = Zoeker(Verzamelaar(Index(read_dossier(DOSSIER))), kader, catalogus)
    found = (
        (onderdeel, kandidaat) for norm in kader.normen for onderdeel in norm.onderdelen for kandidaat in zoeker(onderdeel)[:1]
        if onderdeel.niveau is Niveau.OPZET and kandidaat.direct and not kandidaat.zwak
    )
    return next(found)


def passages(*chances: float) -> list[Kandidaat]:
    """The same passage in several places, each as likely as told."""
    _onderdeel, kandidaat = example()
    return [
        replace(kandidaat, passage=number, bewijs=replace(
            kandidaat.bewijs, score=chance, sterkte="direct" if chance >= drempel("direct") else "indirect"))
        for number, chance in enumerate(chances)
    ]


def test_one_unsure_passage_does_not_count_but_is_shown() -> None:
    onderdeel, _ = example()
    found = weigh(onderdeel, passages(0.3), None)
    assert (found.status, found.bewijs, len(found.tegenbewijs)) == (NIET_GEDEKT, (), 1)
    assert "lees haar zelf na" in found.hiaat


@pytest.mark.parametrize(("chances", "status"), [((0.3, 0.3), DEELS), ((0.4,), DEELS), ((0.4, 0.3), GEDEKT), ((0.5,), GEDEKT), ((0.3, 0.3, 0.3), DEELS)])
def test_passages_count_together_and_full_cover_takes_one_that_is_direct(chances: tuple[float, ...], status: str) -> None:
    onderdeel, _ = example()
    found = weigh(onderdeel, passages(*chances), None)
    assert (found.status, len(found.bewijs), found.tegenbewijs) == (status, len(chances), ())


def test_weak_passages_never_cover_in_full() -> None:
    onderdeel, _ = example()
    weak = [replace(k, zwak=True, bewijs=replace(k.bewijs, sterkte="indirect")) for k in passages(0.9, 0.9)]
    assert weigh(onderdeel, weak, None).status == DEELS
