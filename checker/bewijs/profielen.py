"""Profielen: how every onderdeel of a kader may sound, from the sentences its author wrote."""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker.bewijs.betekenis import stukken, sums, text_vectors, unit_rows
from checker.bewijs.kenmerken import Kenmerken, index_kenmerken
from checker.dossier.document import Document, Dossier, Toestand
from checker.dossier.passage import Passage, Soort, Vindplaats
from checker.index import Index
from checker.voorraad import get_arrays, put_arrays

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
        betekenis: (onderdelen x dimensions of ``checker.bewijs.betekenis``), rows of length 1.
        norm_of: per onderdeel the number of its norm, in order of the kader.
    """

    onderdelen: tuple[str, ...]
    kolommen: dict[str, int]
    idf: ndarray
    onbekend: float
    profiel: ndarray
    betekenis: ndarray
    norm_of: tuple[int, ...]

    def summed(self, rows: ndarray) -> ndarray:
        """Per norm the sum of the rows of its onderdelen, at length 1."""
        return unit_rows(sums(rows, self.norm_of, max(self.norm_of, default=-1) + 1))


def sentences_of(onderdeel: Onderdeel) -> tuple[str, ...]:
    """What an author wrote about an onderdeel: the demand and the ways to tell it."""
    return (onderdeel.tekst, *onderdeel.wel, *onderdeel.zinnen)


def make_profielen(kader: Kader, begrippen: Mapping[str, tuple[Term, ...]]) -> Profielen:
    """The vectors of a kader, from the voorraad when nothing changed; only the kader itself takes part."""
    onderdelen = [onderdeel for norm in kader.normen for onderdeel in norm.onderdelen]
    ids = tuple(onderdeel.id for onderdeel in onderdelen)
    norm_of = tuple(number for number, norm in enumerate(kader.normen) for _ in norm.onderdelen)
    texts = [(row, text) for row, onderdeel in enumerate(onderdelen) for text in sentences_of(onderdeel)]
    key = _key(texts, begrippen)
    stored = get_arrays("profielen", key)
    if stored is None:
        owners = [row for row, _ in texts]
        by_words = _vectors(ids, owners, _sentence_kenmerken([text for _, text in texts], begrippen))
        made = Profielen(ids, *by_words, _meanings(len(ids), owners, [text for _, text in texts]), norm_of)
        put_arrays("profielen", key, _pack(made))
        return made
    return _unpack(ids, norm_of, stored)


def _key(texts: list[tuple[int, str]], begrippen: Mapping[str, tuple[Term, ...]]) -> str:
    """What the vectors follow from: sentences, terms, and the code and word list that read them."""
    digest = hashlib.sha256(f"{reading_version()} {stukken().afdruk}".encode())
    digest.update(repr(texts).encode())
    for naam in sorted(begrippen):
        digest.update(f"{naam}={[(t.woorden, t.vast, t.heel) for t in begrippen[naam]]}".encode())
    return digest.hexdigest()


@cache
def reading_version() -> str:
    """A digest of everything that decides which words a sentence holds."""
    from importlib.metadata import version
    from importlib.resources import files

    digest = hashlib.sha256(version("simplemma").encode())
    for package in ("checker.taal", "checker", "checker.index"):
        names = sorted(f.name for f in files(package).iterdir() if f.name.endswith(".py"))
        for name in names:
            digest.update(files(package).joinpath(name).read_bytes())
    for name in ("betekenis.py", "kenmerken.py", "profielen.py"):
        digest.update(files("checker.bewijs").joinpath(name).read_bytes())
    return digest.hexdigest()


def _pack(profielen: Profielen) -> dict[str, ndarray]:
    """The vectors as arrays without their zeros."""
    import numpy as np

    packed = {
        "kolommen": np.array(list(profielen.kolommen)), "idf": profielen.idf, "onbekend": np.array([profielen.onbekend]),
        "betekenis": profielen.betekenis,
    }
    rows, columns = np.nonzero(profielen.profiel)
    return packed | {"rij": rows.astype("int32"), "kolom": columns.astype("int32"), "waarde": profielen.profiel[rows, columns]}


def _unpack(ids: tuple[str, ...], norm_of: tuple[int, ...], stored: Mapping[str, ndarray]) -> Profielen:
    import numpy as np

    columns = {str(name): number for number, name in enumerate(stored["kolommen"])}
    matrix = np.zeros((len(ids), len(columns)), dtype=np.float32)
    matrix[stored["rij"], stored["kolom"]] = stored["waarde"]
    return Profielen(ids, columns, stored["idf"], float(stored["onbekend"][0]), matrix, stored["betekenis"], norm_of)


def text_dossier(texts: Sequence[str]) -> Dossier:
    """Loose texts as a dossier of one document each, in their order."""
    return Dossier(
        naam="",
        documenten=tuple(
            Document(
                pad=f"{number:06d}", sha256="", soort="txt", toestand=Toestand.GELEZEN,
                passages=(Passage(nr=0, soort=Soort.ALINEA, tekst=text, vindplaats=Vindplaats(plaats="alinea 1")),),
            )
            for number, text in enumerate(texts)
        ),
    )


def _sentence_kenmerken(texts: list[str], begrippen: Mapping[str, tuple[Term, ...]]) -> list[Kenmerken]:
    """The kenmerken of loose texts: each read as a document of its own."""
    index = Index(text_dossier(texts))
    per_unit = index_kenmerken(index, begrippen)
    merged: list[Kenmerken] = [{} for _ in texts]
    for unit in index.zinnen:
        if unit.passage >= 0:
            for kenmerk, quality in per_unit[unit.id].items():
                own = merged[unit.document]
                own[kenmerk] = max(quality, own.get(kenmerk, 0.0))
    return merged


def _meanings(count: int, owners: list[int], texts: list[str]) -> ndarray:
    """Per onderdeel the direction of all its sentences together."""
    return unit_rows(sums(text_vectors(texts), owners, count))


def _vectors(
    ids: tuple[str, ...], owners: list[int], sentences: list[Kenmerken]
) -> tuple[dict[str, int], ndarray, float, ndarray]:
    """The columns, their idf, the weight of an unknown word, and the onderdelen as rows over the columns."""
    import numpy as np

    frequency = Counter(kenmerk for sentence in sentences for kenmerk in sentence)
    columns = {kenmerk: number for number, kenmerk in enumerate(sorted(frequency))}
    count = len(sentences)
    idf = np.array([math.log(1 + count / (1 + frequency[kenmerk])) for kenmerk in columns])
    present = np.zeros((len(ids), len(columns)))
    for row, sentence in enumerate(sentences):
        for kenmerk in sentence:
            present[owners[row], columns[kenmerk]] += 1
    return columns, idf, math.log(1 + count), unit_rows(np.sqrt(present) * idf).astype(np.float32)
