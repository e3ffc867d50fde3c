"""The resultaatbestand keeps everything, and says what is wrong with a bad file."""

from __future__ import annotations

import json
from dataclasses import replace
from types import UnionType
from typing import TYPE_CHECKING, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.rapporten import resultaatbestand
from checker.rapporten.resultaatbestand import ResultaatOngeldigError, ResultaatOnleesbaarError
from checker.resultaat import Bevinding, Bewijs, OnderdeelUitkomst, Resultaat, Signaal
from tests.rapporten.voorbeeld import maak_resultaat

if TYPE_CHECKING:
    from pathlib import Path

_KEUZES: dict[tuple[type, str], list[str]] = {
    (Bewijs, "uitspraak"): ["bevestigd", "ontkend", "kopie"],
    (Bewijs, "sterkte"): ["direct", "indirect"],
    (OnderdeelUitkomst, "status"): ["gedekt", "niet_uit_papier"],
    (Signaal, "soort"): ["verouderd", "onleesbaar"],
    (Signaal, "ernst"): ["hoog", "laag"],
}


def _strategy(cls: type, name: str, hint: object) -> st.SearchStrategy[object]:
    if (cls, name) in _KEUZES:
        return st.sampled_from(_KEUZES[cls, name])
    special: dict[str, st.SearchStrategy[object]] = {
        "schema": st.just(1),
        "score": st.floats(0, 1),
        "opbouw": st.dictionaries(st.text(), st.floats(-9, 9)),
        "toestand": st.sampled_from(["gelezen", "scan"]),
        "telling": st.just({"aangetoond": 3}),
        "passages": st.integers(0),
        "profiel": st.dictionaries(st.text(), st.text() | st.booleans() | st.integers()),
        "bewijs": st.just(()) if cls is OnderdeelUitkomst else st.none(),
        "tegenbewijs": st.just(()) if cls is OnderdeelUitkomst else st.none(),
    }
    if name in special and not (cls is Bevinding and name.endswith("bewijs")):
        return special[name]
    if get_origin(hint) is tuple:
        return st.lists(_of(get_args(hint)[0]), max_size=2).map(tuple)
    return _of(hint)


def _of(hint: object) -> st.SearchStrategy[object]:
    if isinstance(hint, type) and hasattr(hint, "__dataclass_fields__"):
        fields = get_type_hints(hint)
        return st.builds(hint, **{n: _strategy(hint, n, h) for n, h in fields.items()})
    if isinstance(hint, UnionType):
        return st.one_of([_of(deel) for deel in get_args(hint)])
    if hint is float:
        return st.floats(allow_nan=False, allow_infinity=False)
    return st.from_type(hint)  # type: ignore[arg-type]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(resultaat=_of(Resultaat))
