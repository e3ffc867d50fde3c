"""checker uitleg: why a norm got its verdict."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from click.testing import CliRunner

from checker.bewijs.citaat import fingerprint
from checker.commands.uitleg import command
from checker.rapporten import resultaatbestand
from tests.rapporten.voorbeeld import maak_resultaat

if TYPE_CHECKING:
    from pathlib import Path

STUUR = "\x1b[31mROOD\x9b2J\u202e"


def test_nothing_of_a_dossier_steers_the_terminal(tmp_path: Path) -> None:
    """Names of files and quotes come from others: no escape of theirs reaches the screen."""
    basis = maak_resultaat()
    bevinding = next(b for b in basis.bevindingen if b.bewijs and any(o.bewijs for o in b.onderdelen))
    bewijs = tuple(
        replace(
            b, document=f"{STUUR}.txt", citaat=f"{b.citaat}{STUUR}", plaats=f"{b.plaats}{STUUR}", cue=STUUR, termen=(STUUR,),
            vingerafdruk=fingerprint(b.sha256, f"{b.citaat}{STUUR}"),
        )
        for b in bevinding.bewijs
    )
    path = tmp_path / "resultaat.json"
    resultaatbestand.write(replace(basis, bevindingen=(replace(bevinding, bewijs=bewijs),)), path)
    done = CliRunner().invoke(command, [str(path), bevinding.norm_id], catch_exceptions=False, color=True)
    assert "ROOD" in done.output
    assert not any(sign in done.output for sign in ("\x1b[31mROOD", "\x9b", "\u202e"))
