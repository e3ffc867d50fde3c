"""What ``checker kader controleer`` and ``checker toets`` find in a kader of an author."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from checker.begrippen.expressie import OngeldigeExpressieError, parse_expressie
from checker.catalogi import OnbruikbaarKaderError, installed_catalogus
from checker.cli import group
from checker.kaderbouw.schrijven import example, write_kader
from checker.kaders.catalogus import DubbeleNormError


def made(tmp_path: Path, name: str = "eigen.yaml", kader_id: str = "eigen", **changes: Any) -> Path:
    """A dossier with a kader of which some keys are changed: of the head, of the norm (norm_...) or of its onderdeel (deel_...)."""
    kader = example(kader_id, kader_id.upper(), "2026-11-22")
    norm = kader["normen"][0]
    for key, value in changes.items():
        target = {"norm": norm, "deel": norm["onderdelen"][0], "bereik": kader["bereik"]}.get(key.split("_")[0], kader)
        target[key if target is kader else key.split("_", 1)[1]] = value
    path = tmp_path / "dossier" / "kaders" / name
    write_kader(kader, path)
    return path


@pytest.mark.parametrize(("changes", "message"), [
    ({"norm_bron_van": 9, "norm_bron_tot": 3}, "bron_tot (3) ligt voor bron_van (9)"),
    ({"gecontroleerd_op": "2026-13-45"}, "'2026-13-45' is geen dag die bestaat"),
    ({"norm_toepassing": "verblijff"}, "bedoelt u verblijf?"),
    ({"deel_toepassing": "verblijf+pleegzorgg"}, "bedoelt u pleegzorg?"),
    ({"bereik_segmenten": ["wmo-9"]}, "het segment 'wmo-9' bestaat niet"),
    ({"deel_kern": ["(overnemen|waarnemen) + ziek", "@klacht + ziek"]}, "het teken ( bestaat hier niet"),
    ({"norm_thema": "Klacht"}, "het thema 'Klacht' staat niet bij themas"),
    ({"norm_praktijktoets": []}, "er is geen praktijktoets"),
    ({"deel_id": "EIGEN-1.1/2"}, "het id moet EIGEN-1.1/1 zijn"),
    ({"deel_documenten": ["handboek"]}, "onbekende documentsoort: handboek"),
    ({"deel_kern": ["@klachtenregeling + #termijn"]}, "er is maar 1 expressie onder kern"),
    ({"deel_kern": ["@klachtenregeling + #termijn", "@client|hulp + @klacht"]}, 'de eerste groep van "@client|hulp + @klacht" is te algemeen'),
    ({"deel_voorbeelden": {"wel": ["Een."], "niet": ["Een.", "Twee.", "Drie."]}}, "onder 'wel' staan te weinig voorbeelden: 1, en er zijn er minstens 3 nodig"),
    ({"verklaringen": [{"tekst": "Geldt.", "bron": "Site", "datum": "2026-02-30", "geverifieerd": True}]}, "verklaringen[1]: '2026-02-30' is geen dag die bestaat"),
    ({"deel_kern": ["@bestaatniet + ziek", "@klacht + ziek"]}, "voeg het toe onder begrippen: in het kader"),
])
def test_a_fault_is_found(changes: dict[str, Any], message: str, tmp_path: Path) -> None:
    """The command names it and ends with status 2."""
    done = CliRunner().invoke(group, ["kader", "controleer", str(made(tmp_path, **changes))])
    assert done.exit_code == 2
    assert message in done.output


@pytest.mark.parametrize(("changes", "message"), [
    ({"norm_links": [{"norm": "NIETS-1", "soort": "raakt"}]}, "de link naar NIETS-1 leidt nergens heen"),
    ({"bereik_brengt_mee": ["bestaat_niet"]}, "het kader 'bestaat_niet' is hier niet bekend"),
])
def test_a_reference_that_leads_nowhere_is_a_doubt(changes: dict[str, Any], message: str, tmp_path: Path) -> None:
    """The other kader may be installed elsewhere: said, and no fault."""
    done = CliRunner().invoke(group, ["kader", "controleer", str(made(tmp_path, **changes))])
    assert done.exit_code == 0
    assert f"let op: {message}" in done.output.replace("EIGEN-1.1: ", "").replace("bereik.brengt_mee: ", "")


@pytest.mark.parametrize("text", ["overnem* + ziek", "overnemen & ziek", "(a|b) + c", 'ziek + "melden"', "ziek?"])
def test_a_mark_of_another_language_is_refused(text: str) -> None:
    """Dropped in silence it would change what is asked."""
    with pytest.raises(OngeldigeExpressieError, match="bestaat hier niet"):
        parse_expressie(text, {})


def test_toets_stops_on_a_kader_that_cannot_be_used(tmp_path: Path) -> None:
    """The message names the file, the onderdeel and the command that shows everything."""
    path = made(tmp_path, deel_kern=["@bestaatniet + ziek", "@klacht + ziek"])
    with pytest.raises(OnbruikbaarKaderError) as caught:
        installed_catalogus(tmp_path / "dossier")
    assert [part for part in (str(path), "EIGEN-1.1/1", "@bestaatniet", "checker kader controleer") if part not in str(caught.value)] == []


def test_toets_warns_of_faults_that_do_not_stop(tmp_path: Path) -> None:
    """A kader with a condition that does not exist is used, and the user hears of it."""
    path = made(tmp_path, norm_toepassing="verblijff")
    catalogus, failures = installed_catalogus(tmp_path / "dossier")
    assert catalogus.kader("eigen")
    assert [f"Het kader {path} heeft een fout" in failure.melding for failure in failures] == [True]


def test_who_only_uses_a_kader_hears_nothing_of_its_examples(tmp_path: Path) -> None:
    """How well a kader was tried is a matter of who writes it."""
    made(tmp_path, deel_voorbeelden={"wel": [], "niet": []})
    assert installed_catalogus(tmp_path / "dossier")[1] == []


def test_a_kader_saved_as_yml_takes_part(tmp_path: Path) -> None:
    """What an author wrote is not passed over for the end of a name."""
    made(tmp_path, name="eigen.yml")
    assert installed_catalogus(tmp_path / "dossier")[0].kader("eigen")


def test_the_same_kader_twice_says_so(tmp_path: Path) -> None:
    """A copy beside the file is no matter of plugins."""
    made(tmp_path)
    made(tmp_path, name="kopie.yaml")
    with pytest.raises(DubbeleNormError, match="Hetzelfde kader is er twee keer"):
        installed_catalogus(tmp_path / "dossier")
