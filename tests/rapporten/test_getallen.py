"""Word, Excel, HTML and JSON are read back into one plain table each: every number and every text is the same."""

from __future__ import annotations

import html as html_
import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from checker.kaders.model import Oordeel
from checker.rapporten.excel import namen
from checker.rapporten.formaten import FORMATEN, write_all
from checker.rapporten.opmaak import OORDELEN, SIGNAALSOORTEN, STATUSSEN, TOESTANDEN, veilig
from checker.rapporten.resultaatbestand import read
from tests.rapporten.voorbeeld import maak_resultaat

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KLEIN = Path(__file__).resolve().parents[2] / "fixtures" / "klein"
KADERS = ("jij_kader", "meldcode", "kwaliteitslabel")
WOORD = {stijl.woord: sleutel for sleutel, stijl in OORDELEN.items()}
Getallen = dict[str, Any]


@pytest.fixture(scope="module", params=["voorbeeld", "klein"])
def map_(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports of the example, and of a real run of three kaders."""
    uit = tmp_path_factory.mktemp("getallen")
    if request.param == "voorbeeld":
        write_all(maak_resultaat(), uit, tuple(FORMATEN))
    else:
        kaders = [deel for kader in KADERS for deel in ("--kader", kader)]
        command = [sys.executable, "-m", "checker", "toets", str(KLEIN), *kaders, "--uit", str(uit), "--peildatum", "2026-11-22"]
        subprocess.run(command, check=True, capture_output=True, env=dict(os.environ))
    return uit


def plat(tekst: object) -> str:
    return " ".join(veilig(str(tekst)).split())


def kort(citaat: str) -> str:
    """What of a quote every output holds, however far it cuts."""
    return plat(citaat)[:500]


def uit_json(map_: Path) -> Getallen:
    data = json.loads((map_ / "resultaat.json").read_text("utf-8"))
    bevindingen = data["bevindingen"]
    return {
        "kaders": {k["titel"]: [k["telling"][o] for o in Oordeel] for k in data["kaders"]},
        "oordelen": {b["norm_id"]: b["oordeel"] for b in bevindingen},
        "bewijs": {b["norm_id"]: Counter(kort(c["citaat"]) for c in b["bewijs"]) for b in bevindingen if b["bewijs"]},
        "tegenbewijs": {b["norm_id"]: Counter(kort(c["citaat"]) for c in b["tegenbewijs"]) for b in bevindingen if b["tegenbewijs"]},
        "statussen": {b["norm_id"]: [o["status"] for o in b["onderdelen"]] for b in bevindingen if b["onderdelen"] and b["oordeel"] != "niet_van_toepassing"},
        "signalen": Counter((s.soort, plat(s.melding)) for s in read(map_ / "resultaat.json").signalen),
        "acties": [(a["nummer"], plat(a["titel"]), plat(a["benodigd_bewijs"]), set(a["norm_ids"])) for a in data["acties"]],
        "documenten": [(plat(d["pad"]), d["toestand"]) for d in data["dossier"]["documenten"]],
        "vragen": {plat(t["vraag"]) for b in bevindingen if b["oordeel"] != "niet_van_toepassing" for t in b["praktijktoets"]},
        "kruis": {b["norm_id"]: sum(Counter(c["document"] for c in b["bewijs"]).values()) for b in bevindingen if b["bewijs"]},
    }


def _rijen(boek: Any, blad: str) -> list[dict[str, Any]]:
    waarden = boek[blad].iter_rows(min_row=namen.KOPRIJ, values_only=True)
    koppen = [str(kop) for kop in next(waarden)]
    gelezen = [dict(zip(koppen, rij, strict=True)) for rij in waarden]
    return [rij for rij in gelezen if rij[koppen[0]] is not None]


def uit_excel(map_: Path) -> Getallen:
    boek = load_workbook(map_ / "gapanalyse.xlsx", data_only=True)
    normen, bewijs = _rijen(boek, namen.NORMEN), _rijen(boek, namen.BEWIJS)
    oordelen = {rij[namen.NORM_ID]: str(WOORD[rij[namen.VOORSTEL]]) for rij in normen}
    citaten: dict[str, dict[str, Counter[str]]] = {"Ja": {}, "Nee": {}}
    for rij in bewijs:
        citaten[rij["Telt mee"]].setdefault(rij[namen.NORM_ID], Counter())[kort(rij["Citaat"])] += 1
    status = {stijl.woord: sleutel for sleutel, stijl in STATUSSEN.items()}
    statussen: dict[str, list[str]] = {}
    for rij in _rijen(boek, namen.ONDERDELEN):
        if oordelen[rij[namen.NORM_ID]] != "niet_van_toepassing":
            statussen.setdefault(rij[namen.NORM_ID], []).append(status[rij["Uitkomst"]])
    soorten = {woord: sleutel for sleutel, woord in SIGNAALSOORTEN.items()}
    toestand = {stijl.woord: sleutel for sleutel, stijl in TOESTANDEN.items()}
    samenvatting = {rij[0]: rij[1:6] for rij in boek[namen.SAMENVATTING].iter_rows(min_row=namen.KOPRIJ + 1, values_only=True)}
    titels = dict.fromkeys(rij["Kader"] for rij in normen)
    return {
        "kaders": {titel: list(samenvatting[titel]) for titel in titels},
        "oordelen": oordelen,
        "bewijs": citaten["Ja"],
        "tegenbewijs": citaten["Nee"],
        "statussen": statussen,
        "signalen": Counter((soorten[rij["Soort"]], plat(rij["Wat er aan de hand is"])) for rij in _rijen(boek, namen.SIGNALEN)),
        "acties": [(r["actie_nr"], plat(r["Actie"]), plat(r["Benodigd bewijs"]), set(r["Normen"].split(", "))) for r in _rijen(boek, namen.ACTIEPLAN)],
        "documenten": [(plat(r["Document"]), toestand[r["Toestand"]]) for r in _rijen(boek, namen.DOCUMENTEN) if r["Toestand"] in toestand],
        "vragen": {plat(rij["Vraag"]) for rij in _rijen(boek, namen.PRAKTIJKTOETS)},
        "kruis": {rij[namen.NORM_ID]: rij["Totaal"] for rij in _rijen(boek, namen.KRUISTABEL)},
    }


def _word_tabellen(map_: Path) -> list[tuple[str, str, list[list[str]]]]:
    """Heading above, alt text and cells of every table of the report."""
    document = Document(str(map_ / "gaprapport.docx"))
    per_element = {tabel._tbl: tabel for tabel in document.tables}
    kop, gevonden = "", []
    for element in document.element.body:
        if element in per_element:
            titel = element.tblPr.find(f"{_W}tblCaption").get(f"{_W}val")
            gevonden.append((kop, titel, [[cel.text for cel in rij.cells] for rij in per_element[element].rows]))
            continue
        stijl = element.find(f"{_W}pPr/{_W}pStyle")
        if stijl is not None and str(stijl.get(f"{_W}val")).startswith("Heading"):
            kop = "".join(t.text or "" for t in element.iter(f"{_W}t"))
    return gevonden


def _word_citaten(tabellen: list[tuple[str, str, list[list[str]]]], begin: str) -> dict[str, Counter[str]]:
    return {titel.removeprefix(begin).split()[0]: Counter(kort(rij[1].strip("“”")) for rij in cellen[1:]) for _, titel, cellen in tabellen if titel.startswith(begin)}


def _word_statussen(cellen: list[list[str]], status: dict[str, str]) -> list[str]:
    kolom = cellen[0].index("Status")
    return [status[rij[kolom].split("\n")[0]] for rij in cellen[1:]]


def uit_word(map_: Path) -> Getallen:
    tabellen = _word_tabellen(map_)
    op_titel = {titel: cellen for _, titel, cellen in tabellen}
    eerste = {woord: sleutel for sleutel, woord in ((s, stijl.woord) for s, stijl in OORDELEN.items())}
    overzichten = [rij for _, _, cellen in tabellen for rij in cellen[1:] if cellen[0][2:3] == ["Voorstel"] and len(cellen[0]) == 6]
    nvt = [rij[0] for _, titel, cellen in tabellen if "die niet van toepassing zijn" in titel for rij in cellen[1:]]
    status = {stijl.woord: sleutel for sleutel, stijl in STATUSSEN.items()}
    toestand = {stijl.woord: sleutel for sleutel, stijl in TOESTANDEN.items()}
    soort = {woord: sleutel for sleutel, woord in SIGNAALSOORTEN.items()} | {"Tegenstrijdigheden tussen documenten": "tegenstrijdig"}
    signalen = [(soort[kop], plat(rij[1].split("\n")[0])) for kop, _, cellen in tabellen if cellen[0][0] == "Ernst" for rij in cellen[1:]]
    kruis = [rij for _, titel, cellen in tabellen if titel.startswith("Kruistabel") for rij in cellen[1:]]
    return {
        "kaders": {rij[0]: [int(n) for n in rij[2:7]] for rij in op_titel["Aantal normen per kader en per oordeel"][1:] if rij[0] != "Totaal"},
        "oordelen": {rij[0]: str(eerste[rij[2].split("\n")[0]]) for rij in overzichten} | dict.fromkeys(nvt, "niet_van_toepassing"),
        "bewijs": _word_citaten(tabellen, "Citaten die norm "),
        "tegenbewijs": _word_citaten(tabellen, "Citaten die niet tellen voor norm "),
        "statussen": {titel.removeprefix("Onderdelen van norm "): _word_statussen(cellen, status) for _, titel, cellen in tabellen if titel.startswith("Onderdelen van norm ")},
        "signalen": Counter(signalen),
        "acties": [
            (int(rij[0]), plat(rij[1].split("\n")[0]), plat(rij[5]), set(rij[2].split(", "))) for _, titel, cellen in tabellen if titel == "Actieplan" for rij in cellen[1:]
        ],
        "documenten": [(plat(rij[1].split("\n")[0]), toestand[rij[3]]) for rij in op_titel["Documenten in het dossier"][1:]],
        "vragen": {plat(rij[1]) for _, titel, cellen in tabellen if titel.startswith("Vragen voor: ") for rij in cellen[1:]},
        "kruis": {rij[0].split(" ")[0]: sum(map(int, rij[1:])) for rij in kruis},
    }


def _tekst(bron: str) -> str:
    return plat(html_.unescape(re.sub(r"<[^>]+>", "", bron)))


def _html_citaten(normen: dict[str, str], kop: str) -> dict[str, Counter[str]]:
    gevonden = {}
    for norm_id, blok in normen.items():
        deel = re.search(rf"<h5>{kop} <span[^>]*>\((\d+)\)</span></h5>(.*?)(?=<h5>|$)", blok, re.DOTALL)
        citaten = [kort(_tekst(c)) for c in re.findall(r"<q>(.*?)</q>", deel[2], re.DOTALL)] if deel else []
        if deel:
            assert int(deel[1]) == len(citaten)
        if citaten:
            gevonden[norm_id] = Counter(citaten)
    return gevonden


def uit_html(map_: Path) -> Getallen:
    bron = (map_ / "rapport.html").read_text("utf-8")
    blokken = re.findall(r'<details class="norm kaart"[^>]*data-oordeel="(\w+)">(.*?)</details>', bron, re.DOTALL)
    normen = {_tekst(re.search(r'class="norm-id">(.*?)</span>', blok)[1]): (oordeel, blok) for oordeel, blok in blokken}  # type: ignore[index]
    delen = {naam: bron.split(f'<section id="{naam}"')[1].split("</section>", maxsplit=1)[0] for naam in ("samenvatting", "actieplan", "signalen", "praktijktoets", "documenten")}
    kaders = re.findall(r'<tr><th scope="row"><a[^>]*>(.*?)</a></th><td class="k-staaf">.*?</td>(.*?)</tr>', delen["samenvatting"], re.DOTALL)
    soort = {woord: sleutel for sleutel, woord in SIGNAALSOORTEN.items()}
    signalen: Counter[tuple[str, str]] = Counter()
    for groep in delen["signalen"].split("<h3>")[1:]:
        kop, aantal = re.match(r"(.*?) <span[^>]*>\((\d+)\)", groep).groups()  # type: ignore[union-attr]
        meldingen = re.findall(r'<p><span class="merk ernst-[^>]*>.*?</span>\w+</span> (.*?)</p>', groep, re.DOTALL)
        assert len(meldingen) == int(aantal)
        signalen.update((soort[_tekst(kop)], _tekst(melding)) for melding in meldingen)
    acties = re.findall(r'<tr id="actie-(\d+)">.*?<th scope="row">(.*?)</th><td>.*?</td><td>.*?</td><td>.*?</td><td>(.*?)</td><td>(.*?)</td>', delen["actieplan"], re.DOTALL)
    documenten = re.findall(r'<tr><th scope="row">(.*?)</th><td><span class="merk toestand-(\w+)">', delen["documenten"])
    blok = {norm_id: blok for norm_id, (_, blok) in normen.items()}
    return {
        "kaders": {_tekst(titel): [int(n) for n in re.findall(r'"getal">(\d+)<', cijfers)][:5] for titel, cijfers in kaders},
        "oordelen": {norm_id: oordeel for norm_id, (oordeel, _) in normen.items()},
        "bewijs": _html_citaten(blok, "Bewijs dat meetelt"),
        "tegenbewijs": _html_citaten(blok, "Gevonden, maar telt niet mee"),
        "statussen": {n: s for n, (oordeel, b) in normen.items() if oordeel != "niet_van_toepassing" and (s := re.findall(r'<li><span class="merk status-(\w+)">', b))},
        "signalen": signalen,
        "acties": [(int(nr), _tekst(titel), _tekst(nodig), set(_tekst(ids).split(", "))) for nr, titel, nodig, ids in acties],
        "documenten": [(_tekst(pad), toestand) for pad, toestand in documenten],
        "vragen": {_tekst(vraag) for vraag in re.findall(r"<li><strong>\w+:</strong> (.*?) <span", delen["praktijktoets"], re.DOTALL)},
        "kruis": {n: sum(c.values()) for n, c in _html_citaten(blok, "Bewijs dat meetelt").items()},
    }


@pytest.mark.parametrize("lees", [uit_word, uit_excel, uit_html])
@pytest.mark.parametrize("wat", ["kaders", "oordelen", "bewijs", "tegenbewijs", "statussen", "signalen", "acties", "documenten", "vragen", "kruis"])
def test_every_output_says_the_same(wat: str, lees: Any, map_: Path) -> None:
    """Against resultaat.json: counts per kader, verdict per norm, every quote, signaal, action, document and question."""
    verwacht = uit_json(map_)[wat]
    assert verwacht
    assert lees(map_)[wat] == verwacht
