"""Find the files that ship with the program: prompts, templates, fonts, tables.

In a wheel `prompts/` and `templates/` lie inside the package; in a checkout beside it.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from briefing.errors import TemplateError

_PACKAGE = Path(__file__).parent


@cache
def shipped(kind: Literal["prompts", "templates"]) -> Path:
    """Return the folder of the shipped prompts or templates."""
    inside = _PACKAGE / kind
    return inside if inside.is_dir() else _PACKAGE.parent / kind


@dataclass(frozen=True)
class Overridable:
    """A shipped file that a user may replace. `own` is the user's, None where there is none."""

    name: str
    kind: Literal["prompts", "templates"]
    shipped: Path
    own: Path | None


def overridable(templates: Path | None, prompts: Path | None) -> list[Overridable]:
    """Return every shipped template and prompt with the user's file of the same name."""
    found = []
    folders: tuple[tuple[Literal["prompts", "templates"], Path | None], ...]
    folders = (("templates", templates), ("prompts", prompts))
    for kind, own in folders:
        place = shipped(kind)
        for path in sorted(place.rglob("*")):
            name = path.relative_to(place).as_posix()
            if path.is_file() and path.suffix != ".md":
                mine = own / name if own else None
                found.append(
                    Overridable(name, kind, path, mine if mine and mine.is_file() else None)
                )
    return found


def data(name: str) -> Path:
    """Return the path of a data file of the package, such as "fonts" or "regions.json"."""
    return _PACKAGE / "data" / name


def prompt_texts(lang: str, folder: Path | None = None) -> dict[str, str]:
    """Return the prompt files of a language by name, a user's `folder` before the shipped ones.

    Raises `TemplateError` when a file cannot be read.
    """
    texts: dict[str, str] = {}
    for place in (shipped("prompts") / lang, folder / lang if folder else None):
        for path in sorted(place.iterdir()) if place and place.is_dir() else ():
            if path.name.endswith((".md.j2", ".json")):
                try:
                    texts[path.name] = path.read_text(encoding="utf-8")
                except (OSError, UnicodeDecodeError) as error:
                    raise TemplateError(
                        f"the prompt {path} cannot be read: {error}",
                        hint="save it as UTF-8 text, or remove it to use the shipped one",
                    ) from error
    return texts
