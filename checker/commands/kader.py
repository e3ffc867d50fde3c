"""checker kader: check a kader file, or make one."""

from __future__ import annotations

from pathlib import Path

import click

from checker.commands import gedeeld
from checker.commands.nederlands import Groep


@click.group("kader", cls=Groep)
def command() -> None:
    """Een kader controleren of maken."""


@command.command("controleer")
@click.argument("bestand", type=click.Path(path_type=Path))
def controleer(*, bestand: Path) -> None:
    """Controleer BESTAND (kader.yaml): vorm, volledigheid en alle voorbeeldzinnen."""
    from checker.begrippen import merge_begrippen, read_begrippen, shared_begrippen
    from checker.bewijs.voorbeelden import run_voorbeelden
    from checker.kaders.controle import check_kader
    from checker.kaders.laden import load_kader

    if not bestand.is_file():
        raise gedeeld.GeenMapError(pad=bestand, oorzaak="is geen bestand")
    kader, raw = load_kader(bestand, str(bestand))
    begrippen = merge_begrippen([*shared_begrippen().values(), *read_begrippen(raw, str(bestand))])
    termen = {naam: begrip.termen for naam, begrip in begrippen.items()}
    remarks = check_kader(kader, termen)
    for remark in remarks:
        click.secho(f"{remark.ernst}: {remark.plek}: {remark.tekst}", fg="red" if remark.ernst == "fout" else "yellow")
    outcomes = [] if any(r.ernst == "fout" for r in remarks) else run_voorbeelden(kader, termen)
    wrong = [o for o in outcomes if not o.goed]
    for outcome in wrong:
        click.secho(f"{outcome.onderdeel}: {'moet tellen' if outcome.moet_tellen else 'mag niet tellen'}: {outcome.zin}", fg="red")
        click.echo(f"    {outcome.uitleg}")
    count = sum(len(norm.onderdelen) for norm in kader.normen)
    click.echo(f"{kader.titel}: {len(kader.normen)} normen, {count} onderdelen, {len(outcomes) - len(wrong)} van {len(outcomes)} voorbeelden goed.")
    if wrong or any(r.ernst == "fout" for r in remarks):
        raise click.exceptions.Exit(2)
    click.secho("Dit kader is in orde.", fg="green")
