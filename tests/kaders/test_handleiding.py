"""The worked norm in the guide for authors does what the guide says."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from checker.cli import group

GIDS = Path(__file__).resolve().parents[2] / "docs" / "kader-schrijven.md"


def test_the_worked_norm_passes_its_own_check(tmp_path: Path) -> None:
    """What a reader copies from the guide is in order, with every example sentence."""
    text = GIDS.read_text("utf-8").split("<!-- voorbeeld: begin -->")[1].split("<!-- voorbeeld: eind -->")[0]
    path = tmp_path / "kader.yaml"
    path.write_text(text.split("```yaml\n")[1].split("```")[0], encoding="utf-8")
    done = CliRunner().invoke(group, ["kader", "controleer", str(path)])
    assert done.exit_code == 0, done.output
    assert "12 van 12 voorbeelden goed" in done.output
