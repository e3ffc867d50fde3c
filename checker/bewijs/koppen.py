"""Koppen: what a heading, a column header or the lead of a list says of everything below it."""

from __future__ import annotations

import re
from functools import lru_cache

from checker.bewijs.geldigheid import expired
from checker.bewijs.uitspraak import Uitspraak, classify, find_cue, first_told, fold_keep_length

# "Opdrachtgever: degene die ..." in a list of terms.
_ENTRY = re.compile(r"[^:.;]{2,50}: ")
# How a sentence ends, and a title in a table of contents does not.
_ENDS = (".", "!", "?", ";", ":")
# Strongest first. Under these headings nothing counts, whoever speaks.
_HARD = {
    "kop_ontkend": "ontkend", "kop_eis": "definitie", "kop_ander": "andere_organisatie", "kop_oud": "historisch",
    "kop_sjabloon": "sjabloon", "kop_voornemen": "voornemen",
}
# What is certain of a lead and not of a heading.
_LEADS = {"aanloop_voornemen": "voornemen", "aanloop_ander": "andere_organisatie", "aanloop_sjabloon": "sjabloon"}
# A lead of these kinds says it of its items; a question is answered by them, and a reference may stand above what it points at.
_OF_ITEMS = frozenset(("ontkend", "in_ontwikkeling", "voornemen", "definitie", "andere_organisatie", "historisch", "sjabloon"))


@lru_cache(maxsize=5_000)
def judge_kop(kop: str) -> Uitspraak | None:
    """What stands below a heading or in a column, when its words alone say that it does not count."""
    found = first_told(_HARD, _words(kop))
    return Uitspraak(found.soort, f"kop: {found.cue}") if found else None


@lru_cache(maxsize=5_000)
def soften_kop(kop: str) -> Uitspraak | None:
    """What stands below a heading of plans or cases: it counts at most as indirect."""
    cue = find_cue("kop_plan", fold_keep_length(kop))
    return Uitspraak("bevestigd", f"kop: {cue}", zwak=True) if cue else None


def kolomnaam(kop: str) -> str:
    """A column header as it is compared with others: folded, without the colon behind it."""
    return fold_keep_length(kop).strip(" :")


def judge_under(kop: str, sentence: str) -> Uitspraak | None:
    """What a heading makes of a sentence that could count below another: by who speaks in it, or by how it is put."""
    words, text = _words(kop), fold_keep_length(sentence)
    own = bool(find_cue("eigen_stem", text)) and not _ENTRY.match(text)
    found = {
        "definitie": find_cue("kop_definitie", words) if not own else "",
        "andere_organisatie": find_cue("kop_brief", words) if find_cue("wij_zegt", text) and not find_cue("u_hoort", text) else "",
        "vraag": find_cue("kop_vraag", words) if not own or find_cue("opent_als_vraag", text) else "",
        "verwijzing": find_cue("kop_inhoud", words) if not text.rstrip().endswith(_ENDS) else "",
        "voornemen": find_cue("kop_acties", words) if find_cue("alleen_te_doen", text) else "",
        "historisch": find_cue("kop_verleden", words) if find_cue("verleden_tijd", text) and not find_cue("tegenwoordige_tijd", text) else "",
    }
    return next((Uitspraak(soort, f"kop: {cue}") for soort, cue in found.items() if cue), None)


@lru_cache(maxsize=5_000)
def judge_lead(inleiding: str, peildatum: str = "") -> Uitspraak | None:
    """What the leads of a list, one a line, say of its items, as in "Nog niet geregeld:"; None when these speak for themselves."""
    judged = (_of_lead(lead, peildatum) for lead in inleiding.split("\n") if lead)
    return next((Uitspraak(found.soort, f"aanloop: {found.cue}") for found in judged if found.soort in _OF_ITEMS), None)


def _of_lead(lead: str, peildatum: str) -> Uitspraak:
    past, words = expired(lead, peildatum), _words(lead)
    return first_told(_LEADS, words) or (Uitspraak("historisch", past) if past else first_told(_HARD, words)) or classify(lead)


def _words(kop: str) -> str:
    return fold_keep_length(kop).rstrip(": ")
