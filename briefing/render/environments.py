"""The Jinja environments, one for each kind of template.

Each is a sandbox without file, clock or system access, in which an undefined name is an error
and every `{{ expression }}` is escaped for its format unless a macro or block made it. A
template is looked for in the user's folder, then among the shipped ones; `builtin/NAME` is
always the shipped one, so that a user's template can extend it and change a block.

`autoescape` and `finalize` go together: `finalize` alone escapes what `super()` and macros
made a second time, `autoescape` alone escapes as HTML.
"""

import difflib
import re
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NoReturn

import jinja2
from jinja2 import StrictUndefined
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from briefing.errors import TemplateError
from briefing.records import Record
from briefing.render.plain import one_line
from briefing.render.view import View
from briefing.resources import shipped

Escape = Callable[[object], Markup]

FILTERS = [
    "abs",
    "batch",
    "capitalize",
    "count",
    "default",
    "dictsort",
    "first",
    "float",
    "format",
    "groupby",
    "int",
    "items",
    "join",
    "last",
    "length",
    "list",
    "lower",
    "map",
    "max",
    "min",
    "reject",
    "rejectattr",
    "replace",
    "reverse",
    "round",
    "select",
    "selectattr",
    "slice",
    "sort",
    "string",
    "sum",
    "title",
    "trim",
    "truncate",
    "unique",
    "upper",
    "wordcount",
]
"""The filters of Jinja that are kept: none of them makes markup or reads anything."""

_METHODS = {"sentence", "of"}


class _Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox in which records show their fields and nothing that pydantic adds."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if isinstance(obj, Record):
            kind = type(obj)
            known = attr in kind.model_fields or attr in _METHODS
            return known or isinstance(getattr(kind, attr, None), property)
        return super().is_safe_attribute(obj, attr, value)


