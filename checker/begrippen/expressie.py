"""Expressies: the small language in which a kader says which words evidence an onderdeel.

``"@klachtenregeling|klachtprocedure + binnen #termijn"`` reads: a term of the begrip
*klachtenregeling* or the word *klachtprocedure*, together with *binnen* near a term of time.

- ``+`` joins groepen: all must be present, the first one in the sentence itself.
- ``|`` separates alternatives within a groep.
- ``@naam`` stands for all terms of a begrip.
- A term of several words matches in any order, close together (``in kaart brengen``);
  with ``_`` between the words it is a fixed phrase (``raad_van_toezicht``).
- ``=term`` matches the whole word only, not as a part of a compound.
- ``#klasse`` matches a class of tokens: getal, datum, jaar, termijn, frequentie, naam, nummer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.errors import CheckerError
from checker.taal.woorden import fold, tokenize

if TYPE_CHECKING:
    from collections.abc import Mapping

# Marks that other search languages have and this one has not; dropped in silence they would change what is asked.
_VREEMD = re.compile(r"[()\[\]{}*?!<>\"~^]|(?<!\w)&|&(?!\w)")
KLASSEN = frozenset(
    ("#getal", "#datum", "#jaar", "#termijn", "#frequentie", "#naam", "#nummer")
)


class OnbekendBegripError(CheckerError):
    """An expressie names a begrip that no file defines."""

    _TEXT = (
        "Het begrip '@{begrip}' in de expressie \"{expressie}\" bestaat niet. "
        "Kies een begrip uit de lijst (checker kader begrippen) of voeg het toe onder begrippen: in het kader."
    )


class OngeldigeExpressieError(CheckerError):
    """An expressie that cannot be read."""

    _TEXT = 'De expressie "{expressie}" klopt niet: {reden}. Schrijf bijvoorbeeld "@plan + evalueren|evaluatie".'


@dataclass(frozen=True, slots=True)
class Term:
    """One alternative: its words, and whether they form a fixed phrase or a whole word."""

    woorden: tuple[str, ...]
    vast: bool
    heel: bool

    def __hash__(self) -> int:
        """Terms are looked up very often; most differ in their first and last word."""
        return hash(self.woorden[0]) ^ (hash(self.woorden[-1]) << 1) if self.woorden else 0

    @property
    def tekst(self) -> str:
        """The term as people read it."""
        return " ".join(self.woorden)


@dataclass(frozen=True, slots=True)
class Groep:
    """Alternatives of which one must occur; ``naam`` is what reports show.

    A begrip among the alternatives is a Groep itself, so that it is looked up once for all that use it.
    """

    naam: str
    delen: tuple[Term | Groep, ...]

    @property
    def termen(self) -> tuple[Term, ...]:
        """Every term, those of its begrippen included."""
        found: dict[Term, None] = {}
        for deel in self.delen:
            found.update(dict.fromkeys(deel.termen if isinstance(deel, Groep) else (deel,)))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Expressie:
    """Groepen that must occur together: one way to say an onderdeel."""

    bron: str
    groepen: tuple[Groep, ...]


@lru_cache(maxsize=100_000)
def parse_term(text: str) -> Term:
    """Read one alternative, such as ``raad_van_toezicht`` or ``=ouder``."""
    whole = text.startswith("=")
    body = text.removeprefix("=").strip()
    words: list[str] = []
    split = False
    for part in body.replace("_", " ").split():
        tokens = [part] if part.startswith("#") else [fold(part)] if part.isalpha() else [token.woord for token in tokenize(part)]
        split = split or len(tokens) > 1
        words.extend(tokens)
    return Term(tuple(words), "_" in body or split, whole)


def parse_groep(text: str, begrippen: Mapping[str, tuple[Term, ...]], source: str) -> Groep:
    """Read the alternatives between two plus signs.

    Raises:
        OnbekendBegripError: an ``@name`` is not in ``begrippen``.
        OngeldigeExpressieError: an alternative is empty or an unknown ``#klasse``.
    """
    delen: list[Term | Groep] = []
    for part in (part.strip() for part in text.split("|")):
        if not part:
            raise OngeldigeExpressieError(expressie=source, reden="er staat niets tussen | of +")
        strange = _VREEMD.search(part)
        if strange:
            raise OngeldigeExpressieError(
                expressie=source, reden=f"het teken {strange.group()} bestaat hier niet: gebruik alleen + (en), | (of), @begrip, =heel_woord en #klasse, zonder haakjes"
            )
        if part.startswith("@"):
            if part[1:] not in begrippen:
                raise OnbekendBegripError(begrip=part[1:], expressie=source)
            delen.append(Groep(part, begrippen[part[1:]]))
        else:
            term = parse_term(part)
            if not term.woorden:
                raise OngeldigeExpressieError(expressie=source, reden=f"'{part}' heeft geen letters of cijfers")
            unknown = [w for w in term.woorden if w.startswith("#") and w not in KLASSEN]
            if unknown:
                raise OngeldigeExpressieError(
                    expressie=source, reden=f"de klasse {unknown[0]} bestaat niet"
                )
            delen.append(term)
    return Groep(text.strip(), tuple(delen))


def parse_expressie(text: str, begrippen: Mapping[str, tuple[Term, ...]]) -> Expressie:
    """Read a whole expressie; see the module for the notation."""
    return Expressie(
        text, tuple(parse_groep(part, begrippen, text) for part in text.split("+"))
    )
