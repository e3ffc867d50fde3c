"""Sjabloon: placeholders that were never filled in, and forms that still say how to fill them in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.resultaat import Signaal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.dossier.document import Document
    from checker.signalen.beeld import Beeld, Regel

_VAK = re.compile(
    r"\[(?!\d|\.\.|…|foto|afbeelding|figuur|grafiek|logo|bron|zie |https?:|\w+@|x\]|v\]|…?\])[^\]\[]{2,80}\](?!\()|<(?:naam|datum|organisatie|invullen|plaats|functie|praktijk|vul)[^<>]{0,40}>|"
    r"\{\{[^}]+\}\}|«[^»]+»|\blorem ipsum\b|\b(?:praktijk|organisatie|stichting|instelling) (?:xyz|abc)\b|\.\./\.\./|\b(?:dd|xx)[-/](?:mm|xx)[-/](?:jjjj|20xx|xxxx)\b|\b06[- ]?x{6,}\b|\bx{4,}\b|"
    r"\b(?:naam|logo) (?:van de |van uw )?(?:organisatie|praktijk|instelling|aanbieder) (?:invullen|hier)\b"
)
_UITLEG = re.compile(
    r"^\W*vul [^.]{0,60}\b(haken|velden|gele|grijze|cursieve|blanco|invulplekken|ontbrekende)\b|\bverwijder (deze|de) (regel|tekst|toelichting|instructie)|"
    r"\bhaal deze (regel|tekst|toelichting) weg|tekst tussen (rechte |vierkante )?haken|verwijder de (grijze|cursieve|rode|gele) tekst|"
    r"\bpas dit (sjabloon|model|format) aan|hier uw (eigen )?(tekst|logo|naam)"
)
_KOLOM = re.compile(
    r"\b(kolom(men)?|vakjes|velden|tabel|lijst|schema|cellen)\b[^.]{0,70}\b(moet(en)?|worden|wordt|vullen|vult|is|zijn|blijven|staan)\b"
    r"[^.]{0,50}(nog[^.]{0,20}(ingevuld|gevuld|in te vullen|leeg)|vullen (we|wij|ze)|\b(in|na) [^.]{0,25} in\b|niet (in)?gevuld|leeg)"
    r"|\bkolom(men)?\b[^.]{0,40}\b(vullen|vul) (we|wij|ik)\b"
)
_BRON = re.compile(r"\[(sic|\.\.\.|…|red|bron|noot)\b")
_FORMATEN = frozenset(("format", "toestemmingsformulier"))


def find_sjabloon(beeld: Beeld) -> Iterator[Signaal]:
    """Per document the first placeholder with their number, and every sentence that asks to fill in."""
    for document in beeld.gelezen:
        own = beeld.per_document[document.pad]
        boxes = [(regel, match) for regel in own if (match := _VAK.search(regel.laag)) and not _BRON.match(match.group())]
        yield from _placeholders(beeld, document, boxes)
        for regel in own:
            match = _UITLEG.search(regel.laag) or _KOLOM.search(regel.laag)
            if match and not regel.rij and not regel.overgenomen:
                yield _signaal(regel, match, "midden", (
                    "Hier staat dat er nog iets moet worden ingevuld. Vul het in of haal het weg; "
                    "een leeg schema is geen bewijs."
                ))


def _placeholders(beeld: Beeld, document: Document, boxes: list[tuple[Regel, re.Match[str]]]) -> Iterator[Signaal]:
    if not boxes:
        return
    regel, match = boxes[0]
    number = len(boxes)
    many = "één plek" if number == 1 else f"{number} plekken"
    if beeld.soort[document.pad] in _FORMATEN:
        yield _signaal(regel, match, "laag", (
            f"Dit is een leeg formulier: op {many} moet nog iets worden ingevuld. Een leeg formulier laat zien wat de bedoeling is, "
            "niet dat het gebruikt wordt. Voeg een geanonimiseerd ingevuld voorbeeld toe."
        ))
    else:
        yield _signaal(regel, match, "hoog" if number > 2 else "midden", (
            f"Op {many} staat nog invultekst van een sjabloon. Vul het document in voor de eigen praktijk en stel het opnieuw vast."
        ))


def _signaal(regel: Regel, match: re.Match[str], ernst: str, melding: str) -> Signaal:
    citaat, plaats = regel.citaat(match.start(), match.end())
    return Signaal(
        soort="sjabloon", ernst=ernst, document=regel.document.pad, plaats=plaats, citaat=citaat, melding=melding,
    )
