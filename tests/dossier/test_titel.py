"""A title that a program made up is no title."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from checker.dossier.eigenschappen import set_title


@pytest.mark.parametrize(
    ("titel", "verwacht"),
    [
        ("(anonymous)", ""), ("Untitled", ""), ("untitled document", ""), ("Document1", ""), ("Onbekend", ""), ("Microsoft Word - plan.docx", ""),
        ("Documentbeheer", "Documentbeheer"), ("Protocol meldcode", "Protocol meldcode"), ("Titelpagina kwaliteit", "Titelpagina kwaliteit"),
    ],
)
def test_a_placeholder_of_a_producer_is_no_title(titel, verwacht):
    """The first heading is the title then; real words stay."""
    bouwer = SimpleNamespace(titel="")
    set_title(titel, bouwer)
    assert bouwer.titel == verwacht
