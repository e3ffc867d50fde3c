"""Spreadsheets (xlsx, xlsm, xlsb, xls, ods): every data row one passage."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

from checker.dossier.eigenschappen import CORE, OFFICE, add_properties
from checker.dossier.fouten import Beschadigd, TeGroot, Versleuteld
from checker.dossier.pakket import Pakket
from checker.dossier.passage import Soort
from checker.dossier.rekenblad_delen import Bladdeel, false_counts, read_parts
from checker.dossier.rekenblad_rijen import Blad, Bladrij, Vak, add_sheet
from checker.dossier.schoon import clean
from checker.dossier.tabel import letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from python_calamine import CalamineWorkbook

    from checker.dossier.bouwer import Bouwer
    from checker.dossier.bron import Bron

_ZIP = b"PK"


def read(bron: Bron, bouwer: Bouwer) -> None:
    """Read a workbook; a sheet with one far corner cell goes by a slower, sparse road."""
    parts: dict[str, Bladdeel] = {}
    if bron.data.startswith(_ZIP):
        pakket = Pakket(bron.data, bron.limieten)
        if b"encryption-data" in pakket.read("META-INF/manifest.xml"):
            raise Versleuteld
        if false_counts(pakket):
            raise Beschadigd(oorzaak="het werkboek telt zijn eigen teksten verkeerd")
        parts = read_parts(bron)
        add_properties(pakket.xml(CORE), OFFICE, bouwer)
        if any(name.endswith("vbaProject.bin") for name in pakket.names):
            bouwer.eigenschappen["macros"] = "ja"
    too_big = any(deel.cellen > bron.limieten.cellen for deel in parts.values())
    sheets = _sparse(bron, parts) if too_big else _dense(bron, parts)
    bouwer.paginas = 0
    for blad in sheets:
        bouwer.paginas += 1
        bouwer.start_section(blad.naam)
        deel = parts.get(blad.naam, Bladdeel())
        blad.verborgen_rijen = deel.rijen_verborgen
        blad.verborgen_kolommen = deel.kolommen_verborgen
        if len(blad.rijen) > bron.limieten.rijen:
            bouwer.warn(f"Van blad {blad.naam} zijn de eerste {bron.limieten.rijen} rijen gelezen.")
            del blad.rijen[bron.limieten.rijen :]
        add_sheet(blad, bouwer)
        _beside(blad.naam, deel, bouwer)


def _beside(naam: str, deel: Bladdeel, bouwer: Bouwer) -> None:
    for ref, text in deel.opmerkingen:
        bouwer.los(Soort.OPMERKING, text, f"blad {naam}, cel {ref}")
    if deel.formules_zonder_waarde:
        bouwer.warn(
            f"Op blad {naam} staan {deel.formules_zonder_waarde} formules zonder opgeslagen waarde. "
            "Open het bestand in Excel, sla het op en draai de toets nog een keer."
        )
    if deel.fouten:
        bouwer.warn(f"Op blad {naam} staan {deel.fouten} cellen met een foutwaarde (zoals #N/B).")


def _dense(bron: Bron, parts: dict[str, Bladdeel]) -> Iterator[Blad]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    book = _open(bron.data)
    for meta in book.sheets_metadata:
        if meta.typ != SheetTypeEnum.WorkSheet:
            continue
        hidden = meta.visible != SheetVisibleEnum.Visible
        rijen = _rows(book, meta.name, parts.get(meta.name, Bladdeel()))
        yield Blad(naam=meta.name, rijen=rijen, verborgen=hidden)


def _open(data: bytes) -> CalamineWorkbook:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError as error:
        raise Versleuteld from error
    except (CalamineError, OSError, ValueError) as error:
        raise Beschadigd(oorzaak="het werkboek is niet te openen") from error


def _rows(book: CalamineWorkbook, naam: str, deel: Bladdeel) -> list[Bladrij]:
    from python_calamine import CalamineError

    try:
        sheet = book.get_sheet_by_name(naam)
        values = sheet.to_python(skip_empty_area=True)
    except (CalamineError, OSError, ValueError) as error:
        raise Beschadigd(oorzaak=f"het blad {naam} is niet te lezen") from error
    top, left = sheet.start or (0, 0)
    above = _merged(sheet.merged_cell_ranges or [], values, top, left)
    rows = []
    for i, row in enumerate(values, top):
        cells = ((j, above.get((i, j), value)) for j, value in enumerate(row, left))
        rij = _row(i + 1, cells, deel)
        if rij.vakken:
            rows.append(rij)
    return rows


def _merged(
    ranges: Iterable[tuple[tuple[int, int], tuple[int, int]]], values: Sequence[Sequence[object]], top: int, left: int
) -> dict[tuple[int, int], object]:
    """Give every row of a cell merged downwards its value."""
    found: dict[tuple[int, int], object] = {}
    for (row, column), (last, last_column) in ranges:
        inside = 0 <= row - top < len(values) and 0 <= column - left < len(values[row - top])
        if inside and column == last_column and last - row < len(values):
            for i in range(row, last + 1):
                found[i, column] = values[row - top][column - left]
    return found


def _row(nr: int, cells: Iterable[tuple[int, object]], deel: Bladdeel) -> Bladrij:
    """Make a row of its cells, without those that are empty or struck through."""
    vakken = []
    for column, value in cells:
        if value is None or value == "":
            continue
        ref = f"{letter(column)}{nr}" if deel.procent or deel.doorgehaald else ""
        text = clean(show(value, percent=ref in deel.procent))
        if text and ref not in deel.doorgehaald:
            vakken.append(Vak(column, text, isinstance(value, str)))
    return Bladrij(nr, tuple(vakken))


def show(value: object, *, percent: bool = False) -> str:
    """Write a value as the sheet shows it to a Dutch reader; dates as yyyy-mm-dd."""
    if isinstance(value, bool):
        return "waar" if value else "onwaar"
    if isinstance(value, int | float):
        number = round(value * 100, 6) if percent else value
        text = f"{number:.10g}" if abs(number) < 1e15 else str(number)
        if "e" in text and float(number).is_integer():
            text = str(int(number))
        return text.replace(".", ",") + ("%" if percent else "")
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    if isinstance(value, dt.timedelta):
        hours, minutes = divmod(round(abs(value.total_seconds()) / 60), 60)
        return f"{'-' if value < dt.timedelta() else ''}{hours}:{minutes:02d}"
    return str(value)


def _sparse(bron: Bron, parts: dict[str, Bladdeel]) -> Iterator[Blad]:
    """Read cell by cell: slow per cell, but the empty area costs nothing."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(bron.data), data_only=True)
    for sheet in book.worksheets:
        cells = sorted((key, cell.value) for key, cell in sheet._cells.items())  # noqa: SLF001
        if len(cells) > bron.limieten.cellen:
            raise TeGroot(wat=f"blad {sheet.title}", maat=len(cells), grens=bron.limieten.cellen)
        by_row: dict[int, list[tuple[int, object]]] = {}
        for (row, column), value in cells:
            by_row.setdefault(row, []).append((column - 1, value))
        deel = parts.get(sheet.title, Bladdeel())
        rijen = [_row(nr, found, deel) for nr, found in by_row.items()]
        yield Blad(naam=sheet.title, rijen=[r for r in rijen if r.vakken], verborgen=sheet.sheet_state != "visible")
