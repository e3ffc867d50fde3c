"""checker zoek: find passages in a dossier."""

from __future__ import annotations

from pathlib import Path

import click

from checker.commands.nederlands import Opdracht


@click.command("zoek", cls=Opdracht)
@click.argument("dossier", type=click.Path(path_type=Path))
@click.argument("vraag")
@click.option("--aantal", metavar="GETAL", type=click.IntRange(1, 100), default=10, show_default=True, help="Hoeveel passages hoogstens.")
def command(*, dossier: Path, vraag: str, aantal: int) -> None:
    """Zoek in DOSSIER de passages die het best bij VRAAG passen."""
    from checker.bewijs.vrij_zoeken import search
    from checker.commands import gedeeld
    from checker.dossier import read_dossier
    from checker.index import Index

    gedeeld.check_dossier(dossier)
    found = search(Index(read_dossier(dossier)), vraag, aantal)
    if not found:
        click.echo("Niets gevonden. Probeer andere of minder woorden.")
    for hit in found:
        page = f", pagina {hit.pagina}" if hit.pagina else ""
        section = f" ({' > '.join(hit.sectie)})" if hit.sectie else ""
        click.secho(f"{hit.document}{page}, {hit.plaats}{section}", bold=True)
        click.echo(f"  {hit.tekst}")
        click.secho(f"  gevonden: {', '.join(hit.woorden)}", dim=True)
