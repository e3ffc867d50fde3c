"""checker toets: the main job, from a folder to four reports."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.commands import gedeeld, keuzes
from checker.commands.lezen import read as read_dossier
from checker.commands.lezen import report_folder
from checker.commands.nederlands import Opdracht
from checker.commands.vorige import VORIGE, look_back_at_run, read_vorige, store_metingen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checker.dossier.document import Dossier
    from checker.dossier.limieten import Limieten
    from checker.kaders.catalogus import Catalogus
    from checker.kaders.model import Kader
    from checker.profiel import Profiel
    from checker.resultaat import Bevinding, Resultaat

_ONVERANDERD = "Er is niets veranderd sinds de vorige toets: de bevindingen zijn dezelfde, de rapporten worden opnieuw gemaakt."


@click.command("toets", cls=Opdracht)
@click.argument("dossier", type=click.Path(path_type=Path))
@click.option("--kader", "kader_ids", multiple=True, metavar="ID", help="Alleen dit kader; mag vaker.")
@click.option("--uit", metavar="PAD", type=click.Path(path_type=Path), help="Map voor de rapporten (standaard: NAAM-rapport).")
@keuzes.FORMAAT
@keuzes.PEILDATUM
@keuzes.SJABLOON
@VORIGE
@keuzes.SOORT
@keuzes.LIMIET
@click.option("--geen-cache", is_flag=True, help="Lees en oordeel opnieuw, en bewaar de gelezen tekst niet op deze computer; wat gegevens van cliënten bevat wordt nooit bewaard (zie ook: checker wis).")
@click.option("--toon-persoonsgegevens", is_flag=True, help="Scherm gegevens van cliënten niet af in de rapporten (vraagt om bevestiging).")
@click.option("--faal-onder", metavar="GETAL", type=click.IntRange(0, 100), help="Eindig met status 1 als minder dan dit percentage normen is aangetoond.")
@click.option("--alleen-signalen", is_flag=True, help="Snelle controle: alleen wat opvalt in de documenten, zonder normen.")
def command(  # noqa: PLR0913 - one parameter per option
    *, dossier: Path, kader_ids: tuple[str, ...], uit: Path | None, formaten: tuple[str, ...],
    peildatum: str | None, sjabloon: Path | None, vorige: Path | None, soort: str, limieten: tuple[str, ...], geen_cache: bool, toon_persoonsgegevens: bool, faal_onder: int | None, alleen_signalen: bool,
) -> None:
    """Toets de documenten in DOSSIER en schrijf het gaprapport."""
    from checker.commands.samenvatting import print_samenvatting
    from checker.dossier.limieten import parse_limieten
    from checker.hergebruik import input_key, remember, reuse
    from checker.plugins.bijdragen import plugin_writers
    from checker.profiel import read_profiel
    from checker.rapporten.formaten import RESULTAAT, check_sjabloon, choose_formaten, write_all

    gedeeld.check_dossier(dossier)
    if toon_persoonsgegevens:
        gedeeld.confirm_personal_data()
    datum = keuzes.parse_peildatum(peildatum)
    check_sjabloon(sjabloon)
    grenzen, profiel = parse_limieten(limieten), read_profiel(dossier)
    if alleen_signalen:
        quick_check(dossier, profiel, datum, uit, formaten, limieten=grenzen, geen_cache=geen_cache)
        return
    catalogus, target = gedeeld.open_catalogus(dossier), uit or report_folder(dossier)
    kaders = choose_kaders(catalogus, kader_ids or profiel.kaders, profiel)
    eerder = read_vorige(vorige) if vorige else None
    gedeeld.prepare_output(target)
    sleutel = "" if geen_cache else input_key(dossier, target, datum, [kader.id for kader in kaders], grenzen, toon_persoonsgegevens)
    resultaat = reuse(sleutel, target / RESULTAAT) if sleutel else None
    if resultaat is None:
        reading = partial(read, dossier, profiel.naam, target, limieten=grenzen, geen_cache=geen_cache)
        resultaat = judge(reading, profiel, kaders, catalogus, datum, plekken=(target, dossier), toon_persoonsgegevens=toon_persoonsgegevens)
    else:
        click.echo(_ONVERANDERD)
    terugblik = look_back_at_run(resultaat, target, eerder, gekozen_pad=vorige, afschermen=not toon_persoonsgegevens)
    written = write_all(resultaat, target, choose_formaten(formaten, soort), sjabloon=sjabloon, dossier=dossier, extra=plugin_writers(), terugblik=terugblik)
    store_metingen(resultaat, target, terugblik)
    if sleutel:
        remember(sleutel, target / RESULTAAT, resultaat)
    print_samenvatting(resultaat, written)
    if faal_onder is not None and _percentage(resultaat.bevindingen) < faal_onder:
        raise click.exceptions.Exit(1)


def judge(
    reading: Callable[[], Dossier], profiel: Profiel, kaders: tuple[Kader, ...], catalogus: Catalogus, datum: str, *,
    plekken: tuple[Path, ...], toon_persoonsgegevens: bool,
) -> Resultaat:
    """Read and judge, with a progress bar; what people decided earlier (kept in ``plekken``) stands beside the proposals."""
    from concurrent.futures import ThreadPoolExecutor

    from checker.beoordelingen import merge, read_stored
    from checker.pipeline import Opdracht, toets, warm_up
    from checker.plugins.bijdragen import plugin_signalen

    bekend = read_stored(*plekken)  # before the long work: a line that cannot be read ends the command
    with ThreadPoolExecutor(1) as meanwhile:
        meanwhile.submit(warm_up)
        dossier = reading()
    extra, failures = plugin_signalen(dossier, datum)
    gedeeld.tell_left_out(failures)
    opdracht = Opdracht(
        dossier=dossier, profiel=profiel, kaders=kaders, catalogus=catalogus, peildatum=datum, toon_persoonsgegevens=toon_persoonsgegevens,
    )
    with gedeeld.progress("Toetsen", sum(len(kader.normen) for kader in kaders)) as step:
        resultaat = toets(opdracht, extra_signalen=extra, progress=step)
    return merge(resultaat, bekend)


def quick_check(
    dossier: Path, profiel: Profiel, datum: str, uit: Path | None, formaten: tuple[str, ...], *, limieten: Limieten, geen_cache: bool
) -> None:
    """Show the signalen only; write a resultaat when a folder or format is asked for."""
    from checker.commands.signalen import check_signalen, print_signalen
    from checker.rapporten.formaten import write_all

    target = uit or report_folder(dossier)
    gelezen = read(dossier, profiel.naam, target, limieten=limieten, geen_cache=geen_cache)
    resultaat = check_signalen(gelezen, profiel, datum)
    written: list[Path] = []
    if uit or formaten:
        gedeeld.prepare_output(target)
        written = write_all(resultaat, target, formaten or ("json",), dossier=dossier)
    print_signalen(resultaat, written)


def choose_kaders(catalogus: Catalogus, ids: tuple[str, ...], profiel: Profiel) -> tuple[Kader, ...]:
    """The kaders asked for; else those that fit the country and laws of the profile."""
    if ids:
        return catalogus.select(ids)
    fitting = [
        kader for kader in catalogus.kaders
        if kader.bereik.land == profiel.land and (not profiel.wet or set(profiel.wet) & set(kader.bereik.wet))
    ]
    return tuple(fitting) or catalogus.kaders


def read(dossier: Path, naam: str, target: Path, *, limieten: Limieten, geen_cache: bool) -> Dossier:
    """Read the dossier with a progress bar; what was read before and has not changed is not read again.

    Documents that hold personal data of clients are never kept.

    Raises:
        LeegDossierError: no document in it could be read.
    """
    from checker.dossier import ReadCache
    from checker.dossier.document import Toestand
    from checker.signalen.afschermen import has_personal
    from checker.voorraad import prune

    cache = None if geen_cache else ReadCache(private=has_personal)
    prune()
    if cache:
        cache.prune()
    files = sum(1 for path in dossier.rglob("*") if path.is_file())
    with gedeeld.progress("Lezen", files) as step:
        gelezen = read_dossier(dossier, limieten, target, naam=naam, cache=cache, progress=step)
    readable = (Toestand.GELEZEN, Toestand.DEELS)
    if not any(document.toestand in readable and document.passages for document in gelezen.documenten):
        causes = "; ".join(f"{d.pad}: {(d.melding or d.toestand).removesuffix('.')}" for d in gelezen.documenten[:5])
        raise gedeeld.LeegDossierError(pad=dossier, oorzaak=causes or "er staan geen documenten in")
    return gelezen


def _percentage(bevindingen: Sequence[Bevinding]) -> float:
    from checker.kaders.model import Oordeel

    judged = [b for b in bevindingen if b.oordeel is not Oordeel.NIET_VAN_TOEPASSING]
    shown = sum(b.oordeel is Oordeel.AANGETOOND for b in judged)
    return 100 * shown / len(judged) if judged else 100.0
