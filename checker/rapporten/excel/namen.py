"""Namen: sheets, tables, lists and headers that others rely on, such as the way back in."""

from __future__ import annotations

LEESMIJ = "Leesmij"
SAMENVATTING = "Samenvatting"
NORMEN = "Normen"
ONDERDELEN = "Onderdelen"
BEWIJS = "Bewijs"
ACTIEPLAN = "Actieplan"
SIGNALEN = "Signalen"
PRAKTIJKTOETS = "Praktijktoets"
DOCUMENTEN = "Documenten"
KRUISTABEL = "Kruistabel"
SINDS = "Sinds vorige keer"
VERLOOP = "Verloop"
LOGBOEK = "Logboek"
LIJSTEN = "Lijsten"

KOPRIJ = 4
"""Row number (from 1) of the headers on every sheet with a table."""

NORM_ID = "norm_id"
KADER_ID = "kader_id"
ONDERDEEL_ID = "onderdeel_id"
VOORSTEL = "Voorstel"
EINDOORDEEL = "Eindoordeel"
LET_OP = "Let op"
STAND = "Stand (niet wijzigen)"

UW_OORDEEL = "Uw oordeel"
REDEN = "Reden"
EIGENAAR = "Eigenaar"
DEADLINE = "Deadline"
STATUS = "Status"
BEOORDELAAR = "Beoordelaar"
BEOORDEELD_OP = "Beoordeeld op"

MENSKOLOMMEN = {
    UW_OORDEEL: "oordeel",
    REDEN: "reden",
    EIGENAAR: "eigenaar",
    DEADLINE: "deadline",
    STATUS: "status",
    BEOORDELAAR: "beoordelaar",
    BEOORDEELD_OP: "datum",
}
"""Headers that a person fills in Normen, with the key each has in ``beoordeling``."""

ACTIE_ID = "actie_id"
SIGNAAL_ID = "signaal_id"
VRAAG_ID = "vraag_id"
ACTIEKOLOMMEN = {
    EIGENAAR: "eigenaar",
    DEADLINE: "deadline",
    STATUS: "status",
    "Oorzaak": "oorzaak",
    "Resultaat nagegaan op": "nagegaan_op",
    "Effect": "effect",
}
SIGNAALKOLOMMEN = {EIGENAAR: "eigenaar", STATUS: "status"}
VRAAGKOLOMMEN = {"Antwoord": "antwoord", "Gesproken met": "gesproken_met", "Datum": "datum"}
"""Headers that a person fills in Actieplan, Signalen and Praktijktoets, with the key each has in ``werk``."""

LIJST_OORDELEN = "lijst_oordelen"
LIJST_STATUSSEN = "lijst_statussen"
STATUSSEN = ("Open", "Bezig", "Klaar", "Vervalt")


def tabelnaam(blad: str) -> str:
    """Name of the table on a sheet."""
    return f"tbl{blad.replace(' ', '')}"
