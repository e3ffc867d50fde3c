"""Registerregels: the rules on rows of registers, each a small function named in regels.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.bewijs.weerlegging import Weerlegging
from checker.registers.datum import Datum, find_datums, plus_maanden
from checker.registers.soort import plain
from checker.resultaat import Signaal
from checker.signalen.getallen import TERMIJN, spoken_days, term_days
from checker.signalen.laden import regels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checker.registers.register import Cel, Register, Rij
    from checker.signalen.beeld import Beeld
    from checker.signalen.beweringen import Bewering
    from checker.signalen.laden import Toetsregel

_WEG = re.compile(r"\buit dienst\b|\bgestopt\b|\bvertrokken\b|\bmet pensioen\b|\bdossier gesloten\b|\bex-medewerker\b|\bbeeindigd\b")
_AFGEROND = re.compile(r"gesloten|afgerond|gereed|klaar|gedaan|voltooid|afgehandeld|vervallen|\bja\b|geeffectueerd|done|100 ?%")
_NIET_GEDAAN = re.compile(r"^(niet (gedaan|gevoerd|uitgevoerd|van toepassing gemaakt|gehouden|geraadpleegd)|overgeslagen|geen (gesprek|overleg|weging)|nee|nog niet)\b")
_KORT_NA_START = 6  # months within which a later VOG is the one of the start, not a renewal
_SOLO = 1
_HOOGSTENS = 40  # rows shown per rule and register


@dataclass(frozen=True, slots=True, kw_only=True)
class Geval:
    """A row that breaks a rule: the cell, the facts for the message and the practice's own promise."""

    rij: Rij
    cel: Cel | None
    feiten: dict[str, str]
    belofte: Bewering | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """What a check is asked: the rule, the register, the peildatum and what the practice promises."""

    regel: Toetsregel
    register: Register
    beeld: Beeld
    beweringen: Sequence[Bewering]

    def own(self, onderwerp: str) -> list[Bewering]:
        """The practice's claims on one subject."""
        return [b for b in self.beweringen if b.onderwerp == onderwerp and isinstance(b.waarde, float)]


def find_registerregels(beeld: Beeld, beweringen: Sequence[Bewering]) -> Iterator[Signaal]:
    """The rows that break a rule, with the cell, and beside it the promise that it breaks."""
    for register in beeld.registers:
        for regel in regels():
            if regel.register == register.soort.naam:
                vraag = Vraag(regel=regel, register=register, beeld=beeld, beweringen=beweringen)
                yield from _signalen(vraag, list(_CONTROLES[regel.controle](vraag)))


def belied_promises(beeld: Beeld, beweringen: Sequence[Bewering]) -> Iterator[Weerlegging]:
    """The promises of the practice that a row of its own register breaks."""
    for signaal in find_registerregels(beeld, beweringen):
        if signaal.document2:
            yield Weerlegging(document=signaal.document2, citaat=signaal.citaat2, register=f"{signaal.document}, {signaal.plaats}")


def _signalen(vraag: Vraag, cases: list[Geval]) -> Iterator[Signaal]:
    for case in cases[:_HOOGSTENS]:
        place = case.rij.passage.vindplaats.plaats
        belofte = case.belofte
        yield Signaal(
            soort=vraag.regel.soort, ernst=vraag.regel.ernst, document=vraag.register.document,
            plaats=f"{place}, cel {case.cel.ref}" if case.cel else place, citaat=case.cel.tekst if case.cel else "",
            melding=_melding(vraag.regel, case) + _rest(cases, case), document2=belofte.regel.document.pad if belofte else "",
            plaats2=belofte.plaats if belofte else "", citaat2=belofte.citaat if belofte else "",
        )


def _rest(cases: list[Geval], case: Geval) -> str:
    """How many more rows there are, said at the last one shown."""
    more = len(cases) - _HOOGSTENS
    return f" Dit geldt nog voor {more} andere rijen." if more > 0 and case is cases[_HOOGSTENS - 1] else ""


def _melding(regel: Toetsregel, case: Geval) -> str:
    what = regel.wat.format_map(case.feiten)
    return f"{what[0].upper()}{what[1:]}. {regel.doe.format_map(case.feiten)}"


def is_active(rij: Rij, beeld: Beeld) -> bool:
    """Whether someone works here on the peildatum, as far as the row says."""
    end = rij.datum("uit_dienst")
    if end is not None:
        return end.einde >= beeld.peildatum
    text = plain(" ".join(rij.tekst(column) for column in ("dienstverband", "opmerking", "functie")))
    if not _WEG.search(text):
        return True
    dates = [datum for datum, _van, _tot in find_datums(rij.tekst("dienstverband"))]
    return bool(dates) and dates[0].begin > beeld.peildatum


def _facts(rij: Rij, datum: Datum | None = None) -> dict[str, str]:
    facts = {column: cel.tekst for column, cel in rij.cellen.items()}
    facts.setdefault("naam", "deze medewerker")
    start = rij.datum("in_dienst")
    return facts | {"datum": datum.nl() if datum else "", "start": start.nl() if start else ""}


