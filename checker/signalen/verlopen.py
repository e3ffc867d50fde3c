"""Verlopen: dates in running text that have passed: validity, own review dates, contracts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.registers.datum import Datum, find_datums
from checker.resultaat import Signaal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.signalen.beeld import Beeld, Regel

_TOT = re.compile(
    r"(geldig(heid)?(sduur)?|looptijd|loopt|liep|geldt|eindigt|eindigde|verloopt|verliep|vervalt|afloopdatum|einddatum|vervaldatum|certificaat|polis|dekking|"
    r"aansluiting|lidmaatschap)[^.;]{0,60}?(tot( en met)?|t/?m|op|per|:|einde?)\s*$|\bgeldig t/?m\s*$|\bgeldig tot( en met)?:?\s*$"
)
_AF = re.compile(r"^\W*(af|is )?(afliep|verliep|eindigde|verlopen|afgelopen|vervallen|afloopt)\b")
_HERZIENING = re.compile(r"herzien|herziening|actualis|bijgesteld|\breview\b|volgende (evaluatie|beoordeling|controle|versie|bijstelling|toets)|opnieuw (bekeken|vastgesteld|beoordeeld)|evaluatiedatum|revisiedatum|te evalueren|geevalueerd")
# What right before a date makes it the day by which something is due; a bare "op" or "in" does so only after "wordt".
_TOEKOMST = re.compile(
    r"(uiterlijk|volgende|eerstvolgende|\bvoor|voor het eerst|gepland|voorzien|herziening|evaluatie|beoordeling|controle|review|bijstelling|te herzien|"
    r"te evalueren|herzieningsdatum|revisiedatum|evaluatiedatum|datum)\W*(gegeven: )?(uiterlijk|voor|in|op|per|de|het|:|eind|begin|keer|voor de|voor het einde van)?\s*$|"
    r"\b(wordt|worden|moet|moeten|zal|zullen|dient|dienen|te herzien|te evalueren)\b[^,:]*\b(in|op|per)( de| het)?\s*$"
)
_ZINSDEEL = re.compile(r"[.;|](?=\s)|\s[-–—]\s")
_JAAR = re.compile(
    r"(?<!bij de )(?<!na de )(?<!sinds de )\b(herziening|actualisatie|revisie|(eerst)?volgende (evaluatie|bijstelling|beoordeling)|te (herzien|evalueren)|"
    r"(wordt|worden|moet|moeten)\b[^.;:]{0,60}\b(herzien|geevalueerd|geactualiseerd))\b[^.;]{0,30}\b(in|voor|uiterlijk|eind) (?P<een>20\d\d)(?=\s*([.,;:()|–-]|$))|"
    r"\b(wordt|worden|moet|moeten)\b[^.;:]{0,60}\b(in|voor|uiterlijk|eind) (?P<ander>20\d\d) (opnieuw |weer )?(herzien|geevalueerd|geactualiseerd)\b"
)
_TOT_JAAR = re.compile(r"\b(geldig|geldt|looptijd|loopt|liep)\b[^.;]{0,40}\b(?P<tot>tot en met|t/m|tot) (?P<jaar>20\d\d)(?![-\d])")
_AF_JAAR = re.compile(r"\b(liep|loopt|verliep|verloopt)\b[^.;]{0,30}\bin (20\d\d)( af)?\b(?! (op|terug|uit))")
_GEDAAN = re.compile(r"\b(is|zijn|was|werd|werden|laatst|laatste|vorige|vervangt|vastgesteld op|verlengd tot|hernieuwd|opgevolgd|bijgewerkt op|herzien op|verleng(d|en) met)\b")
_CLAIM = re.compile(
    r"\b(aansluiting|registratie|certificaat|certificering|polis|verzekering|overeenkomst|contract|vog|vog's|keurmerk|lidmaatschap|bewijs|"
    r"erkenning|inschrijving|geldigheid|herregistratie|licentie|bhv)\b[^.;]{0,70}\b(is|zijn|was)\b[^.;]{0,50}\b(verlopen|niet (meer )?geldig|niet verlengd|afgelopen)\b|"
    r"\b(verlopen|niet verlengde) (aansluiting|registratie|certificaat|polis|vog|keurmerk|contract)\b"
)
_OPNIEUW = re.compile(r"\b(is|zijn|komt|dateert)( [^\s.;]+){0,3} (van|uit) (20[01]\d|202\d)\b[^.;]{0,30}\b(moet(en)?|dient|dienen) (nodig |weer )?(opnieuw|vernieuwd|herzien|over)\b|\bis (achterstallig|over tijd|verouderd en)\b|\bover de datum\b|\b(had|hadden)\b[^.;]{0,50}\bmoeten (worden|zijn)\b|\b(aan vervanging|toe aan (vervanging|herziening|actualisatie|een nieuwe))\b( toe)?")
_CONTRACT = re.compile(r"(van|vanaf|ingaande|per|met ingang van)\b[^.;]{0,30}$")
_NA = re.compile(r"^\W*(is|zijn|was|werd|werden|heeft|hebben)\b")
_VERLENGD = re.compile(r"\b(vorige|oude|eerdere) (versie|afspraak|regeling|polis|certificaat)|\b(project|pilot|training|cursus|opleiding|stage|traject)\b|\bverlengd\b|\bstilzwijgend|\bhernieuwd|\bopgevolgd")
_MELDING = {
    "geldig": "De geldigheid is voorbij: {datum} ligt voor de peildatum. Vraag een nieuw bewijs op en zet het in het dossier.",
    "herziening": "De praktijk zou dit herzien hebben ({datum}), en die datum is voorbij. Herzie het document, of leg vast waarom dat later gebeurt.",
    "claim": "Hier staat dat iets verlopen is. Zorg voor een geldig bewijs en voeg het toe aan het dossier.",
    "opnieuw": "Hier staat zelf dat dit opnieuw moet. Doe het, en voeg de nieuwe versie met datum toe.",
    "contract": "De looptijd van deze overeenkomst is voorbij ({datum}). Voeg de verlenging toe, of haal het stuk uit het dossier.",
}
_ERNST = {"geldig": "hoog", "herziening": "midden", "claim": "hoog", "opnieuw": "midden", "contract": "laag"}
_GEEN_HERZIENING = frozenset(("notulen", "klachtenregister", "incidentenregister"))


def find_verlopen(beeld: Beeld) -> Iterator[Signaal]:
    """Sentences and cells with a date that has passed, or that say so themselves."""
    for regel in beeld.regels:
        if regel.overgenomen:
            continue
        found = _judge(beeld, regel)
        if found:
            kind, datum, van, tot = found
            citaat, plaats = regel.citaat(van, tot)
            yield Signaal(
                soort="verlopen", ernst=_ERNST[kind], document=regel.document.pad, plaats=plaats, citaat=citaat,
                melding=_MELDING[kind].format(datum=datum),
            )


def _judge(beeld: Beeld, regel: Regel) -> tuple[str, str, int, int] | None:
    for datum, van, tot in find_datums(regel.laag):
        kind = _kind(beeld, regel, datum, van, tot)
        if kind:
            return kind, datum.nl(), van, tot
    by_year = _year_only(beeld, regel)
    if by_year:
        return by_year
    for kind, pattern in (("claim", _CLAIM), ("opnieuw", _OPNIEUW)):
        match = pattern.search(regel.laag)
        if match and not re.search(r"\b(als|wanneer|indien|voordat) ", regel.laag[: match.start()]):
            return kind, "", match.start(), match.end()
    return None


def _year_only(beeld: Beeld, regel: Regel) -> tuple[str, str, int, int] | None:
    """What ran until a year, or was to be reviewed in one, without a day or month."""
    year = beeld.peildatum.year
    ended = _AF_JAAR.search(regel.laag)
    if ended and int(ended.group(2)) < year:
        return "geldig", ended.group(2), ended.start(), ended.end()
    until = _TOT_JAAR.search(regel.laag)
    if until and int(until.group("jaar")) - (until.group("tot") == "tot") < year and not _VERLENGD.search(regel.laag):
        return "geldig", until.group("jaar"), until.start(), until.end()
    review = _JAAR.search(regel.laag)
    due = review and (review["een"] or review["ander"])
    if review and due and int(due) < year and beeld.soort[regel.document.pad] not in _GEEN_HERZIENING:
        return "herziening", due, review.start(), review.end()
    return None


def _kind(beeld: Beeld, regel: Regel, datum: Datum, van: int, tot: int) -> str:
    if datum.einde >= beeld.peildatum or _VERLENGD.search(regel.laag):
        return ""
    before, after = regel.laag[:van], regel.laag[tot:]
    if _TOT.search(before) or _AF.match(after):
        return "geldig"
    if beeld.soort[regel.document.pad] not in _GEEN_HERZIENING and _is_review(before, after):
        return "herziening"
    ends = re.search(r"\btot( en met)?\s*$|\bt/?m\s*$", before)
    if ends and beeld.soort[regel.document.pad] == "overeenkomst" and any(_CONTRACT.search(before[:a]) for _d, a, _b in find_datums(before)):
        return "contract"
    return ""


def _is_review(before: str, after: str) -> bool:
    """Whether the clause of a date says that something is to be reviewed by then.

    The words of the review stand before the date, or after it up to the next comma: what else a line
    tells ("vastgesteld op ...", "doel 2 bijgesteld") has nothing to do with the day.
    """
    if f"{before}{after}".count("|") == 1:  # a row of a label and its value is one clause
        before = before.replace(" |", "")
    before, after = _ZINSDEEL.split(before)[-1], re.split(r"[,.:;|(]|\s[-–—]\s", after, maxsplit=1)[0]
    if not _HERZIENING.search(f"{before}#{after}") or not _TOEKOMST.search(before):
        return False
    return not _GEDAAN.search(before.rsplit(",", 1)[-1][-40:]) and not _NA.match(after)
