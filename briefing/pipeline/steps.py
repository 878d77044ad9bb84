"""How the pipeline tells a watcher how far it is."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """How far a stage is. `total` is None while it is unknown; `note` is short, for people."""

    what: str
    done: int
    total: int | None = None
    note: str = ""


Watch = Callable[[Step], None]
