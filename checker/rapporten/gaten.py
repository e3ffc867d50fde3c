"""Gaten: what is missing at a norm and what to do about it, each thing said once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.resultaat import Bevinding, OnderdeelUitkomst


def hiaat_in_eigen_woorden(onderdeel: OnderdeelUitkomst) -> str:
    """Give the gap of an onderdeel when it says more than that this onderdeel is missing."""
    herhaling = onderdeel.tekst.rstrip(".").casefold() in onderdeel.hiaat.casefold()
    return "" if herhaling else onderdeel.hiaat


def losse_hiaten(bevinding: Bevinding) -> tuple[str, ...]:
    """Give what is missing and is not already said at an onderdeel."""
    gezegd = {onderdeel.hiaat for onderdeel in bevinding.onderdelen}
    return tuple(hiaat for hiaat in bevinding.hiaten if hiaat not in gezegd)


def los_advies(bevinding: Bevinding) -> tuple[str, ...]:
    """Give the advice that is not already given at an onderdeel."""
    gezegd = {onderdeel.advies for onderdeel in bevinding.onderdelen if onderdeel.hiaat}
    return tuple(advies for advies in bevinding.advies if advies not in gezegd)
