"""Schrijver: writes sheets with the same look, print set-up, tables and drop-downs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from checker.rapporten.excel import namen
from checker.rapporten.excel.kolom import Kolom, Verwijzing, tekst
from checker.rapporten.excel.stijlen import EIGENSCHAPPEN, TABBLADKLEUREN, kleur

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from checker.rapporten.excel.kolom import Cel
    from checker.rapporten.opmaak import Stijl

_LEGE_RIJEN = 1
_MAX_UITLEG = 255
_KOPHOOGTE = 30
_REGELHOOGTE = 13.2
_MAX_REGELS = 30  # no row of Excel is higher than 409 points


class Schrijver:
    """One workbook under construction; formats are made once and shared by all sheets."""

    def __init__(self, boek: Workbook) -> None:
        self.boek = boek
        self._bladsoort = _bladsoort()
        boek.formats[0].set_font_size(10)
        self._stijlen: dict[str, Format] = {}
        self._kleuren: dict[str, Format] = {}

    def stijl(self, naam: str) -> Format:
        """Return the cell format with this name."""
        if naam not in self._stijlen:
            self._stijlen[naam] = self.boek.add_format(EIGENSCHAPPEN[naam])
        return self._stijlen[naam]

    def kleur(self, stijl: Stijl) -> Format:
        """Return the format that only colours a cell, for conditional formatting."""
        sleutel = stijl.kleur + stijl.tekstkleur
        if sleutel not in self._kleuren:
            self._kleuren[sleutel] = self.boek.add_format(kleur(stijl))
        return self._kleuren[sleutel]

    def blad(self, naam: str, titel: str, uitleg: str, *, kop: int = namen.KOPRIJ, herhaal: bool = True) -> Worksheet:
        """Add a sheet with its title, one line of explanation and the print set-up.

        ``herhaal`` prints the header on every page; not for a sheet with a second table of other columns.
        """
        blad: Worksheet = self.boek.add_worksheet(naam, self._bladsoort)
        blad.hide_gridlines(2)
        blad.set_tab_color("#" + TABBLADKLEUREN.get(naam, "8A949E"))
        blad.set_row(0, 26)
        blad.write_string(0, 0, tekst(titel), self.stijl("titel"))
        blad.write_string(1, 0, tekst(uitleg), self.stijl("uitleg"))
        if naam != namen.LEESMIJ:
            doel = f"internal:'{namen.LEESMIJ}'!A1"
            blad.write_url(2, 0, doel, self.stijl("terug"), "← Leesmij")
        blad.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        self._afdruk(blad, naam, kop, herhaal=herhaal)
        return blad

    def _afdruk(self, blad: Worksheet, naam: str, kop: int, *, herhaal: bool) -> None:
        blad.set_landscape()
        blad.set_paper(9)
        blad.fit_to_pages(1, 0 if kop else 1)
        blad.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        blad.set_footer(f"&L&8{naam}&C&8Voorstel op basis van documenten&R&8Pagina &P van &N")
        if kop and herhaal:
            blad.repeat_rows(kop - 1)

    def tabel(
        self,
        blad: Worksheet,
        naam: str,
        kolommen: Sequence[Kolom],
        rijen: Iterable[Sequence[Cel]],
        *,
        kop: int = namen.KOPRIJ,
        breedtes: bool = True,
    ) -> int:
        """Write a real table with filters; return the number (from 1) of its last row."""
        laatste = self._cellen(blad, kolommen, rijen, kop)
        opmaak = [
            {
                "header": kolom.kop,
                "header_format": self.stijl("kop_mens" if kolom.mens else "kop_vast"),
            }
            for kolom in kolommen
        ]
        opties = {"name": naam, "columns": opmaak, "style": None}
        blad.add_table(kop - 1, 0, laatste - 1, len(kolommen) - 1, opties)
        for nummer, kolom in enumerate(kolommen):
            if breedtes:
                blad.set_column(nummer, nummer, kolom.breedte)
            self._hulp(blad, kolom, (kop, nummer, laatste - 1, nummer))
        return laatste

    def _cellen(
        self,
        blad: Worksheet,
        kolommen: Sequence[Kolom],
        rijen: Iterable[Sequence[Cel]],
        kop: int,
    ) -> int:
        stijlen = [self.stijl(kolom.opmaak) for kolom in kolommen]
        links = frozenset(nummer for nummer, kolom in enumerate(kolommen) if kolom.vorm == "link")
        blad.set_row(kop - 1, _KOPHOOGTE)
        rij = kop - 1
        for rij, cellen in enumerate(rijen, kop):
            blad.set_row(rij, _hoogte(kolommen, cellen))
            for nummer, cel in enumerate(cellen):
                leeg = nummer in links and isinstance(cel, str)
                schrijf_cel(blad, rij, nummer, cel, self.stijl("vast_tekst") if leeg else stijlen[nummer])
        # A table needs one row of data, also when there is nothing to list.
        return max(rij + 1, kop + _LEGE_RIJEN)

    def _hulp(self, blad: Worksheet, kolom: Kolom, plek: tuple[int, int, int, int]) -> None:
        if kolom.mens:
            self._keuze(blad, kolom, plek)
        if kolom.kleuren:
            self.kleur_woorden(blad, plek, kolom.kleuren)

    def _keuze(self, blad: Worksheet, kolom: Kolom, plek: tuple[int, int, int, int]) -> None:
        regel: dict[str, object] = {"validate": "any"}
        if kolom.keuzes:
            regel = {
                "validate": "list",
                "source": f"={kolom.keuzes}",
                "error_title": "Kies uit de lijst",
                "error_message": "Deze waarde staat niet in de lijst.",
            }
        elif kolom.vorm == "datum":
            regel = {
                "validate": "date",
                "criteria": ">=",
                "value": date(2000, 1, 1),
                "error_title": "Geen datum",
                "error_message": "Vul een datum in als dag-maand-jaar, zoals 31-12-2026.",
            }
        if kolom.uitleg:
            regel |= {"input_title": kolom.kop, "input_message": kolom.uitleg[:_MAX_UITLEG]}
        if len(regel) > 1:
            blad.data_validation(*plek, regel)

    def kleur_woorden(self, blad: Worksheet, plek: tuple[int, int, int, int], kleuren: Mapping[str, Stijl]) -> None:
        """Colour cells by the word in them; the word itself stays."""
        for stijl in kleuren.values():
            regel = {
                "type": "cell",
                "criteria": "==",
                "value": f'"{stijl.woord}"',
                "format": self.kleur(stijl),
            }
            blad.conditional_format(*plek, regel)


def _bladsoort() -> type[Worksheet]:
    """The worksheet of the library without its forty searches per formula for functions newer than 2010.

    Our formulas hold none. When the library renames the method, only its speed is lost.
    """
    from xlsxwriter.worksheet import Worksheet

    class Blad(Worksheet):  # type: ignore[misc] # the library has no types
        def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002, FBT001, FBT002
            return formula.removeprefix("=")

    return Blad


def _hoogte(kolommen: Sequence[Kolom], cellen: Sequence[Cel]) -> float:
    """Estimate the height of a row; LibreOffice does not fit rows by itself."""
    hoogste = 1
    for kolom, cel in zip(kolommen, cellen, strict=True):
        if isinstance(cel, str) and kolom.vorm != "code" and (len(cel) > kolom.breedte - 2 or "\n" in cel):
            hoogste = max(hoogste, aantal_regels(cel, kolom.breedte))
    return min(hoogste, _MAX_REGELS) * _REGELHOOGTE + 4


def aantal_regels(value: str, breedte: float) -> int:
    """Estimate how many lines a text takes in a column of this width."""
    per_regel = max(breedte - 2, 4) * 1.08
    return sum(1 + int(len(regel) / per_regel) for regel in value.split("\n"))


def schrijf_cel(blad: Worksheet, rij: int, nummer: int, cel: Cel, stijl: Format) -> None:
    """Write one value by its type; text never becomes a formula, a number or a link."""
    if cel is None or cel == "":
        blad.write_blank(rij, nummer, None, stijl)
    elif isinstance(cel, str):
        blad.write_string(rij, nummer, tekst(cel), stijl)
    elif isinstance(cel, Verwijzing):
        blad.write_formula(rij, nummer, cel.formule.format(rij=rij + 1), stijl, cel.waarde)
    elif isinstance(cel, date):
        blad.write_datetime(rij, nummer, cel, stijl)
    else:
        blad.write_number(rij, nummer, cel, stijl)
