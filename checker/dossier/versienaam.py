"""Versienaam: which of two files with the same name but for its numbers is the later one."""

from __future__ import annotations

import re

_GETAL = re.compile(r"\d+")
_JAREN = range(1990, 2100)


def stam(pad: str) -> str:
    """The name of a file without folder and numbers: equal for the versions and years of one document."""
    return _GETAL.sub("#", pad.rsplit("/", 1)[-1]).casefold()


def rang(pad: str) -> tuple[int, tuple[int, ...]]:
    """The order of files with the same stam: by the latest year in the name, then by its numbers from the left."""
    getallen = tuple(int(deel) for deel in _GETAL.findall(pad.rsplit("/", 1)[-1]))
    return max((getal for getal in getallen if getal in _JAREN), default=0), getallen
