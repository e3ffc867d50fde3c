"""Reports are replaced as one set: all of them or none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from checker.rapporten.bestand import RapportNietGeschrevenError
from checker.rapporten.formaten import FORMATEN, write_all
from tests.rapporten.voorbeeld import maak_resultaat


@pytest.mark.parametrize("open_in_word", [name for _, name in FORMATEN.values()])
@pytest.mark.parametrize("eerder", [True, False])
def test_a_report_that_is_held_open_leaves_the_whole_earlier_set(open_in_word: str, *, eerder: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, where a file that is open in Word cannot be replaced; a set that was not there yet does not appear in part."""
    oud = maak_resultaat()
    if eerder:
        write_all(oud, tmp_path, tuple(FORMATEN))
    voor = {pad.name: pad.read_bytes() for pad in tmp_path.iterdir()}
    echt = Path.replace

    def replace_(self: Path, target: Path) -> Any:
        if Path(target) == tmp_path / open_in_word and not self.name.startswith("terug-"):
            raise PermissionError(13, "Permission denied")
        return echt(self, target)

    monkeypatch.setattr(Path, "replace", replace_)
    with pytest.raises(RapportNietGeschrevenError, match=open_in_word):
        write_all(replace(oud, peildatum="2027-01-01"), tmp_path, tuple(FORMATEN))
    assert {pad.name: pad.read_bytes() for pad in tmp_path.iterdir()} == voor
