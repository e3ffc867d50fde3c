"""The quick check of ``checker toets --alleen-signalen``: what stands out, without judging norms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from checker.rapporten.opmaak import veilig
from checker.resultaat import Resultaat

if TYPE_CHECKING:
    from pathlib import Path

    from checker.dossier.document import Dossier
    from checker.profiel import Profiel

_KLEUR = {"hoog": "red", "midden": "yellow", "laag": "cyan"}


def check_signalen(dossier: Dossier, profiel: Profiel, peildatum: str) -> Resultaat:
    """A resultaat with the signalen of a dossier and no kaders."""
    from checker import __version__
    from checker.bewijs.documentsoort import recognise
    from checker.pipeline import dossier_regel
    from checker.signalen import Signalering
    from checker.signalen.afschermen import shield_paths
    from checker.signalen.namen import find_namen

    namen = find_namen(dossier)
    soorten = [recognise(document) for document in dossier.documenten]
    resultaat = Resultaat(
        schema=1, peildatum=peildatum, checker=__version__, dossier=dossier_regel(dossier, soorten, profiel, namen),
        kaders=(), bevindingen=(), signalen=Signalering(dossier, soorten, peildatum, profiel).find(namen=namen),
        versies={"checker": __version__},
    )
    return shield_paths(resultaat, namen)


def print_signalen(resultaat: Resultaat, written: list[Path]) -> None:
    """Print the signalen per document, the place and quote under each."""
    click.secho(f"\n{resultaat.dossier.naam}, peildatum {resultaat.peildatum}: {len(resultaat.signalen)} signalen", bold=True)
    document = None
    for signaal in resultaat.signalen:
        if signaal.document != document:
            document = signaal.document
            click.secho(f"\n{veilig(signaal.document)}", bold=True)
        head = click.style(f"{signaal.soort.replace('_', ' ')} ({signaal.ernst})", fg=_KLEUR[signaal.ernst])
        click.echo(f"  {head} {veilig(signaal.plaats)}".rstrip())
        if signaal.citaat:
            click.echo(f'    "{veilig(signaal.citaat)}"')
        click.echo(f"    {veilig(signaal.melding)}")
    if written:
        click.secho("\nGeschreven:", bold=True)
        for path in written:
            click.echo(f"  {path}")
