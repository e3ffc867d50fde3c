"""Versies: two files that are the same document, or two versions of it, side by side in a dossier."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.resultaat import Signaal
from checker.taal.woorden import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.dossier.document import Document
    from checker.signalen.beeld import Beeld

_VERSIE = re.compile(
    r"[ _(-]*(v(?:ersie)?[ ._-]?\d+(?:[._]\d+)*|concept|definitief|def|oud|nieuw|kopie|copy|final|laatste|\(\d\)|herzien\w*)\b[ _)]*"
)
_NUMMER = re.compile(r"^\d{1,3}[ ._-]+")
_SPACE = re.compile(r"[^a-z0-9]+")
_GELIJK = 0.6  # share of sentences that two texts must have in common to be one document
_MIN_ZINNEN = 3


def find_versies(beeld: Beeld) -> Iterator[Signaal]:
    """Pairs of files that are the same, or that differ only in their version."""
    documents = beeld.gelezen
    texts = {d.pad: frozenset(p.tekst.strip() for p in d.passages if len(p.tekst) > 30) for d in documents}
    for number, first in enumerate(documents):
        for second in documents[number + 1 :]:
            melding = _compare(first, second, texts)
            if melding:
                place = second.passages[0].vindplaats.plaats if second.passages else ""
                yield Signaal(
                    soort="tegenstrijdig", ernst="midden", document=first.pad, plaats="", citaat="", melding=melding,
                    document2=second.pad, plaats2=place,
                )


def _compare(first: Document, second: Document, texts: dict[str, frozenset[str]]) -> str:
    if first.sha256 == second.sha256 and first.sha256:
        return f"Dit bestand staat twee keer in het dossier, ook als {second.pad}. Haal er één weg."
    a, b = texts[first.pad], texts[second.pad]
    shared = len(a & b) / max(1, min(len(a), len(b)))
    same_name = _base(first) == _base(second) and bool(_base(first)) and _marked(first, second)
    if min(len(a), len(b)) >= _MIN_ZINNEN and shared >= _GELIJK and (same_name or shared >= 0.8):
        return (
            f"Dit lijkt een andere versie van {second.pad}: een groot deel van de tekst is gelijk. "
            "Bewaar alleen de geldende versie, en zet de oude in een archief buiten dit dossier."
        )
    if same_name and first.soort != second.soort:
        return f"{second.pad} heeft dezelfde naam. Zeg welke van de twee geldt en haal de andere weg."
    return ""


def _base(document: Document) -> str:
    """The name of a file without number, version and extension."""
    name = fold(document.pad.rsplit("/", 1)[-1].rsplit(".", 1)[0]).replace("_", " ")
    return _SPACE.sub(" ", _NUMMER.sub("", _VERSIE.sub(" ", name))).strip()


def _marked(first: Document, second: Document) -> bool:
    """Whether the names differ by a mark of a version, or not at all."""
    names = [fold(d.pad.rsplit("/", 1)[-1].rsplit(".", 1)[0]) for d in (first, second)]
    return names[0] == names[1] or any(_VERSIE.search(name.replace("_", " ")) for name in names)
