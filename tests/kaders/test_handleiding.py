"""The worked norm in the guide for authors does what the guide says."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import group
from checker.commands import kader

GIDS = Path(__file__).resolve().parents[2] / "docs" / "kader-schrijven.md"


def test_the_worked_norm_passes_its_own_check(tmp_path: Path) -> None:
    """What a reader copies from the guide is in order, with every example sentence."""
    text = GIDS.read_text("utf-8").split("<!-- voorbeeld: begin -->")[1].split("<!-- voorbeeld: eind -->")[0]
    path = tmp_path / "kader.yaml"
    path.write_text(text.split("```yaml\n")[1].split("```")[0], encoding="utf-8")
    done = CliRunner().invoke(group, ["kader", "controleer", str(path)])
    assert done.exit_code == 0, done.output
    assert "12 van 12 voorbeelden goed" in done.output


def test_the_plugin_in_the_guide_delivers_its_kader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lines of Python that a reader copies give the file beside them."""
    text = GIDS.read_text("utf-8").split("<!-- plugin: begin -->")[1].split("<!-- plugin: eind -->")[0]
    folder = tmp_path / "pve_jeugd"
    folder.mkdir()
    (folder / "__init__.py").write_text(text.split("```python\n")[1].split("```")[0], encoding="utf-8")
    (folder / "kader.yaml").write_text("id: pve_jeugd\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert import_module("pve_jeugd").kader_bestand().read_text("utf-8") == "id: pve_jeugd\n"
    assert 'pve_jeugd = "pve_jeugd"' in GIDS.read_text("utf-8")


def test_every_command_for_authors_is_in_the_guide() -> None:
    """What an author can run is told where he reads."""
    text = GIDS.read_text("utf-8")
    assert [name for name in kader.command.commands if f"checker kader {name}" not in text] == []
