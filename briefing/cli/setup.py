"""What commands share: the settings of the folder the user stands in.

Only the command line knows the current folder, the environment and today's date; below it
all three are parameters.
"""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.config import Config, load
from briefing.errors import ConfigError

if TYPE_CHECKING:
    from rich.progress import TaskID

    from briefing.pipeline import Given, Step


def here(flags: Mapping[str, Any] | None = None) -> Config:
    """Return the settings in force in the current folder."""
    return load(Path.cwd(), os.environ, flags or {})


def now() -> datetime:
    """Return the time of the clock, in UTC."""
    return datetime.now(UTC)


def given_dates(options: list[str]) -> "Given":
    """Read `--date 2021-10-27` and `--date FILE=2021-10-27`. Raises `ConfigError` naming it."""
    from briefing.pipeline import Given

    dates: dict[str, date] = {}
    for option in options:
        file, _, day = option.rpartition("=")
        try:
            dates[file] = date.fromisoformat(day)
        except ValueError as error:
            hint = "write --date page.txt=2021-10-27, or --date 2021-10-27 for all that tell none"
            raise ConfigError(f"--date {option!r} is not FILE=DAY or DAY", hint=hint) from error
    others = dates.pop("", None)
    return Given(dates, others)


@contextmanager
def progress() -> "Iterator[Callable[[Step], None]]":
    """Yield what the pipeline calls after each step; a bar on terminals, silent elsewhere."""
    if not sys.stderr.isatty():
        yield lambda step: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[note]}"),
    )
    tasks: dict[str, TaskID] = {}
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:

        def watch(step: Step) -> None:
            if step.what not in tasks:
                tasks[step.what] = bar.add_task(step.what, total=step.total, note="")
            bar.update(tasks[step.what], completed=step.done, total=step.total, note=step.note)

        yield watch
