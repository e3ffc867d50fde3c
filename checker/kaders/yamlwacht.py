"""Yamlwacht: what is refused before YAML is loaded, because loading it would crash or never end.

A dossier may bring its own praktijk.yaml and kaders, and it may be a stranger's. What an author wrote by mistake is told in words
that say what to type: YAML itself is silent about a key that stands twice and about words behind a #.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from checker.begrippen.expressie import KLASSEN

if TYPE_CHECKING:
    from yaml import YAMLError

_MAX_CHARACTERS = 5_000_000  # the largest kader is below one million
_MAX_DEPTH = 50  # deeper makes the parser in C run out of stack; a kader is seven deep
_MAX_ALIASES = 20  # a few references to references grow to billions of values


def find_danger(text: str) -> str:
    """Why a YAML text may not be loaded, or nothing; a text that is no YAML is left to the parser."""
    import yaml

    if len(text) > _MAX_CHARACTERS:
        return "het is te groot"
    depth = aliases = 0
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            aliases += isinstance(event, yaml.AliasEvent)
            if depth > _MAX_DEPTH:
                return "er staan te veel lijsten in elkaar"
            if aliases > _MAX_ALIASES:
                return "er staan te veel verwijzingen (*) in"
    except yaml.YAMLError:
        return ""
    return ""


# What stands behind " #" is a comment; an expressie that ends in + or | there has lost its last groep.
_LOST = re.compile(rf"""^[^'"#]*[+|][ \t]+(?:{'|'.join(sorted(KLASSEN))})\b""")
VERLOREN = 'wat achter # staat telt niet mee, want de tekst staat niet tussen aanhalingstekens. Schrijf de hele expressie tussen aanhalingstekens, zoals "klacht + #termijn"'
_NAAR_TEKEN = {
    "\t": "er staat een tab; spring in met spaties",
    "@": 'een tekst die met @ begint moet tussen aanhalingstekens, zoals "@klacht + #termijn"',
    "`": "een tekst die met ` begint moet tussen aanhalingstekens",
    "%": "een tekst die met % begint moet tussen aanhalingstekens",
}
# Parts of the parser's own words, with what an author can do about it; the first that fits.
_NAAR_WOORD = (
    ("mapping values are not allowed", "er staat een dubbele punt in een tekst zonder aanhalingstekens, of deze regel springt verkeerd in. Zet de tekst tussen aanhalingstekens"),
    ("could not find expected ':'", "hier ontbreekt een dubbele punt met een spatie erachter (sleutel: waarde)"),
    ("quoted scalar", "een aanhalingsteken gaat hier open en niet op de goede plek weer dicht"),
    ("flow sequence", "een lijst tussen [ en ] gaat hier open en niet goed dicht: kijk naar komma's en haakjes"),
    ("flow mapping", "een blok tussen { en } gaat hier open en niet goed dicht: kijk naar komma's en haakjes"),
    ("alias", "een tekst die met * begint moet tussen aanhalingstekens"),
    ("anchor", "een tekst die met & begint moet tussen aanhalingstekens"),
    ("tag", "een tekst die met ! begint moet tussen aanhalingstekens"),
    ("block", "de inspringing klopt niet, of een tekst met aanhalingstekens loopt daarna nog door. Zet gelijke sleutels recht onder elkaar"),
)


@cache
def strict_loader() -> Any:
    """The safe loader that also refuses a key that stands twice in one block: only the last would count."""
    import yaml

    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Strict(base):  # type: ignore[misc] # the base depends on how yaml was built
        """A safe loader without silent loss."""

        def construct_mapping(self, node: Any, deep: bool = False) -> Any:  # noqa: FBT001, FBT002 - yaml's signature
            """Refuse the second of two equal keys."""
            seen: dict[str, int] = {}
            for key, _ in node.value:
                name, line = str(key.value), key.start_mark.line + 1
                if name in seen and key.tag != "tag:yaml.org,2002:merge":
                    text = f"'{name}' staat hier voor de tweede keer (eerst op regel {seen[name]}); alleen de laatste zou tellen. Voeg de twee samen"
                    raise yaml.constructor.ConstructorError(problem=text, problem_mark=key.start_mark)
                seen[name] = line
            return super().construct_mapping(node, deep=deep)

    return Strict


def find_lost(text: str) -> int:
    """The line of an expressie of which the last part became a comment; 0 when there is none."""
    return next((number for number, line in enumerate(text.splitlines(), start=1) if _LOST.match(line)), 0)


def explain(error: YAMLError, text: str) -> tuple[int | str, str]:
    """The line of a YAML fault and what an author can do about it."""
    own = getattr(error, "problem", None) or str(error)
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context", None) or ""
    begin = getattr(error, "context_mark", None)
    if own.startswith("'"):  # our own words, of strict_loader
        return mark.line + 1 if mark else "?", own
    char = _char(text, mark) if mark and "token" in own else ""
    if mark and char in _NAAR_TEKEN:
        return mark.line + 1, _NAAR_TEKEN[char]
    both = f"{own} {context}"
    fault = next((words for part, words in _NAAR_WOORD if part in both), "daar begint iets wat niet past. Kijk naar inspringing, dubbele punten en aanhalingstekens")
    # Of a quote or bracket the line where it opens helps; the parser only notices at the end.
    place = begin if begin and ("scalar" in context or "flow" in context) else mark
    return place.line + 1 if place else "?", fault


def _char(text: str, mark: Any) -> str:
    lines = text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    return line[mark.column] if mark.column < len(line) else ""
