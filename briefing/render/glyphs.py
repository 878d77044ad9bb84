"""Which characters the fonts have, read from their character maps (the `cmap` table).

In:  font files (TTF, OTF, TTC). Out: sets of code points. The map's formats 4 and 12 are
read, which every font of the last twenty years has; a damaged font gives an empty set, as
typst cannot use it either.
"""

import struct
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")


def files(folder: Path) -> tuple[Path, ...]:
    """Return the font files of a folder and its subfolders, in order of their paths."""
    return tuple(sorted(p for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES))


def coverage(folders: Iterable[Path]) -> frozenset[int]:
    """Return the code points that any font in these folders has."""
    found: set[int] = set()
    for folder in folders:
        for path in files(folder):
            found |= _of_file(path, path.stat().st_mtime_ns)
    return frozenset(found)


@lru_cache(maxsize=64)
def _of_file(path: Path, _mtime_ns: int) -> frozenset[int]:
    try:
        with path.open("rb") as file:
            head = file.read(12)
            if head[:4] != b"ttcf":
                starts: tuple[int, ...] = (0,)
            else:
                count = min(struct.unpack(">L", head[8:12])[0], 64)
                starts = struct.unpack(f">{count}L", file.read(4 * count))
            found: set[int] = set()
            for start in starts:
                file.seek(start)
                tables = struct.unpack(">4sH6x", file.read(12))[1]
                for _ in range(tables):
                    tag, _sum, at, length = struct.unpack(">4s3L", file.read(16))
                    if tag == b"cmap":
                        file.seek(at)
                        found |= _of_cmap(file.read(length))
                        break
            return frozenset(found)
    except (OSError, struct.error):
        return frozenset()


def _of_cmap(data: bytes) -> set[int]:
    found: set[int] = set()
    for i in range(struct.unpack_from(">H", data, 2)[0]):
        platform, _encoding, at = struct.unpack_from(">HHL", data, 4 + 8 * i)
        kind = struct.unpack_from(">H", data, at)[0]
        if kind == 12:
            found |= _format_12(data, at)
        elif kind == 4 and platform in (0, 3):
            found |= _format_4(data, at)
    return found


def _format_12(data: bytes, at: int) -> set[int]:
    found: set[int] = set()
    for i in range(struct.unpack_from(">L", data, at + 12)[0]):
        first, last, glyph = struct.unpack_from(">3L", data, at + 16 + 12 * i)
        if last <= 0x10FFFF:
            found.update(range(first + (glyph == 0), last + 1))
    return found


def _format_4(data: bytes, at: int) -> set[int]:
    """Read segments of the basic plane; a segment may map single characters to no glyph."""
    count = struct.unpack_from(">H", data, at + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", data, at + 14)
    rest = at + 16 + 2 * count
    starts = struct.unpack_from(f">{count}H", data, rest)
    deltas = struct.unpack_from(f">{count}H", data, rest + 2 * count)
    offsets = struct.unpack_from(f">{count}H", data, rest + 4 * count)
    found: set[int] = set()
    for i, (start, end, delta, offset) in enumerate(
        zip(starts, ends, deltas, offsets, strict=True)
    ):
        if offset == 0:
            found.update(c for c in range(start, end + 1) if (c + delta) & 0xFFFF)
            continue
        base = rest + 4 * count + 2 * i + offset
        found.update(
            c
            for c in range(start, end + 1)
            if base + 2 * (c - start) + 2 <= len(data)
            and struct.unpack_from(">H", data, base + 2 * (c - start))[0]
        )
    return found - {0xFFFF}
