"""checker kaders --segment: which kaders a purchaser may refer to, and why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from checker.cli import group
from checker.kaders.kenmerken import KENMERKEN
from checker.kaders.segment import SEGMENTEN, OnbekendSegmentError
from checker.profiel import Profiel, read_profiel

# The overview table of the source (lines 62-85): kaders for a whole law, and those with a segment number.
JEUGDHULP = {
    "armoede_schulden", "clientenparticipatie", "integraal_werken", "jij_kader", "professioneel_statuut", "seksueel_misbruik", "skj_profiel",
    "sociaal_werker", "wijkteams_veiligheid",
}
WMO = {
    "armoede_schulden", "clientenparticipatie", "integraal_werken", "maatschappelijke_ondersteuning", "sociaal_werker", "wijkteams_veiligheid", "wmo_basisset",
}
EXTRA = {
    "jeugdhulp-1": {"jeugdzorgplus"}, "jeugdhulp": {"jeugdzorgplus"}, "wmo-1a": {"beschermd_wonen", "ggz_daginvulling"},
    "wmo-1b": {"ggz_daginvulling"}, "wmo-2": {"ggz_daginvulling"}, "wmo-1": {"beschermd_wonen", "ggz_daginvulling"}, "wmo": {"beschermd_wonen", "ggz_daginvulling"},
}


# Kaders that name no segment hold in every segment of their laws.
ALLEN = {"meldcode", "veilige_zorgrelatie"}


def reasons(segment: str) -> dict[str, str]:
    """Per kader of a segment why it is there."""
    done = CliRunner().invoke(group, ["kaders", "--segment", segment, "--json"])
    assert done.exit_code == 0, done.output
    return {kader["kader_id"]: kader["waarom"] for kader in json.loads(done.stdout)["kaders"]}


@pytest.mark.parametrize("segment", SEGMENTEN)
def test_every_segment_has_the_kaders_of_the_overview(segment: str) -> None:
    """A kader without a segment number holds for the whole law; a Flemish kader is for no Dutch segment."""
    whole = {"jeugdhulp": JEUGDHULP, "wmo": WMO, "sociaal": {"kwaliteitslabel", "sociaal_werker"}}[segment.split("-", maxsplit=1)[0]]
    found = {kader for kader, why in reasons(segment).items() if not why.startswith("komt mee")}
    assert found == whole | EXTRA.get(segment, set()) | ALLEN


@pytest.mark.parametrize(("segment", "kader", "why"), [
    ("jeugdhulp-4", "jij_kader", "geldt voor de hele jeugdhulp"),
    ("jeugdhulp-1", "jeugdzorgplus", "segment jeugdhulp-1 is genoemd"),
    ("wmo-1a", "beschermd_wonen", "segment wmo-1a is genoemd"),
    ("wmo", "beschermd_wonen", "alleen voor segment wmo-1a"),
    ("wmo-1", "ggz_daginvulling", "alleen voor de segmenten wmo-1a, wmo-1b"),
    ("jeugdhulp-4", "meldcode", "hoort bij geen segment in het bijzonder: geldt voor iedereen onder de Jeugdwet"),
    ("jeugdhulp-1", "seksueel_misbruik", "geldt voor de hele jeugdhulp; komt mee met jeugdzorgplus"),
])
def test_the_output_says_why(segment: str, kader: str, why: str) -> None:
    """Whole law, named segment, a part of what was asked, or brought along."""
    assert reasons(segment)[kader] == why
    shown = CliRunner().invoke(group, ["kaders", "--segment", segment]).stdout
    assert f"waarom: {why}" in shown


def test_a_kader_that_is_brought_along_is_listed_even_when_the_segment_does_not_name_it() -> None:
    """What is brought along does not need a segment of its own."""
    from dataclasses import replace

    from checker.catalogi import installed_catalogus
    from checker.kaders.segment import choose

    kaders = installed_catalogus()[0].kaders
    without = [replace(k, bereik=replace(k.bereik, segmenten=("wmo-3",))) if k.id == "seksueel_misbruik" else k for k in kaders]
    assert {k.kader.id: k.reden for k in choose(without, "jeugdhulp-1")}["seksueel_misbruik"] == "komt mee met jeugdzorgplus"
    assert "seksueel_misbruik" not in {k.kader.id for k in choose(without, "jeugdhulp-4")}


def test_jeugdzorgplus_brings_seksueel_misbruik_and_says_so(klein: Path, tmp_path: Path) -> None:
    """In the list, and in a run where only the first was asked for."""
    assert "brengt mee: seksueel_misbruik" in CliRunner().invoke(group, ["kaders"]).stdout
    done = CliRunner().invoke(group, ["toets", str(klein), "--kader", "jeugdzorgplus", "--formaat", "json", "--uit", str(tmp_path)])
    assert done.exit_code == 0, done.output
    assert [k["kader_id"] for k in json.loads((tmp_path / "resultaat.json").read_text("utf-8"))["kaders"]] == ["jeugdzorgplus", "seksueel_misbruik"]


def test_an_unknown_segment_is_refused_with_the_choices() -> None:
    """A typing error does not look like an empty answer."""
    outcome = CliRunner().invoke(group, ["kaders", "--segment", "jeugdhulp-9"])
    assert isinstance(outcome.exception, OnbekendSegmentError)
    assert "jeugdhulp-4" in str(outcome.exception)


@pytest.mark.parametrize(("kenmerken", "holds"), [({}, True), ({"niet_kortdurend_nachtopvang": False}, False), ({"kortdurend_nachtopvang": True}, True)])
def test_other_clients_than_short_night_stay_are_assumed(kenmerken: dict[str, bool], *, holds: bool, tmp_path: Path) -> None:
    """The negation is true by default: BW-2 falls away only when the profile says so; BW-3 does not replace it."""
    (tmp_path / "praktijk.yaml").write_text(yaml.safe_dump({"naam": "Opvang", "kenmerken": kenmerken}), encoding="utf-8")
    assert read_profiel(tmp_path).holds("niet_kortdurend_nachtopvang") is holds
    assert Profiel(naam="x", bekend=False).holds("niet_kortdurend_nachtopvang") is True


def test_other_conditions_are_unknown_until_stated() -> None:
    """Only that one is true by default; nothing is left out on a guess."""
    profiel = Profiel(naam="x", bekend=True)
    assert [naam for naam in KENMERKEN if profiel.holds(naam) is not None] == ["niet_kortdurend_nachtopvang"]
