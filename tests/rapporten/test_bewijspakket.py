"""The evidence pack: the quoted documents themselves, a folder per norm, an index whose links work."""

from __future__ import annotations

import hashlib
import html
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from checker.rapporten import bewijspakket
from checker.rapporten.bewijspakket import BronOntbreektError
from checker.rapporten.formaten import DossierNodigError, write_all
from tests.rapporten.voorbeeld import VIJANDIG, maak_resultaat

if TYPE_CHECKING:
    from pathlib import Path

    from checker.resultaat import Resultaat


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """Files behind every quoted document of the example."""
    map_ = tmp_path / "dossier"
    for pad in {b.document for bevinding in maak_resultaat().bevindingen for b in bevinding.bewijs}:
        (map_ / pad).parent.mkdir(parents=True, exist_ok=True)
        (map_ / pad).write_bytes(f"inhoud van {pad}".encode())
    return map_


@pytest.fixture
def resultaat(dossier: Path) -> Resultaat:
    """The example with the hashes of those files."""
    basis = maak_resultaat()
    documenten = tuple(
        replace(d, sha256=hashlib.sha256((dossier / d.pad).read_bytes()).hexdigest()) if (dossier / d.pad).is_file() else d
        for d in basis.dossier.documenten
    )
    signalen = tuple(s for s in basis.signalen if s.soort != "persoonsgegevens")
    return replace(basis, dossier=replace(basis.dossier, documenten=documenten), signalen=signalen)


def test_documents_with_data_of_clients_stay_at_home(resultaat: Resultaat, dossier: Path, tmp_path: Path) -> None:
    seen = next(s for s in maak_resultaat().signalen if s.soort == "persoonsgegevens")
    document = next(b.document for bevinding in resultaat.bevindingen for b in bevinding.bewijs)
    bewijspakket.write(replace(resultaat, signalen=(replace(seen, document=document),)), tmp_path / "p.zip", dossier=dossier)
    with zipfile.ZipFile(tmp_path / "p.zip") as pakket:
        pagina = pakket.read("index.html").decode()
        assert (dossier / document).read_bytes() not in [pakket.read(naam) for naam in pakket.namelist()]
        links = [unquote(html.unescape(link)) for link in re.findall(r'href="([^"]+)"', pagina)]
        assert set(links) == set(pakket.namelist()) - {"index.html"}
    assert "niet bijgevoegd" in pagina


def test_an_attachment_with_data_of_clients_keeps_its_mail_at_home(tmp_path: Path) -> None:
    seen = next(s for s in maak_resultaat().signalen if s.soort == "persoonsgegevens")
    resultaat = replace(maak_resultaat(), signalen=(replace(seen, document="map/mail.eml/plan.docx"),))
    bronnen = {"map/mail.eml/brief.docx": tmp_path / "map" / "mail.eml", "map/mail.emlx": tmp_path / "map" / "mail.emlx"}
    assert bewijspakket.find_private(resultaat, bronnen) == {"map/mail.eml/brief.docx"}


def test_a_document_whose_path_hides_a_client_stays_at_home(resultaat: Resultaat, dossier: Path, tmp_path: Path) -> None:
    """The path in the resultaat is not the one on disk; the pack is written without the document."""
    een, *rest = resultaat.bevindingen
    verborgen = replace(een, bewijs=tuple(replace(b, document="plan [naam].docx") for b in een.bewijs))
    bewijspakket.write(replace(resultaat, bevindingen=(verborgen, *rest)), tmp_path / "p.zip", dossier=dossier)
    with zipfile.ZipFile(tmp_path / "p.zip") as pakket:
        assert not [naam for naam in pakket.namelist() if "[naam]" in naam]
        assert "plan [naam].docx (niet bijgevoegd: er staan gegevens van cliënten in)" in pakket.read("index.html").decode()


def test_every_quoted_document_stands_in_the_folder_of_its_norm(resultaat: Resultaat, dossier: Path, tmp_path: Path) -> None:
    bewijspakket.write(resultaat, tmp_path / "p.zip", dossier=dossier)
    met_bewijs = [b for b in resultaat.bevindingen if b.bewijs]
    with zipfile.ZipFile(tmp_path / "p.zip") as pakket:
        assert pakket.testzip() is None
        namen = [naam for naam in pakket.namelist() if naam != "index.html"]
        for nr, bevinding in enumerate(met_bewijs, 1):
            inhoud = {pakket.read(naam) for naam in namen if naam.startswith(f"{nr:03d} {bevinding.norm_id} ")}
            assert inhoud == {(dossier / b.document).read_bytes() for b in bevinding.bewijs}
        assert {naam[:3] for naam in namen} == {f"{nr:03d}" for nr in range(1, len(met_bewijs) + 1)}


