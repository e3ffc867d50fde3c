"""Werkers: all cores at work on aanbieders, each process on one at a time.

A worker is a fresh process: one that dies, runs out of memory or hangs costs only the aanbieder it
was at. Nothing but names and sentences comes back; the results stand on disk.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING

from checker.errors import CheckerError
from checker.vergelijking.aanbieders import Aanbieder
from checker.vergelijking.toetsen import Toetser, Vraag

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.context import SpawnProcess

_MAX_SECONDEN = 3600.0
_TIK = 5.0
_PER_PROCES = 40  # what a process remembers of words and dates may not grow with the run


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """How one aanbieder went: ``nieuw`` when it was judged now; ``fout`` is a Dutch sentence or empty."""

    aanbieder: str
    nieuw: bool = False
    fout: str = ""


class _Werker:
    """One process with the aanbieder it is at."""

    def __init__(self, vraag: Vraag) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process: SpawnProcess = context.Process(target=_serve, args=(theirs, vraag), daemon=True)
        self.process.start()
        theirs.close()
        self.aanbieder: Aanbieder | None = None
        self._since = 0.0
        self.given = 0

    def give(self, aanbieder: Aanbieder) -> None:
        """Set it to work."""
        self.aanbieder, self._since = aanbieder, time.monotonic()
        self.given += 1
        try:
            self.pipe.send(aanbieder)
        except OSError:
            self.process.kill()  # it died at the start; its sentinel says so

    @property
    def late(self) -> bool:
        """Whether it hangs."""
        return self.aanbieder is not None and time.monotonic() - self._since > _MAX_SECONDEN

    def end(self) -> None:
        """End the process at once."""
        self.pipe.close()
        if self.process.is_alive():
            self.process.terminate()
            self.process.join(timeout=2)
            self.process.kill()
        self.process.join()


def run_all(
    aanbieders: Sequence[Aanbieder], vraag: Vraag, *, processen: int | None = None, progress: Callable[[str], None] | None = None
) -> dict[str, Uitkomst]:
    """Judge every aanbieder; ``progress`` hears the name of each that is done."""
    count = max(1, min(processen or os.cpu_count() or 1, len(aanbieders)))
    werkers = [_Werker(vraag) for _ in range(count)]
    waiting = deque(aanbieders)
    done: dict[str, Uitkomst] = {}
    try:
        for werker in werkers:
            werker.give(waiting.popleft())
        while any(werker.aanbieder for werker in werkers):
            for place, outcome in _next_outcomes(werkers):
                done[outcome.aanbieder] = outcome
                if progress:
                    progress(outcome.aanbieder)
                if waiting:
                    werkers[place] = _alive(werkers[place], vraag)
                    werkers[place].give(waiting.popleft())
    finally:
        for werker in werkers:
            werker.end()
    return done


def _next_outcomes(werkers: Sequence[_Werker]) -> list[tuple[int, Uitkomst]]:
    """Wait for workers that are done or dead."""
    busy = [(place, werker) for place, werker in enumerate(werkers) if werker.aanbieder]
    ready = wait([thing for _, werker in busy for thing in (werker.pipe, werker.process.sentinel)], timeout=_TIK)
    found = []
    for place, werker in busy:
        if werker.late:
            werker.process.kill()
            found.append((place, _lost(werker, "het toetsen duurde meer dan een uur")))
        elif werker.pipe in ready or werker.process.sentinel in ready:
            found.append((place, _receive(werker)))
    return found


def _receive(werker: _Werker) -> Uitkomst:
    try:
        outcome: Uitkomst = werker.pipe.recv()
    except (EOFError, OSError):
        return _lost(werker, "het proces stopte onverwacht (te weinig geheugen of een fout)")
    werker.aanbieder = None
    return outcome


def _lost(werker: _Werker, oorzaak: str) -> Uitkomst:
    assert werker.aanbieder is not None  # noqa: S101 - only busy workers are asked
    outcome = Uitkomst(aanbieder=werker.aanbieder.id, fout=_sentence(oorzaak))
    werker.aanbieder = None
    werker.process.kill()
    werker.process.join()
    return outcome


def _alive(werker: _Werker, vraag: Vraag) -> _Werker:
    if werker.process.is_alive() and werker.given < _PER_PROCES:
        return werker
    werker.end()
    return _Werker(vraag)


def _serve(pipe: Connection, vraag: Vraag) -> None:
    """Run in the worker: judge what comes in until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process ends us
    threading.Thread(target=_follow_parent, daemon=True).start()
    toetser: Toetser | None = None
    while True:
        try:
            aanbieder = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            toetser = toetser or Toetser(vraag)
            outcome = Uitkomst(aanbieder=aanbieder.id, nieuw=toetser.run(aanbieder))
        except CheckerError as error:
            outcome = Uitkomst(aanbieder=aanbieder.id, fout=str(error))
        except Exception as error:  # noqa: BLE001 - one broken aanbieder never stops the rest
            outcome = Uitkomst(aanbieder=aanbieder.id, fout=_sentence(f"het programma liep vast ({type(error).__name__})"))
        try:
            pipe.send(outcome)
        except OSError:
            return


def _follow_parent() -> None:
    """End with the main process, also when it was killed: the next run works in the same folders."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _sentence(oorzaak: str) -> str:
    return f"Deze aanbieder is niet getoetst: {oorzaak}. Draai dezelfde opdracht nog eens; wat al klaar is blijft staan."
