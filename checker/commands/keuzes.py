"""Keuzes: the options that several commands have, each said once, and what may be chosen."""

from __future__ import annotations

import re
from pathlib import Path

import click

from checker.commands.gedeeld import tell_left_out
from checker.errors import CheckerError


class OngeldigeDatumError(CheckerError):
    """A peildatum that is no date."""

    _TEXT = "De peildatum '{tekst}' is geen datum. Schrijf jaar-maand-dag (2026-03-01) of dag-maand-jaar (1-3-2026)."


class Formaat(click.ParamType):  # type: ignore[type-arg] # not generic at run time in every click 8
    """A report format: built in, or one that a plugin writes."""

    name = "formaat"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Accept a known format; name the known ones otherwise."""
        from checker.plugins.bijdragen import plugin_writers
        from checker.plugins.laden import installed
        from checker.rapporten.formaten import FORMATEN, OP_VERZOEK, SOORTEN

        own = [*FORMATEN, *(formaat for formaat in OP_VERZOEK if formaat not in SOORTEN)]
        known = own if value in own else [*own, *plugin_writers()]
        if value not in known:
            tell_left_out(installed()[1])
            self.fail(f"'{value}' is geen formaat. Kies uit: {', '.join(known)}.", param, ctx)
        return value


class Soort(click.ParamType):  # type: ignore[type-arg] # not generic at run time in every click 8
    """What the Word document is for."""

    name = "soort"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Accept a known kind; name the known ones otherwise."""
        from checker.rapporten.formaten import SOORTEN

        if value not in SOORTEN:
            self.fail(f"'{value}' bestaat niet. Kies uit: {', '.join(SOORTEN)}.", param, ctx)
        return value


FORMAAT = click.option(
    "--formaat", "formaten", multiple=True, type=Formaat(),
    help="Alleen dit rapport: docx, html, json of xlsx; of ics (agenda) of pakket (zip met het bewijs per norm). Mag vaker.",
)
PEILDATUM = click.option("--peildatum", metavar="JJJJ-MM-DD", help="Datum waarop geoordeeld wordt (standaard: vandaag).")
SJABLOON = click.option("--sjabloon", metavar="PAD", type=click.Path(path_type=Path), help="Word-bestand met uw huisstijl.")
SOORT = click.option("--soort", type=Soort(), default="gap", help="Soort Word-document: gap (standaard); kort: het gaprapport zonder de uitwerking per norm; aanbesteding: het antwoord per eis met bijlagen.")
LIMIET = click.option(
    "--limiet", "limieten", multiple=True, metavar="NAAM=GETAL", help="Andere grens bij het lezen, zoals seconden=30 of pdf_bytes=500MB; mag vaker."
)


def parse_peildatum(text: str | None) -> str:
    """The peildatum as ISO text; today when none is given. Day-month-year is read too, as in the Excel desk.

    Raises:
        OngeldigeDatumError: the text is no date.
    """
    from datetime import date

    if text is None:
        return date.today().isoformat()  # noqa: DTZ011 - the user's own calendar day
    dutch = re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", text.strip())
    try:
        found = date(int(dutch[3]), int(dutch[2]), int(dutch[1])) if dutch else date.fromisoformat(text.strip())
        return found.isoformat()
    except ValueError as error:
        raise OngeldigeDatumError(tekst=text) from error
