"""Documentsoort: what kind of document a file is, by name, title and content."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker.kaders.model import Niveau
from checker.taal.woorden import fold

if TYPE_CHECKING:
    from checker.dossier.document import Document

_FIRST_PASSAGES = 12


@dataclass(frozen=True, slots=True)
class Documentsoort:
    """A kind of document and the highest niveau its text can show."""

    naam: str
    niveau: Niveau


OVERIG = Documentsoort("overig", Niveau.OPZET)


@cache
def _rules() -> tuple[tuple[Documentsoort, re.Pattern[str], re.Pattern[str] | None], ...]:
    from importlib.resources import files

    import yaml

    raw = yaml.safe_load(files("checker.bewijs").joinpath("documentsoorten.yaml").read_text("utf-8"))
    return tuple(
        (
            Documentsoort(rule["soort"], Niveau(rule["niveau"])),
            re.compile(rule["naam"]),
            re.compile(rule["inhoud"]) if rule["inhoud"] else None,
        )
        for rule in raw["soorten"]
    )


def recognise(document: Document) -> Documentsoort:
    """The kind of a document: its name first, then its title, then its first lines."""
    name = _plain(document.pad.rsplit("/", 1)[-1].rsplit(".", 1)[0])
    for text in (name, _plain(document.titel)):
        for soort, pattern, _content in _rules():
            if text and pattern.search(text):
                return soort
    first = [_plain(passage.tekst) for passage in document.passages[:_FIRST_PASSAGES]]
    for soort, _pattern, content in _rules():
        if content and any(content.search(line) for line in first):
            return soort
    if document.soort == "html":
        return Documentsoort("website", Niveau.OPZET)
    return OVERIG


def _plain(text: str) -> str:
    return re.sub(r"[\s_\-.]+", " ", fold(text)).strip()
