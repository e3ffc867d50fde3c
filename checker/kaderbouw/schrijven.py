"""Schrijven: a kader as data into a kader.yaml, and an example to start from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from checker.errors import CheckerError
from checker.taal.woorden import fold

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path


class BestandBestaatError(CheckerError):
    """The file to write is there already."""

    _TEXT = "Het bestand {bestand} bestaat al. Kies een andere plek met --uit, of verwijder het eerst."


class OngeldigeNaamError(CheckerError):
    """A name from which no kader id can be made."""

    _TEXT = "Van '{naam}' is geen naam voor een kader te maken. Gebruik kleine letters, cijfers en liggende streepjes."


def clean_id(name: str) -> str:
    """A kader id from any name: lower case, digits and underscores.

    Raises:
        OngeldigeNaamError: there is no letter in it.
    """
    text = re.sub(r"[^a-z0-9]+", "_", fold(name)).strip("_").lstrip("0123456789_")
    if not text:
        raise OngeldigeNaamError(naam=name)
    return text


def write_kader(kader: dict[str, Any], path: Path) -> None:
    """Write a kader file, never over another one.

    Raises:
        BestandBestaatError: the file exists.
    """
    import yaml

    if path.exists():
        raise BestandBestaatError(bestand=path)
    path.parent.mkdir(parents=True, exist_ok=True)
    head = "# Een kader voor de checker. Uitleg: docs/kader-schrijven.md. Controleer met: checker kader controleer DIT_BESTAND\n"
    path.write_text(head + yaml.safe_dump(kader, allow_unicode=True, sort_keys=False, width=130), encoding="utf-8")


def free_prefix(kader_id: str, taken: Collection[str]) -> str:
    """Capitals for the ids of a new kader's normen, with which no norm that is ``taken`` begins."""
    prefix = "".join(char for char in kader_id.upper() if char.isalpha())[:6] or "EIS"
    while any(norm.startswith(f"{prefix}-") for norm in taken):
        prefix += "E"
    return prefix


def example(kader_id: str, prefix: str, datum: str) -> dict[str, Any]:
    """A kader with one norm that passes its own check, to be adapted; its ids begin with the prefix."""
    return {
        "id": kader_id, "titel": f"Eigen kader {kader_id}", "uitgever": "eigen organisatie", "versie": "1", "jaar": int(datum[:4]),
        "bron": "eigen eisen", "status": "Eigen kader, in gebruik vanaf de datum hiernaast.", "gecontroleerd_op": datum, "themas": ["Klachten"],
        "bereik": {"wet": ["jeugdwet", "wmo"], "segmenten": [], "land": "nl", "toelichting": "Voor de eigen organisatie."},
        "schaal": {
            "soort": "oordeel", "toelichting": "Telling per oordeel.",
            "labels": {
                "aangetoond": "voldoet", "grotendeels": "voldoet grotendeels", "gedeeltelijk": "voldoet deels",
                "niet_aangetoond": "voldoet niet", "niet_van_toepassing": "niet van toepassing",
            },
        },
        "normen": [{
            "id": f"{prefix}-1.1", "nummer": "1.1", "thema": "Klachten", "element": "organisatie", "titel": "Een klacht krijgt op tijd antwoord",
            "toetsvraag": "Weet een cliënt waar hij met een klacht terechtkan en wanneer hij antwoord krijgt?", "bron_van": 0, "bron_tot": 0,
            "gewicht": 2, "risico": "Onvrede blijft liggen en komt pas bij de inspectie of de rechter boven.",
            "praktijktoets": [{"soort": "interview", "rol": "cliënt", "vraag": "Wat zou u doen als u ontevreden bent?"}],
            "onderdelen": [{
                "id": f"{prefix}-1.1/1", "tekst": "Er is een termijn waarbinnen een klacht wordt beantwoord.", "niveau": "opzet",
                "kern": ["@klacht + #termijn + antwoord|reactie|beslissing|afhandelen|behandelen|oordeel", "@klachtenregeling + #termijn"],
                "documenten": ["klachtenregeling", "website"], "niet_genoeg": "Dat klachten serieus worden genomen.",
                "advies": "Zet in de klachtenregeling binnen hoeveel weken de cliënt antwoord krijgt.", "vraag": "Hoe lang duurde de laatste klacht?",
                "voorbeelden": {
                    "wel": [
                        "Binnen zes weken krijgt u een schriftelijke reactie op uw klacht.",
                        "De klachtencommissie doet uiterlijk vier weken na ontvangst van de klacht een beslissing.",
                        "Elke klacht behandelen wij binnen tien werkdagen.",
                    ],
                    "niet": [
                        "Klachten nemen wij altijd serieus.",
                        "Er is nog geen termijn van zes weken voor de reactie op een klacht afgesproken.",
                        "Lichamelijke klachten bespreekt u met uw huisarts.",
                    ],
                },
                "zinnen": ["Uiterlijk een maand nadat uw brief binnen is, hoort u wat wij met uw onvrede hebben gedaan."],
            }],
        }],
    }
