"""Overzicht: aanbieder by criterium, with live totals and rank over editable weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rapporten.excel.kolom import Cel, Verwijzing
from checker.rapporten.excel.schrijver import schrijf_cel
from checker.rapporten.opmaak import OORDELEN
from checker.vergelijking.werkmap import namen
from checker.vergelijking.werkmap.beoordelaars import MINIMUM, ONZEKER_KOLOM, SCORE, Plek, column_name, oordeel_word, score_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

    from checker.rapporten.excel.schrijver import Schrijver
    from checker.vergelijking.stand import Stand
    from checker.vergelijking.verslag import Verslag

_UITLEG = (
    "Voorstel op grond van documenten; de commissie beslist. Pas gewichten aan in de gele rij en scores op het blad Beoordelaars: "
    "totaal en rang rekenen mee."
)
_KOPPEN = (
    (namen.AANBIEDER, 28), ("Naam", 22), ("Rang", 9), ("Totaal (0-100)", 11), ("Gelezen", 16), ("Minimum niet gehaald", 11),
    ("Te verifiëren", 11), ("Niet te lezen", 10), ("Criteria geteld", 10), ("Documenten", 14), ("Voor de rang", 9), ("Let op", 34),
)
_SCHAAL_AFDRUK = 70
"""Per cent of the size on the screen: the totals just fit beside each other."""
_LEZEN = {
    "gelezen": "alles gelezen", "deels": "deels gelezen", "niet_gelezen": "niets gelezen", "geen_documenten": "geen documenten", "mislukt": "niet getoetst",
}


def write_overzicht(schrijver: Schrijver, verslag: Verslag) -> None:
    """Write the whole sheet, top to bottom."""
    blad = schrijver.blad(namen.OVERZICHT, verslag.uitvraag.titel, _UITLEG, kop=namen.KOP_RIJ)
    _columns(blad, len(verslag.uitvraag.criteria))
    _head(schrijver, blad, verslag)
    for nummer, stand in enumerate(verslag.standen):
        _row(schrijver, blad, verslag, stand, nummer)
    _finish(schrijver, blad, verslag)


def _columns(blad: Worksheet, criteria: int) -> None:
    for nummer, (_, width) in enumerate(_KOPPEN):
        blad.set_column(nummer, nummer, width)
    blad.set_column(namen.EERSTE_CRITERIUM, namen.EERSTE_CRITERIUM + 2 * criteria - 1, 18)


def _head(schrijver: Schrijver, blad: Worksheet, verslag: Verslag) -> None:
    criteria = verslag.uitvraag.criteria
    rows: tuple[tuple[int, str, str, list[Cel]], ...] = (
        (namen.NORM_RIJ, namen.NORM, "vast_tekst", [c.id for c in criteria]),
        (namen.TITEL_RIJ, "Criterium", "vast_tekst", [c.titel for c in (*criteria, *criteria)]),
        (namen.SOORT_RIJ, "Soort", "vast_tekst", [c.soort for c in criteria]),
        (namen.UITVRAAG_RIJ, namen.GEWICHT_UITVRAAG, "vast_breuk", [c.gewicht_uitvraag for c in criteria]),
        (namen.GEWICHT_RIJ, namen.GEWICHT, "mens_breuk", [c.gewicht for c in criteria]),
        (namen.MINIMUM_RIJ, namen.MINIMUM, "vast_breuk", ["geen" if c.minimum is None else c.minimum for c in criteria]),
    )
    for number, label, style, cells in rows:
        blad.set_row(number - 1, 56 if number == namen.TITEL_RIJ else 18)
        blad.write_string(number - 1, 0, label, schrijver.stijl("vet"))
        for place, cell in enumerate(cells):
            schrijf_cel(blad, number - 1, namen.EERSTE_CRITERIUM + place, cell, schrijver.stijl(style))
    blad.set_row(namen.KOP_RIJ - 1, 44)
    for place, (kop, _) in enumerate(_KOPPEN):
        blad.write_string(namen.KOP_RIJ - 1, place, kop, schrijver.stijl("kop_vast"))
    for place, criterium in enumerate(criteria):
        blad.write_string(namen.KOP_RIJ - 1, namen.EERSTE_CRITERIUM + place, f"Score {criterium.id}", schrijver.stijl("kop_vast"))
    for place, criterium in enumerate(criteria):
        column = namen.EERSTE_CRITERIUM + len(criteria) + place
        blad.write_string(namen.KOP_RIJ - 1, column, f"Oordeel {criterium.id}", schrijver.stijl("kop_vast"))


def _row(schrijver: Schrijver, blad: Worksheet, verslag: Verslag, stand: Stand, nummer: int) -> None:
    count = len(verslag.uitvraag.criteria)
    r = namen.KOP_RIJ + 1 + nummer
    plek = Plek(aanbieders=len(verslag.standen), criteria=count)
    scores: list[Cel] = [
        Verwijzing(formule=plek.cel(SCORE, nummer * count + place), waarde=score_value(cel)) for place, cel in enumerate(stand.cellen, 1)
    ]
    words: list[Cel] = [oordeel_word(cel) for cel in stand.cellen]
    cells: Sequence[Cel] = (*_summary(verslag, stand, r, plek), *scores, *words)
    blad.set_row(r - 1, 32)
    for place, cell in enumerate(cells):
        style = {2: "getal", 3: "breuk", 5: "getal", 6: "getal", 7: "getal", 8: "getal", 10: "breuk"}.get(place, "tekst")
        in_scores = namen.EERSTE_CRITERIUM <= place < namen.EERSTE_CRITERIUM + count
        schrijf_cel(blad, r - 1, place, cell, schrijver.stijl(f"vast_{'breuk' if in_scores else style}"))


def _summary(verslag: Verslag, stand: Stand, r: int, plek: Plek) -> tuple[Cel, ...]:
    """The fixed columns: every figure is a formula over the scores and weights."""
    count = len(verslag.uitvraag.criteria)
    begin, end = column_name(namen.EERSTE_CRITERIUM), column_name(namen.EERSTE_CRITERIUM + count - 1)
    weights = f"${begin}${namen.GEWICHT_RIJ}:${end}${namen.GEWICHT_RIJ}"
    scores = f"{begin}{r}:{end}{r}"
    own = plek.van(r - namen.KOP_RIJ - 1)
    top, bottom = namen.KOP_RIJ + 1, namen.KOP_RIJ + len(verslag.standen)
    rang_value: float | str = stand.rang if stand.rang is not None else "geen rang"
    total: float | str = "geen score" if stand.totaal is None else stand.totaal
    minima = plek.kolom(MINIMUM)
    return (
        stand.aanbieder, stand.naam,
        Verwijzing(formule=f'=IF(K{r}<0,"geen rang",1+SUMPRODUCT(--(K${top}:K${bottom}>K{r})))', waarde=rang_value),
        Verwijzing(
            formule=f'=IF(I{r}=0,"geen score",ROUND(100*SUMPRODUCT({weights},{scores})/(SUMIF({scores},"<>nvt",{weights})*{verslag.uitvraag.maximum:g}),4))',
            waarde=total,
        ),
        _LEZEN[stand.toestand],
        Verwijzing(formule=f'=COUNTIFS({own},{minima},"nee")', waarde=stand.knock_outs),
        Verwijzing(formule=f'=COUNTIFS({own},{minima},"te verifiëren")', waarde=stand.te_verifieren),
        Verwijzing(formule=f"=SUMIFS({plek.kolom(ONZEKER_KOLOM)},{own})", waarde=stand.onzeker),
        Verwijzing(formule=f"=SUMPRODUCT(({weights}>0)*ISNUMBER({scores}))", waarde=stand.geteld),
        f"{stand.gelezen} van {stand.documenten} gelezen",
        Verwijzing(formule=f"=IF(AND(ISNUMBER(D{r}),F{r}=0,H{r}=0),D{r},-1)", waarde=total if stand.rangschikbaar else -1),
        Verwijzing(formule=_note(r), waarde=note(stand)),
    )


def _note(r: int) -> str:
    ranked = f'IF(G{r}>0,"voorlopig: nog te verifiëren","")'
    return (
        f'=IF(ISNUMBER(C{r}),{ranked},IF(F{r}>0,"knock-out of minimum niet gehaald",IF(I{r}=0,"geen rang: "&E{r},'
        f'"geen rang: niet alles kon worden gelezen")))'
    )


def note(stand: Stand) -> str:
    """The remark beside the rank, as the formula gives it."""
    if stand.rang is not None:
        return "voorlopig: nog te verifiëren" if stand.te_verifieren else ""
    if stand.knock_outs:
        return "knock-out of minimum niet gehaald"
    return "geen rang: niet alles kon worden gelezen" if stand.geteld else f"geen rang: {_LEZEN[stand.toestand]}"


def _print(blad: Worksheet, criteria: int) -> None:
    """Totals, scores and verdicts each begin a page, with the aanbieders on every one: on one page nobody can read them."""
    blad.set_print_scale(_SCHAAL_AFDRUK)
    blad.set_v_pagebreaks([namen.EERSTE_CRITERIUM, namen.EERSTE_CRITERIUM + criteria])
    blad.repeat_columns(0)
    blad.print_across()


def _finish(schrijver: Schrijver, blad: Worksheet, verslag: Verslag) -> None:
    count, last = len(verslag.uitvraag.criteria), namen.KOP_RIJ - 1 + len(verslag.standen)
    first = namen.EERSTE_CRITERIUM
    blad.autofilter(namen.KOP_RIJ - 1, 0, last, first + 2 * count - 1)
    blad.freeze_panes(namen.KOP_RIJ, 1)
    _print(blad, count)
    blad.data_validation(
        namen.GEWICHT_RIJ - 1, first, namen.GEWICHT_RIJ - 1, first + count - 1,
        {
            "validate": "decimal", "criteria": ">=", "value": 0, "error_title": "Geen gewicht", "error_message": "Vul een getal vanaf 0 in.",
            "input_title": "Gewicht", "input_message": "0 telt niet mee in het totaal.",
        },
    )
    schrijver.kleur_woorden(blad, (namen.KOP_RIJ, first + count, last, first + 2 * count - 1), OORDELEN)
