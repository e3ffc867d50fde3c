"""A house style keeps its styles, header, footer and pages; a bad one is refused clearly."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from docx import Document
from docx.shared import Cm, RGBColor

from checker.rapporten.word import maak, write
from checker.rapporten.word.pakket import SjabloonOngeldigError
from checker.rapporten.word.xml import W
from tests.rapporten.voorbeeld import maak_resultaat

if TYPE_CHECKING:
    from pathlib import Path

_N = f"{{{W}}}"


@pytest.fixture
def huisstijl(tmp_path: Path) -> Path:
    document = Document()
    sectie = document.sections[0]
    sectie.header.paragraphs[0].text = "Huis van de Zorg"
    sectie.left_margin = Cm(4)
    kop = document.styles["Heading 1"]
    kop.font.color.rgb = RGBColor(0x7A, 0x1F, 0x5C)
    kop.element.set(f"{_N}styleId", "Kop1")
    document.add_paragraph("Voorblad")
    document.add_page_break()  # type: ignore[no-untyped-call]
    pad = tmp_path / "huisstijl.docx"
    document.save(str(pad))
    return pad


def test_styles_header_and_pages_are_kept(huisstijl: Path) -> None:
    document = Document(BytesIO(maak(maak_resultaat(), huisstijl)))
    assert document.paragraphs[0].text == "Voorblad"
    assert document.sections[0].header.paragraphs[0].text == "Huis van de Zorg"
    links = document.sections[0].left_margin
    assert links is not None
    assert round(links.cm, 2) == 4
    koppen = [p for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert koppen[0].text == "Managementsamenvatting"
    assert koppen[0].style is not None
    assert koppen[0].style.style_id == "Kop1"


def test_what_the_house_style_lacks_is_added(huisstijl: Path) -> None:
    """Page numbers, lists and table styles come from us when the template has none."""
    document = Document(BytesIO(maak(maak_resultaat(), huisstijl)))
    velden = [e.text for e in document.sections[0].footer._element.iter(f"{_N}instrText")]
    assert velden == [" PAGE ", " NUMPAGES "]
    bekend = {stijl.style_id for stijl in document.styles}
    for soort in ("pStyle", "rStyle", "tblStyle"):
        gebruikt = {e.get(f"{_N}val") for e in document.element.body.iter(f"{_N}{soort}")}
        assert gebruikt <= bekend
    assert "word/stylesWithEffects.xml" not in _namen(huisstijl)
    namen = [stijl.name for stijl in document.styles]
    assert len(namen) == len(set(namen))


def _namen(huisstijl: Path) -> list[str]:
    with ZipFile(BytesIO(maak(maak_resultaat(), huisstijl))) as archief:
        return archief.namelist()


def test_house_style_gives_the_same_bytes_twice(huisstijl: Path) -> None:
    assert maak(maak_resultaat(), huisstijl) == maak(maak_resultaat(), huisstijl)


def test_template_files_become_documents(huisstijl: Path) -> None:
    """A dotx is a docx with another content type."""
    delen = {}
    with ZipFile(huisstijl) as archief:
        delen = {naam: archief.read(naam) for naam in archief.namelist()}
    types = delen["[Content_Types].xml"].replace(b"document.main+xml", b"template.main+xml")
    with ZipFile(huisstijl, "w") as archief:
        for naam, inhoud in {**delen, "[Content_Types].xml": types}.items():
            archief.writestr(naam, inhoud)
    assert Document(BytesIO(maak(maak_resultaat(), huisstijl))).paragraphs


@pytest.mark.parametrize("inhoud", [b"", b"geen zip", b"PK\x03\x04kapot"])
def test_an_unreadable_house_style_is_refused(tmp_path: Path, inhoud: bytes) -> None:
    pad = tmp_path / "fout.docx"
    pad.write_bytes(inhoud)
    with pytest.raises(SjabloonOngeldigError, match=r"fout\.docx.*sla het op"):
        maak(maak_resultaat(), pad)


def test_macros_are_refused(huisstijl: Path) -> None:
    with ZipFile(huisstijl, "a") as archief:
        archief.writestr("word/vbaProject.bin", b"x")
    with pytest.raises(SjabloonOngeldigError, match="macro"):
        maak(maak_resultaat(), huisstijl)


def test_a_failed_run_leaves_the_previous_report(tmp_path: Path) -> None:
    pad = tmp_path / "gaprapport.docx"
    write(maak_resultaat(), pad)
    vorige = pad.read_bytes()
    with pytest.raises(SjabloonOngeldigError):
        write(maak_resultaat(), pad, sjabloon=tmp_path / "bestaat niet.docx")
    assert pad.read_bytes() == vorige
