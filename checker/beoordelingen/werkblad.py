"""Werkblad: the sheets of the desk as they came back, rows by id and columns by header."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from checker.beoordelingen.bladen import NORMEN, WERKBLADEN, Bladvorm
from checker.beoordelingen.cel import CelFoutError, ZonderUitkomstError, as_text, read_cel
from checker.beoordelingen.overgetypt import find_typed
from checker.beoordelingen.zoeken import VORMEN, TweeBladenError, choose, find_kop, looks_like, may_come_back, plain
from checker.dossier.werkmap import check_workbook
from checker.errors import CheckerError
from checker.rapporten.excel import namen
from checker.rapporten.excel.koppen import find_renamed
from checker.rapporten.excel.stand import EXTRA, Stand, decode
from checker.rapporten.werk import OPEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    Rijen = list[tuple[object, ...]]

_STAND = namen.STAND.casefold()


class WerkbladError(CheckerError):
    """The file cannot be used as a desk."""

    _TEXT = (
        "Het Excel-bestand {pad} is niet in te lezen: {oorzaak}. Gebruik het bestand gapanalyse.xlsx dat de checker"
        " schreef, bewaard als Excel-werkmap (.xlsx)."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Foutrij:
    """A row that was left out whole: its number in Excel, what it is about and why; number 0 is the whole sheet."""

    nummer: int
    norm_id: str
    oorzaak: str
    blad: str = namen.NORMEN

    @property
    def melding(self) -> str:
        """One Dutch sentence for the user."""
        blad = "" if self.blad == namen.NORMEN else f" van het blad {self.blad}"
        if not self.nummer:
            return f"Het blad {self.blad} is overgeslagen: {self.oorzaak}."
        norm = f" ({self.norm_id})" if self.norm_id else ""
        return f"Rij {self.nummer}{blad}{norm} is overgeslagen: {self.oorzaak}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """A readable row: the columns that the sheet has, empty cells included; ``norm_id`` is the id in its sheet."""

    nummer: int
    norm_id: str
    velden: dict[str, str]
    stand: Stand | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkblad:
    """All rows, and those that could not be read.

    Attributes:
        rijen: those of the sheet Normen.
        werk: those of the sheets with actions, signalen and questions, by what they are.
        fouten: of all sheets, in the order of the workbook.
        meldingen: what was understood although it has another name, and what people typed that is not taken over.
    """

    rijen: tuple[Rij, ...]
    fouten: tuple[Foutrij, ...]
    werk: dict[str, tuple[Rij, ...]]
    meldingen: tuple[str, ...] = ()


def read_werkblad(path: Path) -> Werkblad:
    """Read the desk.

    Raises:
        WerkbladError: it is no workbook, or the sheet with the normen cannot be recognised.
    """
    _check_file(path)
    waarden, formules = _load(path)
    try:
        gekozen = choose(waarden)
    except TweeBladenError as error:
        raise WerkbladError(pad=path, oorzaak=str(error)) from error
    normen = gekozen.get(namen.NORMEN) or next(iter(waarden), "")
    begin, koppen = find_kop(waarden.get(normen, []), NORMEN) or _no_kop(path)
    kolommen, meldingen = _kolommen(path, koppen, NORMEN)
    rijen, fouten = _read_blad(waarden[normen], formules[normen], begin, kolommen, NORMEN)
    meldingen += find_typed(waarden[normen], formules[normen], begin, koppen)
    werk: dict[str, tuple[Rij, ...]] = {}
    for vorm in WERKBLADEN:
        if vorm.naam in gekozen:
            werk[vorm.soort], gemist, gezegd = _read_werk(path, waarden[gekozen[vorm.naam]], formules[gekozen[vorm.naam]], vorm)
            fouten += gemist
            meldingen += gezegd
    blad = Werkblad(rijen=rijen, fouten=fouten, werk=werk, meldingen=(*_renamed_sheets(gekozen), *meldingen))
    over = {naam: (waarden[naam], formules[naam]) for naam in waarden if naam not in (normen, *gekozen.values())}
    return replace(blad, fouten=(*fouten, *(fout for naam, beide in over.items() for fout in _copies(path, naam, *beide, blad))))


def _renamed_sheets(gekozen: Mapping[str, str]) -> list[str]:
    return [f'Het blad "{naam}" is gelezen als {vorm}.' for vorm, naam in gekozen.items() if plain(naam) != plain(vorm)]


def _copies(path: Path, naam: str, waarden: Rijen, formules: Rijen, blad: Werkblad) -> Iterator[Foutrij]:
    """A copy of a sheet in which something else is filled in than in the sheet itself."""
    for vorm in VORMEN:
        gevonden = find_kop(waarden, vorm)
        if gevonden is None or not looks_like(waarden, vorm):
            continue
        begin, koppen = gevonden
        rijen, fouten = _read_blad(waarden, formules, begin, _kolommen(path, koppen, vorm)[0], vorm)
        echt = {rij.norm_id: rij.velden for rij in (blad.rijen if vorm is NORMEN else blad.werk.get(vorm.soort, ()))}
        anders = [rij.nummer for rij in rijen if any(w and w != echt.get(rij.norm_id, {}).get(s) for s, w in rij.velden.items())]
        anders += [fout.nummer for fout in fouten if fout.norm_id not in {f.norm_id for f in blad.fouten}]
        if anders:
            waar = ", ".join(map(str, sorted(anders)[:5]))
            oorzaak = f"het lijkt op {vorm.naam}, en in rij {waar} is iets anders ingevuld dan op het blad {vorm.naam} zelf. Zet dat daarop over"
            yield Foutrij(nummer=0, norm_id="", oorzaak=oorzaak, blad=naam)


def _read_werk(path: Path, waarden: Rijen, formules: Rijen, vorm: Bladvorm) -> tuple[tuple[Rij, ...], tuple[Foutrij, ...], list[str]]:
    """Read a sheet that may be missing its id, as in a desk of an older checker; then it is named when it holds work."""
    gevonden = find_kop(waarden, vorm)
    if gevonden:
        begin, koppen = gevonden
        kolommen, meldingen = _kolommen(path, koppen, vorm)
        return *_read_blad(waarden, formules, begin, kolommen, vorm), meldingen
    if not _is_filled(waarden, vorm):
        return (), (), []
    return (), (Foutrij(nummer=0, norm_id="", oorzaak=f"er is geen kolom {vorm.id_kop}. Neem over wat daar staat in een nieuwe gapanalyse.xlsx", blad=vorm.naam),), []


def _read_blad(waarden: Rijen, formules: Rijen, begin: int, kolommen: dict[str, int], vorm: Bladvorm) -> tuple[tuple[Rij, ...], tuple[Foutrij, ...]]:
    rijen: list[Rij] = []
    fouten: list[Foutrij] = []
    for nummer in range(begin + 1, len(waarden)):
        gelezen = _read_rij(nummer + 1, waarden[nummer], formules[nummer], kolommen, vorm)
        if isinstance(gelezen, Rij):
            rijen.append(gelezen)
        elif gelezen is not None:
            fouten.append(gelezen)
    return _zonder_dubbele(rijen, fouten, vorm)


def _load(path: Path) -> tuple[dict[str, Rijen], dict[str, Rijen]]:
    """All rows of the sheets that people may have filled in, by name: the values, and the formulas behind them."""
    import warnings

    from openpyxl import load_workbook

    gelezen: list[dict[str, Rijen]] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells about extensions it does not keep
            for data_only in (True, False):  # formulas give the value that Excel kept, or their own text
                boek = load_workbook(path, read_only=True, data_only=data_only)
                gelezen.append({blad.title: _rijen(blad) for blad in boek.worksheets if may_come_back(blad.title)})
                boek.close()
    except CheckerError:
        raise
    except Exception as error:  # openpyxl raises anything on a damaged file
        raise WerkbladError(pad=path, oorzaak="het is beschadigd of geen Excel-werkmap") from error
    waarden, formules = gelezen
    return waarden, formules


def _rijen(blad: Any) -> Rijen:
    blad.reset_dimensions()
    return [tuple(rij) for rij in blad.iter_rows(values_only=True)]


def _check_file(path: Path) -> None:
    """Refuse what is no workbook, and what may not be opened in this process."""
    if not path.is_file():
        raise WerkbladError(pad=path, oorzaak="het bestand bestaat niet")
    if not zipfile.is_zipfile(path):
        raise WerkbladError(pad=path, oorzaak="het is geen Excel-werkmap, of er staat een wachtwoord op")
    danger = check_workbook(path)
    if danger is not None:
        raise WerkbladError(pad=path, oorzaak=str(danger).rstrip("."))


def _no_kop(path: Path) -> tuple[int, list[str]]:
    raise WerkbladError(pad=path, oorzaak=f"er is geen blad {namen.NORMEN} met een kolom {namen.NORM_ID}. Kreeg dat blad of die kolom een andere naam, geef die dan terug")


def _is_filled(rijen: Sequence[Sequence[object]], vorm: Bladvorm) -> bool:
    """Whether a person filled anything in under the headers for people; a new desk has the first status filled in."""
    plekken: list[int] = []
    for rij in rijen:
        if plekken and any(as_text(rij[plek]) not in ("", OPEN) for plek in plekken if plek < len(rij)):
            return True
        plekken = plekken or [plek for plek, kop in enumerate(rij) if kop in vorm.mens]
    return False


def _kolommen(path: Path, koppen: Sequence[str], vorm: Bladvorm) -> tuple[dict[str, int], list[str]]:
    """Position per key, and what to say of it; the checker's own columns other than the id and the stand are left out."""
    from openpyxl.utils import get_column_letter

    gevonden: dict[str, int] = {}
    gezien: set[str] = set()
    hernoemd = find_renamed(vorm.koppen, koppen)
    for plek, kop in enumerate(koppen):
        naam = hernoemd.get(plek) or kop or f"Kolom {get_column_letter(plek + 1)}"
        laag = naam.casefold()
        if laag in gezien and laag not in vorm.machine - {vorm.id_kop}:
            waar = "" if vorm is NORMEN else f" op het blad {vorm.naam}"
            raise WerkbladError(pad=path, oorzaak=f'de kolom "{naam}" staat er{waar} twee keer in. Geef er één een andere naam')
        gezien.add(laag)
        if laag in (vorm.id_kop, _STAND):
            gevonden[laag] = plek
        elif laag not in vorm.machine:
            gevonden[vorm.sleutels.get(laag) or f"{EXTRA}{naam}"] = plek
    return gevonden, _say_columns(koppen, hernoemd, gevonden, vorm)


