"""Omgeving: what the surroundings of a sentence say about it.

A status line ("onder revisie") governs its whole section, a heading such as "Begrippen" makes definitions of what stands
below it, the lead "Nog niet geregeld:" denies its items, a column "Aanwezig: nee" its row, and "dit hebben we nog niet
ingevoerd" reaches back. What each of these means stands in a module of its own; here they meet.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from checker.bewijs.bronvingers import is_copied
from checker.bewijs.documentstatus import document_status
from checker.bewijs.koppen import judge_kop, judge_lead, judge_under, kolomnaam, soften_kop
from checker.bewijs.rijstatus import judge_row
from checker.bewijs.uitspraak import Uitspraak, cue_groups, find_cue, fold_keep_length
from checker.bewijs.wijzers import Bereik, Wijzer, announces, judge_opening, read_wijzer
from checker.dossier.passage import Soort
from checker.taal.zinnen import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.dossier.document import Document
    from checker.dossier.passage import Passage

_MAX_STATUS_WORDS, _MAX_BESIDE_BRACKETS = 14, 4
_FLOWS = frozenset((Soort.ALINEA, Soort.LIJSTITEM, Soort.TABELRIJ))
_NOTES = frozenset((Soort.VOETNOOT, Soort.OPMERKING))


class Omgeving:
    """The status that a document, its sections, headings, leads and neighbours give to its passages."""

    def __init__(self, document: Document, peildatum: str = "") -> None:
        """Read the status lines and the sentences that point at others once; dates are compared with the ``peildatum`` (ISO)."""
        self._passages, self._peildatum = document.passages, peildatum
        self._whole = document_status(document, peildatum)
        self._of_passage: dict[int, Uitspraak] = {}
        self._of_sentence: dict[tuple[int, str], Uitspraak] = {}
        self._tables = _tables(document.passages)
        self._kolommen = frozenset[str]().union(*self._tables.values())
        for place, passage in enumerate(self._passages):
            self._read(place, passage)

    # -- reading --------------------------------------------------------------------------------

    def _read(self, place: int, passage: Passage) -> None:
        text = fold_keep_length(passage.tekst)
        before: list[str] = []
        announced: Uitspraak | None = None
        for start, end in split_sentences(passage.tekst):
            sentence = text[start:end]
            cue = self._status_cue(passage, sentence)
            wijzer = read_wijzer(sentence, self._peildatum)
            if announced:
                self._of_sentence[passage.nr, sentence] = announced
            announced = announced or announces(sentence, wijzer)
            if cue:
                self._mark_section(place, Uitspraak("in_ontwikkeling", cue))
            elif wijzer:
                self._point(place, wijzer, before)
            before.append(sentence)

    @staticmethod
    def _status_cue(passage: Passage, sentence: str) -> str:
        words = len(sentence.split())
        cue = find_cue("statusregel", sentence) if words <= _MAX_STATUS_WORDS else ""
        bracket = cue_groups()["status_tussen_haakjes"].search(sentence)
        beside = words - len(bracket.group().split()) if bracket else 0
        if bracket and (passage.soort is Soort.KOP or beside <= _MAX_BESIDE_BRACKETS):
            return bracket.group()
        return cue

    def _mark_section(self, place: int, uitspraak: Uitspraak) -> None:
        """Give a status to everything under the heading above it, or under the heading that it is."""
        passage = self._passages[place]
        section = passage.vindplaats.sectie
        if passage.soort is Soort.KOP:
            section = (*section, passage.tekst)
        if section:
            for other in self._section_around(place, section):
                self._of_passage.setdefault(other.nr, uitspraak)

    def _section_around(self, place: int, section: tuple[str, ...]) -> Iterator[Passage]:
        """The passages of the one section that a place is in or opens; another of the same name is another section."""

        def inside(other: Passage) -> bool:
            return other.vindplaats.sectie[: len(section)] == section

        if self._passages[place].soort is not Soort.KOP:
            yield from takewhile(inside, reversed(self._passages[: place + 1]))
        yield from takewhile(inside, self._passages[place + 1 :])

    def _point(self, place: int, wijzer: Wijzer, before: list[str]) -> None:
        """Carry what a sentence says of others to them."""
        passage = self._passages[place]
        if wijzer.bereik is Bereik.PASSAGE:  # what it says of itself goes before what others say of it
            self._of_passage[passage.nr] = wijzer.uitspraak
            return
        if wijzer.bereik is Bereik.VORIGE:
            targets = [] if before else self._block_before(place)
        else:
            targets = list(self._flow(place, step=1 if wijzer.bereik is Bereik.ERONDER else -1))
        for other in targets:
            self._of_passage.setdefault(other.nr, wijzer.uitspraak)
        if wijzer.bereik is Bereik.ERBOVEN:
            self._of_sentence |= {(passage.nr, sentence): wijzer.uitspraak for sentence in before}
        elif wijzer.bereik is Bereik.VORIGE and before:
            self._of_sentence |= {(passage.nr, sentence): Uitspraak("bevestigd", wijzer.uitspraak.cue, zwak=True) for sentence in before[:-1]}
            self._of_sentence[passage.nr, before[-1]] = wijzer.uitspraak

    def _flow(self, place: int, *, step: int) -> Iterator[Passage]:
        """The text above or below a passage, up to a heading."""
        own = self._passages[place].vindplaats.sectie
        at = place + step
        while 0 <= at < len(self._passages):
            other = self._passages[at]
            if other.soort is Soort.KOP or other.vindplaats.sectie != own:
                return
            if other.soort in _FLOWS:
                yield other
            at += step

    def _block_before(self, place: int) -> list[Passage]:
        """The paragraph before a passage, or all items of the list or rows of the table before it.

        A footnote or comment follows the passage that it hangs on, with others of that passage between.
        """
        if self._passages[place].soort in _NOTES:
            return list(islice((p for p in reversed(self._passages[:place]) if p.soort not in _NOTES), 1))
        above = list(self._flow(place, step=-1))
        if not above or above[0].soort not in (Soort.LIJSTITEM, Soort.TABELRIJ):
            return above[:1]
        return list(takewhile(lambda other: other.soort is above[0].soort, above))

    # -- judging --------------------------------------------------------------------------------

    def judge(self, passage: Passage, sentence: str, own: Uitspraak) -> Uitspraak:
        """The final uitspraak of a sentence: its own, unless its surroundings are stricter."""
        inherited = self._whole or self._of_passage.get(passage.nr) or judge_lead(passage.inleiding, self._peildatum)
        stricter = self._not_own(passage, sentence) or inherited or self._by_row(passage, sentence)
        if stricter is not None:
            return stricter
        if own.soort != "bevestigd":
            return own
        pointed = self._of_sentence.get((passage.nr, fold_keep_length(sentence))) if self._of_sentence else None
        opening = None if passage.cellen else judge_opening(fold_keep_length(sentence))
        return pointed or opening or self._by_heading(passage, sentence) or own

    def _not_own(self, passage: Passage, sentence: str) -> Uitspraak | None:
        """What makes a sentence no statement of the practice at all."""
        text = fold_keep_length(sentence)
        if find_cue("niet_ingevuld", text):
            return Uitspraak("sjabloon", "niet ingevuld")
        if self._kolommen and not passage.cellen and text.partition(":")[0].strip() in self._kolommen:
            return Uitspraak("definitie", "uitleg van een kolom")
        return Uitspraak("kopie", "letterlijke tekst van een kader") if is_copied(sentence) else None

    def _by_row(self, passage: Passage, sentence: str) -> Uitspraak | None:
        return judge_row(passage, sentence, self._peildatum, self._tables[_table_of(passage)]) if passage.cellen else None

    @staticmethod
    def _by_heading(passage: Passage, sentence: str) -> Uitspraak | None:
        """What the two nearest headings say: of a row only what is certain, for an action list also holds what was done."""
        headings = passage.vindplaats.sectie[:-3:-1]
        for kop in headings:
            found = judge_kop(kop) or judge_under(kop, sentence)
            if found:
                return found
        if passage.cellen:
            return None
        return next((found for kop in headings if (found := soften_kop(kop))), None)


def _tables(passages: Sequence[Passage]) -> dict[str, frozenset[str]]:
    """The column headers of every table of a document."""
    found: dict[str, set[str]] = defaultdict(set)
    for passage in passages:
        found[_table_of(passage)].update(kolomnaam(kop) for kop, _value, _ref in passage.cellen if kop)
    return {table: frozenset(kolommen) for table, kolommen in found.items()}


def _table_of(passage: Passage) -> str:
    """The table or sheet that a row stands in: its place without the row; empty for other passages."""
    return passage.vindplaats.plaats.rpartition(",")[0] if passage.cellen else ""
