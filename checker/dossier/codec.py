"""Documents as plain data: what crosses the pipe of a worker and what the cache keeps."""

from __future__ import annotations

from typing import Any

from checker.dossier.document import Document, Toestand
from checker.dossier.passage import Passage, Soort, Vindplaats

Data = dict[str, Any]


def encode(document: Document) -> Data:
    """Return a document as JSON data."""
    return {
        "pad": document.pad,
        "sha256": document.sha256,
        "soort": document.soort,
        "toestand": document.toestand.value,
        "paginas": document.paginas,
        "melding": document.melding,
        "titel": document.titel,
        "eigenschappen": [list(pair) for pair in document.eigenschappen],
        "passages": [_encode_passage(passage) for passage in document.passages],
    }


def decode(data: Data) -> Document:
    """Return the document; data of another shape raises KeyError, TypeError or ValueError."""
    return Document(
        pad=_text(data["pad"]),
        sha256=_text(data["sha256"]),
        soort=_text(data["soort"]),
        toestand=Toestand(data["toestand"]),
        paginas=None if data["paginas"] is None else int(data["paginas"]),
        melding=_text(data["melding"]),
        titel=_text(data["titel"]),
        eigenschappen=tuple((_text(name), _text(value)) for name, value in data["eigenschappen"]),
        passages=tuple(_decode_passage(nr, row) for nr, row in enumerate(data["passages"])),
    )


def _encode_passage(passage: Passage) -> list[Any]:
    place = passage.vindplaats
    return [
        passage.soort.value,
        passage.tekst,
        place.pagina,
        list(place.sectie),
        place.plaats,
        passage.inleiding,
        [list(cel) for cel in passage.cellen],
        sorted(passage.kenmerken),
    ]


def _decode_passage(nr: int, row: list[Any]) -> Passage:
    soort, tekst, pagina, sectie, plaats, inleiding, cellen, kenmerken = row
    return Passage(
        nr=nr,
        soort=Soort(soort),
        tekst=_text(tekst),
        vindplaats=Vindplaats(
            pagina=None if pagina is None else int(pagina),
            sectie=tuple(_text(kop) for kop in sectie),
            plaats=_text(plaats),
        ),
        inleiding=_text(inleiding),
        cellen=tuple((_text(kop), _text(waarde), _text(ref)) for kop, waarde, ref in cellen),
        kenmerken=frozenset(_text(kenmerk) for kenmerk in kenmerken),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
