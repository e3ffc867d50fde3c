"""Toetsen: judge one aanbieder, and write what comes out in its own folder."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from checker import __version__
from checker.bewijs.documentsoort import recognise
from checker.catalogi import installed_catalogus
from checker.dossier import Limieten, ReadCache, read_dossier
from checker.hergebruik import is_certain, program_print
from checker.pipeline import Opdracht, dossier_regel, toets
from checker.plugins.bijdragen import plugin_readers, plugin_signalen
from checker.profiel import Profiel, read_profiel
from checker.rapporten import resultaatbestand
from checker.rapporten.opmaak import veilig
from checker.resultaat import Resultaat
from checker.signalen.afschermen import has_personal
from checker.signalen.namen import find_namen
from checker.vergelijking.aanbieders import input_print
from checker.vergelijking.schets import write_schets
from checker.vergelijking.uittreksel import BESTAND, RESULTAAT, make_uittreksel, read_uittreksel, seal, write_uittreksel

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from checker.dossier.document import Dossier
    from checker.kaders.catalogus import Catalogus
    from checker.kaders.model import Kader
    from checker.vergelijking.aanbieders import Aanbieder

WORD = "gaprapport.docx"
MAP = "aanbieders"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """What every aanbieder is judged on; plain data, so that it can go to another process.

    ``vaste_invoer`` is the fingerprint of all of it.
    """

    map: Path
    uit: Path
    normen: frozenset[str]
    peildatum: str
    profiel: Mapping[str, Any] = field(default_factory=dict)
    eigen_profiel: bool = False
    limieten: Limieten = field(default_factory=Limieten)
    cache: bool = True
    word: bool = True
    vaste_invoer: str = ""


class Toetser:
    """Judges aanbieders one after another with the same kaders."""

    def __init__(self, vraag: Vraag, catalogus: Catalogus | None = None) -> None:
        self._vraag = vraag
        self._programma = program_print()
        self._catalogus = catalogus or installed_catalogus(vraag.map)[0]
        cut = (
            replace(kader, normen=tuple(norm for norm in kader.normen if norm.id in vraag.normen)) for kader in self._catalogus.kaders
        )
        self._kaders: tuple[Kader, ...] = tuple(kader for kader in cut if kader.normen)

    def run(self, aanbieder: Aanbieder) -> bool:
        """Judge one aanbieder; False when what stands there is of the same input and nothing was done."""
        folder = self._vraag.uit / MAP / aanbieder.id
        invoer = input_print(aanbieder, self._vraag.vaste_invoer)
        known = read_uittreksel(folder)
        if known is not None and self._holds(known, invoer) and (not self._vraag.word or _word_stands(folder, known)):
            return False
        folder.mkdir(parents=True, exist_ok=True)
        (folder / BESTAND).unlink(missing_ok=True)
        self._make(aanbieder, folder, invoer)
        return True

    def _holds(self, known: Mapping[str, Any], invoer: str) -> bool:
        """Whether judging again would give the same: the same input and program, and nothing that may be read otherwise."""
        same = (known["invoer"], known.get("programma")) == (invoer, self._programma)
        return same and is_certain(document["toestand"] for document in known["documenten"])

    def _make(self, aanbieder: Aanbieder, folder: Path, invoer: str) -> None:
        from checker.rapporten import word

        profiel = self._profiel(aanbieder)
        dossier = read_dossier(
            aanbieder.map, naam=profiel.naam, limieten=self._vraag.limieten, workers=1,
            cache=ReadCache(private=has_personal) if self._vraag.cache else None, lezers=plugin_readers(),
        )
        resultaat = self._judge(dossier, profiel)
        resultaatbestand.write(resultaat, folder / RESULTAAT)
        write_schets(dossier, folder)
        if self._vraag.word and resultaat.bevindingen:
            word.write(resultaat, folder / WORD)
        else:
            (folder / WORD).unlink(missing_ok=True)
        uittreksel = make_uittreksel(resultaat, aanbieder.id, invoer, seal(folder / RESULTAAT))
        write_uittreksel({**uittreksel, "programma": self._programma}, folder)

    def _judge(self, dossier: Dossier, profiel: Profiel) -> Resultaat:
        """The resultaat; without one passage there is nothing to judge, and no verdict at all."""
        if not any(document.passages for document in dossier.documenten):
            return _unread(dossier, profiel, self._vraag.peildatum)
        opdracht = Opdracht(
            dossier=dossier, profiel=profiel, kaders=self._kaders, catalogus=self._catalogus, peildatum=self._vraag.peildatum
        )
        extra, failures = plugin_signalen(dossier, self._vraag.peildatum)
        for failure in failures:
            sys.stderr.write(f"Let op: {veilig(failure.melding)}\n")
        return toets(opdracht, extra_signalen=extra)

    def _profiel(self, aanbieder: Aanbieder) -> Profiel:
        """The profile of the uitvraag, the same for all; only the name is the aanbieder's own."""
        own = read_profiel(aanbieder.map)
        if self._vraag.eigen_profiel:
            return own
        fixed = self._vraag.profiel
        return Profiel(
            naam=own.naam, bekend=bool(fixed), wet=tuple(fixed.get("wet", ())), segmenten=tuple(fixed.get("segmenten", ())),
            kenmerken=fixed.get("kenmerken", {}),
            aannames=("Voor elke aanbieder geldt hetzelfde profiel: dat van de uitvraag. Een eigen praktijk.yaml telt alleen voor de naam.",),
        )


def _word_stands(folder: Path, known: Mapping[str, Any]) -> bool:
    return (folder / WORD).is_file() or not known["bevindingen"]


def _unread(dossier: Dossier, profiel: Profiel, peildatum: str) -> Resultaat:
    soorten = [recognise(document) for document in dossier.documenten]
    regel = dossier_regel(dossier, soorten, replace(profiel, aannames=("Er is niets gelezen, dus er is geen oordeel.",)), find_namen(dossier))
    return Resultaat(
        schema=1, peildatum=peildatum, checker=__version__, dossier=regel, kaders=(), bevindingen=(), signalen=(), versies={"checker": __version__}
    )
