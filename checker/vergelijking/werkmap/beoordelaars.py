"""Beoordelaars: where the committee scores; every total of the workbook starts here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.rapporten.excel.kolom import Cel, Kolom, Verwijzing
from checker.rapporten.opmaak import OORDELEN, Stijl
from checker.vergelijking.stand import JA, NEE, ONZEKER, VERIFIEREN, round_half
from checker.vergelijking.werkmap import namen
from checker.vergelijking.werkmap.lijst import Lijst

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.rapporten.excel.schrijver import Schrijver
    from checker.vergelijking.stand import Cel as StandCel
    from checker.vergelijking.stand import Mens, Stand
    from checker.vergelijking.uitvraag import Criterium, Uitvraag

_UITLEG = "Vul in de gele kolommen per beoordelaar een score in, en daarna de consensus. Wat u invult gaat altijd vóór het voorstel."
UITKOMSTEN = {
    JA: Stijl(woord=JA, kleur="BFE0C8", tekstkleur="173D27"), NEE: Stijl(woord=NEE, kleur="A4262C", tekstkleur="FFFFFF"),
    VERIFIEREN: Stijl(woord=VERIFIEREN, kleur="FBE3A6", tekstkleur="4A3500"),
}
_LET_OP = {"bespreken": Stijl(woord="bespreken", kleur="FBE3A6", tekstkleur="4A3500")}
KOLOMMEN = (
    Kolom(kop=namen.AANBIEDER, breedte=22), Kolom(kop=namen.CRITERIUM_ID, breedte=13), Kolom(kop="Criterium", breedte=34),
    Kolom(kop="Toestand", breedte=16), Kolom(kop="Oordeel", breedte=20, kleuren=OORDELEN), Kolom(kop="Voorstel", breedte=11, vorm="breuk"),
    *(Kolom(kop=kop, breedte=12, mens=True, vorm="breuk") for kop in namen.RATERS),
    Kolom(kop="Gemiddelde", breedte=11, vorm="breuk"), Kolom(kop="Verschil", breedte=9, vorm="breuk"),
    Kolom(kop="Let op", breedte=12, kleuren=_LET_OP), Kolom(kop=namen.CONSENSUS, breedte=11, mens=True, vorm="breuk"),
    Kolom(kop="Score", breedte=9, vorm="breuk"), Kolom(kop="Rust op", breedte=12), Kolom(kop="Gewicht", breedte=9, vorm="breuk"),
    Kolom(kop="Minimum", breedte=9, vorm="breuk"), Kolom(kop="Minimum gehaald", breedte=14, kleuren=UITKOMSTEN),
    Kolom(kop="Niet te lezen", breedte=9, vorm="getal"), Kolom(kop=namen.TOELICHTING, breedte=34, mens=True),
    Kolom(kop="Voorstel minimum", breedte=14), Kolom(kop=namen.VOLGNUMMER, breedte=11, vorm="getal"),
)
REKENT = ("Gemiddelde", "Verschil", "Let op", "Score", "Rust op", "Gewicht", "Minimum", "Minimum gehaald", "Niet te lezen")
"""Headers of columns with a formula."""
SCORE, MINIMUM, ONZEKER_KOLOM, _VOLGNUMMER = "N", "R", "S", "V"
_SCORE_KOLOMMEN = (6, 7, 8, 12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """Formulas that find a row of the sheet by its number, wherever sorting has put it.

    A number, and not the names in the row: a spreadsheet sees no capitals in names, and reads * and ? as any text.
    """

    aanbieders: int
    criteria: int

    def kolom(self, letter: str) -> str:
        """All rows of one column."""
        return f"{namen.BEOORDELAARS}!${letter}${namen.LIJST_KOP + 1}:${letter}${namen.LIJST_KOP + self.aanbieders * self.criteria}"

    def cel(self, letter: str, volgnummer: int) -> str:
        """The value of a column in one row."""
        return f"=INDEX({self.kolom(letter)},MATCH({volgnummer},{self.kolom(_VOLGNUMMER)},0))"

    def van(self, aanbieder: int) -> str:
        """The condition that a row is of one aanbieder, counted from 0, as COUNTIFS and SUMIFS take it."""
        numbers = self.kolom(_VOLGNUMMER)
        return f'{numbers},">{aanbieder * self.criteria}",{numbers},"<={(aanbieder + 1) * self.criteria}"'


class Beoordelaars:
    """The sheet, a row per aanbieder and criterium."""

    def __init__(self, schrijver: Schrijver, uitvraag: Uitvraag, beoordelaars: Sequence[str] = namen.RATERS) -> None:
        self._uitvraag = uitvraag
        koppen = dict(zip(namen.RATERS, beoordelaars, strict=True))
        kolommen = [replace(kolom, kop=koppen.get(kolom.kop, kolom.kop)) for kolom in KOLOMMEN]
        self.lijst = Lijst(schrijver, namen.BEOORDELAARS, _UITLEG, kolommen)

    def add(self, stand: Stand) -> None:
        """Write the rows of one aanbieder, in order of the criteria."""
        for nummer, (cel, criterium) in enumerate(zip(stand.cellen, self._uitvraag.criteria, strict=True)):
            self.lijst.rij(self._rij(stand, cel, criterium, column_name(namen.EERSTE_CRITERIUM + nummer)))

    def _rij(self, stand: Stand, cel: StandCel, criterium: Criterium, kolom: str) -> tuple[Cel, ...]:
        r = self.lijst.volgende
        mean, spread = _mean(cel.mens), _spread(cel.mens)
        note = "bespreken" if spread is not None and spread >= self._uitvraag.verschil else ""
        minimum = "geen" if criterium.minimum is None else criterium.minimum
        onzeker = int(cel.onzeker and criterium.gewicht > 0)
        unsure = ",".join(f'D{r}="{word}"' for word in sorted(ONZEKER))
        sheet = f"{namen.OVERZICHT}!${kolom}$"
        return (
            stand.aanbieder, criterium.id, criterium.titel, cel.toestand, oordeel_word(cel), cel.voorstel if cel.voorstel is not None else marker(cel),
            *(cel.mens.geweigerd.get(kop, score) for kop, score in zip(namen.RATERS, cel.mens.scores, strict=True)),
            Verwijzing(formule=f'=IF(COUNT(G{r}:I{r})=0,"",ROUND(AVERAGE(G{r}:I{r}),2))', waarde="" if mean is None else mean),
            Verwijzing(formule=f'=IF(COUNT(G{r}:I{r})<2,"",MAX(G{r}:I{r})-MIN(G{r}:I{r}))', waarde="" if spread is None else spread),
            Verwijzing(formule=f'=IF(ISNUMBER(K{r}),IF(K{r}>={self._uitvraag.verschil:g},"bespreken",""),"")', waarde=note),
            cel.mens.geweigerd.get(namen.CONSENSUS, cel.mens.consensus),
            Verwijzing(formule=f"=IF(ISNUMBER(M{r}),M{r},IF(ISNUMBER(J{r}),J{r},F{r}))", waarde=score_value(cel)),
            Verwijzing(formule=f'=IF(ISNUMBER(M{r}),"consensus",IF(ISNUMBER(J{r}),"gemiddelde","voorstel"))', waarde=cel.mens.bron),
            Verwijzing(formule=f"={sheet}{namen.GEWICHT_RIJ}", waarde=criterium.gewicht),
            Verwijzing(formule=f"={sheet}{namen.MINIMUM_RIJ}", waarde=minimum),
            Verwijzing(
                formule=f'=IF(ISNUMBER(Q{r}),IF(O{r}="voorstel",U{r},IF(N{r}>=Q{r},"{JA}","{NEE}")),"")', waarde=cel.minimum(criterium)
            ),
            Verwijzing(formule=f'=IF(AND(P{r}>0,O{r}="voorstel",OR({unsure})),1,0)', waarde=onzeker),
            cel.mens.toelichting, cel.voorstel_minimum, r - namen.LIJST_KOP,
        )

    def close(self) -> None:
        """Check that scores stay within the scale."""
        rule: dict[str, object] = {
            "validate": "decimal", "criteria": "between", "minimum": 0, "maximum": self._uitvraag.maximum, "error_title": "Geen score",
            "error_message": f"Vul een getal in van 0 tot en met {self._uitvraag.maximum:g}.",
        }
        self.lijst.close(dict.fromkeys(_SCORE_KOLOMMEN, rule))


def column_name(nummer: int) -> str:
    """The letters of a column, counted from 0."""
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(nummer))


def marker(cel: StandCel) -> str:
    """The word that stands where there is no score."""
    return namen.MARKERS.get(cel.toestand, cel.toestand)


def score_value(cel: StandCel) -> float | str:
    """What a score cell shows: a number, or why there is none."""
    return marker(cel) if cel.score is None else cel.score


def oordeel_word(cel: StandCel) -> str:
    """The verdict in words; without one what the state is."""
    if cel.oordeel in OORDELEN and cel.toestand != "niet gevonden":
        return OORDELEN[cel.oordeel].woord
    return OORDELEN["niet_aangetoond"].woord if cel.oordeel else cel.toestand.capitalize()


def _mean(mens: Mens) -> float | None:
    given = [score for score in mens.scores if score is not None]
    return round_half(sum(given) / len(given), 2) if given else None


def _spread(mens: Mens) -> float | None:
    given = [score for score in mens.scores if score is not None]
    return max(given) - min(given) if len(given) > 1 else None
