"""checker zoek: find passages in a dossier."""

from __future__ import annotations

from pathlib import Path

import click

from checker.commands import gedeeld, keuzes
from checker.commands.nederlands import Opdracht


@click.command("zoek", cls=Opdracht)
@click.argument("dossier", type=click.Path(path_type=Path))
@click.argument("vraag")
@keuzes.LIMIET
@click.option("--aantal", metavar="GETAL", type=click.IntRange(1, 100), default=10, show_default=True, help="Hoeveel passages hoogstens.")
def command(*, dossier: Path, vraag: str, aantal: int, limieten: tuple[str, ...]) -> None:
    """Zoek in DOSSIER de passages die het best bij VRAAG passen; gegevens van cliënten zijn afgeschermd."""
    from checker.bewijs.vrij_zoeken import search
    from checker.commands.lezen import read, report_folder
    from checker.dossier.limieten import parse_limieten
    from checker.index import Index
    from checker.rapporten.opmaak import veilig
    from checker.signalen.maskeren import mask
    from checker.signalen.namen import find_namen

    gedeeld.check_dossier(dossier)
    gelezen = read(dossier, parse_limieten(limieten), report_folder(dossier))
    found, namen = search(Index(gelezen), vraag, aantal), find_namen(gelezen)
    paden = namen.paths(document.pad for document in gelezen.documenten)
    if not found:
        click.echo("Niets gevonden. Probeer andere of minder woorden.")
    for hit in found:
        page = f", pagina {hit.pagina}" if hit.pagina else ""
        section = f" ({' > '.join(hit.sectie)})" if hit.sectie else ""
        known = namen.of(hit.document)
        click.secho(veilig(mask(f"{paden.get(hit.document, hit.document)}{page}, {hit.plaats}{section}", "", known)), bold=True)
        click.echo(f"  {veilig(mask(hit.tekst, '', known))}")
        click.secho(f"  gevonden: {', '.join(hit.woorden)}", dim=True)
