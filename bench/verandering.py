"""Changes to a sentence that must, or must not, change what it is worth as evidence.

Each is a function from sentence to sentence; one that finds nothing to change gives the sentence back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from bench.ingreep import Edit
from checker.begrippen.expressie import Term
from checker.taal.samenstelling import is_left_part
from checker.taal.woorden import lexicon, tokenize

# The forms of the verbs that the sector's documents use most, with a subject that may stand behind them.
_VERB = re.compile(
    r"\b(is|wordt|worden|heeft|hebben|krijgt|krijgen|doet|doen|werkt|werken|maakt|maken|bespreekt|bespreken|"
    r"evalueert|evalueren|staat|staan|legt|leggen|houdt|houden|geeft|geven|volgt|volgen|biedt|bieden|gebruikt|gebruiken)"
    r"(?: (?:we|wij|ik|u|hij|zij|ze|er|het))?(?= (?!alleen\b|zijn\b)\w)"
)
_SUBORDINATE = re.compile(r"(als|wie|wat|waar|wanneer|indien|dat|die|omdat|zodat|voordat|nadat|terwijl|mocht)\b|[^,]*, dan\b", re.IGNORECASE)
_FIRST_CLAUSE = re.compile(r"[^,:;(]*")
_PLURALS = (("ing", "en"), ("atie", "s"), ("plan", "nen"), ("gesprek", "ken"), ("procedure", "s"), ("protocol", "len"), ("incident", "en"),
            ("klacht", "en"), ("verslag", "en"), ("overeenkomst", "en"), ("medewerker", "s"), ("behandelaar", "s"), ("hulpverlener", "s"),
            ("document", "en"), ("commissie", "s"), ("register", "s"), ("lijst", "en"), ("dossier", "s"), ("functie", "s"), ("doel", "en"))
_HEADS = ("procedure", "beleid", "regeling", "registratie", "plan", "gesprek", "overleg", "onderzoek", "protocol", "verslag", "commissie",
          "register", "lijst", "functionaris", "evaluatie", "bespreking", "overeenkomst", "verklaring", "dossier", "systeem")
_MIN_WORD = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Verandering:
    """A change with the words that the table uses for it; ``verzwakt`` when the sentence should no longer count."""

    naam: str
    voorbeeld: str
    edit: Edit
    verzwakt: bool


def denied_verb(text: str) -> str:
    """*Wij bespreken dit* becomes *Wij bespreken nog niet dit*: a denial behind the verb of a main clause; not in a condition."""
    clause = _FIRST_CLAUSE.match(text)
    if clause is None or _SUBORDINATE.match(text):
        return text
    return _VERB.sub(lambda m: f"{m.group()} nog niet", clause.group(), count=1) + text[clause.end() :]


def plural(text: str) -> str:
    """Put the singular nouns of a short list, and compounds that end in one, in the plural."""
    return _each_word(text, _plural_of)


def phrase(text: str) -> str:
    """Write compounds out: *klachtenregeling* becomes *regeling voor klachten*."""
    return _each_word(text, _phrase_of)


def plain_letters(text: str) -> str:
    """Leave accents and tremas out: *cliënt* becomes *client*."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def synonym_edit(begrippen: Mapping[str, tuple[Term, ...]]) -> Edit:
    """The edit that puts another term of the same begrip for the longest word that is one."""
    others = _others(begrippen)

    def edit(text: str) -> str:
        known = [t for t in tokenize(text) if t.woord in others]
        token = max(known, key=lambda t: (t.tot - t.van, -t.van), default=None)
        return text if token is None else text[: token.van] + _cased(text[token.van], others[token.woord]) + text[token.tot :]

    return edit


def _others(begrippen: Mapping[str, tuple[Term, ...]]) -> dict[str, str]:
    """Per single word the next single word of the begrip it belongs to; a word of two begrippen has no one synonym."""
    found: dict[str, list[str]] = {}
    for naam in sorted(begrippen):
        single = [term.tekst for term in begrippen[naam] if len(term.woorden) == 1 and len(term.tekst) >= _MIN_WORD and term.tekst.isalpha()]
        for place, word in enumerate(single):
            found.setdefault(word, []).append(single[(place + 1) % len(single)])
    return {word: following[0] for word, following in found.items() if len(following) == 1 and following[0] != word}


def _each_word(text: str, change: Edit) -> str:
    for token in reversed(tokenize(text)):
        new = change(token.woord)
        if new != token.woord:
            text = text[: token.van] + _cased(text[token.van], new) + text[token.tot :]
    return text


def _cased(first: str, word: str) -> str:
    return word[0].upper() + word[1:] if first.isupper() else word


@cache
def _plural_of(word: str) -> str:
    for end, suffix in _PLURALS:
        base = word.removesuffix(end)
        if base != word and (end != "ing" or len(base) >= 4) and (word in lexicon() or is_left_part(base)):
            return word + suffix
    return word


@cache
def _phrase_of(word: str) -> str:
    for head in _HEADS:
        left = word.removesuffix(head)
        bare = left.removesuffix("s") if left not in lexicon() else left
        if left != word and len(bare) >= _MIN_WORD and bare in lexicon():
            return f"{head} voor {bare}"
    return word


def _before(words: str) -> Edit:
    return lambda text: f"{words}: {text}"


def veranderingen(begrippen: Mapping[str, tuple[Term, ...]]) -> tuple[Verandering, ...]:
    """All changes, those that weaken first."""
    weak = (
        ("nog niet, vooraan", "Dit is nog niet ingevoerd: ...", _before("Dit is nog niet ingevoerd")),
        ("nog niet, na het werkwoord", "... bespreken nog niet ...", denied_verb),
        ("streeft ernaar", "Wij streven ernaar dat het volgende gaat gelden: ...", _before("Wij streven ernaar dat het volgende gaat gelden")),
        ("in ontwikkeling", "In ontwikkeling: ...", _before("In ontwikkeling")),
        ("wordt ontwikkeld", "..., maar dat wordt nog ontwikkeld.", lambda text: f"{text.rstrip(' .;')}, maar dat wordt nog ontwikkeld."),
        ("zie bijlage, in plaats van", "Zie bijlage 47 voor het volgende: ...", _before("Zie bijlage 47 voor het volgende")),
    )
    same = (
        ("zie bijlage, erbij", "... (zie bijlage 47).", lambda text: f"{text.rstrip(' .;')} (zie bijlage 47)."),
        ("synoniem", "ander woord van hetzelfde begrip", synonym_edit(begrippen)),
        ("meervoud", "klachtenregeling, klachtenregelingen", plural),
        ("samenstelling uitgeschreven", "klachtenregeling, regeling voor klachten", phrase),
        ("zonder trema", "cliënt, client", plain_letters),
    )
    return tuple(
        Verandering(naam=naam, voorbeeld=example, edit=edit, verzwakt=weakens)
        for weakens, group in ((True, weak), (False, same))
        for naam, example, edit in group
    )
