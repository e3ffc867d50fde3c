"""Terug: the workbook as the committee gave it back: sheets by name or by what they hold, columns by header or by place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.errors import CheckerError
from checker.rapporten.excel.koppen import find_known, find_renamed
from checker.vergelijking.vormen import BEKEND, VORMEN
from checker.vergelijking.werkmap import namen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from checker.vergelijking.vormen import Vorm

    Rijen = list[tuple[Any, ...]]

_ZOEK_KOP = 40
_HERKEND = 0.6
_VOORBEELDEN = 5


class WerkmapVeranderdError(CheckerError):
    """A workbook that was changed in a way that leaves it unknown what somebody filled in where."""

    _TEXT = (
        "De werkmap {pad} is niet over te nemen: {oorzaak}. {doe} Bewaar het bestand en draai opnieuw. "
        "Er is niets overgenomen en niets overschreven: wat u invulde staat nog in dat bestand."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """One row: its number in the spreadsheet, and its cells by expected header."""

    nummer: int
    velden: Mapping[str, Any]

    def tekst(self, kop: str) -> str:
        """A cell as text, empty when there is nothing."""
        return str(self.velden.get(kop) or "").strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Blad:
    """One list: its rows, and the header that each expected one has now; ``meldingen`` say what was not taken over."""

    rijen: tuple[Rij, ...] = ()
    koppen: Mapping[str, str]
    meldingen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkmap:
    """All sheets: the values, and beside them what was typed, which for a formula is the formula."""

    pad: Path
    waarden: Mapping[str, Rijen]
    getypt: Mapping[str, Rijen]
    bewerkt: bool

    def fout(self, oorzaak: str, doe: str) -> WerkmapVeranderdError:
        """The refusal of this workbook."""
        return WerkmapVeranderdError(pad=self.pad, oorzaak=oorzaak, doe=doe)

    def find(self, vorm: Vorm) -> str:
        """The sheet of a list by its name, else the one that looks like it; empty when there is none.

        Raises:
            WerkmapVeranderdError: more than one looks like it.
        """
        op_naam = self.op_naam(vorm.naam)
        if op_naam:
            return op_naam
        lijkt = [naam for naam in self.vreemd() if looks_like(self.waarden[naam], vorm)]
        if len(lijkt) > 1:
            namen_ = " en ".join(f'"{naam}"' for naam in lijkt)
            raise self.fout(f"er is geen blad {vorm.naam}, en {namen_} lijken er allebei op", f"Geef het goede blad de naam {vorm.naam}.")
        return lijkt[0] if lijkt else ""

    def op_naam(self, naam: str) -> str:
        """The sheet with this name, whatever its capitals."""
        return next((eigen for eigen in self.waarden if eigen.strip().casefold() == naam.casefold()), "")

    def vreemd(self) -> list[str]:
        """Sheets that the checker did not write under that name."""
        bekend = {naam.casefold() for naam in BEKEND}
        return [naam for naam in self.waarden if naam.strip().casefold() not in bekend]


def read_werkmap(pad: Path) -> Werkmap:
    """Read the sheets that people fill in, and the ones of their own; a damaged file raises anything."""
    from openpyxl import load_workbook

    terug = {naam.casefold() for naam in (namen.OVERZICHT, *(vorm.naam for vorm in VORMEN))}
    eigen = {naam.casefold() for naam in BEKEND} - terug
    gelezen: list[dict[str, Rijen]] = []
    bewerkt = False
    for data_only in (True, False):
        boek = load_workbook(pad, read_only=True, data_only=data_only)
        gelezen.append({naam: _rijen(boek[naam]) for naam in boek.sheetnames if naam.strip().casefold() not in eigen})
        bewerkt = boek.properties.created != boek.properties.modified
        boek.close()
    waarden, getypt = gelezen
    return Werkmap(pad=pad, waarden={naam: _met_getypt(rijen, getypt[naam]) for naam, rijen in waarden.items()}, getypt=getypt, bewerkt=bewerkt)


def _rijen(blad: Any) -> Rijen:
    if not hasattr(blad, "iter_rows"):  # a chart on a sheet of its own
        return []
    blad.reset_dimensions()
    return [tuple(_waarde(cel) for cel in rij) for rij in blad.iter_rows()]


def _waarde(cel: Any) -> Any:
    """The value of a cell as somebody sees it: 80% is no 0,8."""
    value = cel.value
    if isinstance(value, int | float) and not isinstance(value, bool) and "%" in (cel.number_format or ""):
        return f"{value * 100:g}%".replace(".", ",")
    return value


def _met_getypt(waarden: Rijen, getypt: Rijen) -> Rijen:
    """The values; where a program left a formula without its outcome, the formula: an empty cell would say that nobody filled it in."""
    return [
        tuple(formule if waarde is None and is_formule(formule) else waarde for waarde, formule in zip(rij, formules, strict=False))
        for rij, formules in zip(waarden, getypt, strict=False)
    ]


def is_formule(waarde: object) -> bool:
    """Whether a cell holds a formula, also one over a range."""
    return (isinstance(waarde, str) and waarde.startswith("=")) or type(waarde).__name__ in {"ArrayFormula", "DataTableFormula"}


def looks_like(rijen: Rijen, vorm: Vorm) -> bool:
    """Whether most headers of a list stand in one row."""
    kop = find_kop(rijen, vorm)
    return kop is not None and _bekend(rijen[kop], vorm) >= _HERKEND * len(vorm.koppen)


def find_kop(rijen: Rijen, vorm: Vorm) -> int | None:
    """The place of the row that holds most of the headers; None when no row holds two of them."""
    telling = [(_bekend(rij, vorm), -plek) for plek, rij in enumerate(rijen[:_ZOEK_KOP])]
    meeste, plek = max(telling, default=(0, 0))
    return -plek if meeste > 1 else None


def _bekend(rij: Sequence[Any], vorm: Vorm) -> int:
    return len(set(find_known(vorm.koppen, _teksten(rij)).values()))


def _teksten(rij: Sequence[Any]) -> list[str]:
    return ["" if cel is None else str(cel).strip() for cel in rij]


def read_blad(werkmap: Werkmap, vorm: Vorm) -> Blad | None:
    """The rows of one list; None when the sheet is not there.

    Raises:
        WerkmapVeranderdError: a column that matters cannot be recognised.
    """
    naam = werkmap.find(vorm)
    if not naam:
        return None
    rijen = werkmap.waarden[naam]
    kop = find_kop(rijen, vorm)
    if kop is None:
        raise werkmap.fout(f'op het blad "{naam}" is geen rij met de kolomkoppen te vinden', f"Zet de koppen terug, te beginnen met {vorm.koppen[0]}.")
    koppen = _teksten(rijen[kop])
    plekken = find_known(vorm.koppen, koppen)
    _check_dubbel(werkmap, naam, [k for k in plekken.values() if k in (*vorm.sleutels, *vorm.mens)])
    hernoemd = {plek: k for plek, k in find_renamed(vorm.koppen, koppen).items() if koppen[plek] or _gevuld(rijen[kop + 1 :], plek)}
    plekken |= hernoemd
    eigen = _eigen(rijen[kop + 1 :], koppen, plekken)
    _check_compleet(werkmap, naam, vorm, set(plekken.values()), eigen)
    inhoud = tuple(
        Rij(nummer=nummer, velden={k: rij[plek] for plek, k in plekken.items() if plek < len(rij)})
        for nummer, rij in enumerate(rijen[kop + 1 :], kop + 2) if any(cel is not None for cel in rij)
    )
    meldingen = (
        *([f'Het blad "{naam}" is gelezen als {vorm.naam}.'] if naam.strip().casefold() != vorm.naam.casefold() else []),
        *(f'{vorm.naam}: de kolom "{koppen[plek]}" is gelezen als {k}.' for plek, k in hernoemd.items() if k not in namen.RATERS and k in (*vorm.sleutels, *vorm.mens)),
        *(f'{vorm.naam}: de kolom "{kolom}" is van uzelf en komt niet mee naar de nieuwe werkmap.' for kolom in eigen),
        *typed_over(vorm.naam, werkmap.getypt[naam][kop + 1 :], kop + 2, [plek for plek, k in plekken.items() if k in vorm.rekent]),
    )
    return Blad(rijen=inhoud, koppen={k: koppen[plek] for plek, k in plekken.items()}, meldingen=meldingen)


def _check_dubbel(werkmap: Werkmap, naam: str, koppen: Sequence[str]) -> None:
    dubbel = next((kop for kop in koppen if koppen.count(kop) > 1), "")
    if dubbel:
        raise werkmap.fout(f'op het blad "{naam}" staat de kolom {dubbel} twee keer', "Geef de kolom die erbij kwam een andere naam.")


def _check_compleet(werkmap: Werkmap, naam: str, vorm: Vorm, koppen: set[str], eigen: Sequence[str]) -> None:
    """A column of people may be thrown away, but it may not be one of the strange ones."""
    weg = [kop for kop in vorm.sleutels if kop not in koppen] or [kop for kop in vorm.mens if kop not in koppen and eigen]
    if weg:
        wel = f", en wel de onbekende kolom {' en '.join(f'{chr(34)}{kolom}{chr(34)}' for kolom in eigen[:_VOORBEELDEN])}" if eigen else ""
        raise werkmap.fout(f'op het blad "{naam}" staat geen kolom {weg[0]}{wel}', f"Geef de kolom haar naam {weg[0]} terug.")


def _eigen(rijen: Rijen, koppen: Sequence[str], plekken: Mapping[int, str]) -> list[str]:
    """Columns of the users' own that hold something: their header, or their letter."""
    from openpyxl.utils import get_column_letter

    breedte = max([len(koppen), *(len(rij) for rij in rijen)])
    gevuld = [plek for plek in range(breedte) if plek not in plekken and _gevuld(rijen, plek)]
    return [(koppen[plek] if plek < len(koppen) else "") or get_column_letter(plek + 1) for plek in gevuld]


def _gevuld(rijen: Rijen, plek: int) -> bool:
    return any(plek < len(rij) and rij[plek] not in (None, "") for rij in rijen)


def typed_over(naam: str, getypt: Rijen, eerste: int, plekken: Iterable[int]) -> list[str]:
    """What to say of cells that held a formula and now hold something else; ``eerste`` is the number of the first row."""
    from openpyxl.utils import get_column_letter

    cellen = [
        f"{get_column_letter(plek + 1)}{nummer}"
        for nummer, rij in enumerate(getypt, eerste) for plek in plekken
        if plek < len(rij) and rij[plek] not in (None, "") and not is_formule(rij[plek])
    ]
    if not cellen:
        return []
    meer = f" en nog {len(cellen) - _VOORBEELDEN}" if len(cellen) > _VOORBEELDEN else ""
    return [
        f"{naam}: over de formule in {', '.join(cellen[:_VOORBEELDEN])}{meer} is iets heen getypt. Dat telt niet mee: "
        f"vul scores in op het blad {namen.BEOORDELAARS}, in de gele kolommen."
    ]
