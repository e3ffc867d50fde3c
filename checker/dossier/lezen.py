"""Reading of one file: from bytes to documents, whatever goes wrong."""

from __future__ import annotations

import hashlib
import importlib
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from checker.dossier.bouwer import Bouwer
from checker.dossier.document import Document, Toestand
from checker.dossier.eigen import check_start
from checker.dossier.fouten import Afgekapt, Beschadigd, Leeg, LeesFout, TeGroot, TeLang
from checker.dossier.herkennen import recognise
from checker.dossier.schoon import clean

if TYPE_CHECKING:
    from checker.dossier.bron import Bron

Lezer = Callable[["Bron", Bouwer], None]

_READERS = {
    "docx": "word:read", "docm": "word:read", "odt": "opendocument:read", "odp": "opendocument:read",
    "pdf": "pdf:read", "pptx": "dia:read", "html": "webpagina:read", "txt": "tekst:read", "md": "tekst:read",
    "zip": "archief:read", "csv": "gescheiden:read", "eml": "mail:read", "msg": "mail:read_msg",
    "png": "ocr:read_image", "jpg": "ocr:read_image", "tiff": "ocr:read_image",
    **dict.fromkeys(("xlsx", "xlsm", "xlsb", "xls", "ods"), "rekenblad:read"),
}  # fmt: skip
_OLD = {"doc", "rtf", "ppt"}
_MAILS = {"eml", "msg"}


def read_bytes(pad: str, bron: Bron, depth: int = 0) -> list[Document]:
    """Return the document of a file, followed by those of its attachments."""
    digest = hashlib.sha256(bron.data).hexdigest()
    bouwer = Bouwer(bron.limieten)
    soort, toestand, melding = _read(bron, bouwer)
    document = Document(
        pad=pad,
        sha256=digest,
        soort=soort,
        toestand=toestand,
        paginas=bouwer.paginas,
        melding=melding,
        titel=clean(bouwer.titel)[:300],
        eigenschappen=tuple(sorted((k, clean(v)) for k, v in bouwer.eigenschappen.items())),
        passages=tuple(bouwer.passages),
    )
    return [document, *_attachments(pad, bron, soort, bouwer.bijlagen, depth)]


def failed(pad: str, digest: str, reason: LeesFout, soort: str = "onbekend") -> Document:
    """Return the document of a file that was not read."""
    return Document(pad=pad, sha256=digest, soort=soort, toestand=reason.toestand, melding=str(reason))


def _read(bron: Bron, bouwer: Bouwer) -> tuple[str, Toestand, str]:
    soort = suffix_kind(bron.suffix)
    try:
        soort = recognise(bron)
        _check_size(bron, soort)
        _reader(soort)(bron, bouwer)
        check_start(bouwer)
        _check_filled(bouwer)
    except LeesFout as reason:
        return soort, _state(reason, bouwer), " ".join([str(reason), *bouwer.meldingen])
    except MemoryError:
        bouwer.passages.clear()
        return soort, Toestand.TE_GROOT, str(TeLang(oorzaak="het vraagt te veel geheugen"))
    except Exception as error:  # noqa: BLE001 - one bad file never stops a run
        bouwer.passages.clear()
        return soort, Toestand.FOUT, str(Beschadigd(oorzaak=f"leesfout: {type(error).__name__}"))
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        bouwer.passages.clear()
        return soort, Toestand.FOUT, str(Beschadigd(oorzaak="het werkboek is niet te lezen"))
    return soort, Toestand.DEELS if bouwer.deels else Toestand.GELEZEN, " ".join(bouwer.meldingen)


def _state(reason: LeesFout, bouwer: Bouwer) -> Toestand:
    """Keep what was read before the end of the limit; drop it after any other fault."""
    if isinstance(reason, Afgekapt):
        return Toestand.DEELS
    bouwer.passages.clear()
    return reason.toestand


def _check_filled(bouwer: Bouwer) -> None:
    if not bouwer.passages:
        raise Leeg(oorzaak="er is geen tekst gevonden")


def _check_size(bron: Bron, soort: str) -> None:
    limit = bron.limieten.pdf_bytes if soort == "pdf" else bron.limieten.bestand_bytes
    if len(bron.data) > limit:
        raise TeGroot(wat="het bestand", maat=f"{len(bron.data) >> 20} MB", grens=f"{limit >> 20} MB")


def _reader(soort: str) -> Lezer:
    if soort in _OLD:
        from checker.dossier.oud import reader

        return reader(soort)
    module, _, name = _READERS[soort].partition(":")
    found: Lezer = getattr(importlib.import_module(f"checker.dossier.{module}"), name)
    return found


def suffix_kind(suffix: str) -> str:
    """Return a kind by name alone, for a file whose content could not be recognised."""
    return suffix if suffix in _READERS or suffix in _OLD else "onbekend"


def _attachments(pad: str, bron: Bron, soort: str, bijlagen: list[tuple[str, bytes | LeesFout]], depth: int) -> list[Document]:
    import dataclasses

    documents: list[Document] = []
    used: set[str] = set()
    for naam, data in bijlagen:
        safe = _unique(re.sub(r"[\\/\x00-\x1f]+", "_", clean(naam)) or "bijlage", used)
        inner_pad = f"{pad}/{safe}"
        if isinstance(data, LeesFout):
            documents.append(failed(inner_pad, "", data, suffix_kind(safe.rpartition(".")[2].lower())))
            continue
        inner = dataclasses.replace(bron, data=data, naam=safe, in_archief=bron.in_archief or soort == "zip")
        if depth + 1 > bron.limieten.nesting_mail:
            reason = TeGroot(wat="het aantal bestanden in bestanden", maat=depth + 1, grens=depth)
            documents.append(failed(inner_pad, hashlib.sha256(data).hexdigest(), reason))
        else:
            documents.extend(read_bytes(inner_pad, inner, depth + 1))
    return documents


def _unique(naam: str, used: set[str]) -> str:
    nr, candidate = 1, naam
    while candidate in used:
        nr += 1
        candidate = f"{nr} {naam}"
    used.add(candidate)
    return candidate
