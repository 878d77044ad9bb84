"""`briefing render`."""

from typing import Annotated

import typer

from briefing.cli import command_app
from briefing.cli.issue import Database, Formats
from briefing.cli.report import announce
from briefing.cli.setup import here, progress

app = command_app()


@app.command()
def render(
    periods: Annotated[
        list[str] | None, typer.Argument(help="Like 2022-W31. Default: all that are stored.")
    ] = None,
    out: Annotated[str | None, typer.Option(help="Folder to write to.")] = None,
    formats: Formats = None,
    lang: Annotated[str | None, typer.Option(help="zh or en.")] = None,
    layout: Annotated[str | None, typer.Option(help="official or analyst.")] = None,
    templates: Annotated[str | None, typer.Option(help="Folder of your own templates.")] = None,
    database: Database = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Write stored briefings again, in any format; asks no model."""
    from briefing import pipeline

    flags = {
        "out": out,
        "formats": formats,
        "lang": lang,
        "layout": layout,
        "templates": templates,
        "database": database,
    }
    with progress() as watch:
        report = pipeline.render_again(here(flags), periods or [], watch)
    raise typer.Exit(announce(report, as_json=as_json, strict=False))
