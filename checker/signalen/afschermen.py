"""Afschermen: personal data of clients hidden in everything that leaves the program."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.bewijs.citaat import fingerprint
from checker.signalen.maskeren import find_personal, mask, mask_within
from checker.signalen.namen import Namen

if TYPE_CHECKING:
    from checker.dossier.document import Document
    from checker.resultaat import Bevinding, Bewijs, OnderdeelUitkomst, Resultaat, Signaal
    from checker.signalen.maskeren import Spoor

NIEMAND = Namen()
"""No names known from elsewhere: only what a text says itself is hidden."""


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


def shield(bevinding: Bevinding, namen: Namen = NIEMAND) -> Bevinding:
    """A bevinding whose quotes, contexts and reasons hold no personal data of clients."""
    quotes = (*bevinding.bewijs, *bevinding.tegenbewijs)
    known = namen.about(bevinding.reden, *(bewijs.document for bewijs in quotes))
    return replace(
        bevinding, reden=mask(bevinding.reden, "", known), hiaten=tuple(mask(hiaat, "", known) for hiaat in bevinding.hiaten),
        bewijs=tuple(_shield_bewijs(b, namen) for b in bevinding.bewijs), tegenbewijs=tuple(_shield_bewijs(b, namen) for b in bevinding.tegenbewijs),
        onderdelen=tuple(_shield_onderdeel(u, known) for u in bevinding.onderdelen),
    )


def shield_signaal(signaal: Signaal, namen: Namen = NIEMAND) -> Signaal:
    """A signaal whose quotes and message hold no personal data of clients."""
    about = namen.about(signaal.melding, signaal.document, signaal.document2)
    return replace(
        signaal, citaat=mask(signaal.citaat, "", namen.of(signaal.document)), citaat2=mask(signaal.citaat2, "", namen.of(signaal.document2)),
        melding=mask(signaal.melding, "", about), plaats=mask(signaal.plaats, "", about), plaats2=mask(signaal.plaats2, "", about),
    )


def shield_paths(resultaat: Resultaat, namen: Namen) -> Resultaat:
    """A resultaat that shows no name of a client in the path of a document, nor where a text names one."""
    changed = namen.paths(d.pad for d in resultaat.dossier.documenten)
    if not changed:
        return resultaat
    paden = _Paden(changed)
    documenten = tuple(replace(d, pad=paden.new(d.pad), melding=paden.inside(d.melding)) for d in resultaat.dossier.documenten)
    return replace(
        resultaat, dossier=replace(resultaat.dossier, documenten=documenten),
        bevindingen=tuple(_moved(b, paden) for b in resultaat.bevindingen),
        signalen=tuple(
            replace(s, document=paden.new(s.document), document2=paden.new(s.document2), melding=paden.inside(s.melding), plaats=paden.inside(s.plaats))
            for s in resultaat.signalen
        ),
    )


class _Paden:
    """Paths that change, also where a text names them or only the file."""

    def __init__(self, changed: dict[str, str]) -> None:
        self._changed = changed
        names = {old.rpartition("/")[2]: new.rpartition("/")[2] for old, new in changed.items()}
        self._texts = sorted({**names, **changed}.items(), key=lambda item: -len(item[0]))

    def new(self, pad: str) -> str:
        return self._changed.get(pad, pad)

    def inside(self, text: str) -> str:
        for old, new in self._texts:
            text = text.replace(old, new)
        return text


def _moved(bevinding: Bevinding, paden: _Paden) -> Bevinding:
    return replace(
        bevinding, reden=paden.inside(bevinding.reden), hiaten=tuple(map(paden.inside, bevinding.hiaten)),
        bewijs=tuple(replace(b, document=paden.new(b.document)) for b in bevinding.bewijs),
        tegenbewijs=tuple(replace(b, document=paden.new(b.document)) for b in bevinding.tegenbewijs),
        onderdelen=tuple(replace(u, reden=paden.inside(u.reden), hiaat=paden.inside(u.hiaat)) for u in bevinding.onderdelen),
    )


def _header(bewijs: Bewijs) -> str:
    """The column above a quote that is one cell of a table row ("kolom: waarde | ...")."""
    for cell in bewijs.context.split(" | "):
        header, colon, value = cell.partition(": ")
        if colon and value.strip() == bewijs.citaat.strip():
            return header
    return ""


def _shield_bewijs(bewijs: Bewijs, namen: Namen) -> Bewijs:
    known = namen.of(bewijs.document)
    citaat = mask_within(bewijs.citaat, bewijs.context, _header(bewijs), known)
    shown = replace(
        bewijs, citaat=citaat, context=mask(bewijs.context, "", known), plaats=mask(bewijs.plaats, "", known),
        sectie=tuple(mask(heading, "", known) for heading in bewijs.sectie),
    )
    return bewijs if shown == bewijs else replace(shown, vingerafdruk=fingerprint(bewijs.sha256, citaat))


def _shield_onderdeel(uitkomst: OnderdeelUitkomst, known: Spoor) -> OnderdeelUitkomst:
    reden, hiaat = mask(uitkomst.reden, "", known), mask(uitkomst.hiaat, "", known)
    return uitkomst if (reden, hiaat) == (uitkomst.reden, uitkomst.hiaat) else replace(uitkomst, reden=reden, hiaat=hiaat)
