"""Chapters per kader: per thema the overview of its normen, then each norm in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.kaders.model import Oordeel
from checker.rapporten.opmaak import NIVEAUS, ZEKERHEDEN, aantal, stijl, zin
from checker.rapporten.word.norm import dekking, normblok, voorstelcel
from checker.rapporten.word.samenvatting import balk, tellingcellen, tellingkolommen
from checker.rapporten.word.tabel import Cel, Kolom, cel, tabel
from checker.rapporten.word.xml import Xml, alinea, bladwijzer, link, samen, tekst

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.rapporten.overzicht import KaderOverzicht, ThemaOverzicht
    from checker.rapporten.word.verslag import Verslag
    from checker.resultaat import Bevinding

_KOLOMMEN = (
    Kolom(kop="Norm", deel=1.5),
    Kolom(kop="Waar het over gaat", deel=3.9),
    Kolom(kop="Voorstel", deel=3),
    Kolom(kop="Niveau", deel=1.2),
    Kolom(kop="Zekerheid", deel=1.8),
    Kolom(kop="Gedekt", deel=1.2),
)
_NVT_KOLOMMEN = (
    Kolom(kop="Norm", deel=1.5),
    Kolom(kop="Waar het over gaat", deel=5),
    Kolom(kop="Waarom niet van toepassing", deel=6),
)
_GEEN_NORM = "Geen van deze normen is van toepassing op deze praktijk."
# Bookmark ids must be unique; those of headings count from 1.
_ANKER_VAN_RIJ = 100_000


def kaders(verslag: Verslag) -> Xml:
    """Write a chapter per kader that has normen in this run."""
    return samen(_hoofdstuk(verslag, kader) for kader in verslag.kaders if kader.themas)


def _hoofdstuk(verslag: Verslag, kader: KaderOverzicht) -> Xml:
    regel = kader.kader
    normen = aantal(kader.telling.totaal, "norm", "normen")
    themas = aantal(len(kader.themas), "thema", "thema's")
    intro = f"{regel.uitgever}, versie {regel.versie}. {normen} in {themas}."
    if not kader.telling.van_toepassing:
        return samen((verslag.kop(1, regel.titel, verslag.kaderanker(kader)), alinea(f"{intro} {_GEEN_NORM}"), *redenen(verslag, kader.bevindingen)))
    return samen(
        (
            verslag.kop(1, regel.titel, verslag.kaderanker(kader)),
            alinea(intro),
            balk(kader.telling, verslag.breedte),
            _per_thema(verslag, kader),
            *(_thema(verslag, thema) for thema in kader.themas),
        )
    )


def redenen(verslag: Verslag, bevindingen: Sequence[Bevinding]) -> list[Xml]:
    """Of normen that do not apply: each reason once, with the normen it holds for."""
    per_reden: dict[str, list[Bevinding]] = {}
    for bevinding in bevindingen:
        per_reden.setdefault(bevinding.reden, []).append(bevinding)
    alineas = []
    for reden, rij in per_reden.items():
        delen = [deel for b in rij for deel in (tekst(", "), norm_met_anker(verslag, b))][1:]
        alineas.append(alinea(samen((tekst(f"{zin(reden)} Dit geldt voor "), *delen, tekst(".")))))
    return alineas


def _per_thema(verslag: Verslag, kader: KaderOverzicht) -> Xml:
    if len(kader.themas) == 1:
        return Xml("")
    rijen = [
        [
            cel(link(verslag.themaanker(t), t.thema)),
            cel(str(t.telling.totaal)),
            *tellingcellen(t.telling),
        ]
        for t in kader.themas
    ]
    return tabel(
        tellingkolommen("Thema"),
        rijen,
        breedte=verslag.breedte,
        titel=f"Aantal normen per thema en per oordeel: {kader.kader.titel}",
    )


def _thema(verslag: Verslag, thema: ThemaOverzicht) -> Xml:
    nvt = [b for b in thema.bevindingen if b.oordeel == Oordeel.NIET_VAN_TOEPASSING]
    geldend = [b for b in thema.bevindingen if b.oordeel != Oordeel.NIET_VAN_TOEPASSING]
    return samen(
        (
            verslag.kop(2, thema.thema, verslag.themaanker(thema)),
            _overzicht(verslag, thema.thema, geldend),
            *(normblok(verslag, bevinding) for bevinding in geldend),
            _nvt(verslag, thema.thema, nvt),
        )
    )


def _overzicht(verslag: Verslag, thema: str, bevindingen: Sequence[Bevinding]) -> Xml:
    if not bevindingen:
        return Xml("")
    rijen = [_rij(verslag, bevinding) for bevinding in bevindingen]
    return tabel(_KOLOMMEN, rijen, breedte=verslag.breedte, titel=f"Normen van het thema {thema}")


def _rij(verslag: Verslag, bevinding: Bevinding) -> tuple[Cel, ...]:
    return (
        cel(verslag.normlink(bevinding.norm_id)),
        cel(bevinding.titel),
        voorstelcel(bevinding),
        cel(stijl(NIVEAUS, bevinding.niveau).woord),
        cel(stijl(ZEKERHEDEN, bevinding.zekerheid).woord),
        cel(dekking(bevinding)),
    )


def _nvt(verslag: Verslag, thema: str, bevindingen: Sequence[Bevinding]) -> Xml:
    if not bevindingen:
        return Xml("")
    rijen = [(cel(norm_met_anker(verslag, b)), cel(b.titel), cel(b.reden)) for b in bevindingen]
    return samen(
        (
            alinea("Niet van toepassing", "Heading3"),
            tabel(
                _NVT_KOLOMMEN,
                rijen,
                breedte=verslag.breedte,
                titel=f"Normen van het thema {thema} die niet van toepassing zijn",
            ),
        )
    )


def norm_met_anker(verslag: Verslag, bevinding: Bevinding) -> Xml:
    """Write the id of a norm that has no heading of its own, as the place where links to it lead."""
    anker = verslag.normankers[bevinding.norm_id]
    return bladwijzer(anker, _ANKER_VAN_RIJ + int(anker.removeprefix("norm")), bevinding.norm_id)
