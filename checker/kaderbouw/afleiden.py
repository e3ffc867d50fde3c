"""Afleiden: expressies for a demand, from the begrippen and words that its text holds.

What comes out is usable at once and marked as derived: an author still has to check it.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, Any

from checker.begrippen.expressie import Groep, Term
from checker.bewijs.kenmerken import index_words
from checker.bewijs.profielen import text_dossier
from checker.index import Index
from checker.kaderbouw.delen import cut
from checker.kaderbouw.tijd import find_grens
from checker.kaders.controle import ALGEMEEN
from checker.taal.lemma import lemmas
from checker.taal.woorden import tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from checker.index import Treffer
    from checker.kaderbouw.eisen import Eis

_LABELS = {
    "aangetoond": "aangetoond", "grotendeels": "grotendeels aangetoond", "gedeeltelijk": "gedeeltelijk aangetoond",
    "niet_aangetoond": "niet aangetoond", "niet_van_toepassing": "niet van toepassing",
}
_MAX_TELLING, _MIN_WORD, _MIN_TITLE = 4, 6, 3
_MEER = re.compile(r"\ben\b|, ")
_VAAG = frozenset(
    "opdrachtnemer opdrachtgever inschrijver aanbieder gemeente dienen moeten beschikken zorgdragen hebben kunnen worden hanteren "
    "minimaal uiterlijk conform overeenkomst aanwezig".split()
)


def make_kader(kader_id: str, titel: str, eisen: Sequence[Eis], begrippen: Mapping[str, tuple[Term, ...]], datum: str) -> dict[str, Any]:
    """A whole kader as data for kader.yaml, marked as automatically derived."""
    own = _naming(begrippen)
    parts = [cut(eis.tekst, own) for eis in eisen]
    grenzen = {grens.naam_in(kader_id): grens for part in parts for text in part if (grens := find_grens(text))}
    head = kader_head(kader_id, titel, datum) | {"themas": list(dict.fromkeys(eis.thema for eis in eisen))}
    if grenzen:
        head["begrippen"] = {naam: {"titel": grens.titel, "termen": list(grens.termen)} for naam, grens in grenzen.items()}
    return head | {"normen": _normen(kader_id, eisen, parts, begrippen)}


def _naming(begrippen: Mapping[str, tuple[Term, ...]]) -> Callable[[str], frozenset[str]]:
    """Which telling begrippen, and abbreviations, a few words name."""
    by_word: dict[str, set[str]] = {}
    for naam, termen in begrippen.items():
        for term in termen:
            if len(term.woorden) == 1 and f"@{naam}" not in ALGEMEEN:
                by_word.setdefault(term.woorden[0], set()).add(naam)

    def own(text: str) -> frozenset[str]:
        words = [form for token in tokenize(text) for form in lemmas(token.woord)]
        return frozenset(naam for word in words for naam in by_word.get(word, ())) | frozenset(w for w in text.split() if w.isupper() and len(w) > 1)

    return own


def kader_head(kader_id: str, titel: str, datum: str) -> dict[str, Any]:
    """The fields of a derived kader above its themas and normen."""
    titel = titel if len(titel) >= _MIN_TITLE else f"Kader {titel}"
    return {
        "id": kader_id, "titel": titel, "uitgever": "opdrachtgever", "versie": "1", "jaar": int(datum[:4]), "bron": titel,
        "status": "Automatisch afgeleid uit een programma van eisen; de begrippen zijn nog niet nagekeken.",
        "gecontroleerd_op": datum, "afgeleid": True,
        "bereik": {"wet": ["jeugdwet", "wmo"], "segmenten": [], "land": "nl", "toelichting": "Voor inschrijvers op deze opdracht."},
        "schaal": {"soort": "oordeel", "labels": dict(_LABELS), "toelichting": "Telling per oordeel."},
    }


def _normen(kader_id: str, eisen: Sequence[Eis], parts: Sequence[Sequence[str]], begrippen: Mapping[str, tuple[Term, ...]]) -> list[dict[str, Any]]:
    prefix = "".join(char for char in kader_id.upper() if char.isalpha())[:6] or "EIS"
    flat = [part for own in parts for part in own]
    grenzen = [find_grens(text) for text in flat]
    kerns = [
        [f"{text} + @{grens.naam_in(kader_id)}" for text in kern] if grens else kern
        for kern, grens in zip(_apart(derive(flat, begrippen), parts), grenzen, strict=True)
    ]
    normen, used, place = [], set(), 0
    for eis, own in zip(eisen, parts, strict=True):
        norm_id = f"{prefix}-{eis.nummer}"
        while norm_id in used:
            norm_id += ".x"
        used.add(norm_id)
        onderdelen = [_onderdeel(f"{norm_id}/{n}", text, kerns[place + n - 1], eis) for n, text in enumerate(own, start=1)]
        place += len(own)
        normen.append(_norm(norm_id, eis, onderdelen))
    return normen


def _apart(kerns: Sequence[list[str]], parts: Sequence[Sequence[str]]) -> list[list[str]]:
    """The expressies without those that parts of one demand share: what fits each of them shows none of them."""
    found: list[list[str]] = []
    for own in parts:
        mine = kerns[len(found) : len(found) + len(own)]
        count = Counter(text for kern in mine for text in kern)
        for part, kern in zip(own, mine, strict=True):
            left = [text for text in kern if count[text] == 1]
            found.append(left if len(left) > 1 else [*left, *_fallback(part)])
    return found


def _norm(norm_id: str, eis: Eis, onderdelen: list[dict[str, Any]]) -> dict[str, Any]:
    proof = f" Gevraagd bewijs: {eis.bewijs}." if eis.bewijs else ""
    return {
        "id": norm_id, "nummer": eis.nummer, "thema": eis.thema, "element": "organisatie", "titel": short(eis.tekst),
        "toetsvraag": f"Laat de inschrijver zien dat hij voldoet aan eis {eis.nummer}?", "bron_van": eis.rij, "bron_tot": eis.rij,
        "gewicht": eis.zwaarte, "risico": "De inschrijving voldoet niet aan deze eis.",
        "praktijktoets": [{"soort": "dossier", "rol": "beoordelaar", "vraag": f"Controleer eis {eis.nummer} bij de verificatie.{proof}"}],
        "onderdelen": onderdelen,
    }


def _onderdeel(onderdeel_id: str, text: str, kern: list[str], eis: Eis) -> dict[str, Any]:
    return {
        "id": onderdeel_id, "tekst": text if len(text) > 8 else f"Eis: {text}", "niveau": "opzet", "kern": kern, "documenten": ["overig"],
        "niet_genoeg": "Een herhaling van de eis, of een belofte zonder werkwijze.",
        "advies": f"Beschrijf concreet hoe u hieraan voldoet{' en voeg toe: ' + eis.bewijs if eis.bewijs else ''}.",
        "vraag": "Hoe laat u dit in de praktijk zien?",
    }


def derive(texts: Sequence[str], begrippen: Mapping[str, tuple[Term, ...]]) -> list[list[str]]:
    """Per text its expressies of groepen that stand on different words: three, or all when it names several things.

    Too wide would show what is not there: one word of a demand ("klacht") occurs in every handbook.
    """
    index = Index(text_dossier(texts))
    holders = {f"@{naam}": index.treffers(Groep(f"@{naam}", begrippen[naam])) for naam in sorted(begrippen)}
    by_text: dict[int, list[int]] = {}
    for unit in index.zinnen:
        if unit.passage >= 0:
            by_text.setdefault(unit.document, []).append(unit.id)
    words = index_words(index)
    found = []
    for number, text in enumerate(texts):
        units = by_text.get(number, [])
        rare = sorted({w for u in units for w in words[u] if len(w) >= _MIN_WORD and w.isalpha() and w not in _VAAG}, key=lambda w: (-len(w), w))
        parts = _telling(index, units, holders, rare)
        if len(parts) == 1 and rare and parts[0][1:] not in rare:
            parts = rare[:1]  # "wij hechten aan privacy" is no privacyreglement: a begrip alone must be about the very word
        found.append(_triples(parts, _size(text)) or _fallback(text))
    return found


def _telling(index: Index, units: Sequence[int], holders: Mapping[str, Mapping[int, list[Treffer]]], rare: Sequence[str]) -> list[str]:
    """The begrippen and words of a text that each stand on a word of their own, the most telling first."""

    def whole(naam: str) -> bool:
        """Whether a begrip knows a whole word here; of a compound it may know only the end (@beleid in "privacyreglement")."""
        return any(treffer.kwaliteit >= 1 for unit in units for treffer in holders[naam].get(unit, ()))

    telling = sorted((naam for naam, own in holders.items() if any(u in own for u in units)), key=lambda naam: (naam in ALGEMEEN, len(holders[naam]), naam))
    ordered = [*filter(whole, telling), *rare, *(naam for naam in telling if not whole(naam))]
    places = dict(holders) | {w: index.treffers(Groep(w, (Term((w,), vast=False, heel=False),))) for w in rare}
    empty = {(u, place) for u in units for place, token in enumerate(index.zinnen[u].tokens) if not _VAAG.isdisjoint(lemmas(token.woord))}
    return sorted(_distinct(ordered, places, units, empty), key=ALGEMEEN.__contains__)


def _size(text: str) -> int:
    """How many groepen; a demand that stays whole though it names several things asks for all of them."""
    return _MAX_TELLING if _MEER.search(text) else 3


def _distinct(parts: Sequence[str], places: Mapping[str, Mapping[int, list[Treffer]]], units: Sequence[int], empty: set[tuple[int, int]]) -> list[str]:
    """The parts that each stand on a word that no earlier part stands on, and that is not ``empty``."""
    used = set(empty)
    kept = []
    for part in parts:
        own = {(unit, treffer.plek) for unit in units for treffer in places[part].get(unit, ())}
        if own - used:
            kept.append(part)
            used |= own
    return kept[:_MAX_TELLING]


def _triples(parts: Sequence[str], most: int) -> list[str]:
    size = min(most, len(parts))
    if not parts or parts[0] in ALGEMEEN:
        return []
    if size < 2:
        return [f"{part} + {rest}" for part in parts for rest in ("=wij|=onze|=praktijk", "=organisatie|=voorziening|=ons")]
    chosen = [" + ".join(group) for group in combinations(parts, size) if group[0] not in ALGEMEEN]
    # Two ways are the least a kader accepts; the second asks more, so it finds nothing else.
    return chosen if len(chosen) > 1 else [*chosen, " + ".join((parts[0], *reversed(parts[1:]), "=wij|=onze|=praktijk"))]


def _fallback(text: str) -> list[str]:
    words = sorted({w.lower() for w in text.split() if w.isalpha() and len(w) > 3}, key=lambda w: (-len(w), w))[:3]
    joined = " ".join(words) or "eis"
    return [joined, f"{joined} + =wij|=praktijk"]


def short(text: str) -> str:
    """The first words of a demand, as its title."""
    words = text.split()
    title = " ".join(words[:9]).rstrip(".,;:")
    return title + (" …" if len(words) > 9 else "") if len(title) >= 5 else f"Eis {title}"
