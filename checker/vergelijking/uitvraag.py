"""Uitvraag: what every aanbieder is asked, with which weight and on which scale."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from checker.errors import CheckerError
from checker.kaders.catalogus import OnbekendeNormError
from checker.kaders.kenmerken import KENMERKEN
from checker.kaders.laden import read_yaml
from checker.kaders.model import Oordeel
from checker.kaders.schema import OngeldigKaderError, validate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from checker.kaders.catalogus import Catalogus
    from checker.kaders.model import Kader, Norm

NAAM = "uitvraag"
KNOCK_OUT, EIS, GUNNING = "knock-out", "eis", "gunningscriterium"
_SCHAAL = {Oordeel.AANGETOOND: 10.0, Oordeel.GROTENDEELS: 8.0, Oordeel.GEDEELTELIJK: 4.0, Oordeel.NIET_AANGETOOND: 0.0}
# A programme of requirements from Excel keeps its kind as weight: 3 knock-out, 2 demand, 1 criterion.
_SOORT_VAN_ZWAARTE = {3.0: KNOCK_OUT, 2.0: EIS}
_GEVRAAGD = "Gevraagd bewijs: "


class OngeldigeGewichtenError(CheckerError):
    """A file of weights that cannot be used."""

    _TEXT = "Het bestand met gewichten {bestand} klopt niet: {oorzaak}. Schrijf per regel een norm en een getal, zoals: JIJ-3.4: 20"


class OngeldigeSchaalError(CheckerError):
    """Scores that do not fall with the verdict."""

    _TEXT = "De schaal in {bestand} loopt niet af: geef aangetoond de hoogste score, hoger dan 0, en niet_aangetoond de laagste."


class OngeldigeUitvraagError(CheckerError):
    """Demands that do not follow the schema, or contradict themselves."""

    _TEXT = "De uitvraag {bestand} klopt niet{waar}: {melding} Verbeter het bestand en probeer opnieuw."


class UitvraagOntbreektError(CheckerError):
    """A file with demands that is not there."""

    _TEXT = "Het bestand {bestand} bestaat niet. Geef een uitvraag.yaml, of laat --uitvraag weg."


class LegeUitvraagError(CheckerError):
    """No norm that can be scored."""

    _TEXT = "De uitvraag bevat geen normen om op te scoren. Noem kaders of criteria in uitvraag.yaml, of kies er een met --kader."


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterium:
    """One demand: a norm with its kind, weight and minimum.

    ``gewicht_uitvraag`` is the weight before somebody changed it; ``gelijkwaardig`` says that
    equivalent proof counts too, so that a missing certificate is no automatic no.
    """

    id: str
    kader_id: str
    nummer: str
    titel: str
    soort: str
    gewicht: float
    gewicht_uitvraag: float
    minimum: float | None
    bewijs: str
    gelijkwaardig: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitvraag:
    """The demands with their scale, and the profile that holds for every aanbieder alike."""

    titel: str
    criteria: tuple[Criterium, ...]
    schaal: Mapping[str, float] = field(default_factory=lambda: {str(key): value for key, value in _SCHAAL.items()})
    profiel: Mapping[str, Any] = field(default_factory=dict)
    eigen_profiel: bool = False
    verschil: float = 2.0

    @property
    def maximum(self) -> float:
        """The highest score."""
        return self.schaal[Oordeel.AANGETOOND]

    def with_weights(self, gewichten: Mapping[str, float]) -> Uitvraag:
        """The same demands with other weights."""
        return replace(self, criteria=tuple(replace(c, gewicht=gewichten.get(c.id, c.gewicht)) for c in self.criteria))


def read_uitvraag(
    catalogus: Catalogus, path: Path | None, kader_ids: Sequence[str], *, standaard: Sequence[str]
) -> tuple[Uitvraag, tuple[Kader, ...]]:
    """The demands, and the kaders cut down to the norms that are asked.

    Args:
        catalogus: all kaders at hand.
        path: an uitvraag.yaml, or None.
        kader_ids: kaders that the user chose; they replace those of the file.
        standaard: kaders when neither says which.

    Raises:
        CheckerError: the file is broken, or names what does not exist.
    """
    raw = _load(path) if path else {}
    named = _named(raw, path)
    _check_kenmerken(raw, catalogus, path)
    for norm_id in named:
        if norm_id not in catalogus.normen:
            raise OnbekendeNormError(norm_id=norm_id, waar=f" (genoemd in {path})")
    ids = tuple(kader_ids) or tuple(raw.get("kaders") or ()) or (() if named else tuple(standaard))
    whole = {kader.id for kader in catalogus.select(ids)}
    kaders = _cut(catalogus.kaders, whole, named)
    schaal = {str(key): float(value) for key, value in (raw.get("schaal") or _SCHAAL).items()}
    if schaal[Oordeel.AANGETOOND] <= 0 or [schaal[o] for o in _SCHAAL] != sorted((schaal[o] for o in _SCHAAL), reverse=True):
        raise OngeldigeSchaalError(bestand=path)
    _check_minima(named, schaal[Oordeel.AANGETOOND], path)
    criteria = tuple(_criterium(norm, kader, named.get(norm.id, {}), schaal) for kader in kaders for norm in kader.normen)
    if not criteria:
        raise LegeUitvraagError
    return Uitvraag(
        titel=raw.get("titel") or "Vergelijking van aanbieders", criteria=criteria, schaal=schaal,
        profiel={key: raw[key] for key in ("wet", "segmenten", "kenmerken") if raw.get(key)},
        eigen_profiel=bool(raw.get("eigen_profiel")), verschil=float(raw.get("verschil", 2)),
    ), kaders


def read_gewichten(path: Path, uitvraag: Uitvraag) -> dict[str, float]:
    """Weights by norm from a YAML file.

    Raises:
        OngeldigeGewichtenError: no such file, an unknown norm, or no weight from zero on.
    """
    if not path.is_file():
        raise OngeldigeGewichtenError(bestand=path, oorzaak="het bestaat niet")
    raw = read_yaml(path, path.name)
    if not isinstance(raw, dict) or not raw:
        raise OngeldigeGewichtenError(bestand=path, oorzaak="er staan geen normen met een gewicht in")
    known = {criterium.id for criterium in uitvraag.criteria}
    for key, value in raw.items():
        if str(key) not in known:
            raise OngeldigeGewichtenError(bestand=path, oorzaak=f"de norm {key} staat niet in de uitvraag")
        if not is_weight(value):
            raise OngeldigeGewichtenError(bestand=path, oorzaak=f"bij {key} staat geen getal vanaf 0")
    return {str(key): float(value) for key, value in raw.items()}


def is_weight(value: object) -> bool:
    """Whether a value can be a weight: a finite number from zero on."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 1e9


