"""Find, read and explain the settings.

A value comes from the last of these that gives one: the defaults of `settings.Settings`; one
file (the nearest `briefing.toml` from the working folder upwards, else the nearest
`pyproject.toml` with a `[tool.briefing]` table); `BRIEFING_*` variables (`BRIEFING_LANG`,
nested by two underscores: `BRIEFING_ENDPOINT__MODEL`) and the `OPENAI_BASE_URL` and
`OPENAI_MODEL` that other tools use too; flags. The key to an endpoint comes from
`OPENAI_API_KEY` (or `BRIEFING_API_KEY`) alone, that to a second one from
`BRIEFING_BACKUP_API_KEY`: no file can hold them and nothing prints them.
"""

import difflib
import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from briefing.errors import ConfigError
from briefing.settings import Settings

KEY_VARIABLES = ("BRIEFING_API_KEY", "OPENAI_API_KEY")
BACKUP_KEY_VARIABLE = "BRIEFING_BACKUP_API_KEY"
_SECRETS = (*KEY_VARIABLES, BACKUP_KEY_VARIABLE)
_SHARED_VARIABLES = {
    "OPENAI_BASE_URL": ("endpoint", "base_url"),
    "OPENAI_MODEL": ("endpoint", "model"),
}
_SECRET_WORDS = ("key", "token", "secret", "password")
_PATHS = ("inbox", "out", "database", "prompts", "templates", "fonts")

Tree = dict[str, Any]


@dataclass(frozen=True)
class Config:
    """The settings in force, and where each value came from.

    `origins` maps a dotted key (`endpoint.model`) to a file, a variable or "flag"; a key
    that is not in it has its default. `key` is the secret; it stays out of `repr`.
    """

    settings: Settings
    origins: Mapping[str, str]
    file: Path | None
    key: str = field(repr=False, default="")
    backup_key: str = field(repr=False, default="")
    token_tables: Path | None = None

    def lines(self) -> Iterator[tuple[str, str, str]]:
        """Yield (dotted key, value, origin) for every setting, in order."""
        for path, value in _leaves(self.settings.model_dump(mode="json")):
            shown = json.dumps(value, ensure_ascii=False)
            yield path, shown, self.origins.get(path, "default")


def load(folder: Path, environment: Mapping[str, str], flags: Mapping[str, Any]) -> Config:
    """Return the settings in force in `folder`.

    `flags` maps dotted keys to values; None means that the flag was not given. Raises
    `ConfigError` for a file that cannot be read, an unknown key or a wrong value.
    """
    file = _nearest(folder)
    tree: Tree = {}
    origins: dict[str, str] = {}
    if file:
        _merge(tree, origins, _absolute(_read(file), file.parent), str(file))
    for name, path, value in _variables(environment):
        _merge(tree, origins, _nested(path, value), name)
    for dotted, value in flags.items():
        if value is not None:
            _merge(tree, origins, _nested(dotted.split("."), value), "flag")
    _refuse_unknown(tree, origins)
    try:
        settings = Settings.model_validate(tree)
    except ValidationError as error:
        raise _explain(error, origins) from error
    key = next((environment[name] for name in KEY_VARIABLES if environment.get(name)), "")
    backup_key = environment.get(BACKUP_KEY_VARIABLE, "")
    tables = environment.get("TIKTOKEN_CACHE_DIR")
    return Config(settings, origins, file, key, backup_key, Path(tables) if tables else None)


def _nearest(folder: Path) -> Path | None:
    for place in (folder, *folder.parents):
        if (own := place / "briefing.toml").is_file():
            return own
        shared = place / "pyproject.toml"
        if shared.is_file() and "briefing" in _toml(shared).get("tool", {}):
            return shared
    return None


def _read(file: Path) -> Tree:
    tree = _toml(file)
    return tree.get("tool", {}).get("briefing", {}) if file.name == "pyproject.toml" else tree


def _toml(file: Path) -> Tree:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{file} cannot be read: {error}", hint="mend the file") from error


def _absolute(tree: Tree, folder: Path) -> Tree:
    """Make the paths of a file start at its folder."""
    paths = {name: str(folder / tree[name]) for name in _PATHS if isinstance(tree.get(name), str)}
    return tree | paths


def _variables(environment: Mapping[str, str]) -> Iterator[tuple[str, list[str], Any]]:
    for name, path in _SHARED_VARIABLES.items():
        if value := environment.get(name):
            yield name, list(path), value
    for name, value in sorted(environment.items()):
        if name.startswith("BRIEFING_") and name not in _SECRETS and value:
            yield name, name.removeprefix("BRIEFING_").lower().split("__"), _typed(value)


def _typed(value: str) -> Any:
    """Read lists and tables as JSON; leave the rest to pydantic."""
    if value[:1] in "[{":
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def _nested(path: list[str], value: Any) -> Tree:
    for name in reversed(path):
        value = {name: value}
    return value  # type: ignore[no-any-return]


def _merge(tree: Tree, origins: dict[str, str], more: Tree, origin: str, above: str = "") -> None:
    for name, value in more.items():
        path = f"{above}{name}"
        if isinstance(value, dict) and isinstance(tree.setdefault(name, {}), dict):
            _merge(tree[name], origins, value, origin, f"{path}.")
        else:
            tree[name] = value
            origins[path] = origin


def _leaves(tree: Tree, above: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in tree.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value


def _refuse_unknown(tree: Tree, origins: Mapping[str, str]) -> None:
    known = dict(_fields(Settings))
    for path, _ in _leaves(tree):
        if path in known or any(path.startswith(f"{name}.") for name in _tables(known)):
            continue
        origin = origins.get(path, "the settings")
        if any(word in path.rsplit(".", 1)[-1].split("_") for word in _SECRET_WORDS):
            raise ConfigError(
                f"{origin} holds {path!r}, but a key may stand in no file",
                hint="remove it, and export OPENAI_API_KEY instead",
            )
        near = difflib.get_close_matches(path, known, n=2, cutoff=0.6)
        hint = f"did you mean {' or '.join(near)}?" if near else "`briefing config` lists all keys"
        raise ConfigError(f"{origin}: there is no setting {path!r}", hint=hint)


def _fields(model: type[BaseModel], above: str = "") -> Iterator[tuple[str, Any]]:
    for name, info in model.model_fields.items():
        kind = info.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from _fields(kind, f"{above}{name}.")
        else:
            yield f"{above}{name}", kind


def _tables(known: Mapping[str, Any]) -> Iterator[str]:
    """Yield the settings that are open tables (mappings), whose keys are the user's own."""
    for path, kind in known.items():
        if getattr(kind, "__origin__", None) in (dict, Mapping):
            yield path


def _explain(error: ValidationError, origins: Mapping[str, str]) -> ConfigError:
    first = error.errors()[0]
    path = ".".join(str(part) for part in first["loc"])
    origin = origins.get(path, "the settings")
    return ConfigError(
        f"{origin}: {path} cannot be {first.get('input')!r}: {first['msg']}",
        hint="`briefing config` shows every setting with its value and origin",
    )
