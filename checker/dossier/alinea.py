"""Alinea: a paragraph of any format, and the list that its line breaks or typed signs make of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.dossier.schoon import clean, split_label

if TYPE_CHECKING:
    from checker.dossier.bouwer import Bouwer


def add_lines(bouwer: Bouwer, plain: str, kenmerken: frozenset[str] = frozenset()) -> None:
    """Add a paragraph, splitting where line breaks or typed signs make it a list."""
    for block in plain.replace("\r", "\n").split("\n\n"):
        lines = [line for line in (clean(x) for x in block.split("\n")) if line]
        labelled = [split_label(line) for line in lines]
        if not any(label for label, _ in labelled[1:]) and not (labelled and labelled[0][0]):
            bouwer.alinea(" ".join(lines), kenmerken=kenmerken)
            continue
        for label, rest in labelled:
            if label:
                bouwer.item(rest, label=label, kenmerken=kenmerken)
            else:
                bouwer.alinea(rest, kenmerken=kenmerken)
