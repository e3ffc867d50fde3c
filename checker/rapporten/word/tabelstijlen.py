"""Styles of tables: thin lines, a tinted header row, air in the cells."""

from __future__ import annotations

from functools import cache

_LIJN = "D3D9E0"


@cache
def meng(kleur: str, met: str, deel: float) -> str:
    """Mix a colour with another; ``deel`` is the share of the other one."""
    paren = ((int(kleur[i : i + 2], 16), int(met[i : i + 2], 16)) for i in (0, 2, 4))
    return "".join(f"{round(een + (ander - een) * deel):02X}" for een, ander in paren)


def stijlmarkup(soort: str, id_: str, naam: str, rest: str, *, standaard: bool = False) -> str:
    """Write a style of a kind: paragraph, character or table."""
    return (
        f'<w:style w:type="{soort}"{" w:default=" + chr(34) + "1" + chr(34) if standaard else ""}'
        f' w:styleId="{id_}"><w:name w:val="{naam}"/>{rest}</w:style>'
    )


def _rand(naam: str, kleur: str = _LIJN, dikte: int = 4) -> str:
    return f'<w:{naam} w:val="single" w:sz="{dikte}" w:space="0" w:color="{kleur}"/>'


def _marges(boven: int, zij: int) -> str:
    return (
        f'<w:tblCellMar><w:top w:w="{boven}" w:type="dxa"/><w:left w:w="{zij}" w:type="dxa"/>'
        f'<w:bottom w:w="{boven}" w:type="dxa"/><w:right w:w="{zij}" w:type="dxa"/></w:tblCellMar>'
    )


TABEL_BASIS = stijlmarkup(
    "table",
    "TableNormal",
    "Normal Table",
    f'<w:uiPriority w:val="99"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_marges(0, 108)}</w:tblPr>',
    standaard=True,
)


def tabelstijl(accent: str) -> str:
    """Write the style of tables in an accent colour."""
    tint = meng(accent, "FFFFFF", 0.9)
    randen = _rand("top", accent, 8) + _rand("bottom") + _rand("insideH")
    return stijlmarkup(
        "table",
        "CheckerTabel",
        "Checker tabel",
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{randen}</w:tblBorders>'
        f'{_marges(50, 90)}</w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{tint}"/><w:vAlign w:val="bottom"/>'
        "</w:tcPr></w:tblStylePr>",
    )


KENMERKEN = stijlmarkup(
    "table",
    "CheckerKenmerken",
    "Checker kenmerken",
    '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    + _rand("top")
    + _rand("bottom")
    + _rand("insideH")
    + f"</w:tblBorders>{_marges(50, 90)}</w:tblPr>",
)
STROOK = stijlmarkup(
    "table",
    "CheckerStrook",
    "Checker strook",
    '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    + _rand("insideH", "FFFFFF", 12)
    + _rand("insideV", "FFFFFF", 12)
    + f'</w:tblBorders>{_marges(60, 110)}</w:tblPr><w:tcPr><w:shd w:val="clear" w:color="auto"'
    + ' w:fill="F1F4F8"/></w:tcPr>',
)
