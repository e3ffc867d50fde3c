"""Bench: a register of 50,000 rows, from reading to signalen; time and peak memory per step.

Run: python bench/registers.py [--rijen N]. Budget: 5 seconds and 300 MB for checking the register.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

KOPPEN = ("Naam", "Functie", "In dienst", "Register", "Nummer", "Geldig tot", "VOG", "Uren")
PEILDATUM = "2026-02-15"


def write_register(path: Path, rows: int) -> None:
    """Write a staff register in which one row in a hundred has expired and one in a thousand is broken."""
    import xlsxwriter

    with xlsxwriter.Workbook(path, {"constant_memory": True, "default_date_format": "dd-mm-yyyy"}) as book:
        sheet = book.add_worksheet("Medewerkers")
        sheet.write_row(0, 0, KOPPEN)
        start = date(2015, 1, 1)
        for row in range(1, rows + 1):
            begin = start + timedelta(days=row % 3000)
            until = date(2025, 6, 30) if row % 100 == 0 else date(2028, 6, 30)
            sheet.write_row(row, 0, (f"Medewerker {row}", "begeleider"))
            sheet.write_datetime(row, 2, begin)
            sheet.write_row(row, 3, ("SKJ", f"1200{row:05d}"))
            if row % 1000 == 0:
                sheet.write_string(row, 5, "31-02-2027")
            else:
                sheet.write_datetime(row, 5, until)
            sheet.write_datetime(row, 6, begin - timedelta(days=20))
            sheet.write_number(row, 7, 32)


def measure(folder: Path) -> None:
    """Read the folder, check it, and print what each step took; run in a process of its own."""
    from checker.bewijs.documentsoort import recognise
    from checker.dossier import read_dossier
    from checker.profiel import Profiel
    from checker.signalen import Signalering

    started = time.perf_counter()
    dossier = read_dossier(folder)
    read = time.perf_counter()
    memory_read = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    profiel = Profiel(naam="Praktijk De Berk", bekend=True, wet=("jeugdwet",))
    found = Signalering(dossier, [recognise(d) for d in dossier.documenten], PEILDATUM, profiel).find()
    done = time.perf_counter()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rows = sum(len(document.passages) for document in dossier.documenten)
    print(f"{rows} rijen gelezen in {read - started:.2f} s ({memory_read:.0f} MB)")
    print(f"gecontroleerd in {done - read:.2f} s, {len(found)} signalen, piek {memory:.0f} MB")


def main() -> None:
    """Make the register and measure it in a fresh process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rijen", type=int, default=50_000)
    parser.add_argument("--map", type=Path)
    arguments = parser.parse_args()
    if arguments.map:
        measure(arguments.map)
        return
    with tempfile.TemporaryDirectory() as folder:
        write_register(Path(folder) / "medewerkersoverzicht.xlsx", arguments.rijen)
        command = [sys.executable, __file__, "--map", folder]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
