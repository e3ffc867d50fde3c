"""What is installed is whole: every data file of the source tree is in the package."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points
from importlib.resources import files
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CODE = {".py", ".pyc"}


def data_files() -> list[tuple[str, str]]:
    """(package, relative path) of every data file in the source tree."""
    found = []
    for base in (ROOT / "checker", *sorted((ROOT / "plugins").iterdir())):
        if (base / "__init__.py").is_file():
            found.extend((base.name, path.relative_to(base).as_posix()) for path in sorted(base.rglob("*")) if path.is_file() and path.suffix not in CODE)
    return found


def test_every_data_file_is_installed() -> None:
    """A missing package-data pattern shows here, when run against a plain install."""
    missing = [f"{package}/{name}" for package, name in data_files() if not files(package).joinpath(name).is_file()]
    assert missing == []
    assert len(data_files()) > 20


def test_every_plugin_folder_has_an_entry_point() -> None:
    """Folder, import name, entry point and kader_id are one name."""
    folders = {path.name for path in (ROOT / "plugins").iterdir() if (path / "__init__.py").is_file()}
    points = {point.name for point in entry_points(group="checker") if point.value == point.name}
    assert folders <= points


@pytest.mark.parametrize("module", ["numpy", "lxml", "docx", "openpyxl", "yaml", "jsonschema", "pypdfium2", "simplemma", "jinja2"])
def test_help_imports_nothing_heavy(module: str) -> None:
    """Help is instant because heavy libraries are imported where they are used."""
    code = f"import sys; from checker.cli import group; group.main(['--help'], standalone_mode=False); sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0
