"""A norm in full: the proposal, why, its onderdelen, the quotes, what is missing, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.kaders.model import Niveau, Oordeel
from checker.rapporten.gaten import hiaat_in_eigen_woorden
from checker.rapporten.opmaak import (
    NIVEAUS,
    OORDELEN,
    PDCA_STAPPEN,
    STATUSSEN,
    ZEKERHEDEN,
    Stijl,
    datum,
    doorslag,
    hoofdletter,
    inkorten,
    leesbaar,
    reden_niet_geteld,
    stijl,
    woord,
    zin,
)
from checker.rapporten.overzicht import alleen_praktijk, onderdelen_van, plaats
from checker.rapporten.word.gat import gat
from checker.rapporten.word.tabel import Cel, Kolom, cel, cellen, strook, tabel, woordcel
from checker.rapporten.word.xml import Xml, alinea, benoemd, bij_volgende, samen, tekst

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.rapporten.word.verslag import Verslag
    from checker.resultaat import Bevinding, Bewijs, OnderdeelUitkomst

_MAX_BEWIJS = 12
_GEEN = "Geen bewijs gevonden in de aangeleverde documenten."
_PAPIER = "Papier kan dit niet laten zien. Toets dit in de praktijk."
_VERANDERD = "het bewijs bij deze norm is veranderd sinds deze beoordeling."
_TELT_NIET_MEE = "niet_van_toepassing"
_NR, _ONDERDEEL = Kolom(kop="Nr", deel=0.6), Kolom(kop="Onderdeel", deel=4.6)
_DOEN = Kolom(kop="Wat u kunt doen", deel=4.2)
_STATUS = (Kolom(kop="Status", deel=1.9), Kolom(kop="Bewijs", deel=1.3))
_BEWIJS = (
    Kolom(kop="Nr", deel=0.8),
    Kolom(kop="Citaat", deel=5.2),
    Kolom(kop="Vindplaats", deel=4),
    Kolom(kop="Niveau", deel=1.4),
    Kolom(kop="Onderdeel", deel=1.5),
)
_TEGENBEWIJS = (
    Kolom(kop="Nr", deel=0.8),
    Kolom(kop="Citaat", deel=5.2),
    Kolom(kop="Vindplaats", deel=4),
    Kolom(kop="Waarom het niet telt", deel=2.9),
)


def normblok(verslag: Verslag, bevinding: Bevinding) -> Xml:
    """Write everything the resultaat says about one norm."""
    anker = verslag.normankers[bevinding.norm_id]
    return samen(
        (
            verslag.kop(3, f"{bevinding.norm_id}  {bevinding.titel}", anker),
            _vraag(bevinding),
            _feiten(verslag, bevinding),
            alinea(benoemd("Waarom dit voorstel", bevinding.reden)) if bevinding.reden else Xml(""),
            _beoordeling(bevinding),
            _onderdelen(verslag, bevinding),
            _bewijs(verslag, bevinding),
            _tegenbewijs(verslag, bevinding),
            gat(verslag, bevinding),
        )
    )


def _vraag(bevinding: Bevinding) -> Xml:
    vraag = bevinding.toetsvraag
    return alinea(vraag, "CheckerVraag") if vraag else Xml("")


def dekking(bevinding: Bevinding) -> str:
    """Count the onderdelen that are covered among those that apply: "2 van 3"."""
    geldend = [o for o in bevinding.onderdelen if o.status != _TELT_NIET_MEE]
    return f"{sum(o.status == 'gedekt' for o in geldend)} van {len(geldend)}"


def _feiten(verslag: Verslag, bevinding: Bevinding) -> Xml:
    cellen_ = [
        voorstelcel(bevinding),
        _feit("Niveau van het bewijs", stijl(NIVEAUS, bevinding.niveau).woord),
        _feit("Zekerheid", stijl(ZEKERHEDEN, bevinding.zekerheid).woord),
        _feit("Onderdelen gedekt", dekking(bevinding)),
    ]
    if bevinding.pdca:
        stappen = ", ".join(woord(PDCA_STAPPEN, stap) for stap in bevinding.pdca)
        cellen_.append(_feit("PDCA gezien", stappen))
    delen_ = [3.6, *([2.4] * (len(cellen_) - 1))]
    titel = f"Voorstel voor norm {bevinding.norm_id}"
    return bij_volgende(strook(cellen_, delen_, breedte=verslag.breedte, titel=titel))


def voorstelcel(bevinding: Bevinding) -> Cel:
    """Make a cell with the oordeel, the kader's own label, and whether paper can tell at all."""
    woorden = OORDELEN[bevinding.oordeel]
    extra = [hoofdletter(bevinding.label)] if bevinding.label.casefold() != woorden.woord.casefold() else []
    mens = (bevinding.beoordeling or {}).get("oordeel")
    if mens:
        extra.append(f"Mens: {stijl(OORDELEN, mens).woord}")
        extra += ["Opnieuw beoordelen"] * bool((bevinding.beoordeling or {}).get("opnieuw"))
    if bevinding.oordeel == Oordeel.NIET_VAN_TOEPASSING or not alleen_praktijk(bevinding):
        return woordcel(woorden, *extra)
    papier = STATUSSEN["niet_uit_papier"]
    blauw = Stijl(woord=woorden.woord, kleur=papier.kleur, tekstkleur=papier.tekstkleur)
    return woordcel(blauw, *extra, papier.woord)


