"""Bouwer: turns the blocks a reader meets into passages with their place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from checker.dossier.fouten import Afgekapt, LeesFout
from checker.dossier.passage import Passage, Soort, Vindplaats
from checker.dossier.schoon import clean, ends_sentence

if TYPE_CHECKING:
    from checker.dossier.limieten import Limieten

_NONE: frozenset[str] = frozenset()
_NOT_OURS = frozenset({"verborgen", "geciteerd"})
_LAST_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9\"'\u2018\u201c(])")
_CONTENTS = re.compile(r"(?:\.\s?){4,}\s*\d+$|\u2026+\s*\d+$")
_CONTENTS_TITLE = re.compile(r"(?:\d{1,2}\.?\s+)?inhoud(?:sopgave|stafel|soverzicht)?:?", re.IGNORECASE)
_PAGE_AT_END = re.compile(r"\S\s+\d{1,3}$")
_NUMBERED_PART = re.compile(
    r"(?:hoofdstuk|bijlage|artikel|deel|module|stap|fase|paragraaf|protocol|niveau|groep|thema|norm|criterium)\s+\d+", re.IGNORECASE
)
_LONGEST_ENTRY = 150
_LONGEST_LABEL = 100
_LONGEST = 4000  # characters of one paragraph; a page holds about three thousand
_POINTS_DOWN = re.compile(
    r"\b(volgende|volgt|onderstaande?|hieronder|te weten)\b|\bdeze \w+\.$",
    re.IGNORECASE,
)


class Bouwer:
    """Collects the passages of one document in reading order.

    A reader calls one method per block; headings, list leads and numbering are kept here, so
    that they mean the same in every format.
    """

    def __init__(self, limieten: Limieten) -> None:
        self.passages: list[Passage] = []
        self.paginas: int | None = None
        self.titel = ""
        self.eigenschappen: dict[str, str] = {}
        self.meldingen: list[str] = []
        self.deels = False
        self.bijlagen: list[tuple[str, bytes | LeesFout]] = []
        self.pagina: int | None = None
        self.tabellen = 0
        self.kenmerken: frozenset[str] = _NONE
        self._left = limieten.tekst_tekens
        self._path: list[tuple[int, str]] = []
        self._alinea = 0
        self._leads: list[str] = []
        self._row_lead = ""  # what introduces the table that is being read
        self._in_contents = False
        self._furniture: set[str] = set()

    @property
    def sectie(self) -> tuple[str, ...]:
        """Headings above the next block, highest first."""
        return tuple(text for _, text in self._path)

    def warn(self, melding: str) -> None:
        """Note that a part could not be read; the document becomes ``deels``."""
        self.deels = True
        self.meldingen.append(melding)

    def new_page(self, pagina: int) -> None:
        """Start a page: paragraphs are counted anew."""
        self.pagina = pagina
        self._alinea = 0

    def start_section(self, *path: str) -> None:
        """Set the heading path by hand, for a sheet or a slide."""
        self._path = [(level, text) for level, text in enumerate(path, 1) if text]
        self._leads = []
        self._row_lead = ""
        self._in_contents = False

    def kop(self, text: str, niveau: int, *, plaats: str = "", kenmerken: frozenset[str] = _NONE) -> None:
        """Add a heading; level 0 is the title, which is no part of the heading path.

        A heading that is hidden or quoted stands above nothing of this document: it is a paragraph.
        """
        text = clean(text)
        if not text:
            return
        if kenmerken & _NOT_OURS:
            self.alinea(text, plaats=plaats, kenmerken=kenmerken)
            return
        if self._is_entry(text):
            self.los(Soort.INHOUDSOPGAVE, text, plaats, kenmerken)
            return
        self._in_contents = False
        while self._path and self._path[-1][0] >= niveau:
            self._path.pop()
        self._add(Soort.KOP, text, plaats or self._next_alinea(), kenmerken=kenmerken)
        self.titel = self.titel or text
        if niveau:
            self._path.append((niveau, text))
        self._leads = []
        self._row_lead = ""

    def alinea(self, text: str, *, plaats: str = "", kenmerken: frozenset[str] = _NONE) -> None:
        """Add a paragraph; it may introduce the list that follows."""
        text = clean(text)
        if is_contents_line(text) or self._is_entry(text):
            self.los(Soort.INHOUDSOPGAVE, text, plaats, kenmerken)
        elif text:
            plaats = plaats or self._next_alinea()
            for part in _pieces(text):
                self._add(Soort.ALINEA, part, plaats, kenmerken=kenmerken)
            if "verborgen" not in kenmerken:
                self._leads = [_lead(text[-_LONGEST:])]
                self._row_lead = ""

    def vervolg(self, text: str, *, plaats: str = "", kenmerken: frozenset[str] = _NONE) -> None:
        """Add a further paragraph of a list item: what introduces the item introduces it too, and the list goes on."""
        text = clean(text)
        if text:
            plaats = plaats or self._next_alinea()
            for part in _pieces(text):
                self._add(Soort.ALINEA, part, plaats, inleiding=self._introduction(), kenmerken=kenmerken)

    def item(
        self,
        text: str,
        *,
        niveau: int = 0,
        label: str = "",
        plaats: str = "",
        kenmerken: frozenset[str] = _NONE,
    ) -> None:
        """Add a list item with what introduces its list, and the lists that its list stands in."""
        text = clean(text)
        if not text:
            return
        if self._is_entry(text):
            self.los(Soort.INHOUDSOPGAVE, text, plaats, kenmerken)
            return
        plaats = plaats or self._next_alinea()
        if label[:1].isdigit() or len(label) > 1:
            plaats = f"{plaats}, punt {label.strip('().')}"
        del self._leads[niveau + 1 :]
        self._add(Soort.LIJSTITEM, text, plaats, inleiding=self._introduction(), kenmerken=kenmerken)
        while len(self._leads) <= niveau:
            self._leads.append("")
        self._leads.append(text if text.endswith(":") or _is_label(text) else "")

    def los(self, soort: Soort, text: str, plaats: str = "", kenmerken: frozenset[str] = _NONE) -> None:
        """Add a block beside the flow: header (each text once), footnote, comment, form field, contents line."""
        text = clean(text)
        if soort is Soort.KOPREGEL and text in self._furniture:
            return
        if text:
            self._furniture.update({text} if soort is Soort.KOPREGEL else ())
            self._add(soort, text, plaats or self._next_alinea(), kenmerken=kenmerken)

    def rij(
        self,
        cellen: Iterable[tuple[str, str, str]],
        plaats: str,
        kenmerken: frozenset[str] = _NONE,
    ) -> None:
        """Add a table row of (column header, value, cell reference); a line that ends in a colon introduces all rows below it."""
        schone = tuple((clean(kop), clean(waarde), ref) for kop, waarde, ref in cellen)
        schone = tuple(cel for cel in schone if cel[1])
        if self._in_contents and len(schone) > 1 and schone[-1][1].isdecimal():
            self.los(Soort.INHOUDSOPGAVE, " ".join(waarde for _, waarde, _ in schone), plaats, kenmerken)
        elif schone:
            text = " | ".join(f"{kop}: {waarde}" if kop else waarde for kop, waarde, _ in schone)
            if self._leads:
                self._row_lead = "\n".join(lead for lead in self._leads if lead.endswith(":"))
            self._add(Soort.TABELRIJ, text, plaats, inleiding=self._row_lead, cellen=schone, kenmerken=kenmerken)
            self._leads = []
            self._in_contents = False

    def _introduction(self) -> str:
        """The leads above the next item, the outermost first, each on a line."""
        return "\n".join(lead for lead in self._leads if lead)

    def _is_entry(self, text: str) -> bool:
        """Tell whether a block is an entry of a typed list of contents: below its title, with a page number."""
        if not self._in_contents:
            return False
        if len(text) > _LONGEST_ENTRY or ends_sentence(text):
            self._in_contents = False
        return self._in_contents and bool(_PAGE_AT_END.search(text)) and not _NUMBERED_PART.fullmatch(text)

    def _next_alinea(self) -> str:
        self._alinea += 1
        return f"alinea {self._alinea}"

    def _add(
        self,
        soort: Soort,
        text: str,
        plaats: str,
        *,
        inleiding: str = "",
        cellen: tuple[tuple[str, str, str], ...] = (),
        kenmerken: frozenset[str] = _NONE,
    ) -> None:
        self._left -= len(text)
        if self._left < 0:
            raise Afgekapt(oorzaak="er staat meer tekst in dan de checker per bestand leest")
        self._in_contents = self._in_contents or bool(_CONTENTS_TITLE.fullmatch(text))
        sectie = () if soort is Soort.KOPREGEL else self.sectie
        self.passages.append(
            Passage(
                nr=len(self.passages),
                soort=soort,
                tekst=text,
                vindplaats=Vindplaats(pagina=self.pagina, sectie=sectie, plaats=plaats),
                inleiding=inleiding,
                cellen=cellen,
                kenmerken=kenmerken | self.kenmerken,
            ),
        )


def is_contents_line(text: str) -> bool:
    """Tell whether a line is from a table of contents: dots and a page number."""
    return bool(_CONTENTS.search(text))


def _lead(text: str) -> str:
    """Return the last sentence when it introduces what follows."""
    last = _LAST_SENTENCE.split(text)[-1]
    if text.endswith(":") or (_POINTS_DOWN.search(last) and len(last) <= 250):
        return last
    return ""


def _is_label(text: str) -> bool:
    """Tell whether an item names what the items below it are about."""
    return len(text) <= _LONGEST_LABEL and not ends_sentence(text)


def _pieces(text: str) -> list[str]:
    """Cut a paragraph that no person writes, at spaces: what judges a passage may take longer than its length."""
    pieces = []
    while len(text) > _LONGEST:
        end = text.rfind(" ", _LONGEST // 2, _LONGEST)
        end = end if end > 0 else _LONGEST
        pieces.append(text[:end].rstrip())
        text = text[end:].lstrip()
    return [*pieces, text]
