"""Profielen: how every onderdeel of a kader may sound, from the sentences its author wrote."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.bewijs.kenmerken import Kenmerken, index_kenmerken
from checker.dossier.document import Document, Dossier, Toestand
from checker.dossier.passage import Passage, Soort, Vindplaats
from checker.index import Index

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy import ndarray

    from checker.begrippen.expressie import Term
    from checker.kaders.model import Kader, Onderdeel


@dataclass(frozen=True, slots=True, eq=False)
class Profielen:
    """The onderdelen of one kader as vectors over their kenmerken.

    Attributes:
        onderdelen: ids, in order of the kader; row number -> onderdeel.
        kolommen: kenmerk -> column.
        idf: per column how rare the kenmerk is among the kader's sentences.
        onbekend: the weight of a word that no sentence of the kader has.
        profiel: (onderdelen x kolommen), rows of length 1.
        zinnen: (sentences x kolommen), rows of length 1.
        eigenaar: per sentence the row of its onderdeel.
    """

    onderdelen: tuple[str, ...]
    kolommen: dict[str, int]
    idf: ndarray
    onbekend: float
    profiel: ndarray
    zinnen: ndarray
    eigenaar: ndarray


def sentences_of(onderdeel: Onderdeel) -> tuple[str, ...]:
    """What an author wrote about an onderdeel: the demand and the ways to tell it."""
    return (onderdeel.tekst, *onderdeel.wel, *onderdeel.zinnen)


def make_profielen(kader: Kader, begrippen: Mapping[str, tuple[Term, ...]]) -> Profielen:
    """Build the vectors of a kader; nothing from outside the kader takes part."""
    onderdelen = [onderdeel for norm in kader.normen for onderdeel in norm.onderdelen]
    texts = [(row, text) for row, onderdeel in enumerate(onderdelen) for text in sentences_of(onderdeel)]
    return _vectors(
        tuple(o.id for o in onderdelen), [row for row, _ in texts],
        _sentence_kenmerken([text for _, text in texts], begrippen),
    )


def _sentence_kenmerken(texts: list[str], begrippen: Mapping[str, tuple[Term, ...]]) -> list[Kenmerken]:
    """The kenmerken of loose texts: each read as a document of its own."""
    documents = tuple(
        Document(
            pad=f"{number:06d}", sha256="", soort="txt", toestand=Toestand.GELEZEN,
            passages=(Passage(nr=0, soort=Soort.ALINEA, tekst=text, vindplaats=Vindplaats()),),
        )
        for number, text in enumerate(texts)
    )
    index = Index(Dossier(naam="", documenten=documents))
    per_unit = index_kenmerken(index, begrippen)
    merged: list[Kenmerken] = [{} for _ in texts]
    for unit in index.zinnen:
        if unit.passage >= 0:
            for kenmerk, quality in per_unit[unit.id].items():
                own = merged[unit.document]
                own[kenmerk] = max(quality, own.get(kenmerk, 0.0))
    return merged


def _vectors(ids: tuple[str, ...], owners: list[int], sentences: list[Kenmerken]) -> Profielen:
    import numpy as np

    frequency = Counter(kenmerk for sentence in sentences for kenmerk in sentence)
    columns = {kenmerk: number for number, kenmerk in enumerate(sorted(frequency))}
    count = len(sentences)
    idf = np.array([math.log(1 + count / (1 + frequency[kenmerk])) for kenmerk in columns])
    matrix = np.zeros((count, len(columns)))
    present = np.zeros((len(ids), len(columns)))
    for row, sentence in enumerate(sentences):
        for kenmerk, quality in sentence.items():
            matrix[row, columns[kenmerk]] = min(1.0, quality) * idf[columns[kenmerk]]
            present[owners[row], columns[kenmerk]] += 1
    return Profielen(
        ids, columns, idf, math.log(1 + count), _unit_rows(np.sqrt(present) * idf), _unit_rows(matrix), np.array(owners)
    )


def _unit_rows(matrix: ndarray) -> ndarray:
    import numpy as np

    lengths: ndarray = np.linalg.norm(matrix, axis=1, keepdims=True)
    result: ndarray = matrix / np.where(lengths == 0, 1.0, lengths)
    return result