def test_index_links_to_what_is_there_and_holds_every_quote(resultaat: Resultaat, dossier: Path, tmp_path: Path) -> None:
    bewijspakket.write(resultaat, tmp_path / "p.zip", dossier=dossier)
    with zipfile.ZipFile(tmp_path / "p.zip") as pakket:
        pagina = pakket.read("index.html").decode()
        links = [unquote(html.unescape(link)) for link in re.findall(r'href="([^"]+)"', pagina)]
        assert set(links) == set(pakket.namelist()) - {"index.html"}
    assert len(links) == sum(len(b.bewijs) for b in resultaat.bevindingen)
    assert pagina.count("<blockquote>") == len(links)
    assert "<script" not in pagina


def test_changed_or_missing_document_is_refused(resultaat: Resultaat, dossier: Path, tmp_path: Path) -> None:
    pad = dossier / resultaat.bevindingen[0].bewijs[0].document
    pad.write_bytes(b"anders")
    with pytest.raises(BronOntbreektError, match="veranderd"):
        bewijspakket.write(resultaat, tmp_path / "p.zip", dossier=dossier)
    pad.unlink()
    with pytest.raises(BronOntbreektError, match="staat niet meer"):
        bewijspakket.write(resultaat, tmp_path / "p.zip", dossier=dossier)
    assert not (tmp_path / "p.zip").exists()


def test_attachment_brings_the_file_that_holds_it(resultaat: Resultaat, dossier: Path) -> None:
    een, *rest = resultaat.bevindingen
    (dossier / "post.eml").write_bytes(b"mail")
    bijlage = replace(een, bewijs=tuple(replace(b, document="post.eml/bijlage.docx") for b in een.bewijs))
    bronnen = bewijspakket.find_bronnen(replace(resultaat, bevindingen=(bijlage, *rest)), dossier)
    assert bronnen["post.eml/bijlage.docx"].name == "post.eml"


def test_path_out_of_the_dossier_is_refused(resultaat: Resultaat, dossier: Path) -> None:
    (dossier.parent / "geheim.txt").write_text("x")
    een, *_ = resultaat.bevindingen
    weg = replace(een, bewijs=tuple(replace(b, document="../geheim.txt") for b in een.bewijs))
    with pytest.raises(BronOntbreektError):
        bewijspakket.find_bronnen(replace(resultaat, bevindingen=(weg,)), dossier)


def test_large_pack_holds_each_document_once(resultaat: Resultaat, dossier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bewijspakket, "_MAX_BYTES", 10)
    bewijspakket.write(resultaat, tmp_path / "p.zip", dossier=dossier)
    with zipfile.ZipFile(tmp_path / "p.zip") as pakket:
        namen = [naam for naam in pakket.namelist() if naam != "index.html"]
        assert all(naam.startswith("000 Documenten/") for naam in namen)
        assert len(namen) == len({b.document for bevinding in resultaat.bevindingen for b in bevinding.bewijs})
        links = {unquote(html.unescape(link)) for link in re.findall(r'href="([^"]+)"', pakket.read("index.html").decode())}
    assert links == set(namen)


def test_hostile_names_are_harmless_and_bytes_the_same(resultaat: Resultaat, dossier: Path, tmp_path: Path) -> None:
    een, *rest = resultaat.bevindingen
    vuil = replace(resultaat, bevindingen=(replace(een, titel=f"../../{VIJANDIG}"), *rest))
    for naam in ("een.zip", "twee.zip"):
        bewijspakket.write(vuil, tmp_path / naam, dossier=dossier)
    assert (tmp_path / "een.zip").read_bytes() == (tmp_path / "twee.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "een.zip") as pakket:
        assert all(naam.count("/") <= 1 and ".." not in naam.split("/") and "<" not in naam for naam in pakket.namelist())
        assert "<script" not in pakket.read("index.html").decode()


def test_pack_without_dossier_says_what_to_do(resultaat: Resultaat, dossier: Path, tmp_path: Path) -> None:
    uit = tmp_path / "uit"
    uit.mkdir()
    with pytest.raises(DossierNodigError, match="--dossier MAP"):
        write_all(resultaat, uit, ("pakket",))
    assert list(uit.iterdir()) == []
    namen = {pad.name for pad in write_all(resultaat, uit, ("pakket", "ics"), dossier=dossier)}
    assert namen == {"agenda.ics", "bewijspakket.zip", "resultaat.json"}


@pytest.mark.parametrize(("peildatum", "jaar"), [("1979-06-01", 1980), ("2026-03-01", 2026), ("2107-12-31", 2107), ("2200-01-01", 2107)])
def test_a_run_date_that_a_zip_cannot_hold_becomes_the_nearest(peildatum: str, jaar: int, resultaat: Resultaat, dossier: Path, tmp_path: Path) -> None:
    """A zip knows the years 1980 to 2107."""
    bewijspakket.write(replace(resultaat, peildatum=peildatum), tmp_path / "p.zip", dossier=dossier)
    with zipfile.ZipFile(tmp_path / "p.zip") as pakket:
        assert {info.date_time[0] for info in pakket.infolist()} == {jaar}
