"""Read the pages inside a zip archive, with caps that a zip bomb cannot pass.

Only `articles` calls this. Members are read one by one into memory, never written to disk, so
their names need no checking for `..`. Sizes are counted on the bytes that come out, never
believed from the header.
"""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from briefing.errors import InputError

MAX_MEMBERS = 20_000
MAX_TOTAL = 1_000_000_000
_UTF8_NAME = 0x800


def is_zip(file: Path) -> bool:
    """True for a zip archive that is no office document."""
    if file.suffix.lower() in (".docx", ".xlsx", ".pptx", ".odt", ".epub", ".ofd"):
        return False
    if file.suffix.lower() == ".zip":
        return True
    with file.open("rb") as stream:
        return stream.read(4) == b"PK\x03\x04" and file.suffix == ""


def members(
    file: Path, *, max_bytes: int, sidecar: str, max_total: int = MAX_TOTAL
) -> Iterator[tuple[str, bytes | str, bytes | None]]:
    """Yield (name, bytes, sidecar bytes or None) of each member, sorted by name.

    Where a member cannot be read, the second value is the reason as text. Raises `InputError`
    when the archive as a whole is broken or has too many members.
    """
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError) as error:
        raise InputError(f"not a readable zip archive: {error}") from error
    with archive:
        infos = {_name(info): info for info in archive.infolist() if not info.is_dir()}
        if len(infos) > MAX_MEMBERS:
            raise InputError(f"more than {MAX_MEMBERS:,} files in one archive")
        total = 0
        for name in sorted(infos):
            if name.endswith(sidecar) or _hidden(name):
                continue
            data = _read(archive, infos[name], min(max_bytes, max_total - total))
            total += len(data) if isinstance(data, bytes) else max_bytes * data.startswith("larger")
            beside = infos.get(name + sidecar)
            told = _read(archive, beside, 100_000) if beside and isinstance(data, bytes) else None
            yield name, data, told if isinstance(told, bytes) else None
            if total >= max_total:
                raise InputError(f"more than {max_total:,} bytes in one archive")


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, max_bytes: int) -> bytes | str:
    if info.flag_bits & 1:
        return "encrypted"
    if Path(info.filename).suffix.lower() == ".zip":
        return "an archive inside an archive is not opened"
    try:
        with archive.open(info) as stream:
            data = stream.read(max_bytes + 1)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
    ) as error:
        return f"damaged: {error}"
    return data if len(data) <= max_bytes else f"larger than {max_bytes:,} bytes"


def _name(info: zipfile.ZipInfo) -> str:
    """Return a member's name; archives made by Chinese Windows write GBK without saying so."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return info.filename


def _hidden(name: str) -> bool:
    return name.startswith("__MACOSX/") or any(part.startswith(".") for part in name.split("/"))
