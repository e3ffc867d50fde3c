"""Yamlwacht: what is refused before YAML is loaded, because loading it would crash or never end.

A dossier may bring its own praktijk.yaml and kaders, and it may be a stranger's.
"""

from __future__ import annotations

_MAX_CHARACTERS = 5_000_000  # the largest kader is below one million
_MAX_DEPTH = 50  # deeper makes the parser in C run out of stack; a kader is seven deep
_MAX_ALIASES = 20  # a few references to references grow to billions of values


def find_danger(text: str) -> str:
    """Why a YAML text may not be loaded, or nothing; a text that is no YAML is left to the parser."""
    import yaml

    if len(text) > _MAX_CHARACTERS:
        return "het is te groot"
    depth = aliases = 0
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            aliases += isinstance(event, yaml.AliasEvent)
            if depth > _MAX_DEPTH:
                return "er staan te veel lijsten in elkaar"
            if aliases > _MAX_ALIASES:
                return "er staan te veel verwijzingen (*) in"
    except yaml.YAMLError:
        return ""
    return ""
