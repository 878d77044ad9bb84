"""Turn what a user names into raw pages: files, folders, globs, zip archives, standard input.

In:  paths as typed, and publication dates that the user gives.
Out: a `Raw` for each page and a `Skip` for each thing that cannot be read, lazily: one file is in
     memory at a time.

A page may have a sidecar beside it, `PAGE.meta.toml` (so `a.html` has `a.html.meta.toml`), which
tells what the page itself does not; every key may be missing:

    published = 2021-10-27
    url = "http://www.example.gov.cn/art/1.html"
    outlet = "示例日报"
    media = "text/html"

A date given for a path wins over its sidecar. Nothing is decoded and nothing cleaned here.
"""

import glob
import os
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO

from briefing import archives
from briefing.errors import InputError
from briefing.records import Raw, Skip

MAX_BYTES = 20_000_000
SIDECAR = ".meta.toml"
MEDIA = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".shtml": "text/html",
    ".xhtml": "text/html",
    ".php": "text/html",
    ".jsp": "text/html",
    ".asp": "text/html",
    ".aspx": "text/html",
    ".mhtml": "multipart/related",
    ".mht": "multipart/related",
    ".eml": "message/rfc822",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_CONVERT = {".doc", ".wps", ".rtf", ".odt", ".ofd", ".ceb", ".caj"}


def read(
    paths: Iterable[str | Path],
    given: Mapping[str, date] | None = None,
    *,
    max_bytes: int = MAX_BYTES,
    stdin: BinaryIO | None = None,
) -> Iterator[Raw | Skip]:
    """Yield the pages that `paths` name, in their order; folders and globs are sorted.

    A path is a file, a folder (read with its subfolders; names that start with a dot are left
    out), a glob, a `.zip`, or `-` for standard input. A file is read once even if named twice.
    `given` maps a path as typed, a member `ARCHIVE.zip!NAME` or a bare file name, which holds for
    every page of that name, to a publication date. What is empty, larger than `max_bytes`, unreadable or of a kind we cannot read is a `Skip`.
    """
    given = given or {}
    dates = {_given_key(name): day for name, day in given.items()}
    seen: set[str] = set()
    for path in paths:
        if str(path) == "-":
            yield _page("-", (stdin or sys.stdin.buffer).read(max_bytes + 1), max_bytes, dates)
            seen.add("-")
            continue
        for file in _files(Path(path), str(path)):
            if isinstance(file, Skip):
                yield file
            elif (key := _key(str(file))) not in seen:
                seen.add(key)
                for item in _read_file(file, max_bytes, dates):
                    seen.update((_key(item.source), _bare(item.source)))
                    yield item
    for name in given:
        if _given_key(name) not in seen:
            reason = "a date is given for it, but it is not among the pages"
            yield Skip(source=name, stage="date", reason=reason)


def sidecar(file: Path) -> dict[str, Any]:
    """Return what stands in the sidecar of a page, {} where there is none.

    Raises `InputError` naming the sidecar when it is no TOML or holds a wrong kind of value.
    """
    beside = file.with_name(file.name + SIDECAR)
    return _told(beside.read_bytes(), str(beside)) if beside.is_file() else {}


def _told(data: bytes, name: str) -> dict[str, Any]:
    try:
        told = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(
            f"{name} is not TOML: {error}", hint='write lines like: url = "…"'
        ) from error
    published = told.get("published")
    if isinstance(published, datetime):
        told["published"] = published.date()
    elif isinstance(published, str):
        try:
            told["published"] = date.fromisoformat(published[:10])
        except ValueError as error:
            problem = f"{name}: published is not a date: {published!r}"
            raise InputError(problem, hint="write it like 2021-10-27") from error
    for key in ("url", "outlet", "media"):
        if not isinstance(told.get(key, ""), str):
            raise InputError(f"{name}: {key} must be a text in quotes")
    return told


def _files(path: Path, typed: str) -> Iterator[Path | Skip]:
    """Yield the files that one path names."""
    if path.is_dir():
        yield from _walk(path)
    elif path.exists():
        yield path
    elif glob.has_magic(typed):
        found = sorted(glob.glob(typed, recursive=True))  # noqa: PTH207, absolute patterns too
        if not found:
            yield Skip(source=typed, stage="read", reason="no file matches this pattern")
        for name in found:
            yield from _walk(Path(name)) if Path(name).is_dir() else [Path(name)]
    else:
        yield Skip(source=typed, stage="read", reason="no such file or folder")


