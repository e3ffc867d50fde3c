"""Reading in worker processes that may hang, crash or run out of memory.

A worker is a fresh interpreter that stays for many files and speaks JSON over its pipes: what a
hostile file makes of a worker can only send back text, and no start method of the system matters.
"""

from __future__ import annotations

import dataclasses
import json
import os
import queue
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from checker.dossier.bron import Bron
from checker.dossier.codec import decode, encode
from checker.dossier.fouten import LeesFout, TeGroot, TeLang, why_closed
from checker.dossier.grenzen import bound, bound_cpu
from checker.dossier.lezen import failed, read_bytes, suffix_kind
from checker.dossier.limieten import Limieten

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checker.dossier.document import Document

_MAX_WORKERS = 4
_STARTUP = 20.0
_MAX_ANSWER = 1 << 30  # bytes; the text limit of a file is far below it
_START = "import sys, json; sys.path[:] = json.loads(sys.argv[1]); from checker.dossier.werker import main; main()"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Opdracht:
    """One file to read."""

    pad: str
    path: Path
    sha256: str
    bytes: int = 0


def default_workers(count: int) -> int:
    """Return how many workers suit this machine and this number of files."""
    return max(1, min(os.cpu_count() or 1, _MAX_WORKERS, count))


def read_here(opdracht: Opdracht, limieten: Limieten) -> list[Document]:
    """Read in this process, without protection; for tests and debugging."""
    return _read_file(opdracht.pad, opdracht.path, limieten, lambda _seconds: None)


def _read_file(pad: str, path: Path, limieten: Limieten, more_time: Callable[[float], None]) -> list[Document]:
    """Read a file; one that vanishes, closes or grows after it was listed says so."""
    soort = suffix_kind(path.suffix.lower().lstrip("."))
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            data = file.read() if size <= limieten.pdf_bytes else b""
    except OSError as error:
        return [failed(pad, "", why_closed(error), soort)]
    if size > limieten.pdf_bytes:
        grown = TeGroot(wat="het bestand", maat=f"{size >> 20} MB", grens=f"{limieten.pdf_bytes >> 20} MB")
        return [failed(pad, "", grown, soort)]
    return read_bytes(pad, Bron(data=data, naam=path.name, limieten=limieten, more_time=more_time))


def read_all(
    opdrachten: Sequence[Opdracht],
    limieten: Limieten,
    workers: int,
    done: Callable[[Opdracht, list[Document]], None],
) -> None:
    """Read files with a number of workers; ``done`` is called once per file, from one thread.

    The order of the calls is not fixed, their content is.
    """
    waiting: queue.SimpleQueue[Opdracht] = queue.SimpleQueue()
    results: queue.SimpleQueue[tuple[Opdracht, list[Document]]] = queue.SimpleQueue()
    for opdracht in opdrachten:
        waiting.put(opdracht)
    werkers = [Werker(limieten) for _ in range(min(workers, len(opdrachten)))]
    threads = [threading.Thread(target=_serve, args=(w, waiting, results), daemon=True) for w in werkers]
    for thread in threads:
        thread.start()
    try:
        for _ in opdrachten:
            done(*results.get())
    finally:  # also when the user interrupts: a hanging file may not outlive the run
        for werker in werkers:
            werker.kill()
        for thread in threads:
            thread.join(timeout=_STARTUP)


def _serve(
    werker: Werker,
    waiting: queue.SimpleQueue[Opdracht],
    results: queue.SimpleQueue[tuple[Opdracht, list[Document]]],
) -> None:
    """Feed one worker until no work is left."""
    try:
        while True:
            results.put(_next_result(werker, waiting.get_nowait()))
    except queue.Empty:
        werker.stop()


def _next_result(werker: Werker, opdracht: Opdracht) -> tuple[Opdracht, list[Document]]:
    try:
        return opdracht, werker.read(opdracht)
    except Exception as error:  # noqa: BLE001 - one bad file never stops a run
        werker.stop()
        reason = LeesFout(oorzaak=f"het leesproces gaf een fout ({type(error).__name__})")
        return opdracht, [_failed(opdracht, reason)]