def _feit(naam: str, waarde: str) -> Cel:
    return Cel(inhoud=samen((alinea(naam, "CheckerBijschrift"), alinea(tekst(waarde, vet=True), "CheckerCel"))))


def _beoordeling(bevinding: Bevinding) -> Xml:
    """Put a person's verdict beside the proposal, with name, date and reason."""
    oordeel = bevinding.beoordeling or {}
    if not oordeel.get("oordeel") and not oordeel.get("reden"):  # withdrawn, or never given
        afspraken = ". ".join(_afspraken(oordeel))
        return alinea(benoemd("Afspraken", f"{afspraken}.")) if afspraken else Xml("")
    wie = oordeel.get("beoordelaar") or oordeel.get("naam", "")
    wanneer = datum(oordeel.get("datum", ""))
    naam = stijl(OORDELEN, oordeel["oordeel"]).woord if oordeel.get("oordeel") else ""
    door = ", ".join(deel for deel in (wie, wanneer) if deel)
    kern = f"{naam} ({door})" if naam and door else naam or door
    delen = [kern, oordeel.get("reden", ""), *_afspraken(oordeel)]
    zinnen = ". ".join(deel.rstrip(".") for deel in delen if deel)
    kop = alinea(benoemd("Beoordeling door een mens", f"{zinnen}."))
    return samen((kop, alinea(benoemd("Opnieuw beoordelen", _VERANDERD)))) if oordeel.get("opnieuw") else kop


def _afspraken(oordeel: dict[str, str]) -> list[str]:
    return [f"{leesbaar(sleutel)}: {datum(oordeel[sleutel])}" for sleutel in ("eigenaar", "deadline", "status") if oordeel.get(sleutel)]


def _onderdelen(verslag: Verslag, bevinding: Bevinding) -> Xml:
    """Write per onderdeel how far it is shown, and where something is missing what to do about it."""
    if not bevinding.onderdelen:
        return Xml("")
    doen = any(o.hiaat and o.advies for o in bevinding.onderdelen)
    kolommen = (_NR, _ONDERDEEL, *([_DOEN] if doen else []), *_STATUS)
    rijen = [_onderdeelrij(nr, onderdeel, doen=doen) for nr, onderdeel in enumerate(bevinding.onderdelen, 1)]
    titel = f"Onderdelen van norm {bevinding.norm_id}"
    return tabel(kolommen, rijen, breedte=verslag.breedte, titel=titel)


def _onderdeelrij(nr: int, onderdeel: OnderdeelUitkomst, *, doen: bool) -> tuple[Cel, ...]:
    advies = cel(onderdeel.advies if onderdeel.hiaat else "Niets")
    return (
        cel(str(nr)),
        cellen(tekst(onderdeel.tekst), _toelichting(onderdeel)),
        *([advies] if doen else []),
        woordcel(stijl(STATUSSEN, onderdeel.status), *_bereikt(onderdeel)),
        cel(_nummers(onderdeel)),
    )


