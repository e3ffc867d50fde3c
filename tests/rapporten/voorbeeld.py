"""A realistic resultaat in code: two kaders, all oordelen, all soorten of signalen."""

from __future__ import annotations

from collections import Counter

from checker.kaders.model import Oordeel
from checker.resultaat import Bevinding, DossierRegel, KaderRegel, Resultaat
from tests.rapporten.voorbeeld_bouw import LABELS, LANG, VIJANDIG, bevinding
from tests.rapporten.voorbeeld_dossier import acties, documenten, signalen
from tests.rapporten.voorbeeld_normen import normen

__all__ = ["LANG", "VIJANDIG", "bevinding", "maak_resultaat"]


def _kader(kader_id: str, titel: str, bevindingen: tuple[Bevinding, ...], **velden: object) -> KaderRegel:
    telling = Counter(b.oordeel for b in bevindingen if b.kader_id == kader_id)
    basis: dict[str, object] = {
        "kader_id": kader_id,
        "titel": titel,
        "versie": "2.0",
        "uitgever": "Inspectie Gezondheidszorg en Jeugd",
        "jaar": 2019,
        "status": "Geldig",
        "gecontroleerd_op": "2026-11-01",
        "labels": LABELS[kader_id],
        "telling": {str(oordeel): telling[oordeel] for oordeel in Oordeel},
    }
    return KaderRegel(**{**basis, **velden})  # type: ignore[arg-type]


def maak_resultaat() -> Resultaat:
    """Build the resultaat that the tests of all report writers share."""
    bevindingen = normen()
    return Resultaat(
        schema=1,
        peildatum="2026-11-22",
        checker="0.1.0",
        dossier=DossierRegel(
            naam="Praktijk De Linde",
            profiel={
                "naam": "Praktijk De Linde",
                "wet": ["jeugdwet"],
                "land": "nl",
                "kenmerken": ["stagiaires"],
                "medewerkers": 9,
            },
            aannames=("Het aantal cliënten is niet opgegeven.",),
            documenten=documenten(),
        ),
        kaders=(
            _kader("jij_kader", "JIJ-kader", bevindingen),
            _kader(
                "kwaliteitslabel",
                "Kwaliteitslabel Sociaal Werk",
                bevindingen,
                uitgever="Sociaal Werk Nederland",
                afgeleid=True,
            ),
        ),
        bevindingen=bevindingen,
        signalen=signalen(),
        acties=acties(),
        versies={"python": "3.11", "jij_kader": "2.0", "kwaliteitslabel": "2.0"},
    )
