"""Personen: people who have left, according to the register, and are still named as if they work here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.resultaat import Signaal
from checker.signalen.registerregels import is_active
from checker.taal.woorden import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.registers.register import Register, Rij
    from checker.signalen.beeld import Beeld, Regel

_TERUGBLIK = frozenset(("notulen", "jaarverslag", "auditverslag", "directiebeoordeling", "overeenkomst", "personeelsregister", "scholingsoverzicht"))
_VERLEDEN = re.compile(
    r"\b(voormalige?|destijds|was|waren|werkte|ging|gingen|vertrok|uit dienst|pensioen|afscheid|voorheen|tot (en met )?\d|gemaakt door|geschreven|opgesteld|"
    r"schreef|auteur|vastgesteld|begon|begonnen|in 20\d\d)\b"
)
_WERKT = re.compile(r"\b(komen|komt|is|zijn|werkt|werken|belt|bel|mail|helpt|helpen|bereikbaar|doet|doen|coordineert|begeleidt|ontvangt|bij)\b|:")


def find_personen(beeld: Beeld) -> Iterator[Signaal]:
    """Sentences in current documents that name someone who has left."""
    registers = [r for r in beeld.registers if r.soort.naam == "medewerkers"]
    staff = [(register, rij) for register in registers for rij in register.rijen if rij.tekst("naam")]
    gone = [(register, rij) for register, rij in staff if not is_active(rij, beeld)]
    present = {fold(rij.tekst("naam").split()[0]) for _register, rij in staff if is_active(rij, beeld)}
    for register, rij in gone:
        for regel in beeld.eigen_regels:
            if beeld.soort[regel.document.pad] in _TERUGBLIK or regel.rij or _VERLEDEN.search(regel.laag):
                continue
            place = _named(regel, rij.tekst("naam"), present)
            if place is not None and _WERKT.search(regel.laag):
                yield _signaal(regel, place, register, rij)


def _named(regel: Regel, name: str, present: set[str]) -> tuple[int, int] | None:
    """The full name, or the first name in a row of first names of colleagues."""
    match = re.search(rf"\b{re.escape(name)}\b", regel.tekst)
    if match:
        return match.span()
    first = name.split(maxsplit=1)[0]
    others = {fold(word) for word in re.findall(r"\b[A-ZÀ-Þ][\wà-ÿ]+", regel.tekst)} & present
    match = re.search(rf"\b{re.escape(first)}\b", regel.tekst)
    return match.span() if match and fold(first) not in present and others else None


def _signaal(regel: Regel, place: tuple[int, int], register: Register, rij: Rij) -> Signaal:
    citaat, plaats = regel.citaat(*place)
    cel = rij.cellen.get("uit_dienst") or rij.cellen.get("dienstverband") or rij.cellen["naam"]
    return Signaal(
        soort="tegenstrijdig", ernst="midden", document=regel.document.pad, plaats=plaats, citaat=citaat,
        document2=register.document, plaats2=f"{rij.passage.vindplaats.plaats}, cel {cel.ref}", citaat2=cel.tekst,
        melding=f"{rij.tekst('naam')} wordt hier genoemd, maar werkt volgens het register niet meer bij de praktijk. "
        "Zet de naam van de opvolger erin.",
    )