class _Missing(StrictUndefined):
    """A name that does not exist; using it says which names do."""

    @property
    def _undefined_message(self) -> str:
        obj, name = self._undefined_obj, str(self._undefined_name)
        if self._undefined_hint:
            return str(self._undefined_hint)
        if obj is jinja2.utils.missing:
            return f"{name!r} does not exist"
        near = difflib.get_close_matches(name, names := attributes(obj), 1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        listed = ", ".join(names) or "no names"
        return f"{type(obj).__name__} has no {name!r}{hint} It has: {listed}"


class _Compiled(jinja2.BytecodeCache):
    """Keeps the templates that this process compiled; Jinja checks each against its source."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self._kept.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


def attributes(obj: object) -> list[str]:
    """Return the names that a template may use of an object."""
    if isinstance(obj, Record):
        kind = type(obj)
        properties = [n for n in dir(kind) if isinstance(getattr(kind, n, None), property)]
        return sorted({*kind.model_fields, *(n for n in properties if n[0] != "_")} - _PYDANTIC)
    if isinstance(obj, Mapping):
        return sorted(map(str, obj))
    return [name for name in sorted({*dir(type(obj)), *vars_of(obj)}) if name[0] != "_"]


def vars_of(obj: object) -> list[str]:
    """Return the names of an object's own values."""
    return list(getattr(obj, "__dict__", ()))


_PYDANTIC = {"model_extra", "model_fields_set", "model_computed_fields", "model_fields"}


def environment(
    escape: Escape, templates: Path | None, filters: Mapping[str, Callable[..., object]] = {}
) -> jinja2.Environment:
    """Return the environment of one format; `filters` are added to the plain ones.

    Compiled templates are shared by all environments, so that nothing of one may be compiled
    in: no constant is folded, and `finalize` is called with the context.
    """

    @jinja2.pass_context
    def finalize(_: jinja2.runtime.Context, value: object) -> Markup:
        return escape(value)

    env = _Sandbox(
        loader=loader(templates),
        autoescape=True,
        finalize=finalize,
        undefined=_Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        optimized=False,
        bytecode_cache=_COMPILED,
        extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"],
    )
    env.filters = {name: env.filters[name] for name in FILTERS} | dict(filters)
    env.filters |= {"e": escape, "escape": escape}
    env.globals = {name: env.globals[name] for name in ("range", "namespace", "joiner", "cycler")}
    return env


def loader(templates: Path | None) -> jinja2.BaseLoader:
    """Return where templates come from: the user's folder first, `builtin/` the shipped only."""
    ours = jinja2.FileSystemLoader(shipped("templates"), encoding="utf-8-sig")
    chain: list[jinja2.BaseLoader] = [ours, jinja2.PrefixLoader({"builtin": ours})]
    if templates is not None:
        chain.insert(0, jinja2.FileSystemLoader(templates, encoding="utf-8-sig"))
    return jinja2.ChoiceLoader(chain)


def fill(env: jinja2.Environment, name: str, view: View, **more: object) -> str:
    """Return the template `name` filled with a briefing.

    Raises `TemplateError` naming file and line when it does not load, parse or fill.
    """
    names = {"briefing": view.briefing, "doc": view, "t": view.t, **more}
    try:
        return env.get_template(name).render(names)
    except (jinja2.TemplateError, UnicodeDecodeError) as error:
        _refuse(env, name, error, names)
    except (TypeError, ValueError, AttributeError, LookupError, ArithmeticError) as error:
        if _line_of(error) is None:
            raise
        _refuse(env, name, error, names)


def _refuse(
    env: jinja2.Environment, name: str, error: Exception, names: Mapping[str, object]
) -> NoReturn:
    place = _line_of(error)
    if isinstance(error, jinja2.TemplateSyntaxError):
        place = (error.filename or error.name or name, error.lineno)
    where = f"{place[0]}, line {place[1]}" if place else name
    problem = str(error.message if isinstance(error, jinja2.TemplateSyntaxError) else error)
    hint = "templates/README.md lists every name that a template may use"
    if isinstance(error, jinja2.TemplateNotFound):
        problem = f"there is no template {error.name!r}"
        hint = "there are: " + ", ".join(env.list_templates(extensions=["j2", "css", "js"]))
    elif " does not exist" in problem:
        wrong = problem.split("'")[1]
        near = difflib.get_close_matches(wrong, sorted(names), 1)
        hint = (f"did you mean {near[0]!r}? " if near else "") + "there are: " + ", ".join(names)
    raise TemplateError(f"{where}: {problem}", hint=hint) from error


def _line_of(error: BaseException) -> tuple[str, int] | None:
    """Return file and line of the innermost template frame of an error."""
    frames = traceback.extract_tb(error.__traceback__)
    for frame in reversed(frames):
        if frame.filename.endswith(".j2") and frame.lineno:
            return frame.filename, frame.lineno
    return None


# --- Markdown ------------------------------------------------------------------------------

_MARKDOWN = re.compile(r"[\\`*_\[\]<>#|~&$]")
_STARTS = re.compile(r"^ ?(?:([-+])(?=\s|$)|([-=])(?=[-=]*$)|(\d{1,9})([.)])(?=\s|$))")
_LINKS = re.compile(r":(?=//)|(?<=www)\.", re.IGNORECASE)


def markdown(value: object) -> Markup:
    """Return `value` as Markdown that shows the same letters on one line and does nothing."""
    if isinstance(value, Markup):
        return value
    if value is None:
        return Markup("")
    text = _MARKDOWN.sub(r"\\\g<0>", one_line(str(value)))
    text = _LINKS.sub(r"\\\g<0>", text)
    return Markup(_STARTS.sub(_escape_start, text))  # noqa: S704, escaped here


def _escape_start(match: re.Match[str]) -> str:
    sign, rule, number, dot = match.groups()
    return f"{number}\\{dot}" if number else f"\\{sign or rule}"


def markdown_url(url: str) -> Markup:
    """Return a link's address with everything encoded that could end or alter the link."""
    kept = re.sub(r"[^\w\-./:?#@!$&+,=%~]", _percent, one_line(url).strip(), flags=re.ASCII)
    return Markup(kept)  # noqa: S704, nothing is left that could end the link


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match.group().encode("utf-8", "replace"))
