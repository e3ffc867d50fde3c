"""What stands in two versions of one document is one signaal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.resultaat import Signaal
from checker.signalen.tweelingen import fold_versies

OUD, NIEUW = "Handboek v3.2.docx", "Handboek v3.3.docx"
EEN = Signaal(soort="verouderd", ernst="laag", document=OUD, plaats="alinea 3", citaat="Bij het AMK kan advies.", melding="AMK heet nu Veilig Thuis.", norm_ids=())
PAAR = replace(EEN, soort="tegenstrijdig", document="Website.html", citaat="acht weken", document2=OUD, citaat2="zes weken")


@pytest.mark.parametrize(("found", "kept"), [
    ((EEN, replace(EEN, document=NIEUW)), [(NIEUW, "")]),
    ((PAAR, replace(PAAR, document2=NIEUW)), [("Website.html", NIEUW)]),
    ((EEN, replace(EEN, document="Protocol v3.3.docx")), [(OUD, ""), ("Protocol v3.3.docx", "")]),
    ((EEN, replace(EEN, document=NIEUW, citaat="Meld het bij het AMK.")), [(OUD, ""), (NIEUW, "")]),
    ((EEN, replace(EEN, plaats="alinea 9")), [(OUD, ""), (OUD, "")]),
    ((replace(EEN, citaat=""), replace(EEN, citaat="", document=NIEUW)), [(OUD, ""), (NIEUW, "")]),
    (tuple(replace(EEN, soort="persoonsgegevens", document=pad) for pad in (OUD, NIEUW)), [(OUD, ""), (NIEUW, "")]),
], ids=["versies", "andere kant", "ander document", "andere woorden", "twee plaatsen", "zonder citaat", "gegevens van clienten"])
def test_equal_words_in_two_versions_are_one_signaal(found: tuple[Signaal, ...], kept: list[tuple[str, str]]) -> None:
    """Only the same words in versions of one document fold; data of clients must go from every file."""
    assert [(s.document, s.document2) for s in fold_versies(found)] == kept


def test_the_signaal_that_stays_names_the_other_version() -> None:
    """Nothing is left out in silence."""
    (signaal,) = fold_versies((EEN, replace(EEN, document=NIEUW)))
    assert signaal.melding == f"AMK heet nu Veilig Thuis. Dit staat ook in {OUD}."
