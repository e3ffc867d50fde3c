"""Het kader Vlaams kwaliteitskader bijzondere jeugdzorg, als plugin van de checker."""

from importlib.resources import files
from importlib.resources.abc import Traversable

from checker import hookimpl


@hookimpl
def kader_bestand() -> Traversable:
    """Give the file that describes this kader."""
    return files(__name__).joinpath("kader.yaml")
