"""PDF/A-2b through typst, from a Jinja template whose values are Typst string literals.

A value in a string literal cannot become markup, so article text stays text. Only the fonts
of the package and of the user's folder are used: the same briefing gives the same bytes on
every machine. A character that no font has is printed as 〓 and listed at the end.
"""

import re
import tempfile
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from briefing.errors import FontError, TemplateError
from briefing.records import Briefing
from briefing.render import Options, glyphs
from briefing.render.charts import Chart
from briefing.render.environments import environment, fill, markdown_url
from briefing.render.plain import REPLACEMENT, one_line, without_ignorable
from briefing.render.view import View
from briefing.resources import data

if TYPE_CHECKING:
    import typst

FAMILIES = {
    "body": ("FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "STFangsong", "Noto Serif SC"),
    "title": ("FZXiaoBiaoSong-B05S", "方正小标宋简体", "FZXiaoBiaoSong-B05", "Noto Serif SC"),
    "hei": ("SimHei", "黑体", "Noto Sans SC"),
    "kai": ("KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "LXGW WenKai"),
    "sans": ("Noto Sans SC",),
}
"""Font families by role, the office's own first: they are used where the fonts folder has them."""

_LAST = "Noto Sans SC"
_LONG_RUN = re.compile(r"[!-~]{25,}")
_BREAK = "\u200b"
_INSIDE = re.compile(rb"/A<</Type/Action/S/URI/URI\(#([rs][A-Z]?\d[\d-]*)\)>>")


@dataclass(frozen=True)
class Missing:
    """A character without a glyph, and the sources whose title or text has it."""

    code: str
    name: str
    sources: tuple[int, ...]


class Letters:
    """Escapes values for Typst and remembers the characters that no font can show."""

    def __init__(self, available: frozenset[int]) -> None:
        self._available = available
        self.lost: set[str] = set()

    def show(self, text: str) -> str:
        """Return `text` on one line with 〓 for what no font has, and breakable long runs."""
        text = without_ignorable(one_line(text))
        if lost := {char for char in text if ord(char) not in self._available}:
            self.lost |= lost
            text = "".join(_stand_in(char) if char in lost else char for char in text)
        return text

    def literal(self, value: object) -> Markup:
        """Return `value` as a string literal, for use inside Typst code: "text"."""
        if isinstance(value, Markup):
            raise TypeError("markup cannot be a Typst string; give the plain value")
        text = self.show("" if value is None else str(value))
        return Markup('"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"')  # noqa: S704

    def drawing(self, chart: Chart) -> Markup:
        """Return a picture and the words that stand for it as two arguments of a function."""
        return self.literal(chart.svg) + Markup(", ") + self.literal(chart.alt)

    def escape(self, value: object) -> Markup:
        """Return `value` as Typst markup that prints its letters: #"text";"""
        if isinstance(value, Markup):
            return value
        text = self.show("" if value is None else str(value))
        text = _LONG_RUN.sub(_breakable, text)
        literal = text.replace("\\", "\\\\").replace('"', '\\"')
        return Markup(f'#"{literal}";')  # noqa: S704, only \ and " act inside a literal


def _stand_in(char: str) -> str:
    """Return 〓, with the code point where the character is a letter (a rare name)."""
    if unicodedata.category(char).startswith("L"):
        return f"{REPLACEMENT}〔U+{ord(char):04X}〕"
    return REPLACEMENT


def _breakable(match: re.Match[str]) -> str:
    run = match.group()
    return _BREAK.join(run[i : i + 12] for i in range(0, len(run), 12))


def pdf(briefing: Briefing, options: Options) -> bytes:
    """Return the briefing as PDF/A-2b in the layout that the options name."""
    source = markup(briefing, options)
    last = datetime.combine(briefing.period.last, time(), UTC)
    root = options.templates or Path(_nothing().name)
    return _compile(source, root, options.fonts, int(last.timestamp()))


def markup(briefing: Briefing, options: Options) -> str:
    """Return the Typst document of a briefing."""
    view = View(briefing)
    letters = Letters(glyphs.coverage(_folders(options.fonts)))

    def missing() -> list[Missing]:
        return [_missing(char, view) for char in sorted(letters.lost)]

    filters: dict[str, Callable[..., object]] = {
        "str": letters.literal,
        "code": _code,
        "href": _href,
        "drawing": letters.drawing,
    }
    env = environment(letters.escape, options.templates, filters)
    families = {role: _families(names, options.fonts) for role, names in FAMILIES.items()}
    return fill(env, f"{options.layout}.typ.j2", view, fonts=families, missing=missing)


def _code(value: object) -> Markup:
    """Return a number or truth value as Typst writes it."""
    if not isinstance(value, int):
        raise TypeError(f"{value!r} is neither a whole number nor true or false")
    return Markup(str(value).lower())  # noqa: S704, digits or true or false


def _href(url: str) -> Markup:
    """Return an address as a Typst string with everything encoded that is not ASCII."""
    return Markup(f'"{markdown_url(url)}"')  # noqa: S704, quotes and backslashes are encoded


def _missing(char: str, view: View) -> Missing:
    texts = ((o.number, o.title + o.article.text) for o in view.sources)
    return Missing(
        code=f"U+{ord(char):04X}",
        name=unicodedata.name(char, ""),
        sources=tuple(number for number, text in texts if char in text),
    )


def _folders(fonts: Path | None) -> tuple[Path, ...]:
    if fonts is not None and not fonts.is_dir():
        raise FontError(f"there is no folder {fonts}", hint="the setting `fonts` names a folder")
    return (data("fonts"), *([fonts] if fonts else []))


@lru_cache(maxsize=2)
def _loaded(folders: tuple[Path, ...]) -> "typst.Fonts":
    import typst

    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders)
    )


