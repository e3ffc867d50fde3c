"""A run that is killed or interrupted leaves the earlier reports whole, and the next run is right."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bench.afbreken import RAPPORTEN, VERLOOP, command, kill_runs
from checker.rapporten.werkplek import clear_leftovers, werkplek

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signalen van POSIX")


def test_killed_at_random_moments(klein: Path, tmp_path: Path) -> None:
    """No half file, nothing lost, and the reports after it are the same bytes."""
    left = kill_runs(klein, tmp_path, moments=4)
    assert (left.half, left.verloren, left.fout_erna) == (0, 0, 0)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_interrupted(klein: Path, tmp_path: Path, how: signal.Signals) -> None:
    """The run ends, says that earlier reports are still there, and cleans up."""
    uit = tmp_path / "uit"
    subprocess.run(command(klein, uit), check=True, capture_output=True)
    before = {path.name: path.read_bytes() for path in uit.iterdir()}
    assert before.keys() == {*RAPPORTEN, VERLOOP}
    waiting = tmp_path / "wacht.py"
    waiting.write_text(
        "import sys, time\nfrom checker.rapporten import excel\n"
        "def slow(*_):\n    print('bezig', flush=True)\n    time.sleep(60)\n"
        "excel.write = slow\nimport signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\nfrom checker.cli import main\nmain()\n",
        encoding="utf-8",
    )
    process = subprocess.Popen(
        [sys.executable, str(waiting), *command(klein, uit)[3:], "--geen-cache"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "bezig\n"
    process.send_signal(how)
    _out, err = process.communicate(timeout=30)
    assert process.returncode == 2
    assert "eerdere rapporten zijn er nog" in err
    assert "Traceback" not in err
    assert {path.name: path.read_bytes() for path in uit.iterdir()} == before


def test_leftovers_of_a_killed_run_go_and_those_of_a_running_one_stay(tmp_path: Path) -> None:
    """The number of the process in the name says whether it still runs."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    (tmp_path / f".checker-{ended.pid}-abc").mkdir()
    (tmp_path / f".checker-{os.getppid()}-abc").mkdir()
    clear_leftovers(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [f".checker-{os.getppid()}-abc"]
    with werkplek(tmp_path) as place:
        assert place.stat().st_mode & 0o777 == 0o700
    assert not place.exists()


def test_a_fault_of_the_program_shows_no_traceback_unless_asked(klein: Path, tmp_path: Path) -> None:
    """An unforeseen error is one Dutch sentence without text of a document."""
    broken = tmp_path / "kapot.py"
    broken.write_text(
        "from checker.rapporten import excel\n"
        "def fail(*_):\n    raise ValueError('tekst uit een document')\n"
        "excel.write = fail\nfrom checker.cli import main\nmain()\n",
        encoding="utf-8",
    )
    arguments = command(klein, tmp_path / "uit")[3:]
    done = subprocess.run([sys.executable, str(broken), *arguments], capture_output=True, text=True, check=False)
    assert (done.returncode, "liep vast (ValueError)" in done.stderr) == (2, True)
    assert "tekst uit een document" not in done.stderr
    shown = subprocess.run([sys.executable, str(broken), "--debug", *arguments], capture_output=True, text=True, check=False)
    assert "Traceback" in shown.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="rekentijd is hier te begrenzen")
def test_a_worker_without_its_run_ends(tmp_path: Path) -> None:
    """When nobody watches the clock any more, the system ends a reader that hangs."""
    script = "import os\nfrom checker.dossier import grenzen\ngrenzen._CPU_MARGIN = 1\ngrenzen.bound_cpu(0.0)\nwhile True:\n    pass\n"
    started = time.monotonic()
    done = subprocess.run([sys.executable, "-c", script], check=False, timeout=60)
    assert done.returncode == -signal.SIGXCPU
    assert time.monotonic() - started < 60
