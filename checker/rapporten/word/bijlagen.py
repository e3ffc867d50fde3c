"""Appendices: the documents with their state, the cross table, the versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rapporten.opmaak import TOESTANDEN, leesbaar, stijl
from checker.rapporten.overzicht import Kruisrij, Kruistabel, kruistabel, niet_gelezen
from checker.rapporten.word.tabel import Cel, Kolom, cel, cellen, kenmerken, tabel, woordcel
from checker.rapporten.word.verslag import documentanker
from checker.rapporten.word.xml import Xml, alinea, bladwijzer, samen, tekst

if TYPE_CHECKING:
    from checker.rapporten.word.verslag import Verslag
    from checker.resultaat import DocumentRegel

_DOCUMENTEN = (
    Kolom(kop="Nr", deel=0.8),
    Kolom(kop="Bestand", deel=4.7),
    Kolom(kop="Soort", deel=2.4),
    Kolom(kop="Toestand", deel=2),
    Kolom(kop="Omvang", deel=1.7),
    Kolom(kop="Kenmerk", deel=1.7),
)
_HASH = 10
_MAX_KOLOMMEN = 16
# Bookmark ids must be unique; those of headings and rows of normen are lower.
_ANKER_VAN_DOCUMENT = 200_000


def documenten(verslag: Verslag) -> Xml:
    """Write all files of the dossier, those that could not be read included."""
    kop = verslag.kop(1, "Bijlage: documenten en versies")
    regels = verslag.resultaat.dossier.documenten
    if not regels:
        return samen((kop, alinea("Er zijn geen documenten aangeleverd.")))
    rijen = [_document(verslag, regel) for regel in regels]
    inhoud = tabel(_DOCUMENTEN, rijen, breedte=verslag.breedte, titel="Documenten in het dossier")
    return samen((kop, alinea(_intro(verslag)), inhoud))


def _intro(verslag: Verslag) -> str:
    gemist = len(niet_gelezen(verslag.resultaat))
    slot = f"{gemist} daarvan zijn niet of niet helemaal gelezen." if gemist else "Alle zijn gelezen."
    if gemist == 1:
        slot = "Eén daarvan is niet of niet helemaal gelezen."
    return (
        f"In het dossier zitten {len(verslag.resultaat.dossier.documenten)} bestanden. {slot} Het"
        " kenmerk is het begin van de controlesom (SHA-256): daarmee ziet u of een bestand later is"
        " veranderd."
    )


def _document(verslag: Verslag, regel: DocumentRegel) -> tuple[Cel, ...]:
    toestand = stijl(TOESTANDEN, regel.toestand)
    return (
        cel(_nummer(verslag.nummers[regel.pad])),
        cellen(tekst(regel.pad, vet=True), regel.melding),
        cellen(regel.soort, leesbaar(regel.documentsoort)),
        woordcel(toestand),
        cel(_omvang(regel)),
        cel(regel.sha256[:_HASH]),
    )


def _nummer(nummer: str) -> Xml:
    plek = _ANKER_VAN_DOCUMENT + int(nummer.removeprefix("D"))
    return bladwijzer(documentanker(nummer), plek, nummer)


def _omvang(regel: DocumentRegel) -> str:
    delen = [f"{regel.paginas} pag." if regel.paginas else ""]
    delen.append(f"{regel.passages} passages" if regel.passages else "")
    return ", ".join(deel for deel in delen if deel) or "Onbekend"


def kruistabellen(verslag: Verslag) -> Xml:
    """Write per kader which document supports which norm, with the number of quotes."""
    if not any(bevinding.bewijs for bevinding in verslag.resultaat.bevindingen):
        return Xml("")
    kop = verslag.kop(1, "Bijlage: kruistabel")
    tabellen = [_kruis(verslag, k.kader.titel, kruistabel(verslag.resultaat, k.kader.kader_id)) for k in verslag.kaders]
    return samen((kop, alinea(_UITLEG), *tabellen))


_UITLEG = (
    "In de kruistabel staat per norm hoeveel citaten elk document levert. D1, D2 enzovoort zijn de"
    " nummers uit de bijlage met documenten. Normen zonder bewijs en documenten zonder citaat staan"
    " er niet in."
)


def _kruis(verslag: Verslag, titel: str, kruis: Kruistabel) -> Xml:
    if not kruis.rijen:
        return Xml("")
    schrijf = _matrix if len(kruis.documenten) <= _MAX_KOLOMMEN else _opsomming
    return samen((alinea(titel, "Heading2"), schrijf(verslag, titel, kruis)))


def _matrix(verslag: Verslag, titel: str, kruis: Kruistabel) -> Xml:
    volgorde = {pad: plek for plek, pad in enumerate(verslag.nummers)}
    op_nummer = sorted(kruis.documenten, key=lambda pad: volgorde.get(pad, len(volgorde)))
    kolommen = [
        Kolom(kop="Norm", deel=6),
        *(Kolom(kop=verslag.nummers.get(pad, pad), deel=1) for pad in op_nummer),
    ]
    rijen = []
    for rij in kruis.rijen:
        aantallen = [cel(str(rij.aantallen[d]) if d in rij.aantallen else "0") for d in op_nummer]
        rijen.append([_norm(verslag, rij), *aantallen])
    return tabel(
        kolommen,
        rijen,
        breedte=min(verslag.liggend, 4200 + 620 * len(op_nummer)),
        titel=f"Kruistabel van normen en documenten: {titel}",
        uitleg="Per norm het aantal citaten per document",
    )


def _norm(verslag: Verslag, rij: Kruisrij) -> Cel:
    return cel(samen((verslag.normlink(rij.bevinding.norm_id), tekst(f" {rij.bevinding.titel}"))))


def _opsomming(verslag: Verslag, titel: str, kruis: Kruistabel) -> Xml:
    """Write many documents as a list per norm: a table that wide cannot be read."""
    volgorde = {pad: plek for plek, pad in enumerate(verslag.nummers)}
    rijen = []
    for rij in kruis.rijen:
        paden = sorted(rij.aantallen, key=lambda pad: volgorde.get(pad, len(volgorde)))
        delen = [f"{verslag.nummers.get(pad, pad)} ({rij.aantallen[pad]})" for pad in paden]
        rijen.append((_norm(verslag, rij), cel(", ".join(delen))))
    kolommen = (Kolom(kop="Norm", deel=5), Kolom(kop="Documenten (aantal citaten)", deel=7))
    return tabel(
        kolommen,
        rijen,
        breedte=verslag.liggend,
        titel=f"Kruistabel van normen en documenten: {titel}",
    )


def versies(verslag: Verslag) -> Xml:
    """Write which versions made this report, so that it can be made again."""
    resultaat = verslag.resultaat
    paren = [("checker", resultaat.checker), ("Vorm van het resultaat", str(resultaat.schema))]
    paren += [(f"Kader {k.kader.titel}", f"versie {k.kader.versie}, {k.kader.jaar}") for k in verslag.kaders]
    ids = [k.kader.kader_id for k in verslag.kaders]
    bekend = {"checker", *ids, *(f"kader {kader_id}" for kader_id in ids)}
    paren += [(n, v) for n, v in sorted(resultaat.versies.items()) if n not in bekend]
    return samen(
        (
            verslag.kop(2, "Versies"),
            alinea("Met dezelfde documenten en deze versies geeft de checker hetzelfde rapport."),
            kenmerken(paren, breedte=verslag.breedte, titel="Versies"),
        )
    )
