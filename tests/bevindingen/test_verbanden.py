"""Links between normen of a run: where to look, never a milder verdict; and advice ranked by what it closes."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

import pytest
import yaml

from checker.bevindingen.actieplan import NAMEN, make_acties
from checker.bevindingen.verbanden import tell_linked
from checker.kaders.catalogus import Catalogus
from checker.kaders.kruis import cross, stated_links
from checker.kaders.laden import build_kader
from checker.kaders.model import Kader, Niveau, Oordeel
from checker.resultaat import Bevinding, Bewijs, OnderdeelUitkomst

LABELS = dict.fromkeys(("aangetoond", "grotendeels", "gedeeltelijk", "niet_aangetoond", "niet_van_toepassing"), "x")


def kader(naam: str, normen: dict[str, list[list[str]]], links: dict[str, list[tuple[str, str]]]) -> Kader:
    """A kader whose normen have onderdelen with the given kinds of document."""
    return build_kader({
        "id": naam, "titel": naam, "uitgever": "x", "versie": "1", "jaar": 2020, "bron": "x", "status": "x", "gecontroleerd_op": "2026-01-01",
        "bereik": {"wet": [], "segmenten": [], "land": "nl", "toelichting": "x"}, "schaal": {"soort": "oordeel", "labels": LABELS}, "themas": ["T"],
        "normen": [{
            "id": norm, "nummer": "1", "thema": "T", "element": "organisatie", "titel": norm, "toetsvraag": "?", "bron_van": 0, "bron_tot": 0, "risico": "x",
            "links": [{"norm": other, "soort": soort} for other, soort in links.get(norm, [])],
            "onderdelen": [
                {"id": f"{norm}/{n}", "tekst": "x", "niveau": "opzet", "documenten": own, "niet_genoeg": "x", "advies": f"Doe {norm}/{n}.", "vraag": "x"}
                for n, own in enumerate(soorten, start=1)
            ],
        } for norm, soorten in normen.items()],
    })


def quote(document: str, sterkte: str = "direct") -> Bewijs:
    """One piece of evidence."""
    return Bewijs(
        document=document, sha256="", pagina=None, sectie=(), plaats="alinea 2", citaat="x", uitspraak="bevestigd", niveau=Niveau.OPZET,
        sterkte=sterkte, score=0.9, termen=(), vingerafdruk=document,
    )


def bevinding(norm: str, oordeel: Oordeel, bewijs: tuple[Bewijs, ...] = (), gaps: int = 1) -> Bevinding:
    """A finding with so many gaps."""
    uitkomsten = tuple(
        OnderdeelUitkomst(
            id=f"{norm}/{n}", tekst="x", status="niet_gedekt", niveau=Niveau.GEEN, vereist=True, bewijs=(), tegenbewijs=(), hiaat="weg",
            advies=f"Doe {norm}/{n}.", reden="",
        ) for n in range(1, gaps + 1)
    )
    return Bevinding(
        norm_id=norm, kader_id="k", nummer="1", thema="T", element="organisatie", titel=norm, toetsvraag="?", gewicht=1, oordeel=oordeel, label="x",
        niveau=Niveau.GEEN, zekerheid="zeker", reden="Reden.", risico="", wet_nu="", pdca=(), onderdelen=uitkomsten, bewijs=bewijs, tegenbewijs=(),
        hiaten=(), advies=(), praktijktoets=(),
    )


@pytest.mark.parametrize(("soort", "told"), [("gelijk", True), ("omvat", True), ("raakt", False)])
def test_a_verdict_travels_only_along_gelijk_and_omvat(soort: str, *, told: bool) -> None:
    """The reason names the norm that is aangetoond; the verdict and everything else stay."""
    links = stated_links((kader("een", {"A-1": [["protocol"]]}, {"A-1": [("B-1", soort)]}), kader("twee", {"B-1": [["protocol"]]}, {})))
    before = [bevinding("A-1", Oordeel.AANGETOOND, (quote("a.docx"),)), bevinding("B-1", Oordeel.GEDEELTELIJK)]
    after = tell_linked(before, links)
    assert ("Norm A-1" in after[1].reden and "a.docx, alinea 2" in after[1].reden) is told
    assert [b.oordeel for b in after] == [b.oordeel for b in before]
    assert after[0] == before[0]


def test_omvat_does_not_travel_back() -> None:
    """A norm that asks more is not answered by the lesser one."""
    links = stated_links((kader("een", {"A-1": [["protocol"]]}, {"A-1": [("B-1", "omvat")]}), kader("twee", {"B-1": [["protocol"]]}, {})))
    after = tell_linked([bevinding("A-1", Oordeel.GEDEELTELIJK), bevinding("B-1", Oordeel.AANGETOOND, (quote("b.docx"),))], links)
    assert after[0].reden == "Reden."


def test_evidence_travels_along_every_link_as_a_place_to_look() -> None:
    """Only direct evidence, only to a norm that has nothing, and not what it already shows."""
    links = stated_links((kader("een", {"A-1": [["protocol"]]}, {}), kader("twee", {"B-1": [["protocol"]]}, {"B-1": [("A-1", "raakt")]})))
    found = bevinding("A-1", Oordeel.GEDEELTELIJK, (quote("zwak.docx", "indirect"), quote("a.docx")))
    assert "a.docx, alinea 2 (bewijs bij A-1)" in tell_linked([found, bevinding("B-1", Oordeel.NIET_AANGETOOND)], links)[1].reden
    assert tell_linked([found, bevinding("B-1", Oordeel.GEDEELTELIJK, (quote("a.docx"),))], links)[1].reden == "Reden."
    assert tell_linked([bevinding("B-1", Oordeel.NIET_AANGETOOND)], links)[0].reden == "Reden."


def test_a_stated_link_is_read_from_both_sides() -> None:
    """One statement serves the crosswalk in both directions."""
    een, twee = kader("een", {"A-1": [["protocol"]]}, {"A-1": [("B-1", "omvat")]}), kader("twee", {"B-1": [["protocol"]]}, {})
    assert [(v.van, v.naar, v.soort) for v in cross(een, twee)] == [("A-1", "B-1", "omvat")]
    assert [(v.van, v.naar, v.soort) for v in cross(twee, een)] == [("B-1", "A-1", "valt onder")]


def test_advice_is_ranked_by_how_many_normen_one_document_closes() -> None:
    """Two normen of two kaders closed by one protocol come before four normen that a handbook only helps."""
    een = kader("een", {
        "A-1": [["protocol"]], "A-2": [["kwaliteitshandboek"], ["jaarplan"]], "A-3": [["kwaliteitshandboek"], ["jaarplan"]],
        "A-4": [["kwaliteitshandboek"], ["jaarplan"]], "A-5": [["kwaliteitshandboek"], ["notulen"]],
    }, {})
    twee = kader("twee", {"B-1": [["protocol", "website"]]}, {})
    gaps = {"A-1": 1, "A-2": 2, "A-3": 2, "A-4": 2, "A-5": 2, "B-1": 1}
    acties = make_acties([bevinding(n, Oordeel.NIET_AANGETOOND, gaps=g) for n, g in gaps.items()], Catalogus((een, twee), ()))
    assert [a.document for a in acties] == ["protocol", "kwaliteitshandboek", "jaarplan", "notulen"]
    assert acties[0].norm_ids == ("A-1", "B-1")
    assert "Daarmee zijn 2 normen rond" in acties[0].titel
    assert "rond" not in acties[1].titel


def test_what_is_heavy_comes_before_what_closes_more() -> None:
    """A heavy norm that a handbook only helps comes before two light ones that a protocol closes; the title is Dutch."""
    een = kader("een", {"A-1": [["rie"], ["jaarplan"]], "A-2": [["protocol"]], "A-3": [["protocol"]]}, {})
    found = [bevinding(n, Oordeel.NIET_AANGETOOND, gaps=g) for n, g in (("A-1", 2), ("A-2", 1), ("A-3", 1))]
    zwaar = [replace(b, gewicht=2.0 if b.norm_id == "A-1" else 1.0) for b in found]
    acties = make_acties(zwaar, Catalogus((een,), ()))
    assert [(a.nummer, a.klasse, a.document) for a in acties] == [(1, "major", "jaarplan"), (2, "major", "rie"), (3, "minor", "protocol")]
    assert acties[1].titel == "Vul de RI&E aan: 1 onderdeel van 1 norm"


def test_every_kind_of_document_has_a_name_in_the_plan() -> None:
    """No key of the data, such as "rie", stands in a title."""
    regels = yaml.safe_load(files("checker.bewijs").joinpath("documentsoorten.yaml").read_text("utf-8"))["soorten"]
    assert {regel["soort"] for regel in regels} - set(NAMEN) == set()


def test_a_norm_that_is_answered_along_a_link_counts_as_closed() -> None:
    """Closing A also closes B, which A covers; so that document comes first."""
    een = kader("een", {"A-1": [["website"]]}, {"A-1": [("B-1", "omvat")]})
    twee = kader("twee", {"B-1": [["protocol"], ["jaarplan"]], "B-2": [["folder"]]}, {})
    found = [bevinding("A-1", Oordeel.NIET_AANGETOOND), bevinding("B-1", Oordeel.NIET_AANGETOOND, gaps=2), bevinding("B-2", Oordeel.NIET_AANGETOOND)]
    catalogus = Catalogus((een, twee), ())
    assert make_acties(found, catalogus, stated_links((een, twee)))[0].document == "website"
    assert make_acties(found, catalogus)[0].document == "folder"
