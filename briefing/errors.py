"""Expected failures: what a user did or met that we foresaw.

The command line prints `problem` and `hint` without a traceback and leaves with
`exit_code`. Anything else that escapes is a bug and leaves with `Exit.BUG`.
"""

from enum import IntEnum


class Exit(IntEnum):
    """What the process returns to its caller."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    BUG = 3
    STRICT = 4
    INTERRUPTED = 130


class BriefingError(Exception):
    """An expected failure: what is wrong, and the next step that mends it."""

    exit_code: Exit = Exit.FAILED

    def __init__(self, problem: str, *, hint: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.hint = hint


class ConfigError(BriefingError):
    """A setting, flag or argument that cannot be used."""

    exit_code = Exit.USAGE


class InputError(BriefingError):
    """A file, folder or page that cannot be used as asked."""


class StoreError(BriefingError):
    """The database cannot be opened, read or written."""


class TemplateError(BriefingError):
    """A template that does not load, parse or render; names file and line."""


class FontError(BriefingError):
    """A character that no available font can show, so that no page is printed without it."""


class ModelUnavailable(BriefingError):
    """The endpoint cannot answer: wrong address, key or model, or it is down."""


class BudgetReached(BriefingError):
    """The next call would pass the cost or token limit that the user set."""
