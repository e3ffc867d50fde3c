"""The data files: an entry without source or date is refused, and what ships is in order."""

from __future__ import annotations

import copy
from importlib.resources import files

import pytest
import yaml

from checker.kaders.schema import OngeldigKaderError
from checker.signalen import registerregels, wetsregels
from checker.signalen.laden import load_regels, load_verouderd, regels, verouderd

LADERS = {"regels.yaml": load_regels, "verouderd.yaml": load_verouderd}


def raw(bestand):
    return yaml.safe_load(files("checker.signalen").joinpath(bestand).read_text("utf-8"))


def schrijf(tmp_path, inhoud):
    path = tmp_path / "lijst.yaml"
    path.write_text(yaml.safe_dump(inhoud, allow_unicode=True), encoding="utf-8")
    return path


@pytest.mark.parametrize("bestand", sorted(LADERS))
@pytest.mark.parametrize("veld", ["bron", "datum"])
def test_an_entry_without_source_or_date_is_refused_with_its_line(bestand, veld, tmp_path):
    inhoud = raw(bestand)
    goed = schrijf(tmp_path, inhoud)
    assert LADERS[bestand](goed, bestand)
    stuk = copy.deepcopy(inhoud)
    del stuk["regels"][2][veld]
    path = schrijf(tmp_path, stuk)
    with pytest.raises(OngeldigKaderError, match=rf"regel \d+: regels\[3\].*'{veld}'"):
        LADERS[bestand](path, bestand)


@pytest.mark.parametrize("datum", ["vandaag", "11-2026", ""])
def test_a_date_that_is_no_date_is_refused(datum, tmp_path):
    inhoud = raw("verouderd.yaml")
    inhoud["regels"][0]["datum"] = datum
    with pytest.raises(OngeldigKaderError):
        load_verouderd(schrijf(tmp_path, inhoud), "verouderd.yaml")


def test_what_was_not_checked_cannot_be_more_than_low(tmp_path):
    inhoud = raw("verouderd.yaml")
    entry = next(regel for regel in inhoud["regels"] if not regel["geverifieerd"])
    entry["ernst"] = "hoog"
    with pytest.raises(OngeldigKaderError):
        load_verouderd(schrijf(tmp_path, inhoud), "verouderd.yaml")


def test_every_rule_has_its_check_and_every_check_its_rule():
    op_register = {regel.controle for regel in regels() if regel.register}
    op_tekst = {regel.controle for regel in regels() if not regel.register}
    assert op_register == set(registerregels._CONTROLES)
    assert op_tekst == set(wetsregels._CONTROLES)


def test_ids_are_unique():
    for found in ([regel.id for regel in regels()], [regel.id for regel in verouderd().regels]):
        assert len(found) == len(set(found))