def _families(names: tuple[str, ...], fonts: Path | None) -> Markup:
    """Return those families that are there, as a Typst array."""
    there = {family.casefold() for family in _loaded(_folders(fonts)).families()}
    kept = [name for name in (*names, _LAST) if name.casefold() in there]
    return Markup("(" + "".join(f'"{name}", ' for name in kept) + ")")  # noqa: S704, our names


@cache
def _nothing() -> "tempfile.TemporaryDirectory[str]":
    """Return an empty folder, for templates that may read no file; it goes with the process."""
    return tempfile.TemporaryDirectory()


class _Press:
    """typst for one folder. It keeps what it has laid out, so that a change is printed at once.

    It forgets what ten further documents did not use. Some 60 MB a week would pile up to three
    quarters of a gigabyte; an empty document before each other one makes that a half.
    """

    def __init__(self, root: Path, folders: tuple[Path, ...]) -> None:
        """Templates may read files of `root` and of no other place."""
        import typst

        self._typst = typst.Compiler(root=root, font_paths=_loaded(folders))
        self._last: int | None = None

    def compile(self, source: str, timestamp: int) -> bytes:
        """Return the PDF. Raises `typst.TypstError`."""
        document, self._last = self._last, hash(source)
        if document not in (None, self._last):
            self._typst.compile(b"", format="pdf")
        made = self._typst.compile(
            source.encode(), format="pdf", pdf_standards=["a-2b"], timestamp=timestamp
        )
        if not isinstance(made, bytes):
            raise TypeError(f"typst returned {type(made).__name__}")
        return _INSIDE.sub(_goto, made)


_press = lru_cache(maxsize=2)(_Press)


def _compile(source: str, root: Path, fonts: Path | None, timestamp: int) -> bytes:
    import typst

    try:
        return _press(root, _folders(fonts)).compile(source, timestamp)
    except typst.TypstError as error:
        if "could not be displayed" in error.message:
            hint = "name a folder with a font that has it in the setting `fonts`"
            raise FontError(error.message, hint=hint) from error
        raise TemplateError(_where(error, source), hint="; ".join(error.hints)) from error


def _goto(link: re.Match[bytes]) -> bytes:
    """Turn a link to the address #s3-12 into one to the place s3-12, in as many bytes.

    Told of labels, typst lays out every table a second time once it knows where they are: half
    as much time and memory again. It names the place of a labelled heading in the file whatever
    leads there, and a link is written in plain bytes, so that the two are joined here.
    """
    return (b"/Dest(" + link.group(1) + b")").ljust(len(link.group()))


def _where(error: "typst.TypstError", source: str) -> str:
    """Return typst's message with the line of the filled template that it is about."""
    found = re.search(r"error:.*?\.typ:(\d+):\d+", error.diagnostic, re.DOTALL)
    if not found:
        return error.message
    line = int(found.group(1))
    text = source.splitlines()[line - 1].strip()[:120] if line <= source.count("\n") else ""
    return f"{error.message} (line {line} of the filled template: {text})"
