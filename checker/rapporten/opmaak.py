"""Opmaak: safe text, Dutch words and colours, dates and numbers, shared by all writers."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.kaders.model import Niveau, Oordeel

if TYPE_CHECKING:
    from collections.abc import Mapping

INGEKORT = " … (ingekort)"
MAX_CITAAT = 600  # no quote that the checker finds is longer: all of it is printed

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_ZICHTBAAR = re.compile(f"[{_BIDI}]")
_WEG = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(vlak << 16 | eind) for vlak in range(17) for eind in (0xFFFE, 0xFFFF))
    + "]"
)
_REGELEINDE = re.compile("\r\n|[\r\u2028\u2029]")
_MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_DATUM = re.compile(r"(\d{4})-(\d{2})-(\d{2})(T[\d:.+-]*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stijl:
    """A word for the reader with the colours it is shown in (hex, without ``#``)."""

    woord: str
    kleur: str
    tekstkleur: str


def _stijl(woord: str, kleur: str, tekstkleur: str) -> Stijl:
    return Stijl(woord=woord, kleur=kleur, tekstkleur=tekstkleur)


# Every pair of colours below has a contrast of at least 4.5 (WCAG 2.1, 1.4.3).
OORDELEN: Mapping[str, Stijl] = {
    Oordeel.AANGETOOND: _stijl("Aangetoond", "1F6F43", "FFFFFF"),
    Oordeel.GROTENDEELS: _stijl("Grotendeels aangetoond", "BFE0C8", "173D27"),
    Oordeel.GEDEELTELIJK: _stijl("Gedeeltelijk aangetoond", "FBE3A6", "4A3500"),
    Oordeel.NIET_AANGETOOND: _stijl("Niet aangetoond", "A4262C", "FFFFFF"),
    Oordeel.NIET_VAN_TOEPASSING: _stijl("Niet van toepassing", "E1E4E8", "3A4149"),
}
STATUSSEN: Mapping[str, Stijl] = {
    "gedekt": _stijl("Gedekt", "1F6F43", "FFFFFF"),
    "deels": _stijl("Deels gedekt", "FBE3A6", "4A3500"),
    "niet_gedekt": _stijl("Niet gedekt", "A4262C", "FFFFFF"),
    "niet_uit_papier": _stijl("Niet uit documenten vast te stellen", "D9E6F2", "1B3A57"),
    "niet_van_toepassing": _stijl("Niet van toepassing", "E1E4E8", "3A4149"),
}
ERNST: Mapping[str, Stijl] = {
    "hoog": _stijl("Hoog", "A4262C", "FFFFFF"),
    "midden": _stijl("Midden", "FBE3A6", "4A3500"),
    "laag": _stijl("Laag", "E1E4E8", "3A4149"),
}
NIVEAUS: Mapping[str, Stijl] = {
    Niveau.GEEN: _stijl("Geen", "E1E4E8", "3A4149"),
    Niveau.OPZET: _stijl("Opzet", "D9E6F2", "1B3A57"),
    Niveau.BESTAAN: _stijl("Bestaan", "A9C8E4", "12314D"),
    Niveau.WERKING: _stijl("Werking", "1F4E79", "FFFFFF"),
}
ZEKERHEDEN: Mapping[str, Stijl] = {
    "zeker": _stijl("Zeker", "D9E6F2", "1B3A57"),
    "waarschijnlijk": _stijl("Waarschijnlijk", "E1E4E8", "3A4149"),
    "te_beoordelen": _stijl("Te beoordelen", "FBE3A6", "4A3500"),
}
KLASSEN: Mapping[str, Stijl] = {
    "major": _stijl("Major", "A4262C", "FFFFFF"),
    "minor": _stijl("Minor", "FBE3A6", "4A3500"),
    "observatie": _stijl("Observatie", "E1E4E8", "3A4149"),
}
TOESTANDEN: Mapping[str, Stijl] = {
    "gelezen": _stijl("Gelezen", "BFE0C8", "173D27"),
    "deels": _stijl("Deels gelezen", "FBE3A6", "4A3500"),
    "scan": _stijl("Scan zonder tekst", "FBE3A6", "4A3500"),
    "versleuteld": _stijl("Met wachtwoord", "A4262C", "FFFFFF"),
    "leeg": _stijl("Leeg", "E1E4E8", "3A4149"),
    "te_groot": _stijl("Te groot", "A4262C", "FFFFFF"),
    "fout": _stijl("Niet leesbaar", "A4262C", "FFFFFF"),
    "overgeslagen": _stijl("Overgeslagen", "E1E4E8", "3A4149"),
}
UITSPRAKEN: Mapping[str, str] = {
    "bevestigd": "Bevestigd",
    "ontkend": "Ontkend",
    "voornemen": "Voornemen",
    "in_ontwikkeling": "In ontwikkeling",
    "verwijzing": "Alleen een verwijzing",
    "mogelijkheid": "Mogelijkheid",
    "verplichting": "Verplichting zonder uitvoering",
    "definitie": "Uitleg van een begrip",
    "historisch": "Verleden tijd",
    "vraag": "Een vraag",
    "sjabloon": "Leeg sjabloon",
    "kopie": "Overgenomen normtekst",
    "andere_organisatie": "Gaat over een andere organisatie",
}
SIGNAALSOORTEN: Mapping[str, str] = {
    "verouderd": "Verouderde verwijzingen",
    "tegenstrijdig": "Tegenstrijdigheden",
    "ontbrekend_document": "Ontbrekende documenten",
    "verlopen": "Verlopen documenten",
    "in_ontwikkeling": "Nog in ontwikkeling",
    "persoonsgegevens": "Persoonsgegevens",
    "sjabloon": "Lege sjablonen",
    "andere_organisatie": "Tekst van een andere organisatie",
    "onleesbaar": "Niet leesbaar",
}
TOETSSOORTEN: Mapping[str, str] = {"interview": "Interview", "dossier": "Dossiertoets", "observatie": "Observatie"}
PDCA_STAPPEN: Mapping[str, str] = {
    "plan": "Plan",
    "do": "Do",
    "check": "Check",
    "act": "Act",
}


def veilig(text: str) -> str:
    """Return text that every writer accepts and that cannot mislead the eye.

    Drops control characters (except tab and newline), surrogates and non-characters, shows
    controls of the writing direction as ``[U+202E]``, and composes accents (NFC).
    """
    # Nearly all text: what is dropped or shown is never printable.
    if text.isprintable() and (text.isascii() or unicodedata.is_normalized("NFC", text)):
        return text
    text = _REGELEINDE.sub("\n", text)
    text = unicodedata.normalize("NFC", _WEG.sub("", text))
    return _ZICHTBAAR.sub(lambda match: f"[U+{ord(match.group()):04X}]", text)


def inkorten(text: str, maximum: int = MAX_CITAAT) -> str:
    """Cut long text at a word and say so; the result is never longer than ``maximum``."""
    if len(text) <= maximum:
        return text
    ruimte = maximum - len(INGEKORT)
    kort = text[:ruimte]
    grens = kort.rfind(" ")
    return (kort[:grens] if grens > ruimte // 2 else kort).rstrip() + INGEKORT


# Keys that are written otherwise than their letters.
_EIGEN_NAAM = {"rie": "RI&E", "missie_visie": "Missie en visie", "certificaat": "Certificaat of polis"}


def stijl(tabel: Mapping[str, Stijl], sleutel: str) -> Stijl:
    """Look a word up; an unknown key is shown as written, in grey, never dropped."""
    gevonden = tabel.get(sleutel)
    return gevonden or _stijl(leesbaar(sleutel), "E1E4E8", "3A4149")


def leesbaar(sleutel: str) -> str:
    """Turn a key of the data into a word for the reader: "wet_nu" becomes "Wet nu"."""
    return _EIGEN_NAAM.get(sleutel) or hoofdletter(veilig(sleutel).replace("_", " ").strip())


def hoofdletter(text: str) -> str:
    """Start with a capital and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def zin(text: str) -> str:
    """Make a sentence of a remark: a capital first and a full stop last."""
    text = text.strip()
    return hoofdletter(text) + ("" if not text or text.endswith((".", "?", "!")) else ".")


def woord(tabel: Mapping[str, str], sleutel: str) -> str:
    """Look a plain word up, with the readable key as fallback."""
    return tabel.get(sleutel) or leesbaar(sleutel)


def reden_niet_geteld(uitspraak: str) -> str:
    """Why a quote does not count: what it says, or that it is too unsure when it says so itself."""
    return "Te onzeker: lees zelf na" if uitspraak == "bevestigd" else woord(UITSPRAKEN, uitspraak)


def doorslag(uitspraak: str, cue: str) -> str:
    """The words because of which a quote does not count; none where it is only too unsure."""
    return "" if uitspraak == "bevestigd" else cue


def datum(iso: str) -> str:
    """Write an ISO date in Dutch: "2026-11-22" becomes "22 november 2026"; any other text stays as it is."""
    match = _DATUM.fullmatch(iso)
    if not match or not 1 <= int(match[2]) <= len(_MAANDEN):
        return veilig(iso)
    return f"{int(match[3])} {_MAANDEN[int(match[2]) - 1]} {match[1]}"


def getal(waarde: float, decimalen: int = 0) -> str:
    """Write a number in Dutch: 1234.5 becomes "1.234,5" with one decimal."""
    return f"{waarde:,.{decimalen}f}".translate(str.maketrans(",.", ".,"))


def procent(deel: int, geheel: int) -> str:
    """Write a share as a whole percentage; "0%" when there is nothing to share."""
    return f"{round(100 * deel / geheel) if geheel else 0}%"


def aantal(hoeveel: int, een: str, meer: str) -> str:
    """Write a count with its noun: "1 norm", "12 normen"."""
    return f"{getal(hoeveel)} {een if hoeveel == 1 else meer}"


def opsomming(delen: tuple[str, ...] | list[str]) -> str:
    """Join with commas and "en": "a, b en c"."""
    if len(delen) <= 1:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} en {delen[-1]}"
