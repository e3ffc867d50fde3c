"""Plugins load on their own: a broken one is left out with its name, version and cause."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.catalogi import installed_catalogus
from checker.kaders.catalogus import DubbeleNormError
from checker.plugins import laden
from checker.plugins.bijdragen import SchrijverError
from checker.plugins.laden import GROUP, load_plugins

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
    for name in (*BROKEN, "goede_plugin", "a_slecht"):
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


ZIN = "Bij een vermoeden van huiselijk geweld volgt de hulpverlener de vijf stappen van de meldcode."
Start = Callable[..., Result]


@pytest.fixture
def start(modules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Start:
    """Run the command line with these throw-away plugins beside one kader, on a dossier that only a plugin can read."""
    folder = tmp_path / "dossier"
    folder.mkdir()
    (folder / "a.xyz").write_text(ZIN[::-1], encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, **sources: str) -> Result:
        from checker.cli import group

        for name, source in sources.items():
            (modules / f"{name}.py").write_text(source, encoding="utf-8")
            sys.modules.pop(name, None)
        loaded = load_plugins([EntryPoint(name, name, GROUP) for name in (*sources, "meldcode")])
        monkeypatch.setattr(laden, "installed", lambda: (loaded[0], tuple(loaded[1])))
        monkeypatch.setattr("checker.catalogi.installed", laden.installed)
        return CliRunner().invoke(group, arguments, catch_exceptions=True)

    return run


TOETS = ("toets", "dossier", "--kader", "meldcode", "--formaat", "csv", "--uit", "uit", "--peildatum", "2026-11-22")


def test_a_plugin_may_read_signal_and_write(start: Start, tmp_path: Path) -> None:
    """Readers, signalen and writers of a plugin take part in a run."""
    done = start(*TOETS, goede_plugin=HOOKS)
    assert done.exit_code == 0, done.output
    assert "uit de plugin 2026-11-22" in (tmp_path / "uit" / "rapport.csv").read_text("utf-8")


def test_a_file_counts_when_it_comes_through_its_hook(start: Start) -> None:
    """As with every other hook: the function may have a name of its own, and one that is not marked is no hook."""
    marked = "import pathlib\nfrom checker import hookimpl\n@hookimpl(specname='begrippen_bestand')\ndef woorden():\n    return pathlib.Path('nergens.yaml')\n"
    unmarked = "def begrippen_bestand():\n    raise RuntimeError('stuk')\n"
    output = start(*TOETS, a_slecht=marked, goede_plugin=HOOKS + unmarked).output
    assert output.count("Let op: De plugin 'a_slecht'") == 1
    assert "De plugin 'goede_plugin'" not in output


def _hook(name: str, body: str, arguments: str = "") -> str:
    return f"from checker import hookimpl\n__version__ = '7.8'\n@hookimpl\ndef {name}({arguments}):\n    {body}\n"


FAULTS = {
    "lezers": _hook("lezers", "raise RuntimeError('\\x1b[31mstuk')"),
    "lezers geen functies": _hook("lezers", "return ['xyz']"),
    "schrijvers": _hook("schrijvers", "raise RuntimeError('stuk')"),
    "schrijvers geen functies": _hook("schrijvers", "return {'csv': None}"),
    "opdrachten": _hook("opdrachten", "raise RuntimeError('stuk')"),
    "opdrachten geen opdrachten": _hook("opdrachten", "return ['zing']"),
    "begrippen": _hook("begrippen_bestand", "raise RuntimeError('stuk')"),
    "begrippen die er niet zijn": _hook("begrippen_bestand", "import pathlib; return pathlib.Path('nergens.yaml')"),
    "signalen": _hook("signalen", "raise RuntimeError('stuk')", "dossier, peildatum"),
    "signalen halverwege": _hook("signalen", "yield None; raise RuntimeError('stuk')", "dossier"),
    "signalen geen signalen": _hook("signalen", "return ['let op']", "peildatum"),
}


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_a_hook_that_fails_costs_only_its_plugin(name: str, start: Start, tmp_path: Path) -> None:
    """The run goes on with the others and names the plugin once, with its version; nothing of it steers the terminal."""
    done = start(*TOETS, a_slecht=FAULTS[name], goede_plugin=HOOKS)
    assert done.exit_code == 0, done.output
    assert done.output.count("Let op: De plugin 'a_slecht'") == 1
    assert "is overgeslagen" in done.output and "\x1b" not in done.output
    assert "uit de plugin 2026-11-22" in (tmp_path / "uit" / "rapport.csv").read_text("utf-8")


def test_a_plugin_that_fails_on_a_dossier_is_named_with_its_version_and_the_kind_of_fault(start: Start) -> None:
    """The user has to know which one to replace; the words of the fault may be those of a document."""
    output = start(*TOETS, a_slecht=FAULTS["signalen"], goede_plugin=HOOKS).output
    assert "De plugin 'a_slecht' (versie 7.8) is overgeslagen: RuntimeError." in output
    assert "stuk" not in output.replace("stukken", "")


def test_a_command_of_a_plugin_runs_beside_one_that_fails(start: Start) -> None:
    """A command that nobody brings is a wrong use, and what was left out is named with it."""
    zing = "import click\nfrom checker import hookimpl\n@hookimpl\ndef opdrachten():\n    return [click.Command('zing', callback=lambda: click.echo('la'))]\n"
    assert start("zing", a_slecht=FAULTS["opdrachten"], goede_plugin=zing).output == "la\n"
    done = start("zong", a_slecht=FAULTS["opdrachten"], goede_plugin=zing)
    assert done.exit_code == 2
    assert "De plugin 'a_slecht'" in done.output


def test_a_writer_that_fails_is_named_and_nothing_is_written(start: Start, tmp_path: Path) -> None:
    """The report was asked for: without it the run is not what the user wanted."""
    source = HOOKS.replace('path.write_text(";"', 'path.stuk(";"')
    done = start(*TOETS, goede_plugin=source)
    assert isinstance(done.exception, SchrijverError)
    assert "De plugin 'goede_plugin' kan het rapport csv niet schrijven" in str(done.exception)
    assert not any((tmp_path / "uit").iterdir())


def test_every_command_reads_with_the_readers_of_plugins(start: Start) -> None:
    """A quote from a document that a plugin read is found back by rapport, and found by zoek."""
    assert start(*TOETS, goede_plugin=HOOKS).exit_code == 0
    assert ZIN in Path("uit/resultaat.json").read_text("utf-8")
    done = start("rapport", "uit/resultaat.json", "--dossier", "dossier", "--formaat", "csv", goede_plugin=HOOKS)
    assert done.exit_code == 0, done.exception
    assert "a.xyz" in start("zoek", "dossier", "vermoeden geweld", goede_plugin=HOOKS).output


def test_zoek_leaves_the_reports_of_the_dossier_out(start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A report beside the documents, in the folder where it comes by itself, says what they say."""
    monkeypatch.chdir(tmp_path / "dossier")
    report = tmp_path / "dossier" / "dossier-rapport" / "notitie.txt"
    report.parent.mkdir()
    report.write_text(ZIN, encoding="utf-8")
    found = start("zoek", ".", "vermoeden geweld", goede_plugin=HOOKS).output
    assert "a.xyz" in found and "notitie" not in found
