"""Bewijspakket: a zip with the quoted documents in a numbered folder per norm, and an index with links."""

from __future__ import annotations

import hashlib
import re
import unicodedata
import zipfile
from dataclasses import dataclass
from html import escape
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote

from checker.dossier.eigen import MERK
from checker.errors import CheckerError
from checker.rapporten.bestand import vervang
from checker.rapporten.opmaak import OORDELEN, aantal, datum, inkorten, stijl, veilig
from checker.rapporten.overzicht import plaats
from checker.rapporten.thuis import is_hidden

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from checker.resultaat import Bevinding, Bewijs, Resultaat

INDEX = "index.html"
_SAMEN = "000 Documenten"
_MAX_BYTES = 200_000_000
_MAX_NAAM = 80
_VERBODEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_MAX_CITAAT = 600
_EERSTE, _LAATSTE = (1980, 1, 1), (2107, 12, 31)
_STIJL = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b2733;background:#fff}"
    "a{color:#1f4e79}h2{font-size:1.1rem;margin:2rem 0 .25rem}blockquote{margin:.5rem 0 .5rem 1rem;padding-left:.75rem;"
    "border-left:4px solid #a9c8e4}.bron{color:#4a5560;margin:0 0 .75rem 1rem}.let-op{background:#fff8dc;padding:.5rem 1rem}"
)