def _failed(opdracht: Opdracht, reason: LeesFout) -> Document:
    soort = suffix_kind(opdracht.path.suffix.lower().lstrip("."))
    return failed(opdracht.pad, opdracht.sha256, reason, soort)


class Werker:
    """One worker process; started when needed, killed when a file takes too long."""

    def __init__(self, limieten: Limieten) -> None:
        self._limieten = limieten
        self._process: subprocess.Popen[bytes] | None = None
        self._expired = False

    def read(self, opdracht: Opdracht) -> list[Document]:
        """Read one file; a worker that dies gives a document with the cause."""
        process = self._running()
        order = {"pad": opdracht.pad, "path": os.fspath(opdracht.path)}
        clock = self._start_clock(self._limieten.seconden)
        answer: dict[str, Any] | None = None
        try:
            _send(process.stdin, order)
            while (answer := _receive(process.stdout)) is not None and "seconden" in answer:
                clock.cancel()
                clock = self._start_clock(self._limieten.seconden + float(answer["seconden"]))
        except (BrokenPipeError, ConnectionResetError):
            answer = None
        finally:
            clock.cancel()
            clock.join()  # a clock that just went off may not end the next file
        if answer is None or self._expired:
            return [self._lost(opdracht)]
        return [decode(item) for item in answer["documenten"]]

    def _start_clock(self, seconds: float) -> threading.Timer:
        clock = threading.Timer(seconds, self._expire)
        clock.daemon = True
        clock.start()
        return clock

    def _expire(self) -> None:
        self._expired = True
        self.kill()

    def _lost(self, opdracht: Opdracht) -> Document:
        expired, self._expired = self._expired, False
        self.stop()
        cause = "het duurt te lang" if expired else "het leesproces is gestopt (te veel geheugen of een fout)"
        return _failed(opdracht, TeLang(oorzaak=cause))

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            paths = json.dumps([path for path in sys.path if path])
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter
                [sys.executable, "-P", "-c", _START, paths],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            settings = dataclasses.asdict(self._limieten)
            clock = self._start_clock(_STARTUP)
            try:
                _send(self._process.stdin, settings)
                _receive(self._process.stdout)
            finally:
                clock.cancel()
        return self._process

    def stop(self) -> None:
        """End the worker."""
        process, self._process = self._process, None
        if process is None:
            return
        self._end(process)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue
        process.wait()

    def kill(self) -> None:
        """End the worker at once, from any thread."""
        process = self._process
        if process is not None:
            self._end(process)

    @staticmethod
    def _end(process: subprocess.Popen[bytes]) -> None:
        """Kill the worker with the programs it started."""
        if process.poll() is not None:
            return
        try:
            if os.name == "posix":
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
        except (ProcessLookupError, PermissionError):
            process.kill()


def _send(pipe: Any, message: dict[str, Any]) -> None:
    data = json.dumps(message, ensure_ascii=True).encode()
    pipe.write(len(data).to_bytes(8, "big") + data)
    pipe.flush()


def _receive(pipe: Any) -> dict[str, Any] | None:
    head = pipe.read(8)
    if len(head) < 8:
        return None
    size = int.from_bytes(head, "big")
    if size > _MAX_ANSWER:
        raise ValueError(size)
    data = pipe.read(size)
    message: dict[str, Any] = json.loads(data)
    return message


def main() -> None:
    """Run as a worker: read orders from standard input until it closes."""
    orders, answers = _own_pipes()
    settings = _receive(orders)
    if settings is None:
        return
    limieten = Limieten(**settings)
    bound(limieten)
    _send(answers, {"klaar": True})
    while (order := _receive(orders)) is not None:
        _send(answers, {"documenten": [encode(d) for d in _read_order(order, limieten, answers)]})


def _own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Keep the pipes to ourselves: a library that prints must not garble the answers."""
    orders = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    silence = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(silence, descriptor)
    return orders, answers


def _read_order(order: dict[str, Any], limieten: Limieten, answers: BinaryIO) -> list[Document]:
    total = 0.0

    def more_time(seconds: float) -> None:
        nonlocal total
        total += seconds
        bound_cpu(limieten.seconden + total)
        _send(answers, {"seconden": total})

    bound_cpu(limieten.seconden)
    return _read_file(order["pad"], Path(order["path"]), limieten, more_time)
