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

    show = _json if jsonl else _diff if diff else _text
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


def _diff(article: "Article", page: str) -> str:
    from briefing.cleaning.diff import render_diff

    return render_diff(page, [article])


def _text(article: "Article", page: str) -> str:
    day = article.published.first.isoformat() if article.published else "no date"
    head = f"# {article.headline}\n({article.source}, {article.outlet or '-'}, {day})"
    return f"{head}\n\n{article.text}\n"
