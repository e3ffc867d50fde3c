"""Documentsoort: what kind of document a file is, by name, title and content."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from checker.dossier.document import Toestand
from checker.dossier.passage import Soort
from checker.dossier.tabelkop import TABELKOP
from checker.kaders.model import Niveau
from checker.registers.register import find_kinds
from checker.taal.woorden import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.dossier.document import Document
    from checker.dossier.passage import Passage

_FIRST_PASSAGES = 12
_MIN_WORDS = 15  # words below a heading from which a chapter is more than a reference
_NUMBER = re.compile(r"^((hoofdstuk|bijlage|artikel) [\da-z]{1,2} )?[\d ]*")
_ELSEWHERE = re.compile(
    r"\b(apart[e]?|los|sharepoint|teams|intranet|map [\da-z]+|bijlage|bestand|ter inzage|op te vragen|te vinden|zie (de|het|ook|ons|onze)|ligt (op|in|bij)|staat op|"
    r"nog (niet|geen|te)|wordt nog|volgt|ontbreekt|in ontwikkeling|concept|onder revisie)\b"
)
_READ = frozenset((Toestand.GELEZEN, Toestand.DEELS))


@dataclass(frozen=True, slots=True)
class Documentsoort:
    """A kind of document and the highest niveau its text can show."""

    naam: str
    niveau: Niveau


OVERIG = Documentsoort("overig", Niveau.OPZET)


@cache
def _raw() -> dict[str, Any]:
    from importlib.resources import files

    import yaml

    raw: dict[str, Any] = yaml.safe_load(files("checker.bewijs").joinpath("documentsoorten.yaml").read_text("utf-8"))
    return raw


@cache
def _rules() -> tuple[tuple[Documentsoort, re.Pattern[str], re.Pattern[str] | None], ...]:
    return tuple(
        (
            Documentsoort(rule["soort"], Niveau(rule["niveau"])),
            re.compile(rule["naam"]),
            re.compile(rule["inhoud"]) if rule["inhoud"] else None,
        )
        for rule in _raw()["soorten"]
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


def find_held(document: Document, main: Documentsoort) -> frozenset[str]:
    """The kinds of document that a file is: its main kind and the registers in it.

    An empty register is not there yet: a file with nothing but column heads is of no kind at all.
    """
    if document.toestand in _READ and document.passages and all(TABELKOP in p.kenmerken for p in document.passages):
        return frozenset()
    return frozenset({main.naam, *(_raw()["registers"].get(kind, main.naam) for kind in find_kinds(document))})


def find_present(document: Document, main: Documentsoort) -> frozenset[str]:
    """All kinds of document that a file holds: what it is, and the chapters that are such a document themselves."""
    return find_held(document, main) | frozenset(_chapters([p for p in document.passages if TABELKOP not in p.kenmerken]))


def _chapters(passages: list[Passage]) -> Iterator[str]:
    """The kinds whose name a heading with text of its own begins with."""
    for i, passage in enumerate(passages):
        if passage.soort is not Soort.KOP:
            continue
        heading = _NUMBER.sub("", _plain(passage.tekst))
        kind = next((soort for soort, pattern in _raw()["paragrafen"].items() if re.match(pattern, heading)), "")
        text = _below(passages, i)
        if kind and len(text.split()) >= _MIN_WORDS and not _ELSEWHERE.search(fold(text)):
            yield kind


def _below(passages: list[Passage], i: int) -> str:
    """The text of a chapter, up to the next heading of its own level or higher."""
    found: list[str] = []
    for passage in passages[i + 1 :]:
        if passage.soort is Soort.KOP and len(passage.vindplaats.sectie) <= len(passages[i].vindplaats.sectie):
            break
        found.append(passage.tekst if passage.soort is not Soort.KOP else "")
    return " ".join(found)


def _plain(text: str) -> str:
    return re.sub(r"[\s_\-.]+", " ", fold(text)).strip()
