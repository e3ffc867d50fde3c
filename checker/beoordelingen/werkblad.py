"""Werkblad: the sheet Normen as it came back, rows by id and columns by header."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.beoordelingen.cel import CelFoutError, as_text, read_cel
from checker.dossier.werkmap import check_workbook
from checker.errors import CheckerError
from checker.rapporten.excel import namen
from checker.rapporten.excel.stand import EXTRA, Stand, decode
from checker.rapporten.excel.tabellen.normen import KOLOMMEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_ZOEK_KOP = 40
_MENS = {kop.casefold(): sleutel for kop, sleutel in namen.MENSKOLOMMEN.items()}
_MACHINE = frozenset(kolom.kop.casefold() for kolom in KOLOMMEN if not kolom.mens)


class WerkbladError(CheckerError):
    """The file cannot be used as a desk."""

    _TEXT = (
        "Het Excel-bestand {pad} is niet in te lezen: {oorzaak}. Gebruik het bestand gapanalyse.xlsx dat de checker"
        " schreef, bewaard als Excel-werkmap (.xlsx)."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Foutrij:
    """A row that was left out whole: its number in Excel, its norm and why."""

    nummer: int
    norm_id: str
    oorzaak: str

    @property
    def melding(self) -> str:
        """One Dutch sentence for the user."""
        norm = f" ({self.norm_id})" if self.norm_id else ""
        return f"Rij {self.nummer}{norm} is overgeslagen: {self.oorzaak}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """A readable row: the columns that the sheet has, empty cells included."""

    nummer: int
    norm_id: str
    velden: dict[str, str]
    stand: Stand | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkblad:
    """All rows, and those that could not be read."""

    rijen: tuple[Rij, ...]
    fouten: tuple[Foutrij, ...]


def read_werkblad(path: Path) -> Werkblad:
    """Read the desk.

    Raises:
        WerkbladError: it is no workbook, or the sheet with the normen cannot be recognised.
    """
    _check_file(path)
    waarden = _load(path, data_only=True)
    formules = _load(path, data_only=False)
    begin, koppen = _find_kop(path, waarden)
    kolommen = _kolommen(path, koppen)
    rijen: list[Rij] = []
    fouten: list[Foutrij] = []
    for nummer in range(begin + 1, len(waarden)):
        gelezen = _lees_rij(nummer + 1, waarden[nummer], formules[nummer], kolommen)
        if isinstance(gelezen, Rij):
            rijen.append(gelezen)
        elif gelezen is not None:
            fouten.append(gelezen)
    return _zonder_dubbele(rijen, fouten)


def _load(path: Path, *, data_only: bool) -> list[tuple[object, ...]]:
    """All rows of the sheet; formulas give the value that Excel kept, or their own text."""
    import warnings

    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells about extensions it does not keep
            boek = load_workbook(path, read_only=True, data_only=data_only)
            blad = _find_blad(boek)
            blad.reset_dimensions()
            rijen = [tuple(rij) for rij in blad.iter_rows(values_only=True)]
            boek.close()
    except CheckerError:
        raise
    except Exception as error:  # openpyxl raises anything on a damaged file
        raise WerkbladError(pad=path, oorzaak="het is beschadigd of geen Excel-werkmap") from error
    return rijen


def _check_file(path: Path) -> None:
    """Refuse what is no workbook, and what may not be opened in this process."""
    if not path.is_file():
        raise WerkbladError(pad=path, oorzaak="het bestand bestaat niet")
    if not zipfile.is_zipfile(path):
        raise WerkbladError(pad=path, oorzaak="het is geen Excel-werkmap, of er staat een wachtwoord op")
    danger = check_workbook(path)
    if danger is not None:
        raise WerkbladError(pad=path, oorzaak=str(danger).rstrip("."))


def _find_blad(boek: Any) -> Any:
    """The sheet Normen, also when its name got other capitals; else the first."""
    for blad in boek.worksheets:
        if blad.title.strip().casefold() == namen.NORMEN.casefold():
            return blad
    return boek.worksheets[0]


def _find_kop(path: Path, rijen: Sequence[Sequence[object]]) -> tuple[int, list[str]]:
    for nummer, rij in enumerate(rijen[:_ZOEK_KOP]):
        koppen = [as_text(cel) for cel in rij]
        if namen.NORM_ID in (kop.casefold() for kop in koppen):
            return nummer, koppen
    raise WerkbladError(pad=path, oorzaak=f"er is geen blad {namen.NORMEN} met een kolom {namen.NORM_ID}")


def _kolommen(path: Path, koppen: Sequence[str]) -> dict[str, int]:
    """Position per key; the checker's own columns other than the id and the stand are left out."""
    from openpyxl.utils import get_column_letter

    gevonden: dict[str, int] = {}
    gezien: set[str] = set()
    for plek, kop in enumerate(koppen):
        naam = kop or f"Kolom {get_column_letter(plek + 1)}"
        laag = naam.casefold()
        if laag in gezien and laag not in _MACHINE - {namen.NORM_ID}:
            raise WerkbladError(pad=path, oorzaak=f'de kolom "{naam}" staat er twee keer in. Geef er één een andere naam')
        gezien.add(laag)
        if laag in (namen.NORM_ID, namen.STAND.casefold()):
            gevonden[laag] = plek
        elif laag not in _MACHINE:
            gevonden[_MENS.get(laag) or f"{EXTRA}{naam}"] = plek
    return gevonden


