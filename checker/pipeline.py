"""Pipeline: a folder in, a resultaat out; every stage in order on one page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker import __version__
from checker.bevindingen.actieplan import make_acties
from checker.bevindingen.bevinding import find_bevinding
from checker.bevindingen.toepassing import Toepassing
from checker.bevindingen.verbanden import tell_linked
from checker.bewijs.citaat import fingerprint, stands_in
from checker.bewijs.verzamelen import Verzamelaar
from checker.bewijs.zoeker import Zoeker
from checker.errors import CheckerError
from checker.index import Index
from checker.kaders.kruis import stated_links
from checker.kaders.model import Oordeel
from checker.resultaat import DocumentRegel, DossierRegel, KaderRegel, Resultaat
from checker.signalen import Signalering
from checker.signalen.afschermen import shield, shield_paths, shield_signaal
from checker.signalen.maskeren import mask, stands_masked
from checker.signalen.namen import find_namen
from checker.signalen.pdca import find_pdca
from checker.signalen.persoonsgegevens import tell_shown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checker.bewijs.documentsoort import Documentsoort
    from checker.dossier.document import Dossier
    from checker.kaders.catalogus import Catalogus
    from checker.kaders.model import Kader
    from checker.profiel import Profiel
    from checker.resultaat import Bevinding, Bewijs, Signaal
    from checker.signalen.namen import Namen


class OnvindbaarCitaatError(CheckerError):
    """A quote that cannot be found back in its source."""

    _TEXT = (
        'Het citaat "{citaat}" is niet teruggevonden in {document}. Er is niets geschreven. '
        "Is het document of het resultaat gewijzigd? Toets het dossier opnieuw."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdracht:
    """What to judge: a dossier as read, the practice's profile, kaders and the date.

    Personal data of clients are masked in the resultaat unless ``toon_persoonsgegevens``.
    """

    dossier: Dossier
    profiel: Profiel
    kaders: tuple[Kader, ...]
    catalogus: Catalogus
    peildatum: str
    toon_persoonsgegevens: bool = False


def toets(opdracht: Opdracht, *, extra_signalen: Sequence[Signaal] = (), progress: Callable[[str], None] | None = None) -> Resultaat:
    """Judge a dossier against kaders; ``progress`` hears the title of the kader after every norm.

    Raises:
        OnvindbaarCitaatError: a quote does not stand in its document (a fault of a reader).
    """
    index = Index(opdracht.dossier)
    verzamelaar = Verzamelaar(index, opdracht.peildatum, opdracht.profiel.naam if opdracht.profiel.bekend else "")
    toepassing = Toepassing(opdracht.profiel, verzamelaar)
    signalering = Signalering(opdracht.dossier, verzamelaar.soorten, opdracht.peildatum, opdracht.profiel)
    weerlegd = signalering.weerleggingen()
    bevindingen = []
    for kader in opdracht.kaders:
        zoeker = Zoeker(verzamelaar, kader, opdracht.catalogus)
        for norm in kader.normen:
            if norm.scoren:
                bevindingen.append(find_bevinding(norm, kader, zoeker, toepassing, weerlegd))
            if progress:
                progress(kader.titel)
        index.release()
    verify([b for bevinding in bevindingen for b in (*bevinding.bewijs, *bevinding.tegenbewijs)], opdracht.dossier)
    bevindingen = [replace(b, pdca=find_pdca(b)) for b in tell_linked(bevindingen, stated_links(opdracht.kaders))]
    namen = find_namen(opdracht.dossier)
    if not opdracht.toon_persoonsgegevens:
        bevindingen = [shield(bevinding, namen) for bevinding in bevindingen]
    own = signalering.find(bevindingen, namen)
    if opdracht.toon_persoonsgegevens:
        own = tuple(map(tell_shown, own))
    resultaat = _resultaat(opdracht, verzamelaar, tuple(bevindingen), (*own, *(shield_signaal(s, namen) for s in extra_signalen)), namen)
    return resultaat if opdracht.toon_persoonsgegevens else shield_paths(resultaat, namen)


def warm_up() -> None:
    """Load what judging needs: word lists, cues, vectors and weights. Half a second, best spent while others read."""
    from checker.bewijs.betekenis import stukken
    from checker.bewijs.score import ijking
    from checker.bewijs.uitspraak import classify
    from checker.taal.lemma import lemmas

    lemmas("begeleiders")
    classify("Wij leggen de afspraken vast.")
    stukken()
    ijking()


def verify(quotes: Sequence[Bewijs], dossier: Dossier) -> None:
    """Check every quote against its source again.

    Raises:
        OnvindbaarCitaatError: at the first quote that cannot be found back literally.
    """
    documents = {document.pad: document for document in dossier.documenten}
    for bewijs in quotes:
        document = documents.get(bewijs.document)
        if document is None or not (stands_in(bewijs, document) or stands_in(bewijs, document, stands_masked)):
            raise OnvindbaarCitaatError(citaat=mask(bewijs.citaat)[:80], document=bewijs.document)


def check_seals(quotes: Sequence[Bewijs]) -> None:
    """Check that no quote was changed since it was found, without the dossier at hand.

    Raises:
        OnvindbaarCitaatError: at the first quote that does not belong to its fingerprint.
    """
    for bewijs in quotes:
        if bewijs.vingerafdruk != fingerprint(bewijs.sha256, bewijs.citaat):
            raise OnvindbaarCitaatError(citaat=mask(bewijs.citaat)[:80], document=bewijs.document)


def _resultaat(
    opdracht: Opdracht, verzamelaar: Verzamelaar, bevindingen: tuple[Bevinding, ...], signalen: tuple[Signaal, ...], namen: Namen
) -> Resultaat:
    return Resultaat(
        schema=1, peildatum=opdracht.peildatum, checker=__version__,
        dossier=dossier_regel(opdracht.dossier, verzamelaar.soorten, opdracht.profiel, namen),
        kaders=tuple(_kader_regel(kader, bevindingen) for kader in opdracht.kaders),
        bevindingen=bevindingen, signalen=signalen,
        acties=make_acties(bevindingen, opdracht.catalogus, stated_links(opdracht.kaders)), versies=_versions(opdracht.kaders),
    )


def dossier_regel(dossier: Dossier, soorten: Sequence[Documentsoort], profiel: Profiel, namen: Namen) -> DossierRegel:
    """A dossier in the resultaat; ``soorten`` are the kinds of its documents, in their order, ``namen`` what is hidden in titles."""
    return DossierRegel(
        naam=profiel.naam, aannames=profiel.aannames,
        documenten=tuple(
            DocumentRegel(
                pad=d.pad, sha256=d.sha256, soort=d.soort, toestand=d.toestand, paginas=d.paginas,
                passages=len(d.passages), melding=d.melding, documentsoort=soort.naam, titel=mask(d.titel, "", namen.of(d.pad)),
            )
            for d, soort in zip(dossier.documenten, soorten, strict=True)
        ),
        profiel={
            "wet": list(profiel.wet), "land": profiel.land, "segmenten": list(profiel.segmenten),
            "medewerkers": profiel.medewerkers, "kenmerken": dict(sorted(profiel.kenmerken.items())),
        },
    )


def _kader_regel(kader: Kader, bevindingen: Sequence[Bevinding]) -> KaderRegel:
    own = [b for b in bevindingen if b.kader_id == kader.id]
    return KaderRegel(
        kader_id=kader.id, titel=kader.titel, versie=kader.versie, uitgever=kader.uitgever, jaar=kader.jaar,
        status=kader.status, gecontroleerd_op=kader.gecontroleerd_op, labels=dict(kader.schaal.labels),
        telling={str(oordeel): sum(b.oordeel is oordeel for b in own) for oordeel in Oordeel}, afgeleid=kader.afgeleid,
    )


def _versions(kaders: Sequence[Kader]) -> dict[str, str]:
    from importlib.metadata import version

    versions = {"checker": __version__, "simplemma": version("simplemma"), "woordenlijst": "OpenTaal 2.20.19"}
    return versions | {f"kader {kader.id}": kader.versie for kader in kaders}
