"""Signalen: observations on documents; they only lower a verdict or raise a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.resultaat import Signaal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.bewijs.documentsoort import Documentsoort
    from checker.index import Index
    from checker.profiel import Profiel
    from checker.resultaat import Bevinding

_UNREAD = {"scan": "midden", "versleuteld": "hoog", "te_groot": "hoog", "fout": "hoog", "leeg": "laag"}


def find_signalen(
    index: Index, soorten: Sequence[Documentsoort], bevindingen: Sequence[Bevinding], peildatum: str, profiel: Profiel
) -> tuple[Signaal, ...]:
    """All signalen of a dossier, in order of document and place."""
    return tuple(
        Signaal(
            soort="onleesbaar", ernst=_UNREAD[document.toestand], document=document.pad, plaats="", citaat="",
            melding=document.melding or "Dit bestand is niet gelezen.",
        )
        for document in index.dossier.documenten
        if document.toestand in _UNREAD
    )