def _lees_rij(
    nummer: int, waarden: Sequence[object], formules: Sequence[object], kolommen: dict[str, int]
) -> Rij | Foutrij | None:
    """One row; None when nothing is filled in and no norm is named."""
    norm_id = as_text(_cel(waarden, kolommen[namen.NORM_ID]))
    stand = decode(as_text(_cel(waarden, kolommen.get(namen.STAND.casefold(), -1))))
    velden: dict[str, str] = {}
    fouten: list[str] = []
    for sleutel, plek in kolommen.items():
        if sleutel in (namen.NORM_ID, namen.STAND.casefold()):
            continue
        try:
            velden[sleutel] = _lees_cel(sleutel, _cel(waarden, plek), _cel(formules, plek))
        except CelFoutError as error:
            if stand is None or not stand.same(sleutel, as_text(_cel(waarden, plek))):
                fouten.append(f"{_kop(sleutel)}: {error}")
    if not norm_id:
        gevuld = any(velden.values()) or fouten
        return Foutrij(nummer=nummer, norm_id="", oorzaak=f"er staat geen {namen.NORM_ID}") if gevuld else None
    if fouten:
        return Foutrij(nummer=nummer, norm_id=norm_id, oorzaak="; ".join(fouten))
    return Rij(nummer=nummer, norm_id=norm_id, velden=velden, stand=stand)


def _lees_cel(sleutel: str, waarde: object, formule: object) -> str:
    if waarde is None and isinstance(formule, str) and formule.startswith("="):
        raise CelFoutError("de formule heeft geen bewaarde uitkomst. Open het bestand in Excel en bewaar het")
    if sleutel.startswith(EXTRA):
        return as_text(waarde)
    return read_cel(sleutel, waarde)


def _kop(sleutel: str) -> str:
    koppen = {waarde: kop for kop, waarde in namen.MENSKOLOMMEN.items()}
    return f"kolom {koppen.get(sleutel) or sleutel.removeprefix(EXTRA)}"


def _cel(rij: Sequence[object], plek: int) -> object:
    return rij[plek] if 0 <= plek < len(rij) else None


def _zonder_dubbele(rijen: Iterable[Rij], fouten: Iterable[Foutrij]) -> Werkblad:
    """Leave out the rows of a norm that stands twice with different content: which one holds is unknown."""
    per_norm: dict[str, list[Rij]] = {}
    for rij in rijen:
        per_norm.setdefault(rij.norm_id, []).append(rij)
    goed: list[Rij] = []
    fout = list(fouten)
    for norm_id, groep in per_norm.items():
        if all(rij.velden == groep[0].velden for rij in groep):
            goed.append(groep[0])
            continue
        nummers = " en ".join(str(rij.nummer) for rij in groep)
        oorzaak = f"deze norm staat met verschillende inhoud in rij {nummers}"
        fout += [Foutrij(nummer=rij.nummer, norm_id=norm_id, oorzaak=oorzaak) for rij in groep]
    return Werkblad(rijen=tuple(goed), fouten=tuple(sorted(fout, key=lambda f: f.nummer)))
