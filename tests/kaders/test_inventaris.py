"""The kaders follow the inventory: ids, themes, elements, conditions and counts."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from checker.cli import group

INVENTARIS = Path(__file__).resolve().parent.parent / "data" / "inventaris.csv"


def rows() -> dict[str, list[dict[str, str]]]:
    """The inventory by kader."""
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    with INVENTARIS.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            found[row["kader_id"]].append(row)
    return found


@pytest.fixture(scope="module")
def listed() -> dict[str, dict[str, Any]]:
    """What ``checker kaders --json`` prints, by kader."""
    outcome = CliRunner().invoke(group, ["kaders", "--json"])
    assert outcome.exit_code == 0, outcome.output
    return {kader["kader_id"]: kader for kader in json.loads(outcome.stdout)["kaders"]}


def test_every_kader_of_the_inventory_is_there(listed: dict[str, dict[str, Any]]) -> None:
    """No kader is missing and none is there twice."""
    assert sorted(rows()) == sorted(listed)


@pytest.mark.parametrize("kader_id", sorted(rows()))
def test_kader_equals_inventory(kader_id: str, listed: dict[str, dict[str, Any]]) -> None:
    """Every norm has the fields that the inventory fixes, in any order."""
    expected = [
        (r["norm_id"], r["nummer"], r["thema"], r["element"], int(r["aantal_onderdelen"]), r["toepassing"], int(r["bron_van"]), int(r["bron_tot"]))
        for r in rows()[kader_id]
    ]
    found = [
        (n["norm_id"], n["nummer"], n["thema"], n["element"], len(n["onderdelen"]), n["toepassing"], n["bron_van"], n["bron_tot"])
        for n in listed[kader_id]["normen"]
    ]
    assert sorted(expected) == sorted(found)
