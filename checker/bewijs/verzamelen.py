"""Collecting: from matches to bewijs with quote, place, uitspraak and niveau."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.bewijs.documentsoort import Documentsoort, recognise
from checker.bewijs.niveau import passage_niveau
from checker.bewijs.omgeving import Omgeving
from checker.bewijs.zoeken import DIRECT, Vondst, Zoekvraag, find_vondsten
from checker.resultaat import Bewijs

if TYPE_CHECKING:
    from checker.dossier.document import Document
    from checker.dossier.passage import Passage
    from checker.index import Index, Zin

_CONTEXT = 700
_MAX_QUOTE = 600
_EXPECTED = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Kandidaat:
    """A found sentence as bewijs, before it is decided whether it counts.

    ``sterk`` marks a match whose parts all stand in the sentence itself.
    """

    bewijs: Bewijs
    zin: int
    document: int
    passage: int
    sterk: bool

    @property
    def telt(self) -> bool:
        """Whether it counts as evidence at all: bevestigd, direct or indirect."""
        return self.bewijs.uitspraak == "bevestigd"

    @property
    def direct(self) -> bool:
        """Whether it counts in full."""
        return self.telt and self.bewijs.sterkte == "direct"


class Verzamelaar:
    """Collects bewijs for onderdelen from one index; knows the kind of every document."""

    def __init__(self, index: Index) -> None:
        """Recognise the documents and read their surroundings once."""
        self.index = index
        self.soorten: list[Documentsoort] = [recognise(d) for d in index.dossier.documenten]
        self._omgevingen = [Omgeving(document) for document in index.dossier.documenten]

    def collect(self, vraag: Zoekvraag) -> list[Kandidaat]:
        """All candidates for an onderdeel: what counts first, best first."""
        found = [self._candidate(vraag, vondst) for vondst in find_vondsten(vraag, self.index)]
        return sorted(found, key=lambda k: (not k.telt, not k.direct, -k.bewijs.score, k.zin))

    def _candidate(self, vraag: Zoekvraag, vondst: Vondst) -> Kandidaat:
        unit = self.index.zinnen[vondst.zin]
        document = self.index.dossier.documenten[unit.document]
        passage = document.passages[unit.passage]
        soort = self.soorten[unit.document]
        uitspraak = self._omgevingen[unit.document].judge(passage, unit.tekst, vondst.uitspraak)
        expected = soort.naam in vraag.onderdeel.documenten
        direct = vondst.score >= DIRECT and not uitspraak.zwak and "ocr" not in passage.kenmerken
        bewijs = Bewijs(
            document=document.pad, sha256=document.sha256, pagina=passage.vindplaats.pagina,
            sectie=passage.vindplaats.sectie, plaats=_place(passage, unit),
            citaat=quote(passage, unit), uitspraak=uitspraak.soort,
            niveau=passage_niveau(unit.tekst, passage, soort),
            sterkte="direct" if direct else "indirect",
            score=round(min(1.0, vondst.score + (_EXPECTED if expected else 0.0)), 3),
            termen=tuple(dict.fromkeys(deel.woord for deel in vondst.delen)), onderdelen=(vraag.onderdeel.id,),
            cue=uitspraak.cue, context=_context(passage, unit),
            vingerafdruk=fingerprint(document.sha256, quote(passage, unit)),
        )
        return Kandidaat(
            bewijs=bewijs, zin=vondst.zin, document=unit.document, passage=unit.passage,
            sterk=all(deel.in_zin for deel in vondst.delen),
        )


def fingerprint(sha256: str, citaat: str) -> str:
    """Short hash that ties a quote to the file it was read from."""
    return hashlib.sha256(f"{sha256}\n{citaat}".encode()).hexdigest()[:16]


def quote(passage: Passage, unit: Zin) -> str:
    """The literal text of a sentence; of a table row the cell that says most."""
    if not passage.cellen:
        return unit.tekst[:_MAX_QUOTE]
    values = [value for _header, value, _ref in passage.cellen if value.strip()]
    return max(values, key=lambda v: (len(v), v))[:_MAX_QUOTE] if values else unit.tekst[:_MAX_QUOTE]


def _place(passage: Passage, unit: Zin) -> str:
    if not passage.cellen:
        return passage.vindplaats.plaats
    cell = quote(passage, unit)
    ref = next((ref for _h, value, ref in passage.cellen if value[:_MAX_QUOTE] == cell and ref), "")
    return f"{passage.vindplaats.plaats}, cel {ref}" if ref else passage.vindplaats.plaats


def _context(passage: Passage, unit: Zin) -> str:
    text = f"{passage.inleiding} {passage.tekst}".strip() if passage.inleiding else passage.tekst
    if len(text) <= _CONTEXT:
        return text
    start = max(0, unit.van - _CONTEXT // 3)
    return ("… " if start else "") + text[start : start + _CONTEXT] + " …"


def stands_in(bewijs: Bewijs, document: Document) -> bool:
    """Whether a quote is found back literally in its document (white space aside)."""
    wanted = " ".join(bewijs.citaat.split())
    if bewijs.sha256 != document.sha256 or bewijs.vingerafdruk != fingerprint(document.sha256, bewijs.citaat):
        return False
    for passage in document.passages:
        texts = [value for _h, value, _r in passage.cellen] if passage.cellen else [passage.tekst]
        if any(wanted in " ".join(text.split()) for text in texts):
            return True
    return False
