"""checker vergelijk: many aanbieders, the same demands, one workbook for the committee."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.commands import gedeeld, keuzes
from checker.commands.nederlands import Opdracht

if TYPE_CHECKING:
    from checker.kaders.catalogus import Catalogus
    from checker.vergelijking.verslag import Verslag


@click.command("vergelijk", cls=Opdracht)
@click.argument("map_", metavar="MAP", type=click.Path(path_type=Path))
@click.option("--uit", metavar="PAD", type=click.Path(path_type=Path), help="Map voor de uitkomst (standaard: NAAM-rapport).")
@click.option("--kader", "kader_ids", multiple=True, metavar="ID", help="Alle normen van dit kader; mag vaker.")
@click.option("--uitvraag", "bestand", metavar="PAD", type=click.Path(path_type=Path), help="Eisen, gewichten en schaal (standaard: MAP/uitvraag.yaml als dat er is).")
@click.option("--gewichten", metavar="PAD", type=click.Path(path_type=Path), help="YAML-bestand met per norm een gewicht; gaat vóór de uitvraag.")
@keuzes.PEILDATUM
@click.option("--processen", metavar="GETAL", type=click.IntRange(1, 256), help="Hoeveel aanbieders tegelijk (standaard: alle kernen).")
@click.option("--zonder-word", is_flag=True, help="Maak geen Word-rapport per aanbieder.")
@keuzes.LIMIET
@click.option("--geen-cache", is_flag=True, help="Bewaar de gelezen tekst niet op deze computer.")
def command(  # noqa: PLR0913 - one parameter per option
    *, map_: Path, uit: Path | None, kader_ids: tuple[str, ...], bestand: Path | None, gewichten: Path | None,
    peildatum: str | None, processen: int | None, zonder_word: bool, limieten: tuple[str, ...], geen_cache: bool,
) -> None:
    """Vergelijk aanbieders: in MAP heeft elke aanbieder een eigen map met documenten."""
    from dataclasses import replace

    from checker.dossier.limieten import parse_limieten
    from checker.kaders.laden import find_yaml
    from checker.vergelijking.aanbieders import find_aanbieders, loose_files
    from checker.vergelijking.toetsen import Vraag
    from checker.vergelijking.uitvraag import NAAM, read_gewichten, read_uitvraag
    from checker.vergelijking.vergelijken import fixed_print, make_verslag, use_inbreng, write_all
    from checker.vergelijking.werkers import run_all

    gedeeld.check_dossier(map_)
    target = uit or Path(f"{map_.resolve().name}-rapport")
    aanbieders = find_aanbieders(map_, target)
    datum = keuzes.parse_peildatum(peildatum)
    catalogus = gedeeld.open_catalogus(map_)
    uitvraag, kaders = read_uitvraag(catalogus, bestand or find_yaml(map_, NAAM), kader_ids, standaard=_standard(catalogus, map_))
    given = read_gewichten(gewichten, uitvraag) if gewichten else {}
    gedeeld.prepare_output(target)
    uitvraag, inbreng, kept = use_inbreng(target, uitvraag, given)
    vraag = Vraag(
        map=map_, uit=target, normen=frozenset(c.id for c in uitvraag.criteria), peildatum=datum, profiel=dict(uitvraag.profiel),
        eigen_profiel=uitvraag.eigen_profiel, limieten=parse_limieten(limieten), cache=not geen_cache, word=not zonder_word,
    )
    vraag = replace(vraag, vaste_invoer=fixed_print(vraag, kaders, catalogus))
    with gedeeld.progress("Aanbieders", len(aanbieders)) as step:
        uitkomsten = run_all(aanbieders, vraag, processen=processen, progress=step)
    loose = tuple(f"{name} staat niet in de map van een aanbieder en is niet gelezen." for name in loose_files(map_))
    inbreng = replace(inbreng, meldingen=(*inbreng.meldingen, *loose))
    verslag = make_verslag(vraag, uitvraag, aanbieders, uitkomsten, inbreng)
    written = write_all(verslag)
    _print(verslag, sum(not u.nieuw and not u.fout for u in uitkomsten.values()), [*written, *([kept] if kept else [])])


def _standard(catalogus: Catalogus, map_: Path) -> tuple[str, ...]:
    """The purchaser's own kaders in MAP/kaders; without those every kader for the Netherlands."""
    from checker.catalogi import OWN_FOLDER, installed_catalogus

    if (map_ / OWN_FOLDER).is_dir():
        known = {kader.id for kader in installed_catalogus()[0].kaders}
        own = tuple(kader.id for kader in catalogus.kaders if kader.id not in known)
        if own:
            return own
    return tuple(kader.id for kader in catalogus.kaders if kader.bereik.land == "nl")


def _print(verslag: Verslag, reused: int, written: list[Path]) -> None:
    from checker.rapporten.opmaak import aantal, datum, getal, veilig
    from checker.vergelijking.werkmap.achteraf import sensitivity

    standen = sorted(verslag.standen, key=lambda s: (s.rang is None, s.rang or 0, s.aanbieder))
    click.secho(f"\n{veilig(verslag.uitvraag.titel)}, peildatum {datum(verslag.peildatum)}", bold=True)
    click.echo(f"{aantal(len(standen), 'aanbieder', 'aanbieders')}, {aantal(len(verslag.uitvraag.criteria), 'criterium', 'criteria')}; {reused} al eerder getoetst")
    for stand in standen[:40]:
        if stand.rang is not None and stand.totaal is not None:
            later = f" ({stand.te_verifieren} te verifiëren)" if stand.te_verifieren else ""
            click.echo(f"  {stand.rang:>3}  {veilig(stand.aanbieder)}: {getal(stand.totaal, 1)}{later}")
        else:
            click.secho(f"    -  {veilig(stand.aanbieder)}: geen rang. {veilig(stand.melding or stand.reden)}", fg="yellow")
    if len(standen) > 40:
        click.echo(f"  ... en nog {len(standen) - 40}; zie de werkmap.")
    click.echo(sensitivity(verslag))
    if verslag.overlap:
        click.echo(f"{aantal(len(verslag.overlap), 'tekst staat', 'teksten staan')} (bijna) letterlijk bij meer aanbieders: een vraag om te stellen.")
    for text in verslag.invoer_meldingen:
        click.secho(f"Let op: {veilig(text)}", fg="yellow")
    click.secho("\nGeschreven:", bold=True)
    for path in written:
        click.echo(f"  {path}")
