"""`briefing eval`."""

from pathlib import Path
from typing import Annotated

import typer

from briefing.cli import command_app
from briefing.cli.issue import BaseUrl, Database, Engine, Model
from briefing.cli.setup import here, now, progress
from briefing.errors import Exit

app = command_app()


@app.command("eval")
def evaluate(
    paths: Annotated[list[str], typer.Argument(help="Pages; those without gold are left out.")],
    gold: Annotated[Path, typer.Option(help="Folder of gold; that of a.txt is a.json.")],
    min_f1: Annotated[
        list[str] | None, typer.Option(help="A gate like figures=0.8; may be repeated.")
    ] = None,
    details: Annotated[bool, typer.Option(help="List every miss and every false item.")] = True,
    engine: Engine = None,
    model: Model = None,
    base_url: BaseUrl = None,
    database: Database = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs.")] = False,
) -> None:
    """Score extraction, by rules or by a model, against hand-made gold."""
    from briefing import scoring
    from briefing.pipeline.evaluating import evaluate as score_pages

    flags = {
        "engine": engine,
        "endpoint.model": model,
        "endpoint.base_url": base_url,
        "database": database,
    }
    gates = scoring.parse_gates(min_f1 or [])
    with progress() as watch:
        scores = score_pages(here(flags), gold, paths, watch=watch, now=now)
    print(scoring.to_json(scores) if as_json else scoring.table(scores, details=details))
    failed = scoring.failures(scoring.total(scores), gates)
    for line in failed:
        print(line)
    raise typer.Exit(Exit.FAILED if failed else Exit.DONE)
