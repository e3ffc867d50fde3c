"""checker wis: remove what the checker keeps to work faster."""

from __future__ import annotations

import click

from checker.commands.nederlands import Opdracht


@click.command("wis", cls=Opdracht)
def command() -> None:
    """Wis wat de checker op deze computer bewaart om sneller te zijn, ook de gelezen tekst van uw documenten."""
    import shutil

    from checker.voorraad import cache_root

    folder = cache_root()
    count = sum(1 for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else 0
    shutil.rmtree(folder, ignore_errors=True)
    click.echo(f"{count} bestanden gewist uit {folder}." if count else "Er was niets te wissen.")
