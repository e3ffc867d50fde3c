"""Lemmas: all dictionary forms a word may belong to.

simplemma gives one lemma and leaves many domain forms alone (of 74 that were
tried 55 came out right); the regular participle and finite-verb rules below bring back what it misses.
A word keeps every candidate, so that a term matches when one of them is shared.
"""

from __future__ import annotations

from functools import lru_cache

from checker.taal.woorden import lexicon

_VOWELS = "aeiou"
# Forms that simplemma and the rules get wrong in this field.
_OVERRIDES = {
    "jeugdigen": ("jeugdige",),
    "jeugdigs": ("jeugdige",),
    "eisen": ("eis", "eisen"),
    "mdo's": ("mdo",),
    "vog's": ("vog",),
    "zzp'er": ("zzp",),
    "zzp'ers": ("zzp",),
    "gaat": ("gaan",),
    "kinderen": ("kind",),
    "ouder": (),
    "jongere": (),
    "jongeren": ("jongere",),
    "ouders": ("ouder",),
    "ouderen": ("oudere",),
    "naast": (),
    "naasten": ("naaste",),
    "zie": (),  # "zie bijlage 4" is a pointer, not the verb
    "maatje": (),
    "maatjes": ("maatje",),
    "stapje": (),
    "eerste": (),
    "tweede": (),
    "derde": (),
    "toegeleid": ("toeleiden",),
    "plannen": ("plan", "plannen"),
    "zorgen": ("zorg", "zorgen"),
}


def _infinitives(stem: str) -> tuple[str, ...]:
    """Infinitives a verb stem may have: *evalueer* gives *evalueren*, *leg* gives *leggen*."""
    if len(stem) < 2:
        return ()
    forms = [stem + "en"]
    if stem[-1] not in _VOWELS:
        if len(stem) > 3 and stem[-2] == stem[-3] and stem[-2] in "aeou":
            forms.append(stem[:-2] + stem[-1] + "en")
        if stem[-2] in _VOWELS and stem[-3:-2] not in _VOWELS:
            forms.append(stem + stem[-1] + "en")
    voiced = [f[:-3] + {"f": "v", "s": "z"}[f[-3]] + "en" for f in forms if f[-3] in "fs"]
    return tuple(dict.fromkeys([*forms, *voiced]))


def _stems(word: str) -> list[str]:
    # A bare stem is only taken for a verb in -eren: *doel* and *plan* are nouns.
    stems = [word] if word.endswith("eer") else []
    stems.extend(word[: -len(end)] for end in ("t", "d", "te", "de", "ten", "den") if word.endswith(end))
    if word.endswith(("nd", "nde")):
        stems.append(word.removesuffix("e").removesuffix("end"))
    return stems


def _verb_forms(word: str) -> list[str]:
    words = lexicon()
    bases = [word]
    if word.startswith("ge") and len(word) > 5:
        bases.append(word[2:])
    found: list[str] = []
    for base in bases:
        for stem in _stems(base):
            found.extend(form for form in _infinitives(stem) if form in words)
    return found


def _simplemma(word: str) -> str:
    import simplemma

    return simplemma.lemmatize(word, lang="nl").replace("_", "").lower()


@lru_cache(maxsize=100_000)
def verb_infinitives(word: str) -> tuple[str, ...]:
    """Infinitives a word may be a form of, the likeliest first; also for short imperatives such as *leg*."""
    words = lexicon()
    found = [form for form in (_simplemma(word), word, *_verb_forms(word), *_infinitives(word)) if form.endswith("en") and form in words]
    return tuple(dict.fromkeys(found))


def _noun_forms(word: str) -> list[str]:
    words = lexicon()
    found = []
    if word.endswith("'s"):
        found.append(word[:-2])
    if word.endswith("s") and word[:-1] in words:
        found.append(word[:-1])
    if word.endswith("en"):
        stem = word[:-2]
        forms = [stem, stem + "e"]
        if stem[-1] == stem[-2:-1]:
            forms.append(stem[:-1])
        found.extend(form for form in forms if len(form) > 2 and form in words)
        if len(stem) > 2 and stem[-1] not in _VOWELS and stem[-2] in "aeou":
            long = stem[:-1] + stem[-2] + stem[-1]
            found.extend(form for form in (long,) if form in words)
    if word.endswith("e") and word[:-1] in words:
        found.append(word[:-1])
    return found


def _compound_forms(word: str) -> list[str]:
    """Lemmas of an unlisted compound, through its head: *scholingsplannen* has *scholingsplan*."""
    from checker.taal.samenstelling import is_left_part

    words = lexicon()
    if len(word) < 8 or word in words:
        return []
    for cut in range(3, len(word) - 3):
        left, head = word[:cut], word[cut:]
        if head in words and is_left_part(left):
            return [left + lemma for lemma in lemmas(head)[1:]]
    return []


@lru_cache(maxsize=100_000)
def lemmas(word: str) -> tuple[str, ...]:
    """All lemmas of a folded word, itself first; pseudo words such as ``#datum`` are kept."""
    from checker.taal.woorden import fold

    if word in _OVERRIDES:
        return (word, *_OVERRIDES[word])
    if len(word) < 4 or word[0] == "#" or not word[0].isalpha():
        return (word,)
    candidates = [word, fold(_simplemma(word)), *_verb_forms(word), *_noun_forms(word)]
    candidates.extend(_compound_forms(word))
    return tuple(dict.fromkeys(candidates))
