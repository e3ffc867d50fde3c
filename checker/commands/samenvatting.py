"""The short coloured summary at the end of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from checker.kaders.model import Oordeel
from checker.rapporten.opmaak import veilig

if TYPE_CHECKING:
    from pathlib import Path

    from checker.resultaat import Resultaat

_KLEUR = {
    Oordeel.AANGETOOND: "green",
    Oordeel.GROTENDEELS: "cyan",
    Oordeel.GEDEELTELIJK: "yellow",
    Oordeel.NIET_AANGETOOND: "red",
    Oordeel.NIET_VAN_TOEPASSING: "white",
}
_LANG = 60
"""From so many normen on the full Word report is some hundred pages."""
_UNREAD = frozenset(("scan", "versleuteld", "leeg", "te_groot", "fout"))


def print_samenvatting(resultaat: Resultaat, written: list[Path]) -> None:
    """Print the counts per kader, what was not read, and the files written."""
    documents = resultaat.dossier.documenten
    unread = [d for d in documents if d.toestand in _UNREAD]
    click.secho(f"\n{resultaat.dossier.naam}, peildatum {resultaat.peildatum}", bold=True)
    click.echo(f"{len(documents)} documenten, waarvan {len(unread)} niet gelezen; {len(resultaat.signalen)} signalen")
    for document in unread:
        click.secho(f"  niet gelezen: {veilig(document.pad)}: {veilig(document.melding)}", fg="yellow")
    for kader in resultaat.kaders:
        click.secho(f"\n{kader.titel}", bold=True)
        parts = [
            click.style(f"{kader.telling[oordeel]} {oordeel.replace('_', ' ')}", fg=_KLEUR[oordeel])
            for oordeel in Oordeel if kader.telling.get(oordeel)
        ]
        click.echo("  " + ", ".join(parts))
    click.echo("\nDit is een voorstel op grond van de documenten; een deskundige bevestigt het.")
    click.secho("Geschreven:", bold=True)
    for path in written:
        click.echo(f"  {path}")
    _tell_about_short(resultaat, written)


def _tell_about_short(resultaat: Resultaat, written: list[Path]) -> None:
    """Point to the short report where the full one is too long to read through."""
    from checker.rapporten.formaten import FORMATEN, RESULTAAT

    full = next((path for path in written if path.name == FORMATEN["docx"][1]), None)
    if full is not None and len(resultaat.bevindingen) > _LANG:
        click.echo(f"\nHet Word-rapport bespreekt {len(resultaat.bevindingen)} normen. Korter, met één regel per norm:")
        click.echo(f'  checker rapport "{full.with_name(RESULTAAT)}" --soort kort --formaat docx')