def test_any_resultaat_comes_back_equal(resultaat: Resultaat, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("r") / "resultaat.json"
    resultaatbestand.write(resultaat, path)
    assert resultaatbestand.read(path) == resultaat


def test_example_comes_back_equal_and_bytes_are_stable(tmp_path: Path) -> None:
    resultaat = maak_resultaat()
    for name in ("a.json", "b.json"):
        resultaatbestand.write(resultaat, tmp_path / name)
    first = (tmp_path / "a.json").read_bytes()
    assert first == (tmp_path / "b.json").read_bytes()
    assert first.endswith(b"}\n")
    assert resultaatbestand.read(tmp_path / "a.json") == resultaat


def test_a_contradiction_stands_at_both_places_in_the_file_and_once_in_the_resultaat(tmp_path: Path) -> None:
    """Who looks up one document in the file finds it there; what is read back says it once."""
    pair = Signaal(
        soort="tegenstrijdig", ernst="midden", document="a.docx", plaats="alinea 1", citaat="zes weken", melding="Twee termijnen.",
        document2="b.docx", plaats2="alinea 2", citaat2="acht weken",
    )
    resultaat = replace(maak_resultaat(), signalen=(pair,))
    resultaatbestand.write(resultaat, tmp_path / "r.json")
    stored = json.loads((tmp_path / "r.json").read_text("utf-8"))["signalen"]
    assert [(s["document"], s["citaat"], s["document2"]) for s in stored] == [("a.docx", "zes weken", "b.docx"), ("b.docx", "acht weken", "a.docx")]
    assert resultaatbestand.read(tmp_path / "r.json") == resultaat


def test_a_pair_names_the_other_document_at_both_places(tmp_path: Path) -> None:
    """Also where one path is a part of the other; a file of an earlier version, with one text at both places, is read as the one pair too."""
    pair = Signaal(
        soort="tegenstrijdig", ernst="midden", document="a.docx", plaats="", citaat="", melding="Dit lijkt een andere versie van oud/a.docx: veel is gelijk.",
        document2="oud/a.docx", plaats2="alinea 1",
    )
    resultaat = replace(maak_resultaat(), signalen=(pair,))
    resultaatbestand.write(resultaat, tmp_path / "r.json")
    data = json.loads((tmp_path / "r.json").read_text("utf-8"))
    assert data["signalen"][1]["melding"] == "Dit lijkt een andere versie van a.docx: veel is gelijk."
    assert resultaatbestand.read(tmp_path / "r.json") == resultaat
    data["signalen"][1]["melding"] = pair.melding
    (tmp_path / "r.json").write_text(json.dumps(data))
    assert resultaatbestand.read(tmp_path / "r.json") == resultaat


def test_lone_surrogate_survives(tmp_path: Path) -> None:
    data = json.loads(resultaatbestand.dumps(maak_resultaat()))
    data["dossier"]["naam"] = "kapot \ud83d teken"
    (tmp_path / "in.json").write_text(json.dumps(data))
    resultaat = resultaatbestand.read(tmp_path / "in.json")
    resultaatbestand.write(resultaat, tmp_path / "uit.json")
    assert resultaatbestand.read(tmp_path / "uit.json").dossier.naam == "kapot \ud83d teken"


def test_file_with_only_the_contract_fields_is_read(tmp_path: Path) -> None:
    data = json.loads(resultaatbestand.dumps(maak_resultaat()))
    for field in ("acties", "versies"):
        del data[field]
    for bevinding in data["bevindingen"]:
        for field in ("nummer", "thema", "titel", "gewicht", "risico", "pdca"):
            del bevinding[field]
    (tmp_path / "r.json").write_text(json.dumps(data))
    resultaat = resultaatbestand.read(tmp_path / "r.json")
    assert resultaat.acties == ()
    assert resultaat.bevindingen[0].gewicht == 1.0
    assert resultaat.bevindingen[0].titel == ""


def test_contract_keys_are_all_written() -> None:
    data = json.loads(resultaatbestand.dumps(maak_resultaat()))
    bevinding = next(b for b in data["bevindingen"] if b["bewijs"])
    assert {"schema", "peildatum", "checker", "dossier", "kaders", "signalen"} <= set(data)
    assert {"norm_id", "kader_id", "oordeel", "label", "niveau", "zekerheid", "reden"} <= set(bevinding)
    assert {"onderdelen", "tegenbewijs", "hiaten", "advies", "praktijktoets", "beoordeling"} <= set(bevinding)
    keys = "document sha256 pagina sectie plaats citaat uitspraak niveau sterkte score termen"
    assert set(keys.split()) <= set(bevinding["bewijs"][0])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"schema": 2}, ("schema", "hoort 1")),
        ({"peildatum": 5}, ("peildatum", "een tekst")),
        ({"bevindingen": {}}, ("bevindingen", "een lijst")),
        ({"bevindingen": [{}]}, ("bevindingen[0]", "norm_id ontbreekt")),
    ],
)
def test_wrong_file_says_where_and_what(tmp_path: Path, change: dict[str, object], words: tuple[str, ...]) -> None:
    data = json.loads(resultaatbestand.dumps(maak_resultaat())) | change
    (tmp_path / "r.json").write_text(json.dumps(data))
    with pytest.raises(ResultaatOngeldigError) as caught:
        resultaatbestand.read(tmp_path / "r.json")
    for word in (*words, "r.json", "checker toets"):
        assert word in str(caught.value)


def test_wrong_verdict_lists_the_choices(tmp_path: Path) -> None:
    data = json.loads(resultaatbestand.dumps(maak_resultaat()))
    data["bevindingen"][0]["oordeel"] = "prima"
    (tmp_path / "r.json").write_text(json.dumps(data))
    with pytest.raises(ResultaatOngeldigError, match=r"prima.*aangetoond, grotendeels"):
        resultaatbestand.read(tmp_path / "r.json")


def test_position_outside_the_evidence_is_refused(tmp_path: Path) -> None:
    data = json.loads(resultaatbestand.dumps(maak_resultaat()))
    data["bevindingen"][0]["onderdelen"][0]["bewijs"] = [999]
    (tmp_path / "r.json").write_text(json.dumps(data))
    with pytest.raises(ResultaatOngeldigError, match="bewijs 999"):
        resultaatbestand.read(tmp_path / "r.json")


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\x00", b"[" * 100_000, b'{"schema": NaN}'])
def test_unreadable_file_is_a_clear_error(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "r.json").write_bytes(content)
    with pytest.raises(ResultaatOnleesbaarError, match=r"geen geldige JSON.*checker toets"):
        resultaatbestand.read(tmp_path / "r.json")


def test_missing_file_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(ResultaatOnleesbaarError, match="bestaat niet"):
        resultaatbestand.read(tmp_path / "niets.json")


def test_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "r.json"
    resultaatbestand.write(maak_resultaat(), path)
    before = path.read_bytes()

    def broken(_: Resultaat) -> str:
        raise MemoryError

    monkeypatch.setattr(resultaatbestand, "dumps", broken)
    with pytest.raises(MemoryError):
        resultaatbestand.write(maak_resultaat(), path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["r.json"]
