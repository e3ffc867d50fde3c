"""Persoonsgegevens: data of clients that should not stand in a dossier for others; quoted masked."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.bewijs.uitspraak import fold_keep_length
from checker.dossier.passage import Soort
from checker.resultaat import Signaal
from checker.signalen.maskeren import NAAMKOP, TELEFOON, find_personal, is_bsn, mask
from checker.signalen.roepnamen import HOOFD, find_roepnamen
from checker.taal.zinnen import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.dossier.document import Document
    from checker.dossier.passage import Passage
    from checker.signalen.beeld import Beeld

# What is worth a closer look: eight digits, a mail address, a birth date, a telephone number.
_VERDACHT = re.compile(
    rf"\d(?:[ .-]?\d){{7}}|@|\bgeb|{TELEFOON.pattern}|[A-Z]{{2}}\d{{2}} ?[A-Z]{{4}}"
    rf"|(?:cli[eë]nt|jeugdige|kind|moeder|vader|ouders?|deelnemer|bewoner|zoon|dochter|gezin)(?:-?naam)?\s?:?\s*(?:van\s+)?(?-i:{HOOFD})"
    r"|\b\d{4}\s?(?-i:[A-Z]{2})\b|(?:straat|laan|weg|plein|dijk|kade|gracht|hof|pad|singel)\s\d",
    re.IGNORECASE,
)
_KOP = re.compile(r"\bgeb|\bbsn|burgerservice|sofi", re.IGNORECASE)
_NAAM = {
    "bsn": "een BSN", "mogelijk_bsn": "een nummer dat een BSN kan zijn", "iban": "een bankrekeningnummer",
    "geboortedatum": "een geboortedatum", "naam": "een naam", "clientnaam": "een naam van een cliënt of naaste", "mail": "een e-mailadres van een cliënt",
    "telefoon": "een telefoonnummer van een cliënt", "adres": "een adres van een cliënt",
}
_ERNST = {"bsn": "hoog", "geboortedatum": "hoog", "mogelijk_bsn": "midden", "mail": "midden", "telefoon": "midden", "adres": "midden", "clientnaam": "midden", "iban": "laag"}
_RANG = ("hoog", "midden", "laag")
_EIGEN = re.compile(r"iban|rekening|\bbank\b|t\.n\.v|factuur|medewerker|sollicit")
_AFGESCHERMD = (
    "In deze rapporten is afgeschermd wat de checker herkent; een naam kan hij missen. Lees de citaten uit dit document na voordat u een rapport deelt."
)
_GETOOND = "U koos ervoor om gegevens van cliënten niet af te schermen: ze kunnen leesbaar in deze rapporten staan. Deel de rapporten zo niet."
_DOE = f"Dit stuk gaat naar anderen: haal de gegevens weg of maak ze onherkenbaar, en ga na wie het document al heeft. {_AFGESCHERMD}"


def find_persoonsgegevens(beeld: Beeld) -> Iterator[Signaal]:
    """Sentences and cells with a BSN, a birth date beside a name or contact data of a client."""
    for document in beeld.gelezen:
        for passage in document.passages:
            if passage.soort is Soort.KOPREGEL and document.soort in ("eml", "msg"):
                continue
            units = _cells(passage) if passage.cellen else _sentences(passage)
            for text, kop, place in units:
                yield from _judge(document, text, kop, place)


def tell_shown(signaal: Signaal) -> Signaal:
    """The signaal in a run that hides nothing: it does not say that the reports are masked."""
    return replace(signaal, melding=signaal.melding.replace(_AFGESCHERMD, _GETOOND))


def _cells(passage: Passage) -> Iterator[tuple[str, str, str]]:
    """Cells with their header; the header of a number says which register it belongs to."""
    for kop, value, ref in passage.cellen:
        if _VERDACHT.search(value) or _KOP.search(kop) or NAAMKOP.search(kop) or any(find_roepnamen(value)):
            digits = value.replace(" ", "")
            header = f"{kop} {_words(passage)}" if digits.isdigit() and is_bsn(digits) else kop
            yield value, header, f"{passage.vindplaats.plaats}, cel {ref}"


def _words(passage: Passage) -> str:
    """The short texts of a row: "SKJ" beside a number says what the number is."""
    return " ".join(
        value for _kop, value, _ref in passage.cellen if len(value) <= 40 and not any(char.isdigit() for char in value)
    )


def _sentences(passage: Passage) -> Iterator[tuple[str, str, str]]:
    text = passage.tekst
    if _VERDACHT.search(text) or any(find_roepnamen(text)):
        for van, tot in _joined(text):
            yield text[van:tot], "", passage.vindplaats.plaats


def _joined(text: str) -> list[tuple[int, int]]:
    """Sentences, where "geb." does not end one."""
    spans: list[tuple[int, int]] = []
    for van, tot in split_sentences(text):
        if spans and text[: spans[-1][1]].rstrip().lower().endswith(("geb.", "geb")):
            spans[-1] = (spans[-1][0], tot)
        else:
            spans.append((van, tot))
    return spans


def _judge(document: Document, text: str, kop: str, place: str) -> Iterator[Signaal]:
    found = [v for v in find_personal(text, kop) if v.soort != "naam"]
    if not found or (all(v.soort == "iban" for v in found) and _EIGEN.search(fold_keep_length(f"{kop} {text}"))):
        return
    kinds = list(dict.fromkeys(v.soort for v in found))
    ernst = min((_ERNST[kind] for kind in kinds), key=_RANG.index)
    yield Signaal(
        soort="persoonsgegevens", ernst=ernst, document=document.pad, plaats=place, citaat=mask(text, kop)[:400],
        melding=f"Hier staat {' en '.join(_NAAM[kind] for kind in kinds)}. {_DOE}",
    )
