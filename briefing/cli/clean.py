"""`briefing clean`."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli import command_app
from briefing.cli.issue import Dates
from briefing.cli.setup import given_dates, progress
from briefing.errors import Exit, InputError
from briefing.reasons import say

if TYPE_CHECKING:
    from briefing.pipeline.intake import Given
    from briefing.records import Article

app = command_app()


@app.command()
def clean(
    paths: Annotated[
        list[str], typer.Argument(help="Files, folders, globs, zips, or - for standard input.")
    ],
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON article a line.")] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what was kept, joined and dropped, in colour.")
    ] = False,
    dates: Dates = None,
) -> None:
    """Print the clean articles of pages; what cannot be used goes to standard error."""
    from briefing.pipeline.intake import clean_pages
    from briefing.pipeline.steps import Step
    from briefing.records import Skip

    if diff:
        _show_diffs(paths, given_dates(dates or []))
        return
    show = _json if jsonl else _text
    used = 0
    with progress() as watch:
        for done, item in enumerate(clean_pages(paths, given_dates(dates or [])), 1):
            watch(Step("cleaning", done))
            if isinstance(item, Skip):
                print(f"skipped {item.source}: {say(item.reason, 'en')}", file=sys.stderr)
            else:
                used += 1
                print(show(*item))
    if not used:
        raise InputError("no page could be used", hint="see the reasons above")
    raise typer.Exit(Exit.DONE)


def _json(article: "Article", page: str) -> str:
    return article.model_dump_json()


def _show_diffs(paths: list[str], given: "Given") -> None:
    """Show each page once, with all its articles; in colour on a terminal."""
    from briefing.cleaning import Cleaned
    from briefing.cleaning.diff import render_diff
    from briefing.pipeline.intake import clean_all

    for item in clean_all(paths, given):
        if isinstance(item, Cleaned) and item.articles:
            print(render_diff(item.page, item.articles, colour=sys.stdout.isatty()))
        for skip in item.skips if isinstance(item, Cleaned) else (item,):
            print(f"skipped {skip.source}: {say(skip.reason, 'en')}", file=sys.stderr)


def _text(article: "Article", page: str) -> str:
    day = article.published.first.isoformat() if article.published else "no date"
    head = f"# {article.headline}\n({article.source}, {article.outlet or '-'}, {day})"
    return f"{head}\n\n{article.text}\n"
