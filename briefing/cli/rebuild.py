"""`briefing rebuild`."""

from typing import Annotated

import typer

from briefing.cli import command_app
from briefing.cli.issue import Database, Formats
from briefing.cli.setup import here, now, progress

app = command_app()


@app.command()
def rebuild(
    out: Annotated[str | None, typer.Option(help="Folder to write to.")] = None,
    formats: Formats = None,
    database: Database = None,
) -> None:
    """Make all findings and briefings anew from stored articles and replies; asks nothing."""
    from briefing.pipeline import issuing
    from briefing.pipeline.rebuilding import rebuild as rebuild_all

    config = here({"out": out, "formats": formats, "database": database})
    with progress() as watch:
        briefings, changed = rebuild_all(config, watch=watch, now=now)
        issuing.write(briefings, config.settings, watch)
    print(
        f"{len(briefings)} briefings rebuilt, {changed} of them changed, in {config.settings.out}/"
    )