def _bereikt(onderdeel: OnderdeelUitkomst) -> tuple[str, ...]:
    """How far the evidence reaches, where there is any."""
    return () if onderdeel.niveau == Niveau.GEEN else (stijl(NIVEAUS, onderdeel.niveau).woord,)


def _toelichting(onderdeel: OnderdeelUitkomst) -> str:
    """Say why, except where the row says it: what is covered has quotes, what was not found has none."""
    vrij = "" if onderdeel.vereist else "Niet vereist."
    reden = zin(onderdeel.reden)
    reden = "" if onderdeel.status == "gedekt" or reden == _GEEN else reden
    delen = " ".join(deel for deel in (vrij, reden, hiaat_in_eigen_woorden(onderdeel)) if deel)
    return tekst(delen, cursief=True) if delen else ""


def _nummers(onderdeel: OnderdeelUitkomst) -> str:
    nummers = [f"B{positie + 1}" for positie in onderdeel.bewijs]
    nummers += [f"T{positie + 1}" for positie in onderdeel.tegenbewijs]
    return ", ".join(nummers) or "Geen"


def _bewijs(verslag: Verslag, bevinding: Bevinding) -> Xml:
    if not bevinding.bewijs:
        return alinea(_PAPIER) if alleen_praktijk(bevinding) else Xml("")
    kop = alinea("Gevonden bewijs", "Heading4")
    rijen = [
        (
            cel(f"B{nr}"),
            _citaat(bewijs),
            _vindplaats(verslag, bewijs),
            cellen(stijl(NIVEAUS, bewijs.niveau).woord, leesbaar(bewijs.sterkte)),
            cel(_onderdeelnummers(bevinding, bewijs)),
        )
        for nr, bewijs in enumerate(bevinding.bewijs[:_MAX_BEWIJS], 1)
    ]
    titel = f"Citaten die norm {bevinding.norm_id} ondersteunen"
    inhoud = tabel(_BEWIJS, rijen, breedte=verslag.breedte, titel=titel)
    return samen((kop, inhoud, _meer(bevinding.bewijs)))


def _meer(bewijs: Sequence[Bewijs]) -> Xml:
    rest = len(bewijs) - _MAX_BEWIJS
    if rest <= 0:
        return Xml("")
    return alinea(f"Er zijn nog {rest} citaten; die staan in het Excel-bestand.")


def _citaat(bewijs: Bewijs) -> Cel:
    return cel(f"“{inkorten(bewijs.citaat)}”")


def _vindplaats(verslag: Verslag, bewijs: Bewijs) -> Cel:
    return cellen(verslag.document(bewijs.document), inkorten(plaats(bewijs), 200))


def _onderdeelnummers(bevinding: Bevinding, bewijs: Bewijs) -> str:
    gesteund = onderdelen_van(bevinding, bewijs)
    nummers = [str(nr) for nr, o in enumerate(bevinding.onderdelen, 1) if o in gesteund]
    return ", ".join(nummers) or "Hele norm"


def _tegenbewijs(verslag: Verslag, bevinding: Bevinding) -> Xml:
    if not bevinding.tegenbewijs:
        return Xml("")
    rijen = [
        (
            cel(f"T{nr}"),
            _citaat(bewijs),
            _vindplaats(verslag, bewijs),
            cellen(
                tekst(reden_niet_geteld(bewijs.uitspraak), vet=True),
                f"Blijkt uit: “{inkorten(cue, 120)}”" if (cue := doorslag(bewijs.uitspraak, bewijs.cue)) else "",
            ),
        )
        for nr, bewijs in enumerate(bevinding.tegenbewijs[:_MAX_BEWIJS], 1)
    ]
    titel = f"Citaten die niet tellen voor norm {bevinding.norm_id}"
    kop = alinea("Gevonden, maar telt niet als bewijs", "Heading4")
    inhoud = tabel(_TEGENBEWIJS, rijen, breedte=verslag.breedte, titel=titel)
    return samen((kop, inhoud, _meer(bevinding.tegenbewijs)))
