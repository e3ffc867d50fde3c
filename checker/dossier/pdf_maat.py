"""What is usual in a PDF: size and distance of its lines, and how its words are written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.dossier.pdf_regels import Pagina

_MARKS = ".,;:!?()\"'"


@dataclass(frozen=True, slots=True)
class Maat:
    """What is usual in the document: body size and line distance."""

    size: float
    leading: float


def measure(pages: list[Pagina]) -> Maat:
    """Take the usual font size and line distance of running text."""
    sizes: Counter[float] = Counter()
    gaps: Counter[float] = Counter()
    for page in pages:
        for line in page.regels:
            sizes[line.size] += len(line.text)
        for above, line in zip(page.regels, page.regels[1:], strict=False):
            step = line.base - above.base
            if above.size == line.size and 0.8 * line.size < step < 2.5 * line.size:
                gaps[round(step * 2) / 2] += 1
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    smallest = min((g for g, n in gaps.items() if n >= 0.15 * gaps.total()), default=1.2 * size)
    return Maat(size, smallest)


def known_words(pages: list[Pagina]) -> frozenset[str]:
    """Return the words of the running text, which tell how a broken word is written."""
    words = (w.text.strip(_MARKS).lower() for page in pages for line in page.regels for w in line.words)
    return frozenset(word for word in words if not word.endswith("-"))
