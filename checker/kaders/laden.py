"""Loading: a kader.yaml read, validated and frozen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.errors import CheckerError
from checker.kaders.model import (
    Bereik,
    Kader,
    Link,
    Niveau,
    Norm,
    Onderdeel,
    Praktijkvraag,
    Schaal,
    Sectorgemiddelde,
    Verklaring,
)
from checker.kaders.schema import check_unique, schema, validate
from checker.kaders.yamlwacht import VERLOREN, explain, find_danger, find_lost, strict_loader
from checker.voorraad import get_json, put_json

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

_CONTROLES = 2


class OngeldigeYamlError(CheckerError):
    """A file that is no YAML at all, or of which a part would be lost without a word."""

    _TEXT = "Het bestand {bestand} is niet te lezen als YAML, regel {regel}: {melding}. Verbeter het bestand en probeer opnieuw."


class DubbelBestandError(CheckerError):
    """A file that may be there once stands there as .yaml and as .yml."""

    _TEXT = "In {map} staan {eerste} en {tweede}. Er mag er maar één zijn: haal de andere weg of geef haar een andere naam."


def find_yaml(folder: Path, naam: str) -> Path | None:
    """The file of this name that a person wrote, as ``naam.yaml`` or ``naam.yml``; None when there is none.

    Raises:
        DubbelBestandError: both are there, and one of them would be passed over without a word.
    """
    found = [path for path in (folder / f"{naam}.yaml", folder / f"{naam}.yml") if path.is_file()]
    if len(found) > 1:
        raise DubbelBestandError(map=folder, eerste=found[0].name, tweede=found[1].name)
    return found[0] if found else None


def read_yaml(source: Path | Traversable, bestand: str) -> Any:
    """Parse a YAML file with a safe loader that loses nothing: no key stands twice.

    Raises:
        OngeldigeYamlError: the file is not YAML or not UTF-8, or a part of it would not count.
    """
    import yaml

    try:
        text = source.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise OngeldigeYamlError(bestand=bestand, regel="?", melding="het is geen UTF-8; sla het op als UTF-8") from error
    danger = find_danger(text)
    if danger:
        raise OngeldigeYamlError(bestand=bestand, regel="?", melding=danger)
    try:
        loaded = yaml.load(text, Loader=strict_loader())  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        line, melding = explain(error, text)
        raise OngeldigeYamlError(bestand=bestand, regel=line, melding=melding) from error
    lost = find_lost(text)
    if lost:
        raise OngeldigeYamlError(bestand=bestand, regel=lost, melding=VERLOREN)
    return loaded


def load_kader(source: Path | Traversable, bestand: str) -> tuple[Kader, dict[str, Any]]:
    """Read one kader.yaml; returns the Kader and the raw ``begrippen`` it brings.

    Raises:
        OngeldigeYamlError: not YAML.
        OngeldigKaderError: not according to the schema; names file, line, path and what to do.
    """
    raw = _read_validated(source, bestand)
    return build_kader(raw), raw.get("begrippen", {})


def _read_validated(source: Path | Traversable, bestand: str) -> Any:
    """The parsed and validated file; from the voorraad when it has not changed since."""
    import hashlib

    # What an earlier version let through is read again: _CONTROLES is raised with every check that is added here.
    key = hashlib.sha256(source.read_bytes() + f"{schema('kader')!r} {_CONTROLES}".encode()).hexdigest()
    raw = get_json("kaders", key)
    if raw is None:
        raw = read_yaml(source, bestand)
        validate(raw, "kader", source, bestand)
        check_unique(raw, source, bestand)
        put_json("kaders", key, raw)
    return raw


def build_kader(raw: dict[str, Any]) -> Kader:
    """Freeze a validated mapping into a Kader."""
    bereik = raw["bereik"]
    schaal = raw["schaal"]
    return Kader(
        id=raw["id"], titel=raw["titel"], uitgever=raw["uitgever"], versie=raw["versie"],
        jaar=raw["jaar"], bron=raw["bron"], bron_bestand=raw.get("bron_bestand", ""),
        status=raw["status"], gecontroleerd_op=raw["gecontroleerd_op"],
        verklaringen=tuple(Verklaring(**v) for v in raw.get("verklaringen", ())),
        bereik=Bereik(
            wet=tuple(bereik["wet"]), segmenten=tuple(bereik["segmenten"]), land=bereik["land"],
            brengt_mee=tuple(bereik.get("brengt_mee", ())), toelichting=bereik["toelichting"],
        ),
        schaal=Schaal(
            soort=schaal["soort"], labels=dict(schaal["labels"]), toelichting=schaal.get("toelichting", ""),
        ),
        themas=tuple(raw["themas"]), afgeleid=raw.get("afgeleid", False),
        normen=tuple(_build_norm(norm, raw["id"]) for norm in raw["normen"]),
    )


def _build_norm(raw: dict[str, Any], kader_id: str) -> Norm:
    return Norm(
        id=raw["id"], kader_id=kader_id, nummer=raw["nummer"], thema=raw["thema"], element=raw["element"],
        titel=raw["titel"], toetsvraag=raw["toetsvraag"], bron_van=raw["bron_van"], bron_tot=raw["bron_tot"],
        toepassing=raw.get("toepassing", ""), gewicht=float(raw.get("gewicht", 1)), scoren=raw.get("scoren", True),
        risico=raw["risico"], wet_nu=raw.get("wet_nu", ""),
        links=tuple(
            Link(norm=link["norm"], soort=link["soort"], reden=link.get("reden", "")) for link in raw.get("links", ())
        ),
        praktijktoets=tuple(Praktijkvraag(**vraag) for vraag in raw.get("praktijktoets", ())),
        onderdelen=tuple(_build_onderdeel(onderdeel) for onderdeel in raw["onderdelen"]),
        sectorgemiddelde=Sectorgemiddelde(**raw["sectorgemiddelde"]) if "sectorgemiddelde" in raw else None,
    )


def _build_onderdeel(raw: dict[str, Any]) -> Onderdeel:
    voorbeelden = raw.get("voorbeelden", {})
    return Onderdeel(
        id=raw["id"], tekst=raw["tekst"], vereist=raw.get("vereist", True), niveau=Niveau(raw["niveau"]),
        uit_papier=raw.get("uit_papier", True), toepassing=raw.get("toepassing", ""),
        kern=tuple(raw.get("kern", ())), steun=tuple(raw.get("steun", ())), uitsluit=tuple(raw.get("uitsluit", ())),
        documenten=tuple(raw["documenten"]), niet_genoeg=raw["niet_genoeg"], advies=raw["advies"], vraag=raw["vraag"],
        wel=tuple(voorbeelden.get("wel", ())), niet=tuple(voorbeelden.get("niet", ())),
        zinnen=tuple(raw.get("zinnen", ())), ook_telt=tuple(raw.get("ook_telt", ())),
        groeiniveau=raw.get("groeiniveau"), rol=raw.get("rol", ""),
    )
