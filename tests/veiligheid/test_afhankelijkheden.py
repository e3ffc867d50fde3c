"""Every dependency has a reason, a range and a licence in the documentation; the bill of materials names them."""

from __future__ import annotations

from bench.sbom import cyclonedx, declared, licence, missing, needed


def test_the_documentation_is_up_to_date():
    assert missing() == []


def test_everything_to_run_has_a_lower_and_upper_bound():
    loose = [rule.naam for rule in declared() if rule.groep == "dependencies" and not rule.bereik.startswith("==") and (">=" not in rule.bereik or ",<" not in rule.bereik)]
    assert loose == []


def test_the_bill_of_materials_names_what_is_installed():
    bom = cyclonedx()
    names = [part["name"] for part in bom["components"]]
    assert {rule.naam.lower() for rule in declared() if rule.groep == "dependencies"} <= set(names)
    assert names == sorted(needed())
    assert bom["specVersion"] == "1.5"


def test_no_dependency_has_an_unknown_licence():
    assert [name for name in needed() if licence(name) in ("onbekend", "niet geïnstalleerd")] == []
