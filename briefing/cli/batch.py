"""`briefing batch export` and `briefing batch import`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from briefing.cli import command_app
from briefing.cli.issue import BaseUrl, Database, Model
from briefing.cli.setup import here, now, progress
from briefing.errors import Exit

app = command_app()


@app.callback()
def batch() -> None:
    """Write questions as batch files and read the answers, for servers that run files offline."""


@app.command("export")
def export(
    folder: Annotated[Path, typer.Argument(help="Folder for the batch files.")],
    paths: Annotated[list[str] | None, typer.Argument(help="Pages to take in first.")] = None,
    model: Model = None,
    base_url: BaseUrl = None,
    database: Database = None,
) -> None:
    """Write every question that has no answer yet, one JSON line each."""
    from briefing.pipeline import batching

    flags = {"endpoint.model": model, "endpoint.base_url": base_url, "database": database}
    with progress() as watch:
        files, questions = batching.export(here(flags), paths or [], folder, watch=watch, now=now)
    for file in files:
        print(file)
    print(f"{questions} questions in {len(files)} files")


@app.command("import")
def take(
    files: Annotated[list[Path], typer.Argument(help="Result files of the server.")],
    model: Model = None,
    base_url: BaseUrl = None,
    database: Database = None,
) -> None:
    """Keep the answers of result files; the next `briefing weekly` uses them."""
    from briefing.pipeline import batching

    flags = {"endpoint.model": model, "endpoint.base_url": base_url, "database": database}
    taken = batching.take(here(flags), files, now=now)
    for reason in taken.failed:
        print(f"failed: {reason}", file=sys.stderr)
    print(f"{taken.answered} answers kept, {len(taken.failed)} failed, {taken.unknown} unknown")
    raise typer.Exit(Exit.DONE if taken.answered or not taken.failed else Exit.FAILED)
