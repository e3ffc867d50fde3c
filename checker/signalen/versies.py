"""Versies: two files that are the same document, or two versions of it, side by side in a dossier."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import combinations
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
_ZELFDE = 0.8  # the same when the names have nothing in common
_MIN_ZINNEN = 3
_LANG = 30  # characters from which a sentence tells documents apart
_VAAK = 20  # a sentence in more documents than this is a running text


def find_versies(beeld: Beeld) -> Iterator[Signaal]:
    """Pairs of files that are the same, or that differ only in their version."""
    documents = {document.pad: document for document in beeld.gelezen}
    sizes, shared = _shared_sentences(documents)
    for first, second in sorted({*_same_key(documents), *shared}):
        a, b = documents[first], documents[second]
        smallest = min(sizes[first], sizes[second])
        melding = _compare(a, b, shared[first, second] / smallest if smallest >= _MIN_ZINNEN else 0.0)
        if melding:
            place = b.passages[0].vindplaats.plaats if b.passages else ""
            yield Signaal(
                soort="tegenstrijdig", ernst="midden", document=first, plaats="", citaat="", melding=melding,
                document2=second, plaats2=place,
            )


def _shared_sentences(documents: dict[str, Document]) -> tuple[dict[str, int], Counter[tuple[str, str]]]:
    """How many long sentences each document has, and how many each pair has in common."""
    where: dict[str, list[str]] = defaultdict(list)
    sizes: dict[str, int] = {}
    for pad, document in documents.items():
        texts = {p.tekst.strip() for p in document.passages if len(p.tekst) > _LANG}
        sizes[pad] = len(texts)
        for text in sorted(texts):
            where[text].append(pad)
    shared: Counter[tuple[str, str]] = Counter()
    for pads in where.values():
        if len(pads) <= _VAAK:
            shared.update(combinations(sorted(pads), 2))
    return sizes, shared


def _same_key(documents: dict[str, Document]) -> set[tuple[str, str]]:
    """Pairs with the same content or the same name apart from its version."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for pad, document in documents.items():
        groups["inhoud", document.sha256].append(pad)
        groups["naam", _base(document)].append(pad)
    return {pair for (_kind, key), pads in groups.items() if key for pair in combinations(sorted(pads), 2)}


def _compare(first: Document, second: Document, share: float) -> str:
    if first.sha256 == second.sha256 and first.sha256:
        return f"Dit bestand staat twee keer in het dossier, ook als {second.pad}. Haal er één weg."
    same_name = _base(first) == _base(second) and bool(_base(first)) and _marked(first, second)
    if share >= (_GELIJK if same_name else _ZELFDE):
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
