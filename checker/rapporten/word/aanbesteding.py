"""Answer document of a tender: per demand the practice's own words, what is missing, the appendices."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.rapporten.antwoord import AANVULLEN, BEANTWOORD, DEELS, NVT, Antwoord, answer_all, number_documents, warn_documents
from checker.rapporten.bestand import vervang
from checker.rapporten.opmaak import Stijl, aantal, datum, hoofdletter, inkorten, leesbaar, zin
from checker.rapporten.overzicht import plaats
from checker.rapporten.thuis import find_thuis
from checker.rapporten.word import blad as bladen
from checker.rapporten.word import verslag as verslagen
from checker.rapporten.word.inhoud import inhoudsopgave
from checker.rapporten.word.tabel import Cel, Kolom, cel, cellen, kenmerken, strook, tabel, woordcel
from checker.rapporten.word.verslag import documentanker
from checker.rapporten.word.xml import Xml, alinea, benoemd, bladwijzer, samen, tekst

if TYPE_CHECKING:
    from pathlib import Path

    from checker.rapporten.antwoord import Alinea
    from checker.rapporten.word.verslag import Verslag
    from checker.resultaat import Bewijs, Resultaat, Signaal

STANDEN = {
    BEANTWOORD: Stijl(woord="Beantwoord", kleur="1F6F43", tekstkleur="FFFFFF"),
    DEELS: Stijl(woord="Deels beantwoord", kleur="FBE3A6", tekstkleur="4A3500"),
    AANVULLEN: Stijl(woord="Nog aan te vullen", kleur="A4262C", tekstkleur="FFFFFF"),
    NVT: Stijl(woord="Niet van toepassing", kleur="E1E4E8", tekstkleur="3A4149"),
}
_LET_OP = Stijl(woord="Let op: uw documenten spreken elkaar hier tegen", kleur="A4262C", tekstkleur="FFFFFF")
_NOG = "Nog aan te vullen"
_UITLEG = (
    "Dit document antwoordt op elke eis met letterlijke zinnen uit de eigen documenten van de praktijk. Achter elke zin staat"
    " de vindplaats; B1, B2 enzovoort zijn de nummers van de bijlagen. Wat gemarkeerd is met 'Nog aan te vullen' moet de"
    " praktijk zelf schrijven of aanleveren. Lees alles na en haal de markeringen weg voordat u het indient."
)
_MAAK_SCHOON = "Haal de gegevens weg en toets opnieuw als u hieruit wilt antwoorden. Haal deze regel weg voordat u het document indient."
_EISEN = (Kolom(kop="Eis", deel=1.7), Kolom(kop="Waar het over gaat", deel=5), Kolom(kop="Stand", deel=2.6), Kolom(kop="Bijlagen", deel=2.2))
_BIJLAGEN = (Kolom(kop="Nr", deel=0.9), Kolom(kop="Bestand", deel=5), Kolom(kop="Soort", deel=2.8), Kolom(kop="Bij eisen", deel=3))
_ANKER = 200_000
_MAX_CITAAT = 600


def write(resultaat: Resultaat, path: Path, *, sjabloon: Path | None = None) -> None:
    """Write the answer document; equal input gives equal bytes."""
    inhoud = maak(resultaat, sjabloon)
    with vervang(path) as tijdelijk:
        tijdelijk.write_bytes(inhoud)


def maak(resultaat: Resultaat, sjabloon: Path | None = None) -> bytes:
    """Return the answer document as bytes."""
    naam = resultaat.dossier.naam
    titel = f"Antwoord op de eisen {naam}"
    blad = bladen.maak(sjabloon, f"{naam}  ·  Antwoord op de eisen  ·  {datum(resultaat.peildatum)}", titel, resultaat.peildatum)
    antwoorden = answer_all(resultaat)
    verslag = replace(verslagen.maak(resultaat, blad.breedte, blad.liggend), nummers=number_documents(antwoorden))
    delen = samen((_overzicht(verslag, antwoorden), _eisen(verslag, antwoorden), _bijlagen(verslag, antwoorden)))
    return bladen.vul(blad, samen((_voorkant(verslag, antwoorden), inhoudsopgave(verslag.koppen), delen)), liggend=False)


def _voorkant(verslag: Verslag, antwoorden: tuple[Antwoord, ...]) -> Xml:
    resultaat = verslag.resultaat
    feiten = [
        ("Praktijk", resultaat.dossier.naam),
        ("Peildatum", datum(resultaat.peildatum)),
        ("Eisen", aantal(len(antwoorden), "eis", "eisen")),
        *((stijl.woord, str(sum(a.stand == stand for a in antwoorden))) for stand, stijl in STANDEN.items()),
        ("Bijlagen", aantal(len(verslag.nummers), "document", "documenten")),
    ]
    return samen(
        (
            alinea("Antwoord op de eisen", "Title", nieuwe_pagina=True),
            alinea(resultaat.dossier.naam, "Subtitle"),
            kenmerken(feiten, breedte=verslag.breedte, titel="Gegevens"),
            alinea(_UITLEG),
        )
    )


def _overzicht(verslag: Verslag, antwoorden: tuple[Antwoord, ...]) -> Xml:
    kop = verslag.kop(1, "Overzicht van de eisen")
    if not antwoorden:
        return samen((kop, alinea("Er zijn geen eisen getoetst.")))
    rijen = [
        (
            cel(verslag.normlink(a.bevinding.norm_id)),
            cel(inkorten(a.bevinding.titel, 200)),
            woordcel(STANDEN[a.stand]),
            cel(", ".join(verslag.nummers[pad] for pad in a.documenten) or "Geen"),
        )
        for a in antwoorden
    ]
    return samen((kop, tabel(_EISEN, rijen, breedte=verslag.breedte, titel="Stand per eis")))


def _eisen(verslag: Verslag, antwoorden: tuple[Antwoord, ...]) -> Xml:
    delen: list[Xml] = []
    for kader in verslag.resultaat.kaders:
        eigen = [a for a in antwoorden if a.bevinding.kader_id == kader.kader_id]
        if eigen:
            delen += [verslag.kop(1, kader.titel), *(_eis(verslag, antwoord) for antwoord in eigen)]
    return samen(delen)


def _eis(verslag: Verslag, antwoord: Antwoord) -> Xml:
    bevinding = antwoord.bevinding
    vraag = alinea(bevinding.toetsvraag, "CheckerVraag") if bevinding.toetsvraag else Xml("")
    return samen(
        (
            verslag.kop(2, f"{bevinding.norm_id}  {bevinding.titel}", verslag.normankers[bevinding.norm_id]),
            vraag,
            alinea(benoemd("Niet van toepassing", zin(antwoord.toelichting))) if antwoord.stand == NVT else Xml(""),
            *(_alinea(verslag, deel) for deel in antwoord.alineas),
            _botst(verslag, antwoord),
            _ontbreekt(verslag, antwoord),
            _bij_deze_eis(verslag, antwoord),
        )
    )


def _alinea(verslag: Verslag, deel: Alinea) -> Xml:
    zinnen = samen(_citaat(verslag, bewijs) for bewijs in deel.citaten)
    return alinea(benoemd(deel.onderwerp.strip().rstrip(".?"), zinnen) if deel.onderwerp else zinnen)


def _citaat(verslag: Verslag, bewijs: Bewijs) -> Xml:
    """A quote in running text, with its place between brackets."""
    vindplaats = samen((tekst(" ("), verslag.document(bewijs.document), tekst(f", {inkorten(plaats(bewijs), 200)}) ", cursief=True)))
    return samen((tekst(f"“{inkorten(' '.join(bewijs.citaat.split()), _MAX_CITAAT)}”"), vindplaats))


def _botst(verslag: Verslag, antwoord: Antwoord) -> Xml:
    """What the dossier says against a quote above, where nobody can overlook it."""
    if not antwoord.botst:
        return Xml("")
    punten = [_tegenspraak(verslag, signaal) for signaal in antwoord.botst]
    return strook([woordcel(_LET_OP, *punten)], [1], breedte=verslag.breedte, titel=f"Tegenspraak bij {antwoord.bevinding.norm_id}")


def _tegenspraak(verslag: Verslag, signaal: Signaal) -> Xml:
    return samen((tekst(f"• {zin(inkorten(signaal.melding, _MAX_CITAAT))} ("), verslag.document(signaal.document), tekst(f", {inkorten(signaal.plaats, 200)})")))


def _ontbreekt(verslag: Verslag, antwoord: Antwoord) -> Xml:
    if not antwoord.ontbreekt:
        return Xml("")
    stijl = Stijl(woord=_NOG, kleur="FBE3A6", tekstkleur="4A3500")
    punten = [f"• {zin(punt)}" for punt in antwoord.ontbreekt]
    return strook([woordcel(stijl, *punten)], [1], breedte=verslag.breedte, titel=f"{_NOG} bij {antwoord.bevinding.norm_id}")


def _bij_deze_eis(verslag: Verslag, antwoord: Antwoord) -> Xml:
    if not antwoord.documenten:
        return Xml("")
    links: list[Xml] = []
    for pad in antwoord.documenten:
        links += [tekst("; "), verslag.document(pad)]
    return alinea(benoemd("Bijlagen bij deze eis", samen(links[1:])), "CheckerSlot")


def _bijlagen(verslag: Verslag, antwoorden: tuple[Antwoord, ...]) -> Xml:
    kop, thuis = verslag.kop(1, "Bijlagen"), _thuis(verslag)
    if not verslag.nummers:
        return samen((kop, alinea("Er is geen document geciteerd."), thuis))
    let_op = warn_documents(verslag.resultaat)
    rijen = [_bijlage(verslag, antwoorden, pad, nummer, let_op.get(pad, ())) for pad, nummer in verslag.nummers.items()]
    return samen((kop, tabel(_BIJLAGEN, rijen, breedte=verslag.breedte, titel="Lijst van bijlagen"), thuis))


def _thuis(verslag: Verslag) -> Xml:
    paden = sorted(find_thuis(verslag.resultaat))
    return alinea(benoemd("Niet aangehaald: hierin staan gegevens van cliënten", f"{'; '.join(paden)}. {_MAAK_SCHOON}")) if paden else Xml("")


def _bijlage(verslag: Verslag, antwoorden: tuple[Antwoord, ...], pad: str, nummer: str, let_op: tuple[str, ...]) -> tuple[Cel, ...]:
    regel = next((d for d in verslag.resultaat.dossier.documenten if d.pad == pad), None)
    normen = [a.bevinding.norm_id for a in antwoorden if pad in a.documenten]
    return (
        cel(bladwijzer(documentanker(nummer), _ANKER + int(nummer.removeprefix("B")), nummer)),
        cellen(tekst(pad, vet=True), regel.titel if regel and regel.titel != pad else "", *(f"Let op: {m}" for m in let_op)),
        cel(hoofdletter(leesbaar(regel.documentsoort)) if regel else ""),
        cel(verslag.normlinks(normen)),
    )
