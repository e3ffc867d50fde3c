"""checker kaders: list the kaders, or show one with its normen."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from checker.commands import gedeeld
from checker.commands.nederlands import Opdracht

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.kaders.model import Kader, Norm


@click.command("kaders", cls=Opdracht)
@click.argument("kader_id", required=False)
@click.option("--segment", metavar="SEGMENT", help="Alleen kaders waarnaar een inkoper in dit segment kan verwijzen, zoals jeugdhulp-4 of wmo-1a.")
@click.option("--kruis", nargs=2, metavar="A B", help="Wat kader A al beantwoordt van kader B, en wat open blijft.")
@click.option("--json", "as_json", is_flag=True, help="Alle normen en onderdelen als JSON.")
def command(*, kader_id: str | None, segment: str | None, kruis: tuple[str, str] | None, as_json: bool) -> None:
    """Toon de kaders, of één kader met zijn normen."""
    catalogus = gedeeld.open_catalogus()
    if kruis:
        show_kruis(catalogus.kader(kruis[0]), catalogus.kader(kruis[1]), as_json=as_json)
        return
    kaders = (catalogus.kader(kader_id),) if kader_id else catalogus.kaders
    if segment:
        show_segment(kaders, segment, as_json=as_json)
    elif as_json:
        click.echo(json.dumps({"kaders": [kader_json(kader) for kader in kaders]}, ensure_ascii=False, indent=1))
    elif kader_id:
        _print_kader(kaders[0])
    else:
        for kader in kaders:
            _print_line(kader)


def show_kruis(first: Kader, second: Kader, *, as_json: bool) -> None:
    """Print which normen of the second kader the first one touches, and which stay open."""
    from checker.kaders.kruis import cross

    found = cross(first, second)
    answered = {verband.naar for verband in found}
    if as_json:
        rows = [
            {"van": v.van, "naar": v.naar, "soort": v.soort, "gesteld": v.gesteld, "draagt_oordeel": v.draagt_oordeel, "reden": v.reden}
            for v in found
        ]
        open_ids = [norm.id for norm in second.normen if norm.id not in answered]
        click.echo(json.dumps({"verbanden": rows, "open": open_ids}, ensure_ascii=False, indent=1))
        return
    click.secho(f"Wat {first.titel} al beantwoordt van {second.titel}", bold=True)
    for norm in second.normen:
        own = [v for v in found if v.naar == norm.id]
        click.secho(f"\n{norm.id}  {norm.titel}", bold=True, nl=not own)
        for verband in own:
            carries = "het oordeel telt mee" if verband.draagt_oordeel else "bewijs kan hergebruikt worden, zelf oordelen"
            source = "" if verband.gesteld else ", afgeleid"
            click.echo(f"\n   {verband.van} {verband.soort}{source}: {verband.reden} ({carries})", nl=False)
        click.echo("" if own else "   open: hier zegt het eerste kader niets over")
    click.echo(f"\n{len(answered)} van de {len(second.normen)} normen worden geraakt, {len(second.normen) - len(answered)} blijven open.")


def show_segment(kaders: Sequence[Kader], segment: str, *, as_json: bool) -> None:
    """Print the kaders that a purchaser in a segment may refer to, each with the reason."""
    from checker.kaders.segment import SEGMENTEN, choose

    found = choose(kaders, segment)
    if as_json:
        click.echo(json.dumps({"kaders": [kader_json(k.kader) | {"waarom": k.reden} for k in found]}, ensure_ascii=False, indent=1))
        return
    name = segment.strip().lower()
    click.secho(f"Segment {name}: {SEGMENTEN[name]}", bold=True)
    for keuze in found:
        _print_line(keuze.kader)
        click.secho(f"    waarom: {keuze.reden}", fg="cyan")
    if not found:
        click.echo("Geen kader gevonden voor dit segment.")


def kader_json(kader: Kader) -> dict[str, Any]:
    """A kader as data for other programs."""
    return {
        "kader_id": kader.id, "titel": kader.titel, "uitgever": kader.uitgever, "versie": kader.versie, "jaar": kader.jaar,
        "status": kader.status, "gecontroleerd_op": kader.gecontroleerd_op,
        "wet": list(kader.bereik.wet), "segmenten": list(kader.bereik.segmenten), "land": kader.bereik.land,
        "brengt_mee": list(kader.bereik.brengt_mee), "themas": list(kader.themas), "afgeleid": kader.afgeleid,
        "normen": [_norm_json(norm) for norm in kader.normen],
    }


def _norm_json(norm: Norm) -> dict[str, Any]:
    return {
        "norm_id": norm.id, "nummer": norm.nummer, "thema": norm.thema, "element": norm.element, "titel": norm.titel,
        "toetsvraag": norm.toetsvraag, "toepassing": norm.toepassing, "bron_van": norm.bron_van, "bron_tot": norm.bron_tot,
        "gewicht": norm.gewicht, "scoren": norm.scoren, "aantal_onderdelen": len(norm.onderdelen),
        "links": [{"norm": link.norm, "soort": link.soort, "reden": link.reden} for link in norm.links],
        "onderdelen": [
            {"id": o.id, "tekst": o.tekst, "vereist": o.vereist, "niveau": str(o.niveau), "uit_papier": o.uit_papier,
             "toepassing": o.toepassing, "documenten": list(o.documenten)}
            for o in norm.onderdelen
        ],
    }


def _print_line(kader: Kader) -> None:
    count = sum(len(norm.onderdelen) for norm in kader.normen)
    mark = " (automatisch afgeleid, begrippen nakijken)" if kader.afgeleid else ""
    click.secho(f"{kader.id}", bold=True, nl=False)
    click.echo(f"  {kader.titel} ({kader.uitgever}, {kader.jaar}){mark}")
    click.echo(f"    {len(kader.normen)} normen, {count} onderdelen; {kader.bereik.toelichting}")
    if kader.bereik.brengt_mee:
        click.echo(f"    brengt mee: {', '.join(kader.bereik.brengt_mee)}")


def _print_kader(kader: Kader) -> None:
    click.secho(f"{kader.titel} ({kader.uitgever}, versie {kader.versie})", bold=True)
    click.echo(f"{kader.bereik.toelichting}\nStatus (nagegaan op {kader.gecontroleerd_op}): {kader.status}")
    for statement in kader.verklaringen:
        doubt = "" if statement.geverifieerd else " [niet nagezocht]"
        click.echo(f"  - {statement.tekst} ({statement.bron}, {statement.datum}){doubt}")
    for thema in kader.themas:
        click.secho(f"\n{thema}", bold=True)
        for norm in kader.normen:
            if norm.thema == thema:
                condition = f" [alleen bij: {norm.toepassing.replace('+', ' en ')}]" if norm.toepassing else ""
                click.echo(f"  {norm.id}  {norm.titel}{condition}")
                for onderdeel in norm.onderdelen:
                    click.echo(f"      - {onderdeel.tekst}")
