"""Compare two runs: normen by id, quotes by their text, documents by their content."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from checker.kaders.model import Oordeel
from checker.verschil.verschil import DocumentVerschil, NormVerschil, Richting, Verschil

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from checker.resultaat import Bevinding, Bewijs, DocumentRegel, Resultaat, Signaal

_T = TypeVar("_T")
_ALLEEN_NU = "Alleen nu getoetst en dus niet vergeleken"
_ALLEEN_TOEN = "De vorige keer wel getoetst en nu niet"
_NERGENS: dict[str, str] = {}
_RANG = {Oordeel.NIET_AANGETOOND: 0, Oordeel.GEDEELTELIJK: 1, Oordeel.GROTENDEELS: 2, Oordeel.AANGETOOND: 3}


def compare(oud: Resultaat, nieuw: Resultaat) -> Verschil:
    """Compare a run with an earlier one; the order is that of the new run, then what it no longer has.

    Normen of a kader that only one of the two judged are left out and the kader is named: they did not come or go.
    """
    samen = {kader.kader_id for kader in oud.kaders} & {kader.kader_id for kader in nieuw.kaders}
    toen = {b.norm_id: b for b in oud.bevindingen if b.kader_id in samen}
    nu = {b.norm_id: b for b in nieuw.bevindingen if b.kader_id in samen}
    documenten = tuple(_documenten(oud.dossier.documenten, nieuw.dossier.documenten))
    verplaatst = {d.was: d.pad for d in documenten if d.was}
    return Verschil(
        peildatum_oud=oud.peildatum, peildatum_nieuw=nieuw.peildatum, let_op=tuple(_let_op(oud, nieuw)),
        normen=tuple(_norm(toen.get(norm_id), nu.get(norm_id)) for norm_id in dict.fromkeys((*nu, *toen))),
        documenten=documenten,
        signalen_nieuw=_not_in(nieuw.signalen, oud.signalen, _signaal, lambda s: _signaal(s, verplaatst)),
        signalen_weg=_not_in(oud.signalen, nieuw.signalen, lambda s: _signaal(s, verplaatst), _signaal),
    )


def _let_op(oud: Resultaat, nieuw: Resultaat) -> Iterator[str]:
    if oud.dossier.naam != nieuw.dossier.naam:
        yield f"De resultaten zijn van verschillende dossiers: {oud.dossier.naam} en {nieuw.dossier.naam}."
    if oud.peildatum > nieuw.peildatum:
        yield "Het oude resultaat heeft een latere peildatum dan het nieuwe. Staan ze in de goede volgorde?"
    for zin, deze, andere in ((_ALLEEN_NU, nieuw.kaders, oud.kaders), (_ALLEEN_TOEN, oud.kaders, nieuw.kaders)):
        titels = [kader.titel for kader in deze if kader.kader_id not in {ander.kader_id for ander in andere}]
        if titels:
            yield f"{zin}: {'; '.join(titels)}."
    versies = {kader.kader_id: kader.versie for kader in oud.kaders}
    for kader in nieuw.kaders:
        if versies.get(kader.kader_id, kader.versie) != kader.versie:
            yield f"{kader.titel} heeft een andere versie ({versies[kader.kader_id]}, nu {kader.versie}): een verschil kan daarvan komen."
    if oud.checker != nieuw.checker:
        yield f"De checker heeft een andere versie ({oud.checker}, nu {nieuw.checker}): een verschil kan daarvan komen."


def _norm(toen: Bevinding | None, nu: Bevinding | None) -> NormVerschil:
    een = nu or toen
    assert een is not None  # noqa: S101 - the id comes from one of the two
    bewijs_toen, bewijs_nu = toen.bewijs if toen else (), nu.bewijs if nu else ()
    mens_oud, mens_nieuw = _mens(toen), _mens(nu)
    return NormVerschil(
        norm_id=een.norm_id, kader_id=een.kader_id, titel=een.titel, richting=_richting(toen, nu),
        oud=str(toen.oordeel) if toen else "", nieuw=str(nu.oordeel) if nu else "",
        gedekt_oud=_gedekt(toen), gedekt_nieuw=_gedekt(nu),
        erbij=_not_in(bewijs_nu, bewijs_toen, _citaat, _citaat), weg=_not_in(bewijs_toen, bewijs_nu, _citaat, _citaat),
        mens_oud=mens_oud, mens_nieuw=mens_nieuw, opnieuw=bool(((nu.beoordeling if nu else None) or {}).get("opnieuw")),
    )


def _richting(toen: Bevinding | None, nu: Bevinding | None) -> Richting:
    if toen is None or nu is None:
        return Richting.NIEUW if toen is None else Richting.VERVALLEN
    if toen.oordeel == nu.oordeel:
        return Richting.GELIJK
    if Oordeel.NIET_VAN_TOEPASSING in (toen.oordeel, nu.oordeel):
        return Richting.ANDERS
    return Richting.BETER if _RANG[nu.oordeel] > _RANG[toen.oordeel] else Richting.SLECHTER


def _gedekt(bevinding: Bevinding | None) -> int:
    return sum(o.status == "gedekt" for o in bevinding.onderdelen) if bevinding else 0


def _mens(bevinding: Bevinding | None) -> str:
    return ((bevinding.beoordeling if bevinding else None) or {}).get("oordeel", "")


def _citaat(bewijs: Bewijs) -> str:
    """A quote is the same when its words are; its document may have moved or been saved again."""
    return " ".join(bewijs.citaat.split())


def _signaal(signaal: Signaal, verplaatst: Mapping[str, str] = _NERGENS) -> tuple[str, ...]:
    """What makes a signaal the same one; a document that moved took its signalen along."""
    document, document2 = (verplaatst.get(pad, pad) for pad in (signaal.document, signaal.document2))
    return (signaal.soort, document, " ".join(signaal.citaat.split()), document2, signaal.melding)


def _not_in(rij: Sequence[_T], andere: Sequence[_T], sleutel: Callable[[_T], object], sleutel_andere: Callable[[_T], object]) -> tuple[_T, ...]:
    """The items of the first that the other lacks, counted: twice here and once there leaves one."""
    over = Counter(sleutel_andere(item) for item in andere)
    gevonden = []
    for item in rij:
        if over[sleutel(item)]:
            over[sleutel(item)] -= 1
        else:
            gevonden.append(item)
    return tuple(gevonden)


def _documenten(oud: Sequence[DocumentRegel], nieuw: Sequence[DocumentRegel]) -> Iterator[DocumentVerschil]:
    """A document that is gone and one that is new with the same content are one that was moved.

    Of a file that was not opened the content is not known, so that it is the same as no other.
    """
    toen = {d.pad: d.sha256 for d in oud}
    nu = {d.pad: d.sha256 for d in nieuw}
    weg = {pad: sha for pad, sha in toen.items() if pad not in nu}
    for pad, sha in nu.items():
        if pad in toen:
            if toen[pad] != sha:
                yield DocumentVerschil(pad=pad, wat="gewijzigd")
            continue
        was = next((eerder for eerder, gelijk in weg.items() if sha and gelijk == sha), "")
        weg.pop(was, None)
        yield DocumentVerschil(pad=pad, wat="verplaatst" if was else "toegevoegd", was=was)
    for pad in weg:
        yield DocumentVerschil(pad=pad, wat="verwijderd")
