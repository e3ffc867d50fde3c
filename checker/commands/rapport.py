"""checker rapport: write the reports of a resultaat again."""

from __future__ import annotations

from pathlib import Path

import click

from checker.commands import gedeeld, keuzes
from checker.commands.nederlands import Opdracht
from checker.commands.vorige import VORIGE, find_resultaat, look_back_at_stored, read_vorige


@click.command("rapport", cls=Opdracht)
@click.argument("resultaat", type=click.Path(path_type=Path))
@keuzes.FORMAAT
@click.option("--uit", metavar="PAD", type=click.Path(path_type=Path), help="Map voor de rapporten (standaard: de map van het resultaat).")
@click.option("--dossier", metavar="PAD", type=click.Path(path_type=Path), help="Map van het dossier: de citaten worden dan opnieuw in de bron gecontroleerd.")
@keuzes.LIMIET
@keuzes.SJABLOON
@VORIGE
@keuzes.SOORT
def command(  # noqa: PLR0913 - one parameter per option
    *, resultaat: Path, formaten: tuple[str, ...], uit: Path | None, dossier: Path | None, sjabloon: Path | None, vorige: Path | None, soort: str, limieten: tuple[str, ...]
) -> None:
    """Schrijf de rapporten van RESULTAAT (resultaat.json of de map ervan) opnieuw."""
    from checker.beoordelingen import merge, read_stored
    from checker.commands.samenvatting import print_samenvatting
    from checker.pipeline import check_seals, verify
    from checker.plugins.bijdragen import plugin_writers
    from checker.rapporten.formaten import check_sjabloon, choose_formaten, write_all
    from checker.rapporten.resultaatbestand import read

    resultaat = find_resultaat(resultaat)
    loaded = read(resultaat)
    eerder = read_vorige(vorige) if vorige else None
    check_sjabloon(sjabloon)
    quotes = [b for bevinding in loaded.bevindingen for b in (*bevinding.bewijs, *bevinding.tegenbewijs)]
    check_seals(quotes)
    if dossier is not None:
        from checker.commands.lezen import read as read_dossier
        from checker.dossier.limieten import parse_limieten

        gedeeld.check_dossier(dossier)
        verify(quotes, read_dossier(dossier, parse_limieten(limieten), naam=loaded.dossier.naam))
    target = uit or resultaat.parent
    gedeeld.prepare_output(target)
    loaded = merge(loaded, read_stored(resultaat.parent, dossier))
    terugblik = look_back_at_stored(loaded, resultaat.parent, eerder)
    written = write_all(loaded, target, choose_formaten(formaten, soort), sjabloon=sjabloon, dossier=dossier, extra=plugin_writers(), terugblik=terugblik)
    print_samenvatting(loaded, written)
