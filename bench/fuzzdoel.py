"""Fuzzdoel: a target for atheris, which looks for new paths through a reader by itself.

Usage: python -m bench.fuzzdoel LEZER [options of libFuzzer]     LEZER: docx, pdf, xlsx, odt, pptx, html, eml, md, yaml, json
Needs the package atheris (Linux); the checker itself does not.
"""

from __future__ import annotations

import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

from bench.betrouwbaarheid import LEZERS, LIMIETEN
from checker.dossier.bron import Bron
from checker.dossier.lezen import read_bytes
from checker.errors import CheckerError


def read_document(lezer: str, data: bytes) -> None:
    """Read bytes as a document; anything raised is a find."""
    for document in read_bytes(f"x.{lezer}", Bron(data=data, naam=f"x.{lezer}", limieten=LIMIETEN)):
        assert document.melding or document.passages


def read_input(lezer: str, data: bytes, path: Path) -> None:
    """Read bytes as a praktijk.yaml or resultaat.json; anything but a CheckerError is a find."""
    from checker.profiel import read_profiel
    from checker.rapporten.resultaatbestand import read

    path.write_bytes(data)
    try:
        if lezer == "yaml":
            read_profiel(path.parent)
        else:
            read(path)
    except CheckerError:
        return


def main() -> None:
    """Hand the reader to atheris."""
    lezer, *options = sys.argv[1:]
    if lezer not in (*LEZERS, "yaml", "json"):
        sys.exit(__doc__)
    atheris: Any = import_module("atheris")
    atheris.instrument_all()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "praktijk.yaml" if lezer == "yaml" else "resultaat.json")

        def target(data: bytes) -> None:
            if lezer in LEZERS:
                read_document(lezer, data)
            else:
                read_input(lezer, data, path)

        atheris.Setup([sys.argv[0], *options], target)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
