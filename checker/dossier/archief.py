"""Archief: a zip with documents; each is read on its own, within the limits of a package."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from checker.dossier.fouten import Leeg, LeesFout, Overgeslagen, TeGroot
from checker.dossier.pakket import Pakket

if TYPE_CHECKING:
    from zipfile import ZipInfo

    from checker.dossier.bouwer import Bouwer
    from checker.dossier.bron import Bron

_SECONDS = 1.0  # extra time for each document inside


def read(bron: Bron, bouwer: Bouwer) -> None:
    """Hand over the documents of an archive; an archive inside an archive stays closed.

    Nothing is written to disk, so names such as ``../x`` lead nowhere.
    """
    if bron.in_archief:
        raise Overgeslagen(
            oorzaak="dit is een ingepakt bestand in een ander ingepakt bestand; pak het uit en zet de documenten zelf in de map"
        )
    pakket = Pakket(bron.data, bron.limieten)
    infos = [info for info in pakket.infos if _is_document(info.filename)]
    if not infos:
        raise Leeg(oorzaak="er zitten geen bestanden in")
    if len(infos) > bron.limieten.archief_bestanden:
        raise TeGroot(wat="het aantal bestanden in dit archief", maat=len(infos), grens=bron.limieten.archief_bestanden)
    bron.more_time(_SECONDS * len(infos))
    bouwer.bijlagen.extend([(info.filename.lstrip("/"), _unpacked(pakket, info)) for info in infos])
    count = "het bestand erin is" if len(infos) == 1 else f"de {len(infos)} bestanden erin zijn"
    raise Overgeslagen(oorzaak=f"dit is een ingepakt bestand (zip); {count} apart gelezen en apart vermeld")


def _unpacked(pakket: Pakket, info: ZipInfo) -> bytes | LeesFout:
    """Return the bytes of a document, or why it stays closed: the others are read."""
    try:
        return pakket.unpack(info)
    except LeesFout as reason:
        return reason


def _is_document(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    hidden = any(part.startswith(".") and part != ".." for part in parts)
    return bool(parts) and not name.endswith("/") and not hidden and parts[0] != "__MACOSX"
