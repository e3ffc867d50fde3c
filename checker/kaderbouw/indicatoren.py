"""Indicatoren: what must hold per growth level, read from an Excel sheet and made into a kader.

The sheet has a row per indicator with headings for the thema (or norm), the level and the indicator, in any order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.errors import CheckerError
from checker.kaderbouw.afleiden import derive, kader_head, short
from checker.kaderbouw.werkmap import cell_of, find_header, read_digit, read_sheets
from checker.taal.woorden import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from checker.begrippen.expressie import Term
    from checker.kaders.model import Kader, Norm

_KOPPEN = {
    "niveau": r"^(groei)?-?(niveau|level)",
    "indicator": r"^(indicator|kenmerk|omschrijving|beschrijving|criterium)",
    "norm": r"^(norm|kwaliteitsthema|subthema|deelthema)",
    "thema": r"^(thema|domein|groep|onderwerp)",
    "nummer": r"^(nr|nummer|id|code)\b",
}
_MIN_TEXT, _MIN_TITLE = 8, 5


class GeenIndicatorenError(CheckerError):
    """A sheet with headings for indicators and no indicator that can be used."""

    _TEXT = "In {bestand} is geen indicator ingevuld. Zet op elke rij een thema of norm, een niveau (1 tot en met 5) en een indicator. {oorzaak}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One indicator: of which norm and level, and the row it stands on."""

    thema: str
    norm: str
    nummer: str
    niveau: int
    tekst: str
    rij: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicatorenlijst:
    """The indicators of a workbook and what was passed over, as sentences that name the row."""

    indicatoren: tuple[Indicator, ...]
    opmerkingen: tuple[str, ...]


def read_indicatoren(path: Path) -> Indicatorenlijst | None:
    """The indicators of the first sheets that have them; None when no sheet has such headings.

    Raises:
        OnleesbareWerkmapError: no workbook.
        GeenIndicatorenError: the headings are there and nothing below them that can be used.
    """
    found: list[Indicator] = []
    remarks: list[str] = []
    seen = False
    for name, rows in read_sheets(path):
        header = find_header(rows, _KOPPEN, ("niveau", "indicator"))
        if header is not None:
            seen = True
            for row in _rows(rows, *header):
                problem = _problem(row)
                if problem:
                    remarks.append(f"blad {name}, rij {row.rij}: {problem}")
                else:
                    found.append(row)
    if seen and not found:
        raise GeenIndicatorenError(bestand=path, oorzaak=f"Overgeslagen: {'; '.join(remarks[:3])}" if remarks else "Onder de koppen staat niets.")
    return Indicatorenlijst(indicatoren=tuple(found), opmerkingen=tuple(remarks)) if seen else None


def _rows(rows: Sequence[Sequence[str]], header: int, columns: Mapping[str, int]) -> Iterator[Indicator]:
    """The filled rows; a thema, norm or number left empty is that of the row above."""
    above = {"thema": "", "norm": "", "nummer": ""}
    for number, row in enumerate(rows[header + 1 :], start=header + 2):
        if not any(row):
            continue
        own = {kind: cell_of(row, columns, kind) for kind in above}
        if own["thema"] or own["norm"]:
            above = {"thema": own["thema"] or above["thema"], "norm": own["norm"], "nummer": own["nummer"]}
        text, level = cell_of(row, columns, "indicator"), cell_of(row, columns, "niveau")
        if text:
            digit = read_digit(level)
            name = above["norm"] or above["thema"]
            yield Indicator(
                thema=above["thema"] or above["norm"], norm=name, nummer=own["nummer"] or above["nummer"], tekst=text, rij=number,
                niveau=-1 if digit is None else digit,
            )


def _problem(row: Indicator) -> str:
    if not row.norm:
        return "er staat geen thema of norm bij."
    if row.niveau < 0:
        return "het niveau is geen heel cijfer van 0 tot en met 5."
    if row.niveau == 0:
        return "niveau 0 is de afwezigheid van de andere niveaus en telt niet als indicator."
    return "" if len(row.tekst) >= _MIN_TEXT else "de indicator is te kort om na te gaan."


