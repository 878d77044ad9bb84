"""Turn a briefing into bytes of one format.

In:  a `Briefing`, which is all that a format gets to see. Out: the file's bytes.

The same briefing and templates give the same bytes. Formats are loaded on use: none needs
what another brings. Errors: `TemplateError`, `FontError`, `ConfigError` (no such format).
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import cast

from briefing.errors import ConfigError
from briefing.records import Briefing

FORMATS = {
    "md": "markdown:markdown",
    "pdf": "pdf:pdf",
    "html": "html:html",
    "docx": "docx:docx",
    "xlsx": "xlsx:xlsx",
    "json": "json:json",
}
"""Format and the function that makes it, as module:function of this package."""

LAYOUTS = ("official", "analyst")


@dataclass(frozen=True)
class Options:
    """How to print: folders of the user's templates and fonts, and the layout."""

    templates: Path | None = None
    layout: str = "official"
    fonts: Path | None = None


Format = Callable[[Briefing, Options], bytes]


def render(
    briefing: Briefing,
    fmt: str,
    *,
    templates: Path | None = None,
    layout: str = "official",
    fonts: Path | None = None,
) -> bytes:
    """Return the briefing as a file of format `fmt`, one of `FORMATS`."""
    if fmt not in FORMATS:
        raise ConfigError(f"there is no format {fmt!r}", hint="there are: " + ", ".join(FORMATS))
    if layout not in LAYOUTS:
        raise ConfigError(f"there is no layout {layout!r}", hint="there are: " + ", ".join(LAYOUTS))
    module, _, function = FORMATS[fmt].partition(":")
    make = cast(Format, getattr(import_module(f"briefing.render.{module}"), function))
    return make(briefing, Options(templates, layout, fonts))
