"""Sixty sentences about clients, staff, practices and words that are names as well, each as a reader sees it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from checker.dossier.document import Dossier
from checker.signalen.maskeren import mask
from checker.signalen.namen import find_namen
from tests.signalen.hulp import blad, document

_DATA = yaml.safe_load(Path(__file__).with_name("namen.yaml").read_text("utf-8"))


@pytest.mark.parametrize("geval", _DATA["los"], ids=lambda geval: geval["zin"])
def test_a_name_goes_by_the_word_beside_it(geval):
    """What a sentence says itself decides."""
    assert mask(geval["zin"]) == geval["afgeschermd"]


@pytest.mark.parametrize(
    ("client", "geval"), [(deel["client"], geval) for deel in _DATA["dossier"] for geval in deel["zinnen"]],
    ids=[geval["zin"] for deel in _DATA["dossier"] for geval in deel["zinnen"]],
)
def test_a_known_client_goes_through_the_whole_document(client, geval):
    """The table names the client once; staff, practices and ordinary words stay."""
    plan = document("plan.docx", tabellen=[blad("Plan", tuple(client), tuple(client.values()))])
    known = find_namen(Dossier(naam="x", documenten=(plan,))).of("plan.docx")
    assert mask(geval["zin"], "", known) == geval["afgeschermd"]