def _say_columns(koppen: Sequence[str], hernoemd: Mapping[int, str], gevonden: Mapping[str, int], vorm: Bladvorm) -> list[str]:
    """Headers with another name, and on a whole desk those that are gone while there are strange ones."""
    gezegd = [f'{vorm.naam}: de kolom "{koppen[plek]}" is gelezen als {kop}.' for plek, kop in hernoemd.items() if kop in vorm.mens]
    eigen = [sleutel.removeprefix(EXTRA) for sleutel in gevonden if sleutel.startswith(EXTRA)]
    weg = [kop for kop, sleutel in vorm.mens.items() if sleutel not in gevonden]
    if eigen and weg and _STAND in gevonden:
        gezegd.append(
            f"{vorm.naam}: er is geen kolom {weg[0]}. De kolom {' en '.join(eigen)} is bewaard als kolom van uzelf. "
            f"Hoort die bij {weg[0]}, geef haar dan die naam terug en lees opnieuw in."
        )
    return gezegd


def _read_rij(
    nummer: int, waarden: Sequence[object], formules: Sequence[object], kolommen: dict[str, int], vorm: Bladvorm
) -> Rij | Foutrij | None:
    """One row; None when nothing is filled in and no id is named."""
    id_ = as_text(_cel(waarden, kolommen[vorm.id_kop]))
    stand = decode(as_text(_cel(waarden, kolommen.get(_STAND, -1))))
    velden: dict[str, str] = {}
    fouten: list[str] = []
    for sleutel, plek in kolommen.items():
        if sleutel in (vorm.id_kop, _STAND):
            continue
        try:
            velden[sleutel] = _read_cel(sleutel, _cel(waarden, plek), _cel(formules, plek))
        except CelFoutError as error:
            if isinstance(error, ZonderUitkomstError) or stand is None or not stand.same(sleutel, as_text(_cel(waarden, plek))):
                fouten.append(f"kolom {vorm.kop(sleutel.removeprefix(EXTRA))}: {error}")
    if not id_:
        gevuld = any(waarde for waarde in velden.values() if waarde != OPEN) or fouten
        return Foutrij(nummer=nummer, norm_id="", oorzaak=f"er staat geen {vorm.id_kop}", blad=vorm.naam) if gevuld else None
    if fouten:
        return Foutrij(nummer=nummer, norm_id=id_, oorzaak="; ".join(fouten), blad=vorm.naam)
    return Rij(nummer=nummer, norm_id=id_, velden=velden, stand=stand)


