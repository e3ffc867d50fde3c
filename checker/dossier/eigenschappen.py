"""Properties of office files: author, dates and title, as far as they mean something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.dossier.eigen import check_mark
from checker.dossier.pakket import each, local
from checker.dossier.schoon import clean

if TYPE_CHECKING:
    from lxml.etree import _Element

    from checker.dossier.bouwer import Bouwer

CORE = "docProps/core.xml"  # the part with the properties of an office package
OFFICE = {"creator": "auteur", "lastModifiedBy": "gewijzigd_door", "created": "gemaakt", "modified": "gewijzigd"}
OPENDOCUMENT = {"initial-creator": "auteur", "creator": "gewijzigd_door", "creation-date": "gemaakt", "date": "gewijzigd"}
_KEYWORDS = {"keywords", "keyword"}
_DATES = {"gemaakt", "gewijzigd"}
_TEMPLATE_DATE = "2013-12-23"  # stands in the empty document of a much used library, not a date of writing
_NO_TITLE = re.compile(
    r"(?:Microsoft (?:Word|PowerPoint|Excel) -.*|Word[- ]?[Dd]ocument|PowerPoint[- ].*|Untitled.*|Naamloos.*|.*\.\w{3,4}"
    r"|\(?(?:anonymous|anoniem|unspecified|unknown|onbekend|none|null|titel|title)\)?|(?:Document|Presentatie|Map)\s?\d*)",
    re.IGNORECASE,
)


def add_properties(root: _Element | None, names: dict[str, str], bouwer: Bouwer) -> None:
    """Take the properties with these names, and the title.

    Raises:
        Overgeslagen: the checker itself wrote the file.
    """
    for element in each(root):
        text = clean(element.text or "")
        name = names.get(local(element), "")
        if not text:
            continue
        if local(element) in _KEYWORDS:
            check_mark(text)
        if local(element) == "title":
            set_title(text, bouwer)
        elif name in _DATES and text[:10] != _TEMPLATE_DATE:
            bouwer.eigenschappen[name] = text[:10]
        elif name and name not in _DATES:
            bouwer.eigenschappen[name] = text


def set_title(text: str, bouwer: Bouwer) -> None:
    """Take a title from the properties, unless a program made it up."""
    if text.strip() and not _NO_TITLE.fullmatch(text.strip()):
        bouwer.titel = text
