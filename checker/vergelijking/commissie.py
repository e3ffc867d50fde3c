"""Commissie: what people filled in, taken from the workbook of an earlier run."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count
from typing import TYPE_CHECKING, Any

from checker.dossier.werkmap import check_workbook
from checker.errors import CheckerError
from checker.rapporten.bestand import vervang
from checker.vergelijking import vormen
from checker.vergelijking.getal import read_getal
from checker.vergelijking.gewichten import read_gewichten_terug
from checker.vergelijking.stand import Mens
from checker.vergelijking.terug import Blad, Rij, looks_like, read_blad, read_werkmap
from checker.vergelijking.vorige import read_vorige
from checker.vergelijking.werkmap import namen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from checker.vergelijking.terug import Werkmap
    from checker.vergelijking.uitvraag import Uitvraag
    from checker.vergelijking.vorige import Vorige
    from checker.vergelijking.vormen import Vorm

_VOORSTEL = "Voorstel"
_TEKSTEN = (
    (vormen.MOTIVERING, {namen.DEFINITIEF: "motivering"}), (vormen.KNOCK_OUT, {namen.GECONTROLEERD: "gecontroleerd", namen.OPMERKING: "opmerking"}),
)
_ANTWOORDEN = (vormen.VRAGEN, vormen.GELIJK)


class WerkmapOnleesbaarError(CheckerError):
    """A workbook of an earlier run that cannot be read: nobody's scores may get lost."""

    _TEXT = "De werkmap {pad} van een eerdere run is niet te lezen. Daarin kunnen scores staan. Herstel of verplaats dat bestand, en draai opnieuw."


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbreng:
    """The scores and weights of people.

    ``meldingen`` name what was not taken over; ``bewerkt`` says that another program saved the workbook: ours
    is never modified after its creation. ``beoordelaars`` are the names over the columns of the raters.
    """

    mensen: dict[tuple[str, str], Mens] = field(default_factory=dict)
    gewichten: dict[str, float] = field(default_factory=dict)
    meldingen: tuple[str, ...] = ()
    bewerkt: bool = False
    antwoorden: dict[tuple[str, str, str], str] = field(default_factory=dict)
    beoordelaars: tuple[str, ...] = namen.RATERS


def read_inbreng(path: Path, uitvraag: Uitvraag) -> Inbreng:
    """What people filled in; nothing when there is no workbook yet.

    Raises:
        WerkmapOnleesbaarError: there is one that cannot be read.
        WerkmapVeranderdError: there is one of which it is unknown what was filled in where.
    """
    if not path.is_file():
        return Inbreng()
    danger = check_workbook(path)
    if danger is not None:
        raise WerkmapOnleesbaarError(pad=path) from danger
    try:
        werkmap = read_werkmap(path)
    except Exception as error:  # openpyxl raises anything on a damaged file, also while the rows are read
        raise WerkmapOnleesbaarError(pad=path) from error
    return _collect(werkmap, uitvraag, read_vorige(path.parent))


def keep_copy(path: Path) -> Path:
    """Copy a workbook that people filled in, under a name that is free."""
    names = (path.with_name(f"{path.stem}-ingevuld{'' if n == 1 else f'-{n}'}{path.suffix}") for n in count(1))
    copy = next(name for name in names if not name.exists())
    with vervang(copy) as half:
        shutil.copyfile(path, half)
    return copy


