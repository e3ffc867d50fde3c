"""Action plan: what to do, for which normen, with fields for who, when and how far."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.rapporten import werk
from checker.rapporten.excel.namen import STATUSSEN
from checker.rapporten.opmaak import KLASSEN, PDCA_STAPPEN, datum, inkorten, stijl, woord
from checker.rapporten.word.tabel import Kolom, cel, cellen, tabel, woordcel
from checker.rapporten.word.xml import Xml, alinea, attribuut, benoemd, samen

if TYPE_CHECKING:
    from checker.rapporten.werk import Stuk
    from checker.rapporten.word.tabel import Cel
    from checker.rapporten.word.verslag import Verslag
    from checker.resultaat import Actie

_KOLOMMEN = (
    Kolom(kop="Nr", deel=0.6),
    Kolom(kop="Actie", deel=3.2),
    Kolom(kop="Normen", deel=1.8),
    Kolom(kop="Klasse", deel=1.3),
    Kolom(kop="PDCA", deel=0.8),
    Kolom(kop="Benodigd bewijs", deel=5.4),
    Kolom(kop="Actiehouder", deel=1.6),
    Kolom(kop="Deadline", deel=1.4),
    Kolom(kop="Status", deel=1.1),
)
_INTRO = (
    "Eén actie kan meer normen helpen. Vul per actie in wie hem doet en wanneer hij klaar is. De"
    " zwaarste acties staan voorop. Major wil zeggen: eerst doen, want er zit een zware norm bij waarvoor niets is gevonden."
)


def heeft_acties(verslag: Verslag) -> bool:
    """Say whether there is an action plan to print."""
    return bool(verslag.resultaat.acties)


def actieplan(verslag: Verslag) -> Xml:
    """Write the plan, on pages on their side."""
    rijen = [_rij(verslag, stuk) for stuk in werk.acties(verslag.resultaat)]
    inhoud = tabel(_KOLOMMEN, rijen, breedte=verslag.liggend, titel="Actieplan")
    return samen((verslag.kop(1, "Actieplan"), alinea(_INTRO), inhoud))


def _rij(verslag: Verslag, stuk: Stuk[Actie]) -> tuple[Cel, ...]:
    actie, mens = stuk.wat, stuk.velden
    return (
        cel(str(actie.nummer)),
        cellen(actie.titel, *_opvolging(mens)),
        cel(verslag.normlinks(actie.norm_ids)),
        woordcel(stijl(KLASSEN, actie.klasse)),
        cel(woord(PDCA_STAPPEN, actie.pdca)),
        cel(actie.benodigd_bewijs),
        cel(_invulveld("Actiehouder", "Vul in", "<w:text/>", mens.get("eigenaar", ""))),
        cel(_datumveld(mens.get("deadline", ""))),
        cel(_invulveld("Status", werk.OPEN, _KEUZE, mens.get("status", werk.OPEN))),
    )


def _opvolging(mens: dict[str, str]) -> list[Xml]:
    """What was found out about the cause and the effect."""
    nagegaan = datum(mens["nagegaan_op"]) if mens.get("nagegaan_op") else ""
    paren = (("Oorzaak", mens.get("oorzaak", "")), ("Resultaat nagegaan op", nagegaan), ("Effect", mens.get("effect", "")))
    return [benoemd(naam, inkorten(tekst)) for naam, tekst in paren if tekst]


def _datumveld(dag: str) -> Xml:
    vol = f' w:fullDate="{attribuut(dag)}T00:00:00Z"' if _DAG.fullmatch(dag) else ""
    return _invulveld("Deadline", "Kies datum", _DATUM.format(vol), datum(dag))


_DAG = re.compile(r"\d{4}-\d{2}-\d{2}")
_DATUM = '<w:date{}><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="nl-NL"/></w:date>'
_KEUZE = "".join(
    (
        "<w:dropDownList>",
        *(f'<w:listItem w:displayText="{s}" w:value="{s}"/>' for s in STATUSSEN),
        "</w:dropDownList>",
    )
)


def _invulveld(naam: str, leeg: str, soort: str, waarde: str) -> Xml:
    """Write a content control with its value; without one it says what to fill in."""
    aanwijzing = "" if waarde else "<w:showingPlcHdr/>"
    opmaak = "" if waarde else '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'
    return Xml(
        f'<w:sdt><w:sdtPr><w:alias w:val="{attribuut(naam)}"/>{aanwijzing}{soort}</w:sdtPr>'
        f"<w:sdtContent><w:r>{opmaak}<w:t>{attribuut(inkorten(waarde) or leeg)}</w:t></w:r></w:sdtContent></w:sdt>"
    )