class BronOntbreektError(CheckerError):
    """A quoted document is not in the dossier as it was read."""

    _TEXT = (
        "{pad} {oorzaak} in {dossier}. Het bewijspakket is niet geschreven: een citaat zou niet bij zijn document passen."
        " Toets het dossier opnieuw met checker toets."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """The folder of one norm: its name, and per document where it stands in the zip."""

    bevinding: Bevinding
    naam: str
    plekken: dict[str, str]


def write(resultaat: Resultaat, path: Path, *, dossier: Path) -> None:
    """Write the pack; the same resultaat and dossier give the same bytes.

    Raises:
        BronOntbreektError: a quoted document is gone or has changed since it was read.
    """
    bronnen = find_bronnen(resultaat, dossier)
    mappen = arrange(resultaat, bronnen)
    verborgen = frozenset(b.document for bevinding in resultaat.bevindingen for b in bevinding.bewijs if is_hidden(b.document))
    thuis = find_private(resultaat, bronnen) | verborgen
    with vervang(path) as tijdelijk, zipfile.ZipFile(tijdelijk, "w", zipfile.ZIP_DEFLATED) as pakket:
        _add(pakket, resultaat, INDEX, index(resultaat, mappen, thuis).encode("utf-8"))
        for plek, pad in sorted({plek: pad for deel in mappen for pad, plek in deel.plekken.items() if pad not in thuis}.items()):
            _add(pakket, resultaat, plek, bronnen[pad].read_bytes())


def find_private(resultaat: Resultaat, bronnen: Mapping[str, Path]) -> frozenset[str]:
    """Quoted documents whose file holds data of clients, itself or in an attachment: these stay at home."""
    gezien = [s.document for s in resultaat.signalen if s.soort == "persoonsgegevens"]

    def bestand(pad: str) -> str:
        ouders = [pad, *(ouder.as_posix() for ouder in PurePosixPath(pad).parents)]
        return next((ouder for ouder in ouders if bronnen[pad].as_posix().endswith(f"/{ouder}")), pad)

    return frozenset(pad for pad in bronnen if any(f"{document}/".startswith(f"{bestand(pad)}/") for document in gezien))


def find_bronnen(resultaat: Resultaat, dossier: Path) -> dict[str, Path]:
    """The file behind each quoted document; of an attachment or a file in an archive the file that holds it.

    A path in which a name of a client was hidden has none: that document stays at home.
    """
    hashes = {d.pad: d.sha256 for d in resultaat.dossier.documenten}
    paden = dict.fromkeys(b.document for bevinding in resultaat.bevindingen for b in bevinding.bewijs if not is_hidden(b.document))
    return {pad: _bron(dossier.resolve(), pad, hashes.get(pad, "")) for pad in paden}


def _bron(dossier: Path, pad: str, sha256: str) -> Path:
    bestand = dossier / pad
    if not bestand.resolve().is_relative_to(dossier):
        raise BronOntbreektError(pad=pad, dossier=dossier, oorzaak="staat niet")
    if bestand.is_file():
        if hashlib.sha256(bestand.read_bytes()).hexdigest() != sha256:
            raise BronOntbreektError(pad=pad, dossier=dossier, oorzaak="is sinds de toets veranderd")
        return bestand
    houder = next((ouder for ouder in bestand.parents if ouder.is_file()), None)
    if houder is None:
        raise BronOntbreektError(pad=pad, dossier=dossier, oorzaak="staat niet meer")
    return houder


def arrange(resultaat: Resultaat, bronnen: dict[str, Path]) -> tuple[Map, ...]:
    """Give every norm with evidence its folder; when copies would grow too large, one folder serves all."""
    geciteerd = [(b, tuple(dict.fromkeys(bewijs.document for bewijs in b.bewijs))) for b in resultaat.bevindingen if b.bewijs]
    maten = {pad: bestand.stat().st_size for pad, bestand in bronnen.items()}
    samen = sum(maten.get(pad, 0) for _, paden in geciteerd for pad in paden) > _MAX_BYTES
    vast = {pad: f"{_SAMEN}/{nr:03d} {_naam(bronnen[pad].name)}" for nr, pad in enumerate(bronnen, 1)}
    mappen = []
    for nr, (bevinding, paden) in enumerate(geciteerd, 1):
        naam = f"{nr:03d} {_naam(f'{bevinding.norm_id} {bevinding.titel}')}"
        eigen = {pad: f"{naam}/{plek:02d} {_naam(bronnen[pad].name)}" for plek, pad in enumerate(paden, 1) if pad in bronnen}
        mappen.append(Map(bevinding=bevinding, naam=naam, plekken={pad: vast[pad] for pad in paden if pad in vast} if samen else eigen))
    return tuple(mappen)


def _naam(text: str) -> str:
    """A name that every file system takes; the suffix stays."""
    schoon = _VERBODEN.sub(" ", unicodedata.normalize("NFC", veilig(text)))
    schoon = " ".join(schoon.split()).rstrip(". ") or "document"
    stam, punt, soort = schoon.rpartition(".")
    if not punt or len(soort) > 8 or " " in soort:
        return schoon[:_MAX_NAAM].rstrip(". ")
    return f"{stam[: _MAX_NAAM - len(soort) - 1].rstrip('. ')}.{soort}"


def index(resultaat: Resultaat, mappen: tuple[Map, ...], thuis: frozenset[str] = frozenset()) -> str:
    """The page with links: per norm its quotes and the documents they stand in."""
    naam = _tekst(resultaat.dossier.naam)
    delen = "\n".join(line for deel in mappen for line in _norm(deel, thuis))
    normen = aantal(len(mappen), "norm", "normen")
    return (
        f'<!DOCTYPE html>\n<html lang="nl">\n<head><meta charset="utf-8"><meta name="generator" content="{MERK}"><title>Bewijspakket {naam}</title>'
        f'<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">'
        f"<style>{_STIJL}</style></head>\n<body>\n<h1>Bewijspakket {naam}</h1>\n"
        f"<p>Bewijs bij {normen}, peildatum {_tekst(datum(resultaat.peildatum))}. De citaten zijn letterlijk.</p>\n"
        '<p class="let-op">De documenten zijn ongewijzigd. Documenten waarin gegevens van cliënten zijn gezien zijn niet bijgevoegd; kijk de andere na voordat u dit pakket deelt.</p>\n'
        f"{delen}\n</body>\n</html>\n"
    )


def _norm(deel: Map, thuis: frozenset[str]) -> Iterator[str]:
    bevinding = deel.bevinding
    yield f"<h2>{_tekst(f'{deel.naam[:3]}. {bevinding.norm_id} {bevinding.titel}')}</h2>"
    mens = (bevinding.beoordeling or {}).get("oordeel")
    ernaast = f" Oordeel van een mens: {_tekst(stijl(OORDELEN, mens).woord.lower())}." if mens else ""
    yield f"<p>Voorstel: {_tekst(stijl(OORDELEN, bevinding.oordeel).woord.lower())}.{ernaast}</p>"
    for bewijs in bevinding.bewijs:
        yield _citaat(bewijs, "" if bewijs.document in thuis else deel.plekken[bewijs.document])


def _citaat(bewijs: Bewijs, plek: str) -> str:
    bron = _tekst(bewijs.document)
    koppeling = f'<a href="{escape(quote(plek), quote=True)}">{bron}</a>' if plek else f"{bron} (niet bijgevoegd: er staan gegevens van cliënten in)"
    return (
        f"<blockquote>{_tekst(inkorten(bewijs.citaat, _MAX_CITAAT))}</blockquote>\n"
        f'<p class="bron">{koppeling}, {_tekst(plaats(bewijs))}</p>'
    )


def _tekst(text: str) -> str:
    return escape(veilig(text))


def _add(pakket: zipfile.ZipFile, resultaat: Resultaat, naam: str, inhoud: bytes) -> None:
    """Add a file with the run date as its time, so that no clock reaches the zip."""
    info = zipfile.ZipInfo(naam, _moment(resultaat.peildatum))
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    pakket.writestr(info, inhoud)


def _moment(peildatum: str) -> tuple[int, int, int, int, int, int]:
    """The run date, as near as a zip can hold it: its years are 1980 to 2107."""
    delen = re.match(r"(\d{4})-(\d\d)-(\d\d)", peildatum)
    dag = (int(delen[1]), int(delen[2]), int(delen[3])) if delen else _EERSTE
    return (*min(max(dag, _EERSTE), _LAATSTE), 0, 0, 0)
