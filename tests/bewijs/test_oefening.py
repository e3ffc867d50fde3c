"""The practice dossiers and those kept apart: their labels point at sentences and onderdelen that exist."""

from __future__ import annotations

import pytest

from bench.goud import SCHAAL, Goud, quotes
from bench.oefening import APART, BETEKENIS, SCORE, TOONKANS, load_oefening
from checker.bewijs.verzamelen import Verzamelaar
from checker.catalogi import installed_catalogus
from checker.dossier import read_dossier
from checker.index import Index

DOSSIERS = [*load_oefening(), *load_oefening(APART)]
PER_DOSSIER = pytest.mark.parametrize("goud", DOSSIERS, ids=lambda goud: f"{goud.map.parent.name}-{goud.naam}")


@PER_DOSSIER
def test_every_labelled_sentence_can_be_quoted_from_its_dossier(goud: Goud) -> None:
    verzamelaar = Verzamelaar(Index(read_dossier(goud.map)))
    quotable = {verzamelaar.index.zinnen[zin].tekst for zin in verzamelaar.citeerbaar}
    assert [text for text in goud.ruw["zinnen"].values() if text not in quotable] == []


@PER_DOSSIER
def test_labels_name_what_the_kaders_hold(goud: Goud) -> None:
    kaders = [kader for kader in installed_catalogus()[0].kaders if kader.id in goud.ruw["kaders"]]
    assert len(kaders) == len(goud.ruw["kaders"])
    normen = {norm.id for kader in kaders for norm in kader.normen}
    onderdelen = {onderdeel.id for kader in kaders for norm in kader.normen for onderdeel in norm.onderdelen}
    assert set(goud.ruw["bewijs"]) <= onderdelen
    assert set(goud.ruw["niet_van_toepassing"]) <= normen | onderdelen


@PER_DOSSIER
def test_what_was_judged_has_one_judgement(goud: Goud) -> None:
    for onderdeel, judged in goud.ruw["bewijs"].items():
        numbers = [number for found in judged.values() for number in found] + goud.ruw.get("geen", {}).get(onderdeel, [])
        assert len(set(numbers)) == len(numbers), onderdeel
        assert set(numbers) <= set(goud.ruw["zinnen"]), onderdeel


def test_a_practice_dossier_trains_the_vectors_or_the_network_or_calibrates_the_score() -> None:
    """What the vectors have learned by heart would look too alike in the calibration."""
    names = [{goud.naam for goud in load_oefening(leert=purpose)} for purpose in (BETEKENIS, TOONKANS, SCORE)]
    assert set.union(*names) == {goud.naam for goud in load_oefening()}
    assert sum(map(len, names)) == len(load_oefening())
    assert min(map(len, names)) >= 20


@PER_DOSSIER
def test_the_verdict_follows_from_the_quotes(goud: Goud) -> None:
    """Without any quote nothing is shown; with a direct one something is."""
    for label in goud.labels.values():
        assert label["oordeel"] in {*SCHAAL, "nvt"}
        direct = [q for q in quotes(label, "bewijs") if q["sterkte"] == "direct"]
        if label["oordeel"] != "nvt":
            assert (label["oordeel"] == "niet_aangetoond") == (not quotes(label, "bewijs"))
            assert label["oordeel"] not in ("aangetoond", "grotendeels") or direct


def test_no_sentence_of_a_labelled_dossier_was_taken_over() -> None:
    """Practice and measure stay apart: no sentence of eight words or more stands in both."""
    from bench.goud import load_goud, words

    labelled = {tuple(words(q["citaat"])) for goud in load_goud() for label in goud.labels.values() for q in quotes(label, "bewijs", "valkuilen")}
    practice = {tuple(words(text)) for goud in DOSSIERS for text in goud.ruw["zinnen"].values()}
    assert {text for text in labelled & practice if len(text) >= 8} == set()