def _valid_until(vraag: Vraag) -> Iterator[Geval]:
    column = vraag.regel.extra["kolom"]
    for rij in vraag.register.rijen:
        datum = rij.datum(column)
        if datum and datum.einde < vraag.beeld.peildatum and is_active(rij, vraag.beeld):
            yield Geval(rij=rij, cel=rij.cellen[column], feiten=_facts(rij, datum))


def _too_far(vraag: Vraag) -> Iterator[Geval]:
    column = vraag.regel.extra["kolom"]
    limit = plus_maanden(vraag.beeld.peildatum, vraag.regel.extra["maanden"])
    for rij in vraag.register.rijen:
        datum = rij.datum(column)
        if datum and datum.begin > limit and re.search(vraag.regel.extra["alleen_register"], plain(rij.tekst("register"))):
            yield Geval(rij=rij, cel=rij.cellen[column], feiten=_facts(rij, datum))


def _no_registration(vraag: Vraag) -> Iterator[Geval]:
    if not vraag.register.heeft("nummer"):
        return
    for rij in vraag.register.rijen:
        needs = re.search(vraag.regel.extra["functies"], rij.tekst("functie").lower())
        if needs and is_active(rij, vraag.beeld) and not re.search(r"\d{4,}", re.sub(r"\b20\d\d\b", "", rij.tekst("nummer"))):
            cel = rij.cellen.get("nummer") or rij.cellen.get("functie")
            yield Geval(rij=rij, cel=cel, feiten=_facts(rij))


def _all_registered(vraag: Vraag) -> Iterator[Geval]:
    """The first who breaks "al onze medewerkers zijn geregistreerd", at that promise."""
    promise = next((b for b in vraag.beweringen if b.onderwerp == "allen_geregistreerd"), None)
    if promise is None:
        return
    everyone = isinstance(promise.waarde, float) and promise.waarde > 0
    for rij in vraag.register.rijen:
        if not rij.tekst("naam") or not is_active(rij, vraag.beeld):
            continue
        datum = rij.datum("geldig_tot")
        if datum and datum.einde < vraag.beeld.peildatum:
            yield Geval(rij=rij, cel=rij.cellen["geldig_tot"], feiten=_facts(rij, datum) | {"stand": f"was geldig tot {datum.nl()}"}, belofte=promise)
            return
        if everyone and vraag.register.heeft("nummer") and not re.search(r"\d{4,}", rij.tekst("nummer")) and not datum:
            yield Geval(rij=rij, cel=rij.cellen["naam"], feiten=_facts(rij) | {"stand": "staat er niet"}, belofte=promise)
            return


def _start_vog(rij: Rij, register: Register) -> tuple[str, Datum] | None:
    """The VOG someone started with: its own column, or the only one when it is near the start."""
    for column in ("vog_start", "vog"):
        datum = rij.datum(column)
        if datum is not None and (column == "vog_start" or not register.heeft("vog_start")):
            return column, datum
    return None


def _promise(vraag: Vraag) -> Bewering | None:
    found = [b for b in vraag.beweringen if b.onderwerp == "vog_vooraf"]
    own = [b for b in found if b.regel.soort != "overeenkomst"]
    return next(iter([*own, *found]), None)


def _vog_after_start(vraag: Vraag) -> Iterator[Geval]:
    for rij in vraag.register.rijen:
        start, found = rij.datum("in_dienst"), _start_vog(rij, vraag.register)
        if start is None or found is None:
            continue
        column, datum = found
        near = column == "vog_start" or datum.begin <= plus_maanden(start.einde, _KORT_NA_START)
        if datum.begin > start.einde and near and is_active(rij, vraag.beeld):
            yield Geval(rij=rij, cel=rij.cellen[column], feiten=_facts(rij, datum), belofte=_promise(vraag))


def _vog_too_old(vraag: Vraag) -> Iterator[Geval]:
    for rij in vraag.register.rijen:
        start, found = rij.datum("in_dienst"), _start_vog(rij, vraag.register)
        if start and found:
            column, datum = found
            old = plus_maanden(datum.einde, vraag.regel.extra["maanden"]) < start.begin
            if old and is_active(rij, vraag.beeld):
                yield Geval(rij=rij, cel=rij.cellen[column], feiten=_facts(rij, datum))


def _no_vog(vraag: Vraag) -> Iterator[Geval]:
    columns = [column for column in ("vog_start", "vog", "vog_laatste") if vraag.register.heeft(column)]
    for rij in vraag.register.rijen if columns else []:
        filled = any(column in rij.cellen and not rij.cellen[column].leeg for column in columns)
        if not filled and is_active(rij, vraag.beeld) and rij.tekst("naam"):
            yield Geval(rij=rij, cel=rij.cellen.get("naam"), feiten=_facts(rij), belofte=_promise(vraag))


def _last_vog(rij: Rij) -> tuple[str, Datum] | None:
    dates = [(column, datum) for column in ("vog_laatste", "vog", "vog_start") if (datum := rij.datum(column))]
    return max(dates, key=lambda pair: pair[1].einde) if dates else None


