"""Find the files that ship with the program: prompts, templates, fonts, tables.

In a wheel `prompts/` and `templates/` lie inside the package; in a checkout beside it.
"""

from functools import cache
from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).parent


@cache
def shipped(kind: Literal["prompts", "templates"]) -> Path:
    """Return the folder of the shipped prompts or templates."""
    inside = _PACKAGE / kind
    return inside if inside.is_dir() else _PACKAGE.parent / kind


def data(name: str) -> Path:
    """Return the path of a data file of the package, such as "fonts" or "regions.json"."""
    return _PACKAGE / "data" / name
