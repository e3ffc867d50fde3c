"""Omgeving: what the surroundings of a sentence say about it.

A status line ("onder revisie") governs its whole section, a heading such as "Begrippen" makes
definitions of what stands below it, and "dit proces wordt nog ontwikkeld" reaches back over its passage.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.bewijs.bronvingers import is_copied
from checker.bewijs.uitspraak import BEVESTIGD, Uitspraak, cue_groups, find_cue, fold_keep_length
from checker.dossier.passage import Soort
from checker.taal.zinnen import split_sentences

if TYPE_CHECKING:
    from checker.dossier.document import Document
    from checker.dossier.passage import Passage

_MAX_STATUS_WORDS = 14
# So many characters after "dit protocol" it is still the protocol that is in development.
_NEAR = 60
_PLACEHOLDER = re.compile(
    r"\[[^\]\d][^\]]{1,40}\]|<[a-zà-ÿ][^>]{1,40}>|\{\{|_{4,}|\.{5,}|…{2,}|\bX{2,}\b|\bnaam (organisatie|praktijk|instelling)\b|"
    r"\bvul (hier )?in\b|\b(dd|xx)[-/](mm|xx)[-/](jjjj|xxxx)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(dit|deze|bovenstaande?|dat|het) (proces|procedure|beleid|werkwijze|protocol|regeling|afspraken|afspraak|aanpak|"
    r"onderdeel|hoofdstuk|paragraaf|instrument|format|methode|cyclus|register)\b|^(dit|dat|alles|een en ander|hierover|hieraan) (wordt|is|zijn|worden|alles)\b"
)
_CONCEPT_NAME = re.compile(r"\bconcept\b|\bdraft\b|\bonder revisie\b|_concept|concept_", re.IGNORECASE)


# "Opdrachtgever: degene die ..." in a list of terms.
_ENTRY = re.compile(r"[^:.;]{2,50}: ")
# "Dat hebben we nog niet." speaks of the sentence before it.
_DENIED = re.compile(r"^(dat|die|dit|deze|daar) (hebben|heb|heeft) (we|wij|ik|de praktijk)\b[^.,;]{0,40}\bniet\b")


class Omgeving:
    """The status that sections, headings and neighbours give to the passages of a document."""

    def __init__(self, document: Document) -> None:
        """Read the status lines and back-references of a document once."""
        self._document = document
        self._sections: dict[tuple[str, ...], Uitspraak] = {}
        self._passages: dict[int, Uitspraak] = {}
        self._denied: set[tuple[int, str]] = set()
        name = document.pad.rsplit("/", 1)[-1]
        self._whole = (
            Uitspraak("in_ontwikkeling", "concept in de bestandsnaam") if _CONCEPT_NAME.search(name) else None
        )
        self._kolommen = {fold_keep_length(kop).strip(" :") for passage in document.passages for kop, _value, _ref in passage.cellen if kop}
        for passage in document.passages:
            self._read(passage)

    def _read(self, passage: Passage) -> None:
        text = fold_keep_length(passage.tekst)
        before = ""
        for start, end in split_sentences(passage.tekst):
            sentence = text[start:end]
            if before and _DENIED.match(sentence):
                self._denied.add((passage.nr, before))
            before = sentence
            cue = find_cue("statusregel", sentence)
            if cue and len(sentence.split()) <= _MAX_STATUS_WORDS:
                self._mark_section(passage, cue)
                continue
            back, match = _BACK.search(sentence), cue_groups()["in_ontwikkeling"].search(sentence)
            if back and match and back.start() <= match.start() <= back.end() + _NEAR:
                self._passages[passage.nr] = Uitspraak("in_ontwikkeling", match.group().strip())

    def _mark_section(self, passage: Passage, cue: str) -> None:
        section = passage.vindplaats.sectie
        if passage.soort is Soort.KOP:
            section = (*section, passage.tekst)
        if section:
            self._sections[section] = Uitspraak("in_ontwikkeling", cue)

    def judge(self, passage: Passage, sentence: str, own: Uitspraak) -> Uitspraak:
        """The final uitspraak of a sentence: its own, unless its surroundings are stricter."""
        inherited = self._whole or self._passages.get(passage.nr) or self._section(passage.vindplaats.sectie)
        stricter = self._not_own(passage, sentence) or inherited
        if stricter is not None:
            return stricter
        if own.soort != "bevestigd":
            return own
        if self._denied and (passage.nr, fold_keep_length(sentence)) in self._denied:
            return Uitspraak("ontkend", "de volgende zin zegt dat het er niet is")
        return self._by_heading(passage, sentence, own)

    def _not_own(self, passage: Passage, sentence: str) -> Uitspraak | None:
        """What makes a sentence no statement of the practice at all."""
        if _PLACEHOLDER.search(sentence):
            return Uitspraak("sjabloon", "niet ingevuld")
        if self._kolommen and not passage.cellen and fold_keep_length(sentence.partition(":")[0]).strip() in self._kolommen:
            return Uitspraak("definitie", "uitleg van een kolom")
        return Uitspraak("kopie", "letterlijke tekst van een kader") if is_copied(sentence) else None

    def _section(self, sectie: tuple[str, ...]) -> Uitspraak | None:
        for depth in range(len(sectie), 0, -1):
            if sectie[:depth] in self._sections:
                return self._sections[sectie[:depth]]
        return None

    def _by_heading(self, passage: Passage, sentence: str, own: Uitspraak) -> Uitspraak:
        headings = " / ".join(fold_keep_length(h) for h in passage.vindplaats.sectie[-2:])
        text = fold_keep_length(sentence)
        definition = find_cue("kop_definitie", headings)
        if definition and (_ENTRY.match(text) or not find_cue("eigen_onderwerp", text)):
            return Uitspraak("definitie", f"kop: {definition}")
        intention = find_cue("kop_voornemen", headings)
        if intention and not passage.cellen:
            return Uitspraak("bevestigd", f"kop: {intention}", zwak=True)
        if find_cue("kop_voorbeeld", headings):
            return Uitspraak("bevestigd", "kop: voorbeeld", zwak=True)
        return own if own is not None else BEVESTIGD
