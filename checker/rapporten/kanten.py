"""Kanten: a contradiction stands once in a resultaat and in every report, and in ``resultaat.json`` at both its places.

Who looks up one document in the JSON finds all that is wrong with it there; a person reads the pair once.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.resultaat import Signaal


def both_sides(signalen: Sequence[Signaal]) -> tuple[Signaal, ...]:
    """The signalen, and after them each pair seen from its other document."""
    return (*signalen, *(_turned(s) for s in signalen if _is_pair(s)))


def one_side(signalen: Sequence[Signaal]) -> tuple[Signaal, ...]:
    """The signalen without those that are another one seen from the other document."""
    kept: list[Signaal] = []
    for signaal in signalen:
        if not _is_pair(signaal) or (_turned(signaal) not in kept and _turned_before(signaal) not in kept):
            kept.append(signaal)
    return tuple(kept)


def _is_pair(signaal: Signaal) -> bool:
    return signaal.soort == "tegenstrijdig" and signaal.document2 not in ("", signaal.document)


def _turned(signaal: Signaal) -> Signaal:
    """The pair from its other document: a text that names only the other one, now names the first."""
    names = re.compile("|".join(re.escape(pad) for pad in sorted((signaal.document, signaal.document2), key=len, reverse=True)))
    melding = signaal.melding
    if set(names.findall(melding)) == {signaal.document2}:
        melding = names.sub(lambda _: signaal.document, melding)
    return replace(_turned_before(signaal), melding=melding)


def _turned_before(signaal: Signaal) -> Signaal:
    """The same as a resultaat of an earlier version holds it: with the text unchanged."""
    return replace(
        signaal, document=signaal.document2, plaats=signaal.plaats2, citaat=signaal.citaat2, document2=signaal.document, plaats2=signaal.plaats,
        citaat2=signaal.citaat,
    )
