"""Action plan: what to do, for which normen, with fields for who, when and how far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rapporten.opmaak import KLASSEN, PDCA_STAPPEN, stijl, woord
from checker.rapporten.word.tabel import Kolom, cel, cellen, tabel, woordcel
from checker.rapporten.word.xml import Xml, alinea, attribuut, samen

if TYPE_CHECKING:
    from checker.rapporten.word.tabel import Cel
    from checker.rapporten.word.verslag import Verslag
    from checker.resultaat import Actie

_KOLOMMEN = (
    Kolom(kop="Nr", deel=0.6),
    Kolom(kop="Actie", deel=3.6),
    Kolom(kop="Normen", deel=1.9),
    Kolom(kop="Klasse", deel=1.4),
    Kolom(kop="PDCA", deel=0.9),
    Kolom(kop="Benodigd bewijs", deel=3.6),
    Kolom(kop="Actiehouder", deel=1.6),
    Kolom(kop="Deadline", deel=1.4),
    Kolom(kop="Status", deel=1.1),
)
_STATUSSEN = ("Open", "Bezig", "Klaar", "Vervalt")
_INTRO = (
    "Eén actie kan meer normen helpen. Vul per actie in wie hem doet en wanneer hij klaar is. Major"
    " wil zeggen: eerst doen, want de norm is zwaar en er is niets gevonden."
)


def heeft_acties(verslag: Verslag) -> bool:
    """Say whether there is an action plan to print."""
    return bool(verslag.resultaat.acties)


def actieplan(verslag: Verslag) -> Xml:
    """Write the plan, on pages on their side."""
    rijen = [_rij(verslag, actie) for actie in verslag.resultaat.acties]
    inhoud = tabel(_KOLOMMEN, rijen, breedte=verslag.liggend, titel="Actieplan")
    return samen((verslag.kop(1, "Actieplan"), alinea(_INTRO), inhoud))


def _rij(verslag: Verslag, actie: Actie) -> tuple[Cel, ...]:
    document = actie.document
    return (
        cel(str(actie.nummer)),
        cellen(actie.titel, f"Document: {document}" if document else ""),
        cel(verslag.normlinks(actie.norm_ids)),
        woordcel(stijl(KLASSEN, actie.klasse)),
        cel(woord(PDCA_STAPPEN, actie.pdca)),
        cel(actie.benodigd_bewijs),
        cel(_invulveld("Actiehouder", "Vul in", "<w:text/>")),
        cel(_invulveld("Deadline", "Kies datum", _DATUM)),
        cel(_invulveld("Status", "Open", _KEUZE, ingevuld=True)),
    )


_DATUM = '<w:date><w:dateFormat w:val="d-M-yyyy"/><w:lid w:val="nl-NL"/></w:date>'
_KEUZE = "".join(
    (
        "<w:dropDownList>",
        *(f'<w:listItem w:displayText="{s}" w:value="{s}"/>' for s in _STATUSSEN),
        "</w:dropDownList>",
    )
)


def _invulveld(naam: str, waarde: str, soort: str, *, ingevuld: bool = False) -> Xml:
    """Write a content control; what it shows says what to fill in."""
    aanwijzing = "" if ingevuld else "<w:showingPlcHdr/>"
    opmaak = "" if ingevuld else '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'
    return Xml(
        f'<w:sdt><w:sdtPr><w:alias w:val="{attribuut(naam)}"/>{aanwijzing}{soort}</w:sdtPr>'
        f"<w:sdtContent><w:r>{opmaak}<w:t>{attribuut(waarde)}</w:t></w:r></w:sdtContent></w:sdt>"
    )
