"""Sinds: a sheet with everything that changed since an earlier run, and one with the course of all runs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from checker.rapporten.excel import namen
from checker.rapporten.excel.kolom import Cel, Kolom, tekst
from checker.rapporten.opmaak import OORDELEN, hoofdletter
from checker.rapporten.overzicht import plaats
from checker.rapporten.sinds import (
    GEEN_OORDEEL,
    NIET_IN_KADER,
    RICHTINGEN,
    citaten,
    mensen,
    oordeelwoord,
    per_richting,
    tellingen,
    vergeleken_met,
    wat_veranderde,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlsxwriter.worksheet import Worksheet

    from checker.rapporten.excel.schrijver import Schrijver
    from checker.verschil import Reeks, Sinds, Verschil

_VERANDERINGEN = (
    Kolom(kop="Soort", breedte=14), Kolom(kop="Verandering", breedte=14, kleuren=RICHTINGEN), Kolom(kop=namen.NORM_ID, breedte=12),
    Kolom(kop="Wat", breedte=60), Kolom(kop="Toen", breedte=23, kleuren=OORDELEN), Kolom(kop="Nu", breedte=23, kleuren=OORDELEN),
    Kolom(kop="Toelichting", breedte=34), Kolom(kop="Document", breedte=36), Kolom(kop="Plaats", breedte=30),
)
_EEN_BLADZIJDE = 24  # more rows than this and the chart would shrink to nothing
_METINGEN = (
    Kolom(kop="Kader", breedte=46), Kolom(kop="Peildatum", breedte=13, vorm="datum"),
    *(Kolom(kop=stijl.woord, breedte=14, vorm="getal") for stijl in OORDELEN.values()), Kolom(kop="Totaal", breedte=10, vorm="getal"),
)


def schrijf(schrijver: Schrijver, terugblik: Sinds | None) -> None:
    """Write the sheets that there is something to put on."""
    if terugblik is None:
        return
    if terugblik.verschil:
        _veranderingen(schrijver, terugblik.verschil)
    schrijf_verloop(schrijver, terugblik.verloop)


def _veranderingen(schrijver: Schrijver, verschil: Verschil) -> None:
    cijfers = ", ".join(f"{naam.lower()} {n}" for naam, n in tellingen(verschil).items() if n)
    uitleg = " ".join((vergeleken_met(verschil), f"{hoofdletter(cijfers)}." if cijfers else "", *verschil.let_op)).strip()
    blad = schrijver.blad(namen.SINDS, "Sinds de vorige keer", uitleg)
    schrijver.tabel(blad, namen.tabelnaam(namen.SINDS), _VERANDERINGEN, _rijen(verschil))
    blad.freeze_panes(namen.KOPRIJ, 3)


def _rijen(verschil: Verschil) -> Iterator[tuple[Cel, ...]]:
    yield from _normen(verschil)
    for wat, erbij in (("Erbij", True), ("Weg", False)):
        for norm, bewijs in citaten(verschil, erbij=erbij):
            yield ("Citaat", wat, norm.norm_id, bewijs.citaat, None, None, None, bewijs.document, plaats(bewijs))
    for document in verschil.documenten:
        was = f"Stond in {document.was}" if document.was else None
        yield ("Document", hoofdletter(document.wat), None, document.pad, None, None, was, document.pad, None)
    for wat, signalen in (("Nieuw", verschil.signalen_nieuw), ("Weg", verschil.signalen_weg)):
        for s in signalen:
            yield ("Signaal", wat, ", ".join(s.norm_ids), s.melding, None, None, s.citaat, s.document, s.plaats)


def _normen(verschil: Verschil) -> Iterator[tuple[Cel, ...]]:
    for richting, normen in per_richting(verschil).items():
        for norm in normen:
            toen, nu = (oordeelwoord(oordeel) or NIET_IN_KADER for oordeel in (norm.oud, norm.nieuw))
            yield ("Norm", RICHTINGEN[richting].woord, norm.norm_id, norm.titel, toen, nu, hoofdletter(wat_veranderde(norm)), None, None)
    for norm in mensen(verschil):
        toen, nu = (oordeelwoord(oordeel) or GEEN_OORDEEL for oordeel in (norm.mens_oud, norm.mens_nieuw))
        yield ("Mens", RICHTINGEN["anders"].woord, norm.norm_id, norm.titel, toen, nu, None, None, None)


def schrijf_verloop(schrijver: Schrijver, reeksen: Sequence[Reeks]) -> None:
    """Write the counts per peildatum with a chart of the first series; nothing without a course."""
    if not reeksen:
        return
    op_een_bladzijde = sum(len(reeks.punten) for reeks in reeksen) <= _EEN_BLADZIJDE
    uitleg = "Hoeveel normen elk oordeel hadden, per kader en per peildatum."
    blad = schrijver.blad(namen.VERLOOP, "Verloop", uitleg, kop=0 if op_een_bladzijde else namen.KOPRIJ)
    laatste = schrijver.tabel(blad, namen.tabelnaam(namen.VERLOOP), _METINGEN, _metingen(reeksen))
    blad.freeze_panes(namen.KOPRIJ, 1)
    _grafiek(schrijver, blad, reeksen[0], laatste + 2)


def _metingen(reeksen: Sequence[Reeks]) -> Iterator[tuple[Cel, ...]]:
    for reeks in reeksen:
        for punt in reeks.punten:
            yield (reeks.titel, date.fromisoformat(punt.peildatum), *punt.telling.values(), sum(punt.telling.values()))


def _grafiek(schrijver: Schrijver, blad: Worksheet, reeks: Reeks, rij: int) -> None:
    grafiek = schrijver.boek.add_chart({"type": "column", "subtype": "percent_stacked"})
    eerste, laatste = namen.KOPRIJ, namen.KOPRIJ + len(reeks.punten) - 1
    for kolom, stijl in enumerate(OORDELEN.values(), 2):
        grafiek.add_series(
            {
                "name": [namen.VERLOOP, namen.KOPRIJ - 1, kolom],
                "categories": [namen.VERLOOP, eerste, 1, laatste, 1],
                "values": [namen.VERLOOP, eerste, kolom, laatste, kolom],
                "fill": {"color": f"#{stijl.kleur}"},
                "gap": 60,
                "data_labels": {"value": True, "num_format": "0;;", "font": {"size": 9, "color": f"#{stijl.tekstkleur}"}},
            }
        )
    grafiek.set_title({"name": tekst(f"Verloop: {reeks.titel}"), "name_font": {"size": 12, "color": "#1F4E79"}})
    grafiek.set_legend({"position": "bottom", "font": {"size": 9}})
    grafiek.set_x_axis({"text_axis": True, "num_format": "dd-mm-yyyy", "num_font": {"size": 9}})
    grafiek.set_y_axis({"major_gridlines": {"visible": False}, "visible": False})
    grafiek.set_size({"width": 900, "height": 360})
    uitleg = "Kolomdiagram: per peildatum hoeveel normen elk oordeel hadden. De getallen staan in de tabel erboven."
    blad.insert_chart(rij, 0, grafiek, {"description": uitleg, "object_position": 2})
