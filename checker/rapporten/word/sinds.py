"""Since last time: what became better or worse, which evidence came and went, and the course of all runs."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from checker.rapporten.opmaak import ERNST, OORDELEN, datum, hoofdletter, inkorten, stijl
from checker.rapporten.overzicht import plaats
from checker.rapporten.sinds import (
    GEEN_OORDEEL,
    KOPPEN,
    MAX_PUNTEN,
    NIET_IN_KADER,
    aangetoond,
    beschrijf,
    citaten,
    mensen,
    oordeelwoord,
    per_richting,
    tellingen,
    vergeleken_met,
    wat_veranderde,
)
from checker.rapporten.word.tabel import CEL, Cel, Kolom, cel, cellen, kenmerken, stapel, tabel, woordcel
from checker.rapporten.word.xml import Xml, alinea, lijst, samen, tekst

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.kaders.model import Oordeel
    from checker.rapporten.word.verslag import Verslag
    from checker.resultaat import Signaal
    from checker.verschil import NormVerschil, Punt, Reeks, Sinds, Verschil

KOP = "Sinds de vorige keer"
_MAX_CITATEN = 60
_MAX_DATUMS = 5
_DATUM_DEEL, _STAAF_DEEL, _TEKST_DEEL = 11, 40, 13  # Word allows 63 columns
_NORMEN = (
    Kolom(kop="Norm", deel=1.5), Kolom(kop="Waar het over gaat", deel=3.2), Kolom(kop="Toen", deel=2.3), Kolom(kop="Nu", deel=2.3),
    Kolom(kop="Wat er veranderde", deel=2.7),
)
_CITATEN = (Kolom(kop="Norm", deel=1.5), Kolom(kop="Citaat", deel=6), Kolom(kop="Vindplaats", deel=4.5))
_DOCUMENTEN = (Kolom(kop="Document", deel=5), Kolom(kop="Verandering", deel=2), Kolom(kop="Stond eerst in", deel=5))
_SIGNALEN = (Kolom(kop="Ernst", deel=1.3), Kolom(kop="Wat er opvalt", deel=6), Kolom(kop="Document", deel=4.7))
_MENSEN = (
    Kolom(kop="Norm", deel=1.5), Kolom(kop="Waar het over gaat", deel=4.5), Kolom(kop="Oordeel toen", deel=3), Kolom(kop="Oordeel nu", deel=3),
)


def sinds(verslag: Verslag, terugblik: Sinds | None) -> Xml:
    """Write the chapter; nothing when there is no earlier run."""
    if terugblik is None:
        return Xml("")
    delen = [verslag.kop(1, KOP)]
    if terugblik.verschil:
        delen.append(_kern(verslag, terugblik.verschil))
    delen.append(_verloop(verslag, terugblik.verloop))
    if terugblik.verschil:
        delen += _veranderingen(verslag, terugblik.verschil)
    return samen(delen)


def _kern(verslag: Verslag, verschil: Verschil) -> Xml:
    paren = [(naam, str(n)) for naam, n in tellingen(verschil).items() if n]
    telling = kenmerken(paren, breedte=verslag.breedte, titel="Wat er veranderde, in getallen") if paren else Xml("")
    return samen((alinea(vergeleken_met(verschil)), lijst(verschil.let_op), telling))


def _verloop(verslag: Verslag, reeksen: Sequence[Reeks]) -> Xml:
    if not reeksen:
        return Xml("")
    eerste, *rest = reeksen
    rijen = [_staaf(punt) for punt in eerste.punten[-MAX_PUNTEN:]]
    delen = [_DATUM_DEEL, *[1] * _STAAF_DEEL, _TEKST_DEEL]
    beeld = stapel(rijen, delen, breedte=verslag.breedte, titel=beschrijf(eerste))
    intro = f"{eerste.titel}: de verdeling van de oordelen per peildatum, met hoeveel normen er zijn aangetoond van de normen die gelden."
    return samen((verslag.kop(2, "Verloop"), alinea(intro, bij_volgende=True), beeld, _legenda(), _per_kader(verslag, rest)))


def _staaf(punt: Punt) -> list[Cel]:
    """One bar: the date, a part per oordeel, and the words."""
    delen = [(oordeel, n) for oordeel, n in punt.telling.items() if n]
    return [
        cel(datum(punt.peildatum)),
        *(_deel(oordeel, n, kolommen) for (oordeel, n), kolommen in zip(delen, _verdeel([n for _, n in delen]), strict=True)),
        cel(f"{aangetoond(punt)} aangetoond"),
    ]


def _deel(oordeel: Oordeel, hoeveel: int, kolommen: int) -> Cel:
    uiterlijk = OORDELEN[oordeel]
    # A number that does not fit in its part is left out; the table and the alt text have it.
    getal = str(hoeveel) if len(str(hoeveel)) <= kolommen else ""
    return Cel(inhoud=alinea(tekst(getal, kleur=uiterlijk.tekstkleur), "CheckerStaaf"), vulling=uiterlijk.kleur, kolommen=kolommen)


def _verdeel(aantallen: Sequence[int]) -> list[int]:
    """Divide the columns of the bar by counts; every part has at least one."""
    ruimte, geheel = _STAAF_DEEL - len(aantallen), sum(aantallen)
    breedtes = [1 + ruimte * n // geheel for n in aantallen]
    breedtes[breedtes.index(max(breedtes))] += _STAAF_DEEL - sum(breedtes)
    return breedtes


def _legenda() -> Xml:
    delen = [runs for stijl_ in OORDELEN.values() for runs in (tekst("■", kleur=stijl_.kleur), tekst(f"\u00a0{stijl_.woord.replace(' ', chr(160))}   "))]
    return alinea(samen(delen), "CheckerLegenda")


def _per_kader(verslag: Verslag, reeksen: Sequence[Reeks]) -> Xml:
    """A table of how many normen were shown per kader, at the last peildatums."""
    if not reeksen:
        return Xml("")
    dagen = sorted({punt.peildatum for reeks in reeksen for punt in reeks.punten})[-_MAX_DATUMS:]
    kolommen = [Kolom(kop="Aangetoond per kader", deel=4), *(Kolom(kop=datum(dag), deel=1.6) for dag in dagen)]
    rijen = []
    for reeks in reeksen:
        punten = {punt.peildatum: aangetoond(punt) for punt in reeks.punten}
        rijen.append([cel(reeks.titel), *(cel(punten.get(dag, "Niet getoetst")) for dag in dagen)])
    return tabel(kolommen, rijen, breedte=verslag.breedte, titel="Hoeveel normen zijn aangetoond, per kader en peildatum")


def _veranderingen(verslag: Verslag, verschil: Verschil) -> Iterator[Xml]:
    for richting, normen in per_richting(verschil).items():
        yield verslag.kop(2, KOPPEN[richting])
        yield tabel(_NORMEN, [_norm(verslag, n) for n in normen], breedte=verslag.breedte, titel=KOPPEN[richting])
    yield _citaten(verslag, verschil, erbij=True)
    yield _citaten(verslag, verschil, erbij=False)
    yield _documenten(verslag, verschil)
    yield _signalen(verslag, "Nieuwe signalen", verschil.signalen_nieuw)
    yield _signalen(verslag, "Signalen die weg zijn", verschil.signalen_weg)
    yield _mensen(verslag, verschil)


def _norm(verslag: Verslag, norm: NormVerschil) -> tuple[Cel, ...]:
    return (
        cel(verslag.normlink(norm.norm_id)), cel(inkorten(norm.titel, 160)), _oordeel(norm.oud), _oordeel(norm.nieuw), cel(hoofdletter(wat_veranderde(norm))),
    )


def _oordeel(oordeel: str) -> Cel:
    return woordcel(stijl(OORDELEN, oordeel)) if oordeel else cel(NIET_IN_KADER)


def _citaten(verslag: Verslag, verschil: Verschil, *, erbij: bool) -> Xml:
    alle = list(citaten(verschil, erbij=erbij))
    if not alle:
        return Xml("")
    naam = "Nieuw bewijs" if erbij else "Bewijs dat er niet meer is"
    rijen = [
        (cel(verslag.normlink(norm.norm_id)), cel(f"“{inkorten(bewijs.citaat)}”"), cellen(verslag.document(bewijs.document), inkorten(plaats(bewijs), 200)))
        for norm, bewijs in islice(alle, _MAX_CITATEN)
    ]
    meer = len(alle) - len(rijen)
    slot = alinea(f"Er zijn er nog {meer}; die staan in het Excel-bestand.") if meer else Xml("")
    return samen((verslag.kop(2, naam), tabel(_CITATEN, rijen, breedte=verslag.breedte, titel=naam), slot))


def _documenten(verslag: Verslag, verschil: Verschil) -> Xml:
    if not verschil.documenten:
        return Xml("")
    naam = "Documenten die veranderden"
    rijen = [
        (Cel(inhoud=alinea(tekst(d.pad, vet=True), CEL)), cel(hoofdletter(d.wat)), cel(d.was or "Niet verplaatst")) for d in verschil.documenten
    ]
    return samen((verslag.kop(2, naam), tabel(_DOCUMENTEN, rijen, breedte=verslag.breedte, titel=naam)))


def _signalen(verslag: Verslag, naam: str, rij: Sequence[Signaal]) -> Xml:
    if not rij:
        return Xml("")
    rijen = [
        (woordcel(stijl(ERNST, s.ernst)), cellen(s.melding, f"“{inkorten(s.citaat)}”" if s.citaat else ""), cellen(verslag.document(s.document), inkorten(s.plaats, 200)))
        for s in rij
    ]
    return samen((verslag.kop(2, naam), tabel(_SIGNALEN, rijen, breedte=verslag.breedte, titel=naam)))


def _mensen(verslag: Verslag, verschil: Verschil) -> Xml:
    normen = mensen(verschil)
    if not normen:
        return Xml("")
    naam = "Oordelen van mensen"
    rijen = [
        (cel(verslag.normlink(n.norm_id)), cel(inkorten(n.titel, 160)), cel(oordeelwoord(n.mens_oud) or GEEN_OORDEEL), cel(oordeelwoord(n.mens_nieuw) or GEEN_OORDEEL))
        for n in normen
    ]
    return samen((verslag.kop(2, naam), tabel(_MENSEN, rijen, breedte=verslag.breedte, titel=naam)))
