"""Grenzen: what a reading process may take of the machine, where the system can bound it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.dossier.limieten import Limieten

_CPU_MARGIN = 10  # seconds; the clock of the run itself comes first


def bound(limieten: Limieten) -> None:
    """Bound what this process may take, where the system allows."""
    if sys.platform == "win32":
        return
    import resource

    wanted = ((resource.RLIMIT_AS, limieten.geheugen_bytes), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0))
    for limit, value in wanted:
        _, hard = resource.getrlimit(limit)
        ceiling = value if hard == resource.RLIM_INFINITY else min(value, hard)
        try:
            resource.setrlimit(limit, (ceiling, hard))
        except (OSError, ValueError):
            continue


def bound_cpu(seconds: float) -> None:
    """Let the system end this process when nobody watches the clock any more (the run was killed)."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime + seconds) + _CPU_MARGIN
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))
