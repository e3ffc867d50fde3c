"""Afleiden: expressies for a demand, from the begrippen and words that its text holds.

What comes out is usable at once and marked as derived: an author still has to check it.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

from checker.begrippen.expressie import Groep, Term
from checker.bewijs.kenmerken import begrip_units, index_words
from checker.bewijs.profielen import text_dossier
from checker.index import Index
from checker.kaders.controle import ALGEMEEN
from checker.taal.zinnen import split_sentences

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.index import Treffer
    from checker.kaderbouw.eisen import Eis

_LABELS = {
    "aangetoond": "aangetoond", "grotendeels": "grotendeels aangetoond", "gedeeltelijk": "gedeeltelijk aangetoond",
    "niet_aangetoond": "niet aangetoond", "niet_van_toepassing": "niet van toepassing",
}
_MAX_PARTS, _MAX_TELLING, _MIN_WORD, _MIN_TITLE = 8, 4, 6, 3
_VAAG = frozenset(
    "opdrachtnemer opdrachtgever inschrijver aanbieder gemeente dienen moeten beschikken zorgdragen hebben kunnen worden hanteren "
    "minimaal uiterlijk conform overeenkomst aanwezig".split()
)


def make_kader(kader_id: str, titel: str, eisen: Sequence[Eis], begrippen: Mapping[str, tuple[Term, ...]], datum: str) -> dict[str, Any]:
    """A whole kader as data for kader.yaml, marked as automatically derived."""
    return kader_head(kader_id, titel, datum) | {
        "themas": list(dict.fromkeys(eis.thema for eis in eisen)), "normen": _normen(kader_id, eisen, begrippen),
    }


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


def _normen(kader_id: str, eisen: Sequence[Eis], begrippen: Mapping[str, tuple[Term, ...]]) -> list[dict[str, Any]]:
    prefix = "".join(char for char in kader_id.upper() if char.isalpha())[:6] or "EIS"
    parts = [_parts(eis.tekst) for eis in eisen]
    flat = [part for own in parts for part in own]
    kerns = derive(flat, begrippen)
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


def _parts(text: str) -> list[str]:
    """A demand of several sentences is several onderdelen."""
    found = [text[a:b] for a, b in split_sentences(text)]
    return [part for part in found if len(part.split()) > 2][:_MAX_PARTS] or [text]


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
    """Per text its expressies: every pair of its most telling begrippen and words."""
    index = Index(text_dossier(texts))
    words = index_words(index)
    holders = {naam: begrip_units(index, naam, begrippen[naam]) for naam in sorted(begrippen) if f"@{naam}" not in ALGEMEEN}
    found = []
    for number, text in enumerate(texts):
        units = {unit.id for unit in index.zinnen if unit.document == number and unit.passage >= 0}
        telling = [f"@{naam}" for naam, own in holders.items() if units & own.keys()]
        telling.sort(key=lambda name: (len(holders[name[1:]]), name))
        rare = sorted({w for u in units for w in words[u] if len(w) >= _MIN_WORD and w.isalpha() and w not in _VAAG}, key=lambda w: (-len(w), w))
        found.append(_pairs([*telling[:_MAX_TELLING], *rare[:_MAX_TELLING]]) or _fallback(text))
    return found


def derive_strict(texts: Sequence[str], begrippen: Mapping[str, tuple[Term, ...]]) -> list[list[str]]:
    """Per text its expressies of three groepen that stand on different words; of two where the text has no more.

    For what is counted one by one, such as indicators: too wide would show a level that is not there.
    """
    index = Index(text_dossier(texts))
    found = []
    holders = {f"@{naam}": index.treffers(Groep(f"@{naam}", begrippen[naam])) for naam in sorted(begrippen)}
    by_text: dict[int, list[int]] = {}
    for unit in index.zinnen:
        if unit.passage >= 0:
            by_text.setdefault(unit.document, []).append(unit.id)
    words = index_words(index)
    for number, text in enumerate(texts):
        units = by_text.get(number, [])
        telling = sorted(
            (naam for naam, own in holders.items() if any(u in own for u in units)), key=lambda naam: (naam in ALGEMEEN, len(holders[naam]), naam)
        )
        rare = sorted({w for u in units for w in words[u] if len(w) >= _MIN_WORD and w.isalpha() and w not in _VAAG}, key=lambda w: (-len(w), w))
        places = {w: index.treffers(Groep(w, (Term((w,), vast=False, heel=False),))) for w in rare}
        parts = sorted(_distinct([*telling, *rare], holders | places, units), key=ALGEMEEN.__contains__)
        found.append(_triples(parts) or _fallback(text))
    return found


def _distinct(parts: Sequence[str], places: Mapping[str, Mapping[int, list[Treffer]]], units: Sequence[int]) -> list[str]:
    """The parts that each stand on a word that no earlier part stands on."""
    used: set[tuple[int, int]] = set()
    kept = []
    for part in parts:
        own = {(unit, treffer.plek) for unit in units for treffer in places[part].get(unit, ())}
        if own - used:
            kept.append(part)
            used |= own
    return kept[:_MAX_TELLING]


def _triples(parts: Sequence[str]) -> list[str]:
    size = min(3, len(parts))
    if not parts or parts[0] in ALGEMEEN:
        return []
    if size < 2:
        return [f"{part} + {rest}" for part in parts for rest in ("=wij|=onze|=praktijk", "=organisatie|=voorziening|=ons")]
    chosen = [" + ".join(group) for group in combinations(parts, size) if group[0] not in ALGEMEEN]
    # Two ways are the least a kader accepts; the second asks more, so it finds nothing else.
    return chosen if len(chosen) > 1 else [*chosen, " + ".join((parts[0], *reversed(parts[1:]), "=wij|=onze|=praktijk"))]


def _pairs(parts: list[str]) -> list[str]:
    names = parts[: _MAX_TELLING + 1]
    return [f"{first} + {second}" for place, first in enumerate(names) for second in names[place + 1 :]][:6]


def _fallback(text: str) -> list[str]:
    words = sorted({w.lower() for w in text.split() if w.isalpha() and len(w) > 3}, key=lambda w: (-len(w), w))[:3]
    joined = " ".join(words) or "eis"
    return [joined, f"{joined} + =wij|=praktijk"]


def short(text: str) -> str:
    """The first words of a demand, as its title."""
    words = text.split()
    title = " ".join(words[:9]).rstrip(".,;:")
    return title + (" …" if len(words) > 9 else "") if len(title) >= 5 else f"Eis {title}"
