"""Plugins load on their own: a broken one is left out with its name, version and cause."""

from __future__ import annotations

import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from checker.catalogi import installed_catalogus
from checker.kaders.catalogus import DubbeleNormError
from checker.plugins import GROUP, load_plugins

BROKEN = {
    "import_fout": "import bestaat_niet\n",
    "hook_verkeerd_gespeld": "from checker import hookimpl\n@hookimpl\ndef kader_bestant():\n    return None\n",
    "verkeerd_argument": "from checker import hookimpl\n@hookimpl\ndef kader_bestand(onzin):\n    return None\n",
}
GOOD = "from checker import hookimpl\n@hookimpl\ndef kader_bestand():\n    return None\n"


@pytest.fixture
def modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on the import path for throw-away plugins."""
    monkeypatch.syspath_prepend(str(tmp_path))
    yield tmp_path
    for name in (*BROKEN, "goede_plugin"):
        sys.modules.pop(name, None)


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_a_broken_plugin_is_left_out_and_the_rest_runs(name: str, modules: Path) -> None:
    """The failure names the plugin; the other plugin is there."""
    (modules / f"{name}.py").write_text(BROKEN[name], encoding="utf-8")
    (modules / "goede_plugin.py").write_text(GOOD, encoding="utf-8")
    points = [EntryPoint(name, name, GROUP), EntryPoint("goede_plugin", "goede_plugin", GROUP)]
    manager, failures = load_plugins(points)
    assert [name] == [failure.naam for failure in failures]
    assert "overgeslagen" in failures[0].melding
    assert manager.has_plugin("goede_plugin")
    assert not manager.has_plugin(name)


def test_the_order_of_entry_points_does_not_matter(modules: Path) -> None:
    """Plugins are loaded by name."""
    for name in ("goede_plugin", "import_fout"):
        (modules / f"{name}.py").write_text(GOOD, encoding="utf-8")
    points = [EntryPoint(name, name, GROUP) for name in ("goede_plugin", "import_fout")]
    names = [[name for name, _ in load_plugins(order)[0].list_name_plugin()] for order in (points, points[::-1])]
    assert names[0] == names[1]


def test_all_built_in_plugins_load() -> None:
    """Nothing that is shipped is left out."""
    catalogus, failures = installed_catalogus()
    assert [f.melding for f in failures] == []
    assert len(catalogus.kaders) >= 18


def test_two_kaders_with_the_same_norm_are_an_error_that_names_both(tmp_path: Path) -> None:
    """A dossier's own kader may not reuse the norm ids of a plugin."""
    from importlib.resources import files

    (tmp_path / "kaders").mkdir()
    text = files("meldcode").joinpath("kader.yaml").read_text("utf-8")
    (tmp_path / "kaders" / "eigen.yaml").write_text(text.replace("id: meldcode\n", "id: eigen\n", 1), encoding="utf-8")
    with pytest.raises(DubbeleNormError, match=r"eigen.*meldcode|meldcode.*eigen"):
        installed_catalogus(tmp_path)


HOOKS = """
from checker import hookimpl
from checker.dossier.document import Document, Toestand
from checker.dossier.passage import Passage, Soort, Vindplaats
from checker.resultaat import Signaal

@hookimpl
def lezers():
    def lees(path, pad):
        passage = Passage(nr=0, soort=Soort.ALINEA, tekst=path.read_text("utf-8")[::-1], vindplaats=Vindplaats(plaats="alinea 1"))
        return Document(pad=pad, sha256="0" * 64, soort="xyz", toestand=Toestand.GELEZEN, passages=(passage,))
    return {".xyz": lees}

@hookimpl
def signalen(dossier, peildatum):
    return [Signaal(soort="verouderd", ernst="laag", document=dossier.documenten[0].pad, plaats="", citaat="", melding="uit de plugin " + peildatum)]

@hookimpl
def schrijvers():
    return {"csv": lambda resultaat, path: path.write_text(";".join(s.melding for s in resultaat.signalen), encoding="utf-8")}
"""


def test_a_plugin_may_read_signal_and_write(modules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Readers, signalen and writers of a plugin take part in a run."""
    from click.testing import CliRunner

    from checker import plugins
    from checker.cli import group

    (modules / "goede_plugin.py").write_text(HOOKS, encoding="utf-8")
    points = [EntryPoint("goede_plugin", "goede_plugin", GROUP), EntryPoint("meldcode", "meldcode", GROUP)]
    loaded = load_plugins(points)
    monkeypatch.setattr(plugins, "installed", lambda: (loaded[0], tuple(loaded[1])))
    monkeypatch.setattr("checker.catalogi.installed", plugins.installed)
    folder = tmp_path / "dossier"
    folder.mkdir()
    (folder / "a.xyz").write_text(".neew ekle fuarotcerid ed tlem pooliaalid eD", encoding="utf-8")
    done = CliRunner().invoke(group, ["toets", str(folder), "--kader", "meldcode", "--formaat", "csv", "--uit", str(tmp_path / "uit"), "--peildatum", "2026-11-22"])
    assert done.exit_code == 0, done.output
    assert "uit de plugin 2026-11-22" in (tmp_path / "uit" / "rapport.csv").read_text("utf-8")
