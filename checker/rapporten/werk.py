"""Werk: actions, signalen and questions for practice with an id that stays, and what people filled in at them."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from checker.bevindingen.rollen import rollen
from checker.rapporten.opmaak import veilig
from checker.rapporten.overzicht import praktijktoets_per_rol, signalen_per_soort

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from checker.rapporten.overzicht import Toetsvraag
    from checker.resultaat import Actie, Resultaat, Signaal

ACTIE, SIGNAAL, VRAAG = "actie", "signaal", "vraag"
OPEN = "Open"
"""The status of what nobody has touched yet."""
AF = frozenset(("Klaar", "Vervalt"))
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuk(Generic[_T]):
    """One thing to work on: its id, its row number from 1, and what was filled in (keys of the columns)."""

    id: str
    nummer: int
    wat: _T
    velden: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """A question for practice with who must be asked."""

    rol: str
    toets: Toetsvraag


def acties(resultaat: Resultaat) -> tuple[Stuk[Actie], ...]:
    """The action plan; an action is the same one as long as it asks for the same document."""
    return _number(resultaat, ACTIE, resultaat.acties, lambda actie: (actie.document or actie.titel,))


def signalen(resultaat: Resultaat) -> tuple[Stuk[Signaal], ...]:
    """The signalen in the order of the reports; a signaal is known by its soort, quotes and the names of its documents.

    The folder does not count: a document that moved keeps its work.
    """
    rij = [signaal for groep in signalen_per_soort(resultaat).values() for signaal in groep]
    return _number(resultaat, SIGNAAL, rij, lambda s: (s.soort, _naam(s.document), s.citaat, _naam(s.document2), s.citaat2, "" if s.citaat else s.melding))


def vragen(resultaat: Resultaat) -> tuple[Stuk[Vraag], ...]:
    """The questions for practice, by who must be asked."""
    rij = [Vraag(rol=rol, toets=toets) for rol, toetsen in praktijktoets_per_rol(resultaat).items() for toets in toetsen]
    return _number(resultaat, VRAAG, rij, lambda vraag: (vraag.rol, vraag.toets.soort, vraag.toets.vraag))


def vroeger(resultaat: Resultaat) -> dict[str, str]:
    """Ids that questions had in another run, with the id now: who must be asked may have changed, the question is the same one."""
    stukken = vragen(resultaat)
    nu = {stuk.id for stuk in stukken}
    oud: dict[str, str] = {}
    for stuk in stukken:
        toets = stuk.wat.toets
        for rol in rollen():
            oud.setdefault(_id(VRAAG, (rol, toets.soort, toets.vraag)), stuk.id)
    return {id_: ander for id_, ander in oud.items() if id_ not in nu}


def titels(resultaat: Resultaat) -> dict[str, tuple[str, str]]:
    """Soort and words of everything that can be worked on, by id."""
    return {
        **{stuk.id: (ACTIE, stuk.wat.titel) for stuk in acties(resultaat)},
        **{stuk.id: (SIGNAAL, stuk.wat.melding) for stuk in signalen(resultaat)},
        **{stuk.id: (VRAAG, stuk.wat.toets.vraag) for stuk in vragen(resultaat)},
    }


def getoond(soort: str, velden: dict[str, str]) -> dict[str, str]:
    """The columns as the desk shows them: an action or signaal that nobody touched is open."""
    return velden if soort == VRAAG else {"status": OPEN, **velden}


def _naam(pad: str) -> str:
    return pad.rsplit("/", 1)[-1]


def _number(resultaat: Resultaat, soort: str, rij: Iterable[_T], kern: Callable[[_T], Sequence[str]]) -> tuple[Stuk[_T], ...]:
    """Give every item its id; of items that cannot be told apart the second gets a number behind it."""
    gezien: Counter[str] = Counter()
    stukken = []
    for nummer, wat in enumerate(rij, 1):
        basis = _id(soort, kern(wat))
        gezien[basis] += 1
        id_ = basis + (f"-{gezien[basis]}" if gezien[basis] > 1 else "")
        stukken.append(Stuk(id=id_, nummer=nummer, wat=wat, velden=resultaat.werk.get(id_, {})))
    return tuple(stukken)


def _id(soort: str, kern: Sequence[str]) -> str:
    return f"{soort}-{hashlib.sha256(chr(0x1F).join(' '.join(veilig(deel).split()) for deel in kern).encode()).hexdigest()[:10]}"
