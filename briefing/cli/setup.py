"""What commands share: the settings of the folder the user stands in.

Only the command line knows the current folder, the environment and today's date; below it
all three are parameters.
"""

import os
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from briefing.config import Config, load
from briefing.errors import ConfigError


def here(flags: Mapping[str, Any] | None = None) -> Config:
    """Return the settings in force in the current folder."""
    return load(Path.cwd(), os.environ, flags or {})


def given_dates(pairs: list[str]) -> dict[str, date]:
    """Read `--date FILE=2021-10-27` options. Raises `ConfigError` naming the pair."""
    dates = {}
    for pair in pairs:
        file, _, day = pair.rpartition("=")
        try:
            dates[file] = date.fromisoformat(day)
        except ValueError as error:
            hint = "write --date page.txt=2021-10-27"
            raise ConfigError(f"--date {pair!r} is not FILE=DAY", hint=hint) from error
        if not file:
            raise ConfigError(
                f"--date {pair!r} names no file", hint="write --date page.txt=2021-10-27"
            )
    return dates


def chatty() -> bool:
    """True when a person watches: progress bars are for terminals only."""
    return sys.stderr.isatty()
