"""Mutaties: broken versions of good files, the same for the same seed."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable

_LASTIG = (
    b"\x00", b"\xff" * 8, b"<", b"&a;", b'"', b"]]>", b"-1", b"99999999999", b"0x7fffffff", b"<a>" * 300, b"%s%n", b"\xf0\x9f\x98", b"endobj", b"stream\n",
    b"=1+1", b"\r\n\r\n", b"\x1b[2J", "\u202e".encode(), b"{{", b"A1:XFD1048576", b"/Kids [1 0 R]", b"Content-Type: multipart/mixed; boundary=a\n\n--a",
)  # fmt: skip
_MAX = 2_000_000


def mutate(data: bytes, rng: random.Random) -> bytes:
    """One broken version: of the bytes themselves, or of one part of a package."""
    if data[:2] == b"PK" and rng.random() < 0.7:
        return _mutate_part(data, rng)
    for _ in range(rng.choice((1, 1, 2, 4, 16))):
        data = rng.choice(_WAYS)(data, rng)[:_MAX]
    return data


def _mutate_part(data: bytes, rng: random.Random) -> bytes:
    """Break one part and pack it again, so that the fault lies behind the checksums."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        names = old.namelist()
        chosen = rng.choice([name for name in names if name.endswith((".xml", ".rels"))] or names)
        for name in names:
            part = old.read(name)
            for _ in range(rng.choice((1, 1, 3, 10)) if name == chosen else 0):
                part = rng.choice(_WAYS)(part, rng)[:_MAX]
            if name != chosen or rng.random() > 0.05:
                new.writestr(name, part)
    return out.getvalue()


def _spot(data: bytes, rng: random.Random) -> tuple[int, int]:
    start = rng.randrange(len(data) + 1)
    return start, min(len(data), start + int(rng.expovariate(1 / 40)) + 1)


def _flip(data: bytes, rng: random.Random) -> bytes:
    if not data:
        return data
    changed = bytearray(data)
    changed[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _cut(data: bytes, rng: random.Random) -> bytes:
    start, end = _spot(data, rng)
    return data[:start] + data[end:]


def _end(data: bytes, rng: random.Random) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def _repeat(data: bytes, rng: random.Random) -> bytes:
    start, end = _spot(data, rng)
    return data[:end] + data[start:end] * rng.choice((1, 2, 50, 2000)) + data[end:]


def _insert(data: bytes, rng: random.Random) -> bytes:
    start, end = _spot(data, rng)
    return data[:start] + rng.choice(_LASTIG) + data[rng.choice((start, end)) :]


def _number(data: bytes, rng: random.Random) -> bytes:
    """Make one number in the text very large, negative or nothing."""
    start = rng.randrange(len(data) + 1)
    place = next((i for i in range(start, min(start + 400, len(data))) if data[i : i + 1].isdigit()), None)
    return data if place is None else data[:place] + rng.choice((b"999999999", b"-7", b"", b"4294967296")) + data[place + 1 :]


_WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (_flip, _flip, _cut, _end, _repeat, _insert, _insert, _number, _number)
