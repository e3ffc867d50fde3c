"""Bladen: the sheets with texts, filled one aanbieder at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.rapporten.excel.kolom import Cel, Kolom, Verwijzing, tekst
from checker.rapporten.opmaak import ERNST, NIVEAUS, stijl
from checker.vergelijking import teksten
from checker.vergelijking.stand import BEOORDEELD, NIET_GEVONDEN, NVT, ONDERGRENS
from checker.vergelijking.werkmap import namen
from checker.vergelijking.werkmap.beoordelaars import MINIMUM, SCORE, UITKOMSTEN, Plek, score_value
from checker.vergelijking.werkmap.lijst import Lijst

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.rapporten.excel.schrijver import Schrijver
    from checker.vergelijking.stand import Cel as StandCel
    from checker.vergelijking.stand import Stand
    from checker.vergelijking.uitvraag import Criterium, Uitvraag

_AANBIEDER = Kolom(kop=namen.AANBIEDER, breedte=22)
_NORM = Kolom(kop=namen.CRITERIUM_ID, breedte=13)
KNOCK_OUT = (
    _AANBIEDER, _NORM, Kolom(kop="Eis", breedte=34), Kolom(kop="Soort", breedte=16), Kolom(kop="Gevraagd bewijs", breedte=26),
    Kolom(kop="Gelijkwaardig telt", breedte=13), Kolom(kop="Gevonden bewijs", breedte=46), Kolom(kop="Vindplaats", breedte=30),
    Kolom(kop="Aanwezig", breedte=14), Kolom(kop="Geldig tot", breedte=18), Kolom(kop="Uitkomst", breedte=14, kleuren=UITKOMSTEN),
    Kolom(kop=namen.GECONTROLEERD, breedte=18, mens=True), Kolom(kop=namen.OPMERKING, breedte=30, mens=True),
)
_BEWIJS = (
    _AANBIEDER, _NORM, Kolom(kop="Criterium", breedte=30), Kolom(kop="Citaat", breedte=60), Kolom(kop="Document", breedte=28),
    Kolom(kop="Pagina", breedte=8, vorm="getal"), Kolom(kop="Plaats", breedte=20), Kolom(kop="Niveau", breedte=11, kleuren=NIVEAUS),
    Kolom(kop="Direct of indirect", breedte=11),
)
MOTIVERING = (
    _AANBIEDER, _NORM, Kolom(kop="Criterium", breedte=30), Kolom(kop="Score", breedte=11, vorm="breuk"), Kolom(kop="Feit", breedte=60),
    Kolom(kop="Beoordeling", breedte=44), Kolom(kop="Waarom niet hoger", breedte=44), Kolom(kop=namen.DEFINITIEF, breedte=50, mens=True),
)
VRAGEN = (
    _AANBIEDER, _NORM, Kolom(kop="Aanleiding", breedte=22), Kolom(kop=namen.VRAAG, breedte=70), Kolom(kop=namen.ANTWOORD, breedte=50, mens=True),
)
_VEROUDERD = (
    _AANBIEDER, Kolom(kop="Soort", breedte=12), Kolom(kop="Ernst", breedte=10, kleuren=ERNST), Kolom(kop="Document", breedte=28),
    Kolom(kop="Plaats", breedte=18), Kolom(kop="Citaat", breedte=46), Kolom(kop="Melding", breedte=60),
)
_EERDER = "Eerder gevraagd, nu niet meer"
_AANWEZIG = {NIET_GEVONDEN: "nee", ONDERGRENS: "deels", NVT: NVT}
_UITLEG = {
    namen.KNOCK_OUT: "Eisen met een minimum. De uitkomst is een voorstel tot de commissie scoort; te verifiëren is geen nee.",
    namen.BEWIJS: "Wat de aanbieder zelf schrijft, letterlijk. Niets van buiten de inschrijving telt.",
    namen.MOTIVERING: "Concept per aanbieder en criterium: feit, beoordeling, waarom niet hoger. De definitieve tekst is van de commissie.",
    namen.VRAGEN: "Vragen voor de verificatie. Ze gaan alleen over wat is ingediend en wat daarin niet te lezen of te vinden was.",
    namen.VEROUDERD: "Verouderde verwijzingen en datums die voorbij zijn, per aanbieder.",
}


class Bladen:
    """The sheets with texts of one workbook."""

    def __init__(self, schrijver: Schrijver, uitvraag: Uitvraag, antwoorden: Mapping[tuple[str, str, str], str], plek: Plek) -> None:
        self._uitvraag = uitvraag
        self._plek = plek
        self._antwoorden = antwoorden
        shapes = {
            namen.KNOCK_OUT: KNOCK_OUT, namen.BEWIJS: _BEWIJS, namen.MOTIVERING: MOTIVERING, namen.VRAGEN: VRAGEN, namen.VEROUDERD: _VEROUDERD,
        }
        self._lijsten = {name: Lijst(schrijver, name, _UITLEG[name], columns) for name, columns in shapes.items()}

    def add(self, stand: Stand, uittreksel: Mapping[str, Any] | None, aanbieder: int) -> None:
        """Write everything of one aanbieder; ``aanbieder`` counts from 0."""
        found = uittreksel["bevindingen"] if uittreksel else {}
        for nummer, (cel, criterium) in enumerate(zip(stand.cellen, self._uitvraag.criteria, strict=True), 1 + aanbieder * len(stand.cellen)):
            bevinding = found.get(criterium.id)
            if criterium.minimum is not None:
                self._lijsten[namen.KNOCK_OUT].rij(self._knock_out(stand, cel, criterium, bevinding, nummer))
            for quote in bevinding["bewijs"] if bevinding else ():
                self._lijsten[namen.BEWIJS].rij(_bewijs(stand, criterium, quote))
            self._lijsten[namen.MOTIVERING].rij(self._motivering(stand, cel, criterium, bevinding, nummer))
        self._vragen(stand, uittreksel)
        for s in uittreksel["signalen"] if uittreksel else ():
            row = (stand.aanbieder, s["soort"], stijl(ERNST, s["ernst"]).woord, s["document"], s["plaats"], s["citaat"], s["melding"])
            self._lijsten[namen.VEROUDERD].rij(row)

    def close(self) -> None:
        """Finish the sheets."""
        for lijst in self._lijsten.values():
            lijst.close()

    def _vragen(self, stand: Stand, uittreksel: Mapping[str, Any] | None) -> None:
        """The questions with their answers; a question that is no longer asked stays for as long as it has one."""
        vragen = [(norm, why, tekst(question)) for norm, why, question in teksten.vragen(stand, uittreksel, self._uitvraag.criteria)]
        if stand.melding:
            vragen.append(("", "Niet getoetst", tekst(stand.melding)))
        gesteld = {(norm, question) for norm, _, question in vragen}
        normen = {"", *(c.id for c in self._uitvraag.criteria)}
        eerder = [(norm, question) for who, norm, question in self._antwoorden if who == stand.aanbieder and norm in normen]
        vragen += [(norm, _EERDER, question) for norm, question in sorted(eerder) if (norm, question) not in gesteld]
        for norm, why, question in vragen:
            self._lijsten[namen.VRAGEN].rij((stand.aanbieder, norm, why, question, self._antwoorden.get((stand.aanbieder, norm, question))))

    def _motivering(self, stand: Stand, cel: StandCel, criterium: Criterium, found: Mapping[str, Any] | None, nummer: int) -> tuple[Cel, ...]:
        maximum = self._uitvraag.maximum
        return (
            stand.aanbieder, criterium.id, criterium.titel, Verwijzing(formule=self._plek.cel(SCORE, nummer), waarde=score_value(cel)),
            teksten.feit(cel, found, stand), teksten.beoordeling(cel, found, maximum), teksten.waarom_niet_hoger(cel, found, maximum),
            cel.mens.motivering,
        )

    def _knock_out(self, stand: Stand, cel: StandCel, criterium: Criterium, found: Mapping[str, Any] | None, nummer: int) -> tuple[Cel, ...]:
        quote = found["bewijs"][0] if found and found["bewijs"] else None
        valid = teksten.valid(cel)
        if found and found["verlopen"]:
            valid = f"{valid} (verlopen?)".strip()
        present = "ja" if cel.toestand == BEOORDEELD and cel.oordeel == "aangetoond" else "deels" if cel.toestand == BEOORDEELD else cel.toestand
        return (
            stand.aanbieder, criterium.id, criterium.titel, criterium.soort, criterium.bewijs, "ja" if criterium.gelijkwaardig else "nee",
            quote["citaat"] if quote else "", teksten.place(quote) if quote else "", _AANWEZIG.get(cel.toestand, present), valid,
            Verwijzing(formule=self._plek.cel(MINIMUM, nummer), waarde=cel.minimum(criterium)), cel.mens.gecontroleerd, cel.mens.opmerking,
        )


def _bewijs(stand: Stand, criterium: Criterium, quote: Mapping[str, Any]) -> tuple[Cel, ...]:
    return (
        stand.aanbieder, criterium.id, criterium.titel, quote["citaat"], quote["document"], quote["pagina"], quote["plaats"],
        stijl(NIVEAUS, quote["niveau"]).woord, quote["sterkte"],
    )
