"""Every kader is complete, specific, in its own words and true to its examples."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points

import pytest
import yaml

from checker.begrippen import Begrip, merge_begrippen, read_begrippen, shared_begrippen
from checker.bewijs.bronvingers import copied_runs
from checker.bewijs.profielen import text_dossier
from checker.bewijs.voorbeelden import run_voorbeelden
from checker.bewijs.zoeken import make_zoekvraag
from checker.catalogi import installed_catalogus
from checker.index import Index
from checker.kaders.controle import check_kader
from checker.kaders.laden import load_kader
from checker.kaders.model import Kader

KADERS = sorted(point.name for point in entry_points(group="checker") if point.value == point.name)


@cache
def opened(name: str) -> tuple[Kader, dict[str, Begrip]]:
    """A kader with the begrippen it may use."""
    point = next(p for p in entry_points(group="checker") if p.name == name)
    kader, raw = load_kader(point.load().kader_bestand(), name)
    return kader, merge_begrippen([*shared_begrippen().values(), *read_begrippen(raw, name)])


@pytest.mark.parametrize("name", KADERS)
def test_kader_is_complete_and_specific(name: str) -> None:
    """No entry is thin: the kader's own check finds nothing."""
    kader, begrippen = opened(name)
    remarks = check_kader(kader, {naam: b.termen for naam, b in begrippen.items()})
    assert [f"{r.plek}: {r.tekst}" for r in remarks if r.ernst == "fout"] == []


@pytest.mark.parametrize("name", KADERS)
def test_examples_count_as_they_should(name: str) -> None:
    """Every example sentence counts, or does not count, as its author says."""
    kader, begrippen = opened(name)
    outcomes = run_voorbeelden(kader, {naam: b.termen for naam, b in begrippen.items()})
    assert outcomes
    assert [f"{o.onderdeel}: {o.zin} ({o.uitleg})" for o in outcomes if not o.goed] == []


@pytest.mark.parametrize("name", KADERS)
def test_kader_is_in_own_words(name: str) -> None:
    """No eight consecutive words are shared with a source document."""
    point = next(p for p in entry_points(group="checker") if p.name == name)
    raw = yaml.safe_load(point.load().kader_bestand().read_text("utf-8"))
    assert [text for text in strings(raw) if copied_runs(text)] == []


def strings(value: object) -> list[str]:
    """All texts in a parsed YAML file."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for item in value.values() for text in strings(item)]
    return [text for item in value for text in strings(item)] if isinstance(value, list) else []


def test_links_point_to_existing_norms() -> None:
    """A link to a norm of another kader leads somewhere."""
    catalogus, failures = installed_catalogus()
    assert failures == []
    known = set(catalogus.normen)
    assert [
        f"{norm.id} -> {link.norm}" for norm in catalogus.normen.values() for link in norm.links if link.norm not in known
    ] == []


@pytest.mark.parametrize("name", KADERS)
def test_no_sentence_is_struck_by_its_own_uitsluit(name: str) -> None:
    """What an author gave as a way to tell an onderdeel holds none of the words that say it is about something else."""
    kader, begrippen = opened(name)
    onderdelen = [onderdeel for norm in kader.normen for onderdeel in norm.onderdelen]
    told = [(onderdeel.id, zin) for onderdeel in onderdelen for zin in (*onderdeel.wel, *onderdeel.zinnen)]
    index = Index(text_dossier([zin for _, zin in told]))
    vragen = [make_zoekvraag(onderdeel, {naam: b.termen for naam, b in begrippen.items()}) for onderdeel in onderdelen]
    struck = {(vraag.onderdeel.id, index.zinnen[unit].document) for vraag in vragen for unit in index.treffers(vraag.uitsluit)}
    assert [pair for number, pair in enumerate(told) if (pair[0], number) in struck] == []
