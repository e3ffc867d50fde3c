"""checker beoordeel: take the verdicts of people in from the desk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.commands import gedeeld, keuzes
from checker.commands.nederlands import Opdracht
from checker.commands.vorige import find_resultaat, look_back_at_stored

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.beoordelingen import Inlezing, Regel
    from checker.resultaat import Resultaat

_MAX_WAT = 60


@click.command("beoordeel", cls=Opdracht)
@click.argument("resultaat", type=click.Path(path_type=Path))
@click.argument("gapanalyse", type=click.Path(path_type=Path))
@click.option("--wie", default="", metavar="NAAM", help="Uw naam, voor oordelen waar in Excel geen beoordelaar bij staat.")
@click.option("--dossier", metavar="PAD", type=click.Path(path_type=Path), help="Bewaar de oordelen in de map van het dossier (standaard: naast het resultaat).")
@click.option("--datum", metavar="JJJJ-MM-DD", help="Dag van inlezen (standaard: vandaag).")
@keuzes.SJABLOON
def command(*, resultaat: Path, gapanalyse: Path, wie: str, dossier: Path | None, datum: str | None, sjabloon: Path | None) -> None:
    """Neem de oordelen over die in GAPANALYSE (xlsx) bij RESULTAAT zijn ingevuld."""
    from checker.beoordelingen import NAAM, Moment, append, find_changes, merge, read_stored, read_werkblad
    from checker.pipeline import check_seals
    from checker.rapporten.formaten import check_sjabloon
    from checker.rapporten.opmaak import veilig
    from checker.rapporten.resultaatbestand import read as read_resultaat

    resultaat = find_resultaat(resultaat)
    loaded = read_resultaat(resultaat)
    check_seals([b for bevinding in loaded.bevindingen for b in (*bevinding.bewijs, *bevinding.tegenbewijs)])
    check_sjabloon(sjabloon)
    if dossier is not None:
        gedeeld.check_dossier(dossier)
    own = (dossier or resultaat.parent) / NAAM
    bekend = read_stored(resultaat.parent, dossier)
    moment = Moment(datum=keuzes.parse_peildatum(datum) if datum else now(), wie=veilig(wie).strip())
    inlezing = find_changes(read_werkblad(gapanalyse), loaded, bekend, moment)
    append(own, inlezing.nieuw)
    samen = merge(loaded, bekend | {regel.id: regel for regel in inlezing.nieuw})
    written = rewrite(samen, resultaat.parent, sjabloon) if samen != loaded else []
    print_inlezing(inlezing, own, written, _where(gapanalyse, written))


def now() -> str:
    """The moment as the user's clock tells it: who judged last must be clear within a day too."""
    from datetime import datetime

    return datetime.now().isoformat(timespec="seconds")  # noqa: DTZ005 - the user's own clock


def rewrite(resultaat: Resultaat, folder: Path, sjabloon: Path | None) -> list[Path]:
    """Write again the reports that stand in the folder."""
    from checker.rapporten.formaten import FORMATEN, OP_VERZOEK, write_all

    alle = {formaat: name for formaat, (_, name) in (FORMATEN | OP_VERZOEK).items() if formaat != "pakket"}
    gedeeld.prepare_output(folder)
    return write_all(resultaat, folder, [f for f, name in alle.items() if (folder / name).exists()], sjabloon=sjabloon, terugblik=look_back_at_stored(resultaat, folder))


def _where(gapanalyse: Path, written: Sequence[Path]) -> Path:
    """The file that still holds the rows that were left out: the copy, when a new desk took the place of this one."""
    if any(path.resolve() == gapanalyse.resolve() for path in written):
        return next((path for path in written if "-ingevuld" in path.name), gapanalyse)
    return gapanalyse


def print_inlezing(inlezing: Inlezing, place: Path, written: Sequence[Path], desk: Path) -> None:
    """Say what was taken over, what was left out, and where it stands; ``desk`` is the file that holds it now."""
    from checker.rapporten.opmaak import veilig

    for melding in inlezing.meldingen:
        click.secho(f"Let op: {veilig(melding)}", fg="yellow", err=True)
    for fout in inlezing.fouten:
        click.secho(fout.melding, fg="yellow", err=True)
    for regel in inlezing.nieuw:
        click.echo(f"  {_summary(regel)}")
    if not inlezing.nieuw:
        click.secho("Er is niets nieuws overgenomen." if inlezing.fouten or inlezing.meldingen else "Er is niets nieuws ingevuld.", bold=True)
    else:
        click.secho(f"{_count(inlezing.nieuw)} overgenomen in {place}.", fg="green", bold=True)
    if inlezing.fouten:
        click.secho(f"{len(inlezing.fouten)} {'rij' if len(inlezing.fouten) == 1 else 'rijen'} overgeslagen. Wat daar is ingevuld staat nog in {desk}. Verbeter die in Excel en lees opnieuw in.", fg="yellow", err=True)
    for path in written:
        bewaard = "  (wat u inlas, met alles wat erin staat)" if "-ingevuld" in path.name else ""
        click.echo(f"  {path}{bewaard}")


def _count(regels: Sequence[Regel]) -> str:
    """How many of each: "2 normen en 1 actie"."""
    from checker.beoordelingen import Werkregel
    from checker.rapporten.opmaak import aantal, opsomming

    soorten = [regel.soort if isinstance(regel, Werkregel) else "norm" for regel in regels]
    woorden = {"norm": "normen", "actie": "acties", "signaal": "signalen", "vraag": "vragen"}
    return opsomming([aantal(soorten.count(een), een, meer) for een, meer in woorden.items() if een in soorten])


def _summary(regel: Regel) -> str:
    from checker.beoordelingen import Beoordeling
    from checker.rapporten.opmaak import OORDELEN, datum, inkorten, stijl, veilig

    if isinstance(regel, Beoordeling):
        wat = regel.norm_id
        delen = [stijl(OORDELEN, regel.oordeel).woord if regel.oordeel else "geen oordeel"]
    else:
        wat = f"{regel.soort} {inkorten(' '.join(veilig(regel.wat).split()), _MAX_WAT)}"
        delen = ["antwoord ingevuld"] if regel.velden.get("antwoord") else []
    velden = regel.velden
    deadline = datum(velden["deadline"]) if velden.get("deadline") else ""
    return f"{wat}  {', '.join(deel for deel in (*delen, velden.get('eigenaar', ''), deadline, velden.get('status', '')) if deel) or 'ingevuld'}"
