"""Empty registers to start with: the headings, the types and a sheet that explains them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.errors import CheckerError
from checker.registers.soort import soort, soorten

if TYPE_CHECKING:
    from pathlib import Path

_UITLEG = {"datum": "Een datum, bijvoorbeeld 31-12-2026.", "getal": "Een getal.", "tekst": "Vrije tekst."}
_RIJEN = 500


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
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        dates = book.add_format({"num_format": "dd-mm-yyyy"})
        sheet = book.add_worksheet(entry.titel[:31])
        for column, kolom in enumerate(reversed(entry.kolommen)):
            sheet.set_column(column, column, max(14, len(kolom.naam) + 2), dates if kolom.type == "datum" else None)
            if kolom.type == "datum":
                sheet.data_validation(1, column, _RIJEN, column, {
                    "validate": "date", "criteria": ">", "value": "=DATE(1940,1,1)", "error_type": "warning",
                    "error_title": "Geen datum", "error_message": "Vul een datum in, bijvoorbeeld 31-12-2026.",
                })
        columns = [{"header": kolom.naam, "header_format": bold} for kolom in reversed(entry.kolommen)]
        sheet.add_table(0, 0, 1, len(columns) - 1, {"columns": columns, "autofilter": True})
        sheet.freeze_panes(1, 1)
        uitleg = book.add_worksheet("Uitleg")
        uitleg.set_column(0, 1, 40)
        uitleg.write_row(0, 0, ["Kop", "Wat vult u in"], bold)
        for row, kolom in enumerate(reversed(entry.kolommen), start=1):
            uitleg.write_row(row, 0, [kolom.naam, _UITLEG[kolom.type]])
