"""Leeswijzer: how the proposals came about, and what they do not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.kaders.model import Niveau, Oordeel
from checker.rapporten.opmaak import NIVEAUS, OORDELEN, ZEKERHEDEN
from checker.rapporten.word.tabel import Kolom, cel, kenmerken, tabel, woordcel
from checker.rapporten.word.xml import Xml, alinea, lijst, samen

if TYPE_CHECKING:
    from checker.rapporten.word.verslag import Verslag

_OORDEEL_UITLEG = {
    Oordeel.AANGETOOND: "Voor elk vereist onderdeel staat er direct bewijs in de documenten, op het niveau dat nodig is.",
    Oordeel.GROTENDEELS: "Meer dan de helft van de onderdelen is gedekt, of er ontbreekt niets maar een deel is maar deels gedekt.",
    Oordeel.GEDEELTELIJK: "Er is bewijs voor ten minste één onderdeel, soms maar voor een deel daarvan. Hoogstens de helft is gedekt.",
    Oordeel.NIET_AANGETOOND: "Er is geen bewijs gevonden in de aangeleverde documenten. Het kan er in de praktijk wel zijn.",
    Oordeel.NIET_VAN_TOEPASSING: "De norm geldt niet voor deze praktijk. De reden staat erbij.",
}
_NIVEAU_UITLEG = {
    Niveau.OPZET: "Het staat beschreven: beleid, een protocol, een leeg formulier.",
    Niveau.BESTAAN: "Het is er: een naam, een datum, een handtekening, een lidmaatschap.",
    Niveau.WERKING: "Het werkt over een periode: cijfers, een bijgehouden register, uitkomsten die zijn besproken.",
}
_ZEKER_UITLEG = (
    ("zeker", "de tekst laat weinig twijfel"),
    ("waarschijnlijk", "het bewijs is indirect of niet volledig"),
    ("te_beoordelen", "een mens moet kijken voordat dit voorstel iets betekent"),
)
_VIER = (
    ("Niet gevonden", "De documenten zijn gelezen en er staat geen bewijs in."),
    (
        "Niet te beoordelen",
        "Papier kan dit niet laten zien. Er staat een vraag voor een gesprek of dossiertoets.",
    ),
    ("Niet van toepassing", "De norm geldt niet voor deze praktijk."),
    (
        "Niet gelezen",
        "Een bestand kon niet (helemaal) worden gelezen. Wat erin staat, is onbekend.",
    ),
)
_REGELS = (
    "Zonder letterlijk citaat met vindplaats is er geen positief voorstel.",
    "Bij twijfel geldt het lagere oordeel, en de twijfel staat erbij.",
    "Een plan, een voornemen of een stuk in ontwikkeling telt niet als bewijs.",
    "Alleen een verwijzing naar een ander document telt ook niet.",
    "Lege sjablonen, verlopen stukken en overgenomen normteksten tellen niet.",
    "Tekst van een andere organisatie telt niet.",
    "Een protocol laat nooit zien dat iets in de praktijk werkt.",
)
_GRENZEN = (
    "De checker leest alleen de aangeleverde documenten en spreekt niemand.",
    "Geen bewijs gevonden betekent niet dat de praktijk het niet doet.",
    "De checker kan een zin verkeerd begrijpen. Lees het citaat na in het document.",
    "Een voorstel geldt pas als een deskundige het heeft bevestigd.",
    "Dit rapport is geen juridisch advies en geen oordeel van een toezichthouder.",
)

_METHODE = (
    "De checker zoekt per norm naar zinnen in de documenten die de onderdelen van de norm aantonen."
    " Elk citaat is letterlijk en heeft een vindplaats, zodat u het kunt nalezen."
)
_LABELS = "Elk kader heeft eigen woorden voor deze oordelen. Wijken die af, dan staat het woord van het kader onder het oordeel."


def leeswijzer(verslag: Verslag) -> Xml:
    """Write method and limits."""
    breedte = verslag.breedte
    return samen(
        (
            verslag.kop(1, "Leeswijzer: methode en beperkingen"),
            alinea(_METHODE),
            verslag.kop(2, "Wat het voorstel betekent"),
            _oordelen(breedte),
            alinea(_LABELS),
            verslag.kop(2, "Hoe ver het bewijs reikt"),
            kenmerken(
                [(NIVEAUS[n].woord, uitleg) for n, uitleg in _NIVEAU_UITLEG.items()],
                breedte=breedte,
                titel="De drie niveaus van bewijs",
            ),
            alinea(
                "De zekerheid is er in drie woorden: "
                + "; ".join(f"{ZEKERHEDEN[z].woord.lower()} ({u})" for z, u in _ZEKER_UITLEG)
                + "."
            ),
            verslag.kop(2, "Vier verschillende dingen"),
            kenmerken(_VIER, breedte=breedte, titel="Vier redenen waarom bewijs ontbreekt"),
            verslag.kop(2, "Strenge regels"),
            lijst(_REGELS),
            verslag.kop(2, "Beperkingen"),
            lijst(_GRENZEN),
            _aannames(verslag),
        )
    )


def _aannames(verslag: Verslag) -> Xml:
    aannames = verslag.resultaat.dossier.aannames
    return samen((verslag.kop(2, "Aannames"), lijst(aannames))) if aannames else Xml("")


def _oordelen(breedte: int) -> Xml:
    kolommen = (Kolom(kop="Oordeel", deel=3), Kolom(kop="Betekenis", deel=9))
    rijen = [(woordcel(OORDELEN[o]), cel(uitleg)) for o, uitleg in _OORDEEL_UITLEG.items()]
    return tabel(kolommen, rijen, breedte=breedte, titel="Betekenis van de oordelen")
