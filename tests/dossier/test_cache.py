"""What was read is read again when a reader, or a program that helps reading, is another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.dossier import Limieten, cache
from checker.dossier.ocr import at_hand


def program(path: Path, text: str = "#!/bin/sh\n") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    path.chmod(0o755)


def version() -> str:
    """The version as a new process would find it."""
    return cache.reader_version.__wrapped__()


def test_another_reader_is_another_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """What an older reader made of the same bytes does not count."""
    before = cache.cache_key("0" * 64, ".txt", Limieten())
    monkeypatch.setattr(cache, "reader_version", lambda: "een andere lezer")
    assert cache.cache_key("0" * 64, ".txt", Limieten()) != before


def _libreoffice(plek: Path) -> None:
    program(plek / "bin" / "libreoffice")


def _tesseract(plek: Path) -> None:
    program(plek / "bin" / "tesseract")


def _nederlands(plek: Path) -> None:
    words = plek / "share" / "tesseract-ocr" / "5" / "tessdata" / "nld.traineddata"
    words.parent.mkdir(parents=True)
    words.write_bytes(b"woorden")


def _newer(plek: Path) -> None:
    program(plek / "bin" / "tesseract", "#!/bin/sh\n# een nieuwere versie\n")


@pytest.mark.parametrize(("there", "change"), [((), _libreoffice), ((), _tesseract), ((_tesseract,), _nederlands), ((_tesseract,), _newer)])
def test_another_helper_program_is_another_version(
    there: tuple[Callable[[Path], None], ...], change: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    """LibreOffice under either name, Tesseract, its Dutch words, and another version in the same place."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr("checker.dossier.oud._PLACES", ())
    monkeypatch.setattr("checker.dossier.ocr._PLACES", ())
    for make in there:
        make(tmp_path)
    before = version()
    assert version() == before
    change(tmp_path)
    assert version() != before


def test_tesseract_is_not_started_to_see_what_it_knows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every run asks for it; starting a program costs more than all the rest of the question."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr("subprocess.run", lambda *_, **__: pytest.fail("started"))
    _tesseract(tmp_path)
    _nederlands(tmp_path)
    assert [Path(path).name for path in at_hand()] == ["tesseract", "nld.traineddata"]
