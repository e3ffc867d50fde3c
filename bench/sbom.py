"""Sbom: what this program is made of, as CycloneDX, and the list of dependencies in the documentation.

Usage: python -m bench.sbom PAD              (CycloneDX 1.5 JSON of what is installed here)
       python -m bench.sbom --documentatie   (docs/afhankelijkheden.md)
       python -m bench.sbom --controleer     (status 1 when docs/afhankelijkheden.md is not up to date)
A dependency without a reason in the table below is an error.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from bench.goud import ROOT

TARGET = ROOT / "docs" / "afhankelijkheden.md"
BEGIN, END = "<!-- tabel: begin -->", "<!-- tabel: eind -->"
_RULE = re.compile(r'^\s+"(?P<naam>[A-Za-z0-9._-]+)(?P<bereik>[^"]*)",?\s*(?:#.*)?$')
# Licences that a package names in its own way, or only in a file.
_LICENTIES = {
    "BSD": "BSD-2-Clause", "BSD License": "BSD-3-Clause", "MIT License": "MIT", "Apache Software License": "Apache-2.0",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0", "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "GNU Lesser General Public License v3 (LGPLv3)": "LGPL-3.0", "Python Software Foundation License": "PSF-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
}  # fmt: skip
_WAARVOOR = {
    "click": "opdrachten op de opdrachtregel", "jinja2": "rapport in HTML", "jsonschema": "elk bestand controleren dat een mens schrijft",
    "lxml": "delen van docx, odt en pptx lezen; Word schrijven", "numpy": "zinnen vergelijken met profielen", "openpyxl": "bladen met een cel ver weg; ingevulde bladen teruglezen",
    "pluggy": "plugins", "pypdf": "pdf die pdfium weigert, formuliervelden", "pypdfium2": "tekst van pdf met plaats en lettertype",
    "python-calamine": "rekenbladen lezen", "olefile": "oude Office-bestanden uit elkaar houden", "python-oxmsg": "Outlook-berichten",
    "pyyaml": "kaders en profielen", "simplemma": "grondvormen van woorden; vast, want de uitkomst beslist treffers", "XlsxWriter": "het Excel-bestand",
    "hypothesis": "toetsen met willekeurige invoer", "import-linter": "de lagen van het programma", "lxml-stubs": "typen", "mypy": "typen controleren",
    "python-docx": "toetsdocumenten maken", "python-pptx": "toetsdocumenten maken", "pillow": "de gescande bladzijde van de fixture", "pytest": "toetsen",
    "pytest-xdist": "toetsen naast elkaar", "reportlab": "de pdf's van de fixture", "ruff": "stijl", "types-jsonschema": "typen", "types-openpyxl": "typen",
    "types-pyyaml": "typen",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """One dependency as pyproject.toml states it."""

    naam: str
    bereik: str
    reden: str
    groep: str


def declared() -> list[Regel]:
    """The dependencies in pyproject.toml with their range and reason; first those to run, then to develop."""
    found, groep = [], ""
    for line in (ROOT / "pyproject.toml").read_text("utf-8").splitlines():
        start = re.match(r"(dependencies|dev) = \[", line)
        groep = start[1] if start else "" if line.startswith("]") else groep
        match = _RULE.match(line)
        if groep and match:
            found.append(Regel(naam=match["naam"], bereik=match["bereik"] or "-", reden=_WAARVOOR.get(match["naam"], ""), groep=groep))
    return found


def licence(name: str) -> str:
    """The licence of an installed package as a short name; "onbekend" when it does not say."""
    try:
        data = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return "niet geïnstalleerd"
    stated, short = (data[key].strip() if key in data else "" for key in ("License-Expression", "License"))
    classes = [value.rpartition("::")[2].strip() for value in data.get_all("Classifier") or [] if value.startswith("License ::")]
    first = stated or (short if "\n" not in short and len(short) < 60 else "") or (classes[0] if classes else "")
    return _LICENTIES.get(first, first) or "onbekend"


def needed(name: str = "checker") -> list[str]:
    """Names of everything that is installed for a package, itself left out, without extras."""
    from packaging.requirements import Requirement

    found: set[str] = set()
    waiting = [name]
    while waiting:
        current = waiting.pop()
        try:
            rules = [Requirement(text) for text in metadata.requires(current) or []]
        except metadata.PackageNotFoundError:
            continue
        for rule in rules:
            if rule.marker is None or rule.marker.evaluate({"extra": ""}):
                plain = rule.name.lower().replace("_", "-")
                waiting += [plain] if plain not in found else []
                found.add(plain)
    return sorted(found)


def cyclonedx() -> dict[str, object]:
    """The bill of materials of what is installed here; no date and no serial number, so that it can be compared."""
    parts = []
    for name in needed():
        try:
            version = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
        purl = f"pkg:pypi/{name}@{version}"
        parts.append({
            "type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl, "licenses": [_licence_entry(licence(name))],
        })  # fmt: skip
    own = {"type": "application", "bom-ref": "checker", "name": "checker", "version": metadata.version("checker"), "licenses": [{"expression": "EUPL-1.2"}]}
    return {
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "metadata": {"component": own}, "components": parts,
        "dependencies": [{"ref": "checker", "dependsOn": [part["bom-ref"] for part in parts]}],
    }  # fmt: skip


def _licence_entry(text: str) -> dict[str, object]:
    known = all(re.fullmatch(r"[A-Za-z0-9.+()-]+", word) for word in text.split()) and text != "onbekend"
    return {"expression": text} if known else {"license": {"name": text}}


def table() -> str:
    """The dependencies as Markdown."""
    rows = []
    for groep, title in (("dependencies", "Om te draaien"), ("dev", "Om te ontwikkelen")):
        rows += [f"### {title}", "", "| pakket | bereik | waarvoor | licentie |", "|---|---|---|---|"]
        rows += [f"| {r.naam} | `{r.bereik}` | {r.reden} | {licence(r.naam)} |" for r in declared() if r.groep == groep]
        rows.append("")
    names = {regel.naam.lower() for regel in declared()}
    indirect = [f"{name} ({licence(name)})" for name in needed() if name not in names]
    return "\n".join([*rows, "### Wat deze pakketten zelf nodig hebben", "", ", ".join(indirect) + "."])


def document() -> str:
    """docs/afhankelijkheden.md with the table of now."""
    text = TARGET.read_text("utf-8")
    before, rest = text.split(BEGIN, 1)
    return f"{before}{BEGIN}\n{table()}\n{END}{rest.split(END, 1)[1]}"


def main() -> None:
    """Write the bill of materials or the documentation."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pad", type=Path, nargs="?")
    parser.add_argument("--documentatie", action="store_true")
    parser.add_argument("--controleer", action="store_true")
    arguments = parser.parse_args()
    if arguments.pad:
        arguments.pad.write_text(json.dumps(cyclonedx(), indent=1) + "\n", encoding="utf-8")
    if arguments.documentatie:
        TARGET.write_text(document(), encoding="utf-8")
    if arguments.controleer and missing():
        print("docs/afhankelijkheden.md mist:", ", ".join(missing()), "- draai: python -m bench.sbom --documentatie")
        sys.exit(1)


def missing() -> list[str]:
    """Dependencies without a reason, or that the document does not show with their range."""
    text = TARGET.read_text("utf-8")
    return [f"{r.naam} {r.bereik}" for r in declared() if not r.reden or f"| {r.naam} | `{r.bereik}` | {r.reden} |" not in text]


if __name__ == "__main__":
    main()