def _collect(werkmap: Werkmap, uitvraag: Uitvraag, vorige: Vorige) -> Inbreng:
    lijst = read_blad(werkmap, vormen.BEOORDELAARS)
    if lijst is None:
        raise werkmap.fout(f"er is geen blad {namen.BEOORDELAARS}, en daar staan de scores", f"Geef het blad de naam {namen.BEOORDELAARS} terug.")
    mensen, meldingen = _scores(werkmap, lijst, uitvraag.maximum)
    for vorm, velden in _TEKSTEN:
        for _, sleutel, teksten in _gevuld(werkmap, vorm, meldingen):
            texts: dict[str, Any] = {velden[kop]: tekst for kop, tekst in teksten.items()}
            aanbieder, norm = sleutel
            mensen[aanbieder, norm] = replace(mensen.get((aanbieder, norm), Mens()), **texts)
    antwoorden: dict[tuple[str, str, str], str] = {}
    for vorm in _ANTWOORDEN:
        for _, (aanbieder, een, twee), teksten in _gevuld(werkmap, vorm, meldingen):
            antwoorden[aanbieder, een, twee] = next(iter(teksten.values()))
    gewichten, fouten = read_gewichten_terug(werkmap, vorige)
    typed = _typed_proposals(lijst, vorige) if werkmap.bewerkt else []
    return Inbreng(
        mensen=mensen, gewichten=gewichten, meldingen=(*lijst.meldingen, *meldingen, *typed, *fouten, *_own_sheets(werkmap)),
        bewerkt=werkmap.bewerkt, antwoorden=antwoorden, beoordelaars=tuple(lijst.koppen.get(kop) or kop for kop in namen.RATERS),
    )


def _scores(werkmap: Werkmap, lijst: Blad, maximum: float) -> tuple[dict[tuple[str, str], Mens], list[str]]:
    mensen: dict[tuple[str, str], Mens] = {}
    rijen: dict[tuple[str, str], int] = {}
    meldingen: list[str] = []
    for rij in lijst.rijen:
        mens, faults = _mens(rij, maximum, lijst.koppen)
        if mens == Mens():
            continue
        sleutel = _sleutel(rij, vormen.BEOORDELAARS)
        if "" in sleutel:
            meldingen.append(_zonder_sleutel(vormen.BEOORDELAARS, rij))
            continue
        aanbieder, norm = sleutel
        if mensen.get((aanbieder, norm), mens) != mens:
            raise _dubbel(werkmap, vormen.BEOORDELAARS, sleutel, rijen[aanbieder, norm], rij.nummer)
        mensen[aanbieder, norm], rijen[aanbieder, norm] = mens, rij.nummer
        meldingen += [f"{namen.BEOORDELAARS} rij {rij.nummer} ({aanbieder}, {norm}): {fault}" for fault in faults]
    return mensen, meldingen


def _mens(rij: Rij, maximum: float, koppen: Mapping[str, str]) -> tuple[Mens, list[str]]:
    scores: dict[str, float | None] = {}
    geweigerd: dict[str, str] = {}
    for kop in (*namen.RATERS, namen.CONSENSUS):
        waarde = rij.velden.get(kop)
        scores[kop] = read_getal(waarde)
        if not _is_empty(waarde) and not _in_scale(scores[kop], maximum):
            scores[kop], geweigerd[kop] = None, _getoond(waarde)
    faults = [
        f"{koppen.get(kop) or kop} '{waarde}' is geen score van 0 tot en met {maximum:g} en telt niet mee. Verbeter dit in de nieuwe werkmap; daar staat het nog."
        for kop, waarde in geweigerd.items()
    ]
    raters = tuple(scores[kop] for kop in namen.RATERS)
    return Mens(scores=raters, consensus=scores[namen.CONSENSUS], toelichting=rij.tekst(namen.TOELICHTING), geweigerd=geweigerd), faults


def _is_empty(waarde: object) -> bool:
    return waarde is None or (isinstance(waarde, str) and not waarde.strip())


def _in_scale(score: float | None, maximum: float) -> bool:
    return score is not None and 0 <= score <= maximum


def _getoond(waarde: object) -> str:
    """A refused value as its reader knows it."""
    if isinstance(waarde, date):
        return f"{waarde:%d-%m-%Y} (een datum)"
    return str(waarde).strip()


