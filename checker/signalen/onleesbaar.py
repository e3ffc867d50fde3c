"""Onleesbaar: files that were not read, and cells of a register that make no sense."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.resultaat import Signaal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.registers.register import Register
    from checker.signalen.beeld import Beeld

_ONGELEZEN = {"scan": "midden", "versleuteld": "hoog", "te_groot": "hoog", "fout": "hoog", "leeg": "laag"}
_MEER_DAN = 20


def find_onleesbaar(beeld: Beeld) -> Iterator[Signaal]:
    """Files that were not read and broken rows of registers; the rest of the register counts."""
    for document in beeld.documenten:
        if document.toestand in _ONGELEZEN:
            yield Signaal(
                soort="onleesbaar", ernst=_ONGELEZEN[document.toestand], document=document.pad, plaats="", citaat="",
                melding=document.melding or "Dit bestand is niet gelezen.",
            )
    yield from _recognised(beeld)
    for register in beeld.registers:
        yield from _broken(register)


def _recognised(beeld: Beeld) -> Iterator[Signaal]:
    """Text recognised from pictures may hold faults: the reader should look at the page."""
    for document in beeld.gelezen:
        if any("ocr" in passage.kenmerken for passage in document.passages):
            yield Signaal(
                soort="onleesbaar", ernst="laag", document=document.pad, plaats="", citaat="",
                melding=(
                    "Dit is een scan zonder tekst. De tekst is automatisch herkend en kan fouten bevatten: leg citaten en data "
                    "naast het origineel, of voeg een bestand met echte tekst toe."
                ),
            )


def _broken(register: Register) -> Iterator[Signaal]:
    for gebrek in register.gebreken[:_MEER_DAN]:
        rest = len(register.gebreken) - _MEER_DAN
        more = f" In dit register zijn nog {rest} van zulke cellen." if rest > 0 else ""
        yield Signaal(
            soort="onleesbaar", ernst="laag", document=register.document,
            plaats=f"{gebrek.rij.passage.vindplaats.plaats}, cel {gebrek.cel.ref}", citaat=gebrek.cel.tekst,
            melding=(
                f'In de kolom "{register.koppen[gebrek.kolom]}" staat geen bestaande datum. Deze cel telt niet mee, de rest '
                f"van het register wel. Verbeter de cel, bijvoorbeeld 31-12-2026.{more}"
            ),
        )
