"""Export, shuffle, edit at random, import: exactly the edits arrive and nothing else changes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.beoordelingen import Moment, append, find_changes, latest, merge, read, read_werkblad
from checker.rapporten.excel import namen
from checker.rapporten.opmaak import OORDELEN, veilig
from tests.beoordelingen.bureau import bewaar, lees
from tests.rapporten.voorbeeld import maak_resultaat

if TYPE_CHECKING:
    from pathlib import Path

    from tests.beoordelingen.bureau import Rij

RESULTAAT = maak_resultaat()
NORMEN = {b.norm_id: b for b in RESULTAAT.bevindingen}
TEKST = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Zl", "Zp"), include_characters="\n"), max_size=40).filter(lambda t: "_x" not in t)
DATUMS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
VELD = {
    "oordeel": st.sampled_from(["", *map(str, OORDELEN)]),
    "reden": TEKST,
    "eigenaar": TEKST,
    "deadline": st.one_of(st.just(""), DATUMS.map(str)),
    "status": st.sampled_from(["", *namen.STATUSSEN]),
    "beoordelaar": TEKST,
    "datum": st.one_of(st.just(""), DATUMS.map(str)),
    "extra:Team": TEKST,
}
KOP = {sleutel: kop for kop, sleutel in namen.MENSKOLOMMEN.items()} | {"extra:Team": "Team"}
MOMENT = Moment(datum="2026-12-01")


@pytest.fixture(scope="module")
def rijen(tmp_path_factory: pytest.TempPathFactory) -> list[Rij]:
    return lees(RESULTAAT, tmp_path_factory.mktemp("bureau") / "gapanalyse.xlsx")


def als_cel(sleutel: str, waarde: str, vorm: int) -> Any:
    """Write a value the way a person might: a date as date, as text or in words."""
    if sleutel == "oordeel" and waarde:
        return (OORDELEN[waarde].woord, OORDELEN[waarde].woord.upper(), waarde)[vorm]
    if sleutel in ("deadline", "datum") and waarde:
        dag = date.fromisoformat(waarde)
        return (dag, f"{dag:%d-%m-%Y}", waarde)[vorm]
    return waarde or None


def verwacht(norm_id: str, bewerking: dict[str, str]) -> tuple[dict[str, str] | None, bool]:
    """What must come out for a norm, and whether the row must be refused."""
    oud = {s: w for s, w in (NORMEN[norm_id].beoordeling or {}).items() if w}
    echt = {s: schoon for s, w in bewerking.items() if (schoon := veilig(w).strip()) != oud.get(s, "")}
    nieuw = {s: w for s, w in {**oud, **echt}.items() if w}
    verdict = echt.keys() & {"oordeel", "reden"}
    if verdict and nieuw.get("oordeel", NORMEN[norm_id].oordeel) != NORMEN[norm_id].oordeel and not nieuw.get("reden"):
        return oud or None, True
    if verdict and not nieuw.get("oordeel") and not nieuw.get("reden"):
        nieuw = {s: w for s, w in nieuw.items() if s not in ("beoordelaar", "datum") or s in echt}
    if verdict and nieuw.get("oordeel") and not echt.get("datum"):
        nieuw["datum"] = MOMENT.datum
    if not verdict and nieuw.get("oordeel"):
        nieuw = {s: oud[s] for s in ("datum", "beoordelaar") if s in oud} | nieuw
    return nieuw or None, False


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_exactly_the_edits_arrive(data: st.DataObject, rijen: list[Rij], tmp_path: Path) -> None:
    edits = data.draw(st.dictionaries(st.sampled_from(sorted(NORMEN)), st.fixed_dictionaries({}, optional=VELD), max_size=5))
    vorm = data.draw(st.integers(0, 2))
    koppen = data.draw(st.permutations([*rijen[0], "Team"]))
    kopie: list[Rij | None] = [dict(rij) for rij in rijen]
    for rij in kopie:
        assert rij is not None
        for sleutel, waarde in edits.get(rij["norm_id"], {}).items():
            rij[KOP[sleutel]] = als_cel(sleutel, waarde, vorm)
    geschud = data.draw(st.permutations([*kopie, None, None]))
    pad = bewaar(tmp_path / "terug.xlsx", koppen, geschud, boven=data.draw(st.integers(0, 9)))

    inlezing = find_changes(read_werkblad(pad), RESULTAAT, {}, MOMENT)
    samen = merge(RESULTAAT, latest(inlezing.nieuw))

    uitkomst = {norm_id: verwacht(norm_id, edits.get(norm_id, {})) for norm_id in NORMEN}
    gevonden = {b.norm_id: b.beoordeling for b in samen.bevindingen}
    assert gevonden == {norm_id: nieuw for norm_id, (nieuw, _) in uitkomst.items()}
    assert {f.norm_id for f in inlezing.fouten} == {norm_id for norm_id, (_, fout) in uitkomst.items() if fout}
    for bevinding in samen.bevindingen:
        assert bevinding.oordeel == NORMEN[bevinding.norm_id].oordeel

    opslag = tmp_path / "beoordelingen.jsonl"
    opslag.unlink(missing_ok=True)
    append(opslag, inlezing.nieuw)
    assert read(opslag) == inlezing.nieuw
    opnieuw = find_changes(read_werkblad(pad), RESULTAAT, latest(read(opslag)), Moment(datum="2026-12-09"))
    assert opnieuw.nieuw == ()


def test_a_desk_that_is_written_again_holds_no_edits(rijen: list[Rij], tmp_path: Path) -> None:
    """What was taken in, own columns included, comes out and goes in unchanged, whatever the text."""
    for rij, tekst in zip(rijen[1:], ("=1+1", "  ruim  ", "a\nb", "\u202egnp.exe", "😀" * 20_000, "e\u0301", "2026"), strict=True):
        gevuld = dict(rij) | {namen.REDEN: tekst, "Team": tekst, namen.DEADLINE: date(2026, 12, 31)}
        pad = bewaar(tmp_path / "een.xlsx", list(gevuld), [gevuld])
        inlezing = find_changes(read_werkblad(pad), RESULTAAT, {}, MOMENT)
        assert [b.norm_id for b in inlezing.nieuw] == [rij["norm_id"]]
        samen = merge(RESULTAAT, latest(inlezing.nieuw))
        volgende = lees(samen, tmp_path / "volgende.xlsx")
        assert "Team" in volgende[0]
        terug = bewaar(tmp_path / "weer.xlsx", list(volgende[0]), volgende)
        assert find_changes(read_werkblad(terug), samen, latest(inlezing.nieuw), MOMENT).nieuw == ()


def test_two_people_with_their_own_copy_do_not_undo_each_other(rijen: list[Rij], tmp_path: Path) -> None:
    """A row that one of them left alone keeps what the other filled in, cell by cell."""
    koppen = list(rijen[0])
    een, twee = ([dict(rij) for rij in rijen] for _ in range(2))
    een[1] |= {namen.UW_OORDEEL: "Aangetoond", namen.REDEN: "Gezien"}
    twee[1] |= {namen.EIGENAAR: "Sanne"}
    eerst = find_changes(read_werkblad(bewaar(tmp_path / "een.xlsx", koppen, een)), RESULTAAT, {}, MOMENT)
    daarna = find_changes(read_werkblad(bewaar(tmp_path / "twee.xlsx", koppen, twee)), RESULTAAT, latest(eerst.nieuw), MOMENT)
    samen = latest(eerst.nieuw, daarna.nieuw)
    assert list(samen) == ["JIJ-1.2"]
    assert samen["JIJ-1.2"].velden == {"oordeel": "aangetoond", "reden": "Gezien", "eigenaar": "Sanne", "datum": "2026-12-01"}
    assert samen["JIJ-1.2"].bewijs == eerst.nieuw[0].bewijs


def test_missing_columns_and_rows_are_untouched(rijen: list[Rij], tmp_path: Path) -> None:
    """A filtered export with two columns changes only what it holds."""
    rij = {namen.NORM_ID: "JIJ-1.1", namen.EIGENAAR: "Jan"}
    pad = bewaar(tmp_path / "klein.xlsx", [namen.EIGENAAR, namen.NORM_ID], [rij])
    inlezing = find_changes(read_werkblad(pad), RESULTAAT, {}, MOMENT)
    assert [b.velden for b in inlezing.nieuw] == [
        {"oordeel": "grotendeels", "reden": "Het register mist de laatste drie maanden.", "beoordelaar": "M. de Vries", "datum": "2026-11-23", "eigenaar": "Jan"}
    ]
