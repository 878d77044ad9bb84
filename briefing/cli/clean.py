"""`briefing clean`."""

import sys
from typing import Annotated

import typer

from briefing.cli import command_app
from briefing.cli.issue import Dates
from briefing.cli.setup import given_dates
from briefing.errors import Exit, InputError
from briefing.reasons import say

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
    from briefing.records import Skip

    used = False
    for item in clean_pages(paths, given_dates(dates or [])):
        if isinstance(item, Skip):
            print(f"skipped {item.source}: {say(item.reason, 'en')}", file=sys.stderr)
            continue
        used = True
        article, page = item
        if jsonl:
            print(article.model_dump_json())
        elif diff:
            from briefing.cleaning.diff import render_diff

            print(render_diff(page, [article]))
        else:
            day = article.published.first.isoformat() if article.published else "no date"
            print(f"# {article.headline}\n({article.source}, {article.outlet or '-'}, {day})\n")
            print(article.text + "\n")
    if not used:
        raise InputError("no page could be used", hint="see the reasons above")
    raise typer.Exit(Exit.DONE)
