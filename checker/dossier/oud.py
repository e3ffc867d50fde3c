"""Old formats (doc, rtf, ppt): converted by LibreOffice when it is installed."""

from __future__ import annotations

import contextlib
import dataclasses
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from checker.dossier.fouten import Beschadigd, ProgrammaNodig

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker.dossier.bouwer import Bouwer
    from checker.dossier.bron import Bron

_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_TARGETS = {"doc": "docx", "rtf": "docx", "ppt": "pptx"}


def libreoffice() -> str:
    """Return the path of LibreOffice, or nothing."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).exists()), "")


def reader(soort: str) -> Callable[[Bron, Bouwer], None]:
    """Return the reader of one old format."""

    def read(bron: Bron, bouwer: Bouwer) -> None:
        from checker.dossier import dia, word

        data = _convert(bron, soort)
        new = dataclasses.replace(bron, data=data)
        (dia if soort == "ppt" else word).read(new, bouwer)

    return read


def _convert(bron: Bron, soort: str) -> bytes:
    program, target = libreoffice(), _TARGETS[soort]
    if not program:
        raise ProgrammaNodig(soort=soort, nieuw=target)
    seconds = bron.limieten.seconden_omzetten
    bron.more_time(seconds)
    with lifted_limits(), tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"bron.{soort}")
        source.write_bytes(bron.data)
        command = [
            program, "--headless", "--norestore", "--nolockcheck", "--convert-to", target,
            f"-env:UserInstallation={Path(folder, 'profiel').as_uri()}", "--outdir", folder, str(source),
        ]  # fmt: skip
        try:
            subprocess.run(command, timeout=seconds, check=False, capture_output=True)  # noqa: S603
        except (subprocess.TimeoutExpired, OSError) as error:
            raise Beschadigd(oorzaak="LibreOffice kon het niet omzetten") from error
        result = Path(folder, f"bron.{target}")
        if not result.exists():
            raise Beschadigd(oorzaak="LibreOffice kon het niet omzetten")
        return result.read_bytes()


@contextlib.contextmanager
def lifted_limits() -> Iterator[None]:
    """Lift the memory and file limits of this process while another program runs."""
    if sys.platform == "win32":
        yield
        return
    import resource

    limits = (resource.RLIMIT_AS, resource.RLIMIT_FSIZE)
    before = [(limit, resource.getrlimit(limit)) for limit in limits]
    for limit, (_, hard) in before:
        resource.setrlimit(limit, (hard, hard))
    try:
        yield
    finally:
        for limit, old in before:
            resource.setrlimit(limit, old)
