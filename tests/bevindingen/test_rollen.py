"""A question that paper leaves open goes to who can answer it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from checker.bevindingen.rollen import find_rol, rollen
from checker.kaders.model import Niveau, Onderdeel

ONDERDEEL = Onderdeel(
    id="N-1/1", tekst="Er is beleid.", vereist=True, niveau=Niveau.OPZET, uit_papier=True, toepassing="", kern=(), steun=(), uitsluit=(),
    documenten=("overig",), niet_genoeg="", advies="", vraag="Wat is er veranderd?", wel=(), niet=(),
)
GEVALLEN = yaml.safe_load((Path(__file__).parent / "rollen.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("tekst", "vraag", "rol"), GEVALLEN)
def test_who_is_asked_follows_from_question_and_onderdeel(tekst: str, vraag: str, rol: str) -> None:
    assert rol == find_rol(replace(ONDERDEEL, tekst=tekst, vraag=vraag))


def test_a_kader_may_say_who_is_asked() -> None:
    assert "gedragswetenschapper" == find_rol(replace(ONDERDEEL, rol="gedragswetenschapper"))


def test_the_rol_of_earlier_versions_is_still_known() -> None:
    """Answers given when every question went to a hulpverlener are found by it."""
    assert {"hulpverlener", "medewerker"} <= set(rollen())