def _walk(folder: Path) -> Iterator[Path | Skip]:
    """Yield the files of a folder and its subfolders, sorted; links to folders are not followed.

    `X_files` beside `X.html` is what a browser saved with a page: parts of it, no pages.
    """
    blocked: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=blocked.append):
        pages = {
            Path(name).stem for name in names if MEDIA.get(Path(name).suffix.lower()) == "text/html"
        }
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and not (name.endswith("_files") and name[:-6] in pages)
        )
        others: Counter[str] = Counter()
        for name in sorted(names):
            if name.startswith((".", "~$")) or name.endswith(SIDECAR):
                continue
            file = Path(parent, name)
            kind = file.suffix.lower()
            if kind in MEDIA or kind in ("", ".zip"):
                yield file
            elif kind in _CONVERT:
                yield Skip(source=str(file), stage="read", reason=_unknown(kind))
            else:
                others[kind] += 1
        if others:
            listed = ", ".join(f"{count} {kind}" for kind, count in sorted(others.items()))
            yield Skip(source=parent, stage="read", reason=f"files that are no pages: {listed}")
    for error in blocked:
        yield Skip(source=str(error.filename), stage="read", reason=str(error.strerror))


def _unknown(kind: str) -> str:
    if kind in _CONVERT:
        return f"{kind} files cannot be read: save it as .docx or .pdf"
    return f"not a page: {kind} files are not read"


def _read_file(file: Path, max_bytes: int, dates: Mapping[str, date]) -> Iterator[Raw | Skip]:
    """Yield the page in one file, or the pages in one archive."""
    source = str(file)
    try:
        if not file.is_file():
            yield Skip(source=source, stage="read", reason="neither a file nor a folder")
        elif archives.is_zip(file):
            for name, data, told in archives.members(file, max_bytes=max_bytes, sidecar=SIDECAR):
                inner = f"{source}!{name}"
                if isinstance(data, str):
                    yield Skip(source=inner, stage="read", reason=data)
                else:
                    yield _page(
                        inner, data, max_bytes, dates, _told(told, inner + SIDECAR) if told else {}
                    )
        elif file.suffix.lower() in _CONVERT:
            yield Skip(source=source, stage="read", reason=_unknown(file.suffix.lower()))
        elif file.stat().st_size > max_bytes:
            yield _too_large(source, max_bytes)
        else:
            with file.open("rb") as stream:
                data = stream.read(max_bytes + 1)
            yield _page(source, data, max_bytes, dates, sidecar(file))
    except OSError as error:
        yield Skip(source=source, stage="read", reason=error.strerror or type(error).__name__)
    except InputError as error:
        yield Skip(source=source, stage="read", reason=error.problem)


def _page(
    source: str,
    data: bytes,
    max_bytes: int,
    dates: Mapping[str, date],
    told: Mapping[str, Any] | None = None,
) -> Raw | Skip:
    told = told or {}
    if not data:
        return Skip(source=source, stage="read", reason="empty")
    if len(data) > max_bytes:
        return _too_large(source, max_bytes)
    return Raw(
        source=source,
        data=data,
        media=told.get("media") or MEDIA.get(Path(source).suffix.lower(), ""),
        url=told.get("url"),
        given=dates.get(_key(source)) or dates.get(_bare(source)) or told.get("published"),
        outlet=told.get("outlet"),
    )


def _too_large(source: str, max_bytes: int) -> Skip:
    return Skip(source=source, stage="read", reason=f"larger than {max_bytes:,} bytes")


def _given_key(name: str) -> str:
    """Return the key of a page that a date is given for: a bare name stands for itself."""
    return name if name == _bare(name) and not Path(name).exists() else _key(name)


def _bare(source: str) -> str:
    """Return the file name of a page, without its folder or archive."""
    return Path(source.rpartition(".zip!")[2]).name


def _key(name: str) -> str:
    """Return one spelling for all ways to write a path."""
    outer, mark, inner = name.partition(".zip!")
    return name if name == "-" else os.path.realpath(outer + mark.rstrip("!")) + mark[-1:] + inner