def _load(path: Path) -> dict[str, Any]:
    if not path.is_file():
        raise UitvraagOntbreektError(bestand=path)
    raw: dict[str, Any] = read_yaml(path, path.name) or {}
    try:
        validate(raw, "uitvraag", path, path.name)
    except OngeldigKaderError as error:  # an uitvraag is no kader
        facts = error.facts
        waar = f", regel {facts['regel']}, {facts['pad']}"
        raise OngeldigeUitvraagError(bestand=path.name, waar=waar, melding=facts["melding"]) from error
    return raw


def _check_kenmerken(raw: Mapping[str, Any], catalogus: Catalogus, path: Path | None) -> None:
    """A kenmerk that nothing asks for decides nothing; a kader of the purchaser's own may bring its own."""
    conditions = {part for norm in catalogus.normen.values() for text in (norm.toepassing, *(o.toepassing for o in norm.onderdelen)) for part in text.split("+")}
    vreemd = [str(naam) for naam in raw.get("kenmerken") or () if naam not in KENMERKEN and naam not in conditions]
    if vreemd:
        melding = f"het kenmerk {vreemd[0]} bestaat niet; kies uit {', '.join(KENMERKEN)}."
        raise OngeldigeUitvraagError(bestand=path, waar=", bij kenmerken", melding=melding)


def _named(raw: Mapping[str, Any], path: Path | None) -> dict[str, Mapping[str, Any]]:
    """What is said of each norm by itself; a norm that is named twice has no one weight."""
    named: dict[str, Mapping[str, Any]] = {}
    for item in raw.get("criteria") or ():
        norm_id = str(item["norm"])
        if norm_id in named:
            raise OngeldigeUitvraagError(bestand=path, waar=", bij criteria", melding=f"de norm {norm_id} staat er twee keer. Haal een van de twee weg.")
        named[norm_id] = item
    return named


def _check_minima(named: Mapping[str, Mapping[str, Any]], maximum: float, path: Path | None) -> None:
    """A minimum above the scale would throw out everybody."""
    for norm_id, item in named.items():
        if item.get("minimum", 0) > maximum:
            melding = f"het minimum {item['minimum']:g} van {norm_id} is hoger dan de hoogste score ({maximum:g})."
            raise OngeldigeUitvraagError(bestand=path, waar=", bij criteria", melding=melding)


def _cut(kaders: Iterable[Kader], whole: set[str], named: Mapping[str, Any]) -> tuple[Kader, ...]:
    cut = (
        replace(kader, normen=tuple(n for n in kader.normen if n.scoren and (kader.id in whole or n.id in named)))
        for kader in kaders
    )
    return tuple(kader for kader in cut if kader.normen)


def _criterium(norm: Norm, kader: Kader, item: Mapping[str, Any], schaal: Mapping[str, float]) -> Criterium:
    derived = _SOORT_VAN_ZWAARTE.get(norm.gewicht, GUNNING) if kader.afgeleid else GUNNING
    soort = str(item.get("soort") or derived)
    gewicht = float(item.get("gewicht", 0 if soort == KNOCK_OUT else norm.gewicht))
    minimum = item.get("minimum", schaal[Oordeel.AANGETOOND] if soort == KNOCK_OUT else None)
    bewijs = str(item.get("bewijs") or _asked_proof(norm))
    return Criterium(
        id=norm.id, kader_id=kader.id, nummer=norm.nummer, titel=norm.titel, soort=soort, gewicht=gewicht,
        gewicht_uitvraag=gewicht, minimum=None if minimum is None else float(minimum), bewijs=bewijs,
        gelijkwaardig=bool(item.get("gelijkwaardig", "gelijkwaardig" in _all_text(norm, bewijs))),
    )


def _asked_proof(norm: Norm) -> str:
    """The proof that a programme of requirements asks for, as it stands in its file question."""
    texts = [t.vraag.partition(_GEVRAAGD)[2].strip().rstrip(".") for t in norm.praktijktoets]
    return next((text for text in texts if text), "")


def _all_text(norm: Norm, bewijs: str) -> str:
    return " ".join([norm.titel, norm.toetsvraag, bewijs, *(o.tekst for o in norm.onderdelen)]).lower()
