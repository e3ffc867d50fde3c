"""The earlier run that a report looks back at, and the course of all runs beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.commands.nederlands import cause
from checker.errors import CheckerError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.resultaat import Resultaat
    from checker.verschil import Meting, Sinds

VORIGE = click.option(
    "--vorige", metavar="PAD", type=click.Path(path_type=Path),
    help="Vergelijk met dit resultaat (resultaat.json of de map ervan); standaard met wat er de vorige keer in de uitvoermap kwam.",
)


def find_resultaat(path: Path) -> Path:
    """The file meant by a path: itself, or resultaat.json in that folder."""
    return path / "resultaat.json" if path.is_dir() else path


def read_vorige(path: Path) -> Resultaat:
    """Read an earlier run of which every quote is as it was found.

    Raises:
        CheckerError: it cannot be read, or a quote was changed.
    """
    from checker.hergebruik import is_ours
    from checker.pipeline import check_seals
    from checker.rapporten.resultaatbestand import loads, read

    file = find_resultaat(path)
    data = file.read_bytes() if file.is_file() else b""
    # What a toets wrote itself needs no check against the schema, which takes longer than reading.
    loaded = loads(data) if is_ours(data) else read(file)
    check_seals([b for bevinding in loaded.bevindingen for b in bevinding.bewijs])
    return loaded


def look_back_at_run(resultaat: Resultaat, target: Path, gekozen: Resultaat | None, *, gekozen_pad: Path | None = None, afschermen: bool) -> Sinds | None:
    """What a new run tells about the time before; ``target`` is where its reports come."""
    from checker.verschil import look_back

    vorige = gekozen or _find_vorige(resultaat, target)
    if vorige is not None and afschermen:
        vorige = _shield(vorige)
    return look_back(vorige, resultaat, _stored(resultaat, vorige, (gekozen_pad, target)))


def look_back_at_stored(resultaat: Resultaat, folder: Path, gekozen: Resultaat | None = None) -> Sinds | None:
    """What reports that are written again tell: the same as when the run was made, or about the run chosen now."""
    from checker.rapporten.formaten import VORIG
    from checker.verschil import look_back

    vorige = gekozen or _try_read(folder / VORIG, resultaat)
    return look_back(vorige, resultaat, _stored(resultaat, vorige, (folder,)))


def store_metingen(resultaat: Resultaat, target: Path, terugblik: Sinds | None) -> None:
    """Add the counts of this run to the file of all runs; those of the run before it too when they are not there."""
    from checker.verschil import NAAM, append, measure, read

    vorige = terugblik.vorige if terugblik else None
    path = target / NAAM
    bekend = {meting.plek for meting in read(path)}
    ouder = [meting for meting in measure(vorige) if meting.plek not in bekend] if vorige else []
    try:
        append(path, [*ouder, *measure(resultaat)])
    except OSError as error:
        click.secho(f"Let op: {path} kan niet worden bijgewerkt ({cause(error)}). Deze toets staat niet in het verloop.", fg="yellow", err=True)


def _stored(resultaat: Resultaat, vorige: Resultaat | None, plekken: Iterable[Path | None]) -> tuple[Meting, ...]:
    from checker.verschil import NAAM, measure, read

    mappen = [find_resultaat(plek).parent for plek in plekken if plek is not None]
    eerder = measure(vorige) if vorige is not None and vorige.dossier.naam == resultaat.dossier.naam else ()
    return (*eerder, *(meting for map_ in dict.fromkeys(mappen) for meting in read(map_ / NAAM)))


def _find_vorige(resultaat: Resultaat, target: Path) -> Resultaat | None:
    """The run that stands in the folder, or when it is this same run the one before it."""
    from checker.rapporten.formaten import VORIG
    from checker.rapporten.resultaatbestand import dumps

    path = find_resultaat(target)
    if path.is_file() and path.read_bytes() != dumps(resultaat).encode("utf-8"):
        stond_er = _try_read(path, resultaat)
        if stond_er is None or (stond_er.kaders and _without_people(stond_er) != _without_people(resultaat)):
            return stond_er
    return _try_read(target / VORIG, resultaat)


def _try_read(path: Path, resultaat: Resultaat) -> Resultaat | None:
    """An earlier run of the same dossier; of what cannot be compared is said why, and the run goes on."""
    if not path.is_file():
        return None
    try:
        vorige = read_vorige(path)
    except CheckerError as error:
        click.secho(f"Let op: het rapport vergelijkt niet met de vorige keer. {error}", fg="yellow", err=True)
        return None
    if vorige.dossier.naam != resultaat.dossier.naam:
        click.secho(
            f"Let op: {path} is van een ander dossier ({vorige.dossier.naam}). Daarmee wordt niet vergeleken; kies een vorig resultaat met --vorige.",
            fg="yellow", err=True,
        )
        return None
    return vorige


def _without_people(resultaat: Resultaat) -> Resultaat:
    """The run as the machine made it: a verdict that was taken in since does not make it another run."""
    return replace(resultaat, bevindingen=tuple(replace(b, beoordeling=None) for b in resultaat.bevindingen), werk={})


def _shield(vorige: Resultaat) -> Resultaat:
    """An earlier run without data of clients, also when it was written with them."""
    from checker.signalen.afschermen import shield, shield_signaal

    return replace(vorige, bevindingen=tuple(map(shield, vorige.bevindingen)), signalen=tuple(map(shield_signaal, vorige.signalen)))
