"""praktijk.yaml and uitvraag.yaml: a name that does not exist is refused with the choices, and called what it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.kaders.laden import DubbelBestandError
from checker.kaders.schema import OngeldigKaderError, validate
from checker.profiel import read_profiel


@pytest.mark.parametrize(("text", "parts"), [
    ("segmenten: [jeugdhulp4]\n", ("regel 1", "segmenten[1]", "bedoelt u jeugdhulp-4?", "wmo-1a")),
    ("naam: x\nsegmenten:\n  - wmo\n  - wmo-9\n", ("regel 4", "segmenten[2]", "'wmo-9'", "sociaal-werk")),
    ("naam: x\nkenmerken: {verblif: false}\n", ("regel 2", "kenmerken.verblif", "bedoelt u verblijf?", "pleegzorg")),
    ("naam: x\nwetten: [wmo]\n", ("regel 2", "'wetten'", "bedoelt u wet?")),
])
@pytest.mark.parametrize(("soort", "wat"), [("praktijk", "Het profiel f.yaml klopt niet"), ("uitvraag", "De uitvraag f.yaml klopt niet")])
def test_a_name_that_does_not_exist_is_refused(text: str, parts: tuple[str, ...], soort: str, wat: str, tmp_path: Path) -> None:
    """What, where, what was meant and the choices; the same for both files."""
    import yaml

    path = tmp_path / "f.yaml"
    path.write_text(text.replace("naam", "titel") if soort == "uitvraag" else text, encoding="utf-8")
    with pytest.raises(OngeldigKaderError) as caught:
        validate(yaml.safe_load(path.read_text("utf-8")), soort, path, path.name)
    assert [part for part in (wat, *parts) if part not in str(caught.value)] == []


def test_a_profile_saved_as_yml_counts(tmp_path: Path) -> None:
    """What somebody filled in is not passed over for the end of a name."""
    (tmp_path / "praktijk.yml").write_text("naam: Praktijk\nkenmerken: {verblijf: false}\n", encoding="utf-8")
    assert read_profiel(tmp_path).holds("verblijf") is False


def test_two_profiles_are_refused(tmp_path: Path) -> None:
    """One of them would not count, and nobody would hear which."""
    for name in ("praktijk.yaml", "praktijk.yml"):
        (tmp_path / name).write_text("naam: Praktijk\n", encoding="utf-8")
    with pytest.raises(DubbelBestandError, match=r"praktijk\.yaml en praktijk\.yml"):
        read_profiel(tmp_path)
