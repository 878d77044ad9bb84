"""What `briefing doctor` looks at: each check says what it saw and how to mend it."""

import asyncio
import importlib.util
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing import render, resources
from briefing.config import Config
from briefing.endpoint import doctor, public
from briefing.endpoint.connection import DEFAULT_ADDRESS
from briefing.errors import BriefingError
from briefing.pipeline import connecting, engine
from briefing.store import Store


@dataclass(frozen=True)
class Check:
    """One look. `good` is None for what is neither right nor wrong but worth knowing."""

    name: str
    good: bool | None
    saw: str
    fix: str = ""


def check(config: Config) -> Iterator[Check]:
    """Yield what was seen of interpreter, settings, store, folders, fonts and endpoint."""
    yield Check("python", sys.version_info >= (3, 11), sys.version.split()[0], "use 3.11 or newer")
    yield Check("settings", True, str(config.file or "defaults (no briefing.toml found)"))
    yield _guarded("database", lambda: _database(config.settings.database))
    yield _folder("out", config.settings.out)
    yield _inbox(config.settings.inbox)
    yield _guarded("fonts", _fonts)
    yield _guarded("pdf", _pdf)
    yield from _endpoint(config)


def _guarded(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name, True, look())
    except BriefingError as error:
        return Check(name, False, error.problem, error.hint)
    except Exception as error:  # noqa: BLE001 - a doctor reports whatever it meets
        return Check(name, False, f"{type(error).__name__}: {error}", "reinstall briefing")


def _database(path: Path) -> str:
    existed = path.exists()
    with Store(path) as store:
        names = store.briefings()
    if not existed:
        for left in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
            left.unlink(missing_ok=True)
        return f"{path} can be made"
    return f"{path}: {len(names)} briefings"


def _folder(name: str, path: Path) -> Check:
    place = next((p for p in (path, *path.absolute().parents) if p.exists()), Path("/"))
    good = place.is_dir() and os.access(place, os.W_OK)
    return Check(name, good, str(path), f"make {place} writable, or choose another by --out")


def _inbox(path: Path) -> Check:
    if path.is_dir():
        return Check("inbox", True, f"{path}: {sum(1 for _ in path.iterdir())} entries")
    return Check(
        "inbox", None, f"{path} does not exist", "name pages on the command line, or make it"
    )


def _fonts() -> str:
    fonts = sorted(path.name for path in resources.data("fonts").glob("*.[to]tf"))
    if not fonts:
        raise FileNotFoundError("no font lies in the package")
    return ", ".join(fonts)


def _pdf() -> str:
    if importlib.util.find_spec("typst") is None:
        raise ModuleNotFoundError("the package typst is missing")
    return f"typst is here; formats: {', '.join(render.FORMATS)}"


def _endpoint(config: Config) -> Iterator[Check]:
    try:
        wanted = engine.uses_model(config)
    except BriefingError as error:
        yield Check("endpoint", False, error.problem, error.hint)
        return
    if not wanted:
        saw = "none: facts are taken by the built-in rules"
        yield Check("endpoint", None, saw, "export OPENAI_BASE_URL, OPENAI_MODEL, OPENAI_API_KEY")
        return
    with Store(config.settings.database) as store:
        yield from _asked(config, store)
        if config.settings.backup.base_url and config.settings.backup.model:
            yield from _asked(config, store, backup=True)


def _asked(config: Config, store: Store, *, backup: bool = False) -> Iterator[Check]:
    """Yield what one endpoint does when it is asked. What was learned of it before is forgotten."""
    endpoint = config.settings.backup if backup else config.settings.endpoint
    key = config.backup_key if backup else config.key
    name = "backup" if backup else "endpoint"
    yield Check(
        name, True, f"{public(endpoint.base_url or DEFAULT_ADDRESS)}, model {endpoint.model}"
    )
    yield Check("key", True if key else None, "set" if key else "not set (local servers need none)")

    async def examined() -> list[doctor.Seen]:
        async with connecting.client(config, store, backup=backup, anew=True) as client:
            return await doctor.examine(client)

    for look in asyncio.run(examined()):
        yield Check(look.what, look.ok, look.detail, look.hint)
