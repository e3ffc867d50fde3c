"""Errors a user can meet: each text says what, where and what to do, in Dutch."""

from __future__ import annotations


class CheckerError(Exception):
    """Base of every error that ends a command with exit status 2.

    Subclasses set ``_TEXT``; the constructor takes the facts that fill it.
    """

    _TEXT = "{melding}"

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self._TEXT.format(**facts))
