"""Empty registers to start with: the headings, and cells that ask for a date where one belongs."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from checker.errors import CheckerError
from checker.registers.soort import soort, soorten

if TYPE_CHECKING:
    from pathlib import Path

_RIJEN = 500
_GEMAAKT = datetime(2000, 1, 1)  # noqa: DTZ001 - the same bytes every time


class RegisterBestaatError(CheckerError):
    """There is a file with this name already."""

    _TEXT = "Het bestand {pad} bestaat al. Kies een andere naam, of haal het bestand eerst weg."


class OnbekendRegisterError(CheckerError):
    """No kind of register has this name."""

    _TEXT = "Er is geen register '{naam}'. Kies uit: {namen}."


def write_leeg(kind: str, path: Path) -> None:
    """Write an empty register of a kind as an Excel workbook.

    Raises:
        OnbekendRegisterError: there is no such kind.
        RegisterBestaatError: the file is there already.
    """
    names = [entry.naam for entry in soorten()]
    if kind not in names:
        raise OnbekendRegisterError(naam=kind, namen=", ".join(names))
    if path.exists():
        raise RegisterBestaatError(pad=path)
    _write(kind, path)


def _write(kind: str, path: Path) -> None:
    import xlsxwriter

    entry = soort(kind)
    with xlsxwriter.Workbook(path, {"in_memory": True}) as book:
        book.set_properties({"title": entry.titel, "created": _GEMAAKT})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        dates = book.add_format({"num_format": "dd-mm-yyyy"})
        sheet = book.add_worksheet(entry.titel[:31])
        kolommen = [entry.kolom(id_) for id_ in entry.leeg]
        for column, kolom in enumerate(kolommen):
            sheet.set_column(column, column, max(14, len(kolom.naam) + 2), dates if kolom.type == "datum" else None)
            if kolom.type == "datum":
                sheet.data_validation(1, column, _RIJEN, column, {
                    "validate": "date", "criteria": ">", "value": date(1940, 1, 1), "error_type": "warning",
                    "error_title": "Geen datum", "error_message": "Vul een datum in, bijvoorbeeld 31-12-2026.",
                })
        columns = [{"header": kolom.naam, "header_format": bold} for kolom in kolommen]
        sheet.add_table(0, 0, 1, len(columns) - 1, {"columns": columns, "autofilter": True})
        sheet.freeze_panes(1, 1)
