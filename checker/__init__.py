"""Toetst de documenten van een zorgpraktijk aan kwaliteitskaders."""

import pluggy

__version__ = "0.1.0"

hookimpl = pluggy.HookimplMarker("checker")
