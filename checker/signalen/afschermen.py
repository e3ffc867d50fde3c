"""Afschermen: personal data of clients hidden in everything that leaves the program."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.bewijs.verzamelen import fingerprint
from checker.signalen.maskeren import find_personal, mask, mask_within

if TYPE_CHECKING:
    from checker.dossier.document import Document
    from checker.resultaat import Bevinding, Bewijs, OnderdeelUitkomst, Signaal


def has_personal(document: Document) -> bool:
    """Whether anything that was read of a document holds personal data of clients."""
    texts = [document.pad, document.titel, *(value for _name, value in document.eigenschappen)]
    sections = {heading for passage in document.passages for heading in passage.vindplaats.sectie}
    if any(find_personal(text) for text in (*texts, *sections)):
        return True
    return any(
        find_personal(passage.tekst) or find_personal(passage.inleiding) or any(find_personal(value, kop) for kop, value, _ref in passage.cellen)
        for passage in document.passages
    )


def shield(bevinding: Bevinding) -> Bevinding:
    """A bevinding whose quotes, contexts and reasons hold no personal data of clients."""
    return replace(
        bevinding, reden=mask(bevinding.reden), hiaten=tuple(mask(hiaat) for hiaat in bevinding.hiaten),
        bewijs=tuple(_shield_bewijs(b) for b in bevinding.bewijs), tegenbewijs=tuple(_shield_bewijs(b) for b in bevinding.tegenbewijs),
        onderdelen=tuple(_shield_onderdeel(u) for u in bevinding.onderdelen),
    )


def shield_signaal(signaal: Signaal) -> Signaal:
    """A signaal whose quotes and message hold no personal data of clients."""
    return replace(signaal, citaat=mask(signaal.citaat), citaat2=mask(signaal.citaat2), melding=mask(signaal.melding))


def _header(bewijs: Bewijs) -> str:
    """The column above a quote that is one cell of a table row ("kolom: waarde | ...")."""
    for cell in bewijs.context.split(" | "):
        header, colon, value = cell.partition(": ")
        if colon and value.strip() == bewijs.citaat.strip():
            return header
    return ""


def _shield_bewijs(bewijs: Bewijs) -> Bewijs:
    citaat, context = mask_within(bewijs.citaat, bewijs.context, _header(bewijs)), mask(bewijs.context)
    sectie = tuple(mask(heading) for heading in bewijs.sectie)
    if (citaat, context, sectie) == (bewijs.citaat, bewijs.context, bewijs.sectie):
        return bewijs
    return replace(bewijs, citaat=citaat, context=context, sectie=sectie, vingerafdruk=fingerprint(bewijs.sha256, citaat))


def _shield_onderdeel(uitkomst: OnderdeelUitkomst) -> OnderdeelUitkomst:
    reden, hiaat = mask(uitkomst.reden), mask(uitkomst.hiaat)
    return uitkomst if (reden, hiaat) == (uitkomst.reden, uitkomst.hiaat) else replace(uitkomst, reden=reden, hiaat=hiaat)
