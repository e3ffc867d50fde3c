"""Collecting: from matches to candidates that are bewijs, with their uitspraak, niveau and score."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.bewijs.andere_organisatie import find_vreemd
from checker.bewijs.citaat import context_of, fingerprint, place_of, quote
from checker.bewijs.documentsoort import Documentsoort, find_present, recognise
from checker.bewijs.geldigheid import outside
from checker.bewijs.gelijkenis import SMALLEST, Gelijkenis, Gelijkheid, Vensters
from checker.bewijs.kenmerktabel import Kenmerktabel
from checker.bewijs.niveau import passage_niveau
from checker.bewijs.omgeving import Omgeving
from checker.bewijs.score import Delen, drempel, scores
from checker.bewijs.uitspraak import BEVESTIGD, Uitspraak, classify
from checker.bewijs.wegval import gone_in, leans_on
from checker.bewijs.zoeken import QUOTED, RAAK, Dekking, Vondst, Zoekvraag, find_dekking, find_vondsten, quotable
from checker.resultaat import Bewijs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.begrippen.expressie import Term
    from checker.bewijs.profielen import Profielen
    from checker.dossier.passage import Passage
    from checker.index import Index, Zin

# How many of the most similar sentences are looked at beside those that an expressie finds.
_NEAREST = 8
# So many candidates per onderdeel get their explanation; more are never shown.
_KEPT = 12
# Sentences that hold this share of an expressie are looked at as well.
_WIDE = 0.6
# What the practice says of itself today: only such a sentence takes back what stands elsewhere.
_OF_NOW = frozenset(("bevestigd", "ontkend"))
_LENGTH_CAP = math.log1p(16)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kandidaat:
    """A found sentence as bewijs, before it is decided whether it counts.

    ``sterk`` marks a match by an expressie whose groepen all stand in the sentence itself; ``zwak`` a sentence
    that says it without certainty, or that a scan may have read wrongly; ``letterlijk`` one that covers an onderdeel
    by the words of an expressie alone (see ``Zoekvraag``); ``neemt_terug`` one that says that what other passages lean
    on is gone (see ``wegval``).
    """

    bewijs: Bewijs
    zin: int
    document: int
    passage: int
    sterk: bool
    zwak: bool
    letterlijk: bool
    delen: Delen
    neemt_terug: frozenset[str] = frozenset()

    @property
    def telt(self) -> bool:
        """Whether it may count as evidence: bevestigd and likely enough."""
        return self.bevestigd and self.bewijs.score >= drempel("bewijs")

    @property
    def bevestigd(self) -> bool:
        """Whether the sentence says it of the practice itself, without denial or intention."""
        return self.bewijs.uitspraak == "bevestigd"

    @property
    def sprekend(self) -> bool:
        """Whether it is to be shown, as evidence, against it or as too unsure to count: likely enough, or it takes back what is."""
        return bool(self.neemt_terug) or self.bewijs.score >= drempel("onzeker")

    @property
    def direct(self) -> bool:
        """Whether it counts in full."""
        return self.telt and self.bewijs.sterkte == "direct"


class Verzamelaar:
    """Collects bewijs for onderdelen from one index; knows the kind of every document.

    Attributes:
        citeerbaar: the sentences (ids in the index) that can serve as a quote.
        aanwezig: the kinds of document in the dossier, also as a sheet or a chapter of another.
    """

    def __init__(self, index: Index, peildatum: str = "", praktijk: str = "") -> None:
        """Recognise the documents, read their surroundings and their kenmerken once.

        With a ``peildatum`` (ISO) evidence that expired before that day does not count; what
        another organisation says does not, known by the name of the ``praktijk`` or else by the name that most documents carry.
        """
        self.index = index
        self._peildatum = peildatum
        self.soorten: list[Documentsoort] = [recognise(d) for d in index.dossier.documenten]
        self.aanwezig = frozenset(kind for d, s in zip(index.dossier.documenten, self.soorten, strict=True) for kind in find_present(d, s))
        self._vreemd = find_vreemd(index.dossier, praktijk, self.soorten)
        self._omgevingen = [Omgeving(document, peildatum) for document in index.dossier.documenten]
        zinnen = quotable(index)
        self.citeerbaar = frozenset(zinnen)
        self._omvang = math.log(max(len(zinnen), SMALLEST))
        self._vensters = Vensters([index.zinnen[zin].document for zin in zinnen])
        self._tabel = Kenmerktabel(index, zinnen)
        self._plain: dict[int, Uitspraak] = {}
        gone = gone_in(index.zinnen[zin] for zin in zinnen)
        self._gone = {zin: told for zin, told in gone.items() if self.says(index.zinnen[zin]).soort in _OF_NOW}

    def compare(self, profielen: Profielen, begrippen: Mapping[str, tuple[Term, ...]]) -> Gelijkenis:
        """The similarities of this dossier to one kader, by the begrippen that it knows."""
        self._tabel.learn(begrippen)
        return Gelijkenis(profielen, self._tabel, self._vensters)

    def around(self, unit: Zin, own: Uitspraak) -> Uitspraak:
        """What a sentence with this uitspraak says once its surroundings are heard."""
        vreemd = self._vreemd.get(self.index.dossier.documenten[unit.document].pad)
        if vreemd and vreemd.covers(unit.passage, unit.van, unit.tot):
            return Uitspraak("andere_organisatie", vreemd.naam)
        return self._omgevingen[unit.document].judge(self._passage(unit), unit.tekst, own)

    def says(self, unit: Zin, vondst: Vondst | None = None) -> Uitspraak:
        """What a sentence says where it stands, as far as the matched words tell which part of it counts."""
        if vondst is not None:
            return self.around(unit, vondst.uitspraak)
        if unit.id not in self._plain:
            self._plain[unit.id] = self.around(unit, classify(unit.tekst))
        return self._plain[unit.id]

    def collect(self, vraag: Zoekvraag, gelijkenis: Gelijkenis, *, minimum: float | None = None) -> list[Kandidaat]:
        """All candidates for an onderdeel from ``minimum`` score on: what counts first, best first.

        By default from the score below which nothing in the dossier even resembles the onderdeel.
        """
        lowest = drempel("stil") if minimum is None else minimum
        matches = {vondst.zin: vondst for vondst in find_vondsten(vraag, self.index)}
        near = gelijkenis.nearest(vraag.onderdeel.id, _NEAREST)
        partial = find_dekking(vraag, self.index)
        wide = self.citeerbaar.intersection(partial.wide(_WIDE))
        found = self._candidates(vraag, gelijkenis, matches, sorted({*matches, *near, *wide}), partial, lowest)
        gone = self._taken_back(found)
        found = [k for k in found if k.zin not in gone]
        found += [self._taking_back(k) for k in self._candidates(vraag, gelijkenis, matches, gone, partial, 0.0)] if gone else []
        kept = sorted(found, key=lambda k: (not k.telt, not k.direct, -k.bewijs.score, k.zin))
        return [self._explained(k, gelijkenis, vraag.onderdeel.id) for k in kept[:_KEPT]] + kept[_KEPT:]

    def _taken_back(self, found: Sequence[Kandidaat]) -> list[int]:
        """The sentences that say that what the evidence leans on is gone."""
        quotes = [k.bewijs.citaat for k in found if k.telt]
        return sorted(zin for zin, (gone, _cue) in self._gone.items() if any(leans_on(quote, gone) for quote in quotes))

    def _taking_back(self, kandidaat: Kandidaat) -> Kandidaat:
        gone, cue = self._gone[kandidaat.zin]
        return replace(kandidaat, bewijs=replace(kandidaat.bewijs, uitspraak="ontkend", cue=cue), neemt_terug=gone)

    @staticmethod
    def _explained(kandidaat: Kandidaat, gelijkenis: Gelijkenis, onderdeel: str) -> Kandidaat:
        """A candidate that may be shown, with the words that made it alike when no expressie found it."""
        if kandidaat.bewijs.termen or not kandidaat.sprekend:
            return kandidaat
        return replace(kandidaat, bewijs=replace(kandidaat.bewijs, termen=gelijkenis.shared(kandidaat.zin, onderdeel)))

    def _candidates(
        self, vraag: Zoekvraag, gelijkenis: Gelijkenis, matches: Mapping[int, Vondst], zinnen: Sequence[int], dekking: Dekking, lowest: float
    ) -> list[Kandidaat]:
        """The sentences that score high enough, as candidates."""
        uitspraken = [self._counts_as(vraag, self.index.zinnen[zin], matches.get(zin)) for zin in zinnen]
        onderdeel = vraag.onderdeel.id
        likeness = zip(gelijkenis.of(zinnen, onderdeel), gelijkenis.toonkansen(zinnen, onderdeel), strict=True)
        delen = [
            self._parts(vraag, alike, toont, self.index.zinnen[zin], matches.get(zin), uitspraak, dekking)
            for zin, uitspraak, (alike, toont) in zip(zinnen, uitspraken, likeness, strict=True)
        ]
        return [
            self._candidate(vraag, zin, matches.get(zin), uitspraak, own, value)
            for zin, uitspraak, own, value in zip(zinnen, uitspraken, delen, scores(delen), strict=True) if value >= lowest
        ]

    def _counts_as(self, vraag: Zoekvraag, unit: Zin, vondst: Vondst | None) -> Uitspraak:
        """What a sentence counts as: what it says, of today on the peildatum; as bevestigd when the onderdeel lets that count as well."""
        uitspraak = self.says(unit, vondst)
        if uitspraak.soort == "bevestigd":
            uitspraak = outside(unit.tekst, self._peildatum) or uitspraak
        if uitspraak.soort in vraag.onderdeel.ook_telt and "nog" not in uitspraak.cue.split():
            return BEVESTIGD
        return uitspraak

    def _candidate(
        self, vraag: Zoekvraag, zin: int, vondst: Vondst | None, uitspraak: Uitspraak, delen: Delen, value: float
    ) -> Kandidaat:
        unit = self.index.zinnen[zin]
        passage = self._passage(unit)
        weak = uitspraak.zwak or not passage.kenmerken.isdisjoint(("ocr", QUOTED))
        strong = vondst is not None and vondst.score >= RAAK and all(deel.in_zin for deel in vondst.delen)
        literal = strong and vraag.letterlijk
        if literal:
            value = max(value, drempel("direct"))
        words = tuple(dict.fromkeys(deel.woord for deel in vondst.delen)) if vondst else ()
        bewijs = self._bewijs(unit, uitspraak, vraag.onderdeel.id)
        return Kandidaat(
            bewijs=replace(bewijs, score=value, sterkte="indirect" if weak or value < drempel("direct") else "direct", termen=words),
            zin=zin, document=unit.document, passage=unit.passage,
            sterk=strong, zwak=weak, letterlijk=literal, delen=delen,
        )

    def _passage(self, unit: Zin) -> Passage:
        return self.index.dossier.documenten[unit.document].passages[unit.passage]

    def _parts(
        self, vraag: Zoekvraag, alike: tuple[Gelijkheid, Gelijkheid], toont: tuple[float, int], unit: Zin, vondst: Vondst | None,
        uitspraak: Uitspraak, dekking: Dekking,
    ) -> Delen:
        words, meaning = alike
        toonkans, likelier = toont
        coverage = vondst.score if vondst else 0.0
        return Delen(
            expressie=coverage,
            dekking=round(float(dekking.deel[unit.id]), 3), kern=float(dekking.kern[unit.id]), norm=words.norm,
            norm_rang=math.log1p(words.norm_rang), omgeving=words.omgeving, rang=math.log1p(words.rang),
            betekenis=meaning.onderdeel, betekenis_norm=meaning.norm, betekenis_norm_rang=math.log1p(meaning.norm_rang),
            betekenis_omgeving=meaning.omgeving, betekenis_rang=math.log1p(meaning.rang),
            betekenis_voorsprong=meaning.voorsprong, betekenis_ervoor=meaning.ervoor, toonkans=toonkans,
            toonrang=math.log1p(likelier), omvang=self._omvang,
            verwacht=float(self.soorten[unit.document].naam in vraag.onderdeel.documenten),
            zwak=float(uitspraak.zwak), cel=float(bool(self._passage(unit).cellen)),
            lengte=min(math.log1p(len(unit.tokens)), _LENGTH_CAP),
        )

    def _bewijs(self, unit: Zin, uitspraak: Uitspraak, onderdeel: str) -> Bewijs:
        document = self.index.dossier.documenten[unit.document]
        passage = self._passage(unit)
        citaat = quote(passage, unit)
        return Bewijs(
            document=document.pad, sha256=document.sha256, pagina=passage.vindplaats.pagina,
            sectie=passage.vindplaats.sectie, plaats=place_of(passage, unit), citaat=citaat, uitspraak=uitspraak.soort,
            niveau=passage_niveau(unit.tekst, passage, self.soorten[unit.document]), sterkte="indirect", score=0.0,
            termen=(), onderdelen=(onderdeel,), cue=uitspraak.cue, context=context_of(passage, unit),
            vingerafdruk=fingerprint(document.sha256, citaat),
        )
