"""Laadfout: a plugin that was left out, and why."""

from __future__ import annotations

from dataclasses import dataclass

from checker.errors import CheckerError


@dataclass(frozen=True, slots=True)
class Laadfout:
    """A plugin that was left out: its name and version, and why."""

    naam: str
    versie: str
    oorzaak: str

    @property
    def melding(self) -> str:
        """What happened and what to do, for the user."""
        return (
            f"De plugin '{self.naam}' (versie {self.versie}) is overgeslagen: {self.oorzaak}. "
            f"Installeer een andere versie of verwijder de plugin."
        )


def cause(error: Exception) -> str:
    """A fault in words: those of the checker are sentences, of any other its kind comes first."""
    return str(error) if isinstance(error, CheckerError) else f"{kind(error)}: {error}"


def kind(error: Exception) -> str:
    """The kind of a fault alone: what a plugin says of one on a dossier may hold text of a document."""
    return type(error).__name__
