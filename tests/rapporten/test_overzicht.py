"""The arrangement that all reports print keeps every norm, in order, and counts right."""

from __future__ import annotations

from dataclasses import replace

from checker.kaders.model import Oordeel
from checker.rapporten import overzicht
from checker.resultaat import Signaal
from tests.rapporten.voorbeeld import maak_resultaat


def test_counts_add_up_and_equal_those_of_the_kaders() -> None:
    resultaat = maak_resultaat()
    kaders = overzicht.per_kader(resultaat)
    assert [k.telling.aantallen for k in kaders] == [
        {Oordeel(naam): n for naam, n in k.telling.items()} for k in resultaat.kaders
    ]
    assert sum(k.telling.totaal for k in kaders) == overzicht.totaal(resultaat).totaal == 8
    for kader in kaders:
        assert sum(t.telling.totaal for t in kader.themas) == kader.telling.totaal


def test_per_kader_keeps_every_norm_in_order() -> None:
    resultaat = maak_resultaat()
    ids = [b.norm_id for k in overzicht.per_kader(resultaat) for b in k.bevindingen]
    assert ids == [b.norm_id for b in resultaat.bevindingen]


def test_cannot_tell_is_counted_apart_from_not_found() -> None:
    telling = overzicht.totaal(maak_resultaat())
    assert telling.aantallen[Oordeel.NIET_AANGETOOND] == 3
    assert telling.niet_uit_papier == 1
    assert telling.van_toepassing == 7


def test_top_risks_start_with_the_heaviest_gap() -> None:
    """Norms that only practice can show are no gap of the documents."""
    resultaat = maak_resultaat()
    assert [b.norm_id for b in overzicht.top_risicos(resultaat)] == [
        "JIJ-3.2",
        "KL-1.2",
        "JIJ-2.1",
        "JIJ-1.2",
    ]
    assert len(overzicht.top_risicos(resultaat, 2)) == 2


def test_knockouts_are_heavy_themselves_and_without_any_evidence() -> None:
    """An action bundles normen per document: its class says nothing of each of them."""
    resultaat = maak_resultaat()
    assert [b.norm_id for b in overzicht.knockouts(resultaat)] == ["JIJ-3.2", "KL-1.2"]
    licht = replace(resultaat, bevindingen=tuple(replace(b, gewicht=1.0) for b in resultaat.bevindingen))
    assert overzicht.knockouts(licht) == ()


def test_urgent_are_the_signalen_of_high_severity_each_once_people_first() -> None:
    """What stands at two places, or on every page of one document, is told once."""
    een = Signaal(soort="tegenstrijdig", ernst="hoog", document="a.docx", plaats="alinea 1", citaat="x", melding="Twee plekken botsen: hier")
    rij = (
        een, replace(een, document="b.docx", melding="Twee plekken botsen: daar"), replace(een, melding="Anders.", ernst="midden"),
        *(replace(een, soort="persoonsgegevens", plaats=f"alinea {n}", melding=f"Hier staat {n}.") for n in "12"),
        replace(een, document="r.xlsx", plaats="blad M, rij 2, cel B2", melding="Geen VOG."),
    )
    gevonden = overzicht.dringend(replace(maak_resultaat(), signalen=rij))
    assert [s.melding for s in gevonden] == ["Geen VOG.", "Hier staat 1.", "Twee plekken botsen: hier"]


def test_signalen_most_serious_first() -> None:
    soorten = overzicht.signalen_per_soort(maak_resultaat())
    assert [s.ernst for s in soorten["verouderd"]] == ["hoog", "midden"]
    assert sum(len(rij) for rij in soorten.values()) == 10


def test_kruistabel_counts_every_quote() -> None:
    resultaat = maak_resultaat()
    kruis = overzicht.kruistabel(resultaat)
    som = sum(sum(rij.aantallen.values()) for rij in kruis.rijen)
    assert som == sum(len(b.bewijs) for b in resultaat.bevindingen) == 8
    assert kruis.documenten == tuple(sorted(kruis.documenten))
    assert len(overzicht.kruistabel(resultaat, "kwaliteitslabel").rijen) == 1


def test_equal_questions_are_asked_once() -> None:
    resultaat = maak_resultaat()
    dubbel = replace(
        resultaat.bevindingen[1],
        norm_id="JIJ-9",
        praktijktoets=resultaat.bevindingen[1].praktijktoets,
    )
    uit = replace(resultaat, bevindingen=(*resultaat.bevindingen, dubbel))
    vragen = overzicht.praktijktoets_per_rol(uit)["jeugdige"]
    assert [v.soort for v in vragen] == ["interview", "interview", "dossier"]
    assert vragen[0].norm_ids == ("JIJ-1.2", "JIJ-9")


def test_files_that_were_not_read_are_named() -> None:
    namen = [d.toestand for d in overzicht.niet_gelezen(maak_resultaat())]
    assert namen == ["scan", "fout"]


def test_place_in_one_line() -> None:
    bewijs = maak_resultaat().bevindingen[0].bewijs[0]
    assert overzicht.plaats(bewijs) == "pagina 3, 2 Klachten > 2.1 Indienen, alinea 12"
