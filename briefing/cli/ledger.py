"""`briefing ledger`: list, export and correct the ledger of targets."""

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from briefing.cli import command_app
from briefing.cli.issue import Database
from briefing.cli.setup import here
from briefing.errors import ConfigError, InputError

if TYPE_CHECKING:
    from briefing.records import TargetHistory

app = command_app()
_FORMULA = ("=", "+", "@", "\t", "\r")
_COLUMNS = (
    "key", "light", "state", "what", "owner", "place", "deadline", "due", "value", "unit",
    "completion", "elapsed", "silent_periods", "first_seen", "last_report", "rule",
)  # fmt: skip

Period = Annotated[str, typer.Option(help="As of the end of it; default: the newest.")]


@app.callback(invoke_without_command=True)
def ledger(
    context: typer.Context,
    period: Period = "",
    state: Annotated[str, typer.Option(help="open, met, missed, revised or overdue.")] = "",
    light: Annotated[str, typer.Option(help="green, yellow, red or grey.")] = "",
    words: Annotated[str, typer.Option(help="In the target, its owner, place or key.")] = "",
    due_by: Annotated[str, typer.Option(help="Deadline on or before this day.")] = "",
    silent: Annotated[int, typer.Option(help="Not mentioned for at least so many periods.")] = 0,
    export: Annotated[Path | None, typer.Option(help="Write to a .csv or .json file.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs.")] = False,
    database: Database = None,
) -> None:
    """List the targets followed so far, with state and light."""
    if context.invoked_subcommand:
        return
    from briefing.pipeline.looking import ledger as find
    from briefing.records import Light, State

    rows = find(
        here({"database": database}).settings,
        period,
        state=State(_one_of(state, State)) if state else None,
        light=Light(_one_of(light, Light)) if light else None,
        words=words,
        due_by=_day(due_by),
        silent=silent,
    )
    if export:
        text = _csv(rows) if export.suffix == ".csv" else _json(rows)
        export.write_text(text, encoding="utf-8-sig" if export.suffix == ".csv" else "utf-8")
        print(f"{len(rows)} targets in {export}")
    elif as_json:
        print(_json(rows))
    else:
        for one in rows:
            print(_line(one))
        print(f"{len(rows)} targets")


@app.command()
def show(key: str, period: Period = "", database: Database = None) -> None:
    """Show every report of the target KEY: day, event, article and sentence, words, source."""
    from briefing.pipeline.looking import ledger as find

    rows = [one for one in find(here({"database": database}).settings, period) if one.key == key]
    if not rows:
        hint = "`briefing ledger` lists the keys, in brackets at the end of each line"
        raise InputError(f"no target has the key {key!r}", hint=hint)
    for one in rows:
        print(_line(one))
        print(f"  {one.light_rule}")
        for point in one.points:
            finding = point.finding
            place = f"{finding.article_id} {finding.claim.sentence}"
            print(f"  {point.day}  {point.event:<8}  {place}  {finding.evidence.quote.strip()}")
            print(f"              {point.source}")


@app.command()
def confirm(
    key: str, note: Annotated[str, typer.Option(help="Why.")] = "", database: Database = None
) -> None:
    """Say that the reports under KEY belong together."""
    _correct("confirm", key, note=note, database=database)


@app.command()
def link(
    key: str,
    other: str,
    note: Annotated[str, typer.Option(help="Why.")] = "",
    database: Database = None,
) -> None:
    """Say that the reports of OTHER belong under KEY."""
    _correct("link", key, other=other, note=note, database=database)


@app.command()
def split(
    key: str,
    article_id: str,
    sentence: int,
    note: Annotated[str, typer.Option(help="Why.")] = "",
    database: Database = None,
) -> None:
    """Say that a sentence of an article speaks of another target than KEY."""
    _correct("split", key, article_id=article_id, sentence=sentence, note=note, database=database)


def _correct(
    kind: Literal["confirm", "link", "split"],
    key: str,
    *,
    other: str = "",
    article_id: str = "",
    sentence: int | None = None,
    note: str = "",
    database: str | None,
) -> None:
    from briefing.pipeline.looking import correct
    from briefing.records import Correction

    correction = Correction(
        kind=kind, key=key, other=other, article_id=article_id, sentence=sentence, note=note
    )
    correct(here({"database": database}).settings, correction)
    print(f"{kind} kept; briefings made from now on use it, `briefing rebuild` applies it to all")


def _line(one: "TargetHistory") -> str:
    done = f"{one.completion:.1f}%" if one.completion is not None else "-"
    time = f"{one.elapsed:.1f}%" if one.elapsed is not None else "-"
    due = one.deadline_range.last.isoformat() if one.deadline_range else one.deadline or "-"
    silent = f", silent {one.silent_periods}" if one.silent_periods else ""
    return (
        f"{one.light.value:<6} {one.state.value:<8} {due:<10} done {done:>6} time {time:>6}{silent}  "
        f"{one.owner or one.place}: {one.what}  [{one.key}]"
    )


def _row(one: "TargetHistory") -> dict[str, object]:
    last = one.points[-1].day.isoformat() if one.points else ""
    return {
        "key": one.key,
        "light": one.light.value,
        "state": one.state.value,
        "what": one.what,
        "owner": one.owner,
        "place": one.place,
        "deadline": one.deadline,
        "due": one.deadline_range.last.isoformat() if one.deadline_range else "",
        "value": str(one.value.value) if one.value else "",
        "unit": one.value.unit if one.value else "",
        "completion": "" if one.completion is None else str(one.completion),
        "elapsed": "" if one.elapsed is None else str(one.elapsed),
        "silent_periods": one.silent_periods,
        "first_seen": one.first_seen.isoformat(),
        "last_report": last,
        "rule": one.light_rule,
    }


def _json(rows: "tuple[TargetHistory, ...]") -> str:
    return json.dumps([one.model_dump(mode="json") for one in rows], ensure_ascii=False, indent=1)


def _csv(rows: "tuple[TargetHistory, ...]") -> str:
    """Return the rows as CSV; a leading quote keeps a text from becoming a formula."""
    out = io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS)
    writer.writeheader()
    for one in rows:
        cells = {name: str(value) for name, value in _row(one).items()}
        writer.writerow(
            {
                name: f"'{text}" if text.startswith(_FORMULA) else text
                for name, text in cells.items()
            }
        )
    return out.getvalue()


def _one_of(text: str, kind: type) -> str:
    known = [member.value for member in kind]  # type: ignore[attr-defined]
    if text not in known:
        raise ConfigError(
            f"{text!r} is no {kind.__name__.lower()}", hint="one of " + ", ".join(known)
        )
    return text


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ConfigError(f"{text!r} is not a day", hint="write it like 2023-09-30") from error
