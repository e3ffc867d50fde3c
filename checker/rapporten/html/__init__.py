"""Html: the resultaat as one page that opens anywhere, without network."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

from checker.rapporten.bestand import vervang
from checker.rapporten.html.beeld import maak_beeld
from checker.rapporten.html.sinds import maak_sindsbeeld
from checker.rapporten.opmaak import (
    ERNST,
    KLASSEN,
    NIVEAUS,
    OORDELEN,
    PDCA_STAPPEN,
    SIGNAALSOORTEN,
    STATUSSEN,
    TOESTANDEN,
    TOETSSOORTEN,
    UITSPRAKEN,
    ZEKERHEDEN,
    aantal,
    datum,
    doorslag,
    getal,
    inkorten,
    leesbaar,
    procent,
    reden_niet_geteld,
    stijl,
    veilig,
    woord,
)
from checker.rapporten.sinds import RICHTINGEN

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Environment

    from checker.resultaat import Resultaat
    from checker.verschil import Sinds

MAX_CITAAT = 4_000
_KLEUREN = {
    "oordeel": OORDELEN,
    "status": STATUSSEN,
    "ernst": ERNST,
    "niveau": NIVEAUS,
    "zekerheid": ZEKERHEDEN,
    "klasse": KLASSEN,
    "toestand": TOESTANDEN,
    "richting": RICHTINGEN,
}
_WOORDEN = {
    "uitspraak": UITSPRAKEN,
    "signaalsoort": SIGNAALSOORTEN,
    "toetssoort": TOETSSOORTEN,
    "pdca": PDCA_STAPPEN,
}


def write(resultaat: Resultaat, path: Path, *, terugblik: Sinds | None = None) -> None:
    """Write the page; the same resultaat gives the same bytes.

    ``terugblik`` is the earlier run and the course of all runs, for the section about them.
    """
    with vervang(path) as tijdelijk:
        tijdelijk.write_bytes(render(resultaat, terugblik).encode("utf-8"))


def render(resultaat: Resultaat, terugblik: Sinds | None = None) -> str:
    """Return the page as text."""
    from markupsafe import Markup

    omgeving = _omgeving()
    css = _bron(omgeving, "stijl.css.j2") + _kleurregels()
    js = _bron(omgeving, "script.js.j2")
    pagina = omgeving.get_template("rapport.html.j2").render(
        beeld=maak_beeld(resultaat),
        sinds=maak_sindsbeeld(terugblik) if terugblik else None,
        resultaat=resultaat,
        css=Markup(css),  # noqa: S704 - our own file
        js=Markup(js),  # noqa: S704 - our own file
        beleid=_beleid(css, js),
    )
    return pagina.rstrip() + "\n"


def _omgeving() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    omgeving = Environment(
        loader=PackageLoader("checker.rapporten.html"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_schoon,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    omgeving.filters |= {
        "aantal": aantal,
        "datum": datum,
        "getal": getal,
        "leesbaar": leesbaar,
        "doorslag": doorslag,
        "reden_niet_geteld": reden_niet_geteld,
        "kort": lambda text: inkorten(veilig(text), MAX_CITAAT),
    }
    omgeving.globals |= {
        "procent": procent,
        "kleuren": _KLEUREN,
        "stijl": lambda groep, sleutel: stijl(_KLEUREN[groep], sleutel),
        "woord": lambda groep, sleutel: woord(_WOORDEN[groep], sleutel),
    }
    return omgeving


def _schoon(value: object) -> object:
    """Clean every text of the data on its way to the page; our own markup passes."""
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return veilig(value)
    return value


def _bron(omgeving: Environment, naam: str) -> str:
    assert omgeving.loader is not None  # noqa: S101 - set above, for the type checker
    return omgeving.loader.get_source(omgeving, naam)[0]


def _kleurregels() -> str:
    """One class per word with a colour: the policy of the page forbids style attributes."""
    regels = [
        f".{groep}-{sleutel}{{background:#{s.kleur};color:#{s.tekstkleur};fill:#{s.kleur}}}"
        for groep, tabel in _KLEUREN.items()
        for sleutel, s in tabel.items()
    ]
    return "\n".join(regels) + "\n"


def _beleid(css: str, js: str) -> str:
    """Content security policy: only our own style and script run, nothing is fetched."""
    return f"default-src 'none'; style-src '{_kenmerk(css)}'; script-src '{_kenmerk(js)}'; base-uri 'none'; form-action 'none'"


def _kenmerk(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")
