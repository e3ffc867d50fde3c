"""Achteraf: the sheets over all aanbieders together: shared texts, sensitivity, log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.rapporten.excel.kolom import Cel, Kolom, tekst
from checker.rapporten.opmaak import aantal, datum
from checker.vergelijking.teksten import number
from checker.vergelijking.werkmap import namen
from checker.vergelijking.werkmap.lijst import Lijst

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.rapporten.excel.schrijver import Schrijver
    from checker.vergelijking.stand import Stand
    from checker.vergelijking.verslag import Verslag

GELIJK = (
    Kolom(kop="Groep", breedte=8, vorm="getal"), Kolom(kop="Aanbieders", breedte=11, vorm="getal"), Kolom(kop="Woorden", breedte=9, vorm="getal"),
    Kolom(kop=namen.AANBIEDER, breedte=22), Kolom(kop=namen.DOCUMENT, breedte=28), Kolom(kop="Plaats", breedte=18), Kolom(kop=namen.CITAAT, breedte=60),
    Kolom(kop=namen.VRAAG, breedte=44), Kolom(kop=namen.UITLEG, breedte=34, mens=True),
)
_VRAAG = "Waar komt deze tekst vandaan, en hoe werkt u er zelf mee?"
_BREED = " Zij staat bij veel aanbieders: is zij van de uitvraag, de wet of een gedeeld model?"
_GEVOELIGHEID = (
    Kolom(kop=namen.CRITERIUM_ID, breedte=14), Kolom(kop="Gewicht", breedte=10, vorm="breuk"), Kolom(kop="Proef met gewicht", breedte=11, vorm="breuk"),
    Kolom(kop="Andere volgorde", breedte=12), Kolom(kop="Andere eerste plaats", breedte=12), Kolom(kop="Eerste plaats dan", breedte=50),
)
_LOGBOEK = (Kolom(kop="Groep", breedte=18), Kolom(kop="Wat", breedte=44), Kolom(kop="Waarde", breedte=84))


class Achteraf:
    """The last sheets of the workbook."""

    def __init__(self, schrijver: Schrijver, verslag: Verslag) -> None:
        self._verslag = verslag
        self._gelijk = Lijst(
            schrijver, namen.GELIJK, "Passages die (bijna) letterlijk bij meer aanbieders staan. Dat is een vraag, geen oordeel.", GELIJK
        )
        self._gevoeligheid = Lijst(schrijver, namen.GEVOELIGHEID, sensitivity(verslag), _GEVOELIGHEID)
        self._logboek = Lijst(schrijver, namen.LOGBOEK, "Waarmee deze vergelijking is gemaakt. Met dezelfde invoer komt er hetzelfde uit.", _LOGBOEK)
        for row in _log(verslag):
            self._logboek.rij(row)

    def add(self, stand: Stand, uittreksel: Mapping[str, Any] | None) -> None:
        """Log what one aanbieder handed in, each file with its hash."""
        where = f"{stand.gelezen} van {aantal(stand.documenten, 'document', 'documenten')} gelezen; invoer {stand.invoer or 'onbekend'}"
        self._logboek.rij(("Aanbieder", stand.aanbieder, where))
        if stand.melding or stand.reden:
            self._logboek.rij(("Zonder rang", stand.aanbieder, stand.melding or stand.reden))
        for document in uittreksel["documenten"] if uittreksel else ():
            state = document["toestand"] + (f" ({document['melding']})" if document["melding"] else "")
            self._logboek.rij(("Bestand", f"{stand.aanbieder}/{document['pad']}", f"{state}; sha256 {document['sha256'] or 'onbekend'}"))

    def close(self) -> None:
        """Write the shared texts and the sensitivity, and finish."""
        total = len(self._verslag.standen)
        for group, overlap in enumerate(self._verslag.overlap, start=1):
            question = _VRAAG + (_BREED if overlap.aanbieders > max(total // 2, 3) else "")
            for plek in overlap.plekken:
                answer = self._verslag.antwoorden.get((plek.aanbieder, plek.document, tekst(plek.citaat)))
                place = (plek.aanbieder, plek.document, plek.plaats, plek.citaat)
                self._gelijk.rij((group, overlap.aanbieders, overlap.woorden, *place, question, answer))
        for proef in self._verslag.proeven:
            words = ("ja" if proef.volgorde_anders else "nee", "ja" if proef.eerste_anders else "nee", ", ".join(proef.eerste))
            self._gevoeligheid.rij((proef.criterium, proef.gewicht, proef.proefgewicht, *words))
        for lijst in (self._gelijk, self._gevoeligheid, self._logboek):
            lijst.close()


def sensitivity(verslag: Verslag) -> str:
    """In one sentence: whether the order depends on one weight."""
    ranked = sum(stand.rang is not None for stand in verslag.standen)
    if ranked < 2:
        return "Er zijn minder dan twee aanbieders met een rang: er is geen volgorde om te beproeven."
    first = sorted({p.criterium for p in verslag.proeven if p.eerste_anders})
    order = sorted({p.criterium for p in verslag.proeven if p.volgorde_anders})
    if first:
        return f"De eerste plaats hangt af van één gewicht: verdubbelen of halveren verandert haar bij {', '.join(first[:8])}."
    if order:
        return f"De eerste plaats blijft gelijk als één gewicht verdubbelt of halveert; de volgorde daaronder verandert bij {', '.join(order[:8])}."
    return "De volgorde blijft gelijk als één gewicht verdubbelt of halveert."


def _log(verslag: Verslag) -> Iterator[tuple[Cel, ...]]:
    uitvraag = verslag.uitvraag
    yield ("Run", "Peildatum", datum(verslag.peildatum))
    yield ("Run", "Vingerafdruk van de uitvraag", verslag.vaste_invoer)
    yield ("Run", "Gevoeligheid", sensitivity(verslag))
    for name, version in verslag.versies.items():
        yield ("Versies", name, version)
    for oordeel, score in uitvraag.schaal.items():
        yield ("Schaal", oordeel.replace("_", " "), number(score))
    own = "elk zijn eigen praktijk.yaml" if uitvraag.eigen_profiel else "voor iedereen gelijk, uit de uitvraag"
    yield ("Uitvraag", "Profiel van de aanbieders", own)
    for c in uitvraag.criteria:
        if c.gewicht != c.gewicht_uitvraag:
            yield ("Gewicht aangepast", c.id, f"van {number(c.gewicht_uitvraag)} naar {number(c.gewicht)}")
    for text in verslag.invoer_meldingen:
        yield ("Let op", text, None)
