"""Kenmerken: what a practice can be or do; the conditions of the toepassing column, as people read them."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

KENMERKEN: dict[str, str] = {
    "verblijf": "biedt verblijf (wonen, logeren, groep)",
    "pleegzorg": "biedt pleegzorg",
    "gesloten_jeugdhulp": "heeft jeugdigen met een machtiging gesloten jeugdhulp",
    "vrijwilligers": "werkt met vrijwilligers",
    "stagiaires": "werkt met stagiaires",
    "hbo_mbo_stage": "heeft een relatie met hbo-opleidingen of mbo-stages",
    "raad_van_toezicht": "heeft een raad van toezicht of ander toezichthoudend orgaan",
    "derden_zzp": "huurt zzp'ers of andere derden in",
    "burgerinitiatieven": "ondersteunt burgerinitiatieven",
    "wijkteam": "is een lokaal (wijk)team",
    "gemeente": "is zelf een gemeente",
    "jeugdbescherming": "geeft hulp zonder hulpvraag (jeugdbescherming, reclassering)",
    "veilig_thuis_overdracht": "krijgt gezinnen overgedragen van Veilig Thuis",
    "nachtopvang_crisisopvang": "biedt nachtopvang of crisisopvang",
    "gezinnen_crisisopvang": "vangt kinderen of gezinnen op in crisisopvang",
    "jongeren_opvang": "vangt jongeren op",
    "kortdurend_nachtopvang": "heeft cliënten die kort in de nachtopvang verblijven",
    "niet_kortdurend_nachtopvang": "heeft ook andere cliënten dan in kort nachtverblijf",
    "geregistreerden": "heeft geregistreerde professionals",
    "leveranciers": "heeft bedrijfskritische leveranciers",
    "reorganisatie": "heeft een organisatieverandering gehad",
}


def meant(wrong: str, choices: Iterable[str]) -> str:
    """The choices, with first the one that was probably meant, as the end of an error message."""
    known = list(choices)
    near = get_close_matches(wrong.lower(), known, n=1)
    return f"{f'bedoelt u {near[0]}? ' if near else ''}Kies uit: {', '.join(known)}."
