"""Tables of Word with a repeated header row, alt text and rows that stay whole."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from checker.rapporten.word.tabelstijlen import meng
from checker.rapporten.word.xml import Xml, alinea, als_xml, attribuut, samen, tekst

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.rapporten.opmaak import Stijl

CEL = "CheckerCel"
# A dark colour is lightened a lot and a light one a little, so that all tints weigh the same.
_TINT, _TINT_LICHT, _RAND_DEEL = 0.84, 0.6, 0.25
_RAND = '<w:tcBorders><w:left w:val="single" w:sz="36" w:space="0" w:color="{}"/></w:tcBorders>'
# A row may break over pages only when its text takes more characters of markup than this: a row
# that is taller than a page would otherwise be cut off.
_LANGE_RIJ = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class Cel:
    """A cell: its paragraphs as markup, its fill colour, the colour of its left edge, and how many columns it takes."""

    inhoud: Xml
    vulling: str = ""
    rand: str = ""
    kolommen: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """A column: its header and its share of the width."""

    kop: str
    deel: float


def cel(inhoud: str, *, vet: bool = False, stijl: str = CEL) -> Cel:
    """Make a cell of plain text or of runs."""
    runs = inhoud if isinstance(inhoud, Xml) else tekst(inhoud, vet=vet)
    return Cel(inhoud=alinea(runs, stijl))


def cellen(*alineas: str) -> Cel:
    """Make a cell of several paragraphs; empty ones are left out."""
    return Cel(inhoud=samen(alinea(inhoud, CEL) for inhoud in alineas if inhoud))


def woordcel(stijl: Stijl, *extra: str) -> Cel:
    """Make a cell with a word, marked by its colour: a bar at the left and a light tint."""
    delen = [alinea(tekst(stijl.woord, vet=True), CEL), *(alinea(deel, CEL) for deel in extra)]
    donker = stijl.tekstkleur == "FFFFFF"
    rand = stijl.kleur if donker else meng(stijl.kleur, stijl.tekstkleur, _RAND_DEEL)
    vulling = meng(stijl.kleur, "FFFFFF", _TINT if donker else _TINT_LICHT)
    return Cel(inhoud=samen(delen), vulling=vulling, rand=rand)


def tabel(
    kolommen: Sequence[Kolom],
    rijen: Iterable[Sequence[Cel]],
    *,
    breedte: int,
    titel: str,
    uitleg: str = "",
) -> Xml:
    """Write a table; ``titel`` and ``uitleg`` are what a screen reader says.

    Args:
        kolommen: headers with their share of the width.
        rijen: cells per row, as many as there are columns.
        breedte: width of the table in twentieths of a point.
        titel: name of the table.
        uitleg: what the table shows.
    """
    breedtes = verdeel([kolom.deel for kolom in kolommen], breedte)
    kop = rij([cel(k.kop, stijl="CheckerCelKop") for k in kolommen], breedtes, kop=True)
    inhoud = "".join(rij(cellen_, breedtes) for cellen_ in rijen)
    return Xml(f"{opening(breedtes, titel, uitleg)}{kop}{inhoud}</w:tbl>{_witregel()}")


def opening(breedtes: Sequence[int], titel: str, uitleg: str, *, stijl: str = "CheckerTabel") -> Xml:
    """Open a table: style, widths and alt text."""
    grid = "".join(f'<w:gridCol w:w="{breedte}"/>' for breedte in breedtes)
    kop = int(stijl == "CheckerTabel")
    return Xml(
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{stijl}"/><w:tblW w:w="{sum(breedtes)}"'
        f' w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="06{2 * kop}0"'
        f' w:firstRow="{kop}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1"'
        f' w:noVBand="1"/><w:tblCaption w:val="{attribuut(titel)}"/>'
        f'<w:tblDescription w:val="{attribuut(uitleg or titel)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def rij(cellen_: Sequence[Cel], breedtes: Sequence[int], *, kop: bool = False) -> Xml:
    """Write a row that does not break over pages; a header row repeats on each page."""
    grenzen = accumulate((c.kolommen for c in cellen_), initial=0)
    inhoud = "".join(_cel(c, sum(breedtes[van:tot])) for c, (van, tot) in zip(cellen_, pairwise(grenzen), strict=True))
    lang = sum(len(c.inhoud) for c in cellen_) > _LANGE_RIJ
    eigenschappen = ("" if lang else "<w:cantSplit/>") + "<w:tblHeader/>" * kop
    trpr = f"<w:trPr>{eigenschappen}</w:trPr>" if eigenschappen else ""
    return Xml(f"<w:tr>{trpr}{inhoud}</w:tr>")


def _cel(inhoud: Cel, breedte: int) -> str:
    vulling = inhoud.vulling
    kleur = f'<w:shd w:val="clear" w:color="auto" w:fill="{vulling}"/>' if vulling else ""
    rand = _RAND.format(inhoud.rand) if inhoud.rand else ""
    span = f'<w:gridSpan w:val="{inhoud.kolommen}"/>' if inhoud.kolommen > 1 else ""
    tcpr = f'<w:tcPr><w:tcW w:w="{breedte}" w:type="dxa"/>{span}{rand}{kleur}</w:tcPr>'
    return f"<w:tc>{tcpr}{inhoud.inhoud or alinea('', CEL)}</w:tc>"


def _witregel() -> Xml:
    """Give air after a table; Word also joins two tables that touch."""
    return Xml('<w:p><w:pPr><w:pStyle w:val="CheckerWit"/></w:pPr></w:p>')


def verdeel(delen: Sequence[float], breedte: int) -> list[int]:
    """Divide a width by shares, without a rest."""
    som = sum(delen)
    grenzen = [0]
    loop = 0.0
    for deel in delen:
        loop += deel
        grenzen.append(round(breedte * loop / som))
    return [tot - van for van, tot in pairwise(grenzen)]


def kenmerken(paren: Iterable[tuple[str, str]], *, breedte: int, titel: str) -> Xml:
    """Write pairs of name and value as a table of two columns without a header row."""
    breedtes = verdeel([3, 9], breedte)
    rijen = "".join(rij([cel(naam, vet=True), cel(als_xml(waarde))], breedtes) for naam, waarde in paren if waarde)
    return Xml(f"{opening(breedtes, titel, '', stijl='CheckerKenmerken')}{rijen}</w:tbl>{_witregel()}")


def strook(cellen_: Sequence[Cel], delen: Sequence[float], *, breedte: int, titel: str) -> Xml:
    """Write one row of cells side by side: a bar or a strip with key facts."""
    return stapel([cellen_], delen, breedte=breedte, titel=titel)


def stapel(rijen: Iterable[Sequence[Cel]], delen: Sequence[float], *, breedte: int, titel: str) -> Xml:
    """Write strips under each other, as one picture: cells may take several of the columns."""
    breedtes = verdeel(delen, breedte)
    kop = opening(breedtes, titel, "", stijl="CheckerStrook")
    return Xml(f"{kop}{''.join(rij(cellen_, breedtes) for cellen_ in rijen)}</w:tbl>{_witregel()}")
