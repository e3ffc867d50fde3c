"""The short gap report: for who decides; per norm one line, what cannot wait, and the action plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.kaders.model import Oordeel
from checker.rapporten import werk
from checker.rapporten.bestand import vervang
from checker.rapporten.opmaak import aantal
from checker.rapporten.word.actieplan import actieplan, heeft_acties
from checker.rapporten.word.band import bind
from checker.rapporten.word.bijlagen import documenten
from checker.rapporten.word.kaders import norm_met_anker, redenen
from checker.rapporten.word.leeswijzer import leeswijzer
from checker.rapporten.word.norm import dekking, voorstelcel
from checker.rapporten.word.samenvatting import balk, samenvatting
from checker.rapporten.word.signalen import hoog
from checker.rapporten.word.sinds import sinds
from checker.rapporten.word.tabel import Kolom, cel, tabel
from checker.rapporten.word.xml import Xml, alinea, samen

if TYPE_CHECKING:
    from pathlib import Path

    from checker.rapporten.overzicht import KaderOverzicht
    from checker.rapporten.word.tabel import Cel
    from checker.rapporten.word.verslag import Verslag
    from checker.resultaat import Bevinding, Resultaat
    from checker.verschil import Sinds

_SOORT = "Kort gaprapport kwaliteitskaders"
_KOLOMMEN = (
    Kolom(kop="Norm", deel=1.6),
    Kolom(kop="Waar het over gaat", deel=5),
    Kolom(kop="Voorstel", deel=3),
    Kolom(kop="Gedekt", deel=1.3),
    Kolom(kop="Acties", deel=1.7),
)
_INTRO = (
    "Per norm het voorstel, hoeveel onderdelen gedekt zijn en welke acties uit het actieplan helpen. De citaten, wat per"
    " onderdeel ontbreekt en het advies staan in het volledige gaprapport, in gapanalyse.xlsx en in rapport.html."
)


def write(resultaat: Resultaat, path: Path, *, sjabloon: Path | None = None, terugblik: Sinds | None = None) -> None:
    """Write the short Word report; equal input gives equal bytes. The arguments are those of the full report."""
    inhoud = maak(resultaat, sjabloon, terugblik)
    with vervang(path) as tijdelijk:
        tijdelijk.write_bytes(inhoud)


def maak(resultaat: Resultaat, sjabloon: Path | None = None, terugblik: Sinds | None = None) -> bytes:
    """Return the short Word report as bytes."""
    return bind(resultaat, sjabloon, _SOORT, lambda verslag: _delen(verslag, terugblik))


def _delen(verslag: Verslag, terugblik: Sinds | None) -> list[tuple[Xml, bool]]:
    delen = [(samen((samenvatting(verslag), sinds(verslag, terugblik), _normen(verslag), hoog(verslag))), False)]
    if heeft_acties(verslag):
        delen.append((actieplan(verslag), True))
    return [*delen, (samen((leeswijzer(verslag), documenten(verslag))), False)]


def _normen(verslag: Verslag) -> Xml:
    vragen = len(werk.vragen(verslag.resultaat))
    gesprek = f" Daar staan ook {aantal(vragen, 'vraag', 'vragen')} voor gesprekken en dossiertoetsen." if vragen else ""
    delen = (_kader(verslag, kader) for kader in verslag.kaders if kader.themas)
    return samen((verslag.kop(1, "Voorstel per norm"), alinea(f"{_INTRO}{gesprek}"), *delen))


def _kader(verslag: Verslag, kader: KaderOverzicht) -> Xml:
    geldend = [b for b in kader.bevindingen if b.oordeel != Oordeel.NIET_VAN_TOEPASSING]
    overig = [b for b in kader.bevindingen if b.oordeel == Oordeel.NIET_VAN_TOEPASSING]
    titel = kader.kader.titel
    inhoud = (
        balk(kader.telling, verslag.breedte),
        tabel(_KOLOMMEN, [_rij(verslag, b) for b in geldend], breedte=verslag.breedte, titel=f"Voorstel per norm: {titel}"),
    )
    kop = verslag.kop(2, titel, verslag.kaderanker(kader))
    return samen((kop, *(inhoud if geldend else ()), *redenen(verslag, overig)))


def _rij(verslag: Verslag, bevinding: Bevinding) -> tuple[Cel, ...]:
    acties = ", ".join(str(actie.nummer) for actie in verslag.acties.get(bevinding.norm_id, ()))
    return (
        cel(norm_met_anker(verslag, bevinding)),
        cel(bevinding.titel),
        voorstelcel(bevinding),
        cel(dekking(bevinding)),
        cel(acties or "Geen"),
    )
