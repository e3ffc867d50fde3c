"""What several commands share: the catalogus, folders, what was left out and progress."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from checker.commands.nederlands import cause
from checker.errors import CheckerError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from click._termui_impl import ProgressBar

    from checker.catalogi import Kaderfout
    from checker.kaders.catalogus import Catalogus
    from checker.plugins.laadfout import Laadfout


class GeenMapError(CheckerError):
    """The dossier is not a folder that can be read."""

    _TEXT = "De map {pad} {oorzaak}. Geef de map met de documenten van de praktijk, bijvoorbeeld: checker toets mijn-dossier"


class LeegDossierError(CheckerError):
    """There is nothing in the dossier that can be read."""

    _TEXT = "In {pad} is niets te toetsen: {oorzaak}. Zet documenten (docx, pdf, xlsx, odt, pptx, txt, html, eml) in deze map."


class UitvoermapError(CheckerError):
    """The output folder cannot be made or written."""

    _TEXT = "In de map {pad} kan niet geschreven worden ({oorzaak}). Kies een andere map met --uit."


def check_dossier(path: Path) -> None:
    """Make sure a dossier is a folder with something in it.

    Raises:
        GeenMapError, LeegDossierError: it is not.
    """
    if not path.exists():
        raise GeenMapError(pad=path, oorzaak="bestaat niet")
    if not path.is_dir():
        raise GeenMapError(pad=path, oorzaak="is een bestand en geen map")
    try:
        empty = next(path.iterdir(), None) is None
    except PermissionError as error:
        raise GeenMapError(pad=path, oorzaak="mag niet gelezen worden") from error
    if empty:
        raise LeegDossierError(pad=path, oorzaak="de map is leeg")


class NietBevestigdError(CheckerError):
    """Showing personal data was not confirmed."""

    _TEXT = "Niet bevestigd: er is niets geschreven. Zonder --toon-persoonsgegevens worden gegevens van cliënten afgeschermd."


def confirm_personal_data() -> None:
    """Ask the user to type a word before personal data of clients are shown in reports.

    Raises:
        NietBevestigdError: something else was typed.
    """
    answer = click.prompt("De rapporten bevatten dan BSN's, geboortedata en namen van cliënten. Typ TONEN om door te gaan", default="", show_default=False)
    if answer.strip() != "TONEN":
        raise NietBevestigdError


def prepare_output(path: Path) -> None:
    """Make the output folder and try whether it can be written.

    Raises:
        UitvoermapError: it cannot.
    """
    probe = path / ".schrijfproef"
    try:
        path.mkdir(parents=True, exist_ok=True)
        probe.write_text("", encoding="utf-8")
        probe.unlink()
    except OSError as error:
        raise UitvoermapError(pad=path, oorzaak=cause(error)) from error


def open_catalogus(dossier: Path | None = None) -> Catalogus:
    """All kaders of the plugins and those that the dossier carries; faults go to the error stream."""
    from checker.catalogi import installed_catalogus

    catalogus, failures = installed_catalogus(dossier)
    tell_left_out(failures)
    return catalogus


def tell_left_out(failures: Iterable[Laadfout | Kaderfout]) -> None:
    """Say on the error stream what was left out, each message once in a run."""
    from checker.rapporten.opmaak import veilig

    context = click.get_current_context(silent=True)
    told = context.meta.setdefault("checker.left_out", set()) if context else set()
    for melding in dict.fromkeys(failure.melding for failure in failures):
        if melding not in told:
            told.add(melding)
            click.secho(f"Let op: {veilig(melding)}", fg="yellow", err=True)


@contextmanager
def progress(label: str, length: int) -> Iterator[Callable[[str], None]]:
    """A progress bar on a terminal; nothing elsewhere."""
    if not sys.stderr.isatty() or length == 0:
        yield lambda _step: None
        return
    from checker.rapporten.opmaak import veilig

    bar: ProgressBar[str] = click.progressbar(
        length=length, label=label.ljust(12), file=sys.stderr, item_show_func=lambda item: veilig(item or "")[:40]
    )
    with bar:
        yield lambda step: bar.update(1, step)