def _vog_solo(vraag: Vraag) -> Iterator[Geval]:
    if vraag.beeld.profiel.medewerkers == _SOLO and len(vraag.register.rijen) == _SOLO:
        yield from _vog_older(vraag, vraag.regel.extra["maanden"], None)


def _vog_own_term(vraag: Vraag) -> Iterator[Geval]:
    promises = [b for b in vraag.own("vog_herhaling") if isinstance(b.waarde, float) and 0 < b.waarde <= 1]
    if promises:
        strictest = max(promises, key=lambda b: b.waarde)
        yield from _vog_older(vraag, round(12 / float(strictest.waarde)), strictest)


def _vog_older(vraag: Vraag, months: int, promise: Bewering | None) -> Iterator[Geval]:
    for rij in vraag.register.rijen:
        last = _last_vog(rij)
        if last and plus_maanden(last[1].einde, months) < vraag.beeld.peildatum and is_active(rij, vraag.beeld):
            cel = rij.cellen[last[0]]
            newest = rij.cellen.get("vog_laatste")
            shown = newest if newest is not None and newest.datum == last[1] else cel
            facts = _facts(rij, last[1]) | {"belofte": promise.citaat if promise else ""}
            yield Geval(rij=rij, cel=shown, feiten=facts, belofte=promise)


def _in_future(vraag: Vraag) -> Iterator[Geval]:
    for rij in vraag.register.rijen:
        for column in vraag.regel.extra["kolommen"]:
            datum = rij.datum(column)
            if datum and datum.begin > vraag.beeld.peildatum:
                yield Geval(rij=rij, cel=rij.cellen[column], feiten=_facts(rij, datum))


def _action_late(vraag: Vraag) -> Iterator[Geval]:
    """Actions open for more than a year one by one; the others are counted at the first."""
    if not vraag.register.heeft("status"):
        return
    late = []
    for rij in vraag.register.rijen:
        datum = rij.datum("streefdatum")
        if datum and datum.einde < vraag.beeld.peildatum and not _AFGEROND.search(plain(rij.tekst("status"))):
            late.append((rij, datum))
    old = [(r, d) for r, d in late if plus_maanden(d.einde, vraag.regel.extra["maanden"]) < vraag.beeld.peildatum]
    recent = [(r, d) for r, d in late if (r, d) not in old]
    for rij, datum in [*old, *recent[:1]]:
        facts = _facts(rij, datum)
        if recent and rij is recent[0][0] and len(recent) > 1:
            facts["datum"] += f" (en zo nog {len(recent) - 1} acties met een datum die voorbij is)"
        yield Geval(rij=rij, cel=rij.cellen["streefdatum"], feiten=facts)


def _complaint_late(vraag: Vraag) -> Iterator[Geval]:
    promises = vraag.own("klachttermijn")
    if not promises:
        return
    promise = max(promises, key=lambda b: b.waarde)
    for rij in vraag.register.rijen:
        received, answered = rij.datum("ontvangen"), rij.datum("afgehandeld")
        if received is None:
            continue
        end = answered.begin if answered else vraag.beeld.peildatum
        days = (end - received.einde).days
        if days > _promised_days(promise) + 1:
            duration = f"na {spoken_days(days)} antwoord" if answered else f"na {spoken_days(days)} nog geen antwoord"
            facts = _facts(rij) | {"ontvangen": received.nl(), "duur": duration, "belofte": promise.citaat}
            yield Geval(rij=rij, cel=rij.cellen["afgehandeld" if answered else "ontvangen"], feiten=facts, belofte=promise)


def _promised_days(promise: Bewering) -> float:
    """The promised term, with the extension that the same sentence allows."""
    text = promise.regel.laag
    terms = [term_days(match) for match in TERMIJN.finditer(text)]
    extra = sum(sorted(terms)[:-1]) if re.search(r"verleng|extra|uitgesteld|uitstel", text) else 0.0
    return float(promise.waarde) + extra


def _step_skipped(vraag: Vraag) -> Iterator[Geval]:
    for rij in vraag.register.rijen:
        for column in vraag.regel.extra["kolommen"]:
            cel = rij.cellen.get(column)
            if cel is not None and _NIET_GEDAAN.match(plain(cel.tekst)):
                facts = _facts(rij) | {"kolom": vraag.register.koppen[column], "waarde": cel.tekst}
                yield Geval(rij=rij, cel=cel, feiten=facts)


_CONTROLES: dict[str, Callable[[Vraag], Iterator[Geval]]] = {
    "geldig_tot": _valid_until, "te_ver_vooruit": _too_far, "registratie_ontbreekt": _no_registration,
    "allen_geregistreerd": _all_registered,
    "vog_na_start": _vog_after_start, "vog_te_oud": _vog_too_old, "vog_ontbreekt": _no_vog, "vog_solo": _vog_solo,
    "vog_eigen_termijn": _vog_own_term, "in_toekomst": _in_future, "actie_te_laat": _action_late,
    "klacht_te_laat": _complaint_late, "stap_overgeslagen": _step_skipped,
}
