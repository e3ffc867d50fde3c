"""Evidence that expired before the peildatum does not count."""

from __future__ import annotations

import pytest

from checker.bewijs.geldigheid import expired


@pytest.mark.parametrize("sentence", [
    "Wij zijn aangesloten bij de klachtencommissie (geldig tot en met 31 december 2024).",
    "Wij hebben alleen het bewijs dat op 31 december 2024 afliep.",
    "Naam: A. Bakker | SKJ: 110012345 | Geldig tot: 2025-03-01",
    "Looptijd: 1-1-2022 t/m 31-12-2022", "De overeenkomst is geldig van 1 januari 2022 tot en met 31 december 2024.", "Deze overeenkomst eindigt op 31 december 2024.",
    "Deze overeenkomst is aangegaan voor de duur van een jaar, van 1 januari 2023 tot en met 31 december 2023.",
])
def test_what_ended_is_recognised(sentence: str) -> None:
    """The date stands before or after the words that say it ended."""
    assert expired(sentence, "2026-02-15") != ""


@pytest.mark.parametrize("sentence", [
    "Wij zijn aangesloten bij de klachtencommissie (geldig tot en met 31 december 2027).",
    "Van 1 januari tot en met 31 december 2024 zijn twaalf incidenten geregistreerd.",
    "Het certificaat is op 3 mei 2024 uitgereikt.", "De overeenkomst is geldig van 1 januari 2023 tot en met 31 december 2027.",
    "Het certificaat, afgegeven op 1 mei 2023, is geldig tot 1 mei 2027.", "Looptijd van 1-1-2023 tot 1-1-2029.",
    "Dit convenant treedt in werking op 1 april 2023 en eindigt op 31 maart 2027.", "Vastgesteld op 12 januari 2026. Geldig tot 31 december 2028.",
    "Het keurmerk liep af op 1 maart 2025 en is verlengd tot 1 maart 2028.",
])
def test_what_holds_or_only_names_a_period_is_left_alone(sentence: str) -> None:
    """A future date, a reporting period, the day it began or a date of issue is no end."""
    assert expired(sentence, "2026-02-15") == ""
