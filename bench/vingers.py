"""Make the fingerprints of the source texts of the kaders.

Usage: python -m bench.vingers MAP_MET_BRONNEN
The source texts are not part of this repository; the fingerprints cannot be turned back into text.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bench.goud import ROOT
from checker.bewijs.bronvingers import shingles

TARGET = ROOT / "checker" / "bewijs" / "data" / "bronvingers.bin"


def main() -> None:
    """Write the sorted fingerprints of all .txt files of a folder."""
    found: set[bytes] = set()
    for path in sorted(Path(sys.argv[1]).glob("*.txt")):
        found.update(shingles(path.read_text("utf-8")))
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(b"".join(sorted(found)))
    print(f"{len(found)} vingerafdrukken in {TARGET}")


if __name__ == "__main__":
    main()
