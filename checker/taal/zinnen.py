"""Sentences: split a passage into sentences with their offsets."""

from __future__ import annotations

import re

_ABBREVIATIONS = frozenset(
    "m.b.t n.a.v bijv i.v.m o.a d.m.v t.a.v e.d enz etc nr art blz p dhr mevr mw dr drs prof ir ing mr d.d i.o i.s.m "
    "o.b.v t.b.v t.o.v t/m z.s.m a.d.h.v c.q evt incl excl max min ca vgl resp jl a.s geb lid vs bv nv st h.o v.a tel "
    "jan feb mrt apr jun jul aug sep sept okt nov dec i.p.v m.i.v m.u.v n.v.t t.n.v t.z.t w.o zgn".split()
)
_END = re.compile(r"[.!?…]+[\"'’”)\]]*\s+(?=[\"'‘“(\[]*[A-Z0-9À-Ý•\-–])|\n+|(?<=\S);\s+(?=[A-Z])")


def _ends_with_abbreviation(text: str) -> bool:
    last = text.rsplit(None, 1)[-1].rstrip(".").lower().lstrip("(\"'") if text.split() else ""
    return last in _ABBREVIATIONS or (len(last) == 1 and last.isalpha()) or last.isdigit()


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Offsets (from, to) of the sentences of a text; white space at the edges is left out.

    A number or a known abbreviation before a full stop does not end a sentence.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        head = text[start : match.start() + 1]
        if match.group()[0] == "." and len(match.group().strip()) == 1 and _ends_with_abbreviation(head):
            continue
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(text)))
    return [_trim(text, a, b) for a, b in spans if text[a:b].strip()]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
