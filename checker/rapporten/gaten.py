"""Gaten: what is missing at a norm and what to do about it, each thing said once."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.rapporten.opmaak import hoofdletter

if TYPE_CHECKING:
    from checker.resultaat import Bevinding, OnderdeelUitkomst


def hiaat_in_eigen_woorden(onderdeel: OnderdeelUitkomst) -> str:
    """Give the gap of an onderdeel when it says more than that this onderdeel is missing."""
    herhaling = onderdeel.tekst.rstrip(".").casefold() in onderdeel.hiaat.casefold()
    return "" if herhaling else onderdeel.hiaat


def zonder_reden(onderdeel: OnderdeelUitkomst) -> str:
    """Give the gap of an onderdeel for a place where its reason stands beside it."""
    return onderdeel.hiaat.replace(f" ({onderdeel.reden})", "") if onderdeel.reden else onderdeel.hiaat


def hiaten_per_reden(bevinding: Bevinding) -> tuple[str, ...]:
    """Give what is missing in lines; a reason that several have is said once, before them."""
    redenen = Counter(o.reden for o in bevinding.onderdelen if o.hiaat and zonder_reden(o) != o.hiaat)
    samen = {reden: [f"- {zonder_reden(o)}" for o in bevinding.onderdelen if o.hiaat and o.reden == reden] for reden, n in redenen.items() if n > 1}
    regels: dict[str, None] = {}
    for hiaat in bevinding.hiaten:
        reden = next((o.reden for o in bevinding.onderdelen if o.hiaat == hiaat), "")
        regels |= dict.fromkeys((f"{hoofdletter(reden)}:", *samen[reden]) if reden in samen else (hiaat,))
    return tuple(regels)


def losse_hiaten(bevinding: Bevinding) -> tuple[str, ...]:
    """Give what is missing and is not already said at an onderdeel."""
    gezegd = {onderdeel.hiaat for onderdeel in bevinding.onderdelen}
    return tuple(hiaat for hiaat in bevinding.hiaten if hiaat not in gezegd)


def los_advies(bevinding: Bevinding) -> tuple[str, ...]:
    """Give the advice that is not already given at an onderdeel."""
    gezegd = {onderdeel.advies for onderdeel in bevinding.onderdelen if onderdeel.hiaat}
    return tuple(advies for advies in bevinding.advies if advies not in gezegd)