def make_groeikader(
    kader_id: str, titel: str, indicatoren: Sequence[Indicator], begrippen: Mapping[str, tuple[Term, ...]], datum: str, bekend: Iterable[Kader] = ()
) -> dict[str, Any]:
    """A kader with growth levels as data for kader.yaml, marked as automatically derived.

    A norm that has the number or title of a norm of a known kader with growth levels gets its sector mean and a link.
    """
    head = kader_head(kader_id, titel, datum)
    kerns = derive([i.tekst for i in indicatoren], begrippen)
    groups: dict[tuple[str, str], list[tuple[Indicator, list[str]]]] = {}
    for indicator, kern in zip(indicatoren, kerns, strict=True):
        groups.setdefault((indicator.thema, indicator.norm), []).append((indicator, kern))
    others = [(kader, norm) for kader in bekend if kader.schaal.soort == "groeiniveau" for norm in kader.normen]
    normen = []
    for number, own in enumerate(groups.values(), start=1):
        same = _find_same(own[0][0], others)
        if same:
            head["bereik"] |= {"land": same[0].bereik.land, "wet": list(same[0].bereik.wet)}
        normen.append(_norm(kader_id, number, own, same[1] if same else None))
    schaal = head["schaal"] | {"soort": "groeiniveau", "toelichting": "Groeiniveau 0 tot en met 5, uit de indicatoren die u zelf hebt ingevuld."}
    return head | {"schaal": schaal, "themas": list(dict.fromkeys(norm["thema"] for norm in normen)), "normen": normen}


def _find_same(indicator: Indicator, others: Sequence[tuple[Kader, Norm]]) -> tuple[Kader, Norm] | None:
    names = {fold(indicator.nummer), fold(indicator.norm)} - {""}
    return next(((kader, norm) for kader, norm in others if names & {fold(norm.id), fold(norm.titel)}), None)


def _norm(kader_id: str, number: int, own: Sequence[tuple[Indicator, list[str]]], same: Norm | None) -> dict[str, Any]:
    first = own[0][0]
    norm_id = f"{''.join(char for char in kader_id.upper() if char.isalpha())[:6] or 'GROEI'}-{number}"
    title = short(first.norm) if len(first.norm) >= _MIN_TITLE else f"Thema {first.norm}"
    numbers = list(dict.fromkeys(indicator.nummer for indicator, _ in own))
    norm = {
        "id": norm_id, "nummer": numbers[0] if len(numbers) == 1 and numbers[0] else str(number), "thema": first.thema, "element": "organisatie", "titel": title,
        "toetsvraag": f"Welk groeiniveau laten de documenten zien voor {first.norm.rstrip('?.')}?", "bron_van": first.rij, "bron_tot": own[-1][0].rij,
        "risico": "Zonder zicht op het niveau is niet te zeggen of de organisatie groeit.",
        "praktijktoets": [{"soort": "interview", "rol": "kwaliteitsmedewerker", "vraag": "Welk groeiniveau geeft u dit thema, en waarom?"}],
        "onderdelen": [
            _onderdeel(f"{norm_id}/{place}", indicator, kern)
            for place, (indicator, kern) in enumerate(sorted(own, key=lambda pair: pair[0].niveau), start=1)
        ],
    }
    if same:
        norm["links"] = [{"norm": same.id, "soort": "gelijk", "reden": "hetzelfde thema, met ingevulde indicatoren"}]
        if same.sectorgemiddelde:
            norm["sectorgemiddelde"] = {"waarde": same.sectorgemiddelde.waarde, "jaar": same.sectorgemiddelde.jaar}
    return norm


def _onderdeel(onderdeel_id: str, indicator: Indicator, kern: list[str]) -> dict[str, Any]:
    return {
        "id": onderdeel_id, "tekst": indicator.tekst, "groeiniveau": indicator.niveau, "niveau": "opzet", "kern": kern, "documenten": ["overig"],
        "niet_genoeg": "Een herhaling van de indicator, of een voornemen.",
        "advies": f"Laat in een document zien hoe u hieraan voldoet: {indicator.tekst.rstrip('.')}.",
        "vraag": "Hoe laat u dit in de praktijk zien?",
    }
