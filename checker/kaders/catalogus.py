"""Catalogus: all kaders of the installed plugins, with the begrippen they share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from checker.begrippen import Begrip, merge_begrippen, read_begrippen, shared_begrippen
from checker.errors import CheckerError
from checker.kaders.laden import read_yaml
from checker.kaders.schema import validate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from checker.begrippen.expressie import Term
    from checker.kaders.model import Kader, Norm


class OnbekendKaderError(CheckerError):
    """A kader was asked for that no plugin brings."""

    _TEXT = "Het kader '{kader_id}' bestaat niet. Kies uit: {bekend}. Met 'checker kaders' ziet u ze met hun titel."


class OnbekendeNormError(CheckerError):
    """A norm was asked for that no kader has."""

    _TEXT = "De norm '{norm_id}' bestaat niet{waar}. Met 'checker kaders KADER_ID' ziet u de normen van een kader."


class DubbeleNormError(CheckerError):
    """Two kaders bring the same norm or kader id."""

    _TEXT = "'{id}' staat in kader {eerste} en nog eens in kader {tweede}. {advies}"


@dataclass(frozen=True)
class Catalogus:
    """The kaders that can be used in this run, in order of their id."""

    kaders: tuple[Kader, ...]
    eigen_begrippen: tuple[tuple[str, Mapping[str, Any]], ...]
    extra: tuple[Path | Traversable, ...] = ()

    @cached_property
    def begrippen(self) -> dict[str, Begrip]:
        """All begrippen by name; read on first use, because a list of kaders does not need them."""
        groups: list[Begrip] = list(shared_begrippen().values())
        for source in self.extra:
            groups.extend(read_begrippen_file(source))
        for kader_id, raw in self.eigen_begrippen:
            groups.extend(read_begrippen(raw, kader_id))
        return merge_begrippen(groups)

    @cached_property
    def termen(self) -> dict[str, tuple[Term, ...]]:
        """The terms of every begrip, for parsing expressies."""
        return {naam: begrip.termen for naam, begrip in self.begrippen.items()}

    def termen_of(self, kader_id: str) -> dict[str, tuple[Term, ...]]:
        """The terms of the shared begrippen and of those that one kader brings itself."""
        own = {kader.id for kader in self.kaders} - {kader_id}
        return {naam: begrip.termen for naam, begrip in self.begrippen.items() if begrip.herkomst not in own}

    @cached_property
    def normen(self) -> dict[str, Norm]:
        """All normen by id."""
        return {norm.id: norm for kader in self.kaders for norm in kader.normen}

    def kader(self, kader_id: str) -> Kader:
        """One kader by id.

        Raises:
            OnbekendKaderError: no plugin brings it.
        """
        for kader in self.kaders:
            if kader.id == kader_id:
                return kader
        raise OnbekendKaderError(kader_id=kader_id, bekend=", ".join(k.id for k in self.kaders))

    def select(self, ids: Sequence[str]) -> tuple[Kader, ...]:
        """The kaders asked for, in order of the catalogus, with what they bring along."""
        wanted = [self.kader(kader_id).id for kader_id in ids]
        for kader in list(map(self.kader, wanted)):
            wanted.extend(extra for extra in kader.bereik.brengt_mee if any(k.id == extra for k in self.kaders))
        return tuple(kader for kader in self.kaders if kader.id in wanted)


def read_begrippen_file(source: Path | Traversable) -> Sequence[Begrip]:
    """The begrippen of a file beside the kaders.

    Raises:
        CheckerError: it cannot be read, or does not have the form of one.
    """
    raw = read_yaml(source, source.name)
    validate(raw, "begrippen", source, source.name)
    return read_begrippen(raw["begrippen"], source.name)


def make_catalogus(loaded: Iterable[tuple[Kader, Mapping[str, Any]]], extra: Iterable[Path | Traversable] = ()) -> Catalogus:
    """Put loaded kaders, their own begrippen and further begrippen files into one catalogus.

    Raises:
        DubbeleNormError: two kaders share an id or a norm id.
    """
    pairs = tuple(loaded)
    kaders = [kader for kader, _ in pairs]
    _check_unique(kaders)
    return Catalogus(
        tuple(sorted(kaders, key=lambda k: k.id)), tuple((kader.id, raw) for kader, raw in pairs), tuple(extra)
    )


def _check_unique(kaders: Sequence[Kader]) -> None:
    owner: dict[str, str] = {}
    for kader in kaders:
        for key in (kader.id, *(norm.id for norm in kader.normen)):
            if key in owner:
                raise DubbeleNormError(id=key, eerste=owner[key], tweede=kader.id, advies=_advice(owner[key] == kader.id))
            owner[key] = kader.id


def _advice(same: bool) -> str:  # noqa: FBT001 - the one thing that decides
    if same:
        return "Hetzelfde kader is er twee keer: als plugin en in de map kaders/, of in twee bestanden daar. Haal een van de twee weg, of geef het bestand een andere id."
    return "Geef een van beide een ander id in zijn bestand (een eigen kader staat in de map kaders/), of verwijder een van beide plugins."