def _read_cel(sleutel: str, waarde: object, formule: object) -> str:
    if waarde is None and isinstance(formule, str) and formule.startswith("="):
        raise ZonderUitkomstError("de formule heeft geen bewaarde uitkomst. Open het bestand in Excel en bewaar het")
    if sleutel.startswith(EXTRA):
        return as_text(waarde)
    return read_cel(sleutel, waarde)


def _cel(rij: Sequence[object], plek: int) -> object:
    return rij[plek] if 0 <= plek < len(rij) else None


def _zonder_dubbele(rijen: Iterable[Rij], fouten: Iterable[Foutrij], vorm: Bladvorm) -> tuple[tuple[Rij, ...], tuple[Foutrij, ...]]:
    """Leave out the rows of an id that stands twice with different content: which one holds is unknown."""
    per_id: dict[str, list[Rij]] = {}
    for rij in rijen:
        per_id.setdefault(rij.norm_id, []).append(rij)
    goed: list[Rij] = []
    fout = list(fouten)
    for id_, groep in per_id.items():
        if all(rij.velden == groep[0].velden for rij in groep):
            goed.append(groep[0])
            continue
        nummers = " en ".join(str(rij.nummer) for rij in groep)
        oorzaak = f"{vorm.wat} staat met verschillende inhoud in rij {nummers}"
        fout += [Foutrij(nummer=rij.nummer, norm_id=id_, oorzaak=oorzaak, blad=vorm.naam) for rij in groep]
    return tuple(goed), tuple(sorted(fout, key=lambda f: f.nummer))
