"""Pagina: the comparison as one HTML page with a heat map, without network or script."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from checker.rapporten.bestand import vervang
from checker.rapporten.opmaak import OORDELEN, aantal, datum, getal, veilig
from checker.vergelijking.stand import GEEN_DOCUMENTEN, NIET_GELEZEN, NVT, ONDERGRENS
from checker.vergelijking.teksten import number
from checker.vergelijking.werkmap.achteraf import sensitivity
from checker.vergelijking.werkmap.beoordelaars import oordeel_word
from checker.vergelijking.werkmap.overzicht import note

if TYPE_CHECKING:
    from pathlib import Path

    from checker.vergelijking.stand import Cel, Stand
    from checker.vergelijking.verslag import Verslag

BESTAND = "vergelijking.html"
# So many aanbieders fit beside each other on a screen and on paper; the next ones get their own table.
_NAAST_ELKAAR = 6


def write(verslag: Verslag, path: Path) -> None:
    """Write the page; the same input gives the same bytes."""
    with vervang(path) as half:
        half.write_bytes(render(verslag).encode("utf-8", "replace"))


def render(verslag: Verslag) -> str:
    """The page as text."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    loader = PackageLoader("checker.vergelijking")
    rijen = [_row(verslag, stand) for stand in sorted(verslag.standen, key=_order)]
    space = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, finalize=_clean, trim_blocks=True, lstrip_blocks=True)
    css = loader.get_source(space, "vergelijking.css.j2")[0] + _colours()
    page = space.get_template("vergelijking.html.j2").render(
        css=Markup(css),  # noqa: S704 - our own file
        beleid=f"default-src 'none'; style-src 'sha256-{b64encode(sha256(css.encode()).digest()).decode()}'; base-uri 'none'; form-action 'none'",
        titel=verslag.uitvraag.titel, peildatum=datum(verslag.peildatum), criteria=verslag.uitvraag.criteria,
        rijen=rijen, groepen=[rijen[nr : nr + _NAAST_ELKAAR] for nr in range(0, len(rijen), _NAAST_ELKAAR)], gevoeligheid=sensitivity(verslag),
        overlap=verslag.overlap[:50], number=number, overlap_meer=max(0, len(verslag.overlap) - 50), checker=verslag.checker,
        legenda=[(f"o-{key}", s.woord) for key, s in OORDELEN.items()],
    )
    return page.rstrip() + "\n"


def _order(stand: Stand) -> tuple[bool, int, str]:
    """Ranked first, then the others by name."""
    return stand.rang is None, stand.rang or 0, stand.aanbieder


def _row(verslag: Verslag, stand: Stand) -> dict[str, Any]:
    minimum = "ten minste " if stand.onzeker and stand.totaal is not None else ""
    return {
        "stand": stand, "let_op": stand.melding or note(stand), "rang": str(stand.rang) if stand.rang else "geen rang",
        "totaal": "geen score" if stand.totaal is None else minimum + getal(stand.totaal, 1),
        "rust_op": f"{stand.geteld} van {aantal(len(verslag.uitvraag.criteria), 'criterium', 'criteria')}; "
        f"{stand.gelezen} van {aantal(stand.documenten, 'document', 'documenten')} gelezen",
        "cellen": [_cell(cel) for cel in stand.cellen],
    }


def _cell(cel: Cel) -> dict[str, str]:
    kind = {NIET_GELEZEN: "onbekend", GEEN_DOCUMENTEN: "onbekend", NVT: "niet_van_toepassing"}.get(cel.toestand, cel.oordeel)
    extra = " (ten minste)" if cel.toestand == ONDERGRENS else ""
    score = "" if cel.score is None else f"{number(cel.score)}{'' if cel.mens.bron == 'voorstel' else ' (' + cel.mens.bron + ')'}"
    return {"soort": kind, "woord": oordeel_word(cel) + extra, "score": score}


def _colours() -> str:
    """One class per word with a colour: the policy of the page forbids style attributes."""
    return "\n".join(f".o-{key}{{background:#{s.kleur};color:#{s.tekstkleur}}}" for key, s in OORDELEN.items()) + "\n"


def _clean(value: object) -> object:
    """Clean every text of the data on its way to the page; our own markup passes."""
    return veilig(value) if isinstance(value, str) and not hasattr(value, "__html__") else value
