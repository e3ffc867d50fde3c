"""What changed, per norm, document and signaal."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.resultaat import Bewijs, Signaal


class Richting(StrEnum):
    """Where a norm went. ``ANDERS``: it became or was not applicable, which is neither up nor down."""

    BETER = "beter"
    SLECHTER = "slechter"
    ANDERS = "anders"
    NIEUW = "nieuw"
    VERVALLEN = "vervallen"
    GELIJK = "gelijk"


@dataclass(frozen=True, slots=True, kw_only=True)
class NormVerschil:
    """A norm in both runs; ``oud`` or ``nieuw`` is empty when a run does not have it.

    Attributes:
        gedekt_oud: onderdelen that were covered, and ``gedekt_nieuw`` that are now.
        erbij: quotes that count now and did not then; ``weg`` the other way round.
        mens_oud: a person's verdict then; ``mens_nieuw`` now.
        opnieuw: the evidence under a person's verdict has changed.
    """

    norm_id: str
    kader_id: str
    titel: str
    oud: str
    nieuw: str
    richting: Richting
    gedekt_oud: int
    gedekt_nieuw: int
    erbij: tuple[Bewijs, ...]
    weg: tuple[Bewijs, ...]
    mens_oud: str
    mens_nieuw: str
    opnieuw: bool

    @property
    def veranderd(self) -> bool:
        """Whether anything about the norm is worth telling."""
        return bool(self.richting is not Richting.GELIJK or self.erbij or self.weg or self.mens_oud != self.mens_nieuw)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentVerschil:
    """A document: toegevoegd, verwijderd, gewijzigd or verplaatst (same content, other path)."""

    pad: str
    wat: str
    was: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschil:
    """Everything that changed; ``let_op`` says why the two runs may not be comparable."""

    peildatum_oud: str
    peildatum_nieuw: str
    let_op: tuple[str, ...]
    normen: tuple[NormVerschil, ...]
    documenten: tuple[DocumentVerschil, ...]
    signalen_nieuw: tuple[Signaal, ...]
    signalen_weg: tuple[Signaal, ...]

    @property
    def telling(self) -> dict[str, int]:
        """How many normen went where, in the order of ``Richting``."""
        return {str(richting): sum(n.richting is richting for n in self.normen) for richting in Richting}
