"""The parts of a report without house style that no reader sees but Word expects."""

from __future__ import annotations

from checker.rapporten.word.xml import R, W

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_NS = f'xmlns:w="{W}" xmlns:r="{R}"'
_KLEUREN = {
    "dk2": "1F4E79",
    "lt2": "E8EEF5",
    "accent1": "1F4E79",
    "accent2": "1F6F43",
    "accent3": "A4262C",
    "accent4": "C99700",
    "accent5": "5A6570",
    "accent6": "A9C8E4",
    "hlink": "1F4E79",
    "folHlink": "5A6570",
}
_VULLING = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LIJN = f'<a:ln w="9525">{_VULLING}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"

INSTELLINGEN = (
    f'<w:settings {_NS}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    ' w:val="15"/></w:compat><w:themeFontLang w:val="nl-NL"/><w:decimalSymbol w:val=","/>'
    '<w:listSeparator w:val=";"/></w:settings>'
)
SECTIE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1247"'
    ' w:bottom="1247" w:left="1247" w:header="624" w:footer="567" w:gutter="0"/>'
    "<w:titlePg/></w:sectPr>"
)
DOCUMENT = f"<w:document {_NS}><w:body>{SECTIE}</w:body></w:document>"
LETTERS = (
    f'<w:fonts {_NS}><w:font w:name="Calibri"><w:altName w:val="Carlito"/><w:charset w:val="00"/>'
    '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)


def thema() -> str:
    """Write the theme: our colours and letter, for what a person adds to the report."""
    kleuren = "".join(f'<a:{naam}><a:srgbClr val="{kleur}"/></a:{naam}>' for naam, kleur in _KLEUREN.items())
    letter = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    return (
        f'<a:theme xmlns:a="{_A}" name="checker"><a:themeElements><a:clrScheme name="checker">'
        '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
        f'<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>{kleuren}</a:clrScheme>'
        f'<a:fontScheme name="checker"><a:majorFont>{letter}</a:majorFont>'
        f'<a:minorFont>{letter}</a:minorFont></a:fontScheme><a:fmtScheme name="checker">'
        f"<a:fillStyleLst>{_VULLING * 3}</a:fillStyleLst><a:lnStyleLst>{_LIJN * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_VULLING * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
        "</a:theme>"
    )
