"""Management summary on one page: a picture of the oordelen, counts, risks, knock-outs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.kaders.model import Oordeel
from checker.rapporten.opmaak import OORDELEN, aantal, inkorten, procent
from checker.rapporten.overzicht import (
    Telling,
    beoordeeld,
    dringend,
    knockouts,
    niet_gelezen,
    opnieuw,
    tel,
    top_risicos,
    totaal,
)
from checker.rapporten.word.norm import voorstelcel
from checker.rapporten.word.tabel import Cel, Kolom, cel, cellen, strook, tabel
from checker.rapporten.word.xml import Xml, alinea, benoemd, link, samen, tekst
from checker.taal.zinnen import split_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.rapporten.overzicht import KaderOverzicht
    from checker.rapporten.word.verslag import Verslag
    from checker.resultaat import Bevinding, Signaal

_MAX_KNOCKOUTS = 6
_MAX_DRINGEND = 10
_MAX_MELDING = 190
_MAX_CITAAT = 110
SIGNALEN_ANKER, SIGNALEN_KOP = "hoofdstuk_signalen", "Wat opvalt in de documenten"
_DRINGEND = (Kolom(kop="Wat er opvalt", deel=8), Kolom(kop="Vindplaats", deel=4))
# With more kaders than this their table gets its own page; the summary itself stays on one.
_OP_EEN_BLADZIJDE = 6
_MIN_DEEL = 0.05
_KORT = {
    Oordeel.AANGETOOND: "Aange-toond",
    Oordeel.GROTENDEELS: "Groten-deels",
    Oordeel.GEDEELTELIJK: "Gedeel-telijk",
    Oordeel.NIET_AANGETOOND: "Niet aange-toond",
    Oordeel.NIET_VAN_TOEPASSING: "N.v.t.",
}


_ALLEEN_PRAKTIJK = "Alleen praktijk: deze normen gaan over wat documenten niet kunnen laten zien. Zij tellen ook mee bij Niet aangetoond."


def samenvatting(verslag: Verslag) -> Xml:
    """Write the summary."""
    telling = totaal(verslag.resultaat)
    return samen(
        (
            verslag.kop(1, "Managementsamenvatting"),
            alinea(_kern(verslag, telling)),
            balk(telling, verslag.breedte),
            _dringend(verslag),
            _risicos(verslag),
            _knockouts(verslag),
            verslag.kop(2, "Oordelen per kader", nieuwe_pagina=len(verslag.kaders) > _OP_EEN_BLADZIJDE),
            _per_kader(verslag),
            alinea(_ALLEEN_PRAKTIJK) if telling.niet_uit_papier else Xml(""),
        )
    )


def _kern(verslag: Verslag, telling: Telling) -> str:
    goed = telling.aantallen[Oordeel.AANGETOOND]
    geldend = telling.van_toepassing
    deel = procent(goed, geldend)
    alle = aantal(telling.totaal, "norm", "normen")
    zinnen = [
        f"Van de {alle} {'geldt' if geldend == 1 else 'gelden'} er {geldend} voor deze praktijk.",
        f"Volgens het voorstel {'is' if goed == 1 else 'zijn'} er {goed} met documenten aangetoond ({deel}).",
    ]
    if telling.niet_uit_papier:
        normen = aantal(telling.niet_uit_papier, "norm is", "normen zijn")
        zinnen.append(f"{normen} niet uit documenten vast te stellen: daarvoor is een gesprek of")
        zinnen.append("dossiertoets nodig.")
    mens = len(beoordeeld(verslag.resultaat))
    if mens:
        normen = aantal(mens, "norm is", "normen zijn")
        zinnen.append(f"{normen} al door een mens beoordeeld; de telling is van de voorstellen.")
    veranderd = len(opnieuw(verslag.resultaat))
    if veranderd:
        normen = aantal(veranderd, "norm", "normen")
        zinnen.append(f"Bij {normen} is het bewijs daarna veranderd: beoordeel die opnieuw.")
    gemist = len(niet_gelezen(verslag.resultaat))
    if gemist:
        bestanden = aantal(gemist, "bestand is", "bestanden zijn")
        zinnen.append(f"{bestanden} niet (helemaal) gelezen; wat daarin staat, telt niet mee.")
    return " ".join(zinnen)


def balk(telling: Telling, breedte: int) -> Xml:
    """Draw the oordelen as one bar of table cells, with the words and numbers in a legend."""
    aanwezig = [(oordeel, n) for oordeel, n in telling.aantallen.items() if n]
    if not aanwezig:
        return Xml("")
    staaf = [
        Cel(
            inhoud=alinea(tekst(str(n), kleur=OORDELEN[oordeel].tekstkleur), "CheckerStaaf"),
            vulling=OORDELEN[oordeel].kleur,
        )
        for oordeel, n in aanwezig
    ]
    delen = [max(n / telling.totaal, _MIN_DEEL) for _, n in aanwezig]
    woorden = ", ".join(f"{OORDELEN[oordeel].woord}: {n}" for oordeel, n in aanwezig)
    legenda = [runs for oordeel, n in aanwezig for runs in (_vlak(oordeel), tekst(_bijschrift(oordeel, n, telling)))]
    return samen(
        (
            strook(staaf, delen, breedte=breedte, titel=f"Verdeling van de oordelen. {woorden}"),
            alinea(samen(legenda), "CheckerLegenda"),
        )
    )


def _bijschrift(oordeel: Oordeel, hoeveel: int, telling: Telling) -> str:
    papier = telling.niet_uit_papier if oordeel == Oordeel.NIET_AANGETOOND else 0
    waarvan = f", waarvan {papier} niet uit documenten vast te stellen" if papier else ""
    naam = OORDELEN[oordeel].woord.replace(" ", "\u00a0")
    return f"\u00a0{naam}\u00a0({hoeveel}{waarvan})   "


def _vlak(oordeel: Oordeel) -> Xml:
    return tekst("■", kleur=OORDELEN[oordeel].kleur)


def tellingcellen(telling: Telling) -> list[Cel]:
    """Make the cells of a count: one per oordeel, then what paper cannot show."""
    return [cel(str(n)) for n in (*telling.aantallen.values(), telling.niet_uit_papier)]


def tellingkolommen(eerste: str) -> list[Kolom]:
    """Make the columns that belong to ``tellingcellen``."""
    koppen = ("Normen", *(_KORT[oordeel].replace("-", "\u00ad") for oordeel in Oordeel))
    return [
        Kolom(kop=eerste, deel=4),
        *(Kolom(kop=kop, deel=1.2) for kop in koppen),
        Kolom(kop="Alleen praktijk", deel=1.1),
    ]


def _per_kader(verslag: Verslag) -> Xml:
    rijen = [[cel(_naam(verslag, k)), cel(str(k.telling.totaal)), *tellingcellen(k.telling)] for k in verslag.kaders]
    if len(verslag.kaders) > 1:
        alles = tel(verslag.resultaat.bevindingen)
        rijen.append([cel("Totaal", vet=True), cel(str(alles.totaal), vet=True), *tellingcellen(alles)])
    return tabel(
        tellingkolommen("Kader"),
        rijen,
        breedte=verslag.breedte,
        titel="Aantal normen per kader en per oordeel",
    )


def _naam(verslag: Verslag, kader: KaderOverzicht) -> Xml:
    titel = kader.kader.titel
    return link(verslag.kaderanker(kader), titel) if kader.themas else tekst(titel)


def _risicos(verslag: Verslag) -> Xml:
    risicos = top_risicos(verslag.resultaat)
    kop = verslag.kop(2, "Grootste risico's")
    if not risicos:
        return samen((kop, alinea("Er zijn geen normen met een tekort in de documenten.")))
    return samen((kop, _tabel_risicos(verslag, risicos)))


def _tabel_risicos(verslag: Verslag, risicos: Sequence[Bevinding]) -> Xml:
    kolommen = (
        Kolom(kop="Norm", deel=1.5),
        Kolom(kop="Waar het over gaat", deel=3.3),
        Kolom(kop="Voorstel", deel=3),
        Kolom(kop="Risico of reden", deel=5),
    )
    rijen = [
        (
            cel(verslag.normlink(b.norm_id)),
            cel(inkorten(b.titel, 120)),
            voorstelcel(b),
            cel(inkorten(b.risico or b.reden, 160)),
        )
        for b in risicos
    ]
    return tabel(kolommen, rijen, breedte=verslag.breedte, titel="De vijf grootste risico's")


def _knockouts(verslag: Verslag) -> Xml:
    normen = knockouts(verslag.resultaat)
    kop = verslag.kop(2, "Mogelijke knock-outs")
    if not normen:
        return samen((kop, alinea("Er zijn geen zware normen zonder enig bewijs.")))
    namen = [samen((verslag.normlink(b.norm_id), tekst(f" {inkorten(b.titel, 90)}"))) for b in normen[:_MAX_KNOCKOUTS]]
    delen = [tekst("; ")] * (2 * len(namen) - 1)
    delen[::2] = namen
    getoond = "Geen bewijs gevonden" if len(normen) <= _MAX_KNOCKOUTS else f"De {_MAX_KNOCKOUTS} zwaarste van {len(normen)} zware normen zonder bewijs"
    return samen((kop, alinea(benoemd(getoond, samen((*delen, tekst("."))))), alinea(_KNOCKOUT)))


def _dringend(verslag: Verslag) -> Xml:
    """What cannot wait, on the first page: the signalen of high severity with the way to the rest."""
    hoog = dringend(verslag.resultaat)
    if not hoog:
        return Xml("")
    rijen = [(_wat(s), _plek(verslag, s)) for s in hoog[:_MAX_DRINGEND]]
    rest = len(hoog) - len(rijen)
    verder = f"Nog {aantal(rest, 'signaal', 'signalen')} met ernst hoog: zie " if rest else "De hele citaten en de andere signalen: zie "
    return samen(
        (
            verslag.kop(2, f"Dringend: {aantal(len(hoog), 'signaal', 'signalen')} met ernst hoog"),
            tabel(_DRINGEND, rijen, breedte=verslag.breedte, titel="Signalen met ernst hoog"),
            alinea(samen((tekst(verder), link(SIGNALEN_ANKER, SIGNALEN_KOP), tekst(".")))),
        )
    )


def _wat(signaal: Signaal) -> Cel:
    """What is the matter, with the words it is about where the sentence does not give them."""
    wat = _eerste_zin(signaal.melding)
    citaat = f"“{inkorten(signaal.citaat, _MAX_CITAAT)}”" if signaal.citaat and '"' not in wat else ""
    return cellen(inkorten(wat, _MAX_MELDING), citaat)


def _eerste_zin(melding: str) -> str:
    """What is the matter; what to do about it stands in the chapter."""
    van, tot = split_sentences(melding)[0] if melding.strip() else (0, 0)
    return melding[van:tot]


def _plek(verslag: Verslag, signaal: Signaal) -> Cel:
    plaats = tekst(f", {inkorten(signaal.plaats, 80)}") if signaal.plaats else Xml("")
    return cel(samen((verslag.document(signaal.document), plaats)))


_KNOCKOUT = (
    "Dit zijn zware normen waarvoor in de aangeleverde documenten geen bewijs is gevonden. De"
    " inkoper of toezichthouder bepaalt welke eis echt een knock-out is."
)