def _gevuld(werkmap: Werkmap, vorm: Vorm, meldingen: list[str]) -> Iterator[tuple[int, tuple[str, ...], dict[str, str]]]:
    """Rows of a list of texts in which something is filled in: number, key and texts; faults go to ``meldingen``."""
    blad = read_blad(werkmap, vorm)
    if blad is None:
        meldingen.append(f"Er is geen blad {vorm.naam} meer: wat daarop was ingevuld, is niet overgenomen.")
        return
    meldingen += blad.meldingen
    gezien: dict[tuple[str, ...], tuple[int, dict[str, str]]] = {}
    for rij in blad.rijen:
        teksten = {kop: rij.tekst(kop) for kop in vorm.mens if rij.tekst(kop)}
        sleutel = _sleutel(rij, vorm)
        if not teksten:
            continue
        if not sleutel[0] or not sleutel[-1]:
            meldingen.append(_zonder_sleutel(vorm, rij))
            continue
        eerder = gezien.setdefault(sleutel, (rij.nummer, teksten))
        if eerder[1] != teksten and vorm in _ANTWOORDEN:  # the same text may stand there twice by right
            meldingen.append(f"{vorm.naam}: rij {eerder[0]} en {rij.nummer} gaan over hetzelfde en zeggen iets anders. Alleen rij {rij.nummer} is overgenomen.")
        elif eerder[1] != teksten:
            raise _dubbel(werkmap, vorm, sleutel, eerder[0], rij.nummer)
        yield rij.nummer, sleutel, teksten


def _sleutel(rij: Rij, vorm: Vorm) -> tuple[str, ...]:
    """What a row is about; the words of the checker itself as they stand there."""
    return tuple(rij.tekst(kop) if kop in {namen.AANBIEDER, namen.CRITERIUM_ID} else str(rij.velden.get(kop) or "") for kop in vorm.sleutels)


def _zonder_sleutel(vorm: Vorm, rij: Rij) -> str:
    leeg = next(kop for kop in vorm.sleutels if not rij.tekst(kop))
    return f"{vorm.naam} rij {rij.nummer}: er is iets ingevuld, maar bij {leeg} staat niets. Die rij is niet overgenomen."


def _dubbel(werkmap: Werkmap, vorm: Vorm, sleutel: tuple[str, ...], een: int, twee: int) -> CheckerError:
    waar = ", ".join(deel for deel in sleutel[:2] if deel)
    return werkmap.fout(f"op het blad {vorm.naam} staat {waar} twee keer, met iets anders erin (rij {een} en {twee})", "Haal een van de twee rijen weg.")


def _typed_proposals(lijst: Blad, vorige: Vorige) -> list[str]:
    """Proposals that were typed over: a score of people stands in a yellow column."""
    meldingen = []
    for rij in lijst.rijen:
        aanbieder, norm = _sleutel(rij, vormen.BEOORDELAARS)
        getal = read_getal(rij.velden.get(_VOORSTEL))
        if getal is not None and (aanbieder, norm) in vorige.voorstellen and getal != vorige.voorstellen[aanbieder, norm]:
            meldingen.append(
                f"{namen.BEOORDELAARS} rij {rij.nummer} ({aanbieder}, {norm}): over het voorstel is {getal:g} heen getypt. Dat telt niet mee: "
                "vul een score in een gele kolom in."
            )
    return meldingen


def _own_sheets(werkmap: Werkmap) -> list[str]:
    """What to say of sheets that the checker did not write and did not read either."""
    gelezen = {werkmap.find(vorm) for vorm in vormen.VORMEN}
    meldingen = []
    for naam in werkmap.vreemd():
        lijkt: Any = next((vorm.naam for vorm in vormen.VORMEN if looks_like(werkmap.waarden[naam], vorm)), "")
        if naam in gelezen or not any(cel is not None for rij in werkmap.waarden[naam] for cel in rij):
            continue
        wat = f"lijkt op {lijkt}, maar telt niet mee: alleen {lijkt} zelf wordt gelezen" if lijkt else "is van uzelf en komt niet mee naar de nieuwe werkmap"
        meldingen.append(f'Het blad "{naam}" {wat}.')
    return meldingen
