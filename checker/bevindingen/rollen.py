"""Rollen: who must be asked what paper leaves open at an onderdeel (``rollen.yaml``)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.kaders.model import Onderdeel

ANDERS = "medewerker"
"""Who is asked when neither the question nor the onderdeel tells."""


def find_rol(onderdeel: Onderdeel) -> str:
    """The rol that the kader names, else the one that question or onderdeel is about, else that of anyone who works there."""
    return onderdeel.rol or _of_words(onderdeel.tekst.casefold(), onderdeel.vraag.casefold())


def _of_words(tekst: str, vraag: str) -> str:
    for rol, woorden in _patterns().items():
        if re.search(rf"\bu als ({woorden})\b", vraag):
            return rol
    for rol, woorden in _patterns().items():
        if re.match(rf"((de|het|alle|elke|deze|een) )?({woorden})\b", tekst) and not re.search(rf"\b({woorden})\b", vraag):
            return rol
    return ANDERS


def rollen() -> tuple[str, ...]:
    """Every rol that a question per onderdeel may have without its kader naming one."""
    return tuple(_patterns())


@cache
def _patterns() -> Mapping[str, str]:
    """Per rol a pattern of the words for who has it."""
    from importlib.resources import files

    import yaml

    data: dict[str, list[str]] = yaml.safe_load((files(__package__) / "rollen.yaml").read_text(encoding="utf-8"))
    return {rol: "|".join(re.escape(woord) for woord in woorden) for rol, woorden in data.items()}
