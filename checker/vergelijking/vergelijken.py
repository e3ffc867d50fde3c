"""Vergelijken: from a folder with aanbieders to the workbook, the page and the data."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING

from checker import __version__
from checker.rapporten.excel.kolom import tekst
from checker.rapporten.opmaak import inkorten
from checker.vergelijking import gegevens, pagina, werkmap
from checker.vergelijking.commissie import Inbreng, keep_copy, read_inbreng
from checker.vergelijking.gevoeligheid import try_weights
from checker.vergelijking.overlap import find_overlap
from checker.vergelijking.stand import failed_stand, make_stand, rank
from checker.vergelijking.toetsen import MAP
from checker.vergelijking.uittreksel import read_uittreksel
from checker.vergelijking.verslag import Verslag
from checker.vergelijking.vorige import read_vorige

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from checker.kaders.catalogus import Catalogus
    from checker.kaders.model import Kader
    from checker.vergelijking.aanbieders import Aanbieder
    from checker.vergelijking.overlap import Overlap
    from checker.vergelijking.stand import Stand
    from checker.vergelijking.toetsen import Vraag
    from checker.vergelijking.uitvraag import Uitvraag
    from checker.vergelijking.vorige import Vorige
    from checker.vergelijking.werkers import Uitkomst

_MAX_ANTWOORD, _MAX_NORMEN = 80, 8
_ONBEREIKBAAR = "Wat van deze aanbieder is bewaard, is niet te lezen. Draai dezelfde opdracht nog eens."


def fixed_print(vraag: Vraag, kaders: Sequence[Kader], catalogus: Catalogus) -> str:
    """Fingerprint of what is the same for every aanbieder: program, demands, begrippen, date, limits."""
    digest = hashlib.sha256(__version__.encode())
    shared = json.dumps([dict(vraag.profiel), vraag.eigen_profiel, vraag.peildatum, str(vraag.limieten)], sort_keys=True)
    for part in (shared, repr(tuple(kaders)), repr(sorted(catalogus.termen.items()))):
        digest.update(part.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def use_inbreng(uit: Path, uitvraag: Uitvraag, gewichten: Mapping[str, float]) -> tuple[Uitvraag, Inbreng, Path | None]:
    """The demands with the weights that hold now, and what people filled in; their workbook is kept as a copy.

    Weights that were given with the command go before those in the workbook.
    """
    asked = replace(uitvraag, criteria=tuple(replace(c, gewicht_uitvraag=gewichten.get(c.id, c.gewicht_uitvraag)) for c in uitvraag.criteria))
    inbreng = read_inbreng(uit / werkmap.BESTAND, uitvraag)
    kept = keep_copy(uit / werkmap.BESTAND) if inbreng.bewerkt else None
    if kept and inbreng.meldingen:
        inbreng = replace(inbreng, meldingen=(*inbreng.meldingen, f"Wat hierboven niet is overgenomen, staat nog in {kept.name}."))
    return asked.with_weights({**inbreng.gewichten, **gewichten}), inbreng, kept


def make_verslag(
    vraag: Vraag, uitvraag: Uitvraag, aanbieders: Sequence[Aanbieder], uitkomsten: Mapping[str, Uitkomst], inbreng: Inbreng
) -> Verslag:
    """The comparison of what stands on disk, one aanbieder at a time."""
    versies: dict[str, str] = {"checker": __version__}
    standen: list[Stand] = []
    for aanbieder in aanbieders:
        fault = uitkomsten[aanbieder.id].fout
        known = None if fault else read_uittreksel(vraag.uit / MAP / aanbieder.id)
        if known is None:
            standen.append(failed_stand(aanbieder.id, fault or _ONBEREIKBAAR, uitvraag, inbreng.mensen))
        else:
            versies |= known["versies"]
            standen.append(make_stand(known, uitvraag, inbreng.mensen))
    ranked = rank(standen, uitvraag)
    overlap = find_overlap([(stand.aanbieder, vraag.uit / MAP / stand.aanbieder) for stand in ranked if stand.toestand != "mislukt"])
    return Verslag(
        uit=vraag.uit, uitvraag=uitvraag, peildatum=vraag.peildatum, checker=__version__, versies=versies, vaste_invoer=vraag.vaste_invoer,
        standen=ranked, proeven=try_weights(ranked, uitvraag), invoer_meldingen=(*inbreng.meldingen, *_lost(inbreng, ranked, overlap), *_moved(ranked, read_vorige(vraag.uit))), antwoorden=inbreng.antwoorden,
        beoordelaars=inbreng.beoordelaars,
        overlap=overlap,
    )


def _lost(inbreng: Inbreng, standen: Sequence[Stand], overlap: Sequence[Overlap]) -> list[str]:
    """What people filled in and has no row any more; an answer to a question keeps its row as long as its aanbieder and norm are there."""
    cellen = {(stand.aanbieder, cel.criterium) for stand in standen for cel in stand.cellen}
    vragen = cellen | {(stand.aanbieder, "") for stand in standen}
    teksten = {(plek.aanbieder, plek.document, tekst(plek.citaat)) for groep in overlap for plek in groep.plekken}
    weg = [
        f"Wat is ingevuld voor {aanbieder} bij {norm}: die staat niet meer in de vergelijking." for aanbieder, norm in sorted(inbreng.mensen.keys() - cellen)
    ]
    for (aanbieder, waar, wat), antwoord in sorted(inbreng.antwoorden.items()):
        if (aanbieder, waar) not in vragen and (aanbieder, waar, wat) not in teksten:
            weg.append(f'Het antwoord "{inkorten(antwoord, _MAX_ANTWOORD)}" bij {aanbieder} ({inkorten(wat, _MAX_ANTWOORD)}): dat wordt niet meer gevraagd.')
    return weg


def _moved(standen: Sequence[Stand], vorige: Vorige) -> list[str]:
    """Per aanbieder where the committee scored and the proposal is another one since: what they read may have changed."""
    meldingen = []
    for stand in standen:
        anders = [
            cel.criterium for cel in stand.cellen
            if cel.mens.score is not None and vorige.voorstellen.get((stand.aanbieder, cel.criterium), cel.voorstel) != cel.voorstel
        ]
        if anders:
            meer = f" en nog {len(anders) - _MAX_NORMEN}" if len(anders) > _MAX_NORMEN else ""
            meldingen.append(
                f"{stand.aanbieder}: bij {', '.join(anders[:_MAX_NORMEN])}{meer} is het voorstel anders dan in de vorige vergelijking, en de commissie gaf daar "
                "al een score. Die blijft staan; ga na of zij nog klopt."
            )
    return meldingen


def write_all(verslag: Verslag) -> list[Path]:
    """Write the data, the workbook and the page."""
    written = []
    for writer in (gegevens, werkmap, pagina):
        path = verslag.uit / str(writer.BESTAND)
        writer.write(verslag, path)
        written.append(path)
    return written
