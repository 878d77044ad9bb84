"""The command behind `weekly`, `daily`, `monthly` and `quarterly`: one engine, four periods."""

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Annotated

import typer

from briefing.cli import command_app
from briefing.cli.report import announce
from briefing.cli.setup import given_dates, here, now, progress
from briefing.errors import ConfigError
from briefing.periods import Cadence, Period, span

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        help="Files, folders, globs, zips, or - for standard input; default: the inbox."
    ),
]
Dates = Annotated[
    list[str] | None,
    typer.Option(
        "--date",
        help="Publication date of a page: page.txt=2021-10-27; or of all that tell none: 2021-10-27.",
    ),
]
Formats = Annotated[
    list[str] | None,
    typer.Option("--format", "-f", help="md, pdf, html, docx, xlsx or json; may be repeated."),
]
Engine = Annotated[str | None, typer.Option(help="auto, rules or model.")]
Model = Annotated[str | None, typer.Option(help="Name of the model at the endpoint.")]
BaseUrl = Annotated[str | None, typer.Option(help="Address of an OpenAI-compatible endpoint.")]
Database = Annotated[str | None, typer.Option(help="Database file.")]
First = Annotated[str, typer.Option("--from", help="First of a range.")]
Last = Annotated[str, typer.Option("--to", help="Last of a range.")]
Out = Annotated[str | None, typer.Option(help="Folder to write to.")]
Lang = Annotated[str | None, typer.Option(help="zh or en.")]
Layout = Annotated[str | None, typer.Option(help="official or analyst.")]
Strict = Annotated[bool, typer.Option(help="Leave with 4 if anything was skipped or doubted.")]
RetryFailed = Annotated[bool, typer.Option(help="Ask again where the model failed before.")]
DryRun = Annotated[bool, typer.Option(help="Say calls, tokens and cost; ask and write nothing.")]
Batch = Annotated[bool, typer.Option(help="Ask by batch jobs: cheaper, and done within a day.")]
MaxCost = Annotated[str | None, typer.Option(help="Stop before it costs more.")]
MaxTokens = Annotated[int | None, typer.Option(help="Stop before it uses more.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the report as JSON.")]


_EXAMPLE = date(2022, 8, 1)


def issue_app(cadence: Cadence, article: str) -> typer.Typer:
    """Return the app that writes briefings of this cadence. `article` is "an ISO week" or so."""
    app = command_app()
    period = (
        f"Like {Period.of(_EXAMPLE, cadence)}. Default: all that have pages and no briefing yet."
    )
    Chosen = Annotated[str, typer.Option(f"--{cadence}", help=period)]  # noqa: N806 - a type

    @app.command(
        help=f"""Write the briefing of {article}, or of several.

        Reads the pages, cleans them, finds and proves their facts, and writes one briefing for
        each period. A page belongs to the day it was published, else to that of its event.
        """
    )
    def issue(
        paths: Paths = None,
        chosen: Chosen = "",
        first: First = "",
        last: Last = "",
        out: Out = None,
        formats: Formats = None,
        lang: Lang = None,
        layout: Layout = None,
        engine: Engine = None,
        model: Model = None,
        base_url: BaseUrl = None,
        dates: Dates = None,
        database: Database = None,
        strict: Strict = False,
        retry_failed: RetryFailed = False,
        dry_run: DryRun = False,
        batch: Batch = False,
        max_cost: MaxCost = None,
        max_tokens: MaxTokens = None,
        as_json: AsJson = False,
    ) -> None:
        from briefing import pipeline

        flags = {
            "out": out,
            "formats": formats,
            "lang": lang,
            "layout": layout,
            "engine": engine,
            "database": database,
            "endpoint.model": model,
            "endpoint.base_url": base_url,
            "budget.max_cost": _decimal(max_cost),
            "budget.max_tokens": max_tokens,
        }
        with progress() as watch:
            report = pipeline.issue(
                here(flags),
                paths,
                cadence,
                _periods(cadence, chosen, first, last),
                given=given_dates(dates or []),
                now=now,
                retry_failed=retry_failed,
                dry_run=dry_run,
                batch=batch,
                watch=watch,
            )
        raise typer.Exit(announce(report, as_json=as_json, strict=strict))

    return app


def _periods(cadence: Cadence, chosen: str, first: str, last: str) -> tuple[Period, ...]:
    """Return the periods asked for; none means all that are due."""
    if chosen and (first or last):
        raise ConfigError(
            f"--{cadence} and --from/--to exclude each other", hint="give one of them"
        )
    if chosen:
        return (_one(cadence, chosen),)
    if not first and not last:
        return ()
    if not (first and last):
        raise ConfigError("--from and --to belong together", hint="give both, or one --" + cadence)
    start, end = _one(cadence, first), _one(cadence, last)
    if end < start:
        raise ConfigError(f"--from {start} is after --to {end}", hint="exchange them")
    return tuple(span(start, end))


def _one(cadence: Cadence, text: str) -> Period:
    period = Period.parse(text)
    if period.cadence is not cadence:
        example = Period.of(period.first, cadence)
        raise ConfigError(f"{text!r} is no {cadence}", hint=f"write it like {example}")
    return period


def _decimal(text: str | None) -> Decimal | None:
    if text is None:
        return None
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise ConfigError(
            f"--max-cost {text!r} is no number", hint="like --max-cost 2.50"
        ) from error
